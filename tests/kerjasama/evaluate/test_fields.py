"""Scores field by field, by hand: only rows that were found tell of their fields."""

import pytest

from kerjasama.evaluate.fields import FIELDS, by_rows, field_counts
from kerjasama.evaluate.scores import Count

FACT = {
    "instrument": "agreement",
    "stage": "signed",
    "partner_countries": ["JP"],
    "participants": [
        {"name": "Kemenperin", "side": "ID", "role": "party"},
        {"name": "JETRO", "side": "JP", "role": "party"},
    ],
    "sectors": ["msme", "energy"],
    "places": ["ID-YO"],
    "event_date": "2024-05",
    "programme": "Link and Match",
    "object": "pelatihan pengelasan bagi siswa",
}
FIGURE = {
    "value": 5e9,
    "unit": "IDR",
    "kind": "level",
    "status": "actual",
    "period": "2024",
    "raw": "Rp5 miliar",
}
STATEMENT = {
    "speaker": "Sri Lestari",
    "mode": "indirect",
    "organisation": "Kemenperin",
    "country": "ID",
    "start_words": "pabrik itu segera dibangun",
    "end_words": "itu segera dibangun",
}
ACTOR = {"name": "Sri Lestari", "kind": "person", "country": "ID", "parent": "Kemenperin"}
GOLD = {"facts": [FACT], "figures": [FIGURE], "statements": [STATEMENT], "actors": [ACTOR]}
TEXT = "Sri Lestari berkata pabrik itu segera dibangun di Bantul."


def counts(**rows):
    return field_counts(GOLD, {**GOLD, **rows}, TEXT)


def test_a_perfect_reading_is_right_in_every_field():
    assert {name: count.f1 for name, count in counts().items()} == dict.fromkeys(
        (f"{rows}.{field}" for rows, fields in FIELDS.items() for field in fields), 1.0
    )


@pytest.mark.parametrize(
    ("slot", "value", "told"),
    [
        ("instrument", "finance", {"instrument": Count(0, 1, 1)}),
        ("stage", "planned", {"stage": Count(0, 1, 1)}),
        ("partner_countries", ["JP", "KR"], {"partner_countries": Count(1, 2, 1)}),
        ("sectors", ["energy"], {"sectors": Count(1, 1, 2)}),
        ("places", [], {"places": Count(0, 0, 1)}),
        ("event_date", None, {"event_date": Count(0, 0, 1)}),
        ("object", "melatih siswa", {"object": Count(1, 2, 4)}),
        ("event_date", "2024", {"event_date": Count(0, 1, 1)}),
        ("programme", "LINK AND MATCH", {}),
        ("programme", "Jasper Gate", {"programme": Count(0, 1, 1)}),
        (
            "participants",
            [{"name": "Kemenperin", "side": "JP", "role": "party"}],
            {
                "participants": Count(1, 1, 2),
                "participants_side": Count(0, 1, 2),
                "participants_role": Count(1, 1, 2),
            },
        ),
    ],
)
def test_a_wrong_field_of_a_fact_is_its_own_alone(slot, value, told):
    found = counts(facts=[FACT | {slot: value}])
    right = counts()
    assert {name: found[name] for name in found if found[name] != right[name]} == {
        f"facts.{name}": count for name, count in told.items()
    }


def test_a_missed_row_says_nothing_of_its_fields():
    assert all(count == Count() for name, count in counts(facts=[]).items() if name.startswith("facts."))


def test_figures_are_one_by_their_words_even_where_the_value_is_wrong():
    found = counts(figures=[FIGURE | {"value": 5e6, "period": None}])
    assert found["figures.value"] == Count(0, 1, 1)
    assert found["figures.unit"] == Count(1, 1, 1)
    assert found["figures.period"] == Count(0, 0, 1)
    other = counts(figures=[FIGURE | {"value": 7.0, "raw": "7 unit"}])
    assert other["figures.unit"] == Count()


def test_of_equal_numbers_the_likelier_ones_are_paired():
    twice = [FIGURE | {"raw": ""}, FIGURE | {"raw": "", "unit": "USD", "period": "2020"}]
    found = field_counts({"figures": twice}, {"figures": twice[::-1]})
    assert found["figures.unit"] == Count(2, 2, 2)
    assert found["figures.period"] == Count(2, 2, 2)


def test_a_statement_is_found_by_its_words_and_judged_by_its_speaker():
    found = counts(statements=[STATEMENT | {"speaker": "Budi", "mode": "direct"}])
    assert found["statements.speaker"] == Count(0, 1, 1)
    assert found["statements.mode"] == Count(0, 1, 1)
    assert found["statements.country"] == Count(1, 1, 1)


def test_fields_are_told_by_their_rows():
    told = by_rows({name: {"f1": 1.0} for name in counts()})
    assert list(told) == ["facts", "figures", "statements", "actors"]
    assert told["figures"]["value"] == {"f1": 1.0}
