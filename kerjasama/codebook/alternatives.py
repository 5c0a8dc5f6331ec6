"""Word lists of the vocabularies as alternatives of regular expressions."""

from __future__ import annotations

from functools import cache

from kerjasama.codebook import load


@cache
def alternatives(vocabulary: str, key: str) -> str:
    """A list of `kerjasama/codebook/<vocabulary>.yaml` as `(?:a|b|c)`, longer entries first.

    Entries are plain words, or regular expressions where a form varies. KeyError where there is no such list.
    """
    return "(?:" + "|".join(sorted(load(vocabulary)[key], key=len, reverse=True)) + ")"
