"""Trains the name tagger's weights.

`python -m bench.train_names ../shared/ner kerjasama/text/model/names.npz --texts
../shared/corpus/news.jsonl.gz`

Reads IDNER-News-2k (train, dev, test) and NERGrit (train, valid) in the folder given, prints F1 on IDNER's
test part of
a model that has not seen it, then trains the weights that ship on everything. Ten seconds each on one core.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pycrfsuite

from kerjasama.text.names import EDGE, LABELS, OFFSETS, features, names, spans
from kerjasama.text.tokens import tokens

KINDS = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
TRAIN = ("idner-news-2k-train.txt", "idner-news-2k-dev.txt", "nergrit-train.txt", "nergrit-valid.txt")
TEST = ("idner-news-2k-test.txt",)
# Elastic net: L1 keeps the file small, L2 keeps the weights tame. Chosen on IDNER's dev part.
PENALTY = {"c1": 0.1, "c2": 0.02, "max_iterations": 100, "feature.possible_transitions": True}

Sentence = list[tuple[str, str]]


def read(path: Path) -> list[Sentence]:
    """Sentences of (word, label), words cut as `kerjasama.text.tokens` cuts them."""
    sentences: list[Sentence] = [[]]
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
    return [sentence for sentence in sentences if sentence]


def views(sentence: Sentence) -> list[list[str]]:
    """What the CRF sees of each word of a sentence."""
    words = [EDGE, EDGE, *(word for word, _ in sentence), EDGE, EDGE]
    return [
        [name for offset in OFFSETS for name in features(words[index + 2 + offset], offset)]
        for index in range(len(sentence))
    ]


def common_words(sentences: Iterable[Sentence], texts: Path | None) -> set[str]:
    """Words that are no names: printed small in the corpora, and more often small than capitalised in the
    texts.
    """
    words = {word for sentence in sentences for word, label in sentence if label == "O" and word.islower()}
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


def train(sentences: Iterable[Sentence], target: Path, texts: Path | None = None) -> None:
    """Fits the CRF; writes its weights as numpy arrays, and the words that stand in the corpora as common
    words.
    """
    given = list(sentences)
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in given:
        trainer.append(views(sentence), [label for _, label in sentence])
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
        weights[name][order[label]] = weight
    kept = sorted(weights)
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in info.transitions.items():
        transitions[order[before], order[after]] = weight
    np.savez_compressed(
        target,
        features=np.frombuffer("\n".join(kept).encode("utf-8"), np.uint8),
        weights=np.array([weights[name] for name in kept], np.float16),
        transitions=transitions,
        common=np.frombuffer("\n".join(sorted(common_words(given, texts))).encode("utf-8"), np.uint8),
    )


def score(sentences: Iterable[Sentence]) -> dict[str, float]:
    """F1 of the shipped decoder with the shipped weights, over all and by kind; a name must agree end to
    end.
    """
    hits: dict[str, int] = defaultdict(int)
    sums: dict[str, int] = defaultdict(int)
    for sentence in sentences:
        text = " ".join(word for word, _ in sentence)
        gold = set(spans([label for _, label in sentence]))
        found = {(name.first, name.last, name.kind) for name in names(text)}
        for first, last, kind in [*gold, *found]:
            sums[kind] += 1
            sums["all"] += 1
            if (first, last, kind) in gold and (first, last, kind) in found:
                hits[kind] += 1
                hits["all"] += 1
    return {kind: round(hits[kind] / sums[kind], 4) for kind in sorted(sums)}


def main() -> None:
    """Command line: the corpora's folder, the weights' file, and whether to hold IDNER's test part back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument(
        "--hold-back", action="store_true", help="leave IDNER's test part out and score on it"
    )
    parser.add_argument("--texts", type=Path, help="articles (jsonl.gz) to tell common words from names")
    options = parser.parse_args()
    used = TRAIN if options.hold_back else (*TRAIN, *TEST)
    train(
        [sentence for name in used for sentence in read(options.corpora / name)],
        options.target,
        options.texts,
    )
    print(f"{options.target}: {options.target.stat().st_size} bytes")
    if options.hold_back:
        print(score([sentence for name in TEST for sentence in read(options.corpora / name)]))


if __name__ == "__main__":
    main()
