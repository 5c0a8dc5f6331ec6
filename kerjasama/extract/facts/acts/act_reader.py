"""The acts of a sentence: which words say that two sides cooperate, in which way, and how far it is.

Which of a clause's words are acts at all is told in `kerjasama.extract.facts.acts.act_triggers`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.act_triggers import FIELDS, Told, by_its_name, counts, told_by
from kerjasama.extract.facts.acts.acts import (
    ASKED,
    EARLIER_MEETING,
    THIS_ONE,
    Act,
    instrument_rank,
    trigger_table,
)
from kerjasama.extract.facts.acts.aims import is_aim
from kerjasama.extract.facts.acts.bearing import cue_table, governing
from kerjasama.extract.facts.acts.running_ties import of_the_same_tie
from kerjasama.extract.facts.acts.stages import (
    DENIALS,
    Reading,
    asked_for,
    by_aspect,
    called_off,
    fitting,
    read_stage,
)
from kerjasama.extract.facts.sentences.compounds import compound_ids
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.scenes import Scene

# "pertemuan mereka sebelumnya", "sebelumnya sudah bertemu": another meeting than the one reported.
_EARLIER = re.compile(
    rf"\b{EARLIER_MEETING.pattern}|"
    rf"\bsebelumnya\s+(?:[\w-]+\s+){{0,5}}{words('before_met')}\b",
    re.I,
)
_PART = re.compile(rf"\b{words('part_of_a_visit')}\b", re.I)
# What could come of it: "dapat menciptakan koperasi yang bersinergi".
_POTENTIAL = re.compile(rf"\b{words('potential')}\s+(?:[\w-]+\s+){{0,9}}\Z", re.I)
# "Data BPS menunjukkan ekspor …": what figures show is no mere sign.
_FIGURES = re.compile(rf"\b{words('figures_shown')}\b[^.;]{{0,80}}\Z", re.I)
# "memiliki peluang kerja sama", "potensi investasi": there could be some.
_CHANCE = re.compile(rf"\b{words('chance')}\s+\Z", re.I)
_MAY = re.compile(rf"\s+(?:{words('this_one')}\s+)?(?:bisa|dapat|mampu)\s+(?:di|me|ber)", re.I)
_BOTH_STAGES = re.compile(r"\bbaik yang (?P<one>[^,.;]{3,45}?) maupun yang (?P<two>[^,.;]{3,45})", re.I)
_CARRIES_ON = re.compile(rf"(?:,\s*)?{words('carries_on')}\b", re.I)
_AFTERWARDS = re.compile(rf"\b{words('afterwards')}\s+\Z", re.I)
_COUNTED = re.compile(rf"\d[\d.,]*\s{words('goods_counted')}\b", re.I)
# "Penandatanganan kontrak itu disaksikan …": of the document told of before.
_PAPER_REFERENCE = re.compile(rf"\s+(?:[\w-]+\s+){{1,4}}?{words('this_one')}\b", re.I)
_ONCE = re.compile(r"\b(?:setelah|sesudah|begitu|usai)\s(?:[\w()-]+\s){1,4}\Z", re.I)
_IS_A = re.compile(r"(?:\s[\w-]+){0,8}?\s(?:merupakan|adalah|ialah|menjadi)\s(?:salah satu\s|bagian dari\s)?")
_THAT_PAPER = re.compile(
    rf"\b{words('papers')}(?:\s+\([^()]+\))?\s+{words('this_one')}\s+(?:[a-z]+\s+){{0,2}}\Z", re.I
)
_NOUN_OF_DOING = re.compile(r"pe[a-z]+an\b")
_SO_THAT = re.compile(rf"{words('so_that')}\b", re.I)
# "Dituangkan dalam nota kesepahaman": the document is what comes of it, not where something else happened.
_SET_DOWN = re.compile(rf"\b{words('set_down')}\s+(?:[a-z]+\s+)?(?:dalam|melalui|lewat|pada)\s+\Z", re.I)
_WITHIN = re.compile(rf"\b{words('within')}\s+\Z", re.I)
# What is listed is what a cooperation is about ("Ruang lingkup kerja sama meliputi pelatihan"), or the forms
# that it takes ("dijalankan dalam bentuk pelatihan dan hibah").
_SCOPE = re.compile(rf"\b{words('scopes')}(?:nya)?\b[^.;]{{0,80}}?\b{words('lists_contents')}\b", re.I)
_FORMS = re.compile(rf"\b{words('scopes')}(?:nya)?\b[^.;]{{0,80}}?\b{words('takes_form')}\b", re.I)
_VERB = re.compile(r"(?:me|di|ber)[a-z]{3}")
_DONE_TO_PROGRAMMES = ("finance", "training_exchange", "labour_mobility", "technical_assistance")
# How far before a trigger, and around it, the words stand that tell how it is meant.
_BEFORE = 40
_AROUND = 60
_AS_FAR = 110
_ON_A_VISIT = 80


def acts(scene: Scene) -> list[Act]:
    """All acts that a scene's words could tell, one an instrument and clause, in the order of the text."""
    by_clause: dict[int, list[Hit]] = {}
    for hit in scene.of("trigger"):
        if counts(scene, hit):
            by_clause.setdefault(scene.clause_of(hit.start), []).append(hit)
    found: list[Act] = []
    for clause, hits in by_clause.items():
        themes = tuple(dict.fromkeys(hit.code for hit in hits))
        found += [_act(scene, clause, told, themes) for told in told_by(scene, hits)]
    found = _as_programmes(scene, found)
    found = _without_projects(_without_general(scene, _without_joint(found)))
    found = _without_effects(_without_contents(_without_subjects(found)))
    whole = [one for act in found for one in _with_twins(act)]
    return sorted(whole, key=lambda act: (act.start, instrument_rank()[act.instrument]))


def _without_joint(found: list[Act]) -> list[Act]:
    """Without a bare "berkomitmen" where the same word is what another act of the sentence is agreed by, and
    without what is asked for in general words where the verb of asking already governs another act.
    """
    cues = {act.reading.cue.start for act in found if act.reading.cue is not None and act.strength != "joint"}

    def told(act: Act) -> bool:
        cue = act.reading.cue
        return act.start in cues or (act.trigger_id in ASKED and cue is not None and cue.start in cues)

    return [act for act in found if act.strength != "joint" or not told(act)]


def _as_programmes(scene: Scene, found: list[Act]) -> list[Act]:
    """What is done to a programme with a name is told of the programme, whichever kind the verb is of:
    "program Laut Biru, yang dibiayai X" (codebook section 3: the first instrument that fits).
    """
    named = [
        act
        for act in found
        if act.trigger_id == "programme.named"
        and act.trigger.phrase.startswith("program")
        and by_its_name(scene.text, act.trigger)
    ]

    def done_to_it(act: Act, programme: Act) -> bool:
        clause = scene.clauses[act.clause][0]
        beside = act.clause == programme.clause + 1 and scene.text.startswith("yang ", clause)
        return act.instrument in _DONE_TO_PROGRAMMES and (act.clause == programme.clause or beside)

    found = [_as_one(act) if _proper_group(act) else act for act in found]
    told = [act for act in found if any(done_to_it(act, programme) for programme in named)]
    if not told:
        return found
    rest = [act for act in found if act not in told and act not in named]
    return [*rest, *(_as_one(act) for act in told)]


def _as_one(act: Act) -> Act:
    return replace(act, instrument="programme", rule=f"instrument.programme:{act.trigger.phrase}")


def _proper_group(act: Act) -> bool:
    """Whether a group that works together has a name of its own: "membentuk Joint Task Force", not
    "membentuk kelompok kerja".
    """
    printed = act.scene.text[max(act.start, act.scene.start + 1) : act.trigger.end].split()
    return act.trigger_id == "general.group" and any(word[0].isupper() for word in printed)


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
    termasuk …" its fields, and so are those of a list of what a cooperation covers.
    """
    holders = [act for act in found if act.instrument == "agreement" and not act.within]
    joint = [act for act in found if act.trigger_id == "programme.joint"]
    ties = [act for act in found if act.instrument == "general" and act.strength in ("act", "noun")]

    covered = _covered(found)
    courses = {act.trigger.end for act in found if act.instrument == "training_exchange"}

    def inside(act: Act) -> bool:
        if act in covered:
            return True
        if act.instrument != "training_exchange" and act.start - 1 in courses:
            return True  # "menggelar lokakarya pendampingan anak": what is taught
        if act.trigger_id in compound_ids():
            return any(other.clause == act.clause and other.start < act.start for other in joint)
        if act.purpose and any(holder.start < act.start for holder in holders):
            return True  # "menandatangani kontrak dengan X untuk memproduksi bersama Y"
        if act.strength != "theme":
            return False
        if any(holder.start < act.start for holder in holders):
            return True
        text = act.scene.text
        return any(tie.start < act.start and FIELDS.search(text, tie.trigger.end, act.start) for tie in ties)

    return [act for act in found if not inside(act)]


def _covered(found: list[Act]) -> list[Act]:
    """The acts that are items of what a cooperation is said to cover, or of several forms that it takes."""
    items = [act for act in found if _is_listed(_SCOPE, act)]
    forms = [act for act in found if _is_listed(_FORMS, act)]
    return items + forms if len(forms) > 1 else items


def _is_listed(list_of: re.Pattern[str], act: Act) -> bool:
    """Whether a list begins before an act's object, and the act is told by no verb inside it."""
    opened = list_of.search(act.scene.text, act.scene.start, act.trigger.end)
    if opened is None or act.instrument in ("agreement", "dialogue"):
        return False
    return act.start < opened.end() or not _VERB.match(act.trigger.phrase)


def _without_projects(found: list[Act]) -> list[Act]:
    """Without a project that is only what another act is about: "berminat membiayai proyek panas bumi"."""

    def about(act: Act) -> bool:
        cue = act.reading.cue
        return act.trigger_id == "programme.named" and any(
            other.reading.cue == cue and other.instrument not in ("programme", "general", "dialogue")
            for other in found
        )

    return [act for act in found if not about(act)]


def _without_subjects(found: list[Act]) -> list[Act]:
    """Without what is said to be a joint programme: "Penempatan perawat merupakan program kerja sama X–Y"."""
    joint = [act for act in found if act.trigger_id == "programme.joint"]

    def is_one(act: Act) -> bool:
        text = act.scene.text
        after = [one for one in joint if one.clause == act.clause and act.trigger.end <= one.start]
        return any(_IS_A.fullmatch(text, act.trigger.end, one.start) for one in after)

    return [act for act in found if not is_one(act)]


def _without_effects(found: list[Act]) -> list[Act]:
    """Without what an act asked for is to bring about: "berharap Jepang mengirim ahli agar petani mampu
    mengekspor", "menawarkan teknologi untuk membangun pabrik".
    """

    def aim_of(act: Act, other: Act) -> bool:
        if act.purpose and other.start < act.start and other.instrument not in ("general", "dialogue"):
            return True
        so_that = _SO_THAT.match(act.scene.text, act.scene.clauses[act.clause][0])
        return bool(so_that) and other.clause < act.clause

    def effect(act: Act) -> bool:
        cue = act.reading.cue
        return cue is not None and any(
            other.reading.cue == cue and cue.end <= other.start and aim_of(act, other) for other in found
        )

    return [act for act in found if not effect(act)]


def _with_twins(act: Act) -> list[Act]:
    """The act, and those of the same words at other stages."""
    twins = _told_side_by_side(act)
    return [replace(act, side_by_side=True), *twins] if twins else [act, *of_the_same_tie(act)]


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


def _act(scene: Scene, clause: int, told: Told, themes: tuple[str, ...]) -> Act:
    """The act that a trigger tells, with its stage and how it is meant."""
    trigger, instrument = told.trigger, told.instrument
    before = scene.text[max(scene.start, trigger.start - _BEFORE) : trigger.start]
    set_down = instrument == "agreement" and bool(_SET_DOWN.search(before))
    within = instrument in ("dialogue", "agreement") and bool(_WITHIN.search(before)) and not set_down
    bearing = governing(scene.text, scene.clauses, clause, scene.of("cue"), trigger, instrument)
    if trigger.code == "agreement.renew":
        # "Perpanjangan perjanjian yang telah habis masa berlakunya": why it is renewed.
        bearing = [cue for cue in bearing if cue.code != "ending" or cue.end <= trigger.start]
    if within:
        bearing = _bearing_within(scene, bearing, trigger, instrument, before)
    return Act(
        scene=scene,
        clause=clause,
        trigger=trigger,
        trigger_id=trigger.code,
        instrument=instrument,
        strength=told.strength,
        reading=_reading(scene, clause, bearing, told),
        bearing=tuple(bearing),
        themes=themes,
        purpose=is_aim(scene, clause, trigger) and not set_down,
        reference=_refers_back(scene.text, trigger),
        within=within,
        about=told.about,
        earlier=instrument == "dialogue" and _is_earlier(scene, trigger),
        potential=_is_potential(scene, trigger, before),
        rule=f"instrument.{instrument}:{trigger.phrase}",
    )


def _refers_back(text: str, trigger: Hit) -> bool:
    """Whether an act is one that was told before: "kerja sama itu", "penandatanganan kontrak ini", "MoU itu
    diteken".
    """
    signing = trigger.code == "agreement.signing" and trigger.phrase.startswith("pen")
    paper = trigger.code.startswith("agreement.") and trigger.phrase.startswith("di")
    return bool(
        THIS_ONE.match(text, trigger.end)
        or (signing and _PAPER_REFERENCE.match(text, trigger.end))
        or (paper and _THAT_PAPER.search(text, max(0, trigger.start - _BEFORE), trigger.start))
    )


def _bearing_within(
    scene: Scene, bearing: list[Hit], trigger: Hit, instrument: str, before: str
) -> list[Hit]:
    """The cues that bear on a meeting or a document which only dates what is told: "usai penandatanganan",
    "dalam pertemuan itu". What stands outside does not say how far the act is.
    """
    inside = [
        cue
        for cue in bearing
        if trigger.start <= cue.start < trigger.end or (cue.code == "negation" and cue.phrase in DENIALS)
    ]
    if instrument != "dialogue" or _AFTERWARDS.search(before):
        return inside
    # "Dalam kunjungannya, PM akan membahas …": the visit is as far off as what will be done on it.
    return inside + [
        cue
        for cue in scene.of("cue")
        if cue.code == "intending" and trigger.end <= cue.start <= trigger.end + _ON_A_VISIT
    ]


def _is_awaited(scene: Scene, trigger: Hit, before: str) -> bool:
    """Whether a document is one after whose signing something will be done: "akan mengirim 200 perawat
    setelah MoU ditandatangani".
    """
    future = [cue for cue in scene.of("cue") if cue.code in ("intending", "future", "wishing")]
    signed = trigger.code == "agreement.signing" and _ONCE.search(before) is not None
    return signed and any(cue.end < trigger.start for cue in future)


def _reading(scene: Scene, clause: int, bearing: list[Hit], told: Told) -> Reading:
    """The stage by the bearing cues, as far as the instrument can have it."""
    trigger, instrument = told.trigger, told.instrument
    default = str(trigger_table()[trigger.code]["stage"])
    if told.about < trigger.start and _NOUN_OF_DOING.match(trigger.phrase):
        default = "ongoing"  # "menggandeng X dalam penyelenggaraan pelatihan": what the tie is for
    counted = bool(_COUNTED.search(scene.text, *scene.clauses[clause]))
    verb = scene.said_by.verb if scene.said_by else None
    read = asked_for(read_stage(scene.text, bearing, trigger, default), verb)
    before = scene.text[max(scene.start, trigger.start - _BEFORE) : trigger.start]
    if _is_awaited(scene, trigger, before):
        return Reading("planned", "stage.planned:condition")
    fits = fitting(instrument, read, bearing, trigger, default, counted)
    until = min((hit.start for hit in scene.of("trigger") if hit.start >= trigger.end), default=scene.end)
    return by_aspect(
        instrument, called_off(fits, scene.text, scene.of("cue"), trigger, until), trigger, before
    )


def _is_earlier(scene: Scene, trigger: Hit) -> bool:
    """Whether another meeting is told than the one reported; "sebelumnya keduanya bertemu empat mata" is part
    of it.
    """
    if _PART.search(scene.text, trigger.start, min(scene.end, trigger.end + _AROUND)):
        return False
    around = max(scene.start, trigger.start - _AROUND), min(scene.end, trigger.end + _AROUND)
    return _EARLIER.search(scene.text, *around) is not None


def _is_potential(scene: Scene, trigger: Hit, before: str) -> bool:
    """Whether an act is only what could come of something, or what there could be."""
    far = max(scene.start, trigger.start - _AS_FAR)
    could = _POTENTIAL.search(scene.text, far, trigger.start)
    if could and could[0].lower().startswith("menunjukkan"):
        could = None if _FIGURES.search(scene.text, scene.start, could.start()) else could
    return bool(could or _CHANCE.search(before) or _MAY.match(scene.text, trigger.end))
