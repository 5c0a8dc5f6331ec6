"""Parsing side by side: declared layouts, the generic way, trafilatura, newspaper4k, readability-lxml.

Pages: real ones marked up by hand (where ../shared is there), the sample newsroom's, and the tests' own, of
declared outlets and of sites that nobody declared. For each parser: title, date and authors exact, the body's
words as F1, and milliseconds of processor time a page (median of the best of four; page after page, as pages
come, for a page that is read twice running is found in a parser's caches).
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kerjasama.evaluate.pages import MarkedPage, PageScore, Reading, gold_text, load_pages, score_page
from kerjasama.parse.page import NotAnArticle, parse_page, read_tree
from kerjasama.parse.pages import next_page

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KERJASAMA_SHARED", ROOT.parent / "shared"))
REPEATS = 4


class Case(NamedTuple):
    """One page with its right reading."""

    group: str
    page: MarkedPage
    html: bytes
    text: str
    content_type: str | None = None


def real_cases() -> Iterator[Case]:
    """The real pages that are marked up and hold an article."""
    for page in load_pages(ROOT / "tests/gold/pages"):
        path = SHARED / "html" / page.name
        if path.exists() and page.refused is None:
            html = gzip.decompress(path.read_bytes())
            yield Case("real", page, html, gold_text(page, read_tree(html)))


def sample_cases() -> Iterator[Case]:
    """The sample newsroom's articles of one page, with the truth it keeps."""
    from kerjasama.sources.newsroom import content, site

    resources = site.resources()
    for article in content.articles():
        outlet = next(outlet for outlet in content.outlets() if outlet.id == article.outlet)
        resource = resources[(outlet.host, article.url.split(outlet.host, 1)[1])]
        if next_page(resource.body, article.url):
            continue
        page = MarkedPage(
            article.slug,
            article.url,
            None,
            article.title,
            article.published_at,
            article.authors,
            article.editors,
        )
        yield Case("sample", page, resource.body, article.text, resource.content_type)


def test_cases() -> Iterator[Case]:
    """The pages that were written after each declared outlet's structure, and those of undeclared sites."""
    for group, folder in (("tests", "pages"), ("unknown", "unknown_sites")):
        yield from _written(group, ROOT / "tests/kerjasama/parse" / folder)


def _written(group: str, folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        page = MarkedPage(
            path.stem, data["url"], None, data["title"], data["published_at"],
            tuple(data["authors"]), tuple(data["editors"]),
        )  # fmt: skip
        yield Case(group, page, path.with_suffix(".html").read_bytes(), data["text"])


def declared(case: Case) -> Reading:
    """Our way with the outlet's layout."""
    return _ours(case, True)


def generic(case: Case) -> Reading:
    """Our way as for an unknown site."""
    return _ours(case, False)


def _ours(case: Case, layouts: bool) -> Reading:
    headers = {"Content-Type": case.content_type} if case.content_type else None
    try:
        article = parse_page(case.html, case.page.url, headers=headers, declared=layouts)
    except NotAnArticle:
        return Reading("")
    return Reading(article.text, article.title, article.published_at, article.authors)


def trafilatura(case: Case) -> Reading:
    """trafilatura.bare_extraction with its metadata."""
    from trafilatura import bare_extraction

    document = bare_extraction(case.html, url=case.page.url, with_metadata=True, include_comments=False)
    if document is None:
        return Reading("")
    authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
    return Reading(document.text or "", document.title, document.date, authors)


def newspaper4k(case: Case) -> Reading:
    """newspaper4k's Article."""
    import newspaper

    # Without the setting it would fetch the page's pictures from the network.
    article = newspaper.Article(case.page.url, language="id", fetch_images=False)
    article.download(input_html=read_html(case))
    article.parse()
    published = article.publish_date.isoformat() if article.publish_date else None
    return Reading(article.text, article.title, published, tuple(article.authors))


def readability(case: Case) -> Reading:
    """readability-lxml's summary and title."""
    from lxml import html
    from readability import Document

    document = Document(read_html(case))
    return Reading(html.fromstring(document.summary()).text_content(), document.title())


def read_html(case: Case) -> str:
    """The page as text, in our decoding, for tools that want text."""
    from kerjasama.parse.encodings import decode

    return decode(case.html, content_type=case.content_type)


READERS: dict[str, Callable[[Case], Reading]] = {
    "declared": declared,
    "generic": generic,
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "readability": readability,
}


class Line(NamedTuple):
    """A parser's measures over a group of pages."""

    group: str
    reader: str
    pages: int
    title: float
    published_at: float
    authors: float
    precision: float
    recall: float
    f1: float
    milliseconds: float


def measure(cases: list[Case]) -> list[Line]:
    """Every reader over every group of cases."""
    lines = []
    for group in dict.fromkeys(case.group for case in cases):
        inside = [case for case in cases if case.group == group]
        # Readers take turns, so that a machine which grows slower for a while does so for all.
        turns = [
            {name: [timed(reader, case) for case in inside] for name, reader in READERS.items()}
            for _ in range(REPEATS)
        ]
        for name in READERS:
            rounds = [turn[name] for turn in turns]
            scores = [
                score_page(case.page, case.text, reading)
                for case, (reading, _) in zip(inside, rounds[0], strict=True)
            ]
            times = [min(milliseconds for _, milliseconds in runs) for runs in zip(*rounds, strict=True)]
            lines.append(Line(group, name, len(inside), *_means(scores), statistics.median(times)))
    return lines


def timed(reader: Callable[[Case], Reading], case: Case) -> tuple[Reading, float]:
    """What a reader makes of a page, and its milliseconds of processor time."""
    start = time.process_time()
    try:
        reading = reader(case)
    except Exception as error:  # a tool that fails on a page has read nothing of it
        logging.getLogger(__name__).warning("%s on %s: %s", reader.__name__, case.page.name, error)
        reading = Reading("")
    return reading, (time.process_time() - start) * 1000


def _means(scores: Sequence[PageScore]) -> list[float]:
    fields = ("title", "published_at", "authors", "precision", "recall", "f1")
    return [statistics.fmean(float(getattr(score, field)) for score in scores) for field in fields]


def main() -> None:
    """Print the table, and the ratio of declared parsing to trafilatura."""
    logging.disable(logging.CRITICAL)
    lines = measure([*real_cases(), *sample_cases(), *test_cases()])
    heads = ("title", "date", "authors", "prec.", "recall", "F1", "ms/page")
    print(f"{'pages':8}{'parser':13}{'n':>4}" + "".join(f"{head:>9}" for head in heads))
    for line in lines:
        measures = "".join(f"{value:9.3f}" for value in line[3:])
        print(f"{line.group:8}{line.reader:13}{line.pages:4}{measures}")
    for group in dict.fromkeys(line.group for line in lines if line.group != "unknown"):
        speed = {line.reader: line.milliseconds for line in lines if line.group == group}
        ratio = speed["declared"] / speed["trafilatura"]
        print(f"{group}: declared parsing takes {ratio:.3f} of trafilatura's time")


if __name__ == "__main__":
    main()
