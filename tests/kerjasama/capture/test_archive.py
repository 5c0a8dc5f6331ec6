"""The archive: read by other tools, the same bytes for the same run, whole after any crash."""

from __future__ import annotations

import gzip
import hashlib
import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kerjasama.capture import warc
from kerjasama.capture.archive import Archive, ArchiveError
from kerjasama.capture.index import cdxj, entry_of_line, surt
from kerjasama.capture.response import Exchange
from kerjasama.capture.segments import whole_groups

NOW = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)


def exchange(n: int, body: bytes | None = None, status: int = 200) -> Exchange:
    content = body if body is not None else f"<p>Berita nomor {n}: kerja sama pelabuhan</p>".encode() * 40
    headers = (
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Encoding", "gzip"),
        ("Content-Length", "77"),
        ("Set-Cookie", "sesi=abc"),
        ("X-Nama", "Jalan–é"),
    )
    return Exchange(
        f"http://kabar.example/berita/{n}", (("User-Agent", "uji"),), status, "OK", headers, content
    )


def group(n: int, now: datetime = NOW) -> list[warc.Record]:
    answer = warc.response(exchange(n), now)
    told = {"outcome": "fetched", "attempts": "1", "record": answer.record_id}
    return [
        warc.request(exchange(n), now, answer.record_id),
        answer,
        warc.outcome(answer.url, now, told, answer.record_id),
    ]


def fill(root: Path, numbers: range, now: datetime = NOW, **options: object) -> Archive:
    archive = Archive(root, fsync=False, **options)  # type: ignore[arg-type]
    with archive.writing(now):
        for n in numbers:
            archive.append(group(n, now))
            archive.flush()
    return archive


def segment_files(root: Path) -> list[Path]:
    return sorted(root.glob("warc/*/*.warc.gz"))


def files_of(root: Path) -> dict[str, bytes]:
    kept = (p for part in ("warc", "index") for p in sorted((root / part).rglob("*")) if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in kept}


def test_what_is_put_in_comes_out(tmp_path):
    archive = fill(tmp_path, range(5))
    entry = archive.latest("http://kabar.example/berita/3")
    capture = archive.read(entry.record_id)
    assert capture.content == exchange(3).content
    assert (capture.url, capture.status, capture.captured_at) == (entry.url, 200, NOW)
    assert capture.content_type == "text/html; charset=utf-8"
    assert capture.digest == hashlib.sha256(capture.content).hexdigest() == entry.digest
    assert archive.at(entry.url, NOW).record_id == entry.record_id
    assert archive.at(entry.url, NOW + timedelta(seconds=1)) is None
    assert len(list(archive.records())) == 10  # a response and an outcome each


def test_warcio_reads_it_and_every_digest_holds(tmp_path):
    from warcio.archiveiterator import ArchiveIterator

    fill(tmp_path, range(3))
    kinds = []
    with segment_files(tmp_path)[0].open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            kinds.append(record.rec_type)
            assert record.rec_headers.protocol == "WARC/1.1"
            if record.rec_type == "response":
                assert record.content_stream().read().startswith(b"<p>Berita")
                assert record.http_headers.get_header("X-Crawl-Content-Encoding") == "gzip"
                assert record.http_headers.get_header("Set-Cookie") is None
    assert kinds == ["warcinfo"] + ["request", "response", "metadata"] * 3


def test_fastwarc_reads_it_and_every_digest_holds(tmp_path):
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    fill(tmp_path, range(3))
    for record in ArchiveIterator(str(segment_files(tmp_path)[0]), parse_http=False):
        record.freeze()
        assert record.verify_block_digest()
        if record.record_type == WarcRecordType.response:
            record.parse_http()
            assert record.verify_payload_digest()


def test_each_record_is_a_gzip_member_that_the_index_finds_alone(tmp_path):
    archive = fill(tmp_path, range(4))
    data = segment_files(tmp_path)[0].read_bytes()
    for entry in archive.records():
        member = gzip.decompress(data[entry.start : entry.start + entry.length])
        assert member.startswith(b"WARC/1.1\r\n") and entry.record_id.encode() in member


def test_the_index_is_sorted_cdxj_and_reads_back(tmp_path):
    archive = fill(tmp_path, range(12))
    (index,) = tmp_path.glob("index/*/*.cdxj")
    lines = index.read_text().splitlines()
    assert lines == sorted(lines)
    assert {entry_of_line(line) for line in lines} == set(archive.records())
    assert all(cdxj(entry_of_line(line)) == line for line in lines)
    assert sum(line.startswith("example,kabar)/berita/") for line in lines) == 12


def test_surt_orders_hosts_from_the_top():
    assert surt("https://www.Kemlu.go.id/a?b=2&a=1") == "id,go,kemlu)/a?a=1&b=2"
    assert surt("http://x.example:8080") == "example,x:8080)/"
    assert surt("file:///a b.txt") == "file:///a%20b.txt"


def test_same_run_same_bytes(tmp_path):
    fill(tmp_path / "a", range(30))
    fill(tmp_path / "b", range(30))
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_identifiers_are_of_address_time_and_content():
    base = warc.response(exchange(1), NOW).record_id
    assert base == warc.response(exchange(1), NOW).record_id and base.startswith("urn:uuid:")
    others = [
        warc.response(exchange(2), NOW),
        warc.response(exchange(1), NOW + timedelta(seconds=1)),
        warc.response(exchange(1, b"lain"), NOW),
    ]
    assert len({base, *(record.record_id for record in others)}) == 4


def test_segments_close_at_their_size(tmp_path):
    archive = fill(tmp_path, range(40), segment_bytes=4000)
    sizes = [file.stat().st_size for file in segment_files(tmp_path)]
    assert len(sizes) > 3 and all(4000 <= size < 6500 for size in sizes[:-1])
    assert len({e.record_id for e in archive.records()}) == 80
    assert not list(tmp_path.glob("index/*/*.journal"))


def crash(root: Path, cut: int, journal_cut: int | None = None) -> None:
    """Leave the archive as a SIGKILL would: the segment open, its tail torn at `cut`, the cache gone."""
    data = segment_files(root)[0]
    index = next(root.glob("index/*/*.cdxj"))
    entries = sorted((entry_of_line(line) for line in index.read_text().splitlines()), key=lambda e: e.start)
    lines = "".join(cdxj(e) + "\n" for e in entries if e.start + e.length <= cut).encode()
    index.with_suffix(".journal").write_bytes(lines[:journal_cut])
    index.unlink()
    data.write_bytes(data.read_bytes()[:cut])
    shutil.rmtree(root / "cache")


@pytest.mark.parametrize("journal", ["whole", "torn", "lost"])
def test_a_torn_tail_is_cut_and_nothing_before_it_lost(tmp_path, journal):
    """Cut anywhere: the run that goes on gives the archive that an undisturbed run gives."""
    fill(tmp_path / "whole", range(12))
    expected = files_of(tmp_path / "whole")
    size = segment_files(tmp_path / "whole")[0].stat().st_size
    dice = random.Random(7)
    for cut in [0, 1, size - 1, size, *(dice.randrange(size) for _ in range(25))]:
        root = tmp_path / f"{journal}{cut}"
        shutil.copytree(tmp_path / "whole", root)
        crash(root, cut, {"whole": None, "torn": dice.randrange(3000), "lost": 0}[journal])
        archive = Archive(root, fsync=False)
        with archive.writing(NOW):
            held = {n for n in range(12) if archive.outcome(f"http://kabar.example/berita/{n}", NOW)}
            assert held == set(range(len(held)))
            for n in range(12):
                archive.append(group(n))
        assert files_of(root) == expected
        archive.close()
        shutil.rmtree(root)


def test_readers_see_an_open_segment_of_a_run_that_died(tmp_path):
    fill(tmp_path, range(6))
    crash(tmp_path, segment_files(tmp_path)[0].stat().st_size - 10)
    archive = Archive(tmp_path)
    assert (
        archive.read(archive.latest("http://kabar.example/berita/4").record_id).content == exchange(4).content
    )


def test_scanning_a_segment_tells_what_the_index_tells(tmp_path):
    archive = fill(tmp_path, range(5))
    original = archive.latest("http://kabar.example/berita/2")
    later = NOW + timedelta(days=1)
    again = warc.revisit(exchange(2), later, original.record_id, NOW, original.digest)
    with archive.writing(later):
        archive.append([again, warc.outcome(again.url, later, {"outcome": "unchanged"}, again.record_id)])
        archive.append(
            [warc.resource("file:///a b.txt", b"isi", "text/plain", later, (("Name", "a b.txt"),))]
        )
    for path in segment_files(tmp_path):
        name = path.relative_to(tmp_path).as_posix()
        with path.open("rb") as file:
            found = [e for e in whole_groups(file, name, 0) if e.kind not in ("request", "warcinfo")]
        assert found == [e for e in archive.records() if e.segment == name]


def test_a_revisit_reads_as_the_content_it_refers_to(tmp_path):
    archive = fill(tmp_path, range(2))
    original = archive.latest("http://kabar.example/berita/1")
    later = NOW + timedelta(days=1)
    again = warc.revisit(exchange(1, b"", 304), later, original.record_id, NOW, original.digest)
    with archive.writing(later):
        archive.append([again, warc.outcome(again.url, later, {"outcome": "unchanged"}, again.record_id)])
    capture = archive.read(archive.latest(again.url).record_id)
    assert capture.captured_at == later and capture.content == exchange(1).content


def test_the_cache_may_be_lost(tmp_path):
    before = list(fill(tmp_path, range(9)).records())
    shutil.rmtree(tmp_path / "cache")
    assert list(Archive(tmp_path).records()) == before


def test_runs_of_other_processes_are_seen(tmp_path):
    reader = Archive(tmp_path)
    record = fill(tmp_path, range(1)).latest("http://kabar.example/berita/0")
    assert reader.read(record.record_id).content == exchange(0).content


def test_two_writers_of_one_clock_take_segments_of_their_own(tmp_path):
    first, second = Archive(tmp_path, fsync=False), Archive(tmp_path, fsync=False)
    with first.writing(NOW), second.writing(NOW):
        first.append(group(1))
        second.append(group(2))
        first.flush()
        second.flush()
    assert len(segment_files(tmp_path)) == 2
    assert {e.url[-1] for e in Archive(tmp_path).records()} == {"1", "2"}


def test_lanes_tell_runs_of_one_clock_apart(tmp_path):
    archive = Archive(tmp_path, fsync=False)
    for lane in ("2026-01-30", "2026-01-31"):
        with archive.writing(NOW, lane):
            archive.append(group(int(lane[-1])))
    assert [file.name for file in segment_files(tmp_path)] == [
        "20260131T060000Z-2026-01-30-00000.warc.gz",
        "20260131T060000Z-2026-01-31-00000.warc.gz",
    ]


def test_a_missing_record_says_what_to_look_at(tmp_path):
    with pytest.raises(ArchiveError, match=r"no record urn:uuid:0.*another home"):
        Archive(tmp_path).read("urn:uuid:0")
    with pytest.raises(ArchiveError, match="with archive"):
        Archive(tmp_path).append(group(1))
