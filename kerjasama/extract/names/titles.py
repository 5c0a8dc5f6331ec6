"""Offices and titles of people in a document: where they stand, whose they are, and for which organisation.

The names themselves come from `kerjasama.text.names`; joining them to one person is `people.py`'s subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.names.offices import honorifics, is_title_head, ministry_fields, title_words
from kerjasama.extract.names.title_bodies import body_of, country_of, country_of_region
from kerjasama.extract.names.title_names import (
    NAME_OFFICES,
    correct,
    cut_by_acronym,
    name_before,
    name_behind,
    past_body,
    with_given_offices,
)
from kerjasama.extract.registry import word_set
from kerjasama.text.names import is_common

# Between two capitalised words of a title or of an organisation.
JOINERS = word_set("name_words", "titles_joiners")
_FORMER = word_set("titles", "former")
_BEHIND_RANK = word_set("titles", "corps") | {".", "(", ")"}
_LEGAL_BEHIND = word_set("name_words", "organisations_forms_behind_comma")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: tokens [first, last) and span; `group` says what its complement is; `head` is its first words.

    `country` is the ISO code that the title itself names, else None. `organisation` is the body that the
    office
    belongs to, as far as the title tells it ("Kementerian Perindustrian"), else None. `full` is the title
    without
    brackets, an acronym written out. `former` marks "Mantan …".
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    full: str
    head: str
    group: str
    country: str | None
    organisation: str | None
    former: bool = False


def find_titles(document: Document, people: dict[int, int]) -> list[Title]:
    """All titles in order; `people` maps the first token of each personal name to the token after it.

    Where an office says by itself how far it goes (a ministry, a region, a country), the words behind it are
    the name
    of its holder: `people` is put right accordingly.
    """
    with_given_offices(document, people)
    found: list[Title] = []
    words = document.tokens
    index = 0
    while index < len(words):
        match = is_title_head(document, index)
        in_a_name = index > 0 and words[index - 1].text == "Kementerian"  # "… Koordinator Bidang Pangan"
        if match is not None and words[index].text in NAME_OFFICES:
            in_a_name = any(first < index < last for first, last in people.items())  # "Lukman Hakim S"
        if match is None or in_a_name or people.get(index, 0) > index + match[0]:
            index += 1
            continue
        length, group = match
        stop = index + length
        if group == "organisation":
            last = _open_complement(document, stop, people)
            if not words[index].text[0].isupper() and last == stop:
                index += 1  # "ketua", "anggota" as common nouns
                continue
            last = cut_by_acronym(document, stop, last, people)
        else:
            last = _closed_complement(document, stop, people, group)
            correct(people, index, last)
            name = name_behind(document, last, people)
            if name is not None:
                correct(people, *name)
                people[name[0]] = name[1]
        name_before(document, index, people)
        found.append(_title(document, index, stop, last, group))
        index = max(last, index + 1)
    return found


def _closed_complement(document: Document, index: int, people: dict[int, int], group: str) -> int:
    """The token after a complement of known words: fields of a ministry, regions, countries, known bodies."""
    last = index
    while index < len(document.tokens) and index not in document.breaks:
        past = _past_piece(document, index, people, group)
        if past > index:
            last = index = past
        elif _links(document, index, people, group):
            index += 1
        else:
            break
    return last


def _past_piece(document: Document, index: int, people: dict[int, int], group: str) -> int:
    """The token after the piece of a closed complement that begins at `index`, else `index`: a known name, a
    ministry's field, a word of state, a bracket, a diplomat's post.
    """
    word = document.tokens[index]
    named = _named(document, index, group, people)
    if named > index:
        return named
    if _has_fields(group):
        if word.text in ministry_fields() and word.lower not in JOINERS:
            return index + 1
        abroad = _field_abroad(document, index, people)
        if abroad > index:
            return abroad
    if word.text in _OF_STATE or _ORDINAL.fullmatch(word.text):
        return index + 1
    if word.text == "(":
        closing = _closing(document, index)
        return index if closing is None else closing + 1
    return _posted(document, index) if group == "country" else index


def _links(document: Document, index: int, people: dict[int, int], group: str) -> bool:
    """Whether the small word or comma at `index` joins two pieces of a closed complement."""
    word, behind = document.tokens[index], index + 1
    if word.lower not in JOINERS | {","} or behind >= len(document.tokens) or behind in document.breaks:
        return False
    if word.text == "," and _has_fields(group) and not _enumerates(document, index, people):
        return False
    return _goes_on(document, behind, group, people)


def _has_fields(group: str) -> bool:
    """Whether a title of this group is a minister's, whose complement tells the fields of the ministry."""
    return group == "ministry" or group.startswith("acronym:")


def _posted(document: Document, index: int) -> int:
    """The token behind the foreign city or the mission where a diplomat is posted ("Konsul Jenderal RI di
    Jeddah", "Atase Perdagangan di KBRI Riyadh"), or the city at home before his name ("Konsul RRT di
    Pontianak Qiu Min"); else `index`.
    """
    words = document.tokens
    if words[index].lower not in ("di", "untuk") or index + 1 >= len(words) or index + 1 in document.breaks:
        return index
    cities = document.starting(words[index + 1].start, "city")
    abroad = max((document.token_at(hit.end) for hit in cities), default=index)
    homes = [document.token_at(place.end) for place in document.places_at(words[index + 1].start)]
    named = [end for end in homes if end < len(words) and words[end].text[0].isupper()]
    return max(abroad, *named) if named else abroad


def _field_abroad(document: Document, index: int, people: Mapping[int, int]) -> int:
    """The token after a ministry's field that no home ministry has, where its country follows, else `index`.

    "Menteri Transisi Energi dan Transformasi Air Malaysia": common words up to the country.
    """
    words, position = document.tokens, index
    while position < min(index + _LONG_FIELD, len(words)) and position not in document.breaks:
        word = words[position]
        if position in people and not is_common(word.text):
            break
        if position > index and document.starting(word.start, "country"):
            return position
        joins = position > index and word.lower in JOINERS | {","}
        if not joins and not (word.text[0].isupper() and is_common(word.text)):
            return index
        position += 1
    return index


# A ministry's field has at most so many words.
_LONG_FIELD = 7


def _goes_on(document: Document, index: int, group: str, people: Mapping[int, int]) -> bool:
    """Whether the word at `index`, behind a joiner, goes on a complement of known words."""
    following, field = document.tokens[index], document.tokens[index].text in ministry_fields()
    known = (
        (field and group not in ("region", "country"))
        or following.lower in ("bidang", "dan")
        or _named(document, index, group, people) > index
        or following.text == "Republik"
    )
    return known and (field or not is_title_head(document, index))


# What a title's complement may hold beside its country: "Presiden RI Terpilih".
_OF_STATE = word_set("name_words", "titles_of_state")
_ORDINAL = re.compile(r"[Kk]e-\d+|[IVX]{1,4}")


def _named(document: Document, index: int, group: str, people: Mapping[int, int]) -> int:
    """The token after the country, region or known body that begins at token `index`, or `index`.

    A region is one at home or a foreign town, also one or two words that are rather no person's, where its
    head's name stands behind them.
    """
    if index >= len(document.tokens):
        return index
    start = document.tokens[index].start
    hits = [*document.starting(start, "country", "organisation")]
    if group == "region":
        hits += [*document.places_at(start), *document.starting(start, "city")]
    if not hits:
        return _unlisted_region(document, index, people) if group == "region" else index
    return document.token_at(max(hit.end for hit in hits))


def _unlisted_region(document: Document, index: int, people: Mapping[int, int]) -> int:
    """The token after the region before its head's name: "Wali Kota Venesia Luigi Brugnaro"; else `index`."""
    for last in (index + 1, index + 2):
        if index in people or not document.tokens[last - 1].text[0].isupper():
            return index
        if document.person_scores[last - 1] > 0:
            return index
        if people.get(last, last) > last + 1:
            return last
    return index


def _open_complement(document: Document, index: int, people: dict[int, int]) -> int:
    """The token after the complement that begins at token `index`."""
    words = document.tokens
    last = index
    while index < len(words) and index not in document.breaks and not _opens_name(document, index, people):
        word = words[index]
        if word.text == "(":
            closing = _closing(document, index)
            if closing is None:
                break
            last = index = closing + 1
        elif word.text[0].isupper() or (word.text[0].isdigit() and last == index and len(word.text) < 3):
            bodies = document.starting(word.start, "organisation")
            ends = [document.token_at(hit.end) for hit in bodies]  # "RSUP Dr Sardjito" is one name
            last = index = max(ends, default=index + 1)
        elif word.lower in JOINERS:
            if not _joins(document, index, last, people):
                break
            index += 1
        elif word.text == "," and _enumerates(document, index, people):
            index += 1
        else:
            beyond = _past_legal_form(document, index) or past_body(document, index, people)
            if not beyond:
                break
            last = index = beyond
    return last


def _opens_name(document: Document, index: int, people: Mapping[int, int]) -> bool:
    """Whether a personal name begins at `index`, or an honorific before one."""
    word = document.tokens[index]
    honorific = word.lower in honorifics() and word.text[0].isupper() and _before_name(document, index)
    return index in people or honorific


def _joins(document: Document, index: int, last: int, people: Mapping[int, int]) -> bool:
    """Whether the small word at `index` goes on a complement whose last capital stands before token `last`.

    Before another office "dan" does only where it follows the first at once: "Ketua dan CEO X".
    """
    words, behind = document.tokens, index + 1
    if behind >= len(words) or behind in document.breaks or behind in people:
        return False
    if not words[behind].text[0].isupper() and words[behind].lower not in ("bidang", "the"):
        return False
    if words[index].lower == "dan" and is_title_head(document, behind):
        return last == index and words[index - 1].lower in title_words()
    return True


def _past_legal_form(document: Document, index: int) -> int:
    """The token behind a legal form that stands behind marks at `index` ("Mitsui & Co., Ltd"), else 0."""
    words = document.tokens
    position = index
    while position < min(index + 2, len(words)) and words[position].text in (",", "."):
        position += 1
    found = position > index and position < len(words) and words[position].text in _LEGAL_BEHIND
    return position + 1 if found else 0


def _before_name(document: Document, index: int) -> bool:
    """Whether an honorific at `index` is followed by a capitalised word (after its full stop)."""
    words = document.tokens
    following = index + 1
    while following < len(words) and words[following].text in _BEHIND_RANK:
        following += 1
    return following < len(words) and words[following].text[0].isupper()


def _closing(document: Document, index: int) -> int | None:
    """The token index of the bracket that closes the one at `index`, at most ten words on."""
    words = document.tokens
    for position in range(index + 1, min(index + 12, len(words))):
        if words[position].text == ")":
            return position
        if words[position].text == "(":
            return None
    return None


def _enumerates(document: Document, index: int, people: dict[int, int]) -> bool:
    """Whether the comma at `index` stands in a list such as "Pendidikan Tinggi, Sains, dan Teknologi"."""
    words = document.tokens
    fields = ministry_fields()
    position = index + 1
    if position >= len(words) or position in people:
        return False
    if words[position].text not in fields and words[position].lower != "dan":
        return _lists_fields(document, position, people)
    while (
        position < min(index + 14, len(words)) and position not in document.breaks and position not in people
    ):
        word = words[position]
        if word.lower == "dan":
            return position + 1 < len(words) and words[position + 1].text[0].isupper()
        if not (word.text[0].isupper() or word.text == ","):
            return False
        position += 1
    return False


def _lists_fields(document: Document, index: int, people: dict[int, int]) -> bool:
    """ "…, Perwilayahan dan Akses Industri": one or two capitalised words, "dan", and a common word."""
    words = document.tokens
    for position in range(index, min(index + 3, len(words) - 1)):
        if position in document.breaks or position in people:
            return False
        if words[position].lower == "dan":
            return (
                position > index
                and words[position + 1].text[0].isupper()
                and is_common(words[position + 1].text)
            )
        if not words[position].text[0].isupper():
            return False
    return False


def _title(document: Document, first: int, head_end: int, last: int, group: str) -> Title:
    words, text = document.tokens, document.text
    start, end = words[first].start, words[last - 1].end
    printed = text[start:end]
    head = text[start : words[head_end - 1].end]
    complement = text[words[head_end - 1].end : end].strip()
    former = (first > 0 and words[first - 1].lower in _FORMER) or words[first].lower in _FORMER
    if group.startswith("acronym:"):
        full = load("titles")["acronyms"][group.removeprefix("acronym:")] + (
            f" {complement}" if complement else ""
        )
        head, _, complement = full.partition(" ")
        group = "ministry"
    else:
        full = " ".join(re.sub(r"\s*\([^()]*\)\s*$", "", printed).split())
    country = country_of(document, start, end, head)
    if country is None and group == "region":
        country = country_of_region(document, words[head_end - 1].end, end)
    return Title(
        first,
        last,
        start,
        end,
        printed,
        full,
        head,
        group,
        country,
        body_of(document, (words[head_end - 1].end, end), full, head, complement, group, country),
        former,
    )
