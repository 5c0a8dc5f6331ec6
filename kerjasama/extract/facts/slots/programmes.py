"""The proper name of a fact's programme, project, agreement or forum (codebook section 2)."""

from __future__ import annotations

import re

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.records import Anchor

_SMALL = rf"{words('in_programmes')}(?=\s[A-Z])"
_PROGRAMME = re.compile(
    rf"\b{words('programmes')}\s+(?:strategis\s+|nasional\s+)?[\"“']?"
    rf"(?P<name>(?:[A-Z][\w&/.'-]*|{_SMALL})(?:\s(?:[A-Z0-9][\w&/.'-]*|{_SMALL}))*"
    r"(?:\s\([A-Z][\w-]+\))?)"
)
_TREATY = re.compile(
    rf"\b(?P<name>(?:(?:[A-Z][\w-]*\s)*{words('treaty_kinds')}\s(?:Agreement|Arrangement)|{words('treaties')})"
    r"(?:\s\([A-Z][\w-]+\))?)"
)


def programme_of(act: Act) -> tuple[str, Anchor] | None:
    """The name of a programme, project, agreement or forum that the sentence prints, if any."""
    scene = act.scene
    for rule, pattern in (("programme.treaty", _TREATY), ("programme.named", _PROGRAMME)):
        match = pattern.search(scene.text, scene.start, scene.end)
        if match and len(match["name"]) > 2:
            name = match["name"].strip(" .,'")
            return name, Anchor("programme", rule, match.start("name"), match.end("name"))
    return None
