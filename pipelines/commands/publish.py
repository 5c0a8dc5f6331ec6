"""`kerjasama diff`, `verify` and `publish`: releases compared, proved, and copied to the public."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer
from upath import UPath

from pipelines.commands.common import AsJson, Refused, WrongUse, show
from pipelines.console import console

Release = Annotated[str, typer.Argument(help="Folder or URL of a release.")]


def register(app: typer.Typer) -> None:
    """Give the subcommands their names."""
    app.command("diff")(diff)
    app.command("verify")(verify)
    app.command("publish")(publish)


def diff(
    before: Release,
    now: Release,
    html: Annotated[Path | None, typer.Option(help="Write the difference there as a page.")] = None,
    as_json: AsJson = False,
) -> None:
    """What differs between two releases, row by row, with the reason of each change."""
    from outputs.diff import as_html, as_json_text, as_text, difference
    from outputs.reading import NoRelease

    try:
        found = difference(UPath(before), UPath(now))
    except NoRelease as missing:
        raise WrongUse(str(missing)) from missing
    if html:
        html.write_text(as_html(found), encoding="utf-8")
    typer.echo(as_json_text(found) if as_json else as_text(found))


def verify(
    release: Release,
    rebuild: Annotated[bool, typer.Option(help="Make it again from the archive and compare bytes.")] = False,
    as_json: AsJson = False,
) -> None:
    """Prove a release: hashes, schema, references, expectations, quotations; exit code 1 where one fails."""
    from expectations.gate import judge
    from outputs.reading import NoRelease
    from outputs.verify import verify as prove

    folder = UPath(release).absolute() if "://" not in release else UPath(release)
    with tempfile.TemporaryDirectory(prefix="kerjasama-rebuild-") as place:
        try:
            report = prove(
                folder,
                texts=_texts(folder),
                original=_original(folder),
                judge=judge,
                rebuild=(lambda: _rebuilt(folder, Path(place))) if rebuild else None,
            )
        except NoRelease as missing:
            raise WrongUse(str(missing)) from missing
    told = [f"  {finding.check}: {finding.where}: {finding.seen}" for finding in report.findings]
    checked = ", ".join(f"{count:,} {check}" for check, count in report.checked.items())
    head = (
        f"{report.version}: {'proved' if report.good else 'NOT proved'} ({checked})\ndigest {report.digest}"
    )
    show(dataclasses.asdict(report), as_json, "\n".join([head, *told]))
    if not report.good:
        raise typer.Exit(1)


def publish(
    release: Release,
    to: Annotated[list[str], typer.Option(help="Folder, fsspec URL, zenodo+URL or hf+PATH; repeatable.")],
    keep: Annotated[int | None, typer.Option(min=1, help="Versions that stay public; default: all.")] = None,
    as_json: AsJson = False,
) -> None:
    """Copy a release to its destinations; run again, it finishes what was cut off."""
    from kerjasama.storage import Home
    from outputs.lease import LeaseTaken
    from outputs.publish import publish as send
    from outputs.published import PublicationFailed
    from outputs.reading import NoRelease, read_manifest

    folder = UPath(release).absolute() if "://" not in release else UPath(release)
    try:
        version = read_manifest(folder).version
        home = Home(folder.parent.parent)
        done = [dataclasses.asdict(send(home, place, version=version, keep=keep)) for place in to]
    except NoRelease as missing:
        raise WrongUse(str(missing)) from missing
    except (PublicationFailed, LeaseTaken) as failure:
        raise Refused(str(failure)) from failure
    lines = [f"{one['destination']}: {one['version']}, {one['sent']} files sent" for one in done]
    show({"published": done}, as_json, "\n".join(lines))


def _texts(release: UPath) -> dict[str, str] | None:
    """The texts of the release's articles by identifier, where its home is at hand."""
    from kerjasama.storage import Home
    from pipelines.tables_io import CurrentTables

    home = Home(release.parent.parent)
    if not (home.tables / "parsed_articles").exists():
        console.print("the home of this release is not at hand: quotations are not compared with the archive")
        return None
    articles = CurrentTables(home=str(home.root)).table("parsed_articles").select(["article_id", "text"])
    return {row["article_id"]: row["text"] for row in articles.to_pylist()}


def _original(release: UPath) -> Any:
    """Finds words of the release's articles in its home's archive; None where there is no archive."""
    from kerjasama.capture.archive import Archive
    from kerjasama.parse.origin import OriginalWords
    from kerjasama.storage import Home
    from pipelines.tables_io import CurrentTables

    home = Home(release.parent.parent)
    if not (home.tables / "parsed_articles").exists() or not home.archive.exists():
        return None
    rows = CurrentTables(home=str(home.root)).table("parsed_articles").select(["article_id", "origin"])
    archive = Archive(home.archive)
    return OriginalWords(
        {row["article_id"]: row["origin"] for row in rows.to_pylist() if row["origin"]}, archive.read
    )


def _rebuilt(release: UPath, place: Path) -> Any:
    from pipelines.instance import RunFailed
    from pipelines.rebuild import CannotRebuild, rebuild

    try:
        return rebuild(release, place)
    except (RunFailed, CannotRebuild) as failure:
        raise Refused(f"{release}: could not be made again: {failure}") from failure
