"""Classes of words for the name tagger: what the codebook lists a word as, and in what company it stands.

The company is learned without any annotation: words (as printed, capitals kept) by the words at their left
and right (positive pointwise mutual information, a truncated singular value decomposition, k-means), coarse
and fine.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from kerjasama.codebook import load
from kerjasama.extract.names.offices import honorifics, says, title_words
from kerjasama.extract.registry import heads, media, organisations, public_people, tails
from kerjasama.text.sentences import sentences
from kerjasama.text.tokens import tokens

LEAST = 4
"""A word printed less often has too little company to be told by it."""
NEIGHBOURS = 2000
"""So many of the commonest words are counted as company."""
DIMENSIONS = 60
SIZES = (48, 400)
"""How many classes, coarse and fine; chosen by cross-validation over the annotated articles."""
SEED = 20261121


def printed(texts: Path) -> list[list[str]]:
    """The words of every sentence of the articles (jsonl.gz)."""
    found: list[list[str]] = []
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            words = tokens(text)
            ends = [sentence.end for sentence in sentences(text)]
            sentence: list[str] = []
            place = 0
            for word in words:
                while place < len(ends) and word.start >= ends[place]:
                    place += 1
                    if sentence:
                        found.append(sentence)
                    sentence = []
                sentence.append("0" if word.text[0].isdigit() else word.text)
            if sentence:
                found.append(sentence)
    return found


def company(given: Sequence[Sequence[str]]) -> tuple[list[str], np.ndarray]:
    """Words and their vectors, one row a word, of length 1."""
    counts = Counter(word for sentence in given for word in sentence)
    words = sorted(word for word, count in counts.items() if count >= LEAST)
    rows = {word: place for place, word in enumerate(words)}
    small = Counter(word.lower() for sentence in given for word in sentence)
    common = sorted(small, key=lambda word: (-small[word], word))[:NEIGHBOURS]
    columns = {word: place for place, word in enumerate(common)}
    pairs: Counter[tuple[int, int]] = Counter()
    for sentence in given:
        padded = ["\n", "\n", *(word.lower() for word in sentence), "\n", "\n"]
        for place, word in enumerate(sentence):
            row = rows.get(word)
            if row is None:
                continue
            for slot, neighbour in enumerate(
                (padded[place], padded[place + 1], padded[place + 3], padded[place + 4])
            ):
                column = columns.get(neighbour)
                if column is not None:
                    pairs[row, slot * NEIGHBOURS + column] += 1
    keys = np.array(sorted(pairs), np.int64)
    values = np.array([pairs[row, column] for row, column in keys.tolist()], float)
    table = csr_matrix((values, (keys[:, 0], keys[:, 1])), shape=(len(words), 4 * NEIGHBOURS))
    total = values.sum()
    by_row = np.asarray(table.sum(axis=1)).ravel()
    by_column = np.asarray(table.sum(axis=0)).ravel() ** 0.75
    by_column *= total / by_column.sum()
    likely = np.log(values * total / (by_row[keys[:, 0]] * by_column[keys[:, 1]]))
    kept = likely > 0
    weights = csr_matrix((likely[kept], (keys[kept, 0], keys[kept, 1])), shape=(len(words), 4 * NEIGHBOURS))
    left, strength, _ = svds(weights, k=DIMENSIONS, v0=np.ones(min(weights.shape)))
    vectors = left * np.sqrt(strength)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return words, vectors / np.maximum(length, 1e-9)


def clusters(vectors: np.ndarray, size: int) -> np.ndarray:
    """The class of each vector: k-means on the sphere, twenty rounds from a fixed beginning."""
    chosen = np.random.default_rng(SEED).choice(len(vectors), size, replace=False)
    centres = vectors[np.sort(chosen)]
    for _ in range(20):
        nearest = (vectors @ centres.T).argmax(axis=1)
        for place in range(size):
            members = vectors[nearest == place]
            if len(members):
                middle = members.sum(axis=0)
                centres[place] = middle / max(np.linalg.norm(middle), 1e-9)
    return (vectors @ centres.T).argmax(axis=1)


def listed() -> dict[str, set[str]]:
    """What the codebook lists each word as: part of a title, of a country's name, a body's first word, …"""
    found: dict[str, set[str]] = {}

    def add(name: str, words: Iterable[str]) -> None:
        for word in words:
            found.setdefault(word, set()).add(name)

    def parts(phrases: Iterable[str]) -> set[str]:
        return {piece.text for phrase in phrases for piece in tokens(str(phrase)) if piece.text[0].isalpha()}

    lists = load("name_words")
    for name, words in (("title", title_words()), ("honorific", honorifics()), ("says", says())):
        add(name, (form for word in words for form in (word, word.capitalize(), word.upper())))
    add("head", heads())
    add("tail", tails())
    for key in (
        "organisations_described",
        "people_jobs",
        "people_no_name",
        "people_place_words",
        "organisations_terms",
    ):
        add(key, lists[key])
    add(
        "country",
        parts(form for row in load("countries").values() for form in (row["name"], *row.get("names", ()))),
    )
    add("city", parts(form for row in load("countries").values() for form in row.get("cities", ())))
    add("region", parts(form for names in load("places")["names"].values() for form in names))
    add("medium", (form for name in media() for form in (name.title(), name.upper())))
    add("public", (word for name in public_people() for word in name.title().split()))
    known = [form for entry in organisations().values() for form in entry.forms]
    add("acronym", (form for form in known if form.isupper()))
    add("body", parts(form for form in known if not form.isupper()))
    return found


def learned_classes(texts: Path) -> Mapping[str, tuple[str, ...]]:
    """The classes of every word that has any, sorted."""
    words, vectors = company(printed(texts))
    found = {word: set(names) for word, names in listed().items()}
    for size in SIZES:
        for word, place in zip(words, clusters(vectors, size).tolist(), strict=True):
            found.setdefault(word, set()).add(f"{size}.{place}")
    return {word: tuple(sorted(names)) for word, names in sorted(found.items())}
