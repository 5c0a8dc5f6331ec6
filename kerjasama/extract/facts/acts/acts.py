"""Act: one act told in one clause, and what the codebook knows of the words that trigger one.

Which acts a sentence tells is read in `kerjasama.extract.facts.acts.act_reader`; who cooperates is bound in
`kerjasama.extract.facts.binding.binding`; whether an act becomes a fact is decided in
`kerjasama.extract.facts.judging.acceptance`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.stages import Reading
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party
from kerjasama.extract.facts.sentences.scenes import Scene

ASKED = ("technical.help", "general.asked")
"""Triggers that count only as what one side asks the other to do."""
TOGETHER = ("partnership.together", "technical.together", "dialogue.event")
"""Triggers that count only right beside bodies of both sides that stand joined."""
TAKEN_UP = "general.taken_up"
"""The trigger that takes up what was asked for or planned before."""
NAMED_TIES = frozenset(("general.twin", "general.group"))
"""The triggers of what two sides have set up between them: a twinning, a joint working group."""
MORE = "labour.more"
"""The trigger that tells of more of those who were placed or taught before."""
MEMBER = ("general.member", "general.joined")
"""The triggers of joining, which is no act but with an international organisation."""
INVITED = "dialogue.invite"
"""The trigger that counts only where whom one invites stands behind it, and where to."""
TOLD = "dialogue.tell"
"""The trigger of telling, which is a meeting where people of both sides stand on either side of "kepada"."""
DISCUSSED = "dialogue.discuss"
"""The trigger of talking something over, which is a meeting where people of both sides do so together."""
CALL = "dialogue.call"
"""The trigger of a ship's call at a port, which stands for the country that receives it."""
RELATION = "general.relation"
"""The trigger of how two sides stand to each other, which is no act but where it runs or more is wanted."""
SENTENCE = "sentence"
"""Stands for the trigger of an act that a whole sentence tells, by no word known for it."""
NO_ACTS = ("general.field", "dialogue.own")
"""Triggers that only keep a word inside them from being an act."""
GIVING = (
    "finance.aid",
    "finance.grant",
    "finance.give",
    "finance.paid",
    "technical.send",
    "technical.relief",
)
"""Triggers whose other side, the receiver, the press leaves out where the article has named it."""
THIS_ONE = re.compile(rf"\s*(?:(?:hari|kali)\s+)?{words('this_one')}\b", re.I)
"""Right behind the word of an act: it is one that was told before ("kerja sama itu")."""
EARLIER_MEETING = re.compile(rf"{words('meeting_before')}\w*\s+(?:[\w-]+\s+){{0,5}}?sebelumnya\b", re.I)
""" "Pertemuan mereka sebelumnya": another one than the one reported."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act told in one clause. `themes` are the ids of all triggers in its clause, for judging it;
    `likely` is below 1 where a learned model reads the act and no rule.
    """

    scene: Scene
    clause: int
    trigger: Hit
    trigger_id: str
    instrument: str
    strength: str
    reading: Reading
    bearing: tuple[Hit, ...]
    themes: tuple[str, ...]
    purpose: bool = False
    reference: bool = False
    within: bool = False
    earlier: bool = False
    potential: bool = False
    side_by_side: bool = False
    about: int = 0
    likely: float = 1.0
    rule: str = ""

    @property
    def stage(self) -> str:
        """The stage read from the words around it."""
        return self.reading.stage

    @property
    def start(self) -> int:
        """Where its trigger begins."""
        return self.trigger.start

    @property
    def parties(self) -> list[Party]:
        """The scene's parties on the act's side of an opening "Selain …,"."""
        cut = self.scene.besides
        inside = self.trigger.start < cut
        return [p for p in self.scene.parties if (p.start < cut) == inside or cut == self.scene.start]

    @property
    def similar(self) -> bool:
        """Whether it takes up what was told of others: "Turki membatalkan rencana serupa"."""
        return self.trigger.phrase.endswith("serupa")


@lru_cache(maxsize=1)
def trigger_table() -> dict[str, dict[str, Any]]:
    """The triggers of instruments.yaml by id."""
    return {trigger["id"]: trigger for trigger in load("instruments")["triggers"]}


@lru_cache(maxsize=1)
def instrument_rank() -> dict[str, int]:
    """The order in which instruments are tried: the first that fits is taken."""
    return {code: number for number, code in enumerate(load("instruments")["order"])}
