"""What beside or in capitalised words shows that they name a person, and what that they do not.

Where personal names stand is found in `kerjasama.extract.names.personal_spans`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.names.offices import CALENDAR, honorifics, ministry_fields, says, title_words
from kerjasama.extract.regions import SHORT_FORMS
from kerjasama.extract.registry import (
    BODIES_AND_PLACES,
    heads,
    media,
    no_actor_words,
    no_names,
    public_people,
    tails,
    word_set,
)
from kerjasama.text.names import is_common
from kerjasama.text.tokens import Token

_JOBS = word_set("name_words", "people_jobs")
# Words of names that are no person's: products, places, programmes, legal forms.
_NOT_IN_NAMES = word_set("name_words", "people_no_name") | word_set("name_words", "people_legal")
_GIVEN = word_set("name_words", "people_given")
_NOBLE = word_set("name_words", "people_noble")
# A capitalised word behind one of these is a place.
_PLACE_WORDS = word_set("name_words", "people_place_words")
HOSPITALS = word_set("titles", "hospitals")
PATRONS = word_set("titles", "patrons")
"""What stands between a hospital's first word and him whom it is named after."""
_NAMED_AFTER = word_set("titles", "named_after")
_DEGREE_PIECES = word_set("name_words", "people_degree_pieces")
_GOES_ON = word_set("name_words", "people_name_goes_on")
# "Ketar-ketir", "Mobil-mobil": a word of two syllables doubled, its second half printed small, is no name;
# "Chin-ching" is one.
_REDUPLICATED = re.compile(r"[A-Z][a-z]{2,}-[a-z]*[aeiou][b-df-hj-np-tv-z]+[aeiou][a-z]*")
# Words of titles that join others and introduce nobody: "Menteri Pendidikan dan Kebudayaan".
_LINKS = word_set("name_words", "people_title_links")
_GIVEN_LEAST = -1.0
# "Jeollanam-do", "Jung-gu": provinces, districts, towns and counties of Korea, and of Japan.
_KOREAN_REGION = re.compile(r"\w{3,}-(?:do|gu|gun|si|ken|shi|fu|ku)\Z")


def printed(document: Document, first: int, last: int) -> str:
    """The text of tokens [first, last)."""
    return document.text[document.tokens[first].start : document.tokens[last - 1].end]


def is_mixed(word: str) -> bool:
    """Whether a word has a capital, and is no abbreviation in capitals."""
    return word[0].isupper() and not word.isupper()


def introduced(document: Document, first: int, last: int) -> bool:
    """Whether a title, an honorific or a verb of saying beside the words shows that they name a person."""
    words = document.tokens
    before = words[first - 1].lower.strip(".") if first else ""
    behind = words[last].lower if last < len(words) else ""
    titled = before in title_words() and before not in _LINKS
    return before in honorifics() or titled or before in quoting() or behind in says()


def opens_name(document: Document, first: int, last: int) -> bool:
    """Whether a word that may be a title or an honorific is of the name: "Sri Mulyani", "Agung Wicaksono".

    A noble's or a cleric's rank does where nothing but a single word would be left: "Pangeran Diponegoro".
    """
    words = document.tokens
    if words[first].text not in _GIVEN | _NOBLE or first + 1 >= last or not is_mixed(words[first + 1].text):
        return False
    if words[first + 1].lower.strip(".") in honorifics() | title_words() or words[first + 1].text in _NOBLE:
        return False  # "Sri Sultan Hamengku Buwono"
    if words[first].text in _GIVEN:
        return True
    goes_on = last < len(words) and words[last].text in _GOES_ON
    return not goes_on and sum(len(word.text) > 1 for word in words[first + 1 : last]) == 1


def may_be_given(document: Document, index: int) -> bool:
    """Whether the word at `index` may be a given name: in no list, and not plainly a body's."""
    return not is_listed(document, index) and document.person_scores[index] > _GIVEN_LEAST


def is_listed(document: Document, index: int) -> bool:
    """Whether the word at `index` is common, or one of titles, bodies, places and dates."""
    word = document.tokens[index]
    return bool(
        word.lower in title_words() | honorifics()
        or word.text in CALENDAR | ministry_fields()
        or is_common(word.text)
        or tails().get(word.text)
        or heads().get(word.text)
        or document.starting(word.start)
        or document.ending(word.end)
        or document.places_at(word.start)
    )


def names_no_person(document: Document, first: int, last: int) -> bool:
    """Whether what the tagger calls a person is something else by its words or by the word before it."""
    words, phrase = document.tokens[first:last], printed(document, first, last)
    return (
        _has_no_form_of_a_name(words, phrase)
        or _is_of_other_words(words, phrase)
        or _only_common(document, first, last)
        or (last - first == 1 and _KOREAN_REGION.search(phrase) is not None)
        or _is_a_governments_region(document, first, last)
        or _names_a_place_or_body(document, words)
        or (_is_an_unlisted_town(document, words, phrase) and not introduced(document, first, last))
        or (first > 0 and _names_a_place_behind(document.tokens[first - 1]))
        or _seats_a_school(document, first)
    )


def _has_no_form_of_a_name(words: Sequence[Token], phrase: str) -> bool:
    """Whether a phrase is too short or is of initials, digits, a degree, halved names or doubled words."""
    return (
        len(phrase) < 2
        or any(character.isdigit() for character in phrase)
        or re.fullmatch(r"(?:[A-Z]\s*\.\s*)*[A-Z]?", phrase) is not None
        or any(_REDUPLICATED.fullmatch(word.text) for word in words)
        # "Prabowo-Gibran"
        or ("-" in phrase and all(part.lower() in public_people() for part in phrase.split("-")))
        or degree().fullmatch(re.sub(r"\s", "", phrase).strip(".")) is not None
        or phrase in _DEGREE_PIECES
    )


def _is_of_other_words(words: Sequence[Token], phrase: str) -> bool:
    """Whether the lists hold words of a phrase as those of media, bodies, ministries, offices or jobs."""
    return (
        phrase in no_names()
        or phrase.lower() in media()
        or bool(heads().get(words[0].text))
        or any(word.text in no_actor_words() or word.text in _NOT_IN_NAMES for word in words)
        or any(tails().get(word.text) for word in words)
        or all(word.lower in title_words() or word.text in _JOBS for word in words)
        or all(word.text in ministry_fields() for word in words)
    )


def _only_common(document: Document, first: int, last: int) -> bool:
    """Whether a phrase is of common words, and nobody is introduced by it or a body's name follows: "Direktur
    Jenderal Ketenagalistrikan Kementerian ESDM".
    """
    words = document.tokens
    if not all(is_common(word.text) for word in words[first:last]):
        return False
    before_body = last < len(words) and bool(heads().get(words[last].text))
    return before_body or not introduced(document, first, last)


def _names_a_place_or_body(document: Document, words: Sequence[Token]) -> bool:
    """Whether a known place or body begins with a phrase and covers it, or one begins at each of its words:
    "Kyoto Jepang".
    """
    known = [document.starting(word.start, *BODIES_AND_PLACES) for word in words]
    return all(known) or any(hit.end >= words[-1].end for hit in known[0])


def _is_a_governments_region(document: Document, first: int, last: int) -> bool:
    """Whether a region stands behind its government's short form: "Pemerintah Kota (Pemkot) Salatiga"."""
    words = document.tokens
    places = document.places_at(words[first].start)
    behind = first > 1 and words[first - 1].text == ")" and words[first - 2].lower in SHORT_FORMS
    return behind and any(place.end == words[last - 1].end for place in places)


def _is_an_unlisted_town(document: Document, words: Sequence[Token], phrase: str) -> bool:
    """Whether a phrase is the dateline's town ("Slawi (ANTARA) - …"), or a single word that the article also
    prints behind "di": "Silopi" where it writes "di Silopi".
    """
    return phrase == document.article.dateline_place or (len(words) == 1 and f" di {phrase}" in document.text)


def _seats_a_school(document: Document, first: int) -> bool:
    """Whether a school's number stands before a word, which is its place: "SMK Negeri 1 Simpang Ulim"."""
    words = document.tokens
    numbered = first > 1 and words[first - 1].text.isdigit()
    return numbered and (words[first - 2].text == "Negeri" or bool(heads().get(words[first - 2].text)))


def _names_a_place_behind(word: Token) -> bool:
    """Whether a word tells that a place, or what is named after somebody, stands behind it."""
    return word.lower in _PLACE_WORDS or word.text in _NAMED_AFTER


def patron_of_a_hospital(words: Sequence[Token], first: int) -> bool:
    """Whether only a hospital is named after who stands at `first`: "RSUD dr. Soetomo", but "Direktur RSUD
    dr. Joni Wahyu".
    """
    at = first - 1
    while at > 0 and (words[at].text == "." or words[at].lower in PATRONS):
        at -= 1
    if at < 0 or at == first - 1 or words[at].text not in HOSPITALS:
        return False
    before = at - 1 - (words[at].text == "Sakit")
    return before < 0 or words[before].lower not in title_words() - _LINKS


@lru_cache(maxsize=1)
def degree() -> re.Pattern[str]:
    """Any of the academic degrees that follow a name: "M.Ed", "Ph.D"."""
    degrees = sorted((str(degree) for degree in load("titles")["degrees"]), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(degree)}\b" for degree in degrees))


@lru_cache(maxsize=1)
def quoting() -> frozenset[str]:
    """Verbs that follow a quotation, before the speaker: "kata", "ujar"."""
    return frozenset(load("speech_verbs")["short"])
