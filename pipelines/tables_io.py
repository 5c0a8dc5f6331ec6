"""Dagster's I/O manager for Arrow tables: `tables/<asset>/<partition>.parquet` under the home."""

from __future__ import annotations

from typing import Any

import dagster as dg
from upath import UPath

from kerjasama.schema import TABLES, arrow_schema
from kerjasama.storage import Home, read_tables, write_table

WHOLE = "all"
"""File name of a table that has no partitions."""

PREVIEW_ROWS = 5
PREVIEW_WIDTH = 48


class ParquetTables(dg.ConfigurableIOManager):
    """Keeps each asset's table as Parquet. A reader without partitions sees all partitions, in order."""

    home: str

    def handle_output(self, context: dg.OutputContext, obj: Any) -> None:
        """Write a table, whole or not at all, and tell its rows, bytes and a preview."""
        name = context.asset_key.path[-1]
        partition = context.partition_key if context.has_asset_partitions else WHOLE
        path = self._folder(name) / f"{partition}.parquet"
        size = write_table(path, obj)
        context.add_output_metadata(
            {
                "dagster/row_count": obj.num_rows,
                "bytes": size,
                "path": dg.MetadataValue.path(str(path)),
                "preview": dg.MetadataValue.md(preview(name, obj)),
            }
        )

    def load_input(self, context: dg.InputContext) -> Any:
        """The table of the same partition; of all partitions that exist where the reader has none."""
        name = context.asset_key.path[-1]
        if context.has_partition_key and context.has_asset_partitions:
            return self.table(name, context.asset_partition_key)
        return self.table(name)

    def table(self, name: str, partition: str | None = None) -> Any:
        """A table from disk: one partition, or everything that is there; empty where nothing is."""
        folder = self._folder(name)
        if partition:
            paths = [path for path in (folder / f"{partition}.parquet",) if path.exists()]
        else:
            paths = sorted(folder.glob("*.parquet"), key=str) if folder.exists() else []
        return read_tables(paths, arrow_schema(name))

    def _folder(self, name: str) -> UPath:
        return Home.at(self.home).tables / name


class CurrentTables(dg.ConfigurableResource):
    """Tables over all days as they count now: an article that was captured again without its earlier self."""

    home: str

    def table(self, name: str) -> Any:
        """A table; empty where nothing was made yet."""
        from kerjasama.resolve.current import current

        stored = ParquetTables(home=self.home)
        found = stored.table(name)
        if "article_id" not in found.column_names or "day" not in found.column_names:
            return found
        articles = found if name == "parsed_articles" else stored.table("parsed_articles")
        return current({"parsed_articles": articles, name: found})[name]


def preview(name: str, table: Any) -> str:
    """The first rows as a Markdown table, private columns left out and long cells cut."""
    columns = [column.name for column in TABLES[name].public_columns]
    rows = table.select(columns).slice(0, PREVIEW_ROWS).to_pylist()
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    lines += [f"| {' | '.join(_cell(row[column]) for column in columns)} |" for row in rows]
    return "\n".join(lines)


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    text = text if len(text) <= PREVIEW_WIDTH else text[: PREVIEW_WIDTH - 1] + "…"
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
