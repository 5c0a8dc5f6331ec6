"""Word lists as alternatives of regular expressions: vocabularies stay in YAML, matching stays quick.

`one_of` and `any_of` take words as they are printed; `either` and `alternatives` also take entries that are
regular expressions, where a form varies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kerjasama.codebook import load

_END = ""
_VARIES = re.compile(r"[\\^$.|?*+()\[\]{}]")
"""What makes an entry a regular expression."""


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of the printed `words` at a place, grouped by first letters.

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
    """`one_of` the words of lists of `kerjasama/codebook/<vocabulary>.yaml`, grouped; KeyError for none."""
    return f"(?:{one_of(_listed(vocabulary, keys))})"


def either(entries: Iterable[str]) -> str:
    """Words and regular expressions as one group that tries longer entries first."""
    entries = sorted(entries, key=lambda entry: (-len(entry), entry))
    plain = not any(_VARIES.search(entry) for entry in entries)
    return f"(?:{one_of(entries) if plain else '|'.join(entries)})"


@cache
def alternatives(vocabulary: str, *keys: str) -> str:
    """`either` of the entries of lists of `kerjasama/codebook/<vocabulary>.yaml`; KeyError for none."""
    return either(_listed(vocabulary, keys))


def _listed(vocabulary: str, keys: Iterable[str]) -> list[str]:
    return [entry for key in keys for entry in load(vocabulary)[key]]


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
