"""Copies of one report share a story; follow-ups, templates and strangers do not."""
# ruff: noqa: E501 (texts as outlets print them are not wrapped)

import gzip
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kerjasama.parse.text_input import read_text
from kerjasama.resolve.stories import likeness, stories, story_pairs

GOLD = Path(__file__).parents[2] / "gold/stories.json"

LEAD = (
    "Kementerian Perindustrian menerima kunjungan delegasi pengusaha mebel dari Nagoya yang ingin mempelajari teknik ukir "
    "Jepara sekaligus menjajaki pembelian kursi dan meja kayu jati dari para perajin."
)
QUOTE = (
    '"Kami berharap delegasi itu bertemu langsung dengan perajin di Tahunan dan Batealit supaya mutu kayunya dapat mereka '
    'lihat sendiri," kata Direktur Industri Aneka Ratmaja Wibisana dalam keterangan tertulis.'
)
TAIL = (
    "Ekspor mebel Jepara tahun lalu tercatat 182 juta dolar AS dan sebagian besar dikirim ke Amerika Serikat. Pemerintah "
    "menargetkan pasar Jepang menyerap seperlima dari nilai itu dalam tiga tahun ke depan."
)
OTHER = (
    "Nelayan Ambon menamatkan pelatihan pengolahan ikan cakalang selama enam bulan di Yaizu, Prefektur Shizuoka, dan akan "
    "membuka rumah produksi bersama dengan koperasi setempat mulai bulan depan."
)
NEWS = f"{LEAD}\n{QUOTE}\n{TAIL}"


def test_an_agency_copy_with_another_dateline_and_a_cut_tail():
    rows = [
        ("a2", "2024-03-15T09:00:00+07:00", f"JAKARTA, CONTOH.com - {LEAD}\n{QUOTE}"),
        ("a1", "2024-03-14T20:00:00+07:00", f"Jakarta (ANTARA) - {NEWS}"),
        ("a3", "2024-03-15", f"Ambon (ANTARA) - {OTHER}"),
    ]
    assert stories(rows) == {"a1": "s1", "a2": "s1", "a3": "s3"}


def test_background_repeated_in_a_follow_up_is_no_copy():
    follow_up = f"{OTHER} {OTHER.replace('Ambon', 'Tual')}\n{TAIL}"
    assert likeness(NEWS, follow_up).whole < 0.8
    assert story_pairs([("a1", None, NEWS), ("a2", None, follow_up)]) == []


def test_a_template_of_another_week_is_no_copy():
    assert story_pairs([("a1", "2024-03-01", NEWS), ("a2", "2024-03-20", NEWS)]) == []
    assert story_pairs([("a1", "2024-03-01", NEWS), ("a2", "2024-03-03", NEWS)]) == [("a1", "a2")]
    assert story_pairs([("a1", None, NEWS), ("a2", "2024-03-03", NEWS)]) == [("a1", "a2")]


def test_briefs_count_only_when_they_are_the_same():
    brief = "Pameran mebel ditunda."
    rows = [("a1", None, brief), ("a2", None, brief), ("a3", None, f"{brief} {NEWS}"), ("a4", None, "")]
    assert stories(rows) == {"a1": "s1", "a2": "s1", "a3": "s3", "a4": "s4"}


@given(
    st.permutations(
        [
            ("a1", "2024-03-02", NEWS),
            ("a2", "2024-03-01", f"{LEAD}\n{QUOTE}"),
            ("a3", None, OTHER),
            ("a4", "2024-03-02", NEWS),
        ]
    )
)
def test_the_order_of_the_rows_does_not_matter(rows):
    assert stories(rows) == {"a1": "s2", "a2": "s2", "a3": "s3", "a4": "s2"}


def test_labelled_pairs_of_the_corpus(shared):
    """Precision and recall on the pairs that were labelled by hand, candidates by MinHash included."""
    labels = {
        (pair["first"], pair["second"]): pair["one_story"] for pair in json.loads(GOLD.read_text())["pairs"]
    }
    wanted = {article_id for pair in labels for article_id in pair}
    rows = []
    with gzip.open(shared / "corpus/news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if item["article_id"] in wanted:
                day = read_day(item)
                rows.append(
                    (item["article_id"], day, read_text(item["text"], title=item["title"]).cleaned.text)
                )
    found = set(story_pairs(rows))
    right = sum(labels[pair] for pair in found if pair in labels)
    precision = right / sum(pair in labels for pair in found)
    recall = right / sum(labels.values())
    assert precision >= 0.9, f"precision {precision:.3f}, recall {recall:.3f}"
    assert recall >= 0.85, f"precision {precision:.3f}, recall {recall:.3f}"


def read_day(item):
    from kerjasama.parse.dates import read_stamp

    return read_stamp(item["published_as_printed"])
