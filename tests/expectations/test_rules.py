"""The rules as data: complete, unambiguous, quick to load, and each of them broken once."""

import subprocess
import sys

import pytest
from breakers import CHECKS, broken
from small_world import changed

from expectations import date_checks, link_checks, row_checks, table_checks, text_checks
from expectations.frames import Frames, row_keys
from expectations.outcomes import kept, measured
from expectations.rules import SEVERITIES, all_rules, checked_tables, declared, rules_for
from kerjasama.schema import PUBLISHED, TABLES

RULES = {rule.id: rule for rule in all_rules()}


def test_every_rule_has_one_name_a_severity_and_a_meaning() -> None:
    assert len(RULES) == len(all_rules())
    for rule in all_rules():
        assert rule.severity in SEVERITIES and rule.meaning
        assert rule.name.replace("_", "").isalnum(), rule.name
        assert {*rule.columns} <= {column.name for column in TABLES[rule.table].columns}
    names = [(rule.table, rule.name) for rule in all_rules()]
    assert len(set(names)) == len(names)


def test_every_published_table_is_checked() -> None:
    assert set(PUBLISHED) <= set(checked_tables())


def test_every_declared_check_exists_and_every_check_is_declared() -> None:
    rows = {entry["check"] for entries in declared()["rows"].values() for entry in entries}
    whole = {entry["check"] for entries in declared()["tables"].values() for entry in entries}
    assert rows == set(row_checks.CHECKS)
    assert whole == set(table_checks.CHECKS)


def test_a_rule_says_which_published_tables_decide_beside_the_row() -> None:
    """Screening asks only those again after rows were set aside."""
    across = {check.__name__ for check in link_checks.CHECKS}
    for rule in all_rules():
        if rule.kind == "reference":
            assert rule.looks_at == (rule.params["to_table"],)
        else:
            assert bool(rule.looks_at) is (rule.params.get("check") in across), rule.id
        assert set(rule.looks_at) <= {*TABLES}


@pytest.mark.parametrize("batch", [1, 2, 4])
def test_texts_are_compared_alike_whatever_number_is_held_at_a_time(tables, monkeypatch, batch: int) -> None:
    fault = changed(changed(tables, "mentions", 3, text="Nama Lain"), "statements", 2, words_sha256="0" * 64)
    rules = [RULES["mentions.text_is_verbatim"], RULES["statements.hash_is_of_the_words"]]
    whole = [kept(rule, Frames(fault)).tolist() for rule in rules]
    assert [answers.count(False) for answers in whole] == [1, 1]
    monkeypatch.setattr(text_checks, "BATCH", batch)
    assert [kept(rule, Frames(fault)).tolist() for rule in rules] == whole


def test_unknown_table_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        rules_for("nothing")


def test_rules_and_checks_load_without_great_expectations() -> None:
    script = (
        "import sys, expectations.rules, expectations.checks, expectations.screening, expectations.gate;"
        "expectations.checks.asset_checks();"
        "sys.exit('great_expectations' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("name", RULES)
def test_the_small_world_keeps_the_rule_and_its_breaker_breaks_it(name: str, tables) -> None:
    rule = RULES[name]
    fault, row = broken(rule, tables)
    if rule.whole_table:
        assert rule.table not in tables or measured(rule, Frames(tables)).faults == 0
        assert measured(rule, Frames(fault)).faults > 0
        return
    if rule.table in tables:
        assert all(kept(rule, Frames(tables)))
    assert row is not None
    assert not kept(rule, Frames(fault))[row], f"{name} was not noticed in row {row}"


def test_every_domain_rule_has_a_breaker() -> None:
    assert set(CHECKS) == {rule.id for rule in all_rules() if rule.kind in ("check", "measure")}


def test_row_keys_join_the_parts_of_a_key(tables) -> None:
    fact, ordinal = (tables["participants"].column(name).to_pylist()[0] for name in ("fact_id", "ordinal"))
    assert row_keys("participants", tables["participants"])[0].as_py() == f"{fact}|{ordinal}"


@pytest.mark.parametrize(
    ("quote", "good"),
    [
        ("Koperasi Rotan Trusmi", False),  # a short beginning is no cut: only long sentences are cut
        (None, True),
        ("", False),
    ],
)
def test_a_quotation_is_the_whole_span_or_a_cut_at_the_limit(tables, quote: str | None, good: bool) -> None:
    rule = RULES["facts.evidence_is_verbatim"]
    assert bool(kept(rule, Frames(changed(tables, "facts", 0, evidence_quote=quote)))[0]) is good


def test_a_long_sentence_may_be_printed_cut(tables) -> None:
    article = tables["facts"].column("article_id").to_pylist()[0]
    row = tables["parsed_articles"].column("article_id").to_pylist().index(article)
    text = "kalimat yang sangat panjang " * 20
    longer = changed(tables, "parsed_articles", row, text=text, text_length=len(text))
    for quote in (text[:280], text[:279] + "…", text[: text.rindex(" ", 0, 270)] + " …"):
        fault = changed(
            longer, "facts", 0, evidence_starts=[0], evidence_ends=[len(text)], evidence_quote=quote
        )
        assert kept(RULES["facts.evidence_is_verbatim"], Frames(fault))[0], quote


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2016", "2016-01-01"),
        ("2016-07", "2016-07-01"),
        ("2016-Q3", "2016-07-01"),
        ("2016-07-05", "2016-07-05"),
        ("2016-13", None),
        ("x", None),
    ],
)
def test_first_day_of_a_date_of_reduced_precision(date: str, day: str | None) -> None:
    found = date_checks.first_day(date)
    assert (found and found.date().isoformat()) == day
