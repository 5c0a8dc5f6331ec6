"""Reads one article: statements, figures, actors and cooperation facts, in one pass.

What each of them is, is decided in the files that this one calls; writing them out is
`kerjasama.extract.rows`' and `kerjasama.extract.annotation`'s subject.
"""

from __future__ import annotations

from dataclasses import replace

from kerjasama.extract.actors.actors import actors
from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.captured_text import of_captured_text
from kerjasama.extract.document import Document
from kerjasama.extract.facts.facts import facts_and_parties
from kerjasama.extract.figures.figures import figures
from kerjasama.extract.speech.statements import statements
from kerjasama.records import Article, Extraction, Fact


def read(article: Article) -> Extraction:
    """Everything read out of one article; an article without text gives an empty extraction."""
    document = Document(article)
    index = actors(document)
    said = statements(document, index)
    told, parties = facts_and_parties(document, index, said)
    everyone = index.with_parties([*parties, *told])
    facts = tuple(_by_name(fact, everyone) for fact in told)
    extraction = Extraction(article, said, figures(document), everyone.actors, facts)
    return of_captured_text(extraction, document.cleaned)


def _by_name(fact: Fact, everyone: ActorIndex) -> Fact:
    """The fact with its participants called as the article's actors are: a party may be known by an alias."""
    actors = [everyone.named(participant.name) for participant in fact.participants]
    named = zip(fact.participants, actors, strict=True)
    return replace(
        fact, participants=tuple(replace(p, name=actor.name) if actor else p for p, actor in named)
    )
