"""Names and phrases brought to one form for comparing. Nothing is decided here about who is who."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import one_of

_PUNCTUATION = re.compile(r"[\W_]+")
# Endings and prefixes that do not change what an object is about; roots of four letters or more stay.
_AFFIXES = re.compile(r"^(?:pe(?:m|n|ng|ny)?|me(?:m|n|ng|ny)?|di|ke|ber|per)(?=[a-z]{4,})|(?:kan|an|nya|i)$")


@lru_cache(maxsize=1)
def _legal_form() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(load('resolution')['legal_forms'])})\b")


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    return load("resolution")["short_forms"]


@lru_cache(maxsize=1 << 16)
def fold_body(name: str | None) -> str:
    """An organisation's name folded, with its short forms written out: "Pemprov Jatim" as in full."""
    return " ".join(_short_forms().get(word, word) for word in fold(name).split())


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(load("resolution")["common_words"])


@lru_cache(maxsize=1 << 16)
def fold(name: str | None) -> str:
    """A name without case, accents, punctuation and legal forms; "" for None."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c))
    return " ".join(_legal_form().sub(" ", _PUNCTUATION.sub(" ", letters.lower())).split())


def content_words(phrase: str | None) -> frozenset[str]:
    """The words that tell what a phrase is about, prefixes and suffixes taken off."""
    words = (word for word in fold(phrase).split() if word not in _common() and len(word) > 2)
    return frozenset(_AFFIXES.sub("", word) or word for word in words)


def is_acronym(name: str) -> bool:
    """Whether a printed form is short and mostly capitals ("JICA", "METI", "KADIN")."""
    letters = [letter for letter in name if letter.isalpha()]
    return 2 <= len(letters) <= 8 and " " not in name and sum(map(str.isupper, letters)) >= len(letters) - 1
