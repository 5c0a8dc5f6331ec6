"""The words that are laid in somebody's mouth: direct and indirect speech of a document, with its speakers.

Who stands beside a verb of saying is found in `attribution.py`; codebook section 8 decides what counts.
"""

from __future__ import annotations

from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.document import Document
from kerjasama.extract.speech.direct import DirectSpeech
from kerjasama.extract.speech.indirect import IndirectSpeech
from kerjasama.records import Actor, Statement


def read_speech(document: Document, index: ActorIndex) -> ActorIndex:
    """The index with the statements of the document in order, and with the countries that speak in it."""
    reader = _Reader(document, index)
    spoken, parties = reader.read()
    countries = [
        (spot.start, spot.end, spot.actor.country or "")
        for spot in reader.speakers.spots
        if spot.rule == "speaker.country" and spot.actor is not None and document.sentence_at(spot.start) >= 0
    ]
    return ActorIndex(
        index.actors, index.titles, index.holders, spoken, countries, index.doubtful
    ).with_parties(parties)


class _Reader(DirectSpeech, IndirectSpeech):
    """Goes through the sentences once, keeping the speaker in force."""

    def read(self) -> tuple[list[Statement], list[Actor]]:
        quotes = [q for q in self.document.quotes if not self.document.is_boilerplate(q.start, q.end)]
        for number, sentence in enumerate(self.document.sentences):
            start, end = self.document.own_words(sentence.start, sentence.end)
            here = [q for q in quotes if q.start < end and q.end > start]
            speech = [q for q in here if self.is_speech(q, start, end)]
            for quote in speech:
                if quote.start not in self.done:
                    self.done.add(quote.start)
                    self.direct(quote, number)
            if not speech:
                self.indirect(start, end, number)
        return self.statements(), list(self.parties.values())
