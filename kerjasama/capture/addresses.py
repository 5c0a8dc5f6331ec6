"""Which addresses may be asked: URL hygiene, private networks, and connections pinned to a checked IP.

The check is made on the very address that the socket connects to, so a name that resolves differently
the second time (DNS rebinding) gains nothing. What is asked there is `client.py`'s.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import tld
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import create_connection

from kerjasama.capture.deadline import Watchdog
from kerjasama.capture.reasons import FetchFailed

Resolver = Callable[[str, int], list[str]]
"""(host, port) → IP addresses as text; raises socket.gaierror where there are none."""

_SECRET_PARAMETER = re.compile(
    r"^(access_?token|token|api_?key|auth|authorization|passw(or)?d|pwd|secret|session_?id|phpsessid|"
    r"jsessionid|sid|signature|x-(amz|goog)-(signature|credential|security-token))$",
    re.IGNORECASE,
)
_HOST = re.compile(r"^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*\.?$")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def redact(url: str) -> str:
    """A URL fit for a log or a table: no user, no password, secret parameters' values replaced."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "(unreadable address)"
    host = parts.netloc.rpartition("@")[2]
    query = parts.query
    if any(_SECRET_PARAMETER.match(key) for key, _ in parse_qsl(query, keep_blank_values=True)):
        query = urlencode(
            [
                (key, "REDACTED" if _SECRET_PARAMETER.match(key) else value)
                for key, value in parse_qsl(query, keep_blank_values=True)
            ],
        )
    return urlunsplit((parts.scheme, host, parts.path, query, parts.fragment))


@lru_cache(maxsize=4096)
def checked_url(url: str) -> str:
    """The URL as it will be requested: no fragment, host in lower-case ASCII; or FetchFailed.

    Refuses other schemes than http(s), credentials in the address, and what is no URL at all. Every
    step of a capture asks for it, so the latest answers are kept.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise FetchFailed("bad_url", f"{redact(url)}: {error}") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchFailed("forbidden_scheme", f"{redact(url)}: only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise FetchFailed(
            "credentials_in_url", f"{redact(url)}: take the user and password out of the address"
        )
    if any(_SECRET_PARAMETER.match(key) for key, _ in parse_qsl(parts.query, keep_blank_values=True)):
        raise FetchFailed("credentials_in_url", f"{redact(url)}: a parameter carries a secret; leave it out")
    name = _ascii_host(host)
    if name is None or any(ord(c) < 32 for c in url.strip()):
        raise FetchFailed("bad_url", f"{redact(url)}: no usable host")
    shown = f"[{name}]" if ":" in name else name
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    netloc = shown if port in (None, default) else f"{shown}:{port}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, ""))


def _ascii_host(host: str) -> str | None:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        name = (
            host.encode("ascii").decode().lower() if host.isascii() else host.encode("idna").decode().lower()
        )
    except UnicodeError:
        return None
    return name if _HOST.match(name) else None


@lru_cache(maxsize=4096)
def site_of(host: str) -> str:
    """The registrable domain of a host (`ekonomi.bisnis.com` → `bisnis.com`), or the host itself.

    Requests are paced by site, because an outlet's subdomains stand on the same machines.
    """
    return tld.get_fld(f"http://{host}", fail_silently=True) or host


def is_public(address: str) -> bool:
    """Whether an IP address is a host of the public internet.

    IPv4 addresses wrapped in IPv6 (mapped, 6to4, NAT64) are judged by the IPv4 address inside.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def system_resolver(host: str, port: int) -> list[str]:
    """The addresses that the operating system resolves a host to, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class AddressBook:
    """Where a host is connected to: the operator's `resolve` map first, else DNS, checked.

    `on_public` is called before a connection to the public internet and may raise.
    """

    def __init__(
        self,
        resolve: Mapping[str, str],
        allow_private: bool,
        resolver: Resolver = system_resolver,
        on_public: Callable[[str], None] = lambda host: None,
    ):
        self._resolve = {host.lower(): _address_and_port(where) for host, where in resolve.items()}
        self._allow_private = allow_private
        self._resolver = resolver
        self._on_public = on_public

    def endpoints(self, host: str, port: int) -> list[tuple[str, int]]:
        """The (address, port) pairs to connect to; FetchFailed `private_address` where one is not public."""
        if host.lower() in self._resolve:
            return [self._resolve[host.lower()]]
        addresses = self._resolver(host, port)
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            raise FetchFailed(
                "private_address",
                f"{host} resolves to {private[0]}, which is not on the public internet; "
                "declare it under `resolve` or set `allow_private` if that is meant",
            )
        if len(private) < len(addresses):
            self._on_public(host)
        return [(address, port) for address in addresses]


def _address_and_port(where: str) -> tuple[str, int]:
    address, _, port = where.rpartition(":")
    address = address.strip("[]")
    try:
        ipaddress.ip_address(address)
        return address, int(port)
    except ValueError as error:
        raise ValueError(f"resolve: {where!r} is not address:port, e.g. 127.0.0.1:8080") from error


class _Guarded(HTTPConnection):
    """A connection that asks the address book where to go and tells the watchdog its socket.

    `book` and `watchdog` are set by `guarded_adapter`."""

    book: AddressBook
    watchdog: Watchdog

    def connect(self) -> None:
        super().connect()
        self.watchdog.connected(self.sock)

    def request(self, *args: Any, **kwargs: Any) -> None:
        self.watchdog.connected(self.sock)
        super().request(*args, **kwargs)

    def _new_conn(self) -> socket.socket:
        host = self._dns_host
        try:
            endpoints = self.book.endpoints(host, self.port or 80)
        except (socket.gaierror, UnicodeError) as error:
            failure = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
            raise NameResolutionError(host, self, failure) from error
        last: OSError | None = None
        for endpoint in endpoints:
            try:
                sock = create_connection(endpoint, self.timeout, socket_options=self.socket_options)
                self.watchdog.connected(sock)  # before a TLS handshake, which can drip as well
                return sock
            except TimeoutError as error:
                raise ConnectTimeoutError(self, f"{host}: no connection in time") from error
            except OSError as error:
                last = error
        raise NewConnectionError(self, f"{host}: {last}") from last


class _GuardedTLS(_Guarded, HTTPSConnection):
    """The same over TLS; the certificate is checked against the host's name, not the pinned address."""


def guarded_adapter(book: AddressBook, watchdog: Watchdog, **options: Any) -> HTTPAdapter:
    """A requests adapter that connects only where the address book says; no proxy, no retries."""
    ours = {"book": book, "watchdog": watchdog}
    plain = type("Plain", (_Guarded,), ours)
    secure = type("Secure", (_GuardedTLS,), ours)
    adapter = HTTPAdapter(max_retries=0, **options)
    adapter.poolmanager.pool_classes_by_scheme = {
        "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
    }
    return adapter
