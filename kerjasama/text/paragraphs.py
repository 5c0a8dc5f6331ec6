"""Paragraphs: the lines of an article that hold words. Sentences are `kerjasama.text.sentences`'s subject."""

from __future__ import annotations

import re

# In articles a line break ends a paragraph; rules of dashes, bullets and blanks between them are none.
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs of `text`, in order, blanks at both ends left out."""
    spans = []
    for match in _PARAGRAPH.finditer(text):
        line = match[0]
        if _WORD.search(line):
            start = match.start() + len(line) - len(line.lstrip())
            spans.append((start, start + len(line.strip())))
    return spans
