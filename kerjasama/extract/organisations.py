"""Organisations in a document: where their names stand, of what kind they are and of which country.

Joining several printed forms to one actor is `actors.py`'s subject, and people are `people.py`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kerjasama.extract.document import Document
from kerjasama.extract.registry import Known, heads, media, no_actor_words, no_names, organisations, tails
from kerjasama.extract.titles import is_title_head, ministry_fields

_JOINERS = frozenset("dan & of for and - / untuk the de di on bin in + – '".split())
_CALENDAR = frozenset(
    "Senin Selasa Rabu Kamis Jumat Jum'at Sabtu Minggu Ahad Januari Februari Maret April Mei Juni Juli Agustus September "
    "Oktober November Desember".split()
)
_LEGAL = frozenset(("PT", "CV", "Tbk", "Persero", "Perseroda", "UD"))


@dataclass(slots=True)
class Organisation:
    """An organisation's name at tokens [first, last); `known` is its registry entry; `short` an acronym in brackets."""

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: str
    country: str | None
    rule: str
    known: Known | None = None
    short: list[tuple[int, int, str]] = field(default_factory=list)


def find_organisations(document: Document, people: dict[int, int]) -> list[Organisation]:
    """All organisations of the text in order, none overlapping; `people` maps first to last token of personal names."""
    words, breaks = document.tokens, frozenset(document.breaks)
    known = {hit.start: hit for hit in document.entity_hits if hit.kind == "organisation"}
    tagged = {name.first: name for name in document.names if name.kind == "ORG"}
    found: list[Organisation] = []
    index = 0
    while index < len(words):
        word = words[index]
        if not word.text[0].isupper() and word.lower not in ("pemerintah", "parlemen"):
            index += 1
            continue
        candidate = (
            _government(document, index)
            or _by_head(document, index, people, breaks, known)
            or _by_registry(document, index, breaks, known)
            or _by_tagger(document, index, people, breaks, tagged)
        )
        if candidate is None:
            index += 1
            continue
        _attach_short(document, candidate)
        found.append(candidate)
        index = candidate.last
    return found


def _government(document: Document, index: int) -> Organisation | None:
    """ "Pemerintah Jepang", "pemerintah RI", "Pemerintah Indonesia": the government of a country."""
    words = document.tokens
    if words[index].lower not in ("pemerintah", "pemerintahan", "otoritas") or index + 1 >= len(words):
        return None
    hits = [hit for hit in document.starting(words[index + 1].start) if hit.kind == "country"]
    if not hits:
        return None
    last = document.token_at(hits[0].end)
    name = f"{'Otoritas' if words[index].lower == 'otoritas' else 'Pemerintah'} {_canonical(hits[0].code)}"
    return _make(document, index, last, name, "government", hits[0].code, "country.government")


def _canonical(code: str) -> str:
    from kerjasama.extract.registry import country_names

    return country_names()[code]


def _make(
    document: Document, first: int, last: int, name: str | None, kind: str, country: str | None, rule: str
) -> Organisation:
    words = document.tokens
    start, end = words[first].start, words[last - 1].end
    return Organisation(
        first, last, start, end, name or " ".join(document.text[start:end].split()), kind, country, rule
    )


def _by_head(
    document: Document, index: int, people: dict[int, int], breaks: frozenset[int], known: dict[int, object]
) -> Organisation | None:
    """A phrase that begins with an organisation's head word ("Dinas …", "PT …", "Universitas …")."""
    words = document.tokens
    options = heads().get(words[index].text)
    if not options:
        return None
    for head, kind, national in options:
        stop = index + len(head)
        if stop > len(words) or any(words[index + i].text != part for i, part in enumerate(head)):
            continue
        last = _extend(document, stop, people, breaks, kind, index)
        alone = last == stop
        if (
            alone
            and (len(head) == 1 or kind in ("company",))
            and words[index].text not in ("KBRI", "KJRI", "DPRD", "Parlemen")
        ):
            return None
        if alone and len(head) == 1 and words[index].text == "Parlemen":
            return None
        organisation = _make(document, index, last, None, kind, None, f"form.head:{' '.join(head)}")
        _place(document, organisation, national)
        organisation.known = _registered(document, organisation)
        return organisation
    return None


def _registered(document: Document, organisation: Organisation) -> Known | None:
    """The registry entry whose printed form covers the name, but for a country or legal form at its end."""
    for hit in document.entities_in(organisation.start, organisation.end):
        if hit.kind == "organisation" and hit.start == organisation.start:
            rest = document.text[hit.end : organisation.end].strip()
            if not rest or rest in (
                "RI",
                "Indonesia",
                "Republik Indonesia",
                "Tbk",
                "(Persero)",
                "(Persero) Tbk",
            ):
                return organisations()[hit.code]
    return None


def _extend(
    document: Document, index: int, people: dict[int, int], breaks: frozenset[int], kind: str, first: int
) -> int:
    """The token after the capitalised words that go on an organisation's name from token `index`."""
    words, text = document.tokens, document.text
    last = index
    while index < len(words) and index not in breaks and index not in people:
        word = words[index]
        if word.text in _CALENDAR or (
            index > first and is_title_head(document, index) and word.text != "Sekretaris"
        ):
            break
        if word.text[0].isupper() or (
            word.text.isdigit() and len(word.text) <= 3 and last == index and index > first
        ):
            if index > last and heads().get(word.text) and words[index - 1].lower in ("dan", "&", "-", "/"):
                break
            index += 1
            last = index
            continue
        if (
            word.text == "("
            and index + 2 < len(words)
            and words[index + 2].text == ")"
            and words[index + 1].text in _LEGAL
        ):
            index += 3
            last = index
            continue
        following = index + 1
        if (
            word.lower in _JOINERS
            and following < len(words)
            and following not in breaks
            and following not in people
        ):
            if kind == "company" and word.lower in ("dan", "di", "untuk", "-", "/"):
                break
            if word.text in ("-", "/", "–") and text[word.start - 1] != text[word.start]:
                if text[word.start - 1].isspace():
                    break
            if word.lower in ("untuk", "di") and not words[first].text.startswith(
                ("Kedutaan", "Konsulat", "Kedubes", "KBRI", "KJRI")
            ):
                break
            if words[following].text[0].isupper():
                index += 1
                continue
            if word.lower in ("of", "for", "and", "on", "in") and words[following].lower == "the":
                index += 1
                continue
            break
        if (
            word.text == ","
            and kind in ("government", "public_agency")
            and _listed(document, index, breaks, people)
        ):
            index += 1
            continue
        if (
            word.text in (",", ".")
            and following < len(words)
            and words[following].text in ("Ltd", "Inc", "Tbk", "LLC", "Plc", "Pte", "Co")
        ):
            index += 1
            continue
        break
    return last


def _listed(document: Document, index: int, breaks: frozenset[int], people: dict[int, int]) -> bool:
    """Whether the comma at `index` lists a ministry's fields ("Riset, dan Teknologi")."""
    words = document.tokens
    position = index + 1
    seen = False
    while position < min(index + 12, len(words)) and position not in breaks and position not in people:
        word = words[position]
        if word.lower in ("dan", "and"):
            return seen or words[position + 1].text in ministry_fields() or word.lower == "and"
        if word.text == ",":
            position += 1
            continue
        if word.text not in ministry_fields() and not (
            word.text[0].isupper() and words[index - 1].text.isascii() and seen
        ):
            return word.text[0].isupper() and _english(document, index)
        seen = True
        position += 1
    return False


def _english(document: Document, index: int) -> bool:
    """Whether "of" stands in the six words before token `index`: an English name with a list."""
    return any(word.lower == "of" for word in document.tokens[max(0, index - 6) : index])


def _by_registry(
    document: Document, index: int, breaks: frozenset[int], known: dict[int, object]
) -> Organisation | None:
    """An organisation of the registry, with the country or legal form that follows it."""
    hit = known.get(document.tokens[index].start)
    if hit is None:
        return None
    words = document.tokens
    entry = organisations()[hit.code]  # type: ignore[attr-defined]
    last = document.token_at(hit.end)  # type: ignore[attr-defined]
    while last < len(words) and last not in breaks:
        follows = [h for h in document.starting(words[last].start) if h.kind == "country"]
        if words[last].text in ("Tbk", "Ltd", "Group", "Corp", "Corporation", "Inc", "Co"):
            last += 1
        elif follows and entry.kind in ("government", "public_agency") and entry.country != "INT":
            last = document.token_at(follows[0].end)
        else:
            break
    organisation = _make(document, index, last, None, entry.kind, entry.country, "registry")
    organisation.known = entry
    if entry.country == "ID" and entry.kind == "government":
        _place(document, organisation, True)
        if organisation.country != "ID":
            organisation.known = None
    return organisation


def _by_tagger(
    document: Document, index: int, people: dict[int, int], breaks: frozenset[int], tagged: dict[int, object]
) -> Organisation | None:
    """A name that the tagger calls an organisation, or a run of capitals that ends in an organisation's tail."""
    words = document.tokens
    if index in people or words[index].text in no_names():
        return None
    run = index
    while run < len(words) and (run == index or run not in breaks) and run not in people:
        word = words[run]
        if word.text[0].isupper() and word.text not in _CALENDAR:
            run += 1
        elif (
            word.lower in ("of", "for", "and", "&", "de")
            and run + 1 < len(words)
            and run + 1 not in breaks
            and words[run + 1].text[0].isupper()
        ):
            run += 1
        else:
            break
    for last in range(run, index, -1):
        for tail, kind in tails().get(words[last - 1].text, ()):
            if last - len(tail) > index and all(
                words[last - len(tail) + i].text == part for i, part in enumerate(tail)
            ):
                last = _extend(document, last, people, breaks, kind, index) if last == run else last
                if _rejected(document, index, last):
                    return None
                organisation = _make(document, index, last, None, kind, None, f"form.tail:{' '.join(tail)}")
                _place(document, organisation, False)
                return organisation
    name = tagged.get(index)
    if name is None or _rejected(document, index, name.last):  # type: ignore[attr-defined]
        return None
    last = name.last  # type: ignore[attr-defined]
    organisation = _make(document, index, last, None, "company", None, "tagger")
    _place(document, organisation, False)
    return organisation


def _rejected(document: Document, first: int, last: int) -> bool:
    """Whether a capitalised phrase is no actor: a medium, a venue, an event, a document, an abbreviation."""
    words = document.tokens
    phrase = " ".join(word.text for word in words[first:last])
    if phrase.lower() in media() or phrase.replace(" . ", ".").lower() in media():
        return True
    if last - first == 1 and (phrase in no_names() or len(phrase) < 2):
        return True
    if words[first].text in no_actor_words():
        return True
    start, end = words[first].start, words[last - 1].end
    return any(
        hit.kind in ("country", "city") and hit.start == start and hit.end == end
        for hit in document.entities_in(start, end)
    )


def _place(document: Document, organisation: Organisation, national: bool) -> None:
    """Country of an organisation by what its own name says, the national form, or the words around it."""
    hits = document.entities_in(organisation.start, organisation.end)
    named = [hit for hit in hits if hit.kind in ("country", "english")]
    cities = [hit for hit in hits if hit.kind == "city"]
    if document.tokens[organisation.first].text in ("PT", "CV", "UD", "KBRI", "KJRI", "Perum"):
        organisation.country, organisation.rule = "ID", organisation.rule + "|country.legal_form"
    elif named:
        # "Kedutaan Besar Jepang untuk Indonesia": the sender stands first.
        organisation.country, organisation.rule = named[0].code, organisation.rule + "|country.name"
    elif cities:
        organisation.country, organisation.rule = cities[0].code, organisation.rule + "|country.city"
    else:
        around = _around(document, organisation)
        if around:
            organisation.country, organisation.rule = around, organisation.rule + "|country.apposition"
        elif national:
            organisation.country, organisation.rule = "ID", organisation.rule + "|country.national_form"


_ASIDE = re.compile(
    r"^\s*(?:\([^()]{1,40}\)\s*)?,?\s*(?:(?:sebuah|salah satu|yakni|yaitu)\s+)?(?:[a-z-]+\s+){0,6}(?:asal|dari|di)?\s*$"
)


def _around(document: Document, organisation: Organisation) -> str | None:
    """The country in an apposition: "perusahaan asal Yordania, X", "X, perusahaan logistik Rusia"."""
    for hit in document.entities_in(
        max(0, organisation.start - 60), min(len(document.text), organisation.end + 90)
    ):
        if hit.kind != "country":
            continue
        if hit.end <= organisation.start:
            between = document.text[hit.end : organisation.start]
            before = document.text[max(0, hit.start - 40) : hit.start]
            if re.fullmatch(r"\s*,?\s*(?:yaitu|yakni|bernama)?\s*", between) and re.search(
                r"(?:asal|dari|perusahaan|produsen|maskapai|pabrikan|raksasa|lembaga|universitas|bank|badan)\s+(?:\w+\s+){0,4}$",
                before,
            ):
                return hit.code
        elif hit.start >= organisation.end:
            between = document.text[organisation.end : hit.start]
            if re.fullmatch(
                r"\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*(?:sebuah\s+|salah satu\s+)?[a-z-]+\s+(?:[a-z-]+\s+){0,5}|\s*(?:asal|dari)\s+|,\s*(?:asal\s+)?|\s*\()",
                between,
            ):
                return hit.code
    return None


def _attach_short(document: Document, organisation: Organisation) -> None:
    """Acronyms and short forms in brackets behind the name: "(JICA)", "(U.S. … Agency/DTRA)"."""
    words = document.tokens
    index = organisation.last
    if index + 2 >= len(words) or words[index].text != "(":
        return
    closing = next((i for i in range(index + 1, min(index + 14, len(words))) if words[i].text == ")"), None)
    if closing is None:
        return
    inside = document.text[words[index + 1].start : words[closing - 1].end]
    if (
        not re.match(r"[A-Z]|[a-z]+[A-Z]", inside)
        or re.search(r"\d{2}[/.]|persero", inside, re.I)
        or len(inside) > 90
    ):
        return
    for piece in re.finditer(r"[^/,;]+", inside):
        form = piece[0].strip()
        if len(form) > 1 and form[0].isalpha() and form not in ("RI", "Indonesia"):
            start = words[index + 1].start + piece.start() + (len(piece[0]) - len(piece[0].lstrip()))
            organisation.short.append((start, start + len(form), form))
    organisation.last = closing + 1
