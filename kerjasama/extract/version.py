"""Name and fingerprint of the extractor: which code, vocabularies and weights read an article."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kerjasama.fingerprint import fingerprint

VERSION = "1"
"""Raised when what is read out of an unchanged article changes; the days' readings then are stale."""

LIBRARY = Path(__file__).resolve().parent.parent
DECIDING = ("codebook", "text", "extract", "records.py")
"""What decides which rows are read."""


def extractor_name() -> str:
    """Name, version and fingerprint, as each fact row carries it."""
    return f"kerjasama-rules {VERSION} ({extractor_fingerprint()[:12]})"


@lru_cache(maxsize=1)
def extractor_fingerprint() -> str:
    """SHA-256 over every file that decides what is read: code, YAML and model weights."""
    return fingerprint(LIBRARY, DECIDING)
