"""Word lists of the vocabularies as alternatives of regular expressions."""

from __future__ import annotations

from functools import cache

from kerjasama.codebook import load


@cache
def alternatives(vocabulary: str, *keys: str) -> str:
    """Lists of `kerjasama/codebook/<vocabulary>.yaml` together as `(?:a|b|c)`, longer entries first.

    Entries are plain words, or regular expressions where a form varies. KeyError where there is no such list.
    """
    listed = (entry for key in keys for entry in load(vocabulary)[key])
    return "(?:" + "|".join(sorted(listed, key=len, reverse=True)) + ")"
