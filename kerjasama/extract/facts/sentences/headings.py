"""Which sentences only head others: an article's first line, and short lines between its paragraphs."""

from __future__ import annotations

import re

_HEADLINE = 160
# A line of so few words without a full stop is a heading inside the text.
_CROSSHEAD = re.compile(r"(?:[^\s.!?:;,\"“”]+ ?){1,6}")


def is_heading(text: str, number: int, start: int, end: int) -> bool:
    """Whether a sentence is a headline, or a short line of its own between paragraphs ("Gandeng Korea")."""
    if number == 0:
        return end - start < _HEADLINE and text[start:end].rstrip()[-1:] not in ".!?\"”'"
    own_line = text[:start].rstrip(" \t")[-1:] == "\n" and text[end:].lstrip(" \t")[:1] == "\n"
    return own_line and _CROSSHEAD.fullmatch(text, start, end) is not None
