"""Who pays and who receives (codebook section 2): the funder of a loan, a grant or aid, mostly from abroad.

Indonesia gives where it stands before a verb of giving, or the other side behind "kepada" or before a verb
of receiving.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kerjasama.extract.facts.acts.acts import Act
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Bound, Party

_GIVES = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?{words('gives_money')}\b", re.I)
_RECEIVES = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?{words('receives_money')}\b", re.I)
_ASKS = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?{words('asks_money')}\b", re.I)
# "Kepada pemerintah Fiji", "bagi Tuvalu".
_TO = re.compile(rf"\b{words('given_to')}\s+(?:{words('before_receiver')}\s+)*\Z", re.I)
# "Hibah dari Australia", "sumbangan Palang Merah Jerman", "ditanggung JICA".
_FROM = re.compile(rf"\b(?:{words('given_by')}|{words('money')}|dari|oleh)\s+\Z", re.I)
_MONEY = re.compile(rf"\b{words('money')}(?:nya)?\b", re.I)
_PAID_BY = re.compile(rf"\b{words('given_by')}\s+(?:penuh\s+|sepenuhnya\s+)?(?:oleh\s+)?\Z", re.I)
_BEFORE = 30


def money_roles(act: Act, bound: Sequence[Bound]) -> list[str]:
    """The roles of a fact of finance: the side that gives funds, a country only where money is named."""
    home_gives = _home_gives(act, [b.party for b in bound])
    return [_role(act, b.party, home_gives) for b in bound]


def pays(act: Act, party: Party) -> bool:
    """ "Biayanya ditanggung JICA", "atas biaya Indonesia": whether a party of any act is who pays for it."""
    return bool(_PAID_BY.search(before(act, party)))


def _role(act: Act, party: Party, home_gives: bool) -> str:
    if party.foreign == home_gives:
        return "beneficiary" if home_gives and _TO.search(before(act, party)) else "party"
    of_money = party.kind != "country" or _MONEY.search(act.scene.text, act.scene.start, act.scene.end)
    return "funder" if of_money else "party"


def _home_gives(act: Act, parties: Sequence[Party]) -> bool:
    """Whether Indonesia is the side that gives."""
    scene = act.scene
    here = [p for p in parties if scene.start <= p.start < scene.end]
    abroad = [p for p in here if p.foreign]
    asked = any(_ASKS.match(scene.text, p.end) for p in here if not p.foreign)
    if asked or any(_FROM.search(before(act, p)) or _GIVES.match(scene.text, p.end) for p in abroad):
        return False
    receives = any(_TO.search(before(act, p)) or _RECEIVES.match(scene.text, p.end) for p in abroad)
    return receives or any(_GIVES.match(scene.text, p.end) for p in here if not p.foreign)


def before(act: Act, party: Party) -> str:
    """The letters of the act's sentence right before a party."""
    return act.scene.text[max(act.scene.start, party.start - _BEFORE) : party.start]
