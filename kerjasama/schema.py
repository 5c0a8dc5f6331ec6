"""The tables and columns that `schema.yaml` declares, and Arrow tables of their form.

Arrow schemas, CSV headers, the base expectations, the data dictionary and the descriptors are all made from
here. What a value means is the codebook's; how it is read is `kerjasama.extract`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kerjasama.yaml_files import read_yaml

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `references` is "table.column"; `vocabulary` names a list in vocabularies.yaml.

    `private` columns never leave the home: they are left out of releases.
    """

    name: str
    type: str
    en: str
    id: str
    nullable: bool = False
    vocabulary: str | None = None
    references: str | None = None
    unit: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    pattern: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `key` identifies a row and is the order in which rows are kept."""

    name: str
    en: str
    id: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    published: bool = False

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        return next_or_key_error(self.columns, name, self.name)

    @property
    def public_columns(self) -> tuple[Column, ...]:
        """The columns that a release carries."""
        return tuple(column for column in self.columns if not column.private)


def next_or_key_error(columns: tuple[Column, ...], name: str, table: str) -> Column:
    """The column called `name`; KeyError with the table's name where there is none."""
    for column in columns:
        if column.name == name:
            return column
    raise KeyError(f"table {table} has no column {name!r}")


_DECLARED: Mapping[str, Any] = read_yaml(files(__package__).joinpath("schema.yaml"))

CODEBOOK_VERSION: str = _DECLARED["codebook_version"]

MAX_QUOTATION: int = _DECLARED["max_quotation"]
"""Characters of an article that a row may print (codebook section 9: short quotations only)."""


def _columns(declared: Iterable[str | Mapping[str, Any]]) -> tuple[Column, ...]:
    """The columns of a list in which the name of a group stands for the group's."""
    found: list[Column] = []
    for one in declared:
        found += _columns(_DECLARED["groups"][one]) if isinstance(one, str) else [Column(**one)]
    return tuple(found)


def _table(name: str, declared: Mapping[str, Any]) -> Table:
    key, columns = tuple(declared["key"]), _columns(declared["columns"])
    return Table(name, declared["en"], declared["id"], key, columns, declared.get("published", False))


TABLES: Mapping[str, Table] = {name: _table(name, table) for name, table in _DECLARED["tables"].items()}
"""All tables by name, in the order in which the pipeline makes them."""

MENTION_TABLES = (
    "statement_mentions",
    "figure_mentions",
    "actor_mentions",
    "fact_mentions",
    "participant_mentions",
)
"""What is read off each article by itself."""

READ_TABLES = (*MENTION_TABLES, "unread")
"""All that one reading of an article makes."""

RESOLVED_TABLES = (
    "articles",
    "facts",
    "participants",
    "figures",
    "statements",
    "actors",
    "mentions",
    "initiatives",
    "initiative_stages",
)
"""What is true across articles: made together out of all mentions."""

PUBLISHED = tuple(name for name, table in TABLES.items() if table.published)
"""Names of the tables that a release carries."""


def arrow_schema(name: str, *, public: bool = False) -> pyarrow.Schema:
    """The Arrow schema of a table, with descriptions and units as field metadata.

    With `public`, private columns are left out. KeyError where there is no such table.
    """
    import pyarrow as pa

    table = TABLES[name]
    columns = table.public_columns if public else table.columns
    return pa.schema(
        [pa.field(c.name, _arrow_type(c.type), c.nullable, _metadata(c)) for c in columns],
        metadata={"table": name, "description": table.en, "codebook_version": CODEBOOK_VERSION},
    )


def to_table(name: str, rows: Iterable[Mapping[str, Any]]) -> pyarrow.Table:
    """Rows as an Arrow table of the declared schema, sorted by the table's key.

    Missing columns become null; an unknown column or a value of a wrong type is a ValueError that
    names the table.
    """
    import pyarrow as pa

    schema, known = arrow_schema(name), {column.name for column in TABLES[name].columns}
    plain = [dict(row) for row in rows]
    strange = sorted({key for row in plain for key in row} - known)
    if strange:
        raise ValueError(
            f"table {name} has no column {', '.join(strange)}; declare it in kerjasama/schema.yaml"
        )
    try:
        table = pa.Table.from_pylist(plain, schema=schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"table {name}: {error}") from error
    return table.sort_by([(key, "ascending") for key in TABLES[name].key])


def _arrow_type(name: str) -> pyarrow.DataType:
    import pyarrow as pa

    if name.startswith("list<"):
        # Parquet calls a list's items "element"; the same name here, so that what is read back is equal.
        return pa.list_(pa.field("element", _arrow_type(name[5:-1])))
    return (
        pa.timestamp("ms", tz="UTC") if name == "timestamp" else getattr(pa, _ARROW_NAMES.get(name, name))()
    )


_ARROW_NAMES = {"bool": "bool_"}


def _metadata(column: Column) -> dict[str, str]:
    facts = {
        "description": column.en,
        "description_id": column.id,
        "unit": column.unit,
        "vocabulary": column.vocabulary,
        "references": column.references,
    }
    return {key: value for key, value in facts.items() if value}
