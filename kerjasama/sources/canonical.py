"""The address that stands for all its twins, the key that tells twins, and the address to ask for.

General rules first (courlan's and ours), then those that publishers.yaml declares.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import clean_url

from kerjasama.sources.publishers import Publisher, publisher_of_host, publishers

# Parameters that tell where a reader came from. courlan drops most of them; these it leaves.
_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|gclsrc|msclkid|yclid|igshid|igsh|mc_[ce]id|_g[al]\w*|ref|referrer|share|shared|via|"
    r"tag_from|page_source|cmpid|ito|spm|wt_\w+|at_\w+|cx_\w+|jxrecoid|jxrecoid\w*|ved|usg|_x_tr_\w+)$",
    re.IGNORECASE,
)
# Parameters that say how a page is drawn, where their value is a plain switch.
_SWITCH = re.compile(r"^(amp|m|mobile|single|showpage|fullpage|all|print|outputtype|view)$", re.IGNORECASE)
_SWITCHED = frozenset({"", "0", "1", "all", "true", "amp", "mobile", "full"})
_PAGE = re.compile(r"^(page|halaman|hal|p)$", re.IGNORECASE)
_INDEX = re.compile(r"/(index\.(html?|php|aspx?)|default\.aspx?)$", re.IGNORECASE)
_AMP_PATH = re.compile(r"(?<=/)amp/|/amp(?=/?$)|(?<=\.)amp(?=$)", re.IGNORECASE)
# Nothing in such an address is left to clean: the library would give it back as it is.
_CLEAN = re.compile(r"https?://[a-z\d-]+(?:\.[a-z\d-]+)+(?:/[A-Za-z\d_-]+(?:\.[a-z]+)?)+/?", re.ASCII)
_HOST_DISGUISES = ("www.", "amp.", "m.", "mobile.", "wap.")


def canonical_url(url: str, publisher: str | None = None) -> str:
    """The address without its disguises: scheme, `www.`, `m.`, `amp.`, tracking, fragment, trailing slash.

    Pagination is dropped where it names the first or the whole page (`?page=all`); `?page=2` stays, for
    that is another page. Where the outlet is known (by its id or by the host), its declared rules come on
    top. An address that cannot be read is returned as it is.
    """
    return _rebuilt(url, publisher, for_key=False)


def twin_key(url: str, publisher: str | None = None) -> str:
    """The canonical address cut to what names the article: equal for twins whose headline was changed."""
    return _rebuilt(url, publisher, for_key=True)


def request_url(url: str, publisher: str | None = None) -> str:
    """The address to ask for: tracking and fragment gone, and all pages at once where the outlet has that.

    Host and path stay as they were told. Sites forbid robots their own tracking addresses, so that these
    must not be asked for as the feed tells them.
    """
    parts, outlet = _parsed(url, publisher)
    if parts is None:
        return url
    pairs = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    if outlet is not None and outlet.whole_page:
        whole = dict(parse_qsl(outlet.whole_page))
        pairs = [pair for pair in pairs if pair[0] not in whole] + list(whole.items())
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", urlencode(pairs), ""))


def _parsed(url: str, publisher: str | None) -> tuple[SplitResult | None, Publisher | None]:
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None, None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None, None
    return parts, publishers().get(publisher or "") or publisher_of_host(host)


def _rebuilt(url: str, publisher: str | None, *, for_key: bool) -> str:
    parts, outlet = _parsed(url if _CLEAN.fullmatch(url) else clean_url(url) or url, publisher)
    if parts is None:
        return url
    rules = (*outlet.path_rules, *(outlet.key_rules if for_key else ())) if outlet else ()
    host = _host((parts.hostname or "").lower().removesuffix("."), outlet)
    netloc = host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"
    return urlunsplit(("https", netloc, _path(parts.path, rules), _query(parts.query, outlet), ""))


def _host(host: str, outlet: Publisher | None) -> str:
    while (disguise := next((d for d in _HOST_DISGUISES if host.startswith(d)), None)) and host.count(
        "."
    ) > 1:
        host = host.removeprefix(disguise)
    return outlet.host_aliases.get(host, host) if outlet else host


def _path(path: str, rules: tuple[tuple[str, str], ...]) -> str:
    path = _AMP_PATH.sub("", _INDEX.sub("/", re.sub(r"/{2,}", "/", path or "/")))
    for pattern, replacement in rules:
        path = _compiled(pattern).sub(replacement, path)
    return re.sub(r"/{2,}", "/", path).rstrip("/") or "/"


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _query(query: str, outlet: Publisher | None) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted((key, value) for key, value in pairs if _names_article(key, value, outlet)))


def _names_article(key: str, value: str, outlet: Publisher | None) -> bool:
    """Whether a parameter is part of what names the page; by the outlet's word where it declares them."""
    if _PAGE.match(key):
        return value.isdigit() and int(value) > 1
    if outlet is not None and outlet.query is not None:
        return key in outlet.query
    return (
        bool(value) and not _TRACKING.match(key) and not (_SWITCH.match(key) and value.lower() in _SWITCHED)
    )
