"""Which candidates assert a fact: the rules that keep praise, purposes and bare subjects out.

How sure the program is of an accepted fact is `kerjasama.extract.facts.confidence`'s subject. What was
measured against these rules (a logistic model over the same properties) is told in ARCHITECTURE.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.acts import ASKED, GIVING, MEMBER, TAKEN_UP, TOGETHER, Act
from kerjasama.extract.facts.candidates import Candidate
from kerjasama.extract.facts.frames import words
from kerjasama.extract.facts.meetings import met, presupposed
from kerjasama.extract.facts.no_acts import praised
from kerjasama.extract.facts.parties import ORGANISATIONS
from kerjasama.extract.facts.scenes import ITEM

_SUM = re.compile(
    r"(?:US\$|USD|Rp|EUR|€|¥)\s?\d|\d[\d.,]*\s(?:juta|miliar|milyar|triliun)\s(?:dolar|dollar|rupiah|euro|yen|ton)|"
    r"\d+\sproyek|\d[\d.,]*\ston\b",
    re.I,
)
# "Sudah melakukan impor minyak Rusia", "kenaikan volume perdagangan": trade that is told, not a market
# described.
_TOLD = re.compile(rf"\b{words('told')}\s+(?:\w+\s+){{0,2}}\Z", re.I)
_EXPERTS = re.compile(rf"\b{words('experts')}\b", re.I)
_BEFORE_HELP = re.compile(
    r"\)?\s*(?:(?:akan|telah|sudah|sedang|tengah|terus|juga|ikut|turut|siap|kembali|melatih dan)\s+)*", re.I
)
_BEHIND_HELP = re.compile(
    r"\s+(?:para\s+|pihak\s+|warga\s+|petani\s+|nelayan\s+|teknisi\s+|pemerintah\s+)?", re.I
)
_THIS = re.compile(r"\b(?:ini|itu|tersebut|juga|pun)\s\Z", re.I)
_CAN = re.compile(r"\s(?:dapat|bisa|mampu|akan|menjadi)\b", re.I)
_BY_NAME = re.compile(r"(?:\s+[\w()]+){0,6}?\s+(?:dengan|antara|bersama)\b", re.I)
_TRADE = ("trade.flow",)
# What international organisations do for a country.
_GIVEN = ("finance", "training_exchange", "technical_assistance", "programme")
_ON_THE_WAY = re.compile(
    r"\b(?:[Kk]e|[Dd]ari|[Aa]sal|[Tt]ujuan|[Mm]enuju|(?:pasar|pameran|gerai|pembeli|toko|konsumen)(?:\s\w+){0,2}\s[Dd]i)\s"
    r"(?:(?:negara|negeri)\s+)?(?:(?:[A-Z][\w.]+,?\s+|dan\s+|hingga\s+|serta\s+|sampai\s+)+)?\Z"
)
_DOCUMENTS = ("agreement.document", "agreement.treaty", "agreement.deal")
_FLOWS = ("trade.flow", "investment.noun")
# What may stand between the party that is asked and what it is to do.
_STRAIGHT = re.compile(rf"\)?\s*(?:,?\s*{words('to_do')}\s*)*")
# What may stand between a verb and those who do it together.
_ADJACENT = re.compile(
    r"(?:\s*\([^()]{2,20}\)|\))?\s+"
    r"(?:(?:oleh|bersama|juga|kini|akan|telah|sudah|sedang|tengah|selama ini|ini|tersebut|antara)\s+)*"
)
# How far, both sides together, a wish or a plan about a mere subject may fetch its parties.
_THEME_REACH = 4


def judged(found: Sequence[Candidate]) -> list[tuple[Candidate, str]]:
    """The candidates of an article that assert a fact, each with the rule that accepts it; where none tells a
    meeting in so many words, the first one that speaks of one as of something that took place.
    """
    rules = [(candidate, accepted(candidate)) for candidate in found]
    if not any(rule and candidate.act.instrument == "dialogue" for candidate, rule in rules):
        first = next((candidate for candidate in found if presupposed(candidate)), None)
        rules = [(c, "acceptance.presupposed_meeting" if c is first else rule) for c, rule in rules]
    return [(candidate, rule) for candidate, rule in rules if rule]


def accepted(candidate: Candidate) -> str | None:
    """The rule that accepts a candidate as a fact, or None."""
    act = candidate.act
    if act.reading.denied or act.reading.rule == "stage.planned:condition":
        return None
    if act.potential and (not candidate.strong_cue or (act.stage == "planned" and _only_time(candidate))):
        return None
    if _effect(candidate) or _among_themselves(candidate) or _praised(candidate):
        return None
    if act.trigger_id in TOGETHER:
        return "acceptance.together" if _side_by_side(candidate) else None
    if act.instrument == "dialogue":
        return met(candidate)
    home, foreign = candidate.reach(False), candidate.reach(True)
    if home >= 2 and _brand_alone(candidate):
        return None
    if act.trigger_id == TAKEN_UP:
        return _taken_up(candidate)
    if home >= 3 and foreign >= 3:
        return _about_it(candidate)
    if act.trigger_id in ASKED:
        if home <= 2 and foreign <= 2 and _asked(candidate):
            return "acceptance.asked"
        return "acceptance.helped" if act.trigger_id == "technical.help" and _helped(candidate) else None
    if act.strength == "joint":
        return "acceptance.joint" if max(home, foreign) <= 2 and _joint(candidate) else None
    if not candidate.countries and home > _home_reach(candidate):
        return None
    if act.trigger_id in MEMBER:
        return "acceptance.member" if _of_an_organisation(candidate) else None
    if act.strength == "theme":
        return _theme(candidate, home, foreign)
    urged = act.reading.cue is not None and act.reading.cue.code == "urging"
    aim = act.purpose and not urged and not _aim_of_both(candidate)
    if (aim or act.reference) and not candidate.strong_cue:
        return None
    if act.strength == "noun" and act.reading.cue is None and (home > 2 or foreign > 1):
        return None
    if act.strength == "noun" and act.instrument == "general" and act.reading.cue is None:
        joined = {b.rule for b in candidate.bound} == {"binding.pair"}
        return "acceptance.joined_tie" if joined and not act.within else None
    if act.strength == "noun" and act.instrument == "agreement" and act.reading.cue is None:
        paired = {b.rule for b in candidate.bound} == {"binding.pair"}
        listed = ITEM.fullmatch(act.scene.text, act.scene.start, act.start) and home == foreign == 0
        if not paired and not listed and not _BY_NAME.match(act.scene.text, act.trigger.end):
            return None
    return "acceptance.act" if foreign <= 2 or (candidate.strong_cue and home <= 1) else None


def _aim_of_both(candidate: Candidate) -> bool:
    """ "Inisiatif PT X untuk menggandeng firma Jepang": an aim of some kind with both sides in its clause,
    where no word of cooperation beside it is the act whose aim it is.
    """
    act = candidate.act
    if act.instrument == "general" or candidate.reach(False) or candidate.reach(True):
        return False
    others = [theme for theme in act.themes if theme != act.trigger_id]
    return act.about < act.start or not any(theme.startswith("general.") for theme in others)


def _only_time(candidate: Candidate) -> bool:
    cue = candidate.act.reading.cue
    return cue is not None and cue.code in ("intending", "future")


def _brand_alone(candidate: Candidate) -> bool:
    """Whether only a foreign company stands in the sentence: a product on sale, a platform."""
    act = candidate.act
    if act.instrument in ("investment", "finance", "agreement"):
        return False
    spoken = {b.rule for b in candidate.side(False)} == {"binding.speaker"}
    if act.strength == "act" and spoken and candidate.reach(True) == 0:
        return False
    return all(b.party.kind == "company" for b in candidate.side(True))


def _effect(candidate: Candidate) -> bool:
    """ "Langkah ini diharapkan dapat meningkatkan kerja sama": what may come of a thing, asked of nobody."""
    cue = candidate.act.reading.cue
    if cue is None or cue.phrase != "diharapkan":
        return False
    text = candidate.act.scene.text
    return bool(_THIS.search(text, max(0, cue.start - 12), cue.start)) and bool(_CAN.match(text, cue.end))


def _of_an_organisation(candidate: Candidate) -> bool:
    """Whether what a state joins is an international organisation that the act's own clause names, as a party
    or as the place that it joins ("aksesi ke OECD").
    """
    side = candidate.side(True)
    near = candidate.reach(True) == 0 or {b.rule for b in side} == {"binding.located"}
    return near and all(b.party.kind == "international_organisation" for b in side)


def _home_reach(candidate: Candidate) -> int:
    """How far the Indonesian side may be fetched where the foreign one is of no country: an international
    organisation that gives or teaches is as much a party as any, where the act's own clause names it.
    """
    side = candidate.side(True)
    named = candidate.reach(True) == 0 and any(b.party.kind == "international_organisation" for b in side)
    if not named or candidate.act.instrument not in _GIVEN:
        return 0
    return 3 if candidate.act.trigger_id in GIVING else 2


def _praised(candidate: Candidate) -> bool:
    """Whether a tie of which nothing else is told is only called important, or shown by something."""
    act = candidate.act
    return (
        act.instrument in ("general", "business_partnership")
        and act.trigger_id.startswith("general.")
        and not candidate.strong_cue
        and praised(act.scene.text, act.scene.start, act.trigger)
    )


def _among_themselves(candidate: Candidate) -> bool:
    """ "Bulog menggandeng Satgas Pangan": both sides of the verb are of one country, and the other country's
    party would have to be fetched from elsewhere.
    """
    act = candidate.act
    start, end = act.scene.clauses[act.clause]
    for foreign in (False, True):
        bodies = [
            p
            for p in act.scene.parties
            if p.foreign == foreign and p.kind not in ("person", "country") and start <= p.start < end
        ]
        subjects = {p.name for p in bodies if p.end <= act.trigger.start}
        objects = {p.name for p in bodies if p.start >= act.trigger.end}
        if subjects and objects - subjects and candidate.reach(not foreign) >= 2:
            return True
    return False


def _about_it(candidate: Candidate) -> str | None:
    """A sentence that names neither side: only a wish about what was told before ("Semoga pelatihan ini
    berlanjut"), or a document in preparation ("… dengan tujuan penandatanganan perjanjian").
    """
    act = candidate.act
    if act.reference and act.stage == "requested" and candidate.strong_cue:
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


def _taken_up(candidate: Candidate) -> str | None:
    """What was asked for before is promised, refused, halted or under review."""
    act = candidate.act
    cue = act.reading.cue
    if cue is None or not candidate.strong_cue or act.instrument == "general":
        return None
    answered = cue.code in ("agreeing", "ending", "delaying") or (act.similar and cue.code != "exploring")
    return "acceptance.taken_up" if answered else None


def _passively_signed(act: Act) -> bool:
    """ "IC-CEPA diteken di Santiago pada 2017": a document that its own clause names before the passive."""
    if act.trigger_id != "agreement.signing" or not act.trigger.phrase.startswith("di"):
        return False
    documents = [h for h in act.scene.of("trigger") if h.code in _DOCUMENTS]
    return any(act.scene.clauses[act.clause][0] <= h.start < act.start for h in documents)


def _theme(candidate: Candidate, home: int, foreign: int) -> str | None:
    """A word that only names a subject: a fact with a wish, a plan, an agreement, a sum, or both sides
    joined over it.
    """
    act = candidate.act
    cue = act.reading.cue
    rules = {b.rule for b in candidate.bound}
    if act.trigger_id in _TRADE and foreign == 2 and _goes_there(candidate):
        foreign = 1
    if act.side_by_side and foreign <= 2:
        return "acceptance.side_by_side"
    if act.reference and act.stage == "requested" and candidate.strong_cue:
        return "acceptance.wish_about_it"
    if (
        cue is not None
        and cue.code == "urging"
        and 0 <= act.start - cue.end <= 3
        and foreign <= 1
        and home <= 2
    ):
        return "acceptance.urged_theme"
    if act.trigger_id in _FLOWS and act.stage in ("ongoing", "completed") and max(home, foreign) <= 1:
        if rules == {"binding.pair"} and cue is not None:
            return "acceptance.paired_theme"
        if _SUM.search(act.scene.text, act.scene.start, act.scene.end):
            return "acceptance.sum_shows_it"
        if _TOLD.search(act.scene.text, act.scene.start, act.start):
            return "acceptance.told_flow"
    if (
        cue is not None
        and cue.code == "finishing"
        and home == 0
        and foreign == 0
        and act.instrument == "training_exchange"
    ):
        return "acceptance.held"
    if cue is not None and cue.code == "running" and _by_its_name(candidate) and _joint(candidate):
        return "acceptance.running_programme"
    if act.trigger_id == "agreement.talks" and home == foreign == 0 and not act.reading.denied:
        return "acceptance.talks"
    if not candidate.strong_cue:
        return None
    if act.trigger_id in ("programme.named", "general.support"):
        asked = act.stage == "requested" or act.trigger_id == "programme.named"
        return (
            "acceptance.named_theme" if asked and home <= 2 and foreign <= 1 and home + foreign <= 2 else None
        )
    if act.stage in ("suspended", "cancelled") and foreign <= 1 and home <= 2:
        return "acceptance.theme_ended"
    near = foreign <= 1 and home <= 2
    fetched = act.stage == "requested" and home + foreign <= _THEME_REACH and min(home, foreign) <= 1
    one_told = {home, foreign} == {0, 3} and (foreign == 0 or act.stage == "planned")
    # Who learns abroad is told beside one side or its place, the other is known from before.
    learning = act.instrument == "training_exchange" and home + foreign <= _THEME_REACH
    return "acceptance.theme" if near or fetched or one_told or learning else None


def _goes_there(candidate: Candidate) -> bool:
    """Whether the other side is where goods go or come from ("ke Jepang", "dari Malaysia", "pasar di Laos"):
    for trade that is its own place in the sentence, a mere "di Singapura" is none.
    """
    text = candidate.act.scene.text
    places = [b.party for b in candidate.side(True) if b.rule == "binding.located"]
    return any(_ON_THE_WAY.search(text, max(0, party.start - 50), party.start) for party in places)


def _side_by_side(candidate: Candidate) -> bool:
    """Whether bodies of both sides, joined, are the subject or the agent right beside the verb."""
    act = candidate.act
    parties = [b.party for b in candidate.bound]
    if {b.rule for b in candidate.bound} != {"binding.pair"} or any(
        p.kind not in ORGANISATIONS for p in parties
    ):
        return False
    first, last = min(p.start for p in parties), max(p.end for p in parties)
    before, after = act.scene.text[last : act.start], act.scene.text[act.trigger.end : first]
    return bool(_ADJACENT.fullmatch(before) or _ADJACENT.fullmatch(after))


def _by_its_name(candidate: Candidate) -> bool:
    """Whether a programme is called by a name ("program Teluk Lestari")."""
    act = candidate.act
    follows = act.scene.text[act.trigger.end + 1 : act.trigger.end + 2]
    return act.trigger_id == "programme.named" and follows.isupper()


def _asked(candidate: Candidate) -> bool:
    """Whether a verb of asking is followed by the party that is to do it: "meminta Jepang membantu"."""
    act = candidate.act
    cue = act.reading.cue
    if cue is None or cue.code not in ("asking", "wishing", "urging") or cue.end > act.start:
        return False
    between = [b.party for b in candidate.bound if cue.end <= b.party.start and b.party.end <= act.start]
    last = max((party.end for party in between), default=0)
    return last > 0 and bool(_STRAIGHT.fullmatch(act.scene.text, last, act.start))


def _helped(candidate: Candidate) -> bool:
    """Whether one side stands right before the verb of helping and the other right behind it: "pakar dari
    Jepang membantu BMKG".
    """
    act = candidate.act
    text = act.scene.text
    before = [b.party for b in candidate.bound if b.party.end <= act.start]
    behind = [b.party for b in candidate.bound if b.party.start >= act.trigger.end]
    if not before or not behind or candidate.reach(False) > 0:
        return False
    placed = [p for p in before if p.start in act.scene.located]
    if placed and not _EXPERTS.search(text, max(act.scene.start, placed[0].start - 40), placed[0].start):
        return False
    last, first = max(p.end for p in before), min(p.start for p in behind)
    return bool(_BEFORE_HELP.fullmatch(text, last, act.start)) and bool(
        _BEHIND_HELP.fullmatch(text, act.trigger.end, first)
    )


def _joint(candidate: Candidate) -> bool:
    """Whether both sides do it together: both stand in the clause, or a word means both; or who is at home
    tells what the other side has promised ("Menteri X mengatakan China berkomitmen …").
    """
    promised = {b.rule for b in candidate.side(True)} <= {
        "binding.clause",
        "binding.subject",
        "binding.person",
    }
    told = {b.rule for b in candidate.side(False)} == {"binding.speaker"}
    rules = {b.rule for b in candidate.bound}
    return (promised and told) or rules <= {
        "binding.pair",
        "binding.clause",
        "binding.pair_countries",
        "binding.pair_stand_in",
        "binding.subject",
    }
