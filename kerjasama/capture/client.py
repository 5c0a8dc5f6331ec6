"""The polite client: one GET at a time and site, under robots.txt, pace, limits and the address guard.

It keeps nothing (that is `archive.py`'s) and decides nothing about what to fetch. It sends through
requests' transport adapter and not through a Session, which would bring cookies, .netrc passwords,
proxies of the environment and redirects that nobody checks.
"""

from __future__ import annotations

import http.client
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import BinaryIO, cast
from urllib.parse import urljoin, urlsplit

import requests
from requests import exceptions as rex
from urllib3 import exceptions as uex
from urllib3.util.retry import Retry

from kerjasama.capture.addresses import (
    AddressBook,
    Resolver,
    checked_url,
    guarded_adapter,
    redact,
    site_of,
    system_resolver,
)
from kerjasama.capture.body import CHUNK, decoded, limited
from kerjasama.capture.deadline import Watchdog
from kerjasama.capture.pace import Hosts, Pacer
from kerjasama.capture.reasons import FetchFailed
from kerjasama.capture.response import Exchange, Headers, Response, header
from kerjasama.capture.robots import Robots
from kerjasama.capture.settings import ClientSettings
from kerjasama.capture.transport_faults import explained

log = logging.getLogger(__name__)

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING_STATUS = frozenset({429, 500, 502, 503, 504})
PASSING_REASON = frozenset(
    {"connection_refused", "connection_reset", "timeout", "incomplete_body", "bad_encoding"}
)
_FRONT_PAGE = re.compile(r"^/(index\.(html?|php)|home/?)?$", re.IGNORECASE)


class Client:
    """Fetches over HTTP by the rules of its settings. Safe to use from several threads.

    `sleep`, `clock` (monotonic seconds), `wall` (seconds since 1970, for Retry-After as a date) and
    `resolver` are the world; tests give their own.
    """

    def __init__(
        self,
        settings: ClientSettings,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        resolver: Resolver = system_resolver,
    ):
        self.settings = settings
        self._sleep = sleep
        self._wall = wall
        self._pacer = Pacer(settings, clock, sleep)
        self.hosts = Hosts(settings, lambda host: self._pacer.rest(site_of(host), settings.breaker_pause))
        self.robots = Robots(self.fetch, clock)
        self._watchdog = Watchdog()
        book = AddressBook(settings.resolve, settings.allow_private, resolver, self._on_public)
        self._adapter = guarded_adapter(book, self._watchdog, pool_connections=4 * settings.hosts_at_once)
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Response:
        """Fetch a URL under robots.txt, following redirects.

        Returns a Response with status 200, or 304 where `etag` or `last_modified` is still current.
        Raises FetchFailed for everything else, its `exchanges` holding whatever was answered.
        """
        conditions = [("If-None-Match", etag), ("If-Modified-Since", last_modified)]
        return self._follow(url, extra=tuple((name, value) for name, value in conditions if value), obey=True)

    def fetch(self, url: str) -> Response:
        """Fetch without asking robots.txt: for robots.txt itself and for interfaces made for machines."""
        return self._follow(url, obey=False)

    def fetch_range(self, url: str, start: int, length: int) -> tuple[bytes, int]:
        """`length` bytes of a file from `start` on, and the file's whole size; or FetchFailed.

        For archives made for machines (Common Crawl): robots.txt is not asked.
        """
        wanted = (("Range", f"bytes={start}-{start + length - 1}"), ("Accept-Encoding", "identity"))
        answer = self._follow(url, extra=wanted, obey=False, pause=self.settings.file_delay)
        told = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", header(answer.headers, "Content-Range") or "")
        if answer.status != 206 or told is None or int(told[1]) != start:
            raise FetchFailed(
                "no_ranges",
                f"{redact(url)}: the server does not give parts of files",
                http_status=answer.status,
            )
        return answer.content, int(told[3])

    @contextmanager
    def stream(self, url: str) -> Iterator[BinaryIO]:
        """A large file of a machine's archive, read as it comes; FetchFailed where it does not come.

        Neither total time nor size is bounded, only each silence (read_timeout). The address guard holds.
        """
        target = checked_url(url)
        self._pacer.wait(site_of(urlsplit(target).hostname or ""), self.settings.file_delay)
        request = _prepared(target, (("User-Agent", self.settings.agent), ("Accept-Encoding", "identity")))
        timeout = (self.settings.connect_timeout, self.settings.read_timeout)
        try:
            answer = self._adapter.send(
                request, stream=True, timeout=timeout, verify=self.settings.ca_bundle or True
            )
            try:
                if answer.status_code != 200:
                    reason = reason_of_status(answer.status_code) or "unexpected_status"
                    raise FetchFailed(reason, f"{redact(url)} answered {answer.status_code}", attempts=1)
                yield cast(BinaryIO, answer.raw)
            finally:
                answer.raw.close()
                answer.close()
        except (requests.RequestException, uex.HTTPError, http.client.HTTPException) as error:
            raise explained(error, redact(url)) from error

    def close(self) -> None:
        """Close the connections."""
        self._adapter.close()

    def _follow(self, url: str, *, extra: Headers = (), obey: bool, pause: float | None = None) -> Response:
        target = checked_url(url)
        start, attempts = target, 0
        exchanges: list[Exchange] = []
        lessons: list[tuple[str, str | None]] = []
        try:
            while True:
                exchange, tries = self._hop(target, extra, obey, lessons, pause)
                attempts += tries
                exchanges.append(exchange)
                if exchange.status not in REDIRECTS:
                    return _accepted(Response(tuple(exchanges), attempts, tuple(lessons)), start)
                target, extra = self._next_target(exchange, exchanges), ()
        except FetchFailed as failure:
            raise FetchFailed(
                failure.reason,
                failure.detail,
                http_status=failure.http_status or (exchanges[-1].status if exchanges else None),
                attempts=attempts + failure.attempts,
                exchanges=(*exchanges, *(e for e in failure.exchanges if e not in exchanges)),
                lessons=tuple(lessons),
            ) from failure

    def _next_target(self, exchange: Exchange, exchanges: list[Exchange]) -> str:
        location = header(exchange.headers, "Location")
        where = redact(exchange.url)
        if not location:
            raise FetchFailed("bad_redirect", f"{where}: HTTP {exchange.status} without a Location")
        # Location is often raw UTF-8, which http.client hands over as Latin-1.
        readable = location.encode("latin-1", "replace").decode("utf-8", "replace")
        try:
            joined = urljoin(exchange.url, readable)
        except ValueError as error:
            raise FetchFailed("bad_redirect", f"{where}: its Location is no address ({error})") from error
        target = checked_url(_prepared(joined, ()).url or "")
        if any(target == seen.url for seen in exchanges):
            raise FetchFailed("redirect_loop", f"{where} leads back to {redact(target)}")
        if len(exchanges) > self.settings.max_redirects:
            raise FetchFailed(
                "too_many_redirects", f"{redact(exchanges[0].url)}: more than {len(exchanges) - 1}"
            )
        return target

    def _hop(
        self,
        url: str,
        extra: Headers,
        obey: bool,
        lessons: list[tuple[str, str | None]],
        pause: float | None,
    ) -> tuple[Exchange, int]:
        """One address of a chain: admitted, allowed, paced, retried. The exchange, and the requests made."""
        host = urlsplit(url).hostname or ""
        self.hosts.admit(host)
        pause = self.settings.delay if pause is None else pause
        if obey:
            rules = self.robots.rules(url)
            asked = rules.check(url, self.settings.robots_agent, self.settings.max_crawl_delay)
            pause = max(pause, asked)
        try:
            exchange, tries = self._tried(url, extra, pause)
        except FetchFailed as failure:
            lessons.append((host, failure.reason))
            self.hosts.learn(host, failure.reason)
            raise
        # robots.txt behind a 403 closes its origin by itself; only a page's 403 stops the host.
        lessons.append((host, reason_of_status(exchange.status) if obey else None))
        self.hosts.learn(*lessons[-1])
        return exchange, tries

    def _tried(self, url: str, extra: Headers, pause: float) -> tuple[Exchange, int]:
        """Try until an answer is final or the tries are spent, as urllib3's Retry counts and backs off."""
        site = site_of(urlsplit(url).hostname or "")
        retry = Retry(
            total=self.settings.retries,
            backoff_factor=self.settings.backoff,
            backoff_max=self.settings.backoff_max,
            raise_on_status=False,
        )
        while True:
            self._pacer.wait(site, pause)
            attempts = len(retry.history) + 1
            try:
                exchange = self._once(url, extra, site)
            except FetchFailed as failure:
                failure.attempts = attempts
                if failure.reason not in PASSING_REASON or not retry.total:
                    raise
                log.info("%s: %s, trying again", redact(url), failure.reason)
                retry = retry.increment("GET", url, error=uex.ProtocolError(failure.reason))
                self._sleep(self._pacer.stretched(site, retry.get_backoff_time()))
                continue
            if exchange.status not in PASSING_STATUS:
                return exchange, attempts
            asked = self._retry_after(exchange)
            if asked > self.settings.retry_after_max:
                raise _status_failure(exchange, attempts, "rate_limited", f"; Retry-After is {asked:.0f} s")
            if not retry.total:
                return exchange, attempts
            log.info("%s: HTTP %d, trying again", redact(url), exchange.status)
            retry = retry.increment("GET", url, error=uex.ProtocolError(str(exchange.status)))
            self._sleep(max(asked, self._pacer.stretched(site, retry.get_backoff_time())))

    def _retry_after(self, exchange: Exchange) -> float:
        """Seconds that Retry-After asks for, in either of its forms (RFC 9110 section 10.2.3); 0 without it.

        A date is taken against the answer's own Date, so that a wrong clock over there does no harm.
        """
        value = (header(exchange.headers, "Retry-After") or "").strip()
        if value.isascii() and value.isdigit():
            return float(value)
        until, sent = _http_date(value), _http_date(header(exchange.headers, "Date") or "")
        if until is None:
            return 0.0
        return max(0.0, (until - (sent or datetime.fromtimestamp(self._wall(), UTC))).total_seconds())

    def _once(self, url: str, extra: Headers, site: str) -> Exchange:
        with self._lock:
            lock = self._locks.setdefault(site, threading.Lock())
        with lock, self._watchdog.watch(self.settings.total_timeout) as watch:
            try:
                exchange = self._exchange(url, extra)
            except FetchFailed as failure:
                if watch.expired:
                    raise self._too_slow(url) from failure
                raise
            except (requests.RequestException, uex.HTTPError, http.client.HTTPException, OSError) as error:
                if watch.expired:
                    raise self._too_slow(url) from error
                raise explained(error, redact(url)) from error
            if watch.expired:  # a socket shut among the headers looks like their end
                raise self._too_slow(url)
            return exchange

    def _too_slow(self, url: str) -> FetchFailed:
        return FetchFailed("too_slow", f"{redact(url)}: not done after {self.settings.total_timeout:g} s")

    def _exchange(self, url: str, extra: Headers) -> Exchange:
        settings = self.settings
        request = _prepared(url, (("User-Agent", settings.agent), *_ACCEPT, *extra))
        answer = self._adapter.send(
            request,
            stream=True,
            timeout=(settings.connect_timeout, settings.read_timeout),
            verify=settings.ca_bundle or True,
        )
        try:
            raw = answer.raw
            headers: Headers = tuple(
                (name, re.sub(r"\s*[\r\n]+\s*", " ", v)) for name, v in raw.headers.iteritems()
            )
            size = sum(len(name) + len(value) + 4 for name, value in headers)
            if size > settings.max_header_bytes:
                raise FetchFailed("headers_too_large", f"{redact(url)}: {size} bytes of headers")
            sent = limited(_chunks(raw), settings.max_body_bytes, redact(url))
            encoding = header(headers, "Content-Encoding") if raw.status not in (204, 304) else None
            content = b"".join(decoded(sent, encoding, settings.max_inflated_bytes, redact(url)))
        except BaseException:
            answer.raw.close()  # unread bytes must not reach the next answer on this connection
            raise
        finally:
            answer.close()
        told = (("Host", urlsplit(url).netloc), *((str(k), str(v)) for k, v in request.headers.items()))
        return Exchange(url, told, raw.status, raw.reason or "", headers, content)

    def _on_public(self, host: str) -> None:
        if not (self.settings.contact or self.settings.user_agent):
            raise FetchFailed(
                "no_contact",
                f"{host} is on the public internet: set `contact` among the client's settings to a mail "
                "address or page, so that the site can tell who asks",
            )


_ACCEPT: Headers = (
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"),
    ("Accept-Language", "id,en;q=0.5"),
    ("Accept-Encoding", "gzip, deflate"),
    ("Connection", "keep-alive"),
)


def reason_of_status(status: int) -> str | None:
    """The reason that an HTTP status stands for; None where the answer is usable."""
    named = {
        401: "forbidden",
        403: "forbidden",
        451: "forbidden",
        404: "not_found",
        410: "gone",
        429: "rate_limited",
    }
    if status in (200, 206, 304) or status in REDIRECTS:
        return None
    if status in named:
        return named[status]
    if status >= 500:
        return "server_error"
    return "client_error" if status >= 400 else "unexpected_status"


def _accepted(response: Response, start: str) -> Response:
    last = response.exchanges[-1]
    reason = reason_of_status(last.status)
    if reason:
        raise _status_failure(last, 0, reason)
    redirected = len(response.exchanges) > 1
    if (
        redirected
        and _FRONT_PAGE.match(urlsplit(last.url).path)
        and not _FRONT_PAGE.match(urlsplit(start).path)
    ):
        raise FetchFailed(
            "soft_404", f"{redact(start)} leads to the front page {redact(last.url)}", http_status=200
        )
    if last.status == 200 and not last.content.strip():
        raise FetchFailed("empty_body", f"{redact(last.url)}: HTTP 200 with nothing in it", http_status=200)
    return response


def _status_failure(exchange: Exchange, attempts: int, reason: str, more: str = "") -> FetchFailed:
    return FetchFailed(
        reason,
        f"{redact(exchange.url)} answered {exchange.status} {exchange.phrase}".rstrip() + more,
        http_status=exchange.status,
        attempts=attempts,
        exchanges=(exchange,),
    )


def _prepared(url: str, headers: Headers) -> requests.PreparedRequest:
    try:
        return requests.Request("GET", url, headers=dict(headers)).prepare()
    except (rex.InvalidURL, rex.MissingSchema, rex.InvalidSchema, UnicodeError) as error:
        raise FetchFailed("bad_url", f"{redact(url)}: {error}") from error


def _chunks(raw: object) -> Iterator[bytes]:
    """The body as it comes, one receive at a time, so that the limits see every piece at once."""
    while chunk := raw.read1(CHUNK, decode_content=False):  # type: ignore[attr-defined]
        yield chunk


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
