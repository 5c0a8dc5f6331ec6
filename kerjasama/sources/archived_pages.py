"""What a run has taken over from a web archive already, so that nothing is fetched twice."""

from __future__ import annotations

import json
from datetime import datetime
from urllib.parse import urlsplit

from kerjasama.capture import warc
from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Problem
from kerjasama.capture.deposits import Deposit
from kerjasama.sources.publishers import publisher_of_host


class ArchivedPages:
    """Pages of a web archive in our archive. `now` is the run's clock, `found_via` the source's name."""

    def __init__(self, archive: Archive, now: datetime, found_via: str):
        self._archive = archive
        self._now = now
        self._found_via = found_via

    def held(self, url: str, at: datetime) -> Deposit | None:
        """The page captured there and then; None where our archive does not hold it."""
        entry = self._archive.at(url, at)
        if entry is None:
            return None
        page = self._archive.read(entry.record_id)
        outlet = publisher_of_host(urlsplit(url).hostname or "")
        return Deposit(
            url,
            outlet.id if outlet else None,
            self._found_via,
            page.content,
            page.content_type or "text/html",
            status=200,
            headers=page.headers,
            captured_at=at,
        )

    def recall(self, file: str) -> list[Deposit] | None:
        """What a file gave that this run has read to its end; None where it has not."""
        told = self._archive.outcome(file, self._now)
        if told is None or told.fields.get("outcome") != "scanned":
            return None
        found: list[Deposit] = []
        for url, at, reason, detail in json.loads(told.fields["pages"]):
            page = self.held(url, warc.moment_of(at)) if at else None
            problem = Problem(reason, detail) if reason else None
            found.append(page or Deposit(url, None, self._found_via, problem=problem))
        return found

    def keep(self, file: str, deposits: list[Deposit]) -> None:
        """Note in the archive that the file was read to its end, and what it gave."""
        pages = [
            (
                one.url,
                warc.stamp(one.captured_at) if one.captured_at else None,
                one.problem.reason if one.problem else None,
                one.problem.detail if one.problem else None,
            )
            for one in deposits
        ]
        fields = {"outcome": "scanned", "attempts": "1", "pages": json.dumps(pages)}
        self._archive.append([warc.outcome(file, self._now.replace(microsecond=0), fields, None)])
