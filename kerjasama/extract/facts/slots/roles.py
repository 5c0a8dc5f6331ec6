"""What part each participant plays: visitor and host, signatory, funder, facilitator, beneficiary (codebook
section 2).

Who the participants are is `kerjasama.extract.facts.binding.binding`'s subject; where the text does not
tell, the role is `party`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Bound, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.facts.slots.givers import before, money_roles, pays
from kerjasama.extract.facts.slots.hosts import Setting, meeting_roles
from kerjasama.records import Participant

_WATCHES = re.compile(rf"\b{words('watches')}\b", re.I)
_SIGNS = re.compile(words("signs"))
_WITNESS = re.compile(rf"\b{words('witnesses')}\b", re.I)
# "Hal itu disaksikan langsung oleh …", "Penandatanganan tersebut turut disaksikan …".
_SEEN = re.compile(
    rf"{words('the_signing')}\s+(?:MoU\s+|nota kesepahaman\s+)?{words('this_one')}\s+"
    r"(?:turut\s+|juga\s+)?disaksikan\b"
)
_TEACHING = ("training_exchange", "technical_assistance")
_NO_LEARNERS = re.compile(rf"\b{words('no_learners')}\b", re.I)
_FACILITATING = re.compile(rf"\b{words('facilitates')}\s+(?:\w+\s+){{0,1}}\Z", re.I)


def participants(
    act: Act,
    bound: Sequence[Bound],
    extra: Sequence[tuple[Party, str]] = (),
    setting: Setting = Setting(),
) -> list[Participant]:
    """The participants of a fact with their roles; `extra` are parties whose role another rule has given.

    Who is present at a meeting comes or receives as his side does.
    """
    roles = _roles(act, bound, setting)
    made = [_participant(b.party, role) for b, role in zip(bound, roles, strict=True)]
    known = {p.name for p in made}
    meets = act.instrument == "dialogue"
    of_side = {b.party.foreign: role for b, role in zip(bound, roles, strict=True)} if meets else {}
    for party, role in extra:
        if party.name not in known:
            known.add(party.name)
            made.append(_participant(party, of_side.get(party.foreign, role)))
    return made


def _participant(party: Party, role: str) -> Participant:
    return Participant(party.name, party.side, role, party.start, party.end)


def _roles(act: Act, bound: Sequence[Bound], setting: Setting) -> list[str]:
    if act.instrument == "dialogue":
        return meeting_roles(act, bound, setting)
    given = money_roles(act, bound) if act.instrument == "finance" else ["party"] * len(bound)
    return [role if role != "party" else _role(act, b.party) for b, role in zip(bound, given, strict=True)]


def _role(act: Act, party: Party) -> str:
    """What the words before a party tell, or that it is a group which learns."""
    if party.kind == "group" and act.instrument in _TEACHING and not _NO_LEARNERS.search(party.name):
        return "beneficiary"
    if pays(act, party):
        return "funder"
    return "facilitator" if _FACILITATING.search(before(act, party)) and party.kind != "country" else "party"


_ATTENDED = re.compile(rf"\b{words('attended')}\b", re.I)
_MEETING_REACH = 25
"""Sentences after a meeting in which those present may still be listed: mostly an article does so last."""

_THE_MEETING = re.compile(rf"\b{words('meetings')}\b", re.I)


def extra_people(members: Sequence[Candidate], told_scenes: Sequence[Scene]) -> list[tuple[Party, str]]:
    """People whom the sentences of a fact name beside its parties: who sign, witness, or are present."""
    found: list[tuple[Party, str]] = []
    for candidate in members:
        act = candidate.act
        found += signing_people(act)
        found += _witnesses_behind(act, told_scenes[act.scene.number + 1 : act.scene.number + 2])
        found += attending_people(act, told_scenes[act.scene.number : act.scene.number + _MEETING_REACH])
    return found


def _witnesses_behind(act: Act, following: Sequence[Scene]) -> list[tuple[Party, str]]:
    """The people before whom a document was signed, where the next sentence tells it: "Hal itu disaksikan
    oleh Presiden X dan Presiden Y".
    """
    if act.instrument != "agreement" or act.stage != "signed":
        return []
    return [
        (party, "facilitator")
        for scene in following
        if _SEEN.match(scene.text, scene.start, scene.end)
        for party in scene.parties
        if party.kind == "person"
    ]


def attending_people(act: Act, following: Sequence[Scene]) -> list[tuple[Party, str]]:
    """People named as present at a meeting, in the act's sentence or in a later one that speaks of the
    meeting.
    """
    if act.instrument != "dialogue" or act.stage not in ("completed", "ongoing"):
        return []
    found = []
    for scene in following:
        match = _ATTENDED.search(scene.text, scene.start, scene.end)
        if match and (scene is act.scene or _THE_MEETING.search(scene.text, scene.start, scene.end)):
            found += [(p, "party") for p in scene.parties if p.kind == "person" and p.start > match.start()]
    return found


def signing_people(act: Act) -> list[tuple[Party, str]]:
    """People in a sentence of signing: signatories, and before "menyaksikan" or after "disaksikan" those who
    witness.

    Who signs stands before the verb or behind the noun and the passive: "X menandatangani …", "diteken X dan
    Y", "penandatanganan antara X dan Y"; who only stands before those ("kata X, MoU ditandatangani …") does
    not.
    """
    scene = act.scene
    signing = [c for c in scene.of("cue") if c.code == "signing"]
    if act.instrument != "agreement" or not signing:
        return []
    first = signing[0]
    watching = _WATCHES.search(scene.text, scene.start, first.start)
    witness = _WITNESS.search(scene.text, first.start if watching else scene.start, scene.end)
    speaker = scene.said_by.speaker if scene.said_by else None
    found = []
    for party in scene.parties:
        if party.kind != "person" or party.name == speaker:
            continue
        if watching and party.end <= watching.start():
            found.append((party, "facilitator"))
        elif party.start >= first.start or _SIGNS.match(first.phrase):
            seen = witness is not None and party.start > witness.start()
            found.append((party, "facilitator" if seen else "signatory"))
    return found
