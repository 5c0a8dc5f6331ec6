"""Which facts tell one real-world cooperation: the same parties and the same programme or object.

Stages do not matter here: an initiative is wished for, planned, signed and carried out. Who the parties are
is `kerjasama.resolve.actors`' subject; near-copies of one article are `kerjasama.resolve.stories`'.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import either
from kerjasama.records import HOME
from kerjasama.resolve.folding import content_words, fold
from kerjasama.resolve.unions import Unions

Row = Mapping[str, Any]

# Two objects tell one thing when they share half of their words; parties that are only countries or groups
# tell little, so more must be shared then.
_OBJECT_ALIKE = 0.5
_OBJECT_ALIKE_BROAD = 0.75
# At most so many earlier facts that share a word are compared, the latest first; keeps time linear.
_CANDIDATES = 60

# From wish to work; of two stages told of one day the later in this list is the present one.
_ORDER = {
    stage: rank
    for rank, stage in enumerate(
        ("requested", "planned", "agreed", "signed", "ongoing", "completed", "suspended", "cancelled")
    )
}


# An acronym behind a name, which not every article prints.
_LETTERS = re.compile(r"\s*\([^)]*\)")


@lru_cache(maxsize=1)
def _event() -> re.Pattern[str]:
    """A name that the head of a forum opens, or that has one's in English."""
    heads, tails = (either(load("programmes")[key]["event"]) for key in ("heads", "tails"))
    return re.compile(rf"^{heads}\b|\b{tails}\b")


@dataclass(frozen=True, slots=True)
class _Fact:
    """What of a fact decides to which initiative it belongs."""

    fact_id: str
    row: Row
    when: str
    basis: str
    published: str | None
    story: str
    countries: frozenset[str]
    programme: str
    words: frozenset[str]
    home: frozenset[str]
    abroad: frozenset[str]
    broad: bool


def resolve_initiatives(
    facts: Sequence[Row],
    participants: Sequence[Row],
    actors: Mapping[str, Row],
    articles: Mapping[str, Row],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, str]]:
    """Rows of `initiatives` and of `initiative_stages`, and {fact_id: initiative_id}.

    `participants` carry `actor_id`; `actors` are rows by actor_id; `articles` give `published_at` and
    `story_id` by article_id. The answer does not depend on the order of rows.
    """
    known = _facts(facts, participants, actors, articles)
    unions = Unions(fact.fact_id for fact in known)
    for a, b in _links(known):
        unions.join(a, b)
    by_id = {fact.fact_id: fact for fact in known}
    initiatives, stages, where = [], [], {}
    parties = defaultdict(list)
    for row in participants:
        parties[row["fact_id"]].append(row)
    for root, members in unions.groups().items():
        initiative_id = f"ini-{hashlib.sha256(root.encode()).hexdigest()[:12]}"
        told = [by_id[member] for member in members]
        history = _history(told)
        initiatives.append(_initiative(initiative_id, told, history, parties))
        for ordinal, fact in enumerate(history, start=1):
            stages.append(_stage(initiative_id, ordinal, fact))
        where.update(dict.fromkeys(members, initiative_id))
    initiatives.sort(key=lambda row: row["initiative_id"])
    stages.sort(key=lambda row: (row["initiative_id"], row["ordinal"]))
    return initiatives, stages, where


def _facts(
    facts: Sequence[Row], participants: Sequence[Row], actors: Mapping[str, Row], articles: Mapping[str, Row]
) -> list[_Fact]:
    """The facts, earliest published first, so that an initiative keeps its name when later articles come."""
    sides: dict[str, tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    for row in participants:
        actor = actors[row["actor_id"]]
        home, abroad, narrow = sides[row["fact_id"]]
        if actor["kind"] == "person" and row["role"] not in ("visitor", "host"):
            continue
        (home if row["side"] == HOME else abroad).add(row["actor_id"])
        if actor["kind"] not in ("country", "group"):
            narrow.add(row["actor_id"])
    known = []
    for row in facts:
        article = articles[row["article_id"]]
        published = (article["published_at"] or "")[:10] or None
        home, abroad, narrow = sides[row["fact_id"]]
        known.append(
            _Fact(
                fact_id=row["fact_id"],
                row=row,
                when=row["event_date"] or published or "",
                basis="event" if row["event_date"] else "published" if published else "none",
                published=published,
                story=article["story_id"],
                countries=frozenset(row["partner_countries"]),
                programme=fold(_LETTERS.sub("", row["programme"] or "")),
                words=content_words(row["object"]),
                home=frozenset(home),
                abroad=frozenset(abroad),
                broad=not narrow,
            )
        )
    return sorted(known, key=lambda fact: (fact.published or "9999", fact.fact_id))


def _links(facts: Sequence[_Fact]) -> Iterable[tuple[str, str]]:
    """Pairs of facts of one initiative; together they connect all of its facts."""
    yield from _by_programme(facts)
    yield from _by_widening(facts)
    yield from _by_parties(facts)


def _by_programme(facts: Sequence[_Fact]) -> Iterable[tuple[str, str]]:
    """A proper name, told with the same foreign side, is one cooperation, unless it is a forum's or a fair's:
    what is agreed beside one has nothing else in common.
    """
    first: dict[tuple[str, str], str] = {}
    for fact in facts:
        if fact.programme and not _event().search(fact.row["programme"]):
            for side in sorted(fact.countries) or sorted(fact.abroad):
                yield first.setdefault((fact.programme, side), fact.fact_id), fact.fact_id


def _by_widening(facts: Sequence[_Fact]) -> Iterable[tuple[str, str]]:
    """A running cooperation and the wish to widen it, told in one article of the same parties."""
    seen: dict[tuple[str, str, frozenset[str], frozenset[str]], dict[str, str]] = defaultdict(dict)
    for fact in facts:
        stage = fact.row["stage"]
        if stage not in ("ongoing", "requested") or fact.row["instrument"] == "dialogue":
            continue
        told = seen[fact.row["article_id"], fact.row["instrument"], fact.home, fact.abroad]
        told.setdefault(stage, fact.fact_id)
        if len(told) == 2:
            yield told["ongoing"], told["requested"]


def _by_parties(facts: Sequence[_Fact]) -> Iterable[tuple[str, str]]:
    """A pair of parties, one on each side, and objects of the same words."""
    seen: dict[tuple[str, str, str], list[_Fact]] = defaultdict(list)
    for fact in facts:
        keys = [
            (home, abroad, word)
            for home in sorted(fact.home)
            for abroad in sorted(fact.abroad)
            for word in sorted(_grounds(fact))
        ]
        compared: set[str] = set()
        for key in keys:
            for other in reversed(seen[key][-_CANDIDATES:]):
                if other.fact_id not in compared:
                    compared.add(other.fact_id)
                    if _alike(fact, other):
                        yield other.fact_id, fact.fact_id
                        break
            seen[key].append(fact)


def _grounds(fact: _Fact) -> frozenset[str]:
    """What a fact may be found by: its object's words, or for a meeting its day."""
    if fact.row["instrument"] == "dialogue":
        return frozenset({f"day:{fact.row['event_date'] or fact.story}"})
    return fact.words


def _alike(a: _Fact, b: _Fact) -> bool:
    """Whether two facts with a shared party on each side tell one cooperation."""
    meetings = {a.row["instrument"], b.row["instrument"]} & {"dialogue"}
    if meetings:
        return a.row["instrument"] == b.row["instrument"]
    if a.programme and b.programme and a.programme != b.programme:
        return False
    shared = len(a.words & b.words)
    alike = shared / len(a.words | b.words)
    if a.broad or b.broad:
        return shared >= 2 and alike >= _OBJECT_ALIKE_BROAD
    return alike >= _OBJECT_ALIKE


# --- rows -------------------------------------------------------------------------------------------


def _history(told: Sequence[_Fact]) -> list[_Fact]:
    """The facts that prove a change of stage, in order of time.

    A meeting about it is held and over ("completed") without any change of the cooperation itself; it counts
    only where nothing but meetings are told.
    """
    acts = [fact for fact in told if fact.row["instrument"] != "dialogue"] or told
    ordered = sorted(acts, key=lambda fact: (fact.when, _ORDER[fact.row["stage"]], fact.fact_id))
    changes: list[_Fact] = []
    for fact in ordered:
        if not changes or changes[-1].row["stage"] != fact.row["stage"]:
            changes.append(fact)
    return changes


def _stage(initiative_id: str, ordinal: int, fact: _Fact) -> dict[str, Any]:
    return {
        "initiative_id": initiative_id,
        "ordinal": ordinal,
        "stage": fact.row["stage"],
        "date": fact.when or None,
        "date_basis": fact.basis,
        "fact_id": fact.fact_id,
    }


def _initiative(
    initiative_id: str, told: Sequence[_Fact], history: Sequence[_Fact], parties: Mapping[str, list[Row]]
) -> dict[str, Any]:
    first = told[0].row
    programme = _commonest(fact.row["programme"] for fact in told)
    days = [fact.published for fact in told if fact.published]
    sectors = {sector for fact in told for sector in fact.row["sectors"]}
    taking_part = [row for fact in told for row in parties[fact.fact_id]]
    return {
        "initiative_id": initiative_id,
        "name": programme
        or next((fact.row["object"] for fact in told if fact.row["object"]), None)
        or _named_by_parties(first, parties[told[0].fact_id]),
        "programme": programme,
        "partner_countries": sorted({code for fact in told for code in fact.countries}),
        "parties": sorted({row["actor_id"] for row in taking_part}),
        "sectors": sorted(sectors - {"general"} or sectors),
        "stage": history[-1].row["stage"],
        "first_seen": min(days, default=None),
        "last_seen": max(days, default=None),
        "facts": len(told),
        "articles": len({fact.row["article_id"] for fact in told}),
        "stories": len({fact.story for fact in told}),
    }


def _named_by_parties(fact: Row, participants: Sequence[Row]) -> str:
    names = [row["name"] for row in sorted(participants, key=lambda row: row["ordinal"])]
    return f"{fact['instrument']}: {' – '.join(names)}" if names else fact["instrument"]


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
