"""Make a release again from the archive, in a place of its own: for `kerjasama verify --rebuild`.

Nothing is fetched. The release's inputs and the rows of `captures` up to the last that it knew say what it
was made from, the earlier versions what it changed; everything else is made anew by the same jobs.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import dagster as dg
from upath import UPath

from assets.resources import Clock, HomeResource, Newsstand, Publishing
from kerjasama.schema import arrow_schema
from kerjasama.storage import Home, read_tables, write_table
from outputs import pointers
from outputs.manifest import Manifest, sha256
from outputs.reading import read_manifest, read_table
from pipelines.definitions import build_definitions
from pipelines.instance import run_job
from pipelines.settings import Settings
from pipelines.tables_io import CurrentTables, ParquetTables


class CannotRebuild(Exception):
    """What the release was made from is not at hand any more; the message says what is missing where."""


def rebuild(release: UPath, place: Path) -> UPath:
    """Make the release in `release` again under the folder `place`; the folder that it then lies in.

    RunFailed where a step fails, OSError where the home of the release cannot be read, CannotRebuild where
    its captures or its corrections are no longer those that the release knew.
    """
    manifest = read_manifest(release)
    home, again = Home(release.parent.parent), Home.at(place)
    _require_ledger(HomeResource(location=str(home.root)).ledger(), manifest)
    _copy_earlier(release.parent, again.releases, manifest)
    days = _copy_captures(release, home, again, manifest)
    definitions = _definitions(home, again, manifest)
    with dg.DagsterInstance.ephemeral() as instance:
        for day in days:
            run_job(definitions, "reread", instance, partition=day)
        run_job(definitions, "make_release", instance)
    return again.releases / manifest.version


def _require_ledger(ledger: str, manifest: Manifest) -> None:
    """CannotRebuild where the corrections beside the archive are not those that the release was made with."""
    now = sha256(ledger.encode()) if ledger else None
    then = manifest.inputs.get("corrections.yaml")
    if now != then:
        raise CannotRebuild(
            f"{manifest.version} was made with corrections.yaml {_hash_or_none(then)}; "
            f"beside the archive lies {_hash_or_none(now)}: put back what it was made with"
        )


def _hash_or_none(digest: str | None) -> str:
    return f"of SHA-256 {digest}" if digest else "absent"


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


def _copy_captures(release: UPath, home: Home, again: Home, manifest: Manifest) -> list[str]:
    """Rows of `captures` that the release knew; the days that they are of.

    What was fetched is known by its record. What was not lies in no archive: it is known by its time, which
    may be later than that of all that was fetched.
    """
    import pyarrow.compute as pc

    inputs = read_table(release, "inputs", ["archive_record"])
    assert inputs is not None
    until = datetime.fromisoformat(manifest.inputs["tried_until"])
    days, found = [], 0
    for path in sorted((home.tables / "captures").glob("*.parquet"), key=str):
        rows = read_tables([path], arrow_schema("captures"))
        fetched = pc.is_in(rows["archive_record"], value_set=inputs["archive_record"].combine_chunks())
        tried = pc.less_equal(rows["captured_at"], until)
        known = rows.filter(pc.if_else(pc.equal(rows["status"], "fetched"), fetched, tried))
        found += known.num_rows
        if known.num_rows:
            write_table(again.tables / "captures" / path.name, known)
            days.append(path.name.removesuffix(".parquet"))
    if found != manifest.inputs["tried"]:
        raise CannotRebuild(
            f"{manifest.inputs['tried']} addresses had been tried until {until:%Y-%m-%d %H:%M:%S} UTC when "
            f"{manifest.version} was made; the tables of {home.root} tell {found}: made anew, or lost"
        )
    return days


def _definitions(home: Home, again: Home, manifest: Manifest) -> dg.Definitions:
    location = str(again.root)
    accepted = (manifest.accepted or {}).get("reason")
    overrides: dict[str, Any] = {
        "clock": Clock(now=manifest.time.isoformat()),
        "home": HomeResource(location=location, archive_location=str(home.archive)),
        "newsstand": Newsstand(partner_countries=list(manifest.partner_countries)),
        "publishing": Publishing(
            version=manifest.version, accept=accepted, max_loss=manifest.limits.get("maximum_loss")
        ),
        "tables": ParquetTables(home=location),
        "current_tables": CurrentTables(home=location),
    }
    return build_definitions(Settings(home=location), overrides)
