"""A loopback HTTP server that answers for the sample newsroom's invented hosts.

`serve()` starts it on a free port of 127.0.0.1. What it answers is rendered by `site.py`; which URLs a
pipeline reads from it is told by `Newsroom.sources`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kerjasama.sources.newsroom.content import outlets
from kerjasama.sources.newsroom.site import NOW, Resource, resources


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A running sample newsroom.

    `resolve` maps each invented host to `127.0.0.1:port`, for a client that can be told where a host lives;
    `sources` are source configurations as `kerjasama.sources` reads them; `now` is the sample's fixed clock.
    """

    port: int
    resolve: dict[str, str]
    sources: list[dict[str, str]]
    now: datetime


class _Server(ThreadingHTTPServer):
    """Holds the rendered site and which of the failing addresses have failed already."""

    daemon_threads = True

    def __init__(self, site: dict[tuple[str, str], Resource]):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site
        self._failed: set[tuple[str, str]] = set()
        self._lock = threading.Lock()

    def fails_now(self, key: tuple[str, str]) -> bool:
        """True at the first call with this key since the server started."""
        with self._lock:
            first = key not in self._failed
            self._failed.add(key)
            return first


class _Handler(BaseHTTPRequestHandler):
    """GET and HEAD by Host header, path and query, with conditional requests."""

    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body go out in two writes; else each answer waits 40 ms

    def do_GET(self) -> None:
        """Answer with the body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        host = (self.headers.get("Host") or "").split(":")[0].lower()
        resource = self.server.site.get((host, self.path))
        if resource is None:
            self._send(
                404, "text/html; charset=utf-8", b"<h1>404</h1><p>Halaman tidak ditemukan</p>", with_body
            )
        elif resource.fails_first and self.server.fails_now((host, self.path)):
            self._send(500, "text/html; charset=utf-8", b"<h1>500</h1><p>Gangguan peladen</p>", with_body)
        elif self._unchanged(resource):
            self._send(304, None, b"", with_body, resource)
        else:
            self._send(resource.status, resource.content_type, resource.body, with_body, resource)

    def _unchanged(self, resource: Resource) -> bool:
        """RFC 9110 section 13: If-None-Match counts before If-Modified-Since."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return resource.etag in (tag.strip() for tag in tags.split(","))
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and parsedate_to_datetime(since) >= parsedate_to_datetime(
                resource.last_modified
            )
        except ValueError:
            return False

    def _send(
        self,
        status: int,
        content_type: str | None,
        body: bytes,
        with_body: bool,
        resource: Resource | None = None,
    ) -> None:
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        if resource:
            self.send_header("ETag", resource.etag)
            self.send_header("Last-Modified", resource.last_modified)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body and body:
            self.wfile.write(body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The sample's clock instead of the machine's: archived answers must be the same for everyone."""
        return format_datetime(NOW, usegmt=True)

    def version_string(self) -> str:
        """A constant, because the default tells Python's version."""
        return "newsroom"

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the client's log tells every request already."""


def _sources() -> list[dict[str, str]]:
    """One feed or sitemap an outlet, the feed where there is one."""
    return [
        {
            "publisher": outlet.id,
            "kind": "feed" if outlet.feed else "sitemap",
            "url": outlet.address(outlet.feed or outlet.sitemap or "/"),
        }
        for outlet in outlets()
    ]


@contextmanager
def serve() -> Iterator[Newsroom]:
    """Run the newsroom on a free loopback port until the block ends."""
    server = _Server(resources())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    port = server.server_address[1]
    resolve = {host: f"127.0.0.1:{port}" for outlet in outlets() for host in outlet.hosts}
    try:
        yield Newsroom(port=port, resolve=resolve, sources=_sources(), now=NOW)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
