"""What the day of publication says of a meeting: a visit that lasts until then is under way, one on a later
day is to come.

How far the words around an act say that it is, is read in `kerjasama.extract.facts.acts.stages`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kerjasama.extract.facts.acts.event_dates import own_date
from kerjasama.extract.facts.acts.stages import Reading
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.text.dates import DateSpan

# "Bertolak ke Moskow … pekan depan": within the month, yet to come.
_AHEAD = (" depan", " mendatang")


def by_the_calendar(candidate: Candidate, dates: Sequence[DateSpan], published: str | None) -> Candidate:
    """The candidate, as far as its meeting can be on the day of publication (ISO 8601)."""
    act = candidate.act
    if act.instrument != "dialogue" or act.stage not in ("completed", "ongoing") or not published:
        return candidate
    span = own_date(act, dates)
    if span is None:
        return candidate
    today = published[:10]
    scene = act.scene
    ahead = scene.text[span.start : span.end].endswith(_AHEAD) and span.first >= today[: len(span.first)]
    if ahead or span.first > today[: len(span.first)]:
        others = [d for d in dates if d is not span and scene.start <= d.start and d.end <= scene.end]
        same_day = any(d.first <= today for d in others)
        if same_day or scene.said_by is not None:
            return candidate  # "Hari ini kita bertemu menjelang KTT pada 20 Juni"
        stage = "planned"
    elif span.precision == "day" and span.first != span.last and span.last >= today:
        stage = "ongoing"
    else:
        return candidate
    reading = Reading(stage, f"stage.{stage}:{act.scene.text[span.start : span.end]}", None)
    return replace(candidate, act=replace(act, reading=reading))
