"""The short word classes of `codebook/frames.yaml` as alternations for regular expressions.

What a pattern built of them decides is told where it is built.
"""

from __future__ import annotations

from functools import cache

from kerjasama.codebook import load


@cache
def words(name: str) -> str:
    """One class as `(?:a|b|c)`, longer entries first; KeyError where there is no such class."""
    return "(?:" + "|".join(sorted(load("frames")[name], key=len, reverse=True)) + ")"
