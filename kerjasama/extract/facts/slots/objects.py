"""What a fact is about, in the article's words, and the proper name of its programme.

Sector codes are `kerjasama.extract.facts.slots.sectors`' subject.
"""

from __future__ import annotations

import re

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.records import Anchor

MOST_WORDS = 15
"""Codebook section 2: an object has at most 15 words."""

_END = re.compile(
    rf"[.;:\"”“]|,\s*{words('says')}\w*\b|\s{words('says')}\s(?=[A-Z])|,\s*(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b"
)
_PROGRAMME = re.compile(
    r"\b(?:program|proyek|inisiatif|prakarsa|skema|bertajuk|bernama|forum|kerangka|project)\s+(?:strategis\s+|nasional\s+)?[\"“']?"
    r"(?P<name>(?:[A-Z][\w&/.'-]*|(?:of|for|the|and|dan)(?=\s[A-Z]))(?:\s(?:[A-Z0-9][\w&/.'-]*|(?:of|for|the|and|dan)(?=\s[A-Z])))*"
    r"(?:\s\([A-Z][\w-]+\))?)"
)
_TREATY = re.compile(
    r"\b(?P<name>(?:(?:[A-Z][\w-]*\s)*"
    r"(?:Economic Partnership|Free Trade|Cooperation|Currency Swap|Clearing|Partnership)\s"
    r"(?:Agreement|Arrangement)|(?:I?[A-Z]{2,5}-)?CEPA|IJEPA|I?EU-CEPA|Kemitraan Strategis Komprehensif|"
    r"Comprehensive Strategic Partnership)"
    r"(?:\s\([A-Z][\w-]+\))?)"
)


def object_of(act: Act) -> tuple[str, Anchor]:
    """The words from the trigger on, to the end of what it governs and at most 15."""
    text, scene = act.scene.text, act.scene
    start = act.about
    stop = _END.search(text, act.trigger.end, scene.end)
    end = stop.start() if stop else scene.end
    words = list(re.finditer(r"\S+", text[start:end]))[:MOST_WORDS]
    end = start + words[-1].end() if words else act.trigger.end
    phrase = " ".join(text[start:end].split()).strip(" ,–—-")
    return phrase, Anchor("object", "object.after_trigger", start, end)


def programme_of(act: Act) -> tuple[str, Anchor] | None:
    """The name of a programme, project, agreement or forum that the sentence prints, if any."""
    scene = act.scene
    for rule, pattern in (("programme.treaty", _TREATY), ("programme.named", _PROGRAMME)):
        match = pattern.search(scene.text, scene.start, scene.end)
        if match and len(match["name"]) > 2:
            name = match["name"].strip(" .,'")
            return name, Anchor("programme", rule, match.start("name"), match.end("name"))
    return None
