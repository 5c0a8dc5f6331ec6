"""Organisations in a document: where their names stand, and of what kind they are.

Their countries are `countries.py`'s subject; joining printed forms to one actor is `actors.py`'s, people
`people.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kerjasama.codebook.alternatives import alternatives
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.document import Document
from kerjasama.extract.names.body_nouns import DEFINITE
from kerjasama.extract.names.described import FORMS_BEHIND_COMMA, Described
from kerjasama.extract.names.offices import is_title_head
from kerjasama.extract.names.organisation import Organisation
from kerjasama.extract.names.organisation_spans import TERMS
from kerjasama.extract.names.registered import RegisteredOrganisations
from kerjasama.extract.names.titles import Title
from kerjasama.extract.regions import SHORT_FORMS
from kerjasama.extract.registry import (
    ORGANS,
    country_names,
    heads,
    no_actor_words,
    no_names,
    tails,
    word_set,
)
from kerjasama.records import HOME, OUTSIDE
from kerjasama.text.names import is_common
from kerjasama.text.tokens import Token

# An organisation's name behind one of these is the place of a meeting.
_VENUES = word_set("name_words", "organisations_venues")
# Legal forms that open a firm's name.
_LEGAL = ("PT", "CV")
_DEPARTMENTS = word_set("organisation_forms", "departments_of_firms")
# Heads that are a body's whole name where nothing follows.
_WHOLE = word_set("organisation_forms", "whole")
_CAPITAL_ORGANS = word_set("organisation_forms", "capital_organs")
_INNER = word_set("organisation_forms", "inner")
_INTERNATIONAL = word_set("organisation_forms", "international")
_OF_NO_COUNTRY = re.compile(
    rf"{alternatives('organisation_forms', 'of_no_country')} "
    r"(?:Internasional\b.*|(?:(?!Kerja Sama\b).)*\bInternasional)"
)
_OF_GOVERNMENT = re.compile(rf"\b{alternatives('organisation_forms', 'of_government')}\b")
_ENGLISH_JOINERS = word_set("name_words", "organisations_english_joiners")
_OPENERS = word_set("name_words", "sentence_openers")
_LOCAL_HEAD = re.compile(
    r"(?P<head>pem(?:prov|kot|kab)|pemerintah\s+(?:provinsi|kota|kabupaten))(?:\s+\(pem(?:prov|kot|kab)\))?\s+(?-i:(?=[A-Z]))",
    re.I,
)
# What follows these tells what a programme is for: no firm's name holds them.
_WHAT_FOR = ("untuk", "for")


def opens_sentence_only(word: Token) -> bool:
    """Whether a word opens a sentence and never a name: "Adapun", "Pembelinya"."""
    return word.text.endswith("nya") or word.lower in _OPENERS


class _Finder(RegisteredOrganisations):
    """One pass over the capitalised tokens of a document."""

    def find(self) -> list[Organisation]:
        found: list[Organisation] = []
        done = 0
        for index in self.document.capitals:
            candidate = self._at(index) if index >= done else None
            if candidate is None:
                continue
            inner = self._inner(candidate)
            self._attach_short(inner if inner is not None and self._shortens(inner, candidate) else candidate)
            candidate.last = max(candidate.last, inner.last if inner is not None else 0)
            found.append(candidate)
            if inner is not None:
                found.append(inner)
            done = candidate.last
        return found

    def _at(self, index: int) -> Organisation | None:
        word = self.words[index]
        if index and self.words[index - 1].text in _VENUES and not word.text.startswith("Kem"):
            return None
        opens = word.text[0].isupper() or word.lower in ORGANS or self._behind(word.start, "organisation")
        if not opens or index in self.covered or self.document.sentence_at(word.start) < 0:
            return None
        if index in self.closed:
            return self.by_registry(index)
        return (
            self._government(index)
            or self._local(index)
            or self._by_head(index)
            or self.by_registry(index)
            or self._by_description(index)
            or self._by_office(index)
            or self._by_tagger(index)
        )

    def _government(self, index: int) -> Organisation | None:
        """ "Pemerintah Jepang", "pemerintah RI", "parlemen Israel": an organ of a country as such."""
        word = self.words[index].lower
        organ = word in ORGANS or self.words[index].text in _CAPITAL_ORGANS
        if not organ or index + 1 >= len(self.words):
            return None
        following = self.words[index + 1]
        hits = self.document.starting(following.start, "country")
        if not hits or hits[0].end < following.end:
            return None  # "pemerintah RI-Singapura"
        title = {"pemerintahan": "Pemerintah"}.get(word, word.capitalize())
        made = self.make(
            index,
            self.document.token_at(hits[0].end),
            f"{title} {country_names()[hits[0].code]}",
            "government",
            "form.government",
        )
        made.country = hits[0].code
        made.short.append((made.start, made.end, " ".join(self.text[made.start : made.end].split())))
        return made

    def _local(self, index: int) -> Organisation | None:
        """A local government whose head is in small letters, or repeated in brackets: "pemprov Sulbar",
        "Pemerintah provinsi (pemprov) NTB".
        """
        head = _LOCAL_HEAD.match(self.text, self.words[index].start)
        if head is None or (head[0].istitle() and "(" not in head[0]):
            return None
        region = self.document.token_at(head.end())
        last = self.document.places_at(head.end())
        if not last:
            return None
        full = SHORT_FORMS.get(head["head"].lower(), head["head"]).title()
        place = self.text[self.words[region].start : last[0].end]
        made = self.make(
            index,
            self.document.token_at(last[0].end),
            f"{full} {place}",
            "local_government",
            f"form.head:{full}",
        )
        made.national = True
        made.known = self.registered(made)
        return made

    def _by_head(self, index: int) -> Organisation | None:
        """A phrase that begins with an organisation's head word ("Dinas …", "PT …", "Universitas …")."""
        start = self.words[index].start
        for head, kind, national in heads().get(self.words[index].text, ()):
            stop = index + len(head)
            if any(word.text != part for word, part in zip(self.words[index:stop], head, strict=False)):
                continue
            if stop > len(self.words) or any(i in self.breaks for i in range(index + 1, stop)):
                continue
            if stop < len(self.words) and self.words[stop].text == "RI" and self.exact(index, stop + 1):
                return self.by_registry(index)  # "Ketua DPD RI La Nyalla", no party's "DPD Partai …"
            last = self.extend(stop, kind, index)
            if last == stop and not (self.words[index].text in _WHOLE or self.exact(index, stop)):
                return None
            if last in self._behind(start, "country"):
                return None  # "Federasi Rusia"
            if max(self._behind(start, "organisation"), default=0) > last:
                return self.by_registry(index)  # "Ministry of Economy, Trade and Industry" is one name
            if self._only_points_back(stop, last) or self.unnamed(index, last):
                return None
            made = self.make(index, last, None, kind, f"form.head:{' '.join(head)}")
            made.national = national
            made.known = self.registered(made)
            of_un = kind == "public_agency" and last - index > 2 and self.words[last - 1].text == "PBB"
            if of_un or _OF_NO_COUNTRY.fullmatch(made.name):
                made.kind, made.country = "international_organisation", OUTSIDE
            if (
                kind == "public_agency"
                and _OF_GOVERNMENT.search(made.name)
                and "Rumah Sakit" not in made.name
            ):
                made.kind = "government"
            return made
        return None

    def _only_points_back(self, stop: int, last: int) -> bool:
        """Whether a head with a country alone points to a body told before: "Badan AS tersebut"."""
        words = self.words
        pointed = last < len(words) and words[last].lower in DEFINITE
        return pointed and last in self._behind(words[stop].start, "country")

    def _behind(self, offset: int, kind: str) -> list[int]:
        """The tokens behind the known names of a kind that begin at `offset`."""
        return [self.document.token_at(hit.end) for hit in self.document.starting(offset, kind)]

    def _by_description(self, index: int) -> Organisation | None:
        """A name that a noun for a body describes: "Nordhav, produsen vaksin asal Denmark"."""
        if index not in self.described:
            return None
        body = self.described[index]
        made = self.make(index, body.last, None, body.kind, "form.described")
        made.described_as = body.country
        return made

    def _countries_at(self, index: int) -> list[Hit]:
        return self.document.starting(self.words[index].start, "country", "city")

    def _by_office(self, index: int) -> Organisation | None:
        """What the title of a named person is the head of: "CMO Tokobaru", "President of Lim & Tan"."""
        if index not in self.headed:
            return None
        last, kind = self.headed[index]
        acronym = last - index == 1 and self.words[index].text.isupper()  # "Direktur Utama PSN"
        tailed = last - index > 1 and bool(tails().get(self.words[last - 1].text))  # "Analis Sentral Valuta"
        if not (acronym or tailed) and self.rejected(index, last):
            return None
        return self.make(index, last, None, kind, "form.office")

    def _by_tagger(self, index: int) -> Organisation | None:
        """A name that the tagger calls an organisation, or a run of capitals that ends in an
        organisation's tail.
        """
        words = self.words
        if index in self.people or words[index].text in no_names() or is_title_head(self.document, index):
            return None
        if self.exact(index, index + 1):
            return None  # a body of the registry that is none here: "Mayjen TNI", "negara ASEAN"
        if any(self.document.token_at(hit.end) in self.described for hit in self._countries_at(index)):
            return None  # "perusahaan tambang Norwegia Norsk Mineral": the name begins behind the country
        found = self._tail(index)
        return self._by_tail(found) if found is not None else self._by_tag(index)

    def _tail(self, index: int) -> tuple[int, int, str, str] | None:
        """Begin, end, kind and tail of the longest run of capitals from `index` on that ends in an
        organisation's tail.
        """
        words = self.words
        if index in self.offices:
            return None  # "Chief of Economist Bank Sentosa"
        run = self._past_inner_bracket(self.run(index))
        begin = self.past_country(index, run)
        if begin in self.breaks and (opens_sentence_only(words[begin]) or self._only_opens(begin, run)):
            begin += 1  # "Pembelinya Nile Trading", "Adapun Nile Trading", "Keinginan Nile Trading"
        begin = self._past_title(begin)
        if begin + 1 < run and words[begin + 1].text in _LEGAL and is_common(words[begin].text):
            begin += 1  # "Pengembang PT Tirta Asri Tbk"
        for last in range(run, begin, -1):
            if last < run and words[last].lower in _ENGLISH_JOINERS:
                continue  # "Beijing Institute of Technology"
            for tail, kind in tails().get(words[last - 1].text, ()):
                front = last - len(tail)
                if front > begin and all(words[front + i].text == part for i, part in enumerate(tail)):
                    begin = self._past_department(begin, front) if kind == "company" else begin
                    goes_on = last == run and (last == len(words) or words[last].lower != "dan")
                    end = self.past_city(self.extend(last, kind, begin) if goes_on else last)
                    return begin, end, kind, " ".join(tail)
        return None

    def _past_inner_bracket(self, run: int) -> int:
        """The end of a firm's name that goes on behind a bracket to its legal form ("CNQC (South Pacific)
        Holding Pte Ltd"), else `run`.
        """
        words = self.words
        if run >= len(words) or words[run].text != "(":
            return run
        closing = next((i for i in range(run + 2, min(run + 5, len(words))) if words[i].text == ")"), None)
        if closing is None or closing + 1 >= len(words) or closing + 1 in self.breaks:
            return run
        beyond = self.run(closing + 1)
        return beyond if words[beyond - 1].text in FORMS_BEHIND_COMMA and beyond > closing + 1 else run

    def _only_opens(self, index: int, run: int) -> bool:
        """Whether a common noun only opens the sentence before a name that stands without it elsewhere."""
        words = self.words
        if index + 2 >= run or heads().get(words[index].text) or not is_common(words[index].text):
            return False
        opener, name = words[index].text, words[index + 1].text
        return not is_common(name) and any(
            word.text == name and words[i - 1].text != opener for i, word in enumerate(words) if i
        )

    def _past_department(self, begin: int, until: int) -> int:
        """The token at which a firm's name begins behind one of its departments: "GM of Retail Department
        Mitsui & Co., Ltd".
        """
        words = self.words
        behind = (i + 1 for i in range(begin, until - 1) if words[i].text in _DEPARTMENTS)
        return max((i for i in behind if words[i].text[0].isupper()), default=begin)

    def _past_title(self, begin: int) -> int:
        """The token behind an opening word and a title that open a sentence: "Menurut CEO Kalina"."""
        index = begin + (begin in self.breaks and self.words[begin].lower in _OPENERS)
        head = is_title_head(self.document, index) if index > begin else None
        return index + head[0] if head is not None else begin

    def _by_tail(self, found: tuple[int, int, str, str]) -> Organisation | None:
        """The body whose name ends in an organisation's tail, or the one of the registry at its end."""
        begin, last, kind, tail = found
        if self.rejected(begin, last) or (kind == "company" and self._tells_what_for(begin, last)):
            return None
        inner = self.known_end(begin, last)
        if inner:
            return self.by_registry(inner)
        made = self.make(begin, last, None, kind, f"form.tail:{tail}")
        if self.words[begin].text in _INTERNATIONAL:
            made.kind, made.country = "international_organisation", OUTSIDE
        return made

    def _by_tag(self, index: int) -> Organisation | None:
        """A name that the tagger calls an organisation."""
        words = self.words
        name = self.tagged.get(index)
        if name is None:
            return self._by_country(index)
        begin, last = self.past_country(index, name.last), name.last
        if begin in self.breaks and is_common(words[begin].text):
            begin += 1  # "Ekspor Indonesia" at the beginning of a sentence
        begin = self.by_initials(begin, last)
        while begin < last and is_title_head(self.document, begin):
            begin += 1
        begin = max((i + 1 for i in range(begin, last) if self._spaced_dash(i)), default=begin)
        last = next((i for i in range(begin + 1, last - 1) if self._two(i)), last)
        last = next((i for i in range(begin + 1, last) if i in self.people), last)
        if begin >= last or self.rejected(begin, last):
            return None
        if self._tells_what_for(begin, last):
            return None
        whole = self.by_registry(begin) if self.exact(begin, last) else None
        if whole is not None:
            return whole  # "TNI AL" of "Delegasi TNI AL"
        inner = self.known_end(begin, last)
        if inner:
            return self.by_registry(inner)
        if self._only_explains(begin, last):
            return None
        made = self.make(
            begin, last, None, "company", "tagger.unlikely" if self.unlikely(begin, last) else "tagger"
        )
        if self.document.is_place(made.start, made.end):
            made.kind, made.country, made.rule = "local_government", HOME, "tagger.region"  # "Jabar" acts
        return made

    def _only_explains(self, begin: int, last: int) -> bool:
        """Whether a word in brackets only explains one in quotation marks before: 'unsur "K" (Potash)'."""
        words = self.words
        if last - begin > 1 or begin < 2 or last >= len(words) or words[begin].text.isupper():
            return False
        before = words[begin - 2].text
        return words[begin - 1].text == "(" and words[last].text == ")" and before in ('"', "”", "'", "’")

    def _tells_what_for(self, begin: int, last: int) -> bool:
        """ "Revitalisasi Industri untuk Peningkatan Ekspor": what a programme's letters mean."""
        return any(word.lower in _WHAT_FOR for word in self.words[begin:last])

    def _spaced_dash(self, index: int) -> bool:
        """Whether a dash between blanks stands at `index`: "CNBC Indonesia - Menteri X" opens an article."""
        word = self.words[index]
        return word.text in ("-", "–", "—") and self.text[word.start - 1].isspace()

    def _by_country(self, index: int) -> Organisation | None:
        """A name that begins with its country and that the acronym behind it spells: "Singapore Skills
        Development Board (SSDB)".
        """
        countries = self._behind(self.words[index].start, "country")
        run = self.run(index)
        if not countries or max(countries) >= run:
            return None  # "Republik Rakyat Tiongkok (RRT)" is the country
        ends = self.words[run - 1].text
        if run - index < 3 or self.by_initials(run, run) != index or ends in no_actor_words() | TERMS:
            return None
        return self.make(index, run, None, "public_agency", "form.initials")

    def _two(self, index: int) -> bool:
        """Whether "&" at `index` joins two bodies: "Pangan Lestari & Mitsui", not "White & Case"."""
        if self.words[index].text != "&":
            return False
        return bool(self.document.starting(self.words[index + 1].start, "organisation"))

    def _inner(self, outer: Organisation) -> Organisation | None:
        """The body at the end of a longer name: "Badan Fasilitas Pertahanan Kementerian Pertahanan"."""
        for index in range(outer.first + 1, outer.last):
            if self.words[index].text in _INNER:
                return self._by_head(index) or self.by_registry(index)
        return None

    def _shortens(self, inner: Organisation, outer: Organisation) -> bool:
        """Whether the brackets behind both bodies are the inner one's: "LPPM Universitas Serayu (Unsera)"."""
        behind = self.words[outer.last : outer.last + 2]
        if inner.last != outer.last or len(behind) < 2 or behind[0].text != "(":
            return False
        first = behind[1].text[0].lower()
        return first == inner.name[0].lower() != outer.name[0].lower()

    def _attach_short(self, made: Organisation) -> None:
        """Acronyms and short forms in brackets behind the name: "(JICA)", "(U.S. … Agency/DTRA)"."""
        words = self.words
        index = made.last
        if index < len(words) and words[index].text in ('"', "”", "'", "."):
            index += 1  # "PT Samudra Tbk. (SBT)"
        if index + 2 >= len(words) or words[index].text != "(" or index in self.breaks:
            return
        closing = next(
            (i for i in range(index + 1, min(index + 14, len(words))) if words[i].text == ")"), None
        )
        if closing is None:
            return
        inside = self.text[words[index + 1].start : words[closing - 1].end]
        if (
            not re.match(r"[A-Z]|[a-z]+[A-Z]", inside)
            or re.search(r"\d{2}[/.]|persero", inside, re.I)
            or len(inside) > 90
        ):
            return
        if closing - index == 2 and self.document.starting(words[index + 1].start, "country", "city"):
            return
        # "METI (Ministry of Economy, Trade and Industry)": a known name is whole, commas and all.
        whole = self.exact(index + 1, closing)
        for piece in re.finditer(r".+" if whole else r"[^/,;]+", inside):
            form = piece[0].strip()
            if len(form) > 1 and form[0].isalpha():
                start = words[index + 1].start + piece.start() + (len(piece[0]) - len(piece[0].lstrip()))
                made.short.append((start, start + len(form), form))
        made.last = closing + 1


def find_organisations(
    document: Document,
    people: dict[int, int],
    titles: Sequence[Title] = (),
    described: Mapping[int, Described] | None = None,
) -> list[Organisation]:
    """All organisations of the text in order; one may hold another ("Badan X Kementerian Y"), else none
    overlap.

    `people` maps first to last token of personal names; `described` are the bodies of `described.py`.
    """
    return _Finder(document, people, titles, described or {}).find()
