"""Fits which sectors a fact is about: `python -m bench.fit_sectors [SHARED]`.

Learns from the sentences that annotated facts quote, in articles to learn from. Prints the mean Jaccard index
of a fact's sectors, each article judged by weights that have not seen it (8 folds), then writes the weights
fitted on all of them to kerjasama/extract/facts/slots/sectors.json. Some twenty seconds on one core.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.annotated import Annotated, learned
from bench.gold_bundles import printing, scenes_of
from bench.logistic import fit, folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import jaccard
from kerjasama.extract.facts.slots.sectors import FILE, LEAST, UNNAMED, Properties, likely, sector_properties

FOLDS = 8
PENALTY = 4.0
"""L2; of 1, 2, 4, 8 the one with the best Jaccard over the folds."""
RARE = 3
"""A property seen less often is left out."""


class Subject(NamedTuple):
    """What one annotated fact may be about, and what it is."""

    properties: dict[str, Properties]
    sectors: frozenset[str]


def subjects(one: Annotated) -> Iterator[Subject]:
    """Every fact of an article whose quoted sentence is found in it."""
    _, _, scenes = scenes_of(one.article)
    parents = {actor["name"]: actor.get("parent") for actor in one.gold["actors"]}
    for fact in one.gold["facts"]:
        quoted = [fact.get("evidence") or "", *fact.get("evidence_also", ())]
        told = list(dict.fromkeys(scene.number for words in quoted for scene in printing(words, scenes)))
        if told:
            lead, *others = (scenes[number] for number in told)
            names = [party["name"] for party in fact["participants"]]
            bodies = [*names, *(parent for name in names if (parent := parents.get(name)))]
            found = sector_properties(lead, others, scenes, fact["instrument"], bodies)
            yield Subject(found, frozenset(fact["sectors"]))


def rows(some: list[Subject]) -> list[tuple[Mapping[str, float], bool]]:
    """One row a fact and sector."""
    return [(found, code in one.sectors) for one in some for code, found in one.properties.items()]


def told(weights: Mapping[str, float], one: Subject, least: float) -> set[str]:
    """The sectors that the weights give to a fact."""
    return set(likely(one.properties, weights, least)) or {UNNAMED}


def held_out(by_article: list[list[Subject]], penalty: float, least: float) -> float:
    """Mean Jaccard of all facts, each told by weights that have not seen its article."""
    likeness: list[float] = []
    for others, held in folds(by_article, FOLDS):
        weights = fit(rows(others), penalty, RARE)
        for some in held:
            likeness += [jaccard(told(weights, one, least), set(one.sectors)) for one in some]
    return float(np.mean(likeness))


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article = [found for one in learned(shared) if (found := list(subjects(one)))]
    for penalty in (1.0, 2.0, 4.0, 8.0):
        bounds = (0.35, LEAST, 0.45, 0.5)
        scores = [f"{least}: {held_out(by_article, penalty, least):.3f}" for least in bounds]
        print(f"penalty {penalty}, Jaccard from a chance of", ", ".join(scores))
    everything = [one for some in by_article for one in some]
    weights = fit(rows(everything), PENALTY, RARE)
    print(f"{len(everything)} facts of {len(by_article)} articles, {len(weights)} weights")
    text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
