"""The dateline that opens an article: "Surabaya (ANTARA) -", "Bisnis.com, JAKARTA –", "JABARTODAY.COM – BANDUNG".

It stays in the text; this file reads the place out of it, and says where the place and the dateline end.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Dateline", "read_dateline"]

_OUTLET = (
    r"(?:[A-Za-z][\w-]*\.(?i:com|co\.id|co(?!\.id)|id|net|news|org|tv)\b|ANTARA(?:\s?News)?|VIVA(?:news)?|CNN Indonesia|CNBC Indonesia|"
    r"Kompas|KONTAN|Kontan|Tempo|TEMPO Interaktif|INILAH|iNews|NU Online|Suara|SINDOnews|Republika|detikcom|IDN Times|"
    r"Media Indonesia|Investor Daily|InfoPublik|Tribun\w*|BBC Indonesia|VOA Indonesia|Bisnis|MI|PRLM|Harian \w+)"
)
_WORD = r"(?:St\.|[A-ZÀ-Þ][\w'’-]*)(?!\.\w)"
_PLACE = (
    rf"(?P<place>{_WORD}(?:\s+(?:{_WORD}|di|del|de|of|upon)){{0,3}}?(?:\s?[/&]\s?{_WORD}(?:\s{_WORD})?)?)"
)
_DASH = r"\s*(?:[-–—‒―]{1,3}|:)\s*"
_DAY = r"(?:\s*,?\s*(?:\(?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?|\d{1,2}\s+[A-Z][a-z]+(?:\s+\d{4})?))?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # Surabaya (ANTARA) - · Jakarta, 21/5 (ANTARA News) - · JAKARTA (Suara Karya):
        rf"\s*{_PLACE}(?:,\s?{_WORD}(?:\s{_WORD})?)?,?{_DAY}\s*\((?:\s*{_OUTLET}\s*)(?:/[\w .]+)?\){_DASH}",
        # JAKARTA, KOMPAS.com - · Jakarta, Beritasatu.com – · Jakarta, CNBC Indonesia -
        rf"\s*{_PLACE}(?:,\s?{_WORD}(?:\s{_WORD})?)?\s*[,|]\s*{_OUTLET}(?:\s?\|\s?\w+)?{_DASH}",
        # Bisnis.com, JAKARTA – · Liputan6.com, Jakarta - · TRIBUNNEWS.COM, JAKARTA -- · TRIBUNNEWS.CO. RIYADH -
        rf"\s*{_OUTLET}\s*[,.]\s*{_PLACE}{_DAY}{_DASH}",
        # KONTAN.CO.ID - JAKARTA. · JABARTODAY.COM – BANDUNG (on a line of its own) · MerahPutih.com | Solo -
        rf"\s*{_OUTLET}\s*[-–—|,]\s*{_PLACE}\s*(?:\.\s|\n|[-–—]{{1,2}}\s?)",
        # Jakarta, 5 Mei 2021 - · Bandung, 11 Juli 2025 —
        rf"\s*{_PLACE}\s*,\s*(?:(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu)\s*,?\s*)?"
        rf"\(?\d{{1,2}}[ /]\w+(?:[ /]\d{{2,4}})?\)?"
        rf"\s*(?:[-–—]{{1,2}}|\n)\s*",
        # JAKARTA - · JAKARTA (SI) – · Jakarta - · Jakarta-Kementerian
        r"\s*(?P<place>[A-Z][A-Z.'’]+(?:\s[A-Z.'’]{2,}){0,3})(?:\s\([A-Z]{2,6}\))?\s?[-–—]{1,2}\s*(?=[\"“‘'A-Z0-9])",
        r"\s*(?P<place>[A-Z][a-z]+(?:\s[A-Z][A-Za-z]+){0,2})(?:\s[-–—]{1,2}\s?|[–—]\s?)(?=[\"“‘'A-Z0-9])",
    )
)  # fmt: skip
_TIGHT = re.compile(r"\s*(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)-(?=[A-Z][a-z]+\s)")
_OUTLET_ONLY = re.compile(rf"\s*{_OUTLET}\s*(?:[-–—]{{1,2}}|[:|])\s*")
# Capitals that are no shouted word but an abbreviation; the rest of a place in capitals is brought to title case.
_ABBREVIATIONS = frozenset("DC AS DKI DIY NTB NTT RI UEA IKN PBB USA UK".split())
_SMALL = frozenset("di del de of upon".split())
# Openings that look like "Place -" and are none; a place name is never one of these.
_NO_PLACE = frozenset(
    "video foto infografis opini kolom editorial berita breaking update exclusive eksklusif live ketua presiden "
    "menteri wakil pemerintah viva vivanews kompas antara tempo suara kontan tribun merdeka okezone detik polisi "
    "siaran pers press release artikel advertorial laporan penulis oleh reporter".split()
)


class Dateline(NamedTuple):
    """`place` in ordinary case, None where only the outlet is named; the dateline spans [start, end)."""

    place: str | None
    start: int
    end: int


def read_dateline(text: str, *, known_places: frozenset[str] = frozenset()) -> Dateline | None:
    """The dateline at the very start of a cleaned text, None where the text opens without one.

    `known_places` (lower case) lets the tight form "Jakarta-Kementerian" pass, which is else taken for a compound.
    """
    head = text[:160]
    for form in _FORMS:
        match = form.match(head)
        if match and _is_place(match.group("place")):
            return Dateline(_ordinary(match.group("place")), match.start("place"), match.end())
    match = _TIGHT.match(head)
    if match and match.group("place").lower() in known_places:
        return Dateline(match.group("place"), match.start("place"), match.end())
    match = _OUTLET_ONLY.match(head)
    return Dateline(None, 0, match.end()) if match else None


def _is_place(place: str) -> bool:
    words = re.split(r"[\s,.]+", place.lower().strip(" ."))
    return words[0] not in _NO_PLACE and len(place) <= 45 and not any(word.isdigit() for word in words)


def _ordinary(place: str) -> str:
    """The place as a sentence would print it: "WASHINGTON DC" is Washington DC."""
    words = re.split(r"(\s+|/|-)", place.strip(" .,"))
    shouted = [word for word in words if word.isalpha() and word.isupper() and word not in _ABBREVIATIONS]
    if not shouted:
        return "".join(words)
    return "".join(
        word if word.strip(".") in _ABBREVIATIONS or not word.isalpha()
        else word.lower() if word.lower() in _SMALL else word.capitalize()
        for word in words
    )  # fmt: skip
