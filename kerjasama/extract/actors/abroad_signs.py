"""Who is of a foreign country by a patronymic or an honorific that Indonesians seldom bear.

The counterpart of `home_signs.py`. Neither tells a country by itself: "bin" is at home from Morocco to
Brunei, and Minangkabau chiefs are "Datuk" too. So the country must be one of those that the article names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.document import Document
from kerjasama.extract.names.people import Person


def abroad(document: Document, group: Sequence[Person], bodies: ActorIndex) -> tuple[str, str] | None:
    """ISO code and rule of a person whose name or honorific shows one of the article's foreign countries."""
    if any(_patronymic().search(person.name) for person in group):
        return _named(document, bodies, "patronymic_countries", "country.patronymic")
    if any(_honorific().search(document.text, max(0, p.start - _BEFORE), p.start) for p in group):
        return _named(document, bodies, "malay_countries", "country.honorific")
    return None


_BEFORE = 25
"""Characters before a name in which its honorifics stand."""


def _named(document: Document, bodies: ActorIndex, countries: str, rule: str) -> tuple[str, str] | None:
    """Which of the listed countries the article names most, with its cities and bodies."""
    listed = frozenset(load("titles")[countries])
    named = [hit.code for hit in document.entity_hits if hit.kind in ("country", "city")]
    named += [body.country for *_, body in bodies.mentions if body.country]
    counts = Counter(code for code in named if code in listed)
    if not counts:
        return None
    return min(counts, key=lambda code: (-counts[code], code)), rule


@lru_cache(maxsize=1)
def _patronymic() -> re.Pattern[str]:
    return re.compile(rf"\w {alternatives('titles', 'patronymics')} [A-Z]")


@lru_cache(maxsize=1)
def _honorific() -> re.Pattern[str]:
    """A Malay honorific before a name, other honorifics between them: "Datuk Ts. Dr. "."""
    return re.compile(rf"\b{alternatives('titles', 'malay_honorifics')}['’]?(?:\s+[A-Z]\w{{0,4}}\b\.?)*\s*\Z")
