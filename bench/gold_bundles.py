"""Annotated articles with the candidates that the extractor finds in them: for fitting and comparing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bench.annotated import Annotated
from kerjasama.extract.actors.actors import ActorIndex, actors
from kerjasama.extract.annotation import annotation
from kerjasama.extract.document import Document
from kerjasama.extract.facts.facts import read_scenes
from kerjasama.extract.facts.judging.candidates import Candidate, candidates
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.speech.statements import statements
from kerjasama.records import Article, Extraction, Fact


@dataclass(frozen=True)
class ReadArticle:
    """One annotated article, its scenes and its candidates."""

    gold: dict[str, Any]
    document: Document
    scenes: list[Scene]
    candidates: list[Candidate]
    index: ActorIndex


def read_articles(annotated: Iterable[Annotated]) -> Iterator[ReadArticle]:
    """Annotated articles, read, in their order."""
    for one in annotated:
        document, index, scenes = scenes_of(one.article)
        yield ReadArticle(one.gold, document, scenes, candidates(scenes, index.actors), index)


def scenes_of(article: Article) -> tuple[Document, ActorIndex, list[Scene]]:
    """An article with its actors, made ready for reading facts."""
    document = Document(article)
    index = actors(document)
    return document, index, read_scenes(document, index, statements(document, index))


def as_annotation(article: Article, facts: list[Fact], index: ActorIndex) -> dict[str, Any]:
    """Facts in the shape of a gold annotation, with the article's actors for their aliases."""
    return annotation(Extraction(article, (), (), index.actors, tuple(facts)))
