"""What looks like an act and is none: papers that bind no two sides, talks with reporters, praise of a tie.

Which words are triggers is `kerjasama.extract.facts.acts.act_triggers`' subject; the word classes are in
`codebook/frames.yaml`, what stands beside a trigger and makes no act of it in `codebook/no_acts.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives
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
# How far before a trigger the words stand that make no act of it.
_BEFORE = 100


# "Menteri Koordinator Bidang Kemaritiman dan Investasi": capitals that go on an office's or a body's name.
_IN_A_NAME = re.compile(
    rf"\b{words('offices_and_bodies')}\s+(?:[A-Z][\w-]+,?\s+|(?:dan|serta|&)\s+){{0,8}}\Z"
)
_IN_NAMES = frozenset(load("frames")["in_names"])
# "Meluncurkan Russia-Indonesia Investment Platform": what is launched goes by a name; but "peluncuran
# perundingan Indonesia-Peru CEPA" is of the treaty.
_LAUNCHED = re.compile(rf"\b{words('launches')}\s+(?:[a-z]+\s+)?(?:[A-Z][\w-]+\s+)+\Z")


class _Row(NamedTuple):
    """A row of `no_acts.yaml`: of which triggers, and the words in them, before and behind them."""

    of: tuple[str, ...]
    says: re.Pattern[str]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    def holds(self, text: str, start: int, hit: Hit) -> bool:
        """Whether the words of a trigger and those beside it make no act of it."""
        if not self.says.search(text[hit.start : hit.end]):
            return False
        if self.before is None and self.behind is None:
            return True
        before = self.before and self.before.search(text, max(start, hit.start - _BEFORE), hit.start)
        return bool(before or (self.behind and self.behind.match(text, hit.end)))


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    """The rows of `no_acts.yaml`."""

    def pattern(row: dict[str, str], part: str) -> re.Pattern[str] | None:
        return re.compile(row[part], re.I) if part in row else None

    return tuple(
        _Row(
            tuple(row["of"]),
            re.compile(row.get("says", ""), re.I),
            pattern(row, "before"),
            pattern(row, "behind"),
        )
        for row in load("no_acts")["rows"]
    )


@lru_cache(maxsize=256)
def _rows_of(code: str) -> tuple[_Row, ...]:
    """The rows that hold for one trigger."""
    return tuple(row for row in _rows() if code.startswith(row.of))


def tells_none(text: str, start: int, hit: Hit) -> bool:
    """Whether a trigger, in the sentence that begins at `start`, has beside it what makes no act of it."""
    if any(row.holds(text, start, hit) for row in _rows_of(hit.code)):
        return True
    launched = text[hit.start].isupper() and not hit.code.startswith("agreement.")
    if launched and _LAUNCHED.search(text, max(start, hit.start - _BEFORE), hit.start):
        return True
    if hit.phrase in _IN_NAMES and text[hit.start].isupper():
        return bool(_IN_A_NAME.search(text, max(start, hit.start - _BEFORE), hit.start))
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
    outlets = alternatives("press", "outlets")
    return re.compile(
        rf"(?:\s+[\w-]+){{0,2}}\s*(?:dengan|bersama|kepada)\s*(?:{words('of_press')}\s+)*"
        rf"(?:{words('press')}\b|{outlets}\b|\w+\.com\b)"
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
