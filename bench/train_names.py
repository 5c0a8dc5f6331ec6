"""Trains the weights by which names are found: `python -m bench.train_names ../shared`, some three minutes.

Reads IDNER-News-2k and NERGrit in `ner`, the texts of `corpus`, and the annotations of `tests/gold` that may
be learned from. `words.npz` is learned first, without annotations: common words and classes of words. Then
the tagger and the sound of names. `--hold-back` prints F1 on IDNER's test part of a tagger that has not seen
it. After it comes `python -m bench.fit_belief ../shared`, which learns which names found are actors.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pycrfsuite

from bench.annotated import CORPUS, Annotated, learned
from bench.annotated_names import Marked, marked
from bench.name_forms import write_name_forms
from bench.word_classes import learned_classes
from kerjasama.evaluate.accuracy import PROJECT
from kerjasama.text.names import EDGE, LABELS, OFFSETS, Classes, features, names, runs, spans, word_classes
from kerjasama.text.tokens import tokens
from kerjasama.text.weights import weights_of

MODEL = PROJECT / "kerjasama" / "text" / "model"
KINDS = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
TRAIN = ("idner-news-2k-train.txt", "idner-news-2k-dev.txt", "nergrit-train.txt", "nergrit-valid.txt")
TEST = ("idner-news-2k-test.txt",)
# Elastic net: L1 keeps the file small, L2 keeps the weights tame. Chosen on IDNER's dev part.
OWN = "+"
OUTSIDE = "outside"
PENALTY = {"c1": 0.1, "c2": 0.02, "max_iterations": 60, "feature.possible_transitions": True}


def read(path: Path) -> list[Marked]:
    """Sentences of (word, label), words cut as `kerjasama.text.tokens` cuts them."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = re.split(r"[ \t]", line.strip())
        if not cells[0]:
            sentences.append([])
            continue
        label = cells[-1]
        if label != "O":
            label = f"{label[0]}-{KINDS.get(label[2:], label[2:])}"
        for index, piece in enumerate(tokens(cells[0])):
            sentences[-1].append((piece.text, label if index == 0 or label == "O" else f"I-{label[2:]}"))
    rows = ([list(column) for column in zip(*sentence, strict=True)] for sentence in sentences if sentence)
    return [Marked(words, labels, frozenset()) for words, labels in rows]


def examples(text: Marked, classes: Classes) -> Iterator[tuple[list[list[str]], list[str]]]:
    """What the CRF sees of each run of capitalised words, with the labels: the decoder looks at nothing else.

    A run stands between two words that are no name, which begin and end it as they do in the decoder.
    """
    padded = [EDGE, EDGE, *text.words, EDGE, EDGE]
    for first, last in runs(text.words, text.breaks):
        labels = text.labels[first:last]
        if all(labels):
            seen = [
                [name for offset in OFFSETS for name in features(padded[index + 2 + offset], offset, classes)]
                for index in range(first, last)
            ]
            yield [[OUTSIDE], *seen, [OUTSIDE]], ["O", *labels, "O"]


def common_words(sentences: Iterable[Marked], texts: Path) -> set[str]:
    """Words that are no names: printed small in the corpora, and more often small than capitalised in the
    texts.
    """
    words = {
        word
        for sentence in sentences
        for word, label in zip(sentence.words, sentence.labels, strict=True)
        if label == "O" and word.islower()
    }
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    if texts is not None:
        with gzip.open(texts, "rt", encoding="utf-8") as lines:
            for line in lines:
                # Not the first word of a sentence: it is always capitalised.
                for match in re.finditer(r"(?<=[a-z,] )[A-Za-z]{3,}", json.loads(line)["text"]):
                    (small if match[0].islower() else capital)[match[0].lower()] += 1
    words.update(word for word, count in small.items() if count > 1 and 2 * count >= 3 * capital[word])
    # A word of the corpora that the texts print as a name is a name: "budi".
    return {word for word in words if word.isalpha() and capital[word] <= 3 * max(1, small[word])}


def train(general: Iterable[Marked], own: Iterable[Marked], classes: Classes, target: Path) -> None:
    """Fits the CRF on sentences of the `general` corpora and of our `own` annotated articles; writes it.

    Each feature is there twice, once for all sentences and once for our own alone, so that what a name is
    here may differ from what it is there (Daumé 2007, Frustratingly Easy Domain Adaptation); both weights are
    shipped as one.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in general:
        for seen, labels in examples(sentence, classes):
            trainer.append(seen, labels)
    for sentence in own:
        for seen, labels in examples(sentence, classes):
            trainer.append([[*names, *(OWN + name for name in names)] for names in seen], labels)
    trainer.set_params(PENALTY)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "names.crf")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
    order = {label: place for place, label in enumerate(LABELS)}
    weights: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(len(LABELS), np.float32))
    for (name, label), weight in info.state_features.items():
        weights[name.removeprefix(OWN)][order[label]] += weight
    kept = sorted(weights)
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in info.transitions.items():
        transitions[order[before], order[after]] = weight
    np.savez_compressed(
        target,
        features=_bytes(kept),
        weights=np.array([weights[name] for name in kept], np.float16),
        transitions=transitions,
    )


def write_words(common: Iterable[str], classes: Classes, target: Path) -> None:
    """Writes what is known of single words."""
    np.savez_compressed(
        target,
        common=_bytes(sorted(common)),
        classes=_bytes(" ".join((word, *names)) for word, names in sorted(classes.items())),
    )


def _bytes(lines: Iterable[str]) -> np.ndarray:
    return np.frombuffer("\n".join(lines).encode("utf-8"), np.uint8)


def score(sentences: Iterable[Marked]) -> dict[str, float]:
    """F1 of the shipped decoder with the shipped weights, over all and by kind; a name must agree end to
    end.
    """
    hits: dict[str, int] = defaultdict(int)
    sums: dict[str, int] = defaultdict(int)
    for sentence in sentences:
        text = " ".join(sentence.words)
        gold = set(spans(sentence.labels))
        found = {(name.first, name.last, name.kind) for name in names(text)}
        for first, last, kind in [*gold, *found]:
            sums[kind] += 1
            sums["all"] += 1
            if (first, last, kind) in gold and (first, last, kind) in found:
                hits[kind] += 1
                hits["all"] += 1
    return {kind: round(hits[kind] / sums[kind], 4) for kind in sorted(sums)}


def general_corpora(folder: Path) -> list[Marked]:
    """The sentences of IDNER and NERGrit, test parts too."""
    return [sentence for name in (*TRAIN, *TEST) for sentence in read(folder / name)]


def train_weights(general: Sequence[Marked], articles: Sequence[Annotated], folder: Path) -> None:
    """Learns the tagger and what names sound Indonesian; `words.npz` must lie in the package already."""
    own = [marked(article.article, article.gold["actors"]) for article in articles]
    train(general, own, word_classes(), folder / "names.npz")
    write_name_forms(articles, folder / "name_forms.npz")


def main() -> None:
    """Command line: the shared folder, and whether to hold IDNER's test part back and score on it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument(
        "--hold-back", action="store_true", help="only score IDNER's test part, write nothing"
    )
    options = parser.parse_args()
    articles = list(learned(options.shared))
    corpora = options.shared / "ner"
    if options.hold_back:
        with tempfile.TemporaryDirectory() as place:
            train_weights([s for name in TRAIN for s in read(corpora / name)], articles, Path(place))
            with weights_of(Path(place)):
                print(score([sentence for name in TEST for sentence in read(corpora / name)]))
        return
    general = general_corpora(corpora)
    texts = options.shared / CORPUS
    write_words(common_words(general, texts), learned_classes(texts), MODEL / "words.npz")
    train_weights(general, articles, MODEL)


if __name__ == "__main__":
    main()
