"""What was read out of a text made readable, with its spans led back to the text as it was captured.

What is made readable is told by `kerjasama.text.characters`, `kerjasama.text.lost_commas` and
`kerjasama.extract.glue`; names and phrases stay as they were read.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from kerjasama.records import Extraction
from kerjasama.text.derivation import Cleaned

_SPANS = ("mentions", "evidence")


def of_captured_text(extraction: Extraction, cleaned: Cleaned) -> Extraction:
    """An extraction out of a cleaned text, with the offsets of the captured one."""
    if cleaned.text == extraction.article.text:
        return extraction
    moved: Extraction = _moved(extraction, cleaned)
    return moved


def _moved(record: Any, cleaned: Cleaned) -> Any:
    """A record with its offsets and spans, and those of the records that it holds, put elsewhere."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    made = {name: _elsewhere(name, value, cleaned) for name, value in values.items()}
    if values.get("start") is not None:
        made["start"], made["end"] = cleaned.raw_span(values["start"], values["end"])
    return replace(record, **made)


def _elsewhere(name: str, value: Any, cleaned: Cleaned) -> Any:
    if name in _SPANS:
        return tuple(cleaned.raw_span(start, end) for start, end in value)
    if isinstance(value, tuple):
        return tuple(_moved(one, cleaned) if is_dataclass(one) else one for one in value)
    return value
