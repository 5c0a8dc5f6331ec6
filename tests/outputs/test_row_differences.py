"""Differences found in Arrow are those that a plain comparison of rows finds, whatever the rows hold."""

import json

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from outputs.changes import different_rows
from outputs.row_differences import row_names

KEY = ("part", "number")
SCHEMA = pa.schema(
    [
        ("part", pa.string()),
        ("number", pa.int64()),
        ("text", pa.string()),
        ("value", pa.float64()),
        ("good", pa.bool_()),
        ("texts", pa.list_(pa.string())),
        ("places", pa.list_(pa.int64())),
        ("at", pa.timestamp("ms", tz="UTC")),
    ]
)
ROW = st.fixed_dictionaries(
    {
        "part": st.sampled_from("ab"),
        "number": st.integers(0, 12),
        "text": st.sampled_from([None, "", "x", 'k"\n', "é"]),
        "value": st.sampled_from([None, 0.0, 18.5]),
        "good": st.sampled_from([None, True, False]),
        "texts": st.sampled_from([None, [], ["x"], [None], ["x", "y"], ["y", "x"]]),
        "places": st.sampled_from([None, [], [1], [2], [1, 2]]),
        "at": st.sampled_from([None, 0, 1500]),
    }
)
ROWS = st.lists(ROW, max_size=30, unique_by=lambda row: (row["part"], row["number"]))


def table(rows: list[dict]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=SCHEMA).sort_by([(part, "ascending") for part in KEY])


def plainly(before: pa.Table, now: pa.Table) -> list[tuple]:
    """The same by comparing one row after the other: change, changed columns, old values, the row."""
    old, new = ({(row["part"], row["number"]): row for row in t.to_pylist()} for t in (before, now))
    found = []
    for key in sorted({*old, *new}):
        if key not in old or key not in new:
            change = "added" if key in new else "removed"
            found.append((change, [], None, new.get(key) or old.get(key)))
        elif columns := [name for name in SCHEMA.names if old[key][name] != new[key][name]]:
            was = {name: old[key][name] for name in columns}
            text = json.dumps(
                was, ensure_ascii=False, sort_keys=True, default=lambda value: value.isoformat()
            )
            found.append(("changed", columns, text, new[key]))
    return found


@given(ROWS, ROWS)
def test_differences_are_those_of_a_plain_comparison(first: list[dict], second: list[dict]) -> None:
    before, now = table(first), table(second)
    told = [
        (row.pop("change"), row.pop("changed_columns"), row.pop("before"), row)
        for row in different_rows(before, now, KEY).drop_columns(["reason"]).to_pylist()
    ]
    assert told == plainly(before, now)


@given(ROWS)
def test_rows_in_another_order_are_found_by_their_key(rows: list[dict]) -> None:
    """Where both tables have the same keys in one order nothing is looked up."""
    before, now = table(rows), table([{**row, "text": "lain"} for row in rows])
    turned = now.take(pa.array(range(now.num_rows - 1, -1, -1), pa.int64()))
    assert different_rows(before, turned, KEY).equals(different_rows(before, now, KEY))


EXTRA = {**dict.fromkeys(SCHEMA.names), "part": "c", "number": 0}


def test_a_table_cut_in_pieces_differs_from_itself_in_nothing() -> None:
    whole = table([{**EXTRA, "number": number, "texts": [str(number)]} for number in range(20)])
    pieces = pa.concat_tables([whole.slice(0, 7), whole.slice(7)])
    assert different_rows(whole, pieces, KEY).num_rows == 0


def test_a_column_of_another_type_is_not_compared_and_what_it_held_is_left_out() -> None:
    now = table([{**EXTRA, "number": 1}])
    before = table([{**EXTRA, "number": 1}, {**EXTRA, "number": 2}])
    at = SCHEMA.names.index("value")
    before = before.set_column(at, "value", pa.array(["satu", "dua"]))
    (row,) = different_rows(before, now, KEY).to_pylist()
    assert (row["change"], row["number"], row["value"]) == ("removed", 2, None)


def test_a_row_is_named_by_the_parts_of_its_key() -> None:
    assert row_names(table([{**EXTRA, "number": 7}]), KEY).to_pylist() == ["c|7"]
