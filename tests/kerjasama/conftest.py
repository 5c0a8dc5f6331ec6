"""A web server on loopback that answers exactly what a test tells it to, well or badly."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Silent: clients that are killed hang up."""


class Loopback:
    """Answers by host and path. `requests` are the (host, path, headers) asked for, in order."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str | None, str], Answer] = {}
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler_for(self))
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def resolve(self, *hosts: str) -> dict[str, str]:
        return dict.fromkeys(hosts, f"127.0.0.1:{self.port}")

    @staticmethod
    def reply(
        handler: BaseHTTPRequestHandler,
        body: bytes | str = b"",
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> None:
        content = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))} | (
            headers or {}
        )
        handler.send_response(status)
        for name, value in told.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    def on(self, path: str, answer: Answer, host: str | None = None) -> None:
        self.answers[(host, path)] = answer

    def page(
        self,
        path: str,
        body: bytes | str = b"",
        status: int = 200,
        headers: dict[str, str] | None = None,
        host: str | None = None,
    ) -> None:
        self.on(path, lambda handler: self.reply(handler, body, status, headers), host)

    def asked(self, path: str) -> int:
        return sum(1 for _, asked, _ in self.requests if asked == path)

    def note(self, handler: BaseHTTPRequestHandler) -> str:
        host = (handler.headers.get("Host") or "").partition(":")[0]
        with self._lock:
            self.requests.append((host, handler.path, dict(handler.headers.items())))
        return host

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler_for(web: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            host = web.note(self)
            answer = web.answers.get((host, self.path)) or web.answers.get((None, self.path))
            try:
                if answer:
                    answer(self)
                else:
                    web.reply(self, "<h1>404</h1>", 404)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def date_time_string(self, timestamp: float | None = None) -> str:
            return "Sat, 31 Jan 2026 06:00:00 GMT"  # the same archive bytes in every run

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


@pytest.fixture
def web() -> Iterator[Loopback]:
    server = Loopback()
    yield server
    server.close()


@pytest.fixture
def closed_port() -> int:
    """A loopback port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
