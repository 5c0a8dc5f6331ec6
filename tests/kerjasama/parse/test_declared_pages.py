"""Each declared outlet's page, written by us after its known structure, gives exactly the expected article."""
# ruff: noqa: E501 (texts as outlets print them are not wrapped)

import json
import statistics
from pathlib import Path

import pytest

from kerjasama.evaluate.pages import MarkedPage, Reading, score_page
from kerjasama.parse.layouts import declared, layouts_of
from kerjasama.parse.page import parse_page
from kerjasama.sources.publishers import publishers

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
SAMPLE = {name for name in declared() if publishers()[name].kind == "sample"}


def expected(name):
    return json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_declared_page(name):
    right = expected(name)
    article = parse_page((PAGES / f"{name}.html").read_bytes(), right["url"])
    assert article.publisher == name
    assert article.parser.startswith(f"{name}/")
    assert article.text == right["text"]
    for field in ("title", "published_at", "dateline_place"):
        assert getattr(article, field) == right[field], field
    assert (list(article.authors), list(article.editors)) == (right["authors"], right["editors"])


def test_the_generic_way_reads_the_same_pages():
    """As if nobody had declared the outlets: nearly all of the words, little else, and what stands near the heading."""
    scores = []
    for name in NAMES:
        right = expected(name)
        article = parse_page((PAGES / f"{name}.html").read_bytes(), right["url"], declared=False)
        assert article.parser == "generic"
        page = MarkedPage(
            name, right["url"], None, right["title"], right["published_at"], tuple(right["authors"])
        )
        reading = Reading(article.text, article.title, article.published_at, article.authors)
        scores.append(score_page(page, right["text"], reading))
        assert scores[-1].f1 >= 0.85, name
    assert statistics.fmean(score.f1 for score in scores) >= 0.95
    for field in ("title", "published_at", "authors"):
        assert statistics.fmean(getattr(score, field) for score in scores) >= 0.98, field


def test_every_declared_outlet_has_a_page_and_every_outlet_a_layout():
    assert set(NAMES) == set(declared()) - SAMPLE
    assert set(declared()) == set(publishers())


def test_layouts_compile_and_say_whether_they_were_seen():
    for publisher in declared():
        assert layouts_of(publisher), publisher
        for layout in layouts_of(publisher):
            assert layout.since <= layout.until
            assert layout.seen is None or layout.seen.isdigit()
