"""Of which country an actor is whom no rule places: by the foreign country that his sentence or the article
names, and by the sound of the name.

Bodies that a rule places are `countries.py`'s; the sound itself is `kerjasama.text.name_forms`' and
`name_origins`'.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from kerjasama.codebook.alternatives import alternatives
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.document import Document
from kerjasama.extract.registry import home_bynames
from kerjasama.records import HOME
from kerjasama.text.name_forms import sounds_at_home
from kerjasama.text.name_origins import may_be_of, origin

# Log odds of being at home from which a name's sound outweighs what the article names: the bounds at which
# most of the people and bodies of the annotated articles are placed right (cross-validated).
AT_HOME = 1.0
_ABROAD = -1.0
_BODY_ABROAD = -2.0
# Below this a body's name does not sound of home.
_UNHEARD = -0.2
_ONCE_ABROAD = -2.5
# How often an article may name a country that it only mentions.
_IN_PASSING = 2


def alone(document: Document, offset: int) -> str | None:
    """The one foreign country that a sentence names, where it names Indonesia not."""
    number = document.sentence_at(offset)
    if number < 0:
        return None
    sentence = document.sentences[number]
    codes = {
        h.code
        for h in document.entities_in(sentence.start, sentence.end)
        if h.kind in ("country", "city") and not _money(document, h) and h.phrase not in home_bynames()
    }
    return codes.pop() if len(codes) == 1 and HOME not in codes else None


def _money(document: Document, hit: Hit) -> bool:
    """Whether a country only names a currency: "dolar AS"."""
    return document.text[max(0, hit.start - 8) : hit.start].lower().rstrip().endswith(("dolar", "dollar"))


def most_named(document: Document, name: str = "") -> str | None:
    """The foreign country that the article names most often, the first in the alphabet among equals.

    Where a person's `name` cannot be of that country, the next one that is named more than in passing.
    """
    counts = Counter(hit.code for hit in document.entity_hits if hit.kind == "country" and hit.code != HOME)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    return next(
        (c for i, c in enumerate(ranked) if may_be_of(name, c) and (i == 0 or counts[c] > _IN_PASSING)), None
    )


def _before_alone(document: Document, offset: int) -> str | None:
    """The one foreign country of the sentence before, in the same paragraph: "Lain lagi di Jeddah. Al Noor
    Foods menyanggupi …".
    """
    number = document.sentence_at(offset)
    if number < 1:
        return None
    here, last = document.sentences[number], document.sentences[number - 1]
    return alone(document, last.start) if last.paragraph == here.paragraph else None


def unplaced(document: Document, name: str, offset: int, *, person: bool) -> tuple[str, str]:
    """The country of an actor whom no rule places: the sentence's foreign one, the article's, or Indonesia.

    A person's name may tell the country by itself ("Tsuchiya Emi") or tell of which it is not. How Indonesian
    a name sounds decides between home and abroad, never between foreign countries; where it does not say, the
    press tells of home, and a foreign country that the sentence or most of the article names is not.
    """
    told = origin(name) if person else None
    if told is not None and is_shown(document, told):
        return told, "country.name_origin"
    sound = sounds_at_home(name, person=person)
    people = name if person else ""
    here = alone(document, offset)
    if here is not None and may_be_of(people, here):
        return (HOME, "country.name_form") if sound > AT_HOME else (here, "country.sentence")
    before = None if person or sound > _UNHEARD else _before_alone(document, offset)
    if before is not None:
        return before, "country.sentence_before"
    country, rule = default(document, people)
    if country != HOME:
        return (HOME, "country.name_form") if sound > AT_HOME else (country, rule)
    foreign = most_named(document, people)
    if foreign is not None and sound < _far(document, name, foreign, person=person):
        return foreign, "country.name_form"
    return country, rule


_OWN_SCRIPT = ("JP", "KR")
"""Countries whose people's names are at home nowhere else; Chinese and Indian ones are in many countries."""


def is_shown(document: Document, country: str) -> bool:
    """Whether a name that sounds of a country shows it: its people alone are named so, or the article names
    it or one of its cities.
    """
    named = any(hit.code == country and hit.kind in ("country", "city") for hit in document.entity_hits)
    return named or country in _OWN_SCRIPT


def _far(document: Document, name: str, country: str, *, person: bool) -> float:
    """How foreign a name must sound for a country that only the article names: more where it names it but
    once, and where the name is of one word.
    """
    if sum(hit.kind == "country" and hit.code == country for hit in document.entity_hits) < _IN_PASSING:
        return _ONCE_ABROAD
    return _ABROAD if person and " " in name else _BODY_ABROAD


def default(document: Document, name: str = "") -> tuple[str, str]:
    """The country of an actor that the text places nowhere: Indonesia, unless the article hardly names it.

    Where an article of the Indonesian press names a foreign country four times as often as Indonesia and its
    regions, it tells that country's news.
    """
    foreign = most_named(document, name)
    if foreign is None:
        return HOME, "country.press"
    counts = Counter(hit.code for hit in document.entity_hits if hit.kind in ("country", "city"))
    at_home = 4 * home_named(document) >= counts[foreign]
    return (HOME, "country.press") if at_home else (foreign, "country.article")


def home_named(document: Document) -> int:
    """How often the article names Indonesia, a place in it, or what is only Indonesia's."""
    countries = sum(hit.code == HOME and hit.kind in ("country", "city") for hit in document.entity_hits)
    places = sum(hit.kind == "place" and document.sentence_at(hit.start) >= 0 for hit in document.hits)
    return countries + places + len(_home_signs().findall(document.text))


@lru_cache(maxsize=1)
def _home_signs() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('name_words', 'home_signs')}\b")
