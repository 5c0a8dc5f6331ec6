"""When an act happened or will happen (codebook section 2): the date that its own sentences give it, else one
that another sentence of the article does.

Reading dates is `kerjasama.text.dates`' subject. The day on which somebody spoke, and the publication date,
are never an event date.
"""

from __future__ import annotations

from collections.abc import Sequence

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.acts.dates_beside import DONE, RULES
from kerjasama.extract.facts.acts.own_dates import own_date
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.records import Anchor
from kerjasama.text.dates import DateSpan, last_day


def event_date(
    acts: Sequence[Act],
    dates: Sequence[DateSpan],
    told_scenes: Sequence[Scene],
    published: str | None = None,
) -> tuple[str, str, str, Anchor] | None:
    """(value, precision, basis, anchor) of the date that belongs to a fact, or None; `acts` tell it, the
    best first. `published` (ISO 8601) parts what has come from what is to come.

    The anchor's rule is the branch of the calendar's grammar where an act's own sentence tells the date, else
    the name of the rule in `dates_beside.RULES` by which another sentence does.
    """
    lead = acts[0]
    if published:
        dates = [span for span in dates if _can_be(span, lead.stage, published[:10])]
    for act in acts:
        span = own_date(act, dates)
        if span is not None:
            return _dated(span, f"date.{span.rule}")
    for name, rule in RULES.items():
        span = rule(lead, dates, told_scenes)
        if span is not None:
            return _dated(span, f"date.{name}")
    return None


def _can_be(span: DateSpan, stage: str, today: str) -> bool:
    """Whether an act of a stage can be of a date: what is done lies not ahead, what is planned not behind."""
    if stage in DONE:
        return span.first.split("-Q")[0] <= today
    return stage != "planned" or not span.value or last_day(span.value).isoformat() >= today


def _dated(span: DateSpan, rule: str) -> tuple[str, str, str, Anchor]:
    anchor = Anchor("event_date", rule, span.start, span.end)
    if span.precision == "month" and span.first != span.last and span.rule.startswith("part:"):
        return span.first[:4], "year", span.basis, anchor  # half a year is no precision of a fact
    return span.first, span.precision, span.basis, anchor
