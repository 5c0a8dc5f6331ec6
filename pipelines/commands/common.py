"""What the subcommands share: their options, their complaints, and JSON for machines."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError

from kerjasama.clock import parse_moment
from pipelines.console import console
from pipelines.settings import SOURCE_KINDS, Settings


class Refused(Exception):
    """The data do not allow it (exit code 1)."""


class WrongUse(Exception):
    """The command was called wrongly (exit code 2)."""


Source = Annotated[str | None, typer.Option(help=f"Where articles come from: {', '.join(SOURCE_KINDS)}.")]
Paths = Annotated[list[str] | None, typer.Argument(help="Files or folders, for the sources files and warc.")]
HomeOption = Annotated[str | None, typer.Option("--home", help="Root of everything: folder or fsspec URL.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Fixes the one clock: 2026-01-31T06:00:00Z.")]
AsJson = Annotated[bool, typer.Option("--json", help="Results as JSON, for machines.")]


def complain(problem: object) -> None:
    """One clear message on standard error."""
    console.print(f"kerjasama: {problem}", style="red", markup=False, soft_wrap=True)


def show(result: dict[str, Any], as_json: bool, text: str) -> None:
    """Print a result: as JSON for machines, or as text for people."""
    typer.echo(json.dumps(result, ensure_ascii=False, indent=1, default=str) if as_json else text)


def choose(
    source: str | None = None,
    paths: list[str] | None = None,
    home: str | None = None,
    as_of: str | None = None,
) -> Settings:
    """The deployment's settings with the command line's words over them; WrongUse where they do not fit."""
    given: dict[str, Any] = {"source": source, "paths": paths or None, "home": home, "now": as_of}
    try:
        chosen = Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        where = _OPTIONS[name] if given.get(name) else f"KERJASAMA_{name.upper()}"
        raise WrongUse(f"{where}: {first['msg']}, got {first['input']!r}") from error
    except SettingsError as error:
        raise WrongUse(f'KERJASAMA_…: {error}; write lists and objects as JSON, like ["a", "b"]') from error
    _check(chosen)
    return chosen


_OPTIONS = {"source": "--source", "paths": "PATH", "home": "--home", "now": "--as-of"}


def _check(chosen: Settings) -> None:
    if chosen.source in ("files", "warc") and not chosen.paths:
        raise WrongUse(f"--source {chosen.source} needs at least one PATH after it")
    if chosen.source not in ("files", "warc") and chosen.paths:
        raise WrongUse(f"--source {chosen.source} takes no PATH; did you mean --source files?")
    for path in chosen.paths:
        if not path.strip():
            raise WrongUse("an empty path was given; name a file or folder")
        if not Path(path).exists():
            raise WrongUse(f"{path}: no such file or folder; check the path")
    if chosen.now:
        moment(chosen.now)


def moment(text: str) -> datetime:
    """A time from the command line; WrongUse where it is none."""
    try:
        return parse_moment(text)
    except ValueError as error:
        raise WrongUse(f"--as-of: {error}") from error


def folder_to_write(folder: Path, option: str) -> Path:
    """The folder that an option names, made where it is missing; WrongUse where it cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongUse(f"{option} {folder}: {error.strerror}; choose another folder") from error
    if not os.access(folder, os.W_OK):
        raise WrongUse(f"{option} {folder}: not writable; choose another folder or change its permissions")
    return folder


def file_to_write(path: Path, option: str) -> Path:
    """The file that an option names, its folder made; WrongUse where it cannot be written."""
    if path.is_dir():
        raise WrongUse(f"{option} {path}: is a folder; name a file in it")
    folder_to_write(path.parent, option)
    return path
