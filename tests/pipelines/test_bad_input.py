"""Bad input through the command line: one clear message, the right exit code, and the rest goes on.

Exit codes: 0 done, 1 refused by the data, 2 wrong use.
"""

import json

import pyarrow.parquet as pq
import pytest
from commandline import kerjasama
from press import ARTICLES

TEXT = ARTICLES[0]["text"]
GOOD = json.dumps(ARTICLES[0])


def make(folder, name, content):
    """A file with that content; the folder above it is made."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def complaint(err):
    """The one message of a command that ended badly; no traceback beside it."""
    assert "Traceback" not in err, err
    found = [line for line in err.splitlines() if line.startswith(("kerjasama: ", "Error: "))]
    assert len(found) == 1, err
    return found[0]


WRONG_USE = {
    "no such command": (["relaese"], "relaese"),
    "no such option": (["release", "--nope"], "--nope"),
    "no such source": (["release", "--source", "gazette"], "'sample', 'live', 'files', 'warc'"),
    "files without a path": (["release", "--source", "files"], "needs at least one PATH"),
    "a path without files": (["release", "articles.jsonl"], "did you mean --source files?"),
    "an empty path": (["fetch", "--source", "files", ""], "an empty path was given"),
    "a folder that is not there": (
        ["fetch", "--source", "files", "nowhere"],
        "nowhere: no such file or folder",
    ),
    "a home below a file": (["fetch", "--home", "regular/home"], "choose another with --home"),
    "a home that is a file": (["fetch", "--home", "regular"], "choose another with --home"),
    "a home that no store answers to": (["fetch", "--home", "floppy://a"], "fsspec URL like s3://"),
    "a time that is none": (["release", "--as-of", "kemarin"], "write it like 2026-01-31T06:00:00Z"),
    "a time without an offset": (["release", "--as-of", "2026-01-31T06:00:00"], "has no offset"),
    "a time before the first day": (
        ["release", "--as-of", "1999-01-01T00:00:00Z"],
        "--as-of: 1999-01-01 is outside",
    ),
    "a time to come": (["release", "--as-of", "2999-01-01T00:00:00Z"], "--as-of: 2999-01-01 is outside"),
    "a day that is none": (["fetch", "--day", "31-01-2026"], "write it like 2026-01-31"),
    "a day out of range": (
        ["fetch", "--day", "2019-12-31"],
        "--day: 2019-12-31 is outside the days 2020-01-01 to",
    ),
    "days the wrong way round": (
        ["backfill", "--from", "2026-01-02", "--to", "2026-01-01"],
        "lies before --from",
    ),
    "a version that is none": (["release", "--version", "next/one"], "versions are YYYY.MM.DD"),
    "a page that is not there": (
        ["parse", "gone.html", "--url", "https://a.example/b"],
        "gone.html: No such file",
    ),
    "lines that are not there": (["extract", "gone.jsonl", "--out", "out"], "gone.jsonl: No such file"),
    "a folder for a file": (["extract", ".", "--out", "out"], "Is a directory"),
    "results below a file": (
        ["extract", "lines.jsonl", "--out", "regular/out"],
        "--out regular/out: Not a directory",
    ),
    "annotations below a file": (
        ["extract", "lines.jsonl", "--out", "out", "--annotations", "regular/a"],
        "choose another folder",
    ),
    "an article that is not there": (["explain", "gone.txt"], "gone.txt: No such file"),
    "gold that is not there": (["evaluate", "gold"], "gold: no such folder"),
    "texts that are not there": (
        ["evaluate", ".", "--articles", "texts"],
        "--articles texts: no such file or folder",
    ),
    "a report below a file": (["evaluate", ".", "--report", "regular/r.json"], "--report regular"),
    "a port that is none": (["dev", "--port", "99999"], "--port"),
}


@pytest.mark.parametrize(("words", "hint"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_ends_with_2_and_says_what_to_do(command, tmp_path, lines, words, hint):
    make(tmp_path, "regular", "a file, no folder")
    code, out, err = command(*words)
    assert code == 2, err
    assert not out
    assert hint in complaint(err)


def test_settings_of_the_environment_are_named_as_such(command, monkeypatch):
    monkeypatch.setenv("KERJASAMA_WORKERS", "dua")
    code, _, err = command("fetch")
    assert code == 2
    assert "KERJASAMA_WORKERS" in complaint(err)
    monkeypatch.setenv("KERJASAMA_WORKERS", "2")
    monkeypatch.setenv("KERJASAMA_PATHS", "a.txt,b.txt")
    code, _, err = command("fetch")
    assert code == 2
    assert "JSON" in complaint(err)


NO_ARTICLE = {
    "empty": (b"", "empty"),
    "only white space": (b" \n\t\n", "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
    "a page that tells nothing": (b"<html><head><title>Indeks</title></head><body></body></html>", "no_"),
}


@pytest.mark.parametrize(("content", "reason"), NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_parse_says_why_a_page_is_no_article(command, tmp_path, content, reason):
    page = make(tmp_path, "page.html", content)
    code, out, err = command("parse", page, "--url", "https://kabar-uji.example/2026/01/06/a-b-c")
    assert (code, out) == (1, "")
    assert f"{page}: no article ({reason}" in complaint(err)


NO_LINE = {
    "empty": (b"", "no line in it"),
    "binary": (b"PK\x03\x04" + bytes(300), "no text"),
    "UTF-16": (GOOD.encode("utf-16"), "UTF-16; save it as UTF-8"),
}


@pytest.mark.parametrize(("content", "hint"), NO_LINE.values(), ids=NO_LINE)
def test_extract_refuses_a_file_that_holds_no_lines(command, tmp_path, content, hint):
    code, out, err = command("extract", make(tmp_path, "in.jsonl", content), "--out", "out")
    assert (code, out) == (1, "")
    assert hint in complaint(err)


def test_extract_tells_each_bad_line_and_reads_the_rest(command, tmp_path):
    bad = ['{"text": ', '{"title": "tanpa teks"}', "[1]", '{"text": "x", "url": 7}']
    windows = '{"text": "Kata – itu"}'.encode("windows-1252")
    source = make(
        tmp_path, "in.jsonl", b"\n".join([bad[0].encode(), GOOD.encode(), *map(str.encode, bad[1:]), windows])
    )
    code, out, err = command("extract", source, "--out", "out", "--json")
    assert code == 0, err
    told = [line.split(": ")[1] for line in err.splitlines()]
    assert told == [f"{source}, line {number}" for number in (1, 3, 4, 5, 6)]
    counts = json.loads(out)
    assert (counts["articles"], counts["rejects"]) == (1, 5)
    assert counts["facts"] >= 1
    assert pq.read_table(tmp_path / "out" / "rejects.parquet").num_rows == 5


def test_extract_without_one_good_line_ends_with_1_after_telling_them(command, tmp_path):
    code, _, err = command("extract", make(tmp_path, "in.jsonl", "{]\nnull\n"), "--out", "out")
    assert code == 1
    assert "Traceback" not in err
    assert [line.partition(": ")[2].split(":")[0][-6:] for line in err.splitlines()[:2]] == [
        "line 1",
        "line 2",
    ]
    assert "none of its 2 lines" in err.splitlines()[-1]


def test_explain_names_the_facts_that_there_are(command, lines):
    code, out, err = command("explain", lines, "--fact", "f-nothing")
    assert (code, out) == (1, "")
    assert "'f-nothing'" in complaint(err)
    known = complaint(err).rpartition("there are: ")[2].split(", ")[0]
    assert command("explain", lines, "--fact", known)[0] == 0


def test_explain_of_a_text_without_a_fact_says_so(command, tmp_path):
    code, out, _ = command("explain", make(tmp_path, "jalan.txt", ARTICLES[2]["text"]))
    assert code == 0
    assert "no cooperation fact in it" in out


BAD_GOLD = {
    "no annotation": ({}, "no annotation (*.json) in it"),
    "malformed": ({"a.json": "{broken"}, "a.json: malformed JSON at line 1"),
    "no object": ({"a.json": "[]"}, "a.json: no JSON object"),
    "wrong encoding": ({"a.json": b'{"title": "caf\xe9"}'}, "a.json: not UTF-8 at byte 14"),
    "no text": ({"a.json": '{"article_id": "a", "facts": []}'}, "no text for a"),
}


@pytest.mark.parametrize(("files", "hint"), BAD_GOLD.values(), ids=BAD_GOLD)
def test_evaluate_says_what_is_wrong_with_the_gold(command, tmp_path, files, hint):
    (tmp_path / "gold").mkdir()
    for name, content in files.items():
        make(tmp_path / "gold", name, content)
    code, out, err = command("evaluate", "gold", "--articles", tmp_path)
    assert (code, out) == (1, "")
    assert hint in complaint(err)


def fetch(folder, *paths):
    """A process of its own: Dagster's runs turn the file descriptors of their process about."""
    done = kerjasama("fetch", "--source", "files", *paths, "--home", "home", "--json", cwd=folder)
    return done.returncode, done.stdout, done.stderr


def test_fetch_reads_what_can_be_read_and_names_the_rest(tmp_path):
    """Windows-1252 and UTF-16 are read; empty, binary and malformed input is told, each with its place."""
    folder = tmp_path / "in"
    make(folder, "kosong.txt", b"")
    make(folder, "biner.txt", bytes(range(256)) * 4)
    make(folder, "lebar.txt", ARTICLES[0]["text"].encode("utf-16"))
    make(folder, "lama.txt", ARTICLES[1]["text"].replace("Nilai", "“Nilai” –").encode("windows-1252"))
    source = make(tmp_path, "in.jsonl", '{"text": \n' + json.dumps(ARTICLES[2]) + "\n")
    code, out, err = fetch(tmp_path, folder, source)
    assert code == 0, err
    assert "Traceback" not in err
    assert "kosong.txt: nothing in it" in err
    assert "biner.txt: bytes that are no text" in err
    assert "in.jsonl line 1: " in err
    rows = json.loads(out)["rows"]
    assert (rows["captures"], rows["parsed_articles"]) == (6, 3)
    (table,) = (tmp_path / "home" / "tables" / "parsed_articles").iterdir()
    texts = pq.read_table(table)["text"].to_pylist()
    assert any("“Kami ingin bengkel kecil ikut memasok" in text for text in texts)
    assert any("“Nilai” –" in text for text in texts)


def test_fetch_of_nothing_but_bad_files_ends_with_1(tmp_path):
    paths = make(tmp_path, "kosong.txt", b""), make(tmp_path, "foto.html", b"\xff\xd8\xff\xe0" + bytes(500))
    code, _, err = fetch(tmp_path, *paths)
    assert code == 1
    assert "nothing could be read of" in complaint(err)
    assert all(path.name in complaint(err) for path in paths)
    captures = next((tmp_path / "home" / "tables" / "captures").iterdir())
    assert pq.read_table(captures)["status"].to_pylist() == ["failed", "failed"]
