"""Where the source of a page holds the words of its article: runs of characters, found after parsing.

A tree does not tell where in the source its text stood. So the paragraphs are looked for in the source,
in order: as they are, else letter by letter past tags, entities and white space; and what the page only
tells its scripts (JSON-LD's `articleBody`) in these, past the escapes of JSON.
"""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, product

from kerjasama.text.characters import normalise_text
from kerjasama.text.derivation import Run

__all__ = ["trace", "words_of"]

_SKIPPED = re.compile(
    r"<(script|style|noscript|template)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>"
    r"|\\u003c[^<>]{0,400}?\\u003e|\\[nrt]"
    r"|(?P<entity>&(?:amp;)*(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});)"
    r"|(?P<escape>\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\u[0-9a-f]{4}|\\[\"/\\])"
    r"|[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+",
    re.DOTALL | re.IGNORECASE,
)
# How many words of a paragraph are looked for to find where it begins, and how often they are moved on.
_ANCHOR, _ANCHORS, _SHORTEST_ANCHOR = 3, 6, 6
# Places that are tried for a paragraph that does not stand in the source as it is.
_TRIES = 8
# A paragraph's markup is seldom longer than its text; then a wider stretch of source is taken.
_WIDENINGS = (2, 12)
# Shorter shreds of a paragraph are not looked for: they would be found anywhere.
_SHORTEST = 12
# The share of a paragraph that must be found before no other place is tried.
_ENOUGH = 0.9


def trace(text: str, source: str) -> tuple[Run, ...]:
    """Runs that lead from the article's `text` to the decoded `source` of its page.

    What the parser put in (a newline, the dash of a torn dateline) and what is not found has no run.
    """
    runs: list[Run] = []
    position = max(0, source.find("<body"))
    start = 0
    for paragraph in text.split("\n"):
        found = list(_paragraph(paragraph, start, source, position))
        if found:
            runs += found
            position = found[-1].raw_start + found[-1].raw_length
        start += len(paragraph) + 1
    return tuple(runs)


def words_of(source: str) -> str:
    """The words of a piece of source: without tags, entities and escapes resolved, white space as blanks."""
    return normalise_text(_SKIPPED.sub(lambda match: _meant(match) or " ", source))


def _meant(match: re.Match[str]) -> str:
    """The characters that an entity or an escape of JSON stands for; none for what is skipped."""
    if match["escape"]:
        return str(json.loads(f'"{match[0]}"'))
    return html.unescape(match[0]) if match["entity"] else ""


def _paragraph(paragraph: str, start: int, source: str, position: int) -> Iterator[Run]:
    """The runs of a paragraph that begins at `start`, looked for from `position` on, then from the top, in
    what people see and then in scripts.
    """
    if not paragraph:
        return
    best: list[Run] = []
    letters = len(paragraph.replace(" ", ""))
    for scripted in (False, True):
        place = _plain(paragraph, source, position, scripted)
        if place >= 0:
            yield Run(start, place, len(paragraph), len(paragraph))
            return
        for place, inside in islice(_anchors(paragraph, source, position, scripted), _TRIES):
            for widening in _WIDENINGS:
                low = max(0, place - inside * widening - 200 * (widening - 1))
                high = place + (len(paragraph) - inside) * widening + 400 * (widening - 1)
                low = max(low, _script(source, place)) if scripted else _outside(source, low)
                stretch = _Letters(source, low, high)
                best = max(best, list(stretch.runs(paragraph, start)), key=_letters_in)
                if _letters_in(best) >= _ENOUGH * letters:
                    yield from best
                    return
    yield from best


def _outside(source: str, place: int) -> int:
    """The place itself, or where the tag, then the script ends in whose middle it lies."""
    for opening, closing in (("<", ">"), ("<script", "</script")):
        if source.rfind(opening, 0, place) > source.rfind(closing, 0, place):
            end = source.find(closing, place)
            place = source.find(">", end) + 1 if end >= 0 else place
    return place


def _script(source: str, place: int) -> int:
    """Where the content of the script begins that holds the place or is the last before it."""
    return source.find(">", max(0, source.rfind("<script", 0, place))) + 1


def _letters_in(runs: list[Run]) -> int:
    return sum(run.length for run in runs)


def _plain(paragraph: str, source: str, position: int, scripted: bool) -> int:
    """Where the paragraph stands in the source as it is, in a script or outside of all; -1 where it does
    not.
    """
    place = source.find(paragraph, position)
    while place >= 0:
        inside = source.rfind("<script", 0, place) > source.rfind("</script", 0, place)
        # An attribute (alt, content) holds headlines and leads as well: outside of tags only.
        tagged = source.rfind("<", 0, place) > source.rfind(">", 0, place)
        if inside == scripted and (scripted or not tagged):
            return place
        place = source.find(paragraph, place + 1)
    return -1


def _anchors(paragraph: str, source: str, position: int, scripted: bool) -> Iterator[tuple[int, int]]:
    """Places in the source where some words of the paragraph stand, and where these stand in the paragraph:
    several words before single ones, places behind `position` before others; last, `position` itself.
    """
    words = list(re.finditer(r"\S+", paragraph))
    step = max(1, len(words) // _ANCHORS)
    for size, first in product((_ANCHOR, 1), dict.fromkeys((position, 0))):
        for number in range(0, max(1, len(words) - size + 1), step):
            piece = paragraph[words[number].start() : words[min(number + size, len(words)) - 1].end()]
            if len(piece) >= _SHORTEST_ANCHOR and (place := _plain(piece, source, first, scripted)) >= 0:
                yield place, words[number].start()
    yield position, 0


class _Letters:
    """The letters of a stretch of source, without tags and white space, and where each stands."""

    def __init__(self, source: str, low: int, high: int):
        self._source = source
        pieces: list[str] = []
        self._starts: list[int] = []  # of each piece, among the letters
        self._places: list[tuple[int, int]] = []  # of each piece, in the source: start, length
        size = 0
        position = low
        for match in _SKIPPED.finditer(source, low, min(high, len(source))):
            size = self._add(pieces, size, position, source[position : match.start()])
            if meant := "".join(normalise_text(_meant(match)).split()):
                size = self._add(pieces, size, match.start(), meant, len(match[0]))
            position = match.end()
        self._add(pieces, size, position, source[position : max(position, min(high, len(source)))])
        self.text = "".join(pieces)

    def _add(self, pieces: list[str], size: int, place: int, piece: str, length: int | None = None) -> int:
        if piece:
            pieces.append(piece)
            self._starts.append(size)
            self._places.append((place, len(piece) if length is None else length))
        return size + len(piece)

    def runs(self, paragraph: str, start: int) -> Iterator[Run]:
        """The runs of a paragraph that begins at `start` in the text: of as many words together as stand
        together here, then of those after them.
        """
        words = [(match.start(), match.group()) for match in re.finditer(r"\S+", paragraph)]
        number = letter = 0
        last: Run | None = None
        while number < len(words):
            count, place = self._longest([word for _, word in words[number:]], letter)
            for offset, word in words[number : number + count]:
                for run in self._word(place, start + offset, len(word)):
                    joined = self._joined(last, run, paragraph, start) if last else None
                    if last and not joined:
                        yield last
                    last = joined or run
                place += len(word)
            letter = place if count else letter
            number += max(1, count)
        if last:
            yield last

    def _longest(self, words: list[str], letter: int) -> tuple[int, int]:
        """How many of the words, from the first on, stand together from `letter` on, and where.

        Right there, or, where they are not too few to mistake them, further on.
        """

        def place(count: int) -> int:
            wanted = "".join(words[:count])
            if self.text.startswith(wanted, letter):
                return letter
            return self.text.find(wanted, letter) if len(wanted) >= _SHORTEST else -1

        low, high = 0, len(words)
        if place(high) >= 0:
            return high, place(high)
        least = next((n for n in range(1, len(words)) if len("".join(words[:n])) >= _SHORTEST), len(words))
        for fewest in (1, least):
            if place(fewest) >= 0:
                low = fewest
                while high - low > 1:
                    middle = (low + high) // 2
                    low, high = (middle, high) if place(middle) >= 0 else (low, middle)
                return low, place(low)
        return 0, letter

    def _word(self, letter: int, clean: int, length: int) -> Iterator[Run]:
        """The runs of `length` letters from `letter` on, which stand at `clean` in the text."""
        end = letter + length
        number = bisect_right(self._starts, letter) - 1
        while letter < end:
            begin, (place, size) = self._starts[number], self._places[number]
            stop = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
            taken = min(end, stop) - letter
            if stop - begin == size:
                yield Run(clean, place + letter - begin, taken, taken)
            else:  # an entity, which stands for its characters as a whole
                yield Run(clean, place, taken, size)
            letter, clean, number = letter + taken, clean + taken, number + 1

    def _joined(self, last: Run, run: Run, paragraph: str, start: int) -> Run | None:
        """Both runs as one, where what lies between them is the same in text and source."""
        if last.length != last.raw_length or run.length != run.raw_length:
            return None
        clean, raw = last.clean_start + last.length, last.raw_start + last.raw_length
        between = paragraph[clean - start : run.clean_start - start]
        if self._source[raw : run.raw_start] != between:
            return None
        length = run.clean_start + run.length - last.clean_start
        return Run(last.clean_start, last.raw_start, length, length)
