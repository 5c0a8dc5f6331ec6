"""What is furniture in a news text: the rules of `codebook/boilerplate.yaml`, and what their finders share.

Where the rules apply is found in `kerjasama.text.boilerplate`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from kerjasama.codebook import load

POINTER_LINE = 190
"""A pointer line longer than this holds more than the headline that it points to ("Baca juga: … Ia
menambahkan …").
"""
SENTENCE_END = re.compile(r"[.!?\"”’)\]:;]\s*$")
"""What ends a sentence at the end of a line."""


class Span(NamedTuple):
    """A half-open range of characters that is furniture, and the rule that says so."""

    start: int
    end: int
    rule: str


class Rule(NamedTuple):
    """One rule: its name, its pattern, words without which it cannot match, and for tails how far from the
    text's end it may begin.
    """

    rule: str
    pattern: re.Pattern[str]
    needs: frozenset[str]
    within: int

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether a word without which the pattern cannot match is among those of the text."""
        return not self.needs or not self.needs.isdisjoint(present)


class Kinds(NamedTuple):
    """What a whole line is held against: rules without `needs` in one pattern, the others one by one."""

    pattern: re.Pattern[str]
    free: tuple[Rule, ...]
    needy: tuple[Rule, ...]

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> Kinds:
        """One pattern of all rules without `needs`."""
        free = tuple(rule for rule in rules if not rule.needs)
        return cls(
            re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in free), re.IGNORECASE),
            free,
            tuple(rule for rule in rules if rule.needs),
        )

    def of_text(self, present: frozenset[str]) -> Kinds:
        """Those that may be met in a text which holds these of the words that rules need."""
        return self._replace(needy=tuple(rule for rule in self.needy if rule.may_match(present)))

    def of_line(self, line: str) -> str | None:
        """A rule that the whole line obeys; None where it is no furniture."""
        if self.pattern.fullmatch(line):
            return next(rule.rule for rule in self.free if rule.pattern.fullmatch(line))
        if not self.needy:
            return None
        lowered = line.lower()
        for rule in self.needy:
            for word in rule.needs:
                if word in lowered:
                    if rule.pattern.fullmatch(line):
                        return rule.rule
                    break
        return None


@dataclass(frozen=True)
class Rules:
    """All rules of boilerplate.yaml, compiled."""

    lines: Kinds
    long_lines: Kinds
    tails: tuple[Rule, ...]
    inline: tuple[Rule, ...]
    pointer: re.Pattern[str]
    pointer_words: frozenset[str]
    openers: frozenset[str]
    small: frozenset[str]
    contents: str  # the heading of a table of contents, in lower case
    needed: tuple[str, ...]  # every word that some rule needs

    def present(self, text: str) -> frozenset[str]:
        """Which of the needed words stand in a text: looked up once, so that rules only compare sets."""
        lowered = text.lower()
        return frozenset([word for word in self.needed if word in lowered])


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The rules, made once."""
    data = load("boilerplate")
    whole, tails, inline = (tuple(map(_rule, data[kind])) for kind in ("lines", "tails", "inline"))
    pointer_words = frozenset(data["pointer_words"])
    needed = {data["contents"], *pointer_words}.union(*(rule.needs for rule in (*whole, *tails, *inline)))
    return Rules(
        lines=Kinds.of(whole),
        long_lines=Kinds.of([rule for rule in whole if rule.rule in data["long"]]),
        tails=tails,
        inline=inline,
        pointer=re.compile(data["pointers"], re.IGNORECASE),
        pointer_words=pointer_words,
        openers=frozenset(data["openers"]),
        small=frozenset(data["headline_small"]),
        contents=data["contents"],
        needed=tuple(sorted(needed)),
    )


def _rule(entry: dict[str, Any]) -> Rule:
    pattern = re.compile(entry["match"], re.IGNORECASE)
    return Rule(entry["rule"], pattern, frozenset(entry.get("needs", ())), entry.get("within", 0))


@lru_cache(maxsize=4)
def lines(text: str) -> tuple[tuple[int, int], ...]:
    """The non-empty lines as stripped (start, end); several rules look at the same text in turn."""
    found, position = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            found.append((start, start + len(stripped)))
        position += len(line) + 1
    return tuple(found)
