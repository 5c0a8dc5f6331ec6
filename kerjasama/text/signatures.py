"""What ends a text behind its last sentence: the agency's initials, the writer's signature, tag words.

Other furniture of a text is found in `kerjasama.text.boilerplate`.
"""

from __future__ import annotations

import re

from kerjasama.text.boilerplate_rules import SENTENCE_END, Span, lines

_SIGNATURE = re.compile(
    r"(?<=[.!?\"”’')\]])\s*(?:\n\s*)?(?:[(\[][^()\[\]\n]{1,70}[)\]]|\(\*+\)|\*{1,3}|[a-z]{2,4}/[a-z]{2,4})\s*$"
)
_OWN_LINE_SIGNATURE = re.compile(
    r"(?:[(\[][^()\[\]\n]{1,70}[)\]]|(?:Sumber:\s*)?[A-Z][\w-]+\.(?:com|co\.id|id|co)"
    r"|[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]*){1,3}(?: ?[|,&] ?[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]*){0,3})*)\s*$"
)


def ending(text: str, spans: list[Span]) -> list[Span]:
    """Agency initials and tag words that end the text, seen from behind what is already known as
    furniture.
    """
    end = len(text)
    for span in reversed(spans):
        if text[span.end : end].strip():
            break
        end = span.start
    end = len(text[:end].rstrip())
    if not end:
        return []
    for pattern in (_SIGNATURE, _OWN_LINE_SIGNATURE):
        match = pattern.search(text, max(0, end - 90), end)
        if match and _is_signature(text, match):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            return [Span(start, end, "signature")]
    return _tag_lines(text, end)


def _is_signature(text: str, match: re.Match[str]) -> bool:
    words = match.group().strip().strip("()[]")
    if match.re is _OWN_LINE_SIGNATURE:
        line_start = text.rfind("\n", 0, match.start()) + 1
        if text[line_start : match.start()].strip():
            return False
    return len(words.split()) <= 7 and not re.search(r"\d{3}|[.!?]\s", words)


def _tag_lines(text: str, end: int) -> list[Span]:
    """Tag words after an article's signature: short lines without an end of sentence, down to the text's
    end.
    """
    run: list[tuple[int, int]] = []
    for start, stop in reversed(lines(text[:end])):
        line = text[start:stop]
        if _OWN_LINE_SIGNATURE.fullmatch(line) and run:
            return [Span(start, end, "tags")]
        if SENTENCE_END.search(line) or len(line.split()) > 10 or len(run) >= 25:
            break
        run.append((start, stop))
    lower = 0
    for start, stop in run:
        if text[start:stop] != text[start:stop].lower() or len(text[start:stop].split()) > 4:
            break
        lower += 1
    return [Span(run[lower - 1][0], end, "tags")] if lower >= 2 else []
