"""The acts of a scene: which words say that two sides cooperate, in which way, and how far it is.

Who cooperates is bound in `kerjasama.extract.facts.binding`; whether an act becomes a fact is decided in
`kerjasama.extract.facts.acceptance`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.compounds import compound_ids
from kerjasama.extract.facts.frames import words
from kerjasama.extract.facts.no_acts import tells_none
from kerjasama.extract.facts.parties import Party
from kerjasama.extract.facts.scenes import Scene
from kerjasama.extract.facts.stages import Reading, asked_for, cue_table, fitting, governing, read_stage

# A kind of cooperation named right after the tie ("kerja sama di bidang pelatihan") makes it that kind.
_REACH = 45
_NAME_REACH = 110
_CARRIED = re.compile(rf"\b{words('holding')}\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)
_VISITORS = re.compile(rf"{words('visitors')}\b", re.I)
_PURPOSE = re.compile(rf"\b{words('purpose')}\s+(?:semakin|lebih|terus|saling|\s)*\Z", re.I)
# "pertemuan mereka sebelumnya", "sebelumnya sudah bertemu": another meeting than the one reported.
_EARLIER = re.compile(
    r"\b(?:pertemuan|kunjungan|bertemu)\w*\s+(?:[\w-]+\s+){0,5}sebelumnya\b|"
    r"\bsebelumnya\s+(?:[\w-]+\s+){0,5}(?:bertemu|pertemuan|mengunjungi|berkunjung|berbincang)\b",
    re.I,
)
# What could come of it: "dapat menciptakan koperasi yang bersinergi".
_POTENTIAL = re.compile(
    r"\b(?:dapat|bisa|mampu|berpotensi|potensi|mencerminkan|menunjukkan|menandakan)\s+(?:[\w-]+\s+){0,4}\Z",
    re.I,
)
# "memiliki peluang kerja sama", "potensi investasi": there could be some.
_CHANCE = re.compile(r"\b(?:peluang|potensi)\s+\Z", re.I)
_MAY = re.compile(r"\s+(?:ini\s+|itu\s+|tersebut\s+)?(?:bisa|dapat|mampu)\s+(?:di|me|ber)", re.I)
_BOTH_STAGES = re.compile(r"\bbaik yang (?P<one>[^,.;]{3,45}?) maupun yang (?P<two>[^,.;]{3,45})", re.I)
_CARRIES_ON = re.compile(rf"(?:,\s*)?{words('carries_on')}\b", re.I)
_AFTERWARDS = re.compile(rf"\b{words('afterwards')}\s+\Z", re.I)
_FIELDS = re.compile(rf"\b{words('fields')}\b", re.I)
_COUNTED = re.compile(r"\d[\d.,]*\s(?:ton|kilogram|kg|unit|kontainer|ekor|meter kubik|barel)\b", re.I)
ASKED = ("technical.help", "general.asked")
"""Triggers that count only as what one side asks the other to do."""
TOGETHER = ("partnership.together", "technical.together")
"""Triggers that count only right beside bodies of both sides that stand joined."""
TAKEN_UP = "general.taken_up"
"""The trigger that takes up what was asked for or planned before."""
MEMBER = ("general.member", "general.joined")
"""The triggers of joining, which is no act but with an international organisation."""
NO_ACTS = ("general.field", "dialogue.own")
"""Triggers that only keep a word inside them from being an act."""
GIVING = ("finance.aid", "finance.grant", "finance.give", "technical.send", "technical.relief")
"""Triggers whose other side, the receiver, the press leaves out where the article has named it."""
# "Memberikan pelatihan bagi perawat": who is taught is no labour that is placed.
_FOR_THEM = re.compile(r"\b(?:bagi|untuk|kepada|buat)\s+(?:[\w-]+\s+){0,2}\Z")
_REFERENCE = re.compile(r"\s*(?:itu|ini|tersebut|dimaksud)\b", re.I)
_SO_THAT = re.compile(r"(?:agar|supaya|sehingga)\b", re.I)
_WITHIN = re.compile(rf"\b{words('within')}\s+\Z", re.I)


@dataclass(frozen=True, slots=True)
class Act:
    """One act told in one clause. `themes` are the ids of all triggers in its clause, for judging it."""

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


def acts(scene: Scene) -> list[Act]:
    """All acts that a scene's words could tell, one an instrument and clause, in the order of the text."""
    table = trigger_table()
    by_clause: dict[int, list[Hit]] = {}
    for hit in scene.of("trigger"):
        if _counts(scene, hit):
            by_clause.setdefault(scene.clause_of(hit.start), []).append(hit)
    found: list[Act] = []
    for clause, hits in by_clause.items():
        themes = tuple(dict.fromkeys(hit.code for hit in hits))
        for group in _groups(scene, hits, table):
            found.append(_act(scene, clause, group, themes))
    found = _without_effects(_without_contents(_without_general(scene, _without_joint(found))))
    told = [one for act in found for one in _with_twins(act)]
    return sorted(told, key=lambda act: (act.start, instrument_rank()[act.instrument]))


def _counts(scene: Scene, hit: Hit) -> bool:
    """Whether a trigger word is one here: not inside a party's name, and "menerima" only of visitors."""
    if hit.code in NO_ACTS or tells_none(scene.text, scene.start, hit):
        return False
    for party in scene.parties:
        if party.start <= hit.start and hit.end <= party.end:
            # "300 perawat asal Indonesia" are whom the act is about, not who acts.
            about = hit.code == "labour.people" and party.kind == "group" and party.start == hit.start
            return about and not _for_them(scene.text, scene.start, hit.start)
    if hit.code == "dialogue.receive":
        return bool(_VISITORS.match(scene.text, hit.end + 1)) or any(
            0 <= party.start - hit.end <= 2 and party.kind == "person" for party in scene.parties
        )
    return True


def _without_joint(found: list[Act]) -> list[Act]:
    """Without a bare "berkomitmen" where the same word is what another act of the sentence is agreed by, and
    without what is asked for in general words where the verb of asking already governs another act.
    """
    cues = {act.reading.cue.start for act in found if act.reading.cue is not None and act.strength != "joint"}

    def told(act: Act) -> bool:
        cue = act.reading.cue
        return act.start in cues or (act.trigger_id in ASKED and cue is not None and cue.start in cues)

    return [act for act in found if act.strength != "joint" or not told(act)]


def _without_general(scene: Scene, found: list[Act]) -> list[Act]:
    """ "Bekerja sama dengan X menyelenggarakan pelatihan": the kind that the next clause names takes the
    place of the general.
    """
    gone = set()
    for act in found:
        if act.instrument == "general" and act.strength == "act":
            nearby = [
                other
                for other in found
                if other.clause == act.clause + 1
                and other.instrument not in ("general", "dialogue", "agreement")
                and _CARRIES_ON.match(scene.text, scene.clauses[other.clause][0])
                and other.start - act.start < 200
            ]
            if nearby:
                gone.add(id(act))
    return [act for act in found if id(act) not in gone]


def _without_contents(found: list[Act]) -> list[Act]:
    """The subjects that a sentence names after a document are its contents, those after "kerja sama,
    termasuk …" its fields.
    """
    holders = [act for act in found if act.instrument == "agreement" and not act.within]
    joint = [act for act in found if act.trigger_id == "programme.joint"]
    ties = [act for act in found if act.instrument == "general" and act.strength in ("act", "noun")]

    def inside(act: Act) -> bool:
        if act.trigger_id in compound_ids():
            return any(other.clause == act.clause and other.start < act.start for other in joint)
        if act.strength != "theme":
            return False
        if any(holder.start < act.start for holder in holders):
            return True
        text = act.scene.text
        return any(tie.start < act.start and _FIELDS.search(text, tie.trigger.end, act.start) for tie in ties)

    return [act for act in found if not inside(act)]


def _without_effects(found: list[Act]) -> list[Act]:
    """Without what an act asked for is to bring about: "berharap Jepang mengirim ahli agar petani mampu
    mengekspor".
    """

    def effect(act: Act) -> bool:
        cue = act.reading.cue
        return cue is not None and any(
            other.reading.cue == cue
            and other.clause < act.clause
            and cue.end <= other.start
            and _SO_THAT.match(act.scene.text, act.scene.clauses[act.clause][0])
            for other in found
        )

    return [act for act in found if not effect(act)]


def _with_twins(act: Act) -> list[Act]:
    """The act, and those of the same words at other stages."""
    twins = _told_side_by_side(act)
    return [replace(act, side_by_side=True), *twins] if twins else [act]


def _told_side_by_side(act: Act) -> list[Act]:
    """One act more for each stage of "investasi, baik yang terlaksana maupun yang dicanangkan"."""
    scene = act.scene
    match = _BOTH_STAGES.search(scene.text, act.trigger.end, scene.end)
    if match is None or act.strength == "joint":
        return []
    twins = []
    for part in ("one", "two"):
        cues = [
            c
            for c in scene.of("cue")
            if match.start(part) <= c.start < match.end(part) and c.code != "negation"
        ]
        if cues:
            stage = str(cue_table()[cues[0].code]["stage"])
            stage = "ongoing" if stage == "completed" else stage
            if stage != act.stage:
                reading = Reading(stage, f"stage.{stage}:{cues[0].phrase}", cues[0])
                twins.append(replace(act, reading=reading, bearing=(cues[0],), side_by_side=True))
    return twins


def _groups(
    scene: Scene, hits: list[Hit], table: dict[str, dict[str, Any]]
) -> list[tuple[Hit, str, str, int]]:
    """The acts of one clause as (trigger, instrument, strength, where its object begins).

    The contents of a document are its object; a kind of cooperation named beside "kerja sama" takes its
    place; of the rest each instrument keeps its strongest and first word.
    """
    rank = {"act": 0, "noun": 1, "theme": 2}
    tied = any(
        table[hit.code]["instrument"] == "general" and table[hit.code]["strength"] in ("act", "noun")
        for hit in hits
    )
    hits = [hit for hit in hits if hit.code != "programme.named" or _names_programme(scene, hit, tied)]
    joint = [hit for hit in hits if table[hit.code]["strength"] == "joint"]
    plain = [hit for hit in hits if table[hit.code]["strength"] != "joint"]
    kinds = {table[hit.code]["instrument"] for hit in plain if hit.code != "investment.take_part"}
    if kinds - {"dialogue", "general"} or any(table[h.code]["strength"] == "act" for h in plain):
        plain = [hit for hit in plain if hit.code != "investment.take_part"] or plain
    given = [hit.end for hit in plain if table[hit.code]["instrument"] == "training_exchange"]
    plain = [
        hit
        for hit in plain
        if hit.code != "labour.people" or not _for_them(scene.text, min(given, default=hit.start), hit.start)
    ]
    if not plain and joint:
        first = joint[0]
        return [(first, str(table[first.code]["instrument"]), "joint", first.start)]
    best: dict[str, Hit] = {}
    for hit in plain:
        instrument = table[hit.code]["instrument"]
        old = best.get(instrument)
        if old is None or rank[table[hit.code]["strength"]] < rank[table[old.code]["strength"]]:
            best[instrument] = hit
    agreement = best.get("agreement")
    if agreement is not None:
        meeting = best.get("dialogue")
        kept = {"agreement": agreement}
        if meeting is not None and meeting.start < agreement.start:
            kept["dialogue"] = meeting
        best = kept
    general = best.get("general")
    if general is not None:
        specific = [
            hit
            for instrument, hit in best.items()
            if instrument not in ("general", "dialogue", "agreement") and _beside(scene, general, hit, table)
        ]
        kinds_named = {table[hit.code]["instrument"] for hit in specific}
        listed = len(kinds_named) > 1 and _FIELDS.search(
            scene.text, general.end, max(hit.start for hit in specific)
        )
        if listed:
            return [
                (hit, code, table[hit.code]["strength"], hit.start)
                for code, hit in best.items()
                if code not in kinds_named or table[hit.code]["strength"] == "act"
            ]
        if specific:
            kind = min(specific, key=lambda hit: instrument_rank()[table[hit.code]["instrument"]])
            instrument = table[kind.code]["instrument"]
            del best["general"]
            best[instrument] = kind
            strength = table[general.code]["strength"]
            rest = [
                (hit, code, table[hit.code]["strength"], hit.start)
                for code, hit in best.items()
                if code != instrument
            ]
            return [(kind, instrument, strength, min(general.start, kind.start)), *rest]
    return [(hit, instrument, table[hit.code]["strength"], hit.start) for instrument, hit in best.items()]


def _for_them(text: str, start: int, end: int) -> bool:
    """Whether workers at `end` are whom the act before `start` is for."""
    return start < end and bool(_FOR_THEM.search(text, start, end))


def _beside(scene: Scene, general: Hit, hit: Hit, table: dict[str, dict[str, Any]]) -> bool:
    """Whether a kind is what a general word of cooperation is about: right after it, or what it carries on
    with.
    """
    gap = hit.start - general.end
    if 0 <= gap <= _REACH:
        return True
    named = hit.code == "programme.named" and 0 <= gap <= _NAME_REACH
    done = table[general.code]["strength"] == "act" and 0 <= gap <= _NAME_REACH
    return named or (done and bool(_CARRIED.search(scene.text, general.end, hit.start)))


def _names_programme(scene: Scene, hit: Hit, tied: bool) -> bool:
    """A programme with a name, or a project that no word of cooperation beside it makes a mere subject."""
    follows = scene.text[hit.end + 1 : hit.end + 2]
    return follows.isupper() or (hit.phrase in ("proyek", "project") and not tied)


def _act(scene: Scene, clause: int, group: tuple[Hit, str, str, int], themes: tuple[str, ...]) -> Act:
    trigger, instrument, strength, about = group
    bearing = governing(scene.text, scene.clauses, clause, scene.of("cue"), trigger, instrument)
    default = str(trigger_table()[trigger.code]["stage"])
    before = scene.text[max(scene.start, trigger.start - 40) : trigger.start]
    within = instrument in ("dialogue", "agreement") and bool(_WITHIN.search(before))
    if within:
        # "usai penandatanganan", "dalam pertemuan itu": what stands outside does not say how far the act is.
        bearing = [cue for cue in bearing if trigger.start <= cue.start < trigger.end]
        if instrument == "dialogue" and not _AFTERWARDS.search(before):
            # "Dalam kunjungannya, PM akan membahas …": the visit is as far off as what will be done on it.
            bearing += [
                cue
                for cue in scene.of("cue")
                if cue.code == "intending" and trigger.end <= cue.start <= trigger.end + 80
            ]
    counted = bool(_COUNTED.search(scene.text, *scene.clauses[clause]))
    verb = scene.said_by.verb if scene.said_by else None
    read = asked_for(read_stage(scene.text, bearing, trigger, default), verb)
    reading = fitting(instrument, read, bearing, trigger, default, counted)
    return Act(
        scene,
        clause,
        trigger,
        trigger.code,
        instrument,
        strength,
        reading,
        tuple(bearing),
        themes,
        purpose=bool(_PURPOSE.search(before)),
        reference=bool(_REFERENCE.match(scene.text, trigger.end)),
        within=within,
        about=about,
        earlier=instrument == "dialogue"
        and bool(
            _EARLIER.search(
                scene.text, max(scene.start, trigger.start - 60), min(scene.end, trigger.end + 60)
            )
        ),
        potential=bool(
            _POTENTIAL.search(before) or _CHANCE.search(before) or _MAY.match(scene.text, trigger.end)
        ),
        rule=f"instrument.{instrument}:{trigger.phrase}",
    )
