"""Document: one article with every analysis of its text, each made once, on first use.

The analyses themselves live in `kerjasama.text` and beside this file; what they mean is not decided here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

import numpy as np

from kerjasama.codebook.lexicon import Hit, cooperation_lexicon
from kerjasama.extract.glue import lost_blanks
from kerjasama.extract.ranks import ranks
from kerjasama.extract.registry import ORGANS, accounts, entity_lexicon, long_names
from kerjasama.records import Article
from kerjasama.text.boilerplate import boilerplate_spans
from kerjasama.text.characters import normalise
from kerjasama.text.dates import DateSpan, dates
from kerjasama.text.derivation import Cleaned
from kerjasama.text.handles import handles
from kerjasama.text.lost_commas import lost_commas
from kerjasama.text.names import LABELS_OF, Name, label_scores, names
from kerjasama.text.numerals import Quantity, quantities
from kerjasama.text.quotes import Quote, quotations
from kerjasama.text.sentences import Sentence, sentences
from kerjasama.text.tokens import Token, tokens


def _of_kinds(hits: list[Hit], kinds: tuple[str, ...]) -> list[Hit]:
    return [hit for hit in hits if hit.kind in kinds] if kinds else hits


_LEAST_OWN = 20
"""Letters of a sentence that stands by itself beside boilerplate."""
_ENDS = tuple('.!?"”’')


def _readable(captured: str) -> Cleaned:
    """A text with the characters that were meant, commas and blanks that it lost, and names for accounts."""
    meant = normalise(Cleaned.of(captured))
    marked = meant.edit(lost_commas(meant.text, long_names()))
    parted = marked.edit(lost_blanks(marked.text))
    return parted.edit(handles(parted.text, accounts()))


class Document:
    """An article and its analyses; every span is `[start, end)` into `text`, which is the article's own made
    readable; `cleaned` leads back to that.
    """

    def __init__(self, article: Article):
        self.article = article
        self.cleaned = _readable(article.text)
        self.text = self.cleaned.text

    @cached_property
    def quotes(self) -> list[Quote]:
        """Quotations, in order."""
        return quotations(self.text)

    @cached_property
    def boilerplate(self) -> list[tuple[int, int, str]]:
        """What the journalist did not write: (start, end, rule), in order."""
        return list(boilerplate_spans(self.text))

    @cached_property
    def all_sentences(self) -> list[Sentence]:
        """Sentences of the whole text, in order, boilerplate too."""
        return sentences(self.text, self.quotes)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Sentences of the body, in order, without those that lie in boilerplate; of one to which more
        boilerplate is glued than it has words of its own ("… 19 persen.;Kapan Budi dilantik?;…") its own.
        """
        kept = (s if not self.is_boilerplate(s.start, s.end) else self._own(s) for s in self.all_sentences)
        return [sentence for sentence in kept if sentence is not None]

    def _own(self, sentence: Sentence) -> Sentence | None:
        """The whole sentence that ends or begins where boilerplate is glued to it, if any."""
        start, end = self.own_words(sentence.start, sentence.end)
        words = self.text[start:end].rstrip()
        start, end = end - len(self.text[start:end].lstrip()), start + len(words)
        if end - start < _LEAST_OWN or not words.endswith(_ENDS) or self.is_boilerplate(start, end):
            return None
        return Sentence(start, end, sentence.paragraph)

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens of the text, boilerplate too."""
        return tokens(self.text)

    @cached_property
    def capitals(self) -> list[int]:
        """Indexes of the tokens at which a name may begin: capitalised ones, and organs of a state
        ("pemerintah") and bodies of the registry that are printed so ("bank sentral Korea").
        """
        return [
            index
            for index, token in enumerate(self.tokens)
            if token.text[0].isupper() or token.lower in ORGANS or self.starting(token.start, "organisation")
        ]

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token begins, for bisection."""
        return [token.start for token in self.tokens]

    @cached_property
    def breaks(self) -> frozenset[int]:
        """Indexes of the tokens that open a sentence or a quotation, or follow a line break."""
        found = {self.token_at(sentence.start) for sentence in (*self.all_sentences, *self.sentences)}
        found.update(self.token_at(quote.start) for quote in self.quotes)
        position = self.text.find("\n")
        while position >= 0:
            found.add(self.token_at(position))
            position = self.text.find("\n", position + 1)
        return frozenset(found)

    @cached_property
    def names(self) -> list[Name]:
        """People, organisations and places that the tagger found, in order."""
        return names(self.text, self.tokens, self.breaks)

    @cached_property
    def label_scores(self) -> np.ndarray:
        """What the tagger gives each label at each token by itself: shape (tokens, labels)."""
        return label_scores(self.tokens)

    @cached_property
    def person_scores(self) -> list[float]:
        """By how much each token is rather a person's than a body's, its neighbours' labels aside."""
        person, body = (self.label_scores[:, LABELS_OF[kind]].max(axis=1) for kind in ("PER", "ORG"))
        return [float(gain) for gain in person - body]

    @cached_property
    def ranks(self) -> dict[int, int]:
        """First token of every soldier's or policeman's rank to the token after it."""
        return ranks(self.text, self.tokens)

    @cached_property
    def dates(self) -> list[DateSpan]:
        """Dates, resolved against the publication date."""
        return dates(self.text, self.article.published_at)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Numbers with their units, dates left out."""
        return quantities(self.text, [(date.start, date.end) for date in self.dates])

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Phrases of the cooperation lexicon: triggers, cues, sectors, places."""
        return cooperation_lexicon().hits(self.text)

    @cached_property
    def entity_hits(self) -> tuple[Hit, ...]:
        """Countries, cities and known organisations that the text names."""
        return entity_lexicon().hits(self.text)

    @cached_property
    def _entities_by_start(self) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for hit in self.entity_hits:
            found.setdefault(hit.start, []).append(hit)
        return found

    def starting(self, offset: int, *kinds: str) -> list[Hit]:
        """The entity hits that begin at `offset`; only those of `kinds`, where any are given."""
        return _of_kinds(self._entities_by_start.get(offset, []), kinds)

    @cached_property
    def _entities_by_end(self) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for hit in self.entity_hits:
            found.setdefault(hit.end, []).append(hit)
        return found

    def ending(self, offset: int, *kinds: str) -> list[Hit]:
        """The entity hits that end at `offset`; only those of `kinds`, where any are given."""
        return _of_kinds(self._entities_by_end.get(offset, []), kinds)

    @cached_property
    def _places(self) -> dict[int, list[Hit]]:
        """Regions by the start of each of their tokens: "Bupati Trenggalek" is one phrase of the lexicon."""
        found: dict[int, list[Hit]] = {}
        for hit in self.hits:
            if hit.kind == "place":
                for index in range(self.token_at(hit.start), self.token_at(hit.end)):
                    found.setdefault(self.tokens[index].start, []).append(hit)
        return found

    def places_at(self, offset: int) -> list[Hit]:
        """The Indonesian regions in whose name a token begins at `offset`."""
        return self._places.get(offset, [])

    def is_place(self, start: int, end: int, *kinds: str) -> bool:
        """Whether a region's name, or a listed one of `kinds` ("city"), takes up all of `[start, end)`."""
        listed = self.starting(start, *kinds) if kinds else []
        return any(hit.end >= end for hit in (*self.places_at(start), *listed))

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [hit.start for hit in self.entity_hits]

    def entities_in(self, start: int, end: int) -> list[Hit]:
        """The entity hits that lie inside `[start, end)`."""
        left = bisect_left(self._entity_starts, start)
        right = bisect_left(self._entity_starts, end)
        return [hit for hit in self.entity_hits[left:right] if hit.end <= end]

    def token_at(self, offset: int) -> int:
        """Index of the first token that begins at or after `offset`."""
        return bisect_left(self.token_starts, offset)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`, or -1."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else -1

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds `offset`, if any."""
        index = bisect_right(self._quote_starts, offset) - 1
        return self.quotes[index] if index >= 0 and offset < self.quotes[index].end else None

    def own_words(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) without the boilerplate glued to its beginning or end; empty where nothing is left."""
        for left, right, _ in self.boilerplate:
            if left <= start < right:
                start = right
            elif start < left < end <= right:
                end = left
        return min(start, end), end

    @cached_property
    def _boilerplate_starts(self) -> list[int]:
        return [start for start, _, _ in self.boilerplate]

    def is_boilerplate(self, start: int, end: int) -> bool:
        """Whether half of `[start, end)` or more is not the journalist's text."""
        if not self.boilerplate:
            return False
        covered = 0
        for index in range(max(0, bisect_right(self._boilerplate_starts, start) - 1), len(self.boilerplate)):
            left, right, _ = self.boilerplate[index]
            if left >= end:
                break
            covered += max(0, min(right, end) - max(left, start))
        return 2 * covered >= max(1, end - start)
