"""The code location: everything that Dagster loads. Quick to import; nothing here reads data."""

from collections.abc import Mapping
from typing import Any

import dagster as dg

from assets import articles, capture, reading, release, resolved
from assets.common import TABLES_IO
from assets.resources import Clock, EngineResource, HomeResource, Newsstand, Publishing
from expectations.checks import asset_checks
from pipelines.jobs import daily_schedule, ingest_job, release_job, release_sensor, reread_job
from pipelines.settings import Settings, settings
from pipelines.step_lines import step_lines
from pipelines.tables_io import CurrentTables, ParquetTables


def build_resources(chosen: Settings) -> dict[str, Any]:
    """The resources of a deployment, from its settings."""
    home = chosen.home_for(chosen.source)
    return {
        "clock": Clock(now=chosen.now),
        "home": HomeResource(location=home),
        "engine": EngineResource(workers=chosen.workers, cluster=chosen.cluster),
        "newsstand": Newsstand(
            source=chosen.source,
            paths=chosen.paths,
            publishers=chosen.publishers,
            keywords=chosen.keywords,
            partner_countries=chosen.partner_countries,
            commoncrawl=chosen.commoncrawl,
            client=chosen.client,
        ),
        "publishing": Publishing(destinations=chosen.destinations, max_loss=chosen.max_loss),
        TABLES_IO: ParquetTables(home=home),
        "current_tables": CurrentTables(home=home),
    }


def build_definitions(
    chosen: Settings | None = None, resource_overrides: Mapping[str, Any] | None = None
) -> dg.Definitions:
    """Assets, checks, jobs, schedule, sensor and resources; a test overrides resources by name."""
    chosen = chosen or settings()
    return dg.Definitions(
        assets=dg.load_assets_from_modules([capture, articles, reading, resolved, release]),
        asset_checks=asset_checks(resource="current_tables"),
        jobs=[ingest_job, reread_job, release_job],
        schedules=[daily_schedule(chosen.hour_utc)],
        sensors=[release_sensor],
        resources={**build_resources(chosen), **(resource_overrides or {})},
        loggers={"console": step_lines},
        executor=dg.in_process_executor,
    )


defs = build_definitions()
