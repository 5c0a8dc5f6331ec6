"""FakeZenodo: a named fake of Zenodo's deposition REST interface, over real HTTP on loopback.

It keeps drafts, files with MD5 checksums, versions and publication as developers.zenodo.org describes them,
and can shed load (`fails`), lose bytes of an upload (`corrupts`) or refuse a token. Not Zenodo: only what a
deposit needs.
"""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class FakeZenodo:
    """The state of the service and the faults that a test wants."""

    def __init__(self) -> None:
        self.depositions: dict[int, dict[str, Any]] = {}
        self.contents: dict[tuple[int, str], bytes] = {}
        self.calls: list[str] = []
        self.fails: set[int] = set()
        self.corrupts: set[str] = set()
        self.address = ""

    def answer(self, method: str, path: str, token: str, body: bytes) -> tuple[int, Any]:
        """Status and JSON of one request."""
        self.calls.append(f"{method} {path}")
        if len(self.calls) in self.fails:
            return 503, {"message": "busy"}
        if token != "Bearer right":
            return 401, {"message": "unauthorised"}
        parts = path.strip("/").split("/")
        if parts[:2] == ["api", "files"]:
            return self._upload(int(parts[2]), "/".join(parts[3:]), body)
        if parts[:3] != ["api", "deposit", "depositions"]:
            return 404, {}
        rest = parts[3:]
        if not rest:
            return (200, list(self.depositions.values())) if method == "GET" else (201, self._new())
        found = self.depositions[int(rest[0])]
        if len(rest) == 1:
            if method == "PUT":
                found["metadata"] = json.loads(body)["metadata"]
            return 200, found
        if rest[1] == "files":
            if method == "DELETE":
                self.contents = {k: v for k, v in self.contents.items() if f"{k[0]}-{k[1]}" != rest[2]}
                return 204, None
            return 200, self._files(found["id"])
        return self._act(found, rest[2])

    def _new(self) -> dict[str, Any]:
        number = len(self.depositions) + 1
        base = f"{self.address}/api"
        links = {"bucket": f"{base}/files/{number}", "latest_draft": f"{base}/deposit/depositions/{number}"}
        self.depositions[number] = {"id": number, "submitted": False, "metadata": {}, "links": links}
        return self.depositions[number]

    def _upload(self, number: int, name: str, body: bytes) -> tuple[int, Any]:
        if self.depositions[number]["submitted"]:
            return 403, {"message": "published deposits are closed"}
        self.contents[number, name] = body[:-1] if name in self.corrupts else body
        return 201, {"key": name}

    def _files(self, number: int) -> list[dict[str, Any]]:
        return [
            {"id": f"{n}-{name}", "filename": name, "checksum": hashlib.md5(content).hexdigest()}
            for (n, name), content in sorted(self.contents.items())
            if n == number
        ]

    def _act(self, found: dict[str, Any], action: str) -> tuple[int, Any]:
        if action == "newversion":
            draft = self._new()
            draft["metadata"] = {k: v for k, v in found["metadata"].items() if k != "version"}
            for file in self._files(found["id"]):
                self.contents[draft["id"], file["filename"]] = self.contents[found["id"], file["filename"]]
            return 201, {"links": {"latest_draft": draft["links"]["latest_draft"]}}
        found.update(submitted=True, doi=f"10.5072/zenodo.{found['id']}")
        return 202, found


@contextmanager
def fake_zenodo() -> Iterator[FakeZenodo]:
    """The fake, listening on loopback; `address` is where."""
    service = FakeZenodo()

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            path = self.path.split("?")[0]
            status, content = service.answer(self.command, path, self.headers.get("Authorization", ""), body)
            payload = b"" if content is None else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        do_GET = do_POST = do_PUT = do_DELETE = handle_any

        def log_message(self, format: str, *args: Any) -> None:
            """Tests print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
