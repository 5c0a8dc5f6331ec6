"""Finds and asks the check of a domain rule: one answer a row. Each subject has a file of checks of its own.

A row that lacks what may not be empty is told of by that rule alone: no other is asked of it. Sums and
comparisons over a whole table are `table_checks.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from expectations import date_checks, link_checks, sum_checks, text_checks, value_checks
from expectations.answers import Answers, every
from expectations.frames import Frames
from expectations.rules import Rule

Check = Callable[[Frames, Rule], Answers]

CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for subject in (date_checks, link_checks, sum_checks, text_checks, value_checks)
    for check in subject.CHECKS
}
"""Name in rules.yaml → check."""


def kept(rule: Rule, frames: Frames) -> Answers:
    """For each row of the rule's table, whether it keeps the rule."""
    check, complete = CHECKS[rule.params["check"]], frames.complete(rule.table)
    if complete.all():
        return check(frames, rule)
    import pyarrow as pa

    whole = frames.tables[rule.table].filter(pa.array(complete))
    good = every(len(complete))
    good[complete] = check(Frames({**frames.tables, rule.table: whole}, frames.limits), rule)
    return good
