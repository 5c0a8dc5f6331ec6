"""An Extraction as rows of the reading tables that `kerjasama.schema` declares."""

from __future__ import annotations

import hashlib
from typing import Any

from kerjasama.extract.ids import actor_mention_id, fact_ids, figure_id, statement_id
from kerjasama.records import Actor, Extraction, Fact, Figure, Statement
from kerjasama.schema import MAX_QUOTATION

Rows = dict[str, list[dict[str, Any]]]


def extraction_rows(extraction: Extraction, extractor: str) -> Rows:
    """The rows of one article, by table name; `extractor` is the reader's name and version."""
    article_id, text = extraction.article.article_id, extraction.article.text
    ids = {actor.name: _mention_id(article_id, actor) for actor in extraction.actors}
    facts = fact_ids(article_id, extraction.facts)
    return {
        "actor_mentions": [_actor(article_id, actor) for actor in extraction.actors],
        "statement_mentions": [
            _statement(article_id, text, statement) | {"actor_mention_id": ids[statement.speaker]}
            for statement in extraction.statements
        ],
        "figure_mentions": [_figure(article_id, text, figure) for figure in extraction.figures],
        "fact_mentions": [
            _fact(article_id, text, fact, fact_id, extractor)
            for fact_id, fact in zip(facts, extraction.facts, strict=True)
        ],
        "participant_mentions": [
            {
                "fact_id": fact_id,
                "article_id": article_id,
                "actor_mention_id": ids[participant.name],
                "ordinal": ordinal,
                "name": participant.name,
                "side": participant.side,
                "role": participant.role,
                "start": participant.start,
                "end": participant.end,
            }
            for fact_id, fact in zip(facts, extraction.facts, strict=True)
            for ordinal, participant in enumerate(fact.participants, start=1)
        ],
    }


def _mention_id(article_id: str, actor: Actor) -> str:
    return actor_mention_id(article_id, *actor.mentions[0], actor.name)


def _actor(article_id: str, actor: Actor) -> dict[str, Any]:
    return {
        "actor_mention_id": _mention_id(article_id, actor),
        "article_id": article_id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "parent": actor.parent,
        "role_title": actor.role_title,
        "aliases": list(actor.aliases),
        "wikidata_id": actor.wikidata_id,
        "starts": [start for start, _ in actor.mentions],
        "ends": [end for _, end in actor.mentions],
    }


def _statement(article_id: str, text: str, statement: Statement) -> dict[str, Any]:
    words = text[statement.start : statement.end]
    return {
        "statement_id": statement_id(article_id, statement.start, statement.end),
        "article_id": article_id,
        "speaker": statement.speaker,
        "role_title": statement.role_title,
        "organisation": statement.organisation,
        "country": statement.country,
        "mode": statement.mode,
        "verb": statement.verb,
        "start": statement.start,
        "end": statement.end,
        "words_sha256": hashlib.sha256(words.encode()).hexdigest(),
        "excerpt": words[:MAX_QUOTATION],
    }


def _figure(article_id: str, text: str, figure: Figure) -> dict[str, Any]:
    return {
        "figure_id": figure_id(article_id, figure.start, figure.end),
        "article_id": article_id,
        "value": float(figure.value),
        "value_max": None if figure.value_max is None else float(figure.value_max),
        "unit": figure.unit,
        "unit_text": figure.unit_text,
        "kind": figure.kind,
        "direction": figure.direction,
        "status": figure.status,
        "qualifier": figure.qualifier,
        "indicator": figure.indicator,
        "period": figure.period,
        "base_period": figure.base_period,
        "raw": text[figure.start : figure.end][:MAX_QUOTATION],
        "start": figure.start,
        "end": figure.end,
    }


def _fact(article_id: str, text: str, fact: Fact, fact_id: str, extractor: str) -> dict[str, Any]:
    first = slice(*fact.evidence[0])
    return {
        "fact_id": fact_id,
        "article_id": article_id,
        "instrument": fact.instrument,
        "stage": fact.stage,
        "partner_countries": list(fact.partner_countries),
        "programme": fact.programme,
        "object": fact.object,
        "sectors": list(fact.sectors),
        "places": list(fact.places),
        "foreign_places": list(fact.foreign_places),
        "event_date": fact.event_date,
        "date_precision": fact.date_precision,
        "date_basis": fact.date_basis,
        "speaker": fact.speaker,
        "evidence_starts": [start for start, _ in fact.evidence],
        "evidence_ends": [end for _, end in fact.evidence],
        "evidence_quote": text[first][:MAX_QUOTATION],
        "confidence": fact.confidence,
        "extractor": extractor,
    }
