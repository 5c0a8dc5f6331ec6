"""Statements of a document (codebook section 8), as the rest of the library asks for them.

They are read in `speech.py` together with the actors, because a country is an actor only where it speaks or
is a party.
"""

from __future__ import annotations

from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.document import Document
from kerjasama.records import Statement


def statements(document: Document, actors: ActorIndex) -> tuple[Statement, ...]:
    """The direct and indirect speech of a document in the order of its words; spans without quotation
    marks.
    """
    return tuple(s for s in actors.spoken if not document.is_boilerplate(s.start, s.end))
