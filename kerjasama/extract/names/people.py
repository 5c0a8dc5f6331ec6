"""People in a document: printed names, each with the title that stands beside it.

Where the names stand is found in `kerjasama.extract.names.personal_spans`, titles in
`kerjasama.extract.names.titles`; joining full and short names of one person is
`kerjasama.extract.actors.person_actors`' subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.document import Document
from kerjasama.extract.names.person_signs import degree
from kerjasama.extract.names.title_names import skip_honorifics
from kerjasama.extract.names.titles import Title


@dataclass(slots=True)
class Person:
    """One printed name, without honorifics and degrees, at tokens [first, last); `title` if it stands
    beside it; `called` is the full name of which this is a by-name ("yang akrab disapa Jokpur").
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    title: Title | None = None
    called: str | None = None


def find_people(document: Document, spans: dict[int, int], titles: list[Title]) -> list[Person]:
    """All printed names in order, each with the title before or behind it."""
    people = [_person(document, first, last) for first, last in sorted(spans.items())]
    people = [person for person in people if person.name]
    by_first = {person.first: person for person in people}
    words = document.tokens
    for title in titles:
        person = by_first.get(skip_honorifics(document, title.last, by_first))
        if person is None and title.last < len(words) and words[title.last].text == ",":
            person = by_first.get(skip_honorifics(document, title.last + 1, by_first))
        if person is not None and person.title is None:
            person.title = title
    _titles_behind(document, people, titles)
    for person, other in pairwise(people):
        if _by_name().search(document.text, person.end, other.start):
            other.called = person.called or person.name
    return people


@lru_cache(maxsize=1)
def _by_name() -> re.Pattern[str]:
    """What stands right before the name by which somebody is called: "yang akrab disapa"."""
    return re.compile(rf"\b{alternatives('titles', 'by_names')}\s(?:[a-z]+\s)?$")


def _person(document: Document, first: int, last: int) -> Person:
    words = document.tokens
    start, end = words[first].start, words[last - 1].end
    return Person(first, last, start, end, clean_name(document.text[start:end]))


def clean_name(printed: str) -> str:
    """A name without degrees, blanks folded: "Nuria Haristiani, M.Ed., Ph.D." gives "Nuria Haristiani"."""
    name = " ".join(printed.replace("Â", "").split())
    head, comma, tail = name.partition(",")
    if comma and degree().search(tail):
        name = head
    return _without_degrees(name.strip(" .,"))


def _without_degrees(name: str) -> str:
    """A name without the degrees that no comma sets off: "Wahyudi Saputra M.Kom", "Faisal SPd"."""
    words = name.split()
    while len(words) > 1 and degree().fullmatch(words[-1].strip(".")):
        if len(words) == 2 and (words[-1].isupper() or words[-1].istitle()) and "." not in words[-1]:
            break  # "Budi MA" may be a name
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=1)
def _links() -> list[tuple[str, ...]]:
    return sorted((tuple(str(link).split()) for link in load("titles")["links"]), key=len, reverse=True)


def _titles_behind(document: Document, people: list[Person], titles: list[Title]) -> None:
    """Gives a person the title that stands behind the name: "Budi, Direktur X", "Budi selaku Direktur X"."""
    starts = {title.first: title for title in titles}
    used = {id(person.title) for person in people if person.title}
    words = document.tokens
    breaks = document.breaks
    for person in people:
        if person.title is not None:
            continue
        index = _past_degrees(document, person.last, starts)
        base = index + 1 if index < len(words) and words[index].text in (",", "(") else index
        options = [base] if base > index else []
        for link in _links():
            if tuple(word.lower for word in words[base : base + len(link)]) == link:
                options.insert(0, base + len(link))
                break
        for option in options:
            title = starts.get(option)
            held = title is not None and id(title) in used
            if (
                title is not None
                and not held
                and not any(i in breaks for i in range(person.last, option + 1))
            ):
                person.title = title
                used.add(id(title))
                break


def _past_degrees(document: Document, index: int, starts: dict[int, Title]) -> int:
    """The token behind the degrees that follow a name ("…, M.Ed., Ph.D.")."""
    words = document.tokens
    while index < len(words) and index not in document.breaks and words[index].text == ",":
        if index + 1 in starts:
            break
        stop = index + 1
        while (
            stop < len(words) and stop not in document.breaks and words[stop].text != "," and stop - index < 6
        ):
            stop += 1
        printed = document.text[words[index].end : words[stop - 1].end].replace(" ", "").strip(".")
        if not degree().fullmatch(printed):
            break
        index = stop
    return index
