"""Words that lost the blank between them where a web page had a link: "ESDMBahlil", "Putindi", "danRusia".

Splits tokens only; the text and its offsets stay as they are. A split needs evidence, because "PetroChina"
and "YouTube" are words of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.registry import word_set
from kerjasama.records import HOME
from kerjasama.text.names import is_common
from kerjasama.text.tokens import Token

_JOINT = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z]{2})")
_ACRONYM = re.compile(r"([A-Z]{2,6})([A-Z][a-z]{2,}\w*)")
_OFFICE = re.compile(rf"([A-Z][a-z]+)-({alternatives('name_words', 'glue_offices')})$")
# How Indonesian verbs begin: "Trumpdijadwalkan".
_VERBAL = ("me", "di", "ber", "ter")
_MINISTRY = "Kementerian "
_LONGER = 6
# Short words are believed only where the rest stands alone elsewhere in the article.
_MEDIA = word_set("name_words", "glue_media")
_SHORT = word_set("name_words", "glue_short")
_LONG = word_set("name_words", "glue_long")


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    verbs = [verb for verb in load("speech_verbs")["saying"] if " " not in verb and len(verb) >= 7]
    return tuple(sorted({*verbs, *_LONG, *_SHORT}, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def _public() -> frozenset[str]:
    """Words of well-known names: evidence that what stands behind them is glued on."""
    return frozenset(word for name in load("public_people") for word in str(name).split() if len(word) > 3)


@lru_cache(maxsize=1)
def _single() -> frozenset[str]:
    """Names by which well-known people are called alone: "Putin"."""
    forms = {str(form) for name, (_, *others) in load("public_people").items() for form in (name, *others)}
    return frozenset(form for form in forms if form.isalpha())


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Capitalised words that may stand glued before a name: countries, honorifics, the capital, the fields of
    ministries.
    """
    rows = load("countries").values()
    words = {row["name"] for row in rows}
    # "FederasiRusia", "Amerika SerikatDonald": what a country's full name begins and ends with.
    full = [name.split() for row in rows for name in (row["name"], *row.get("names", ())) if " " in name]
    words.update(name[at] for name in full for at in (0, -1))
    # "Menteri KebudayaanFadli"
    ministries = (row["n"] for row in load("organisations")["government"][HOME])
    fields = {word for name in ministries if name.startswith(_MINISTRY) for word in name.split()[1:]}
    words.update(word for word in fields if len(word) >= _LONGER)
    words.update(str(word) for word in load("titles")["honorifics"] if str(word).isalpha())
    return frozenset((*words, *load("name_words")["glue_openers"]))


@lru_cache(maxsize=1)
def _abroad() -> tuple[str, ...]:
    """Countries and foreign cities of five letters and more before which a word may stand glued."""
    rows = load("countries").values()
    names = {name for row in rows for name in (row["name"], *row.get("cities", ())) if name.isalpha()}
    return tuple(sorted(name for name in names if len(name) > 4))


@lru_cache(maxsize=1)
def _acronyms() -> frozenset[str]:
    """Acronyms of ministries that stand before a minister's name."""
    words = {
        word
        for row in load("organisations")["government"][HOME]
        for form in (row["n"], *row.get("a", ()))
        for word in form.split()
        if word.isupper()
    }
    return frozenset((*words, *load("name_words")["glue_acronyms"]))


def unglue(words: list[Token]) -> list[Token]:
    """The tokens with glued ones cut in two, in order."""
    alone: set[str] | None = None
    made: list[Token] = []
    for token in words:
        if len(token.text) < 5 or token.text.isupper() or not token.text[-1].isalpha():
            made.append(token)
            continue
        cut = _cut_inside(token.text)
        if (
            not cut
            and token.text[0].isupper()
            and len(token.text) > 6
            and (token.lower.endswith(_endings()) or _before_verbs(token.lower))
        ):
            if alone is None:
                alone = {word.text for word in words} | _single() | set(_abroad())
            cut = _cut_ending(token, alone)
        if not cut:
            made.append(token)
            continue
        made.append(_piece(token, 0, cut))
        made += unglue([_piece(token, cut, len(token.text))])  # "PresidenRusiaVladimir"
    return made


def _piece(token: Token, start: int, end: int) -> Token:
    """The part [start, end) of a token, without a hyphen at its ends."""
    piece = token.text[start:end].strip("-")
    begin = token.start + start + (token.text[start] == "-")
    return Token(begin, begin + len(piece), piece, piece.lower())


@lru_cache(maxsize=1 << 15)
def _before_verbs(word: str) -> list[int]:
    """Where a verb of five letters and more may begin behind a name of three and more: "trumpdijadwalkan"."""
    return [cut for cut in range(3, len(word) - 4) if word.startswith(_VERBAL, cut) and is_common(word[cut:])]


def _cut_inside(word: str) -> int:
    """Where a small letter meets a capitalised word, or an acronym a name; 0 where the word is whole."""
    for joint in _JOINT.finditer(word):
        left = word[: joint.start()]
        if left.islower() and len(left) > 1 and left not in _MEDIA and (left in _SHORT or is_common(left)):
            return joint.start()
        following = word[joint.start() :].split("-")[0]
        plain = left.islower() or is_common(left)
        if left in _openers() or (plain and following.startswith(_abroad())):
            return joint.start()  # "Duta BesarIsraelNoam", "Wali KotaAthena", "di-ghostingJepang"
        glued = (word for word in _SHORT if left.endswith(word) and left.removesuffix(word) in _public())
        if (short := next(glued, None)) is not None:
            return len(left) - len(short)  # "TrumpdiVietnam"
    match = _ACRONYM.fullmatch(word)
    if match and match[1] in _acronyms():
        return match.end(1)
    office = _OFFICE.fullmatch(word)
    return office.end(1) if office else 0


def _cut_ending(token: Token, alone: set[str]) -> int:
    """Where a name ends and a common word that lost its blank begins: "Lahadaliamenceritakan", "Putindi"."""
    for cut in _before_verbs(token.lower):
        if token.text[:cut] in alone or token.text[:cut] in _public():
            return cut
    for ending in _endings():
        if token.lower.endswith(ending) and len(token.text) - len(ending) >= 3:
            name = token.text[: -len(ending)]
            # "Mulyadi" is a name: behind "Mulya", which only a longer name holds, so short an ending is none.
            public = len(ending) > 3 and name in _public()
            if (
                public
                or name in alone
                or (len(ending) >= 7 and not is_common(token.text) and name[1:].islower())
            ):
                return len(name)
    return 0
