"""Names beside titles: where the holder's name begins and ends that stands before or behind an office.

The titles themselves are `titles.py`'s subject.
"""

from __future__ import annotations

from collections.abc import Container

from kerjasama.extract.document import Document
from kerjasama.extract.names.body_nouns import DEFINITE
from kerjasama.extract.names.offices import CALENDAR, honorifics, is_title_head, ministry_fields, says
from kerjasama.extract.registry import BODIES_AND_PLACES, heads, no_actor_words, no_names, tails, word_set
from kerjasama.text.names import is_common, without_article

_JOINERS = word_set("name_words", "titles_joiners")
_NAME_JOINERS = word_set("name_words", "titles_name_joiners")
_LEGAL = word_set("name_words", "people_legal")
NAME_OFFICES = word_set("titles", "name_offices")
PATRONYMICS = word_set("titles", "patronymics")

_CORPS = word_set("titles", "corps")
_BEFORE_CORPS = word_set("titles", "before_corps") | {"("}
_CLOSES_CORPS = word_set("titles", "retired") | {")", "."}
_BEHIND_YANG = word_set("titles", "behind_yang")
_LETTERS = word_set("titles", "letters")
_SMALL = word_set("titles", "small_honorifics")
_SAYING = word_set("speech_verbs", "saying")
# Last words of a title's complement, behind which only a name can come.
_ENDS = word_set("name_words", "titles_ends")
# A name has at most so many words and joiners.
_LONGEST = 8
# A body between an office and its holder has at most so many words.
_LONG_BODY = 12


def name_before(document: Document, index: int, people: dict[int, int]) -> None:
    """ "Arturo Bris, Direktur …": at a sentence's beginning or in a list, before a title, is a name."""
    words = document.tokens
    if index < 3 or words[index - 1].text != "," or index in document.breaks:
        return
    last = index - 1
    first = last
    while (
        first > 0
        and first not in document.breaks
        and words[first - 1].text[0].isupper()
        and words[first - 1].text not in CALENDAR
    ):
        first -= 1
    if (
        not (first in document.breaks or words[first - 1].lower in ("dan", "serta", ","))
        or not 1 < last - first <= 4
        or any(b < last and e > first for b, e in people.items())
    ):
        return
    if any(is_common(w.text) or tails().get(w.text) or w.text.isupper() for w in words[first:last]):
        return
    if heads().get(words[first].text) or document.starting(words[first].start, *BODIES_AND_PLACES):
        return
    people[first] = last


def correct(people: dict[int, int], first: int, last: int) -> None:
    """Takes tokens [first, last) out of all personal names."""
    for begin in [b for b, e in people.items() if b < last and e > first]:
        end = people.pop(begin)
        if begin < first:
            people[begin] = first
        elif end > last:
            people[last] = end


def with_given_offices(document: Document, people: dict[int, int]) -> None:
    """Gives back the first names that are offices elsewhere: "Sultan bin Abdulaziz" heads no sultanate."""
    words = document.tokens
    for first in range(len(words) - 2):
        if words[first].text in NAME_OFFICES and words[first + 1].lower in PATRONYMICS:
            last = _run_of_name(document, first)
            correct(people, first, last)
            people[first] = last


def name_behind(document: Document, index: int, people: dict[int, int]) -> tuple[int, int] | None:
    """The name that stands behind a title which ends before token `index`: tokens [first, last)."""
    words = document.tokens
    comma = index < len(words) and words[index].text == ","
    first = skip_honorifics(document, index + comma, people)
    if first >= len(words) or any(position in document.breaks for position in range(index, first + 1)):
        return None
    last = _run_of_name(document, first)
    if last == first or _is_none(document, first, last):
        return None
    if comma and last - first < 2 and first not in people:
        return None
    pointed = last < len(words) and words[last].lower in DEFINITE
    if pointed and last - first == 1 and first not in people:
        return None  # "Mantan Bupati Trenggalek tersebut"
    return first, last


def _run_of_name(document: Document, first: int) -> int:
    """The token behind the capitalised words, with their joiners, that begin at token `first`."""
    words = document.tokens
    last = first
    while last < len(words) and last - first < _LONGEST and (last == first or last not in document.breaks):
        word = words[last]
        named = word.text[0].isupper() or (last > first and without_article(word.text) != word.text)
        if named and word.text not in CALENDAR:
            if last > first and word.text not in NAME_OFFICES and is_title_head(document, last):
                break
            last += 1
            continue
        if word.lower not in _NAME_JOINERS or last == first:
            break
        if word.text == "." and len(words[last - 1].text) > 2:
            break
        der = last + 1 < len(words) and words[last + 1].lower == "der"
        beyond = last + 2 if der else last + 1
        if beyond >= len(words) or last + 1 in document.breaks or not words[beyond].text[0].isupper():
            break
        last = beyond  # "Ursula von der Leyen"
    while last > first and not words[last - 1].text[0].isalnum():
        last -= 1
    return last


def _is_none(document: Document, first: int, last: int) -> bool:
    """Whether capitalised words behind a title are no person's name: a body, a place, a headline."""
    words = document.tokens
    opening = words[first].text
    if heads().get(opening) or opening in no_actor_words() or opening in no_names():
        return True
    if document.starting(words[first].start, *BODIES_AND_PLACES):
        return True
    if document.is_place(words[first].start, words[last - 1].end):
        return True  # "…, Jakarta Pusat"
    if any(tails().get(word.text) for word in words[first:last]):
        return True  # "Presiden Sento Cooperative"
    # A headline: "Menteri X Bahas Kerja Sama".
    return sum(is_common(word.text) for word in words[first:last] if len(word.text) > 2) > 1


def skip_honorifics(document: Document, index: int, names: Container[int] = ()) -> int:
    """The token behind honorifics and ranks, with their full stops and brackets, that begin at `index`.

    None is passed where one of the `names` begins: "Sri Mulyani", but in "Mr. Sitiveni" one is.
    """
    words = document.tokens
    while index + 1 < len(words) and (index not in names or words[index + 1].text == "."):
        word = words[index]
        plain = word.lower.strip(".")
        if word.text == "Yang" and words[index + 1].text in _BEHIND_YANG:
            index += 2
        elif (
            (plain in honorifics() and (word.text[0].isupper() or word.lower in _SMALL))
            or (word.text in _LETTERS and words[index + 1].text == ".")
            or (
                word.text == "."
                and index
                and (
                    words[index - 1].lower in honorifics()
                    or len(words[index - 1].text) <= 2
                    or words[index - 1].text in _LEGAL  # "Direktur Utama PT Samudra Tbk. Budi Santoso"
                )
            )
        ):
            index += 1
        elif word.text in _CORPS | {"("} and words[index - 1].lower.strip(".") in (
            honorifics() | _BEFORE_CORPS
        ):
            index += 1
            while index < len(words) and words[index].text in _CLOSES_CORPS:
                index += 1
        else:
            break
    return index


def cut_by_acronym(document: Document, first: int, last: int, people: dict[int, int]) -> int:
    """ "Direktur Utama JAI Dawam Atmosudiro": where the tagger saw no name, it begins behind the acronym or
    body.
    """
    if skip_honorifics(document, last, people) in people or _speaks_behind(document, last, people):
        return last
    for cut in (_before_place, _behind_body, _cut_by_common_word):
        found = cut(document, first, last, people)
        if found is not None:
            return found
    return last


def _speaks_behind(document: Document, last: int, people: dict[int, int]) -> bool:
    """ "Direktur Utama X, Dawam Atmosudiro, mengatakan": whether a name stands between commas, or one and a
    verb of saying; it is added to the people.
    """
    words = document.tokens
    comma = last < len(words) and words[last].text == ","
    name = name_behind(document, last, people) if comma else None
    if comma and name is None and _one_word_speaks(document, last + 1):
        name = last + 1, last + 2
    elif name is None or name[1] - name[0] < 2 or name[1] >= len(words):
        return False
    following = words[name[1]]
    if following.lower not in says() and following.text not in (",", ".", ";"):
        return False
    people[name[0]] = name[1]
    return True


def _one_word_speaks(document: Document, index: int) -> bool:
    """Whether a verb of saying is behind a name of one word: "Direktur LPK Sinar, Yurnalis mengatakan"."""
    words = document.tokens
    if index + 1 >= len(words) or not _plain_name(document, index) or len(words[index].text) < 4:
        return False
    return words[index + 1].lower in _SAYING and {index, index + 1}.isdisjoint(document.breaks)


def _behind_body(document: Document, first: int, last: int, people: dict[int, int]) -> int | None:
    """Where a name begins behind the last acronym, body or country of a complement; its end where what stands
    there is no name, None where it holds none of them.
    """
    words = document.tokens
    for position in range(last - 2, first, -1):
        # "Komisaris Kepolisian Fiji Litia Vosa"
        of_country = bool(document.ending(words[position - 1].end, "country"))
        if not (_ends_body(document, position) or (position > first + 1 and of_country)):
            continue
        rest = [word.text for word in words[position:last]]
        plain = all(word[0].isupper() and not word.isupper() and not tails().get(word) for word in rest)
        if plain and of_country:
            plain = all(_plain_name(document, i) for i in range(position, last))
        placed = document.places_at(words[position].start)  # "Kantor Imigrasi Kelas I TPI Jakarta Selatan"
        if not plain or placed or not 1 < len(rest) <= 4:
            return last
        people[position] = last
        return position
    return None


def _ends_body(document: Document, position: int) -> bool:
    """Whether a body's name or an acronym ends before token `position`, so that a name may begin there."""
    word = document.tokens[position - 1]
    acronym = len(word.text) >= 2 and word.text.isupper() and word.text.isalpha() and word.text not in _LEGAL
    acronym = acronym and not heads().get(word.text)  # "Kepala Sekolah SMA Sains Nusantara"
    return (
        acronym
        or word.text in _ENDS
        or bool(document.ending(word.end, "organisation"))
        or any(has_seat(document, city.start) for city in document.ending(word.end, "city"))
    )


def has_seat(document: Document, start: int) -> bool:
    """Whether the city at `start` goes on a body's name: "KBRI Tokyo"."""
    index = document.token_at(start)
    return index > 0 and bool(heads().get(document.tokens[index - 1].text))


def _before_place(document: Document, first: int, last: int, people: dict[int, int]) -> int | None:
    """ "Ketua Komisi VII DPR Sutaryo Prihadi di Jakarta": a name between an acronym and where it was said."""
    words = document.tokens
    place = next((i for i in range(first + 3, last) if words[i].lower == "di"), None)
    if place is None:
        return None
    begin = place
    while begin > first and _plain_name(document, begin - 1):
        begin -= 1
    if not 2 <= place - begin <= 4 or begin <= first or not _ends_body(document, begin):
        return None
    people[begin] = place
    return begin


def _plain_name(document: Document, index: int) -> bool:
    """Whether a word can be of a person's name: a capital, and in no list of bodies, places, common words."""
    word = document.tokens[index]
    return (
        word.text[0].isupper()
        and not word.text.isupper()
        and not is_common(word.text)
        and not tails().get(word.text)
        and word.text not in ministry_fields()
        and not document.starting(word.start, *BODIES_AND_PLACES)
        and not document.places_at(word.start)
    )


def _cut_by_common_word(document: Document, first: int, last: int, people: dict[int, int]) -> int | None:
    """ "Staf Ahli Bidang Sinergi dan Pembiayaan Amalia Adininggar": the name begins behind the last common
    word; None where it does not.
    """
    words = document.tokens
    position = last
    while position > first and last - position < 4:
        word = words[position - 1]
        if (
            not word.text[0].isupper()
            or word.text.isupper()
            or is_common(word.text)
            or word.text in ministry_fields()
        ):
            break
        if (
            tails().get(word.text)
            or document.starting(word.start, *BODIES_AND_PLACES)
            or document.places_at(word.start)
        ):
            return None
        position -= 1
    before = words[position - 1]
    if 2 <= last - position <= 4 and position > first and is_common(before.text) and before.text[0].isupper():
        people[position] = last
        return position
    return None


def past_body(document: Document, index: int, people: dict[int, int]) -> int:
    """The token behind the body that stands between the comma at `index` and its office-holder's name:
    "Direktur Jenderal Asia, Kementerian Luar Negeri Kazakhstan, Daniyar Sembayev"; else 0.
    """
    words, position = document.tokens, index + 1
    if words[index].text != "," or position >= len(words) or not heads().get(words[position].text):
        return 0
    stops = document.breaks | people.keys()
    while position < min(index + _LONG_BODY, len(words)) and position not in stops:
        word = words[position]
        if not (word.text[0].isupper() or word.lower in _JOINERS):
            break
        position += 1
    if position in people:
        return position
    named = position < len(words) and words[position].text == ","
    name = name_behind(document, position, people) if named else None
    return position if name is not None and name[1] - name[0] > 1 else 0
