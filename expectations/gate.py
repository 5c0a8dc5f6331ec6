"""Says whether a release may go out: runs every suite over the tables and sums up what stops it.

What the rules are is `rules.py`'s; what a refused release leaves behind is `outputs`'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the expectations say of a release. `files` are those of its `validation/` folder.

    `stops` are broken rules that nothing excuses, `acceptable` those that a person may accept with a
    reason: each as (rule, what was seen). `warnings` are told and stop nothing.
    """

    files: Mapping[str, bytes]
    stops: tuple[tuple[str, str], ...]
    acceptable: tuple[tuple[str, str], ...]
    warnings: tuple[tuple[str, str], ...]


def silence(
    tables: Mapping[str, pyarrow.Table], *, limits: Mapping[str, float] | None = None
) -> tuple[tuple[str, str], ...]:
    """(rule, what was seen) of the acceptable rules about sources that are broken: outlets that fell silent.

    For runs that bring nothing new: then there is no release to judge, and silence must not pass as "no
    news". Great Expectations is not needed.
    """
    from expectations.frames import Frames
    from expectations.outcomes import measured
    from expectations.rules import rules_for

    frames = Frames(tables, limits)
    seen = [(rule.id, measured(rule, frames)) for rule in rules_for("coverage") if rule.acceptable]
    return tuple((rule, measure.observed) for rule, measure in seen if measure.faults)


def judge(
    tables: Mapping[str, pyarrow.Table],
    *,
    version: str,
    at: datetime,
    limits: Mapping[str, float] | None = None,
) -> Verdict:
    """Run every suite over the tables of a release that is about to be named `version`, of time `at`.

    `tables` are the published ones and, beside them, those that the rules look at (texts, mentions,
    captures, `previous:facts`, `previous:articles`, `previous:inputs`). `limits` override those of
    rules.yaml, e.g. `maximum_loss`.
    """
    from expectations.docs import validation_report
    from expectations.suite import run_all

    results = run_all(tables, limits)
    broken = [outcome for result in results for outcome in result.outcomes if not outcome.success]

    def told(stops: bool, acceptable: bool) -> tuple[tuple[str, str], ...]:
        return tuple(
            (outcome.rule_id, outcome.observed)
            for outcome in broken
            if outcome.stops == stops and (not stops or outcome.rule.acceptable == acceptable)
        )

    return Verdict(
        validation_report(results, version=version, at=at),
        told(True, False),
        told(True, True),
        told(False, False),
    )
