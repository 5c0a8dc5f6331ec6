"""What came of a rule: the one shape in which checks, screening, reports and Dagster speak of results."""

from __future__ import annotations

from dataclasses import dataclass

from expectations import column_checks, row_checks, table_checks
from expectations.answers import Answers
from expectations.frames import Frames
from expectations.rules import Rule

SAMPLE = 20
"""Keys of broken rows that a report prints; the complete list stays in `Outcome.unexpected_keys`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a rule holds. `unexpected_keys` are the keys of all rows that break it, in the table's
    order."""

    rule: Rule
    success: bool
    unexpected_count: int
    unexpected_keys: tuple[str, ...]
    observed: str

    @property
    def rule_id(self) -> str:
        """The rule's identifier, e.g. `facts.both_sides_present`."""
        return self.rule.id

    @property
    def severity(self) -> str:
        """`error`, `quarantine` or `warn`."""
        return self.rule.severity

    @property
    def sample_keys(self) -> tuple[str, ...]:
        """The first keys of broken rows, for people."""
        return self.unexpected_keys[:SAMPLE]

    @property
    def stops(self) -> bool:
        """Whether this outcome stops a release. What should have gone to quarantine must not be published
        either."""
        return not self.success and self.severity in ("error", "quarantine")


def kept(rule: Rule, frames: Frames) -> Answers:
    """For each row of the rule's table, whether it keeps a row rule (not for rules about whole tables)."""
    return (row_checks if rule.kind == "check" else column_checks).kept(rule, frames)


def measured(rule: Rule, frames: Frames) -> table_checks.Measure:
    """The measure of a rule about a whole table."""
    return table_checks.measure(rule, frames)
