"""How far an organisation's name goes, and which capitalised phrases are none.

What makes a phrase an organisation is decided in `organisations.py`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence

from kerjasama.extract.document import Document
from kerjasama.extract.names.described import FORMS_BEHIND_COMMA, Described, before_form
from kerjasama.extract.names.headed import headed_bodies
from kerjasama.extract.names.offices import CALENDAR, is_title_head, ministry_fields, opens_holder
from kerjasama.extract.names.person_signs import HOSPITALS, PATRONS
from kerjasama.extract.names.titles import Title
from kerjasama.extract.regions import SHORT_FORMS
from kerjasama.extract.registry import (
    country_names,
    heads,
    media,
    no_actor_words,
    no_names,
    organisations,
    tails,
    word_set,
)
from kerjasama.records import HOME
from kerjasama.text.names import Name, is_common

_JOINERS = word_set("name_words", "organisations_joiners")
_ENGLISH_JOINERS = word_set("name_words", "organisations_english_joiners")
_BEFORE_THE = word_set("name_words", "organisations_before_the")
_ARTICLES = word_set("name_words", "organisations_articles")
_NOT_IN_FIRMS = word_set("name_words", "organisations_not_in_firms")
_IN_MISSIONS = word_set("name_words", "organisations_in_missions")
_MISSIONS = tuple(word_set("organisation_forms", "missions"))
_SECOND = word_set("name_words", "organisations_second")
_AT = word_set("name_words", "organisations_at")
_LEGAL = word_set("name_words", "organisations_legal")
# Behind a legal form these name no firm: kinds of firms, and letters for a firm that is not to be named.
_UNNAMED = no_names() | frozenset(string.ascii_uppercase)
_KINDS = word_set("organisation_forms", "kinds_of_bodies")
# "Kementerian Hukum dan Kejaksaan Agung" are two; "Pekerjaan Umum dan Perumahan Rakyat" is one's field.
_FIRST_WORDS = word_set("name_words", "organisations_first_words")
# Nouns that a country's name describes: "perusahaan Jepang Mitsui & Co".
DESCRIBED = word_set("name_words", "organisations_described")
# Last words of English and Indonesian terms that name no body: "Local Currency Transaction", "Two-State
# Solution".
TERMS = word_set("name_words", "organisations_terms")


# "Pemprov Kalbar dan Kerajaan Negeri Sarawak" are two, "Pemkab Pangkajene dan Kepulauan" is one.
_GOVERNMENTS = tuple(word_set("name_words", "organisations_governments"))
_IN_REGIONS = word_set("name_words", "organisations_dan_in_regions")
# Kinds of bodies behind whose name "dan" and a country name another: "Kementerian Pertanian dan Jepang".
_PUBLIC = ("government", "local_government", "public_agency")


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals may be an acronym: longer ones only shout."""
    return word.isupper() and len(word) < _SHOUTS


# From so many letters on, a common word in capitals is one that is shouted.
_SHOUTS = 5


class OrganisationSpans:
    """The tokens of a document with what bounds a name: people, titles, sentences, countries."""

    def __init__(
        self,
        document: Document,
        people: dict[int, int],
        titles: Sequence[Title],
        described: Mapping[int, Described],
    ):
        self.document = document
        self.described = described
        self.text = document.text
        self.words = document.tokens
        self.people = people
        self.breaks = document.breaks
        self.tagged: dict[int, Name] = {name.first: name for name in document.names if name.kind == "ORG"}
        # Inside a title that names a ministry, a region or a country only bodies of the registry
        # count ("Gubernur BI"):
        # the ministry that a minister's title implies is no actor.
        self.offices = {i for t in titles for i in range(t.first, t.first + len(t.head.split()))}
        self.closed = {i for t in titles if t.group != "organisation" for i in range(t.first, t.last)}
        self.covered = self._inside_countries()
        self.headed = headed_bodies(document, people, titles)

    def _inside_countries(self) -> set[int]:
        """Tokens that only go on a country's name: "Serikat" in "Amerika Serikat" opens no organisation."""
        found: set[int] = set()
        for hit in self.document.entity_hits:
            if hit.kind == "country" and " " in hit.phrase:
                found.update(range(self.document.token_at(hit.start) + 1, self.document.token_at(hit.end)))
        return found

    def extend(self, index: int, kind: str, first: int) -> int:
        """The token after the capitalised words that go on an organisation's name from token `index`."""
        words, last = self.words, index
        index = self._past_patron(index)
        while index < len(words) and not self._ends(index, first):
            word = words[index]
            number = word.text.isdigit() and len(word.text) <= 3 and last == index > first
            if word.text[0].isupper() or number:
                if index > last and heads().get(word.text) and words[index - 1].lower in _SECOND:
                    break
                last = index = index + 1
            elif word.text == "(":
                beyond = self._past_bracket(index, first, last)
                if not beyond:
                    break
                last = index = beyond
            elif self.joined(index, kind, first) or self.listed(index, kind) or before_form(words, index):
                index += 1
            else:
                break
        return last

    def _past_patron(self, index: int) -> int:
        """Behind the honours of him whom a hospital is named after: "RSUD dr. Soetomo"."""
        words, begin = self.words, index
        if not index or words[index - 1].text not in HOSPITALS:
            return index
        while index < len(words) and index not in self.breaks and words[index].lower in PATRONS:
            index += 1 + (index + 1 < len(words) and words[index + 1].text == ".")
        named = index < len(words) and words[index].text[0].isupper() and index not in self.breaks
        return index if named else begin

    def _ends(self, index: int, first: int) -> bool:
        """Whether a name that begins at token `first` cannot go on at `index`: a sentence, a person's name, a
        date, a rank or a title begins there.
        """
        word = self.words[index]
        titled = word.text != "Sekretaris" and is_title_head(self.document, index) is not None
        return (
            index in self.breaks
            or index in self.people
            or word.text in CALENDAR
            or self.opens_balinese(index)
            or (
                index > first
                and (index in self.document.ranks or titled or opens_holder(self.document, index))
            )
        )

    def _past_bracket(self, index: int, first: int, last: int) -> int:
        """The token behind the bracket at `index` that is inside a name ("Bank X (Persero) Tbk"), or 0."""
        words = self.words
        closes = index + 2 < len(words) and words[index + 2].text == ")"
        legal = closes and words[index + 1].text in _LEGAL
        return index + 3 if legal else self.beyond_bracket(index, first, last)

    def opens_balinese(self, index: int) -> bool:
        """Whether "I" or "Ni" at `index` begins a Balinese name behind a body's: "Dinas Bali I Gede Arta"."""
        return self.words[index].text in ("I", "Ni") and index + 1 in self.people

    def joined(self, index: int, kind: str, first: int) -> bool:
        """Whether the small word at `index` joins two parts of one name."""
        words, word = self.words, self.words[index]
        following = index + 1
        if (
            word.lower not in _JOINERS
            or following >= len(words)
            or following in self.breaks
            or following in self.people
        ):
            return False
        if kind == "company" and word.lower in _NOT_IN_FIRMS:
            return False
        if word.text in ("-", "/", "–") and self.text[word.start - 1].isspace():
            return False
        if word.lower in _IN_MISSIONS and not words[first].text.startswith(_MISSIONS):
            return False
        if word.lower == "dan" and (
            is_title_head(self.document, following)
            or words[following].text in _FIRST_WORDS
            or (index - first > 2 and self.document.ending(words[index - 1].end, "country"))
            or self.document.starting(words[following].start, "organisation", "english")
            or (kind in _PUBLIC and self.document.starting(words[following].start, "country"))
            or ((kind not in _PUBLIC[:2] or self.exact(first, index)) and self._named_in_english(following))
            or (words[first].text.startswith(_GOVERNMENTS) and words[following].text not in _IN_REGIONS)
        ):
            return False
        if words[following].text[0].isupper():
            return True
        return word.lower in _BEFORE_THE and words[following].lower in _ARTICLES

    def exact(self, first: int, last: int) -> bool:
        """Whether tokens [first, last) print a body of the registry."""
        end = self.words[last - 1].end
        return any(hit.end == end for hit in self.document.starting(self.words[first].start, "organisation"))

    def _named_in_english(self, index: int) -> bool:
        """Whether a body's whole name stands at `index`: "Politeknik Bali dan Box Hill Institute"."""
        words, run = self.words, self.run(index)
        return run - index > 1 and any(
            run - len(tail) > index
            and all(words[run - len(tail) + i].text == part for i, part in enumerate(tail))
            for tail, _ in tails().get(words[run - 1].text, ())
        )

    def beyond_bracket(self, index: int, first: int, last: int) -> int:
        """The token after the country or region behind an acronym in brackets ("… (Kadin) Indonesia",
        "Dinas Perdagangan (Disdag) Jawa Tengah"), or 0.
        """
        words = self.words
        if (
            last == index
            and index + 3 < len(words)
            and words[index + 2].text == ")"
            and (words[index + 1].lower in SHORT_FORMS or self._spells(index + 1, first, index))
            and words[index + 3].text[0].isupper()
            and index + 3 not in self.breaks
        ):
            # "Pemerintah Kota (Pemkot) Balikpapan", "Lembaga Pelatihan Kerja (LPK) Bright College"
            places = self.document.places_at(words[index + 3].start)
            return self.document.token_at(places[0].end) if places else index + 4
        if last == index and index - first > 1 and index + 3 < len(words) and words[index + 2].text == ")":
            behind = words[index + 3].start
            hits = self.document.starting(behind, "country")
            if hits and index + 3 not in self.breaks:
                return 0 if self._works_there(first, hits[0].code) else self.document.token_at(hits[0].end)
            regions = [hit for hit in self.document.places_at(behind) if hit.start == behind]
            if regions and index + 3 not in self.breaks and not self._whole_campus(first, index):
                beyond = self.document.token_at(regions[0].end)
                goes_on = (
                    beyond < len(words) and words[beyond].text[0].isupper() and beyond not in self.breaks
                )
                return 0 if goes_on else beyond
        return 0

    def _works_there(self, first: int, country: str) -> bool:
        """Whether a known body from abroad begins at token `first` that only works at home: "United Nations
        Development Programme (UNDP) Indonesia".
        """
        hits = self.document.starting(self.words[first].start, "organisation")
        known = (organisations()[hit.code] for hit in hits)
        return country == HOME and any(body.country != HOME for body in known)

    def _spells(self, acronym: int, first: int, last: int) -> bool:
        """Whether the token `acronym` opens names of bodies and is the initials of tokens [first, last)."""
        letters = "".join(word.text[0] for word in self.words[first:last])
        return self.words[acronym].text == letters and bool(heads().get(letters))

    def _whole_campus(self, first: int, index: int) -> bool:
        """Whether a known university's name ends before token `index`: behind "Universitas Sriwijaya (Unsri)"
        stands where it is.
        """
        known = self.document.starting(self.words[first].start, "organisation")
        named = any(self.document.token_at(hit.end) == index for hit in known)
        return named and any(
            kind == "education_research" for _, kind, _ in heads().get(self.words[first].text, ())
        )

    def listed(self, index: int, kind: str) -> bool:
        """Whether the comma at `index` lists a ministry's fields ("Riset, dan Teknologi", "Economy, Trade
        and …").
        """
        words = self.words
        if words[index].text != "," or kind not in ("government", "public_agency"):
            return False
        english = any(word.lower == "of" for word in words[max(0, index - 8) : index])
        position, seen = index + 1, False
        while (
            position < min(index + 12, len(words))
            and position not in self.breaks
            and position not in self.people
        ):
            word = words[position]
            if word.lower in ("dan", "and"):
                following = words[min(position + 1, len(words) - 1)].text
                return seen or following in ministry_fields() or (english and following[0].isupper())
            if word.text != ",":
                if not word.text[0].isupper() or not (english or seen or word.text in ministry_fields()):
                    return False
                seen = True
            position += 1
        return False

    def known_end(self, first: int, last: int) -> int:
        """The token at which a body of the registry begins that ends the phrase ("Retail Department Mitsui
        & Co"), or 0.
        """
        for index in range(first + 1, last):
            bank_of = [word.text for word in self.words[index : index + 2]] == ["Bank", "of"]
            if bank_of and self.words[index - 1].text[0].isupper():
                continue  # "SME Development Bank of Thailand" is not the Bank of Thailand
            for hit in self.document.starting(self.words[index].start, "organisation"):
                if self.document.token_at(hit.end) >= last:
                    return index
        return 0

    def run(self, index: int) -> int:
        """The token after the run of capitalised words, with English joiners between them."""
        words, run = self.words, index
        while run < len(words) and (run == index or run not in self.breaks) and run not in self.people:
            word = words[run]
            if run > index and opens_holder(self.document, run):
                break
            if (word.text[0].isupper() and word.text not in CALENDAR) or (
                word.lower in _ENGLISH_JOINERS
                and run + 1 < len(words)
                and run + 1 not in self.breaks
                and words[run + 1].text[0].isupper()
            ):
                run += 1
            else:
                break
        return run

    def past_country(self, index: int, last: int) -> int:
        """Behind the country of "perusahaan Jepang Mitsui & Co": it describes the noun before it."""
        hits = self.document.starting(self.words[index].start, "country")
        if hits and index and self.words[index - 1].lower in DESCRIBED:
            behind = self.document.token_at(hits[0].end)
            return behind if behind < last else index
        return index

    def by_initials(self, begin: int, last: int) -> int:
        """Where a name begins by the acronym in brackets behind it, which spells its words: "Swiss Senior
        Advisers Corps (SSAC)" is whole, whatever the tagger saw of it.
        """
        letters = [word.text for word in self.words[last : last + 3]]
        if len(letters) < 3 or letters[0] != "(" or letters[2] != ")" or not letters[1].isupper():
            return begin
        first, spelt = last, ""
        while first > 0 and len(spelt) < len(letters[1]) and first not in self.breaks:
            first -= 1
            word = self.words[first]
            if word.text[0].isupper():
                spelt = word.text[0] + spelt
            elif word.lower not in _ENGLISH_JOINERS:
                break
        return first if spelt == letters[1] and first < begin else begin

    def past_city(self, last: int) -> int:
        """Includes a foreign city right behind the name: "… Information-Center Osaka"."""
        if last < len(self.words) and last not in self.breaks:
            hits = self.document.starting(self.words[last].start, "city")
            if hits:
                return self.document.token_at(hits[0].end)
        return last

    def rejected(self, first: int, last: int) -> bool:
        """Whether a capitalised phrase is no actor: a medium, a venue, an event, a document, an
        abbreviation.
        """
        words = self.words
        start, end = words[first].start, words[last - 1].end
        phrase = " ".join(self.text[start:end].split())
        if re.fullmatch(r"Komisi [IVX]+(?: DPR(?: RI)?)?", phrase):
            return True
        if phrase.split("-")[0] in country_names().values():
            return True  # "Indonesia-European Union CEPA", "Israel-Hamas"
        if phrase.lower() in media() or (last - first == 1 and (phrase in no_names() or len(phrase) < 2)):
            return True
        if last - first == 1 and words[first].text in (*_LEGAL, *FORMS_BEHIND_COMMA):
            return True  # "PT. MAU": a full stop behind a legal form; "Arta, Inc"
        if words[first].text in no_actor_words() or (last - first == 1 and words[first].text in TERMS):
            return True
        named = [w for w in words[first:last] if w.text[0].isupper() and not self.document.starting(w.start)]
        if (
            last - first > 1
            and named
            and all(w.text in no_names() or (is_common(w.text) and not _is_acronym(w.text)) for w in named)
        ):
            return True  # "ZEE Indonesia", "Masyarakat Indonesia", "Inggris BESOK"
        rest = self.text[start:end]
        for hit in self.document.entities_in(start, end):
            if hit.kind in ("country", "city"):
                rest = rest.replace(self.text[hit.start : hit.end], " ")
        return not re.search(r"[A-Z]", rest)

    def unnamed(self, first: int, last: int) -> bool:
        """Whether a legal form goes with no firm's name ("PT PMA"), or a kind of body with no body's."""
        if " ".join(word.text for word in self.words[first:last]) in _KINDS:
            return True
        return (
            last - first == 2 and self.words[first].text in _LEGAL and self.words[first + 1].text in _UNNAMED
        )

    def unlikely(self, first: int, last: int) -> bool:
        """Whether a single word that only the tagger calls an organisation should not be believed."""
        words = self.words
        if last - first > 1:
            return False
        word = words[first].text
        if words[first - 1].lower in _AT and first:
            return True
        if word.isupper() or any(character.isdigit() for character in word):
            # An abbreviation that stands only once and is not explained may be anything.
            return sum(1 for name in self.tagged.values() if name.text == word) < 2
        return first in self.breaks and sum(1 for token in words if token.text == word) < 2
