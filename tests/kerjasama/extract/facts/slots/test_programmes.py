"""The proper names of programmes, agreements and forums."""

from kerjasama.extract.reader import read
from kerjasama.records import Article, Fact


def first(text: str) -> Fact:
    return read(Article(text=text, article_id="a-programme")).facts[0]


def test_a_treaty_is_named_as_printed():
    fact = first(
        "Indonesia dan Australia menandatangani Comprehensive Economic Partnership Agreement di "
        "Jakarta, Senin (4/3/2019)."
    )
    assert fact.instrument == "agreement"
    assert fact.programme is not None
    assert fact.programme.endswith("Economic Partnership Agreement")
