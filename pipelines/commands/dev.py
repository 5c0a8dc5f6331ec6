"""`kerjasama dev`: the Dagster UI over a home, with the schedules and sensors at hand."""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated

import typer

from kerjasama.storage import Home
from pipelines.commands.common import HomeOption, Source, choose
from pipelines.console import console


def register(app: typer.Typer) -> None:
    """Give the subcommand its name."""
    app.command("dev")(dev)


def dev(
    home: HomeOption = None,
    source: Source = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on 127.0.0.1.")] = 3000,
) -> None:
    """Start the Dagster UI and daemon; runs made by `kerjasama release` in this home are there."""
    from pipelines.instance import PROJECT, dagster_home

    chosen = choose(source, None, home) if source not in ("files", "warc") else choose(None, None, home)
    at = Home.at(chosen.home_for(chosen.source))
    at.prepare()
    environment = {
        **os.environ,
        "DAGSTER_HOME": str(dagster_home(at)),
        "KERJASAMA_HOME": str(at.root),  # absolute: Dagster's processes work in the project's folder
        "KERJASAMA_SOURCE": chosen.source,
    }
    console.print(f"Dagster UI on http://127.0.0.1:{port} over {at.root}; Ctrl-C ends it", soft_wrap=True)
    command = [sys.executable, "-m", "dagster", "dev", "-w", str(PROJECT / "workspace.yaml"), "-p", str(port)]
    os.chdir(PROJECT)
    # Dagster ends on SIGTERM as on SIGINT, which a shell's background jobs are started to ignore.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # In place of this process, so that whatever ends it ends Dagster's processes too.
    os.execve(sys.executable, command, environment)
