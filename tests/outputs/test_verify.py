"""A release proves itself: any altered byte is caught, by our verification and by the script that lies in
the release."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from making import make
from small_world import changed, world
from upath import UPath

from kerjasama.storage import Home
from outputs.manifest import MANIFEST, SUMS, Manifest, sha256, sums
from outputs.verify import NoRelease, verify

TEXTS = dict(
    zip(
        *(world()["parsed_articles"].column(name).to_pylist() for name in ("article_id", "text")), strict=True
    )
)


@pytest.fixture
def copy(released, tmp_path) -> Path:
    """A release of one's own to spoil."""
    return Path(shutil.copytree(str(released.path), tmp_path / "copy"))


def script(folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-I", "verify.py"], cwd=folder, capture_output=True, text=True, check=False
    )


def retold(folder: Path, path: str, content: bytes) -> None:
    """Alter a file and let manifest and sums tell the altered one, as a forger or a faulty program would."""
    (folder / path).write_bytes(content)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    for entry in manifest["files"]:
        if entry["path"] == path:
            entry.update(sha256=sha256(content), bytes=len(content))
    told = json.dumps(manifest).encode()
    (folder / MANIFEST).write_bytes(told)
    (folder / SUMS).write_bytes(sums(Manifest.from_json(told).files, told))


def spoil(folder: Path, table: str, row: int, **values: object) -> None:
    """Alter cells of a published table and tell it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from outputs.reading import table_path
    from outputs.table_files import write_parquet

    table_file = folder / table_path(table)
    whole = pq.read_table(table_file)
    rows = whole.to_pylist()
    rows[row].update(values)
    written = io.BytesIO()
    write_parquet(pa.Table.from_pylist(rows, schema=whole.schema), written)
    retold(folder, table_path(table), written.getvalue())


def test_a_good_release_passes_every_check(released) -> None:
    from expectations.gate import judge

    report = verify(released.path, texts=TEXTS, judge=judge, rebuild=lambda: released.path)
    assert report.good and report.digest == released.digest
    assert set(report.checked) == {"hashes", "schema", "references", "quotations", "expectations", "rebuild"}
    assert report.checked["quotations"] == 6 + 6 + 6 + 18


def test_the_script_needs_no_package_and_tells_the_digest(released) -> None:
    done = script(Path(str(released.path)))
    assert done.returncode == 0 and f"digest of the release: {released.digest}" in done.stdout


def test_one_flipped_byte_of_any_file_is_caught(copy) -> None:
    files = sorted(path for path in copy.rglob("*") if path.is_file())
    assert len(files) > 70
    for number, path in enumerate(files):
        content = path.read_bytes()
        at = (number * 7919) % len(content)
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        try:
            report = verify(UPath(copy))
            caught = not report.good
        except NoRelease:
            caught = True
        assert caught, path
        path.write_bytes(content)
    assert verify(UPath(copy)).good


@pytest.mark.parametrize("path", ["data/facts.csv", "explorer/index.html", "release.json", "README.md"])
def test_the_script_catches_it_too(copy, path: str) -> None:
    content = (copy / path).read_bytes()
    (copy / path).write_bytes(content[:-2] + b"x" + content[-1:])
    done = script(copy)
    assert done.returncode == 1 and f"changed: {path}" in done.stdout


def test_missing_and_added_files_are_caught(copy) -> None:
    (copy / "data/facts.csv").unlink()
    (copy / "data/extra.csv").write_text("x")
    seen = {(f.where, f.check) for f in verify(UPath(copy)).findings}
    assert seen == {("data/facts.csv", "hashes"), ("data/extra.csv", "hashes")}
    assert "missing: data/facts.csv" in script(copy).stdout
    assert "not part of the release: data/extra.csv" in script(copy).stdout


def test_a_forger_who_tells_new_hashes_is_caught_by_schema_and_references(copy) -> None:
    spoil(copy, "participants", 0, fact_id="nowhere")
    findings = verify(UPath(copy)).findings
    assert any(f.check == "references" and f.where == "participants.fact_id" for f in findings)


def test_a_row_that_repeats_a_key_is_caught(copy) -> None:
    spoil(
        copy,
        "facts",
        1,
        fact_id=__import__("pyarrow.parquet")
        .parquet.read_table(copy / "data/facts.parquet")
        .column("fact_id")
        .to_pylist()[0],
    )
    assert any("repeat a key" in f.seen for f in verify(UPath(copy)).findings)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("facts", {"evidence_quote": "Kalimat karangan yang tidak pernah ditulis siapa pun."}),
        ("facts", {"evidence_starts": [3]}),
        ("statements", {"excerpt": "Kata yang lain sama sekali"}),
        ("figures", {"raw": "81,5 persen"}),
        ("mentions", {"text": "Orang Lain"}),
        ("articles", {"text_sha256": "0" * 64}),
    ],
)
def test_a_quotation_that_is_not_in_the_archive_is_caught(copy, table: str, values: dict) -> None:
    spoil(copy, table, 0, **values)
    assert {f.check for f in verify(UPath(copy), texts=TEXTS).findings} == {"quotations"}


def test_an_article_that_the_archive_lacks_is_told(released) -> None:
    findings = verify(released.path, texts={}).findings
    assert len(findings) == 6 and all("not in the archive at hand" in f.seen for f in findings)


def test_broken_expectations_are_told(copy) -> None:
    from expectations.gate import judge

    spoil(copy, "coverage", 0, tried=99)
    report = verify(UPath(copy), judge=judge)
    assert [f.where for f in report.findings] == ["coverage.tried_is_the_sum"]


def test_a_rebuilt_release_that_differs_is_told_file_by_file(released, tmp_path) -> None:
    other = make(Home.at(tmp_path / "other"), changed(world(), "figures", 0, indicator="laba"))
    seen = {f.where for f in verify(released.path, rebuild=lambda: other.path).findings}
    assert {"data/figures.parquet", "data/figures.csv", "release.json", "SHA256SUMS"} <= seen
    assert "data/facts.parquet" not in seen


def test_what_is_no_release_is_no_report(tmp_path) -> None:
    with pytest.raises(NoRelease):
        verify(UPath(tmp_path))
    (tmp_path / MANIFEST).write_text("{}")
    with pytest.raises(NoRelease, match="not a manifest"):
        verify(UPath(tmp_path))
