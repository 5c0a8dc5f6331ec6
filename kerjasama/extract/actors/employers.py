"""The body that a person belongs to where no office beside the name tells it.

"Produser Asagao Animation Fujisaki Rena", "Budi, peneliti di Universitas X", "Sato dari JICA": a noun for
what somebody does (`codebook/employment.yaml`) joins the name and the body in one sentence. An office that
names no body ("Rektor", "Direktur Pencegahan Penyakit") is of the last body before it that can have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, either
from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.document import Document
from kerjasama.extract.names.body_nouns import THAT, pointed_kinds
from kerjasama.extract.names.offices import ministry_fields, title_words
from kerjasama.extract.names.people import Person
from kerjasama.extract.names.title_bodies import is_subject
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import heads, no_actor_words
from kerjasama.records import Actor
from kerjasama.text.names import is_common
from kerjasama.text.sentences import Sentence
from kerjasama.text.tokens import Token

_FAR = 110
"""Characters between a name and its body at most: the longest appositions of the annotated articles."""
_BACK = 2
"""Sentences before an office in which its body may stand."""

_WORKPLACES = ("company", "association", "education_research", "public_agency")
"""Kinds of bodies whose people have their office with "-nya": "direkturnya, Budi"."""
_LONG = 8
"""Words at most of a name that only an office's words tell."""
_AT = frozenset({"dari", "di", "the"})


class Employer(NamedTuple):
    """A body, where it is printed, and the rule that joins it to a person."""

    body: Actor
    start: int
    end: int
    rule: str


class _Patterns(NamedTuple):
    behind: re.Pattern[str]
    gap: re.Pattern[str]
    before: re.Pattern[str]
    pointing: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    heads = {*load("titles")["heads"]["organisation"], *load("employment")["occupations"]}
    at, as_, of = (alternatives("employment", key) for key in ("at", "as", "of"))
    more = r"(?:\s+[\w&/.'’-]+,?){0,8}?"
    role = rf"{either(map(re.escape, heads))}\b{more}\s*(?:\b{at}\b)?\s*(?:\bthe\b)?"
    honorifics, nouns = either(map(re.escape, load("titles")["honorifics"])), either(pointed_kinds())
    return _Patterns(
        re.compile(
            rf"\s*(?:,?\s*\([^()]{{1,25}}\))?\s*,?\s+(?:{as_}\s+)*(?:{role}|{of})\s+|\s*\(", re.IGNORECASE
        ),
        re.compile(rf"\s*(?:\([^()]{{1,30}}\))?\s*,?\s+(?:{honorifics}\.?\s+)*"),
        re.compile(rf"(?<!\w){role}\s*\Z", re.IGNORECASE),
        re.compile(
            rf"\b{either(map(re.escape, heads))}(?:nya|(?:\s+\w+){{0,3}}?\s+(?P<noun>{nouns})(?:\s+{THAT})?)"
            rf"\s*,?\s+(?:{honorifics}\.?\s+)*\Z",
            re.IGNORECASE,
        ),
    )


def employer(document: Document, group: Sequence[Person], bodies: ActorIndex) -> Employer | None:
    """The body that stands beside one of a person's names, joined to it by what the person does there."""
    for person, sentence in _in_sentences(document, group):
        behind = bodies.within(person.end, min(sentence.end, person.end + _FAR))
        before = bodies.within(max(sentence.start, person.start - _FAR), person.start)
        for left, right, body in (*behind, *reversed(before)):
            rule = _joins(document.text, person, left, right, max(sentence.start, left - _FAR))
            if rule is not None:
                return Employer(body, left, right, f"parent.{rule}")
    return None


def _in_sentences(document: Document, group: Sequence[Person]) -> Iterator[tuple[Person, Sentence]]:
    """Each printed name of a person with the sentence that holds it."""
    for person in group:
        place = document.sentence_at(person.start)
        if place >= 0:
            yield person, document.sentences[place]


def _joins(text: str, person: Person, start: int, end: int, since: int) -> str | None:
    """Whether what is printed at [start, end) stands "behind" a name or "before" it, joined to it by what the
    person does: "Budi, peneliti di X", "Sato dari X", "Sato (X)"; "Produser X Rena", "peneliti X, Budi".

    The noun for what he does is looked for from `since` on.
    """
    patterns = _patterns()
    if start >= person.end:
        return "behind" if patterns.behind.fullmatch(text, person.end, start) else None
    beside = end <= person.start and patterns.gap.fullmatch(text, end, person.start)
    return "before" if beside and patterns.before.search(text, since, start) else None


def pointed_at(document: Document, group: Sequence[Person], bodies: ActorIndex) -> Employer | None:
    """The body named before a person whose office points back at it: "ketua koperasi itu, Budi".

    It is the last one that is called so ("Koperasi Mina"), else of the last sentences' the last of a kind.
    """
    for person, sentence in _in_sentences(document, group):
        found = _patterns().pointing.search(document.text, sentence.start, person.start)
        if found is None:
            continue
        noun = (found["noun"] or "").lower()
        kinds = pointed_kinds().get(noun, _WORKPLACES)
        near = document.sentences[max(0, document.sentence_at(person.start) - _BACK)].start
        before = bodies.within(0, found.start())[::-1]
        called = [told for told in before if noun and told[2].name.lower().startswith(noun)]
        for left, right, body in (*called, *(told for told in before if told[0] >= near)):
            if body.kind in kinds:
                return Employer(body, left, right, "parent.pointed")
    return None


@lru_cache(maxsize=1)
def _kinds() -> list[tuple[re.Pattern[str], frozenset[str]]]:
    """Which kinds of body have which offices, by the first words of the office."""
    return [
        (re.compile("|".join(rf"{re.escape(head)}\b" for head in row["offices"])), frozenset(row["kinds"]))
        for row in load("employment")["offices"]
    ]


def implied(document: Document, title: Title, bodies: ActorIndex) -> Employer | None:
    """The last body before an office that names none, of a kind that has such an office.

    "Kementerian Kesehatan meminta … Direktur Pencegahan Penyakit …": within two sentences.
    """
    kinds = next((kinds for heads, kinds in _kinds() if heads.match(title.full)), None)
    if kinds is None or _names_something(document, title):
        return None
    since = document.sentences[max(0, document.sentence_at(title.start) - _BACK)].start
    for left, right, body in reversed(bodies.within(since, title.start)):
        if body.kind in kinds and (title.country is None or title.country == body.country):
            return Employer(body, left, right, "parent.implied")
    return None


def named_in(document: Document, title: Title, bodies: ActorIndex) -> Actor | None:
    """The body with one of whose names an office ends: "Direktur Pemasaran Roda Sakti" of PT Roda Sakti."""
    endings = [document.text[word.start : title.end] for word in _complement(document, title)]
    return next(filter(None, map(bodies.named, endings)), None)


def own_words(document: Document, title: Title) -> str | None:
    """The name that an office ends with though the article has no such body: what begins as bodies and
    venues do, else what stands behind words of offices and is no place ("Pakar Keamanan Siber CISSReC").
    """
    words = _complement(document, title)
    own = (i for i, word in enumerate(words) if word.text in _openings() or not of_offices(word))
    first = next(own, len(words))
    own_ones = words[first:]
    if not 0 < len(own_ones) <= _LONG or all(map(of_offices, own_ones)) or not own_ones[0].text[0].isalnum():
        return None
    if first and words[first - 1].text[0].islower() and words[first - 1].lower not in _AT:
        return None  # "Direktur Senior untuk Asia Tenggara"
    if title.head.endswith(" of") or all(
        score > 0 for score in document.person_scores[title.last - len(own_ones) : title.last]
    ):
        return None  # "Head of Partnership Distribution", "pelatih Bojan"
    start, end = words[first].start, title.end
    return None if document.is_place(start, end, "country", "english", "city") else document.text[start:end]


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """Words with which the names of bodies and of venues begin, but no regions'."""
    return frozenset({*heads(), *no_actor_words()}) - {*load("places")["levels"]}


def _complement(document: Document, title: Title) -> list[Token]:
    """The words of an office behind its head."""
    return document.tokens[document.token_at(title.start + len(title.head)) : title.last]


def _names_something(document: Document, title: Title) -> bool:
    """Whether a title names a place, a country or a body, which then is not the one before."""
    words = document.tokens[title.first : title.last]
    named = any(
        (word.text[0].isupper() and not of_offices(word)) or document.places_at(word.start) for word in words
    )
    return named or bool(document.entities_in(title.start, title.end))


def of_offices(word: Token) -> bool:
    """Whether a word is one of offices and their fields, or a common word."""
    return word.lower in title_words() or word.text in ministry_fields() or is_common(word.text)


def homeland(document: Document, group: Sequence[Person]) -> tuple[str, str] | None:
    """The country beside one of a person's names, and the rule: "Ketua delegasi Sri Lanka, Nimal",
    "Carlos dari Portugal", "Satoru (Jepang)", "Diop, pemuda Senegal"; not what somebody teaches: "guru bahasa
    Jepang Rini".
    """
    for person, sentence in _in_sentences(document, group):
        since = max(sentence.start, person.start - _FAR)
        for hit in document.entities_in(since, sentence.end):
            near = hit.kind == "country" and hit.start < person.end + _FAR
            joined = near and _joins(document.text, person, hit.start, hit.end, sentence.start)
            if joined and not is_subject(document, hit.start):
                return hit.code, "country.beside"
    return None
