"""A small, whole set of tables in which every rule holds: two outlets, six articles, one reject, made up by
us.

Tests break one thing of it at a time. `world()` gives fresh tables; `changed()` gives them with some cells
altered.
"""

import hashlib
from datetime import UTC, datetime, timedelta

import pyarrow as pa

from kerjasama.schema import TABLES, to_table

CAPTURED = datetime(2024, 5, 20, 3, 0, tzinfo=UTC)

# publisher, title, published, instrument, stage, partner's name, country, event date, sentence that tells it
STORIES = (
    (
        "wartanusa",
        "Sentra Rotan Cirebon Gandeng Pembeli Osaka",
        "2024-03-04",
        "agreement",
        "signed",
        "Osaka Craft Guild",
        "JP",
        "2024-03-03",
        "Koperasi Rotan Trusmi menandatangani nota kesepahaman dengan Osaka Craft Guild pada Minggu (3/3).",
    ),
    (
        "wartanusa",
        "Pelatihan Pengelasan untuk Bengkel Tegal",
        "2024-03-11",
        "training_exchange",
        "planned",
        "Nagoya Weld Institute",
        "JP",
        None,
        "Koperasi Rotan Trusmi akan mengirim dua puluh perajin ke Nagoya Weld Institute untuk belajar.",
    ),
    (
        "wartanusa",
        "Pembeli Busan Lirik Rumput Laut Bone",
        "2024-04-02",
        "trade",
        "requested",
        "Busan Sea Foods",
        "KR",
        None,
        "Koperasi Rotan Trusmi berharap Busan Sea Foods membuka pasar bagi rumput laut.",
    ),
    (
        "kabarpesisir",
        "Nota Kesepahaman Rotan Diteken",
        "2024-03-04",
        "agreement",
        "signed",
        "Osaka Craft Guild",
        "JP",
        "2024-03",
        "Koperasi Rotan Trusmi dan Osaka Craft Guild telah meneken nota kesepahaman.",
    ),
    (
        "kabarpesisir",
        "Kunjungan Konsul ke Balai Latihan",
        "2024-05-06",
        "dialogue",
        "completed",
        "Konsulat Jenderal Jepang",
        "JP",
        "2024-05-05",
        "Koperasi Rotan Trusmi menerima kunjungan Konsulat Jenderal Jepang pada Minggu (5/5).",
    ),
    (
        "kabarpesisir",
        "Pabrik Kemasan Hijau Dimulai",
        "2024-05-13",
        "investment",
        "ongoing",
        "Osaka Craft Guild",
        "JP",
        "2024",
        "Koperasi Rotan Trusmi mulai membangun pabrik kemasan bersama Osaka Craft Guild tahun ini.",
    ),
)
QUOTE = "Kami ingin mutu produk desa setara dengan produk kota"
FIGURE = "18,5 persen"


def identifier(prefix: str, *parts: object) -> str:
    """A stable made-up identifier."""
    return prefix + hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:15]


def text_of(sentence: str) -> str:
    """The body of one made-up article."""
    return (
        f'{sentence}\n\n"{QUOTE}," kata Sari Wulandari, ketua koperasi itu.\n\n'
        f"Penjualan koperasi naik {FIGURE} pada tahun lalu."
    )


def world(stories: tuple = STORIES, captured: datetime = CAPTURED) -> dict[str, pa.Table]:
    """All tables, published and not, for the given stories."""
    rows: dict[str, list[dict]] = {name: [] for name in TABLES}
    for number, story in enumerate(stories):
        _add(rows, story, captured + timedelta(minutes=number))
    _reject(rows, stories[0][0], captured)
    _initiatives(rows)
    _actors(rows)
    _coverage(rows)
    rows["mappings"].append(
        {"vocabulary": "stage", "code": "signed", "condition": "", "scheme": "PLOVER", "value": "SUPPORT"}
    )
    return {name: to_table(name, content) for name, content in rows.items() if name != "quarantine"}


def changed(tables: dict[str, pa.Table], name: str, row: int, /, **values: object) -> dict[str, pa.Table]:
    """The tables with some cells of one row (counted in the table's order) altered; the order stays."""
    rows = tables[name].to_pylist()
    rows[row].update(values)
    return {**tables, name: pa.Table.from_pylist(rows, schema=tables[name].schema)}


def without(tables: dict[str, pa.Table], name: str, row: int) -> dict[str, pa.Table]:
    """The tables without one row of one table."""
    kept = [content for number, content in enumerate(tables[name].to_pylist()) if number != row]
    return {**tables, name: pa.Table.from_pylist(kept, schema=tables[name].schema)}


def _add(rows: dict[str, list[dict]], story: tuple, captured: datetime) -> None:
    publisher, title, published, _, _, _, country, _, sentence = story
    text, url = text_of(sentence), f"https://{publisher}.example/{published}/{identifier('', title)}"
    article, record = identifier("a", url), f"urn:uuid:{identifier('r', url)}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    common = {
        "article_id": article,
        "url": url,
        "canonical_url": url,
        "publisher": publisher,
        "title": title,
        "authors": ["Rina Melati"],
        "editors": [],
        "published_at": published,
        "dateline_place": "Cirebon",
        "language": "id",
        "text_sha256": digest,
        "text_length": len(text),
        "word_count": len(text.split()),
        "captured_at": captured,
        "archive_record": record,
        "parser": "generic",
        "parser_version": "1",
    }
    rows["captures"].append(
        {
            "capture_id": identifier("c", url),
            "day": f"{captured:%Y-%m-%d}",
            "url": url,
            "publisher": publisher,
            "found_via": "feed",
            "status": "fetched",
            "http_status": 200,
            "bytes": len(text),
            "content_digest": digest,
            "captured_at": captured,
            "archive_record": record,
            "attempts": 1,
        }
    )
    rows["parsed_articles"].append({**common, "day": f"{captured:%Y-%m-%d}", "text": text})
    rows["articles"].append(
        {**common, "story_id": article, "is_cooperation": True, "partner_countries": [country]}
    )
    rows["inputs"].append(
        {
            "archive_record": record,
            "url": url,
            "content_digest": digest,
            "captured_at": captured,
            "outcome": "article",
            "article_id": article,
            "parser": "generic",
            "parser_version": "1",
        }
    )
    rows["stories"].append({"article_id": article, "story_id": article})
    _read(rows, article, text, story)


def _reject(rows: dict[str, list[dict]], publisher: str, captured: datetime) -> None:
    url, record = f"https://{publisher}.example/indeks", f"urn:uuid:{identifier('r', publisher, 'indeks')}"
    digest = hashlib.sha256(b"indeks").hexdigest()
    day = f"{captured:%Y-%m-%d}"
    rows["captures"].append(
        {
            "capture_id": identifier("c", url),
            "day": day,
            "url": url,
            "publisher": publisher,
            "found_via": "feed",
            "status": "fetched",
            "http_status": 200,
            "bytes": 6,
            "content_digest": digest,
            "captured_at": captured,
            "archive_record": record,
            "attempts": 1,
        }
    )
    rows["rejects"].append(
        {
            "archive_record": record,
            "day": day,
            "url": url,
            "publisher": publisher,
            "reason": "navigation",
            "captured_at": captured,
        }
    )
    rows["inputs"].append(
        {
            "archive_record": record,
            "url": url,
            "content_digest": digest,
            "captured_at": captured,
            "outcome": "navigation",
        }
    )


def _read(rows: dict[str, list[dict]], article: str, text: str, story: tuple) -> None:
    _, _, _, instrument, stage, partner, country, event, sentence = story
    fact = identifier("f", article, 0, instrument)
    precision = {None: "none", 4: "year", 7: "month", 10: "day"}[event and len(event)]
    told = {
        "fact_id": fact,
        "article_id": article,
        "instrument": instrument,
        "stage": stage,
        "partner_countries": [country],
        "programme": None,
        "object": "kerajinan rotan",
        "sectors": ["msme"],
        "places": ["ID-JB"],
        "foreign_places": [],
        "event_date": event,
        "date_precision": precision,
        "date_basis": "none" if event is None else "explicit",
        "evidence_starts": [0],
        "evidence_ends": [len(sentence)],
        "evidence_quote": sentence,
        "confidence": 0.8,
        "extractor": "rules 1",
    }
    rows["fact_mentions"].append(told)
    rows["facts"].append({**told, "initiative_id": identifier("i", partner, instrument)})
    for ordinal, (name, side) in enumerate((("Koperasi Rotan Trusmi", "ID"), (partner, country)), start=1):
        start = sentence.index(name)
        span = {"start": start, "end": start + len(name)}
        party = {
            "fact_id": fact,
            "article_id": article,
            "ordinal": ordinal,
            "name": name,
            "side": side,
            "role": "party",
            **span,
        }
        rows["participants"].append({**party, "actor_id": identifier("o", name)})
        rows["participant_mentions"].append({**party, "actor_mention_id": identifier("m", article, name)})
        rows["mentions"].append(
            {"article_id": article, "actor_id": identifier("o", name), "text": name, **span}
        )
        rows["actor_mentions"].append(
            {
                "actor_mention_id": identifier("m", article, name),
                "article_id": article,
                "name": name,
                "country": side,
                "kind": "association",
                "aliases": [],
                "starts": [start],
                "ends": [start + len(name)],
            }
        )
    _said(rows, article, text)


def _said(rows: dict[str, list[dict]], article: str, text: str) -> None:
    name = "Sari Wulandari"
    start, at = text.index(QUOTE), text.index(name)
    statement = {
        "statement_id": identifier("s", article, start),
        "article_id": article,
        "speaker": name,
        "role_title": "ketua koperasi",
        "organisation": "Koperasi Rotan Trusmi",
        "country": "ID",
        "mode": "direct",
        "verb": "kata",
        "start": start,
        "end": start + len(QUOTE),
        "words_sha256": hashlib.sha256(QUOTE.encode()).hexdigest(),
        "excerpt": QUOTE,
    }
    rows["statements"].append({**statement, "actor_id": identifier("o", name)})
    rows["statement_mentions"].append({**statement, "actor_mention_id": identifier("m", article, name)})
    rows["mentions"].append(
        {
            "article_id": article,
            "actor_id": identifier("o", name),
            "text": name,
            "start": at,
            "end": at + len(name),
        }
    )
    rows["actor_mentions"].append(
        {
            "actor_mention_id": identifier("m", article, name),
            "article_id": article,
            "name": name,
            "country": "ID",
            "kind": "person",
            "aliases": [],
            "starts": [at],
            "ends": [at + len(name)],
        }
    )
    where = text.index(FIGURE)
    figure = {
        "figure_id": identifier("n", article, where),
        "article_id": article,
        "value": 18.5,
        "unit": "percent",
        "unit_text": "persen",
        "kind": "change",
        "direction": "up",
        "status": "actual",
        "qualifier": "exact",
        "indicator": "penjualan koperasi",
        "period": "2023",
        "raw": FIGURE,
        "start": where,
        "end": where + len(FIGURE),
    }
    rows["figures"].append(figure)
    rows["figure_mentions"].append(dict(figure))


def _initiatives(rows: dict[str, list[dict]]) -> None:
    published = {row["article_id"]: row["published_at"] for row in rows["articles"]}
    linked: dict[str, list[dict]] = {}
    for fact in rows["facts"]:
        linked.setdefault(fact["initiative_id"], []).append(fact)
    for initiative, facts in linked.items():
        dates = sorted(published[fact["article_id"]] for fact in facts)
        ids = {fact["fact_id"] for fact in facts}
        rows["initiatives"].append(
            {
                "initiative_id": initiative,
                "name": "kerajinan rotan",
                "partner_countries": facts[0]["partner_countries"],
                "parties": sorted({row["actor_id"] for row in rows["participants"] if row["fact_id"] in ids}),
                "sectors": ["msme"],
                "stage": facts[-1]["stage"],
                "first_seen": dates[0],
                "last_seen": dates[-1],
                "facts": len(facts),
                "articles": len(facts),
                "stories": len(facts),
            }
        )
        for ordinal, fact in enumerate(facts, start=1):
            rows["initiative_stages"].append(
                {
                    "initiative_id": initiative,
                    "ordinal": ordinal,
                    "stage": fact["stage"],
                    "date": published[fact["article_id"]],
                    "date_basis": "published",
                    "fact_id": fact["fact_id"],
                }
            )


def _actors(rows: dict[str, list[dict]]) -> None:
    for name in sorted({row["name"] for row in rows["actor_mentions"]}):
        told = [row for row in rows["actor_mentions"] if row["name"] == name]
        rows["actors"].append(
            {
                "actor_id": identifier("o", name),
                "name": name,
                "kind": told[0]["kind"],
                "country": told[0]["country"],
                "aliases": [],
                "articles": len({row["article_id"] for row in told}),
            }
        )


def _coverage(rows: dict[str, list[dict]]) -> None:
    rejected = {row["archive_record"] for row in rows["rejects"]}
    for publisher, day in sorted({(row["publisher"], row["day"]) for row in rows["captures"]}):
        mine = [row for row in rows["captures"] if (row["publisher"], row["day"]) == (publisher, day)]
        lost = sum(row["archive_record"] in rejected for row in mine)
        read = len(mine) - lost
        rows["coverage"].append(
            {
                "publisher": publisher,
                "day": day,
                "skipped": 0,
                "tried": len(mine),
                "fetched": len(mine),
                "unchanged": 0,
                "refused": 0,
                "failed": 0,
                "articles": read,
                "rejected": lost,
                "relevant": read,
                "facts": read,
            }
        )
