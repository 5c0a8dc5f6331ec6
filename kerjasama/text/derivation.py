"""A text and how it was derived from another: edits that remember which characters came from where.

What is edited and why is the subject of the modules that call this one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Cleaned", "Edit", "Run"]


class Run(NamedTuple):
    """`length` characters of the cleaned text from `clean_start` came from `raw_length` of the raw from
    `raw_start`.

    Where both lengths are equal the characters correspond one by one; else the run was replaced as a whole
    (an entity by its character), and `raw_length` 0 is an insertion.
    """

    clean_start: int
    raw_start: int
    length: int
    raw_length: int


class Edit(NamedTuple):
    """Replace the characters [start, end) by `text`."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text with the runs that lead back to the raw one; runs are in order and cover the text."""

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, raw: str) -> Cleaned:
        """The raw text itself, nothing edited yet."""
        return cls(raw, (Run(0, 0, len(raw), len(raw)),) if raw else ())

    def edit(self, edits: Iterable[Edit]) -> Cleaned:
        """The text after the edits, which must not overlap; their order does not matter."""
        ordered = sorted(edit for edit in edits if edit.end > edit.start or edit.text)
        if not ordered:
            return self
        pieces: list[str] = []
        runs: list[Run] = []
        position = length = 0
        for edit in [*ordered, Edit(len(self.text), len(self.text))]:
            if edit.start < position:
                raise ValueError(f"edit at {edit.start} overlaps the one that ends at {position}")
            for run in self._slice(position, edit.start):
                length = _append(runs, run, length)
            pieces += (self.text[position : edit.start], edit.text)
            if edit.text:
                raw_start, raw_end = self.raw_span(edit.start, edit.end)
                length = _append(runs, Run(0, raw_start, len(edit.text), raw_end - raw_start), length)
            position = edit.end
        return Cleaned("".join(pieces), tuple(runs))

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the cleaned characters [start, end) stand in the raw text."""
        if not self.runs:
            return 0, 0
        first = self.runs[self._run_at(start)]
        inside = start - first.clean_start
        if first.length == first.raw_length:
            raw_start = first.raw_start + inside
        else:
            raw_start = first.raw_start if inside < first.length else first.raw_start + first.raw_length
        if end <= start:
            return raw_start, raw_start
        last = self.runs[self._run_at(end - 1)]
        if last.length == last.raw_length:
            return raw_start, last.raw_start + end - last.clean_start
        return raw_start, last.raw_start + last.raw_length

    def _run_at(self, offset: int) -> int:
        """Index of the run that holds the cleaned character at `offset`."""
        return max(0, bisect_right(self.runs, offset, key=lambda run: run.clean_start) - 1)

    def _slice(self, start: int, end: int) -> list[Run]:
        """The runs of [start, end), with starts as they are in this text; the caller moves them."""
        if start >= end:
            return []
        found = []
        for run in self.runs[self._run_at(start) :]:
            if run.clean_start >= end:
                break
            low, high = max(start, run.clean_start), min(end, run.clean_start + run.length)
            if low >= high:
                continue
            if run.length == run.raw_length:
                found.append(Run(low, run.raw_start + low - run.clean_start, high - low, high - low))
            else:
                found.append(Run(low, run.raw_start, high - low, run.raw_length))
        return found


def _append(runs: list[Run], run: Run, clean_start: int) -> int:
    """Add a run at `clean_start`, joined to the one before where both are parts of one; gives the new
    length.
    """
    if runs and run.length == run.raw_length:
        last = runs[-1]
        if last.length == last.raw_length and last.raw_start + last.length == run.raw_start:
            runs[-1] = last._replace(length=last.length + run.length, raw_length=last.length + run.length)
            return clean_start + run.length
    runs.append(run._replace(clean_start=clean_start))
    return clean_start + run.length
