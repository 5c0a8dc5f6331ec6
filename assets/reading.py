"""Asset group `reading`: one pass over each article yields its statements, figures, actors and facts."""

from typing import Any

import dagster as dg

from assets.common import DAYS, table_out
from assets.resources import EngineResource
from kerjasama.schema import READ_TABLES, to_table


@dg.multi_asset(
    name="read",
    outs={name: table_out(name) for name in READ_TABLES},
    partitions_def=DAYS,
    group_name="reading",
    code_version="1",
)
def read(context: dg.AssetExecutionContext, parsed_articles: Any, engine: EngineResource):
    """Read every article of the day once; one that cannot be read is told in `unread`, the rest go on."""
    from kerjasama.extract.batch import read_rows

    tables = read_rows(parsed_articles.to_pylist(), workers=engine.workers, cluster=engine.cluster)
    context.log.info(", ".join(f"{len(tables[name])} {name}" for name in READ_TABLES))
    return tuple(to_table(name, tables[name]) for name in READ_TABLES)
