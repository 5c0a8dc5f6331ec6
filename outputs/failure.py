"""Writes down why a run made no release, where people look for releases: `failed/<run>/`, never as a
version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from upath import UPath

from kerjasama.storage import write_atomically
from outputs.manifest import as_json

FOLDER = "failed"
EVERY_RULE = "Every rule and what it saw: `validation/docs/index.html`. "


def report(
    releases: UPath,
    now: datetime,
    version: str,
    identity: str,
    reasons: Sequence[tuple[str, str]],
    validation: Mapping[str, bytes],
) -> UPath:
    """Write a failed run's report; the folder it lies in.

    The folder is named after the run's clock and what it was made from, so that the same failure has one
    report. `report.json` is written last: a folder without it is no whole report.
    """
    folder = releases / FOLDER / f"{now:%Y%m%dT%H%M%SZ}-{identity[:8]}"
    for path, content in validation.items():
        write_atomically(folder / "validation" / path, content)
    lines = "\n".join(f"- `{rule}`: {seen}" for rule, seen in reasons)
    told = (
        f"# No release was made\n\nThe run of {now:%Y-%m-%d %H:%M:%S} UTC would have become {version}. It "
        f"was stopped by:\n\n"
        f"{lines}\n\n{EVERY_RULE if validation else ''}Nothing of this run is published; the last "
        "good version stays as it is, and is not offered as if it were new.\n"
    )
    write_atomically(folder / "README.md", told.encode())
    facts = {
        "run": folder.name,
        "time": now.isoformat(),
        "would_have_been": version,
        "identity": identity,
        "reasons": [{"rule": rule, "seen": seen} for rule, seen in reasons],
    }
    write_atomically(folder / "report.json", as_json(facts))
    return folder
