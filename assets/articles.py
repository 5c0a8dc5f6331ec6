"""Asset group `articles`: archived pages become articles, or rejects with a reason. No network here."""

from typing import Any

import dagster as dg

from assets.common import DAYS, table_out, tell
from assets.resources import EngineResource, HomeResource
from kerjasama.schema import to_table


@dg.multi_asset(
    name="parse",
    outs={name: table_out(name) for name in ("parsed_articles", "rejects")},
    partitions_def=DAYS,
    group_name="articles",
    code_version="1",
)
def parse(context: dg.AssetExecutionContext, captures: Any, home: HomeResource, engine: EngineResource):
    """Parse the day's captures out of the archive: every one becomes an article or a reject."""
    from kerjasama.parse.batch import parse_captures

    articles, rejects = parse_captures(
        captures.to_pylist(), home.archive(), workers=engine.workers, cluster=engine.cluster
    )
    tell(context, rejects, "rejects")
    context.log.info(f"{len(articles)} articles, {len(rejects)} rejects")
    return to_table("parsed_articles", articles), to_table("rejects", rejects)
