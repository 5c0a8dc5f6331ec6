"""Bodies of the registry in a document: their names with what follows them, and names that only hold one.

All other bodies are found in `kerjasama.extract.names.organisations`.
"""

from __future__ import annotations

import re

from kerjasama.codebook.alternatives import alternatives
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.names.offices import CALENDAR, honorifics, is_title_head
from kerjasama.extract.names.organisation import Organisation
from kerjasama.extract.names.organisation_spans import OrganisationSpans
from kerjasama.extract.regions import SHORT_FORMS
from kerjasama.extract.registry import Known, heads, organisations, tails, word_set
from kerjasama.records import HOME, OUTSIDE

# Unions of states whose name also describes: "negara ASEAN", "pasar Uni Eropa".
_AREAS = word_set("organisation_forms", "areas")
_OF_AREA = word_set("name_words", "organisations_of_area")
_PLACES_TOO = word_set("organisation_forms", "places_too")
_AT_SEAT = word_set("name_words", "organisations_at_seat")
# Behind a firm's name these begin another's: "Toyota-Astra", "Pertamina dan PLN".
_LINKS = word_set("name_words", "organisations_links")
_FIRM_ENDS = word_set("name_words", "organisations_firm_ends")
_LEGAL_END = re.compile(rf"\W|{alternatives('organisation_forms', 'no_other_firm')}")
_FORMS_BEHIND = word_set("organisation_forms", "behind_listed")
_SAME_BODY = word_set("organisation_forms", "same_body") | {""}
_STATE_FIRMS = word_set("organisation_forms", "state_firms")
# Bodies that have branches in regions, and what may stand between both names.
_BRANCHED = ("association", "public_agency")
_REGION_WORDS = word_set("name_words", "organisations_region_words")
_ROMAN = re.compile(r"[IVX]+")
# Words from a firm's own name to the "Indonesia" that ends its branch's: "Motor Manufacturing Indonesia".
_LONGEST_BRANCH = 4


def _is_firms_tail(word: str) -> bool:
    """Whether a word may end a firm's name: "Sekuritas", "Securities", "Group"."""
    return any(len(tail) == 1 and kind == "company" for tail, kind in tails().get(word, ()))


class RegisteredOrganisations(OrganisationSpans):
    """What finding any body needs: making its record, and knowing it in the registry."""

    def make(self, first: int, last: int, name: str | None, kind: str, rule: str) -> Organisation:
        """The body at tokens [first, last), called `name` or as printed; acronyms inside are short forms."""
        start, end = self.words[first].start, self.words[last - 1].end
        printed = self.text[start:end]
        short: list[tuple[int, int, str]] = []
        for bracket in re.finditer(r"\s*\(([^()]+)\)(?=\s+[A-Z])", printed):
            if bracket[1] not in _STATE_FIRMS and bracket[1].lower() not in SHORT_FORMS:
                short.append((start + bracket.start(1), start + bracket.end(1), bracket[1]))
            if heads().get(
                bracket[1]
            ):  # "Lembaga Pelatihan Kerja (LPK) Bright College": "LPK Bright College"
                shorter = f"{bracket[1]}{printed[bracket.end() :]}"
                short.append((start + bracket.start(1), end, shorter))
        printed = re.sub(r"\s*\((?!Perser)[^()]+\)(?=\s+[A-Z])", "", printed)
        return Organisation(
            first, last, start, end, name or " ".join(printed.split()), kind, rule, short=short
        )

    def registered(self, made: Organisation) -> Known | None:
        """The registry entry whose printed form covers the name, but for a country or legal form at its
        end.
        """
        for hit in self.document.starting(made.start, "organisation"):
            entry, rest = organisations()[hit.code], self.text[hit.end : made.end].strip()
            parent = organisations().get(entry.parent or "")
            of_parent = parent is not None and rest in parent.forms
            if of_parent or rest in _SAME_BODY:
                return entry  # "Ditjen KPAII Kemenperin"
        return None

    def by_registry(self, index: int) -> Organisation | None:
        """An organisation of the registry, with the country, number or legal form that follows it."""
        words = self.words
        hits = self.document.starting(words[index].start, "organisation")
        hit = next((h for h in hits if self._whole(h)), hits[0] if hits else None)
        entry = organisations()[hit.code] if hit is not None else None
        if hit is None or entry is None or self._is_region(hit) or not self._stands_for(index, entry):
            return None
        last = self.document.token_at(hit.end)
        numbered = last < len(words) and _ROMAN.fullmatch(words[last].text) is not None
        last, foreign = self._past_forms(last + numbered, entry)
        abroad = entry.kind == "company" and entry.country != HOME
        if abroad and (at_home := self._past_home(last)):
            return self.make(index, at_home, None, "company", "registry.at_home")
        longer = self._longer(index, last, entry) or self._branch(index, last, entry)
        if longer is not None:
            return longer
        if foreign == HOME != entry.country:
            foreign = None  # "JICA Indonesia": the agency's office in the country
        made = self.make(index, last, None, entry.kind, "registry")
        if numbered or (foreign is not None and foreign != entry.country):
            made.country = foreign or entry.country
        else:
            made.known = entry
            if (foreign is not None and entry.country != HOME) or not self._whole(hit):
                made.name = " ".join(self.text[made.start : hit.end].split())  # "METI Jepang", "Hamas-Israel"
        return made

    def _past_home(self, last: int) -> int:
        """Behind the "Indonesia" that ends a firm's name, at once or after what it does ("Toyota Motor
        Manufacturing Indonesia"), or 0.
        """
        until = min(last + _LONGEST_BRANCH, len(self.words))
        for at in range(last, until):
            word = self.words[at]
            if at in self.breaks or at in self.people or not word.text[0].isupper():
                return 0
            if self._is_word(at, "Indonesia"):
                return at + 1
            if is_title_head(self.document, at) or word.text in CALENDAR:
                return 0
        return 0

    def _whole(self, hit: Hit) -> bool:
        """Whether no hyphen joins another name to this one: not "Hamas" in "Hamas-Israel"."""
        return not self.text.startswith("-", hit.end)

    def _stands_for(self, index: int, entry: Known) -> bool:
        """Whether a printed name means the body here: "negara ASEAN" and "Mayjen TNI" do not."""
        before = self.words[index - 1].lower if index and index not in self.breaks else ""
        if entry.name in _AREAS and before in _OF_AREA:
            return False
        if self.words[index].text == "TNI" and before.strip(".") in honorifics():
            return False  # "Mayjen TNI (Mar) Hermanto": a rank
        if entry.name in _PLACES_TOO and before in _AT_SEAT:
            return False
        return not self._means_another(self.words[index].text, entry)

    def _past_forms(self, last: int, entry: Known) -> tuple[int, str | None]:
        """The token behind legal forms and countries that follow a body's name, and the last country."""
        foreign: str | None = None
        while last < len(self.words) and last not in self.breaks:
            follows = self.document.starting(self.words[last].start, "country")
            if self.words[last].text in _FORMS_BEHIND:
                last += 1
            elif follows and entry.kind in ("government", "public_agency") and entry.country != OUTSIDE:
                foreign = follows[0].code
                last = self.document.token_at(follows[0].end)
            else:
                break
        return last, foreign

    def _is_word(self, index: int, word: str) -> bool:
        """Whether a word goes on the sentence at token `index`."""
        return index < len(self.words) and index not in self.breaks and self.words[index].text == word

    def _longer(self, index: int, last: int, entry: Known) -> Organisation | None:
        """The firm whose name goes on behind one of the registry: "BNI Sekuritas", "HSBC Global Research"."""
        words, name = self.words, self.tagged.get(index)
        stop = max(last, name.last if name is not None else last, self._to_legal_form(last))
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
            entry.country != HOME
            and behind[-1].text not in _FIRM_ENDS
            and not _is_firms_tail(behind[-1].text)
        ):
            return None  # "Google Lens"
        return self.make(index, stop, None, "company", "registry.longer")

    def _to_legal_form(self, last: int) -> int:
        """Behind the legal form to which capitalised words go on from token `last`: "PetroChina International
        Jabung Ltd"; else `last`.
        """
        for at in range(last, min(last + _LONGEST_BRANCH, len(self.words))):
            if at in self.breaks or at in self.people or not self.words[at].text[0].isupper():
                return last
            if _LEGAL_END.fullmatch(self.words[at].text):
                return at + 1
        return last

    def _branch(self, index: int, last: int, entry: Known) -> Organisation | None:
        """The branch of a home body in a region: "Kadin Jawa Timur", "BPS Provinsi Bali"."""
        if entry.country != HOME or entry.kind not in _BRANCHED:
            return None
        words = self.words
        region = last
        while region < len(words) and region not in self.breaks and words[region].text in _REGION_WORDS:
            region += 1
        if region >= len(words) or region in self.breaks:
            return None
        places = self.document.places_at(words[region].start)
        if not places or region in self.people:
            return None
        made = self.make(index, self.document.token_at(places[0].end), None, entry.kind, "registry.branch")
        made.country = entry.country
        return made

    def _is_region(self, hit: Hit) -> bool:
        """Whether a firm's acronym is a province's too, which the press means by it: "Wakil Gubernur NTT"."""
        return any(place.end == hit.end for place in self.document.places_at(hit.start))

    def _means_another(self, acronym: str, entry: Known) -> bool:
        """Whether the article itself explains an acronym otherwise: "International Financial Center
        (IFC)".
        """
        marks = (f"({acronym})", f"[{acronym}]") if acronym.isupper() else ()
        place = max((self.text.find(mark) for mark in marks), default=-1)
        if place < 0:
            return False
        before = self.text[max(0, place - 110) : place]
        if any(form in before for form in entry.forms if form != acronym):
            return False
        # Whose initials it is: the words before the bracket, small ones aside.
        capitals = [word[0] for word in re.findall(r"[A-Z][\w'’-]*", before)][-len(acronym) :]
        return "".join(capitals) == acronym
