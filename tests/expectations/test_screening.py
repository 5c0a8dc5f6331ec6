"""Rows that break a rule are set aside with all that hangs on them; nothing is lost, nothing broken stays."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from small_world import changed, without, world

from expectations.frames import Frames, row_keys
from expectations.outcomes import kept, measured
from expectations.rules import rules_for
from expectations.screening import screen
from kerjasama.schema import PUBLISHED, arrow_schema


def test_a_clean_world_passes_untouched(tables) -> None:
    published, quarantine = screen(tables)
    assert quarantine.num_rows == 0 and quarantine.schema.equals(arrow_schema("quarantine"))
    assert all(published[name].equals(tables[name]) for name in tables)


def test_a_broken_fact_takes_its_participants_along(tables) -> None:
    fault = changed(tables, "facts", 0, stage="entah")
    fact = tables["facts"].column("fact_id").to_pylist()[0]
    published, quarantine = screen(fault)
    rows = quarantine.to_pylist()
    assert {(row["table"], row["rule"]) for row in rows} >= {
        ("facts", "facts.stage.vocabulary"),
        ("participants", "participants.fact_id.reference"),
    }
    assert fact not in published["facts"].column("fact_id").to_pylist()
    assert fact not in published["participants"].column("fact_id").to_pylist()
    assert json.loads(next(row for row in rows if row["table"] == "facts")["row"])["stage"] == "entah"


def test_a_broken_participant_takes_its_fact_along(tables) -> None:
    published, quarantine = screen(changed(tables, "participants", 0, end=100_000))
    assert "facts.both_sides_present" in quarantine.column("rule").to_pylist()
    assert published["facts"].num_rows == tables["facts"].num_rows - 1


def test_a_row_has_a_line_for_every_rule_that_it_breaks(tables) -> None:
    _, quarantine = screen(changed(tables, "figures", 0, kind="share", value=400.0, value_max=2.0, raw="x"))
    assert quarantine.column("rule").to_pylist() == [
        "figures.range_ascends",
        "figures.raw_is_verbatim",
        "figures.share_within_hundred",
    ]


def test_texts_beside_are_looked_at_and_not_handed_on(tables) -> None:
    beside = {"parsed_articles": tables["parsed_articles"]}
    resolved = {name: table for name, table in tables.items() if name in PUBLISHED}
    published, quarantine = screen(changed(resolved, "mentions", 0, text="Bukan Ini"), beside)
    assert quarantine.column("rule").to_pylist() == ["mentions.text_is_verbatim"]
    assert "parsed_articles" not in published


def test_a_quotation_that_is_too_long_is_not_published_through_the_quarantine(tables) -> None:
    _, quarantine = screen(changed(tables, "statements", 0, excerpt="rahasia " * 500))
    row = json.loads(quarantine.column("row").to_pylist()[0])
    assert len(row["excerpt"]) == 280


def test_an_error_is_left_for_the_release_to_stop(tables) -> None:
    _, quarantine = screen(changed(tables, "coverage", 0, tried=99))
    assert quarantine.num_rows == 0


@settings(max_examples=12)
@given(
    faults=st.lists(
        st.sampled_from(
            [
                ("articles", {"text_length": 0}),
                ("articles", {"partner_countries": ["ID"]}),
                ("facts", {"instrument": "dialogue", "stage": "signed"}),
                ("facts", {"evidence_ends": []}),
                ("participants", {"side": "??"}),
                ("actors", {"kind": "makhluk"}),
                ("initiatives", {"facts": 0}),
                ("mentions", {"start": 5_000}),
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    row=st.integers(0, 4),
)
def test_whatever_breaks_nothing_is_lost_and_nothing_broken_stays(faults: list, row: int) -> None:
    fault = world()
    for table, values in faults:
        fault = changed(fault, table, row, **values)
    published, quarantine = screen(fault)
    frames = Frames(published)
    for name in (name for name in PUBLISHED if name in fault):
        held = {r["row_key"] for r in quarantine.to_pylist() if r["table"] == name}
        before, after = (set(row_keys(name, tables[name]).to_pylist()) for tables in (fault, published))
        assert before == after | held and not after & held
        for rule in rules_for(name):
            if rule.severity == "quarantine":
                assert all(kept(rule, frames)), rule.id
            if rule.params.get("check") == "extracted_is_accounted":
                assert measured(rule, frames).faults == 0


def test_rows_that_vanish_without_a_trace_are_noticed(tables) -> None:
    rule = next(rule for rule in rules_for("facts") if rule.params.get("check") == "extracted_is_accounted")
    seen = measured(rule, Frames(without(tables, "facts", 2)))
    assert seen.faults == 1 and "extracted 6, but published 5 + quarantined 0 = 5" in seen.observed
