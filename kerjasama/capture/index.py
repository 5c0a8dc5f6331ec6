"""Finding records: CDXJ lines, kept with the archive, and a SQLite cache of them, which may be lost.

A CDXJ line is `<SURT of the address> <14 digits of time> <JSON>`. Outcomes (metadata records) get the
prefix `urn:outcome:` so that replay tools, which look addresses up, never take one for a page.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from urllib.parse import urlsplit

from kerjasama.capture.warc import Record, stamp

_COLUMNS = (
    *("record_id", "kind", "url", "captured_at", "status", "mime", "digest"),
    *("segment", "start", "length", "refers_to"),
)
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS records ({", ".join(_COLUMNS)}, PRIMARY KEY (segment, start)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_id ON records (record_id);
CREATE INDEX IF NOT EXISTS by_url ON records (url, kind, captured_at);
CREATE TABLE IF NOT EXISTS files (name PRIMARY KEY, size) WITHOUT ROWID;
"""


_row_of = attrgetter(*_COLUMNS)
_DIGITS_ONLY = str.maketrans("", "", "-:TZ")


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a record lies and what it is. `captured_at` as `stamp` writes it, `digest` hexadecimal."""

    record_id: str
    kind: str
    url: str
    captured_at: str
    status: int | None
    mime: str | None
    digest: str
    segment: str
    start: int
    length: int
    refers_to: str | None = None


def entry_of(record: Record, segment: str, start: int, length: int) -> Entry:
    """The index entry of a record that was written there."""
    return Entry(
        record.record_id,
        record.kind,
        record.url,
        stamp(record.captured_at),
        record.status,
        record.mime,
        record.digest,
        segment,
        start,
        length,
        record.refers_to,
    )


def cdxj(entry: Entry) -> str:
    """The entry as a CDXJ line without its line end."""
    prefix = "urn:outcome:" if entry.kind == "metadata" else ""
    digits = entry.captured_at.translate(_DIGITS_ONLY)
    fields = {
        "url": entry.url,
        "mime": entry.mime or "-",
        "status": str(entry.status or "-"),
        "digest": f"sha256:{entry.digest}",
        "length": str(entry.length),
        "offset": str(entry.start),
        "filename": entry.segment,
        "id": entry.record_id,
        "kind": entry.kind,
    }
    if entry.refers_to:
        fields["refers"] = entry.refers_to
    return f"{prefix}{surt(entry.url)} {digits} {json.dumps(fields, ensure_ascii=False)}"


def entry_of_line(line: str) -> Entry | None:
    """The entry that a CDXJ line tells; None where the line is torn."""
    try:
        _, digits, rest = line.split(" ", 2)
        fields = json.loads(rest)
        d = digits
        return Entry(
            fields["id"],
            fields["kind"],
            fields["url"],
            f"{d[:4]}-{d[4:6]}-{d[6:8]}T{d[8:10]}:{d[10:12]}:{d[12:14]}Z",
            None if fields["status"] == "-" else int(fields["status"]),
            None if fields["mime"] == "-" else fields["mime"],
            fields["digest"].partition(":")[2],
            fields["filename"],
            int(fields["offset"]),
            int(fields["length"]),
            fields.get("refers"),
        )
    except (ValueError, KeyError, TypeError):
        return None


def surt(url: str) -> str:
    """The address as a sort key: host reversed, without `www.`, in lower case (`id,go,kemlu)/a?b=1`)."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.lower().replace(" ", "%20")
    if parts.scheme not in ("http", "https"):
        return url.lower().replace(" ", "%20")
    where = ",".join(reversed(host.split("."))) + (f":{port}" if port else "")
    query = "?" + "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{where}){parts.path or '/'}{query}".lower().replace(" ", "%20")


class Index:
    """The SQLite cache. Everything in it can be read again from the CDXJ files. Safe from several threads."""

    def __init__(self, path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._lock = threading.RLock()
        self._process = 0
        self._connection: sqlite3.Connection | None = None
        self._db.executescript(_SCHEMA)

    @property
    def _db(self) -> sqlite3.Connection:
        """This process's connection: SQLite forbids to use one across a fork."""
        if self._connection is None or self._process != os.getpid():
            self._process = os.getpid()
            self._connection = sqlite3.connect(
                self._path, timeout=60, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute(
                "PRAGMA synchronous=OFF"
            )  # a cache: what a power cut takes is read again
        return self._connection

    def close(self) -> None:
        """Close the cache."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
            self._connection = None

    def add(self, entries: Iterable[Entry]) -> None:
        """Take entries in; the same place twice is one entry."""
        rows = [_row_of(entry) for entry in entries]
        if rows:
            with self._lock:
                self._db.execute("BEGIN IMMEDIATE")
                self._db.executemany(
                    f"INSERT OR REPLACE INTO records VALUES ({','.join('?' * len(_COLUMNS))})", rows
                )
                self._db.execute("COMMIT")

    def known_size(self, file: str) -> int | None:
        """How many bytes of an index file have been taken in; None where it is new."""
        with self._lock:
            row = self._db.execute("SELECT size FROM files WHERE name = ?", (file,)).fetchone()
        return row[0] if row else None

    def learn_size(self, file: str, size: int) -> None:
        """Note how much of an index file has been taken in."""
        with self._lock:
            self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (file, size))

    def forget_unless(self, files: set[str]) -> None:
        """Empty the cache where an index file that it took in is there no more: it is of another archive.

        Journals come and go; they do not count.
        """
        with self._lock:
            known = self._db.execute("SELECT name FROM files WHERE name LIKE '%.cdxj'").fetchall()
            if any(name not in files for (name,) in known):
                self._db.executescript("DELETE FROM records; DELETE FROM files;")

    def one(self, condition: str, *values: object) -> Entry | None:
        """The first entry for which an SQL condition (with ORDER BY where it matters) holds."""
        with self._lock:
            row = self._db.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM records WHERE {condition} LIMIT 1", values
            )
            found = row.fetchone()
        return Entry(*found) if found else None

    def held(self, record_ids: Sequence[str]) -> set[str]:
        """Those of the identifiers whose records are there."""
        marks = ",".join("?" * len(record_ids))
        with self._lock:
            rows = self._db.execute(
                f"SELECT record_id FROM records WHERE record_id IN ({marks})", record_ids
            ).fetchall()
        return {record_id for (record_id,) in rows}

    def all(self) -> Iterator[Entry]:
        """Every entry, by segment and place."""
        last: tuple[str, int] = ("", -1)
        while True:
            with self._lock:
                rows = self._db.execute(
                    f"SELECT {', '.join(_COLUMNS)} FROM records WHERE (segment, start) > (?, ?) "
                    "ORDER BY segment, start LIMIT 1000",
                    last,
                ).fetchall()
            if not rows:
                return
            yield from (Entry(*row) for row in rows)
            last = (rows[-1][_COLUMNS.index("segment")], rows[-1][_COLUMNS.index("start")])
