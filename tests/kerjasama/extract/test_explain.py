"""Every slot of a fact is explained by words of the article or a named rule."""

import pytest

from kerjasama.extract.annotation import annotation
from kerjasama.extract.explain import as_text, explain
from kerjasama.extract.ids import fact_ids
from kerjasama.extract.reader import read
from kerjasama.records import Article

TEXT = (
    "Indonesia dan Jepang sepakat memperkuat kerja sama di bidang kesehatan di Jawa Timur. "
    "Indonesia berharap Jepang membuka peluang investasi bagi pelaku UMKM Indonesia."
)
ARTICLE = Article(text=TEXT, article_id="a-explained")


def test_every_slot_with_a_value_has_a_reason():
    for fact in explain(ARTICLE):
        for slot, told in fact["slots"].items():
            if told["value"] and told["value"] not in ([], ["general"]):
                assert told["because"], slot
            for reason in told["because"]:
                assert reason["rule"]
                if reason["start"] is not None:
                    assert " ".join(TEXT[reason["start"] : reason["end"]].split()) == reason["words"]


def test_one_fact_can_be_asked_for_by_its_id():
    extraction = read(ARTICLE)
    wanted = fact_ids(ARTICLE.article_id, extraction.facts)[1]
    assert [fact["fact_id"] for fact in explain(extraction, wanted)] == [wanted]


def test_an_unknown_id_is_told_with_those_that_are_there():
    known = fact_ids(ARTICLE.article_id, read(ARTICLE).facts)[0]
    with pytest.raises(KeyError, match=known):
        explain(ARTICLE, "f-nothing")


def test_the_text_form_names_words_and_rules():
    text = as_text(explain(ARTICLE))
    assert "stage.agreed:sepakat" in text
    assert '"sepakat"' in text


def test_an_annotation_has_the_shape_of_the_codebook():
    made = annotation(read(ARTICLE))
    assert made["is_cooperation"] is True
    assert made["partner_countries"] == ["JP"]
    fact = made["facts"][0]
    assert fact["evidence"] == "Indonesia dan Jepang sepakat memperkuat kerja sama di"
    assert {"name": "Jepang", "side": "JP", "role": "party"} in fact["participants"]
    assert fact["places"] == ["ID-JI"]
    assert len(fact["object"].split()) <= 15
