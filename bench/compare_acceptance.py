"""Compares two ways to accept candidate facts: the rules, and a logistic model over the same properties.

`python -m bench.compare_acceptance [SHARED]`. The model is fitted over 8 folds of articles, so that no
article is judged by a model that has seen it; its target is whether a candidate is like a gold fact by 0.7
or more. Prints facts_soft and facts_strict of each way over seeds, dev and train together. What came out is
told in ARCHITECTURE.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.annotated import seen
from bench.fit_confidence import FOLDS, PENALTY
from bench.gold_bundles import ReadArticle, read_articles
from bench.logistic import fit, folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import NameBook
from kerjasama.evaluate.scores import Count, fact_similarity, score_article
from kerjasama.extract.facts.judging.acceptance import judged
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.judging.merge import Bundle, bundles
from kerjasama.extract.facts.slots.properties import properties
from kerjasama.text.logistic import chance

LIKE = 0.7

Judged = list[tuple[Candidate, str]]


def likenesses(article: ReadArticle) -> list[float]:
    """For each candidate its likeness to the most similar gold fact."""
    found = []
    for candidate in article.candidates:
        predicted = article.annotation([Bundle([candidate], ["alone"])])
        names = NameBook(article.gold, predicted)
        likely = [
            fact_similarity(gold, predicted["facts"][0], names) for gold in article.gold.get("facts") or ()
        ]
        found.append(max(likely, default=0.0))
    return found


def scores(articles: list[ReadArticle], judged: list[Judged]) -> str:
    """facts_soft and facts_strict over all articles, for one way of accepting."""
    sums: dict[str, Count] = {}
    for article, some in zip(articles, judged, strict=True):
        predicted = article.annotation(bundles(some, article.document.dates))
        for name, count in score_article(article.gold, predicted).items():
            sums[name] = sums.get(name, Count()) + count
    line = " ".join(f"{name} {sums[name].f1:.3f}" for name in ("facts_soft", "facts_strict"))
    return f"{line} ({sums['facts_soft'].predicted} facts for {sums['facts_soft'].gold})"


def main() -> None:
    """Fit, judge, print."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    articles = list(read_articles(seen(shared)))
    rules = [judged(article.candidates) for article in articles]
    print("rules:", scores(articles, rules))
    rows = [
        [(properties(c), like >= LIKE) for c, like in zip(a.candidates, likenesses(a), strict=True)]
        for a in articles
    ]
    chances: list[list[float]] = [[]] * len(articles)
    for fold, (train, held) in enumerate(folds(rows, FOLDS)):
        weights = fit(train, PENALTY)
        chances[fold::FOLDS] = [[chance(weights, found) for found, _ in some] for some in held]
    for least in (0.3, 0.4, 0.5, 0.6):
        model: list[Judged] = [
            [(c, "model") for c, likely in zip(a.candidates, some, strict=True) if likely >= least]
            for a, some in zip(articles, chances, strict=True)
        ]
        print(f"model, chance of {least} or more:", scores(articles, model))
    both: list[Judged] = [
        [(c, rule) for c, rule in some if likely[a.candidates.index(c)] >= 0.2]
        for a, some, likely in zip(articles, rules, chances, strict=True)
    ]
    print("rules, without what the model gives less than 0.2:", scores(articles, both))


if __name__ == "__main__":
    main()
