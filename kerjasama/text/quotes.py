"""Quotations: where words stand between quotation marks, also where a mark was forgotten.

Who said them, and whether it is speech or a title, is decided in `kerjasama.extract.speech.statements`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import one_of
from kerjasama.text.paragraphs import paragraphs

# Curly, straight, low and angle marks, and two single marks in a row.
_DOUBLE = re.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033]|''|``|\u2018\u2018|\u2019\u2019")
_SINGLE = re.compile("[\u2018\u2019'`]")
_OPENING = "\u201c\u201e\u00ab"
_CLOSING = "\u201d\u00bb"

_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?]\s+(?=[A-Z])")

Look = Literal["opens", "closes", "either", "free"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `[start, end)` with its marks, `[inner_start, inner_end)` without.

    `paragraph` counts from 0. `whole` is False where the opening or the closing mark is not printed.
    `continues` is True where the quotation before it was still open at the end of its paragraph, so that
    both are one speech.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    whole: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    look: Look


def quotations(text: str) -> list[Quote]:
    """The outermost quotations of `text`, in order and apart from each other; nested ones stay inside.

    Single marks count only where no double ones enclose them, and never inside a word ("Jum'at").
    """
    found: list[Quote] = []
    carried = False
    for number, (start, end) in enumerate(paragraphs(text)):
        doubles = _marks(text, start, end)
        quotes = _pair(text, start, end, doubles, number, carried)
        carried = bool(quotes) and not quotes[-1].whole and quotes[-1].end == end
        found.extend(_with_singles(text, start, end, quotes, number))
    return found


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _DOUBLE.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if before.isdigit() and match[0] in ('"', "''", "\u2033") and not marks:
            continue  # inches
        look = _look(match[0], before, after)
        if look == "opens" and _reported(text, match):
            look = "closes"  # "… dan sebagainya, "ujarnya": the blank went to the wrong side
        marks.append(_Mark(match.start(), match.end(), look))
    return marks


def _reported(text: str, mark: re.Match[str]) -> bool:
    """Whether a verb of saying stands right behind a mark, and the end of what was said before it."""
    said = text[: mark.start()].rstrip()[-1:] in (",", ".", "!", "?")
    return said and _saying().match(text, mark.end()) is not None


def _look(mark: str, before: str, after: str) -> Look:
    """What a mark does, judged first by the blanks around it, then by its shape."""
    # A dash on the left opens ("Prabowo-\"Kami"), on the right it closes.
    free_before = before.isspace() or before in "([{\u2014\u2013-:/"
    free_after = after.isspace() or after in ".,;:!?)]}\u2026\u2014\u2013-/"
    if free_before and free_after and mark not in _OPENING:
        return "free"
    if free_before and not free_after:
        return "opens"
    if free_after and not free_before:
        return "closes"
    if mark in _OPENING:
        return "opens"
    if mark in _CLOSING:
        return "closes"
    return "either"


def _pair(text: str, start: int, end: int, marks: list[_Mark], number: int, carried: bool) -> list[Quote]:
    """Quotations of one paragraph; `carried` tells that the paragraph before ended inside one."""
    quotes: list[Quote] = []
    opened: _Mark | None = None
    i = 0
    while i < len(marks):
        mark = marks[i]
        if opened is None:
            if mark.look == "closes" and not _starts(text, start, mark):
                left = _forgotten_start(text, start, mark.start, quotes, carried)
                quotes.append(Quote(left, mark.end, left, mark.start, number, False, carried and not quotes))
            elif mark.look != "free" or _starts(text, start, mark) or _closed_next(marks, i):
                opened = None if _is_stray(marks, i) else mark
        elif mark.look == "opens" and not _blank(text, opened.end, mark.start):
            if _nested(marks, i):
                i += 2
                continue
            quotes.append(_unclosed(text, opened, mark.start, number, carried and not quotes))
            opened = mark
        else:
            quotes.append(
                Quote(opened.start, mark.end, opened.end, mark.start, number, True, carried and not quotes)
            )
            opened = None
        i += 1
    if opened is not None and not _blank(text, opened.end, end):
        quotes.append(_unclosed(text, opened, end, number, carried and not quotes))
    return quotes


def _starts(text: str, start: int, mark: _Mark) -> bool:
    return not text[start : mark.start].strip()


def _blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _closed_next(marks: list[_Mark], i: int) -> bool:
    return i + 1 < len(marks) and marks[i + 1].look != "opens"


def _is_stray(marks: list[_Mark], i: int) -> bool:
    """Of two marks with blanks around them before a closing one, the first is left of a quotation that was
    lost.
    """
    return [mark.look for mark in marks[i : i + 3]] == ["free", "free", "closes"]


def _nested(marks: list[_Mark], i: int) -> bool:
    """Whether the opening mark `i` begins a quotation inside an open one: two closing marks follow it."""
    looks = [mark.look for mark in marks[i + 1 : i + 3]]
    return len(looks) == 2 and looks[0] == "closes" and looks[1] != "opens"


@lru_cache(maxsize=1)
def _saying() -> re.Pattern[str]:
    return re.compile(rf"{one_of(load('sentences')['attributions'])}\b")


@lru_cache(maxsize=1)
def _attribution() -> re.Pattern[str]:
    return re.compile(rf"[,.!?]?\s+{_saying().pattern}")


def _unclosed(text: str, opened: _Mark, stop: int, number: int, continues: bool) -> Quote:
    """A quotation without its closing mark: it ends before the reporting clause, else at `stop`."""
    clause = _attribution().search(text, opened.end, stop)
    inner_end = clause.start() + (not clause[0][0].isspace()) if clause else stop
    inner_end = opened.end + len(text[opened.end : inner_end].rstrip())
    return Quote(opened.start, inner_end, opened.end, inner_end, number, False, continues)


def _forgotten_start(text: str, start: int, stop: int, quotes: list[Quote], carried: bool) -> int:
    """Where words begin whose opening mark is missing: at the paragraph, or after the last sentence's end."""
    if carried and not quotes:
        return start
    left = quotes[-1].end if quotes else start
    ends = list(_SENTENCE_END.finditer(text, left, len(text[:stop].rstrip(" ,.!?"))))
    begin = ends[-1].end() if ends else left
    return begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())


def _with_singles(text: str, start: int, end: int, quotes: list[Quote], number: int) -> list[Quote]:
    """Adds quotations in single marks from the stretches between the double ones."""
    edges = [start, *(edge for quote in quotes for edge in (quote.start, quote.end)), end]
    singles: list[Quote] = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        opened: re.Match[str] | None = None
        for match in _SINGLE.finditer(text, left, right):
            before = text[match.start() - 1] if match.start() > left else " "
            after = text[match.end()] if match.end() < right else " "
            look = _look("", before, after)
            if look == "opens":
                opened = match
            elif look == "closes" and opened is not None:
                singles.append(Quote(opened.start(), match.end(), opened.end(), match.start(), number))
                opened = None
    return sorted([*quotes, *singles], key=lambda quote: quote.start) if singles else quotes
