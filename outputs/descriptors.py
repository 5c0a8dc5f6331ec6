"""Machine-readable descriptions of a release: Data Package v2, Croissant 1.1, schema.org JSON-LD with DCAT.

All three are written from the same resources, which come from the tables and the dictionary; frictionless
and mlcroissant check them in tests. What a column means is the schema's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kerjasama.codebook import load
from outputs.citation import TITLE, abstract
from outputs.dictionary import Entry, TableEntry, describe
from outputs.manifest import FileEntry, Manifest
from outputs.reading import table_path

if TYPE_CHECKING:
    import pyarrow

LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
KEYWORDS = ("Indonesia", "international cooperation", "news", "small and medium enterprises", "open data")
PARQUET = "application/vnd.apache.parquet"
CROISSANT_PARQUET = "application/x-parquet"
"""The name that Croissant 1.1 and its readers use; IANA's is the one above."""

CSV = "text/csv"


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of a release with its description and its files. `blank` names columns that hold empty
    strings."""

    entry: TableEntry
    rows: int
    parquet: FileEntry
    csv: FileEntry | None
    blank: frozenset[str]


def resources(tables: Mapping[str, pyarrow.Table], files: Mapping[str, FileEntry]) -> list[Resource]:
    """The tables with their files, by path. Of a table without a CSV only the columns are looked at."""
    return [
        Resource(
            describe(name, table),
            files[table_path(name)].rows or 0,
            files[table_path(name)],
            files.get(f"data/{name}.csv"),
            _blank(table),
        )
        for name, table in tables.items()
    ]


def datapackage(manifest: Manifest, found: Sequence[Resource]) -> dict[str, Any]:
    """The Data Package (datapackage.org, version 2): tables as CSV with schemas, keys and references."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "kerjasama",
        "id": f"kerjasama:{manifest.version}",
        "title": _title(manifest),
        "description": abstract(manifest),
        "version": manifest.data_version,
        "created": manifest.time.isoformat().replace("+00:00", "Z"),
        "keywords": list(KEYWORDS),
        "licenses": [{"name": "CC-BY-4.0", "path": LICENSE_URL, "title": "Creative Commons Attribution 4.0"}],
        "contributors": [{"title": "Kerjasama contributors", "roles": ["author"]}],
        "resources": [_package_resource(resource) for resource in found if resource.csv],
    }
    return package


def _package_resource(resource: Resource) -> dict[str, Any]:
    assert resource.csv is not None
    fields = [_package_field(column, resource.blank) for column in resource.entry.columns]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if not set(resource.entry.key) & resource.blank:
        schema["primaryKey"] = list(resource.entry.key)
    keys = [
        _foreign_key(resource.entry.name, column)
        for column in resource.entry.columns
        if _is_reference(column)
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": resource.entry.name.replace("_", "-"),
        "type": "table",
        "path": resource.csv.path,
        "title": resource.entry.name,
        "description": resource.entry.meaning["en"],
        "format": "csv",
        "mediatype": CSV,
        "encoding": "utf-8",
        "hash": f"sha256:{resource.csv.sha256}",
        "bytes": resource.csv.bytes,
        "schema": schema,
    }


def _package_field(column: Entry, blank: frozenset[str]) -> dict[str, Any]:
    types = {"integer": "integer", "number": "number", "boolean": "boolean", "time": "datetime"}
    field: dict[str, Any] = {
        "name": column.name,
        "type": types.get(column.type, "string"),
        "description": column.meaning["en"],
    }
    if column.type.startswith("list"):
        field["description"] += "; a list, joined with `; `, `;` and `\\` in elements after a backslash"
    if field["type"] == "boolean":
        # A spreadsheet that opened the CSV saves it in capitals.
        field.update({"trueValues": ["true", "TRUE"], "falseValues": ["false", "FALSE"]})
    limits: dict[str, Any] = {}
    declared = column.declared
    if declared is not None and not column.type.startswith("list"):
        if not column.nullable and column.name not in blank:
            limits["required"] = True
        if declared.vocabulary:
            limits["enum"] = list(load("vocabularies")[declared.vocabulary])
        if declared.pattern:
            limits["pattern"] = declared.pattern.strip("^$")
        if declared.minimum is not None:
            limits["minimum"] = declared.minimum
        if declared.maximum is not None:
            limits["maximum"] = declared.maximum
    return {**field, **({"constraints": limits} if limits else {})}


def _is_reference(column: Entry) -> bool:
    return bool(column.declared and column.declared.references and not column.type.startswith("list"))


def _foreign_key(table: str, column: Entry) -> dict[str, Any]:
    assert column.declared is not None and column.declared.references is not None
    to_table, to_column = column.declared.references.split(".")
    resource = "" if to_table == table else to_table.replace("_", "-")
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [to_column]}}


def croissant(manifest: Manifest, found: Sequence[Resource]) -> dict[str, Any]:
    """The Croissant 1.1 description (mlcommons.org): every Parquet file with its SHA-256, every column as a
    field."""
    return {
        "@context": _CROISSANT_CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": "kerjasama",
        "alternateName": _title(manifest),
        "description": abstract(manifest),
        "license": LICENSE_URL,
        "url": "https://kerjasama.example/",
        "version": manifest.data_version,
        "datePublished": manifest.time.date().isoformat(),
        "keywords": list(KEYWORDS),
        "creator": {"@type": "Organization", "name": "Kerjasama contributors"},
        "citeAs": f"Kerjasama contributors. {_title(manifest)}. Version {manifest.version}.",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": f"{resource.entry.name}.parquet",
                "name": f"{resource.entry.name}.parquet",
                "contentUrl": resource.parquet.path,
                "encodingFormat": CROISSANT_PARQUET,
                "contentSize": f"{resource.parquet.bytes} B",
                "sha256": resource.parquet.sha256,
            }
            for resource in found
        ],
        "recordSet": [_record_set(resource) for resource in found],
    }


def _record_set(resource: Resource) -> dict[str, Any]:
    name = resource.entry.name
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": resource.entry.meaning["en"],
        "key": [{"@id": f"{name}/{part}"} for part in resource.entry.key],
        "field": [_croissant_field(name, column) for column in resource.entry.columns],
    }


def _croissant_field(table: str, column: Entry) -> dict[str, Any]:
    types = {"integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "time": "sc:DateTime"}
    listed = column.type.startswith("list of ")
    single = column.type.removeprefix("list of ").removesuffix("s") if listed else column.type
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.meaning["en"],
        "dataType": types.get(single, "sc:Text"),
        "source": {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": column.name}},
    }
    if listed:
        field.update({"isArray": True, "arrayShape": "-1"})
    return field


def jsonld(manifest: Manifest, found: Sequence[Resource]) -> dict[str, Any]:
    """The dataset in schema.org's and DCAT's words, for search engines and data portals."""
    downloads = []
    for resource in found:
        for file, kind in ((resource.parquet, PARQUET), (resource.csv, CSV)):
            if file is not None:
                downloads.append(
                    {
                        "@type": ["DataDownload", "dcat:Distribution"],
                        "name": file.path,
                        "contentUrl": file.path,
                        "encodingFormat": kind,
                        "contentSize": f"{file.bytes} B",
                        "sha256": file.sha256,
                        "description": resource.entry.meaning["en"],
                    }
                )
    return {
        "@context": {"@vocab": "https://schema.org/", "dcat": "http://www.w3.org/ns/dcat#"},
        "@type": ["Dataset", "dcat:Dataset"],
        "name": _title(manifest),
        "description": abstract(manifest),
        "identifier": f"kerjasama:{manifest.version}",
        "version": manifest.version,
        "dateModified": manifest.time.isoformat(),
        "license": LICENSE_URL,
        "isAccessibleForFree": True,
        "inLanguage": ["en", "id"],
        "keywords": list(KEYWORDS),
        "creator": {"@type": "Organization", "name": "Kerjasama contributors"},
        "spatialCoverage": {"@type": "Country", "name": "Indonesia"},
        "variableMeasured": sorted(
            {
                column.meaning["en"]
                for resource in found
                if resource.entry.name == "facts"
                for column in resource.entry.columns
            }
        ),
        "distribution": downloads,
    }


def _title(manifest: Manifest) -> str:
    return f"{TITLE} (SAMPLE: invented articles)" if manifest.sample else TITLE


def _blank(table: pyarrow.Table) -> frozenset[str]:
    """Names of text columns that hold an empty string, which a CSV reader cannot tell from no value."""
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = [name for name in table.column_names if pa.types.is_string(table.schema.field(name).type)]
    return frozenset(name for name in texts if pc.any(pc.equal(table.column(name), "")).as_py())


_CROISSANT_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
