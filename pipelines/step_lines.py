"""The Dagster logger of runs from the command line: one plain line for what each step made or said.

Where lines are printed is `pipelines.console`'s, which knows nothing of Dagster and so stays quick to import.
"""

import logging
from typing import Any

import dagster as dg

from pipelines.console import console


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
        if record.levelno < logging.INFO:
            return None
        return f"  {meta.get('step_key')}: {meta.get('orig_message')}" if meta.get("step_key") else None


@dg.logger(None, description="One line a step on standard error")
def step_lines(context: dg.InitLoggerContext) -> logging.Logger:
    """The logger that the command line gives its runs; Dagster tells its events at the level DEBUG."""
    logger = logging.Logger("kerjasama", level=logging.DEBUG)
    logger.addHandler(StepLines())
    return logger
