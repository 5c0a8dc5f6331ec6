"""Articles that stand in a page's data alone, before its scripts run."""

import json

import pytest
from lxml.html import document_fromstring

from kerjasama.parse.metadata import Metadata
from kerjasama.parse.state import read_state

LINES = [
    "Jepara - Perajin ukir menerima pesanan dari Nagoya.",
    "Pesanan itu dikirim Maret.",
    "Nilainya Rp 2 miliar.",
]
BODY = "".join(f"<p>{line}</p>" for line in LINES)
ARTICLE = {"judul": "Perajin Ukir", "publishedAt": "2025-01-05", "author": {"name": "Rina Ayu"}, "isi": BODY}


def page(script):
    return document_fromstring(f"<html><body><div id=app></div><script>{script}</script></body></html>")


@pytest.mark.parametrize(
    "opening, closing", [("", ""), ("window.__STATE__ = ", "; start()"), ('self["x"]=', "")]
)
def test_the_longest_article_of_the_data(opening, closing):
    related = {"title": "Lain", "excerpt": "<p>Sedikit saja.</p>"}
    data = {"props": {"list": [related, {"article": ARTICLE}]}}
    found = read_state(page(opening + json.dumps(data) + closing), Metadata(title="Perajin Ukir Jepara"))
    assert found.body == "\n".join(LINES)
    assert (found.title, found.published, found.authors) == (
        "Perajin Ukir Jepara",
        "2025-01-05",
        ("Rina Ayu",),
    )


@pytest.mark.parametrize("script", ["", "var a = {b: 1}", '{"text": "<p>Satu.</p>"}', "[" * 100_000, "{'a'"])
def test_no_article(script):
    assert read_state(page(script), Metadata()) is None


def test_what_no_page_can_hold_is_left_out():
    script = json.dumps({"isi": BODY + "<p>Akhir"})[:-2] + '\\ud83d\\u0000 cerita.</p>"}'
    assert read_state(page(script), Metadata()).body.endswith("\nAkhir cerita.")
