"""When an act happened or will happen: the date that its own sentences give it (codebook section 2).

Reading dates is `kerjasama.text.dates`' subject. The day on which somebody spoke, and the publication date, are
never an event date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.acts import Act
from kerjasama.records import Anchor
from kerjasama.text.dates import DateSpan

_SPOKEN = re.compile(
    r"\b(?:kata|ujar|ucap|tutur|jelas|tegas|ungkap|imbuh|papar|terang|sebut|keterangan|siaran pers|konferensi pers|jumpa pers|"
    r"dikutip|dilansir|ditulis|wartawan|dihubungi|diterima|mengatakan|menyampaikan|laman|rilis|ditemui|pungkas|lanjut|sambung|beber|demikian)"
    r"(?:nya)?\b",
    re.I,
)
_SINCE = re.compile(r"\b(?:sejak|mulai|dari)\s+(?:tahun\s+|bulan\s+|awal\s+|akhir\s+)?\Z", re.I)
_FAR = 140
_DATED = ("completed", "signed", "planned", "agreed", "ongoing", "suspended")


def event_date(act: Act, dates: Sequence[DateSpan]) -> tuple[str, str, str, Anchor] | None:
    """(value, precision, basis, anchor) of the date that belongs to the act, or None.

    A meeting, a signing and a finished act take the nearest date of their sentence that is not the date of a
    statement; a running act only one after "sejak"; a wish none.
    """
    if act.stage not in _DATED:
        return None
    scene = act.scene
    best: tuple[int, DateSpan] | None = None
    for span in dates:
        if span.start < scene.start or span.end > scene.end or not span.value:
            continue
        since = bool(_SINCE.search(scene.text, max(scene.start, span.start - 25), span.start))
        if act.stage == "ongoing" and not since:
            continue
        if act.stage in ("planned", "agreed") and act.instrument not in ("dialogue", "agreement"):
            continue
        between = scene.text[act.trigger.end : span.start] if span.start >= act.trigger.end else ""
        if between and _SPOKEN.search(between):
            continue
        distance = (
            span.start - act.trigger.end
            if span.start >= act.trigger.end
            else act.trigger.start - span.end + 20
        )
        if distance > _FAR:
            continue
        if best is None or distance < best[0]:
            best = (distance, span)
    if best is None:
        return None
    span = best[1]
    return (
        span.first,
        span.precision,
        span.basis,
        Anchor("event_date", f"date.{span.rule}", span.start, span.end),
    )
