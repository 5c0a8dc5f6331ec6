"""The element with most running text: the article, in one part or several, never the lists beside it."""
# ruff: noqa: E501 (sources of pages are not wrapped)

from lxml.html import document_fromstring

from kerjasama.parse.densest import densest

TEXT = "Pemerintah Indonesia dan Jepang sepakat membangun pelabuhan baru di Jawa Barat dalam tiga tahun ke depan."
LIST = "".join(
    f"<li><a href='/{n}'>Judul berita lain nomor {n} tentang harga beras di pasar induk</a></li>"
    for n in range(60)
)


def page(body: str) -> object:
    return document_fromstring(f"<html><body>{body}</body></html>")


def ids(tree: object) -> list[str | None]:
    return [element.get("data-n") for element in densest(tree)]


def test_paragraphs_count_for_what_holds_them() -> None:
    told = f"<ul data-n='menu'>{LIST}</ul><div data-n='isi'>{f'<p>{TEXT}</p>' * 5}</div><div class='sisi' data-n='lain'><p>{TEXT}</p></div>"
    assert ids(page(told)) == ["isi"]


def test_lines_parted_by_breaks_count_for_their_element() -> None:
    assert ids(page(f"<ul>{LIST}</ul><td data-n='isi'>{f'{TEXT}<br><br>' * 5}</td>")) == ["isi"]


def test_parts_of_one_name_belong_together() -> None:
    part = "<div class='bagian' data-n='{}'>" + f"<p>{TEXT}</p>" * 3 + "</div>"
    other = f"<div class='kotak' data-n='x'><p>{TEXT}</p></div>"
    assert ids(page(part.format("a") + other + part.format("b"))) == ["a", "b"]


def test_nameless_parts_belong_together_where_they_stand_together() -> None:
    told = f"<div data-n='isi'><div data-n='a'>{TEXT}</div><div data-n='b'>{TEXT}</div></div><section><div data-n='c'>{TEXT}</div></section>"
    assert ids(page(told)) == ["a", "b"]


def test_comments_and_related_articles_do_not_count_however_long() -> None:
    told = f"<div data-n='isi'>{f'<p>{TEXT}</p>' * 4}</div>"
    for beside in (
        "<div class='komentar-list'>{}</div>",
        "<aside>{}</aside>",
        "<div id='berita-terkait'>{}</div>",
    ):
        assert ids(page(told + beside.format(f"<p>{TEXT}</p>" * 9))) == ["isi"]


def test_a_page_of_links_has_none() -> None:
    assert densest(page(f"<ul>{LIST}</ul>")) == []
