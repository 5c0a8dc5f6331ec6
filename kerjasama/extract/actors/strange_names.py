"""Universities and agencies with names that do not sound of home, where one foreign country alone is named.

"Universitas Ho Tay" is of the partner's country, "Universitas Mahasaraswati" is not; schools with English
names are placed in `countries.py`. Bounds of the sound: at which the annotated articles gain most.
"""

from __future__ import annotations

from collections import Counter

from kerjasama.extract.document import Document
from kerjasama.extract.names.organisation import Organisation
from kerjasama.records import HOME
from kerjasama.text.name_forms import sounds_at_home

_CAMPUS, _ENGLISH = -0.25, -0.5
"""Log odds of being at home below which an Indonesian or an English name of a body is strange."""


def holds_place(document: Document, organisation: Organisation) -> bool:
    """Whether a region or town of Indonesia stands in a body's name."""
    named = document.tokens[organisation.first : organisation.last]
    return any(document.places_at(word.start) for word in named)


def strange_english(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The article's one foreign country, and the rule, for an agency with an English name."""
    named = organisation.rule.startswith("form.tail") and organisation.kind == "public_agency"
    foreign = _of_the_one_partner(document, organisation, _ENGLISH) if named else None
    return (foreign, "country.article") if foreign else None


def strange_campus(document: Document, organisation: Organisation) -> str | None:
    """The article's one foreign country for a university with an Indonesian name that is strange."""
    campus = organisation.name.startswith("Universitas ")
    return _of_the_one_partner(document, organisation, _CAMPUS) if campus else None


def _of_the_one_partner(document: Document, organisation: Organisation, bound: float) -> str | None:
    """The one foreign country that an article names, and more than once, for a body whose name sounds of home
    less than `bound` and holds no place of Indonesia.
    """
    if holds_place(document, organisation):
        return None
    counts = Counter(hit.code for hit in document.entity_hits if hit.kind == "country" and hit.code != HOME)
    if len(counts) != 1 or max(counts.values()) < 2:
        return None
    return next(iter(counts)) if sounds_at_home(organisation.name, person=False) < bound else None
