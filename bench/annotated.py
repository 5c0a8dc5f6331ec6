"""The annotated articles that may be looked at: never those held back, nor the sample newsroom's, whose
sentences are made up.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kerjasama.evaluate.accuracy import PROJECT, gold_sets
from kerjasama.evaluate.measure import load_articles, load_gold
from kerjasama.records import Article

CORPUS = Path("corpus", "news.jsonl.gz")
"""Where the shared folder has the articles of our own annotations."""

_LEARNED = ("tests/gold/corpus/train", "tests/gold/corpus-facts/train")
_MEASURING = ("seeds", "dev")
_WRITTEN = PROJECT / "tests/gold/written"


class Annotated(NamedTuple):
    """An article with its annotation; `name` is its id."""

    name: str
    article: Article
    gold: dict[str, Any]


def learned(shared: Path) -> Iterator[Annotated]:
    """Articles to learn from, in the order of the folders: not seeds and dev, which only measure."""
    for folder in _LEARNED:
        yield from _of(PROJECT / folder, shared / CORPUS)


def with_names(shared: Path) -> Iterator[Annotated]:
    """Articles to learn names from: those to learn from, and those of our own writing, whose names nobody
    bears.
    """
    yield from learned(shared)
    yield from _of(_WRITTEN / "train", _WRITTEN / "articles.jsonl")


def seen(shared: Path) -> Iterator[Annotated]:
    """Seeds and dev, then the articles to learn from."""
    for name, folder, texts in gold_sets(PROJECT, shared):
        if name in _MEASURING and texts is not None:
            yield from _of(folder, texts)
    yield from learned(shared)


def not_annotated(shared: Path) -> Iterator[Article]:
    """The articles of the corpus that no annotation is of."""
    annotated = {path.stem for path in (PROJECT / "tests" / "gold").glob("corpus*/**/*.json")}
    with gzip.open(shared / CORPUS, "rt", encoding="utf-8") as lines:
        names = [json.loads(line)["article_id"] for line in lines]
    yield from load_articles(shared / CORPUS, {name: {} for name in names if name not in annotated}).values()


def _of(folder: Path, texts: Path) -> Iterator[Annotated]:
    gold = load_gold(folder)
    for name, article in load_articles(texts, gold).items():
        yield Annotated(name, article, gold[name])
