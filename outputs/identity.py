"""What a release is made from, as one identity: the same inputs, code and settings are the same release.

Also the release's own time, which is its inputs', and the version that it is called by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kerjasama.schema import CODEBOOK_VERSION, PUBLISHED, TABLES
from outputs import pointers
from outputs.accuracy import accuracy_file
from outputs.manifest import Versions, as_json, sha256
from outputs.table_files import public_table

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True)
class Inputs:
    """All that a release is made from.

    `tables`: the published ones, screened, and beside them whatever the expectations look at. `texts` are
    further inputs by name (e.g. corrections.yaml).
    """

    tables: Mapping[str, pyarrow.Table]
    versions: Versions
    sample: bool
    partner_countries: Sequence[str]
    accuracy: Mapping[str, Any] | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def published(self) -> dict[str, pyarrow.Table]:
        """The tables that the release carries, without private columns."""
        return {name: public_table(name, self.tables[name]) for name in PUBLISHED}

    @cached_property
    def digest(self) -> str:
        """One number for all archive records."""
        return inputs_digest(self.published["inputs"])

    @cached_property
    def identity(self) -> str:
        """One number for all that the release is made from."""
        told = {**self.texts, "accuracy.json": as_json(accuracy_file(self.accuracy)).decode()}
        return identity_of(self.digest, self.versions, self.sample, self.partner_countries, told)

    @cached_property
    def time(self) -> datetime:
        """The release's own time: the latest capture among its archive records, UTC."""
        import pyarrow.compute as pc

        return pc.max(self.published["inputs"].column("captured_at")).as_py()

    def as_plain(self) -> dict[str, Any]:
        """What the manifest tells of them."""
        return {
            "records": self.published["inputs"].num_rows,
            "digest": self.digest,
            **_tried(self.tables),
            **{name: sha256(text.encode()) for name, text in self.texts.items()},
        }


def _tried(tables: Mapping[str, pyarrow.Table]) -> dict[str, Any]:
    """How many addresses had been tried, and the time of the latest: failures may come after what was
    fetched."""
    import pyarrow.compute as pc

    captures = tables.get("captures")
    if captures is None or not captures.num_rows:
        return {"tried": 0, "tried_until": None}
    latest = pc.max(captures.column("captured_at")).as_py()
    return {"tried": captures.num_rows, "tried_until": latest.isoformat()}


def inputs_digest(inputs: pyarrow.Table) -> str:
    """One number for all archive records: their identifiers, contents and what came of each, in order."""
    import pyarrow.compute as pc

    columns = ("archive_record", "content_digest", "outcome", "article_id", "parser", "parser_version")
    found = hashlib.sha256()
    for batch in inputs.select(columns).to_batches(max_chunksize=65536):
        # A unit separator between the values and a null byte for none: neither occurs within a value.
        lines = pc.binary_join_element_wise(
            *batch.columns, "\x1f", null_handling="replace", null_replacement="\x00"
        )
        found.update("\n".join([*lines.to_pylist(), ""]).encode())
    return found.hexdigest()


def identity_of(
    inputs: str,
    versions: Versions,
    sample: bool,
    partner_countries: Sequence[str],
    texts: Mapping[str, str],
) -> str:
    """The digest of all that a release is made from: the same identity is the same release.

    `inputs` is the digest of the archive records, `texts` further inputs by name.
    """
    shape = {name: [(c.name, c.type, c.en, c.id) for c in TABLES[name].public_columns] for name in PUBLISHED}
    made_by = [versions.code, versions.codebook, versions.extractor, versions.parser, CODEBOOK_VERSION]
    return sha256(as_json([inputs, made_by, sample, sorted(partner_countries), dict(texts), shape]))


def next_version(at: datetime, sample: bool, taken: Sequence[str]) -> str:
    """YYYY.MM.DD of the release's time, with .n where the day has a release already, and -sample for
    samples."""
    day, end = f"{at:%Y.%m.%d}", "-sample" if sample else ""
    numbers = [pointers.order(name)[3] for name in taken if name.startswith(day)]
    return f"{day}.{max(numbers) + 1}{end}" if numbers else f"{day}{end}"
