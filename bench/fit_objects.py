"""Fits which words of a sentence are a fact's object: `python -m bench.fit_objects [SHARED]`.

Learns from the objects that annotators gave to the facts that the extractor tells too, in articles to
learn from and in our own. Prints how like the chosen phrases are to the annotators' (F1 of words), each
article judged by weights that have not seen it (5 folds), then writes the weights fitted on all of them to
kerjasama/extract/facts/slots/objects.json. Some two minutes on one core.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.annotated import written
from bench.gold_bundles import ReadArticle, read_articles
from bench.logistic import folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import NameBook, fold
from kerjasama.evaluate.scores import assign, fact_similarity
from kerjasama.extract.facts.slots.objects import FILE, Phrase, Sentence, sentence_of

FOLDS = 5
PENALTY = 3.0
"""L2; of 3, 5 and 10 the one with the likest phrases over the folds."""
SHARPNESS = 5.0
"""How much likelier a phrase is to be sought the liker it is to the annotator's: e to this times its F1."""
RARE = 4
"""A property seen in fewer facts is left out."""
SMALLEST = 0.01
"""Weights nearer to nothing are left out."""


class Choice(NamedTuple):
    """The phrases that may be a fact's object: what speaks for each, how like it is to the annotator's."""

    properties: list[list[str]]
    likeness: np.ndarray


def choices(article: ReadArticle) -> Iterator[Choice]:
    """Every annotated fact of an article that the extractor tells with the same instrument."""
    bundles = article.told()
    ours = article.annotation(bundles)["facts"]
    names, gold = NameBook(article.gold), article.gold["facts"]
    for i, j, _ in assign(gold, ours, lambda g, p: fact_similarity(g, p, names)):
        if gold[i]["instrument"] == ours[j]["instrument"] and gold[i].get("object"):
            sentence = sentence_of(bundles[j].lead, article.document.dates)
            phrases = list(sentence.phrases())
            if phrases:
                text = article.document.text
                likeness = [likeness_of(text, sentence, phrase, gold[i]["object"]) for phrase in phrases]
                yield Choice([properties(sentence, phrase) for phrase in phrases], np.array(likeness))


def properties(sentence: Sentence, phrase: Phrase) -> list[str]:
    """All that speaks for or against a phrase."""
    ends = sentence.at_start(phrase.first), sentence.at_end(phrase.behind)
    return [name for found in (*ends, sentence.within(phrase)) for name in found]


def likeness_of(text: str, sentence: Sentence, phrase: Phrase, gold: str) -> float:
    """F1 of the words that a phrase shares with the annotator's."""
    start, end = sentence.span(phrase)
    ours, theirs = Counter(fold(text[start:end]).split()), Counter(fold(gold).split())
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def fit(some: list[Choice], penalty: float) -> dict[str, float]:
    """The weights under which the likest phrases are chosen: a log-linear model of the phrase."""
    often = Counter(name for one in some for name in {name for row in one.properties for name in row})
    order = {n: place for place, n in enumerate(sorted(n for n, count in often.items() if count >= RARE))}
    rows = [[order[name] for name in row if name in order] for one in some for row in one.properties]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter((place for row in rows for place in row), dtype=np.int32, count=ends[-1])
    table = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(order)))
    turned = table.T.tocsr()
    sizes = np.array([len(one.properties) for one in some])
    starts = np.cumsum([0, *sizes[:-1]])
    sought, _ = _shares(np.concatenate([SHARPNESS * one.likeness for one in some]), starts, sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = table @ weights
        share, logs = _shares(score, starts, sizes)
        cost = logs.sum() - (sought * score).sum() + penalty * (weights @ weights) / 2
        return float(cost), turned @ (share - sought) + penalty * weights

    found = minimize(loss, np.zeros(len(order)), jac=True, method="L-BFGS-B", options={"maxiter": 100}).x
    return {n: round(float(found[place]), 3) for n, place in order.items() if abs(found[place]) >= SMALLEST}


def _shares(score: np.ndarray, starts: np.ndarray, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The share of each phrase among those of its fact, and the logarithm of what they share."""
    most = np.maximum.reduceat(score, starts)
    powers = np.exp(score - np.repeat(most, sizes))
    sums = np.add.reduceat(powers, starts)
    return powers / np.repeat(sums, sizes), most + np.log(sums)


def chosen(weights: Mapping[str, float], one: Choice) -> float:
    """How like the phrase is that the weights choose."""
    scores = [sum(weights.get(name, 0.0) for name in row) for row in one.properties]
    return float(one.likeness[int(np.argmax(scores))])


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article = [found for one in read_articles(written(shared)) if (found := list(choices(one)))]
    everything = [one for some in by_article for one in some]
    for penalty in (3.0, 5.0, 10.0):
        likeness = [
            chosen(weights, one)
            for others, held in folds(by_article, FOLDS)
            for weights in (fit(others, penalty),)
            for some in held
            for one in some
        ]
        print(f"penalty {penalty}: words F1 {np.mean(likeness):.3f} of {len(everything)} facts")
    text = json.dumps(fit(everything, PENALTY), ensure_ascii=False, indent=0, sort_keys=True)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
