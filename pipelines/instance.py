"""Dagster's instance for a home: its folder, its dagster.yaml, and runs inside this process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg

from kerjasama.storage import Home, is_local

PROJECT = Path(__file__).resolve().parent.parent


class RunFailed(Exception):
    """A run that did not succeed; the message names each failed step and why."""


@dataclass(frozen=True)
class Made:
    """What a run materialised: metadata by asset name."""

    run_id: str
    metadata: Mapping[str, Mapping[str, Any]]


def dagster_home(home: Home) -> Path:
    """Dagster's folder for a home, with its dagster.yaml; always local, since SQLite needs a file system.

    `DAGSTER_HOME` wins where it is set. A dagster.yaml that is there already is left as it is.
    """
    chosen = os.environ.get("DAGSTER_HOME")
    local = Path(home.dagster.path) if is_local(home.dagster) else Path("data", "dagster").absolute()
    folder = Path(chosen) if chosen else local
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "dagster.yaml").exists():
        shutil.copyfile(PROJECT / "dagster.yaml", folder / "dagster.yaml")
    return folder


def open_instance(home: Home) -> dg.DagsterInstance:
    """The instance that keeps the runs of a home, so that the UI shows them."""
    return dg.DagsterInstance.from_config(str(dagster_home(home)))


def run_job(
    definitions: dg.Definitions,
    name: str,
    instance: dg.DagsterInstance,
    *,
    partition: str | None = None,
    tags: Mapping[str, str] | None = None,
) -> Made:
    """Run a job in this process; RunFailed where a step or a blocking check failed."""
    result = definitions.resolve_job_def(name).execute_in_process(
        instance=instance,
        partition_key=partition,
        tags=dict(tags or {}),
        run_config={"loggers": {"console": {}}},
        raise_on_error=False,
    )
    if not result.success:
        raise RunFailed("; ".join(_failures(result)) or f"run {result.run_id} of job {name} failed")
    made = {
        event.asset_key.path[-1]: {key: value.value for key, value in _metadata(event).items()}
        for event in result.get_asset_materialization_events()
        if event.asset_key
    }
    return Made(result.run_id, made)


def _metadata(event: dg.DagsterEvent) -> Mapping[str, Any]:
    return event.step_materialization_data.materialization.metadata


def _failures(result: dg.ExecuteInProcessResult) -> list[str]:
    told = []
    for event in result.all_events:
        if event.event_type_value == "STEP_FAILURE":
            data = event.step_failure_data
            reason = data.user_failure_data.description if data.user_failure_data else None
            told.append(f"{event.step_key}: {reason or _innermost(data.error)}")
    return told


def _innermost(error: Any) -> str:
    while error is not None and error.cause is not None:
        error = error.cause
    return error.message.strip().partition(": ")[2] or error.message.strip() if error else "no reason told"
