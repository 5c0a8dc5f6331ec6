"""Fits what `kerjasama.extract.actors.belief` believes: `python -m bench.fit_belief ../shared`.

Each annotated article is read by name weights that have not seen it (four folds by article), because weights
that have seen it find its names too well; the logistic model over what is then found is what ships. What
newspapers printed counts more than what we wrote. Prints F1 of people and bodies of the press, name and
country, each article judged by a model that has not seen it. Some ten minutes on one core.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.annotated import PRESS, Annotated, learned, press_times
from bench.logistic import fit
from bench.train_names import general_corpora, train_weights
from kerjasama.evaluate.names import NameBook
from kerjasama.evaluate.scores import assign
from kerjasama.extract.actors.actors import candidates
from kerjasama.extract.actors.belief import FILE, Properties, bound
from kerjasama.extract.document import Document
from kerjasama.text.logistic import log_odds
from kerjasama.text.weights import weights_of

FOLDS = 4
PENALTY = 8.0
LEAST = 2
"""A property seen less often is left out."""


@dataclass(frozen=True)
class Judged:
    """What speaks for one candidate, and whether the annotation has it by name and country."""

    fold: int
    press: bool
    person: bool
    properties: Properties
    right: bool


def fold_of(name: str) -> int:
    """The fold of an article, from its id alone."""
    return int(hashlib.sha256(f"f{name}".encode()).hexdigest(), 16) % FOLDS


def judged(article: Annotated, fold: int) -> Iterator[Judged]:
    """All candidates of one article."""
    found, _, _ = candidates(Document(article.article), lambda seen, person: True)
    told = [_as_told(candidate.actor) for candidate in found]
    names = NameBook(article.gold, {"actors": told})
    gold = _named(article.gold)
    pairs = assign(
        gold,
        told,
        lambda a, b: names.same(a["name"], b["name"]) * (1 + 0.5 * (a.get("country") == b["country"])),
    )
    right = {j for i, j, _ in pairs if gold[i].get("country") == told[j]["country"]}
    for place, candidate in enumerate(found):
        yield Judged(fold, article.press, bool(candidate.group), candidate.properties, place in right)


def _as_told(actor: Any) -> dict[str, Any]:
    return {"name": actor.name, "country": actor.country, "aliases": list(actor.aliases)}


def _named(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [actor for actor in gold["actors"] if actor["kind"] not in ("country", "group")]


def weights_by_kind(given: Iterable[Judged], press: float) -> dict[str, dict[str, float]]:
    """The logistic weights for people and for bodies; a candidate of the press counts `press` times."""
    rows = list(given)
    weights = {}
    for kind in ("people", "bodies"):
        own = [row for row in rows if row.person == (kind == "people")]
        times = press_times((row.press for row in own), press)
        weights[kind] = fit([(row.properties, row.right) for row in own], PENALTY, LEAST, times)
    return weights


def cross_validated(rows: Sequence[Judged], gold: int, press: float) -> float:
    """F1 of what is believed of the press, each row judged by weights fitted without its fold; `gold` is how
    many people and bodies its annotations have.
    """
    believed: list[bool] = []
    for fold in range(FOLDS):
        weights = weights_by_kind((row for row in rows if row.fold != fold), press)
        for row in rows:
            if row.press and row.fold == fold:
                own = weights["people" if row.person else "bodies"]
                if log_odds(own, row.properties) >= bound(row.properties):
                    believed.append(row.right)
    return float(2 * np.sum(believed) / (len(believed) + gold))


def main() -> None:
    """Command line: the shared folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    shared = parser.parse_args().shared
    articles = list(learned(shared))
    general = general_corpora(shared / "ner")
    rows: list[Judged] = []
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as place:
            train_weights(general, [a for a in articles if fold_of(a.name) != fold], Path(place))
            with weights_of(Path(place)):
                for article in articles:
                    if fold_of(article.name) == fold:
                        rows += judged(article, fold)
    gold = sum(len(_named(article.gold)) for article in articles if article.press)
    print(f"{len(rows)} candidates of {len(articles)} articles")
    for press in (1.0, 2.0, 4.0, 8.0):
        print(f"press {press:g} times: F1 {cross_validated(rows, gold, press):.4f}")
    text = json.dumps(weights_by_kind(rows, PRESS), ensure_ascii=False, indent=0, sort_keys=True)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
