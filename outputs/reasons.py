"""Why a row differs from one release to the next: the closed list of reasons, and which of them a row has.

Which rows differ is decided in `row_differences.py`; what is told of them, in `changes.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kerjasama.schema import TABLES
from outputs.manifest import Versions
from outputs.reading import part
from outputs.row_differences import row_names

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

_NEW, _CORRECTED, _GONE, _SAME = (np.uint8(1 << place) for place in range(4))
"""What became of an article, as bits, so that what became of several is one number."""

LINKS = {"fact_id": "facts", "initiative_id": "facts", "actor_id": "mentions"}
"""Columns that lead to the articles of a row which names none itself, and the table that leads there."""


class Reasons:
    """Decides why rows differ between two releases, from what became of the articles on which they hang."""

    def __init__(
        self,
        before: Mapping[str, pyarrow.Table],
        now: Mapping[str, pyarrow.Table],
        versions_before: Versions,
        versions_now: Versions,
        ledger: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._both = (before, now)
        self._parsers_differ = versions_before.parser != versions_now.parser
        self._by_version = _of_versions(versions_before, versions_now)
        self._ledger = frozenset(ledger)
        told = ("article_id", "text_sha256")
        self._articles, self._fates = _fates(part(before, "articles", told), part(now, "articles", told))

    def of(self, table: str, rows: pyarrow.Table) -> pyarrow.Array:
        """The reason of each row of a table; `rows` have its columns and `change` (added, removed or
        changed)."""
        import pyarrow as pa

        changes = rows.column("change").combine_chunks().dictionary_encode()
        bits = self._fates_of(table, rows).astype(np.int64)
        kinds = changes.dictionary.to_pylist()
        pairs, places = np.unique(bits * 8 + changes.indices.to_numpy(), return_inverse=True)
        own = table == "quarantine" or bool({"article_id", "fact_id"} & set(rows.column_names))
        told = [self._decided(table, kinds[pair % 8], pair // 8, own) for pair in pairs.tolist()]
        found = pa.array(told, pa.string()).take(pa.array(places))
        return self._with_ledger(table, rows, found)

    def _with_ledger(self, table: str, rows: pyarrow.Table, found: pyarrow.Array) -> pyarrow.Array:
        import pyarrow as pa
        import pyarrow.compute as pc

        keys = pa.array([key for name, key in self._ledger if name == table], pa.string())
        if not len(keys):
            return found
        return pc.if_else(pc.is_in(row_names(rows, TABLES[table].key), keys), "ledger_correction", found)

    def _decided(self, table: str, change: str, bits: int, own: bool) -> str:
        """The articles first, then the versions, then what is decided across articles.

        `own` says that the rows of the table are of one article each: what became of it decides. A row across
        articles may differ because of any of them, so that another version goes before them.
        """
        fates = self._told(bits)
        if table == "mappings":
            return "codebook_change"
        if table in BOOKKEEPING:
            by_version = self._by_version if change != "added" else None
            return next(iter(fates), by_version) or "new_source"
        for reason in ("publisher_correction", "retraction") if change == "removed" else ():
            if reason in fates:
                return reason
        if own and fates:
            return fates[0]
        if self._by_version:
            return self._by_version
        if fates and (change != "removed" or not bits & _SAME):
            return fates[0]
        return "merge_or_split"

    def _told(self, bits: int) -> list[str]:
        """The reasons that the articles themselves give, in the order of `REASONS`."""
        gone = "extractor_change" if self._parsers_differ else "retraction"
        named = {"new_source": _NEW, "publisher_correction": _CORRECTED, gone: _GONE}
        return [reason for reason in REASONS if reason in named and bits & named[reason]]

    def _fates_of(self, table: str, rows: pyarrow.Table) -> npt.NDArray[np.uint8]:
        """For each row what became of its articles: the one that it names, or all to which its link leads."""
        if table == "quarantine":
            return self._fates_of_quarantined(rows)
        if "article_id" in rows.column_names:
            return self._fates_of_articles(rows.column("article_id"))
        column = next((name for name in LINKS if name in rows.column_names), None)
        return self._linked(column, rows.column(column)) if column else np.zeros(rows.num_rows, np.uint8)

    def _fates_of_articles(self, articles: Any) -> npt.NDArray[np.uint8]:
        """An article that neither release has among its articles was held back: for the public it is new."""
        import pyarrow.compute as pc

        places = pc.fill_null(pc.index_in(articles, value_set=self._articles), len(self._articles))
        fates = np.append(self._fates, _NEW)[places.to_numpy()]
        fates[articles.is_null().to_numpy()] = 0
        return fates

    def _linked(self, column: str, keys: Any) -> npt.NDArray[np.uint8]:
        import pyarrow.compute as pc

        wanted = keys.drop_null().unique()
        found = np.zeros(len(wanted) + 1, np.uint8)
        for tables in self._both:
            if LINKS[column] in tables:
                linking = part(tables, LINKS[column], (column, "article_id"))
                linking = linking.filter(pc.is_in(linking.column(column), value_set=wanted))
                places = pc.index_in(linking.column(column), value_set=wanted).to_numpy()
                np.bitwise_or.at(found, places, self._fates_of_articles(linking.column("article_id")))
        return found[pc.fill_null(pc.index_in(keys, value_set=wanted), len(wanted)).to_numpy()]

    def _fates_of_quarantined(self, rows: pyarrow.Table) -> npt.NDArray[np.uint8]:
        """A row held back tells its article or its fact within itself, as JSON."""
        import pyarrow as pa

        told = [json.loads(row) for row in rows.column("row").to_pylist()]
        columns = {
            name: pa.chunked_array([pa.array([row.get(name) for row in told], pa.string())])
            for name in ("article_id", "fact_id")
        }
        fates = self._fates_of_articles(columns["article_id"])
        named = columns["article_id"].is_valid().to_numpy()
        return np.where(named, fates, self._linked("fact_id", columns["fact_id"]))


def _of_versions(before: Versions, now: Versions) -> str | None:
    """The reason that the versions of what made the releases give."""
    if before.codebook != now.codebook:
        return "codebook_change"
    if (before.extractor, before.parser, before.code) != (now.extractor, now.parser, now.code):
        return "extractor_change"
    return None


def _fates(before: pyarrow.Table, now: pyarrow.Table) -> tuple[Any, npt.NDArray[np.uint8]]:
    """All articles of both releases and what became of each."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = [table.column("article_id") for table in (before, now)]
    every = pa.chunked_array([*ids[0].chunks, *ids[1].chunks], pa.string()).unique()
    hashes = []
    for table, known in zip((before, now), ids, strict=True):
        places = pc.index_in(every, value_set=known.combine_chunks())
        hashes.append(table.column("text_sha256").combine_chunks().take(places))
    old, new = hashes
    fates = np.full(len(every), _SAME, np.uint8)
    fates[pc.fill_null(pc.not_equal(old, new), False).to_numpy(zero_copy_only=False)] = _CORRECTED
    fates[old.is_null().to_numpy(zero_copy_only=False)] = _NEW
    fates[new.is_null().to_numpy(zero_copy_only=False)] = _GONE
    return every, fates
