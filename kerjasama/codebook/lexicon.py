"""Finds every vocabulary phrase of the codebook in a text: one Aho–Corasick pass for all lexicons.

A lexicon is a list of `Entry`; what an entry means (an instrument, a stage, a sector) is its vocabulary's
business, and which phrases belong together is in the YAML beside this file. Names of people and
organisations that no list holds are `kerjasama.text.names`' subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from kerjasama.codebook import load
from kerjasama.codebook.affixes import forms_of, nominal

STAND_INS = ("pair_countries", "pair", "speaker", "pronoun", "own")
COMPOUND = ("compound_verb", "compound_object")
"""The kinds of hits that `kerjasama.extract.facts.sentences.compounds` joins; their code is the number of the
compound."""

# Everything that is neither letter, digit nor currency separates words; every separator is folded to one
# space, so that
# "kerja-sama", "kerja\nsama" and "kerja sama" are one phrase and offsets stay what they were. The sign of a
# currency is a letter: "US$" is no "US,".
_SEPARATOR = re.compile(r"[^\w$€¥£]|_")
# "danRusia", "denganKBRI", "Rp5 miliar", "US$5 juta"
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=[A-Z][a-z]+)|(?<=[a-z,.])(?=[A-Z]{3,})|(?:(?<=\bRp)|(?<=[$€¥£])|(?<=\bUSD)|(?<=\bEUR))(?=\d)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of one lexicon. A `cased` phrase must stand in the text exactly as written ("AS", "RI")."""

    kind: str
    code: str
    phrase: str
    cased: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text at [start, end)."""

    start: int
    end: int
    kind: str
    code: str
    phrase: str


def fold(text: str) -> str:
    """Lower case, separators as spaces; the same length as `text`, character for character."""
    return _SEPARATOR.sub(" ", lowered(text))


def lowered(text: str) -> str:
    """`text` in lower case, letter for letter, so that offsets into both are the same.

    A few letters ("İ") have a longer lower form; they stay as they are.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


class Lexicon:
    """A compiled set of entries. Building takes milliseconds; finding is one pass over the text."""

    def __init__(self, entries: Iterable[Entry]):
        self._entries: dict[str, list[Entry]] = {}
        for entry in entries:
            key, _ = _padded(entry.phrase)  # "TikTok" is two words here as in the text
            self._entries.setdefault(key, []).append(entry)
        self._patterns = sorted(self._entries)
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """All phrases in `text`, the longest of each kind where they overlap, by start and kind; a phrase
        without a code only keeps what it holds from being found ("Amerika Latin").

        A boundary stands between words and also where a small letter meets a capitalised word ("danRusia"):
        web pages lose the space beside a link. So a phrase that is written in one ("TikTok") is two words. So
        are a currency's sign and the sum.
        """
        padded, back = _padded(text)
        found: list[Hit] = []
        for index, start, end in self._automaton.find_matches_as_indexes(padded, overlapping=True):
            begin, stop = back[start + 1], back[end - 2] + 1
            for entry in self._entries[self._patterns[index]]:
                if not entry.cased or _same_letters(text[begin:stop], entry.phrase):
                    found.append(Hit(begin, stop, entry.kind, entry.code, entry.phrase))
        return tuple(hit for hit in longest(found) if hit.code)


def _same_letters(printed: str, phrase: str) -> bool:
    return printed == phrase or _SEPARATOR.sub(" ", printed) == _SEPARATOR.sub(" ", phrase)


def _padded(text: str) -> tuple[str, Sequence[int]]:
    """The folded text between two spaces, and for each of its characters the offset in `text`."""
    joints = [match.start() for match in _GLUED.finditer(text)]
    if not joints:
        return f" {fold(text)} ", range(-1, len(text) + 1)
    pieces: list[str] = []
    back: list[int] = [-1]
    since = 0
    for joint in [*joints, len(text)]:
        pieces.append(text[since:joint])
        back.extend(range(since, joint))
        back.append(joint)
        since = joint
    return f" {fold(' '.join(pieces))} ", back


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Of overlapping hits of one kind the longest, the first among equals; sorted by start, kind, code.

    The verbs and objects of each compound are a kind of their own: "dolar" of one is not hidden by "juta
    dolar" of another.
    """
    kept: list[Hit] = []
    last: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.kind, h.code)):
        kind = hit.kind + hit.code if hit.kind in COMPOUND else hit.kind
        group = last.get(kind)
        if group and hit.start < group[0].end:
            top = group[0]
            if (hit.start, hit.end) == (top.start, top.end):
                group.append(hit)
                kept.append(hit)
            elif hit.end - hit.start > top.end - top.start:
                for loser in group:
                    kept.remove(loser)
                last[kind] = [hit]
                kept.append(hit)
            continue
        last[kind] = [hit]
        kept.append(hit)
    return tuple(sorted(kept, key=lambda h: (h.start, h.end, h.kind, h.code)))


def entries_of(kind: str, vocabulary: Mapping[str, Any]) -> list[Entry]:
    """Entries of a vocabulary `{code: [phrase | {cased: …} | {verb: …, suffix: …}, …]}`.

    A phrase is plain text; `{cased: X}` must be printed exactly so; `{verb: ROOT, suffix: kan|i}` stands for
    the inflected forms that `kerjasama.codebook.affixes` makes of the root.
    """
    entries: list[Entry] = []
    for code, phrases in vocabulary.items():
        for phrase in phrases:
            if isinstance(phrase, str):
                entries.append(Entry(kind, code, phrase))
            elif "cased" in phrase:
                entries.append(Entry(kind, code, phrase["cased"], cased=True))
            else:
                entries.extend(Entry(kind, code, form) for form in forms_of(phrase))
    return entries


def with_clitic(nouns: Iterable[Entry]) -> list[Entry]:
    """The same nouns with "-nya": "pabriknya", "studi kelayakannya"."""
    return [
        Entry(noun.kind, noun.code, f"{noun.phrase}nya")
        for noun in nouns
        if not noun.cased and noun.phrase[-1].isalpha() and not noun.phrase.endswith("nya")
    ]


def compound_entries() -> list[Entry]:
    """The verbs of compounds.yaml, also as nouns of the act ("pembangunan"), and their objects."""
    entries: list[Entry] = []
    for number, compound in enumerate(load("compounds")["compounds"]):
        code = str(number)
        roots = [verb["verb"] for verb in compound["verbs"] if isinstance(verb, dict)]
        objects = entries_of(COMPOUND[1], {code: compound["objects"]})
        entries += entries_of(COMPOUND[0], {code: compound["verbs"]})
        entries += [Entry(COMPOUND[0], code, nominal(root)) for root in roots]
        entries += [*objects, *with_clitic(objects)]
    return entries


@lru_cache(maxsize=1)
def cooperation_lexicon() -> Lexicon:
    """The lexicon that reads cooperation: triggers, stage cues, sectors, places and party groups."""
    entries: list[Entry] = []
    triggers = load("instruments")["triggers"]
    entries += entries_of("trigger", {t["id"]: t["forms"] for t in triggers})
    entries += with_clitic(
        entries_of("trigger", {t["id"]: t["forms"] for t in triggers if t["strength"] in ("noun", "theme")})
    )
    entries += entries_of("cue", {c["id"]: c["forms"] for c in load("stages")["cues"]})
    entries += entries_of("sector", load("sectors"))
    entries += entries_of("stand_in", {key: load("groups")[key] for key in STAND_INS})
    entries += entries_of("stand_in", {"pair": two_of_a_kind()})
    entries += compound_entries()
    topics = load("other_topics")["topics"]
    entries += entries_of("topic", {name: topic["words"] for name, topic in topics.items()})
    entries += country_entries()
    entries += place_entries()
    for code, names in load("capitals")["capitals"].items():
        entries.extend(Entry("capital", code, name, cased=True) for name in names)
    return Lexicon(entries)


@lru_cache(maxsize=1)
def two_of_a_kind() -> dict[str, str]:
    """Phrases for two bodies that are no names to the bodies' kind: "kedua kampus", "dua bank tersebut"."""
    groups = load("groups")
    return {
        two.format(noun): kind
        for kind, nouns in groups["two_of_a_kind"].items()
        for noun in nouns
        for two in groups["two"]
    }


def country_entries() -> list[Entry]:
    """Countries by every name that the press prints, cased: "AS" is a country, "as" an axle."""
    entries = [Entry("country", "", region, cased=True) for region in load("groups")["regions"]]
    for code, country in load("countries").items():
        names = [country["name"], *country.get("names", []), *country.get("bynames", [])]
        entries.extend(Entry("country", code, name, cased=True) for name in names)
    return entries


def place_entries() -> list[Entry]:
    """Indonesian provinces, regencies, cities and islands, and the foreign cities and prefectures of the
    lists.
    """
    places = load("places")
    entries = [
        Entry("place", code, name, cased=True) for code, names in places["names"].items() for name in names
    ]
    entries.extend(Entry("place", str(code), name, cased=True) for name, code in places["islands"].items())
    foreign = load("foreign_places")
    for country, cities in foreign.items():
        for city, names in cities.items():
            entries.extend(Entry("foreign_place", f"{country}:{city}", name, cased=True) for name in names)
    return entries
