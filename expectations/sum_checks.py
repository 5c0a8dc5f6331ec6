"""Decides of single rows of the bookkeeping (coverage, captures, inputs) whether they add up."""

from __future__ import annotations

from expectations.answers import Answers, answers
from expectations.frames import Frames
from expectations.rules import Rule


def tried_is_the_sum(frames: Frames, rule: Rule) -> Answers:
    """tried = fetched + unchanged + refused + failed."""
    import pyarrow.compute as pc

    tried, fetched, unchanged, refused, failed = frames.arrays(
        rule.table, "tried", "fetched", "unchanged", "refused", "failed"
    )
    return answers(pc.equal(tried, pc.add(pc.add(fetched, unchanged), pc.add(refused, failed))))


def fetched_is_the_sum(frames: Frames, rule: Rule) -> Answers:
    """fetched = articles + rejected."""
    import pyarrow.compute as pc

    fetched, articles, rejected = frames.arrays(rule.table, "fetched", "articles", "rejected")
    return answers(pc.equal(fetched, pc.add(articles, rejected)))


def relevant_within_articles(frames: Frames, rule: Rule) -> Answers:
    """relevant ≤ articles."""
    import pyarrow.compute as pc

    return answers(pc.less_equal(*frames.arrays(rule.table, "relevant", "articles")))


def outlet_gave_something(frames: Frames, rule: Rule) -> Answers:
    """Not every address tried failed or was refused."""
    import pyarrow.compute as pc

    tried, fetched, unchanged = frames.arrays(rule.table, "tried", "fetched", "unchanged")
    return answers(pc.or_(pc.equal(tried, 0), pc.greater(pc.add(fetched, unchanged), 0)))


def fetched_has_record(frames: Frames, rule: Rule) -> Answers:
    """A fetched capture names its archive record."""
    import pyarrow.compute as pc

    statuses, records = frames.arrays(rule.table, "status", "archive_record")
    return answers(pc.or_(pc.not_equal(statuses, "fetched"), pc.is_valid(records)))


def failure_has_reason(frames: Frames, rule: Rule) -> Answers:
    """A refused or failed capture says why."""
    import pyarrow as pa
    import pyarrow.compute as pc

    statuses, reasons = frames.arrays(rule.table, "status", "reason")
    failed = pc.is_in(statuses, value_set=pa.array(["refused", "failed"]))
    told = pc.fill_null(pc.not_equal(reasons, ""), False)
    return answers(pc.or_(pc.invert(failed), told))


def article_has_identifier(frames: Frames, rule: Rule) -> Answers:
    """An input whose outcome is an article names the article."""
    import pyarrow.compute as pc

    outcomes, articles = frames.arrays(rule.table, "outcome", "article_id")
    return answers(pc.or_(pc.not_equal(outcomes, "article"), pc.is_valid(articles)))


CHECKS = (
    tried_is_the_sum,
    fetched_is_the_sum,
    relevant_within_articles,
    outlet_gave_something,
    fetched_has_record,
    failure_has_reason,
    article_has_identifier,
)
