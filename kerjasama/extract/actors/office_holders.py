"""Who is meant by an office that stands without a name.

It is whoever holds it in the article, else its body. But heads of state, ministers and envoys who meet
somebody, and whom nobody named is, are people of a meeting (codebook section 2): "Presiden menerima …",
"bertemu Raja Yordania".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.actors.index import ActorIndex, fold
from kerjasama.extract.actors.person_actors import office_body
from kerjasama.extract.document import Document
from kerjasama.extract.names.people import Person
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import HOME_NAMES, word_set
from kerjasama.records import HOME, Actor, Anchor

_MEETS = re.compile(
    rf"\s+(?:{alternatives('name_words', 'nameless_before_verb')}\s+)*"
    rf"{alternatives('name_words', 'nameless_meets')}\b"
)
_IS_MET = re.compile(rf"\b{alternatives('name_words', 'nameless_met_by')}\s+\Z", re.I)
_AT_HOME = tuple(word_set("name_words", "nameless_at_home"))
_LONGEST = 40
# "Konsul Jenderal Tiongkok di Denpasar, Zhu Xinglong": what may stand before his name.
_POST = re.compile(r"(?:\s+(?:di|untuk))?(?:\s+[A-Z][\w-]+){0,3}(?:\s*\([^()]*\))?[,\s]*")


def office_holders(
    titles: list[Title], people: list[Person], persons: list[list[Person]], index: ActorIndex
) -> dict[int, str]:
    """Who speaks in an office: the person named beside it, else whoever holds it in this article, else its
    body.
    """
    holders: dict[int, str] = {}
    by_title: dict[tuple[str, str], str] = {}
    for group in persons:
        name = max(group, key=lambda p: (len(p.name.split()), len(p.name))).name
        for person in group:
            if person.title is not None:
                holders[person.title.start] = name
                by_title.setdefault(_key(person.title), name)
    for title in titles:
        if title.start in holders:
            continue
        if holder := _holder(_key(title), by_title):
            holders[title.start] = holder
        elif body := office_body(title, index):
            holders[title.start] = body.name
    return holders


def _holder(key: tuple[str, str], by_title: Mapping[tuple[str, str], str]) -> str | None:
    """Whoever holds the office of that key, or one of its group whose words are the longer or shorter."""
    if key in by_title:
        return by_title[key]
    group, office = key
    alike = (
        name
        for (other_group, other), name in by_title.items()
        if other_group == group and (other.startswith(office) or office.startswith(other))
    )
    return next(alike, None)


def _key(title: Title) -> tuple[str, str]:
    """What is alike in two ways of printing an office: its group, its words written out, home left out."""
    head, *rest = re.sub(rf"\b{HOME_NAMES}\b", "", title.full).split() or [""]
    return title.group, fold(" ".join((load("titles")["short_offices"].get(head, head), *rest)))


def nameless_officials(
    document: Document, titles: Iterable[Title], holders: Mapping[int, str], people: Collection[Actor]
) -> list[Actor]:
    """One person for each office that meets or is met and that nobody named in the article holds.

    `holders` maps the start of a title to who speaks in that office, `people` are the named persons.
    """
    names = {person.name for person in people}
    starts = {start for person in people for start, _ in person.mentions}
    found: dict[tuple[str, str], list[Title]] = {}
    for title in titles:
        country = title.country or (HOME if title.head.startswith(_AT_HOME) else None)
        behind = _POST.match(document.text, title.end)
        named = title.former or holders.get(title.start) in names or (behind and behind.end() in starts)
        if (
            country
            and not named
            and title.group in ("ministry", "country", "region")
            and _meets(document, title)
        ):
            found.setdefault((title.head.lower(), country), []).append(title)
    return [_official(held, country) for (_, country), held in found.items()]


def _meets(document: Document, title: Title) -> bool:
    """Whether an office stands beside a word of meeting, as who meets or as who is met."""
    text, start, end = document.text, title.start, title.end
    return bool(_MEETS.match(text, end) or _IS_MET.search(text, max(0, start - _LONGEST), start))


def _official(held: list[Title], country: str) -> Actor:
    """The person who holds an office that stands at several places, called as it is printed most fully."""
    forms = sorted({_printed(title) for title in held}, key=lambda form: (-len(form), form))
    return Actor(
        name=forms[0],
        kind="person",
        country=country,
        mentions=tuple((title.start, title.end) for title in held),
        parent=held[0].organisation,
        role_title=held[0].full,
        aliases=tuple(forms[1:]),
        anchors=(Anchor("country", "country.title", held[0].start, held[0].end),),
    )


def _printed(title: Title) -> str:
    """An office as printed, without the place where who holds it meets: only envoys are posted to one."""
    posted = title.head.split()[-1].lower() in load("titles")["envoys"]
    text = re.sub(r"\s*\([^()]*\)\s*$", "", title.text)
    return " ".join((text if posted else text.partition(" di ")[0]).split())
