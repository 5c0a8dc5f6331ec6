"""Rules that carry a party over from outside an act's own words: stand-ins, speakers, who met.

"Kedua negara", "keduanya", "kami", a minister who speaks for his country, the people of the last meeting.
Which rule is tried when is decided in `kerjasama.extract.facts.binding.binding` and
`kerjasama.extract.facts.binding.meeting_parties`; what is remembered, in
`kerjasama.extract.facts.binding.memory`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
from kerjasama.codebook.lexicon import Hit, two_of_a_kind
from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.binding.memory import OFFICE, Memory, office
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import ORGANISATIONS, Party
from kerjasama.extract.facts.sentences.scenes import Scene
from kerjasama.extract.registry import country_name
from kerjasama.records import HOME, OUTSIDE, Actor

_MEETS = re.compile(words("meets"))
_AT_THE_MEETING = re.compile(
    rf"{words('at_a_happening')}\s+{words('talks')}\b(?P<that>\s+(?:itu|tersebut|ini|yang sama)\b)?"
)
_PLURAL = frozenset(load("frames")["we"])
# "Ketiga negara": those told together last, not the one that the article names most.
_SEVERAL = tuple(
    phrase
    for phrase in load("groups")["pair_countries"]
    if phrase.startswith(("ke", "negara-")) and not phrase.startswith("kedua")
)
_TWO_PEOPLE = re.compile(rf"keduanya|(?:kedua|dua) {words('two_people')}")

# "Kerja sama (internasional) itu (pun) ditandai dengan …".
_TIE_SEALED = re.compile(
    rf"{words('ties')}\s+(?:[a-z]+\s+){{0,2}}?{words('this_one')}\s+(?:[a-z]+\s+){{0,2}}?(?:{words('set_down')}|{words('took_place')})\b",
    re.I,
)
# "Pihak Swedia", "mitra Jerman".
_SIDE = re.compile(rf"\b{words('sides')}\s+\Z", re.I)

_GOVERNS = re.compile(rf"[Pp]emerintah(?! {alternatives('organisation_forms', 'regions')}\b)")
# "Pemerintahnya" is somebody's, "pemerintah kota" no state's.
_NOT_HOME = re.compile(
    rf"(?:nya| {alternatives('organisation_forms', 'regions')}(?:nya)?| {words('no_home_governments')})\b",
    re.I,
)


def first_mention(actor: Actor, scene: Scene) -> tuple[int, int]:
    """Where an actor is first printed: what anchors a party that the sentence itself does not print."""
    return actor.mentions[0] if actor.mentions else (scene.start, scene.end)


def spoken_for(act: Act, memory: Memory, foreign: bool) -> list[Party]:
    """What the speaker stands for; a minister who speaks of a whole country, its government, firms or groups
    speaks for his own country.
    """
    speaker = memory.speaker(act.scene)
    party = office(speaker, memory, first_mention(speaker, act.scene)) if speaker else None
    if party is None or party.foreign != foreign:
        return []
    others = [
        p
        for p in act.scene.parties
        if p.foreign != foreign and p.kind in ORGANISATIONS and not _GOVERNS.match(p.name)
    ]
    if party.kind == "government" and party.rule == OFFICE and not others:
        return [
            replace(
                party,
                name=country_name(party.side),
                kind="country",
                rule="party.minister_for_country",
                actor=None,
            )
        ]
    return [party]


def we(act: Act, here: Sequence[Party], memory: Memory, foreign: bool) -> list[Party]:
    """ "Kami berharap JICA …, yang dibutuhkan Indonesia": who says "kami" before the act is its party, not
    the country that comes after it.
    """
    stands = act.scene.of("stand_in")
    first = any(h.code == "speaker" and h.start < act.trigger.start for h in stands)
    own = [p for p in here if p.start < act.trigger.start or p.kind != "country"]
    if own or not first or any(h.code == "pair_countries" for h in stands):
        return []
    return spoken_for(act, memory, foreign)


def told_to_the_met(scene: Scene, memory: Memory, foreign: bool) -> list[Party]:
    """ "Kami memiliki kemitraan", "Dalam pertemuan itu, X menyampaikan …": of one who met somebody and speaks
    for himself, or at the meeting, the other side is whom he met; so it is in what happened there ("Pada
    kesempatan itu, Indonesia menerima bantuan").
    """
    for_himself = any(h.code == "speaker" for h in scene.of("stand_in"))
    there = _AT_THE_MEETING.match(scene.text, scene.start)
    told = scene.said_by is not None and (for_himself or there is not None)
    return memory.last_met_offices(foreign) if told or (there and there["that"]) else []


def announced(act: Act, memory: Memory, foreign: bool) -> list[Party]:
    """ "Pengerjaan pabrik itu dihentikan. Nordfisk Foods, pemiliknya, …": the one body of a side that the
    next sentence names, where no earlier one names any.
    """
    following = memory.following
    if following is None or act.strength not in ("act", "noun") or memory.bodies.get((foreign, "")):
        return []
    aside = following.weak | following.located
    bodies = {
        p.name: p
        for p in following.parties
        if p.foreign == foreign and p.kind in ORGANISATIONS and p.start not in aside
    }
    return list(bodies.values()) if len(bodies) == 1 else []


def stand_in(act: Act, code: str, memory: Memory, foreign: bool) -> list[Party]:
    """The side that "kedua negara" (`pair_countries`) or "kedua pihak" (`pair`) stands for."""
    hits = [h for h in act.scene.of("stand_in") if h.code == code]
    if not hits:
        return []
    hit = next((h for h in hits if h.phrase != "bilateral"), hits[0])
    if code == "pair_countries":
        if memory.pair_abroad and not any(p.side == HOME for p in act.scene.parties):
            return []
        if hit.phrase.startswith(_SEVERAL):
            return [replace(p, start=hit.start, end=hit.end) for p in memory.states(foreign)]
        if not foreign:
            return [Party(hit.start, hit.end, country_name(HOME), "country", HOME, f"party.{code}")]
        other = _other_state(act, hit, memory)
        return (
            [Party(hit.start, hit.end, country_name(other), "country", other, f"party.{code}")]
            if other
            else []
        )
    met, last = memory.last_met_offices(foreign), memory.last.get(foreign, [])
    others = {p.side for p in last} - {p.side for p in met}
    newer = bool(others) and memory.latest.get(foreign) is memory.last.get(foreign)
    parties = met if met and not newer and (not last or all(p.kind == "country" for p in last)) else last
    if not parties:
        # "Kedua perusahaan": where nothing has bound them yet, the firms of both sides named last.
        kind = two_of_a_kind().get(hit.phrase, "")
        last_named = [memory.bodies.get((side, kind)) for side in (foreign, not foreign)]
        parties = [party for party in last_named[:1] if party and last_named[1]]
    return [replace(p, start=hit.start, end=hit.end, rule=f"party.{code}") for p in parties]


def both_of_the_tie(act: Act, here: Sequence[Party], memory: Memory, foreign: bool) -> list[Party]:
    """ "Kerja sama itu ditandai penandatanganan MoU": of a document that seals the tie told before, the
    bodies that the tie was told of, where the sentence names no body of that side.
    """
    if act.instrument != "agreement" or not _TIE_SEALED.match(act.scene.text, act.scene.start):
        return []
    if any(party.kind in ORGANISATIONS for party in here):
        return []
    return [party for party in memory.last.get(foreign, []) if party.kind in ORGANISATIONS]


def _other_state(act: Act, both: Hit, memory: Memory) -> str | None:
    """The state that "kedua negara" means beside Indonesia: the one that the sentence names before it, else
    that of who met or acted last, else the one that the article names most.
    """
    named = {p.side for p in act.scene.parties if p.foreign and p.side != OUTSIDE and p.end <= both.start}
    latest = {p.side for p in memory.latest.get(True, []) if p.side != OUTSIDE}
    for sides in (named, latest):
        if len(sides) == 1:
            return sides.pop()
    return memory.foreign


def recent_person(act: Act, memory: Memory, foreign: bool) -> list[Party]:
    """The person of a side named last before the sentence: who "saat bertemu Presiden" leaves out."""
    person = memory.recent.get(foreign)
    told_by = memory.last_met.get(foreign)
    if person is None:
        return []
    if any(h.code == "pronoun" for h in act.scene.of("stand_in")):
        # "Beliau diterima Rektor X": of the side that the sentence does not name.
        return [] if any(p.foreign == foreign for p in act.scene.parties) else [person]
    if told_by or not _MEETS.match(act.trigger.phrase):
        return []
    return [person]


def side_of_a_country(party: Party, scene: Scene, memory: Memory) -> Party:
    """ "Pihak Swedia menyanggupi": not the country, but its body that acted or met last, else the one named
    last.
    """
    if party.kind != "country" or not _SIDE.search(scene.text, scene.start, party.start):
        return party
    named = memory.bodies.get((party.foreign, ""))
    told = [*memory.last.get(party.foreign, []), *memory.last_met_offices(party.foreign)]
    bodies = (
        body
        for body in (*told, *([named] if named else []))
        if body.side == party.side and body.kind in ORGANISATIONS
    )
    meant = next(bodies, None)
    return replace(meant, start=party.start, end=party.end, rule="party.side") if meant else party


def by_pronoun(act: Act, memory: Memory, foreign: bool) -> list[Party]:
    """ "Ia pun berniat mengirim enam penenun": what the person stands for who was named last before the
    sentence, where a pronoun is its subject.
    """
    subjects = [h for h in act.scene.of("stand_in") if h.code == "pronoun" and h.start < act.trigger.start]
    last = max(memory.recent.values(), key=lambda person: person.start, default=None)
    # "Ia juga menyoroti …": who speaks, not whom he named last.
    meant = _person_speaking(act.scene, memory) or last
    if not subjects or meant is None or meant.foreign != foreign:
        return []
    return offices([meant], None, memory)


def _person_speaking(scene: Scene, memory: Memory) -> Party | None:
    """The person of a known country to whom a sentence is attributed, as a party himself."""
    actor = memory.speaker(scene)
    if actor is None or actor.kind != "person" or actor.country is None:
        return None
    return Party(*first_mention(actor, scene), actor.name, "person", actor.country, "party.speaker", actor)


def both_met(scene: Scene, memory: Memory, foreign: bool) -> list[Party]:
    """ "Kedua pemimpin", "keduanya": the people of the last meeting, else the heads of both states."""
    hits = [
        h
        for h in scene.of("stand_in")
        if h.code in ("pair", "pair_countries") and _TWO_PEOPLE.match(h.phrase)
    ]
    if not hits:
        return []
    heads = [memory.heads[foreign]] if len(memory.heads) == 2 else []
    met = memory.last_met.get(foreign, heads)
    return [replace(p, start=hits[0].start, end=hits[0].end) for p in met]


def own_side(act: Act) -> list[Party]:
    """Indonesia, where the sentence says "Tanah Air" or so, or its government where it says "pemerintah", of
    no region or other state and nobody's.
    """
    text = act.scene.text
    abroad = {p.start for p in act.scene.parties if p.foreign}
    hits = [
        h
        for h in act.scene.of("stand_in")
        if h.code == "own" and h.start not in abroad and not _NOT_HOME.match(text, h.end)
    ]
    return [_own(hit) for hit in hits[:1]]


def _own(hit: Hit) -> Party:
    if hit.phrase.startswith("pemerintah"):
        return Party(hit.start, hit.end, f"Pemerintah {country_name(HOME)}", "government", HOME, "party.own")
    return Party(hit.start, hit.end, country_name(HOME), "country", HOME, "party.own")


def offices(here: Sequence[Party], speaker: str | None, memory: Memory) -> list[Party]:
    """What the people of a sentence stand for, its speaker left out."""
    found = []
    for party in here:
        if party.kind == "person" and party.actor and party.name != speaker:
            stands = office(party.actor, memory, (party.start, party.end))
            if stands:
                found.append(stands)
    return found


def _whom_he_speaks_of(speaker: Party, memory: Memory) -> Party:
    """The head of state named last, where a minister tells of a meeting: the president met, he reports."""
    head = memory.heads.get(speaker.foreign)
    if head is None or head.name == speaker.name:
        return speaker
    title = speaker.actor.role_title if speaker.actor and speaker.actor.role_title else ""
    return replace(head, rule="party.reported_by_minister") if title.startswith("Menteri") else speaker


def _for_his_body(scene: Scene, foreign: bool) -> bool:
    """Whether "kami" met a body, not a person: then the speaker's own body met it."""
    we_or_i = {hit.phrase for hit in scene.of("stand_in") if hit.code == "speaker"}
    other = {p.kind for p in scene.parties if p.foreign != foreign}
    return bool(we_or_i & _PLURAL) and "saya" not in we_or_i and "person" not in other and bool(other)


def speaking(scene: Scene, memory: Memory, foreign: bool) -> list[Party]:
    """The speaker himself, where the sentence speaks in the first person or of "ia"."""
    if not any(h.code in ("speaker", "pronoun") for h in scene.of("stand_in")):
        return []
    speaker = _person_speaking(scene, memory)
    if speaker is None or speaker.actor is None or speaker.foreign != foreign:
        return []
    at = speaker.start, speaker.end
    stands = office(speaker.actor, memory, at) if _for_his_body(scene, foreign) else None
    return [stands if stands is not None else _whom_he_speaks_of(speaker, memory)]
