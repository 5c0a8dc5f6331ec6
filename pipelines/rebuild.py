"""Make a release again from the archive, in a place of its own: for `kerjasama verify --rebuild`.

Nothing is fetched. The rows of `captures` up to the release's own time say what it was made from, the earlier
versions what it changed; everything else is made anew by the same jobs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dagster as dg
from upath import UPath

from assets.resources import Clock, HomeResource, Newsstand, Publishing
from kerjasama.schema import arrow_schema
from kerjasama.storage import Home, read_tables, write_table
from outputs import pointers
from outputs.manifest import Manifest
from outputs.reading import read_manifest
from pipelines.definitions import build_definitions
from pipelines.instance import run_job
from pipelines.settings import Settings
from pipelines.tables_io import CurrentTables, ParquetTables


def rebuild(release: UPath, place: Path) -> UPath:
    """Make the release in `release` again under the folder `place`; the folder that it then lies in.

    RunFailed where a step fails, OSError where the home of the release cannot be read.
    """
    manifest = read_manifest(release)
    home, again = Home(release.parent.parent), Home.at(place)
    _copy_earlier(release.parent, again.releases, manifest)
    days = _copy_captures(home, again, manifest)
    definitions = _definitions(home, again, manifest)
    with dg.DagsterInstance.ephemeral() as instance:
        for day in days:
            run_job(definitions, "reread", instance, partition=day)
        run_job(definitions, "make_release", instance)
    return again.releases / manifest.version


def _copy_earlier(releases: UPath, place: UPath, manifest: Manifest) -> None:
    """The versions before this one: its changes, its history and its pointers hang on them."""
    for earlier in pointers.versions(releases):
        if pointers.order(earlier.version) < pointers.order(manifest.version):
            _copy(releases / earlier.version, place / earlier.version)
    place.mkdir(parents=True, exist_ok=True)
    pointers.settle(place)


def _copy(source: UPath, target: UPath) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.fs.get(source.path, str(target), recursive=True)


def _copy_captures(home: Home, again: Home, manifest: Manifest) -> list[str]:
    """Rows of `captures` that were there at the release's time; the days that they are of."""
    import pyarrow.compute as pc

    days = []
    for path in sorted((home.tables / "captures").glob("*.parquet"), key=str):
        rows = read_tables([path], arrow_schema("captures"))
        known = rows.filter(pc.less_equal(rows["captured_at"], manifest.time))
        if known.num_rows:
            write_table(again.tables / "captures" / path.name, known)
            days.append(path.name.removesuffix(".parquet"))
    return days


def _definitions(home: Home, again: Home, manifest: Manifest) -> dg.Definitions:
    location = str(again.root)
    accepted = (manifest.accepted or {}).get("reason")
    overrides: dict[str, Any] = {
        "clock": Clock(now=manifest.time.isoformat()),
        "home": HomeResource(location=location, archive_location=str(home.archive)),
        "newsstand": Newsstand(partner_countries=list(manifest.partner_countries)),
        "publishing": Publishing(version=manifest.version, accept=accepted),
        "tables": ParquetTables(home=location),
        "current_tables": CurrentTables(home=location),
    }
    return build_definitions(Settings(home=location), overrides)
