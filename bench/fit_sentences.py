"""Fits what whole sentences tell: `python -m bench.fit_sentences [SHARED]`.

Learns from annotated articles which sentences tell a fact that no rule tells, and of which instrument and
stage a fact's sentence is; and from average news, of which no rule tells any, which sentences sound like it
and tell none. Of what tells a fact, what newspapers printed counts more than what we wrote. Prints how well a
model does on articles of the press that it has not seen (5 folds), then writes the weights fitted on all of
them to kerjasama/extract/facts/acts/whole_sentences.json.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bench.annotated import Annotated, average, press_times, written
from bench.gold_bundles import ReadArticle, alike, printing, read_articles
from bench.logistic import fit, folds
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.evaluate.names import NameBook
from kerjasama.extract.facts.acts.acts import SENTENCE
from kerjasama.extract.facts.acts.whole_sentences import (
    FILE,
    Properties,
    likeliest,
    sentence_properties,
    with_instrument,
)
from kerjasama.extract.facts.judging.acceptance import judged
from kerjasama.extract.facts.judging.candidates import may_tell, read_acts
from kerjasama.extract.facts.judging.merge import bundles
from kerjasama.text.logistic import chance

FOLDS = 5
PENALTY = 8.0
"""L2; of 4, 8 and 16 the one with the best log-loss over folds of `retold`."""
RARE = 3
"""A property seen in fewer sentences is left out."""
SMALLEST = 0.03
"""Weights nearer to nothing are left out, nearly half of all."""

Weights = dict[str, float]


class Sentence(NamedTuple):
    """One sentence: its properties; whether a rule tells a fact there; the annotated facts that it opens;
    whether one of them is told nowhere; and whether a newspaper printed it.
    """

    properties: Properties
    read: bool
    facts: list[Mapping[str, Any]]
    missed: bool
    press: bool

    @property
    def asked(self) -> bool:
        """Whether it is one of those of which the model says whether they tell a fact: no rule tells one
        there, and no fact that it opens is told elsewhere.
        """
        return not self.read and (self.missed or not self.facts)


class Model(NamedTuple):
    """The weights of each question."""

    tells: Weights
    instrument: dict[str, Weights]
    stage: dict[str, Weights]


def sentences_of(article: ReadArticle) -> list[Sentence]:
    """The sentences of an article that may have facts at all, as the rules alone read them."""
    found = [c for c in article.candidates if c.act.trigger_id != SENTENCE]
    accepted = judged(found)
    told = article.annotation(bundles(accepted, article.document.dates))
    names, gold = NameBook(article.gold, told), list(article.gold.get("facts") or ())
    known = {i for i, _ in alike(gold, told["facts"], names)}
    opened: dict[int, list[int]] = {}
    for number, fact in enumerate(gold):
        for scene in printing(fact.get("evidence") or "", article.scenes):
            opened.setdefault(scene.number, []).append(number)
    read = {candidate.act.scene.number for candidate, _ in accepted}
    before = {candidate.act.scene.number for candidate in found}
    made = []
    for scene, acts in read_acts(article.scenes):
        properties = sentence_properties(article.scenes, scene.number, acts, before)
        facts = opened.get(scene.number, [])
        made.append(
            Sentence(
                properties,
                scene.number in read,
                [gold[i] for i in facts],
                not known.issuperset(facts),
                article.press,
            )
        )
    return made


def fitted(some: Sequence[Sentence], plain: Sequence[Sentence]) -> Model:
    """The weights of all three questions; `plain` are sentences of average news, which open no facts."""
    asked = [one for one in some if one.asked]
    tells = _weights(
        [(one.properties, one.missed) for one in (*asked, *plain)],
        press_times(one.press for one in asked) + [1.0] * len(plain),
    )
    facts = [(one.properties, fact) for one in some for fact in one.facts]
    instrument = _each([(found, str(fact["instrument"])) for found, fact in facts])
    stage = _each(
        [(with_instrument(found, str(fact["instrument"])), str(fact["stage"])) for found, fact in facts]
    )
    return Model(tells, instrument, stage)


def _each(rows: Sequence[tuple[Properties, str]]) -> dict[str, Weights]:
    """One model a code: whether it is this one or another; pairs of words are too rare to tell that."""
    rows = [
        ({name: value for name, value in found.items() if not name.startswith("pair=")}, code)
        for found, code in rows
    ]
    codes = sorted({code for _, code in rows})
    return {code: _weights([(found, told == code) for found, told in rows]) for code in codes}


def _weights(rows: Sequence[tuple[Properties, bool]], times: Sequence[float] | None = None) -> Weights:
    weights = fit(rows, PENALTY, RARE, times)
    return {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= SMALLEST}


def measured(by_article: Sequence[Sequence[Sentence]], plain: Sequence[Sentence]) -> Iterator[str]:
    """How a model does on articles of the press that it has not seen."""
    tells: list[tuple[float, bool]] = []
    right: Counter[str] = Counter()
    for others, held in folds(by_article, FOLDS):
        model = fitted(others, plain)
        for one in (one for some in held for one in some if one.press):
            if one.asked:
                tells.append((chance(model.tells, one.properties), one.missed))
            for fact in one.facts:
                found = with_instrument(one.properties, str(fact["instrument"]))
                right["facts"] += 1
                right["instrument"] += likeliest(model.instrument, one.properties) == fact["instrument"]
                right["stage"] += likeliest(model.stage, found) == fact["stage"]
    likely, truth = np.array([p for p, _ in tells]), np.array([float(t) for _, t in tells])
    yield f"log-loss {-np.mean(truth * np.log(likely) + (1 - truth) * np.log(1 - likely)):.4f}"
    for low in np.arange(0.1, 1, 0.1):
        inside = (likely >= low) & (likely < low + 0.1)
        if inside.any():
            yield f"{low:.1f}: {inside.sum()} sentences, {truth[inside].mean():.2f} tell a fact"
    for slot in ("instrument", "stage"):
        yield f"{slot} right in {right[slot] / right['facts']:.3f} of {right['facts']}"


def _sentences(annotated: Iterable[Annotated]) -> list[list[Sentence]]:
    return [sentences_of(article) for article in read_articles(annotated) if may_tell(article.scenes)]


def main() -> None:
    """Fit, print, write."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    by_article, plain = _sentences(written(shared)), _sentences(average(shared))
    untold = [one for some in plain if not any(one.read for one in some) for one in some]
    for line in measured(by_article, untold):
        print(line)
    model = fitted([one for some in by_article for one in some], untold)
    FILE.write_text(json.dumps(model._asdict(), indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
