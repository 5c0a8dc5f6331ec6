"""The address that stands for all its twins: general rules, then those that publishers.yaml declares."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import clean_url

from kerjasama.sources.publishers import Publisher, publisher_of_host, publishers

_TRACKING = re.compile(
    r"^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_(cid|eid)|_ga|_gl|ref|referrer|source|src|from|"
    r"amp|outputtype|share|shared|via|tag_from|page_source|campaign|cmpid|ito|spm|wt_.*|at_.*|cx_.*|"
    r"single|showpage|all|fullpage|view|m|mobile|noredirect|redirect|ved|usg|_x_tr_.*)$",
    re.IGNORECASE,
)
_WHOLE_ARTICLE = re.compile(r"^(page|halaman|hal|p)$", re.IGNORECASE)
_INDEX = re.compile(r"/(index\.(html?|php|aspx?)|default\.aspx?)$", re.IGNORECASE)
_AMP_PATH = re.compile(r"(?<=/)amp/|/amp(?=/?$)|(?<=\.)amp(?=$)", re.IGNORECASE)
_HOST_DISGUISES = ("www.", "amp.", "m.", "mobile.", "wap.")


def canonical_url(url: str, publisher: str | None = None) -> str:
    """The address without its disguises: scheme, `www.`, `m.`, `amp.`, tracking, fragment, trailing slash.

    Pagination is dropped where it names the first or the whole page (`?page=all`), since an article is
    one record however many pages it is printed on. Where the outlet is known (by `publisher` or by host),
    its declared rules come on top. An address that cannot be read is returned as it is.
    """
    try:
        parts = urlsplit((clean_url(url) or url).strip())
        host = (parts.hostname or "").removesuffix(".")
        port = parts.port
    except ValueError:
        return url
    if parts.scheme.lower() not in ("http", "https") or not host:
        return url
    outlet = publishers().get(publisher or "") or publisher_of_host(host)
    host = _host(host, outlet)
    path = _path(parts.path, outlet)
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    return urlunsplit(("https", netloc, path, _query(parts.query, outlet), ""))


def _host(host: str, outlet: Publisher | None) -> str:
    host = host.lower()
    if outlet is not None and host in outlet.host_aliases:
        return outlet.host_aliases[host]
    changed = True
    while changed:
        changed = False
        for disguise in _HOST_DISGUISES:
            if host.startswith(disguise) and host.count(".") > 1:
                host, changed = host.removeprefix(disguise), True
    return host


def _path(path: str, outlet: Publisher | None) -> str:
    path = re.sub(r"/{2,}", "/", path or "/")
    path = _INDEX.sub("/", path)
    path = _AMP_PATH.sub("", path)
    for pattern, replacement in outlet.path_rules if outlet else ():
        path = _compiled(pattern).sub(replacement, path)
    return re.sub(r"/{2,}", "/", path).rstrip("/") or "/"


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _query(query: str, outlet: Publisher | None) -> str:
    """What of a query names the article; by the outlet's word where it declares its parameters."""
    kept = []
    for key, value in parse_qsl(query, keep_blank_values=False):
        if outlet is not None and outlet.query is not None:
            if key in outlet.query:
                kept.append((key, value))
        elif _WHOLE_ARTICLE.match(key):
            if value.isdigit() and int(value) > 1:
                kept.append((key, value))
        elif not _TRACKING.match(key):
            kept.append((key, value))
    return urlencode(sorted(kept))
