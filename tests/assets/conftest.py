"""Assets run in this process, over a home, a clock and sources of the test's own."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from assets.resources import Clock, Newsstand
from pipelines.definitions import build_definitions
from pipelines.settings import Settings
from pipelines.tables_io import CurrentTables, ParquetTables

DAILY = ("capture", "articles", "reading")
OVERALL = ("resolved", "release")
QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}


@dataclass
class Deployment:
    """A home, and the assets run over it. Asset checks stay out: they have tests of their own."""

    home: Path

    def ingest(self, now: str, *paths: Path, source: str = "files", day: str | None = None) -> None:
        """Capture, parse and read at that moment, for its day or another."""
        chosen = Settings(home=str(self.home), source=source, paths=[str(path) for path in paths])
        self._run(chosen, now, DAILY, partition=day or now[:10])

    def ingest_live(self, now: str, newsstand: Newsstand) -> None:
        """The same from outlets, as the newsstand names them."""
        self._run(Settings(home=str(self.home)), now, DAILY, now[:10], {"newsstand": newsstand})

    def release(self, now: str) -> dict[str, Any]:
        """Resolve and release; the metadata of the release."""
        made = self._run(Settings(home=str(self.home)), now, OVERALL)
        (event,) = made.asset_materializations_for_node("release")
        return {name: value.value for name, value in event.metadata.items()}

    def table(self, name: str, day: str | None = None) -> list[dict[str, Any]]:
        """The rows of a table: of one day, or of all."""
        return ParquetTables(home=str(self.home)).table(name, day).to_pylist()

    def current(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table over all days as they count now."""
        return CurrentTables(home=str(self.home)).table(name).to_pylist()

    def _run(self, chosen, now, groups, partition=None, resources=None):
        definitions = build_definitions(chosen, {"clock": Clock(now=now), **(resources or {})})
        job = dg.define_asset_job("run", dg.AssetSelection.groups(*groups).without_checks())
        whole = dg.Definitions(
            assets=definitions.assets,
            jobs=[job],
            resources=definitions.resources,
            executor=definitions.executor,
        )
        with dg.DagsterInstance.ephemeral() as instance:
            return whole.resolve_job_def("run").execute_in_process(
                instance=instance, partition_key=partition, run_config=QUIET
            )


@pytest.fixture
def deployment(tmp_path):
    """A deployment with an empty home."""
    return Deployment(tmp_path / "home")


@pytest.fixture
def write_lines(tmp_path):
    """Write articles as JSON lines; the file's path."""

    def write(name, *articles):
        path = tmp_path / name
        path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        return path

    return write
