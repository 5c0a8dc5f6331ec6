"""`kerjasama sources check`: visit each declared outlet and report what works."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from pipelines.commands.common import AsJson, WrongUse, show
from pipelines.console import track
from pipelines.settings import settings

app = typer.Typer(help="The outlets that articles come from.", no_args_is_help=True)


@app.callback()
def sources() -> None:
    """The outlets that articles come from."""


@app.command("check")
def check(
    outlets: Annotated[
        list[str] | None, typer.Argument(help="Ids of outlets; default: all active ones.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask each outlet's robots.txt and sources, and say what works; exit code 1 where something does not."""
    from kerjasama.capture.client import Client
    from kerjasama.capture.settings import ClientSettings
    from kerjasama.parse.layout_check import reading_told
    from kerjasama.sources.check import check as visit
    from kerjasama.sources.publishers import publishers

    declared = publishers()
    unknown = [name for name in outlets or () if name not in declared]
    if unknown:
        raise WrongUse(f"no outlet {unknown[0]!r} in publishers.yaml; there are: {', '.join(declared)}")
    chosen = [declared[name] for name in outlets] if outlets else [p for p in declared.values() if p.active]
    client = Client(ClientSettings(**settings().client))
    try:
        now = datetime.now(UTC)
        reports = [visit(outlet, client, now, reading_told) for outlet in track(chosen, "visiting")]
    finally:
        client.close()
    show({"outlets": [_as_plain(report) for report in reports]}, as_json, _told(reports))
    if not all(report.works for report in reports):
        raise typer.Exit(1)


def _as_plain(report: Any) -> dict[str, Any]:
    from kerjasama.parse.layout_check import layouts_told

    return {**dataclasses.asdict(report), "layouts": layouts_told(report.publisher)}


def _told(reports: list[Any]) -> str:
    return "\n".join(line for report in reports for line in _lines(report))


def _lines(report: Any) -> Iterator[str]:
    from kerjasama.parse.layout_check import layouts_told

    yield f"{report.publisher}: {'works' if report.works else 'does NOT work'}; robots.txt: {report.robots}"
    yield f"  layouts: {layouts_told(report.publisher)}"
    for source in report.sources:
        found = f"{source.addresses} addresses, {source.dated} dated, newest {source.newest or 'undated'}"
        yield f"  {source.name}: {found}" + (f"; {source.reason}: {source.detail}" if source.reason else "")
        if source.reading:
            yield f"    {source.sample}: {source.reading}"
    for sitemap in report.undeclared:
        yield f"  robots.txt names a sitemap that is not declared: {sitemap}"
