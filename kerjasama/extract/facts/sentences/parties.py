"""Who could be a party in a sentence: named actors, countries and regions, each with its side.

Unnamed groups are found in `kerjasama.extract.facts.sentences.groups`. Which party a fact takes, and in
which role, is decided in `kerjasama.extract.facts.binding.binding` and
`kerjasama.extract.facts.slots.roles`; who the actors are, in `kerjasama.extract.actors.actors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.regions import LEVEL, full_name, headed_level
from kerjasama.extract.registry import country_name
from kerjasama.records import HOME, OUTSIDE, Actor

ORGANISATIONS = (
    "government",
    "local_government",
    "public_agency",
    "company",
    "association",
    "education_research",
    "international_organisation",
)
"""Actor kinds that are bodies of their own, neither people nor unnamed groups nor countries."""
_NO_BODIES = ("country", "group", "person")


@dataclass(frozen=True, slots=True)
class Party:
    """A possible party printed at [start, end). `side` is ID, a foreign ISO code or INT."""

    start: int
    end: int
    name: str
    kind: str
    side: str
    rule: str
    actor: Actor | None = None

    @property
    def foreign(self) -> bool:
        """Whether it stands on the foreign side."""
        return self.side != HOME

    @property
    def level(self) -> str:
        """A country, a group, a person, or a body of whichever kind."""
        return self.kind if self.kind in _NO_BODIES else "body"


@dataclass(frozen=True, slots=True)
class Bound:
    """A party of an act, the rule that bound it ("binding.clause", "binding.carry", …) and how far that rule
    reaches for it: 0 in the act's own frame, 3 from memory alone.
    """

    party: Party
    rule: str
    reach: int


def of_actor(start: int, end: int, actor: Actor) -> Party:
    """A named actor as a party; an organisation without a country stands outside every country."""
    return Party(start, end, actor.name, actor.kind, actor.country or OUTSIDE, "party.actor", actor)


def of_country(hit: Hit) -> Party:
    """A country word as a party."""
    return Party(
        hit.start, hit.end, country_name(hit.code), "country", hit.code, f"party.country:{hit.phrase}"
    )


def side_of(hit: Hit) -> str:
    """The country of a country word, a region or a foreign town."""
    return HOME if hit.kind == "place" else hit.code.partition(":")[0]


def of_town(hit: Hit) -> Party:
    """A foreign town that stands for its government as a party."""
    code, _, government = hit.code.partition(":")
    return Party(hit.start, hit.end, government, "local_government", code, "party.acting_town")


def apart(candidates: Iterable[Party]) -> list[Party]:
    """Candidates that do not lie inside one another: the longest wins; sorted by start."""
    kept: list[Party] = []
    for party in sorted(candidates, key=lambda p: (p.start - p.end, p.start)):
        if all(party.end <= other.start or party.start >= other.end for other in kept):
            kept.append(party)
    return sorted(kept, key=lambda p: p.start)


_HEAD_OF_REGION = re.compile(
    rf"\b(?P<office>{words('heads_of_regions')})\s+(?:{LEVEL}\s+)?(?P<name>[A-Z](?:(?!\b{words('heads_of_regions')}\b).)*)\Z"
)
_NAMED_THERE = re.compile(r"\s*[,(]?\s*[A-Z]")


def regional_heads(text: str, start: int, regions: Iterable[Hit]) -> list[Party]:
    """Regions whose head acts without being named: "dijamu Bupati Sikka" is a guest of the regency."""
    found = []
    for hit in regions:
        if _NAMED_THERE.match(text, hit.end):
            continue
        match = _HEAD_OF_REGION.search(text, max(start, hit.start - 40), hit.end)
        if match and match["name"] in text[hit.start : hit.end]:
            name = full_name(f"Pemerintah {headed_level(match['office'])} {match['name']}")
            found.append(
                Party(match.start(), hit.end, name, "local_government", side_of(hit), "party.head_of_region")
            )
    return found
