"""Great Expectations really runs the rules, and says the same as the checks that screening uses."""

import pytest
from breakers import broken, with_quarantine
from small_world import changed

from expectations.frames import Frames, row_keys
from expectations.outcomes import kept, measured
from expectations.rules import checked_tables, rules_for
from expectations.suite import run, run_all


@pytest.fixture(scope="module")
def clean(tables) -> dict:
    return {result.table: result for result in run_all(tables)}


def test_every_rule_holds_in_the_small_world(clean) -> None:
    assert set(clean) == set(checked_tables()) - {"quarantine"}
    assert [o.rule_id for r in clean.values() for o in r.outcomes if not o.success] == []


def test_outcomes_come_in_the_order_of_the_rules(clean) -> None:
    for table, result in clean.items():
        assert [outcome.rule for outcome in result.outcomes] == list(rules_for(table))


@pytest.mark.parametrize("table", checked_tables())
def test_great_expectations_and_screening_agree_on_many_faults_at_once(table: str, tables) -> None:
    """Break as many rules of a table as fit, and compare every outcome with the plain checks."""
    fault = with_quarantine(tables)
    for rule in rules_for(table):
        if rule.kind in ("not_null", "vocabulary", "range", "length", "pattern", "reference"):
            value = broken(rule, fault)[0][table].to_pylist()[0][rule.columns[0]]
            at = sum(map(ord, rule.id)) % fault[table].num_rows
            fault = changed(fault, table, at, **{rule.columns[0]: value})
    frames = Frames(fault)
    keys = row_keys(table, fault[table]).to_pylist()
    outcomes = run(table, fault)
    assert any(not outcome.success for outcome in outcomes)
    for outcome in outcomes:
        if outcome.rule.whole_table:
            assert outcome.unexpected_count == measured(outcome.rule, frames).faults
            continue
        good = kept(outcome.rule, frames)
        wrong = tuple(key for key, fine in zip(keys, good, strict=True) if not fine)
        assert outcome.unexpected_keys == wrong, outcome.rule_id
        assert outcome.unexpected_count == len(wrong)
        assert outcome.success is (not wrong)


def test_a_table_of_another_shape_is_told_so_and_nothing_else_is_asked(tables) -> None:
    outcomes = run("facts", {**tables, "facts": tables["facts"].drop_columns(["stage"])})
    assert not any(outcome.success for outcome in outcomes)
    assert outcomes[0].observed == "declared and not there: stage string"
    assert outcomes[1].observed.startswith("not decided")


def test_an_empty_table_breaks_only_the_rule_that_it_may_not_be_empty(tables) -> None:
    outcomes = run("facts", {"facts": tables["facts"].slice(0, 0)})
    assert [o.rule_id for o in outcomes if not o.success] == ["facts.not_empty"]
    assert all(
        outcome.success for outcome in run("statements", {"statements": tables["statements"].slice(0, 0)})
    )


def test_sample_keys_are_few_and_the_list_is_whole(tables) -> None:
    import pyarrow as pa

    many = pa.concat_tables([tables["facts"]] * 10)
    unique = next(o for o in run("facts", {"facts": many}) if o.rule.kind == "unique")
    assert (
        unique.unexpected_count == 60 and len(unique.unexpected_keys) == 60 and len(unique.sample_keys) == 20
    )
