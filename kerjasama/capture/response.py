"""What an exchange over HTTP is made of, as the client returns it and the archive keeps it."""

from __future__ import annotations

from dataclasses import dataclass

Headers = tuple[tuple[str, str], ...]
"""Header lines in the order sent, names as sent."""

Lessons = tuple[tuple[str, str | None], ...]
"""(host, reason or None for well) of each host that was asked, in order: see `pace.Hosts.learn`."""


def header(headers: Headers, name: str) -> str | None:
    """The last value of a header, by its name in any case; None where it is absent."""
    found = None
    for key, value in headers:
        if key.lower() == name.lower():
            found = value
    return found


def media_type(headers: Headers) -> str | None:
    """The Content-Type, parameters included; what is not ASCII falls away: its charset is unknown."""
    told = "".join(c for c in header(headers, "Content-Type") or "" if " " <= c <= "~").strip()
    return told or None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer. `content` is the body without transfer or content encoding."""

    url: str
    request_headers: Headers
    status: int
    phrase: str
    headers: Headers
    content: bytes


@dataclass(frozen=True, slots=True)
class Response:
    """What `Client.get` brings: the last exchange, those before it (redirects), and the number of requests.

    `lessons` are what was learned of the hosts. An archiving reader sets `record_id`, the record that
    holds the content, and `unchanged`, whether an earlier capture already held it.
    """

    exchanges: tuple[Exchange, ...]
    attempts: int
    lessons: Lessons = ()
    record_id: str | None = None
    unchanged: bool = False

    @property
    def url(self) -> str:
        """The address that answered, after redirects."""
        return self.exchanges[-1].url

    @property
    def status(self) -> int:
        """HTTP status of the last answer (200, or 304 to a conditional request)."""
        return self.exchanges[-1].status

    @property
    def headers(self) -> Headers:
        """Header lines of the last answer."""
        return self.exchanges[-1].headers

    @property
    def content(self) -> bytes:
        """Body of the last answer, decoded."""
        return self.exchanges[-1].content

    @property
    def content_type(self) -> str | None:
        """Media type as the server told it, parameters included."""
        return media_type(self.headers)
