"""Every word of an article is found again in the archived bytes: of pages, texts, lines, joined pages."""
# ruff: noqa: E501 (sources of pages are not wrapped)

import gzip
import html
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.capture.archive import Archive
from kerjasama.capture.deposits import Deposit, take_in
from kerjasama.evaluate.pages import load_pages
from kerjasama.parse.batch import parse_captures
from kerjasama.parse.encodings import decode
from kerjasama.parse.origin import Origin, OriginalWords, Part, original_text
from kerjasama.parse.origin import shown as words_found
from kerjasama.parse.page import parse_page
from kerjasama.parse.text_input import read_text
from kerjasama.parse.trace import trace
from kerjasama.text.derivation import Run

NOW = datetime(2026, 1, 31, tzinfo=UTC)
WORDS = """kerja sama pelabuhan Makassar menteri "investasi" Jepang & Korea US$ 20 juta perusahaan
Rp1,5 triliun nota kesepahaman – Jumat' kafé industri hilir nikel""".split()  # noqa: SIM905


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@st.composite
def paragraphs(draw) -> list[str]:
    return draw(
        st.lists(
            st.lists(st.sampled_from(WORDS), min_size=6, max_size=20).map(" ".join), min_size=1, max_size=6
        )
    )


@st.composite
def pages(draw) -> tuple[str, str]:
    """The text of an article and a page's source that holds it: wrapped, linked, escaped, interrupted."""
    text = draw(paragraphs())
    pieces = ['<html><head><script>{"articleBody": ', json.dumps("\n".join(text)), "}</script></head><body>"]
    pieces.append(f'<img alt="{html.escape(text[0])}"><ul><li>{html.escape(text[0])[:20]}</li></ul>')
    for paragraph in text:
        pieces.append("<p>")
        for word in paragraph.split(" "):
            shown = draw(
                st.sampled_from([html.escape(word)] * 5 + [html.escape(html.escape(word)), f"<b>{word[0]}</b>{word[1:]}"])
                if word.isalnum()
                else st.just(html.escape(word))
            )  # fmt: skip
            link = draw(st.integers(0, 9)) == 0
            pieces.append(
                f'<a class="tautan" href="https://x.example/{word[:1]}">{shown}</a>' if link else shown
            )
            pieces.append(draw(st.sampled_from([" "] * 8 + ["\n    ", "&nbsp;", " \u00a0"])))
        pieces.append("</p>")
        pieces.append(draw(st.sampled_from(["\n", "<div>Baca juga: <a>Kabar lain</a></div>"])))
    return "\n".join(text), "".join(pieces) + "<footer>Hak cipta</footer></body></html>"


@given(pages(), st.data())
def test_a_quotation_is_found_again_in_the_source_of_a_page(page, data) -> None:
    text, source = page
    origin = Origin((Part("urn:uuid:1", trace(text, source)),))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = origin.pieces(start, end)
    found = "".join(text[piece.clean_start : piece.clean_end] for piece in pieces)
    assert letters(found) == letters(text[start:end])
    for piece in pieces:
        raw, clean = source[piece.start : piece.end], text[piece.clean_start : piece.clean_end]
        assert (
            raw == clean
            or html.unescape(html.unescape(raw)) == clean
            or piece.end - piece.start != len(clean)
        )
    body = source.index("</script>")
    assert all(piece.start > body for piece in pieces)


@given(paragraphs(), st.booleans(), st.booleans())
def test_a_quotation_is_found_again_in_what_only_scripts_are_told(text, ascii_only, marked_up) -> None:
    shown = [f"<p>{html.escape(line)}</p>" for line in text] if marked_up else text
    told = json.dumps("\n".join(shown), ensure_ascii=ascii_only)
    if marked_up:
        told = told.replace("<", "\\u003c").replace(">", "\\u003e")
    source = f'<html><body><script>{{"isi": {told}}}</script><p>{text[0][:20]}</p></body></html>'
    whole = "\n".join(text)
    origin = Origin((Part("urn:uuid:1", trace(whole, source)),))
    found = words_found(origin.pieces(0, len(whole)), {"urn:uuid:1": source})
    assert letters(found) == letters(whole)


@given(
    st.lists(
        st.sampled_from([*WORDS, "&amp;", "&nbsp;", "\u200b", "\n\n", "**tebal**", "Baca juga: x"]),
        max_size=60,
    )
)
def test_a_quotation_is_found_again_in_a_bare_text(words) -> None:
    raw = " ".join(words)
    cleaned = read_text(raw).cleaned
    origin = Origin((Part("urn:uuid:1", cleaned.runs),))
    for piece in origin.pieces(0, len(cleaned.text)):
        if piece.end - piece.start == piece.clean_end - piece.clean_start and piece.end - piece.start > 1:
            assert raw[piece.start : piece.end] == cleaned.text[piece.clean_start : piece.clean_end]


RUN = st.tuples(*[st.integers(0, 50)] * 2, st.integers(1, 50), st.integers(0, 60)).map(Run._make)


@given(st.lists(st.builds(Part, st.text(max_size=5), st.lists(RUN, max_size=6).map(tuple)), max_size=3))
def test_what_is_kept_reads_back(parts) -> None:
    origin = Origin(tuple(parts))
    assert Origin.unpacked(origin.packed()) == origin


@pytest.mark.parametrize("kept", ['[["r",[1,2,3]]]', "[1]", "nonsense"])
def test_nonsense_is_no_origin(kept: str) -> None:
    with pytest.raises(ValueError):
        Origin.unpacked(kept)


BODY = [
    "JAKARTA – Pemerintah Indonesia dan Jepang sepakat membangun pelabuhan baru di Patimban, kata menteri &amp; gubernur.",
    "Nilai proyek itu mencapai Rp1,5 triliun dan akan dikerjakan selama tiga tahun oleh perusahaan dari kedua negara.",
    'Menteri menyebut kerja sama ini "langkah yang penting" bagi industri di dalam negeri dan bagi pekerja setempat.',
]


def page(*body: str) -> bytes:
    told = "".join(f"<p>{line}</p>\n" for line in body)
    head = '<meta property="og:title" content="Pelabuhan Baru Patimban"><meta charset="utf-8">'
    return f"<html><head>{head}</head><body><h1>Pelabuhan Baru Patimban</h1><article>{told}</article></body></html>".encode()


DEPOSITS = {
    "page": Deposit("https://kabar.example/a", "kabar", "test", page(*BODY), status=200,
                    headers=(("Content-Type", "text/html"),)),
    "windows-1252": Deposit("https://kabar.example/b", "kabar", "test", page(*BODY).decode().encode("cp1252"),
                            status=200, headers=(("Content-Type", "text/html; charset=windows-1252"),)),
    "text": Deposit("file:///c.txt", None, "test", "\n\n".join(BODY).encode(), "text/plain"),
    "line": Deposit("file:///d.jsonl#line=1", None, "test",
                    json.dumps({"text": "\n".join(BODY), "title": "Patimban"}).encode(), "application/json"),
}  # fmt: skip


def parsed(tmp_path, *deposits: Deposit):
    archive = Archive(tmp_path / "archive", fsync=False)
    rows = list(take_in(deposits, archive, NOW))
    articles, rejects = parse_captures(rows, tmp_path / "archive")
    return archive, articles, rejects


@pytest.mark.parametrize("kind", DEPOSITS)
def test_every_line_of_an_archived_article_is_found_in_its_record(kind: str, tmp_path) -> None:
    archive, (row,), _ = parsed(tmp_path, DEPOSITS[kind])
    words = OriginalWords({row["article_id"]: row["origin"]}, archive.read)
    start = 0
    for line in row["text"].split("\n"):
        assert letters(words(row["article_id"], start, start + len(line))) == letters(line)
        start += len(line) + 1
    assert words("another", 0, 5) is None
    quoted = row["text"].index("langkah yang penting")
    record, low, high = Origin.unpacked(row["origin"]).span(quoted, quoted + len("langkah yang penting"))
    assert record == row["archive_record"]
    assert original_text(archive.read(record))[low:high] == "langkah yang penting"


def test_an_article_of_two_pages_leads_to_both(tmp_path) -> None:
    url = "https://kabar.example/lama"
    link = f'<link rel="canonical" href="{url}">'.encode()
    more = [line.replace("i", "i ").replace("i  ", "i ") for line in reversed(BODY)]
    both = [
        Deposit(url + suffix, "kabar", "test", page(*body).replace(b"<head>", b"<head>" + link), status=200,
                headers=(("Content-Type", "text/html"),))
        for suffix, body in (("", BODY), ("?page=2", more))
    ]  # fmt: skip
    archive, (row,), (reject,) = parsed(tmp_path, *both)
    assert reject["reason"] == "further_page"
    words = OriginalWords({row["article_id"]: row["origin"]}, archive.read)
    lines = row["text"].split("\n")
    assert len(lines) > len(BODY)
    assert letters(words(row["article_id"], 0, len(row["text"]))) == letters(row["text"])
    last = Origin.unpacked(row["origin"]).span(len(row["text"]) - 20, len(row["text"]))
    assert last[0] == reject["archive_record"]


def test_real_pages_lead_back_to_their_source(shared, root) -> None:
    for gold in load_pages(root / "tests/gold/pages")[::3]:
        if gold.refused is None:
            data = gzip.decompress((shared / "html" / gold.name).read_bytes())
            text, source = parse_page(data, gold.url).text, decode(data)
            pieces = Origin((Part("r", trace(text, source)),)).pieces(0, len(text))
            assert letters("".join(text[p.clean_start : p.clean_end] for p in pieces)) == letters(text), (
                gold.name
            )
