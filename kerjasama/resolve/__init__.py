"""What is true across articles: stories, actors, initiatives, and the tables that a release carries.

Rows of single articles come from `kerjasama.extract.rows`; which rows are held back is decided in
`expectations`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

__all__ = ["resolve"]


def resolve(tables: Mapping[str, pyarrow.Table]) -> dict[str, pyarrow.Table]:
    """The tables of a release that are read off articles, by name: `articles` to `initiative_stages`.

    `tables` holds `parsed_articles`, `stories`, the five `…_mentions` tables and, optionally, `unread`. Where
    an article was captured more than once, its latest capture counts. Raises KeyError where a table is
    missing or a row refers to one that is not there.
    """
    from kerjasama.resolve.actors import resolve_actors
    from kerjasama.resolve.current import current
    from kerjasama.resolve.initiatives import resolve_initiatives
    from kerjasama.schema import READ_TABLES, to_table

    dated = {
        name: table
        for name, table in tables.items()
        if "day" in table.column_names and name in ("parsed_articles", *READ_TABLES)
    }
    rows = {name: table.to_pylist() for name, table in current(dated).items()}
    articles = _articles(rows, tables)
    published = {article_id: row["published_at"] for article_id, row in articles.items()}
    actors, of_mention = resolve_actors(rows["actor_mentions"], published)
    participants = _with_actor(rows["participant_mentions"], of_mention)
    initiatives, stages, of_fact = resolve_initiatives(
        rows["fact_mentions"], participants, {actor["actor_id"]: actor for actor in actors}, articles
    )
    facts = [_published(row) | {"initiative_id": of_fact[row["fact_id"]]} for row in rows["fact_mentions"]]
    made = {
        "articles": list(articles.values()),
        "facts": facts,
        "participants": participants,
        "figures": [_published(row) for row in rows["figure_mentions"]],
        "statements": _with_actor(rows["statement_mentions"], of_mention),
        "actors": actors,
        "mentions": _mentions(rows, of_mention),
        "initiatives": initiatives,
        "initiative_stages": stages,
    }
    return {name: to_table(name, found) for name, found in made.items()}


def _published(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "day"}


def _articles(
    rows: Mapping[str, list[dict[str, Any]]], tables: Mapping[str, pyarrow.Table]
) -> dict[str, dict[str, Any]]:
    """Rows of `articles` by identifier: those that were read, with their story and what their facts say."""
    unread = {row["article_id"] for row in rows.get("unread", [])}
    stories = {row["article_id"]: row["story_id"] for row in tables["stories"].to_pylist()}
    countries: dict[str, set[str]] = defaultdict(set)
    for fact in rows["fact_mentions"]:
        countries[fact["article_id"]].update(fact["partner_countries"])
    return {
        row["article_id"]: {n: value for n, value in row.items() if n not in ("day", "text", "origin")}
        | {
            "story_id": stories[row["article_id"]],
            "is_cooperation": row["article_id"] in countries,
            "partner_countries": sorted(countries.get(row["article_id"], ())),
        }
        for row in rows["parsed_articles"]
        if row["article_id"] not in unread
    }


def _with_actor(rows: list[dict[str, Any]], of_mention: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in row.items() if name not in ("day", "actor_mention_id")}
        | {"actor_id": of_mention[row["actor_mention_id"]]}
        for row in rows
    ]


def _mentions(
    rows: Mapping[str, list[dict[str, Any]]], of_mention: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Every place where an article names an actor, each once."""
    from kerjasama.schema import MAX_QUOTATION

    texts = {row["article_id"]: row["text"] for row in rows["parsed_articles"]}
    found: dict[tuple[str, int, str], dict[str, Any]] = {}
    for row in rows["actor_mentions"]:
        actor_id = of_mention[row["actor_mention_id"]]
        for start, end in zip(row["starts"], row["ends"], strict=True):
            found.setdefault(
                (row["article_id"], start, actor_id),
                {
                    "article_id": row["article_id"],
                    "actor_id": actor_id,
                    "start": start,
                    "end": end,
                    "text": texts[row["article_id"]][start:end][:MAX_QUOTATION],
                },
            )
    return list(found.values())
