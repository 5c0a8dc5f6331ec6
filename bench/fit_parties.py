"""Fits who takes part in a fact, on annotated articles: `python -m bench.fit_parties [SHARED]`.

Each fact that is told is compared with the annotated one that it is most like; whoever of the article is
one of that one's participants takes part. Prints, over articles that a model has not seen, how much of the
participants is right (Jaccard, as codebook section 12 compares them) for several bounds beside what the rules
alone bind, then writes the weights fitted on all articles to
kerjasama/extract/facts/slots/likely_parties.json. A minute on one core.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.annotated import written
from bench.gold_bundles import ReadArticle, alike, read_articles
from bench.logistic import fit, folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import NameBook
from kerjasama.evaluate.scores import participants_jaccard
from kerjasama.extract.facts.slots.likely_parties import FILE, LEAST, asked_of, likeliest
from kerjasama.extract.facts.slots.party_properties import Key, Told, party_properties
from kerjasama.records import HOME, OUTSIDE
from kerjasama.text.logistic import chance

FOLDS = 5
PENALTY = 8.0
"""L2; of 4, 8 and 12 the one after which most facts have half of their participants right."""
RARE = 3
"""A property seen of fewer is left out."""
BOUNDS = (0.3, LEAST, 0.4, 0.45, 0.5)

Weights = Mapping[str, float]


class Asked(NamedTuple):
    """A fact that is told, with whom it may have as party: their properties, and who truly takes part."""

    properties: dict[Key, dict[str, float]]
    truly: frozenset[Key]
    gold: Mapping[str, Any]
    by_rules: Mapping[str, Any]
    names: NameBook


def facts_of(article: ReadArticle) -> list[Asked]:
    """The facts told of an article that are like annotated ones."""
    told = article.told()
    if not told:
        return []
    asked = [asked_of(bundle, article.scenes, article.surroundings.named)[0] for bundle in told]
    annotation = article.annotation(told)
    # By the rules' parties, whatever weights there are already.
    facts = [fact | _by_rules(one) for fact, one in zip(annotation["facts"], asked, strict=True)]
    names, gold = NameBook(article.gold, annotation), list(article.gold.get("facts") or ())
    return [_asked(asked[j], gold[i], names) for i, j in alike(gold, facts, names)]


def _asked(told: Told, fact: Mapping[str, Any], names: NameBook) -> Asked:
    properties = {key: party_properties(told, key) for key in told.everybody()}
    truly = frozenset(key for key in properties if _among(key, fact, names))
    return Asked(properties, truly, fact, _by_rules(told), names)


def _by_rules(told: Told) -> dict[str, Any]:
    """The participants and partner countries of a fact as the rules alone tell them."""
    sides = {party.side for party in (*(b.party for b in told.bound), *told.attending.values())}
    return {
        **_fact([*told.of_rules, *told.attending]),
        "partner_countries": sorted(sides - {HOME, OUTSIDE}),
    }


def _among(key: Key, fact: Mapping[str, Any], names: NameBook) -> bool:
    name, foreign = key
    return any(
        (party["side"] != HOME) == foreign and names.same(name, party["name"])
        for party in fact["participants"]
    )


def _fact(keys: Sequence[Key]) -> dict[str, Any]:
    return {"participants": [{"name": name} for name, _ in keys]}


def rows(some: Sequence[Asked]) -> list[tuple[Mapping[str, float], bool]]:
    """One row for each who may be a party of a fact."""
    return [(found, key in one.truly) for one in some for key, found in one.properties.items()]


def measured(by_article: Sequence[Sequence[Asked]]) -> Iterator[str]:
    """How much of the participants is right on articles that a model has not seen."""
    right: dict[str, list[float]] = {}
    for others, held in folds(by_article, FOLDS):
        weights = fit(rows(others), PENALTY, RARE)
        for one in (one for some in held for one in some):
            told = {"rules alone": one.by_rules}
            likely = {key: chance(weights, found) for key, found in one.properties.items()}
            told |= {f"bound {least}": _fact(likeliest(likely, least)) for least in BOUNDS}
            for way, fact in told.items():
                right.setdefault(way, []).append(participants_jaccard(one.gold, fact, one.names))
    for way, found in right.items():
        yield f"{way}: {np.mean(found):.3f} right, half of them in {np.mean(np.array(found) >= 0.5):.3f}"


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article = [facts_of(article) for article in read_articles(written(shared))]
    for line in measured(by_article):
        print(line)
    everything = [one for some in by_article for one in some]
    weights = fit(rows(everything), PENALTY, RARE)
    model = {"facts": len(everything), "weights": weights}
    FILE.write_text(json.dumps(model, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
