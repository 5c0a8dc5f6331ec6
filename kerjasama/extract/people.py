"""People in a document: where their names stand, and which title belongs to which name.

Joining full and short names of one person is `actors.py`'s subject; titles are found in `titles.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.registry import media, no_actor_words, no_names
from kerjasama.extract.titles import Title, honorifics, is_title_head, ministry_fields

_SKIPPED = frozenset(("TNI", "Pol", "Inf", "Purn", "RI", "(", ")", "."))


@dataclass(slots=True)
class Person:
    """One printed name, without honorifics and degrees, at tokens [first, last); `title` if it stands beside it."""

    first: int
    last: int
    start: int
    end: int
    name: str
    title: Title | None = None


def personal_spans(document: Document) -> dict[int, int]:
    """First to last token of every personal name that the tagger saw, honorifics and titles cut off."""
    words = document.tokens
    found: dict[int, int] = {}
    for name in document.names:
        if name.kind != "PER":
            continue
        first, last = name.first, name.last
        while first < last and (
            words[first].lower.strip(".") in honorifics()
            or words[first].text in (".", ",", "(")
            or (first + 1 < last and words[first].lower in _title_starts())
        ):
            first += 1
        while last > first and words[last - 1].text in (".", ",", "(", "-", "'", "/"):
            last -= 1
        phrase = document.text[words[first].start : words[last - 1].end] if last > first else ""
        if (
            not phrase
            or phrase in no_names()
            or phrase.lower() in media()
            or words[first].text in no_actor_words()
        ):
            continue
        if any(
            hit.start == words[first].start and hit.end >= words[last - 1].end
            for hit in document.starting(words[first].start)
        ):
            continue
        if any(character.isdigit() for character in phrase) or len(phrase) < 2:
            continue
        found[first] = last
    return found


def _title_starts() -> frozenset[str]:
    from kerjasama.extract.titles import title_words

    return title_words()


def find_people(document: Document, spans: dict[int, int], titles: list[Title]) -> list[Person]:
    """All printed names in order, each with the title before or behind it."""
    people = [_person(document, first, last) for first, last in sorted(spans.items())]
    by_first = {person.first: person for person in people}
    words = document.tokens
    for title in titles:
        person = by_first.get(_after_honorifics(document, title.last))
        if person is None and title.last < len(words) and words[title.last].text == ",":
            person = by_first.get(_after_honorifics(document, title.last + 1))
        if person is not None and person.title is None:
            person.title = title
    _titles_behind(document, people, titles)
    return people


def _after_honorifics(document: Document, index: int) -> int:
    """The token behind honorifics, ranks and their full stops that begin at `index`."""
    words = document.tokens
    while index < len(words) and (
        (
            words[index].lower.strip(".") in honorifics()
            and words[index].text[0].isupper()
            or words[index].text == "dr"
        )
        or (words[index].text in _SKIPPED and words[index - 1].lower in honorifics() | {"tni", "purn", "("})
        or (len(words[index].text) == 1 and words[index].text in ".")
    ):
        index += 1
    return index


def _person(document: Document, first: int, last: int) -> Person:
    words = document.tokens
    start, end = words[first].start, words[last - 1].end
    return Person(first, last, start, end, clean_name(document.text[start:end]))


def clean_name(printed: str) -> str:
    """A name without degrees, blanks folded: "Nuria Haristiani, M.Ed., Ph.D." gives "Nuria Haristiani"."""
    name = " ".join(printed.split())
    head, comma, tail = name.partition(",")
    if comma and _degree().search(tail):
        name = head
    return name.strip(" .,")


def _degree() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(str(degree))}\b" for degree in load("titles")["degrees"]))


def _titles_behind(document: Document, people: list[Person], titles: list[Title]) -> None:
    """Gives a person the title that stands behind the name: "Budi, Direktur X", "Budi selaku Direktur X"."""
    starts = {title.first: title for title in titles}
    used = {id(person.title) for person in people if person.title}
    words = document.tokens
    links = sorted((tuple(str(link).split()) for link in load("titles")["links"]), key=len, reverse=True)
    breaks = frozenset(document.breaks)
    for person in people:
        if person.title is not None:
            continue
        index = person.last
        # Degrees between name and title.
        while index + 1 < len(words) and words[index].text in (",", ".") and index + 1 not in breaks:
            probe = index + 1
            if starts.get(probe) or not _degree().fullmatch(words[probe].text):
                break
            index = probe + 1
        options = [index + 1] if index < len(words) and words[index].text in (",", "(") else []
        base = options[0] if options else index
        for link in links:
            if tuple(word.lower for word in words[base : base + len(link)]) == link:
                options.insert(0, base + len(link))
                break
        for option in options:
            title = starts.get(option)
            if (
                title is not None
                and id(title) not in used
                and not any(i in breaks for i in range(person.last, option + 1))
            ):
                person.title = title
                used.add(id(title))
                break


def is_name_like(document: Document, first: int, last: int) -> bool:
    """Whether tokens [first, last) may be a personal name: one to five capitalised words, none of an office."""
    words = document.tokens
    return 0 < last - first <= 5 and all(
        word.text[0].isupper()
        and word.text not in ministry_fields()
        and not is_title_head(document, first + i)
        for i, word in enumerate(words[first:last])
    )
