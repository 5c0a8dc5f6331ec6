"""Whom a foreign body teaches, as the side at home: "240 mantri hewan ditempa FAO" names no other one.

The verbs are `teaches` in `codebook/frames.yaml`, the learners the objects of compounds.yaml. Which rule of
binding asks for them is decided in `kerjasama.extract.facts.binding.binding`.
"""

from __future__ import annotations

import re

from kerjasama.codebook.affixes import AGENTS
from kerjasama.codebook.alternatives import alternatives, either
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Party
from kerjasama.records import HOME

_TEACHING = ("training.hold", "technical.guide")
_TEACHES = re.compile(rf"(?:{either(AGENTS)}\s)?{words('teaches')}\s(?P<learners>.+)", re.I)
# "Mekanik Roda Sakti": whose the learners are goes on their name.
_WHOSE = r"(?:\s[A-Z][\w.'-]+)*"
# A body's own staff ("mendampingi dosen") are not counted.
_COUNTED = (
    rf"(?:\d[\d.]*|{alternatives('groups', 'quantifiers')}|(?:\w+\s)?(?:belas|puluh|ratus|ribu)(?:\s\w+)?)"
)
_AT_HOME = re.compile(rf"\b{words('workers_at_home')}\b", re.I)
# How far before a passive verb the learners may stand, and how far behind them a foreign place tells of home.
_BEFORE = 90
_BESIDE = 30


def taught(act: Act) -> list[Party]:
    """The learners whom the act's clause names, where a foreign body stands in it and they are not from
    abroad.
    """
    told = _TEACHES.fullmatch(act.trigger.phrase) if act.trigger_id in _TEACHING else None
    if told is None or not _foreign_teacher(act):
        return []
    scene = act.scene
    named = re.compile(rf"\b{_COUNTED}\s(?P<name>(?i:{re.escape(told['learners'])}){_WHOSE})")
    # Behind a passive verb stands who teaches.
    passive = act.trigger.phrase.startswith("di")
    since = act.trigger.start - (_BEFORE if passive else 0)
    until = act.trigger.start if passive else scene.end
    found = named.search(scene.text, max(scene.start, since), until)
    if found is None or _from_abroad(act, found.end()):
        return []
    name = " ".join(found["name"].split())
    return [Party(*found.span("name"), name, "group", HOME, "party.learners")]


def placed(act: Act) -> list[Party]:
    """Workers who are at home by what they are called, where nobody is named who sends them:
    "250 PMI bertolak ke Korea Selatan".
    """
    if act.instrument != "labour_mobility" or act.strength != "act":
        return []
    workers = _AT_HOME.search(act.scene.text, *act.scene.clauses[act.clause])
    if workers is None:
        return []
    return [Party(*workers.span(), workers[0], "group", HOME, "party.workers")]


def _foreign_teacher(act: Act) -> bool:
    start, end = act.scene.clauses[act.clause]
    return any(p.foreign and p.kind in ORGANISATIONS and start <= p.start < end for p in act.scene.parties)


def _from_abroad(act: Act, behind: int) -> bool:
    """Whether a foreign country or town stands right behind the learners: "petani dari Timor Leste"."""
    places = [h for h in act.scene.of("country") if h.code != HOME] + list(act.scene.of("foreign_place"))
    return any(behind <= hit.start <= behind + _BESIDE for hit in places)
