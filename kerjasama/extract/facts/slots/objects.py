"""What a fact is about, in the article's words; as sector codes it is `sectors`' subject.

The object is a run of at most 15 words of the sentence that tells the act. Every run that may be one is
scored by what stands at its two ends and by what it holds; the weights in `objects.json` are learned from
the objects that annotators gave (`bench/fit_objects.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.slots.object_words import CAPITAL, Token, may_begin, may_end, stops, tokens
from kerjasama.records import Anchor
from kerjasama.text.dates import DateSpan
from kerjasama.text.logistic import log_odds, read_model

FILE = Path(__file__).with_name("objects.json")

MOST_WORDS = 15
"""Codebook section 2: an object has at most 15 words."""

Properties = dict[str, float]

_NEAR = 3
_FAR = 5
_MANY = 3


class Phrase(NamedTuple):
    """The tokens [first, behind) of a sentence, of which `words` are no marks."""

    first: int
    behind: int
    words: int


def object_of(lead: Candidate, dates: Sequence[DateSpan]) -> tuple[str, Anchor]:
    """The likeliest phrase of the lead's sentence; the trigger alone where no phrase may be one."""
    text, act, weights = lead.act.scene.text, lead.act, read_model(FILE)
    sentence = sentence_of(lead, dates)
    starts = {first: log_odds(weights, sentence.at_start(first)) for first in range(len(sentence.tokens))}
    ends = {behind: log_odds(weights, sentence.at_end(behind)) for behind in range(len(sentence.tokens) + 1)}

    def score(phrase: Phrase) -> float:
        inside = log_odds(weights, sentence.within(phrase))
        return starts[phrase.first] + ends[phrase.behind] + inside

    best = max(sentence.phrases(), key=score, default=None)
    start, end = sentence.span(best) if best else (act.trigger.start, act.trigger.end)
    return " ".join(text[start:end].split()), Anchor("object", "object.phrase", start, end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence, seen from the act that it tells.

    The act's words are the tokens [`about`, `behind`), of which those from `trigger` on are its trigger's;
    `clauses` gives each token its clause, `dated` holds the tokens with which a date begins.
    """

    tokens: tuple[Token, ...]
    about: int
    trigger: int
    behind: int
    clauses: tuple[int, ...]
    dated: frozenset[int]

    def phrases(self) -> Iterator[Phrase]:
        """Every run of words that may be an object."""
        for first, opening in enumerate(self.tokens):
            if may_begin(opening, self._sort(first - 1)) and not self._inside_a_name(first):
                yield from self._from(first)

    def span(self, phrase: Phrase) -> tuple[int, int]:
        """Where a phrase stands in the text."""
        return self.tokens[phrase.first].start, self.tokens[phrase.behind - 1].end

    def at_start(self, first: int) -> Properties:
        """What speaks for or against a phrase that begins here."""
        place, before, itself = self._place(first), self._sort(first - 1), self._sort(first)
        distance = self.clauses[first] - self.clauses[self.trigger]
        return dict.fromkeys(
            (
                f"begins {place}",
                f"begins {place}, trigger {self._sort(self.trigger)}",
                f"behind {before}",
                f"behind {before}, {place}",
                f"first {itself}",
                f"first {itself}, {place}",
                f"begins in clause {max(-2, min(2, distance))}",
            ),
            1.0,
        )

    def at_end(self, behind: int) -> Properties:
        """What speaks for or against a phrase that ends before this token."""
        place = "before" if behind < self.behind else "at" if behind == self.behind else "after"
        last, following = self._sort(behind - 1), self._sort(behind)
        marks = [
            f"ends {place} trigger",
            f"last {last}",
            f"before {following}",
            f"before {following}, {place} trigger",
        ]
        if behind in self.dated:
            marks.append("before a date")
        if behind - 1 in self.dated:
            marks.append("last a date")
        if behind == len(self.tokens) or self.clauses[behind] != self.clauses[behind - 1]:
            marks.append("ends a clause")
        return dict.fromkeys(marks, 1.0)

    def within(self, phrase: Phrase) -> Properties:
        """What speaks for or against the words between the two ends."""
        inside = self.tokens[phrase.first : phrase.behind]
        parties = {(token.name, token.sort) for token in inside if token.name is not None}
        own = sum(sort == "own party" for _, sort in parties)
        named = sum(token.name is not None for token in inside)
        whole = phrase.first <= self.trigger and phrase.behind >= self.behind
        touched = phrase.first < self.behind and phrase.behind > self.trigger
        marks = [
            f"words {phrase.words}",
            f"trigger {'whole' if whole else 'cut' if touched else 'left out'}",
            f"parties {min(len(parties), _MANY)}",
            f"own parties {min(own, _MANY)}",
            f"names {_FAR * named // phrase.words}",
            f"commas {min(sum(token.sort == ',' for token in inside), _MANY)}",
            f"yang {min(sum(token.sort == 'yang' for token in inside), _MANY)}",
        ]
        if self.clauses[phrase.first] != self.clauses[phrase.behind - 1]:
            marks.append("over clauses")
        if not self.dated.isdisjoint(range(phrase.first, phrase.behind)):
            marks.append("a date")
        return dict.fromkeys(marks, 1.0)

    def _from(self, first: int) -> Iterator[Phrase]:
        """The phrases that begin at a token."""
        words = brackets = 0
        for number in range(first, len(self.tokens)):
            token = self.tokens[number]
            if stops(token):
                return
            words += token.is_word
            brackets += (token.sort == "(") - (token.sort == ")")
            if words > MOST_WORDS or brackets < 0:
                return
            behind = number + 1
            if not brackets and may_end(token, self._sort(behind)) and not self._inside_a_name(behind):
                yield Phrase(first, behind, words)

    def _inside_a_name(self, number: int) -> bool:
        """Whether a phrase that begins or ends before this token would cut the name of a party, or another
        one in capitals.
        """
        if not 0 < number < len(self.tokens):
            return False
        before, behind = self.tokens[number - 1 : number + 1]
        if behind.name is not None:
            return behind.name == before.name
        return before.sort == behind.sort == CAPITAL

    def _sort(self, number: int) -> str:
        if number < 0:
            return "opening"
        return self.tokens[number].sort if number < len(self.tokens) else "end"

    def _place(self, number: int) -> str:
        """Where a token stands, seen from the act's words."""
        if number < self.about:
            return f"{min(_NEAR, (self.about - number + 1) // 2)} before the act"
        if number < self.trigger:
            return "at the act" if number == self.about else "before the trigger"
        if number < self.behind:
            return "at the trigger" if number == self.trigger else "in the trigger"
        return f"{min(_FAR, (number - self.behind + 1) // 2)} behind the act"


def sentence_of(lead: Candidate, dates: Sequence[DateSpan]) -> Sentence:
    """The sentence of a candidate's act."""
    act, scene = lead.act, lead.act.scene
    own = {(one.party.start, one.party.end) for one in lead.bound}
    names = [(party.start, party.end, (party.start, party.end) in own) for party in scene.parties]
    found = tokens(scene.text, scene.start, scene.end, names)

    def number(offset: int) -> int:
        """The token that holds an offset, or the next one."""
        return sum(token.end <= offset for token in found)

    return Sentence(
        tokens=found,
        about=number(min(act.about or act.trigger.start, act.trigger.start)),
        trigger=number(act.trigger.start),
        behind=number(act.trigger.end - 1) + 1,
        clauses=tuple(scene.clause_of(token.start) for token in found),
        dated=frozenset(number(date.start) for date in dates if scene.start <= date.start < scene.end),
    )
