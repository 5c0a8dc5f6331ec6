"""How sure the program is that a fact's instrument, stage and parties are all right.

A logistic model over the fact's properties, fitted by `bench/fit_confidence.py`: its weights on the
annotated articles on which the rules were mended, where it is surer than it may be on others; therefore its
log odds are set to scale on articles of our own that nobody has read. Whether a fact is told at all is
`kerjasama.extract.facts.judging.acceptance`'s subject.
"""

from __future__ import annotations

from pathlib import Path

from kerjasama.extract.facts.judging.merge import Bundle
from kerjasama.extract.facts.slots.properties import properties
from kerjasama.text.logistic import log_odds, probability, read_model

FILE = Path(__file__).with_name("confidence.json")


def confidence(bundle: Bundle) -> float:
    """The calibrated probability, two decimals: more would say more than was measured."""
    model = read_model(FILE)
    odds = log_odds(model["weights"], fact_properties(bundle))
    return round(probability(model["scale"]["times"] * odds + model["scale"]["plus"]), 2)


def fact_properties(bundle: Bundle) -> dict[str, float]:
    """The properties of the leading candidate, and how often and by which rule the fact is told."""
    lead = bundle.lead
    found = properties(lead)
    found["told_again"] = min(len(bundle.members) - 1, 3) / 3
    found[f"rule={bundle.rules[bundle.members.index(lead)].removeprefix('acceptance.')}"] = 1.0
    return found
