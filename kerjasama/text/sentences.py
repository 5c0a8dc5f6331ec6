"""Sentences with their offsets, through quotations, abbreviations, datelines and glued full stops.

Paragraphs come from `kerjasama.text.paragraphs`, quotation marks from `kerjasama.text.quotes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.text.paragraphs import paragraphs
from kerjasama.text.quotes import Quote, quotations

__all__ = ["Sentence", "dateline", "paragraphs", "sentences"]

_STOP = re.compile(r"[.!?\u2026]+")
_BRACKETS = ")]}"
_LAST_WORD = re.compile(r"[^\s\"'\u201c\u201d\u2018\u2019()\[\]/,;:]+$")
_NEXT_WORD = re.compile(r"[^\W_]+")
_OPENERS = re.compile("[\\s\"'\u201c\u201d\u2018\u201e\u00ab(\\[*]*")
# "JAKARTA, KOMPAS.com - ", "Surabaya (ANTARA) - ",
# "Jakarta, (14/12) - ", "Bisnis.com, JAKARTA – ", "TEMPO.CO, Jakarta -",
# "Liputan6.com, Jakarta - ", "Leipzig, Kemendikbudristek – ", "UNTAD NEWS – ",
# "**Bandung, 11 Juli 2025** — ": a few words, then a dash.
_PLACE = r"[A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|di|the)){0,3}"
_OUTLET = r"[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news|COM|CO|ID|NET|TV|NEWS|Com)\b\.?"
_DATELINE = re.compile(
    rf"\W{{0,3}}(?:{_PLACE},? ?\([^()\n]{{2,40}}\)|{_OUTLET}(?: ?[,|\u2013\u2014-] ?| +){_PLACE}"
    rf"|{_PLACE}, ?{_OUTLET}|{_OUTLET}|{_PLACE}, {_PLACE}(?=\s+(?:--|[\u2013\u2014-]))"
    rf"|{_PLACE} (?:NEWS|News|Online)(?=\s*[\u2013\u2014-])"
    rf"|{_PLACE}, \d{{1,2}} [A-Z][a-z]+ \d{{4}}|[A-Z]{{3,}}(?: [A-Z]{{2,}})?)"
    r"\W{0,3}?\s*(?:--|[\u2013\u2014-])+\s*(?=[\w\"'\u201c(])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `[start, end)`, blanks at both ends left out; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


def dateline(text: str, start: int, end: int) -> int:
    """Where the words of the paragraph `[start, end)` begin: after its dateline, else at `start`."""
    match = _DATELINE.match(text, start, min(end, start + 90))
    return match.end() if match else start


def sentences(text: str, quotes: list[Quote] | None = None) -> list[Sentence]:
    """The sentences of `text`, in order and apart from each other; `quotes` saves reading them again.

    A sentence inside a quotation is one of its own; a reporting clause after it belongs to the last
    quoted one. Datelines belong to no sentence.
    """
    marks = quotations(text) if quotes is None else quotes
    closings = {quote.inner_end: quote.end for quote in marks if quote.end > quote.inner_end}
    openings = frozenset(quote.start for quote in marks if quote.inner_start > quote.start)
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        left = dateline(text, start, end)
        for match in _STOP.finditer(text, left, end):
            if match.start() < left:
                continue
            after = _past_closings(text, match.end(), end, closings)
            if _ends(text, left, match, after, end, openings):
                _append(found, text, left, after, number)
                left = after
        _append(found, text, left, end, number)
    return found


def _append(found: list[Sentence], text: str, start: int, end: int, number: int) -> None:
    raw = text[start:end]
    if _NEXT_WORD.search(raw):
        left = start + len(raw) - len(raw.lstrip())
        found.append(Sentence(left, left + len(raw.strip()), number))


def _past_closings(text: str, position: int, end: int, closings: dict[int, int]) -> int:
    """The offset behind brackets and quotation marks that close directly after a full stop."""
    while position < end:
        if position in closings:
            position = closings[position]
        elif text[position] in _BRACKETS:
            position += 1
        else:
            break
    return position


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("sentences").items()}


def _ends(text: str, left: int, stop: re.Match[str], after: int, end: int, openings: frozenset[int]) -> bool:
    """Whether the full stop `stop`, closed until `after`, ends the sentence that began at `left`."""
    if after >= end:
        return True
    following = text[after]
    glued = not following.isspace()
    if glued and after not in openings and not following.isupper():
        return False
    start_of_next = _OPENERS.match(text, after, end)
    word = _NEXT_WORD.match(text, start_of_next.end() if start_of_next else after, end)
    if word is None:
        return not glued and stop[0] != "."
    if word[0][0].islower():
        return False
    # "(NAC Co., Ltd.) Jepang": an abbreviation may close brackets too.
    if stop[0] != "." or text[stop.end() : after].strip(")"):
        return True
    return not _abbreviates(text, left, stop.start(), word[0], glued)


def _is_common(text: str, word: str) -> bool:
    """Whether the text also prints the word without its capital, and whole."""
    if len(word) < 4:
        return False
    small = f" {word[0].lower()}{word[1:]}"
    at = text.find(small)
    while at >= 0:
        after = at + len(small)
        if after == len(text) or not text[after].isalnum():
            return True
        at = text.find(small, after)
    return False


def _abbreviates(text: str, left: int, stop: int, following: str, glued: bool) -> bool:
    """Whether the single full stop at `stop` belongs to an abbreviation, an initial or a number."""
    last = _LAST_WORD.search(text, max(left, stop - 24), stop)
    if last is None:
        return glued and text[stop - 1] not in _BRACKETS + "%\"'\u201d\u2019"
    word, words = last[0], _words()
    if following.lower() in words["domains"] and glued:
        return True
    if word in words["before_a_name"]:
        return True
    # A word that the same article also prints in lower case is no name: "mobil V. Pabrik ini" begins anew.
    opens_sentence = following in words["openers"] or _is_common(text, following)
    if word in words["may_end"] or (word.lower() in words["domains"] and word.isupper()):
        return not opens_sentence
    if word.isdigit():
        # "1. Pertama" at the beginning of a paragraph numbers a list.
        return not text[left : last.start()].strip() and len(word) <= 2
    if len(word) == 1 and word.isupper():
        return not opens_sentence
    # "I.B. Wirawan", "W.S.", "S.Psi": capitals with full stops between them; "Rp1.950" is a sum.
    tail = word.rsplit(".", 1)[-1]
    return "." in word and len(tail) <= 4 and not tail.isdigit() and word[0].isupper() and not opens_sentence
