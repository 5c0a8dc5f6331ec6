"""What this very extractor scores: the committed file, whether it still holds, and how it is made again.

The shared gold's texts are not ours to publish, so its scores are kept in `accuracy.json` beside this
file, with the fingerprints of the gold and of the extractor that made them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kerjasama.evaluate.measure import FEW
from kerjasama.extract.version import extractor_fingerprint, extractor_name

FILE = Path(__file__).with_name("accuracy.json")
PROJECT = Path(__file__).resolve().parents[2]
UNSEEN = "held"
"""How the name of a gold set ends that nobody looks at while rules are written."""
SCALING = ("written_held", "daily_held", "retold_held", "national_held")
"""Of these, the sets on which the confidence is set to scale (`bench/fit_confidence.py`)."""
HOW_TO_READ = {
    "measures": (
        "F1 between this extractor's reading and a careful person's, over the articles of each gold set, "
        "with 95 percent intervals from resampling articles (1,000 times). facts_soft credits a fact in "
        "parts; facts_strict asks for instrument, stage, countries and half of the parties to be right at "
        "once. The articles of `held` and `facts_held` were never looked at while rules were written: they "
        "tell best what new ones give. `held` was drawn from articles that report cooperation; `facts_held` "
        "(facts and actors only) from all that name foreign countries, most of which report none. `written` "
        "and `written_held` are articles of our own, with more facts and more ways to word them than the "
        "press has; `daily` and `daily_held` are short news of our own, each worded in another way of the "
        "press: rules were mended on the first of each, never on the second. `retold` and `national`, each "
        "with its `_held`, are articles of our own that tell in the order and manner of real ones: models "
        "learn from the first of each, and nobody mends a rule with either."
    ),
    "by_field": (
        "Of the rows that were found at all (paired with a row of the gold), how right each field is. A "
        "field that may be absent counts what either side tells: precision is the share of our values that "
        "are right, recall the share of the gold's values that we give. Missed rows tell in `measures`."
    ),
    "by_outlet": (
        "The same measures over the articles of one outlet, known by the article's address or by the domain "
        "in its dateline; `unknown` gathers articles that tell neither. `few_articles` marks outlets with "
        f"fewer than {FEW}: compare their intervals, never their numbers. One article has no interval."
    ),
    "reliability": (
        "Of facts whose `confidence` lies within the bounds of a bin, the share that was right at once in "
        "instrument, stage, countries and half of the parties: over `held` and `facts_held`, since on the "
        "other sets rules were mended or, unread, the confidence was set to scale. `gap` is the mean "
        "distance of confidence and share, weighted by facts."
    ),
    "gold_fingerprint": "SHA-256 of a set's annotations: scores are comparable where it is equal.",
}
"""What each part of the file means, told in the file."""


def accuracy(fingerprint: str | None = None) -> dict[str, Any]:
    """The committed scores where they are of this extractor; else "not measured for this version"."""
    current = fingerprint or extractor_fingerprint()
    scores = committed()
    if scores.get("extractor_fingerprint") != current:
        return {
            "measured": False,
            "message": "not measured for this version",
            "extractor": extractor_name(),
            "extractor_fingerprint": current,
        }
    return {"measured": True, "extractor": extractor_name(), "how_to_read": HOW_TO_READ, **scores}


def committed() -> dict[str, Any]:
    """The file as it was last measured; empty where it never was."""
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def gold_sets(project: Path, shared: Path) -> Iterator[tuple[str, Path, Path | None]]:
    """Name, annotations and articles of every gold set; the sample's articles come with the newsroom."""
    corpus = shared / "corpus" / "news.jsonl.gz"
    yield "sample", project / "tests" / "gold" / "sample", None
    yield "seeds", shared / "gold" / "seeds", shared / "seeds" / "articles.jsonl"
    yield "dev", shared / "gold" / "dev", shared / "gold" / "dev-articles.jsonl"
    yield "train", project / "tests" / "gold" / "corpus" / "train", corpus
    yield "held", project / "tests" / "gold" / "corpus" / "held", corpus
    yield "facts_held", project / "tests" / "gold" / "corpus-facts" / "held", corpus
    for name in ("written", "daily", "retold", "national"):
        own = project / "tests" / "gold" / name
        yield name, own / "train", own / "articles.jsonl"
        yield f"{name}_held", own / "held", own / "articles.jsonl"


def measure_all(project: Path, shared: Path) -> dict[str, Any]:
    """Scores on every gold set, ready to be committed. ValueError where a set is missing."""
    from kerjasama.evaluate.calibration import reliability
    from kerjasama.evaluate.measure import read_gold, score

    sets = {name: read_gold(gold, articles) for name, gold, articles in gold_sets(project, shared)}
    return {
        "extractor_fingerprint": extractor_fingerprint(),
        "sets": {name: score(name, articles) for name, articles in sets.items()},
        "reliability": reliability(
            [(one.gold, one.predicted) for one in articles]
            for name, articles in sets.items()
            if name.endswith(UNSEEN) and name not in SCALING
        ),
    }


def main() -> None:
    """Measure anew and write the file: `python -m kerjasama.evaluate.accuracy [SHARED]`."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT.parent / "shared"
    scores = measure_all(PROJECT, shared)
    FILE.write_text(json.dumps(scores, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
