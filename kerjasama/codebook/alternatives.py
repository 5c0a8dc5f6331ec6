"""Words as alternatives of regular expressions, the vocabularies' own lists by their name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kerjasama.codebook import load


def either(words: Iterable[str]) -> str:
    """Words, or regular expressions where a form varies, as `(?:a|b|c)`, longer ones first."""
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


@cache
def alternatives(vocabulary: str, *keys: str) -> str:
    """Lists of `kerjasama/codebook/<vocabulary>.yaml` together; KeyError where there is no such list."""
    return either(entry for key in keys for entry in load(vocabulary)[key])
