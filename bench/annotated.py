"""The annotated articles to learn from: those that may be looked at, without the sample newsroom's, whose
sentences are made up. Of our own, those that tell as the press does (`retold`, `national`) are among them;
the others only where asked for. What is held back of our own only sets the confidence to scale; nobody
reads it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterable, Iterator
from hashlib import md5
from pathlib import Path
from typing import Any, NamedTuple

from kerjasama.evaluate.accuracy import PROJECT, SCALING, gold_sets
from kerjasama.evaluate.measure import load_articles, load_gold
from kerjasama.records import Article

CORPUS = Path("corpus", "news.jsonl.gz")
"""Where the shared folder has the articles of our own annotations."""

PRESS = 4.0
"""How often what newspapers printed counts where a model learns from our own articles too: releases are read
out of newspapers, and whoever annotated those draws some lines elsewhere. Of 1, 2, 4 and 8 the least with the
best, or nearly the best, measure in folds of the press, for each model that uses it."""

_LEARNED = ("tests/gold/corpus/train", "tests/gold/corpus-facts/train")
_MEASURING = ("seeds", "dev")
_LIKE_THE_PRESS = ("retold", "national")
_OWN = ("written", "daily")
_NATIONAL = PROJECT / "tests" / "gold" / "national" / "train"


def press_times(of_press: Iterable[bool], press: float = PRESS) -> list[float]:
    """How often each row of a model counts, by whether a newspaper printed it."""
    return [press if printed else 1.0 for printed in of_press]


class Annotated(NamedTuple):
    """An article with its annotation; `name` is its id, `press` whether a newspaper printed it."""

    name: str
    article: Article
    gold: dict[str, Any]
    press: bool


def mended_with(name: str) -> bool:
    """Whether rules are mended with an article of `national/train`: half of them, drawn by their names."""
    even = int(md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0
    return even and (_NATIONAL / f"{name}.json").exists()


def learned(shared: Path) -> Iterator[Annotated]:
    """Articles to learn from, in the order of the folders: not seeds and dev, which only measure, nor our own
    that rules are mended with, on which rules look better than they are.
    """
    for folder in _LEARNED:
        yield from _of(PROJECT / folder, shared / CORPUS, press=True)
    yield from (one for one in _sets(_LIKE_THE_PRESS, shared) if not mended_with(one.name))


def written(shared: Path) -> Iterator[Annotated]:
    """Articles to learn from, and after them those of our own that are not held back."""
    yield from learned(shared)
    yield from _sets(_OWN, shared)


def average(shared: Path) -> Iterator[Annotated]:
    """The articles of the corpus that nobody annotated, with an annotation that holds nothing: few of them
    tell a fact, and of those that do most are told by some rule.
    """
    annotated = {path.stem for path in (PROJECT / "tests" / "gold").glob("corpus*/*/*.json")}
    with gzip.open(shared / CORPUS, "rt", encoding="utf-8") as lines:
        names = [str(json.loads(line)["article_id"]) for line in lines]
    nothing: dict[str, dict[str, Any]] = {name: {} for name in names if name not in annotated}
    for name, article in load_articles(shared / CORPUS, nothing).items():
        yield Annotated(name, article, nothing[name], press=True)


def unread(shared: Path) -> Iterator[Annotated]:
    """Articles of our own that are held back, for a program alone to measure on."""
    yield from _sets(SCALING, shared)


def seen(shared: Path) -> Iterator[Annotated]:
    """Seeds and dev, then the articles to learn from."""
    yield from _sets(_MEASURING, shared)
    yield from learned(shared)


def _sets(names: Collection[str], shared: Path) -> Iterator[Annotated]:
    for name, folder, texts in gold_sets(PROJECT, shared):
        if name in names and texts is not None:
            yield from _of(folder, texts, press=name in _MEASURING)


def _of(folder: Path, texts: Path, press: bool) -> Iterator[Annotated]:
    gold = load_gold(folder)
    for name, article in load_articles(texts, gold).items():
        yield Annotated(name, article, gold[name], press)
