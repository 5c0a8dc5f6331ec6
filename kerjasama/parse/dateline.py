"""The dateline that opens an article: "Surabaya (ANTARA) -", "Bisnis.com, JAKARTA –", "Jakarta, 5 Mei 2021
-".

It stays in the text; this file reads the place out of it, and says where the place and the dateline end. The
names of outlets and places are data (`codebook/press.yaml`, `dateline_places.yaml`, `places.yaml`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import either
from kerjasama.text.date_grammar import weekdays

__all__ = ["Dateline", "known_places", "place_at", "read_dateline"]

_DOMAIN = r"[A-Za-z][\w-]*\.(?i:com|co\.id|co(?!\.id)|id|net|news|org|tv|example)\b"
_WORD = r"(?:St\.|[A-ZÀ-Þ][\w'’-]*)(?!\.\w)"
_PLACE = (
    rf"(?P<place>{_WORD}(?:\s+(?:{_WORD}|di|del|de|of|upon)){{0,3}}?(?:\s?[/&]\s?{_WORD}(?:\s{_WORD})?)?)"
)
_SHOUTED = r"(?P<place>[A-Z][A-Z'’]+(?:\s[A-Z'’]{2,}){0,3})"
_REGION = rf"(?:,\s?{_WORD}(?:\s{_WORD})?)?"
_DASH = r"\s*(?:[-–—‒―]{1,3}|:)\s*"
_SPACED_DASH = r"(?:\s+[-–—‒―]{1,3}\s*|\s*[-–—‒―]{1,3}\s+)"
_WEEKDAY = rf"(?:{either(weekdays())}\s*,?\s*)?"
_NUMBERS = r"\(?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?"
_DAY = rf"\s*,?\s*{_WEEKDAY}(?:{_NUMBERS}|\d{{1,2}}\s+[A-Z][a-z]+(?:\s+\d{{4}})?)"
_BETWEEN_WORDS = re.compile(r"[\s,.]+")
_HEAD = 160
_LONGEST_PLACE = 45


class Dateline(NamedTuple):
    """`place` in ordinary case, None where only the outlet is named; the dateline spans [start, end)."""

    place: str | None
    start: int
    end: int


@lru_cache(maxsize=1)
def known_places() -> frozenset[str]:
    """Places that open datelines, in lower case."""
    named = [*load("dateline_places").values(), *load("places")["names"].values()]
    return frozenset(place.lower() for group in named for place in group)


def place_at(text: str) -> str | None:
    """The longest known place with which a text begins, as it is printed there."""
    lowered = text.lower()
    for length in _place_lengths():
        if lowered[:length] in known_places():
            return text[:length]
    return None


@lru_cache(maxsize=1)
def _place_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(place) for place in known_places()}, reverse=True))


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The forms in order of trust, and whether the place must be a known one or stand in capitals."""
    outlet = rf"(?:{_DOMAIN}|{'|'.join(load('press')['outlets'])})"
    anyone = rf"(?:{outlet}|[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,2}})"
    forms = (
        # Surabaya (ANTARA) - · Jakarta, 21/5 (ANTARA News) - · Mataram, NTB (ANTARA) - · JAKARTA (Suara
        # Karya):
        (rf"\s*{_PLACE}{_REGION},?(?:{_DAY})?\s*\([A-Z][\w .&/-]{{1,40}}\){_DASH}", False),
        # JAKARTA, KOMPAS.com - · Jakarta, Beritasatu.com – · Jakarta, CNBC Indonesia -
        (rf"\s*{_PLACE}{_REGION}\s*[,|]\s*{outlet}(?:\s?\|\s?\w+)?{_DASH}", False),
        (rf"\s*{_PLACE}\s*,\s*{anyone}{_SPACED_DASH}", True),
        # Bisnis.com, JAKARTA – · Liputan6.com, Jakarta - · TRIBUNNEWS.CO. RIYADH -
        (rf"\s*{outlet}\s*[,.]\s*{_PLACE}(?:{_DAY})?{_DASH}", False),
        (rf"\s*{anyone}\s*,\s*{_PLACE}{_SPACED_DASH}", True),
        # KONTAN.CO.ID - JAKARTA. · JABARTODAY.COM – BANDUNG, on a line of its own · MerahPutih.com | Solo -
        (rf"\s*{outlet}\s*[-–—|,]\s*{_PLACE}\s*(?:\.\s|\n|[-–—]{{1,2}}\s?)", True),
        # Liputan6.com, Jakarta Presiden …
        (rf"\s*{_DOMAIN}\s*,\s*(?P<place>{_WORD}\s{_WORD})\s(?=[A-Z\"“])", True),
        (rf"\s*{_DOMAIN}\s*,\s*(?P<place>{_WORD})\s(?=[A-Z\"“])", True),
        # Jakarta, 5 Mei 2021 - · Bandung, 11 Juli 2025 —
        (rf"\s*{_PLACE}\s*,{_DAY}\s*(?:[-–—]{{1,2}}|\n)\s*", False),
        # JAKARTA - · JAKARTA (SI) – · Jakarta -
        (rf"\s*{_SHOUTED}(?:\s\([A-Z]{{2,6}}\))?{_SPACED_DASH}(?=[\"“‘'A-Z0-9])", False),
        (rf"\s*(?P<place>[A-Z][a-z]+(?:\s[A-Z][A-Za-z]+){{0,2}}){_SPACED_DASH}(?=[\"“‘'A-Z0-9])", True),
        # Jakarta-Kementerian Pendidikan …
        (r"\s*(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)[-–—](?=[A-Z][a-z]+\s)", True),
    )  # fmt: skip
    return tuple((re.compile(form), checked) for form, checked in forms)


@lru_cache(maxsize=1)
def _outlet_only() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_DOMAIN}|{'|'.join(load('press')['outlets'])})\s*(?:[-–—]{{1,2}}|[:|])\s*")


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the very start of a cleaned text, None where the text opens without one."""
    head = text[:_HEAD]
    for form, checked in _forms():
        match = form.match(head)
        if match and _is_place(match.group("place"), checked):
            return Dateline(_ordinary(match.group("place")), match.start("place"), match.end())
    match = _outlet_only().match(head)
    return Dateline(None, 0, match.end()) if match else None


def _is_place(place: str, checked: bool) -> bool:
    words = _BETWEEN_WORDS.split(place.lower().strip(" ."))
    if (
        words[0] in load("press")["no_place"]
        or len(place) > _LONGEST_PLACE
        or any(word.isdigit() for word in words)
    ):
        return False
    return not checked or place.lower() in known_places() or (place.isupper() and len(place) > 3)


def _ordinary(place: str) -> str:
    """The place as a sentence would print it: "WASHINGTON DC" is Washington DC."""
    press = load("press")
    words = re.split(r"(\s+|/|-)", place.strip(" .,"))
    if not any(word.isalpha() and word.isupper() and word not in press["capitals"] for word in words):
        return "".join(words)
    return "".join(map(_ordinary_word, words))


def _ordinary_word(word: str) -> str:
    press = load("press")
    if not word.isalpha() or word in press["capitals"]:
        return word
    return word.lower() if word.lower() in press["small"] else word.capitalize()
