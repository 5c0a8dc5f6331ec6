"""Later short forms: a name introduced once is found again wherever the article prints part of it.

The tagger sees each sentence alone; that "Bahlil" is a person it may know only from the sentence that
introduces
Bahlil Lahadalia. What the full names are is found in `people.py` and `organisations.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kerjasama.extract.document import Document
from kerjasama.extract.names.offices import CALENDAR, honorifics, opens_holder, says, title_words
from kerjasama.extract.names.organisation import Organisation
from kerjasama.extract.regions import LEVEL_OF_SHORT
from kerjasama.extract.registry import country_names, tails, word_set
from kerjasama.text.names import is_common, without_article
from kerjasama.text.tokens import tokens

_DESCRIBING = word_set("name_words", "later_describing")
_PLACES = word_set("name_words", "later_places")
_TAGGED = "tagger"
_LEGAL_FORMS = re.compile(r"^(?:PT|CV) |(?: \(Perser\w+\))?(?: Tbk\.?)?$")
_BEFORE_OWN = word_set("organisation_forms", "before_own_name")


def later_people(
    document: Document, names: Iterable[str], taken: Iterable[tuple[int, int]]
) -> dict[int, int]:
    """Spans of tokens [first, last) outside the `taken` ones (token spans) that repeat part of one of the
    `names`.

    A part counts where only one of the names has it, where it is no common word and no region, and where no
    other
    capitalised word stands beside it, but an honorific or a title before it.
    """
    parts = _parts(names)
    words, breaks = document.tokens, document.breaks
    used = {index for first, last in taken for index in range(first, last)}
    found: dict[int, int] = {}
    index = 0
    while index < len(words):
        owner = parts.get(without_article(words[index].text)) if index not in used else None
        if owner is None or (
            is_common(words[index].text) and index in breaks and not _speaks(document, index)
        ):
            index += 1
            continue
        last = index + 1
        while (
            last < len(words)
            and last not in used
            and last not in breaks
            and parts.get(without_article(words[last].text)) == owner
        ):
            last += 1
        if _alone(document, index, last, used) and document.sentence_at(words[index].start) >= 0:
            found[index] = last
        index = last
    return found


def without_people(organisations: Iterable[Organisation], names: Iterable[str]) -> list[Organisation]:
    """The organisations without single words that the tagger takes for one though they are part of one of the
    people's `names`, and of no other body's: "Takeyama" after "Konjen Jepang Takeyama Kenichi".
    """
    found = list(organisations)
    parts = _parts(name for name in names if " " in name)
    bodies = {word for body in found if " " in body.name for word in body.name.split()}
    people = parts.keys() - bodies
    return [body for body in found if not (body.rule.startswith(_TAGGED) and body.name in people)]


def organisation_forms(organisations: Iterable[Organisation]) -> dict[str, Organisation]:
    """Forms under which an organisation may come again: its name, its acronym, the name without
    its last word where that only tells the kind, and a company's first word."""
    forms: dict[str, Organisation] = {}
    shared: set[str] = set()
    for organisation in organisations:
        found = [organisation.name, *(short for _, _, short in organisation.short)]
        words = [word for word in organisation.name.split() if word not in _BEFORE_OWN]
        first = words[0] if words else ""
        # Not what only describes: "Bank", "Indonesia", "Asia".
        names_it = len(first) > 3 and first.isalpha() and not is_common(first) and first not in _DESCRIBING
        if organisation.kind == "company" and len(words) > 1 and names_it:
            found.append(first)
        bare = _LEGAL_FORMS.sub("", organisation.name)
        if bare.count(" ") > 0:  # "Pangan Lestari" of "PT Pangan Lestari Tbk"
            found.append(bare)
        # "Kantor Perdana Menteri Israel" comes again as "Kantor Perdana Menteri".
        office, _, state = organisation.name.rpartition(" ")
        if organisation.kind == "government" and office.count(" ") > 1 and state in country_names().values():
            found.append(office)
        if organisation.kind == "local_government":
            found += _short_of_level(organisation.name)
        # "Tokyo SME Center" comes again as "Tokyo SME".
        if len(words) > 2 and words[-1] in tails() and not is_common(first):
            found.append(" ".join(words[:-1]))
        for form in dict.fromkeys(found):
            if form in forms and forms[form].name != organisation.name and organisation.name not in forms:
                shared.add(form)
            forms.setdefault(form, organisation)
    return {form: owner for form, owner in forms.items() if form not in shared}


def _short_of_level(government: str) -> list[str]:
    """By which short form a region's government may come again: "Pemkot" for "Pemerintah Kota Ambon"."""
    return [
        short.title()
        for short, level in LEVEL_OF_SHORT.items()
        if government.startswith(f"Pemerintah {level} ")
    ]


def later_organisations(
    document: Document,
    forms: Mapping[str, Organisation],
    taken: Iterable[tuple[int, int]],
    offices: Iterable[tuple[int, int]] = (),
) -> list[tuple[Organisation, int, int]]:
    """Token spans outside the `taken` ones that print an organisation's name or short form again, with its
    owner; `offices` are titles, in which it may stand: "Wakil Rektor Bidang Riset Unkar".
    """
    by_first: dict[str, list[tuple[list[str], Organisation]]] = {}
    for form, owner in forms.items():
        parts = [token.text for token in tokens(form)]
        by_first.setdefault(parts[0], []).append((parts, owner))
    used = {index for first, last in taken for index in range(first, last)}
    beside = used.union(index for first, last in offices for index in range(first, last))
    words = document.tokens
    found: list[tuple[Organisation, int, int]] = []
    index = 0
    while index < len(words):
        for parts, owner in sorted(by_first.get(words[index].text, ()), key=lambda option: -len(option[0])):
            last = index + len(parts)
            if [word.text for word in words[index:last]] != parts or any(
                i in used for i in range(index, last)
            ):
                continue
            if document.sentence_at(words[index].start) < 0 or not _free(document, index, last, beside):
                continue
            if any(place.end == words[last - 1].end for place in document.places_at(words[index].start)):
                continue  # "Jakarta" is no short form of "PT Jakarta Propertindo"
            found.append((owner, index, last))
            index = last - 1
            break
        index += 1
    return found


def _free(document: Document, first: int, last: int, used: set[int]) -> bool:
    """Whether no capitalised word beside the phrase makes it part of another name."""
    words = document.tokens
    if (
        last < len(words)
        and last not in document.breaks
        and last not in used
        and words[last].text[0].isupper()
    ):
        return words[last].start - words[last - 1].end != 1 or opens_holder(document, last)
    if (
        first
        and first not in document.breaks
        and first - 1 not in used
        and words[first - 1].text[0].isupper()
    ):
        return words[first - 1].lower in title_words()
    return True


def _speaks(document: Document, index: int) -> bool:
    """Whether a verb of saying follows: "Budi mengatakan" is no common word."""
    words = document.tokens
    return index + 1 < len(words) and words[index + 1].lower in says()


def _parts(names: Iterable[str]) -> Mapping[str, str]:
    """Words that belong to one name only, to that name."""
    owners: dict[str, str] = {}
    shared: set[str] = set()
    for name in names:
        for word in dict.fromkeys(map(without_article, name.split())):
            if len(word) < 3 or not word[0].isupper() or word in CALENDAR or word in ("bin", "van"):
                continue
            if word in owners and owners[word] != name:
                shared.add(word)
            owners[word] = name
    return {word: name for word, name in owners.items() if word not in shared}


def _alone(document: Document, first: int, last: int, used: set[int]) -> bool:
    """Whether no other capitalised word continues the phrase to the left or to the right."""
    words = document.tokens
    if document.starting(words[first].start) or document.places_at(words[first].start):
        return False
    if first and first not in document.breaks:
        before = words[first - 1]
        if (
            before.text[0].isupper()
            and before.text not in CALENDAR
            and first - 1 not in used
            and not (first - 1 in document.breaks and is_common(before.text))  # "Menurut Bahlil"
            and not document.is_boilerplate(before.start, before.end)
        ):
            word = before.lower.strip(".")
            if word not in honorifics() and word not in title_words():
                return False
        if before.lower in _PLACES:
            return False
    return not (
        last < len(words)
        and last not in document.breaks
        and words[last].text[0].isupper()
        and last not in used
        and words[last].start - words[last - 1].end == 1
    )
