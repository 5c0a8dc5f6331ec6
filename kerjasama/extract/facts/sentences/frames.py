"""The short word classes of `codebook/frames.yaml` as alternations for regular expressions.

What a pattern built of them decides is told where it is built.
"""

from __future__ import annotations

from kerjasama.codebook.alternatives import alternatives


def words(name: str) -> str:
    """One class as `(?:a|b|c)`, longer entries first; KeyError where there is no such class."""
    return alternatives("frames", name)
