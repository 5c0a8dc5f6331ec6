"""People in a document: where their names stand, and which title belongs to which name.

Joining full and short names of one person is `actors.py`'s subject; titles are found in `titles.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.names.offices import (
    CALENDAR,
    honorifics,
    is_title_head,
    ministry_fields,
    says,
    title_words,
)
from kerjasama.extract.names.title_names import skip_honorifics
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import heads, media, no_actor_words, no_names, public_people, tails, word_set
from kerjasama.text.name_origins import origin
from kerjasama.text.names import is_common

# What stands before the verb that follows a quotation.
_BEFORE_VERB = frozenset((",", '"', "”", "“", "?", "!", "'", "’", ".", "…"))
_JOBS = word_set("name_words", "people_jobs")
# Words of names that are no person's: products, places, programmes.
_NO_NAME = word_set("name_words", "people_no_name")
_LEGAL = word_set("name_words", "people_legal")
_GIVEN = word_set("name_words", "people_given")
_NOBLE = word_set("name_words", "people_noble")
# A capitalised word behind one of these is a place.
_PLACE_WORDS = word_set("name_words", "people_place_words")


# A glued person's name has at most so many words; how much its first must score for a person against a body,
# and below which sum the words are a body's. Set on a dozen written sentences; on the sample newsroom actors
# go from 0.759 to 0.763, on the 361 training articles of corpus-facts nothing changes.
_LONGEST = 4
_BEGINS = 0.5
_PLAINLY_A_BODY = -4.0
_GIVEN_LEAST = -1.0
_PLAIN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-Z]?[a-zà-ÿ]+)?")


@dataclass(slots=True)
class Person:
    """One printed name, without honorifics and degrees, at tokens [first, last); `title` if it stands
    beside it.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    title: Title | None = None


def personal_spans(document: Document) -> dict[int, int]:
    """First to last token of every personal name that the tagger saw, honorifics and titles cut off."""
    words = document.tokens
    opening = frozenset(document.breaks)
    found: dict[int, int] = {}
    for name in document.names:
        if name.kind != "PER":
            continue
        first, last = name.first, name.last
        while (
            first < last
            and not _opens_name(document, first, last)
            and (
                words[first].lower.strip(".") in honorifics()
                or words[first].text in (".", ",", "(")
                or (first + 1 < last and words[first].lower in title_words())
            )
        ):
            first += 1
        if first in opening and last - first > 1 and is_common(words[first].text):
            first += 1  # "Kehadiran Elsa" at the beginning of a sentence
        while (
            last - first > 1
            and words[first].text.isupper()
            and len(words[first].text) > 1
            and _mixed(words[first + 1].text)
        ):
            first += 1  # "CEO INA Ridha Wirakusumah"
        while (
            last - first > 1
            and is_common(words[first].text)
            and _text(document, first + 1, last).lower() in public_people()
        ):
            first += 1  # "Tarif Trump"
        while last - first > 2 and words[first].text in (
            "International",
            "Group",
            "Indonesia",
            "Global",
            "Asia",
        ):
            first += 1  # "President of GAC International Wei Haigang"
        while last > first and words[last - 1].text in (".", ",", "(", "-", "'", "/"):
            last -= 1
        first = _from_comma(document, first, opening)
        if last > first and not _no_person(document, first, last):
            found[first] = last
    for hit in document.entity_hits:
        if hit.kind == "person" and document.sentence_at(hit.start) >= 0:
            first, last = document.token_at(hit.start), document.token_at(hit.end)
            if words[first].start != hit.start or words[last - 1].end != hit.end:
                continue  # "Prabowo-Gibran"
            over = {b: e for b, e in found.items() if b < last and e > first}
            if all(first <= b and e <= last for b, e in over.items()):
                for begin in over:
                    del found[begin]  # "Ali Khamenei", of which the tagger saw "Khamenei"
                found[first] = last
    _with_given_names(document, found)
    _attributed(document, found)
    _behind_bodies(document, found)
    _by_family_names(document, found)
    return found


def _with_given_names(document: Document, found: dict[int, int]) -> None:
    """Takes in what stands before a single word and can only be a given name: "di Surabaya Uehara Masato".

    The tagger may miss a rare given name. The words taken in are in no list and not plainly a body's,
    or make a Japanese or Korean name with the one behind them.
    """
    words, breaks = document.tokens, frozenset(document.breaks)
    ends = set(found.values())
    for first, last in [(b, e) for b, e in found.items() if e - b == 1]:
        begin = first
        while (
            begin > 0
            and not {begin, begin - 1} & breaks
            and first - begin < _LONGEST - 1
            and begin not in ends
            and _PLAIN.fullmatch(words[begin - 1].text)
            and (
                _may_be_given(document, begin - 1)
                or (begin == first and origin(_text(document, first - 1, last)) in ("JP", "KR"))
            )
        ):
            begin -= 1
        if begin < first:
            del found[first]
            found[begin] = last


def _may_be_given(document: Document, index: int) -> bool:
    """Whether the word at `index` may be a given name: in no list, and not plainly a body's."""
    word = document.tokens[index]
    listed = word.lower in title_words() | honorifics() or word.text in CALENDAR | ministry_fields()
    return (
        not (listed or is_common(word.text) or tails().get(word.text) or heads().get(word.text))
        and not document.starting(word.start)
        and not document.ending(word.end)
        and not document.places_at(word.start)
        and document.person_scores[index] > _GIVEN_LEAST
    )


def _opens_name(document: Document, first: int, last: int) -> bool:
    """Whether a word that may be a title or an honorific is of the name: "Sri Mulyani", "Agung Wicaksono".

    A noble's or a cleric's rank does where nothing but a single word would be left: "Pangeran Diponegoro".
    """
    words = document.tokens
    if words[first].text not in _GIVEN | _NOBLE or first + 1 >= last or not _mixed(words[first + 1].text):
        return False
    if words[first + 1].lower.strip(".") in honorifics() | title_words() or words[first + 1].text in _NOBLE:
        return False  # "Sri Sultan Hamengku Buwono"
    if words[first].text in _GIVEN:
        return True
    goes_on = last < len(words) and words[last].text in ("bin", "al", "el", "Al", "van", "von", "de")
    return not goes_on and sum(len(word.text) > 1 for word in words[first + 1 : last]) == 1


def _by_family_names(document: Document, found: dict[int, int]) -> None:
    """Adds who ends what the tagger calls a body, by a name that tells its country: "Biro X Tanaka Kenji"."""
    words = document.tokens
    for name in document.names:
        first = name.last - 2
        if name.kind == "ORG" and first - name.first >= 2 and not document.starting(words[first].start):
            shown = origin(_text(document, first, name.last))
            if shown in ("JP", "KR") and not any(b < name.last and e > first for b, e in found.items()):
                found[first] = name.last


def _behind_bodies(document: Document, found: dict[int, int]) -> None:
    """Adds who is glued to the body he heads: "Direktur PT Sari Laut Wibowo Santosa mengatakan".

    A body's name that follows a title and runs on to the verb holds the title's owner in its last words. The
    tagger's scores of the words by themselves, neighbours aside, tell where he begins: the first of them must
    rather be a person's than a body's, and the rest not plainly a body's.
    """
    words = document.tokens
    for name in document.names:
        last = name.last
        titled = name.first > 0 and words[name.first - 1].lower in title_words()
        if name.kind != "ORG" or not titled or last - name.first < 4 or last >= len(words):
            continue
        goes_on = words[last].text.islower() or words[last].text == ","
        if not goes_on or any(b < last and e > name.first for b, e in found.items()):
            continue
        gains = document.person_scores[name.first : last]
        starts = [
            k
            for k in range(max(2, len(gains) - _LONGEST), len(gains) - 1)
            if gains[k] >= _BEGINS and all(_mixed(word.text) for word in words[name.first + k : last])
        ]
        best = max(starts, key=lambda k: sum(gains[k:]), default=None)
        if best is not None and sum(gains[best:]) > _PLAINLY_A_BODY:
            found[name.first + best] = last


def _from_comma(document: Document, first: int, opening: frozenset[int]) -> int:
    """ "…, Dafri Agus Salim", "(Kemperin) Eko SA Cahyanto": a name begins at a mark or a legal form."""
    words = document.tokens
    begin = first
    while begin > 0 and begin not in opening and first - begin < 3:
        word = words[begin - 1]
        if word.text in (",", ")", "Tbk", "Ltd"):
            return begin
        known = document.starting(word.start) or document.places_at(word.start)
        initials = begin < first and word.text.isupper() and len(word.text) <= 2
        plain = (
            _mixed(word.text) and not is_common(word.text) and word.lower not in honorifics() | title_words()
        )
        if known or not (plain or initials or (word.text.isupper() and len(word.text) == 2)):
            break
        begin -= 1
    return first


def _text(document: Document, first: int, last: int) -> str:
    return document.text[document.tokens[first].start : document.tokens[last - 1].end]


def _mixed(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def introduced(document: Document, first: int, last: int) -> bool:
    """Whether a title, an honorific or a verb of saying beside the words shows that they name a person."""
    words = document.tokens
    before = words[first - 1].lower.strip(".") if first else ""
    behind = words[last].lower if last < len(words) else ""
    return before in honorifics() or before in title_words() or before in _quoting() or behind in says()


def _attributed(document: Document, found: dict[int, int]) -> None:
    """Adds what stands behind a quotation's verb: in `," kata Heru` a capitalised word is a person.

    Not an office, a body, a medium or an abbreviation: those are found as such.
    """
    words, breaks = document.tokens, frozenset(document.breaks)
    taken = {index for first, last in found.items() for index in range(first, last)}
    for index in range(1, len(words) - 1):
        if words[index].lower not in _quoting() or words[index - 1].text not in _BEFORE_VERB:
            continue
        first = skip_honorifics(document, index + 1)
        last = first
        while last < len(words) and last - first < 4 and last not in breaks and _mixed(words[last].text):
            if words[last].text in CALENDAR or is_title_head(document, last) or last in taken:
                break
            last += 1
        if last == first or first in taken or last in taken or heads().get(words[first].text):
            continue
        phrase = _text(document, first, last)
        if document.starting(words[first].start) or phrase.lower() in media() or phrase in no_names():
            continue
        if any(tails().get(word.text) for word in words[first:last]) or document.places_at(
            words[first].start
        ):
            continue
        found[first] = last


@lru_cache(maxsize=1)
def _quoting() -> frozenset[str]:
    return frozenset(load("speech_verbs")["short"])


def _no_person(document: Document, first: int, last: int) -> bool:
    """Whether what the tagger calls a person is something else by its words or by the word before it."""
    words = document.tokens
    phrase = document.text[words[first].start : words[last - 1].end]
    if any(word.text in no_actor_words() or word.text in _NO_NAME for word in words[first:last]):
        return True
    if all(is_common(word.text) for word in words[first:last]) and not introduced(document, first, last):
        return True
    if phrase in no_names() or phrase.lower() in media() or words[first].text in no_actor_words():
        return True
    if phrase == document.article.dateline_place and not introduced(document, first, last):
        return True  # "Slawi (ANTARA) - …", a town that is in no list
    if re.fullmatch(r"(?:[A-Z]\s*\.\s*)*[A-Z]?", phrase):
        return True
    if "-" in phrase and all(part.lower() in public_people() for part in phrase.split("-")):
        return True  # "Prabowo-Gibran"
    if len(phrase) < 2 or any(character.isdigit() for character in phrase):
        return True
    known = document.starting(words[first].start)
    if all(any(hit.kind != "person" for hit in document.starting(word.start)) for word in words[first:last]):
        return True  # "Kyoto Jepang"
    if any(hit.end >= words[last - 1].end and hit.kind != "person" for hit in known):
        return True
    if all(word.lower in title_words() or word.text in _JOBS for word in words[first:last]):
        return True
    if any(tails().get(word.text) or word.text in _LEGAL for word in words[first:last]):
        return True
    if heads().get(words[first].text) or all(word.text in ministry_fields() for word in words[first:last]):
        return True
    if _degree().fullmatch(re.sub(r"\s", "", phrase).strip(".")) or phrase in (
        "Ph",
        "D",
        "Si",
        "Sc",
        "Dr",
        "Pd",
        "Ed",
    ):
        return True
    return first > 0 and words[first - 1].lower in _PLACE_WORDS


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
    return people


def _person(document: Document, first: int, last: int) -> Person:
    words = document.tokens
    start, end = words[first].start, words[last - 1].end
    return Person(first, last, start, end, clean_name(document.text[start:end]))


def clean_name(printed: str) -> str:
    """A name without degrees, blanks folded: "Nuria Haristiani, M.Ed., Ph.D." gives "Nuria Haristiani"."""
    name = " ".join(printed.replace("Â", "").split())
    head, comma, tail = name.partition(",")
    if comma and _degree().search(tail):
        name = head
    return name.strip(" .,")


@lru_cache(maxsize=1)
def _degree() -> re.Pattern[str]:
    degrees = sorted((str(degree) for degree in load("titles")["degrees"]), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(degree)}\b" for degree in degrees))


@lru_cache(maxsize=1)
def _links() -> list[tuple[str, ...]]:
    return sorted((tuple(str(link).split()) for link in load("titles")["links"]), key=len, reverse=True)


def _titles_behind(document: Document, people: list[Person], titles: list[Title]) -> None:
    """Gives a person the title that stands behind the name: "Budi, Direktur X", "Budi selaku Direktur X"."""
    starts = {title.first: title for title in titles}
    used = {id(person.title) for person in people if person.title}
    words = document.tokens
    breaks = frozenset(document.breaks)
    for person in people:
        if person.title is not None:
            continue
        index = _past_degrees(document, person.last, starts, breaks)
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


def _past_degrees(document: Document, index: int, starts: dict[int, Title], breaks: frozenset[int]) -> int:
    """The token behind the degrees that follow a name ("…, M.Ed., Ph.D.")."""
    words = document.tokens
    while index < len(words) and index not in breaks and words[index].text == ",":
        if index + 1 in starts:
            break
        stop = index + 1
        while stop < len(words) and stop not in breaks and words[stop].text != "," and stop - index < 6:
            stop += 1
        printed = document.text[words[index].end : words[stop - 1].end].replace(" ", "").strip(".")
        if not _degree().fullmatch(printed):
            break
        index = stop
    return index
