"""Decides what the domain knows of single rows: sides, dates, spans, quotations. One function a check of
rules.yaml.

Every function gives a Boolean a row, True where the row keeps the rule or the rule does not apply to it.
Sums and comparisons over a whole table are `table_checks.py`'s.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from expectations.frames import Frames
from expectations.rules import Rule, declared

Check = Callable[[Frames, Rule], list[bool]]
_ISO_COUNTRY = re.compile(r"^[A-Z]{2}$")
_LENGTH_OF_PRECISION = {"day": 10, "month": 7, "quarter": 7, "year": 4}
ELLIPSIS = "…"


def kept(rule: Rule, frames: Frames) -> list[bool]:
    """For each row of the rule's table, whether it keeps the rule.

    A row that lacks what may not be empty is told of by that rule alone: no other is asked of it.
    """
    check, complete = CHECKS[rule.params["check"]], frames.complete(rule.table)
    if all(complete):
        return check(frames, rule)
    import pyarrow as pa

    whole = frames.tables[rule.table].filter(pa.array(complete, pa.bool_()))
    answers = iter(check(Frames({**frames.tables, rule.table: whole}, frames.limits), rule))
    return [not there or next(answers) for there in complete]


def published_not_after_capture(frames: Frames, rule: Rule) -> list[bool]:
    """The publication is not later than the capture, give or take the clocks' slack."""
    slack = timedelta(hours=frames.limits["clock_slack_hours"])
    return [
        published is None or captured is None or _moment(published) <= captured + slack
        for published, captured in frames.columns(rule.table, "published_at", "captured_at")
    ]


def partners_without_indonesia(frames: Frames, rule: Rule) -> list[bool]:
    """ISO codes, sorted, each once, never ID."""
    return [
        list(codes) == sorted(set(codes)) and "ID" not in codes and all(map(_ISO_COUNTRY.match, codes))
        for codes in _lists(frames.column(rule.table, "partner_countries"))
    ]


def cooperation_has_facts(frames: Frames, rule: Rule) -> list[bool]:
    """`is_cooperation` exactly where the article has a fact."""
    if not frames.has("facts"):
        return [True] * frames.rows(rule.table)
    telling = set(frames.column("facts", "article_id"))
    return [
        told == (article in telling)
        for article, told in frames.columns(rule.table, "article_id", "is_cooperation")
    ]


def stage_fits_instrument(frames: Frames, rule: Rule) -> list[bool]:
    """`signed` only of instruments that have a document."""
    signable = set(declared()["signable"])
    return [
        stage != "signed" or instrument in signable
        for stage, instrument in frames.columns(rule.table, "stage", "instrument")
    ]


def evidence_inside_article(frames: Frames, rule: Rule) -> list[bool]:
    """One or more spans, in order, each inside the article's text."""
    lengths = frames.text_lengths

    def inside(article: str, starts: list[int], ends: list[int]) -> bool:
        if not starts or len(starts) != len(ends):
            return False
        limit = lengths.get(article)
        return all(
            0 <= start < end and (limit is None or end <= limit)
            for start, end in zip(starts, ends, strict=True)
        ) and starts == sorted(starts)

    return [
        inside(article, list(starts or ()), list(ends or ()))
        for article, starts, ends in frames.columns(
            rule.table, "article_id", "evidence_starts", "evidence_ends"
        )
    ]


def evidence_is_verbatim(frames: Frames, rule: Rule) -> list[bool]:
    """The printed evidence is the first evidence sentence, cut."""
    return [
        not starts or not ends or _is_cut_of(quote, frames.texts.get(article), starts[0], ends[0])
        for article, starts, ends, quote in frames.columns(
            rule.table, "article_id", "evidence_starts", "evidence_ends", "evidence_quote"
        )
    ]


def event_not_after_capture(frames: Frames, rule: Rule) -> list[bool]:
    """What has begun is not dated after the capture of the article that tells it."""
    begun, captured = set(declared()["begun"]), frames.lookup("articles", "captured_at")
    slack = timedelta(hours=frames.limits["clock_slack_hours"])
    return [
        date is None
        or stage not in begun
        or captured.get(article) is None
        or (first_day(date) or captured[article]) <= captured[article] + slack
        for article, date, stage in frames.columns(rule.table, "article_id", "event_date", "stage")
    ]


def date_agrees_with_precision(frames: Frames, rule: Rule) -> list[bool]:
    """A date is as long as its precision says and has a basis; no date, no precision and no basis."""

    def agrees(date: str | None, precision: str, basis: str) -> bool:
        if date is None:
            return precision == "none" and basis == "none"
        return (
            len(date) == _LENGTH_OF_PRECISION.get(precision)
            and ("Q" in date) == (precision == "quarter")
            and basis != "none"
            and first_day(date) is not None
        )

    return [agrees(*row) for row in frames.columns(rule.table, "event_date", "date_precision", "date_basis")]


def both_sides_present(frames: Frames, rule: Rule) -> list[bool]:
    """Somebody stands on the Indonesian side and somebody on another."""
    if not frames.has("participants"):
        return [True] * frames.rows(rule.table)
    sides = frames.sides
    return [
        "ID" in sides.get(fact, ()) and len(sides[fact]) > 1 for fact in frames.column(rule.table, "fact_id")
    ]


def partners_agree_with_sides(frames: Frames, rule: Rule) -> list[bool]:
    """The partner countries are the foreign sides of the participants."""
    if not frames.has("participants"):
        return [True] * frames.rows(rule.table)
    return [
        set(codes or ()) == frames.sides.get(fact, set()) - {"ID", "INT"}
        for fact, codes in frames.columns(rule.table, "fact_id", "partner_countries")
    ]


def sectors_named_or_general(frames: Frames, rule: Rule) -> list[bool]:
    """One or more sectors, each once, and `general` only alone."""
    return [
        bool(codes) and len(set(codes)) == len(codes) and ("general" not in codes or len(codes) == 1)
        for codes in _lists(frames.column(rule.table, "sectors"))
    ]


def object_is_short(frames: Frames, rule: Rule) -> list[bool]:
    """At most as many words as the codebook allows."""
    return _at_most_words(frames.column(rule.table, "object"), frames.limits["object_words"])


def indicator_is_short(frames: Frames, rule: Rule) -> list[bool]:
    """At most as many words as the codebook allows."""
    return _at_most_words(frames.column(rule.table, "indicator"), frames.limits["indicator_words"])


def span_inside_article(frames: Frames, rule: Rule) -> list[bool]:
    """`[start, end)` is not empty and lies inside the article's text."""
    lengths = frames.text_lengths
    return [
        (start is None and end is None)
        or (start is not None and end is not None and 0 <= start < end <= lengths.get(article, end))
        for article, start, end in frames.columns(rule.table, "article_id", "start", "end")
    ]


def raw_is_verbatim(frames: Frames, rule: Rule) -> list[bool]:
    """`raw` stands at its offsets."""
    return _verbatim(frames, rule.table, "raw")


def excerpt_is_verbatim(frames: Frames, rule: Rule) -> list[bool]:
    """`excerpt` stands at its offsets, cut."""
    return _verbatim(frames, rule.table, "excerpt")


def text_is_verbatim(frames: Frames, rule: Rule) -> list[bool]:
    """`text` stands at its offsets."""
    return _verbatim(frames, rule.table, "text")


def hash_is_of_the_words(frames: Frames, rule: Rule) -> list[bool]:
    """`words_sha256` is the hash of the whole span, not of the cut excerpt."""
    return [
        article not in frames.texts
        or hashlib.sha256(frames.texts[article][start:end].encode()).hexdigest() == digest
        for article, start, end, digest in frames.columns(
            rule.table, "article_id", "start", "end", "words_sha256"
        )
    ]


def share_within_hundred(frames: Frames, rule: Rule) -> list[bool]:
    """A share in percent lies between 0 and 100."""
    return [
        kind != "share"
        or unit != "percent"
        or all(number is None or 0 <= number <= 100 for number in (value, top))
        for kind, unit, value, top in frames.columns(rule.table, "kind", "unit", "value", "value_max")
    ]


def range_ascends(frames: Frames, rule: Rule) -> list[bool]:
    """`value_max` is not below `value`."""
    return [
        top is None or value is None or value <= top
        for value, top in frames.columns(rule.table, "value", "value_max")
    ]


def direction_only_of_change(frames: Frames, rule: Rule) -> list[bool]:
    """Only a change has a direction."""
    return [
        direction is None or kind == "change"
        for direction, kind in frames.columns(rule.table, "direction", "kind")
    ]


def not_its_own_parent(frames: Frames, rule: Rule) -> list[bool]:
    """An actor is not its own parent."""
    return [actor != parent for actor, parent in frames.columns(rule.table, "actor_id", "parent_actor_id")]


def seen_in_order(frames: Frames, rule: Rule) -> list[bool]:
    """Last seen not before first seen."""
    return [
        first is None or last is None or first <= last
        for first, last in frames.columns(rule.table, "first_seen", "last_seen")
    ]


def tellings_not_above_articles(frames: Frames, rule: Rule) -> list[bool]:
    """stories ≤ articles ≤ facts."""
    return [
        stories <= articles <= facts
        for stories, articles, facts in frames.columns(rule.table, "stories", "articles", "facts")
    ]


def basis_agrees_with_date(frames: Frames, rule: Rule) -> list[bool]:
    """A date has a basis other than none, and only a date."""
    return [
        (date is None) == (basis == "none")
        for date, basis in frames.columns(rule.table, "date", "date_basis")
    ]


def tried_is_the_sum(frames: Frames, rule: Rule) -> list[bool]:
    """tried = fetched + unchanged + refused + failed."""
    return [
        tried == sum(parts)
        for tried, *parts in frames.columns(rule.table, "tried", "fetched", "unchanged", "refused", "failed")
    ]


def fetched_is_the_sum(frames: Frames, rule: Rule) -> list[bool]:
    """fetched = articles + rejected."""
    return [
        fetched == articles + rejected
        for fetched, articles, rejected in frames.columns(rule.table, "fetched", "articles", "rejected")
    ]


def relevant_within_articles(frames: Frames, rule: Rule) -> list[bool]:
    """relevant ≤ articles."""
    return [relevant <= articles for relevant, articles in frames.columns(rule.table, "relevant", "articles")]


def outlet_gave_something(frames: Frames, rule: Rule) -> list[bool]:
    """Not every address tried failed or was refused."""
    return [
        tried == 0 or fetched + unchanged > 0
        for tried, fetched, unchanged in frames.columns(rule.table, "tried", "fetched", "unchanged")
    ]


def fetched_has_record(frames: Frames, rule: Rule) -> list[bool]:
    """A fetched capture names its archive record."""
    return [
        status != "fetched" or record is not None
        for status, record in frames.columns(rule.table, "status", "archive_record")
    ]


def failure_has_reason(frames: Frames, rule: Rule) -> list[bool]:
    """A refused or failed capture says why."""
    return [
        status not in ("refused", "failed") or bool(reason)
        for status, reason in frames.columns(rule.table, "status", "reason")
    ]


def article_has_identifier(frames: Frames, rule: Rule) -> list[bool]:
    """An input whose outcome is an article names the article."""
    return [
        outcome != "article" or article is not None
        for outcome, article in frames.columns(rule.table, "outcome", "article_id")
    ]


def first_day(date: str) -> datetime | None:
    """The first day of an ISO 8601 date of reduced precision (`2016`, `2016-07`, `2016-Q3`); None where it
    is no date."""
    year, _, rest = date.partition("-")
    month = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}.get(rest, rest[:2] or "01")
    try:
        return datetime(int(year), int(month), int(rest[3:] or "1") if "Q" not in rest else 1, tzinfo=UTC)
    except ValueError:
        return None


def _moment(published: str) -> datetime:
    """A publication time as a moment; a bare date is its first second, UTC. A misformed one sorts first."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _lists(column: Iterable[list[str] | None]) -> Iterable[list[str]]:
    return (list(value or ()) for value in column)


def _at_most_words(column: Iterable[str | None], limit: float) -> list[bool]:
    return [value is None or len(value.split()) <= limit for value in column]


def _verbatim(frames: Frames, table: str, name: str) -> list[bool]:
    return [
        _is_cut_of(words, frames.texts.get(article), start, end)
        for article, start, end, words in frames.columns(table, "article_id", "start", "end", name)
    ]


def _is_cut_of(words: str | None, text: str | None, start: int, end: int) -> bool:
    """Whether `words` are `text[start:end]`, or its beginning where it had to be cut (an ellipsis may say
    so)."""
    if text is None or words is None:
        return True
    whole = text[start:end]
    if words == whole:
        return True
    shown = words.removesuffix(ELLIPSIS)
    return (
        bool(shown.strip())
        and len(whole) > len(words) - 1
        and whole.startswith(shown.rstrip())
        and _is_full(words)
    )


def _is_full(words: str) -> bool:
    """Whether a quotation is as long as a cut one must be, give or take the last word: short ones are never
    cut."""
    from kerjasama.schema import MAX_QUOTATION

    return len(words) > MAX_QUOTATION - 60


CHECKS: dict[str, Check] = {
    function.__name__: function
    for function in (
        published_not_after_capture,
        partners_without_indonesia,
        cooperation_has_facts,
        stage_fits_instrument,
        evidence_inside_article,
        evidence_is_verbatim,
        event_not_after_capture,
        date_agrees_with_precision,
        both_sides_present,
        partners_agree_with_sides,
        sectors_named_or_general,
        object_is_short,
        indicator_is_short,
        span_inside_article,
        raw_is_verbatim,
        excerpt_is_verbatim,
        text_is_verbatim,
        hash_is_of_the_words,
        share_within_hundred,
        range_ascends,
        direction_only_of_change,
        not_its_own_parent,
        seen_in_order,
        tellings_not_above_articles,
        basis_agrees_with_date,
        tried_is_the_sum,
        fetched_is_the_sum,
        relevant_within_articles,
        outlet_gave_something,
        fetched_has_record,
        failure_has_reason,
        article_has_identifier,
    )
}
