"""Regular expressions made from word lists, so that vocabularies stay in YAML and matching stays quick."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kerjasama.codebook import load

_END = ""


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words` at a place, grouped by first letters.

    Python tries plain alternatives one after the other; sharing their beginnings makes a list of two
    hundred words cost about as much as one of ten.
    """
    tree: dict[str, dict] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(tree)


@cache
def any_of(vocabulary: str, *keys: str) -> str:
    """A group that matches the longest plain word of lists of `kerjasama/codebook/<vocabulary>.yaml`.

    Lists whose entries are regular expressions are `kerjasama.codebook.alternatives`' subject. KeyError where
    there is no such list.
    """
    return f"(?:{one_of(word for key in keys for word in load(vocabulary)[key])})"


def _pattern(node: dict[str, dict]) -> str:
    branches = []
    for letter in sorted(node, reverse=True):
        if letter == _END:
            continue
        branches.append(re.escape(letter) + _pattern(node[letter]))
    if not branches:
        return ""
    optional = _END in node
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if optional else ''}"


def lowered(text: str) -> str:
    """`text` in lower case, letter for letter, so that offsets into both are the same.

    A few letters ("İ") have a longer lower form; they stay as they are.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
