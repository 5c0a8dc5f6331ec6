"""Proper names in Indonesian news prose: people, organisations and places, found by a linear-chain CRF.

What a name stands for (an actor, its country, its office) is `kerjasama.extract`'s subject, and lists of
known names
are the codebook's. The weights lie in `model/names.npz`; `bench/train_names.py` makes them, `model/README.md`
says
from what. Decoding is plain numpy, batched over all runs of capitalised words of a text, because a name is
never
without a capital: this is exact inside a run and some six times faster than tagging every word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from kerjasama.codebook import load
from kerjasama.text.tokens import Token, tokens
from kerjasama.text.weights import SHIPPED, folder

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
LABELS_OF = {
    kind: [i for i, label in enumerate(LABELS) if label.endswith(kind)] for kind in ("PER", "ORG", "LOC")
}
"""The places in LABELS of each kind's labels."""
OFFSETS = (-2, -1, 0, 1, 2)
EDGE = "\n"

Classes = Mapping[str, tuple[str, ...]]
"""Words as printed and the classes that each of them is in."""

DOUBT = 1.0
"""Taken from every word's score of being outside a name: to miss one costs more than to find one too many,
which `kerjasama.extract.actors.belief` sorts out. Cross-validated: actors' F1 is level between 0 and 1.2,
speakers gain by it."""

# Small words that stand inside names ("Organisasi Kesehatan dan Pangan", "Faisal bin Farhan", "Bank of
# Ayudhya").
CONNECTORS = frozenset(load("name_words")["connectors"])


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]`; `kind` is PER, ORG or LOC, `first` and `last` index the tokens (last
    excluded).
    """

    start: int
    end: int
    kind: str
    text: str
    first: int
    last: int


def shape(word: str) -> str:
    """The capitals of a word: `Xx`, `XX`, `X`, `Xm` (mixed), `x`, `d` (number), `o`, or the mark itself."""
    if word.isdigit():
        return "d"
    if not word[0].isalnum():
        return word
    if word.isupper():
        return "XX" if len(word) > 1 else "X"
    if word[0].isupper():
        return "Xm" if any(c.isupper() for c in word[1:]) else "Xx"
    return "x" if word.islower() else "o"


def features(word: str, offset: int, classes: Classes) -> list[str]:
    """What the CRF sees of a word that stands `offset` words from the one to label; EDGE is a text's
    border.
    """
    if word == EDGE:
        return [f"{offset}edge"]
    lower = word.lower()
    seen = [f"{offset}w={lower}", f"{offset}h={shape(word)}"]
    seen += [f"{offset}c={name}" for name in classes.get(word, ())]
    if word[0].isalpha() and abs(offset) < 2:
        seen.append(f"{offset}s3={lower[-3:]}")
        if offset == 0:
            seen += [f"s2={lower[-2:]}", f"s4={lower[-4:]}", f"p3={lower[:3]}"]
    return seen


def _lines(array: np.ndarray) -> list[str]:
    return array.tobytes().decode("utf-8").split("\n")


class _Words:
    """What is known of single words: which are common words, and in what classes each of them is."""

    def __init__(self, handle: Any) -> None:
        archive: Any = np.load(handle, allow_pickle=False)
        self.common = frozenset(_lines(archive["common"]))
        rows = (line.split(" ") for line in _lines(archive["classes"]))
        self.classes = {word: tuple(names) for word, *names in rows}


@lru_cache(maxsize=1)
def _words() -> _Words:
    with SHIPPED.joinpath("words.npz").open("rb") as handle:
        return _Words(handle)


class _Model:
    """Weights as numpy rows by word: what a word adds to each label, once for each offset."""

    # A row is some 140 bytes; the cache is emptied before it passes 30 MB, so that a long run stays small.
    LIMIT = 200_000

    def __init__(self, handle: Any) -> None:
        archive: Any = np.load(handle, allow_pickle=False)
        names = _lines(archive["features"])
        weights = archive["weights"].astype(np.float32)
        self.transitions = archive["transitions"].astype(np.float32)
        self._weights = weights
        self._places = {name: place for place, name in enumerate(names)}
        self._rows: dict[str, int] = {}
        self._table = np.zeros((1024, len(OFFSETS), len(LABELS)), np.float32)

    def ids(self, words: Sequence[str]) -> list[int]:
        """The row of each word, made on first sight."""
        if len(self._rows) > self.LIMIT:
            self._rows.clear()
        rows = self._rows
        found = [rows.get(word, -1) for word in words]
        for position, row in enumerate(found):
            if row < 0:
                found[position] = self._row(words[position])
        return found

    def _row(self, word: str) -> int:
        row = self._rows.get(word)
        if row is not None:
            return row
        places = self._places
        row = self._rows[word] = len(self._rows)
        if row >= len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        for place, offset in enumerate(OFFSETS):
            known = [
                at
                for name in features(word, offset, _words().classes)
                if (at := places.get(name)) is not None
            ]
            np.add.reduce(self._weights[known], axis=0, out=self._table[row, place])
        return row

    def emissions(self, words: Sequence[str], wanted: np.ndarray) -> np.ndarray:
        """Scores of every label for the words at the `wanted` positions: shape (len(wanted), labels)."""
        ids = np.array(self.ids([EDGE, EDGE, *words, EDGE, EDGE]))
        total = np.zeros((len(wanted), len(LABELS)), np.float32)
        for place, offset in enumerate(OFFSETS):
            total += self._table[ids[wanted + 2 + offset], place]
        return total


@lru_cache(maxsize=1)
def _model(folder: Path) -> _Model:
    with folder.joinpath("names.npz").open("rb") as handle:
        return _Model(handle)


def is_common(word: str) -> bool:
    """Whether the word, in lower case, is one that the training corpora print as a common word."""
    return word.lower() in _words().common


def classes_of(word: str) -> tuple[str, ...]:
    """The classes of a word as printed: what the codebook lists it as, and in what company it stands."""
    return _words().classes.get(word, ())


def word_classes() -> Classes:
    """All words that have classes."""
    return _words().classes


def label_scores(words: Sequence[Token]) -> np.ndarray:
    """What the tagger gives each label at each token, neighbours' labels aside: shape (tokens, labels)."""
    return _model(folder()).emissions([word.text for word in words], np.arange(len(words)))


_ARTICLE = re.compile(r"(?:[Aa][lnrstdz]|[Aa]sh|[Ee]l|ul)[-'’](?=[A-Z])")


def without_article(word: str) -> str:
    """A word without the Arabic article that some names print before it: "al-Anani", "el-Tayeb"."""
    return _ARTICLE.sub("", word, count=1) if word[0] in "AaEeu" else word


def runs(words: Sequence[str], breaks: frozenset[int]) -> list[tuple[int, int]]:
    """Maximal runs [first, last) of capitalised words, with up to two connectors between two of them."""
    found: list[tuple[int, int]] = []
    first = last = -1
    for index, word in enumerate(words):
        if word[0].isupper() or (index == last and without_article(word) != word):
            if first >= 0 and index - last <= 2 and not any(i in breaks for i in range(last, index + 1)):
                last = index + 1
                continue
            if first >= 0:
                found.append((first, last))
            first, last = index, index + 1
        elif first >= 0 and not (word in CONNECTORS or word.isdigit()):
            found.append((first, last))
            first = -1
    if first >= 0:
        found.append((first, last))
    return found


def _viterbi(emissions: np.ndarray, lengths: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    """The best labels of many runs at once: `emissions` is (runs, longest, labels), padded; a run starts
    after O.
    """
    runs, longest, labels = emissions.shape
    back = np.zeros((longest, runs, labels), np.int8)
    score = emissions[:, 0] + transitions[0]
    finals = np.where((lengths == 1)[:, None], score, -np.inf)
    for step in range(1, longest):
        paths = score[:, :, None] + transitions[None]
        back[step] = paths.argmax(axis=1)
        score = paths.max(axis=1) + emissions[:, step]
        finals = np.where((lengths == step + 1)[:, None], score, finals)
    best = np.zeros((runs, longest), np.int8)
    # A name is followed by an O outside the run.
    label = (finals + transitions[:, 0][None]).argmax(axis=1)
    everyone = np.arange(runs)
    for step in range(longest - 1, -1, -1):
        inside = step < lengths
        best[:, step] = np.where(inside, label, 0)
        if step:
            label = np.where(inside, back[step, everyone, label], label)
    return best


def names(
    text: str, words: Sequence[Token] | None = None, breaks: frozenset[int] = frozenset()
) -> list[Name]:
    """The names of `text` in order; `words` are its tokens, if the caller has them.

    `breaks` are indexes of tokens that begin a sentence: no name runs across them.
    """
    words = tokens(text) if words is None else words
    forms = [word.text for word in words]
    found_runs = runs(forms, breaks)
    if not found_runs:
        return []
    model = _model(folder())
    wanted = np.concatenate([np.arange(first, last) for first, last in found_runs])
    flat = model.emissions(forms, wanted)
    flat[:, 0] -= DOUBT
    lengths = np.array([last - first for first, last in found_runs])
    padded = np.zeros((len(found_runs), int(lengths.max()), len(LABELS)), np.float32)
    padded[np.arange(padded.shape[1])[None] < lengths[:, None]] = flat
    best = _viterbi(padded, lengths, model.transitions)
    found: list[Name] = []
    for (first, last), labels in zip(found_runs, best.tolist(), strict=True):
        for begin, stop, kind in spans([LABELS[label] for label in labels[: last - first]]):
            while begin < stop and not forms[first + begin][0].isupper():
                begin += 1  # a connector opens no name: "di Jakarta"
            if stop - begin > 1 and _ends_an_office(forms, first + begin):
                begin += 1
            if begin == stop:
                continue
            start, end = words[first + begin].start, words[first + stop - 1].end
            found.append(Name(start, end, kind, text[start:end], first + begin, first + stop))
    return found


def _ends_an_office(forms: Sequence[str], index: int) -> bool:
    """Whether a word is the last of an office and opens no name: "Sekretaris Perusahaan PT X"."""
    return forms[index] == "Perusahaan" and forms[index - 1 : index] == ["Sekretaris"]


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Names [first, last) and kind out of B-, I- and O labels; an I- after something else begins a name."""
    found: list[tuple[int, int, str]] = []
    begin, kind = -1, ""
    for index, label in enumerate([*labels, "O"]):
        if begin >= 0 and (label[0] != "I" or label[2:] != kind):
            found.append((begin, index, kind))
            begin = -1
        if begin < 0 and label != "O":
            begin, kind = index, label[2:]
    return found
