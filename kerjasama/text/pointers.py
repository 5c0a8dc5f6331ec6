"""Pointers to other articles ("Baca juga: …") with the headlines behind them, and what a headline looks like.

Other furniture of a text is found in `kerjasama.text.boilerplate`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.text.boilerplate_rules import POINTER_LINE, SENTENCE_END, Span, lines, rules

_NEAR = 240
# Headlines of the Indonesian press have at least four words; no sentence is looked for before that.
_HEADLINE_WORDS = 4
_HEADLINE_WORDS_MOST = 22
_WORD = re.compile(r"[^\s]+")
_SENTENCE = re.compile(r"\w[.](?:\s+[\"“A-Z]|\s*$)")


def pointer_spans(text: str, present: frozenset[str]) -> list[Span]:
    """ "Baca juga: …" with the headline after it, be it on a line of its own, on the next, or run into the
    text.
    """
    words = rules().pointer_words & present
    all_lines = lines(text) if words else ()
    spans: list[Span] = []
    for number, (start, end) in enumerate(all_lines):
        line = text[start:end].lower()
        if not any(word in line for word in words):
            continue
        for match in rules().pointer.finditer(text, start, end):
            # Only what stands near it matters; lines without an end must not cost the square of their length.
            before = text[max(start, match.start() - _NEAR) : match.start()]
            after = text[match.end() : min(end, match.end() + _NEAR)].strip()
            if not re.sub(r"[-–•*·>\s(\[]", "", before) and not after.strip(":)] "):
                spans.append(Span(start, end, "pointer"))
                spans.extend(_headline_lines(text, all_lines[number + 1 :]))
            elif _opens_pointer(before, match.group(), after):
                whole = (
                    not before
                    and end - start <= POINTER_LINE
                    and not _SENTENCE.search(text, match.end(), end)
                )
                stop = end if whole else _headline_end(text, match.end(), end)
                spans.append(Span(match.start() if before else start, stop, "pointer"))
    return spans


def _opens_pointer(before: str, pointer: str, after: str) -> bool:
    """Whether the words are a pointer and not prose ("Ia mengajak warga baca juga buku lain")."""
    if not after:
        return False
    if pointer.rstrip()[-1] in ":;":
        return True
    if after[0] in '"“':  # the heading of a list that was lost; what follows is the article's own quotation
        return False
    first = after.lstrip("'‘(")[:1]
    starts_sentence = not before.strip() or bool(SENTENCE_END.search(before)) or pointer[:1].isupper()
    return starts_sentence and (first.isupper() or first.isdigit())


def _headline_lines(text: str, following: Sequence[tuple[int, int]]) -> list[Span]:
    """The headlines that stand on their own lines after a lone "Baca juga:" (at most five)."""
    spans = []
    for start, end in following[:5]:
        if not is_headline(text[start:end]):
            break
        spans.append(Span(start, end, "pointer"))
    return spans


def is_headline(line: str) -> bool:
    """A line in title case without the full stop that ends a sentence."""
    if SENTENCE_END.search(line) and not line.endswith(("?", "!", "'", "”", '"')):
        return False
    if line[0] in '"“' and line[-1] not in '"”':
        return False
    words = [word for word in _WORD.findall(line) if word[0].isalpha()]
    large = [word for word in words if word.lower() not in rules().small]
    if not _HEADLINE_WORDS <= len(words) <= _HEADLINE_WORDS_MOST or not large:
        return False
    return sum(word[0].isupper() for word in large) >= 0.7 * len(large)


def _headline_end(text: str, start: int, end: int) -> int:
    """Where a headline that runs on into the article's own words ends.

    A quotation mark, a wide gap, a known opener of sentences or a mark that ends a sentence ends it. Where
    it is in
    title case, so does the last capitalised word before the first word in lower case that headlines
    capitalise.
    """
    known = rules()
    small_words = _small_words(text)
    capital, capital_count, title_case, before = start, 0, True, ""
    for count, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group()
        bare = word.strip("\"“”'‘’,.:;!?()[]")
        lower = bare[:1].islower() and bare not in known.small
        if count >= _HEADLINE_WORDS:
            if _starts_sentence(text, match, end) or known.pointer.match(text, match.start()):
                return match.start()
            # In sentence case a common word with a capital, between two words in lower case, opens the next
            # sentence.
            common = not title_case and bare.isalpha() and bare.istitle() and bare.lower() in small_words
            if common and before[-1:].islower() and _next_is_small(text, match.end()):
                return match.start()
            if lower and title_case and capital_count >= _HEADLINE_WORDS:
                return capital
            if word[-1] in "?!" or (word[-1] == "." and _next_is_capital(text, match.end())):
                return match.end()
        elif lower:
            title_case = False
        if bare[:1].isupper() or bare[:1].isdigit():
            capital, capital_count = match.start(), count
        if count >= _HEADLINE_WORDS_MOST:
            return match.end()
        before = bare
    return end


@lru_cache(maxsize=4)
def _small_words(text: str) -> frozenset[str]:
    """The words that stand in lower case somewhere in the text: no proper names."""
    return frozenset(re.findall(r"\b[a-z]{3,}\b", text))


def _starts_sentence(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a word opens a sentence after a headline: a quotation, a wide gap before it, an opener."""
    word = match.group()
    if word[0] in '“"':
        return not _closes_soon(text, match.start(), end)
    if text[match.start() - 2 : match.start()].isspace():
        return True
    if word.strip(",.") not in rules().openers:
        return False
    follower = _WORD.search(text, match.end(), end)
    return follower is None or follower.group()[0].islower() or word[-1] == ","


def _next_is_small(text: str, position: int) -> bool:
    return text[position : position + 2].strip().islower()


def _next_is_capital(text: str, position: int) -> bool:
    following = text[position : position + 3].lstrip()
    return bool(following) and (following[0].isupper() or following[0] in '“"')


def _closes_soon(text: str, start: int, end: int) -> bool:
    """Whether the quotation mark opens a few quoted words of the headline itself."""
    closing = re.search(r"[\"”]", text[start + 1 : min(end, start + 45)])
    return closing is not None
