"""Organisations in a document: where their names stand, and of what kind they are.

Their countries are `countries.py`'s subject; joining printed forms to one actor is `actors.py`'s, people `people.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kerjasama.extract.document import Document
from kerjasama.extract.registry import (
    Known,
    country_names,
    heads,
    media,
    no_actor_words,
    no_names,
    organisations,
    tails,
)
from kerjasama.extract.titles import CALENDAR, Title, honorifics, is_title_head, ministry_fields
from kerjasama.text.names import Name, is_common

_JOINERS = frozenset("dan & of for and - / untuk the de di on bin in + – '".split())
_LEGAL = frozenset(("PT", "CV", "Tbk", "Persero", "Perseroda", "UD"))
_FORMS_BEHIND_COMMA = frozenset(("Ltd", "Inc", "Tbk", "LLC", "Plc", "PLC", "Pte", "Co"))
# Nouns that a country's name describes: "perusahaan Jepang Mitsui & Co".
DESCRIBED = frozenset(
    "perusahaan produsen maskapai pabrikan raksasa bank universitas lembaga startup grup operator investor kontraktor asal dari "
    "pengembang organisasi firma konglomerat badan kampus merek".split()
)
# Unions of states whose name also describes: "negara ASEAN", "pasar Uni Eropa".
_AREAS = frozenset(("ASEAN", "Uni Eropa", "Uni Afrika", "Liga Arab"))
_OF_AREA = frozenset(
    "negara negara-negara kawasan pasar anggota ketua keketuaan tingkat ktt regional wilayah di se ke warga pemimpin masyarakat konteks "
    "menteri-menteri menteri antarnegara sekawasan lingkup forum intra antar kemitraan dialog rusia ekonomi".split()
)
_PLACES_TOO = frozenset(("Gedung Putih", "Kremlin", "Pentagon", "Downing Street"))
# Heads that are a body's whole name where nothing follows.
# An organisation's name behind one of these is the place of a meeting.
_VENUES = frozenset(
    (
        "YouTube",
        "Youtube",
        "Instagram",
        "kanal",
        "laman",
        "situs",
        "akun",
        "website",
        "Facebook",  # fmt: skip
        "Gedung",
        "Kompleks",
        "Komplek",
        "Auditorium",
        "Aula",
        "Hotel",
        "Ruang",
        "Kantor",
        "Stasiun",
        "Halte",
        "kompleks",
        "gedung",
    )
)
_WHOLE = frozenset(("KBRI", "KJRI", "DPRD"))
# Last words of English and Indonesian terms that name no body: "Local Currency Transaction", "Two-State Solution".
_TERMS = frozenset(
    "Transaction Transactions Solution Solutions Vehicle Wall Rate Market Week Day Trade Order System Concept Design "
    "Plan Deal Act Law Model Reference Interest Lending Economy Loan Currency Swap Clearing Security Partnership Roadmap "
    "Pact Matching Working Langsung Nasional Utama Pertama Kedua Ketiga Menengah Tinggi Barat Timur Selatan Utara Tengah "
    "Tenggara Raya Pusat Baru Lama Kecil Besar Island Islands Sea Strait Street Road Square Park Hall Stadium Story "
    "Engineering Development Management Mineral Language Test Score Level Points Edition Pro Max Plus Mini Series "
    "Migran Asing Muda Senior Authorization Pipeline Infrastructure Gauge Officer Professor Mining Force Index Travel Trip Tour "
    "Zone Zona Eksklusif Hub Corridor Belt Initiatives Goals Action Program Award Prize Fellowship Scholarship CEPA FTA".split()
)


@dataclass(slots=True)
class Organisation:
    """An organisation's name at tokens [first, last); `known` is its registry entry; `short` are acronyms in brackets.

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
    short: list[tuple[int, int, str]] = field(default_factory=list)


class _Finder:
    """One pass over the tokens of a document."""

    def __init__(self, document: Document, people: dict[int, int], titles: Sequence[Title]):
        self.document = document
        self.text = document.text
        self.words = document.tokens
        self.people = people
        self.breaks = frozenset(document.breaks)
        self.tagged: dict[int, Name] = {name.first: name for name in document.names if name.kind == "ORG"}
        # Inside a title that names a ministry, a region or a country only bodies of the registry count ("Gubernur BI"):
        # the ministry that a minister's title implies is no actor.
        self.closed = {i for t in titles if t.group != "organisation" for i in range(t.first, t.last)}
        self.covered = self._inside_countries()

    def _inside_countries(self) -> set[int]:
        """Tokens that only go on a country's name: "Serikat" in "Amerika Serikat" opens no organisation."""
        found: set[int] = set()
        for hit in self.document.entity_hits:
            if hit.kind == "country" and " " in hit.phrase:
                found.update(range(self.document.token_at(hit.start) + 1, self.document.token_at(hit.end)))
        return found

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
            or self._by_tagger(index)
        )

    def _make(self, first: int, last: int, name: str | None, kind: str, rule: str) -> Organisation:
        start, end = self.words[first].start, self.words[last - 1].end
        printed = self.text[start:end]
        short: list[tuple[int, int, str]] = []
        for bracket in re.finditer(r"\s*\(([^()]+)\)(?=\s+[A-Z])", printed):
            if bracket[1] not in ("Persero", "Perseroda"):
                short.append((start + bracket.start(1), start + bracket.end(1), bracket[1]))
        if short:
            printed = re.sub(r"\s*\((?!Perser)[^()]+\)(?=\s+[A-Z])", "", printed)
        return Organisation(
            first, last, start, end, name or " ".join(printed.split()), kind, rule, short=short
        )

    def _government(self, index: int) -> Organisation | None:
        """ "Pemerintah Jepang", "pemerintah RI", "parlemen Israel": an organ of a country as such."""
        word = self.words[index].lower
        if (
            word not in ("pemerintah", "pemerintahan", "parlemen")
            and self.words[index].text != "Otoritas"
            or index + 1 >= len(self.words)
        ):
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
        for head, kind, national in heads().get(self.words[index].text, ()):
            stop = index + len(head)
            if any(word.text != part for word, part in zip(self.words[index:stop], head, strict=False)):
                continue
            if stop > len(self.words) or any(i in self.breaks for i in range(index + 1, stop)):
                continue
            last = self._extend(stop, kind, index)
            if last == stop and not (self.words[index].text in _WHOLE or self._exact(index, stop)):
                return None
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
        """The registry entry whose printed form covers the name, but for a country or legal form at its end."""
        for hit in self.document.starting(made.start):
            if hit.kind == "organisation":
                rest = self.text[hit.end : made.end].strip()
                if rest in ("", "RI", "Indonesia", "Republik Indonesia", "Tbk", "(Persero)", "(Persero) Tbk"):
                    return organisations()[hit.code]
        return None

    def _extend(self, index: int, kind: str, first: int) -> int:
        """The token after the capitalised words that go on an organisation's name from token `index`."""
        words = self.words
        last = index
        while index < len(words) and index not in self.breaks and index not in self.people:
            word = words[index]
            if word.text in CALENDAR or (
                index > first and is_title_head(self.document, index) and word.text != "Sekretaris"
            ):
                break
            if word.text[0].isupper() or (
                word.text.isdigit() and len(word.text) <= 3 and last == index > first
            ):
                if (
                    index > last
                    and heads().get(word.text)
                    and words[index - 1].lower in ("dan", "&", "-", "/")
                ):
                    break
                index += 1
                last = index
                continue
            if word.text == "(":
                legal = (
                    index + 2 < len(words)
                    and words[index + 2].text == ")"
                    and words[index + 1].text in _LEGAL
                )
                beyond = index + 3 if legal else self._beyond_bracket(index, first, last)
                if not beyond:
                    break
                index = last = beyond
                continue
            if self._joined(index, kind, first) or self._listed(index, kind):
                index += 1
                continue
            if (
                word.text in (",", ".")
                and index + 1 < len(words)
                and words[index + 1].text in _FORMS_BEHIND_COMMA
            ):
                index += 1
                continue
            break
        return last

    def _joined(self, index: int, kind: str, first: int) -> bool:
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
        if kind == "company" and word.lower in ("dan", "di", "untuk", "-", "/", "–"):
            return False
        if word.text in ("-", "/", "–") and self.text[word.start - 1].isspace():
            return False
        if word.lower in ("untuk", "di") and not words[first].text.startswith(
            ("Kedutaan", "Konsulat", "Kedubes", "KBRI", "KJRI")
        ):
            return False
        if word.lower == "dan" and (
            is_title_head(self.document, following)
            or any(hit.kind == "organisation" for hit in self.document.starting(words[following].start))
        ):
            return False
        if words[following].text[0].isupper():
            return True
        return word.lower in ("of", "for", "and", "on", "in") and words[following].lower == "the"

    def _beyond_bracket(self, index: int, first: int, last: int) -> int:
        """The token after the country behind an acronym in brackets ("… Industri (Kadin) Indonesia"), or 0."""
        words = self.words
        if last == index and index - first > 1 and index + 3 < len(words) and words[index + 2].text == ")":
            hits = [hit for hit in self.document.starting(words[index + 3].start) if hit.kind == "country"]
            if hits and index + 3 not in self.breaks:
                return self.document.token_at(hits[0].end)
        return 0

    def _listed(self, index: int, kind: str) -> bool:
        """Whether the comma at `index` lists a ministry's fields ("Riset, dan Teknologi", "Economy, Trade and …")."""
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
                return seen or words[min(position + 1, len(words) - 1)].text in ministry_fields()
            if word.text != ",":
                if not word.text[0].isupper() or not (english or seen or word.text in ministry_fields()):
                    return False
                seen = True
            position += 1
        return False

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
        if self._means_another(words[index].text, entry):
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
            elif follows and entry.kind in ("government", "public_agency") and entry.country != "INT":
                foreign = follows[0].code
                last = self.document.token_at(follows[0].end)
            else:
                break
        made = self._make(index, last, None, entry.kind, "registry")
        if numbered or (foreign is not None and foreign != entry.country):
            made.country = foreign or entry.country
        else:
            made.known = entry
        return made

    def _means_another(self, acronym: str, entry: Known) -> bool:
        """Whether the article itself explains an acronym otherwise: "International Financial Center (IFC)"."""
        place = self.text.find(f"({acronym})") if acronym.isupper() else -1
        if place < 0:
            return False
        before = self.text[max(0, place - 110) : place]
        if any(form in before for form in (entry.name, *entry.aliases) if form != acronym):
            return False
        # Whose initials it is: the words before the bracket, small ones aside.
        capitals = [word[0] for word in re.findall(r"[A-Z][\w'’-]*", before)][-len(acronym) :]
        return "".join(capitals) == acronym

    def _by_tagger(self, index: int) -> Organisation | None:
        """A name that the tagger calls an organisation, or a run of capitals that ends in an organisation's tail."""
        words = self.words
        if index in self.people or words[index].text in no_names() or is_title_head(self.document, index):
            return None
        run = self._run(index)
        begin = self._past_country(index, run)
        for last in range(run, begin, -1):
            for tail, kind in tails().get(words[last - 1].text, ()):
                front = last - len(tail)
                if last < run and words[last].lower in ("of", "for", "and", "&"):
                    continue  # "Beijing Institute of Technology"
                if front > begin and all(words[front + i].text == part for i, part in enumerate(tail)):
                    last = self._past_city(self._extend(last, kind, begin) if last == run else last)
                    if self._rejected(begin, last):
                        return None
                    inner = self._known_end(begin, last)
                    if inner:
                        return self._by_registry(inner)
                    made = self._make(begin, last, None, kind, f"form.tail:{' '.join(tail)}")
                    if words[begin].text in ("ASEAN", "World", "United"):
                        made.kind, made.country = "international_organisation", "INT"
                    return made
        name = self.tagged.get(index)
        if name is None:
            return None
        begin, last = self._past_country(index, name.last), name.last
        if begin in self.breaks and is_common(words[begin].text):
            begin += 1  # "Ekspor Indonesia" at the beginning of a sentence
        while begin < last and is_title_head(self.document, begin):
            begin += 1
        if begin >= last or self._rejected(begin, last) or self._unlikely(begin, last):
            return None
        if any(word.text in no_actor_words() or word.text in _TERMS for word in words[begin:last]):
            return None
        inner = self._known_end(begin, last)
        if inner:
            return self._by_registry(inner)
        return self._make(begin, last, None, "company", "tagger")

    def _known_end(self, first: int, last: int) -> int:
        """The token at which a body of the registry begins that ends the phrase ("Retail Department Mitsui & Co"), or 0."""
        for index in range(first + 1, last):
            for hit in self.document.starting(self.words[index].start):
                if hit.kind == "organisation" and self.document.token_at(hit.end) >= last:
                    return index
        return 0

    def _run(self, index: int) -> int:
        """The token after the run of capitalised words, with English joiners between them."""
        words, run = self.words, index
        while run < len(words) and (run == index or run not in self.breaks) and run not in self.people:
            word = words[run]
            if word.text[0].isupper() and word.text not in CALENDAR:
                run += 1
            elif (
                word.lower in ("of", "for", "and", "&", "de")
                and run + 1 < len(words)
                and run + 1 not in self.breaks
                and words[run + 1].text[0].isupper()
            ):
                run += 1
            else:
                break
        return run

    def _past_country(self, index: int, last: int) -> int:
        """Behind the country of "perusahaan Jepang Mitsui & Co": it describes the noun before it."""
        hits = [hit for hit in self.document.starting(self.words[index].start) if hit.kind == "country"]
        if hits and index and self.words[index - 1].lower in DESCRIBED:
            behind = self.document.token_at(hits[0].end)
            return behind if behind < last else index
        return index

    def _past_city(self, last: int) -> int:
        """Includes a foreign city right behind the name: "… Information-Center Osaka"."""
        if last < len(self.words) and last not in self.breaks:
            hits = [hit for hit in self.document.starting(self.words[last].start) if hit.kind == "city"]
            if hits:
                return self.document.token_at(hits[0].end)
        return last

    def _rejected(self, first: int, last: int) -> bool:
        """Whether a capitalised phrase is no actor: a medium, a venue, an event, a document, an abbreviation."""
        words = self.words
        start, end = words[first].start, words[last - 1].end
        phrase = " ".join(self.text[start:end].split())
        if re.fullmatch(r"Komisi [IVX]+", phrase):
            return True
        if phrase.lower() in media() or (last - first == 1 and (phrase in no_names() or len(phrase) < 2)):
            return True
        if (
            words[first].text in no_actor_words()
            or words[last - 1].text in no_actor_words()
            or words[last - 1].text in _TERMS
        ):
            return True
        named = [w for w in words[first:last] if w.text[0].isupper() and not self.document.starting(w.start)]
        if last - first > 1 and all(
            w.text in no_names() or (is_common(w.text) and not w.text.isupper()) for w in named
        ):
            return True  # "ZEE Indonesia", "Masyarakat Indonesia"
        rest = self.text[start:end]
        for hit in self.document.entities_in(start, end):
            if hit.kind in ("country", "city"):
                rest = rest.replace(self.text[hit.start : hit.end], " ")
        return not re.search(r"[A-Z]", rest)

    def _unlikely(self, first: int, last: int) -> bool:
        """Whether a single word that only the tagger calls an organisation should not be believed."""
        words = self.words
        if last - first > 1:
            return False
        word = words[first].text
        if words[first - 1].lower in ("di", "ke", "kawasan", "wilayah") and first:
            return True
        if word.isupper() or any(character.isdigit() for character in word):
            # An abbreviation that stands only once and is not explained may be anything.
            return sum(1 for name in self.tagged.values() if name.text == word) < 2
        return first in self.breaks and sum(1 for token in words if token.text == word) < 2

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
        if index < len(words) and words[index].text in ('"', "”", "'"):
            index += 1
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
        for piece in re.finditer(r"[^/,;]+", inside):
            form = piece[0].strip()
            if len(form) > 1 and form[0].isalpha():
                start = words[index + 1].start + piece.start() + (len(piece[0]) - len(piece[0].lstrip()))
                made.short.append((start, start + len(form), form))
        made.last = closing + 1


def find_organisations(
    document: Document, people: dict[int, int], titles: Sequence[Title] = ()
) -> list[Organisation]:
    """All organisations of the text in order; one may hold another ("Badan X Kementerian Y"), else none overlap.

    `people` maps first to last token of personal names.
    """
    return _Finder(document, people, titles).find()
