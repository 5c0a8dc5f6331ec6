"""Decides of single rows whether they agree with the rows of other tables that hang on them.

Their answers change when rows of those tables are set aside; rules.yaml tells which (`looks_at`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from expectations.answers import Answers, answers, every
from expectations.frames import Frames
from expectations.rules import Rule
from kerjasama.records import HOME, OUTSIDE

if TYPE_CHECKING:
    import pyarrow


def cooperation_has_facts(frames: Frames, rule: Rule) -> Answers:
    """`is_cooperation` exactly where the article has a fact."""
    import pyarrow.compute as pc

    if not frames.has("facts"):
        return every(frames.rows(rule.table))
    articles, told = frames.arrays(rule.table, "article_id", "is_cooperation")
    return answers(pc.equal(told, pc.is_in(articles, value_set=frames.array("facts", "article_id"))))


def both_sides_present(frames: Frames, rule: Rule) -> Answers:
    """Somebody stands on the Indonesian side and somebody on another."""
    import pyarrow.compute as pc

    if not frames.has("participants"):
        return every(frames.rows(rule.table))
    facts = frames.array(rule.table, "fact_id")
    owners, sides = frames.arrays("participants", "fact_id", "side")
    ours = pc.fill_null(pc.equal(sides, HOME), False)
    here, there = owners.filter(ours), owners.filter(pc.invert(ours))
    return answers(pc.and_(pc.is_in(facts, value_set=here), pc.is_in(facts, value_set=there)))


def partners_agree_with_sides(frames: Frames, rule: Rule) -> Answers:
    """The partner countries are the foreign sides of the participants."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not frames.has("participants"):
        return every(frames.rows(rule.table))
    facts, codes = frames.arrays(rule.table, "fact_id", "partner_countries")
    owners, sides = frames.arrays("participants", "fact_id", "side")
    foreign = pc.invert(pc.is_in(sides, value_set=pa.array([HOME, OUTSIDE, None])))
    told = pc.list_parent_indices(codes).to_numpy()
    # Pairs of a fact's place and a country as one text, so that two sets of pairs can be compared.
    place = pc.index_in(owners.filter(foreign), value_set=facts)
    seen, named = _pairs(place, sides.filter(foreign)), _pairs(pa.array(told), pc.list_flatten(codes))
    good = every(len(facts))
    good[told[~answers(pc.is_in(named, value_set=seen))]] = False
    missing = place.filter(pc.invert(pc.is_in(seen, value_set=named))).drop_null()
    good[missing.to_numpy().astype(np.int64)] = False
    return good


def _pairs(places: pyarrow.Array, countries: pyarrow.Array) -> pyarrow.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.binary_join_element_wise(
        places.cast(pa.string()), countries, "|", null_handling="replace", null_replacement=""
    )


CHECKS = (cooperation_has_facts, both_sides_present, partners_agree_with_sides)
