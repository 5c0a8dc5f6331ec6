"""The command line: `kerjasama …`. Exit codes: 0 done, 1 refused by the data, 2 wrong use.

Each subcommand lives in `pipelines.commands`; here they get their names, and complaints their form.
"""

from __future__ import annotations

import sys

import typer

from kerjasama.storage import HomeUnusable
from pipelines.commands import dev, publish, reading, running, sources
from pipelines.commands.common import Refused, WrongUse, complain

app = typer.Typer(
    name="kerjasama",
    help="The open dataset of international cooperation with Indonesia, read from Indonesian news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for module in (running, reading, publish, dev):
    module.register(app)
app.add_typer(sources.app, name="sources")


def main() -> None:
    """Run the command line and leave with its exit code; every complaint is one message."""
    try:
        app()
    except (WrongUse, HomeUnusable) as problem:
        complain(problem)
        sys.exit(2)
    except Refused as problem:
        complain(problem)
        sys.exit(1)
    except KeyboardInterrupt:
        complain("interrupted; run the same command again to go on")
        sys.exit(130)


if __name__ == "__main__":
    main()
