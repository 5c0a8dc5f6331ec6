"""Every kind of change between releases, its reason, the data's version, the history and the tombstones."""

import json
from datetime import timedelta

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from making import VERSIONS, make
from small_world import CAPTURED, STORIES, changed, world

from kerjasama.schema import to_table
from kerjasama.storage import Home
from outputs.changes import Delta, TableDelta, compare, data_version
from outputs.diff import as_html, as_json_text, as_text, difference
from outputs.history import COLUMNS, FOLLOWED, key_of
from outputs.manifest import Versions
from outputs.reading import HISTORY_OF, NoRelease, read_manifest, read_table, read_tables
from outputs.reasons import REASONS

NEW_STORY = (
    "suaradesa",
    "Konsul Jepang Puji Anyaman Lombok",
    "2024-05-18",
    "dialogue",
    "completed",
    "Konsulat Jenderal Jepang",
    "JP",
    "2024-05-17",
    "Koperasi Rotan Trusmi bertemu Konsulat Jenderal Jepang di Mataram pada Jumat (17/5).",
)


CORRECTED = 1
"""Row of the figure that the ledger puts right."""
UNTOUCHED = ("quarantine",)
"""Tables in which nothing ends in the three releases."""


def rows(made, table: str) -> list[dict]:
    return pq.read_table(str(made.path / "changes" / f"{table}.parquet")).to_pylist()


def later(tables: dict) -> dict:
    """The same tables as inputs of a later day, so that a release of its own is due."""
    inputs = tables["inputs"].to_pylist()
    inputs[0]["captured_at"] = CAPTURED + timedelta(days=1)
    inputs[0]["content_digest"] = "1" * 64
    return {**tables, "inputs": pa.Table.from_pylist(inputs, schema=tables["inputs"].schema)}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory) -> Home:
    return Home.at(tmp_path_factory.mktemp("three"))


@pytest.fixture(scope="module")
def three(dataset) -> list:
    """Three successive sample releases in which every kind of change happens, for every reason there is."""
    first = make(dataset)
    tables = _second()
    corrected = ("figures", tables["figures"].column("figure_id").to_pylist()[CORRECTED])
    second = make(dataset, later(tables), ledger=[corrected])
    third = make(dataset, later(_third()), versions=Versions("0.2.0", "1.0", "rules 2", "generic 1"))
    return [first, second, third]


def _second() -> dict:
    """A new article, a publisher's correction, a retraction, actors merged, a figure that the ledger
    corrects."""
    stories = (*[story for story in STORIES if story[1] != "Pabrik Kemasan Hijau Dimulai"], NEW_STORY)
    tables = world(stories)
    article = _row_of(tables, "articles", "title", "Nota Kesepahaman Rotan Diteken")
    tables = changed(tables, "articles", article, text_sha256="2" * 64)
    fact = _row_of(
        tables, "facts", "article_id", tables["articles"].column("article_id").to_pylist()[article]
    )
    tables = changed(tables, "facts", fact, stage="agreed")
    firm = _row_of(tables, "actors", "name", "Busan Sea Foods")
    tables = changed(tables, "actors", firm, aliases=["Busan Seafoods"])
    return changed(tables, "figures", CORRECTED, value=19.5)


def _third() -> dict:
    """Another reader tells one fact otherwise, and the codebook maps a code to another."""
    stories = (*[story for story in STORIES if story[1] != "Pabrik Kemasan Hijau Dimulai"], NEW_STORY)
    tables = world(stories)
    article = _row_of(tables, "articles", "title", "Nota Kesepahaman Rotan Diteken")
    tables = changed(tables, "articles", article, text_sha256="2" * 64)
    fact = _row_of(
        tables, "facts", "article_id", tables["articles"].column("article_id").to_pylist()[article]
    )
    tables = changed(tables, "mappings", 0, value="AGREE")
    return changed(tables, "facts", fact, stage="signed", sectors=["trade_export"])


def _row_of(tables: dict, table: str, column: str, value: str) -> int:
    return tables[table].column(column).to_pylist().index(value)


def test_the_first_version_has_no_changes_to_tell(three) -> None:
    told = json.loads((three[0].path / "changes.json").read_bytes())
    assert told["first"] and told["summary"] == "First version: every row is new."
    assert rows(three[0], "facts") == []


def test_every_change_has_its_reason(three) -> None:
    facts = {(row["change"], row["reason"]) for row in rows(three[1], "facts")}
    assert ("added", "new_source") in facts
    assert ("removed", "retraction") in facts
    assert ("changed", "publisher_correction") in facts
    actors = {(row["change"], row["name"]): row["reason"] for row in rows(three[1], "actors")}
    assert actors["changed", "Konsulat Jenderal Jepang"] == "new_source"
    assert actors["changed", "Busan Sea Foods"] == "merge_or_split"
    figures = {(row["change"], row["reason"]) for row in rows(three[1], "figures")}
    assert ("changed", "ledger_correction") in figures
    assert [(row["change"], row["reason"]) for row in rows(three[2], "mappings")] == [
        ("changed", "codebook_change")
    ]
    third = rows(three[2], "facts")
    assert [(row["change"], row["reason"], row["changed_columns"]) for row in third] == [
        ("changed", "extractor_change", ["stage", "sectors"])
    ]
    assert json.loads(third[0]["before"]) == {"sectors": ["msme"], "stage": "agreed"}
    assert third[0]["stage"] == "signed"


def test_three_releases_show_every_reason_and_no_other(three) -> None:
    told = {row["reason"] for made in three for name in read_tables(made.path) for row in rows(made, name)}
    assert told == set(REASONS)


def test_a_row_held_back_is_told_with_the_reason_of_its_article(home) -> None:
    """`quarantine` names no article in a column of its own: its rows tell it."""
    make(home)
    tables = world((*STORIES, NEW_STORY))
    article = (
        tables["articles"]
        .column("article_id")
        .to_pylist()[_row_of(tables, "articles", "title", "Konsul Jepang Puji Anyaman Lombok")]
    )
    held = {
        "table": "figures",
        "row_key": "n1",
        "rule": "figures.x",
        "row": json.dumps({"article_id": article}),
    }
    made = make(home, later({**tables, "quarantine": to_table("quarantine", [held])}))
    assert [row["reason"] for row in rows(made, "quarantine")] == ["new_source"]


def test_a_merge_or_split_is_what_changes_without_articles_or_versions(home) -> None:
    make(home)
    tables = later(changed(world(), "actors", 0, aliases=["Nama Lain"]))
    made = make(home, tables)
    assert [(row["change"], row["reason"]) for row in rows(made, "actors")] == [("changed", "merge_or_split")]
    assert rows(made, "facts") == [] and made.data_version == "1.0.1"


def test_a_row_that_the_ledger_corrects_says_so(home) -> None:
    make(home)
    tables = later(changed(world(), "facts", 0, stage="planned"))
    fact = tables["facts"].column("fact_id").to_pylist()[0]
    made = make(home, tables, ledger=[("facts", fact)])
    assert [row["reason"] for row in rows(made, "facts")] == ["ledger_correction"]


def test_a_codebook_of_another_version_is_a_reason(home) -> None:
    make(home)
    made = make(
        home,
        changed(world(), "facts", 0, sectors=["trade_export"]),
        versions=Versions("0.1.0", "1.1", "rules 1", "generic 1"),
    )
    assert [row["reason"] for row in rows(made, "facts")] == ["codebook_change"]


def test_history_answers_what_was_known_on_a_day(three) -> None:
    history = pq.read_table(str(three[2].path / "history/facts_wide.parquet")).to_pylist()
    times = [read_manifest(made.path).time for made in three]
    article = "Nota Kesepahaman Rotan Diteken"
    told = [
        (row["stage"], row["from_version"], row["to_version"], row["ended_because"])
        for row in history
        if row["title"] == article
    ]
    assert told == [
        ("signed", three[0].version, three[1].version, "publisher_correction"),
        ("agreed", three[1].version, three[2].version, "extractor_change"),
        ("signed", three[2].version, None, None),
    ]
    for made, time in zip(three, times, strict=True):
        standing = [
            row
            for row in history
            if row["from_version"] is not None
            and row["valid_from"] <= time
            and (row["valid_to"] is None or row["valid_to"] > time)
        ]
        if times.count(time) == 1 or made is three[2]:
            assert {row["fact_id"] for row in standing} == set(
                read_table(made.path, "facts").column("fact_id").to_pylist()
            )


@pytest.mark.parametrize("name", FOLLOWED)
def test_the_history_of_every_table_gives_each_version_back(three, name: str) -> None:
    def name_of(line: dict) -> list:
        return [line[part] for part in key_of(name)]

    lines = read_table(three[2].path, HISTORY_OF + name).to_pylist()
    versions = [made.version for made in three]
    for number, made in enumerate(three):
        standing = [
            {column: value for column, value in line.items() if column not in COLUMNS}
            for line in lines
            if versions.index(line["from_version"]) <= number
            and (line["to_version"] is None or versions.index(line["to_version"]) > number)
        ]
        assert sorted(standing, key=name_of) == read_table(made.path, name).to_pylist()
    ended = [line for line in lines if line["to_version"]]
    assert all((line["valid_to"] is None) == (line["ended_because"] is None) for line in lines)
    assert {line["ended_because"] for line in ended} <= set(REASONS)
    assert ended or name in UNTOUCHED


def test_a_headline_that_the_publisher_corrects_ends_the_wide_row_for_that_reason(home) -> None:
    """The fact itself stays as it was: only what is joined to it differs."""
    make(home)
    made = make(home, later(changed(world(), "articles", 0, title="Judul Baru", text_sha256="3" * 64)))
    assert rows(made, "facts") == []
    lines = read_table(made.path, HISTORY_OF + "facts_wide").to_pylist()
    ((title, why),) = [(line["title"], line["ended_because"]) for line in lines if line["to_version"]]
    assert title != "Judul Baru" and why == "publisher_correction"


def test_removed_rows_leave_tombstones_until_they_come_back(dataset, three) -> None:
    stones = read_table(three[1].path, "tombstones").to_pylist()
    assert {(stone["table"], stone["reason"]) for stone in stones} >= {
        ("articles", "retraction"),
        ("facts", "retraction"),
    }
    assert all(stone["removed_in"] == three[1].version for stone in stones)
    again = make(
        dataset,
        later(world((*STORIES, NEW_STORY))),
        versions=Versions("0.3.0", "1.0", "rules 2", "generic 1"),
    )
    gone = {(stone["table"], stone["row_key"]) for stone in read_table(again.path, "tombstones").to_pylist()}
    assert not gone & {(stone["table"], stone["row_key"]) for stone in stones if stone["table"] == "articles"}


def test_the_changelog_is_written_from_the_differences(dataset, three) -> None:
    text = (dataset.releases / "CHANGELOG.md").read_text()
    assert text.index(three[2].version) < text.index(three[1].version)
    assert "added: 1 articles, 1 facts" in text and "First version" in text


@pytest.mark.parametrize(
    ("delta", "version"),
    [
        ({}, "1.4.3"),
        ({"columns_added": ("x",)}, "1.5.0"),
        ({"table_is_new": True}, "1.5.0"),
        ({"columns_removed": ("x",)}, "2.0.0"),
        ({"columns_retyped": ("x",)}, "2.0.0"),
        ({"columns_added": ("x",), "columns_removed": ("y",)}, "2.0.0"),
    ],
)
def test_the_data_version_follows_the_rule(delta: dict, version: str) -> None:
    table = TableDelta("facts", pa.table({"change": [], "reason": []}), **delta)
    assert data_version("1.4.2", Delta({"facts": table})) == version


def test_a_table_that_is_gone_is_a_major_change() -> None:
    assert data_version("1.4.2", Delta({}, tables_removed=("figures",))) == "2.0.0"
    assert data_version(None, Delta({}, first=True)) == "1.0.0"


def test_columns_that_come_and_go_are_told(released) -> None:
    manifest, now = read_manifest(released.path), read_tables(released.path)
    facts = now["facts"]
    before = {
        **now,
        "facts": facts.drop_columns(["programme"]).append_column("mood", pa.array(["x"] * facts.num_rows)),
    }
    figures = now["figures"]
    at = figures.column_names.index("unit")
    before["figures"] = figures.set_column(at, "unit", pa.array([1] * figures.num_rows))
    delta = compare(before, now, manifest, VERSIONS)
    assert delta.tables["facts"].columns_added == ("programme",)
    assert delta.tables["facts"].columns_removed == ("mood",)
    assert delta.tables["facts"].rows.num_rows == 0
    assert "unit" in delta.tables["figures"].columns_retyped


def test_diff_of_a_release_with_itself_is_empty(released) -> None:
    found = difference(released.path, released.path)
    assert found.empty and as_text(found).endswith("no row and no column differs")
    assert "No row and no column differs" in as_html(found)
    assert all(not told for told in json.loads(as_json_text(found))["rows"].values())


def test_diff_tells_the_same_in_text_json_and_html(three) -> None:
    found = difference(three[0].path, three[1].path)
    text, page, told = as_text(found), as_html(found), json.loads(as_json_text(found))
    assert (
        "facts  +1  -1  ~1" in text
        and "publisher_correction" in text
        and "stage: 'signed' → 'agreed'" in text
    )
    assert told["tables"]["facts"]["added"] == 1 and len(told["rows"]["facts"]) == 3
    assert "<del>signed</del> → <ins>agreed</ins>" in page and "<script" not in page and "http" not in page


def test_diff_escapes_a_hostile_headline(home) -> None:
    first = make(home)
    second = make(home, later(changed(world(), "articles", 0, title="<script>alert(1)</script>")))
    assert "<script>" not in as_html(difference(first.path, second.path))


def test_diff_goes_backwards_and_across_versions(three) -> None:
    back = difference(three[2].path, three[0].path)
    assert back.delta.tables["facts"].count("removed") == 1 and back.delta.tables["facts"].count("added") == 1


def test_what_is_no_release_is_told(tmp_path) -> None:
    from upath import UPath

    with pytest.raises(NoRelease, match=r"no release\.json there"):
        difference(UPath(tmp_path), UPath(tmp_path))
