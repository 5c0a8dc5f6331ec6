"""`kerjasama release`, `fetch` and `backfill`: the Dagster jobs, run in this process."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

import typer

from kerjasama.storage import Home
from pipelines.commands.common import (
    AsJson,
    AsOf,
    HomeOption,
    Paths,
    Refused,
    Source,
    WrongUse,
    choose,
    show,
)
from pipelines.console import console
from pipelines.settings import Settings

Metadata = Mapping[str, Mapping[str, Any]]
"""What a run's assets told, by asset."""
Day = Annotated[str | None, typer.Option(help="Day of capture (YYYY-MM-DD); default: today.")]


def register(app: typer.Typer) -> None:
    """Give the subcommands their names."""
    app.command("release")(release)
    app.command("fetch")(fetch)
    app.command("backfill")(backfill)


def release(
    paths: Paths = None,
    source: Source = None,
    home: HomeOption = None,
    as_of: AsOf = None,
    version: Annotated[str | None, typer.Option(help="Version's name; default: from the inputs.")] = None,
    accept: Annotated[str | None, typer.Option(help="Release in spite of a loss, for this reason.")] = None,
    as_json: AsJson = False,
) -> None:
    """Fetch, parse, read, resolve, validate and release; says so where nothing is new."""
    chosen = choose(source, paths, home, as_of)
    _check_version(version)
    run = Run(chosen, version=version, accept=accept)
    run.refuse_nothing(run.ingest(run.today))
    made = run.release()
    show(made, as_json, _told(made, run))


def fetch(
    paths: Paths = None,
    source: Source = None,
    home: HomeOption = None,
    day: Day = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Fetch, parse and read one day's articles, without a release; a killed run goes on where it stopped."""
    run = Run(choose(source, paths, home, as_of))
    chosen_day = day or run.today
    _parse_day(chosen_day, "--day")
    made = run.ingest(chosen_day)
    counts = _rows(made)
    show({"day": chosen_day, "rows": counts}, as_json, _counts(counts))
    run.refuse_nothing(made)


def backfill(
    first: Annotated[str, typer.Option("--from", help="First day of capture (YYYY-MM-DD).")],
    last: Annotated[str, typer.Option("--to", help="Last day of capture (YYYY-MM-DD).")],
    paths: Paths = None,
    source: Source = None,
    home: HomeOption = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Make the tables of past days again, from the archive and without the network."""
    run = Run(choose(source, paths, home, as_of))
    start, end = _parse_day(first, "--from"), _parse_day(last, "--to")
    if end < start:
        raise WrongUse(f"--to {last} lies before --from {first}")
    days = [(start + timedelta(n)).isoformat() for n in range((end - start).days + 1)]
    done = {day: _rows(run.ingest(day)) for day in days}
    show({"days": done}, as_json, "\n".join(f"{day}: {_counts(counts)}" for day, counts in done.items()))


class Run:
    """The jobs of one command, over one home, one clock and one Dagster instance."""

    def __init__(self, chosen: Settings, version: str | None = None, accept: str | None = None) -> None:
        from assets.resources import Clock, Publishing
        from pipelines.definitions import build_definitions
        from pipelines.instance import open_instance

        clock = Clock(now=chosen.now or _now_of(chosen.source))
        self.today = clock.moment().date().isoformat()
        _check_partition(self.today, "--as-of")
        self.location = chosen.home_for(chosen.source)
        self.home = Home.at(self.location)
        self.home.prepare()
        publishing = Publishing(
            destinations=chosen.destinations, max_loss=chosen.max_loss, version=version, accept=accept
        )
        self._definitions = build_definitions(chosen, {"clock": clock, "publishing": publishing})
        self._instance = open_instance(self.home)
        self._source, self._paths = chosen.source, chosen.paths
        self._tags = {"kerjasama/source": chosen.source}

    def ingest(self, day: str) -> Metadata:
        """Run the `ingest` job for a day; the metadata of each table."""
        console.print(f"ingest {day}", style="bold")
        return self._run("ingest", day)

    def refuse_nothing(self, made: Metadata) -> None:
        """Refused where somebody named files and not one of them could be taken in."""
        tried = made["captures"].get("now", {})
        if self._source in ("files", "warc") and tried and set(tried) <= {"failed", "skipped"}:
            raise Refused(f"nothing could be read of {', '.join(self._paths)}; mend what is told above")

    def release(self) -> dict[str, Any]:
        """Run the `release` job; what the release asset told of the release."""
        console.print("release", style="bold")
        return dict(self._run("make_release")["release"])

    def _run(self, job: str, partition: str | None = None) -> Metadata:
        from pipelines.instance import RunFailed, run_job

        try:
            return run_job(
                self._definitions, job, self._instance, partition=partition, tags=self._tags
            ).metadata
        except RunFailed as failure:
            raise Refused(f"job {job} stopped: {failure}") from failure


def _now_of(source: str) -> str:
    """The clock of a run: the sample's is fixed, so that its release is the same for everyone."""
    if source == "sample":
        from kerjasama.sources.newsroom.site import NOW

        return NOW.isoformat()
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def _check_partition(day: str, option: str) -> None:
    from assets.common import DAYS

    if not DAYS.has_partition_key(day):
        last = DAYS.get_last_partition_key()
        raise WrongUse(f"{option}: {day} is outside the days {DAYS.get_first_partition_key()} to {last}")


def _parse_day(text: str, option: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(f"{option}: {text!r} is no day; write it like 2026-01-31") from error
    _check_partition(day.isoformat(), option)
    return day


def _check_version(version: str | None) -> None:
    from outputs.pointers import order

    try:
        if version:
            order(version)
    except ValueError as error:
        raise WrongUse(f"--version: {error}") from error


def _rows(made: Metadata) -> dict[str, int]:
    return {name: values.get("dagster/row_count", 0) for name, values in made.items()}


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{rows:,} {name}" for name, rows in counts.items())


def _told(made: dict[str, Any], run: Run) -> str:
    folder = made["folder"]
    if not made["new"]:
        return f"Nothing new: release {made['version']} already tells what these inputs hold.\n{folder}"
    rows = "\n".join(f"  {name:<18}{count:>8,}" for name, count in made["rows"].items())
    return f"""Release {made["version"]}
{folder}
digest {made["digest"]}

{rows}

Open it:   a spreadsheet   {folder}/data/facts_wide.csv
           a browser       {folder}/explorer/index.html
           DuckDB          SELECT * FROM '{folder}/data/facts.parquet'
See the run in the Dagster UI:  kerjasama dev --home {run.location}   (or: make dev)"""
