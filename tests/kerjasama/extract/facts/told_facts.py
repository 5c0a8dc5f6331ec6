"""What is told in a short text, as the tests of this folder ask for it."""

from __future__ import annotations

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.document import Document
from kerjasama.extract.facts.facts import read_scenes
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.reader import read
from kerjasama.extract.speech.statements import statements
from kerjasama.records import Article, Fact

PUBLISHED = "2024-05-09"


def facts(text: str) -> tuple[Fact, ...]:
    """The facts of a text that was published on a Thursday in May 2024."""
    return read(Article(text=text, article_id="a-test", published_at=PUBLISHED)).facts


def scenes_of(text: str) -> list[Scene]:
    """The sentences of a text, made ready for reading facts."""
    document = Document(Article(text=text, article_id="a-test", published_at=PUBLISHED))
    index = actors(document)
    return read_scenes(document, index, statements(document, index))


def told(text: str) -> list[tuple[str, str, set[str]]]:
    """Instrument, stage and participants' names of each fact."""
    return [(f.instrument, f.stage, {p.name for p in f.participants}) for f in facts(text)]


def kinds(text: str) -> set[tuple[str, str]]:
    """Instrument and stage of the facts."""
    return {(f.instrument, f.stage) for f in facts(text)}


def sides(fact: Fact) -> set[tuple[str, str]]:
    """Name and side of each participant."""
    return {(p.name, p.side) for p in fact.participants}
