"""One number for a set of source files: the same code, vocabularies and weights give the same number."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(root: Path, names: Iterable[str]) -> str:
    """SHA-256 over the files (and files of the folders) of those names below `root`, caches left out."""
    digest = hashlib.sha256()
    for path in sorted(_files(root, names), key=lambda path: path.relative_to(root).as_posix()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(root: Path, names: Iterable[str]) -> set[Path]:
    found: set[Path] = set()
    for name in names:
        path = root / name
        inside = path.rglob("*") if path.is_dir() else [path]
        found.update(file for file in inside if file.is_file() and "__pycache__" not in file.parts)
    return found
