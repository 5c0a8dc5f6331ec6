"""Whatever is read, its offsets lie inside the article; reading never fails and never changes its mind."""

import gzip
import json
import os

from hypothesis import given
from hypothesis import strategies as st

from kerjasama.codebook import load
from kerjasama.extract.reader import read
from kerjasama.records import Article, Extraction

PIECES = [
    "Indonesia dan Jepang sepakat",
    "kedua negara akan",
    "menandatangani nota kesepahaman",
    "Menteri Perdagangan Zulkifli Hasan",
    "bertemu dengan",
    "Duta Besar Jepang Masaki Yasushi",
    "(AS)",
    '"Kami berharap',
    'kerja sama ini ditingkatkan,"',
    "kata dia",
    "investasi senilai Rp5,2 triliun",
    "Baca juga: Presiden Bertemu PM",
    "Selain Jepang,",
    "baik yang sudah terlaksana maupun yang akan datang",
    "tidak jadi",
    ".",
    ",",
    "\n",
    "pada Senin (4/3/2024)",
    "PT Maju Jaya Tbk",
    "danRusia",
    "antara",
    "dan",
    "di Tokyo",
]
VOCABULARIES = load("vocabularies")


def check(extraction: Extraction) -> None:
    text = extraction.article.text
    for fact in extraction.facts:
        assert fact.instrument in VOCABULARIES["instrument"]
        assert fact.stage in VOCABULARIES["stage"]
        assert {p.side == "ID" for p in fact.participants} == {True, False}
        assert set(fact.partner_countries) == {p.side for p in fact.participants} - {"ID", "INT"}
        assert fact.evidence
        assert 0 <= fact.confidence <= 1
        for start, end in fact.evidence:
            assert 0 <= start < end <= len(text)
        for participant in fact.participants:
            assert participant.start is not None and participant.end is not None
            assert 0 <= participant.start < participant.end <= len(text)
        slots = {anchor.slot for anchor in fact.anchors}
        assert {"instrument", "stage", "participants", "object"} <= slots
        for anchor in fact.anchors:
            if anchor.start is not None and anchor.end is not None:
                assert 0 <= anchor.start < anchor.end <= len(text)
    for actor in extraction.actors:
        for start, end in actor.mentions:
            assert 0 <= start < end <= len(text)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_facts_of_any_heap_of_press_words_are_well_formed(text: str):
    check(read(Article(text=text, article_id="a-heap")))


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str):
    check(read(Article(text=text, article_id="a-any")))


def test_reading_twice_gives_the_same(shared):
    lines = (shared / "gold" / "dev-articles.jsonl").read_text(encoding="utf-8").splitlines()[:8]
    for line in lines:
        article = json.loads(line)
        once = read(Article(text=article["text"], article_id=article["article_id"]))
        assert read(Article(text=article["text"], article_id=article["article_id"])) == once


def test_no_corpus_article_fails_and_every_offset_holds(shared):
    """Every eighth article of the corpus; all of them where KERJASAMA_WHOLE_CORPUS=1."""
    step = 1 if os.environ.get("KERJASAMA_WHOLE_CORPUS") == "1" else 8
    with gzip.open(shared / "corpus" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % step == 0:
                article = json.loads(line)
                check(read(Article(text=article["text"], article_id=article["article_id"])))
