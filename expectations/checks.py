"""Every rule of a table as a Dagster asset check; an `error` that nobody may accept blocks what comes after.

Great Expectations is imported when a check runs, so that listing the checks stays fast. What the rules are
is `rules.py`'s; where tables come from is the resource's that the caller names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

import dagster as dg

from expectations.rules import Rule, checked_tables, rules_for
from kerjasama.schema import MENTION_TABLES, RESOLVED_TABLES
from kerjasama.storage import NamedTables

if TYPE_CHECKING:
    import pyarrow

    from expectations.outcomes import Outcome


class TableLoader(Protocol):
    """What the resource must offer: a table by its name, all partitions together."""

    def table(self, name: str) -> pyarrow.Table:
        """The table; empty where nothing was made yet."""
        ...


class LoadedTables(NamedTables):
    """Tables by name, loaded when first asked for; only the `names` that are known to be fresh are
    offered."""

    def __init__(self, load: Callable[[str], pyarrow.Table], names: Sequence[str]) -> None:
        super().__init__(names)
        self._load = load
        self._loaded: dict[str, pyarrow.Table] = {}

    def __getitem__(self, name: str) -> pyarrow.Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]


def checks_for(
    table: str, *, beside: Sequence[str] = (), resource: str = "tables", asset: str | None = None
) -> dg.AssetChecksDefinition:
    """All checks of one table as one definition.

    `asset` is the asset's key (the table's name unless told). `beside` names the tables that are fresh when
    the asset is: a rule that refers to another table or to the texts is decided where that table is among
    them, and is not applicable otherwise; the release decides all of them again over everything. `resource`
    is the key of a TableLoader.
    """
    rules = rules_for(table)
    key = dg.AssetKey(asset or table)

    @dg.multi_asset_check(
        name=f"{table}_expectations",
        specs=[_spec(rule, key) for rule in rules],
        required_resource_keys={resource},
        description=f"The Great Expectations suite of the table {table}",
    )
    def run_suite(context) -> Iterator[dg.AssetCheckResult]:  # Dagster would read the hint
        from expectations.suite import run

        loader: TableLoader = getattr(context.resources, resource)
        for outcome in run(table, LoadedTables(loader.table, (table, *beside))):
            yield _result(outcome, key)

    return run_suite


def asset_checks(resource: str = "tables") -> list[dg.AssetChecksDefinition]:
    """The checks of every table that has rules, each with the tables beside it that are fresh when it is."""
    return [checks_for(table, beside=fresh_beside(table), resource=resource) for table in checked_tables()]


def fresh_beside(table: str) -> tuple[str, ...]:
    """The tables that are certainly up to date when `table` has just been made.

    Tables read off pages know the captures and each other's texts no sooner than their run ends, so they
    stand alone; the resolved tables are made together, after all of those.
    """
    if table in _TOGETHER:
        return tuple(name for name in (*_TOGETHER, *_READ) if name != table)
    return _READ if table in ("coverage", "inputs", "stories") else ()


_READ = ("captures", "rejects", "parsed_articles", *MENTION_TABLES)
_TOGETHER = (*RESOLVED_TABLES, "quarantine")


def _spec(rule: Rule, key: dg.AssetKey) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        name=rule.name,
        asset=key,
        description=f"{rule.meaning} ({rule.severity})",
        # What a person may accept is decided by the release, which knows whether somebody has.
        blocking=rule.severity == "error" and not rule.acceptable,
        metadata={"rule": rule.id, "severity": rule.severity},
    )


def _result(outcome: Outcome, key: dg.AssetKey) -> dg.AssetCheckResult:
    error = outcome.severity == "error"
    return dg.AssetCheckResult(
        asset_key=key,
        check_name=outcome.rule.name,
        passed=outcome.success,
        severity=dg.AssetCheckSeverity.ERROR if error else dg.AssetCheckSeverity.WARN,
        metadata={
            "rule": outcome.rule_id,
            "observed": outcome.observed,
            "broken rows": outcome.unexpected_count,
            "first of them": ", ".join(outcome.sample_keys) or "none",
        },
    )
