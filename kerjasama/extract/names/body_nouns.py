"""Common nouns for bodies ("produsen", "perseroan"): which kind each describes, and which kinds it points at.

The nouns are in `codebook/body_nouns.yaml`. What a noun that points ("produsen itu") stands for is found by
who asks: the speaker meant in `kerjasama.extract.speech.attribution`, a party of a fact in
`kerjasama.extract.facts.sentences.pointing`.
"""

from __future__ import annotations

from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives

DEFINITE = frozenset(load("name_words")["definite"])
"""What makes a noun point back at a body named before."""

THAT = alternatives("name_words", "definite")
"""The same as an alternation for regular expressions."""


@lru_cache(maxsize=1)
def described_kinds() -> dict[str, str]:
    """The kind of body that each noun tells of the name beside it: "produsen" of a company."""
    return {
        noun: str(entry["describes"])
        for entry in load("body_nouns")["nouns"]
        if "describes" in entry
        for noun in entry["nouns"]
    }


@lru_cache(maxsize=1)
def pointed_kinds() -> dict[str, tuple[str, ...]]:
    """The kinds of bodies that each noun may point at."""
    return {
        noun: tuple(entry["points_at"])
        for entry in load("body_nouns")["nouns"]
        if "points_at" in entry
        for noun in entry["nouns"]
    }


@lru_cache(maxsize=1)
def bare_nouns() -> frozenset[str]:
    """Nouns that point without "itu": "perseroan"."""
    return frozenset(
        noun for entry in load("body_nouns")["nouns"] if entry.get("bare") for noun in entry["nouns"]
    )
