"""One sentence made ready for reading facts: its clauses, its lexicon hits, its possible parties, its
speaker.

Nothing is decided here about facts; the acts of a scene are read in
`kerjasama.extract.facts.acts.act_reader`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kerjasama.codebook.lexicon import COMPOUND, Hit, cooperation_lexicon, longest
from kerjasama.extract.facts.sentences.acting_countries import acting_countries
from kerjasama.extract.facts.sentences.acting_regions import acting_regions
from kerjasama.extract.facts.sentences.capitals import governments
from kerjasama.extract.facts.sentences.compounds import compound_triggers
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.groups import groups
from kerjasama.extract.facts.sentences.headings import is_heading
from kerjasama.extract.facts.sentences.joining import joined
from kerjasama.extract.facts.sentences.parties import (
    ORGANISATIONS,
    Party,
    apart,
    of_actor,
    of_country,
    of_town,
    regional_heads,
)
from kerjasama.extract.facts.sentences.standing import in_title, weak_and_located, without_descriptions
from kerjasama.extract.facts.sentences.towns import ACTING_TOWN
from kerjasama.extract.facts.sentences.twin_towns import twin_towns
from kerjasama.extract.regions import is_governed
from kerjasama.extract.registry import celebrities
from kerjasama.records import Actor, Statement
from kerjasama.text.clauses import clauses

_SENT = re.compile(rf"{words('sent')}\b", re.I)
# Acts of sending people, not goods.
_OF_PEOPLE = ("training.", "labour.", "technical.")
# How far around a word its sentence tells whether all is printed in capitals.
_AROUND = 40
# The capitalised word, itself behind a small one, that another goes on.
_GOES_ON = re.compile(r"\b[a-z]+,? [A-Z][a-z]+ \Z")
# "Tak hanya Jepang, …" names what the sentence is not about.
_BESIDES = re.compile(rf"\W*{words('besides')}\b[^,.;]{{3,140}},\s*")
# ", dan kami mengundang …", ", dan naskahnya diteken": a pronoun or a document after the comma is a new
# subject.
_NEW_SUBJECT = re.compile(
    rf",\s+({words('new_clause')}\s+(?:{words('subject_pronouns')}\b|{words('papers')}(?:nya)?\b(?!,)))"
)
# "Setelah bertemu X, Y menjamu Z": what was before is another meeting than the one told.
_AFTER_THAT = re.compile(rf"(?i:{words('before_or_after')})\s+(?:sempat\s+)?[a-z]+[^,.;]{{3,90}},\s+")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence [start, end) and what stands in it, all sorted by start.

    `weak` holds the starts of parties that only place or entitle something ("di Indonesia", "Menteri
    Perdagangan Jepang", "arahan Presiden X"): they bind after the others; `located` of those after "di" or
    "ke". `said_by` is the statement that the sentence tells, if any. Words before `besides` ("Selain X, …")
    are what the sentence is not about. A `headline` is a first line without a full stop, or a
    heading inside the text.
    """

    number: int
    start: int
    end: int
    paragraph: int
    clauses: tuple[tuple[int, int], ...]
    hits: dict[str, tuple[Hit, ...]]
    parties: tuple[Party, ...]
    weak: frozenset[int] = frozenset()
    located: frozenset[int] = frozenset()
    said_by: Statement | None = None
    besides: int = 0
    headline: bool = False
    text: str = field(default="", repr=False)

    def of(self, kind: str) -> tuple[Hit, ...]:
        """The hits of one lexicon ("trigger", "cue", …)."""
        return self.hits.get(kind, ())

    def spelt_out(self, number: int) -> tuple[int, int]:
        """The span of a clause with the one behind it that only spells its last words out: "dua firma Jepang,
        yakni X dan Y".
        """
        start, end = self.clauses[number]
        if number + 1 < len(self.clauses):
            begin, behind = self.clauses[number + 1]
            end = behind if self.text.startswith(("yakni ", "yaitu "), begin) else end
        return start, end

    def clause_of(self, offset: int) -> int:
        """The number of the clause that holds an offset (the last one begun before it)."""
        number = 0
        for index, (start, _) in enumerate(self.clauses):
            if start <= offset:
                number = index
        return number


def scenes(
    text: str,
    sentences: Sequence[tuple[int, int, int]],
    mentions: Sequence[tuple[int, int, Actor]],
    statements: Sequence[Statement],
    all_hits: Sequence[Hit] | None = None,
) -> list[Scene]:
    """Scenes of `sentences` (start, end, paragraph) in order; `mentions` are the named actors' spans.

    `all_hits` saves finding the lexicon's phrases again.
    """
    if all_hits is None:
        all_hits = cooperation_lexicon().hits(text)
    starts = [hit.start for hit in all_hits]
    made: list[Scene] = []
    triggers = [hit.start for hit in all_hits if hit.kind == "trigger"]
    for number, (start, end, paragraph) in enumerate(joined(text, sentences, triggers)):
        inside = [h for h in all_hits[bisect_left(starts, start) : bisect_left(starts, end)] if h.end <= end]
        made.append(_scene(text, number, start, end, paragraph, inside, mentions, statements))
    return made


def _of_nobody(actor: Actor) -> bool:
    """Whether somebody is known, and for no state and no body: "Lionel Messi"."""
    return actor.kind == "person" and actor.parent is None and actor.name.lower() in celebrities()


def _scene(
    text: str,
    number: int,
    start: int,
    end: int,
    paragraph: int,
    inside: Sequence[Hit],
    mentions: Sequence[tuple[int, int, Actor]],
    statements: Sequence[Statement],
) -> Scene:
    named = [
        of_actor(a, b, actor)
        for a, b, actor in mentions
        if start <= a and b <= end and actor.kind != "country" and not _of_nobody(actor)
    ]
    hits = _by_kind(text, inside, named)
    parties = without_descriptions(text, apart(_candidates(text, start, end, hits, named)))
    weak, located = weak_and_located(text, start, parties)
    besides = _BESIDES.match(text, start, min(end, start + 160))
    return Scene(
        number=number,
        start=start,
        end=end,
        paragraph=paragraph,
        clauses=_clauses(text, start, end) if hits.get("trigger") else ((start, end),),
        hits=hits,
        parties=tuple(parties),
        weak=weak,
        located=located,
        said_by=_speaker(start, end, statements),
        besides=besides.end() if besides else start,
        headline=is_heading(text, number, start, end),
        text=text,
    )


def _by_kind(text: str, inside: Sequence[Hit], named: Sequence[Party]) -> dict[str, tuple[Hit, ...]]:
    """The hits of a sentence by lexicon; among the triggers are those that verb and object make together."""
    found: dict[str, list[Hit]] = {}
    for hit in inside:
        found.setdefault(hit.kind, []).append(hit)
    if "cue" in found:
        found["cue"] = [hit for hit in found["cue"] if not (_in_a_name(hit, named) or _names(text, hit))]
    if "topic" in found:  # no sports news because a party's name is "Klub X"
        found["topic"] = [hit for hit in found["topic"] if not _in_a_name(hit, named)]
    verbs, objects = (found.pop(kind, []) for kind in COMPOUND)
    objects = [hit for hit in objects if not _inside_a_name(hit, named)]
    together = compound_triggers(text, verbs, objects)
    if together:
        plain = _without_moves(found.get("trigger", []), together)
        found["trigger"] = list(longest([*plain, *_outside_documents(together, plain)]))
    return {kind: tuple(hits) for kind, hits in found.items()}


def _candidates(
    text: str, start: int, end: int, hits: Mapping[str, Sequence[Hit]], named: Sequence[Party]
) -> list[Party]:
    """All that may be a party: governments called by their town, named actors, groups, countries."""
    countries = acting_countries(text, start, hits.get("country", ()))
    regions = [*hits.get("place", ()), *hits.get("foreign_place", ())]
    governed = [hit for hit in regions if is_governed(text[hit.start : hit.end])]
    collective = groups(text, start, end, countries, regions)
    collective = [group for group in collective if not in_title(text, start, group)]
    both = [hit for hit in hits.get("stand_in", ()) if hit.phrase.startswith("kedua ")]
    # "Kedua lembaga di Poso": who was told, not some bodies of the place.
    collective = [group for group in collective if not any(b.start <= group.start < b.end for b in both)]
    # "Bank Dunia di Jawa Tengah" is the body from abroad that the group's first words name.
    bodies = [p for p in named if p.kind in ORGANISATIONS and p.foreign]
    collective = [g for g in collective if not any(b.start <= g.start < b.end for b in bodies)]
    # "Delegasi Bursa" acts for the town.
    acting = [of_town(hit) for hit in hits.get(ACTING_TOWN, ())]
    collective = [g for g in collective if not (_SENT.match(g.name) and any(g.end == a.end for a in acting))]
    return [
        *governments(text, start, end, hits.get("capital", ())),
        *regional_heads(text, start, governed),
        *twin_towns(text, start, governed),
        *acting_regions(text, start, governed, hits.get("capital", ()), countries),
        *named,
        *acting,
        *collective,
        *(of_country(hit) for hit in countries),
    ]


def _in_a_name(hit: Hit, named: Iterable[Party]) -> bool:
    """Whether a word is part of a name: nobody vows where "Taruna Ikrar" comes."""
    return any(party.start <= hit.start and hit.end <= party.end for party in named)


def _inside_a_name(hit: Hit, named: Iterable[Party]) -> bool:
    """Whether a word stands inside a name without opening it: nobody invests where "Penanaman Modal
    Kementerian Investasi" comes, but "Bank X dibeli" tells of a bank.
    """
    return any(party.start + len("PT ") < hit.start and hit.end <= party.end for party in named)


def _names(text: str, hit: Hit) -> bool:
    """Whether a word is printed in capitals among others that are not: "Program SIAP" plans nothing; or goes
    on a name: "film Pabrik Mimpi" wishes none.
    """
    around = text[max(0, hit.start - _AROUND) : hit.end + _AROUND]
    if not text[hit.start].isupper() or not any(word.islower() for word in around.split()):
        return False
    return text[hit.start : hit.end].isupper() or bool(
        _GOES_ON.search(text, max(0, hit.start - _AROUND), hit.start)
    )


def _without_moves(plain: Iterable[Hit], together: Iterable[Hit]) -> list[Hit]:
    """Without a visit where the same words tell that goods or people go ("12 perawat terbang ke Jerman"), and
    without goods where they tell that people go ("30 guru dikirim ke Kyoto").
    """
    told = {hit.start for hit in together}
    people = {hit.start for hit in together if hit.code.startswith(_OF_PEOPLE)}
    return [
        hit
        for hit in plain
        if not (hit.code == "dialogue.meet" and hit.start in told)
        and not (hit.code == "trade.act" and hit.start in people)
    ]


def _outside_documents(together: Sequence[Hit], plain: Iterable[Hit]) -> list[Hit]:
    """Without what a document's own name begins: "kontrak penjualan empat kapal" is a contract."""
    documents = [hit for hit in plain if hit.code == "agreement.document"]
    return [hit for hit in together if not any(paper.start < hit.start < paper.end for paper in documents)]


def _clauses(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence, an opening "Selain …," cut off: it names what the sentence is not about."""
    until = min(end, start + 160)
    opening = _BESIDES.match(text, start, until) or _AFTER_THAT.match(text, start, until)
    cut = opening.end() if opening else start
    first = [(start, cut)] if opening else []
    if cut >= end:
        return tuple(clauses(text, (start, end)))
    parts: list[tuple[int, int]] = []
    for left, right in clauses(text, (cut, end)):
        for match in _NEW_SUBJECT.finditer(text, left + 1, right):
            parts.append((left, match.start()))
            left = match.start(1)
        parts.append((left, right))
    return (*first, *parts)


def _speaker(start: int, end: int, statements: Iterable[Statement]) -> Statement | None:
    """The statement that shares most characters with [start, end)."""
    best, most = None, 0
    for statement in statements:
        shared = min(end, statement.end) - max(start, statement.start)
        if shared > most:
            best, most = statement, shared
    return best
