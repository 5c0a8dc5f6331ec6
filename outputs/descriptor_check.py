"""Checks that a release's descriptions are true of its files, before the release gets its name.

frictionless and mlcroissant, which know the standards in full, do so in tests; here stands what a release
itself
must never get wrong: files, hashes, columns, keys and references. How descriptions are written is
`descriptors.py`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from outputs.manifest import FileEntry

DESCRIBED = ("datapackage.json", "croissant.json", "dataset.jsonld")


def descriptor_faults(
    described: Mapping[str, bytes], files: Sequence[FileEntry], columns: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    """(file, what is wrong) of everything that the descriptions tell wrongly; empty where all is true.

    `described` holds the content of the files in `DESCRIBED`; `columns` the columns of every table by its
    name.
    """
    entries = {entry.path: entry for entry in files}
    faults: list[tuple[str, str]] = []
    checks = (_package_faults, _croissant_faults, _jsonld_faults)
    for name, check in zip(DESCRIBED, checks, strict=True):
        try:
            told = json.loads(described[name])
            faults.extend((name, fault) for fault in check(told, entries, columns))
        except (KeyError, TypeError, ValueError) as error:
            faults.append((name, f"missing or not readable: {error!r}"))
    return faults


def _package_faults(
    told: Any, entries: Mapping[str, FileEntry], columns: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    fields = {r["name"]: [field["name"] for field in r["schema"]["fields"]] for r in told["resources"]}
    missing = {name.replace("_", "-") for name in columns if f"data/{name}.csv" in entries} - set(fields)
    yield from (f"table {name} is not described" for name in sorted(missing))
    for resource in told["resources"]:
        name, entry = resource["name"], entries.get(resource["path"])
        if entry is None or resource["hash"] != f"sha256:{entry.sha256}" or resource["bytes"] != entry.bytes:
            yield f"{name}: {resource['path']} is not that file"
        if fields[name] != list(columns.get(name.replace("-", "_"), ())):
            yield f"{name}: fields are not the table's columns"
        for key in resource["schema"].get("primaryKey", ()):
            if key not in fields[name]:
                yield f"{name}: key {key} is no field"
        for link in resource["schema"].get("foreignKeys", ()):
            target = fields.get(link["reference"]["resource"] or name, [])
            if not set(link["fields"]) <= set(fields[name]) or not set(link["reference"]["fields"]) <= set(
                target
            ):
                yield f"{name}: {link['fields']} refer to nothing"


def _croissant_faults(
    told: Any, entries: Mapping[str, FileEntry], columns: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    known = {file["@id"] for file in told["distribution"]}
    yield from _file_faults(told["distribution"], entries)
    sets = {record_set["name"]: record_set["field"] for record_set in told["recordSet"]}
    for name, expected in columns.items():
        if [field["source"]["extract"]["column"] for field in sets.get(name, ())] != list(expected):
            yield f"{name}: fields are not the table's columns"
    for fields in sets.values():
        for field in fields:
            if field["source"]["fileObject"]["@id"] not in known:
                yield f"{field['@id']}: comes from a file that is not told"


def _jsonld_faults(
    told: Any, entries: Mapping[str, FileEntry], columns: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    yield from _file_faults(told["distribution"], entries)
    if not told["name"] or not told["license"]:
        yield "no name or no licence"


def _file_faults(
    distribution: Sequence[Mapping[str, Any]], entries: Mapping[str, FileEntry]
) -> Iterator[str]:
    for file in distribution:
        entry = entries.get(file["contentUrl"])
        if entry is None or file["sha256"] != entry.sha256:
            yield f"{file['contentUrl']} is not that file"
