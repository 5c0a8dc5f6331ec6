"""Measure this very extractor on annotated articles: totals with 95 percent intervals, by field, outlet and
article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from kerjasama.evaluate.fields import by_rows, field_counts
from kerjasama.evaluate.outlets import outlet_of
from kerjasama.evaluate.scores import Count, score_article
from kerjasama.records import Article

BOOTSTRAP = 1000
"""Resamples of articles behind each interval."""

FEW = 10
"""Articles below which an outlet's scores are called few: their intervals rest on too little to compare."""

Gold = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article and what this extractor reads in it, both in the shape of section 11."""

    name: str
    gold: dict[str, Any]
    predicted: dict[str, Any]
    text: str
    outlet: str


def measure(gold_folder: Path, articles: Path | None = None) -> dict[str, Any]:
    """Read the gold's articles with this extractor and score what comes out.

    `articles` is a folder of NAME.txt or a JSONL with `article_id` and `text`; without it, texts are the
    sample newsroom's, or NAME.txt beside the gold. ValueError where the gold or a text is missing.
    """
    return score(gold_folder.name, read_gold(gold_folder, articles))


def read_gold(gold_folder: Path, articles: Path | None = None) -> list[Read]:
    """Every article of a gold set, read; as `measure` says."""
    gold = load_gold(gold_folder)
    texts = load_articles(articles, gold) if articles else _at_hand(gold_folder, gold)
    return [
        Read(name, gold[name], reading(texts[name]), texts[name].text, outlet_of(gold[name], texts[name]))
        for name in gold
    ]


def score(name: str, articles: Sequence[Read]) -> dict[str, Any]:
    """The scores of a gold set that was read: totals with intervals; by field, outlet and article."""
    from kerjasama.extract.version import extractor_fingerprint

    counts = {one.name: score_article(one.gold, one.predicted, one.text) for one in articles}
    fields = [field_counts(one.gold, one.predicted, one.text) for one in articles]
    return {
        "gold": name,
        "gold_fingerprint": gold_fingerprint({one.name: one.gold for one in articles}),
        "extractor_fingerprint": extractor_fingerprint(),
        "articles": len(articles),
        "measures": summary(list(counts.values())),
        "by_field": by_rows(summary(fields)),
        "by_outlet": {
            outlet: _of_outlet([counts[one.name] for one in articles if one.outlet == outlet])
            for outlet in sorted({one.outlet for one in articles})
        },
        "by_article": {
            name: {measure: _rounded(count.f1) for measure, count in per_article.items()}
            for name, per_article in counts.items()
        },
    }


def _of_outlet(counts: Sequence[Mapping[str, Count]]) -> dict[str, Any]:
    return {"articles": len(counts), "few_articles": len(counts) < FEW, "measures": summary(counts)}


def reading(article: Article) -> dict[str, Any]:
    """This extractor's annotation of an article, in the shape of the codebook's section 11."""
    from kerjasama.extract.annotation import annotation
    from kerjasama.extract.reader import read

    return annotation(read(article))


def load_gold(folder: Path) -> Gold:
    """The annotations of a folder by file stem; ValueError where there is none or one is broken."""
    gold: Gold = {}
    for path in sorted(folder.glob("*.json")):
        try:
            annotation = json.loads(path.read_text(encoding="utf-8"))
        except json.JSONDecodeError as error:
            raise ValueError(f"{path}: malformed JSON at line {error.lineno}: {error.msg}") from error
        except UnicodeDecodeError as error:
            raise ValueError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
        if not isinstance(annotation, dict):
            raise ValueError(f"{path}: no JSON object; an annotation is one, see tests/gold/README.md")
        gold[path.stem] = annotation
    if not gold:
        raise ValueError(f"{folder}: no annotation (*.json) in it")
    return gold


def load_articles(source: Path, gold: Gold) -> dict[str, Article]:
    """The article of every annotation, from a folder of texts or a JSONL; ValueError names a gap."""
    found = _from_lines(source) if source.is_file() else _from_folder(source, gold)
    missing = sorted(set(gold) - set(found))
    if missing:
        names = ", ".join(missing[:5]) + " …" * (len(missing) > 5)
        raise ValueError(f"{source}: no text for {names}; name the folder or JSONL that holds it")
    return {name: found[name] for name in gold}


def gold_fingerprint(gold: Gold) -> str:
    """SHA-256 over the annotations, whatever their layout on disk."""
    content = json.dumps(gold, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def summary(articles: Sequence[Mapping[str, Count]], bootstrap: int = BOOTSTRAP) -> dict[str, Any]:
    """Each measure over all articles, with the interval from resampling whole articles (none of a single)."""
    names = list(articles[0])
    table = np.array([[[c.hit, c.predicted, c.gold] for c in (one[n] for n in names)] for one in articles])
    generator = np.random.default_rng(0)
    draws = np.stack([generator.integers(0, len(articles), len(articles)) for _ in range(bootstrap)])
    resampled = np.array([_f1(table[draw].sum(axis=0)) for draw in draws])
    if len(articles) == 1:  # One article resampled is itself: no interval, rather than one of no width.
        resampled[:] = np.nan
    return {
        name: _row(sum((one[name] for one in articles), Count()), resampled[:, place])
        for place, name in enumerate(names)
    }


def _f1(sums: np.ndarray) -> np.ndarray:
    """F1 of each measure from its sums of hits, predictions and gold."""
    both = sums[:, 1] + sums[:, 2]
    return np.divide(2 * sums[:, 0], both, out=np.full(len(sums), np.nan), where=both > 0)


def _row(count: Count, samples: np.ndarray) -> dict[str, Any]:
    known = samples[~np.isnan(samples)]
    low, high = np.percentile(known, [2.5, 97.5]) if len(known) else (float("nan"),) * 2
    return {
        "f1": _rounded(count.f1),
        "low": _rounded(float(low)),
        "high": _rounded(float(high)),
        "precision": _rounded(count.precision),
        "recall": _rounded(count.recall),
        "gold": count.gold,
        "predicted": count.predicted,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None or np.isnan(value) else round(value, 4)


def _at_hand(folder: Path, gold: Gold) -> dict[str, Article]:
    """The sample newsroom's articles where the gold is of them, else the texts beside the gold."""
    from kerjasama.sources.newsroom.content import articles

    told = {one.slug: one for one in articles()}
    if not set(gold) <= set(told):
        return load_articles(folder, gold)
    return {
        name: Article(
            text=told[name].text,
            article_id=name,
            url=told[name].url,
            title=told[name].title,
            published_at=told[name].published_at,
            dateline_place=told[name].dateline_place,
        )
        for name in gold
    }


def _from_folder(folder: Path, gold: Gold) -> dict[str, Article]:
    found = {}
    for name, annotation in gold.items():
        path = folder / f"{name}.txt"
        if path.exists():
            found[name] = Article(
                text=path.read_text(encoding="utf-8"),
                article_id=name,
                url=annotation.get("url"),
                title=annotation.get("title"),
                published_at=annotation.get("published_at"),
            )
    return found


def _from_lines(path: Path) -> dict[str, Article]:
    from kerjasama.extract.lines import read_lines

    content = path.read_bytes()
    if path.suffix == ".gz":
        import gzip

        content = gzip.decompress(content)
    articles = [line.article for line in read_lines(content, path.name) if line.article]
    return {article.article_id: article for article in articles}
