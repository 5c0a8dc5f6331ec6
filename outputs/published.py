"""What every way of publishing tells: what was done, or why it could not be. Each way has its own module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class PublicationFailed(Exception):
    """The release is not published; the message says where, why and what to do. What was public stays as it
    was."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did. `sent` and `kept` count files written and files that were there already."""

    destination: str
    version: str
    sent: int
    kept: int
    failures: int = 0
    removed: tuple[str, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
