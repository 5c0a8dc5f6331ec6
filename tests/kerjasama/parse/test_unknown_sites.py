"""Sites that nobody declared: pages written by us after the themes and systems that Indonesian outlets use.

Each page's right article was written down before a parser saw it. How well the generic way read them at first
sight is told in tests/gold/README.md; here it must not fall back.
"""

import json
import statistics
from pathlib import Path

import pytest

from kerjasama.evaluate.pages import MarkedPage, Reading, score_page
from kerjasama.parse.page import parse_page

PAGES = Path(__file__).parent / "unknown_sites"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def read(name):
    right = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return right, parse_page((PAGES / f"{name}.html").read_bytes(), right["url"])


@pytest.mark.parametrize("name", NAMES)
def test_its_text_is_found_whole_and_alone(name):
    right, article = read(name)
    assert article.parser == "generic"
    assert article.text == right["text"]


def test_title_date_and_names():
    scores, editors = [], []
    for name in NAMES:
        right, article = read(name)
        page = MarkedPage(
            name, right["url"], None, right["title"], right["published_at"], tuple(right["authors"])
        )
        reading = Reading(article.text, article.title, article.published_at, article.authors)
        scores.append(score_page(page, right["text"], reading))
        editors.append(list(article.editors) == right["editors"])
    for field in ("title", "published_at", "authors"):
        assert statistics.fmean(getattr(score, field) for score in scores) >= 0.95, field
    assert statistics.fmean(editors) >= 0.95
