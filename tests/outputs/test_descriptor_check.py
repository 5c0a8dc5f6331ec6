"""A description that is not true of its files is noticed, whichever of the three it is."""

import json
from collections.abc import Callable

import pyarrow.parquet as pq
import pytest

from outputs.descriptor_check import DESCRIBED, descriptor_faults
from outputs.reading import read_manifest, table_path


@pytest.fixture(scope="module")
def parts(released) -> tuple:
    manifest = read_manifest(released.path)
    names = [r["title"] for r in json.loads((released.path / "datapackage.json").read_bytes())["resources"]]
    columns = {n: pq.read_schema(str(released.path / table_path(n))).names for n in [*names, "inputs"]}
    return {name: (released.path / name).read_bytes() for name in DESCRIBED}, manifest.files, columns


def test_a_release_describes_itself_truly(parts) -> None:
    assert descriptor_faults(*parts) == []


@pytest.mark.parametrize(
    ("file", "spoil", "told"),
    [
        ("datapackage.json", lambda d: d["resources"][0].update(hash="sha256:0"), "is not that file"),
        ("datapackage.json", lambda d: d["resources"].pop(), "is not described"),
        ("datapackage.json", lambda d: d["resources"][0]["schema"]["fields"].pop(), "fields are not"),
        (
            "datapackage.json",
            lambda d: d["resources"][0]["schema"].update(primaryKey=["x"]),
            "key x is no field",
        ),
        (
            "datapackage.json",
            lambda d: d["resources"][1]["schema"]["foreignKeys"][0]["reference"].update(resource="x"),
            "refer to nothing",
        ),
        ("croissant.json", lambda d: d["distribution"][0].update(sha256="0"), "is not that file"),
        ("croissant.json", lambda d: d["recordSet"][0]["field"].pop(), "fields are not"),
        ("croissant.json", lambda d: d["distribution"].pop(0), "comes from a file that is not told"),
        ("dataset.jsonld", lambda d: d["distribution"][0].update(contentUrl="x"), "x is not that file"),
        ("dataset.jsonld", lambda d: d.pop("license"), "not readable"),
    ],
)
def test_what_is_told_wrongly_is_noticed(parts, file: str, spoil: Callable, told: str) -> None:
    described, files, columns = parts
    content = json.loads(described[file])
    spoil(content)
    faults = descriptor_faults({**described, file: json.dumps(content).encode()}, files, columns)
    assert faults and all(name == file for name, _ in faults)
    assert any(told in fault for _, fault in faults)


def test_a_missing_or_broken_description_is_noticed(parts) -> None:
    described, files, columns = parts
    faults = descriptor_faults({**described, "croissant.json": b"{", "dataset.jsonld": b"[]"}, files, columns)
    assert {name for name, _ in faults} == {"croissant.json", "dataset.jsonld"}
