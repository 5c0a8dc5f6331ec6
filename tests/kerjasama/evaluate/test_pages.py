"""The measure of page reading, and the floors that it must hold."""
# ruff: noqa: E501 (mark-up on one line)

import gzip
import statistics
from pathlib import Path

import pytest

from kerjasama.evaluate.pages import (
    MarkedPage,
    Reading,
    gold_text,
    load_pages,
    mark_paragraph,
    score_page,
    token_f1,
)
from kerjasama.parse.page import NotAnArticle, parse_page, read_tree

GOLD = Path(__file__).parents[2] / "gold/pages"
PARAGRAPHS = (
    "Wali Kota Batu menerima delegasi petani apel dari Aomori.",
    "Mereka akan tinggal selama dua pekan.",
)
HTML = f"<html><body><div>Menu</div><p>{PARAGRAPHS[0].replace('petani', '<b>petani</b>')}</p><p>{PARAGRAPHS[1]}</p></body></html>"
PAGE = MarkedPage(
    "x", "https://contoh.example/1", None, "Petani Apel", "2024-03-14T10:00:00+07:00", ("Rina A",),
    paragraphs=tuple(map(mark_paragraph, PARAGRAPHS)),
)  # fmt: skip


def test_the_right_text_is_put_together_from_the_page():
    assert token_f1("\n".join(PARAGRAPHS), gold_text(PAGE, read_tree(HTML))) == (1.0, 1.0, 1.0)


def test_a_mark_up_of_another_page_is_refused():
    with pytest.raises(ValueError, match="no paragraph"):
        gold_text(PAGE, read_tree("<html><body><p>Lain sama sekali.</p></body></html>"))


def test_scores():
    gold = "\n".join(PARAGRAPHS)
    right = score_page(PAGE, gold, Reading(gold, "Petani  Apel", "2024-03-14T03:00:30+00:00", ("Rina A",)))
    assert (right.title, right.published_at, right.authors, right.f1) == (True, True, True, 1.0)
    wrong = score_page(PAGE, gold, Reading(PARAGRAPHS[0] + " Menu", "Petani", "2024-03-14", ()))
    assert (wrong.title, wrong.published_at, wrong.authors) == (False, False, False)
    assert (wrong.precision, wrong.recall) == (9 / 10, 9 / 15)


def test_no_mark_up_holds_more_than_first_words():
    pages = load_pages(GOLD)
    assert len(pages) >= 40
    for page in pages:
        assert all(len(mark["start"].split()) <= 6 for mark in page.paragraphs), page.name


def test_real_pages(shared):
    """On the real pages: declared layouts exact, refusals with the marked reason, the generic way nearly so."""
    generic = []
    for page in load_pages(GOLD):
        html = gzip.decompress((shared / "html" / page.name).read_bytes())
        if page.refused:
            with pytest.raises(NotAnArticle) as refusal:
                parse_page(html, page.url)
            assert refusal.value.reason == page.refused, page.name
            continue
        gold = gold_text(page, read_tree(html))
        article = parse_page(html, page.url)
        score = score_page(
            page, gold, Reading(article.text, article.title, article.published_at, article.authors)
        )
        assert score.title and score.published_at and score.authors and score.f1 >= 0.98, (page.name, score)
        assert (article.editors, article.dateline_place) == (page.editors, page.dateline_place), page.name
        generic.append(score_page(page, gold, _as_unknown_site(html, page.url)))
    for field in ("title", "published_at", "authors"):
        assert statistics.fmean(getattr(score, field) for score in generic) >= 0.98, field
    assert statistics.fmean(score.f1 for score in generic) >= 0.98


def _as_unknown_site(html: bytes, url: str) -> Reading:
    try:
        article = parse_page(html, url, declared=False)
    except NotAnArticle:
        return Reading("")
    return Reading(article.text, article.title, article.published_at, article.authors)


def test_the_sample_newsroom():
    """Where the truth is known word by word: declared and generic alike."""
    from bench.parse import declared, generic, sample_cases

    cases = list(sample_cases())
    assert len(cases) >= 24
    for reader, floor in ((declared, 0.98), (generic, 0.95)):
        scores = [score_page(case.page, case.text, reader(case)) for case in cases]
        for field in ("title", "published_at", "authors"):
            assert statistics.fmean(getattr(score, field) for score in scores) >= 0.98, (
                reader.__name__,
                field,
            )
        assert statistics.fmean(score.f1 for score in scores) >= floor, reader.__name__
