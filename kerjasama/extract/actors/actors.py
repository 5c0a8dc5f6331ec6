"""Actors of a document (codebook section 6): people and organisations joined over all their printed forms.

Where names stand is found in `people.py` and `organisations.py`; countries and groups become actors only as
parties of a fact or as speakers, and those who find them so add them with `ActorIndex.with_parties`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kerjasama.codebook import load
from kerjasama.extract.actors.belief import Properties, Signs, is_believed, is_possible
from kerjasama.extract.actors.employers import of_offices
from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.actors.office_holders import nameless_officials, office_holders
from kerjasama.extract.actors.organisation_actors import join_organisations, marks, organisation_actor
from kerjasama.extract.actors.owners import with_owners
from kerjasama.extract.actors.person_actors import (
    full_names,
    join_people,
    person_actor,
)
from kerjasama.extract.document import Document
from kerjasama.extract.names.described import described_bodies
from kerjasama.extract.names.later_names import (
    later_organisations,
    later_people,
    organisation_forms,
    without_people,
)
from kerjasama.extract.names.lone_governments import lone_governments
from kerjasama.extract.names.offices import title_words
from kerjasama.extract.names.organisation import Organisation
from kerjasama.extract.names.organisations import find_organisations
from kerjasama.extract.names.people import Person, find_people
from kerjasama.extract.names.personal_spans import personal_spans
from kerjasama.extract.names.titles import Title, find_titles
from kerjasama.extract.speech.attribution import PRONOUNS
from kerjasama.extract.speech.speech import read_speech
from kerjasama.records import Actor
from kerjasama.text.names import is_common

__all__ = ["ActorIndex", "actors"]

_ACRONYM = 3
"""Letters of an acronym behind its body at least."""
_PRONOUNS = PRONOUNS.union(load("frames")["subject_pronouns"])


@dataclass(frozen=True, slots=True)
class Named:
    """A person or body that may be an actor, with what speaks for it; `group`: a person's printed names."""

    actor: Actor
    properties: Properties
    believed: bool
    group: tuple[Person, ...] = ()


def actors(document: Document) -> ActorIndex:
    """The people and organisations of an article in order of first mention, then officials without a name."""
    found, people, titles = candidates(document)
    believed = [candidate for candidate in found if candidate.believed]
    made = sorted(
        _once([candidate.actor for candidate in believed]), key=lambda actor: (actor.mentions[0], actor.name)
    )
    persons = [list(candidate.group) for candidate in believed if candidate.group]
    holders = office_holders(titles, people, persons, ActorIndex(made, titles))
    named = [actor for actor in made if actor.kind == "person"]
    made += nameless_officials(document, titles, holders, named)
    doubtful = [c.actor for c in found if not c.believed and not c.group and is_possible(c.properties)]
    return read_speech(document, ActorIndex(made, titles, holders, doubtful=doubtful))


def candidates(
    document: Document, believe: Callable[[Properties, bool], bool] = is_believed
) -> tuple[list[Named], list[Person], list[Title]]:
    """Everybody who may be an actor, bodies first; all printed names of people; and all titles."""
    people, organisations, titles = _names(document)
    held = [(title.start, title.end) for title in titles if title.group == "organisation"]
    signs = Signs(document)
    found: list[Named] = []
    for body in join_organisations(document, organisations):
        seen = signs.organisation(body.spans, marks(document, body, held))
        found.append(Named(organisation_actor(document, body), seen, believe(seen, False)))
    owned = with_owners(document, [candidate.actor for candidate in found])
    found = [replace(candidate, actor=actor) for candidate, actor in zip(found, owned, strict=True)]
    offices = ActorIndex([candidate.actor for candidate in found if candidate.believed])
    no_places = (body for body in owned if not document.is_place(*body.mentions[0], "city", "country"))
    bodies = ActorIndex(body for body in no_places if not is_common(body.name))
    placed: dict[int, tuple[str | None, str | None]] = {}
    groups = join_people(people)
    for group in sorted(groups, key=lambda group: group[0].start):
        seen = signs.person(group)
        believed = believe(seen, True)
        actor = person_actor(document, group, offices, bodies, placed)
        if believed:
            placed.update((end, (actor.country, actor.parent)) for _, end in actor.mentions)
        found.append(Named(actor, seen, believed, tuple(group)))
    return found, people, titles


def _names(document: Document) -> tuple[list[Person], list[Organisation], list[Title]]:
    """Where people, organisations and titles stand in the journalist's text, later short forms too."""
    described = described_bodies(document)
    spans = {
        first: last
        for first, last in personal_spans(document).items()
        if not any(begin < last and first < body.last for begin, body in described.items())
    }
    titles = find_titles(document, spans)
    for first in [b for b, e in spans.items() if _in_listed_body(document, b, e)]:
        del spans[first]
    people = find_people(document, spans, titles)
    organisations = without_people(find_organisations(document, spans, titles, described), full_names(people))
    organisations += lone_governments(document, organisation_forms(organisations))
    forms = organisation_forms(organisations)
    if _give_back(document, spans, forms):
        people = find_people(document, spans, titles)
    closed = [
        title for title in titles if title.group != "organisation" and not _of_an_office(document, title)
    ]
    offices = [(title.first, title.last) for title in titles if title.group == "organisation"]
    taken = _token_spans(people, organisations, closed)
    for owner, first, last in later_organisations(document, forms, taken, offices):
        start, end = document.tokens[first].start, document.tokens[last - 1].end
        owner.short.append((start, end, document.text[start:end]))
        taken.append((first, last))
    taken += offices
    later = later_people(document, full_names(people), taken)
    if later:
        spans.update(later)
        people = find_people(document, spans, titles)
    people = [p for p in people if not document.is_boilerplate(p.start, p.end) and not _is_none(document, p)]
    organisations = [_without_acronym(_without_head(document, body, people)) for body in organisations]
    organisations = [body for body in organisations if not _in_name(body, people)]
    return people, [o for o in organisations if not document.is_boilerplate(o.start, o.end)], titles


def _in_listed_body(document: Document, first: int, last: int) -> bool:
    """Whether a name is part of a known body's: "Universitas Sultan Ageng Tirtayasa"."""
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    return any(hit.start < start for hit in document.ending(end, "organisation"))


def _without_head(document: Document, body: Organisation, people: Sequence[Person]) -> Organisation:
    """A body without the person whose name ends what is printed of it: "Direktur Bank Arjuna Felicia Tan"."""
    head = next((p for p in people if body.first < p.first and p.last == body.last), None)
    if head is None or body.known is not None or document.tokens[head.first - 1].lower in title_words():
        return body  # "Panitia Kunjungan Paus Fransiskus"
    end = document.tokens[head.first - 1].end
    name = " ".join(document.text[body.start : end].split())
    return replace(body, last=head.first, end=end, name=name)


def _without_acronym(body: Organisation) -> Organisation:
    """A body without the acronym that stands behind it with no brackets: "Komisi Pemilihan Umum KPU"."""
    *words, short = body.name.split()
    letters = "".join(word[0] for word in words if word[0].isupper())
    if body.known is not None or len(short) < _ACRONYM or short not in (letters, f"PT{letters[1:]}"):
        return body
    made = replace(body, last=body.last - 1, end=body.end - len(short) - 1, name=" ".join(words))
    made.short.append((body.end - len(short), body.end, short))
    return made


def _is_none(document: Document, person: Person) -> bool:
    """Whether a printed name is nobody's: a country's, a pronoun or an office alone ("Menteri Sosial")."""
    words = document.tokens[person.first : person.last]
    place = any(hit.end >= person.end for hit in document.starting(person.start, "country", "english"))
    office = words[0].lower in title_words() and len(words) > 1
    return place or person.name.lower() in _PRONOUNS or (office and all(map(of_offices, words)))


def _in_name(body: Organisation, people: Sequence[Person]) -> bool:
    """Whether what only the tagger calls a body is a word of a person's name: "Perry Warjiyo"."""
    return body.rule.startswith("tagger") and any(
        p.first <= body.first and body.last <= p.last for p in people
    )


def _once(made: list[Actor]) -> list[Actor]:
    """Actors of one name and kind as one: two ways of printing a body may lead to the same registry entry."""
    found: dict[tuple[str, str], Actor] = {}
    for actor in made:
        known = found.get((actor.name, actor.kind))
        if known is not None:
            aliases = dict.fromkeys((*known.aliases, *actor.aliases))
            mentions = tuple(sorted({*known.mentions, *actor.mentions}))
            actor = replace(known, mentions=mentions, aliases=tuple(aliases))
        found[actor.name, actor.kind] = actor
    return list(found.values())


def _give_back(document: Document, spans: dict[int, int], forms: Mapping[str, Organisation]) -> bool:
    """Takes out of the personal names what the article uses as an organisation's name: "Porsche Oliver
    Blume".
    """
    words = document.tokens
    changed = False
    # A single word that the tagger once takes for a body is none where it is part of a person's name.
    names = {name for name, body in forms.items() if body.rule != "tagger" or " " in body.name}
    parts = {word for name in names for word in name.split() if len(word) > 3}
    for first, last in list(spans.items()):
        if _ends_known(document, first, last, names):
            del spans[first]
            changed = True
            continue
        stop = first
        while last - stop > 2 and words[stop].text in parts and words[first - 1].lower in title_words():
            stop += 1  # "Corporate Secretary Mitra Adiperkasa Eva Andrianie"
        while stop < last and words[stop].text in names:
            stop += 1
        if stop == first and document.text[words[first].start : words[last - 1].end] in names:
            stop = last
        if stop > first:
            del spans[first]
            if stop < last:
                spans[stop] = last
            changed = True
    return changed


_LONGEST_BEFORE = 3


def _ends_known(document: Document, first: int, last: int, names: Collection[str]) -> bool:
    """Whether a personal name is the end of a body's that the article prints elsewhere: "Pangan Lestari"."""
    end = document.tokens[last - 1].end
    starts = (document.tokens[i].start for i in range(max(0, first - _LONGEST_BEFORE), first))
    return any(document.text[start:end] in names for start in starts)


def _of_an_office(document: Document, title: Title) -> bool:
    """Whether a title names an office's body and nobody: "Kantor Perdana Menteri"."""
    return title.first > 0 and document.tokens[title.first - 1].text == "Kantor"


def _token_spans(
    people: list[Person], organisations: list[Organisation], titles: list[Title]
) -> list[tuple[int, int]]:
    return [
        *((person.first, person.last) for person in people),
        *((organisation.first, organisation.last) for organisation in organisations),
        *((title.first, title.last) for title in titles),
    ]
