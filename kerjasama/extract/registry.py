"""The codebook's lists of countries, organisations and their forms, compiled for looking up.

What a phrase in an article stands for is decided in `kerjasama.extract.names` and `kerjasama.extract.actors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import either
from kerjasama.codebook.lexicon import Entry, Lexicon, country_entries
from kerjasama.records import HOME
from kerjasama.text.handles import account_name


def word_set(vocabulary: str, key: str) -> frozenset[str]:
    """A word list of a vocabulary, as a set."""
    return frozenset(load(vocabulary)[key])


ORGANS = word_set("organisation_forms", "organs")
"""Organs of a state that are printed small before its name: "pemerintah Jepang"."""


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation of the registry; `country` is an ISO code or INT."""

    name: str
    kind: str
    country: str
    aliases: tuple[str, ...]
    parent: str | None
    wikidata: str | None

    @property
    def forms(self) -> tuple[str, ...]:
        """All its names: the canonical one, then its aliases."""
        return (self.name, *self.aliases)


VOCABULARIES = {
    "government": "governments",
    "public_agency": "public_agencies",
    "association": "associations",
    "education_research": "education_research",
    "international_organisation": "international_organisations",
    "company": "companies",
}
"""The codebook's file that lists the bodies of each kind."""


@lru_cache(maxsize=1)
def organisations() -> dict[str, Known]:
    """The registry by canonical name."""
    found: dict[str, Known] = {}
    for kind, vocabulary in VOCABULARIES.items():
        for country, rows in load(vocabulary).items():
            for row in rows:
                aliases = (*row.get("a", ()), *_by_office(row.get("o"), country))
                others = tuple(form for form in dict.fromkeys(aliases) if form != row["n"])
                found[row["n"]] = Known(row["n"], kind, country, others, row.get("p"), row.get("w"))
    return found


def _by_office(office: str | None, country: str) -> list[str]:
    """What a body is called by its office and its country, in every lettering: "bank sentral Jepang"."""
    if office is None:
        return []
    row = load("countries")[country]
    return [
        f"{words} {name}"
        for name in (row["name"], *row.get("names", ()))
        for words in (office, office.capitalize(), office.title())
    ]


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """The canonical Indonesian name of each country code."""
    return {code: row["name"] for code, row in load("countries").items()}


def country_name(code: str) -> str:
    """The Indonesian name of a country, which the text may print as a byname; of no country, the code."""
    return country_names().get(code, code)


HOME_NAMES = either((load("countries")[HOME]["name"], *load("countries")[HOME]["names"]))
"""Names of Indonesia, which stand behind those of its offices and bodies: "Menteri Hukum RI"."""


BODIES_AND_PLACES = ("country", "english", "city", "organisation")
"""Kinds of the entity lexicon that are no people."""


@lru_cache(maxsize=1)
def entity_lexicon() -> Lexicon:
    """Kinds `country` (names and bynames), `english`, `city` (code: ISO country), `organisation` and
    `person` (code: name).
    """
    entries = country_entries()
    for code, row in load("countries").items():
        entries.extend(Entry("english", code, phrase, cased=True) for phrase in row.get("english", ()))
        entries.extend(Entry("city", code, phrase, cased=True) for phrase in row.get("cities", ()))
    for code, cities in load("foreign_places").items():
        entries.extend(Entry("city", code, form, cased=True) for forms in cities.values() for form in forms)
    for known in organisations().values():
        entries.extend(Entry("organisation", known.name, form, cased=True) for form in known.forms)
    for name, (_, *others) in load("public_people").items():
        entries.extend(Entry("person", name, form, cased=True) for form in (name, *others))
    return Lexicon(entries)


@lru_cache(maxsize=1)
def heads() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """Organisation heads by first word: (words, kind, national), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for kind, groups in load("organisation_forms")["heads"].items():
        for group, phrases in groups.items():
            for phrase in phrases:
                words = tuple(str(phrase).split())
                found.setdefault(words[0], []).append((words, kind, group == "national"))
    for options in found.values():
        options.sort(key=lambda option: (-len(option[0]), option))
    return found


@lru_cache(maxsize=1)
def tails() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Organisation tails by last word: (words, kind), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in load("organisation_forms")["tails"].items():
        for phrase in phrases:
            words = tuple(str(phrase).split())
            found.setdefault(words[-1], []).append((words, kind))
    for options in found.values():
        options.sort(key=lambda option: (-len(option[0]), option))
    return found


@lru_cache(maxsize=1)
def media() -> frozenset[str]:
    """Names of media, folded to lower case."""
    return frozenset(str(name).lower() for name in load("organisation_forms")["media"])


@lru_cache(maxsize=1)
def no_actor_words() -> frozenset[str]:
    """First words of phrases that are no actors: events, venues, documents."""
    return frozenset(str(word) for word in load("organisation_forms")["no_actor_words"])


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Capitalised abbreviations that name no organisation."""
    return frozenset(str(word) for word in load("organisation_forms")["no_names"])


@lru_cache(maxsize=1)
def forums() -> frozenset[str]:
    """Forums of states, which are no actors but as parties."""
    return frozenset(str(word) for word in load("organisation_forms")["forums"])


@lru_cache(maxsize=1)
def public_people() -> dict[str, tuple[str, str]]:
    """Well-known people: each printed name in lower case to the full name and the ISO country."""
    found: dict[str, tuple[str, str]] = {}
    for name, (country, *others) in (*load("celebrities").items(), *load("public_people").items()):
        for form in (name, *others):
            found[form.lower()] = (name, country)
    return found


@lru_cache(maxsize=1)
def accounts() -> dict[str, str]:
    """Names of well-known people by what their accounts are called: "luhutpandjaitan"."""
    listed = load("public_people").items()
    return {account_name(form): form for name, (_, *others) in listed for form in (name, *others)}


@lru_cache(maxsize=1)
def long_names() -> frozenset[str]:
    """Names of listed people and bodies of more than one word, folded to lower case."""
    bodies = (form for body in organisations().values() for form in body.forms)
    return frozenset(form.lower() for form in (*bodies, *public_people()) if " " in form)


@lru_cache(maxsize=1)
def celebrities() -> frozenset[str]:
    """The names of well-known people who stand for no state and no body, in lower case."""
    listed = load("celebrities").items()
    return frozenset(form.lower() for name, (_, *others) in listed for form in (name, *others))


@lru_cache(maxsize=1)
def home_bynames() -> frozenset[str]:
    """Bynames of Indonesia ("Tanah Air"): they say where something is, seldom who acts."""
    return frozenset(load("countries")[HOME]["bynames"])
