"""Every place where a known organisation is printed: its name, its aliases, and its name without legal
forms.

`kerjasama.extract.actors` finds who the actors are; parties of a fact need all the places where they stand,
short forms too ("BI", "Pupuk Indonesia" for PT Pupuk Indonesia (Persero)).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kerjasama.codebook.alternatives import either
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.records import Actor

_LEGAL = re.compile(rf"^{words('legal_before')}\s+|,?\s+{words('legal_behind')}\.?$|\s*\([^()]*\)$")
# Shorter forms stand too often for something else.
_LEAST = 2


def everywhere(
    text: str, mentions: Sequence[tuple[int, int, Actor]], actors: Iterable[Actor]
) -> list[tuple[int, int, Actor]]:
    """`mentions` and all further places where an organisation's forms stand as words of their own."""
    forms: dict[str, Actor] = {}
    for actor in actors:
        if actor.kind in ("person", "country", "group"):
            continue
        for form in actor.forms:
            for printed in (form, short(form)):
                if len(printed) >= _LEAST and (len(printed) > 3 or printed.isupper()):
                    forms.setdefault(printed, actor)
    if not forms:
        return list(mentions)
    pattern = re.compile(rf"(?<![\w-]){either(map(re.escape, forms))}(?![\w-])")
    taken = sorted((start, end) for start, end, _ in mentions)
    found = list(mentions)
    position = 0
    for match in pattern.finditer(text):
        while position < len(taken) and taken[position][1] <= match.start():
            position += 1
        if position == len(taken) or taken[position][0] >= match.end():
            found.append((match.start(), match.end(), forms[match[0]]))
    return sorted(found, key=lambda mention: (mention[0], mention[1]))


def short(name: str) -> str:
    """A name without legal forms and without a bracket at its end: PT Pupuk Indonesia (Persero) → Pupuk
    Indonesia.
    """
    before = ""
    while before != name:
        before, name = name, _LEGAL.sub("", name).strip()
    return name
