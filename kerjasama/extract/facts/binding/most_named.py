"""Which body of a side an article names most: whom it is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Side = TypeVar("Side")
"""What bodies are told apart by: a country, or home and abroad."""


@dataclass
class MostNamed(Generic[Side]):
    """How often each body of each side has been named so far."""

    _times: defaultdict[Side, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def count(self, side: Side, body: str) -> None:
        """One place more at which a body is named."""
        self._times[side][body] += 1

    def of(self, side: Side, least: int) -> str | None:
        """The body of a side that is named most, at least `least` times; the first among equals."""
        return next((body for body, times in self._times[side].most_common(1) if times >= least), None)
