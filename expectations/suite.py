"""Runs the rules of a table as Great Expectations suites and tells what came of each.

Great Expectations takes seconds to import, so it is imported when a suite runs, never before. Rules that
its own expectations know (nulls, keys, codes, bounds, forms) run as those; rules that need other tables or
the texts run over a prepared column that holds one answer a row; rules about a whole table over a one-row
batch of measures.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from expectations.asked_once import AskedOnce
from expectations.frames import Frames, row_keys
from expectations.outcomes import Outcome, kept, measured
from expectations.rules import Rule, checked_tables, rules_for
from expectations.table_checks import Measure

if TYPE_CHECKING:
    import pandas
    import pyarrow

ROW_KEY = "key of the row"
_GROUP = re.compile(r"\((?!\?)")
"""A capturing group: pandas warns of those in a pattern that is only matched."""

GX_SEVERITY = {"error": "critical", "quarantine": "warning", "warn": "info"}


@dataclass(frozen=True, slots=True)
class SuiteResult:
    """The outcomes of a table's rules and what Great Expectations itself said, for its Data Docs.

    `raw` is Great Expectations' validation result, first the rules about the whole table, then those about
    rows.
    """

    table: str
    outcomes: tuple[Outcome, ...]
    raw: Any


def run(table_name: str, tables: Mapping[str, pyarrow.Table]) -> list[Outcome]:
    """The outcomes of all rules of one table, in the rules' order. `tables` as `expectations.frames.Frames`
    says."""
    return list(execute(table_name, Frames(tables)).outcomes)


def run_all(
    tables: Mapping[str, pyarrow.Table], limits: Mapping[str, float] | None = None
) -> list[SuiteResult]:
    """The suites of every checked table that is at hand, in the order of the schema."""
    frames = Frames(tables, limits)
    return [execute(name, frames) for name in checked_tables() if frames.has(name)]


def execute(table: str, frames: Frames) -> SuiteResult:
    """Run one table's suite; raises KeyError for an unknown table."""
    declared_rules = rules_for(table)
    # Nothing can be asked of columns that are not there: then the shape is the answer, and the rest is
    # undecided.
    rules = declared_rules[:1] if measured(declared_rules[0], frames).faults else declared_rules
    measures = {rule.id: measured(rule, frames) for rule in rules if rule.whole_table}
    row_rules = [rule for rule in rules if not rule.whole_table]
    whole = [rule for rule in rules if rule.whole_table]
    raw_rows = _validate(table, _rows(table, row_rules, frames), row_rules) if row_rules else None
    raw_whole = _validate(f"{table}, as a whole", _measures(measures), whole, measures)
    found = {
        **(_row_outcomes(raw_rows, row_rules) if raw_rows is not None else {}),
        **_whole_outcomes(raw_whole, whole, measures),
    }
    return SuiteResult(
        table,
        tuple(found.get(rule.id) or _undecided(rule) for rule in declared_rules),
        _joined(table, [result for result in (raw_whole, raw_rows) if result is not None]),
    )


@lru_cache(maxsize=1)
def _gx() -> Any:
    """Great Expectations, with its telemetry and progress bars off: a check talks to nobody."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations

    return great_expectations


def _context() -> Any:
    context = _gx().get_context(mode="ephemeral")
    progress = _gx().data_context.types.base.ProgressBarsConfig(globally=False, metric_calculations=False)
    context.variables.progress_bars = progress
    return context


_ASKED = AskedOnce()


def _validate(
    name: str, frame: pandas.DataFrame, rules: list[Rule], measures: Mapping[str, Measure] | None = None
) -> Any:
    """Great Expectations' result for one frame, as it said it of the same frame and rules before, if it
    did."""
    about = (name, *rules, *sorted((measures or {}).items()))
    return _ASKED.answer(frame, about, lambda: _asked(name, frame, rules, measures))


def _asked(
    name: str, frame: pandas.DataFrame, rules: list[Rule], measures: Mapping[str, Measure] | None
) -> Any:
    """Great Expectations' result for one frame: the suite `name` made of `rules`, in a context of its own."""
    gx = _gx()
    asset = _context().data_sources.add_pandas("release").add_dataframe_asset(name)
    definition = asset.add_batch_definition_whole_dataframe("all rows")
    suite = gx.ExpectationSuite(name=name, expectations=[_expectation(rule, measures) for rule in rules])
    form: dict[str, Any] = {"result_format": "COMPLETE", "partial_unexpected_count": 20}
    if ROW_KEY in frame:
        form["unexpected_index_column_names"] = [ROW_KEY]
    return definition.get_batch(batch_parameters={"dataframe": frame}).validate(suite, result_format=form)


def _joined(table: str, parts: list[Any]) -> Any:
    """The results of a table's batches as one result, as if they had been one suite."""
    from great_expectations.core import ExpectationSuiteValidationResult

    results = [result for part in parts for result in part.results]
    good = sum(bool(result.success) for result in results)
    return ExpectationSuiteValidationResult(
        success=good == len(results),
        results=results,
        suite_name=table,
        statistics={
            "evaluated_expectations": len(results),
            "successful_expectations": good,
            "unsuccessful_expectations": len(results) - good,
            "success_percent": 100 * good / len(results),
        },
        meta=dict(parts[0].meta),
    )


def _expectation(rule: Rule, measures: Mapping[str, Measure] | None) -> Any:
    """A rule as one of Great Expectations' own expectations."""
    import great_expectations.expectations as gxe

    common: dict[str, Any] = {
        "severity": GX_SEVERITY[rule.severity],
        "notes": f"{rule.meaning} [{rule.severity}]",
        "meta": {"rule": rule.id, "severity": rule.severity},
    }
    if rule.whole_table:
        seen = (measures or {})[rule.id].observed
        return gxe.ExpectColumnValuesToBeBetween(
            column=rule.name, min_value=0, max_value=0, description=f"{rule.meaning}: {seen}", **common
        )
    if _is_prepared(rule):
        return gxe.ExpectColumnValuesToBeInSet(
            column=rule.id, value_set=[True], description=rule.meaning, **common
        )
    column = rule.columns[0]
    match rule.kind:
        case "not_null":
            return gxe.ExpectColumnValuesToNotBeNull(column=column, **common)
        case "unique" if len(rule.columns) == 1:
            return gxe.ExpectColumnValuesToBeUnique(column=column, **common)
        case "unique":
            return gxe.ExpectCompoundColumnsToBeUnique(column_list=list(rule.columns), **common)
        case "vocabulary":
            return gxe.ExpectColumnValuesToBeInSet(
                column=column, value_set=list(rule.params["values"]), **common
            )
        case "range":
            bounds = {"min_value": rule.params["minimum"], "max_value": rule.params["maximum"]}
            return gxe.ExpectColumnValuesToBeBetween(column=column, **bounds, **common)
        case "length":
            return gxe.ExpectColumnValueLengthsToBeBetween(
                column=column, max_value=rule.params["maximum"], **common
            )
        case "pattern":
            pattern = _GROUP.sub("(?:", rule.params["pattern"])
            return gxe.ExpectColumnValuesToMatchRegex(column=column, regex=pattern, **common)
    raise ValueError(
        f"rule {rule.id}: no expectation for the kind {rule.kind!r}; add it to expectations/suite.py"
    )


def _is_prepared(rule: Rule) -> bool:
    """Whether the rule runs over a column of answers: it needs other tables, the texts, or a list's
    elements."""
    return rule.kind in ("check", "reference") or rule.params.get("list", False)


def _rows(table: str, rules: list[Rule], frames: Frames) -> pandas.DataFrame:
    """The columns that rules are about, the row keys, and one column of answers for every prepared rule.

    No list is among them: pandas cannot hash one, and Great Expectations, which takes a fingerprint of every
    frame, would pickle the whole frame instead.
    """
    import pandas as pd

    asked = {name for rule in rules if not _is_prepared(rule) for name in rule.columns}
    found = frames.tables[table]
    frame = found.select([name for name in found.column_names if name in asked]).to_pandas()
    answers = {rule.id: kept(rule, frames) for rule in rules if _is_prepared(rule)}
    keys = row_keys(table, found).to_pandas()
    return pd.concat([frame, pd.DataFrame({ROW_KEY: keys, **answers}, index=frame.index)], axis=1)


def _measures(measures: Mapping[str, Measure]) -> pandas.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {rule.split(".", 1)[1].replace(".", "_"): [seen.faults] for rule, seen in measures.items()}
    )


def _undecided(rule: Rule) -> Outcome:
    return Outcome(rule, False, 0, (), "not decided: the table's columns are not the declared ones")


def _by_rule(raw: Any) -> dict[str, Any]:
    return {result.expectation_config.meta["rule"]: result for result in raw.results}


def _row_outcomes(raw: Any, rules: list[Rule]) -> dict[str, Outcome]:
    found, outcomes = _by_rule(raw), {}
    for rule in rules:
        result = found[rule.id]
        _no_exception(rule, result)
        broken = result.result.get("unexpected_index_list") or []
        keys = tuple(entry[ROW_KEY] for entry in broken)
        count = int(result.result.get("unexpected_count") or 0)
        rows = int(result.result.get("element_count") or 0)
        told = f"{rows} rows" if result.success else f"{count} of {rows} rows break it"
        outcomes[rule.id] = Outcome(rule, bool(result.success), count, keys, told)
    return outcomes


def _whole_outcomes(raw: Any, rules: list[Rule], measures: Mapping[str, Measure]) -> dict[str, Outcome]:
    found, outcomes = _by_rule(raw), {}
    for rule in rules:
        result, seen = found[rule.id], measures[rule.id]
        _no_exception(rule, result)
        outcomes[rule.id] = Outcome(rule, bool(result.success), seen.faults, (), seen.observed)
    return outcomes


def _no_exception(rule: Rule, result: Any) -> None:
    """Great Expectations turns an exception inside a check into a failed result; say it as what it is."""
    info = result.exception_info or {}
    nested = [info] if "raised_exception" in info else list(info.values())
    for entry in nested:
        if isinstance(entry, dict) and entry.get("raised_exception"):
            raise RuntimeError(f"expectation {rule.id} could not run: {entry.get('exception_message')}")
