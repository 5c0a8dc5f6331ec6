"""Each declared outlet's page, written by us after its known structure, gives exactly the expected article."""
# ruff: noqa: E501 (texts as outlets print them are not wrapped)

import json
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("name", NAMES)
def test_the_generic_way_reads_the_same_page(name):
    """For an outlet that nobody declared: nearly all of the words, little else."""
    from kerjasama.evaluate.pages import token_f1

    right = expected(name)
    article = parse_page((PAGES / f"{name}.html").read_bytes(), right["url"], declared=False)
    assert article.parser == "generic"
    assert token_f1(right["text"], article.text)[2] >= 0.9
    assert article.title == right["title"]


def test_every_declared_outlet_has_a_page_and_every_outlet_a_layout():
    assert set(NAMES) == set(declared()) - SAMPLE
    assert set(declared()) == set(publishers())


def test_layouts_compile_and_say_whether_they_were_seen():
    for publisher in declared():
        assert layouts_of(publisher), publisher
        for layout in layouts_of(publisher):
            assert layout.since <= layout.until
            assert layout.seen is None or layout.seen.isdigit()
