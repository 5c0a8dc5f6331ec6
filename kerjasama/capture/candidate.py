"""The candidate: an address worth trying, and what its source told of it.

Who finds candidates is `kerjasama.sources`'s.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something could not be had: a reason of `kerjasama.capture.reasons` and the particulars."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that a source named.

    `title`, `published_at` (as the source prints it, ISO 8601 where it could be read) and `summary` are
    hints, never facts. `key` is the canonical address by which twins are known (None: the address itself).
    `problem` is set where the source itself failed: `url` is then the source's address, and the crawl
    reports it as a failed row instead of trying it.
    """

    url: str
    publisher: str | None
    found_via: str
    title: str | None = None
    published_at: str | None = None
    summary: str | None = None
    key: str | None = None
    problem: Problem | None = None
