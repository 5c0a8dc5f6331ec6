"""Organisations in a document: where their names stand, and of what kind they are.

Their countries are `countries.py`'s subject; joining printed forms to one actor is `actors.py`'s, people
`people.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.document import Document
from kerjasama.extract.names.described import Described
from kerjasama.extract.names.offices import honorifics, is_title_head
from kerjasama.extract.names.organisation_spans import OrganisationSpans
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import (
    SHORT_FORMS,
    Known,
    country_names,
    heads,
    no_names,
    organisations,
    tails,
    word_set,
)
from kerjasama.text.names import is_common

# Unions of states whose name also describes: "negara ASEAN", "pasar Uni Eropa".
_AREAS = frozenset(("ASEAN", "Uni Eropa", "Uni Afrika", "Liga Arab"))
_OF_AREA = word_set("name_words", "organisations_of_area")
_PLACES_TOO = frozenset(("Gedung Putih", "Kremlin", "Pentagon", "Downing Street"))
# Heads that are a body's whole name where nothing follows.
# An organisation's name behind one of these is the place of a meeting.
_VENUES = word_set("name_words", "organisations_venues")
# Behind a firm's name these begin another's: "Toyota-Astra", "Pertamina dan PLN".
_LINKS = frozenset(("-", "/", "–", "dan", "and"))
_FIRM_ENDS = word_set("name_words", "organisations_firm_ends")
_LEGAL_END = re.compile(r"\W|Co|Ltd|Limited|Inc|Corp|Corporation|AG|Bhd|Plc|PLC|NV|SE|SA|Tbk")
_WHOLE = frozenset(("KBRI", "KJRI", "DPRD"))


@dataclass(slots=True)
class Organisation:
    """An organisation's name at tokens [first, last); `known` is its registry entry; `short` are acronyms in
    brackets.

    `national` tells that the form of the name is that of an Indonesian body; `rule` names what found it.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: str
    rule: str
    national: bool = False
    known: Known | None = None
    country: str | None = None
    described_as: str | None = None
    short: list[tuple[int, int, str]] = field(default_factory=list)


def _is_firms_tail(word: str) -> bool:
    """Whether a word may end a firm's name: "Sekuritas", "Securities", "Group"."""
    return any(len(tail) == 1 and kind == "company" for tail, kind in tails().get(word, ()))


class _Finder(OrganisationSpans):
    """One pass over the capitalised tokens of a document."""

    def find(self) -> list[Organisation]:
        found: list[Organisation] = []
        done = 0
        for index in self.document.capitals:
            candidate = self._at(index) if index >= done else None
            if candidate is None:
                continue
            inner = self._inner(candidate)
            self._attach_short(candidate)
            found.append(candidate)
            if inner is not None:
                found.append(inner)
            done = candidate.last
        return found

    def _at(self, index: int) -> Organisation | None:
        word = self.words[index]
        if index and self.words[index - 1].text in _VENUES and not word.text.startswith("Kem"):
            return None
        opens = word.text[0].isupper() or word.lower in ("pemerintah", "pemerintahan", "parlemen")
        if not opens or index in self.covered or self.document.sentence_at(word.start) < 0:
            return None
        if index in self.closed:
            return self._by_registry(index)
        return (
            self._government(index)
            or self._by_head(index)
            or self._by_registry(index)
            or self._by_description(index)
            or self._by_office(index)
            or self._by_tagger(index)
        )

    def _make(self, first: int, last: int, name: str | None, kind: str, rule: str) -> Organisation:
        start, end = self.words[first].start, self.words[last - 1].end
        printed = self.text[start:end]
        short: list[tuple[int, int, str]] = []
        for bracket in re.finditer(r"\s*\(([^()]+)\)(?=\s+[A-Z])", printed):
            if bracket[1] not in ("Persero", "Perseroda") and bracket[1].lower() not in SHORT_FORMS:
                short.append((start + bracket.start(1), start + bracket.end(1), bracket[1]))
        printed = re.sub(r"\s*\((?!Perser)[^()]+\)(?=\s+[A-Z])", "", printed)
        return Organisation(
            first, last, start, end, name or " ".join(printed.split()), kind, rule, short=short
        )

    def _government(self, index: int) -> Organisation | None:
        """ "Pemerintah Jepang", "pemerintah RI", "parlemen Israel": an organ of a country as such."""
        word = self.words[index].lower
        if (
            word not in ("pemerintah", "pemerintahan", "parlemen") and self.words[index].text != "Otoritas"
        ) or index + 1 >= len(self.words):
            return None
        following = self.words[index + 1]
        hits = [hit for hit in self.document.starting(following.start) if hit.kind == "country"]
        if not hits or hits[0].end < following.end:
            return None  # "pemerintah RI-Singapura"
        title = {"pemerintahan": "Pemerintah"}.get(word, word.capitalize())
        made = self._make(
            index,
            self.document.token_at(hits[0].end),
            f"{title} {country_names()[hits[0].code]}",
            "government",
            "form.government",
        )
        made.country = hits[0].code
        made.short.append((made.start, made.end, " ".join(self.text[made.start : made.end].split())))
        return made

    def _by_head(self, index: int) -> Organisation | None:
        """A phrase that begins with an organisation's head word ("Dinas …", "PT …", "Universitas …")."""
        here = self.document.starting(self.words[index].start)
        for head, kind, national in heads().get(self.words[index].text, ()):
            stop = index + len(head)
            if any(word.text != part for word, part in zip(self.words[index:stop], head, strict=False)):
                continue
            if stop > len(self.words) or any(i in self.breaks for i in range(index + 1, stop)):
                continue
            last = self.extend(stop, kind, index)
            if last == stop and not (self.words[index].text in _WHOLE or self._exact(index, stop)):
                return None
            if any(hit.kind == "organisation" and self.document.token_at(hit.end) > last for hit in here):
                return self._by_registry(index)  # "Ministry of Economy, Trade and Industry" is one name
            made = self._make(index, last, None, kind, f"form.head:{' '.join(head)}")
            made.national = national
            made.known = self._registered(made)
            if (
                kind == "public_agency"
                and re.search(r"\b(?:Kementerian|Polri|TNI)\b", made.name)
                and "Rumah Sakit" not in made.name
            ):
                made.kind = "government"
            return made
        return None

    def _exact(self, first: int, last: int) -> bool:
        end = self.words[last - 1].end
        return any(
            h.kind == "organisation" and h.end == end for h in self.document.starting(self.words[first].start)
        )

    def _registered(self, made: Organisation) -> Known | None:
        """The registry entry whose printed form covers the name, but for a country or legal form at its
        end.
        """
        for hit in self.document.starting(made.start):
            if hit.kind == "organisation":
                rest = self.text[hit.end : made.end].strip()
                parent = organisations().get(organisations()[hit.code].parent or "")
                if parent is not None and rest in (parent.name, *parent.aliases):
                    return organisations()[hit.code]  # "Ditjen KPAII Kemenperin"
                if rest in ("", "RI", "Indonesia", "Republik Indonesia", "Tbk", "(Persero)", "(Persero) Tbk"):
                    return organisations()[hit.code]
        return None

    def _by_registry(self, index: int) -> Organisation | None:
        """An organisation of the registry, with the country, number or legal form that follows it."""
        words = self.words
        hit = next((h for h in self.document.starting(words[index].start) if h.kind == "organisation"), None)
        if hit is None:
            return None
        entry = organisations()[hit.code]
        before = words[index - 1].lower if index and index not in self.breaks else ""
        if entry.name in _AREAS and before in _OF_AREA:
            return None
        if words[index].text == "TNI" and before.strip(".") in honorifics():
            return None  # "Mayjen TNI (Mar) Hermanto": a rank
        if self._means_another(words[index].text, entry) or self._is_region(hit):
            return None
        if entry.name in _PLACES_TOO and before in ("di", "ke", "dari", "depan", "kawasan"):
            return None
        last = self.document.token_at(hit.end)
        numbered = last < len(words) and re.fullmatch(r"[IVX]+", words[last].text) is not None
        last += numbered
        foreign: str | None = None
        while last < len(words) and last not in self.breaks:
            follows = [h for h in self.document.starting(words[last].start) if h.kind == "country"]
            if words[last].text in ("Tbk", "Ltd", "Group", "Corp", "Corporation", "Inc", "Co"):
                last += 1
            elif words[last].text == "Indonesia" and entry.kind == "company" and entry.country != "ID":
                return self._make(index, last + 1, None, "company", "registry.at_home")
            elif follows and entry.kind in ("government", "public_agency") and entry.country != "INT":
                foreign = follows[0].code
                last = self.document.token_at(follows[0].end)
            else:
                break
        made = self._make(index, last, None, entry.kind, "registry")
        if foreign == "ID" != entry.country:
            foreign = None  # "JICA Indonesia": the agency's office in the country
        longer = self._longer(index, last, entry)
        if longer is not None:
            return longer
        if numbered or (foreign is not None and foreign != entry.country):
            made.country = foreign or entry.country
        else:
            made.known = entry
            if foreign is not None and entry.country != "ID":
                made.name = " ".join(self.text[made.start : hit.end].split())  # "METI Jepang"
        return made

    def _longer(self, index: int, last: int, entry: Known) -> Organisation | None:
        """The firm whose name goes on behind one of the registry: "BNI Sekuritas", "HSBC Global Research"."""
        words, name = self.words, self.tagged.get(index)
        stop = max(last, name.last if name is not None else last)
        while stop < len(words) and stop not in self.breaks and _is_firms_tail(words[stop].text):
            stop += 1
        behind = words[last:stop]
        if entry.kind != "company" or not behind or behind[0].text in _LINKS:
            return None
        if any(index < first < stop for first in self.people) or self.known_end(index, stop):
            return None
        if any(self.document.starting(word.start) for word in behind):
            return None
        if all(_LEGAL_END.fullmatch(word.text) for word in behind):
            return None
        if (
            entry.country != "ID"
            and behind[-1].text not in _FIRM_ENDS
            and not _is_firms_tail(behind[-1].text)
        ):
            return None  # "Google Lens"
        return self._make(index, stop, None, "company", "registry.longer")

    def _is_region(self, hit: Hit) -> bool:
        """Whether a firm's acronym is a province's too, which the press means by it: "Wakil Gubernur NTT"."""
        return any(place.end == hit.end for place in self.document.places_at(hit.start))

    def _means_another(self, acronym: str, entry: Known) -> bool:
        """Whether the article itself explains an acronym otherwise: "International Financial Center
        (IFC)".
        """
        place = self.text.find(f"({acronym})") if acronym.isupper() else -1
        if place < 0:
            return False
        before = self.text[max(0, place - 110) : place]
        if any(form in before for form in (entry.name, *entry.aliases) if form != acronym):
            return False
        # Whose initials it is: the words before the bracket, small ones aside.
        capitals = [word[0] for word in re.findall(r"[A-Z][\w'’-]*", before)][-len(acronym) :]
        return "".join(capitals) == acronym

    def _by_description(self, index: int) -> Organisation | None:
        """A name that a noun for a body describes: "Nordhav, produsen vaksin asal Denmark"."""
        if index not in self.described:
            return None
        body = self.described[index]
        made = self._make(index, body.last, None, body.kind, "form.described")
        made.described_as = body.country
        return made

    def _by_office(self, index: int) -> Organisation | None:
        """What the title of a named person is the head of: "CMO Tokobaru", "President of Lim & Tan"."""
        if index not in self.headed:
            return None
        last, kind = self.headed[index]
        return None if self.rejected(index, last) else self._make(index, last, None, kind, "form.office")

    def _by_tagger(self, index: int) -> Organisation | None:
        """A name that the tagger calls an organisation, or a run of capitals that ends in an
        organisation's tail.
        """
        words = self.words
        if index in self.people or words[index].text in no_names() or is_title_head(self.document, index):
            return None
        if any(
            hit.kind == "organisation" and hit.end == words[index].end
            for hit in self.document.starting(words[index].start)
        ):
            return None  # a body of the registry that is none here: "Mayjen TNI", "negara ASEAN"
        run = self.run(index)
        begin = self.past_country(index, run)
        if begin in self.breaks and words[begin].text.endswith("nya"):
            begin += 1  # "Pembelinya Nile Trading"
        for last in range(run, begin, -1):
            for tail, kind in tails().get(words[last - 1].text, ()):
                front = last - len(tail)
                if last < run and words[last].lower in ("of", "for", "and", "&"):
                    continue  # "Beijing Institute of Technology"
                if front > begin and all(words[front + i].text == part for i, part in enumerate(tail)):
                    last = self.past_city(self.extend(last, kind, begin) if last == run else last)
                    if self.rejected(begin, last):
                        return None
                    inner = self.known_end(begin, last)
                    if inner:
                        return self._by_registry(inner)
                    made = self._make(begin, last, None, kind, f"form.tail:{' '.join(tail)}")
                    if words[begin].text in ("ASEAN", "World", "United"):
                        made.kind, made.country = "international_organisation", "INT"
                    return made
        name = self.tagged.get(index)
        if name is None:
            return None
        begin, last = self.past_country(index, name.last), name.last
        if begin in self.breaks and is_common(words[begin].text):
            begin += 1  # "Ekspor Indonesia" at the beginning of a sentence
        while begin < last and is_title_head(self.document, begin):
            begin += 1
        last = next((i for i in range(begin + 1, last - 1) if self._two(i)), last)
        if begin >= last or self.rejected(begin, last):
            return None
        inner = self.known_end(begin, last)
        if inner:
            return self._by_registry(inner)
        made = self._make(
            begin, last, None, "company", "tagger.unlikely" if self.unlikely(begin, last) else "tagger"
        )
        if any(hit.end >= made.end for hit in self.document.places_at(made.start)):
            made.kind, made.country, made.rule = "local_government", "ID", "tagger.region"  # "Jabar" acts
        return made

    def _two(self, index: int) -> bool:
        """Whether "&" at `index` joins two bodies: "Pangan Lestari & Mitsui", not "White & Case"."""
        if self.words[index].text != "&":
            return False
        hits = self.document.starting(self.words[index + 1].start)
        return any(hit.kind == "organisation" for hit in hits)

    def _inner(self, outer: Organisation) -> Organisation | None:
        """The body at the end of a longer name: "Badan Fasilitas Pertahanan Kementerian Pertahanan"."""
        for index in range(outer.first + 1, outer.last):
            if self.words[index].text in (
                "Kementerian",
                "Kemenko",
                "Universitas",
                "Institut",
                "Pemprov",
                "Pemkot",
                "Pemkab",
            ):
                return self._by_head(index) or self._by_registry(index)
        return None

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
        if (
            self.document.starting(words[index + 1].start)
            and any(hit.kind in ("country", "city") for hit in self.document.starting(words[index + 1].start))
            and closing - index == 2
        ):
            return
        # "METI (Ministry of Economy, Trade and Industry)": a known name is whole, commas and all.
        whole = self._exact(index + 1, closing)
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
