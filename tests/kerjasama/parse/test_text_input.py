"""Bare texts and corpus items become articles whose text leads back to the original."""
# ruff: noqa: E501 (texts as outlets print them are not wrapped)

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.parse.reject import NotAnArticle
from kerjasama.parse.text_input import parse_text, read_text
from kerjasama.text.derivation import Cleaned

FIRST = (
    "Pemerintah Kabupaten Jepara menjajaki kerja sama dengan pengusaha mebel asal Nagoya untuk melatih para perajin "
    "muda yang akan bekerja di sentra ukir dan mebel."
)
SECOND = '"Kami berharap pelatihan ini dapat dimulai pada bulan Juli," kata Bupati Jepara Dian Kristiandi, Kamis (14/3).'
BODY = f"{FIRST}\n{SECOND}"


def read(raw, **metadata):
    return parse_text(raw, name="contoh.txt", metadata=metadata or None)


def test_breadcrumb_headline_deck_dateline_initials_and_comment_box():
    raw = (
        "Home » Ekonomi » Jepara Gandeng Pengusaha Nagoya\n\nJepara Gandeng Pengusaha Nagoya\n\nPerajin muda akan dilatih.\n\n"
        f"Perajin muda akan dilatih.\n\nMURIATODAY.COM – JEPARA\n\n{FIRST}\n\n{SECOND} (RIN)\n\nKomentar\n\nkomentar"
    )
    article = read(raw)
    assert article.title == "Jepara Gandeng Pengusaha Nagoya"
    assert article.dateline_place == "Jepara"
    assert article.text == f"MURIATODAY.COM – JEPARA\n{BODY}"


def test_date_line_and_byline_before_the_dateline():
    raw = (
        " date 2024-03 Kamis, 14 Maret 2024 | 17:20 WIB\n\nOleh : Rina Astuti, Bayu Prakoso / WBP\n\n"
        f"Jakarta, Contoh.com - {BODY}"
    )
    article = read(raw)
    assert article.published_at == "2024-03-14T17:20:00+07:00"
    assert (article.authors, article.editors) == (("Rina Astuti", "Bayu Prakoso"), ("WBP",))
    assert article.text.startswith("Jakarta, Contoh.com - Pemerintah")


def test_front_matter():
    raw = f'---\ntitle: "Jepara dan Nagoya"\npubDate: "2025-07-11"\nauthor: "Rina Astuti"\ntags: [a]\n---\n\n**Jepara, 11 Juli 2025** — {BODY}\n\n(Rina Astuti)'
    article = read(raw)
    assert (article.title, article.published_at, article.authors) == (
        "Jepara dan Nagoya",
        "2025-07-11",
        ("Rina Astuti",),
    )
    assert article.text == f"Jepara, 11 Juli 2025 — {BODY}"


def test_crawl_header():
    raw = (
        "# Jepara Gandeng Pengusaha Nagoya\n\n- **Kampus:** Contoh\n- **Sumber:** https://contoh.example/berita/1\n"
        f"- **Tanggal Posting:** N/A\n- **Waktu Crawl:** 2026-01-14 12:27:51\n\n---\n\nJepara-{BODY}"
    )
    article = read(raw)
    assert article.title == "Jepara Gandeng Pengusaha Nagoya"
    assert article.url == "https://contoh.example/berita/1"
    assert article.published_at is None  # the time of the crawl is no publication date
    assert article.dateline_place == "Jepara"


def test_a_comma_ends_no_paragraph():
    torn = '"Kami senang," kata Bupati Batu kepada Kantor Berita Contoh,\nSenin (9/6/2025). Ia menyambut para petani apel itu.'
    assert read_text(torn).cleaned.text == torn.replace("\n", " ")
    listed = "Yang diundang ke Aomori:\n1. Kepala Dinas,\n2. Ketua Kelompok Tani di Kota Batu."
    assert read_text(listed).cleaned.text.count("\n") == 2


def test_torn_links_and_a_dateline_on_three_lines():
    raw = f"Jakarta\n-\nBupati\nDian Kristiandi\n, yang hadir dalam pertemuan itu, menyambut delegasi dari Nagoya.\n{BODY}"
    assert read(raw).text.split("\n")[0] == (
        "Jakarta - Bupati Dian Kristiandi, yang hadir dalam pertemuan itu, menyambut delegasi dari Nagoya."
    )


def test_glued_paragraphs_and_a_glued_dateline():
    raw = f"Liputan6.com, JakartaDelegasi dari Nagoya tiba di Jepara.{FIRST}“Kami siap,” kata dia."
    article = read(raw)
    assert article.dateline_place == "Jakarta"
    assert article.text.split("\n")[1:] == [FIRST, "“Kami siap,” kata dia."]


def test_a_collapsed_text_gets_its_paragraphs_back():
    raw = f"JEPARA, CONTOH.com - {FIRST}   {SECOND}  Baca juga: Perajin Jepara ke Nagoya  Delegasi kembali ke Nagoya besok.   Selesai sudah."
    paragraphs = read(raw).text.split("\n")
    assert paragraphs[0].endswith("mebel.")
    assert paragraphs[1:] == [SECOND, "Delegasi kembali ke Nagoya besok.", "Selesai sudah."]


def test_metadata_wins_and_the_known_title_is_not_repeated():
    raw = f"Judul di Halaman\n\n{BODY}"
    article = read(
        raw,
        title="Judul di Halaman",
        url="https://m.contoh.example/1/?utm_source=x",
        published_as_printed="26-10-2023",
    )
    assert article.text == BODY
    assert article.published_at == "2023-10-26"
    assert article.canonical_url == "https://contoh.example/1"
    assert article.publisher == "contoh"


def test_identity_is_the_address_or_the_text():
    plain, addressed = read(BODY), read(BODY, url="https://contoh.example/1")
    assert plain.article_id != addressed.article_id
    assert len(plain.article_id) == 16
    assert addressed.article_id == read(SECOND + "\n" + FIRST, url="http://www.contoh.example/1/").article_id
    assert parse_text(BODY, name="x", metadata={"article_id": "d07"}, keep_id=True).article_id == "d07"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "empty"),
        (b"\x00\x00", "empty"),
        (b"%PDF-1.7 abc", "binary"),
        ("Baca juga: Perajin Jepara Kirim Mebel ke Osaka", "no_body"),
        (
            "The government of Japan said on Tuesday that it will support the small firms of Indonesia with "
            * 3,
            "other_language",
        ),
    ],
)
def test_what_is_no_article_says_why(raw, reason):
    with pytest.raises(NotAnArticle) as refusal:
        read(raw)
    assert refusal.value.reason == reason


def test_a_quotation_is_found_in_the_original():
    raw = (
        f"Judul Berita Jepara dan Nagoya\n\n{FIRST}\n\nBaca juga: Perajin Jepara Kirim Mebel ke Osaka\n\n"
        + SECOND.replace(" dapat ", "&nbsp;dapat ")
    )
    article = read(raw)
    cleaned = Cleaned(article.text, article.derivation)
    start = article.text.index("Kami berharap")
    end = article.text.index("Juli") + 4
    low, high = cleaned.raw_span(start, end)
    assert raw[low:high] == "Kami berharap pelatihan ini&nbsp;dapat dimulai pada bulan Juli"


PIECES = [
    FIRST,
    SECOND,
    "Baca juga: A B",
    "**",
    "&amp;",
    "\u200b",
    "\r\n",
    "\n\n",
    " - ",
    "(RIN)",
    "Jakarta",
    "---",
    "â\x80\x9c",
    ";A?;B",
    "<p>",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=14))
def test_any_text_is_cleaned_and_leads_back(pieces):
    raw = "".join(pieces)
    reading = read_text(raw)
    text = reading.cleaned.text
    assert text == text.strip()
    assert "\n\n" not in text
    assert "  " not in text
    for run in reading.cleaned.runs:
        assert 0 <= run.raw_start <= run.raw_start + run.raw_length <= len(raw)
    assert sum(run.length for run in reading.cleaned.runs) == len(text)


def test_cleaning_again_changes_nothing():
    raw = f"Home » Ekonomi » Judul\n\n{BODY}\nBaca juga:\nPerajin Jepara Kirim Mebel ke Osaka\n(RIN)"
    once = read_text(raw).cleaned.text
    assert read_text(once).cleaned.text == once


def test_seeds_and_development_texts_agree_with_gold(shared):
    wrong = []
    for folder, gold in (("seeds", "gold/seeds"), ("gold/dev-texts", "gold/dev")):
        for path in sorted((shared / folder).glob("*.txt")):
            expected = json.loads((shared / gold / f"{path.stem}.json").read_text(encoding="utf-8"))
            article = parse_text(path.read_bytes(), name=path.name)
            if article.dateline_place != expected["dateline_place"]:
                wrong.append((path.stem, article.dateline_place, expected["dateline_place"]))
    assert wrong == []


def test_a_sample_of_the_corpus_is_cleaned_without_exception(shared):
    with gzip.open(shared / "corpus/news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 12 == 0:
                item = json.loads(line)
                reading = read_text(item["text"], title=item.get("title"))
                assert reading.cleaned.text, item["article_id"]
                assert "Baca juga:" not in reading.cleaned.text


@pytest.mark.parametrize(
    ("named", "identifier"),
    [
        ("KOMPAS.com", "kompas"),
        ("finance.detik.com", "detik"),
        ("Harian Contoh", "Harian Contoh"),
        (None, "liputan6"),
    ],
)
def test_outlets_named_by_their_hosts_get_their_identifier(named, identifier):
    assert read(BODY, publisher=named, url="https://www.liputan6.com/bisnis/read/1/x").publisher == identifier


def test_a_title_that_a_table_cut_is_taken_whole_from_the_text():
    raw = f'---\ntitle: "Jepara dan Nagoya Jalin Kerja Sama Pelatihan"\n---\n\n{BODY}'
    assert (
        read(raw, title='"Jepara dan Nagoya Jalin Ker').title
        == "Jepara dan Nagoya Jalin Kerja Sama Pelatihan"
    )
