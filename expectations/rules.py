"""The expectations of every table as plain data: from `schema.yaml`, and from `rules.yaml` beside this file.

How a rule is decided is `row_checks.py` and `table_checks.py`; how Great Expectations runs it is
`suite.py`. Nothing here imports either, so that a code location which only lists the rules loads fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from kerjasama.codebook import load
from kerjasama.schema import TABLES, Column, Table
from kerjasama.yaml_files import read_yaml

SEVERITIES = ("error", "quarantine", "warn")


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation of one table.

    `kind` says how it is decided: `not_null`, `unique`, `vocabulary`, `range`, `length`, `pattern`,
    `reference` and `check` give one answer a row; `types`, `not_empty` and `measure` one answer a table.
    `params` holds what the kind needs. `severity` is `error`, `quarantine` or `warn`; `meaning` tells
    people why the rule stands.
    """

    id: str
    table: str
    kind: str
    severity: str
    columns: tuple[str, ...]
    meaning: str
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def whole_table(self) -> bool:
        """Whether the rule is about the table and not about single rows."""
        return self.kind in ("types", "not_empty", "measure")

    @property
    def acceptable(self) -> bool:
        """Whether a person may accept, with a reason, that the rule is broken."""
        return bool(self.params.get("acceptable", False))

    @property
    def looks_at(self) -> tuple[str, ...]:
        """Published tables whose rows decide, beside the row itself, whether a row keeps the rule."""
        return tuple(self.params.get("looks_at", ()))

    @property
    def name(self) -> str:
        """The rule's name within its table, fit for a Dagster check (letters, digits and `_`)."""
        return self.id.split(".", 1)[1].replace(".", "_")


@lru_cache(maxsize=1)
def declared() -> Mapping[str, Any]:
    """The content of rules.yaml; shared, so never change it."""
    return read_yaml(Path(__file__).with_name("rules.yaml"))


@cache
def rules_for(table: str) -> tuple[Rule, ...]:
    """All rules of a table in a fixed order: its shape, its columns, its meaning. KeyError for an unknown
    table."""
    return tuple(_rules(TABLES[table]))


def all_rules() -> tuple[Rule, ...]:
    """All rules of all tables that have a declared severity, in the order of `schema.TABLES`."""
    return tuple(rule for table in TABLES if _base_severity(table) for rule in rules_for(table))


def checked_tables() -> tuple[str, ...]:
    """Names of the tables that have rules, in the order of `schema.TABLES`."""
    return tuple(name for name in TABLES if _base_severity(name))


def vocabulary(name: str) -> tuple[str, ...]:
    """The codes of a closed vocabulary of the codebook, in its own order."""
    return tuple(load("vocabularies")[name])


def _base_severity(table: str) -> str | None:
    base = declared()["base"]
    return next((severity for severity in ("quarantine", "error") if table in base[severity]), None)


def _rules(table: Table) -> Iterator[Rule]:
    severity = _base_severity(table.name)
    if severity is None:
        return
    yield from _shape(table)
    for column in table.columns:
        yield from _column_rules(table, column, severity)
    for entry in declared()["rows"].get(table.name, ()):
        yield Rule(
            f"{table.name}.{entry['id']}",
            table.name,
            "check",
            entry["severity"],
            tuple(entry["columns"]),
            entry["why"],
            {name: entry[name] for name in ("check", "looks_at") if name in entry},
        )
    for entry in declared()["tables"].get(table.name, ()):
        params = {name: entry[name] for name in ("check", "against", "acceptable") if name in entry}
        yield Rule(
            f"{table.name}.{entry['id']}", table.name, "measure", entry["severity"], (), entry["why"], params
        )


def _shape(table: Table) -> Iterator[Rule]:
    columns = tuple(column.name for column in table.columns)
    yield Rule(
        f"{table.name}.types",
        table.name,
        "types",
        "error",
        columns,
        "columns and types are those of schema.yaml, in its order",
    )
    if table.name in declared()["must_not_be_empty"]:
        yield Rule(
            f"{table.name}.not_empty",
            table.name,
            "not_empty",
            "error",
            (),
            "zero rows is a failure unless declared",
            {"acceptable": table.name in declared()["may_be_accepted_empty"]},
        )
    yield Rule(
        f"{table.name}.{'_'.join(table.key)}.unique",
        table.name,
        "unique",
        "error",
        table.key,
        "the key stands for one row: " + ", ".join(table.key),
    )


def _column_rules(table: Table, column: Column, severity: str) -> Iterator[Rule]:
    def rule(kind: str, meaning: str, **params: Any) -> Rule:
        of_key = column.name in table.key and kind == "not_null"
        return Rule(
            f"{table.name}.{column.name}.{kind}",
            table.name,
            kind,
            "error" if of_key else severity,
            (column.name,),
            meaning,
            {**params, "list": column.type.startswith("list<")},
        )

    if not column.nullable:
        yield rule("not_null", f"always told: {column.en}")
    if column.vocabulary:
        yield rule(
            "vocabulary",
            f"one of the codebook's {column.vocabulary} codes",
            values=vocabulary(column.vocabulary),
        )
    if column.minimum is not None or column.maximum is not None:
        yield rule("range", "within its declared bounds", minimum=column.minimum, maximum=column.maximum)
    if column.max_length is not None:
        yield rule("length", f"at most {column.max_length} characters", maximum=column.max_length)
    if column.pattern:
        yield rule("pattern", "in its declared form", pattern=column.pattern)
    if column.references:
        to_table, to_column = column.references.split(".")
        yield rule(
            "reference",
            f"names a row of {to_table}",
            to_table=to_table,
            to_column=to_column,
            looks_at=(to_table,),
        )
