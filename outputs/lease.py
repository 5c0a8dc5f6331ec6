"""Keeps publishers of one destination from working at the same time: a claim file with a time at which it
lapses.

Works on any store that lists what was just written (local disks, S3), without locks of the operating
system: whoever sees another live claim after writing its own withdraws. So two may both give way, but never
both go on.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from types import TracebackType

from upath import UPath

from kerjasama.storage import write_atomically

log = logging.getLogger(__name__)

FOLDER = ".publishing"
LENGTH = timedelta(minutes=10)
"""How long a claim stands without being renewed: longer than the longest pause between two files."""


class LeaseTaken(Exception):
    """Somebody else is publishing there; the message says who and until when."""


class Lease:
    """A claim on a destination, as a context manager.

    `owner` names the publisher and must differ between publishers (host and process do). `clock` tells the
    time (UTC).
    """

    def __init__(
        self,
        destination: UPath,
        owner: str,
        clock: Callable[[], datetime],
        length: timedelta = LENGTH,
    ) -> None:
        self._folder, self._owner = destination / FOLDER, owner
        self._clock, self._length = clock, length
        self._path = self._folder / f"{owner}.json"
        self._until: datetime | None = None

    def __enter__(self) -> Lease:
        """Claim the destination. Raises LeaseTaken where another claim is alive."""
        self._refuse_others()
        self._claim()
        try:
            self._refuse_others()
        except LeaseTaken:
            self._withdraw()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the claim back, whatever happened."""
        self._withdraw()

    def renew(self) -> None:
        """Claim longer once half of the time has gone."""
        if self._until is not None and self._until - self._clock() < self._length / 2:
            self.hold()
            self._claim()

    def hold(self) -> None:
        """Make sure that the claim is still ours and alive; LeaseTaken where it lapsed or others went on."""
        if self._until is None or self._clock() >= self._until or not self._path.exists():
            raise LeaseTaken(
                f"{self._folder}: the claim of {self._owner} lapsed while it worked; "
                "nothing was pointed to, publish again"
            )
        self._refuse_others()

    def _claim(self) -> None:
        self._until = self._clock() + self._length
        told = {"owner": self._owner, "until": self._until.isoformat()}
        write_atomically(self._path, json.dumps(told, sort_keys=True).encode())

    def _withdraw(self) -> None:
        until, self._until = self._until, None
        try:
            self._path.unlink()
        except FileNotFoundError:
            return
        except OSError as error:  # It lapses by itself; what went wrong before matters more.
            log.warning("%s: could not be withdrawn (%s); it lapses at %s", self._path, error, until)

    def _refuse_others(self) -> None:
        for path in self._claims():
            if path.name == self._path.name:
                continue
            try:
                told = json.loads(path.read_bytes())
                until = datetime.fromisoformat(told["until"])
            except FileNotFoundError:
                continue
            if until > self._clock():
                raise LeaseTaken(
                    f"{self._folder.parent}: {told['owner']} is publishing there "
                    f"until {until.isoformat()} at the latest; try again later"
                )
            log.warning("%s: the claim of %s lapsed; going on", self._folder, told["owner"])
            with suppress(FileNotFoundError):
                path.unlink()

    def _claims(self) -> list[UPath]:
        if hasattr(self._folder, "fs"):
            self._folder.fs.invalidate_cache()
        try:
            return sorted((path for path in self._folder.iterdir() if path.suffix == ".json"), key=str)
        except (FileNotFoundError, NotADirectoryError):
            return []
