"""Every rule of a table as a Dagster asset check; `error` blocks what comes after, the others only tell.

Great Expectations is imported when a check runs, so that listing the checks stays fast. What the rules are is
`rules.py`'s; where tables come from is the resource's that the caller names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import dagster as dg

from expectations.rules import Rule, checked_tables, rules_for

if TYPE_CHECKING:
    import pyarrow

    from expectations.outcomes import Outcome


class TableLoader(Protocol):
    """What the resource must offer: a table by its name, all partitions together; KeyError where it was never made."""

    def load(self, name: str) -> pyarrow.Table:
        """The table."""
        ...


class LoadedTables(Mapping[str, Any]):
    """Tables by name, loaded when first asked for; only the `names` that are known to be fresh are offered."""

    def __init__(self, load: Callable[[str], pyarrow.Table], names: Sequence[str]) -> None:
        self._load, self._names = load, tuple(names)
        self._loaded: dict[str, pyarrow.Table | None] = {}

    def __getitem__(self, name: str) -> pyarrow.Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._loaded:
            try:
                self._loaded[name] = self._load(name)
            except KeyError:
                self._loaded[name] = None
        table = self._loaded[name]
        if table is None:
            raise KeyError(name)
        return table

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __contains__(self, name: object) -> bool:
        try:
            return isinstance(name, str) and self[name] is not None
        except KeyError:
            return False

    def __len__(self) -> int:
        return sum(1 for _ in self)


def checks_for(
    table: str, *, beside: Sequence[str] = (), resource: str = "tables", asset: str | None = None
) -> dg.AssetChecksDefinition:
    """All checks of one table as one definition.

    `asset` is the asset's key (the table's name unless told). `beside` names the tables that are fresh when the asset is:
    a rule that refers to another table or to the texts is decided where that table is among them, and is not
    applicable otherwise; the release decides all of them again over everything. `resource` is the key of a TableLoader.
    """
    rules = rules_for(table)
    key = dg.AssetKey(asset or table)

    @dg.multi_asset_check(
        name=f"{table}_expectations",
        specs=[_spec(rule, key) for rule in rules],
        required_resource_keys={resource},
        description=f"The Great Expectations suite of the table {table}",
    )
    def run_suite(context) -> Iterator[dg.AssetCheckResult]:  # type: ignore[no-untyped-def]  # Dagster reads the hint
        from expectations.suite import run

        loader: TableLoader = getattr(context.resources, resource)
        for outcome in run(table, LoadedTables(loader.load, (table, *beside))):
            yield _result(outcome, key)

    return run_suite


def all_checks(
    beside: Mapping[str, Sequence[str]] | None = None, *, tables: Sequence[str] | None = None, resource: str = "tables"
) -> list[dg.AssetChecksDefinition]:
    """The checks of the given tables, or of every table that has rules. `beside` by table, as `checks_for` takes it."""
    return [
        checks_for(table, beside=(beside or {}).get(table, ()), resource=resource)
        for table in (tables or checked_tables())
    ]


def _spec(rule: Rule, key: dg.AssetKey) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        name=rule.name,
        asset=key,
        description=f"{rule.meaning} ({rule.severity})",
        blocking=rule.severity == "error",
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
