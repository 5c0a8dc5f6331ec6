"""What was read out of a mended text, with its spans led back to the text as it was captured.

What is mended is `kerjasama.text.lost_commas`' subject; names and phrases stay as they were read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kerjasama.records import Extraction
from kerjasama.text.lost_commas import Mended

_OFFSETS = ("start", "end")
_SPANS = ("mentions", "evidence")


def of_captured_text(extraction: Extraction, mended: Mended) -> Extraction:
    """An extraction out of a mended text, with the offsets of the captured one."""
    moved: Extraction = _moved(extraction, mended.before) if mended.added else extraction
    return moved


def _moved(record: Any, at: Callable[[int], int]) -> Any:
    """A record with its offsets and spans, and those of the records that it holds, put elsewhere."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return replace(record, **{name: _elsewhere(name, value, at) for name, value in values.items()})


def _elsewhere(name: str, value: Any, at: Callable[[int], int]) -> Any:
    if name in _OFFSETS:
        return None if value is None else at(value)
    if name in _SPANS:
        return tuple((at(start), at(end)) for start, end in value)
    if isinstance(value, tuple):
        return tuple(_moved(one, at) if is_dataclass(one) else one for one in value)
    return value
