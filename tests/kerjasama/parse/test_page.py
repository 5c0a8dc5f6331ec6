"""One page becomes one article or a reject with its reason; never anything else."""
# ruff: noqa: E501 (texts as outlets print them are not wrapped)

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from kerjasama.evaluate.pages import token_f1
from kerjasama.parse.layouts import declared, layouts_of
from kerjasama.parse.page import NotAnArticle, parse_page
from kerjasama.parse.pages import join_pages, next_page
from kerjasama.parse.reject import REASONS
from kerjasama.sources.publishers import publishers

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
PARAGRAPHS = (
    "Pemerintah Kota Batu menerima delegasi petani apel dari Prefektur Aomori yang akan tinggal selama dua pekan.",
    "Wali Kota Batu mengatakan bahwa para petani dari kedua daerah akan bertukar cara merawat pohon yang sudah tua.",
    "Menurut dia, hasil panen apel di kota itu terus turun karena pohon yang ada sudah berumur lebih dari tiga puluh tahun.",
    "Delegasi juga akan melihat pasar buah dan berbicara dengan para pedagang tentang harga yang layak untuk petani.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
FURNITURE = (
    "Terpopuler",
    "Ekspor Kopi Gayo",
    "Pedoman Media Siber",
    "Baca juga",
    "Olahraga",
    "Jadwal Kapal Feri",
)


def page(body=BODY, head="", title="Petani Apel Aomori Berbagi Ilmu di Kota Batu"):
    return f"<html lang='id'><head><title>{title}</title>{head}</head><body><h1>{title}</h1><article>{body}</article></body></html>"


def refusal(content, url="https://contoh.example/berita/1", **options):
    with pytest.raises(NotAnArticle) as caught:
        parse_page(content, url, **options)
    return caught.value.reason


def test_an_undeclared_page():
    article = parse_page(page(), "https://m.contoh.example/berita/1?utm_source=x")
    assert article.text == "\n".join(PARAGRAPHS)
    assert (article.parser, article.publisher) == ("generic", "contoh")
    assert article.canonical_url == "https://contoh.example/berita/1"


def test_times_in_utc_are_shown_on_the_outlets_clock():
    head = '<meta property="article:published_time" content="2024-03-14T18:30:00+00:00">'
    assert parse_page(page(head=head), "https://contoh.example/1").published_at == "2024-03-15T01:30:00+07:00"


def test_broken_json_ld_is_passed_over():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    assert (
        parse_page(page(head=head), "https://contoh.example/1").title
        == "Petani Apel Aomori Berbagi Ilmu di Kota Batu"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_encodings(encoding):
    text = page(BODY.replace("Menurut dia,", "“Menurut saya,” katanya –"))
    article = parse_page(
        text.encode(encoding), "https://contoh.example/1", headers={"content-type": "text/html"}
    )
    assert "“Menurut saya,” katanya –" in article.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        ("   ", "empty"),
        (b"%PDF-1.4", "binary"),
        (b"hanya tulisan tanpa markah", "not_html"),
        (b"<?xml version='1.0'?><rss><channel><title>x</title></channel></rss>", "not_html"),
        (page(""), "no_body"),
        (page("<p>Halaman yang Anda cari tidak ditemukan.</p>", title="Halaman Tidak Ditemukan"), "soft_404"),
        (page("<p>Artikel telah dihapus.</p>", title="Kota Batu"), "soft_404"),
        (page("<p>Panen apel di Kota Batu.</p>", title="VIDEO: Panen Apel di Kota Batu"), "video"),
        (page("<p>Panen apel.</p>", title="FOTO: Panen Apel di Kota Batu"), "gallery"),
        (page(title="LIVE REPORT: Panen Apel di Kota Batu"), "live_blog"),
        (
            page(
                head='<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"x"}</script>'
            ),
            "live_blog",
        ),
        (
            page(
                f"<p>{PARAGRAPHS[0]}</p><p>Berlangganan untuk membaca artikel selengkapnya.</p>",
                '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
            ),
            "paywall",
        ),
        (
            page(
                "<p>"
                + "The mayor of the city said that the farmers will stay for two weeks and learn from it. "
                * 4
                + "</p>"
            ),
            "other_language",
        ),
    ],
)
def test_what_is_no_article_says_why(content, reason):
    assert refusal(content) == reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://contoh.example/", "index"),
        ("https://contoh.example/tag/jepang", "index"),
        ("https://contoh.example/indeks", "index"),
        ("https://foto.contoh.example/panen/1", "gallery"),
        ("https://contoh.example/video/1", "video"),
    ],
)
def test_addresses_of_other_kinds(url, reason):
    assert refusal(page(), url) == reason


def test_reasons_are_a_closed_list():
    with pytest.raises(ValueError, match="unknown reject reason"):
        NotAnArticle("lainnya", "x")
    assert all(REASONS.values())


def test_parts_are_joined_once():
    url = "https://money.kompas.com/read/2024/1/1/1/petani-apel"
    pager = (
        '<div class="paging__wrap"><a class="paging__link paging__link--next" href="?page=2">Next</a></div>'
    )
    wrap = '<div class="read__content">{}</div>'.format
    first = page(wrap(f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>") + pager)
    second = page(wrap(f"<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"))
    following = next_page(first, url)
    assert following == f"{url}?page=2"
    assert next_page(second, following) is None
    article = join_pages([parse_page(first, url), parse_page(second, following)])
    assert article.text == "\n".join(PARAGRAPHS)
    assert (
        article.canonical_url
        == parse_page(page(wrap(BODY)), url.replace("money.", "money.") + "?page=all").canonical_url
    )


# How each outlet that parts its articles links the next page; the address is that of the page that follows.
PAGERS = {
    "bisnis": '<div class="detailsPagination"><a class="pagingNum" href="/x">1</a><a class="pagingNext" href="/read/1/x?page=2">»</a></div>',
    "detik": '<div class="detail__long-nav"><a href="?page=2">Selanjutnya</a></div>',
    "investor": '<ul class="pagination"><li><a href="?page=2" rel="next">2</a></li></ul>',
    "jpnn": '<div class="pagination"><a href="?page=2">Next</a></div>',
    "kompas": '<div class="paging__wrap"><a class="paging__link paging__link--next" href="?page=2">Next</a></div>',
    "kontan": '<ul class="pagination"><li><a href="?page=2">Selanjutnya</a></li></ul>',
    "okezone": '<div class="paging"><a href="?page=2">Selanjutnya</a></div>',
    "porosniaga": '<div class="paging"><a class="next" href="?page=2">2</a></div>',
    "sindonews": '<div class="pagination"><a rel="next" href="?page=2">2</a></div>',
    "tribunnews": '<div class="paging"><a href="?page=1">1</a><a href="?page=2">Berikutnya</a></div>',
}


def test_every_outlet_in_parts_has_its_pager_here():
    parted = {name for name in declared() if any(layout.next_page for layout in layouts_of(name))}
    assert set(PAGERS) == parted


@pytest.mark.parametrize("name", sorted(PAGERS))
def test_the_next_page(name):
    url = f"https://{publishers()[name].hosts[0]}/read/1/x"
    assert next_page(page(BODY + PAGERS[name]), url) == f"{url}?page=2"
    assert next_page(page(BODY), url) is None


@pytest.mark.parametrize(("day", "layout"), [("2014-05-01", "viva/2013"), ("2020-05-01", "viva/2018")])
def test_of_two_layouts_that_would_fit_the_one_of_its_time_reads_a_page(day, layout):
    both = f'<div id="article-content"><div itemprop="articleBody"><div id="article-detail-content">{BODY}</div></div></div>'
    head = f'<meta property="article:published_time" content="{day}T08:00:00+07:00">'
    assert parse_page(page(both, head), "https://www.viva.co.id/berita/1-x").parser == layout


def test_joining_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        join_pages([])


def mutate(tree, rng):
    """Drop, move, copy, empty or rename nodes, tear attributes."""
    for _ in range(rng.randint(1, 6)):
        nodes = [node for node in tree.iter() if isinstance(node.tag, str) and node.getparent() is not None]
        if not nodes:
            return
        node, parent = (chosen := rng.choice(nodes)), chosen.getparent()
        action = rng.randrange(7)
        if action == 0:
            parent.remove(node)
        elif action == 1:
            children = list(parent)
            rng.shuffle(children)
            parent[:] = children
        elif action == 2:
            parent.append(
                html.fromstring(etree.tostring(node, encoding="unicode", with_tail=False) or "<p></p>")
            )
        elif action == 3:
            node.text = rng.choice(["", None, "\u202e<&>", "x" * 3000])
        elif action == 4:
            node.tag = rng.choice(["div", "p", "span", "td", "section"])
        elif action == 5:
            for name in list(node.attrib):
                node.set(name, node.get(name)[: rng.randint(0, 5)])
        else:
            node.attrib.clear()


def torn(data, rng):
    """Cut the page, or knock out bytes."""
    choice = rng.randrange(4)
    if choice == 0:
        return data[: rng.randint(0, len(data))]
    if choice == 1:
        place = rng.randint(0, len(data))
        return data[:place] + bytes(rng.randrange(256) for _ in range(rng.randint(1, 40))) + data[place:]
    return data


def mutated(name, seed):
    """A page's right article, and its source after some accidents."""
    rng = random.Random(seed)
    right = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    tree = html.document_fromstring((PAGES / f"{name}.html").read_bytes().decode("utf-8"))
    mutate(tree, rng)
    return right, torn(html.tostring(tree, encoding="utf-8"), rng)


@settings(max_examples=150)
@given(st.sampled_from(NAMES), st.integers(0, 10**9), st.booleans())
def test_a_mutated_page_is_a_clean_article_or_a_reject(name, seed, declared):
    right, data = mutated(name, seed)
    try:
        article = parse_page(data, right["url"], declared=declared)
    except NotAnArticle as refused:
        assert refused.reason in REASONS
        return
    assert article.text == article.text.strip()
    assert article.article_id
    if declared and article.parser != "generic":
        assert token_f1(right["text"], article.text)[0] > 0 or "x" * 50 in article.text


@pytest.mark.parametrize("declared", [True, False])
def test_navigation_is_kept_out_of_mutated_pages(declared):
    """On one page of a hundred what tells a list of other articles apart may itself be torn."""
    read = wrong = 0
    for seed in range(200):
        right, data = mutated(NAMES[seed % len(NAMES)], seed)
        try:
            text = parse_page(data, right["url"], declared=declared).text
        except NotAnArticle:
            continue
        read += 1
        wrong += any(words in text for words in FURNITURE)
    assert read >= 130
    assert wrong <= read / 100


@pytest.mark.parametrize("address", ["https://[rusak/1", "//[rusak", "https://contoh.example]x/"])
def test_a_torn_address_on_a_page_stops_nothing(address):
    head = f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
    assert parse_page(page(head=head), "https://contoh.example/1").url == "https://contoh.example/1"


@settings(max_examples=60)
@given(st.binary(max_size=300) | st.text(max_size=300))
def test_any_input_is_an_article_or_a_reject(content):
    try:
        parse_page(content, "https://contoh.example/1")
    except NotAnArticle as refused:
        assert refused.reason in REASONS


@pytest.mark.parametrize("depth", [300, 6000])
def test_deeply_nested_pages(depth):
    nested = "<div>" * depth + BODY + "</div>" * depth
    wrapped = f'<div class="read__content">{nested}</div>'
    for url in ("https://contoh.example/1", "https://money.kompas.com/read/2024/1/1/1/x"):
        try:
            assert PARAGRAPHS[0] in parse_page(page(wrapped), url).text
        except NotAnArticle as refused:
            assert refused.reason in REASONS
