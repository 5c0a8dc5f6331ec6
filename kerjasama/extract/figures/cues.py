"""The words around a quantity, compiled: what makes it a change, a target, an estimate, or gives it a time.

The lists stand in `figures.yaml`; which cue wins is decided in `kerjasama.extract.figures.figures`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.text.patterns import one_of

# A verb by its prefix, for purposes ("untuk melahirkan …").
_VERB = r"(?:me[a-z]{4,}|ber[a-z]{4,}|di[a-z]{5,})"
_NOUN_OF_ACT = r"(?:pe[a-z]{3,}an|produksi)"


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled patterns, all for lower-cased text."""

    change: re.Pattern[str]
    change_noun: re.Pattern[str]
    moved_to: re.Pattern[str]
    compared: re.Pattern[str]
    change_of: re.Pattern[str]
    change_of_share: re.Pattern[str]
    status: re.Pattern[str]
    status_of: dict[str, str]
    weak_status: re.Pattern[str]
    to_come: frozenset[str]
    needs: frozenset[str]
    records: frozenset[str]
    promise: re.Pattern[str]
    capacity: re.Pattern[str]
    to_be_built: re.Pattern[str]
    already_built: re.Pattern[str]
    forecast: re.Pattern[str]
    barrier: re.Pattern[str]
    now: re.Pattern[str]
    that_will: re.Pattern[str]
    base: re.Pattern[str]
    conversion: re.Pattern[str]
    announcer: re.Pattern[str]
    attended: re.Pattern[str]
    other_act: re.Pattern[str]
    this_event: re.Pattern[str]
    statistic: re.Pattern[str]
    traded: re.Pattern[str]
    up: frozenset[str]
    no_nouns: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The cue patterns, made once from the vocabulary."""
    words = load("figures")
    between = one_of(words["between"])
    nouns = one_of([*words["change_nouns_up"], *words["change_nouns_down"]])
    rates = one_of(load("figure_words")["rates"])
    status_of = {word: name for name in ("target", "estimate", "actual") for word in words[name]}
    # A purpose reaches over a few words to the number, where the search ends: "untuk melahirkan 100.000".
    reached = r"(?=\s(?:\([^)]*\)\s|(?!yang\b)[a-z]+\s){0,5}$)"
    purpose = rf"(?:{one_of(words['target_before_verb'])})\s(?:{_VERB}{reached}|{_NOUN_OF_ACT}(?=\s$))"
    return Cues(
        change=re.compile(
            rf"\b(?P<word>{one_of([*words['change_up'], *words['change_down']])})"
            rf"(?:\s(?:{between}|dengan\s(?:{one_of(words['manners'])})|secara\s[a-z]+))*[\s(]*$"
        ),
        change_noun=re.compile(rf"\b(?P<word>{nouns})(?:nya)?\b(?P<rest>[^.;:]{{0,90}})$"),
        moved_to=re.compile(
            rf"\b(?P<word>{one_of([*words['change_up'], *words['change_down']])})\s"
            r"(?:tipis\s|tajam\s)?(?:ke|di|menjadi)\s[^,.;]{0,30}$"
        ),
        compared=re.compile(rf"\s?\(?(?:{one_of(words['compared'])})\b"),
        # "memangkas suku bunga acuan sebesar 25 basis poin": the thing changed stands between.
        change_of=re.compile(
            rf"\b(?P<word>{one_of([*words['changing_up'], *words['changing_down']])})\s"
            rf"(?:(?!(?:{one_of(words['no_object'])})\b)[^\s,.;:]+\s){{1,7}}(?:sebesar|sebanyak)\s"
            rf"(?:(?:{one_of(words['between'])})\s)*$"
        ),
        # "mengurangi emisi 56 persen"; "menaikkan tarif 19 persen" may tell what the tariff is.
        change_of_share=re.compile(
            rf"\b(?P<word>{one_of([*words['changing_up'], *words['changing_down']])})\s"
            rf"(?:(?!(?:{one_of(words['no_object'])}|{rates})\b)[a-z]+\s){{1,3}}"
            rf"(?:(?:{one_of(words['between'])})\s)*$"
        ),
        # "Kebijakan ini" only points back, "bunga kebijakan 25 bps" is a rate; other policies set targets.
        status=re.compile(
            rf"\b(?P<cue>{one_of(status_of)})\b"
            rf"(?!(?<=kebijakan)(?: (?:{one_of(words['policies'])})| ?[0-9]))"
            rf"|\b(?P<purpose>{purpose})\b"
        ),
        status_of=status_of,
        weak_status=re.compile(
            rf"\b(?:(?:{one_of(words['estimate_modals'])})\s(?:{one_of(words['estimate_outcomes'])})"
            rf"|(?:{one_of(words['estimate_conditions'])}))\b|\bbisa\s$"
        ),
        to_come=frozenset(words["to_come"]),
        needs=frozenset(words["needs"]),
        records=frozenset(words["records"]),
        promise=re.compile(rf"\b(?:{one_of(words['promises'])})\s(?:(?!untuk\b)[a-z-]+\s){{0,5}}$"),
        capacity=re.compile(rf"\b(?:{one_of(words['capacities'])})\b[^.;,]{{0,60}}$"),
        to_be_built=re.compile(rf"\b(?:{one_of(words['to_be_built'])})\b"),
        already_built=re.compile(rf"\b(?:{one_of(words['already_built'])})\b"),
        # "pertumbuhan ekonomi akan berkisar 5 persen": nobody makes it so, it is foreseen.
        forecast=re.compile(
            rf"\b(?P<word>{one_of(words['forecast'])})(?:nya)?\s(?:[a-z-]+\s){{0,6}}(?:{one_of(words['to_come'])})$"
        ),
        barrier=re.compile(
            rf"\b(?:{one_of(words['barriers'])})\b|,\syang\b(?!\s(?:terdiri|meliputi|mencakup))"
        ),
        # "12 sensor yang telah terpasang" are there, whatever is planned with them.
        now=re.compile(rf"\s?\(?(?:{one_of(words['now'])}|yang (?:telah|sudah))\b"),
        # "tercatat 21 proyek hilirisasi yang akan didanai" are to come, though the list of them is there.
        that_will=re.compile(rf"(?:\s(?!dari\b)[a-z-]+){{0,3}}?\syang\s(?:{one_of(words['that_will'])})\b"),
        base=re.compile(rf"\b(?:{one_of(words['base'])})\s(?:(?:{one_of(words['base_nouns'])})\s)*$"),
        conversion=re.compile(rf"[\s,]*[(/]?\s?(?:{one_of(words['conversions'])})?\s?"),
        announcer=re.compile(rf"\b(?P<word>{one_of(words['announcers'])})\s$"),
        attended=re.compile(rf"\b(?:{one_of(words['attended'])})\b"),
        other_act=re.compile(
            rf"\b(?:{one_of(words['other_acts'])})\b|\byang\s(?:telah|sudah|akan)\s|,\syang\s"
            rf"|\b(?:{one_of(words['adds_act'])})\s"
            rf"(?:(?:{one_of(words['before_act'])})\s)?{_VERB}"
        ),
        this_event=re.compile(rf"\b(?:{one_of(words['this_event'])})\b"),
        statistic=re.compile(rf"\b(?:{one_of(words['statistics'])})(?:nya)?\b"),
        traded=re.compile(rf"\b(?:{one_of(words['traded'])})\b"),
        up=frozenset([*words["change_up"], *words["change_nouns_up"], *words["changing_up"]]),
        no_nouns=frozenset(words["no_nouns"]),
    )
