"""How to break every rule: for each, the smallest change of the small world that must be caught.

`broken(rule, tables)` gives the tables with the fault and the row in which it lies (None for rules about a
table).
"""

from collections.abc import Callable
from datetime import timedelta

import pyarrow as pa
from small_world import changed, without

from expectations.rules import Rule
from kerjasama.schema import TABLES, to_table

Tables = dict[str, pa.Table]
LONG = "kata " * 20


def with_quarantine(tables: Tables) -> Tables:
    """The tables with one row in quarantine, so that there is something to break."""
    row = {"table": "facts", "row_key": "f1", "rule": "facts.both_sides_present", "row": "{}"}
    return {**tables, "quarantine": to_table("quarantine", [row])}


def broken(rule: Rule, tables: Tables) -> tuple[Tables, int | None]:
    """The tables with exactly what the rule forbids."""
    tables = with_quarantine(tables) if rule.table == "quarantine" else tables
    if rule.kind in ("check", "measure"):
        made = CHECKS[rule.id](tables)
        return made if isinstance(made, tuple) else (made, 0)
    if rule.kind == "types":
        return {**tables, rule.table: tables[rule.table].drop_columns([rule.columns[0]])}, None
    if rule.kind == "not_empty":
        return {**tables, rule.table: tables[rule.table].slice(0, 0)}, None
    if rule.kind == "unique":
        twice = pa.concat_tables([tables[rule.table], tables[rule.table].slice(0, 1)])
        return {**tables, rule.table: twice}, 0
    column = TABLES[rule.table].column(rule.columns[0])
    value: object = {
        "not_null": None,
        "vocabulary": "nonsense",
        "length": "x" * ((column.max_length or 0) + 1),
        "pattern": "???",
        "reference": "nowhere",
        "range": (column.minimum - 1) if column.minimum is not None else (column.maximum or 0) + 1,
    }[rule.kind]
    if rule.kind == "range" and column.type == "int64":
        value = int(value)  # type: ignore[call-overload]
    listed = column.type.startswith("list<") and rule.kind != "not_null"
    return changed(tables, rule.table, 0, **{column.name: [value] if listed else value}), 0


def _row(table: str, **values: object) -> Callable[[Tables], Tables]:
    return lambda tables: changed(tables, table, 0, **values)


def _future(tables: Tables) -> Tables:
    captured = tables["articles"].column("captured_at").to_pylist()[0]
    return changed(tables, "articles", 0, published_at=(captured + timedelta(days=3)).isoformat())


def _one_sided(tables: Tables) -> tuple[Tables, int]:
    fact = tables["participants"].column("fact_id").to_pylist()[0]
    row = tables["facts"].column("fact_id").to_pylist().index(fact)
    return changed(changed(tables, "participants", 0, side="JP"), "participants", 1, side="JP"), row


def _own_parent(tables: Tables) -> Tables:
    return changed(tables, "actors", 0, parent_actor_id=tables["actors"].column("actor_id").to_pylist()[0])


def _not_cooperation(tables: Tables) -> Tables:
    return changed(tables, "articles", 0, is_cooperation=False)


def _span_outside(table: str) -> Callable[[Tables], Tables]:
    return lambda tables: changed(tables, table, 0, end=100_000)


def _previous(tables: Tables, copies: int = 1) -> Tables:
    """The same tables as the previous release, with more facts a publisher than now."""
    facts = pa.concat_tables([tables["facts"]] * copies)
    return {**tables, "previous:facts": facts, "previous:articles": tables["articles"]}


def _vanished(tables: Tables) -> tuple[Tables, None]:
    other = changed(tables, "articles", 0, publisher="suaradesa")["articles"]
    return {**_previous(tables), "previous:articles": other}, None


def _silent(tables: Tables) -> tuple[Tables, None]:
    day = {**tables["coverage"].to_pylist()[0], "day": "2024-05-21", "tried": 3, "failed": 3}
    day = {**day, "fetched": 0, "articles": 0, "rejected": 0, "relevant": 0, "facts": 0}
    return {**tables, "coverage": to_table("coverage", [*tables["coverage"].to_pylist(), day])}, None


def _empty(tables: Tables) -> tuple[Tables, None]:
    """A first release of ten articles, then ten pages of the same outlet of which nothing came."""
    before, captured = _pages(tables, range(10), "article"), _pages(tables, range(10, 20), "no_body")
    inputs, articles = before
    more, _ = captured
    of = [{**tables["rejects"].to_pylist()[0], "archive_record": row["archive_record"]} for row in more]
    return {
        **tables,
        "previous:inputs": to_table("inputs", inputs),
        "previous:articles": to_table("articles", articles),
        "articles": to_table("articles", articles),
        "inputs": to_table("inputs", [*inputs, *more]),
        "rejects": to_table("rejects", of),
    }, None


def _pages(tables: Tables, numbers: range, outcome: str) -> tuple[list[dict], list[dict]]:
    """Rows of `inputs` and of `articles` for as many pages of the first article's outlet."""
    first, article = tables["inputs"].to_pylist()[0], tables["articles"].to_pylist()[0]
    inputs, articles = [], []
    for number in numbers:
        record, name = f"urn:uuid:{number}", f"a{number}" if outcome == "article" else None
        inputs.append({**first, "archive_record": record, "outcome": outcome, "article_id": name})
        articles.append({**article, "archive_record": record, "article_id": name})
    return inputs, articles if outcome == "article" else []


def _dropped(table: str) -> Callable[[Tables], tuple[Tables, None]]:
    return lambda tables: (without(tables, table, 0), None)


CHECKS: dict[str, Callable[[Tables], Tables | tuple[Tables, int | None]]] = {
    "articles.published_not_after_capture": _future,
    "articles.partners_without_indonesia": _row("articles", partner_countries=["ID", "JP"]),
    "articles.cooperation_has_facts": _not_cooperation,
    "articles.extracted_is_published_and_quarantined": _dropped("articles"),
    "articles.no_publisher_vanished": _vanished,
    "facts.stage_fits_instrument": _row("facts", stage="signed", instrument="dialogue"),
    "facts.evidence_inside_article": _row("facts", evidence_starts=[0], evidence_ends=[100_000]),
    "facts.evidence_is_verbatim": _row("facts", evidence_quote="Kalimat yang tidak pernah ditulis."),
    "facts.event_not_after_capture": _row("facts", stage="completed", event_date="2031-01-02"),
    "facts.date_agrees_with_precision": _row("facts", event_date="2024-03", date_precision="day"),
    "facts.both_sides_present": _one_sided,
    "facts.partners_without_indonesia": _row("facts", partner_countries=["KR", "JP"]),
    "facts.partners_agree_with_sides": _row("facts", partner_countries=["AU"]),
    "facts.sectors_named_or_general": _row("facts", sectors=["general", "msme"]),
    "facts.object_is_short": _row("facts", object=LONG),
    "facts.extracted_is_published_and_quarantined": _dropped("facts"),
    "facts.no_publisher_lost_facts": lambda tables: (_previous(tables, 3), None),
    "participants.span_inside_article": _span_outside("participants"),
    "participants.extracted_is_published_and_quarantined": _dropped("participants"),
    "figures.span_inside_article": _span_outside("figures"),
    "figures.raw_is_verbatim": _row("figures", raw="99 persen"),
    "figures.share_within_hundred": _row("figures", kind="share", value=140.0),
    "figures.range_ascends": _row("figures", value=5.0, value_max=3.0),
    "figures.direction_only_of_change": _row("figures", kind="level", direction="up"),
    "figures.indicator_is_short": _row("figures", indicator=LONG),
    "figures.extracted_is_published_and_quarantined": _dropped("figures"),
    "statements.span_inside_article": _span_outside("statements"),
    "statements.excerpt_is_verbatim": _row("statements", excerpt="Kami tidak pernah berkata begitu"),
    "statements.hash_is_of_the_words": _row("statements", words_sha256="0" * 64),
    "statements.extracted_is_published_and_quarantined": _dropped("statements"),
    "mentions.span_inside_article": _span_outside("mentions"),
    "mentions.text_is_verbatim": _row("mentions", text="Nama Lain"),
    "actors.not_its_own_parent": _own_parent,
    "initiatives.seen_in_order": _row("initiatives", first_seen="2025-01-01", last_seen="2024-01-01"),
    "initiatives.tellings_not_above_articles": _row("initiatives", stories=9),
    "initiatives.sectors_named_or_general": _row("initiatives", sectors=[]),
    "initiative_stages.basis_agrees_with_date": _row("initiative_stages", date=None),
    "coverage.tried_is_the_sum": _row("coverage", tried=99),
    "coverage.fetched_is_the_sum": _row("coverage", rejected=99),
    "coverage.relevant_within_articles": _row("coverage", relevant=99),
    "coverage.outlet_gave_something": _row("coverage", fetched=0, unchanged=0, failed=3),
    "coverage.counts_agree_with_tables": lambda tables: (changed(tables, "coverage", 0, refused=7), None),
    "coverage.no_source_fell_silent": _silent,
    "inputs.no_publisher_yields_less": _empty,
    "captures.fetched_has_record": _row("captures", archive_record=None),
    "captures.failure_has_reason": _row("captures", status="failed", reason=None),
    "inputs.article_has_identifier": _row("inputs", outcome="article", article_id=None),
    "inputs.captured_is_parsed_and_rejected": _dropped("rejects"),
}
