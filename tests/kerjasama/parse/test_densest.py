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


def ids(tree: object, title: str | None = None) -> list[str | None]:
    return [element.get("data-n") for element in densest(tree, title)]


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
    part = f"<p>{TEXT}</p>" * 2
    told = f"<div data-n='isi'><div data-n='a'>{part}</div><div data-n='b'>{part}</div></div><section><div data-n='c'>{part}</div></section>"
    assert ids(page(told)) == ["a", "b"]


def test_blocks_without_breaks_are_paragraphs_of_what_holds_them() -> None:
    block = f"<div class='x1'>{TEXT}</div>"
    mixed = f"<div>{TEXT}<br><br>{TEXT}</div>"
    for inside in (block * 3, block + mixed + block):
        assert ids(page(f"<div data-n='isi'>{inside}</div><section data-n='lain'>{block}</section>")) == [
            "isi"
        ]


def test_the_first_after_the_heading_is_the_article() -> None:
    def told(words: int) -> str:
        return f"<div class='atas' data-n='atas'>{f'<p>{TEXT}</p>' * 5}</div><h1>Judul Berita</h1><div class='isi' data-n='isi'>{f'<p>{TEXT}</p>' * words}</div><div data-n='diskusi'>{f'<p>{TEXT}</p>' * 6}</div>"

    assert ids(page(told(4)), "Judul Berita") == ["isi"]
    assert ids(page(told(1)), "Judul Berita") == ["diskusi"]


def test_what_the_heading_stands_in_is_never_beside_the_article() -> None:
    told = (
        f"<div class='widget Blog'><h3>Judul Berita</h3><div data-n='isi'>{f'<p>{TEXT}</p>' * 4}</div></div>"
    )
    assert ids(page(told)) == []
    assert ids(page(told), "Judul Berita") == ["isi"]


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
