"""Fits which sectors a fact is about: `python -m bench.fit_sectors [SHARED]`.

Learns from the sentences that annotated facts quote, in articles to learn from. What newspapers printed
counts more than what we wrote: releases are read out of newspapers, and their annotators draw the line
elsewhere. Prints the mean Jaccard index of the sectors of the press's facts, each article judged by weights
that have not seen it (8 folds), then writes the weights fitted on all of them to
kerjasama/extract/facts/slots/sectors.json. Some two minutes on one core.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.annotated import PRESS, Annotated, learned, press_times
from bench.gold_bundles import printing, scenes_of
from bench.logistic import fit, folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import jaccard
from kerjasama.extract.facts.slots.sectors import FILE, LEAST, UNNAMED, Properties, likely, sector_properties

FOLDS = 8
PENALTY = 8.0
"""L2; of 4, 8 and 16 the one with the best Jaccard over the folds."""
RARE = 3
"""A property seen less often is left out."""


class Subject(NamedTuple):
    """What one annotated fact may be about, what it is, and whether the press tells it."""

    properties: dict[str, Properties]
    sectors: frozenset[str]
    press: bool


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
            yield Subject(found, frozenset(fact["sectors"]), one.press)


def weights_of(some: Sequence[Subject], penalty: float, press: float) -> dict[str, float]:
    """The logistic weights over one row a fact and sector; a fact of the press counts `press` times."""
    told = [(one, code, found) for one in some for code, found in one.properties.items()]
    rows = [(found, code in one.sectors) for one, code, found in told]
    return fit(rows, penalty, RARE, press_times((one.press for one, _, _ in told), press))


def told(weights: Mapping[str, float], one: Subject, least: float) -> set[str]:
    """The sectors that the weights give to a fact."""
    return set(likely(one.properties, weights, least)) or {UNNAMED}


def held_out(
    by_article: Sequence[Sequence[Subject]], penalty: float, press: float
) -> Iterator[tuple[Subject, dict[str, float]]]:
    """Every fact of the press, with weights that have not seen its article."""
    for others, held in folds(by_article, FOLDS):
        weights = weights_of(others, penalty, press)
        yield from ((one, weights) for some in held for one in some if one.press)


def likeness(judged: Iterable[tuple[Subject, Mapping[str, float]]], least: float) -> float:
    """Mean Jaccard of facts, each told by its weights."""
    return float(np.mean([jaccard(told(weights, one, least), set(one.sectors)) for one, weights in judged]))


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article = [found for one in learned(shared) if (found := list(subjects(one)))]
    for press, penalty in ((1.0, PENALTY), (PRESS, 4.0), (PRESS, PENALTY), (PRESS, 16.0), (8.0, PENALTY)):
        judged = list(held_out(by_article, penalty, press))
        scores = [f"{least}: {likeness(judged, least):.3f}" for least in (0.4, 0.45, LEAST, 0.55)]
        print(f"press {press:g} times, penalty {penalty:g}, Jaccard from a chance of", ", ".join(scores))
    everything = [one for some in by_article for one in some]
    weights = weights_of(everything, PENALTY, PRESS)
    print(f"{len(everything)} facts of {len(by_article)} articles, {len(weights)} weights")
    text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
