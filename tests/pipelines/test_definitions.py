"""The code location as Dagster's users expect it: quick to load, complete, and with every part described."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import dagster as dg
import pytest

from assets.resources import Clock
from expectations.rules import checked_tables, rules_for
from kerjasama.schema import PUBLISHED, TABLES
from pipelines.definitions import build_definitions
from pipelines.jobs import release_sensor
from pipelines.settings import Settings

GROUPS = {
    "captures": "capture",
    "parsed_articles": "articles",
    "rejects": "articles",
    "fact_mentions": "reading",
    "unread": "reading",
    "facts": "resolved",
    "coverage": "resolved",
    "accuracy": "release",
    "release": "release",
    "publication": "release",
}


@pytest.fixture(scope="module")
def definitions():
    return build_definitions(Settings(home="nowhere"))


@pytest.fixture(scope="module")
def graph(definitions):
    return definitions.resolve_asset_graph()


def assets(graph):
    return [graph.get(key) for key in sorted(graph.get_all_asset_keys())]


def tables(graph):
    return [asset for asset in assets(graph) if asset.key.path[-1] in TABLES]


def test_dagster_validates_the_workspace(root, tmp_path):
    """`dagster definitions validate -w workspace.yaml`, as CI of a deployment would call it."""
    command = [sys.executable, "-m", "dagster", "definitions", "validate", "-w", str(root / "workspace.yaml")]
    checked = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert checked.returncode == 0, checked.stderr
    assert "All code locations passed validation" in checked.stderr + checked.stdout


HEAVY = (
    "great_expectations",
    "pandas",
    "lxml",
    "trafilatura",
    "pycrfsuite",
    "ahocorasick_rs",
    "duckdb",
    "requests",
    "kerjasama.extract.reader",
    "kerjasama.text.names",
    "kerjasama.parse.page",
)


def test_loading_imports_neither_the_checkers_nor_the_readers(root):
    code = "import sys, json, pipelines.definitions; print(json.dumps(sorted(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    dagster_alone = subprocess.run(
        [sys.executable, "-c", "import sys, json, dagster; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    own = set(json.loads(loaded.stdout)) - set(json.loads(dagster_alone.stdout))
    assert own & set(HEAVY) == set()


def test_loading_reads_no_data(root):
    """No table, lexicon or model is opened; only the rules, which say what checks there are."""
    code = """
import sys
opened = []
sys.addaudithook(lambda event, told: opened.append(str(told[0])) if event == "open" else None)
import pipelines.definitions
print("\\n".join(path for path in opened if "kerjasama/" in path and not path.endswith((".py", ".pyc"))))
"""
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    read = [path.rpartition("/kerjasama/")[2] for path in loaded.stdout.split()]
    assert [path for path in read if path.startswith(("text/", "extract/", "sources/", "parse/"))] == []


def test_assets_stand_in_the_group_of_their_stage(graph):
    found = {asset.key.path[-1]: asset.group_name for asset in assets(graph)}
    assert set(found.values()) == {"capture", "articles", "reading", "resolved", "release"}
    assert {name: found[name] for name in GROUPS} == GROUPS


def test_every_asset_says_what_it_is(graph):
    assert [asset.key.to_user_string() for asset in assets(graph) if not asset.description] == []
    assert [asset.key.to_user_string() for asset in assets(graph) if not asset.kinds] == []


def test_every_published_table_is_an_asset(graph):
    assert set(PUBLISHED) <= {asset.key.path[-1] for asset in assets(graph)}


def test_stages_before_the_stories_are_partitioned_by_day(graph):
    by_day = {asset.group_name for asset in assets(graph) if asset.partitions_def is not None}
    assert by_day == {"capture", "articles", "reading"}
    for asset in assets(graph):
        if asset.partitions_def is not None:
            assert isinstance(asset.partitions_def, dg.DailyPartitionsDefinition)


def test_today_can_be_captured_today(graph):
    days = graph.get(dg.AssetKey("captures")).partitions_def
    evening = datetime(2026, 3, 5, 22, tzinfo=UTC)
    with dg.partition_loading_context(effective_dt=evening):
        assert days.get_last_partition_key() == "2026-03-05"


def test_every_table_tells_its_columns_as_the_schema_declares_them(graph):
    for asset in tables(graph):
        name = asset.key.path[-1]
        told = asset.metadata["dagster/column_schema"].columns
        declared = TABLES[name].columns
        assert [(one.name, one.description) for one in told] == [(one.name, one.en) for one in declared], name
        assert [one.constraints.nullable for one in told] == [one.nullable for one in declared], name


def test_every_rule_is_an_asset_check_and_blocks_where_it_is_an_error_that_nobody_may_accept(graph):
    found = {(key.asset_key.path[-1], key.name): graph.get(key) for key in graph.asset_check_keys}
    for table in checked_tables():
        for rule in rules_for(table):
            check = found.pop((table, rule.name))
            assert check.blocking == (rule.severity == "error" and not rule.acceptable), rule.id
            assert check.description
    assert found == {}


def test_jobs_run_their_stages(definitions):
    def steps(name):
        return {key.path[-1] for key in definitions.resolve_job_def(name).asset_layer.executable_asset_keys}

    assert {"captures", "parsed_articles", "rejects", "fact_mentions"} <= steps("ingest")
    assert "captures" not in steps("reread")
    assert {"facts", "coverage", "accuracy", "release", "publication"} <= steps("make_release")
    assert steps("ingest").isdisjoint(steps("make_release"))


def test_steps_that_touch_the_network_are_tried_again(definitions):
    retried = {
        node.name
        for name in ("ingest", "make_release")
        for node in definitions.resolve_job_def(name).nodes
        if node.definition.retry_policy is not None
    }
    assert retried == {"captures", "publication"}


def test_the_schedule_asks_for_the_day_that_is_on(definitions):
    schedule = definitions.resolve_schedule_def("daily_ingest")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 22 * * *", "UTC")
    at = datetime(2026, 3, 5, 22, tzinfo=UTC)
    context = dg.build_schedule_context(
        scheduled_execution_time=at, repository_def=definitions.get_repository_def()
    )
    (request,) = schedule.evaluate_tick(context).run_requests
    assert (request.partition_key, request.run_key) == ("2026-03-05", "2026-03-05")
    with dg.partition_loading_context(effective_dt=at):
        assert definitions.resolve_job_def("ingest").partitions_def.has_partition_key(request.partition_key)


def test_the_hour_of_the_schedule_is_a_setting():
    schedule = build_definitions(Settings(home="nowhere", hour_utc=3)).resolve_schedule_def("daily_ingest")
    assert schedule.cron_schedule == "0 3 * * *"


def sensor_after(rows, definitions):
    """What the sensor does after a day's reading brought that many articles."""
    with dg.DagsterInstance.ephemeral() as instance:
        instance.report_runless_asset_event(
            dg.AssetMaterialization(
                "parsed_articles", partition="2026-03-05", metadata={"dagster/row_count": rows}
            )
        )
        context = dg.build_sensor_context(instance, definitions=definitions)
        return release_sensor.evaluate_tick(context)


def test_the_sensor_starts_a_release_when_articles_were_read(definitions):
    (request,) = sensor_after(3, definitions).run_requests
    assert request.run_key


def test_the_sensor_starts_a_release_after_a_day_without_articles_too(definitions):
    """Whether that day was quiet or its outlets silent is the release's to tell."""
    (request,) = sensor_after(0, definitions).run_requests
    assert request.run_key


def test_the_sensor_skips_where_nothing_was_read(definitions):
    with dg.DagsterInstance.ephemeral() as instance:
        context = dg.build_sensor_context(instance, definitions=definitions)
        assert not release_sensor.evaluate_tick(context).run_requests


def test_resources_are_swapped_by_name():
    mine = Clock(now="2026-03-05T06:00:00Z")
    swapped = build_definitions(Settings(home="nowhere"), {"clock": mine})
    assert swapped.resources["clock"] is mine
    assert set(swapped.resources) == set(build_definitions(Settings(home="nowhere")).resources)
