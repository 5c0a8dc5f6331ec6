"""A table of binding rules: what one is, and the parties that the first of them finds.

The tables are `kerjasama.extract.facts.binding.binding`'s and, for who meets,
`kerjasama.extract.facts.binding.meeting_parties`'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kerjasama.extract.facts.binding.joined import distinct
from kerjasama.extract.facts.sentences.parties import Bound, Party

Side = TypeVar("Side")
"""What the rules of a table look at: one side of an act."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Side]):
    """A way to find the parties of a side; `reach` is how far it fetches them: 0 in the act's own frame, 1 in
    its sentence, 2 by what stands for them there, 3 from memory alone.
    """

    name: str
    reach: int
    find: Callable[[Side], list[Party]]


def by_first(rules: Iterable[Rule[Side]], side: Side) -> list[Bound]:
    """The parties that the first rule finds which finds any, each once."""
    for rule in rules:
        found = rule.find(side)
        if found:
            return [Bound(party, f"binding.{rule.name}", rule.reach) for party in distinct(found)]
    return []
