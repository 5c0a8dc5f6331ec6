"""Whether what a verb tells is only the aim of something else: "untuk memperkuat kerja sama"."""

from __future__ import annotations

import re

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.text.clauses import verb_pattern

_PURPOSE = re.compile(rf"\b{words('purpose')}\s+(?:semakin|lebih|terus|saling|\s)*\Z", re.I)
_DOES = re.compile(verb_pattern())
_AIMS = re.compile(
    rf"\b(?:untuk|guna|demi)\s+(?:[a-z]+\s+)?{verb_pattern()}\b[^,.;:]*"
    rf"(?:,\s+{verb_pattern()}\b[^,.;:]*)*(?:,\s+|,?\s+(?:dan|serta|sekaligus)\s+)\Z"
)
# How far before a trigger the words stand that make it an aim.
_BEFORE = 40


def is_aim(scene: Scene, clause: int, trigger: Hit) -> bool:
    """Whether an act is what something else is for: its own word stands behind "untuk", or goes on a list of
    aims ("untuk mempererat hubungan dagang, membuka pasar baru, dan …").
    """
    before = scene.text[max(scene.start, trigger.start - _BEFORE) : trigger.start]
    if _PURPOSE.search(before):
        return True
    listed = _DOES.match(trigger.phrase) and _AIMS.search(scene.text, scene.clauses[clause][0], trigger.start)
    return bool(listed)
