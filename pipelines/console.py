"""What people see of a command: messages on standard error, bars on a terminal. Nothing of Dagster here."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console

Item = TypeVar("Item")

console = Console(stderr=True, highlight=False)
"""Progress and complaints; results go to standard output."""


def is_terminal() -> bool:
    """Whether standard error is a terminal, where bars may be drawn."""
    return sys.stderr.isatty()


def track(items: Iterable[Item], label: str) -> Iterator[Item]:
    """The items, with a bar on a terminal and without anything elsewhere."""
    if not is_terminal():
        return iter(items)
    from rich.progress import track as bar

    return iter(bar(items, label, console=console, transient=True))
