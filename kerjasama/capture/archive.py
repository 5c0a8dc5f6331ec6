"""The archive: every answer ever captured, append-only, found by identifier or by address and time.

    archive = Archive(home.archive)                     # a local folder or any fsspec URL
    archive.read("urn:uuid:…").content                  # the bytes of a capture

How records are made is `warc.py`'s, where they lie `segments.py`'s, how they are found `index.py`'s.
Reading needs no lock and works while others write. Writing goes through `writing(now)`.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from upath import UPath

from kerjasama.capture.index import Entry, Index, entry_of_line
from kerjasama.capture.response import Headers, media_type
from kerjasama.capture.segments import Lane, LocalWriter, ObjectWriter, Writer
from kerjasama.capture.warc import Record, fields_of, moment_of, stamp

log = logging.getLogger(__name__)

MIB = 1024 * 1024


class ArchiveError(Exception):
    """The archive cannot give or take a record; the message says which, where and what to do."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A record read back. `content` is the body without any encoding, `digest` its SHA-256 (hexadecimal).

    `status` and `headers` are those of the HTTP answer (None and () where there was none); `fields` what
    a file's record tells of itself (lower-case names, e.g. `line`) or how an outcome ended.
    """

    record_id: str
    kind: str
    url: str
    captured_at: datetime
    status: int | None
    headers: Headers
    content: bytes
    content_type: str | None
    digest: str
    fields: dict[str, str]


class Archive:
    """One archive. `segment_bytes` closes a local segment; `batch_groups` and `batch_bytes` an object.

    `cache` is the folder of the index's cache: by default inside a local archive, in the temporary
    folder for an object store or where the archive may only be read.
    """

    def __init__(
        self,
        root: UPath | Path | str,
        *,
        segment_bytes: int = 256 * MIB,
        batch_groups: int = 64,
        batch_bytes: int = 16 * MIB,
        fsync: bool = True,
        cache: Path | None = None,
    ):
        self.root = UPath(root)
        self._local = Path(str(self.root)) if _is_local(self.root) else None
        self._segment_bytes = segment_bytes
        self._batch = (batch_groups, batch_bytes)
        self._fsync = fsync
        self._index = _open_index(self.root, self._local, cache)
        self._writer: Writer | None = None
        self._pending: set[str] = set()
        self.refresh()

    # Reading

    def read(self, record_id: str) -> Capture:
        """The capture of that identifier; a revisit brings the content of the record that it refers to.

        ArchiveError where there is none or it cannot be read.
        """
        entry = self._index.one("record_id = ?", record_id)
        if entry is None:
            self.refresh()
            entry = self._index.one("record_id = ?", record_id)
        if entry is None:
            raise ArchiveError(
                f"archive {self.root}: no record {record_id}; was it captured in another home?"
            )
        return self._read_at(entry)

    def records(self) -> Iterator[Entry]:
        """Every entry of the index (responses, revisits, resources, outcomes), segment by segment."""
        return self._index.all()

    def latest(self, url: str) -> Entry | None:
        """The newest entry that holds a usable page of that address, or stands for one."""
        return self._index.one(
            "url = ? AND kind IN ('response', 'revisit', 'resource') AND coalesce(status, 200) IN (200, 304) "
            "ORDER BY captured_at DESC, kind",
            url,
        )

    def at(self, url: str, time: datetime) -> Entry | None:
        """The entry of that address captured exactly then."""
        return self._index.one(
            "url = ? AND kind IN ('response', 'revisit', 'resource') AND captured_at = ? ORDER BY kind",
            url,
            stamp(time),
        )

    def outcome(self, url: str, time: datetime) -> Capture | None:
        """How trying that address then ended, as the record's fields tell it; None where it was not tried."""
        entry = self._index.one("url = ? AND kind = 'metadata' AND captured_at = ?", url, stamp(time))
        return self._read_at(entry) if entry else None

    def entry(self, record_id: str) -> Entry | None:
        """The index entry of a record."""
        return self._index.one("record_id = ?", record_id)

    def refresh(self) -> None:
        """Take in what other processes have written since; forget a cache of an archive that is gone."""
        index_root = self.root / "index"
        fs, base = self.root.fs, self.root.path.rstrip("/") + "/"
        if self._local is None:
            fs.invalidate_cache()
        found = sorted(fs.find(index_root.path, detail=True).items()) if index_root.exists() else []
        named = [(str(path).removeprefix(base), path, info) for path, info in found]
        self._index.forget_unless({name for name, _, _ in named})
        for name, path, info in named:
            if not name.endswith((".cdxj", ".journal")) or self._index.known_size(name) == info["size"]:
                continue
            try:
                lines = fs.cat_file(path).decode("utf-8", "replace").splitlines(keepends=True)
            except FileNotFoundError:
                continue  # a journal that was closed meanwhile: its .cdxj comes with the next refresh
            entries = [entry_of_line(line) for line in lines if line.endswith("\n")]
            self._index.add(entry for entry in entries if entry is not None)
            self._index.learn_size(name, info["size"])

    def _read_at(self, entry: Entry) -> Capture:
        try:
            data = self.root.fs.cat_file(
                f"{self.root.path.rstrip('/')}/{entry.segment}",
                start=entry.start,
                end=entry.start + entry.length,
            )
        except (OSError, FileNotFoundError) as error:
            raise ArchiveError(f"archive {self.root}: cannot read {entry.segment} ({error})") from error
        capture = parse_member(data, entry)
        if entry.kind != "revisit":
            return capture
        original = self._index.one("record_id = ?", entry.refers_to)
        if original is None:
            raise ArchiveError(
                f"archive {self.root}: {entry.record_id} refers to {entry.refers_to}, which is missing"
            )
        whole = self._read_at(original)
        return Capture(
            capture.record_id, capture.kind, capture.url, capture.captured_at, whole.status, whole.headers,
            whole.content, whole.content_type, whole.digest, capture.fields,
        )  # fmt: skip

    # Writing

    @contextmanager
    def writing(self, now: datetime, lane: str = "") -> Iterator[None]:
        """Open for appending by the clock of a run; everything appended is durable when the block ends.

        `lane` tells runs apart that share a clock. A block inside a block is the same writing.
        """
        if self._writer is not None:
            yield
            return
        place = Lane(now, lane)
        if self._local is not None:
            self._writer = LocalWriter(self._local, place, self._segment_bytes, self._fsync)
        else:
            self._writer = ObjectWriter(self.root, place, *self._batch)
        self._index.add(self._writer.recover())
        try:
            yield
            self.flush(force=True)
        finally:
            writer, self._writer = self._writer, None
            self._pending.clear()
            writer.close()
            self.refresh()

    def append(self, group: list[Record]) -> None:
        """Append records that belong together, the one that ends the group last; durable after `flush`.

        Records that the archive holds already are left out.
        """
        if self._writer is None:
            raise ArchiveError("append: open the archive with `with archive.writing(now):` first")
        new: list[Record] = []
        asked: list[Record] = []
        known = self._pending | self._index.held([record.record_id for record in group])
        for record in group:
            if record.kind == "request":  # not indexed: it goes the way of its answer
                asked.append(record)
                continue
            if record.record_id not in known:
                new += [*asked, record]
            asked = []
        if new:
            self._writer.append(new)
            self._pending.update(record.record_id for record in new)

    def flush(self, *, force: bool = False) -> bool:
        """Make what was appended durable. False where an object store still gathers (never with `force`)."""
        if self._writer is None:
            return True
        entries = self._writer.flush(force=force)
        if entries is None:
            return False
        self._index.add(entries)
        self._pending.clear()
        return True

    def close(self) -> None:
        """Close the index."""
        self._index.close()


def parse_member(data: bytes, entry: Entry) -> Capture:
    """A record's gzip member as a Capture; ArchiveError where it cannot be read."""
    from fastwarc.warc import ArchiveIterator

    record = next(iter(ArchiveIterator(io.BytesIO(data), parse_http=True)), None)
    if record is None or (record.headers.get("WARC-Record-ID") or "").strip("<>") != entry.record_id:
        raise ArchiveError(
            f"{entry.segment} at {entry.start}: not the record {entry.record_id}; rebuild the index"
        )
    told: Headers = tuple(record.http_headers.items()) if record.is_http and record.http_headers else ()
    body = record.reader.read()
    fields = {k[2:].lower(): v for k, v in record.headers.items() if k.lower().startswith("x-")}
    if entry.kind == "metadata":
        fields = fields_of(body)
    return Capture(
        entry.record_id,
        entry.kind,
        entry.url,
        moment_of(entry.captured_at),
        entry.status,
        told,
        body,
        media_type(told) if told else record.headers.get("Content-Type"),
        entry.digest,
        fields,
    )


def _is_local(root: UPath) -> bool:
    return getattr(root, "protocol", "") in ("", "file", "local")


def _open_index(root: UPath, local: Path | None, cache: Path | None) -> Index:
    if cache is None and local is not None and (os.access(local, os.W_OK) or not local.exists()):
        cache = local / "cache"
    if cache is None:
        word = hashlib.sha256(str(root).encode()).hexdigest()[:16]
        cache = Path(tempfile.gettempdir(), f"kerjasama-{os.getuid()}", word)
    return Index(cache / "index.sqlite")
