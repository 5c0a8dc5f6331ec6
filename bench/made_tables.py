"""Made-up tables of any size in which every rule of the data holds, but for a share of rows that are spoilt.

For measuring releases and expectations; what is measured, and how, is `bench.release`'s. Every article has a
text of one build, so that offsets, quotations and sums are those of real tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kerjasama.schema import PUBLISHED, TABLES, arrow_schema

CAPTURED = datetime(2024, 5, 20, 3, tzinfo=UTC)
FACTS_AN_ARTICLE = 4
SPOILT_EVERY = 1000
"""One fact, figure and mention in so many breaks a rule, and goes to quarantine with what hangs on it."""

CHANGED_EVERY, GONE_EVERY = 100, 1000
CHANGING = {
    "articles": "title",
    "facts": "stage",
    "participants": "name",
    "figures": "value",
    "statements": "verb",
    "actors": "name",
    "mentions": "text",
    "initiatives": "name",
    "initiative_stages": "date",
}
"""Tables of which rows change from a release to its successor, and the column that then says otherwise."""

_DIGITS = 9
_NUMBER = "0" * _DIGITS
INSTRUMENTS = ("agreement", "finance", "investment", "trade")
_OURS, _THEIRS = "Koperasi Rotan Trusmi", "Osaka Craft Guild"
_FACTS = [
    f"{_OURS} dan {_THEIRS} meneken naskah {place} nomor {_NUMBER} tentang kerajinan rotan dan kemasan desa."
    for place in ("Cirebon", "Bandung", "Cilacap", "Gresik")
]
_QUOTE = "Kami ingin mutu produk desa setara dengan produk kota"
_FIGURES = ("18,5 persen", "120 hektare")
_REST = (
    f'"{_QUOTE}," kata Sari Wulandari, ketua koperasi itu.',
    f"Penjualan koperasi naik {_FIGURES[0]} pada tahun lalu.",
    f"Kebun rotan yang ditanam anggota kini seluas {_FIGURES[1]}.",
    "Para perajin berkumpul di balai desa untuk mendengarkan penjelasan tentang naskah itu. " * 8,
)
TEXT = "\n\n".join((*_FACTS, *_REST))
"""The text of every article; the zeros of `nomor 000000000` become the article's number."""

Column = Any
Maker = Callable[[np.ndarray], Column]


def tables(facts: int, *, spoilt: bool = True) -> dict[str, pa.Table]:
    """All published tables and those that the expectations look at beside them, for so many facts."""
    articles = max(1, facts // FACTS_AN_ARTICLE)
    facts, actors = articles * FACTS_AN_ARTICLE, max(2, facts // 50)
    initiatives = max(1, facts // 10)
    made = {
        **_articles(articles),
        **_facts(facts, initiatives, spoilt),
        **_participants(facts, actors),
        **_figures(articles, spoilt),
        **_statements(articles, actors),
        "actors": _actors(actors, facts),
        "mentions": _mentions(facts, actors, spoilt),
        "initiatives": _initiatives(initiatives, facts, actors),
        "initiative_stages": _initiative_stages(facts, initiatives),
        "coverage": _coverage(articles),
        "mappings": _table(
            "mappings", 1, vocabulary="stage", code="signed", condition="", scheme="IATI", value="1"
        ),
        "quarantine": _table("quarantine", 0),
    }
    return {name: made[name] for name in (*PUBLISHED, *(name for name in made if name not in PUBLISHED))}


def successor(made: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables of a next release: of each table's rows one in 100 says otherwise and one in 1000 is gone.

    Rows told otherwise have another last public text. References may dangle: these tables are for
    measuring differences, not for expectations.
    """
    return {name: _next(name, table) if name in CHANGING else table for name, table in made.items()}


def _next(name: str, table: pa.Table) -> pa.Table:
    numbers = np.arange(table.num_rows)
    column = CHANGING[name]
    at, old = table.column_names.index(column), table.column(column)
    other = pc.if_else(pa.array(numbers % CHANGED_EVERY == 1), _otherwise(old), old)
    return table.set_column(at, table.schema.field(at), other).filter(pa.array(numbers % GONE_EVERY != 2))


def _otherwise(values: pa.ChunkedArray) -> Column:
    if pa.types.is_string(values.type):
        return pc.binary_join_element_wise(values, "lain", " ")
    return pc.add(values, 1)


def _table(name: str, rows: int, /, **columns: Any) -> pa.Table:
    """A declared table: arrays as they are, a plain value in every row, what is not named empty or null."""
    made = []
    for field in arrow_schema(name):
        value = columns.get(field.name)
        if value is None and pa.types.is_list(field.type):
            value = []
        if isinstance(value, pa.Array | pa.ChunkedArray):
            made.append(value.cast(field.type))
        elif value is None:
            made.append(pa.nulls(rows, field.type))
        else:
            made.append(pa.array([value], field.type).take(pa.array(np.zeros(rows, np.int64))))
    return pa.table(made, schema=arrow_schema(name))


def _ids(prefix: str, numbers: np.ndarray) -> Column:
    return pc.binary_join_element_wise(prefix, pc.utf8_lpad(pa.array(numbers).cast(pa.string()), 15, "0"), "")


def _numbered(text: str, numbers: np.ndarray) -> Column:
    """The text with each number in the place of its zeros."""
    parts = text.split(_NUMBER)
    digits = pc.utf8_lpad(pa.array(numbers).cast(pa.string()), _DIGITS, "0")
    joined = [part for pair in zip(parts, [digits] * len(parts), strict=True) for part in pair][:-1]
    return pc.binary_join_element_wise(*joined, "")


def _cycle(values: list[Any], numbers: np.ndarray, kind: pa.DataType) -> Column:
    return pa.array(values, kind).take(pa.array(numbers % len(values)))


def _lists(values: Column, length: int) -> Column:
    offsets = np.arange(0, len(values) + 1, length)
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), values)


def _some(numbers: np.ndarray, spoilt: bool) -> np.ndarray:
    return (numbers % SPOILT_EVERY == 7) & spoilt


def _days(numbers: np.ndarray) -> Column:
    days = [f"2023-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    return _cycle(days, numbers, pa.string())


def _articles(count: int) -> dict[str, pa.Table]:
    numbers = np.arange(count)
    key, record = _ids("a", numbers), _ids("urn:uuid:", numbers)
    url = pc.binary_join_element_wise("https://wartanusa.example/berita/", key, "")
    digest = pc.binary_join_element_wise("0" * 49, _ids("", numbers), "")
    common: dict[str, Any] = {
        "article_id": key,
        "url": url,
        "canonical_url": url,
        "publisher": "wartanusa",
        "title": _numbered(f"Naskah nomor {_NUMBER} ditandatangani di Cirebon", numbers),
        "authors": ["Rina Melati"],
        "published_at": _days(numbers),
        "dateline_place": "Cirebon",
        "language": "id",
        "text_sha256": digest,
        "text_length": len(TEXT),
        "word_count": len(TEXT.split()),
        "captured_at": CAPTURED,
        "archive_record": record,
        "parser": "generic",
        "parser_version": "1",
    }
    captured: dict[str, Any] = {
        name: common[name] for name in ("url", "publisher", "captured_at", "archive_record")
    }
    return {
        "articles": _table(
            "articles", count, **common, story_id=key, is_cooperation=True, partner_countries=["JP"]
        ),
        "parsed_articles": _table(
            "parsed_articles", count, **common, day="2024-05-20", text=_numbered(TEXT, numbers)
        ),
        "captures": _table(
            "captures",
            count,
            **captured,
            capture_id=_ids("c", numbers),
            day="2024-05-20",
            found_via="feed",
            status="fetched",
            http_status=200,
            bytes=len(TEXT),
            content_digest=digest,
            attempts=1,
        ),
        "rejects": _table("rejects", 0),
        "inputs": _table(
            "inputs",
            count,
            archive_record=record,
            url=url,
            content_digest=digest,
            captured_at=CAPTURED,
            outcome="article",
            article_id=key,
            parser="generic",
            parser_version="1",
        ),
    }


def _facts(count: int, initiatives: int, spoilt: bool) -> dict[str, pa.Table]:
    numbers = np.arange(count)
    place, article = numbers % FACTS_AN_ARTICLE, numbers // FACTS_AN_ARTICLE
    starts = [TEXT.index(sentence) for sentence in _FACTS]
    ends = [start + len(sentence) for start, sentence in zip(starts, _FACTS, strict=True)]
    said = [_numbered(sentence, article) for sentence in _FACTS]
    quote = pc.choose(pa.array(place), *said)
    stage = pc.if_else(pa.array(_some(numbers, spoilt)), "entah", "signed")
    columns: dict[str, Any] = {
        "fact_id": _ids("f", numbers),
        "article_id": _ids("a", article),
        "initiative_id": _ids("i", numbers * initiatives // count),
        "instrument": _cycle(list(INSTRUMENTS), place, pa.string()),
        "stage": stage,
        "partner_countries": ["JP"],
        "object": _numbered(f"naskah nomor {_NUMBER} tentang kerajinan rotan", numbers),
        "sectors": ["msme"],
        "places": ["ID-JB"],
        "event_date": _days(article),
        "date_precision": "day",
        "date_basis": "explicit",
        "evidence_starts": _lists(_cycle(starts, place, pa.int64()), 1),
        "evidence_ends": _lists(_cycle(ends, place, pa.int64()), 1),
        "evidence_quote": quote,
        "confidence": pa.array(numbers % 1000 / 1000.0),
        "extractor": "made up",
    }
    return {name: _table(name, count, **_only(name, columns)) for name in ("facts", "fact_mentions")}


def _participants(facts: int, actors: int) -> dict[str, pa.Table]:
    numbers = np.arange(2 * facts)
    fact, ours = numbers // 2, pa.array(numbers % 2 == 0)
    starts = [TEXT.index(s) + s.index(name) for s in _FACTS for name in (_OURS, _THEIRS)]
    ends = [TEXT.index(s) + s.index(name) + len(name) for s in _FACTS for name in (_OURS, _THEIRS)]
    columns: dict[str, Any] = {
        "fact_id": _ids("f", fact),
        "article_id": _ids("a", fact // FACTS_AN_ARTICLE),
        "actor_id": _ids("o", numbers % actors),
        "actor_mention_id": _ids("m", numbers),
        "ordinal": pa.array(numbers % 2 + 1),
        "name": pc.if_else(ours, _OURS, _THEIRS),
        "side": pc.if_else(ours, "ID", "JP"),
        "role": "party",
        "start": _cycle(starts, numbers, pa.int64()),
        "end": _cycle(ends, numbers, pa.int64()),
    }
    return {
        name: _table(name, len(numbers), **_only(name, columns))
        for name in ("participants", "participant_mentions")
    }


def _figures(articles: int, spoilt: bool) -> dict[str, pa.Table]:
    numbers = np.arange(2 * articles)
    starts = [TEXT.index(figure) for figure in _FIGURES]
    ends = [start + len(figure) for start, figure in zip(starts, _FIGURES, strict=True)]
    raw = _cycle(list(_FIGURES), numbers, pa.string())
    columns: dict[str, Any] = {
        "figure_id": _ids("n", numbers),
        "article_id": _ids("a", numbers // 2),
        "value": _cycle([18.5, 120.0], numbers, pa.float64()),
        "unit": _cycle(["percent", "hectare"], numbers, pa.string()),
        "kind": _cycle(["change", "level"], numbers, pa.string()),
        "direction": _cycle(["up", None], numbers, pa.string()),
        "status": "actual",
        "qualifier": "exact",
        "indicator": "penjualan koperasi",
        "period": "2023",
        "raw": pc.if_else(pa.array(_some(numbers, spoilt)), "99 persen", raw),
        "start": _cycle(starts, numbers, pa.int64()),
        "end": _cycle(ends, numbers, pa.int64()),
    }
    return {
        name: _table(name, len(numbers), **_only(name, columns)) for name in ("figures", "figure_mentions")
    }


def _statements(articles: int, actors: int) -> dict[str, pa.Table]:
    numbers = np.arange(articles)
    columns: dict[str, Any] = {
        "statement_id": _ids("s", numbers),
        "article_id": _ids("a", numbers),
        "actor_id": _ids("o", numbers % actors),
        "actor_mention_id": _ids("m", numbers),
        "speaker": "Sari Wulandari",
        "role_title": "ketua",
        "country": "ID",
        "mode": "direct",
        "verb": "kata",
        "start": TEXT.index(_QUOTE),
        "end": TEXT.index(_QUOTE) + len(_QUOTE),
        "words_sha256": hashlib.sha256(_QUOTE.encode()).hexdigest(),
        "excerpt": _QUOTE,
    }
    return {
        name: _table(name, articles, **_only(name, columns)) for name in ("statements", "statement_mentions")
    }


def _actors(count: int, facts: int) -> pa.Table:
    numbers = np.arange(count)
    return _table(
        "actors",
        count,
        actor_id=_ids("o", numbers),
        name=_numbered(f"Koperasi Rotan {_NUMBER}", numbers),
        kind="association",
        country=_cycle(["ID", "JP"], numbers, pa.string()),
        aliases=[_OURS],
        articles=max(1, facts // count),
    )


def _mentions(facts: int, actors: int, spoilt: bool) -> pa.Table:
    numbers = np.arange(facts)
    starts = [TEXT.index(sentence) for sentence in _FACTS]
    place = numbers % FACTS_AN_ARTICLE
    return _table(
        "mentions",
        facts,
        article_id=_ids("a", numbers // FACTS_AN_ARTICLE),
        actor_id=_ids("o", numbers % actors),
        start=_cycle(starts, place, pa.int64()),
        end=_cycle([start + len(_OURS) for start in starts], place, pa.int64()),
        text=pc.if_else(pa.array(_some(numbers, spoilt)), "Nama Lain", _OURS),
    )


def _initiatives(count: int, facts: int, actors: int) -> pa.Table:
    numbers = np.arange(count)
    both = np.stack([numbers % actors, (numbers + 1) % actors], axis=1).reshape(-1)
    return _table(
        "initiatives",
        count,
        initiative_id=_ids("i", numbers),
        name=_numbered(f"naskah nomor {_NUMBER}", numbers),
        partner_countries=["JP"],
        parties=_lists(_ids("o", both), 2),
        sectors=["msme"],
        stage="signed",
        first_seen="2023-01-01",
        last_seen="2023-12-28",
        facts=facts // count,
        articles=min(2, facts // count),
        stories=1,
    )


def _initiative_stages(facts: int, initiatives: int) -> pa.Table:
    numbers = np.arange(facts)
    owner = numbers * initiatives // facts
    first = np.concatenate([[0], np.flatnonzero(np.diff(owner)) + 1])
    return _table(
        "initiative_stages",
        facts,
        initiative_id=_ids("i", owner),
        ordinal=pa.array(numbers - first[owner] + 1),
        stage="signed",
        date=_days(numbers // FACTS_AN_ARTICLE),
        date_basis="event",
        fact_id=_ids("f", numbers),
    )


def _coverage(articles: int) -> pa.Table:
    return _table(
        "coverage",
        1,
        publisher="wartanusa",
        day="2024-05-20",
        skipped=0,
        tried=articles,
        fetched=articles,
        unchanged=0,
        refused=0,
        failed=0,
        articles=articles,
        rejected=0,
        relevant=articles,
        facts=articles * FACTS_AN_ARTICLE,
    )


def _only(table: str, columns: dict[str, Any]) -> dict[str, Any]:
    """Those of the columns that the table has; the tables of one stage and of the next share most."""
    known = {column.name for column in TABLES[table].columns}
    told = {name: value for name, value in columns.items() if name in known}
    return {**told, "day": "2024-05-20"} if "day" in known else told
