"""Everything that goes wrong on the web: what lands in `captures`, and that the run goes on."""

from __future__ import annotations

import gzip
import socket
import struct
import time
import tracemalloc
import zlib
from datetime import timedelta
from email.utils import format_datetime

import pytest

HOST = "kabar.example"
GOOD = b"<html><body><p>Jakarta - Indonesia dan Jepang menandatangani nota kesepahaman.</p></body></html>"


@pytest.fixture(autouse=True)
def good_pages(web):
    for path in ("/baik", "/juga-baik"):
        web.page(path, GOOD)


def outcome(row):
    return row["status"], row["reason"], row["http_status"], row["attempts"]


def goes_on(run, *addresses, **settings):
    """Run the addresses between two good pages; the rows of the addresses."""
    rows = run("/baik", *addresses, "/juga-baik", **settings)
    assert {r["status"] for r in (rows[0], rows[-1])} <= {"fetched", "unchanged"}
    assert len(rows) == len(addresses) + 2
    return rows[1:-1]


def head(handler, length, **headers):
    handler.send_response(200)
    for name, value in ({"Content-Length": str(length)} | headers).items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()


def reset(handler):
    """Close so that the peer gets a RST instead of an end."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    for end in (handler.rfile, handler.wfile, handler.connection):
        end.close()
    handler.close_connection = True


def test_refused_connection(run, closed_port):
    (row,) = goes_on(run, "http://mati.example/a", resolve={"mati.example": f"127.0.0.1:{closed_port}"})
    assert outcome(row)[:2] == ("failed", "connection_refused")
    assert row["detail"] == "http://mati.example/robots.txt: nothing listens there"


def test_unknown_host(run, make_client, world):
    def nowhere(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    client = make_client()
    client._adapter.poolmanager.pool_classes_by_scheme["http"].ConnectionCls.book._resolver = nowhere
    (row,) = goes_on(run, "http://tiada.example/a", client=client)
    assert outcome(row)[:2] == ("failed", "dns")


def test_reset_in_mid_body(run, web):
    def answer(handler):
        head(handler, 100_000)
        handler.wfile.write(b"<html>" * 100)
        handler.wfile.flush()
        reset(handler)

    web.on("/putus", answer)
    (row,) = goes_on(run, "/putus")
    assert row["status"] == "failed" and row["reason"] in ("connection_reset", "incomplete_body")
    assert row["attempts"] == 3 == web.asked("/putus")
    assert row["archive_record"] is None


def test_hangs_up_without_an_answer(run, web):
    web.on("/bisu", reset)
    (row,) = goes_on(run, "/bisu")
    assert outcome(row) == ("failed", "connection_reset", None, 3)


def test_truncated_gzip(run, web):
    body = gzip.compress(GOOD * 50)[:-20]
    web.page("/buntung", body, headers={"Content-Encoding": "gzip"})
    (row,) = goes_on(run, "/buntung")
    assert outcome(row)[:2] == ("failed", "bad_encoding")


def test_corrupt_gzip_and_foreign_encodings(run, web):
    web.page("/rusak", b"\x1f\x8b\x08" + b"bukan gzip" * 9, headers={"Content-Encoding": "gzip"})
    web.page("/asing", GOOD, headers={"Content-Encoding": "br"})
    rows = goes_on(run, "/rusak", "/asing")
    assert [r["reason"] for r in rows] == ["bad_encoding", "unsupported_encoding"]


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda b: zlib.compress(b)[2:-4]])
def test_compressed_well(run, web, pack):
    encoding = "gzip" if pack is gzip.compress else "deflate"
    web.page("/padat", pack(GOOD), headers={"Content-Encoding": encoding})
    (row,) = goes_on(run, "/padat")
    assert row["status"] == "fetched" and row["bytes"] == len(GOOD)


def test_content_length_too_long(run, web):
    def answer(handler):
        head(handler, len(GOOD) + 500)
        handler.wfile.write(GOOD)
        handler.close_connection = True

    web.on("/panjang", answer)
    (row,) = goes_on(run, "/panjang")
    assert outcome(row) == ("failed", "incomplete_body", None, 3)


def test_content_length_too_short_cuts_the_page_and_harms_no_other(run, web):
    def answer(handler):
        head(handler, 20)
        handler.wfile.write(GOOD)

    web.on("/pendek", answer)
    (row,) = goes_on(run, "/pendek")
    assert row["status"] == "fetched" and row["bytes"] == 20  # all that HTTP lets a client know


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html; charset=windows-1252", "<p>“Kerja sama” – menteri</p>".encode("cp1252")),
        ("text/html; charset=utf-16", "<p>Kerja sama</p>".encode("utf-16")),
        ("text/html", "<p>“Kerja sama”</p>".encode()),
        ("text/html; charset=ngawur", b"<p>Kerja sama</p>"),
        ("", b"<p>Kerja sama</p>"),
    ],
)
def test_charsets_arrive_untouched(run, web, tmp_path, content_type, body):
    from kerjasama.capture.archive import Archive

    web.page("/aksara", body, headers={"Content-Type": content_type})
    (row,) = goes_on(run, "/aksara")
    assert row["status"] == "fetched" and row["content_type"] == (content_type or None)
    archived = Archive(tmp_path / "archive").read(row["archive_record"])
    assert archived.content == body and archived.content_type == (content_type or None)


def test_redirect_loops(run, web):
    web.page("/putar", status=301, headers={"Location": "/balik"})
    web.page("/balik", status=301, headers={"Location": "/putar"})
    web.page("/sendiri", status=302, headers={"Location": "/sendiri"})
    for n in range(20):
        web.page(f"/r{n}", status=307, headers={"Location": f"/r{n + 1}"})
    rows = goes_on(run, "/putar", "/sendiri", "/r0")
    assert [r["reason"] for r in rows] == ["redirect_loop", "redirect_loop", "too_many_redirects"]
    assert web.asked("/r5") == 1 and web.asked("/r6") == 0


def test_redirects_to_loopback_and_other_schemes_are_refused(run, web):
    web.page("/rahasia", b"SECRET")
    targets = [
        f"http://127.0.0.1:{web.port}/rahasia",
        f"http://localhost:{web.port}/rahasia",
        f"http://[::1]:{web.port}/rahasia",
        f"http://[::ffff:127.0.0.1]:{web.port}/rahasia",
        "file:///etc/passwd",
        "ftp://kabar.example/a",
        "gopher://kabar.example/a",
    ]
    for number, target in enumerate(targets):
        web.page(f"/lari{number}", status=302, headers={"Location": target})
    rows = goes_on(run, *(f"/lari{n}" for n in range(len(targets))))
    assert {r["status"] for r in rows} == {"refused"}
    assert [r["reason"] for r in rows] == ["private_address"] * 4 + ["forbidden_scheme"] * 3
    assert web.asked("/rahasia") == 0


def test_redirect_without_location(run, web):
    web.page("/hampa", status=301)
    (row,) = goes_on(run, "/hampa")
    assert outcome(row)[:3] == ("failed", "bad_redirect", 301)


def test_429_with_seconds_waits_and_tries_again(run, web, world):
    answers = iter([(429, {"Retry-After": "7"}), (200, {})])

    def answer(handler):
        status, headers = next(answers)
        web.reply(handler, GOOD, status, headers)

    web.on("/sibuk", answer)
    (row,) = goes_on(run, "/sibuk")
    assert outcome(row) == ("fetched", None, 200, 2)
    assert 7.0 in world.sleeps


@pytest.mark.parametrize("with_date", [True, False])
def test_429_with_a_date(run, web, world, now, with_date):
    answers = iter([429, 200])
    until = format_datetime(now + timedelta(seconds=11), usegmt=True)

    def answer(handler):
        status = next(answers)
        handler.send_response_only(status)
        if with_date:
            handler.send_header("Date", format_datetime(now, usegmt=True))
        if status == 429:
            handler.send_header("Retry-After", until)
        handler.send_header("Content-Length", str(len(GOOD)))
        handler.end_headers()
        handler.wfile.write(GOOD)

    web.on("/sibuk", answer)
    (row,) = goes_on(run, "/sibuk")
    assert outcome(row) == ("fetched", None, 200, 2)
    assert 11.0 in world.sleeps


def test_a_retry_after_beyond_the_limit_leaves_the_host_alone(run, web, world):
    web.page("/penuh", status=503, headers={"Retry-After": "86400"}, host="penuh.example")
    web.page("/lain", GOOD, host="penuh.example")
    rows = goes_on(run, "http://penuh.example/penuh", "http://penuh.example/lain", hosts=["penuh.example"])
    assert [(r["reason"], r["attempts"]) for r in rows] == [("rate_limited", 1), ("circuit_open", 0)]
    assert not [s for s in world.sleeps if s > 200]


def test_a_503_storm_opens_the_circuit_and_a_later_try_closes_it(run, web):
    storm = {"on": True}

    def answer(handler):
        web.reply(handler, GOOD, 503 if storm["on"] else 200)
        if len([1 for h, p, _ in web.requests if h == "badai.example" and p != "/robots.txt"]) >= 9:
            storm["on"] = False

    for n in range(12):
        web.on(f"/b{n}", answer, host="badai.example")
    addresses = [f"http://badai.example/b{n}" for n in range(12)]
    settings = {"hosts": ["badai.example"], "breaker_failures": 3, "breaker_skips": 4}
    rows = goes_on(run, *addresses, **settings)
    told = [(r["reason"], r["attempts"]) for r in rows]
    assert told == [("server_error", 3)] * 3 + [("circuit_open", 0)] * 4 + [(None, 1)] * 5
    assert [r["http_status"] for r in rows[:3]] == [503] * 3
    asked = len(web.requests)
    assert goes_on(run, *addresses, **settings) == rows, "going on after a kill, the circuit is where it was"
    assert len(web.requests) == asked


@pytest.mark.parametrize("where", ["body", "headers", "chunks"])
def test_an_endless_drip_ends(run, web, where):
    def answer(handler):
        out = handler.wfile
        if where == "body":
            head(handler, 1_000_000)
        elif where == "chunks":
            handler.send_response(200)
            handler.send_header("Transfer-Encoding", "chunked")
            handler.end_headers()
        else:
            out.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(500):
            out.write(b"1")
            out.flush()
            time.sleep(0.02)
        handler.close_connection = True

    web.on("/tetes", answer)
    before = time.monotonic()
    (row,) = goes_on(run, "/tetes", total_timeout=0.4)
    assert outcome(row) == ("failed", "too_slow", None, 1)
    assert time.monotonic() - before < 8


def test_silence_times_out(run, web):
    web.on("/diam", lambda handler: time.sleep(0.5))
    (row,) = goes_on(run, "/diam", read_timeout=0.2, retries=1)
    assert outcome(row) == ("failed", "timeout", None, 2)


def test_two_gigabytes_of_zeros_in_gzip(run, web):
    """A bomb of 2 GB inflated: cut at the limit, in memory that does not grow with it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b"\0" * 2**20) + packer.flush(zlib.Z_FULL_FLUSH)
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    sent = []

    def answer(handler):
        head(handler, len(header) + len(block) * 2048, Content_Encoding="gzip")
        handler.wfile.write(header)
        for _ in range(2048):
            handler.wfile.write(block)
            sent.append(1)

    web.on("/bom", answer)
    limit = 4 * 2**20
    tracemalloc.start()
    (row,) = goes_on(run, "/bom", max_inflated_bytes=limit)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert outcome(row) == ("failed", "inflated_too_large", None, 1)
    assert peak < 3 * limit


def test_limits_on_bodies_and_headers(run, web):
    def endless(handler):
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    web.on("/besar", endless)
    web.page("/kepala", GOOD, headers={f"X-{n}": "y" * 900 for n in range(80)})
    web.page("/banyak", GOOD, headers={f"X-{n}": "y" for n in range(200)})
    web.page("/baris", GOOD, headers={"X-Long": "y" * 70_000})
    rows = goes_on(run, "/besar", "/kepala", "/banyak", "/baris", max_body_bytes=2**20)
    assert [r["reason"] for r in rows] == ["body_too_large"] + ["headers_too_large"] * 3


def test_what_is_no_http(run, web):
    def answer(handler):
        handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
        handler.close_connection = True

    web.on("/ssh", answer)
    (row,) = goes_on(run, "/ssh")
    assert outcome(row)[:2] in [("failed", "protocol_error"), ("failed", "connection_reset")]


def test_missing_gone_and_soft_404(run, web):
    web.page("/410", status=410)
    web.page("/", b"<h1>Beranda</h1>")
    web.page("/hilang", status=302, headers={"Location": "/"})
    web.page("/lunak", b"<h1>Halaman tidak ditemukan</h1>")
    web.page("/kosong", b" \n")
    web.page("/418", status=418)
    rows = goes_on(run, "/404", "/410", "/hilang", "/lunak", "/kosong", "/418")
    assert [(r["status"], r["reason"], r["http_status"]) for r in rows] == [
        ("failed", "not_found", 404),
        ("failed", "gone", 410),
        ("failed", "soft_404", 200),
        ("fetched", None, 200),  # only its words tell: left to the parser, which rejects it
        ("failed", "empty_body", 200),
        ("failed", "client_error", 418),
    ]


def test_a_403_stops_the_host_for_the_run_and_no_other(run, web):
    for n in range(4):
        web.page(f"/{n}", GOOD, host="tutup.example")
    web.page("/1", status=403, host="tutup.example")
    rows = goes_on(run, *(f"http://tutup.example/{n}" for n in range(4)), hosts=["tutup.example"])
    assert [(r["status"], r["reason"]) for r in rows] == [
        ("fetched", None),
        ("failed", "forbidden"),
        ("refused", "host_stopped"),
        ("refused", "host_stopped"),
    ]
    assert web.asked("/2") == 0


def test_an_untrusted_certificate(run, web, tmp_path):
    """TLS is always verified: a server whose certificate nobody signed is not read."""
    (row,) = goes_on(run, f"https://{HOST}/aman")  # the loopback server speaks no TLS at all
    assert outcome(row)[:2] == ("failed", "tls")


def test_every_fault_keeps_its_detail_the_same_between_runs(run, web, now):
    web.page("/putar", status=301, headers={"Location": "/putar"})
    web.page("/asing", GOOD, headers={"Content-Encoding": "br"})
    first = goes_on(run, "/putar", "/asing", "/404")
    again = goes_on(run, "/putar", "/asing", "/404", now=now + timedelta(days=2))
    assert [r["detail"] for r in first] == [r["detail"] for r in again]
