"""Asset group `capture`: the day's addresses tried, what they gave archived, one row for each."""

from contextlib import closing
from datetime import datetime
from typing import Any

import dagster as dg

from assets.common import DAYS, RETRY, TABLES_IO, table_metadata, tell
from assets.resources import Clock, HomeResource, Newsstand
from kerjasama.schema import TABLES, to_table

Rows = list[dict[str, Any]]


@dg.asset(
    name="captures",
    partitions_def=DAYS,
    group_name="capture",
    description=TABLES["captures"].en,
    metadata=table_metadata("captures"),
    io_manager_key=TABLES_IO,
    kinds={"parquet"},
    retry_policy=RETRY,
    code_version="1",
)
def captures(
    context: dg.AssetExecutionContext,
    clock: Clock,
    home: HomeResource,
    newsstand: Newsstand,
    tables: dg.ResourceParam[Any],
):
    """Try what the sources name and archive what comes; a past day keeps the rows that it has.

    Only the day on which the clock stands can be captured. Runs of one day add to each other.
    """
    now, day = clock.moment(), context.partition_key
    before = tables.table("captures", day).to_pylist()
    if day != now.date().isoformat():
        context.log.info(f"the clock stands at {now.date()}: {day} keeps its {len(before)} rows")
        return to_table("captures", before)
    found = _tried(newsstand, home, now)
    told = {
        row["archive_record"] for row in tables.table("captures").to_pylist() if row["status"] == "fetched"
    }
    rows = _merge(before, [_first_told(row, told) for row in found])
    tell(context, [row for row in found if row["status"] == "failed"], "captures")
    context.log.info(_summary(rows))
    context.add_output_metadata({"now": dg.MetadataValue.json(_counts(found))})
    return to_table("captures", rows)


def _tried(newsstand: Newsstand, home: HomeResource, now: datetime) -> Rows:
    """Rows of what the sources name; a source that is declared wrongly fails the run at once."""
    from kerjasama.sources.config import SourceError

    try:
        with newsstand.open() as (sources, settings):
            return _collect(sources, settings, home.archive(), now, newsstand)
    except SourceError as wrong:
        raise dg.Failure(str(wrong), allow_retries=False) from wrong


def _collect(sources: Rows, settings: dict[str, Any], root: Any, now: datetime, newsstand: Newsstand) -> Rows:
    from kerjasama.capture.archive import Archive
    from kerjasama.capture.client import Client
    from kerjasama.capture.settings import ClientSettings
    from kerjasama.sources.collect import collect

    with (
        closing(Archive(root)) as archive,
        closing(Client(ClientSettings(**settings))) as client,
        archive.writing(now),
    ):
        rows = list(collect(sources, client, archive, now, newsstand.gate()))
        return rows + _follow(rows, client, archive, now)


def _follow(rows: Rows, client: Any, archive: Any, now: datetime) -> Rows:
    """Rows of the further pages of articles that are printed in several."""
    from kerjasama.capture.crawl import capture
    from kerjasama.parse.following import MOST_PAGES, following

    seen, more = {row["url"] for row in rows}, rows
    found: Rows = []
    for _ in range(MOST_PAGES):
        candidates = [one for one in following(more, archive) if one.url not in seen]
        if not candidates:
            break
        more = list(capture(candidates, client, archive, now))
        seen.update(row["url"] for row in more)
        found += more
    return found


def _first_told(row: dict[str, Any], told: set[str | None]) -> dict[str, Any]:
    """A page that is unchanged since a capture which no row tells (its run was killed) is told as fetched."""
    if row["status"] == "unchanged" and row["archive_record"] not in told:
        return row | {"status": "fetched"}
    return row


def _merge(before: Rows, found: Rows) -> Rows:
    new = {row["capture_id"] for row in found}
    return [row for row in before if row["capture_id"] not in new] + found


def _summary(rows: Rows) -> str:
    return ", ".join(f"{count} {status}" for status, count in _counts(rows).items()) or "nothing to try"


def _counts(rows: Rows) -> dict[str, int]:
    counts = {status: sum(row["status"] == status for row in rows) for status in _STATUSES}
    return {status: count for status, count in counts.items() if count}


_STATUSES = ("fetched", "unchanged", "refused", "failed", "skipped")
