"""Words that lost the blank between them where a web page had a link: "ESDMBahlil", "Putindi", "danRusia".

Seen in 874 of 3,230 articles of the press. A cut needs evidence, because "PetroChina" and "YouTube" are words
of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.registry import word_set
from kerjasama.records import HOME
from kerjasama.text.derivation import Edit
from kerjasama.text.names import is_common
from kerjasama.text.tokens import tokens

_JOINT = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z]{2})")
# "Amerika Serikat(AS)", "(Menlu)Sugiono", "menuturkan,setelah"
_BESIDE_MARKS = re.compile(
    r"(?<=[a-z]{2})(?=\([A-Za-z])|(?<=\w\))(?=[A-Za-z]{2})|(?<=[A-Za-z]{2},)(?=[A-Za-z]{2})"
)
_ACRONYM = re.compile(r"([A-Z]{2,6})([A-Z][a-z]{2,}\w*)")
_OFFICE = re.compile(rf"([A-Z][a-z]+)-({alternatives('name_words', 'glue_offices')})$")
# How Indonesian verbs begin: "Trumpdijadwalkan".
_VERBAL = ("me", "di", "ber", "ter")
_MINISTRY = "Kementerian "
# Letters of a word that may be two, of each of two common ones, and of a ministry's field.
_SHORTEST = 5
_HALF = 4
_LONGER = 6
# Short words are believed only where the rest stands alone elsewhere in the article.
_MEDIA = word_set("name_words", "glue_media")
_SHORT = word_set("name_words", "glue_short")
_LONG = word_set("name_words", "glue_long")
_PREFIXES = word_set("name_words", "glue_prefixes")


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
    ministries = (row["n"] for row in load("governments")[HOME])
    fields = {word for name in ministries if name.startswith(_MINISTRY) for word in name.split()[1:]}
    words.update(word for word in fields if len(word) >= _LONGER)
    words.update(str(word) for word in load("titles")["honorifics"] if str(word).isalpha())
    return frozenset((*words, *load("name_words")["glue_openers"]))


@lru_cache(maxsize=1)
def _places() -> tuple[str, ...]:
    """Countries, foreign cities and Indonesian regions, five letters at least: words stand glued to them."""
    rows = load("countries").values()
    names = {name for row in rows for name in (row["name"], *row.get("cities", ()))}
    names.update(name for forms in load("places")["names"].values() for name in forms)
    return tuple(sorted(name for name in names if len(name) >= _SHORTEST and name.isalpha()))


@lru_cache(maxsize=1)
def _acronyms() -> frozenset[str]:
    """Acronyms of ministries that stand before a minister's name."""
    words = {
        word
        for row in load("governments")[HOME]
        for form in (row["n"], *row.get("a", ()))
        for word in form.split()
        if word.isupper()
    }
    return frozenset((*words, *load("name_words")["glue_acronyms"]))


def lost_blanks(text: str) -> list[Edit]:
    """What puts back the blanks that a text lost between words; a hyphen there gives way."""
    words = tokens(text)
    alone = {word.text for word in words}
    cuts = (word.start + cut for word in words for cut in _cuts(word.text, alone))
    beside = (mark.start() for mark in _BESIDE_MARKS.finditer(text))
    return [Edit(cut, cut + (text[cut] == "-"), " ") for cut in (*cuts, *beside)]


def _cuts(word: str, alone: Collection[str]) -> list[int]:
    """Where blanks are missing in a word, in order; `alone` are the words of its article."""
    if len(word) < _SHORTEST or word.isupper() or not word[-1].isalpha():
        return []
    cut = _cut_inside(word) or _cut_ending(word, alone) or _cut_between(word)
    if not cut:
        return []
    rest = cut + (word[cut] == "-")
    return [cut, *(rest + further for further in _cuts(word[rest:], alone))]  # "PresidenRusiaVladimir"


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
        if left in _openers() or (plain and following.startswith(_places())):
            return joint.start()  # "Duta BesarIsraelNoam", "Wali KotaAthena", "di-ghostingJepang"
        glued = (word for word in _SHORT if left.endswith(word) and left.removesuffix(word) in _public())
        if (short := next(glued, None)) is not None:
            return len(left) - len(short)  # "TrumpdiVietnam"
    match = _ACRONYM.fullmatch(word)
    if match and match[1] in _acronyms():
        return match.end(1)
    office = _OFFICE.fullmatch(word)
    return office.end(1) if office else 0


def _cut_ending(word: str, alone: Collection[str]) -> int:
    """Where a name ends and a common word that lost its blank begins: "Lahadaliamenceritakan", "Putindi"."""
    lower = word.lower()
    if lower[0] == word[0] or len(word) <= _LONGER:
        return 0
    for cut in _before_verbs(lower):
        if word[:cut] in _public() or _is_alone(word[:cut], alone):
            return cut
    if not lower.endswith(_endings()):
        return 0
    for ending in _endings():
        if lower.endswith(ending) and len(word) - len(ending) >= 3:
            name = word[: -len(ending)]
            # "Mulyadi" is a name: behind "Mulya", which only a longer name holds, so short an ending is none.
            public = len(ending) > 3 and name in _public()
            whole = len(ending) >= 7 and not is_common(word) and name[1:].islower()
            if public or whole or _is_alone(name, alone):
                return len(name)
    return 0


def _is_alone(name: str, alone: Collection[str]) -> bool:
    return name in alone or name in _single() or name in _places()


@lru_cache(maxsize=1 << 15)
def _cut_between(word: str) -> int:
    """Where a common word meets another: "besaryang", "sistemperbankan"; not "fakta-fakta" in one."""
    if not word.islower() or not word.isalpha() or is_common(word):
        return 0
    for cut in range(_HALF, len(word) - _HALF + 1):
        left, right = word[:cut], word[cut:]
        whole = left not in _PREFIXES and left != right and is_common(left)
        if whole and (is_common(right) or _cut_between(right)):
            return cut
    return 0
