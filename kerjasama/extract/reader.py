"""Reads one article: statements, figures, actors and cooperation facts, in one pass.

What each of them is, is decided in the files that this one calls; writing them out is `kerjasama.extract.rows`' and
`kerjasama.extract.annotation`'s subject.
"""

from __future__ import annotations

from kerjasama.extract.actors import actors
from kerjasama.extract.document import Document
from kerjasama.extract.facts import facts_and_parties
from kerjasama.extract.figures import figures
from kerjasama.extract.statements import statements
from kerjasama.records import Article, Extraction


def read(article: Article) -> Extraction:
    """Everything read out of one article; an article without text gives an empty extraction."""
    document = Document(article)
    index = actors(document)
    said = statements(document, index)
    told, parties = facts_and_parties(document, index, said)
    everyone = index.with_parties(parties)
    return Extraction(article, said, figures(document), everyone.actors, told)
