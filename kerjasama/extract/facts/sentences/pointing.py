"""Bodies and countries that a definite noun points back at: "maskapai itu", "perseroan", "negara tersebut".

A sentence that names a side only so is read as if the name stood there. Which noun points at which kind of
body is told in `kerjasama.extract.names.body_nouns`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kerjasama.codebook.alternatives import alternatives, either
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.names.body_nouns import THAT, bare_nouns, pointed_kinds
from kerjasama.records import HOME, OUTSIDE

_PLACED = re.compile(r"\b(?:di|ke)\s+(?:[a-z]+\s+)?\Z", re.I)
_REACH = 4
_STATES = frozenset(("negara", "negeri"))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A noun that needs no "itu", or the last one before "itu": in "otoritas pajak negara itu" the state."""
    that = f"(?:{THAT}|yang sama)"
    # "Universitas negeri itu" is no country.
    other = f"(?:{that}|{either(pointed_kinds().keys() - {'negeri'})})"
    return re.compile(
        rf"(?<!-)\b(?:(?P<bare>{either(bare_nouns())})(?: {THAT})?\b(?!-)"
        rf"|(?P<noun>{either(pointed_kinds())})\b(?P<between>(?: (?!{other}\b)[\w-]+){{0,5}}?) {that}\b)",
        re.I,
    )


@lru_cache(maxsize=1)
def _subject() -> re.Pattern[str]:
    """ "…, koperasi akan memegang": a bare noun that opens a clause, right before its verb."""
    opening = rf"(?:\A|(?<=[.,;:“\"(–—])\s*|\b{words('before_subject')}\s+)"
    verb = rf"(?=\s+(?:{words('before_verbs')}\s+)*{words('of_bodies')}\b)"
    return re.compile(rf"{opening}(?P<noun>{alternatives('body_nouns', 'subjects')}){verb}", re.I)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """ "ketiga " before "perusahaan itu": not one body."""
    return re.compile(rf"\b{alternatives('body_nouns', 'several')}\s+\Z", re.I)


@dataclass
class Named:
    """The bodies and countries of an article so far, in the order of the text."""

    parties: list[Party] = field(default_factory=list)

    def last(
        self, kinds: Sequence[str], side: str | None, before: int, others: Container[str] = ()
    ) -> Party | None:
        """The one named last before an offset that is of one of the kinds, of the side if any is told, and
        none of the others.
        """
        for party in reversed(self.parties):
            fits = party.kind in kinds and (side is None or party.side == side) and party.name not in others
            if fits and party.start < before and not (party.kind == "country" and party.side == HOME):
                return party
        return None


def with_pointed(scene: Scene, named: Named) -> Scene:
    """The scene with the parties that its definite nouns point at; its own ones are added to `named`."""
    named.parties += [p for p in scene.parties if p.kind not in ("person", "group")]
    if not scene.of("trigger"):
        return scene
    added = [*_with_that(scene, named), *_subjects(scene, named)]
    if not added:
        return scene
    kept = [p for p in scene.parties if not any(a.start < p.end and p.start < a.end for a in added)]
    return replace(scene, parties=tuple(sorted([*kept, *added], key=lambda p: p.start)))


def _with_that(scene: Scene, named: Named) -> Iterator[Party]:
    """What "perusahaan itu" and, of nouns that need no "itu", "perseroan" stand for."""
    for match in _pattern().finditer(scene.text, scene.start, scene.end):
        start, end = match.span()
        before = (scene.text, max(scene.start, start - 20), start)
        if _PLACED.search(*before) or _several().search(*before):
            continue
        inside = [p for p in scene.parties if p.start < end and p.end > start]
        sides = {p.side for p in inside}
        if len(sides) > 1 or any(p.kind not in ("group", "country") for p in inside):
            continue
        noun = (match["bare"] or match["noun"]).lower()
        if match["noun"] and len((match["between"] or "").split()) > _REACH and not inside:
            continue
        side = next(iter(sides), HOME if match["bare"] else None)
        if side == OUTSIDE and noun in _STATES:
            side = None  # "negara Teluk itu": the country told of, by its part of the world
        party = named.last(pointed_kinds()[noun], side, start, _beside(scene, start))
        if party is not None:
            yield replace(party, start=start, end=end, rule="party.pointed_at")


def _beside(scene: Scene, at: int) -> set[str]:
    """The bodies of a clause, none of which its "lembaga itu" is: "Kementerian X meminta lembaga itu …"."""
    start, end = scene.clauses[scene.clause_of(at)]
    return {p.name for p in scene.parties if start <= p.start < end and p.kind != "country"}


def _subjects(scene: Scene, named: Named) -> Iterator[Party]:
    """What a bare noun stands for that is the subject of a clause."""
    for match in _subject().finditer(scene.text[scene.start : scene.end]):
        start, end = (scene.start + offset for offset in match.span("noun"))
        party = named.last(pointed_kinds()[match["noun"].lower()], None, start)
        if party is not None and not any(p.start < end and p.end > start for p in scene.parties):
            yield replace(party, start=start, end=end, rule="party.pointed_at")
