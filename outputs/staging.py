"""Puts a release's files into a folder that nobody sees, and gives it its name when it is whole.

On a local file system the name comes by one rename. An object store has no rename: there the files are put
under the final name with the manifest last, and a folder without a manifest is no release. What the files
hold is not known here.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias

from upath import UPath

from kerjasama.storage import is_local, write_atomically
from outputs.manifest import MANIFEST, SUMS

STAGING = ".staging-"
LAST = (SUMS, MANIFEST)

Content: TypeAlias = bytes | Callable[[BinaryIO], None]
"""A file's bytes, or what writes them."""


class Staging:
    """The hidden folder in which one release is made, under `releases`."""

    def __init__(self, releases: UPath, version: str) -> None:
        self.releases, self.version = releases, version
        self.folder = releases / f"{STAGING}{version}"

    def start(self) -> None:
        """Clean what a killed run left, this version's staging and any other's."""
        for stale in stale_stagings(self.releases):
            remove_folder(stale)
        if is_local(self.folder):
            self.folder.mkdir(parents=True)

    def write(self, path: str, content: Content) -> tuple[str, int]:
        """One file, by its path within the release; its SHA-256 and its size in bytes."""
        target = self.folder / path
        if is_local(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            sink = _Digesting(file)
            if isinstance(content, bytes):
                sink.write(content)
            else:
                content(sink)
        return sink.digest.hexdigest(), sink.size

    def finish(self) -> UPath:
        """Give the release its name; the folder where it now lies. What is there under that name is no
        release."""
        final = self.releases / self.version
        if is_local(final):
            remove_folder(final)
            _flush(Path(str(self.folder)))
            Path(str(self.folder)).replace(str(final))
            _flush_folder(Path(str(self.releases)))
            return final
        files = sorted(_files(self.folder))
        for path in [path for path in files if path not in LAST] + [path for path in LAST if path in files]:
            write_atomically(final / path, (self.folder / path).read_bytes())
        remove_folder(self.folder)
        return final


class _Digesting(io.RawIOBase, BinaryIO):
    """Hashes and counts what is written to a file on its way there."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest, self.size = file, hashlib.sha256(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.digest.update(data)
        self._file.write(data)
        self.size += len(data)
        return len(data)

    def tell(self) -> int:
        return self.size


def stale_stagings(releases: UPath) -> list[UPath]:
    """Folders in which an earlier run was making a release when it ended."""
    if not releases.exists():
        return []
    return sorted((entry for entry in releases.iterdir() if entry.name.startswith(STAGING)), key=str)


def remove_folder(folder: UPath) -> None:
    """Remove a folder and all in it; nothing where there is none."""
    if is_local(folder):
        shutil.rmtree(str(folder), ignore_errors=True)
        return
    with suppress(FileNotFoundError):
        folder.fs.rm(folder.path, recursive=True)


def _files(folder: UPath) -> Iterable[str]:
    root = folder.path.rstrip("/")
    return [found.removeprefix(root).lstrip("/") for found in folder.fs.find(root)]


def _flush(folder: Path) -> None:
    """Bring a folder's files to the disk, so that the rename never outruns what it names."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
