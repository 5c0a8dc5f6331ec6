"""What a fact is about, in the article's words; as sector codes it is `sectors`' subject."""

from __future__ import annotations

import re

from kerjasama.codebook.alternatives import either
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.records import Anchor
from kerjasama.text.date_grammar import weekdays

MOST_WORDS = 15
"""Codebook section 2: an object has at most 15 words."""

# A full stop may be of a number or an abbreviation ("1.800", "PT. X"), a colon of a time.
_END = re.compile(
    rf"\.(?=[\"”“]|\s*\Z)|:(?!\d)|[;\"”“]|,\s*{words('says')}\w*\b|\s{words('says')}\s(?=[A-Z])"
    rf"|,\s*{either(weekdays())}\b"
)
_NOT_LAST = re.compile(rf"{words('not_last')}|\D{{0,4}}\d[\d.,]*")


def object_of(act: Act) -> tuple[str, Anchor]:
    """The words from the trigger on, to the end of what it governs and at most 15."""
    text, scene = act.scene.text, act.scene
    start = _behind_cue(act)
    stop = _END.search(text, act.trigger.end, scene.end)
    end = stop.start() if stop else scene.end
    end = _cut(text, start, end) or act.trigger.end
    phrase = " ".join(text[start:end].split()).strip(" ,–—-")
    return phrase, Anchor("object", "object.after_trigger", start, end)


def _behind_cue(act: Act) -> int:
    """Where an act's words begin behind the one that gives its stage: "batal | membangun smelter"."""
    cue = act.reading.cue
    opens = cue is not None and cue.start == act.about and cue.end < act.trigger.end
    return cue.end if cue is not None and opens else act.about


def _cut(text: str, start: int, end: int) -> int:
    """Where the first 15 words end; a cut leaves no number without its unit and no word without the next."""
    found = list(re.finditer(r"\S+", text[start:end]))
    kept = found[:MOST_WORDS]
    while len(kept) < len(found) and len(kept) > 1 and _NOT_LAST.fullmatch(kept[-1][0]):
        kept.pop()
    return start + kept[-1].end() if kept else 0
