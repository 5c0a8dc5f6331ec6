"""Known errors are put right while they stand, and an entry that outlives its cause is noticed."""

import pytest
import yaml
from small_world import world

from expectations.screening import screen
from outputs.ledger import LedgerRefused, apply_ledger, read_ledger


def entry(**changes: object) -> dict:
    tables = world()
    fact = tables["facts"].to_pylist()[0]
    told = {
        "id": "2024-07",
        "table": "facts",
        "row_key": fact["fact_id"],
        "was": {"stage": fact["stage"]},
        "becomes": {"stage": "planned"},
        "reason": "penandatanganan ditunda, ralat redaksi",
        "source": "surat pembaca",
    }
    return {name: value for name, value in {**told, **changes}.items() if value is not None}


def ledger(*entries: dict):
    return read_ledger(yaml.safe_dump(list(entries)))


def test_a_known_error_is_put_right_and_nothing_else_changes() -> None:
    tables = world()
    corrected, held = apply_ledger(tables, ledger(entry()))
    before, after = tables["facts"].to_pylist(), corrected["facts"].to_pylist()
    assert after[0] == {**before[0], "stage": "planned"} and after[1:] == before[1:] and held.num_rows == 0
    assert all(corrected[name].equals(tables[name]) for name in tables if name != "facts")


def test_a_row_taken_out_goes_to_quarantine_with_what_hangs_on_it() -> None:
    corrected, held = apply_ledger(world(), ledger(entry(becomes=None, remove=True)))
    assert held.column("rule").to_pylist() == ["ledger.2024-07"] and corrected["facts"].num_rows == 5
    _, quarantine = screen({**corrected, "quarantine": held})
    rules = quarantine.column("rule").to_pylist()
    assert "participants.fact_id.reference" in rules and "ledger.2024-07" in rules


def test_an_entry_whose_cause_is_mended_fails() -> None:
    with pytest.raises(
        LedgerRefused, match=r"stage is .*, not 'cancelled'; look whether the error is mended"
    ):
        apply_ledger(world(), ledger(entry(was={"stage": "cancelled"})))
    with pytest.raises(LedgerRefused, match="the row is not there any more"):
        apply_ledger(world(), ledger(entry(row_key="gone")))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"reason": None}, "missing reason"),
        ({"mood": "x"}, "unknown mood"),
        ({"table": "captures"}, "no published table 'captures'"),
        ({"remove": True}, "either `becomes` or `remove: true`"),
        ({"becomes": None}, "either `becomes` or `remove: true`"),
        ({"becomes": {"colour": "red"}}, "has no column colour"),
        ({"becomes": {"fact_id": "x"}}, "the key of a row is never corrected"),
    ],
)
def test_a_malformed_entry_is_named(changes: dict, told: str) -> None:
    with pytest.raises(LedgerRefused, match=told):
        ledger(entry(**changes))


def test_an_empty_ledger_and_a_broken_one() -> None:
    assert read_ledger("") == ()
    with pytest.raises(LedgerRefused, match="not valid YAML"):
        read_ledger("- id: [")
    with pytest.raises(LedgerRefused, match="same id"):
        ledger(entry(), entry(row_key="other"))
