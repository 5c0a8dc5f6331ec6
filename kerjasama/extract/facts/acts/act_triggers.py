"""Which trigger words of a clause are its acts: one an instrument, the contents of a document aside.

What the act is that a trigger tells is read in `kerjasama.extract.facts.acts.act_reader`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.acts import (
    DISCUSSED,
    EARLIER_MEETING,
    NO_ACTS,
    THIS_ONE,
    TOLD,
    instrument_rank,
    trigger_table,
)
from kerjasama.extract.facts.acts.no_acts import tells_none
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.scenes import Scene

# A kind of cooperation named right after the tie ("kerja sama di bidang pelatihan") makes it that kind.
_REACH = 45
_NAME_REACH = 110
# How far from its clause's beginning a kind of cooperation is still its subject.
_OPENING = 12
_CARRIED = re.compile(rf"\b{words('holding')}\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)
_VISITORS = re.compile(rf"{words('visitors')}\b", re.I)
FIELDS = re.compile(rf"\b{words('fields')}\b", re.I)
"""What opens the list of a cooperation's fields."""
# "Memberikan pelatihan bagi perawat": who is taught is no labour that is placed.
_FOR_THEM = re.compile(r"\b(?:bagi|untuk|kepada|buat)\s+(?:[\w-]+\s+){0,2}\Z")
# "Kepada Duta Besar RI untuk Kanada, X": whom somebody tells it, by his office. Thanks and wishes are sent as
# well as said.
_TO_WHOM = re.compile(r"\bkepada\s+[^.;:]{0,90}\Z")
# "Dengan Menlu India, X": with whom, by his office; "X dan Menlu Thailand Y": together.
_MET = re.compile(r"\b(?:dengan|bersama)\s[^.;:]{0,70}\Z")
_JOINED = re.compile(r"\b(?:dan|dengan|bersama|serta)\s")
_COURTESY = re.compile(rf"\s+(?:[a-z]+\s+)?{words('courtesies')}\b", re.I)
_WHEN = re.compile(rf"\b{words('when')}\b")
# What opens the subject of a lesson.
_ABOUT = re.compile(rf"\b{words('lesson_about')}\b", re.I)
_NAME_BEHIND = re.compile(rf"\s(?:{words('called')}\s)?[\"“‘']?[A-Z]")
# "Nyamuk Baik, program tiga tahun yang dijalankan X": the name stands before the word.
_NAME_BEFORE = re.compile(r"\b[A-Z]\w+[\"”’']?(?:\s\([^()]+\))?,\s(?:sebuah\s|yakni\s|yaitu\s)?\Z")
# "Mekong Young Leaders Programme": the word ends the name.
_NAME_ENDING = re.compile(r"(?:\b[A-Z][\w-]+\s+){2}\Z")
# "Program Laut Biru merupakan bagian dari kerja sama …": between a programme and the tie that it is.
_IS_A_TIE = re.compile(rf"\b{words('is')}\s+(?:[a-z]+\s+){{0,3}}\Z")
_RANK = {"act": 0, "noun": 1, "theme": 2, "joint": 3}
"""The strengths of triggers, the strongest first."""
_MATCHING = "trade.matching"
# "Pertemuan berikutnya akan digelar di Warsawa": of those who met.
_NEXT = re.compile(rf"(?:\s[\w()-]+){{0,4}}\s{words('next')}\b")
_FOLLOWING = tuple(load("frames")["next"])
_HELD_AT = re.compile(r"\b(?:[Dd]alam|[Pp]ada|[Mm]elalui|[Ll]ewat|[Dd]i)\s+(?:[a-z]+\s+){0,3}\Z")
_RAISED = "investment.round"
_GIVERS = ("government", "public_agency", "country", "international_organisation", "association")
_LOOKER_ON = "investment.take_part"
"""The trigger that gives way to any other of its clause: taking part in what the others tell."""


# "Pelatihan ini merupakan kerja sama X dan Y", "program magang itu hasil kerja sama X".
_POINTED = r"(?:\s[a-z-]+|\s(?:di|ke|bagi)\s[A-Z]\w+){0,3}?\s"
_MADE_BY = re.compile(rf"{_POINTED}{words('is_made')}")
_BY_ITSELF = re.compile(_POINTED)
_OUTCOMES = ("hasil", "buah", "bekerja", "bekerjasama")


class Told(NamedTuple):
    """A trigger that tells an act: of which instrument, how strongly, and where its object begins."""

    trigger: Hit
    instrument: str
    strength: str
    about: int


def _instrument(hit: Hit) -> str:
    return str(trigger_table()[hit.code]["instrument"])


def _strength(hit: Hit) -> str:
    return str(trigger_table()[hit.code]["strength"])


def counts(scene: Scene, hit: Hit) -> bool:
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


def told_by(scene: Scene, hits: Sequence[Hit]) -> list[Told]:
    """The acts that the triggers of one clause tell.

    The contents of a document are its object; a kind of cooperation named beside "kerja sama" takes its
    place; of the rest each instrument keeps its strongest and first word. Telling somebody something is
    a meeting only where no other word is.
    """
    told = _without_telling(scene, [hit for hit in hits if hit.code not in (TOLD, DISCUSSED)])
    tells = [hit for hit in hits if hit.code == TOLD and _tells_the_other_side(scene, hit)]
    tells += [hit for hit in hits if hit.code == DISCUSSED and _discusses(scene, hit)]
    meeting = next((one for one in told if one.instrument == "dialogue"), None)
    if meeting is not None:
        return [*told, *_another(scene, hits, meeting)]
    return [*told, Told(tells[0], "dialogue", "act", tells[0].start)] if tells else told


def _another(scene: Scene, hits: Sequence[Hit], meeting: Told) -> list[Told]:
    """Beside a meeting an earlier or a later one of the same clause: "menyambut X dengan menyinggung
    pertemuan mereka sebelumnya", "pertemuan ditutup dengan kesepakatan tentang pertemuan lanjutan".
    """
    others = (hit for hit in hits if _instrument(hit) == "dialogue" and hit.start >= meeting.trigger.end)
    text = scene.text
    another = [hit for hit in others if EARLIER_MEETING.match(text, hit.start) or is_next(text, hit)]
    return [Told(hit, "dialogue", _strength(hit), hit.start) for hit in another[:1]]


def is_next(text: str, hit: Hit) -> bool:
    """Whether a meeting is the next one, or a numbered one to come: "putaran kedelapan"."""
    named = hit.phrase.startswith("putaran") or hit.phrase.endswith(_FOLLOWING)
    return named or bool(_NEXT.match(text, hit.end))


def _tells_the_other_side(scene: Scene, hit: Hit) -> bool:
    """Whether a person of one side tells it to one of the other: "disampaikan Direktur X kepada Bupati Y"."""
    start, end = scene.clauses[scene.clause_of(hit.start)]
    people = [p for p in scene.parties if p.kind == "person" and start <= p.start and p.end <= end]
    told = next(
        (p for p in people if p.start > hit.end and _TO_WHOM.search(scene.text, hit.end, p.start)), None
    )
    teller = next((p for p in people if told is not None and p.end <= told.start), None)
    if told is None or teller is None or told.foreign == teller.foreign:
        return False
    return not _COURTESY.match(scene.text, hit.end)


def _discusses(scene: Scene, hit: Hit) -> bool:
    """Whether people of both sides talk something over, in a sentence that tells no other meeting: "Menlu X
    membahas vaksin dengan Menlu Y", "X dan Y membahas vaksin".
    """
    if any(h.code.startswith("dialogue.") and h.code != DISCUSSED for h in scene.of("trigger")):
        return False
    start, end = scene.clauses[scene.clause_of(hit.start)]
    people = [p for p in scene.parties if p.kind == "person" and start <= p.start and p.end <= end]
    before = [p for p in people if p.end <= hit.start]
    met = [p for p in people if p.start > hit.end and _MET.search(scene.text, hit.end, p.start)]
    if len({p.foreign for p in before}) == 2:
        return bool(_JOINED.search(scene.text, before[0].end, before[-1].start))
    return any(p.foreign != before[-1].foreign for p in met) if before else False


def _without_telling(scene: Scene, hits: Sequence[Hit]) -> list[Told]:
    """The acts that the triggers of one clause tell, verbs of telling aside."""
    tied = any(_instrument(hit) == "general" and _strength(hit) in ("act", "noun") for hit in hits)
    hits = [hit for hit in hits if hit.code != "programme.named" or _names_programme(scene, hit, tied)]
    joint = [hit for hit in hits if _strength(hit) == "joint"]
    plain = [hit for hit in hits if _strength(hit) != "joint"]
    plain = _without_the_matched(scene.text, scene.start, plain)
    plain = _placed_or_taught(_without_taught(scene.text, _without_lookers_on(plain)))
    plain = _given_or_invested(scene, plain)
    if not plain:
        joint.sort(key=lambda hit: (hit.start, instrument_rank()[_instrument(hit)]))
        return [Told(hit, _instrument(hit), "joint", hit.start) for hit in joint[:1]]
    if all(_instrument(hit) == "dialogue" and _opens(scene, hit) for hit in plain):
        # "Dalam pertemuan itu, kedua pihak sepakat …": where they met, and what they did there.
        plain = [*plain, *(hit for hit in joint[:1] if hit.start > plain[-1].end)]
    best = _without_contents(scene.text, _strongest(plain))
    return _with_kinds(scene, best, plain) if "general" in best else _as_told(best)


def _opens(scene: Scene, hit: Hit) -> bool:
    """Whether a meeting only opens its clause: "Dalam pertemuan dengan X, …", "Usai kunjungan itu …"."""
    start = scene.clauses[scene.clause_of(hit.start)][0]
    return _strength(hit) == "noun" and _HELD_AT.fullmatch(scene.text, start, hit.start) is not None


def _as_told(best: dict[str, Hit]) -> list[Told]:
    return [Told(hit, instrument, _strength(hit), hit.start) for instrument, hit in best.items()]


def _without_lookers_on(plain: list[Hit]) -> list[Hit]:
    """Without taking part, where another trigger tells in what."""
    others = [hit for hit in plain if hit.code != _LOOKER_ON]
    kinds = {_instrument(hit) for hit in others}
    told = kinds - {"dialogue", "general"} or any(_strength(hit) == "act" for hit in plain)
    return (others or plain) if told else plain


def _without_the_matched(text: str, start: int, plain: list[Hit]) -> list[Hit]:
    """ "Mempertemukan eksportir dengan pembeli dalam temu dagang": without the meeting that a matching of
    firms is (codebook section 3: the first instrument that fits).
    """
    at = any(hit.code == _MATCHING and _HELD_AT.search(text, start, hit.start) for hit in plain)
    return [hit for hit in plain if not (at and "temu" in hit.phrase and _instrument(hit) == "dialogue")]


def _without_taught(text: str, plain: list[Hit]) -> list[Hit]:
    """Without workers whom a training is for: they are taught, not placed."""
    given = [hit.end for hit in plain if _instrument(hit) == "training_exchange"]
    return [
        hit
        for hit in plain
        if hit.code != "labour.people" or not _for_them(text, min(given, default=hit.start), hit.start)
    ]


def _placed_or_taught(plain: list[Hit]) -> list[Hit]:
    """ "Lulusan politeknik itu, 18 perawat, terbang ke Wina": whom one verb places as workers and sends as
    learners at once are workers, unless another word of the clause tells that they learn. "Kursus itu
    dibiayai X": a course that is paid for is given.
    """
    given = {hit.start for hit in plain if hit.code == "training.give"}
    plain = [hit for hit in plain if hit.code != "finance.give" or hit.start not in given]
    placed = {hit.start for hit in plain if hit.code.startswith("labour.")}
    both = {hit.start for hit in plain if _instrument(hit) == "training_exchange"} & placed
    learn = any(_instrument(hit) == "training_exchange" and hit.start not in both for hit in plain)
    gone = "labour." if learn else "training."
    return [hit for hit in plain if hit.start not in both or not hit.code.startswith(gone)]


def _given_or_invested(scene: Scene, plain: list[Hit]) -> list[Hit]:
    """ "Menerima suntikan dana dari X": the same words tell that a firm gets capital, and that anybody else
    gets money; a state gives it, where no firm of its clause takes it.
    """
    invested = {hit.start for hit in plain if hit.code == _RAISED}
    both = {hit.start for hit in plain if _instrument(hit) == "finance"} & invested
    if not both:
        return plain
    start, end = scene.clauses[scene.clause_of(min(both))]
    sides = {(p.kind, p.foreign) for p in scene.parties if start <= p.start < end}
    given = not sides & {("company", False), ("group", False)} and bool(
        sides & {(kind, True) for kind in _GIVERS}
    )
    gone = "investment" if given else "finance"
    return [hit for hit in plain if hit.start not in both or _instrument(hit) != gone]


def _strongest(plain: Sequence[Hit]) -> dict[str, Hit]:
    """The strongest trigger of each instrument, the first among equals."""
    best: dict[str, Hit] = {}
    for hit in plain:
        old = best.get(_instrument(hit))
        if old is None or _RANK[_strength(hit)] < _RANK[_strength(old)]:
            best[_instrument(hit)] = hit
    return best


def _without_contents(text: str, best: dict[str, Hit]) -> dict[str, Hit]:
    """Beside a document only a meeting that is told before it, or when it happened ("saat Menteri X
    bertandang ke Jakarta"): all else is what the document is about.
    """
    agreement, meeting = best.get("agreement"), best.get("dialogue")
    if agreement is None:
        return best
    if _is_taught(text, agreement, best.get("training_exchange")) or _talked_over(agreement, best):
        return {instrument: hit for instrument, hit in best.items() if instrument != "agreement"}
    kept = {"agreement": agreement}
    if meeting is not None and (
        meeting.start < agreement.start or _WHEN.search(text, agreement.end, meeting.start)
    ):
        kept["dialogue"] = meeting
    return kept


def _talked_over(talks: Hit, best: dict[str, Hit]) -> bool:
    """ "Negosiasi dengan X terkait struktur pinjaman": whether talks are over money, no document."""
    money = best.get("finance")
    over_it = money is not None and money.start > talks.end and _strength(money) != "theme"
    return talks.code == "agreement.talks" and over_it


def _is_taught(text: str, document: Hit, lesson: Hit | None) -> bool:
    """ "Digembleng soal cara membaca kontrak": whether a document is only what somebody learns about."""
    if lesson is None or _strength(lesson) != "act" or _strength(document) == "act":
        return False
    return bool(_ABOUT.search(text, lesson.end, max(lesson.end, document.start)))


def _with_kinds(scene: Scene, best: dict[str, Hit], plain: Sequence[Hit]) -> list[Told]:
    """The acts of a clause with a general word of cooperation: a kind named beside it takes its place,
    several kinds that it lists are its fields. "Di bidang pendidikan" may name a kind before it too.
    """
    general = best["general"]
    of_it = [hit for hit in plain if 0 <= hit.start - general.end <= 1]
    specific = [
        next((one for one in of_it if _instrument(one) == instrument), hit)
        for instrument, hit in best.items()
        if instrument not in ("general", "dialogue", "agreement")
    ]
    specific = [hit for hit in specific if _beside(scene, general, hit)]
    kinds = {_instrument(hit) for hit in specific}
    if len(kinds) > 1 and FIELDS.search(scene.text, general.end, max(hit.start for hit in specific)):
        return [told for told in _as_told(best) if told.instrument not in kinds or told.strength == "act"]
    if not specific:
        return _as_told(best)
    kind = min(specific, key=lambda hit: instrument_rank()[_instrument(hit)])
    said_of_it = kind.start < general.start and _shared(scene, general, kind)
    told = general if said_of_it else kind
    named = Told(told, _instrument(kind), _strength(general), min(general.start, kind.start))
    rest = [told for told in _as_told(best) if told.instrument not in ("general", named.instrument)]
    return [named, *rest]


def _for_them(text: str, start: int, end: int) -> bool:
    """Whether workers at `end` are whom the act before `start` is for."""
    return start < end and bool(_FOR_THEM.search(text, start, end))


def _beside(scene: Scene, general: Hit, hit: Hit) -> bool:
    """Whether a kind is what a general word of cooperation is about: right after it, or what it carries on
    with.
    """
    gap = hit.start - general.end
    if 0 <= gap <= _REACH or _shared(scene, general, hit):
        return True
    if hit.code == "programme.named" and _IS_A_TIE.search(scene.text, hit.end, general.start):
        return True
    named = hit.code == "programme.named" and 0 <= gap <= _NAME_REACH
    done = _strength(general) == "act" and 0 <= gap <= _NAME_REACH
    return named or (done and bool(_CARRIED.search(scene.text, general.end, hit.start)))


def _shared(scene: Scene, general: Hit, hit: Hit) -> bool:
    """Whether a kind that opens its clause is what the cooperation behind it is said to be or to make."""
    opens = hit.start - scene.clauses[scene.clause_of(hit.start)][0] <= _OPENING
    says = _BY_ITSELF if general.phrase.startswith(_OUTCOMES) else _MADE_BY
    return opens and says.fullmatch(scene.text, hit.end, max(hit.end, general.start)) is not None


def by_its_name(text: str, hit: Hit) -> bool:
    """Whether a programme is called by a name behind the word ("program Teluk Lestari", 'program "Laut"')."""
    return _NAME_BEHIND.match(text, hit.end) is not None


def _names_programme(scene: Scene, hit: Hit, tied: bool) -> bool:
    """A programme with a name, or a project or a programme told before, that no word of cooperation beside it
    makes a mere subject.
    """
    ends_it = scene.text[hit.start].isupper() and _NAME_ENDING.search(scene.text, scene.start, hit.start)
    called = (
        ends_it or by_its_name(scene.text, hit) or _NAME_BEFORE.search(scene.text, scene.start, hit.start)
    )
    told_before = hit.phrase in ("proyek", "project") or THIS_ONE.match(scene.text, hit.end)
    return bool(called) or (bool(told_before) and not tied)
