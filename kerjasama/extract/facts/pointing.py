"""Bodies and countries that a definite noun points back at: "maskapai itu", "perseroan", "negara tersebut".

A sentence that names a side only so is read as if the name stood there. Which noun points at which kind of
body is in `codebook/groups.yaml` (`pointing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.facts.parties import HOME, Party
from kerjasama.extract.facts.scenes import Scene

_PLACED = re.compile(r"\b(?:di|ke)\s+(?:[a-z]+\s+)?\Z", re.I)
_MANY = re.compile(
    r"\b(?:ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|semua|seluruh|para|sejumlah|beberapa|dua|tiga|empat|"
    r"lima|enam|tujuh|delapan|sembilan|sepuluh|berbagai|setiap|tiap|masing-masing|banyak|antar|\d+)\s+\Z",
    re.I,
)
_DEFINITE = r"(?:itu|tersebut|ini)"
_ONLY_COUNTRY = "country"
_REACH = 4


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[str, ...]]:
    """The kinds of bodies that each noun may point at."""
    return {noun: tuple(entry["kinds"]) for entry in load("groups")["pointing"] for noun in entry["nouns"]}


@lru_cache(maxsize=1)
def _bare() -> frozenset[str]:
    """Nouns that point without "itu": "perseroan"."""
    return frozenset(
        noun for entry in load("groups")["pointing"] if entry.get("bare") for noun in entry["nouns"]
    )


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    def either(nouns: Iterable[str]) -> str:
        return "|".join(sorted(nouns, key=len, reverse=True))

    return re.compile(
        rf"(?<!-)\b(?:(?P<bare>{either(_bare())})(?: {_DEFINITE})?\b(?!-)"
        rf"|(?P<noun>{either(_nouns())})\b(?P<between>(?: (?!{_DEFINITE}\b)[\w-]+){{0,5}}?) {_DEFINITE}\b)",
        re.I,
    )


@dataclass
class Named:
    """The bodies and countries of an article so far, in the order of the text."""

    parties: list[Party] = field(default_factory=list)

    def last(self, kinds: Sequence[str], side: str | None, before: int) -> Party | None:
        """The one named last before an offset that is of one of the kinds, and of the side if any is told."""
        for party in reversed(self.parties):
            fits = party.kind in kinds and (side is None or party.side == side)
            if fits and party.start < before and not (party.kind == "country" and party.side == HOME):
                return party
        return None


def with_pointed(scene: Scene, named: Named) -> Scene:
    """The scene with the parties that its definite nouns point at; its own ones are added to `named`."""
    own = [p for p in scene.parties if p.kind not in ("person", "group")]
    named.parties += own
    if not scene.of("trigger"):
        return scene
    added: list[Party] = []
    for match in _pattern().finditer(scene.text, scene.start, scene.end):
        start, end = match.span()
        before = (scene.text, max(scene.start, start - 20), start)
        if _PLACED.search(*before) or _MANY.search(*before):
            continue
        inside = [p for p in scene.parties if p.start < end and p.end > start]
        sides = {p.side for p in inside}
        if len(sides) > 1 or any(p.kind not in ("group", "country") for p in inside):
            continue
        noun = (match["bare"] or match["noun"]).lower()
        if match["noun"] and len((match["between"] or "").split()) > _REACH and not inside:
            continue
        party = named.last(_nouns()[noun], next(iter(sides), HOME if match["bare"] else None), start)
        if party is not None:
            added.append(replace(party, start=start, end=end, rule="party.pointed_at"))
    if not added:
        return scene
    kept = [p for p in scene.parties if not any(a.start < p.end and p.start < a.end for a in added)]
    return replace(scene, parties=tuple(sorted([*kept, *added], key=lambda p: p.start)))
