"""Jobs, the daily schedule, and the sensor that releases what has newly been read."""

import dagster as dg

from assets.common import DAYS

ingest_job = dg.define_asset_job(
    "ingest",
    selection=dg.AssetSelection.groups("capture", "articles", "reading"),
    partitions_def=DAYS,
    description="Fetch the day's articles, parse them and read them.",
)

reread_job = dg.define_asset_job(
    "reread",
    selection=dg.AssetSelection.groups("articles", "reading"),
    partitions_def=DAYS,
    description="Parse and read a day's captures again out of the archive, without the network.",
)

release_job = dg.define_asset_job(
    "make_release",  # `release` is the asset's own step: Dagster wants the names of jobs and steps apart
    selection=dg.AssetSelection.groups("resolved", "release"),
    description="Resolve across articles, validate, release and publish.",
)


def daily_schedule(hour_utc: int) -> dg.ScheduleDefinition:
    """Start `ingest` once a day for the day that is on (a capture can only be made today)."""

    @dg.schedule(
        name="daily_ingest",
        job=ingest_job,
        cron_schedule=f"0 {hour_utc} * * *",
        execution_timezone="UTC",
        description="Once a day; 22:00 UTC is 05:00 in Jakarta, before the morning's news.",
    )
    def daily_ingest(context: dg.ScheduleEvaluationContext):
        day = context.scheduled_execution_time.strftime("%Y-%m-%d")
        return dg.RunRequest(run_key=day, partition_key=day)

    return daily_ingest


@dg.asset_sensor(
    asset_key=dg.AssetKey("parsed_articles"),
    job=release_job,
    name="release_what_is_new",
    minimum_interval_seconds=60,
    description="Starts `make_release` when a day was read; one without articles too: silence must be told.",
)
def release_sensor(context: dg.SensorEvaluationContext, asset_event: dg.EventLogEntry):
    """One release run for each reading; one that brought nothing new says so, and stops if it must."""
    return dg.RunRequest(run_key=f"{asset_event.run_id}:{asset_event.timestamp}")
