"""Measures the capture on loopback: speed against plain requests, memory over a long crawl, bytes on disk.

`python -m bench.capture [PAGES]` (20,000 by default; some minutes). The server runs in a process of its
own and rates are off, so that what is measured is our work: limits, robots, digests, WARC, fsync, index.
"""

from __future__ import annotations

import gzip
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psutil
import requests

from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Candidate
from kerjasama.capture.client import Client
from kerjasama.capture.crawl import capture
from kerjasama.capture.settings import ClientSettings

NOW = datetime(2026, 1, 31, tzinfo=UTC)
HOSTS = [f"h{n}.example" for n in range(8)]
ROUND = 1000
ROUNDS = 5
WORDS = """kerja sama Indonesia Jepang menteri industri kecil menengah nota kesepahaman investasi pelabuhan
ekspor pelatihan usaha bantuan teknis provinsi kota pemerintah perusahaan teknologi energi pertanian perikanan
""".split()  # noqa: SIM905


def page(number: int) -> bytes:
    """A page of 57 KB, 17 KB in gzip, near the median of real news: markup, scripts, text of its own."""
    dice = random.Random(number)
    menu = "".join(f'<li class="item item-{n}"><a href="/kanal/{n}">Kanal {n}</a></li>' for n in range(360))
    text = "".join(f"<p>{' '.join(dice.choices(WORDS, k=60))} {dice.random()}</p>" for _ in range(30))
    script = f"<script>{dice.randbytes(9_000).hex()}</script>"
    return f"<html><title>Berita {number}</title>{script}<body><ul>{menu}</ul>{text}</body></html>".encode()


class Handler(BaseHTTPRequestHandler):
    """Serves `/NUMBER`; everything else is missing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        """Answer one page."""
        name = self.path.strip("/")
        body = pages[int(name) % len(pages)] if name.isdigit() else b"tidak ada"
        self.send_response(200 if name.isdigit() else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body) + (len(name) if name.isdigit() else 0)))
        self.end_headers()
        self.wfile.write(body + (name.encode() if name.isdigit() else b""))
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


pages = [page(number) for number in range(200)]


def serve(pipe: Any) -> None:
    """Run the server and tell its port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pipe.send(server.server_address[1])
    server.serve_forever()


def plain(port: int, numbers: range) -> None:
    """What a script would do: one session, every page into memory."""
    with requests.Session() as session:
        for number in numbers:
            session.get(f"http://127.0.0.1:{port}/{number}", timeout=20).content  # noqa: B018


def client(port: int, hosts: int) -> Client:
    """Our client without pauses."""
    return Client(
        ClientSettings(
            resolve=dict.fromkeys(HOSTS[:hosts], f"127.0.0.1:{port}"), delay=0, hosts_at_once=hosts
        )
    )


def candidates(numbers: range, hosts: int) -> Iterator[Candidate]:
    """The pages over so many hosts in turn."""
    return (Candidate(f"http://{HOSTS[n % hosts]}/{n}", "bench", "bench") for n in numbers)


def unkept(port: int, numbers: range) -> None:
    """Our client alone."""
    ours = client(port, 1)
    for candidate in candidates(numbers, 1):
        ours.get(candidate.url)


def kept(port: int, numbers: range, home: Path, hosts: int) -> None:
    """The whole capture: client, archive, index, rows."""
    for _ in capture(candidates(numbers, hosts), client(port, hosts), Archive(home), NOW):
        pass


def rate(run: Callable[..., None], *arguments: Any) -> tuple[float, float]:
    """Pages a second of one round, and milliseconds of this process's CPU a page."""
    wall, busy = time.perf_counter(), time.process_time()
    run(*arguments)
    return ROUND / (time.perf_counter() - wall), (time.process_time() - busy) / ROUND * 1000


def speeds(port: int, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """What `rate` tells of each way, the ways in turn so that all meet the same load of the machine."""
    ways = ("plain requests", "client", "capture, 1 host", "capture, 8 hosts")
    found: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    numbers = range(ROUND)
    for number in range(ROUNDS):
        found["plain requests"].append(rate(plain, port, numbers))
        found["client"].append(rate(unkept, port, numbers))
        found["capture, 1 host"].append(rate(kept, port, numbers, folder / f"{number}-1", 1))
        found["capture, 8 hosts"].append(rate(kept, port, numbers, folder / f"{number}-8", 8))
    return found


def memory(port: int, folder: Path, count: int) -> list[tuple[int, float]]:
    """Resident memory in MiB after every tenth of a crawl of `count` pages."""
    process, found = psutil.Process(), []
    archive = Archive(folder / "long")
    rows = capture(candidates(range(count), 8), client(port, 8), archive, NOW)
    for done, _ in enumerate(rows, 1):
        if done % max(1, count // 10) == 0:
            found.append((done, process.memory_info().rss / 2**20))
    return found


def disk(folder: Path, count: int) -> tuple[int, int, int]:
    """Bytes of the pages, of each page in gzip -9, and of the archive's segments."""
    raw = packed = 0
    for number in range(count):
        body = pages[number % len(pages)] + str(number).encode()
        raw += len(body)
        packed += len(gzip.compress(body, 9)) if number < 400 else 0
    packed = packed * count // min(count, 400)
    return raw, packed, sum(file.stat().st_size for file in (folder / "long").rglob("*.warc.gz"))


def main(arguments: list[str]) -> None:
    """Measure and print."""
    count = int(arguments[0]) if arguments else 20_000
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = speeds(port, folder)
        base, base_busy = (statistics.median(column) for column in zip(*found["plain requests"], strict=True))
        for way, rounds in found.items():
            speed, busy = (statistics.median(column) for column in zip(*rounds, strict=True))
            print(f"{way:18} {speed:6.0f} pages/s, {speed / base:.2f} of plain requests", end="; ")
            print(f"CPU {busy:.2f} ms a page, {busy / base_busy:.2f} of plain requests")
        for done, size in memory(port, folder, count):
            print(f"after {done:6} pages  {size:6.1f} MiB resident")
        raw, packed, stored = disk(folder, count)
        print(
            f"pages {raw / 2**20:.1f} MiB, gzip -9 of each {packed / 2**20:.1f}, archive {stored / 2**20:.1f}"
        )
        print(f"archive / gzip = {stored / packed:.3f}")
    server.terminate()


if __name__ == "__main__":
    main(sys.argv[1:])
