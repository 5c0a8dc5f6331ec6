"""Words of a target, an estimate or the present that say nothing of the number behind them.

"kaya akan protein, 35 persen", "sesuai target, 5 persen", "potensi pasar yang menyerap 40 persen": a table of
which cue, what stands before it, and what between it and the number. Words are in `figures.yaml`.
"""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from kerjasama.codebook.alternatives import any_of
from kerjasama.extract.registry import word_set

_any = partial(any_of, "figures")


class _Overruled(NamedTuple):
    """Cues that say nothing where `before` ends at them and `between` begins behind them."""

    cues: frozenset[str]
    before: re.Pattern[str] = re.compile("")
    between: re.Pattern[str] = re.compile("")


_AIMS = _any("aim_nouns")
_TABLE = (
    _Overruled(
        frozenset(("akan",)),
        before=re.compile(rf"\b{_any('akan_of')}\s$"),
        between=re.compile(r"\s(?!(?:me|ber|di|ter)[a-z]{3,})"),
    ),
    _Overruled(
        word_set("figures", "aim_nouns"),
        between=re.compile(rf",\s(?!(?:yakni|yaitu|{_any('reaches_past')})\b)"),
    ),
    _Overruled(
        frozenset(("kebijakan",)),
        between=re.compile(rf"(?!.*\b(?:yakni|yaitu|{_any('reaches_past')})\b)(?:\s\S+){{5}}"),
    ),
    _Overruled(frozenset(("kebutuhan",)), before=re.compile(rf"\b{_any('for_needs')}\s$")),
    _Overruled(frozenset(("dihitung",)), before=re.compile(rf"\b{_any('estimate_conditions')}\s$")),
    _Overruled(
        word_set("figures", "chances"),
        between=re.compile(
            rf"[^.;]*[a-z]\syang\s(?:(?!{_any('reaches_past')}\b)[a-z-]+\s){{1,3}}$|[^.;]*,\sdengan\s"
        ),
    ),
    _Overruled(
        frozenset(("sebelumnya", "saat ini", "kini", "sekarang")),
        before=re.compile(rf"\b{_any('aims')}(?:nya)?\s(?:[a-z]+\s){{0,2}}$"),
    ),
)
# So far before a cue the words are looked for that overrule it.
_REACH = 48


def says_nothing(lower: str, cue: re.Match[str], begin: int, number: int) -> bool:
    """Whether a cue in the words from `begin` to a number at `number` is none of that number's."""
    word = cue["cue"]
    return any(
        word in rule.cues
        and rule.before.search(lower, max(begin, cue.start() - _REACH), cue.start())
        and rule.between.match(lower, cue.end(), number)
        for rule in _TABLE
    )
