"""Proves a release: hashes, schema, references, expectations, and each quotation where the archive's texts
are at hand.

The hash part alone, for people without this package, is `standalone_verify.py`, which lies in every
release. How expectations are run is the caller's: this folder does not know them.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from upath import UPath

from kerjasama.schema import PUBLISHED, TABLES, arrow_schema
from outputs.manifest import MANIFEST, SUMS, Manifest, release_digest, sha256
from outputs.reading import NoRelease, read_manifest, table_path

if TYPE_CHECKING:
    import pyarrow

Judge = Callable[..., Any]
"""`judge(tables, version=…, at=…)` with `.stops` and `.acceptable`, as outputs.release takes it."""

Original = Callable[[str, int, int], str | None]
"""(article identifier, start, end) → the words that the archived bytes hold where that span of the text came
from; None where the article was not parsed from an archived record."""

QUOTED = {
    "facts": ("evidence_starts", "evidence_ends", "evidence_quote"),
    "figures": ("start", "end", "raw"),
    "statements": ("start", "end", "excerpt"),
    "mentions": ("start", "end", "text"),
}
"""Tables whose rows print words of an article: first character, character after the last, the words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be: which check, where, what was seen."""

    check: str
    where: str
    seen: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a verification found. `checked` counts what was looked at, by check; a check that was not made
    is absent."""

    version: str
    digest: str
    findings: tuple[Finding, ...]
    checked: Mapping[str, int]

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify(
    release: UPath,
    *,
    texts: Mapping[str, str] | None = None,
    original: Original | None = None,
    judge: Judge | None = None,
    rebuild: Callable[[], UPath] | None = None,
) -> Report:
    """Everything that can be proved of a release folder. Raises NoRelease where there is no manifest to
    start from.

    `texts` (article identifier → archived text) lets every quotation be compared with its offsets and every
    text with its hash; `original` lets it be found again in the archived bytes. `judge` runs the
    expectations. `rebuild` makes the release again from the archive, in a place of its own, and returns that
    folder: then every file must be equal byte for byte.
    """
    manifest = read_manifest(release)
    findings: list[Finding] = []
    checked: dict[str, int] = {}
    tables: dict[str, pyarrow.Table] = {}

    def run(check: str, found: Iterator[Finding], count: int) -> None:
        checked[check] = count
        findings.extend(found)

    run("hashes", _hashes(release, manifest), len(manifest.files) + 1)
    if not findings:  # What was altered cannot be trusted to be read.
        run("schema", _schema(release, manifest, tables), len(PUBLISHED))
        run("references", _references(tables), sum(table.num_rows for table in tables.values()))
        if texts is not None:
            quoted = sum(tables[name].num_rows for name in QUOTED if name in tables)
            run("quotations", _quotations(tables, texts), quoted)
            if original is not None:
                run("originals", _originals(tables, texts, original), quoted)
        if judge is not None:
            run("expectations", _expectations(tables, manifest, judge), len(tables))
    if rebuild is not None:
        run("rebuild", _equal(release, rebuild()), len(manifest.files))
    digest = release_digest((release / SUMS).read_bytes()) if (release / SUMS).exists() else ""
    return Report(manifest.version, digest, tuple(findings), checked)


def _hashes(release: UPath, manifest: Manifest) -> Iterator[Finding]:
    """Every file is there, as long and with the hash that manifest and sums tell; no other file is."""
    sums = _sums(release)
    told = {entry.path: entry for entry in manifest.files}
    if sums is None:
        yield Finding("hashes", SUMS, "missing or not readable")
        sums = {}
    for path in sorted(set(told) ^ (set(sums) - {MANIFEST})) if sums else ():
        yield Finding("hashes", path, "in only one of manifest and sums")
    if sums and sums.get(MANIFEST) != sha256((release / MANIFEST).read_bytes()):
        yield Finding("hashes", MANIFEST, "not the manifest that the sums tell")
    for path, entry in sorted(told.items()):
        try:
            content = (release / path).read_bytes()
        except OSError as error:
            yield Finding("hashes", path, f"cannot be read: {type(error).__name__}")
            continue
        if len(content) != entry.bytes or sha256(content) != entry.sha256:
            yield Finding(
                "hashes", path, f"altered: {len(content)} bytes, {entry.bytes} told, or another hash"
            )
        elif sums and sums.get(path) != entry.sha256:
            yield Finding("hashes", path, "manifest and sums tell different hashes")
    known = {*told, SUMS, MANIFEST}
    for path in sorted(_paths(release) - known):
        yield Finding("hashes", path, "not part of the release")


def _sums(release: UPath) -> dict[str, str] | None:
    try:
        lines = (release / SUMS).read_text(encoding="utf-8").splitlines()
        pairs = [line.split("  ", 1) for line in lines]
        return {path: digest for digest, path in pairs}
    except (OSError, ValueError):
        return None


def _paths(release: UPath) -> set[str]:
    root = release.path.rstrip("/") if hasattr(release, "path") else str(release)
    return {
        str(getattr(path, "path", path)).removeprefix(root).lstrip("/")
        for path in release.rglob("*")
        if path.is_file()
    }


def _schema(release: UPath, manifest: Manifest, tables: dict[str, pyarrow.Table]) -> Iterator[Finding]:
    """Every table reads, has the declared columns and types, the rows that the manifest tells, in the order
    of its key."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = {entry.path: entry.rows for entry in manifest.files}
    for name in PUBLISHED:
        path = table_path(name)
        try:
            table = pq.read_table(io.BytesIO((release / path).read_bytes()))
        except (OSError, pa.ArrowInvalid) as error:
            yield Finding("schema", path, f"cannot be read as Parquet: {error}")
            continue
        expected = arrow_schema(name, public=True)
        if [(f.name, f.type) for f in table.schema] != [(f.name, f.type) for f in expected]:
            yield Finding("schema", path, "columns or types are not those of this version's schema")
            continue
        if table.num_rows != rows.get(path) or table.num_rows != manifest.counts.get(name):
            yield Finding("schema", path, f"{table.num_rows} rows, the manifest tells {rows.get(path)}")
        if not table.equals(table.sort_by([(key, "ascending") for key in TABLES[name].key])):
            yield Finding("schema", path, "not in the order of its key")
        tables[name] = table


def _references(tables: Mapping[str, pyarrow.Table]) -> Iterator[Finding]:
    """Keys are unique, and every reference names a row."""
    for name, table in tables.items():
        declared = TABLES[name]
        keys = list(zip(*(table.column(key).to_pylist() for key in declared.key), strict=True))
        if len(set(keys)) != len(keys):
            yield Finding("references", name, f"{len(keys) - len(set(keys))} rows repeat a key")
        for column in declared.public_columns:
            if not column.references:
                continue
            to_table, to_column = column.references.split(".")
            if to_table not in tables:
                continue
            known = set(tables[to_table].column(to_column).to_pylist())
            lost = [value for value in _flat(table.column(column.name).to_pylist()) if value not in known]
            if lost:
                where = f"{name}.{column.name}"
                yield Finding("references", where, f"{len(lost)} rows name no {to_table}, first {lost[0]!r}")


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, list):
            yield from value
        elif value is not None:
            yield value


def _quotations(tables: Mapping[str, pyarrow.Table], texts: Mapping[str, str]) -> Iterator[Finding]:
    """Every text is the one that was hashed, and every quotation stands where it is said to stand."""
    articles = tables["articles"]
    for article, digest in zip(
        *(articles.column(c).to_pylist() for c in ("article_id", "text_sha256")), strict=True
    ):
        if article not in texts:
            yield Finding("quotations", f"articles {article}", "its text is not in the archive at hand")
        elif hashlib.sha256(texts[article].encode()).hexdigest() != digest:
            yield Finding("quotations", f"articles {article}", "the archive holds another text")
    for name, (first, last, words) in QUOTED.items():
        key = TABLES[name].key[0]
        for row in tables[name].select([key, "article_id", first, last, words]).to_pylist():
            text = texts.get(row["article_id"])
            start, end = (row[c][0] if isinstance(row[c], list) else row[c] for c in (first, last))
            if text is not None and not _stands(row[words], text[start:end]):
                yield Finding(
                    "quotations", f"{name} {row[key]}", f"{row[words][:60]!r} is not at {start}–{end}"
                )


def _originals(
    tables: Mapping[str, pyarrow.Table], texts: Mapping[str, str], original: Original
) -> Iterator[Finding]:
    """Every quotation is found in the archived bytes, where the parser says that it took it from."""
    for name, (first, last, words) in QUOTED.items():
        key = TABLES[name].key[0]
        for row in tables[name].select([key, "article_id", first, last, words]).to_pylist():
            text = texts.get(row["article_id"], "")
            start, end = (row[c][0] if isinstance(row[c], list) else row[c] for c in (first, last))
            found = original(row["article_id"], start, end)
            if found is not None and _letters(found) != _letters(text[start:end]):
                yield Finding(
                    "originals", f"{name} {row[key]}", f"{row[words][:60]!r} came from {found[:60]!r}"
                )


def _letters(words: str) -> str:
    """Letters and digits alone: the parser sets blanks and dashes that the source does not have."""
    return "".join(filter(str.isalnum, words))


def _stands(words: str, whole: str) -> bool:
    """Whether the printed words are the span's, or its beginning where it was cut."""
    return words == whole or (len(whole) > len(words) and whole.startswith(words.removesuffix("…").rstrip()))


def _expectations(tables: Mapping[str, pyarrow.Table], manifest: Manifest, judge: Judge) -> Iterator[Finding]:
    """The expectations hold of the published tables; what a person accepted then is accepted now."""
    verdict = judge(tables, version=manifest.version, at=manifest.time)
    accepted = {pair[0] for pair in (manifest.accepted or {}).get("what", ())}
    for rule, seen in (*verdict.stops, *verdict.acceptable):
        if rule not in accepted:
            yield Finding("expectations", rule, seen)


def _equal(release: UPath, again: UPath) -> Iterator[Finding]:
    """Two release folders hold the same files with the same bytes."""
    one, two = _paths(release), _paths(again)
    for path in sorted(one ^ two):
        yield Finding(
            "rebuild", path, "only in the release" if path in one else "only in the rebuilt release"
        )
    for path in sorted(one & two):
        if (release / path).read_bytes() != (again / path).read_bytes():
            yield Finding("rebuild", path, "differs from the rebuilt file")


__all__ = ["Finding", "Judge", "NoRelease", "Report", "verify"]
