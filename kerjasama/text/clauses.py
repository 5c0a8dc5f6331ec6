"""Clauses: the parts of a sentence that each say one thing, cut at conjunctions, semicolons and dashes.

Sentences come from `kerjasama.text.sentences`; which clause means what is decided in `kerjasama.extract`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook.alternatives import alternatives
from kerjasama.text.sentences import Sentence

_BLANK = r"(?:,|(?<!\s))\s+"
"""Blanks with a comma before them or none, tried once for each run of blanks."""


@lru_cache(maxsize=1)
def verb_pattern() -> str:
    """A verb, told by its prefix: me-, ber-, di-, ter-; "di" and "dari" alone are prepositions."""
    others = alternatives("clauses", "no_verbs")
    return rf"(?!{others}\b)(?:me[mnl]?[a-z]{{4,}}|ber[a-z]{{4,}}|di[a-z]{{4,}}(?:kan|i|an)?|ter[a-z]{{4,}})"


@lru_cache(maxsize=1)
def _cuts() -> re.Pattern[str]:
    """Where a clause begins: the match's end, or the beginning of its group `word` where there is one."""
    always, after_comma, before_verb, helpers = (
        alternatives("clauses", key) for key in ("always", "after_comma", "before_verb", "helpers")
    )
    return re.compile(
        rf";\s+|(?<!\s)\s+(?:--|[\u2013\u2014])\s+"
        rf"|{_BLANK}(?P<always>{always}\b)"
        rf"|,\s+(?P<comma>{after_comma}\b)"
        rf"|{_BLANK}(?P<verb>{before_verb}\s+(?:{helpers}\s+){{0,2}}{verb_pattern()}\b)",
    )


def clauses(text: str, sentence: Sentence | tuple[int, int]) -> list[tuple[int, int]]:
    """Spans of the clauses of one sentence (or of any `(start, end)`), in order.

    Conjunctions stand at the beginning of the clause that they open; commas and blanks between clauses
    belong to none. A sentence without a cut is one clause.
    """
    start, end = (sentence.start, sentence.end) if isinstance(sentence, Sentence) else sentence
    spans: list[tuple[int, int]] = []
    left = start
    for match in _cuts().finditer(text, start, end):
        name = match.lastgroup
        begin = match.start(name) if name else match.end()
        if match.start() > left:
            spans.append((left, match.start()))
        left = begin
    if left < end:
        spans.append((left, end))
    return spans
