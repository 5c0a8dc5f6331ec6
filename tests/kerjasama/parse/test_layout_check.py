"""What `sources check` tells of layouts: met or unverified, and how a live article is read."""

from pathlib import Path

import pytest

from kerjasama.capture.response import Exchange, Response
from kerjasama.parse.layout_check import layouts_told, reading_told
from kerjasama.parse.layouts import declared, layouts_of

PAGES = Path(__file__).parent / "pages"
TEXT = (
    "<p>Pemerintah Indonesia dan Jepang sepakat membangun pelabuhan baru yang akan dikerjakan tiga tahun.</p>"
)


def answer(url: str, html: str) -> Response:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Response((Exchange(url, (), 200, "OK", headers, html.encode()),), 1)


@pytest.mark.parametrize("publisher", declared())
def test_layouts_that_were_never_met_are_told_as_unverified(publisher: str) -> None:
    told = layouts_told(publisher)
    assert told.count("UNVERIFIED") == sum(layout.seen is None for layout in layouts_of(publisher))


def test_an_outlet_without_layouts() -> None:
    assert "generic way" in layouts_told("entah")


def test_an_article_that_its_layout_reads() -> None:
    page = (PAGES / "kompas.html").read_text(encoding="utf-8")
    told = reading_told(answer("https://www.kompas.com/read/2024/1/1/1/judul", page))
    assert told.startswith("read by kompas/") and told.endswith(" words")


def test_a_layout_that_holds_no_more_is_told_with_what_is_missing() -> None:
    told = reading_told(
        answer("https://www.kompas.com/baru", f"<h1>Judul Baru Sekali Ini</h1><main>{TEXT * 9}</main>")
    )
    assert told.startswith("read by generic") and "no declared layout finds its text" in told
    assert told.endswith("missing: time, authors")


def test_a_page_that_is_no_article() -> None:
    assert reading_told(answer("https://www.kompas.com/x", "<p>Halo</p>")).startswith("no article (no_body)")
