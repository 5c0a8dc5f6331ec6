"""Which mere subjects assert a fact: words that name a field ("ekspor kopi") and no act, where more is told.

The other rules of acceptance are in `kerjasama.extract.facts.judging.acceptance`.
"""

from __future__ import annotations

import re

from kerjasama.codebook.alternatives import either
from kerjasama.extract.facts.acts.act_triggers import by_its_name
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.text.units import currencies

_SUM = re.compile(
    rf"(?<!\w){either(map(re.escape, currencies()))}\s?\d"
    rf"|\d[\d.,]*\s{words('sum_magnitudes')}\s{words('sum_units')}|\d+\sproyek|\d[\d.,]*\ston\b",
    re.I,
)
# "Sekitar 400 mahasiswa Indonesia kuliah di Maroko", "PMI di Taiwan mencapai 360 ribu orang": a count shows
# that people learn or work with the other side.
_PEOPLE = ("training.do", "training.activity", "labour.people", "labour.work")
_COUNTED = re.compile(
    rf"(?:\d[\d.,]*|{words('several')})(?:\s(?:ribu|juta))?\s(?:orang\s)?{words('who_learn_or_work')}\b|"
    rf"\b{words('who_learn_or_work')}\b[^.;]{{0,90}}?\d[\d.,]*\s(?:(?:ribu|juta)\s)?orang\b",
    re.I,
)
_THERE = re.compile(rf"\b{words('works_or_learns')}\b|\s(?:di|ke)\s[A-Z]")
# "Sudah melakukan impor minyak Rusia", "kenaikan volume perdagangan": trade that is told, not a market
# described.
_TOLD = re.compile(rf"\b{words('told')}\s+(?:\w+\s+){{0,2}}\Z", re.I)
_TRADE = ("trade.flow",)
_ON_THE_WAY = re.compile(
    rf"\b(?:{words('on_the_way')}|{words('markets')}(?:\s\w+){{0,2}}\s[Dd]i)\s"
    rf"(?:(?:negara|negeri)\s+)?(?:(?:[A-Z][\w.]+,?\s+|{words('adds')}\s+)+)?\Z"
)
# "Program X, yang (sejak 2022) dijalankan Y".
_RUN_BY = re.compile(rf"[^.;]{{0,80}}?\byang\s(?:[\w-]+\s){{0,4}}?{words('run_by')}\b")
_AGENT = 40
"""Farther behind the verb somebody else stands than those who do it."""
# Money that is reckoned where it comes in.
_RECKONED = ("realisasi investasi", "nilai investasi", "realisasi modal")
# "Fokus pertemuan adalah investasi … yang akan dijalankan kedua negara": what both talked over.
_BOTH = frozenset(("binding.pair", "binding.pair_countries", "binding.pair_stand_in"))
_FLOWS = ("trade.flow", "investment.noun")
# How far, both sides together, a wish or a plan about a mere subject may fetch its parties.
_THEME_REACH = 4


def told_theme(candidate: Candidate, both: bool) -> str | None:
    """The rule that accepts a word which only names a subject: with a wish, a plan, an agreement, a sum, or
    both sides joined over it; or None. `both` tells that the sides do it together.
    """
    act, cue = candidate.act, candidate.act.reading.cue
    home, foreign = _home_reach(candidate), _foreign_reach(candidate)
    near = foreign <= 1 and home <= 2
    if act.side_by_side and foreign <= 2:
        return "acceptance.side_by_side"
    if act.reference and act.stage == "requested" and candidate.strong_cue:
        return "acceptance.wish_about_it"
    if cue is not None and cue.code == "urging" and 0 <= act.start - cue.end <= 3 and near:
        return "acceptance.urged_theme"
    if flow := _flow(candidate, max(home, foreign)):
        return flow
    if max(home, foreign) <= 2 and _people_counted(act):
        return "acceptance.sum_shows_it"
    if cue is not None and cue.code == "discussed" and {b.rule for b in candidate.bound} <= _BOTH:
        return "acceptance.discussed"
    held = cue is not None and cue.code == "finishing" and act.instrument == "training_exchange"
    if held and home == foreign == 0:
        return "acceptance.held"
    runs = cue is not None and cue.code in ("running", "founded", "finishing") and _by_its_name(candidate)
    if runs and both:
        return "acceptance.running_programme"
    if max(home, foreign) <= 1 and _run_by_them(candidate):
        return "acceptance.run_by_them"
    here = home == foreign == 0 or (both and candidate.strong_cue)
    if act.trigger_id == "agreement.talks" and here and not act.reading.denied:
        return "acceptance.talks"
    return _with_cue(candidate, home, foreign) if candidate.strong_cue else None


def _foreign_reach(candidate: Candidate) -> int:
    """How far the foreign side had to be fetched; of trade not far where goods go there, nor of money where
    it is invested there, nor where "kedua negara" stands for it.
    """
    foreign = candidate.reach(True)
    trades = candidate.act.trigger_id in _TRADE and foreign == 2 and _goes_there(candidate)
    return 1 if trades or _invested_there(candidate) or _of_both(candidate, foreign=True) else foreign


def _home_reach(candidate: Candidate) -> int:
    """How far the side at home had to be fetched; not far where "kedua negara" stands for it, nor of a sum
    that is reckoned at home ("realisasi investasi Prancis mencapai …").
    """
    reckoned = candidate.act.trigger.phrase.startswith(_RECKONED) and candidate.reach(True) == 0
    return 1 if reckoned or _of_both(candidate, foreign=False) else candidate.reach(False)


def _of_both(candidate: Candidate, foreign: bool) -> bool:
    """Whether a side of what is or was done is one of both that a word of its sentence stands for."""
    told = candidate.act.stage in ("ongoing", "completed")
    return told and {b.rule for b in candidate.side(foreign)} == {"binding.pair_stand_in"}


def _invested_there(candidate: Candidate) -> bool:
    """ "Nilai investasi Indonesia di Timor Leste": whether the other side is where money from home goes."""
    act = candidate.act
    placed = {b.rule for b in candidate.side(True)} == {"binding.located"}
    behind = all(b.party.start > act.trigger.end for b in candidate.bound)
    return act.trigger_id == "investment.noun" and placed and behind and candidate.reach(False) == 0


def _goes_there(candidate: Candidate) -> bool:
    """Whether the other side is where goods go or come from ("ke Jepang", "dari Malaysia", "pasar di Laos"):
    for trade that is its own place in the sentence, a mere "di Singapura" is none.
    """
    text = candidate.act.scene.text
    places = [b.party for b in candidate.side(True) if b.rule == "binding.located"]
    return any(_ON_THE_WAY.search(text, max(0, party.start - 50), party.start) for party in places)


def _flow(candidate: Candidate, reach: int) -> str | None:
    """The rule by which goods or money that flow are told, not a market described; or None."""
    act = candidate.act
    if act.trigger_id not in _FLOWS or act.stage not in ("ongoing", "completed") or reach > 1:
        return None
    if {b.rule for b in candidate.bound} == {"binding.pair"} and act.reading.cue is not None:
        return "acceptance.paired_theme"
    if _SUM.search(act.scene.text, act.scene.start, act.scene.end):
        return "acceptance.sum_shows_it"
    told = _TOLD.search(act.scene.text, act.scene.start, act.start)
    return "acceptance.told_flow" if told else None


def _people_counted(act: Act) -> bool:
    """Whether a clause counts people who learn or work with the other side now."""
    there = act.trigger_id in _PEOPLE and act.stage in ("ongoing", "completed")
    clause = act.scene.clauses[act.clause]
    return there and all(pattern.search(act.scene.text, *clause) for pattern in (_COUNTED, _THERE))


def _with_cue(candidate: Candidate, home: int, foreign: int) -> str | None:
    """The rule for a subject with a word of wish, plan, agreement or end, by how far its sides reach."""
    act = candidate.act
    near = foreign <= 1 and home <= 2
    if act.trigger_id in ("programme.named", "general.support"):
        asked = act.stage == "requested" or act.trigger_id == "programme.named"
        if _announced(candidate):
            return "acceptance.announced_project"
        return "acceptance.named_theme" if asked and near and home + foreign <= 2 else None
    if act.stage in ("suspended", "cancelled") and near:
        return "acceptance.theme_ended"
    fetched = act.stage == "requested" and home + foreign <= _THEME_REACH and min(home, foreign) <= 1
    one_told = {home, foreign} == {0, 3} and (foreign == 0 or act.stage == "planned")
    # Who learns abroad is told beside one side or its place, the other is known from before.
    learning = act.instrument == "training_exchange" and home + foreign <= _THEME_REACH
    return "acceptance.theme" if near or fetched or one_told or learning else None


def _announced(candidate: Candidate) -> bool:
    """ "…, kata Wakil JICA, kini tengah dirumuskan proyek di lima kampus Indonesia": whether who speaks for
    the other side tells a project that is for a body or a group here.
    """
    act = candidate.act
    spoken = {b.rule for b in candidate.side(True)} == {"binding.speaker"}
    behind = (b.party for b in candidate.side(False) if b.reach <= 2)
    here = any(party.kind != "country" and party.start >= act.trigger.end for party in behind)
    return act.trigger_id == "programme.named" and spoken and here


def _by_its_name(candidate: Candidate) -> bool:
    """Whether a programme is called by a name ("program Teluk Lestari")."""
    act = candidate.act
    return act.trigger_id == "programme.named" and by_its_name(act.scene.text, act.trigger)


def _run_by_them(candidate: Candidate) -> bool:
    """ "Program Langkah Terang, yang digerakkan ILO bersama Kementerian X": whether a party stands behind a
    verb of running that is said of the programme.
    """
    act = candidate.act
    unnamed = act.trigger.phrase in ("proyek", "project") and not _by_its_name(candidate)
    if act.trigger_id != "programme.named" or unnamed or act.stage not in ("ongoing", "completed"):
        return False
    run = _RUN_BY.match(act.scene.text, act.trigger.end, act.scene.end)
    return run is not None and any(0 <= b.party.start - run.end() <= _AGENT for b in candidate.bound)
