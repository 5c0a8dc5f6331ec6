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


def named(text: str) -> list[tuple[str, str | None]]:
    facts = read(Article(text=text, article_id="a-programme")).facts
    return [(fact.instrument, fact.programme) for fact in facts]


def test_who_meets_at_a_forum_meets_there_but_what_is_signed_is_no_forum():
    text = (
        "Menteri Perdagangan Budi Santoso bertemu Menteri Perdagangan Fiji Manoa Kamikamica pada KTT APEC "
        "di Lima."
    )
    assert named(text) == [("dialogue", "KTT APEC")]
    text = "Pertamina dan Petronas menandatangani nota kesepahaman pada Indonesia Energy Expo di Jakarta."
    assert named(text) == [("agreement", None)]


def test_a_body_and_a_place_give_no_programme_its_name():
    text = "Indonesia dan Jepang bekerja sama dengan United Nations Development Programme (UNDP)."
    assert {programme for _, programme in named(text)} == {None}


def test_a_noun_points_back_at_the_name_and_is_the_anchor():
    text = (
        "Bappenas dan GIZ Jerman menjalankan program Sawah Cerah di Papua. "
        "Pemerintah Jerman memberikan hibah 2 juta euro untuk program tersebut."
    )
    fact = read(Article(text=text, article_id="a-pointed")).facts[-1]
    assert (fact.instrument, fact.programme) == ("finance", "Sawah Cerah")
    anchor = next(a for a in fact.anchors if a.slot == "programme")
    assert (anchor.rule, text[anchor.start : anchor.end]) == ("programme.pointed", "program tersebut")


def test_what_is_paid_in_the_next_sentence_is_paid_for_the_programme_unless_another_side_pays():
    first = "Bappenas dan GIZ Jerman menjalankan program Sawah Cerah di Papua. "
    same = "Jerman memberikan hibah 2 juta euro kepada Indonesia."
    assert ("finance", "Sawah Cerah") in named(first + same)
    assert ("finance", None) in named(first + same.replace("Jerman", "Kanada"))


def test_a_list_of_treaties_names_none():
    text = (
        "Indonesia dan Peru menandatangani Coastal Fisheries Agreement, Mountain Roads Agreement, dan "
        "Silver Trade Agreement di Lima."
    )
    assert {programme for _, programme in named(text)} == {None}
