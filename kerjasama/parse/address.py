"""An article's canonical address and its outlet, out of any of the addresses that lead to it.

Each outlet's own rules are data of `kerjasama.sources`; here they meet what the page itself declares.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

__all__ = ["canonical_address", "publisher_of"]

_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|source|ref|page|single|tag_from|ved|_ga|amp)$")
_TWIN_HOST = re.compile(r"^(?:amp|m|mobile|wap)\.")

# The public suffixes that Indonesian news sites use; the label before one of them names the outlet.
_PUBLIC_SUFFIX = re.compile(r"(?:\.(?:co|go|or|ac|web|my|biz|net|sch|desa))?\.[a-z]{2,}$")


def canonical_address(url: str | None, *, declared: str | None = None) -> str | None:
    """The address without the marks of its AMP, mobile, print and paged twins; None for none."""
    if not url:
        return None
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    host = _TWIN_HOST.sub("www." if parts.hostname.count(".") < 3 else "", parts.hostname)
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.match(key)])
    path = re.sub(r"^/amp(?=/)|/amp/?$", "", parts.path) or "/"
    return urlunsplit(("https", host, path.rstrip("/") or "/", query, ""))


def publisher_of(url: str | None) -> str | None:
    """The outlet's identifier for an address, None where there is no address.

    An outlet that nobody declared is named after its registered domain: `nasional.contoh.co.id` is `contoh`.
    """
    host = urlsplit(url).hostname if url else None
    if not host:
        return None
    labels = _PUBLIC_SUFFIX.sub("", host).split(".")
    return labels[-1] or None
