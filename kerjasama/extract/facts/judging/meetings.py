"""Which meetings, visits and forums assert a fact: the rules of acceptance of `dialogue`.

The other instruments' are in `kerjasama.extract.facts.judging.acceptance`.
"""

from __future__ import annotations

import re

from kerjasama.extract.facts.acts.act_triggers import is_next
from kerjasama.extract.facts.acts.acts import INVITED, Act
from kerjasama.extract.facts.acts.no_acts import same_side_met
from kerjasama.extract.facts.acts.predicates import same_noun
from kerjasama.extract.facts.acts.visits import goes_to, visit, visited_country, we_met
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Bound
from kerjasama.extract.ranks import bears_rank

_MET_WITH = re.compile(r"\s*(?:\w+\s+){0,2}(?:dengan|bersama|antara)\b", re.I)
_TO = re.compile(r"\s+(?:[a-z]+\s+)?(?:ke|menuju)\b")
_WITH = re.compile(r"\b(?:dengan|bersama)\b")

# "Sidang Komisi Bersama antara Indonesia dan Slowakia digelar …": what took place or will.
_HELD = re.compile(rf"\b(?:yang\s+(?:[a-z]+\s+)?)?{words('held')}\b", re.I)
_HELD_REACH = 140
# "The Fed menggelar rapat": who holds a meeting with nobody whom the sentence names meets itself.
_OF_ONE_BODY, _REMEMBERED = ("rapat", "sidang"), 3
# "Mengundang Gubernur X ke Bandung", "… untuk hadir pada …": whom one asks to come, and where.
_TO_COME = re.compile(rf"[,)]?\s+(?:{words('invited')}\s+)*{words('comes')}\b")
_GOES = re.compile(rf"(?:mengunjungi|bertolak|terbang|{words('going_to')})")
_GUESTS = re.compile(rf"(?:para\s+)?{words('guests')}\b", re.I)


def presupposed(candidate: Candidate) -> bool:
    """Whether a sentence speaks of a meeting as of one that took place: "dalam pertemuan itu"."""
    act = candidate.act
    return (
        act.instrument == "dialogue"
        and act.strength == "noun"
        and act.stage == "completed"
        and (act.reference or act.within)
        and not act.potential
        and not act.reading.denied
        and (bool(candidate.countries) or _people_of_both(candidate))
        and {b.rule for b in candidate.bound} != {"binding.protagonist"}
        and not _private(candidate)
    )


def _met_with(candidate: Candidate) -> bool:
    """Whether the meeting is told as one of two sides: "pertemuan dengan X", "pertemuan X dengan Y"."""
    act = candidate.act
    after = [b.party for b in candidate.bound if b.party.start >= act.trigger.end]
    if len({party.foreign for party in after}) == 2:
        first, last = min(p.end for p in after), max(p.start for p in after)
        if _WITH.search(act.scene.text, first, max(first, last)):
            return True
    return act.trigger.phrase.endswith("dengan") or bool(_MET_WITH.match(act.scene.text, act.trigger.end))


def met(candidate: Candidate) -> str | None:
    """The rule that accepts a meeting, or None."""
    act = candidate.act
    home, foreign = candidate.reach(False), candidate.reach(True)
    if act.trigger_id == INVITED:
        return "acceptance.invited" if _invited(candidate) else None
    if act.stage in ("planned", "agreed") and is_next(act.scene.text, act.trigger):
        return "acceptance.next_meeting" if candidate.strong_cue else None
    if (foreign >= 3 and home >= 3 and not act.earlier) or _private(candidate):
        return None
    if _elsewhere(candidate):
        return None
    others = [b.party for b in candidate.bound if not _tells_of_it(b, act)]
    if same_side_met(act.scene.text, act.trigger, act.scene.parties, others):
        return None
    with_them = foreign == 0 and home == 0 and _met_with(candidate)
    bodies_met = with_them or _of_an_organisation(candidate) or _people_of_both(candidate)
    if not candidate.countries and not bodies_met:
        return None
    if act.earlier and home <= 3:
        return "acceptance.earlier_meeting"
    both = _both_stand_in(candidate)
    if act.trigger.phrase.endswith(_OF_ONE_BODY) and max(foreign, home) >= _REMEMBERED and not both:
        return None
    if act.strength == "act":
        near = foreign <= 1 or both or _to_a_town(candidate) or we_met(act) or _taken_up(candidate)
        return "acceptance.meeting" if near else None
    return _told_as_noun(candidate, with_them, both)


def _told_as_noun(candidate: Candidate, with_them: bool, both: bool) -> str | None:
    """The rule that accepts the noun of a meeting ("pertemuan", "kunjungan"), or None."""
    act, home, foreign = candidate.act, candidate.reach(False), candidate.reach(True)
    if both and not act.reference:
        return "acceptance.meeting_of_both"
    if _held_by_both(candidate):
        return "acceptance.meeting_held"
    if _put_off(candidate):
        return "acceptance.meeting_put_off"
    people = {b.party.foreign for b in candidate.bound if b.party.kind == "person"}
    told = visit(act) or visited_country(act)
    far = foreign > 1 or (home > 2 and not _with_another(candidate))
    if act.reference or not (people or with_them or told) or far:
        return None
    if act.within and len(people) < 2 and not (told or _met_with(candidate)):
        return None
    told_by_him = any(_tells_of_it(b, act) for b in candidate.bound)
    titled = all(b.reach == 0 or b.rule == "binding.title_holder" for b in candidate.bound)
    if act.within and act.trigger.phrase.endswith("nya") and not (titled or told_by_him):
        return None
    bodies = all(b.party.kind != "country" or b.rule == "binding.office_met" for b in candidate.bound)
    bodies = bodies or bool(told) or goes_to(act)
    return "acceptance.meeting_noun" if len(people) == 2 or bodies else None


def _elsewhere(candidate: Candidate) -> bool:
    """ "Emir Qatar akan mengunjungi Malaysia": whether a guest from abroad goes on to a third country."""
    act = candidate.act
    if not _GOES.match(act.trigger.phrase) or candidate.reach(False) < 2:
        return False
    before = [p for p in act.scene.parties if p.end <= act.trigger.start and p.foreign]
    behind = next((p for p in act.scene.parties if p.start >= act.trigger.end), None)
    away = behind is not None and behind.kind == "country" and behind.foreign
    return bool(before) and away and behind is not None and behind.side != before[-1].side


def _with_another(candidate: Candidate) -> bool:
    """ "Sementara dalam pertemuan dengan Menlu Sri Lanka, …": whether who met before meets another state."""
    met = {b.rule for b in candidate.side(True)} == {"binding.office_met"}
    return (
        met and {b.rule for b in candidate.side(False)} == {"binding.carry_person"} and _met_with(candidate)
    )


def _taken_up(candidate: Candidate) -> bool:
    """ "…, ujar X saat menerima kunjungan itu": whether a person of the sentence met whom the article told of
    before as the guest.
    """
    home = candidate.side(False)
    told = {b.rule for b in candidate.side(True)} == {"binding.carry_person"}
    return candidate.act.reference and told and all(b.party.kind == "person" and b.reach <= 1 for b in home)


def _tells_of_it(bound: Bound, act: Act) -> bool:
    """Whether somebody is bound as he who tells, behind it, what he said at the meeting."""
    return bound.rule == "binding.speaker_person" and bound.party.start >= act.trigger.end


def _put_off(candidate: Candidate) -> bool:
    """Whether a meeting is told to be put off or called off: "Kunjungan Wali Kota X ke Surabaya diundur".

    Whose coming is refused ("penolakan kedatangan band asal Inggris") was to meet nobody.
    """
    act = candidate.act
    if act.trigger.phrase.startswith("kedatangan"):
        return False
    if act.stage not in ("suspended", "cancelled") or not candidate.strong_cue or act.within:
        return False
    return candidate.reach(True) <= 2 and (candidate.reach(False) <= 2 or _met_with(candidate))


def _to_a_town(candidate: Candidate) -> bool:
    """Whether one side goes to a town of the other's country: "Pemerintah Kota X melawat ke Kitakyushu"."""
    act = candidate.act
    town = {b.rule for b in candidate.side(True)} == {"binding.town"} and candidate.reach(False) == 0
    return town and (act.trigger.phrase.endswith(" ke") or bool(_TO.match(act.scene.text, act.trigger.end)))


def _of_an_organisation(candidate: Candidate) -> bool:
    """Whether whom the clause names is of an organisation of no country: "menerima Sekjen OECD Mathias"."""
    met_by = [b.party for b in candidate.side(True)]
    told = candidate.act.strength == "act"
    near = told and candidate.reach(True) == 0 and candidate.reach(False) <= 2
    return near and any(p.kind == "person" for p in met_by)


def _people_of_both(candidate: Candidate) -> bool:
    """Whether the sentence names who met on either side: "dihadiri Menteri X dan Direktur Bank Dunia Y"."""
    people = {b.party.foreign for b in candidate.bound if b.party.kind == "person" and b.reach <= 1}
    return len(people) == 2


def _both_stand_in(candidate: Candidate) -> bool:
    """Whether a word that means both sides ("kedua kepolisian") is who meets."""
    return {b.rule for b in candidate.bound} <= {"binding.pair_countries", "binding.pair_stand_in"}


def _invited(candidate: Candidate) -> bool:
    """Whether a person, a delegation or a state stands behind the verb of inviting, and where to come."""
    act = candidate.act
    behind = [b.party for b in candidate.bound if b.party.start >= act.trigger.end]
    if (
        len({party.foreign for party in behind}) != 1
        or max(candidate.reach(False), candidate.reach(True)) > 1
    ):
        return False
    guest = max(behind, key=lambda party: party.end)
    named = guest.kind in ("person", "country", "government", "local_government") or _GUESTS.match(guest.name)
    return bool(named and _TO_COME.match(act.scene.text, guest.end))


def _held_by_both(candidate: Candidate) -> bool:
    """Whether a meeting whose own noun names both sides is said to be held: "Dialog Strategis Indonesia–India
    berlangsung di New Delhi".
    """
    act = candidate.act
    text = act.scene.text
    end = act.scene.clauses[act.clause][1]
    verb = _HELD.search(text, act.trigger.end, min(end, act.trigger.end + _HELD_REACH))
    if verb is None or act.reference or not same_noun(text, act.trigger, verb.start()):
        return False
    between = {b.party.foreign for b in candidate.bound if act.trigger.end <= b.party.start < verb.start()}
    return between == {False, True}


def _private(candidate: Candidate) -> bool:
    """Whether everybody who meets is a private person: nobody holds an office or a rank or belongs to a
    body. People of three countries and more meet as statesmen.
    """
    if len(candidate.countries) > 1:
        return False
    text = candidate.act.scene.text
    people = [b.party for b in candidate.bound]
    bodies = {p.end for p in candidate.act.scene.parties if p.kind not in ("person", "country", "group")}
    if any(p.kind == "person" and {p.start - 1, p.start - 2} & bodies for p in people):
        return False  # "Komisioner ACC Jamtsho Drukpa"
    return all(
        p.kind == "person"
        and p.actor
        and not (
            p.actor.role_title or p.actor.parent or any(bears_rank(text, a) for a, _ in p.actor.mentions)
        )
        for p in people
    )
