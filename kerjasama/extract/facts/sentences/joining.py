"""Sentences that are told as one: an example joined to what it is one of, a list to what announces it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kerjasama.extract.facts.sentences.frames import words

# "Misalnya, China, …": it goes on what the sentence before tells.
_CONTINUES = re.compile(rf"{words('continues')}\b")
ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-•*·–])\s+")
"""What opens an item of a list."""


def joined(
    text: str, sentences: Sequence[tuple[int, int, int]], triggers: Sequence[int]
) -> list[tuple[int, int, int]]:
    """The sentences (start, end, paragraph), those joined that are told as one; `triggers` are where words of
    acts begin.
    """
    return _with_lists(text, _continued(text, sentences), triggers)


def _continued(text: str, sentences: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The sentences, one that opens with "Misalnya" or the like joined to the one before it."""
    made: list[tuple[int, int, int]] = []
    for start, end, paragraph in sentences:
        if made and made[-1][2] == paragraph and _CONTINUES.match(text, start):
            made[-1] = (made[-1][0], end, paragraph)
        else:
            made.append((start, end, paragraph))
    return made


def _with_lists(
    text: str, sentences: Sequence[tuple[int, int, int]], triggers: Sequence[int]
) -> list[tuple[int, int, int]]:
    """The sentences, one that ends with a colon joined to the items behind it, where none of those tells an
    act of its own: "Para duta besar yang diterima Presiden ialah: 1. Duta Besar Oman X, 2. …".
    """
    made: list[tuple[int, int, int]] = []
    lists = False
    for start, end, paragraph in sentences:
        acts = bisect_left(triggers, end) > bisect_left(triggers, start)
        announced = bool(made) and (lists or text[made[-1][1] - 1] == ":")
        lists = announced and not acts and ITEM.match(text, start) is not None
        if lists:
            made[-1] = (made[-1][0], end, made[-1][2])
        else:
            made.append((start, end, paragraph))
    return made
