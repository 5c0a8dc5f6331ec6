"""When two names count as the same (codebook section 12): folding, aliases, and shared words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

LEGAL_FORMS = frozenset(
    [
        "pt",
        "cv",
        "tbk",
        "persero",
        "co",
        "ltd",
        "inc",
        "corp",
        "corporation",
        "company",
        "limited",
        "kk",
        "gmbh",
        "bhd",
        "sdn",
        "pte",
        "llc",
    ]
)
"""Legal forms that a name loses before it is compared; the list of the codebook's scorer."""

SHARED_WORDS = 0.6
"""Share of words from which two names count as one (codebook section 12)."""

_NOT_WORD = re.compile(r"[\W_]+")


def fold(name: str | None) -> str:
    """A name without case, accents, punctuation and legal forms."""
    decomposed = unicodedata.normalize("NFKD", name or "").lower()
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(word for word in _NOT_WORD.sub(" ", plain).split() if word not in LEGAL_FORMS)


def jaccard(a: set, b: set) -> float:
    """Size of the intersection over the union; 1 for two empty sets."""
    return len(a & b) / len(a | b) if a or b else 1.0


class NameBook:
    """Knows which names of an article are one, from the aliases that either annotation lists."""

    def __init__(self, *annotations: Mapping[str, Any]):
        self._parent: dict[str, str] = {}
        for annotation in annotations:
            for actor in annotation.get("actors") or ():
                self._join([actor.get("name"), *(actor.get("aliases") or ())])

    def key(self, name: str | None) -> str:
        """One key for all forms of a name; empty for no name."""
        form = fold(name)
        while (parent := self._parent.get(form, form)) != form:
            form = parent
        return form

    def same(self, a: str | None, b: str | None) -> bool:
        """Equal after folding and aliases, or sharing 60 percent of the words."""
        first, second = self.key(a), self.key(b)
        return first == second or jaccard(set(first.split()), set(second.split())) >= SHARED_WORDS

    def same_speaker(self, a: str | None, b: str | None) -> bool:
        """Equal after folding and aliases, or one name's words among the other's ("Kimura")."""
        first, second = self.key(a), self.key(b)
        if not first or not second:
            return False
        words, others = set(first.split()), set(second.split())
        return words <= others or others <= words

    def _join(self, forms: Iterable[str | None]) -> None:
        keys = [key for form in forms if (key := fold(form))]
        for key in keys[1:]:
            first, second = self.key(keys[0]), self.key(key)
            if first != second:
                # The shorter form stands for both, so that the result does not hang on the order.
                longer, shorter = sorted((first, second), key=lambda form: (-len(form), form))
                self._parent[longer] = shorter
