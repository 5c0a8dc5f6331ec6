"""What looks like an act and is none: papers that bind no two sides, talks with reporters, praise of a tie.

Which words are triggers is `kerjasama.extract.facts.acts.act_triggers`' subject; the word classes are in
`codebook/frames.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.frames import words
from kerjasama.extract.facts.sentences.parties import Party

# "Menandatangani buku tamu", "surat keputusan (SK) yang ditandatangani": within a few words of the signing.
_NO_PAPER = rf"(?:\w+\s+){{0,2}}{words('no_papers')}\b"
_SIGNS_NONE = re.compile(rf"\s+{_NO_PAPER}", re.I)
_SIGNED_NONE = re.compile(
    rf"\b{words('no_papers')}\b(?:\s+\(\w+\))?(?:\s+[\w-]+){{0,4}}\s+(?:yang\s+)?(?:\w+\s+){{0,2}}\Z", re.I
)
_SIGNING = ("agreement.signing",)
# "Ingin mengurangi impor": less of it is no trade, but lower duties are.
_LESS = re.compile(rf"\b{words('reduces')}\s+(?:[\w-]+\s+){{0,2}}\Z", re.I)
_TRADED = ("trade.flow", "trade.act")
_DUTIES = tuple(load("frames")["duties"])
# "Mencerminkan kuatnya kerja sama": what a thing shows, or is said to be, is nobody's act.
_SHOWS = re.compile(rf"\b{words('shows')}\s+(?:[\w-]+\s+){{0,8}}\Z", re.I)
_IS_PRAISED = re.compile(rf"(?:\s+(?:{words('fields')}|{words('in_a_tie')})){{0,10}}\s+{words('praised')}\b")
# Farther behind the verb somebody else stands than the one met.
_OBJECT = 60
_WITH = re.compile(r"\s+(?:langsung\s+)?(?:dengan|bersama)\b")
_FURTHER = re.compile(rf"\b{words('further')}\b")


def tells_none(text: str, start: int, hit: Hit) -> bool:
    """Whether a trigger, in the sentence that begins at `start`, has an object that makes no act of it."""
    if hit.code in _SIGNING:
        return bool(_SIGNS_NONE.match(text, hit.end)) or bool(
            hit.phrase.startswith("di") and _SIGNED_NONE.search(text, max(start, hit.start - 90), hit.start)
        )
    if hit.code.startswith("dialogue."):
        since = hit.end - len(" dengan") if hit.phrase.endswith(" dengan") else hit.end
        return bool(_with_press().match(text, since))
    if hit.code in _TRADED and not hit.phrase.startswith(_DUTIES):
        return bool(_LESS.search(text, max(start, hit.start - 40), hit.start))
    return False


@lru_cache(maxsize=1)
def _with_press() -> re.Pattern[str]:
    """ "Berbincang dengan detikcom", "diskusi bersama awak media": talks with those who report them."""
    outlets = "|".join(load("press")["outlets"])
    return re.compile(
        rf"(?:\s+[\w-]+){{0,2}}\s*(?:dengan|bersama|kepada)\s*(?:{words('of_press')}\s+)*"
        rf"(?:{words('press')}\b|(?:{outlets})\b|\w+\.com\b)"
    )


def praised(text: str, start: int, hit: Hit) -> bool:
    """Whether a tie is only what something shows, or what is called important: "kehadiran itu mencerminkan
    eratnya kerja sama", "kerja sama ini menjadi momentum".
    """
    return bool(_SHOWS.search(text, max(start, hit.start - 120), hit.start)) or bool(
        _IS_PRAISED.match(text, hit.end)
    )


def same_side_met(text: str, trigger: Hit, parties: Sequence[Party], bound: Sequence[Party]) -> bool:
    """ "Meutya berkoordinasi dengan Airlangga mengenai kesepakatan Amerika Serikat": whether the other side
    than that of whom one meets stands only farther on, in what is spoken of.
    """
    if not trigger.phrase.endswith("dengan") and not _WITH.match(text, trigger.end):
        return False
    met = next((party for party in parties if party.start >= trigger.end), None)
    if met is None or met.start - trigger.end > _OBJECT:
        return False
    others = [party for party in bound if party.foreign != met.foreign]
    return bool(others) and all(
        party.start > met.end and _FURTHER.search(text, met.end, party.start) for party in others
    )
