"""What a run shows: a Dagster logger that tells each step in one plain line, or as a bar on a terminal."""

import logging
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import dagster as dg
from rich.console import Console

Item = TypeVar("Item")

console = Console(stderr=True, highlight=False)
"""Progress and complaints; results go to standard output."""


class StepLines(logging.Handler):
    """Tells what each asset made and what each check found; other events stay in Dagster's own log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one line for a materialisation, a failed check, a failure, or an asset's own words."""
        event = getattr(record, "dagster_meta", {}).get("dagster_event")
        line = self._event_line(event) if event else self._own_words(record)
        if line:
            console.print(
                line,
                style=None if record.levelno < logging.WARNING else "yellow",
                markup=False,
                soft_wrap=True,
            )

    def _event_line(self, event: Any) -> str | None:
        kind = event.event_type_value
        if kind == "ASSET_MATERIALIZATION":
            made = event.event_specific_data.materialization
            rows = made.metadata.get("dagster/row_count")
            size = made.metadata.get("bytes")
            told = [f"{rows.value:>7,} rows" if rows else "", f"{size.value:>9,} bytes" if size else ""]
            return f"  {made.asset_key.to_user_string():<22}{' '.join(filter(None, told))}"
        if kind == "ASSET_CHECK_EVALUATION":
            check = event.event_specific_data
            return None if check.passed else f"  ✗ {check.asset_key.to_user_string()}: {check.check_name}"
        return None

    def _own_words(self, record: logging.LogRecord) -> str | None:
        meta = getattr(record, "dagster_meta", {})
        return f"  {meta.get('step_key')}: {meta.get('orig_message')}" if meta.get("step_key") else None


@dg.logger(dg.Field(str, default_value="INFO"), description="One line a step on standard error")
def step_lines(context: dg.InitLoggerContext) -> logging.Logger:
    """The logger that the command line gives its runs."""
    logger = logging.Logger("kerjasama", level=getattr(logging, str(context.logger_config)))
    logger.addHandler(StepLines())
    return logger


def is_terminal() -> bool:
    """Whether standard error is a terminal, where bars may be drawn."""
    return sys.stderr.isatty()


def track(items: Iterable[Item], label: str) -> Iterator[Item]:
    """The items, with a bar on a terminal and without anything elsewhere."""
    if not is_terminal():
        return iter(items)
    from rich.progress import track as bar

    return iter(bar(items, label, console=console, transient=True))
