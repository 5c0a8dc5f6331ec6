"""`kerjasama diff`, `verify` and `publish`: releases compared, proved and copied to where the public gets them."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Give the subcommands their names."""
