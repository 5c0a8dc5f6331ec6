"""The data dictionary: every table and column of a release with its meaning, in English, Indonesian and
Japanese.

English and Indonesian come from `schema.yaml`; Japanese, and what is said of tables that are made only here
(facts_wide, tombstones, the histories), from `dictionary.yaml` beside this file. Types come from the tables
themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kerjasama.schema import TABLES, Column
from kerjasama.yaml_files import read_yaml
from outputs.history import COLUMNS as HISTORY_COLUMNS
from outputs.history import key_of
from outputs.reading import HISTORY_OF
from outputs.wide import COLUMNS as WIDE_COLUMNS

if TYPE_CHECKING:
    import pyarrow

LANGUAGES = ("en", "id", "ja")


@dataclass(frozen=True, slots=True)
class Entry:
    """One column: its Arrow type, its meaning by language, and what the schema declares beyond that, if it
    does."""

    name: str
    type: str
    nullable: bool
    meaning: Mapping[str, str]
    declared: Column | None = None


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table: its meaning by language, its key and its columns."""

    name: str
    meaning: Mapping[str, str]
    key: tuple[str, ...]
    columns: tuple[Entry, ...]


@lru_cache(maxsize=1)
def translations() -> Mapping[str, Any]:
    """The content of dictionary.yaml; shared, so never change it."""
    return read_yaml(Path(__file__).with_name("dictionary.yaml"))


def describe(name: str, table: pyarrow.Table) -> TableEntry:
    """The dictionary of one table of a release. KeyError for a table or column that nothing describes."""
    columns = tuple(_entry(name, field) for field in table.schema)
    if name.startswith(HISTORY_OF):
        of = name.removeprefix(HISTORY_OF)
        meaning = {language: translations()["history"][language].format(table=of) for language in LANGUAGES}
        return TableEntry(name, meaning, (*key_of(of), "from_version"), columns)
    if name in TABLES:
        declared = TABLES[name]
        meaning = {"en": declared.en, "id": declared.id, "ja": translations()["tables"][name]["ja"]}
        return TableEntry(name, meaning, declared.key, columns)
    made = translations()["tables"][name]
    return TableEntry(name, {language: made[language] for language in LANGUAGES}, tuple(made["key"]), columns)


def _entry(table: str, field: pyarrow.Field) -> Entry:
    declared = None
    if table.startswith(HISTORY_OF):
        table = table.removeprefix(HISTORY_OF)
    if table in TABLES and field.name not in HISTORY_COLUMNS:
        declared = TABLES[table].column(field.name)
        meaning = {"en": declared.en, "id": declared.id}
    else:
        english = {**HISTORY_COLUMNS, **WIDE_COLUMNS}.get(field.name)
        told = translations()["made"].get(field.name, {})
        meaning = {"en": english or told["en"], "id": told["id"]}
    words = translations()["columns"]
    # A column that nobody has translated yet is told in English; a test names it.
    meaning["ja"] = words.get(f"{table}.{field.name}") or words.get(field.name) or meaning["en"]
    return Entry(field.name, _type_name(str(field.type)), field.nullable, meaning, declared)


def _type_name(arrow: str) -> str:
    names = {"double": "number", "int64": "integer", "bool": "boolean"}
    if arrow.startswith("list<"):
        return "list of " + _type_name(arrow.split(": ", 1)[1].rstrip(">").replace(" not null", "")) + "s"
    return "time" if arrow.startswith("timestamp") else names.get(arrow, arrow)
