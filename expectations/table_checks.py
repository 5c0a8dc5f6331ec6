"""Decides what must hold of a table as a whole: its types, that it has rows, its sums, its continuity.

Every function gives a Measure: what was observed and what it must equal or reach. Single rows are
`row_checks.py`'s and `column_checks.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from expectations import yields
from expectations.frames import PREVIOUS, Frames
from expectations.rules import Rule
from kerjasama.schema import arrow_schema


@dataclass(frozen=True, slots=True)
class Measure:
    """What a rule about a whole table saw. `faults` is 0 where the rule holds; `observed` says it in
    words."""

    faults: int
    observed: str


def measure(rule: Rule, frames: Frames) -> Measure:
    """The measure of a rule about a whole table."""
    return {"types": _types, "not_empty": _not_empty}.get(rule.kind, _by_check)(rule, frames)


def _by_check(rule: Rule, frames: Frames) -> Measure:
    return CHECKS[rule.params["check"]](rule, frames)


def _types(rule: Rule, frames: Frames) -> Measure:
    """Names and types are the declared ones, in their order; private columns may be left out."""
    actual = [(field.name, str(field.type)) for field in frames.tables[rule.table].schema]
    full, public = (
        [(field.name, str(field.type)) for field in arrow_schema(rule.table, public=public)]
        for public in (False, True)
    )
    if actual in (full, public):
        return Measure(0, f"{len(actual)} columns as declared")
    missing = sorted(set(full) - set(actual))
    strange = sorted(set(actual) - set(full))
    told = "; ".join(
        f"{label}: {', '.join(f'{name} {type_}' for name, type_ in pairs)}"
        for label, pairs in (("declared and not there", missing), ("there and not declared", strange))
        if pairs
    )
    return Measure(max(1, len(missing) + len(strange)), told or "columns in another order than declared")


def _not_empty(rule: Rule, frames: Frames) -> Measure:
    rows = frames.rows(rule.table)
    return Measure(int(rows == 0), f"{rows} rows")


def extracted_is_accounted(rule: Rule, frames: Frames) -> Measure:
    """Rows read off the pages = rows published + rows in quarantine."""
    against = rule.params["against"]
    if not frames.has(against):
        return Measure(0, f"not applicable: {against} is not at hand")
    extracted, published = frames.rows(against), frames.rows(rule.table)
    held = len(_quarantined(frames, rule.table))
    return Measure(
        abs(extracted - published - held),
        f"extracted {extracted} = published {published} + quarantined {held}"
        if extracted == published + held
        else f"extracted {extracted}, but published {published} + quarantined {held} = {published + held}",
    )


def captured_is_accounted(rule: Rule, frames: Frames) -> Measure:
    """Archive records = those that became articles + those rejected; every fetched capture is among them."""
    import pyarrow as pa
    import pyarrow.compute as pc

    inputs, records = frames.rows("inputs"), frames.array("inputs", "archive_record")
    articles = pc.sum(pc.equal(frames.array("inputs", "outcome"), "article")).as_py() or 0
    said = f"inputs {inputs} = articles {articles} + rejected {inputs - articles}"
    faults = 0
    if frames.has("rejects"):
        rejects = pc.count_distinct(frames.array("rejects", "archive_record"), mode="all").as_py()
        faults += abs(inputs - articles - rejects)
        said += f"; rejects {rejects}"
    if frames.has("captures"):
        captured, statuses = frames.arrays("captures", "archive_record", "status")
        fetched = captured.filter(pc.equal(statuses, "fetched")).drop_null().unique()
        lost = len(fetched) - (pc.sum(pc.is_in(fetched, value_set=records.cast(pa.string()))).as_py() or 0)
        faults += lost
        said += f"; captures fetched {len(fetched)}, of these not among the inputs {lost}"
    return Measure(faults, said)


def coverage_agrees(rule: Rule, frames: Frames) -> Measure:
    """Coverage adds up to the captures: tried and skipped."""
    if not frames.has("captures"):
        return Measure(0, "not applicable: captures are not at hand")
    import pyarrow.compute as pc

    statuses, faults, said = frames.array("captures", "status"), 0, []
    for name in ("fetched", "unchanged", "refused", "failed", "skipped"):
        told = pc.sum(frames.array("coverage", name)).as_py() or 0
        counted = pc.sum(pc.equal(statuses, name)).as_py() or 0
        faults += abs(told - counted)
        said.append(f"{name} {told}" + ("" if told == counted else f" (captures: {counted})"))
    return Measure(faults, ", ".join(said))


def publisher_continuity(rule: Rule, frames: Frames) -> Measure:
    """No publisher lost more than the limit of the facts that it had in the previous release."""
    limits = frames.limits
    if not frames.has(PREVIOUS + "facts", PREVIOUS + "articles", "articles"):
        return Measure(0, "not applicable: no previous release")
    before = _facts_by_publisher(frames, PREVIOUS)
    now = _facts_by_publisher(frames, "")
    lost = [
        f"{publisher}: {now.get(publisher, 0)} facts, {count} before"
        for publisher, count in sorted(before.items())
        if count >= limits["minimum_facts"] and now.get(publisher, 0) < count * (1 - limits["maximum_loss"])
    ]
    told = f"{len(before)} publishers compared, none lost more than {limits['maximum_loss']:.0%}"
    return Measure(len(lost), "; ".join(lost) or told)


def no_publisher_vanished(rule: Rule, frames: Frames) -> Measure:
    """Every publisher of the previous release still has an article."""
    if not frames.has(PREVIOUS + "articles"):
        return Measure(0, "not applicable: no previous release")
    before = _publishers(frames, PREVIOUS + "articles")
    gone = sorted(before - _publishers(frames, "articles"))
    return Measure(
        len(gone), "gone: " + ", ".join(gone) if gone else f"all {len(before)} publishers still give"
    )


def publisher_yield(rule: Rule, frames: Frames) -> Measure:
    """No publisher's pages give fewer bodies or dates than they gave in the previous release."""
    compared = yields.falls(frames)
    if compared is None:
        return Measure(0, "not applicable: no previous release")
    outlets, falls = compared
    return Measure(len(falls), "; ".join(falls) or f"{outlets} publishers compared, none gives less")


def no_source_fell_silent(rule: Rule, frames: Frames) -> Measure:
    """No publisher that gave articles before has, on its last day, only failures and refusals."""
    last: dict[str, tuple[str, int, int]] = {}
    gave: set[str] = set()
    for publisher, day, tried, fetched, unchanged, articles in frames.columns(
        "coverage", "publisher", "day", "tried", "fetched", "unchanged", "articles"
    ):
        if None in (publisher, day, tried, fetched, unchanged):
            continue  # The rule that nothing may be missing tells of it.
        last[publisher] = max(last.get(publisher, ("", 0, 0)), (day, tried, fetched + unchanged))
        if articles:
            gave.add(publisher)
    silent = [
        f"{publisher}: {tried} addresses tried on {day}, none answered"
        for publisher, (day, tried, answered) in sorted(last.items())
        if publisher in gave and tried and not answered
    ]
    return Measure(len(silent), "; ".join(silent) or f"{len(last)} outlets looked at")


def _quarantined(frames: Frames, table: str) -> set[str]:
    if not frames.has("quarantine"):
        return set()
    return {key for name, key in frames.columns("quarantine", "table", "row_key") if name == table}


def _publishers(frames: Frames, articles: str) -> set[str]:
    return {name for name in frames.array(articles, "publisher").unique().to_pylist() if name}


def _facts_by_publisher(frames: Frames, prefix: str) -> dict[str, int]:
    """Facts of each outlet; `unknown` where the article or its outlet is not told."""
    import pyarrow as pa
    import pyarrow.compute as pc

    articles, publishers = frames.arrays(prefix + "articles", "article_id", "publisher")
    places = pc.index_in(frames.array(prefix + "facts", "article_id"), value_set=articles)
    named = publishers.take(places) if len(articles) else pa.nulls(len(places), pa.string())
    counts = pc.value_counts(pc.if_else(pc.equal(pc.fill_null(named, ""), ""), "unknown", named))
    return {row["values"]: row["counts"] for row in counts.to_pylist()}


CHECKS: dict[str, Callable[[Rule, Frames], Measure]] = {
    function.__name__: function
    for function in (
        extracted_is_accounted,
        captured_is_accounted,
        coverage_agrees,
        publisher_continuity,
        no_publisher_vanished,
        publisher_yield,
        no_source_fell_silent,
    )
}
