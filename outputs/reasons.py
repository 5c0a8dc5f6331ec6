"""Why a row differs from one release to the next: the closed list of reasons, and which of them a row has.

Which rows differ is decided in `row_differences.py`; what is told of them, in `changes.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kerjasama.schema import TABLES
from outputs.manifest import Versions

if TYPE_CHECKING:
    import pyarrow

REASONS: Mapping[str, str] = {
    "new_source": "an article that was not there before, or what it adds to a row across articles",
    "publisher_correction": "the publisher changed the article's text",
    "extractor_change": "another version of the program read or parsed the article",
    "codebook_change": "another version of the codebook",
    "merge_or_split": "actors or initiatives were merged or split as more became known",
    "retraction": "the article is no longer there",
    "ledger_correction": "a known error, put right in corrections.yaml",
}
"""Why a row changed: the closed list of design section 4, with what each means."""

BOOKKEEPING = ("coverage", "inputs")
"""Tables that tell of the making of a release, not of the world."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the reasons are decided from: articles before and now with the hashes of their texts, versions,
    ledger."""

    before: Mapping[str, str]
    now: Mapping[str, str]
    versions_before: Versions
    versions_now: Versions
    ledger: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of_tables(
        cls,
        before: Mapping[str, pyarrow.Table],
        now: Mapping[str, pyarrow.Table],
        versions_before: Versions,
        versions_now: Versions,
        ledger: Iterable[tuple[str, str]],
    ) -> Known:
        """What two releases' tables tell."""
        return cls(_hashes(before), _hashes(now), versions_before, versions_now, frozenset(ledger))

    def of_article(self, article: str) -> str | None:
        """The reason that an article itself gives, or None where it is the same article."""
        if article not in self.before:
            return "new_source"
        if article not in self.now:
            return (
                "retraction"
                if self.versions_before.parser == self.versions_now.parser
                else "extractor_change"
            )
        return "publisher_correction" if self.before[article] != self.now[article] else None

    def of_versions(self) -> str | None:
        """The reason that the versions of what made the releases give."""
        before, now = self.versions_before, self.versions_now
        if before.codebook != now.codebook:
            return "codebook_change"
        if (before.extractor, before.parser, before.code) != (now.extractor, now.parser, now.code):
            return "extractor_change"
        return None


def reason_of(name: str, row: Mapping[str, Any], known: Known, articles_of: Articles) -> str:
    """Why a row differs: the ledger, then its articles, then the versions, then what is decided across
    articles.

    `row` holds `change` (added, removed or changed) and `row`, the row itself.
    """
    key = "|".join(str(row["row"][part]) for part in TABLES[name].key)
    if (name, key) in known.ledger:
        return "ledger_correction"
    if name == "mappings":
        return "codebook_change"
    if name in BOOKKEEPING:
        return known.of_article(row["row"].get("article_id") or "") or known.of_versions() or "new_source"
    told = {known.of_article(article) for article in articles_of.of(name, row["row"])}
    for reason in ("publisher_correction", "retraction") if row["change"] == "removed" else ():
        if reason in told:
            return reason
    own = bool(row["row"].get("article_id") or row["row"].get("fact_id"))
    if own and told - {None}:
        return next(reason for reason in REASONS if reason in told)
    if by_version := known.of_versions():
        return by_version
    if row["change"] != "removed" and told - {None}:
        return next(reason for reason in REASONS if reason in told)
    if told - {None} and None not in told:
        return next(reason for reason in REASONS if reason in told)
    return "merge_or_split"


class Articles:
    """Which articles a row hangs on, for tables that do not name one themselves."""

    def __init__(self, before: Mapping[str, pyarrow.Table], now: Mapping[str, pyarrow.Table]) -> None:
        self._of: dict[str, dict[str, set[str]]] = {}
        self._both = (before, now)

    def of(self, table: str, row: Mapping[str, Any]) -> set[str]:
        """The articles of a row: named by it, by its fact, or by all facts or mentions linked to it."""
        if row.get("article_id"):
            return {row["article_id"]}
        for column, link in (("fact_id", "facts"), ("initiative_id", "facts"), ("actor_id", "mentions")):
            if row.get(column):
                return self._links(link, column).get(row[column], set())
        return set()

    def _links(self, table: str, column: str) -> dict[str, set[str]]:
        if column not in self._of:
            links: dict[str, set[str]] = {}
            for tables in self._both:
                if table in tables and column in tables[table].column_names:
                    pairs = zip(
                        tables[table].column(column).to_pylist(),
                        tables[table].column("article_id").to_pylist(),
                        strict=True,
                    )
                    for key, article in pairs:
                        links.setdefault(key, set()).add(article)
            self._of[column] = links
        return self._of[column]


def _hashes(tables: Mapping[str, pyarrow.Table]) -> dict[str, str]:
    articles = tables["articles"]
    return dict(
        zip(
            articles.column("article_id").to_pylist(), articles.column("text_sha256").to_pylist(), strict=True
        )
    )
