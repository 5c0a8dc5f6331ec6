"""The outlet of an annotated article, and scores outlet by outlet with few articles called few."""

import pytest

from kerjasama.evaluate.measure import FEW, Read, score
from kerjasama.evaluate.outlets import UNKNOWN, outlet_of
from kerjasama.evaluate.report import as_text
from kerjasama.records import Article


@pytest.mark.parametrize(
    ("url", "publisher", "text", "outlet"),
    [
        ("https://finance.detik.com/energi/d-1/contoh", None, "JAKARTA, KOMPAS.com - Isi.", "detik"),
        ("https://m.contoh.co.id/berita/1", None, "Isi.", "contoh"),
        (None, "nasional.kompas.com", "Isi.", "kompas"),
        (None, None, "JAKARTA, KOMPAS.com - Pemerintah bertemu.", "kompas"),
        (None, None, "Bisnis.com, JAKARTA — Sekda bertemu.", "bisnis"),
        (None, None, "Pemerintah bertemu, menurut Kompas.com.", UNKNOWN),
    ],
)
def test_the_outlet_follows_from_address_name_or_dateline(url, publisher, text, outlet):
    assert outlet_of({"url": url}, Article(text=text, publisher=publisher)) == outlet
    assert outlet_of({}, Article(text=text, publisher=publisher, url=url)) == outlet


def read(number, outlet, hit):
    gold = {"is_cooperation": False, "figures": [{"value": 5, "unit": "IDR", "kind": "level"}]}
    predicted = gold if hit else {**gold, "figures": []}
    return Read(f"a{number}", gold, predicted, "Rp5", outlet)


def test_each_outlet_is_scored_over_its_own_articles():
    articles = [read(n, "besar", n % 2 == 0) for n in range(FEW)] + [read(99, "kecil", True)]
    told = score("uji", articles)["by_outlet"]
    assert told["besar"]["articles"] == FEW and not told["besar"]["few_articles"]
    assert told["besar"]["measures"]["figures"]["recall"] == 0.5
    assert told["kecil"]["few_articles"]
    one = told["kecil"]["measures"]["figures"]
    assert (one["f1"], one["low"], one["high"]) == (1.0, None, None)


def test_people_see_fields_and_outlets_too():
    text = as_text(score("uji", [read(n, "kecil", n > 0) for n in range(3)]))
    assert "figures: value " in text
    line = next(line for line in text.splitlines() if line.startswith("kecil"))
    assert "3* articles" in line and "figures 0.800" in line
