"""What reading speech keeps in mind: statements found so far, the speaker in force, the parties that speak.

Which words are speech is decided in `direct.py` and `indirect.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.document import Document
from kerjasama.extract.speech.attribution import UNNAMED, Speakers
from kerjasama.extract.speech.spots import Speaker
from kerjasama.records import Actor, Anchor, Statement

WORD = re.compile(r"[^\W_]+")
_OF_BODIES = 2
"""From so many statements of bodies in a row on, "ujarnya" is a body's."""


@dataclass(slots=True)
class Speech:
    """A statement in the making: [start, end) and who said it."""

    start: int
    end: int
    mode: str
    speaker: Actor
    rule: str
    verb: str | None
    anchor: tuple[int, int] | None
    own: bool  # whether it has an attribution of its own


class SpeechState:
    """The speakers of a document, what was said in it so far, and who is meant by "ia"."""

    def __init__(self, document: Document, index: ActorIndex):
        self.document = document
        self.text = document.text
        self.tokens = document.tokens
        self.speakers = Speakers(document, index)
        self.force: Actor | None = None
        self.person: Actor | None = None
        self.bodies = 0  # how often bodies were heard since that person
        self.found: list[Speech] = []
        self.parties: dict[str, Actor] = {}
        self.done: set[int] = set()

    def resolve(self, speaker: Speaker | None) -> tuple[Actor | None, str]:
        """The actor meant, who from now on is the speaker in force; None where nobody is named."""
        if speaker is not None and speaker.rule == UNNAMED:
            return None, UNNAMED
        if speaker is None or speaker.actor is None:
            return self._meant(), "carry.silent" if speaker is None else speaker.rule
        if speaker.rule in ("speaker.country", "speaker.home_government"):
            self.parties.setdefault(speaker.actor.name, speaker.actor)
        self.hear(speaker.actor)
        return speaker.actor, speaker.rule

    def hear(self, actor: Actor) -> None:
        """From now on the actor is the speaker in force."""
        self.force = actor
        if actor.kind == "person":
            self.person, self.bodies = actor, 0
        else:
            self.bodies += 1

    def _meant(self) -> Actor | None:
        """Who is meant by "ujarnya" and by a quotation alone: behind a body the person who spoke last, but
        the body where nobody else has spoken for long.
        """
        return self.person if self.person is not None and self.bodies < _OF_BODIES else self.force

    def words(self, start: int, end: int) -> int:
        """How many words stand in [start, end)."""
        return len(WORD.findall(self.text, start, end))

    def add_indirect(
        self, span: tuple[int, int], speaker: Speaker, verb: str, least: int = 0, mode: str = "indirect"
    ) -> bool:
        """Adds what stands at `span` as said by the speaker, who is in force from now on; False where nobody
        is meant, or where fewer than `least` words were said.
        """
        actor, rule = self.resolve(speaker)
        if actor is None or self.words(*span) < least:
            return False
        start, end = self.trim(*span)
        self.found.append(Speech(start, end, mode, actor, rule, verb, (speaker.start, speaker.end), True))
        return True

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The span without blanks and stray marks at its ends."""
        while start < end and (self.text[start].isspace() or self.text[start] in ",;:"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:."):
            end -= 1
        return start, end

    def statements(self) -> list[Statement]:
        """What was found, as records in the order of the words."""
        made = []
        for speech in sorted(self.found, key=lambda s: (s.start, s.end)):
            if speech.end <= speech.start:
                continue
            actor = speech.speaker
            anchors = [Anchor("speaker", speech.rule, *(speech.anchor or (None, None)))]
            made.append(
                Statement(
                    speaker=actor.name,
                    mode=speech.mode,
                    start=speech.start,
                    end=speech.end,
                    verb=speech.verb,
                    role_title=actor.role_title,
                    organisation=actor.parent
                    if actor.kind == "person"
                    else (None if actor.kind == "country" else actor.name),
                    country=actor.country,
                    anchors=tuple(anchors),
                )
            )
        return made
