"""Date and names of unknown sites, as they stand near the heading: what people see against what machines are told."""
# ruff: noqa: E501 (sources of pages are not wrapped)

import json

import pytest

from kerjasama.parse.page import parse_page

TEXT = "<p>Pemerintah Indonesia dan Jepang sepakat membangun pelabuhan baru yang akan dikerjakan dalam tiga tahun.</p>"


def read(near: str, head: str = "", after: str = ""):
    title = "Pelabuhan Baru Patimban Dibangun"
    return parse_page(
        f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{near}<div class='isi'>{TEXT * 6}</div>{after}</body></html>",
        "https://contoh.example/1",
    )


def linked(author: str) -> str:
    told = {
        "@type": "NewsArticle",
        "headline": "Pelabuhan Baru Patimban Dibangun",
        "author": {"name": author},
    }
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@pytest.mark.parametrize(
    ("near", "authors", "editors"),
    [
        ('<div class="photo"><img><span class="author">Dok. Pelabuhan</span></div><p class="byline">Oleh: Rina Astuti</p>', ("Rina Astuti",), ()),
        ("<table><tr><td>Penulis</td><td>: Kontributor Tegal, Tri Setiadi</td></tr><tr><td>Editor</td><td>: Ade Marno</td></tr></table>", ("Tri Setiadi",), ("Ade Marno",)),
        ('<div class="credit"><span>Penulis</span> <a>Rina Astuti</a>, <a>Bayu Prakoso</a> | <span>Editor</span> <a>Ade Marno</a></div>', ("Rina Astuti", "Bayu Prakoso"), ("Ade Marno",)),
    ],
)  # fmt: skip
def test_printed_names(near, authors, editors):
    article = read(near)
    assert (article.authors, article.editors) == (authors, editors)


def test_an_editor_told_to_machines_as_the_author_is_none():
    near = '<div class="author-2">Rina Astuti</div><div class="info-author">Editor : Ade Marno</div>'
    article = read(near, head=linked("Ade Marno"))
    assert (article.authors, article.editors) == (("Rina Astuti",), ("Ade Marno",))


def test_all_authors_count_where_machines_are_told_the_first():
    near = '<div class="byline">Penulis: Rina Astuti, Bayu Prakoso</div>'
    assert read(near, head=linked("Rina Astuti")).authors == ("Rina Astuti", "Bayu Prakoso")


def test_an_author_told_to_machines_stands_where_others_are_printed():
    near = '<div class="byline">Penulis: Tim Liputan Khusus</div>'
    assert read(near, head=linked("Rina Astuti")).authors == ("Rina Astuti",)


def test_people_may_see_the_hour_of_a_day_that_machines_are_told():
    head = '<meta name="pubdate" content="2015-11-05">'
    assert (
        read('<div class="date">Kamis, 05/11/2015 10:08 WIB</div>', head).published_at
        == "2015-11-05T10:08:00+07:00"
    )
    assert read('<div class="date">Jumat, 06/11/2015 10:08 WIB</div>', head).published_at == "2015-11-05"


def test_a_byline_needs_no_name_of_its_own():
    near = "<p>Penulis: <span>Rina Astuti</span></p><p>Rabu, 2 Juli 2025 | 13:30 WITA</p>"
    article = read(near)
    assert article.authors == ("Rina Astuti",)
    assert article.published_at == "2025-07-02T13:30:00+08:00"


def test_the_printed_zone_counts_where_machines_are_told_none():
    head = '<meta name="pubdate" content="2025-07-02 13:30:25">'
    assert read("<p>Rabu, 2 Juli 2025 13:30 WIT</p>", head).published_at == "2025-07-02T13:30:25+09:00"
    assert read("<p>Kamis, 3 Juli 2025 13:30 WIT</p>", head).published_at == "2025-07-02T13:30:25+07:00"


def test_an_articles_foot_names_its_author_and_a_comments_foot_does_not():
    foot = "<article><p>{}</p><footer class='meta'>Dikirim oleh <span class='author'>{}</span></footer></article>"
    assert read("", after=foot.format("Isi", "Rina Astuti")).authors == ("Rina Astuti",)
    comment = f"<div class='comment'>{foot.format('Bagus', 'Pembaca Setia')}</div>"
    assert read("", after=comment).authors == ()
