"""Why each slot of a fact has its value: the words and the rules, out of the anchors.

Nothing is read here again: what the extraction recorded is what is shown.
"""

from __future__ import annotations

from typing import Any

from kerjasama.extract.ids import fact_ids
from kerjasama.records import Anchor, Article, Extraction, Fact

_SLOTS = ("instrument", "stage", "participants", "programme", "object", "sectors", "places",
"foreign_places", "event_date",
          "speaker", "acceptance")  # fmt: skip


def explain(source: Article | Extraction, fact_id: str | None = None) -> list[dict[str, Any]]:
    """One object a fact: its slots, and for each the words of the article and the rule that made it.

    `{"fact_id", "evidence": [{"start", "end", "text"}], "slots": {slot: {"value", "because": [{"rule",
    "start", "end", "words"}]}}}`. With `fact_id` only that fact; raises KeyError with the known ids where
    there is none such.
    """
    if isinstance(source, Article):
        from kerjasama.extract.reader import read

        source = read(source)
    article = source.article
    ids = fact_ids(article.article_id, source.facts)
    told = [_told(name, fact, article.text) for name, fact in zip(ids, source.facts, strict=True)]
    if fact_id is None:
        return told
    chosen = [one for one in told if one["fact_id"] == fact_id]
    if not chosen:
        raise KeyError(
            f"no fact {fact_id!r} in article {article.article_id!r}; there are: {', '.join(ids) or 'none'}"
        )
    return chosen


def as_text(explained: list[dict[str, Any]]) -> str:
    """The same for a terminal: a block a fact, a line a reason."""
    lines: list[str] = []
    for fact in explained:
        lines.append(f"{fact['fact_id']}  confidence {fact['confidence']}")
        for sentence in fact["evidence"]:
            lines.append(f"  evidence [{sentence['start']}, {sentence['end']}): {sentence['text']}")
        for slot, told in fact["slots"].items():
            lines.append(f"  {slot}: {told['value']}")
            for reason in told["because"]:
                words = (
                    f'"{reason["words"]}" at {reason["start"]}'
                    if reason["words"]
                    else "no words of this article"
                )
                lines.append(f"    {reason['rule']}: {words}")
        lines.append("")
    return "\n".join(lines)


def _told(fact_id: str, fact: Fact, text: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        "instrument": fact.instrument,
        "stage": fact.stage,
        "participants": [f"{p.name} ({p.side}, {p.role})" for p in fact.participants],
        "programme": fact.programme,
        "object": fact.object,
        "sectors": list(fact.sectors),
        "places": list(fact.places),
        "foreign_places": list(fact.foreign_places),
        "event_date": fact.event_date,
        "speaker": fact.speaker,
        "acceptance": True,
    }
    slots = {}
    for slot in _SLOTS:
        because = [_reason(anchor, text) for anchor in fact.anchors if anchor.slot == slot]
        if because or values[slot]:
            slots[slot] = {"value": values[slot], "because": because}
    evidence = [{"start": s, "end": e, "text": " ".join(text[s:e].split())[:280]} for s, e in fact.evidence]
    return {"fact_id": fact_id, "confidence": fact.confidence, "evidence": evidence, "slots": slots}


def _reason(anchor: Anchor, text: str) -> dict[str, Any]:
    words = None
    if anchor.start is not None and anchor.end is not None:
        words = " ".join(text[anchor.start : anchor.end].split())
    return {"rule": anchor.rule, "start": anchor.start, "end": anchor.end, "words": words}
