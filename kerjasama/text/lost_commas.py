"""Commas that a site's texts lost together with the letter before them: "Indonesi. khususnya" was printed
"Indonesia, khususnya". Some also lost the last letters of sentences.

Seen in 59 of 3,230 articles of the press.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from kerjasama.codebook import load
from kerjasama.text.derivation import Edit
from kerjasama.text.names import is_common

# Where a comma was: a full stop with a small letter behind it. Fewer of them are slips of the pen, and so are
# those of a text that has its commas.
_STOP_INSIDE = re.compile(r"[\w-]*[a-z]\. (?=[a-z])")
_LEAST = 4
_COMMA = ", "
_STOP = re.compile(
    r"(?P<word>[^\W\d_](?:[\w-]*\w)?|\d+)(?P<stop>\.) (?=(?P<quote>[\"“]?)(?P<next>\w+)(?P<name> [A-Z])?)"
)
_WORD = re.compile(r"[^\W\d_][\w-]*(?!\. )\b")
# So far back a sentence begins, or a bracket opens, at the most; it has more words than its opening adverb.
_SENTENCE = 40
_OPENING = 2
_BEFORE_FIRST = tuple('.!?)"“”\n')
# "Menurutny": what is left of the clitic -nya.
_OWN = "ny"
# The capitalised words before the last one of a name.
_FORENAMES = re.compile(r"(?:\b[A-Z][\w'’-]* (?:(?:bin|bint|of|and|dan|de) )?){1,5}\Z")


def lost_commas(text: str, known: Container[str] = ()) -> list[Edit]:
    """What puts back the commas that a text lost, and the letters before them where a word of the article or
    the list, or one of the `known` names, in small letters, tells which; nothing where it lost none.
    """
    if len(set(_STOP_INSIDE.findall(text))) < max(_LEAST, text.count(_COMMA)):
        return []
    edits = []
    for stop, signs in _lost(text, known):
        edits.append(Edit(stop, stop + 1, signs[-1]))
        if signs[:-1]:
            edits.append(Edit(stop, stop, signs[:-1]))
    return edits


def _lost(text: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """The full stops that are left of lost signs, with what was printed there: ",", "a," or "a."."""
    printed = Counter(_WORD.findall(text))
    for match in _STOP.finditer(text):
        stop = match.start("stop")
        before = text[max(0, stop - _SENTENCE) : stop]
        name = _lost_of_name(text[max(0, match.start() - _SENTENCE) : match.start()], match["word"], known)
        letter = name or _lost_letter(match["word"], printed, opens=_opens(text, match.start()))
        sign = letter or _lost_bracket(before)
        if match["next"][0].islower():
            yield stop, f"{sign},"
        elif sign:
            yield stop, f"{sign}{'.' if _ends(before, match) else ','}"


def _opens(text: str, start: int) -> bool:
    """Whether the word at `start` is the first of a sentence or a quotation."""
    return not start or text[start - 2 : start].strip(" ")[-1:] in _BEFORE_FIRST


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, int]:
    """Words that stand before commas, with their place among the most frequent."""
    return {word: place for place, word in enumerate(load("lost_commas")["words"])}


def _lost_letter(word: str, printed: Mapping[str, int], opens: bool) -> str:
    """The letter that makes a word of the article, else of the list, out of what is left of it; "" where that
    is a word, or none is known. A word that `opens` a sentence may have its capital from there.
    """
    if word.endswith(_OWN):
        return "a"
    listed = _listed()
    stems = (word, word[0].lower() + word[1:]) if opens else (word,)
    letters = ascii_uppercase if word.isupper() and len(word) > 1 else ascii_lowercase
    known = [
        (-printed.get(stem + letter, 0), listed.get(stem + letter, len(listed)), letter)
        for stem in stems
        for letter in ("", *letters)
        if stem + letter in printed or stem + letter in listed
    ]
    return min(known)[2] if known else ""


def _lost_of_name(before: str, word: str, known: Container[str]) -> str:
    """The letter that makes one of the `known` names out of a word and the capitalised ones `before` it, the
    longest name first; "" where they are such a name already, or none.
    """
    forenames = _FORENAMES.search(before) if word[0].isupper() else None
    words = forenames[0].split() if forenames is not None else []
    for begin in range(len(words)):
        name = " ".join((*words[begin:], word)).lower()
        letter = next((letter for letter in ("", *ascii_lowercase) if name + letter in known), None)
        if letter is not None:
            capitals = word.isupper() and (len(word) > 1 or words[-1].isupper())  # "DPR RI"
            return letter.upper() if capitals else letter
    return ""


def _lost_bracket(before: str) -> str:
    """The bracket that closes the one that is open before a full stop: "(28/2/2023. mereka"."""
    return ")" if before.rfind("(") > before.rfind(")") else ""


def _ends(before: str, stop: re.Match[str]) -> bool:
    """Whether a full stop behind a clipped word ends its sentence all the same: small words on both sides of
    it, no name, and more before it than an opening adverb ("Namu. Bank Cakra").
    """
    words = before.rpartition(". ")[2].split()
    return (
        len(words) > _OPENING
        and stop["word"].islower()
        and not (stop["quote"] or stop["name"])
        and is_common(stop["next"].lower())
    )
