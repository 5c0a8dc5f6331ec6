"""Name and fingerprint of the extractor: which code, vocabularies and weights read an article."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

VERSION = "1"
"""Raised when what is read out of an unchanged article changes; the day's readings then are stale."""

LIBRARY = Path(__file__).resolve().parent.parent
FOLDERS = ("codebook", "text", "extract")


def extractor_name() -> str:
    """Name, version and fingerprint, as each fact row carries it."""
    return f"kerjasama-rules {VERSION} ({extractor_fingerprint()[:12]})"


@lru_cache(maxsize=1)
def extractor_fingerprint() -> str:
    """SHA-256 over every file that decides what is read: code, YAML and model weights."""
    digest = hashlib.sha256()
    for path in sorted(_files(), key=lambda path: path.relative_to(LIBRARY).as_posix()):
        digest.update(path.relative_to(LIBRARY).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files() -> list[Path]:
    found = [LIBRARY / "records.py", LIBRARY / "schema.py"]
    for folder in FOLDERS:
        found += [p for p in (LIBRARY / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return found
