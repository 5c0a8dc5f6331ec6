"""Of which country an organisation is, and by which named rule: the codebook allows no other guess.

Countries of people follow from their offices, in `actors.py`; the names of countries are in the codebook.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, either
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.actors.strange_names import holds_place, strange_campus, strange_english
from kerjasama.extract.actors.unplaced import AT_HOME, alone, home_named, most_named, unplaced
from kerjasama.extract.document import Document
from kerjasama.extract.names.body_nouns import THAT, described_kinds
from kerjasama.extract.names.organisation import Organisation
from kerjasama.extract.regions import LEVEL, full_name
from kerjasama.extract.registry import heads, organisations, word_set
from kerjasama.records import HOME, OUTSIDE
from kerjasama.text.clauses import verb_pattern
from kerjasama.text.name_forms import sounds_at_home

_MINISTRIES = word_set("organisation_forms", "ministries")
_MINISTRIES_ABROAD = word_set("organisation_forms", "ministries_abroad")
_OF_ANY = tuple(word_set("organisation_forms", "of_any_state"))
_HOME_FORMS = word_set("organisation_forms", "home_forms")
FOREIGN_FORM = re.compile(rf"\b{alternatives('organisation_forms', 'foreign_forms')}\.?\Z")
"""Legal forms at the end of a firm's name that no firm of Indonesian law has."""
# How far behind a body's name a sentence may take it up with its country.
_TAKEN_UP = 450


def place(document: Document, organisation: Organisation) -> tuple[str, str]:
    """ISO code (or INT) and rule of an organisation's country: the first rule that tells it.

    In order: the registry; the legal form; a country or city in the name; an apposition ("perusahaan asal
    Yordania, X"); the form of an Indonesian public body; a strange English name; a foreign legal form
    beside the one foreign country of the sentence or the one that the article is about; Indonesia, whose
    press it is.
    """
    rules = (
        _seated_abroad,
        _as_known,
        _by_legal_form,
        _by_name,
        _by_listed_part,
        _told_beside,
        _by_first_word,
        _by_english_form,
        _by_national_form,
        strange_english,
        _by_foreign_form,
    )
    found = (rule(document, organisation) for rule in rules)
    first = next((placed for placed in found if placed is not None), None)
    return first or unplaced(document, organisation.name, organisation.start, person=False)


def _seated_abroad(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The one foreign country of the sentence for a ministry that the sentence seats there ("Kementerian
    Kesehatan di Gaza"), and for a department, which Indonesia has none of.
    """
    head = document.tokens[organisation.first].text
    if organisation.kind != "government" or head not in _MINISTRIES:
        return None
    if _by_name(document, organisation) is not None:
        return None
    seat = _SEAT.match(document.text, organisation.end)
    seated = seat is not None and any(hit.code != HOME for hit in document.starting(seat.end(), "country"))
    here = alone(document, organisation.start) if seated or head in _MINISTRIES_ABROAD else None
    return (here, "country.sentence") if here is not None else None


def _as_known(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The country that the registry, or what found the body, tells; but in a foreign country's news that
    names Indonesia nowhere a body that every state has is that country's: "Mahkamah Agung".
    """
    if organisation.known is not None:
        of_any = organisation.known.country == HOME and organisation.name.startswith(_OF_ANY)
        foreign = most_named(document) if of_any and not home_named(document) else None
        return (foreign, "country.article") if foreign else (organisation.known.country, "country.registry")
    return (organisation.country, "country.name") if organisation.country is not None else None


def _by_legal_form(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The country of a legal form that only its firms have: "PT X", "X Oy"."""
    if document.tokens[organisation.first].text in _HOME_FORMS:
        return HOME, "country.legal_form"
    ending = [word.strip(".") for word in organisation.name.split()[-2:]]  # "X Pte. Ltd."
    country = next((_legal_forms()[word] for word in reversed(ending) if word in _legal_forms()), None)
    return (country, "country.legal_form") if country is not None else None


def _by_name(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The first country in the name, else the first city: "Kedutaan Besar Jepang untuk Indonesia" is of the
    sender, who stands first.
    """
    inside = document.entities_in(organisation.start, organisation.end)
    named = [hit for hit in inside if _names(document, hit)]
    country = next((hit.code for hit in named if hit.kind in ("country", "english")), None)
    if country is not None:
        return country, "country.name"
    city = next((hit.code for hit in named if hit.kind == "city"), None)
    return (city, "country.city") if city is not None else None


def _by_listed_part(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The country of the body of the registry with which the name begins, or of none where it ends with an
    international one: "Majelis Umum PBB".
    """
    begins = document.starting(organisation.start, "organisation")
    ends = document.ending(organisation.end, "organisation")
    countries = [organisations()[hit.code].country for hit in begins[:1]]
    countries += [country for hit in ends if (country := organisations()[hit.code].country) == OUTSIDE]
    return (countries[0], "country.known_part") if countries else None


def _told_beside(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The country that words beside the name tell, or a sentence that takes the body up."""
    told = (
        organisation.described_as
        or _apposition(document, organisation)
        or (None if _unsure(organisation) else _taken_up(document, organisation.end))
    )
    return (told, "country.apposition") if told is not None else None


def _by_first_word(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The country whose bodies' names begin so: "Universiti X"."""
    first, forms = document.tokens[organisation.first].text, load("organisation_forms")["first_words_of"]
    return next(((code, "country.foreign_form") for code, words in forms.items() if first in words), None)


def _by_english_form(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The foreign country of the sentence, else of whose news the article is, for a school with an English
    name that holds no region of Indonesia and does not sound of home: "Takasaki City College".
    """
    if organisation.kind != "education_research" or not organisation.rule.startswith("form.tail:"):
        return None
    if holds_place(document, organisation):
        return None
    at_home = sounds_at_home(organisation.name, person=False) > AT_HOME
    foreign = None if at_home else alone(document, organisation.start) or _of_its_news(document, organisation)
    return (foreign, "country.foreign_form") if foreign is not None else None


def _by_national_form(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """Indonesia for a body named as only its public bodies are, but where the article tells it abroad."""
    if not organisation.national:
        return None
    abroad = _told_abroad(document, organisation) or _of_no_home_region(document, organisation)
    if abroad:
        return abroad, "country.city"
    foreign = _of_its_news(document, organisation) or strange_campus(document, organisation)
    return (foreign, "country.article") if foreign else (HOME, "country.national_form")


_OF_ANY_STATE = ("government", "public_agency", "education_research")


def _of_its_news(document: Document, organisation: Organisation) -> str | None:
    """The foreign country whose news an article tells that names Indonesia nowhere, for a body that any state
    has and whose name does not sound of home: "Universitas Witwatersrand", its own "Mahkamah Agung".
    """
    if organisation.kind not in _OF_ANY_STATE or home_named(document):
        return None
    at_home = sounds_at_home(organisation.name, person=False) > AT_HOME
    return None if at_home else most_named(document)


def _by_foreign_form(document: Document, organisation: Organisation) -> tuple[str, str] | None:
    """The foreign country of the sentence, else of the article, for a firm of a foreign legal form."""
    if not FOREIGN_FORM.search(organisation.name):
        return None
    foreign = alone(document, organisation.start) or most_named(document)
    return (foreign, "country.foreign_form") if foreign is not None else None


def _unsure(organisation: Organisation) -> bool:
    """Whether a body is at home by the form of its name, or may be none."""
    return organisation.national or organisation.rule == "tagger.unlikely"


@lru_cache(maxsize=1)
def _legal_forms() -> dict[str, str]:
    """The country of each legal form that only its firms have: "Oy", "ApS"."""
    return {
        form: code for code, forms in load("organisation_forms")["legal_forms_of"].items() for form in forms
    }


_SEAT = re.compile(r" di (?=[A-Z])")
_GOVERNS = re.compile(rf"Pemerintah {LEVEL} [A-Z]")


def _of_no_home_region(document: Document, organisation: Organisation) -> str | None:
    """The foreign country of the sentence, else of the article, for the government of a region that is none
    of Indonesia's, whose list is complete: "Pemerintah Kota Kitakyushu".
    """
    if organisation.kind != "local_government" or not _GOVERNS.match(full_name(organisation.name)):
        return None
    if holds_place(document, organisation):
        return None
    return alone(document, organisation.start) or most_named(document)


def _told_abroad(document: Document, organisation: Organisation) -> str | None:
    """The country behind a foreign town's name, where the article tells it: "Yaizu, Shizuoka, Jepang"."""
    if organisation.kind != "local_government":
        return None
    town = organisation.name.split()[-1]
    for match in re.finditer(
        rf"\b{re.escape(town)},\s+(?:{alternatives('frames', 'region_of_town')}\s+\w+,\s+)?", document.text
    ):
        for hit in document.starting(match.end(), "country"):
            if hit.code != HOME:
                return hit.code
    return None


def _names(document: Document, hit: Hit) -> bool:
    """Whether a country inside a name is the body's own: not in "Pendidikan Bahasa Jepang"."""
    before = document.text[max(0, hit.start - 8) : hit.start].lower()
    if document.text.startswith(" dan Eropa", hit.end):
        return False  # "Direktorat Jenderal Amerika dan Eropa": a continent
    return hit.kind in ("country", "english", "city") and not before.rstrip().endswith(
        tuple(load("name_words")["fields_of_study"])
    )


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    nouns = alternatives("body_nouns", "before_country")
    return re.compile(rf"\b{nouns}\s+(?:[\w-]+\s+){{0,4}}$", re.I)


# ", perusahaan logistik ", but not ", yang hadir sebagai pembicara di " nor ", dalam kunjungan ke ".
_NOT_WITH = rf"(?!{alternatives('name_words', 'no_apposition')}\b)"
_NOUN = rf"(?!{alternatives('name_words', 'no_apposed')}\b){_NOT_WITH}(?!(?!ter){verb_pattern()})[a-z-]+\s+"
_BEHIND = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?"
    rf"(?:,\s*(?:sebuah\s+|salah satu\s+)?{_NOUN}(?:{_NOT_WITH}[a-z-]+\s+){{0,5}}"
    rf"|,\s*(?:yang\s+)?{alternatives('frames', 'has_its_seat')}\s+"
    r"|\s*(?:asal|dari)\s+|,\s*(?:asal\s+)?|\s*\()"
)


def _apposition(document: Document, organisation: Organisation) -> str | None:
    """The country in an apposition: "perusahaan asal Yordania, X", "X, perusahaan logistik Rusia"."""
    text = document.text
    left, right = max(0, organisation.start - 60), min(len(text), organisation.end + 90)
    for hit in document.entities_in(left, right):
        if hit.kind not in ("country", "city"):
            continue
        if hit.end <= organisation.start:
            between = text[hit.end : organisation.start]
            if re.fullmatch(r"\s*,?\s*(?:yaitu|yakni|bernama)?\s*[\"“]?", between) and _before().search(
                text[max(0, hit.start - 50) : hit.start]
            ):
                return hit.code
        elif hit.start >= organisation.end and _BEHIND.fullmatch(text[organisation.end : hit.start]):
            return hit.code
    return None


_THAT = re.compile(rf" {THAT}\b")


@lru_cache(maxsize=1)
def _described() -> re.Pattern[str]:
    """ "produsen baterai asal " before a country."""
    return re.compile(rf"\b{either(described_kinds())}(?: [a-z-]+){{0,4}} \Z", re.I)


def _taken_up(document: Document, end: int) -> str | None:
    """The country of a body whose name ends at `end` and that a later sentence takes up with its country:
    "… dengan Arktik. Perangkat buatan perusahaan Denmark itu …", no other body named in between.
    """
    for hit in document.entities_in(end, min(len(document.text), end + _TAKEN_UP)):
        if hit.kind != "country" or not _THAT.match(document.text, hit.end):
            continue
        if _described().search(document.text, max(end, hit.start - 50), hit.start) and hit.code != HOME:
            others = [n for n in document.names if n.kind == "ORG" and end < n.start < hit.start]
            at_home = all(heads().get(name.text.split()[0]) for name in others)
            return hit.code if at_home else None
    return None
