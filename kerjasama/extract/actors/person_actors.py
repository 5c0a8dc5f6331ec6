"""People as actors: printed names joined to one person, with office, organisation and country.

Where the names stand is found in `people.py`, the offices in `titles.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.extract.actors.abroad_signs import abroad
from kerjasama.extract.actors.employers import (
    Employer,
    employer,
    homeland,
    implied,
    named_in,
    own_words,
    pointed_at,
)
from kerjasama.extract.actors.home_signs import at_home
from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.actors.unplaced import is_shown, most_named, unplaced
from kerjasama.extract.document import Document
from kerjasama.extract.names.people import Person
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import country_names, organisations, public_people, word_set
from kerjasama.records import HOME, OUTSIDE, Actor, Anchor
from kerjasama.text.name_forms import sounds_at_home
from kerjasama.text.name_origins import origin
from kerjasama.text.names import is_common, without_article

_CALLED, _CUT = 3, 3
"""Letters of a call name, and letters that it cuts off, at least."""
_BLENDED = 5
"""Letters of a name that is blended from others at least."""

_HOME_NAME = country_names()[HOME]
_ROYAL = word_set("name_words", "people_royal")
_EMBASSY, _CONSULATE = (tuple(load("organisation_forms")[key]) for key in ("embassies", "consulates"))


def full_names(people: list[Person]) -> list[str]:
    """One name for each person, the fullest."""
    return [
        max((p.name for p in group), key=lambda n: (len(n.split()), len(n))) for group in join_people(people)
    ]


def join_people(found: list[Person]) -> list[list[Person]]:
    """Joins printed names to persons: a short name is the person whose full name holds all its words."""
    groups: list[list[Person]] = []
    known = public_people()
    called = {person.name: person.called for person in found if person.called}
    for person in sorted(found, key=lambda p: (-len(p.name.split()), p.start)):
        public = known.get(person.name.lower())
        words = person.name.split()
        matches = [group for group in groups if _same_person(words, group[0].name.split())]
        if person.name in called:
            matches = [
                group for group in groups if any(p.name == called[person.name] for p in group)
            ] or matches
        if not matches and public is not None:
            # "Jokowi" and "Joko Widodo" share no word.
            matches = [group for group in groups if known.get(group[0].name.lower()) == public]
        if not matches and public is None:
            matches = [group for group in groups if _is_told_short(person, group)]
        if matches:
            # Of two bearers of a name the one introduced last before this mention.
            before = [g for g in matches if min(p.start for p in g) <= person.start]
            target = max(
                before or matches,
                key=lambda g: max((p.start for p in g if p.start <= person.start), default=-1),
            )
            target.append(person)
        else:
            groups.append([person])
    for group in groups:
        group.sort(key=lambda p: p.start)
    return groups


def _same_person(words: list[str], whole: list[str]) -> bool:
    """Whether the words of a name stand in the full name, small misprints allowed, or are its initials
    ("SYL"), or its given name behind a royal's rank ("Pangeran Faisal", Faisal bin Farhan).
    """
    if words[0] in _ROYAL and words[1:] == whole[:1]:
        return True
    if len(words) == 1 and words[0].isupper() and 2 < len(words[0]) == len(whole):
        return words[0] == "".join(word[0] for word in whole)
    small, large = ([without_article(word).lower() for word in name] for name in (words, whole))
    return all(any(word == other or _misprint(word, other) for other in large) for word in small)


def _is_told_short(person: Person, group: list[Person]) -> bool:
    """Whether a lone name is the call name of, or a blend from, a fuller one told before."""
    if " " in person.name or person.start <= min(p.start for p in group):
        return False
    return _call_name(person, group) or _blend_of(person.name, group[0].name)


def _call_name(person: Person, group: list[Person]) -> bool:
    """Whether a lone name without a title cuts short a word of a fuller one ("Melki" for "Emanuel Melkiades
    Laka Lena"), as Indonesians are called.
    """
    if len(person.name) < _CALLED or person.title is not None:
        return False
    longer = [word for word in group[0].name.split() if len(word) >= len(person.name) + _CUT]
    # "Sugionobuka" is no name but two words without the space.
    rests = [word[len(person.name) :] for word in longer if word.startswith(person.name)]
    return any(not is_common(rest.capitalize()) for rest in rests)


def _blend_of(name: str, whole: str) -> bool:
    """Whether a name is made of the beginnings of a fuller one: "Zulhas", Zulkifli Hasan."""
    return len(name) >= _BLENDED and _begins_in_turn(name.lower(), whole.lower().split())


def _begins_in_turn(blend: str, words: Sequence[str], pieces: int = 0) -> bool:
    """Whether a blend is the beginnings, of two letters or more, of two or more of the words in turn."""
    if not blend:
        return pieces > 1
    return any(
        blend.startswith(word[:length]) and _begins_in_turn(blend[length:], words[place + 1 :], pieces + 1)
        for place, word in enumerate(words)
        for length in range(2, len(word) + 1)
    )


def _misprint(a: str, b: str) -> bool:
    """Equal but for a letter lost at the end or one letter replaced, in words of five letters and more."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


class _Told(NamedTuple):
    """What an office or a body beside a name tells of a person, and what joins the body to the name."""

    organisation: str | None = None
    country: str | None = None
    rule: str = "country.default"
    employed: Employer | None = None


def person_actor(
    document: Document,
    group: list[Person],
    offices: ActorIndex,
    bodies: ActorIndex,
    placed: dict[int, tuple[str | None, str | None]],
) -> Actor:
    """One person; `offices` are the bodies believed, `bodies` all that are named, and `placed` holds country
    and organisation of those already made, by where their names end.
    """
    full = max(group, key=lambda p: (len(p.name.split()), len(p.name)))
    titles = [p.title for p in group if p.title is not None]
    title = next((held for held in titles if not held.former), titles[0] if titles else None)
    if title is not None:
        told = _by_office(document, group, title, full.name, offices, bodies)
    else:
        told = _by_employer(document, group, full.name, offices, bodies)
    country, rule = _country(document, group, title, full, told, offices)
    organisation = told.organisation
    if rule == "country.press" and title is not None and organisation is None:
        listed = _listed_before(document, title, placed)
        if listed is not None:
            country, organisation, rule = listed[0], listed[1], "country.enumeration"
    if title is not None and title.country is None and organisation == title.organisation:
        organisation = _of_country(organisation, country)
    spans = tuple(sorted({(p.start, p.end) for p in group}))
    anchors = [Anchor("country", rule, *((title.start, title.end) if title else spans[0]))]
    if title is not None:
        anchors.append(Anchor("role_title", "title", title.start, title.end))
    if told.employed is not None:
        anchors.append(Anchor("parent", told.employed.rule, told.employed.start, told.employed.end))
    return Actor(
        name=full.name,
        kind="person",
        country=country,
        mentions=spans,
        parent=organisation,
        role_title=title.full if title else None,
        aliases=tuple(name for name in dict.fromkeys(p.name for p in group) if name != full.name),
        anchors=tuple(anchors),
    )


def _of_country(body: str | None, country: str | None) -> str | None:
    """The ministry of a foreign minister's title without a country: "Kementerian Keuangan Prancis"."""
    abroad = country_names().get(country or "") if country != HOME else None
    return f"{body} {abroad}" if body and abroad and body.startswith("Kementerian ") else body


def _by_office(
    document: Document,
    group: list[Person],
    title: Title,
    name: str,
    offices: ActorIndex,
    bodies: ActorIndex,
) -> _Told:
    """What an office tells: its body, else the one beside the name that has such an office; the country."""
    body, employed = office_body(title, offices), None
    organisation = title.organisation
    if body is None and organisation is None and title.group == "organisation":
        body, organisation, employed = _beside_office(document, group, title, offices, bodies)
    organisation = body.name if body is not None else organisation
    sent = origin(name)
    if title.country == HOME and sent is not None and sent in _bodies_countries(document, title):
        # "Kepala JICA Indonesia Sato Hiroshi"
        return _Told(organisation, sent, "country.name_origin", employed)
    if title.country and (body is None or not _of_its_body(title, body)):
        return _Told(organisation, title.country, "country.title", employed)
    if body is not None:
        return _Told(organisation, *_of_body(document, name, body), employed)
    return _Told(organisation, employed=employed)


def _of_its_body(title: Title, body: Actor) -> bool:
    """Whether the country in a title only tells where a body from abroad works ("Direktur USAID Indonesia")
    or with which country one at home deals ("Ketua Komite Bilateral Rusia Kadin Indonesia").
    """
    if title.country == HOME:
        return body.country not in (HOME, None) and title.full.endswith(_HOME_NAME)
    ends = title.full.endswith(body.forms)
    return body.country == HOME and ends and country_names()[title.country or ""] not in body.name


def _beside_office(
    document: Document, group: list[Person], title: Title, offices: ActorIndex, bodies: ActorIndex
) -> tuple[Actor | None, str | None, Employer | None]:
    """The body of an office that holds none: believed, else its name alone; and what joins it to the person.

    It is the one with whose name the office ends, the one beside the person, what the office says by itself,
    a body that is no actor, the last one that has such an office.
    """
    body = named_in(document, title, offices)
    employed = None if body else employer(document, group, offices) or pointed_at(document, group, offices)
    named = None if body or employed else own_words(document, title)
    if not (body or employed or named):
        doubtful = employer(document, group, bodies)
        named = doubtful.body.name if doubtful else None
        employed = doubtful or implied(document, title, offices)
    if employed is not None and named is None:
        body = employed.body
    return body, named, employed


def _by_employer(
    document: Document, group: list[Person], name: str, offices: ActorIndex, bodies: ActorIndex
) -> _Told:
    """What the body beside the name of a person without an office tells: its country only if believed."""
    employed = employer(document, group, bodies) or pointed_at(document, group, offices)
    if employed is None:
        return _Told()
    if employed.body not in offices.actors:
        return _Told(employed.body.name, employed=employed)
    return _Told(employed.body.name, *_of_body(document, name, employed.body), employed)


def _country(
    document: Document,
    group: list[Person],
    title: Title | None,
    full: Person,
    told: _Told,
    offices: ActorIndex,
) -> tuple[str | None, str]:
    """Country and rule: the office's, a well-known person's own, the body's, else the first one told."""
    public = public_people().get(full.name.lower())
    home = at_home(document, group, title) if told.country is None else None
    if public is not None and home is None and (told.country is None or told.rule == "country.organisation"):
        return public[1], "registry.public_people"
    if told.country is not None:
        return told.country, told.rule
    return (
        abroad(document, group, offices)
        or home
        or homeland(document, group)
        or _foreign_office(document, title)
        or unplaced(document, full.name, full.start, person=True)
    )


def _of_body(document: Document, name: str, body: Actor) -> tuple[str | None, str]:
    """The country of a body's people: the body's, but for a name that plainly is at home, as Malay ones
    are in both countries, and one that shows whence somebody is sent: "Direktur PT Samudra Lee Do-hyun".
    """
    sent = origin(name)
    if body.country == HOME and sent is not None and is_shown(document, sent):
        return sent, "country.name_origin"
    alike = body.country in load("titles")["malay_countries"]
    if (
        body.country not in (HOME, OUTSIDE)
        and not alike
        and sounds_at_home(name, person=True) > _PLAINLY_HOME
    ):
        return HOME, "country.name_form"
    return body.country, "country.organisation"


# Log odds of being at home from which a name's sound outweighs a foreign employer: "Country Manager X Budi".
_PLAINLY_HOME = 1.5


def _bodies_countries(document: Document, title: Title) -> set[str]:
    """The countries of the registry's bodies that a title names."""
    hits = document.entities_in(title.start, title.end)
    return {organisations()[hit.code].country for hit in hits if hit.kind == "organisation"}


def _listed_before(
    document: Document, title: Title, placed: dict[int, tuple[str | None, str | None]]
) -> tuple[str | None, str | None] | None:
    """Country and organisation of the person before whom one is listed: "Direktur A X, Direktur B Y, dan
    Z".
    """
    for end, (country, organisation) in placed.items():
        gap = document.text[end : title.start]
        if 0 < len(gap) <= 10 and re.fullmatch(r"[.,;]?\s*(?:dan|serta)?\s*", gap):
            return country, organisation
    return None


def _foreign_office(document: Document, title: Title | None) -> tuple[str, str] | None:
    """Of an office that Indonesia has not and that names no country: the foreign country most named."""
    if title is not None and title.group == "country":
        head = title.head.lower()
        if not head.startswith(tuple(load("titles")["shared_offices"])):
            foreign = most_named(document)
            if foreign is not None:
                return foreign, "country.foreign_office"
    return None


def office_body(title: Title, offices: ActorIndex) -> Actor | None:
    """The organisation actor that a title names in its own words, or that its office belongs to."""
    inside = [actor for start, end, actor in offices.mentions if title.start <= start and start < title.end]
    if title.group == "country" and title.country:
        # "Duta Besar Iran untuk PBB" is sent to it.
        inside = [actor for actor in inside if actor.country == title.country]
    if inside:
        return (
            inside[-1]
            if title.group == "organisation" and len(inside) > 1 and inside[0].country == inside[-1].country
            else inside[0]
        )
    named = offices.named(title.organisation) if title.organisation else None
    return named or _mission(title, offices)


def _mission(title: Title, offices: ActorIndex) -> Actor | None:
    """The one embassy or consulate of an envoy's country in the article: "KBRI Ottawa" of "Dubes RI"."""
    house = next(
        (forms for forms in (_EMBASSY, _CONSULATE) if (title.organisation or "").startswith(forms)), None
    )
    if house is None or title.country is None:
        return None
    found = [one for one in offices.actors if one.name.startswith(house) and one.country == title.country]
    return found[0] if len(found) == 1 else None
