"""Which candidates assert a fact: the rules that keep praise, purposes and bare subjects out.

How sure the program is of an accepted fact is `kerjasama.extract.facts.slots.confidence`'s subject. What was
measured against these rules (a logistic model over the same properties) is told in ARCHITECTURE.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.acts.acts import ASKED, MEMBER, MORE, RELATION, SENTENCE, TAKEN_UP, TOGETHER, Act
from kerjasama.extract.facts.acts.no_acts import praised
from kerjasama.extract.facts.judging.asked import asked_or_helped
from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.judging.hopes import effect, hoped_of
from kerjasama.extract.facts.judging.meetings import met, presupposed
from kerjasama.extract.facts.judging.themes import told_theme
from kerjasama.extract.facts.judging.together import (
    among_themselves,
    between_both,
    joint,
    side_by_side,
    with_a_firm,
)
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.joining import ITEM

_POSSIBLE = re.compile(rf"\b{words('potential')}\b")
_BY_NAME = re.compile(r"(?:\s+[\w()]+){0,6}?\s+(?:dengan|antara|bersama|oleh)\b", re.I)
# What international organisations do for a country.
_GIVEN = ("finance", "training_exchange", "technical_assistance", "programme")
# Words for a partner who is not named.
_PARTNERS = re.compile(rf"\b{words('partners')}(?:nya)?\b", re.I)
# "Mungkin kita dapat bekerja sama untuk melatih petani": what is proposed, not what there could be.
_PERHAPS = "mungkin "
_DOCUMENTS = ("agreement.document", "agreement.treaty", "agreement.deal")
# What is delivered was sold before: the buyer may have been told then.
_DELIVERED = ("trade.first", "trade.delivery", "trade.order")
# Told by a whole sentence of which no rule reads an act; where one does, the rule is right more often.
_WHOLE = "acceptance.sentence"
_THAT_MEETING = re.compile(rf"\b{words('talks')}\s+{words('this_one')}\b", re.I)
# "Mengapalkan rempah itu": by its verb an act is told, whatever its goods point back at.
_VERB = re.compile(r"(?:me|di|ber)\w")
# A firm shares with somebody, sells or works for him.
_TWO_FIRMS = ("partnership.share", "partnership.choose", "partnership.role", "partnership.found")


def judged(found: Sequence[Candidate]) -> list[tuple[Candidate, str]]:
    """The candidates of an article that assert a fact, each with the rule that accepts it; where none tells a
    meeting in so many words, the first one that speaks of one as of something that took place.
    """
    rules = [(candidate, accepted(candidate)) for candidate in found]
    if not any(rule and candidate.act.instrument == "dialogue" for candidate, rule in rules):
        first = next((candidate for candidate in found if presupposed(candidate)), None)
        rules = [(c, "acceptance.presupposed_meeting" if c is first else rule) for c, rule in rules]
    read = {candidate.act.scene.number for candidate, rule in rules if rule and rule != _WHOLE}
    return [
        (candidate, rule)
        for candidate, rule in rules
        if rule and not (rule == _WHOLE and candidate.act.scene.number in read)
    ]


def accepted(candidate: Candidate) -> str | None:
    """The rule that accepts a candidate as a fact, or None."""
    act = candidate.act
    if act.trigger_id == SENTENCE:
        return _WHOLE
    if _asserts_nothing(candidate):
        return None
    if act.trigger_id in TOGETHER:
        return "acceptance.together" if side_by_side(candidate) else asked_or_helped(candidate)
    if act.instrument == "dialogue":
        return met(candidate)
    home, foreign = candidate.reach(False), candidate.reach(True)
    if home >= 2 and not _ended(candidate) and _brand_alone(candidate):
        return None
    if act.trigger_id == TAKEN_UP:
        return _taken_up(candidate)
    if act.trigger_id == MORE:
        return "acceptance.more_of_them" if act.instrument != "general" else None
    if _met_for(act):
        return "acceptance.met_for"
    if home >= 3 and foreign >= 3:
        return _about_it(candidate)
    if foreign >= 3 and _wishes_for_more(candidate):
        return "acceptance.wish_about_it"
    if act.trigger_id in ASKED:
        return asked_or_helped(candidate)
    if act.strength == "joint":
        both = max(home, foreign) <= 2 and joint(candidate)
        return "acceptance.joint" if both else asked_or_helped(candidate)
    if not candidate.countries and home > _home_reach(candidate) and not _names_home(candidate):
        return None
    if act.trigger_id in MEMBER:
        return "acceptance.member" if _of_an_organisation(candidate) else None
    if act.strength == "theme":
        return told_theme(candidate, joint(candidate))
    return _done(candidate)


def _asserts_nothing(candidate: Candidate) -> bool:
    """Whether an act is denied, supposed, praised or only possible, or is between parties of one side."""
    act = candidate.act
    if act.reading.denied or act.reading.rule == "stage.planned:condition":
        return True
    proposed = act.reading.cue is not None and act.reading.cue.phrase.startswith(_PERHAPS)
    only_might = (act.stage == "planned" and _only_time(candidate)) or _might_end(act)
    if act.potential and not proposed and (not candidate.strong_cue or only_might):
        return True
    if {b.party.name for b in candidate.side(False)} & {b.party.name for b in candidate.side(True)}:
        return True  # a firm and its own branch: nobody deals with himself
    alone = _praised(candidate) or _own_doing(candidate) or hoped_of(act) or _of_one_mind(act)
    return alone or effect(candidate) or among_themselves(candidate)


def _might_end(act: Act) -> bool:
    """ "Kiriman itu bisa ditolak": what may end has not; but what "belum dapat dicairkan" waits."""
    cue = act.reading.cue
    return act.stage in ("suspended", "cancelled") and cue is not None and not _POSSIBLE.search(cue.phrase)


def _done(candidate: Candidate) -> str | None:
    """The rule for an act in so many words: no mere aim of another act, both sides near enough."""
    act, cue = candidate.act, candidate.act.reading.cue
    home, foreign = candidate.reach(False), candidate.reach(True)
    urged = cue is not None and cue.code == "urging"
    aim = act.purpose and not urged and not _aim_of_both(candidate) and not _aim_of_a_tie(act)
    # "Perusahaan patungan itu milik X dan Y", "mengapalkan rempah itu untuk X": told here.
    by_verb = act.strength == "act" and _VERB.match(act.trigger.phrase)
    told_here = by_verb or act.trigger_id.startswith("partnership.")
    both_here = home == foreign == 0 and told_here
    if (aim or (act.reference and not both_here)) and not candidate.strong_cue:
        return None
    if act.strength == "noun" and cue is None:
        paired = {b.rule for b in candidate.bound} == {"binding.pair"}
        if home > 2 or (foreign > 1 and act.trigger_id not in _DELIVERED):
            return None
        if act.instrument == "general":
            joined = paired or between_both(candidate)
            bare = act.within or act.trigger_id == RELATION
            return "acceptance.joined_tie" if joined and not bare else None
        if act.instrument == "agreement" and not paired and not _names_both(candidate):
            return None
    near = home <= (2 if _known_before(act) else 1)
    if foreign <= 2 or (candidate.strong_cue and near):
        return "acceptance.act"
    return "acceptance.delivered" if home <= 1 and _delivered(candidate) else None


def _delivered(candidate: Candidate) -> bool:
    """Whether goods are delivered, by or to one at home who trades: an office of the state only looks on."""
    trades = all("government" not in b.party.kind for b in candidate.side(False))
    return candidate.act.trigger_id in _DELIVERED and trades


def _ended(candidate: Candidate) -> bool:
    """Whether a body of its own clause halts or calls off an act in so many words: then there was one."""
    ended = candidate.strong_cue and candidate.act.stage in ("suspended", "cancelled")
    return ended and candidate.reach(True) == 0


def _known_before(act: Act) -> bool:
    """Whether what is told was told before: a document still in preparation, or what is halted or called off
    ("dua di antaranya dihentikan"), whose other side the sentence then leaves out.
    """
    if act.instrument == "agreement":
        return act.stage == "planned"
    return act.stage in ("suspended", "cancelled")


def _names_both(candidate: Candidate) -> bool:
    """Whether a document is told with those who make it: "kontrak dengan X", or as an item of a list."""
    act = candidate.act
    here = candidate.reach(False) == candidate.reach(True) == 0
    listed = here and ITEM.fullmatch(act.scene.text, act.scene.start, act.start)
    return bool(listed or _BY_NAME.match(act.scene.text, act.trigger.end))


def _aim_of_both(candidate: Candidate) -> bool:
    """ "Inisiatif PT X untuk menggandeng firma Jepang": an aim of some kind with both sides in its clause,
    where no word of cooperation beside it is the act whose aim it is, and no money is ("pinjaman dari ADB
    untuk membangun bendungan": codebook section 1, what it is for is its object).
    """
    act = candidate.act
    if act.instrument == "general" or candidate.reach(False) or candidate.reach(True):
        return False
    if act.instrument != "finance" and any(
        hit.code.startswith("finance.") and hit.end <= act.start for hit in act.scene.of("trigger")
    ):
        return False
    others = [theme for theme in act.themes if theme != act.trigger_id]
    return act.about < act.start or not any(theme.startswith("general.") for theme in others)


def _aim_of_a_tie(act: Act) -> bool:
    """ "Sudah bekerja sama dengan X untuk mendatangkan vaksin": the aim of cooperation that is told."""
    return act.strength == "act" and act.about < act.start


def _only_time(candidate: Candidate) -> bool:
    cue = candidate.act.reading.cue
    return cue is not None and cue.code in ("intending", "future")


def _brand_alone(candidate: Candidate) -> bool:
    """Whether only a foreign company stands in the sentence: a product on sale, a platform."""
    act = candidate.act
    if act.instrument in ("investment", "finance", "agreement") or (act.reference and candidate.strong_cue):
        return False
    # "X berkomitmen menyerap 450 ton": who promises or plans it does it with whom the article is about.
    bound_to_do = candidate.strong_cue and act.stage in ("agreed", "planned") and act.strength != "theme"
    if bound_to_do and candidate.reach(True) == 0:
        return False
    spoken = {b.rule for b in candidate.side(False)} == {"binding.speaker"}
    if act.strength == "act" and spoken and candidate.reach(True) == 0:
        return False
    if act.strength == "act" and with_a_firm(candidate):
        return False
    taught = act.strength == "act" and act.instrument in ("training_exchange", "technical_assistance")
    # "Kedua perusahaan akan membentuk …": they do it together.
    both = {b.rule for b in candidate.bound} == {"binding.pair_stand_in"}
    if (taught or act.trigger_id in _TWO_FIRMS) and (both or candidate.reach(True) == 0):
        return False
    return all(b.party.kind == "company" for b in candidate.side(True))


def _of_one_mind(act: Act) -> bool:
    """ "Keduanya sepakat gencatan senjata perlu diperpanjang": an opinion that both sides share."""
    cue = act.reading.cue
    asked = act.stage == "requested" and cue is not None and cue.start >= act.trigger.end
    return act.trigger_id == "general.commit" and asked


def _of_an_organisation(candidate: Candidate) -> bool:
    """Whether what a state joins is an international organisation that the act's own clause names, as a party
    or as the place that it joins ("aksesi ke OECD").
    """
    side = candidate.side(True)
    near = candidate.reach(True) == 0 or {b.rule for b in side} == {"binding.located"}
    return near and all(b.party.kind == "international_organisation" for b in side)


def _home_reach(candidate: Candidate) -> int:
    """How far the Indonesian side may be fetched where the foreign one is of no country: an international
    organisation that gives or teaches is as much a party as any, where the act's own sentence names it.
    """
    side = candidate.side(True)
    named = candidate.reach(True) <= 1 and any(b.party.kind == "international_organisation" for b in side)
    if named and candidate.act.stage == "requested" and candidate.strong_cue:
        return 2  # "Kami berharap kerja sama dengan Bank Dunia diperluas"
    return 3 if named and candidate.act.instrument in _GIVEN else 0


def _names_home(candidate: Candidate) -> bool:
    """Whether the clause itself names Indonesia beside an international organisation: "Indonesia mengharapkan
    peningkatan impor dari EAEU".
    """
    start, end = candidate.act.scene.clauses[candidate.act.clause]
    bodies = all(b.party.kind == "international_organisation" for b in candidate.side(True))
    own = any(b.party.kind == "country" and start <= b.party.start < end for b in candidate.side(False))
    return bodies and own


def _own_doing(candidate: Candidate) -> bool:
    """ "Pertamina tengah membangun kilang": who invests or pays at home, where the other side would have to
    be fetched from earlier sentences and the sentence knows of no partner.
    """
    act = candidate.act
    announced = {b.rule for b in candidate.side(True)} == {"binding.announced"}
    if act.instrument not in ("investment", "finance") or (candidate.reach(True) < 3 and not announced):
        return False
    if act.stage not in ("planned", "ongoing", "completed"):
        return False
    doers = [b.party for b in candidate.side(False) if b.rule == "binding.clause"]
    doers = [party for party in doers if announced or party.end <= act.start]
    return bool(doers) and not _PARTNERS.search(act.scene.text, act.scene.start, act.scene.end)


def _praised(candidate: Candidate) -> bool:
    """Whether a tie of which nothing else is told is only called important, or shown by something."""
    act = candidate.act
    return (
        act.instrument in ("general", "business_partnership")
        and act.trigger_id.startswith("general.")
        and not candidate.strong_cue
        and praised(act.scene.text, act.scene.start, act.trigger)
    )


def _about_it(candidate: Candidate) -> str | None:
    """A sentence that names neither side: only a wish about what was told before ("Semoga pelatihan ini
    berlanjut"), or a document in preparation ("… dengan tujuan penandatanganan perjanjian").
    """
    act = candidate.act
    if _wish_about(candidate):
        return "acceptance.wish_about_it"
    if act.reading.cue is not None and act.reading.cue.code == "discussed":
        return "acceptance.discussed"
    if _passively_signed(act):
        return "acceptance.document_signed"
    if (
        act.instrument == "agreement"
        and act.stage == "planned"
        and act.strength == "act"
        and candidate.strong_cue
    ):
        return "acceptance.document_to_come"
    return None


def _met_for(act: Act) -> bool:
    """ "Kunjungan ini dalam rangka menjajaki kerja sama": a tie for whose sake both sides met."""
    prepared = act.reading.cue is not None and act.reading.cue.code in ("exploring", "preparing")
    tie = act.instrument == "general" and act.strength in ("act", "noun")
    return tie and prepared and bool(_THAT_MEETING.search(act.scene.text, act.scene.start, act.start))


def _wish_about(candidate: Candidate) -> bool:
    """Whether what was told before is wished for: "semoga pelatihan ini berlanjut"."""
    act = candidate.act
    return act.reference and act.stage == "requested" and candidate.strong_cue


def _wishes_for_more(candidate: Candidate) -> bool:
    """ "X berharap kerja sama ini dilanjutkan": whether who speaks wishes for what his side does already."""
    spoken = {b.rule for b in candidate.side(False)} == {"binding.speaker"}
    return spoken and candidate.act.instrument != "agreement" and _wish_about(candidate)


def _taken_up(candidate: Candidate) -> str | None:
    """What was asked for before is promised, refused, halted or under review."""
    act = candidate.act
    cue = act.reading.cue
    if cue is None or not candidate.strong_cue:
        return None
    if act.instrument == "general":
        refused = cue.code == "ending" and candidate.reach(True) <= 1
        return "acceptance.refused" if refused else None
    answered = cue.code in ("agreeing", "ending", "delaying") or (act.similar and cue.code != "exploring")
    return "acceptance.taken_up" if answered else None


def _passively_signed(act: Act) -> bool:
    """ "IC-CEPA diteken di Santiago pada 2017": a document that its own clause names before the passive."""
    if act.trigger_id != "agreement.signing" or not act.trigger.phrase.startswith("di"):
        return False
    documents = [h for h in act.scene.of("trigger") if h.code in _DOCUMENTS]
    return any(act.scene.clauses[act.clause][0] <= h.start < act.start for h in documents)
