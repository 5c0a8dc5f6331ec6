"""The words around a quantity, compiled: what makes it a change, a target, an estimate, or gives it a time.

The lists stand in `figures.yaml`; which cue wins is decided in the modules beside this one, each for its own
property of a figure. All patterns are for lower-cased text.
"""

from __future__ import annotations

import re
from functools import partial

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, any_of, one_of

_WORDS = load("figures")

_any = partial(any_of, "figures")

# --- changes ----------------------------------------------------------------------------------------

_CHANGED = rf"\b(?P<word>{_any('change_up', 'change_down')})"
_CHANGING = rf"\b(?P<word>{_any('changing_up', 'changing_down')})\s"
_NOUN_OF_CHANGE = rf"\b(?P<word>{_any('change_nouns_up', 'change_nouns_down')})"
_BETWEEN = _any("between")
_RATES = one_of(load("figure_words")["rates"])

CHANGE = re.compile(rf"{_CHANGED}(?:\s(?:{_BETWEEN}|dengan\s{_any('manners')}|secara\s[a-z]+))*[\s(]*$")
CHANGE_NOUN = re.compile(rf"{_NOUN_OF_CHANGE}(?:nya)?\b(?P<rest>[^.;:]{{0,90}})$")
# "Kenaikan tertinggi terjadi pada beras, yang harganya …, sebesar": it opens its clause and reaches far.
CHANGE_EXTREME = re.compile(
    rf"{_NOUN_OF_CHANGE}(?:nya)?\s(?:[^.;:]{{0,60}}\s)?{_any('extremes')}\b"
    r"[^.;:]{0,120}\s(?:sebesar|sebanyak|mencapai|hingga)\s$"
)
MOVED_TO = re.compile(rf"{_CHANGED}\s(?:tipis\s|tajam\s)?(?:ke|di|menjadi)\s[^,.;]{{0,30}}$")
# "12 persen dibanding tahun lalu", "38 persen kenaikannya"; "68 persen dibanding tim tamu" compares shares.
COMPARED = re.compile(
    rf"\s?\(?(?:{_any('compared')}|{_NOUN_OF_CHANGE}nya|{_any('than')}\s[^.;]{{0,50}}{_any('earlier')})\b"
)
# "memangkas suku bunga acuan sebesar 25 basis poin": the thing changed stands between.
CHANGE_OF = re.compile(
    rf"{_CHANGING}(?:(?!{_any('no_object')}\b)[^\s,.;:]+\s){{1,7}}(?:sebesar|sebanyak)\s(?:{_BETWEEN}\s)*$"
)
# "memangkas suku bunga kebijakan 25 bps": points of a rate are what it changed by.
CHANGE_OF_POINTS = re.compile(rf"{_CHANGING}(?:[a-z]+\s){{1,6}}$")
# "mengurangi emisi 56 persen"; "menaikkan tarif 19 persen" may tell what the tariff is.
CHANGE_OF_SHARE = re.compile(
    rf"{_CHANGING}(?:(?!(?:{_any('no_object')}|{_RATES})\b)[a-z]+\s){{1,3}}(?:{_BETWEEN}\s)*$"
)
UP = frozenset(word for key in ("change_up", "change_nouns_up", "changing_up") for word in _WORDS[key])

# --- status -----------------------------------------------------------------------------------------

# A verb by its prefix, for purposes ("untuk melahirkan …").
_VERB = r"(?:me[a-z]{4,}|ber[a-z]{4,}|di[a-z]{5,})"
_NOUN_OF_ACT = r"(?:pe[a-z]{3,}an|produksi)"
# A purpose reaches over a few words to the number, where the search ends: "untuk melahirkan 100.000".
_REACHED = r"(?=\s(?:\([^)]*\)\s|(?!yang\b)[a-z]+\s){0,5}$)"
_PURPOSE = rf"{_any('target_before_verb')}\s(?:{_VERB}{_REACHED}|{_NOUN_OF_ACT}(?=\s$))"

STATUS_OF: dict[str, str] = {
    word: status for status in ("target", "estimate", "actual") for word in _WORDS[status]
}
# "Kebijakan ini" only points back, "bunga kebijakan 25 bps" is a rate; other policies set targets.
STATUS = re.compile(
    rf"\b(?P<cue>{one_of(STATUS_OF)})\b(?!(?<=kebijakan)(?: {_any('policies')}| ?[0-9]| $))"
    rf"|\b(?P<purpose>{_PURPOSE})\b"
)
WEAK_STATUS = re.compile(
    rf"\b(?:{_any('estimate_modals')}\s{_any('estimate_outcomes')}|{_any('estimate_conditions')})\b"
    rf"(?!\s(?:kita\s|kami\s)?{_any('reckonings')}\b)|\bbisa\s$"
)
CAN_BE = re.compile(rf"\b{_any('can_be')}\s(?:[a-z]+\s){{0,2}}$")
TO_COME = frozenset(_WORDS["to_come"])
NEEDS = frozenset(_WORDS["needs"])
RECORDS = frozenset(_WORDS["records"])
ALREADY = frozenset(_WORDS["already"])
AIMS = frozenset(_WORDS["aim_nouns"])
MOVED_AIMS = frozenset(_WORDS["moved_aims"])
PROMISE = re.compile(rf"\b{_any('promises')}\s(?:(?!untuk\b)[a-z-]+\s){{0,5}}$")
CAPACITY = re.compile(rf"\b{_any('capacities')}\b[^.;,]{{0,60}}$")
TO_BE_BUILT = re.compile(rf"\b{_any('to_be_built')}\b")
ALREADY_BUILT = re.compile(rf"\b{_any('already_built')}\b")
# "pertumbuhan ekonomi akan berkisar 5 persen": nobody makes it so, it is foreseen.
FORECAST = re.compile(rf"\b(?P<word>{_any('forecast')})(?:nya)?\s(?:[a-z-]+\s){{0,6}}{_any('to_come')}$")
# The end of a quotation, too: '"… akan naik," kata Budi kepada 20 investor'.
QUOTATION_ENDS = r"[,.!?][\"\u201d]\s"
BARRIER = re.compile(
    rf"\b{_any('barriers')}\b|,\syang\b(?!\s{alternatives('figures', 'consists')})|{QUOTATION_ENDS}"
)
# "12 sensor yang telah terpasang" are there, whatever is planned with them.
NOW = re.compile(rf"\s?\(?(?:{_any('now')}|yang (?:telah|sudah))\b")
# "tercatat 21 proyek hilirisasi yang akan didanai" are to come, though the list of them is there.
THAT_WILL = re.compile(rf"(?:\s(?!dari\b)[a-z-]+){{0,3}}?\syang\s{_any('that_will')}\b")

# --- times, and what else stands around a number ----------------------------------------------------

# "naik dari posisi Rp 750 miliar": where it was before.
MOVED_FROM = re.compile(rf"{_CHANGED}\s(?:[a-z]+\s){{0,2}}dari\s(?:[a-z]+\s){{0,3}}$")
BASE = re.compile(rf"\b{_any('base')}\s(?:{_any('base_nouns')}\s)*$")
CONVERSION = re.compile(rf"[\s,]*[(/]?\s?{_any('conversions')}?\s?")
ANNOUNCER = re.compile(rf"\b(?P<word>{_any('announcers')})\s$")
ATTENDED = re.compile(rf"\b{_any('attended')}\b")
OTHER_ACT = re.compile(
    rf"\b{_any('other_acts')}\b|\byang\s(?:telah|sudah|akan)\s|,\syang\s"
    rf"|\b{_any('adds_act')}\s(?:{_any('before_act')}\s)?{_VERB}"
)
THIS_EVENT = re.compile(rf"\b{_any('this_event')}\b")
STATISTIC = re.compile(rf"\b{_any('statistics')}(?:nya)?\b")
TRADED = re.compile(rf"\b{_any('traded')}\b")
NO_NOUNS = frozenset(_WORDS["no_nouns"])
