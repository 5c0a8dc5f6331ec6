"""What every asset module shares: the partitions, the retry policy, and how an asset tells its columns."""

from collections.abc import Mapping, Sequence
from typing import Any

import dagster as dg

from kerjasama.schema import TABLES

DAYS = dg.DailyPartitionsDefinition(start_date="2020-01-01", end_offset=1)
"""Days of capture, UTC. `end_offset` lets today's captures be written today."""

RETRY = dg.RetryPolicy(max_retries=2, delay=5, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)
"""For steps that touch the network or a store; a refusal by the data is a `dg.Failure` and not retried."""

TABLES_IO = "tables"
"""Key of the I/O manager that keeps Arrow tables as Parquet."""

MOST_TOLD = 20
"""Problems that one step tells one by one; its table has all of them."""


def table_metadata(name: str) -> dict[str, object]:
    """Column schema and description of a declared table, as Dagster shows them."""
    columns = [
        dg.TableColumn(
            column.name,
            column.type,
            description=column.en,
            constraints=dg.TableColumnConstraints(nullable=column.nullable, other=_rules(column)),
            tags={"vocabulary": column.vocabulary} if column.vocabulary else None,
        )
        for column in TABLES[name].columns
    ]
    return {"dagster/column_schema": dg.TableSchema(columns), "dagster/table_name": name}


def table_out(name: str) -> dg.AssetOut:
    """One table among several that a multi-asset makes."""
    return dg.AssetOut(
        key=dg.AssetKey(name),
        description=TABLES[name].en,
        metadata=table_metadata(name),
        io_manager_key=TABLES_IO,
        kinds={"parquet"},
    )


def tell(context: dg.AssetExecutionContext, rows: Sequence[Mapping[str, Any]], table: str) -> None:
    """Say of each row what went wrong with its address; of many, the first ones and where the rest are."""
    for row in rows[:MOST_TOLD]:
        context.log.warning(f"{row['url']}: {row['reason']}: {row['detail'] or 'no more is known'}")
    if len(rows) > MOST_TOLD:
        context.log.warning(f"{len(rows) - MOST_TOLD} more like these: see the table {table}")


def _rules(column) -> list[str]:
    rules = {"references": column.references, "pattern": column.pattern, "unit": column.unit}
    return [f"{name}: {value}" for name, value in rules.items() if value]
