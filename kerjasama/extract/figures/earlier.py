"""The same part of a year a year before, or the part before it, where words point back at it.

"dari Rp 53 triliun pada periode yang sama tahun sebelumnya", "lebih tinggi dari bulan sebelumnya 5 persen":
told of what is for 2024-03, they are for 2023-03 and 2024-02.
"""

from __future__ import annotations

import re

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.figures.sentence import FigureSentence, Neighbours
from kerjasama.text.numerals import Quantity

_AGAINST = alternatives("figures", "against")
# Behind a number; "dari periode yang sama" goes on to the next one.
_IN_THE_SAME = re.compile(
    rf"\s{alternatives('figures', 'before_time')}\s(?:periode (?:yang )?sama|tahun sebelumnya)\b"
)
_A_YEAR_BEFORE = re.compile(
    r"\b(?:periode (?:yang )?sama|pada tahun sebelumnya"
    rf"|{_AGAINST}\s(?:{alternatives('figures', 'measured')}\s)?tahun sebelumnya"
    rf"\s{alternatives('figures', 'to_its_number')})\b"
)
_PART_BEFORE = re.compile(rf"\b(?P<part>{alternatives('figures', 'parts_of_years')})\ssebelumnya\b")
_IN_THE_PART_BEFORE = re.compile(
    rf"\s(?:\([a-z]+\)\s)?{alternatives('figures', 'before_time')}\s{_PART_BEFORE.pattern}"
)
_PARTS = {"bulan": 12, "kuartal": 4, "triwulan": 4}


def earlier_part(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> str | None:
    """The earlier time that the words beside the number point at, told from the time of the number before."""
    now = near.last.period if near.last else None
    if not now:
        return None
    lower, left = sentence.lower, near.left(sentence)
    if _A_YEAR_BEFORE.search(lower, left, quantity.start) or _IN_THE_SAME.match(lower, quantity.end):
        return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in now.split("/"))
    told = _PART_BEFORE.search(lower, left, quantity.start)
    told = told or _IN_THE_PART_BEFORE.match(lower, quantity.end, sentence.end)
    return _one_before(now, _PARTS[told["part"]]) if told else None


def _one_before(period: str, parts: int) -> str | None:
    """The month or quarter (of so many `parts` a year) before one in ISO 8601, None for another period."""
    month, quarter = re.fullmatch(r"(\d{4})-(\d\d)", period), re.fullmatch(r"(\d{4})-Q(\d)", period)
    told = month if parts == _PARTS["bulan"] else quarter
    if told is None:
        return None
    year, number = divmod(int(told[1]) * parts + int(told[2]) - 2, parts)
    return f"{year}-{number + 1:02}" if told is month else f"{year}-Q{number + 1}"
