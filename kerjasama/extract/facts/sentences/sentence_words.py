"""The words of a sentence without its names and numbers, each cut to its stem: what a learned model may know
of a sentence that it has never seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kerjasama.extract.facts.sentences.parties import Party
from kerjasama.extract.facts.sentences.scenes import Scene

_TOKEN = re.compile(r"\d[\d.,]*|\w+|[\",:;()]")
# Affixes of verbs and nouns (Tata Bahasa Baku Bahasa Indonesia). Which letter a nasal prefix took the place
# of is not undone: "pengiriman" and "mengirim" both give "irim".
_PREFIX = re.compile(r"(?:meng|meny|mem|men|me|ber|ter|di|peng|peny|pem|pen|pe|ke)(?=\w{3})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:nya|kan|an|i)\Z")
_SHORT = 5
NAME, NUMBER = "<name>", "<number>"
"""What stands for a word in capitals that is no possible party's, and for a number."""


class Word(NamedTuple):
    """A word, a mark or a masked name at [start, end) of the text, with what it is learned as."""

    start: int
    end: int
    stem: str

    @property
    def masked(self) -> bool:
        """Whether it is a name or a number."""
        return self.stem.startswith("<")


def sentence_words(scene: Scene) -> tuple[Word, ...]:
    """The words of a sentence in order; possible parties are one word each, by side and kind."""
    found: list[Word] = []
    place = scene.start
    for party in sorted(scene.parties, key=lambda party: party.start):
        if party.start >= place:
            _between(scene.text, place, party.start, found)
            found.append(Word(party.start, party.end, _mask(party)))
            place = party.end
    _between(scene.text, place, scene.end, found)
    return tuple(found)


def pairs(words: Sequence[Word]) -> list[str]:
    """Each two words that stand side by side."""
    return [f"{one.stem} {other.stem}" for one, other in pairwise(words)]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in small letters without its affixes, as far as their form alone tells them."""
    if len(word) <= _SHORT:
        return word
    bare = _SUFFIX.sub("", word)
    return _PREFIX.sub("", bare, count=1) if len(bare) > _SHORT else bare


def _between(text: str, start: int, end: int, found: list[Word]) -> None:
    """Adds the words of [start, end); a run of capitalised ones is one name."""
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if word[0].isdigit():
            found.append(Word(match.start(), match.end(), NUMBER))
        elif word[0].isupper() and found:
            if found[-1].stem != NAME:
                found.append(Word(match.start(), match.end(), NAME))
        else:
            found.append(Word(match.start(), match.end(), stem(word.lower())))


def _mask(party: Party) -> str:
    return f"<{'abroad' if party.foreign else 'home'} {party.level}>"
