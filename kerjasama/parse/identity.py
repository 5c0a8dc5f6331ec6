"""An article's identifier: a hash of its canonical address, or of its text where it has none (codebook
section 9).
"""

from __future__ import annotations

from hashlib import sha256

__all__ = ["article_id"]

_LENGTH = 15


def article_id(canonical_url: str | None, text: str) -> str:
    """ "a" and the first 15 hex digits of the SHA-256 of the canonical URL, else of the cleaned text."""
    return "a" + sha256((canonical_url or text).encode("utf-8", errors="surrogatepass")).hexdigest()[:_LENGTH]
