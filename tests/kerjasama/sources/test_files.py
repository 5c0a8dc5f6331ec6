"""Local files: what is read, what fails and how it is told, and that the rest goes on."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kerjasama.capture.archive import Archive
from kerjasama.schema import to_table
from kerjasama.sources.collect import collect
from kerjasama.sources.files import charset_of, read_files

NOW = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)
TEXT = "Surabaya - Pemerintah kota menjajaki kerja sama pengelolaan sampah dengan Kitakyushu."


@pytest.fixture
def capture(tmp_path):
    """Files into the test's archive: a function of paths that returns rows and the archive."""

    def go(*paths, now=NOW):
        archive = Archive(tmp_path / "archive", fsync=False)
        source = {"kind": "files", "paths": [str(path) for path in paths]}
        rows = list(collect([source], None, archive, now))
        to_table("captures", rows)
        return rows, archive

    return go


def test_texts_pages_and_lines_are_archived_and_read_from_there(tmp_path, capture):
    inputs = tmp_path / "in"
    (inputs / "dalam").mkdir(parents=True)
    (inputs / "b.txt").write_text(TEXT)
    (inputs / "dalam" / "a b.html").write_text(f"<p>{TEXT}</p>")
    lines = inputs / "artikel.jsonl"
    told = [
        {"text": TEXT, "url": "https://kabar.example/1", "title": "Sampah", "publisher": "kabar"},
        {"text": TEXT},
    ]
    lines.write_text("\n".join(json.dumps(one) for one in told))
    rows, archive = capture(inputs / "b.txt", inputs / "dalam", lines)
    assert [row["url"] for row in rows] == [
        "file:///b.txt",
        "file:///a%20b.html",
        "file:///artikel.jsonl#line=1",
        "file:///artikel.jsonl#line=2",
    ]
    assert [row["content_type"] for row in rows] == ["text/plain; charset=utf-8", "text/html"] + [
        "application/json"
    ] * 2
    assert rows[2]["publisher"] == "kabar" and rows[2]["title_hint"] == "Sampah"
    captures = [archive.read(row["archive_record"]) for row in rows]
    assert captures[0].content == TEXT.encode() and json.loads(captures[3].content) == told[1]
    assert captures[2].fields == {"name": "artikel.jsonl", "line": "1"} and captures[0].kind == "resource"
    assert captures[0].status is None


def test_every_bad_input_is_one_failed_row_and_the_rest_goes_on(tmp_path, capture):
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "kosong.txt").write_bytes(b" \n\n")
    (inputs / "nol.txt").write_bytes(b"")
    (inputs / "gambar.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (inputs / "biner.html").write_bytes(bytes(range(256)) * 40)
    (inputs / "aneh.txt").write_bytes(b"Kata " * 9 + b"\x81\x8d\x9d" * 40)
    (inputs / "lama.txt").write_bytes("Kata “kutip” – ujarnya kepada wartawan di Jakarta".encode("cp1252"))
    (inputs / "lebar.txt").write_text(TEXT, encoding="utf-16")
    (inputs / "dokumen.pdf").write_bytes(b"%PDF-1.7")
    (inputs / "baik.txt").write_text(TEXT)
    bad = inputs / "baris.jsonl"
    lines = [
        b'{"text": "Baik sekali."}',
        b"{rusak",
        b"[1, 2]",
        b'{"judul": "x"}',
        b'{"text": "  "}',
        b"\xff\xfe{}",
        b"",
        b'{"text": "Akhir."}',
    ]
    bad.write_bytes(b"\n".join(lines))
    rows, _ = capture(inputs, bad, inputs / "dokumen.pdf", tmp_path / "tiada")
    told = {row["url"].removeprefix("file:///"): (row["status"], row["reason"]) for row in rows}
    assert told == {
        "aneh.txt": ("failed", "wrong_charset"),
        "baik.txt": ("fetched", None),
        "baris.jsonl": ("skipped", "not_named"),
        "biner.html": ("failed", "binary_file"),
        "dokumen.pdf": ("skipped", "not_named"),
        "gambar.txt": ("failed", "binary_file"),
        "kosong.txt": ("failed", "empty_file"),
        "lama.txt": ("fetched", None),
        "lebar.txt": ("fetched", None),
        "nol.txt": ("failed", "empty_file"),
        "2/baris.jsonl#line=1": ("fetched", None),
        "2/baris.jsonl#line=2": ("failed", "bad_json"),
        "2/baris.jsonl#line=3": ("failed", "not_an_object"),
        "2/baris.jsonl#line=4": ("failed", "no_text"),
        "2/baris.jsonl#line=5": ("failed", "no_text"),
        "2/baris.jsonl#line=6": ("failed", "wrong_charset"),
        "2/baris.jsonl#line=8": ("fetched", None),
        "2/dokumen.pdf": ("failed", "unknown_type"),
        "tiada": ("failed", "missing_path"),
    }
    details = {row["url"].removeprefix("file:///"): row["detail"] for row in rows}
    assert (
        details["2/baris.jsonl#line=2"].startswith("2/baris.jsonl line 2: ")
        and "one JSON object" in details["2/baris.jsonl#line=2"]
    )
    assert "save it as UTF-8" in details["aneh.txt"] and str(tmp_path) not in repr(rows)


def test_a_folder_of_lines_alone_is_read_and_an_empty_one_is_told(tmp_path, capture):
    for name in ("hanya", "hampa"):
        (tmp_path / name).mkdir()
    (tmp_path / "hanya" / "a.jsonl").write_text(json.dumps({"text": TEXT}) + "\n")
    rows, _ = capture(tmp_path / "hanya", tmp_path / "hampa")
    assert [(r["status"], r["reason"]) for r in rows] == [("fetched", None), ("failed", "source_empty")]


def test_an_unreadable_file_is_told(tmp_path, capture, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    whole = Path.read_bytes

    def read_bytes(self):
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(self)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    rows, _ = capture(tmp_path / "a.txt", tmp_path / "b.txt")
    assert [(r["status"], r["reason"]) for r in rows] == [("failed", "unreadable"), ("fetched", None)]


def test_the_same_files_again_are_unchanged_and_at_the_same_clock_the_same(tmp_path, capture):
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    first, _ = capture(file)
    assert capture(file)[0] == first
    later, _ = capture(file, now=NOW + timedelta(days=1))
    assert [r["status"] for r in later] == ["unchanged"]
    assert later[0]["archive_record"] == first[0]["archive_record"]
    file.write_text(TEXT + " Ralat.")
    assert capture(file, now=NOW + timedelta(days=2))[0][0]["status"] == "fetched"


def test_paths_of_one_name_are_told_apart(tmp_path):
    for folder in ("satu", "dua"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder + TEXT)
    items = list(read_files([tmp_path / "satu", tmp_path / "dua"]))
    assert [item.url for item in items] == ["file:///a.txt", "file:///dua/a.txt"]


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (b"biasa", "utf-8"),
        ("é".encode(), "utf-8"),
        (b"\xef\xbb\xbfBOM", "utf-8-sig"),
        ("é".encode("utf-16"), "utf-16"),
        ("kata yang cukup panjang “kutip”".encode("cp1252"), "windows-1252"),
        (b"\xff\xfea", None),
        (b"\x81\x8d", None),
    ],
)
def test_charsets(content, charset):
    assert charset_of(content) == charset
