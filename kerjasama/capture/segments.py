"""Where records lie and how they get there to stay: segments, their indexes, and the repair of a torn one.

    warc/<day>/<time>[-<lane>]-<number>.warc.gz     records, one gzip member each
    index/<day>/<same>.journal                      CDXJ lines as written, while a local segment is open
    index/<day>/<same>.cdxj                         the same lines sorted, once it is closed

On a local disk a segment grows by appending: members, fsync, then their lines in the journal. On an
object store nothing can be appended: a segment is put whole, then its index. Either way what is told
as durable is whole in `warc/`, and the indexes can be made again from it.
"""

from __future__ import annotations

import fcntl
import logging
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from upath import UPath

from kerjasama.capture.index import Entry, cdxj, entry_of, entry_of_line
from kerjasama.capture.warc import GROUP_END, Record, hex_digest, member, warcinfo

log = logging.getLogger(__name__)

_HEAD = 64 * 1024
_CHUNK = 1024 * 1024


class Writer(Protocol):
    """What appends groups of records. A group counts whole or not at all."""

    def recover(self) -> list[Entry]:
        """Repair what an earlier run of the same lane left behind; the entries that it had made durable."""

    def append(self, group: list[Record]) -> None:
        """Write a group; it is durable only once `flush` has said so."""

    def flush(self, *, force: bool) -> list[Entry] | None:
        """Make durable what was appended and tell its entries; None while an object store still gathers."""

    def close(self) -> None:
        """Close the open segment."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Names the segments of one run: by its clock and, where runs share a clock, by a word of theirs."""

    now: datetime
    word: str = ""

    def segment(self, number: int) -> str:
        """The segment's name below the archive's root."""
        moment = self.now.astimezone(UTC)
        word = f"-{self.word}" if self.word else ""
        return f"warc/{moment:%Y-%m-%d}/{moment:%Y%m%dT%H%M%SZ}{word}-{number:05d}.warc.gz"


def index_name(segment: str, suffix: str) -> str:
    """The name of a segment's index file; `suffix` is `cdxj` or `journal`."""
    return f"index/{segment.removeprefix('warc/').removesuffix('.warc.gz')}.{suffix}"


class LocalWriter:
    """Appends to segments on a local disk, one process at a time each."""

    def __init__(self, root: Path, lane: Lane, segment_bytes: int, fsync: bool = True):
        self._root = root
        self._lane = lane
        self._limit = segment_bytes
        self._fsync = fsync
        self._number = 0
        self._open: _OpenSegment | None = None
        self._told: list[Entry] = []

    def recover(self) -> list[Entry]:
        """Open the segment that a killed run left open, if there is one, with its torn tail cut."""
        while self._closed(name := self._lane.segment(self._number)):
            (self._root / index_name(name, "journal")).unlink(missing_ok=True)
            self._number += 1
        if not (self._root / name).exists():
            return []
        return self._segment().known

    def append(self, group: list[Record]) -> None:
        """Write a group to the open segment, or to a new one where that is full.

        Whether it is full is asked here and not when flushing, so that where records lie does not depend
        on how many were flushed together.
        """
        if self._open is not None and self._open.size >= self._limit:
            self.close()
        self._segment().write(group)

    def flush(self, *, force: bool) -> list[Entry] | None:
        """Fsync, journal; always durable at once."""
        del force
        if self._open is not None:
            self._told += self._open.flush(self._fsync)
        entries, self._told = self._told, []
        return entries

    def close(self) -> None:
        """Flush and close: the journal becomes the sorted index."""
        if self._open is not None:
            self._told += self._open.flush(self._fsync)
            self._open.finish()
            self._open = None
            self._number += 1

    def _segment(self) -> _OpenSegment:
        while self._open is None:
            name = self._lane.segment(self._number)
            if not self._closed(name):
                self._open = _OpenSegment.open(self._root, name, self._lane.now)
            if self._open is None:
                self._number += 1  # closed, or another process writes it
        return self._open

    def _closed(self, segment: str) -> bool:
        return (self._root / index_name(segment, "cdxj")).exists()


@dataclass
class _OpenSegment:
    """A local segment that is being written, locked against other processes by its journal."""

    root: Path
    name: str
    data: BinaryIO
    journal: BinaryIO
    size: int
    known: list[Entry] = field(default_factory=list)
    pending: list[Entry] = field(default_factory=list)

    @classmethod
    def open(cls, root: Path, name: str, now: datetime) -> _OpenSegment | None:
        """Open for appending, cutting a torn tail; None where another process holds it or has closed it."""
        path, journal_path = root / name, root / index_name(name, "journal")
        for file in (path, journal_path):
            file.parent.mkdir(parents=True, exist_ok=True)
        journal = journal_path.open("a+b")
        try:
            fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            journal.close()
            return None
        if (root / index_name(name, "cdxj")).exists():
            journal.close()
            journal_path.unlink(missing_ok=True)
            return None
        data = path.open("a+b")
        segment = cls(root, name, data, journal, 0)
        segment.repair()
        if not segment.size:
            for folder in {path.parent, journal_path.parent}:
                _sync_folder(folder)
            segment.write([warcinfo(name.rpartition("/")[2], now)])
        return segment

    def repair(self) -> None:
        """Find the end of the last whole group, cut what lies behind it, and complete the journal."""
        on_disk = self.data.seek(0, os.SEEK_END)
        known = [e for e in journal_entries(self.journal) if e.start + e.length <= on_disk]
        end = max((e.start + e.length for e in known), default=0)
        found = list(whole_groups(self.data, self.name, end))
        self.size = max((e.start + e.length for e in found), default=end)
        if self.size < on_disk:
            log.warning("%s: cut a torn tail of %d bytes after a crash", self.name, on_disk - self.size)
            self.data.truncate(self.size)
            os.fsync(self.data.fileno())
        self.journal.truncate(0)
        self.journal.write(_lines([*known, *found]))
        self.journal.flush()
        self.known = indexed([*known, *found])

    def write(self, group: list[Record]) -> None:
        """Write a group without waiting for the disk."""
        for record in group:
            data = member(record)
            self.data.write(data)
            self.pending.append(entry_of(record, self.name, self.size, len(data)))
            self.size += len(data)

    def flush(self, fsync: bool) -> list[Entry]:
        """Make what was written durable, then journal it."""
        entries, self.pending = self.pending, []
        if entries:
            self.data.flush()
            if fsync:
                os.fsync(self.data.fileno())
            self.journal.write(_lines(entries))
            self.journal.flush()
        return indexed(entries)

    def finish(self) -> None:
        """Turn the journal into the sorted index and let go of the segment."""
        self.data.close()
        self.journal.seek(0)
        final = self.root / index_name(self.name, "cdxj")
        part = final.with_suffix(".part")
        with part.open("wb") as file:
            file.writelines(sorted(self.journal))
            file.flush()
            os.fsync(file.fileno())
        part.replace(final)
        Path(self.journal.name).unlink(missing_ok=True)
        self.journal.close()


class ObjectWriter:
    """Gathers groups and puts them as whole, immutable segment objects."""

    def __init__(self, root: UPath, lane: Lane, batch_groups: int, batch_bytes: int):
        self._root = root
        self._lane = lane
        self._groups = batch_groups
        self._bytes = batch_bytes
        self._number = 0
        self._data = bytearray()
        self._entries: list[Entry] = []
        self._count = 0

    def append(self, group: list[Record]) -> None:
        """Gather a group in memory."""
        name = self._lane.segment(self._number)
        if not self._data:
            group = [warcinfo(name.rpartition("/")[2], self._lane.now), *group]
        for record in group:
            data = member(record)
            self._entries.append(entry_of(record, name, len(self._data), len(data)))
            self._data += data
        self._count += 1

    def flush(self, *, force: bool) -> list[Entry] | None:
        """Put the segment where enough was gathered or `force` is set; None while still gathering."""
        if not self._data:
            return []
        if not force and self._count < self._groups and len(self._data) < self._bytes:
            return None
        name = self._lane.segment(self._number)
        (self._root / name).write_bytes(bytes(self._data))
        (self._root / index_name(name, "cdxj")).write_bytes(_lines(self._entries, ordered=True))
        entries, self._entries = self._entries, []
        self._data, self._count, self._number = bytearray(), 0, self._number + 1
        return indexed(entries)

    def close(self) -> None:
        """Put what is left."""
        self.flush(force=True)

    def recover(self) -> list[Entry]:
        """Give segments of this lane that a crash left without their index one."""
        adopted: list[Entry] = []
        while (self._root / (name := self._lane.segment(self._number))).exists():
            index = self._root / index_name(name, "cdxj")
            if not index.exists():
                with (self._root / name).open("rb") as file:
                    entries = list(whole_groups(file, name, 0))
                index.write_bytes(_lines(entries, ordered=True))
                adopted += indexed(entries)
                log.warning("%s: made its missing index after a crash", name)
            self._number += 1
        return adopted


def journal_entries(journal: BinaryIO) -> Iterator[Entry]:
    """The entries of a journal, up to a torn last line."""
    journal.seek(0)
    for line in journal:
        entry = entry_of_line(line.decode("utf-8", "replace")) if line.endswith(b"\n") else None
        if entry is None:
            return
        yield entry


def whole_groups(file: BinaryIO, segment: str, start: int) -> Iterator[Entry]:
    """The entries of the whole groups of a segment from `start`, up to the first torn record."""
    group: list[Entry] = []
    for entry in _whole_records(file, segment, start):
        group.append(entry)
        if entry.kind in GROUP_END:
            yield from group
            group = []


def _whole_records(file: BinaryIO, segment: str, start: int) -> Iterator[Entry]:
    file.seek(start)
    buffer = b""
    while True:
        inflater, head, size, length = zlib.decompressobj(zlib.MAX_WBITS | 16), b"", 0, 0
        while not inflater.eof:
            if not buffer and not (buffer := file.read(_CHUNK)):
                return
            try:
                piece = inflater.decompress(buffer)
            except zlib.error:
                return
            length += len(buffer) - len(inflater.unused_data)
            buffer = inflater.unused_data
            size += len(piece)
            head += piece[: max(0, _HEAD - len(head))]
        entry = _entry_of_head(head, size, segment, start, length)
        if entry is None:
            return
        yield entry
        start += length


def _entry_of_head(head: bytes, size: int, segment: str, start: int, length: int) -> Entry | None:
    """The entry of a record from the beginning of its inflated bytes; None where it is not whole."""
    top, separator, block = head.partition(b"\r\n\r\n")
    lines = [line.partition(":") for line in top.decode("utf-8", "replace").split("\r\n")[1:]]
    told = {name.strip().lower(): value.strip() for name, _, value in lines}
    if not separator or size != len(top) + 4 + int(told.get("content-length", -1)) + 4:
        return None
    kind = told.get("warc-type", "")
    status, mime = None, told.get("content-type", "").partition(";")[0].strip() or None
    if kind in ("response", "revisit"):
        status, mime = _status_and_mime(block)
    return Entry(
        told.get("warc-record-id", "").strip("<>"),
        kind,
        told.get("warc-target-uri") or told.get("warc-filename", ""),
        told.get("warc-date", ""),
        status,
        {"revisit": "warc/revisit", "request": None, "warcinfo": None}.get(kind, mime),
        hex_digest(told.get("warc-payload-digest", "")),
        segment,
        start,
        length,
        told.get("warc-refers-to", "").strip("<>") or None,
    )


def _status_and_mime(block: bytes) -> tuple[int | None, str | None]:
    first, *rest = block.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    words = first.split()
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() else None
    for line in rest:
        name, _, value = line.partition(":")
        if name.strip().lower() == "content-type":
            return status, value.partition(";")[0].strip().lower() or None
    return status, None


def indexed(entries: list[Entry]) -> list[Entry]:
    """Those entries that somebody looks up: not the requests, nor what a segment tells of itself."""
    return [entry for entry in entries if entry.kind not in ("request", "warcinfo")]


def _sync_folder(folder: Path) -> None:
    """Make a new file's name durable: fsync of a file covers its content only."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lines(entries: list[Entry], ordered: bool = False) -> bytes:
    lines = [cdxj(entry) + "\n" for entry in indexed(entries)]
    return "".join(sorted(lines) if ordered else lines).encode()
