"""Annotated articles with the candidates that the extractor finds in them: for fitting and comparing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bench.annotated import Annotated
from kerjasama.evaluate.names import NameBook, fold
from kerjasama.evaluate.scores import assign, fact_similarity
from kerjasama.extract.actors.actors import ActorIndex, actors
from kerjasama.extract.annotation import annotation
from kerjasama.extract.document import Document
from kerjasama.extract.facts.facts import Surroundings, actors_of, fact_of, read_scenes, surroundings, told
from kerjasama.extract.facts.judging.candidates import Candidate, candidates
from kerjasama.extract.facts.judging.merge import Bundle
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.facts.slots.likely_parties import takers
from kerjasama.extract.speech.statements import statements
from kerjasama.records import Article, Extraction

ALIKE = 0.3
"""A fact told is like an annotated one from this similarity on (codebook section 12)."""


@dataclass(frozen=True)
class ReadArticle:
    """One annotated article and its scenes; `press` whether a newspaper printed it."""

    gold: dict[str, Any]
    press: bool
    document: Document
    scenes: list[Scene]
    index: ActorIndex

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Its candidates, whether they tell a fact or not."""
        return candidates(self.scenes, self.index.actors)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What its facts' slots are filled from."""
        return surroundings(self.document, self.scenes)

    def annotation(self, bundles: Iterable[Bundle]) -> dict[str, Any]:
        """The facts that bundles tell, as a gold annotation, with all possible parties for their aliases:
        "Tiongkok" is "China".
        """
        around = self.surroundings
        facts = tuple(
            fact_of(bundle, takers(bundle, self.scenes, around.named), around) for bundle in bundles
        )
        unnamed = [found[0][1] for found in around.named.values() if found[0][1].actor is None]
        named = (*self.index.actors, *actors_of(unnamed, self.document))
        return annotation(Extraction(self.document.article, (), (), named, facts))

    def told(self) -> list[Bundle]:
        """What the extractor tells, however unsure."""
        document = self.document
        return told(self.scenes, self.index, document.dates, document.article.published_at)


def read_articles(annotated: Iterable[Annotated]) -> Iterator[ReadArticle]:
    """Annotated articles, read, in their order."""
    for one in annotated:
        document, index, scenes = scenes_of(one.article)
        yield ReadArticle(one.gold, one.press, document, scenes, index)


def scenes_of(article: Article) -> tuple[Document, ActorIndex, list[Scene]]:
    """An article with its actors, made ready for reading facts."""
    document = Document(article)
    index = actors(document)
    return document, index, read_scenes(document, index, statements(document, index))


def alike(
    gold: Sequence[Mapping[str, Any]], told: Sequence[Mapping[str, Any]], names: NameBook
) -> list[tuple[int, int]]:
    """The pairs (annotated, told) of facts that are like each other."""
    pairs = assign(gold, told, lambda one, other: fact_similarity(one, other, names))
    return [(i, j) for i, j, similarity in pairs if similarity >= ALIKE]


def printing(words: str, scenes: list[Scene]) -> list[Scene]:
    """The first sentence that holds the first words of a quotation, if any."""
    sought = " ".join(fold(words).split()[:6])
    if not sought:
        return []
    found = re.compile(rf"\b{sought}\b")
    return [scene for scene in scenes if found.search(fold(scene.text[scene.start : scene.end]))][:1]
