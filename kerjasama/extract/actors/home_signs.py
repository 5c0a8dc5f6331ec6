"""Who is Indonesian by a rank, a degree or an office that only Indonesia has.

Bodies and countries beside a name are `employers.py`'s; where nothing stands there, `countries.py` weighs the
names of countries and the sound of the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.document import Document
from kerjasama.extract.names.people import Person
from kerjasama.extract.names.titles import Title
from kerjasama.records import HOME


def at_home(document: Document, group: Sequence[Person], title: Title | None) -> tuple[str, str] | None:
    """ISO code and rule of a person whom words beside one of the printed names place at home."""
    text = document.text
    for person in group:
        if _ranks().search(text, max(0, person.start - 22), person.start):
            return HOME, "country.rank"
        named = person.start + len(person.name)
        if _degrees().match(text, person.end) or _degrees().match(text, named):
            return HOME, "country.degree"
    if title is not None and title.full.startswith(_home_offices()):
        return HOME, "country.home_office"
    return None


@lru_cache(maxsize=1)
def _ranks() -> re.Pattern[str]:
    """Ranks, services and honorifics before a name that only Indonesia has."""
    words = alternatives("titles", "home_ranks", "home_services", "home_honorifics")
    return re.compile(rf"\b{words}\W*$")


@lru_cache(maxsize=1)
def _degrees() -> re.Pattern[str]:
    """Degrees behind a name and its comma that only Indonesia's universities give."""
    bachelors, masters, whole = ("|".join(degrees) for degrees in load("titles")["home_degrees"].values())
    return re.compile(rf",?\s*(?:S\.?\s?(?:{bachelors})|M\.?\s?(?:{masters})|{whole})\b")


@lru_cache(maxsize=1)
def _home_offices() -> tuple[str, ...]:
    """Offices that only Indonesia has by that name: "Bupati", "Anggota Komisi VI"."""
    return tuple(load("titles")["home_offices"])
