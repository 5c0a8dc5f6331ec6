"""The facts that the extractor tells of annotated articles, each with its likeness to the gold: for fitting
and comparing.

Reads ../shared/gold (seeds, dev), tests/gold/corpus/train and tests/gold/corpus-facts/train; never the
held-back annotations, and not the sample newsroom, whose sentences are made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kerjasama.evaluate.accuracy import PROJECT, gold_sets
from kerjasama.evaluate.measure import load_articles, load_gold
from kerjasama.extract.actors import actors
from kerjasama.extract.annotation import annotation
from kerjasama.extract.candidates import Candidate, candidates
from kerjasama.extract.document import Document
from kerjasama.extract.facts import read_scenes
from kerjasama.extract.scenes import Scene
from kerjasama.extract.statements import statements
from kerjasama.records import Article, Extraction, Fact


@dataclass(frozen=True)
class Annotated:
    """One annotated article, its scenes and its candidates."""

    name: str
    gold: dict[str, Any]
    document: Document
    scenes: list[Scene]
    candidates: list[Candidate]
    index: Any


def annotated(shared: Path) -> Iterator[Annotated]:
    """Every annotated article that may be looked at, in order."""
    corpus = shared / "corpus" / "news.jsonl.gz"
    facts_only = ("facts_train", PROJECT / "tests" / "gold" / "corpus-facts" / "train", corpus)
    for set_name, folder, texts in (*gold_sets(PROJECT, shared), facts_only):
        if set_name.endswith("held") or texts is None:
            continue
        gold = load_gold(folder)
        for name, article in load_articles(texts, gold).items():
            document = Document(article)
            index = actors(document)
            scenes = read_scenes(document, index, statements(document, index))
            found = candidates(scenes, index.actors)
            yield Annotated(f"{set_name}/{name}", gold[name], document, scenes, found, index)


def as_annotation(article: Article, facts: list[Fact], index: Any) -> dict[str, Any]:
    """Facts in the shape of a gold annotation, with the article's actors for their aliases."""
    return annotation(Extraction(article, (), (), index.actors, tuple(facts)))
