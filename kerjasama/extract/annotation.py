"""An extraction in the shape of a gold annotation (codebook section 11), for scoring and for people to
compare.

Tables are `kerjasama.extract.rows`' subject.
"""

from __future__ import annotations

from typing import Any

from kerjasama.records import Actor, Extraction, Fact, Figure, Statement

FIRST_WORDS = 8
"""Words of the first evidence sentence that the annotation prints."""

EDGE_WORDS = 5
"""Words at either end of a statement that the annotation prints."""


def annotation(extraction: Extraction) -> dict[str, Any]:
    """The extraction as one JSON object an article."""
    article = extraction.article
    return {
        "article_id": article.article_id,
        "url": article.url,
        "is_cooperation": extraction.is_cooperation,
        "partner_countries": list(extraction.partner_countries),
        "published_at": article.published_at,
        "dateline_place": article.dateline_place,
        "facts": [_fact(fact, article.text) for fact in extraction.facts],
        "figures": [_figure(figure, article.text) for figure in extraction.figures],
        "statements": [_statement(statement, article.text) for statement in extraction.statements],
        "actors": [_actor(actor) for actor in extraction.actors],
    }


def _fact(fact: Fact, text: str) -> dict[str, Any]:
    start, end = fact.evidence[0]
    return {
        "instrument": fact.instrument,
        "stage": fact.stage,
        "partner_countries": list(fact.partner_countries),
        "programme": fact.programme,
        "object": fact.object,
        "participants": [{"name": p.name, "side": p.side, "role": p.role} for p in fact.participants],
        "sectors": list(fact.sectors),
        "places": list(fact.places),
        "foreign_places": list(fact.foreign_places),
        "event_date": fact.event_date,
        "date_precision": fact.date_precision,
        "speaker": fact.speaker,
        "confidence": fact.confidence,
        "evidence": " ".join(_words(text, start, end)[:FIRST_WORDS]),
    }


def _figure(figure: Figure, text: str) -> dict[str, Any]:
    return {
        "value": figure.value,
        "value_max": figure.value_max,
        "unit": figure.unit,
        "kind": figure.kind,
        "direction": figure.direction,
        "status": figure.status,
        "qualifier": figure.qualifier,
        "indicator": figure.indicator,
        "period": figure.period,
        "base_period": figure.base_period,
        "raw": text[figure.start : figure.end],
    }


def _statement(statement: Statement, text: str) -> dict[str, Any]:
    words = _words(text, statement.start, statement.end)
    return {
        "speaker": statement.speaker,
        "role_title": statement.role_title,
        "organisation": statement.organisation,
        "country": statement.country,
        "mode": statement.mode,
        "verb": statement.verb,
        "start_words": " ".join(words[:EDGE_WORDS]),
        "end_words": " ".join(words[-EDGE_WORDS:]),
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "parent": actor.parent,
        "role_title": actor.role_title,
        "aliases": list(actor.aliases),
    }


def _words(text: str, start: int, end: int) -> list[str]:
    return text[start:end].split()
