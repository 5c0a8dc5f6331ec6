"""An article's canonical address and its outlet, out of the address that was fetched and what the page
declares.

The rules of addresses are `kerjasama.sources.canonical`'s; here they meet the page's own <link
rel=canonical>.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from kerjasama.sources.canonical import canonical_url
from kerjasama.sources.publishers import publisher_of_host

__all__ = ["canonical_address", "host_of", "joined", "named_publisher", "publisher_of"]

# The public suffixes that Indonesian news sites use; the label before one of them names the outlet.
_PUBLIC_SUFFIX = re.compile(r"(?:\.(?:co|go|or|ac|web|my|biz|net|sch|desa))?\.[a-z]{2,}$")


def canonical_address(url: str | None, *, declared: str | None = None) -> str | None:
    """The address that stands for all twins of the article; None where it has none (a local file, a bare
    text).

    `declared` is what the page names as canonical: it is believed where it leads to the same outlet and to
    more than its front page.
    """
    if not _on_the_web(url):
        return canonical_url(declared or "") if _on_the_web(declared) else None
    named = (declared or "").strip()
    if named and not named.startswith(("https://", "http://")):
        named = joined(str(url), named)
    if named and named != url and _on_the_web(named):
        there, here = urlsplit(named), urlsplit(str(url))
        same = there.hostname == here.hostname or publisher_of(named) == publisher_of(url)
        if same and there.path.strip("/"):
            return canonical_url(named)
    return canonical_url(str(url))


def _parts(url: str | None) -> SplitResult:
    """The parts of an address, empty ones of a torn one."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def host_of(url: str | None) -> str:
    """The host of an address in small letters, "" where it has none or is torn."""
    return _parts(url).hostname or ""


def joined(url: str, address: str) -> str:
    """What an address on the page at `url` leads to, "" where it is torn."""
    try:
        return urljoin(url, address)
    except ValueError:
        return ""


def _on_the_web(url: str | None) -> bool:
    return _parts(url).scheme in ("http", "https") and bool(host_of(url))


def publisher_of(url: str | None) -> str | None:
    """The outlet's identifier for an address, None where there is no address.

    An outlet that nobody declared is named after its registered domain: `nasional.contoh.co.id` is `contoh`.
    """
    if not _on_the_web(url):
        return None
    host = host_of(url).removesuffix(".")
    outlet = publisher_of_host(host)
    if outlet is not None:
        return outlet.id
    return _PUBLIC_SUFFIX.sub("", host).split(".")[-1] or None


def named_publisher(name: str | None, url: str | None) -> str | None:
    """The outlet that metadata names: a host or address becomes its identifier, any other name stays.

    Without a name it is the one of the address.
    """
    if not name:
        return publisher_of(url)
    host = re.sub(r"^(?:https?://)?(?:www\.)?|/.*$", "", name.strip().lower())
    outlet = publisher_of_host(host) if "." in host and " " not in host else None
    return outlet.id if outlet is not None else name
