"""Where personal names stand: the tagger's, put right, and those that it misses.

What shows that words name a person is told in `kerjasama.extract.names.person_signs`; names with their titles
are people in `kerjasama.extract.names.people`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kerjasama.extract.document import Document
from kerjasama.extract.names.glued_heads import CAMEL, LONGEST, PLAIN, behind_bodies, behind_told
from kerjasama.extract.names.offices import CALENDAR, honorifics, is_title_head, opens_holder, title_words
from kerjasama.extract.names.person_signs import (
    is_listed,
    is_mixed,
    may_be_given,
    names_no_person,
    opens_name,
    patron_of_a_hospital,
    printed,
    quoting,
)
from kerjasama.extract.names.title_names import name_behind, skip_honorifics
from kerjasama.extract.registry import heads, media, no_names, public_people, tails, word_set
from kerjasama.text.name_origins import origin
from kerjasama.text.names import is_common

# What stands before the verb that follows a quotation.
_BEFORE_VERB = frozenset((",", '"', "”", "“", "?", "!", "'", "’", ".", "…"))
_BODY_ENDS = word_set("name_words", "people_body_ends")
_DEGREE_PIECES = word_set("name_words", "people_degree_pieces")
_OPENS_BODY = word_set("name_words", "people_opens_body")
# Behind a month or a weekday.
_OF_DATES = word_set("name_words", "people_of_dates")
# Before the last of several people.
_LAST_OF_LIST = word_set("name_words", "people_last_of_list")
_NUMBER = re.compile(r"[IVX]+|\d+")
_CALLINGS = word_set("employment", "callings")


def personal_spans(document: Document) -> dict[int, int]:
    """First to last token of every personal name, honorifics and titles cut off."""
    found: dict[int, int] = {}
    tagged = [name for name in document.names if name.kind == "PER"]
    for begin, end in (part for name in tagged for part in _side_by_side(document, name.first, name.last)):
        first, last = _trimmed(document, begin, end)
        word = document.tokens[first].text if last - first == 1 else ""
        body = first > begin and word.isupper() and len(word) > 2  # "Chief Marketing Officer PINTU"
        named = not body and not _in_command(document, first)
        if last > first and named and not names_no_person(document, first, last):
            found[first] = last
    _public(document, found)
    _with_given_names(document, found)
    _attributed(document, found)
    _behind_ranks(document, found)
    _behind_scholars(document, found)
    behind_bodies(document, found)
    _ending_lists(document, found)
    _by_family_names(document, found)
    return {
        first: last
        for first, last in found.items()
        if not _ends_a_firm(document, first) and not patron_of_a_hospital(document.tokens, first)
    }


def _side_by_side(document: Document, first: int, last: int) -> list[tuple[int, int]]:
    """The names in a tagged one that a title divides: "Presiden Joe Biden Presiden Joko Widodo"."""
    words = document.tokens
    inner = range(first + 2, last - 1)
    starts = [i for i in inner if words[i - 1].lower not in title_words() and is_title_head(document, i)]
    return list(pairwise([first, *starts, last]))


def _in_command(document: Document, first: int) -> bool:
    """Whether what begins at `first` is half of a military command's name: "Pangdam IX/Udayana"."""
    words = document.tokens
    return first > 1 and words[first - 1].text == "/" and bool(_NUMBER.fullmatch(words[first - 2].text))


def _ends_a_firm(document: Document, first: int) -> bool:
    """Whether what seems a person's name goes on with a firm's that no title holds: "dijalankan PT Tirta
    Petro Sentosa", but "Direktur PT Tirta Petro Sentosa".
    """
    words, breaks = document.tokens, document.breaks
    begin = first
    while begin > 0 and first - begin < LONGEST and begin not in breaks and is_mixed(words[begin - 1].text):
        begin -= 1
    legal = begin - 1 if begin > 0 and begin not in breaks else -1
    if not 0 < legal < first - 1 or words[legal].text not in _OPENS_BODY:
        return False
    if tails().get(words[first - 1].text):
        return False  # "ekonom PT Arunika Sekuritas Fadlan Hutomo"
    return words[legal - 1].lower not in title_words() and words[legal - 1].text.islower()


def _trimmed(document: Document, first: int, last: int) -> tuple[int, int]:
    """A tagged name [first, last) without what the tagger put before and behind it."""
    words, opening, begin = document.tokens, document.breaks, first
    while last - first > 2 and words[last - 1].text in _DEGREE_PIECES:
        last -= 1  # "Siti Aminah Ph" of "Siti Aminah Ph.D."
    scholar = next((i for i in range(last - 1, first, -1) if opens_holder(document, i)), None)
    if scholar is not None:  # "Unkar Prof. Nurdelima", "Deputy Vice Chancellor Prof"
        first = min(skip_honorifics(document, scholar), last)
    first = _behind_titles(document, first, last)
    known = [i for i in range(first + 1, last) if _ends_eponym(document, first, i)]
    if known:  # "Direktur RSUP Dr Sardjito Budi Rahman"
        first = known[-1]
    if first in opening and last - first > 1 and is_common(words[first].text):
        first += 1  # "Kehadiran Elsa" at the beginning of a sentence
    while last - first > 1 and _acronym_before(document, first):
        first += 1  # "CEO INA Ridha Wirakusumah"
    while last - first > 1 and is_common(words[first].text) and _is_public(document, first + 1, last):
        first += 1  # "Tarif Trump"
    while last - first > 2 and words[first].text in _BODY_ENDS:
        first += 1  # "President of GAC International Wei Haigang"
    ends = [i for i in range(first + 1, last - 1) if tails().get(words[i].text)]
    if ends:
        first = ends[-1] + 1  # "Presiden Suryo Dairy Sato Ken"
    first = _behind_body(document, _behind_region(document, begin, first, last), last)
    if first > begin and last - first > 1:
        first = _behind_titles(document, first, last)
    if last - first > 2 and CAMEL.fullmatch(words[first].text):
        first += 1  # "Founder BlueLoop Anna Berg"
    if first > begin and last - first > 2:
        first = behind_told(document, first, last) or first  # "CEO Kalina Anna Berg", where Kalina acts alone
    while last > first and (
        words[last - 1].text in (".", ",", "(", "-", "'", "/") or _is_date(document, last - 1)
    ):
        last -= 1
    return _from_comma(document, first, opening), last


def _behind_titles(document: Document, first: int, last: int) -> int:
    """Where a tagged name begins behind the titles, honorifics and marks before it."""
    while first < last and not opens_name(document, first, last) and _entitles(document, first, last):
        first += 1
    return first


def _behind_region(document: Document, begin: int, first: int, last: int) -> int:
    """Where a name begins behind the region that the tagger put before it: "Gubernur Sulsel H. Agus"."""
    regions = document.places_at(document.tokens[first].start) if begin < first else []
    behind = document.token_at(regions[0].end) if regions else first
    goes_on = behind + 1 < last and document.tokens[behind].lower in honorifics()
    return behind if goes_on else first


def _ends_eponym(document: Document, first: int, index: int) -> bool:
    """Whether a listed body that begins before token `first` ends before `index`."""
    words = document.tokens
    return any(
        hit.start < words[first].start for hit in document.ending(words[index - 1].end, "organisation")
    )


def _is_date(document: Document, index: int) -> bool:
    """Whether the word at `index` is a month or a day told behind a name: "bertemu Marta Kern Juli lalu"."""
    words = document.tokens
    behind = words[index + 1] if index + 1 < len(words) else None
    return (
        behind is not None
        and words[index].text in CALENDAR
        and (behind.text.isdigit() or behind.lower in _OF_DATES)
    )


def _behind_body(document: Document, first: int, last: int) -> int:
    """Where a tagged name begins that holds a known body: "Direktur Pelayanan Publik Bulog Tri Saleh"."""
    if last - first < 3:
        return first
    words = document.tokens
    inside = document.entities_in(words[first].start, words[last - 1].start)
    bodies = [hit.end for hit in inside if hit.kind == "organisation"]
    return document.token_at(bodies[-1]) if bodies else first


def _entitles(document: Document, first: int, last: int) -> bool:
    """Whether the first word of a tagged name is a title, an honorific or a mark."""
    word = document.tokens[first]
    titled = first + 1 < last and word.lower in title_words()
    return titled or word.lower.strip(".") in honorifics() or word.text in (".", ",", "(")


def _acronym_before(document: Document, index: int) -> bool:
    """Whether an acronym stands at `index` before a word that is none."""
    word = document.tokens[index].text
    return word.isupper() and len(word) > 1 and is_mixed(document.tokens[index + 1].text)


def _is_public(document: Document, first: int, last: int) -> bool:
    return printed(document, first, last).lower() in public_people()


def _public(document: Document, found: dict[int, int]) -> None:
    """Adds the well-known people of the lists: "Ali Khamenei", of whom the tagger saw "Khamenei"."""
    words = document.tokens
    for hit in document.entity_hits:
        if hit.kind == "person" and document.sentence_at(hit.start) >= 0:
            first, last = document.token_at(hit.start), document.token_at(hit.end)
            if words[first].start != hit.start or words[last - 1].end != hit.end:
                continue  # "Prabowo-Gibran"
            over = {b: e for b, e in found.items() if b < last and e > first}
            if all(first <= b and e <= last for b, e in over.items()):
                for begin in over:
                    del found[begin]
                found[first] = last


def _with_given_names(document: Document, found: dict[int, int]) -> None:
    """Takes in what stands before a single word and can only be a given name: "di Surabaya Uehara Masato".

    The tagger may miss a rare given name. The words taken in are in no list and not plainly a body's,
    or make a Japanese or Korean name with the one behind them.
    """
    words, breaks = document.tokens, document.breaks
    ends = set(found.values())
    for first, last in [(b, e) for b, e in found.items() if e - b == 1]:
        begin = first
        while (
            begin > 0
            and not {begin, begin - 1} & breaks
            and first - begin < LONGEST - 1
            and begin not in ends
            and PLAIN.fullmatch(words[begin - 1].text)
            and (
                may_be_given(document, begin - 1)
                or (begin == first and origin(printed(document, first - 1, last)) in ("JP", "KR"))
            )
        ):
            begin -= 1
        if begin < first:
            del found[first]
            found[begin] = last


def _by_family_names(document: Document, found: dict[int, int]) -> None:
    """Adds who ends what the tagger calls a body, by a name that tells its country: "Biro X Tanaka Kenji"."""
    words = document.tokens
    for name in document.names:
        first = name.last - 2
        if name.kind == "ORG" and first - name.first >= 2 and not document.starting(words[first].start):
            shown = origin(printed(document, first, name.last))
            if shown in ("JP", "KR") and not any(b < name.last and e > first for b, e in found.items()):
                found[first] = name.last


def _behind_ranks(document: Document, found: dict[int, int]) -> None:
    """Adds who stands behind a rank: "Komandan Wilayah Barat Angkatan Laut X Rear Admiral Nuwan Perera"."""
    for first, last in document.ranks.items():
        for begin in [b for b in found if first <= b < last < found[b]]:
            found[last] = found.pop(begin)  # "Kolonel Pnb Anton Pallaguna"
        name = name_behind(document, last, found)
        if name is not None and not any(b < name[1] and e > last for b, e in found.items()):
            found[name[0]] = name[1]


def _behind_scholars(document: Document, found: dict[int, int]) -> None:
    """Adds who stands behind a scholar's title, which the tagger may take for a body's end: "Director, Office
    of Research Perlis University Dr. Suraya Kassim".
    """
    for index in document.capitals:
        if opens_holder(document, index):
            name = name_behind(document, index, found)
            if name is not None and not any(b < name[1] and e > name[0] for b, e in found.items()):
                found[name[0]] = name[1]


def _ending_lists(document: Document, found: dict[int, int]) -> None:
    """Adds who ends a list of people: "Mara Lind, Jon Ask, hingga Petra Holm"."""
    words, breaks = document.tokens, document.breaks
    tagged = {index for name in document.names for index in range(name.first, name.last)}
    for before in [last for first, last in found.items() if last - first > 1]:
        first = before + (before < len(words) and words[before].text == ",")
        if first >= len(words) or words[first].lower not in _LAST_OF_LIST:
            continue
        first += 1
        last = first
        while last < len(words) and last not in breaks and PLAIN.fullmatch(words[last].text):
            last += 1
        if not 1 < last - first < LONGEST or first in found:
            continue
        named = range(first, last)
        listed = any(is_listed(document, index) for index in named)
        if not listed and not tagged.intersection(named) and may_be_given(document, first):
            found[first] = last


def _from_comma(document: Document, first: int, opening: frozenset[int]) -> int:
    """ "…, Dafri Agus Salim", "(Kemperin) Eko SA Cahyanto": a name begins at a mark or a legal form, one that
    holds initials behind a known body too ("Kementerian Perindustrian Eko SA Cahyanto").
    """
    words = document.tokens
    begin = first
    while begin > 0 and begin not in opening and first - begin < 3:
        word = words[begin - 1]
        lettered = is_mixed(words[begin].text) and any(w.text.isupper() for w in words[begin:first])
        behind_body = lettered and bool(document.ending(word.end, "organisation"))
        if word.text in (",", ")", "Tbk", "Ltd") or behind_body:
            return begin
        known = document.starting(word.start) or document.places_at(word.start)
        initials = begin < first and word.text.isupper() and len(word.text) <= 2
        listed = is_common(word.text) or word.lower in honorifics() | title_words()
        plain = is_mixed(word.text) and not listed
        if known or not (plain or initials or (word.text.isupper() and len(word.text) == 2)):
            break
        begin -= 1
    return first


def _attributed(document: Document, found: dict[int, int]) -> None:
    """Adds what stands behind a quotation's verb: in `," kata Heru` a capitalised word is a person.

    Not an office, a body, a medium or an abbreviation: those are found as such.
    """
    words, breaks = document.tokens, document.breaks
    taken = {index for first, last in found.items() for index in range(first, last)}
    for index in range(1, len(words) - 1):
        if words[index].lower not in quoting() or words[index - 1].text not in _BEFORE_VERB:
            continue
        behind = index + 1 + (words[index + 1].lower in _CALLINGS)  # "kata psikolog Heru"
        first = skip_honorifics(document, behind)
        last = first
        while last < len(words) and last - first < 4 and last not in breaks and is_mixed(words[last].text):
            if words[last].text in CALENDAR or is_title_head(document, last) or last in taken:
                break
            last += 1
        if last == first or first in taken or last in taken or heads().get(words[first].text):
            continue
        phrase = printed(document, first, last)
        if document.starting(words[first].start) or phrase.lower() in media() or phrase in no_names():
            continue
        if any(tails().get(word.text) for word in words[first:last]) or document.places_at(
            words[first].start
        ):
            continue
        found[first] = last
