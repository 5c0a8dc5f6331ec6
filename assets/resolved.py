"""Asset group `resolved`: what is true across articles, and what was looked at.

Rows that break a `quarantine` rule are held back here, with the rule, before anything downstream sees them.
"""

import json
from typing import Any

import dagster as dg

from assets.common import TABLES_IO, table_metadata, table_out
from assets.resources import HomeResource
from kerjasama.schema import READ_TABLES, RESOLVED_TABLES, TABLES, to_table

MADE_TOGETHER = (*RESOLVED_TABLES, "quarantine")


def _table_asset(name: str, **options: Any):
    return dg.asset(
        name=name,
        group_name="resolved",
        description=TABLES[name].en,
        metadata=table_metadata(name),
        io_manager_key=TABLES_IO,
        kinds={"parquet"},
        code_version="1",
        **options,
    )


@_table_asset("stories")
def stories(parsed_articles: Any):
    """Cluster near-duplicates over all articles."""
    from kerjasama.resolve.current import current
    from kerjasama.resolve.stories import stories as clusters

    articles = current({"parsed_articles": parsed_articles})["parsed_articles"]
    rows = articles.select(["article_id", "published_at", "text"]).to_pylist()
    found = clusters((row["article_id"], row["published_at"], row["text"]) for row in rows)
    return to_table("stories", [{"article_id": a, "story_id": s} for a, s in found.items()])


@dg.multi_asset(
    name="resolve",
    outs={name: table_out(name) for name in MADE_TOGETHER},
    ins={name: dg.AssetIn(name) for name in ("parsed_articles", "stories", *READ_TABLES)},
    group_name="resolved",
    code_version="1",
)
def resolve(context: dg.AssetExecutionContext, home: HomeResource, **tables: Any):
    """Resolve actors, facts and initiatives, correct known errors, and hold back rows that break a rule."""
    from expectations.screening import screen
    from kerjasama.resolve import resolve as resolve_tables
    from kerjasama.resolve.current import current
    from outputs.ledger import LedgerRefused, apply_ledger, read_ledger

    # An article that was captured again has one text: quotations are compared with that one.
    dated = {name: table for name, table in tables.items() if name != "stories"}
    tables = {**tables, **current(dated)}
    try:
        corrected, taken_out = apply_ledger(resolve_tables(tables), read_ledger(home.ledger()))
    except LedgerRefused as refusal:
        raise dg.Failure(str(refusal), allow_retries=False) from refusal
    published, quarantine = screen({**corrected, "quarantine": taken_out}, tables)
    quarantine = _with_unread(quarantine, tables)
    context.log.info(f"{published['facts'].num_rows} facts, {quarantine.num_rows} rows in quarantine")
    return tuple(quarantine if name == "quarantine" else published[name] for name in MADE_TOGETHER)


def _with_unread(quarantine: Any, tables: dict[str, Any]) -> Any:
    """The quarantine with the articles that could not be read: they are held back, not lost."""
    rows = [
        {
            "table": "articles",
            "row_key": row["article_id"],
            "rule": "articles.readable",
            "row": json.dumps({"article_id": row["article_id"], "error": row["error"]}, ensure_ascii=False),
        }
        for row in tables["unread"].to_pylist()
    ]
    return to_table("quarantine", quarantine.to_pylist() + rows)


@_table_asset("coverage")
def coverage(captures: Any, parsed_articles: Any, rejects: Any, fact_mentions: Any):
    """Count, outlet by day, what was looked at and what came of it."""
    from kerjasama.resolve.coverage import coverage_rows

    articles = parsed_articles.drop_columns(["text"])
    rows = coverage_rows(*(table.to_pylist() for table in (captures, articles, rejects, fact_mentions)))
    return to_table("coverage", rows)


@_table_asset("inputs")
def inputs(captures: Any, parsed_articles: Any, rejects: Any):
    """List every archive record that the tables were made from."""
    from kerjasama.resolve.coverage import input_rows

    articles = parsed_articles.drop_columns(["text"])
    return to_table("inputs", input_rows(*(table.to_pylist() for table in (captures, articles, rejects))))


@_table_asset("mappings")
def mappings():
    """Flatten the codebook's mappings to other schemes."""
    from kerjasama.codebook.mappings import mapping_rows

    return to_table("mappings", mapping_rows())
