"""Where the characters of an article stand in the archived records that it was parsed from.

`parsed_articles.origin` keeps it as JSON: for each record its identifier and a flat list of numbers, four
a run: how far the run begins behind the last one's end in the text and in the original, its length, and how
much longer it is in the original. The original is what `original_text` makes of a record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kerjasama.parse.encodings import decode
from kerjasama.parse.pages import kept_paragraphs
from kerjasama.parse.reject import NotAnArticle
from kerjasama.parse.trace import words_of
from kerjasama.records import Article
from kerjasama.text.derivation import Run

__all__ = ["Origin", "OriginalWords", "Part", "Piece", "origin_of", "original_text", "shown"]


class Record(Protocol):
    """What is looked at of an archived capture."""

    @property
    def content(self) -> bytes:
        """Its bytes."""

    @property
    def content_type(self) -> str | None:
        """Its media type."""


class Part(NamedTuple):
    """One record of an article: its identifier, and the runs from the article's text into its original."""

    record: str
    runs: tuple[Run, ...]


class Piece(NamedTuple):
    """Characters [start, end) of a record's original, and those of the text that came from them."""

    record: str
    start: int
    end: int
    clean_start: int
    clean_end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The parts of an article, one a record, in the order of the pages."""

    parts: tuple[Part, ...]

    def packed(self) -> str:
        """As it is kept in a table."""
        return json.dumps([[part.record, _packed(part.runs)] for part in self.parts], separators=(",", ":"))

    @classmethod
    def unpacked(cls, kept: str) -> Origin:
        """The origin that `packed` gave; ValueError where it did not."""
        try:
            return cls(tuple(Part(record, _unpacked(numbers)) for record, numbers in json.loads(kept)))
        except TypeError as error:
            raise ValueError(f"no origin of an article: {kept[:80]!r}") from error

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Where the text's characters [start, end) stand, in the order of the text; what was put in by the
        parser stands nowhere.
        """
        found = []
        for record, runs in self.parts:
            for run in runs:
                low, high = max(start, run.clean_start), min(end, run.clean_start + run.length)
                if low >= high:
                    continue
                raw, size = run.raw_start, run.raw_length
                if run.length == run.raw_length:
                    raw, size = run.raw_start + low - run.clean_start, high - low
                found.append(Piece(record, raw, raw + size, low, high))
        return sorted(found, key=lambda piece: piece.clean_start)

    def span(self, start: int, end: int) -> tuple[str, int, int] | None:
        """The record, first character and character after the last of the original in which a quotation
        stands; of one that runs over two records the first's. None where it stands nowhere.
        """
        pieces = self.pieces(start, end)
        if not pieces:
            return None
        inside = [piece for piece in pieces if piece.record == pieces[0].record]
        return pieces[0].record, min(p.start for p in inside), max(p.end for p in inside)


def original_text(record: Record) -> str:
    """The characters of a record that origins count: a page's source or a file's text as
    `characters.decode` reads it, of a JSON object its `text`.

    Raises NotAnArticle where there are none.
    """
    kind = (record.content_type or "").split(";")[0].strip().lower()
    if kind == "application/json":
        item = json.loads(record.content)
        if not isinstance(item, dict) or not isinstance(item.get("text"), str):
            raise NotAnArticle("no_body", "the JSON object has no `text`")
        return str(item["text"])
    if kind == "text/plain":
        return decode(record.content)
    return decode(record.content, content_type=record.content_type)


class OriginalWords:
    """Finds words of articles again in the archived records.

    `origins` are the packed ones by article; `read` gives a record by its identifier and raises where it
    cannot. The originals of the article asked for last are kept.
    """

    def __init__(self, origins: Mapping[str, str], read: Callable[[str], Record]):
        self._origins = origins
        self._read = read
        self._article: str | None = None
        self._origin = Origin(())
        self._originals: dict[str, str] = {}

    def __call__(self, article: str, start: int, end: int) -> str | None:
        """The words that the originals hold where the text's characters [start, end) came from, without
        markup; None for an article without an origin.
        """
        if article not in self._origins:
            return None
        if article != self._article:
            self._article, self._origin = article, Origin.unpacked(self._origins[article])
            records = [part.record for part in self._origin.parts]
            self._originals = {record: original_text(self._read(record)) for record in records}
        return shown(self._origin.pieces(start, end), self._originals)


def shown(pieces: Iterable[Piece], originals: Mapping[str, str]) -> str:
    """The words that pieces hold in the originals (by record): markup taken away, in meant characters."""
    return " ".join(words_of(originals[piece.record][piece.start : piece.end]) for piece in pieces)


def origin_of(articles: Sequence[Article], records: Sequence[str]) -> Origin:
    """The origin of the article that `pages.join_pages` makes of these pages, one of each record."""
    runs: list[list[Run]] = [[] for _ in articles]
    at = 0
    for number, start, end in kept_paragraphs(articles):
        runs[number] += _moved(articles[number].derivation, start, end, at)
        at += end - start + 1
    return Origin(tuple(Part(*part) for part in zip(records, map(tuple, runs), strict=True)))


def _moved(runs: Iterable[tuple[int, int, int, int]], start: int, end: int, at: int) -> Iterator[Run]:
    """The runs of the characters [start, end) of a text, which stand at `at` in the joined one."""
    for run in map(Run._make, runs):
        low, high = max(start, run.clean_start), min(end, run.clean_start + run.length)
        if low < high:
            same = run.length == run.raw_length
            raw = run.raw_start + (low - run.clean_start if same else 0)
            yield Run(low - start + at, raw, high - low, high - low if same else run.raw_length)


def _packed(runs: Iterable[Run]) -> list[int]:
    numbers: list[int] = []
    clean = raw = 0
    for run in runs:
        numbers += (run.clean_start - clean, run.raw_start - raw, run.length, run.raw_length - run.length)
        clean, raw = run.clean_start + run.length, run.raw_start + run.raw_length
    return numbers


def _unpacked(numbers: Sequence[int]) -> tuple[Run, ...]:
    if len(numbers) % 4:
        raise ValueError("no origin of an article: its runs are not whole")
    runs = []
    clean = raw = 0
    for place in range(0, len(numbers), 4):
        clean_gap, raw_gap, length, longer = numbers[place : place + 4]
        run = Run(clean + clean_gap, raw + raw_gap, length, length + longer)
        runs.append(run)
        clean, raw = run.clean_start + run.length, run.raw_start + run.raw_length
    return tuple(runs)
