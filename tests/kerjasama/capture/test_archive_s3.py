"""The archive on an object store: a real S3 interface (rclone serve s3) on loopback."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from upath import UPath

from kerjasama.capture import warc
from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Candidate
from kerjasama.capture.crawl import capture
from kerjasama.capture.response import Exchange

NOW = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)
HOST = "kabar.example"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The folder behind a running S3 server, with its credentials in the environment."""
    folder = tmp_path_factory.mktemp("s3")
    (folder / "ember").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    rclone = Path(sys.executable).with_name("rclone")
    command = [
        str(rclone),
        "serve",
        "s3",
        str(folder),
        "--addr",
        f"127.0.0.1:{port}",
        "--auth-key",
        "kunci,rahasia",
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    patch = pytest.MonkeyPatch()
    for name, value in {
        "AWS_ACCESS_KEY_ID": "kunci",
        "AWS_SECRET_ACCESS_KEY": "rahasia",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_DEFAULT_REGION": "us-east-1",
        # rclone tells a whole object's checksum with a part of it, which botocore would take for damage.
        "AWS_RESPONSE_CHECKSUM_VALIDATION": "when_required",
    }.items():
        patch.setenv(name, value)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield folder / "ember"
    patch.undo()
    server.terminate()
    server.wait(10)


def group(n, now=NOW):
    content = f"<p>Berita {n}: kerja sama perikanan dengan Nagasaki</p>".encode() * 30
    exchange = Exchange(
        f"http://{HOST}/{n}", (("User-Agent", "uji"),), 200, "OK", (("Content-Type", "text/html"),), content
    )
    answer = warc.response(exchange, now)
    told = {"outcome": "fetched", "attempts": "1", "record": answer.record_id}
    return [
        warc.request(exchange, now, answer.record_id),
        answer,
        warc.outcome(answer.url, now, told, answer.record_id),
    ]


def write(root, cache, numbers, now=NOW, **options):
    archive = Archive(root, cache=cache, **options)
    with archive.writing(now):
        for n in numbers:
            archive.append(group(n, now))
            archive.flush()
    return archive


def test_segments_are_whole_objects_that_any_reader_reads(store, tmp_path):
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    root = UPath("s3://ember/satu")
    archive = write(root, tmp_path / "cache", range(25), batch_groups=10)
    segments = sorted((store / "satu/warc/2026-01-31").iterdir())
    assert [s.name[-13:-8] for s in segments] == ["00000", "00001", "00002"]
    assert len(list((store / "satu/index/2026-01-31").glob("*.cdxj"))) == 3
    pages = [r for s in segments for r in ArchiveIterator(str(s), record_types=WarcRecordType.response)]
    assert len(pages) == 25
    another = Archive("s3://ember/satu", cache=tmp_path / "another")
    for n in (0, 9, 10, 24):
        entry = another.latest(f"http://{HOST}/{n}")
        assert another.read(entry.record_id).content == archive.read(entry.record_id).content
        assert f"Berita {n}:".encode() in another.read(entry.record_id).content


def test_the_same_records_as_on_a_local_disk(store, tmp_path):
    away = write(UPath("s3://ember/sama"), tmp_path / "c1", range(12), batch_groups=5)
    here = write(tmp_path / "here", None, range(12))
    assert {(e.record_id, e.digest, e.url) for e in away.records()} == {
        (e.record_id, e.digest, e.url) for e in here.records()
    }


def test_a_segment_without_its_index_is_adopted_and_the_run_goes_on_behind_it(store, tmp_path):
    root = UPath("s3://ember/yatim")
    write(root, tmp_path / "c1", range(4))
    (index,) = (root / "index/2026-01-31").iterdir()
    told = index.read_bytes()
    index.unlink()  # as if killed between the two puts
    archive = Archive(root, cache=tmp_path / "c2")
    assert archive.latest(f"http://{HOST}/1") is None
    with archive.writing(NOW):
        assert archive.outcome(f"http://{HOST}/1", NOW) is not None
        archive.append(group(1))
        archive.append(group(9))
    assert index.read_bytes() == told
    assert len(list((store / "yatim/warc/2026-01-31").iterdir())) == 2
    urls = [e.url for e in archive.records() if e.kind == "response"]
    assert sorted(urls) == [f"http://{HOST}/{n}" for n in (0, 1, 2, 3, 9)]


def test_a_crawl_into_s3_tells_rows_only_of_what_is_stored_and_resumes(store, tmp_path, web, make_client):
    for n in range(30):
        web.page(f"/{n}", f"<p>Berita {n}</p>")
    candidates = [Candidate(f"http://{HOST}/{n}", "kabar", "uji") for n in range(30)]
    root = UPath("s3://ember/rayap")
    first = []
    for row in capture(candidates, make_client(), Archive(root, cache=tmp_path / "c1", batch_groups=8), NOW):
        if len(first) % 10 == 0:
            reader = Archive(root, cache=tmp_path / f"r{len(first)}")
            assert reader.read(row["archive_record"]).digest == row["content_digest"]
        first.append(row)
        if len(first) == 20:
            break
    asked = len(web.requests)
    rows = list(capture(candidates, make_client(), Archive(root, cache=tmp_path / "c2", batch_groups=8), NOW))
    assert rows[:20] == first and len(rows) == 30
    assert len(web.requests) - asked <= 14
    later = list(
        capture(candidates, make_client(), Archive(root, cache=tmp_path / "c3"), NOW + timedelta(days=1))
    )
    assert {r["status"] for r in later} == {"unchanged"}
    assert [r["archive_record"] for r in later] == [r["archive_record"] for r in rows]
