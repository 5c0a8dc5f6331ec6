"""The form in which checks answer: one Boolean a row, True where the row keeps the rule.

An absent value keeps every rule but the one that it may not be absent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pyarrow

Answers: TypeAlias = npt.NDArray[np.bool_]


def answers(verdict: Any) -> Answers:
    """Arrow's three-valued answers as two-valued ones: unknown (a null value) keeps the rule."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(verdict, pa.ChunkedArray):
        verdict = verdict.combine_chunks()
    return pc.fill_null(verdict, True).to_numpy(zero_copy_only=False)


def every(rows: int) -> Answers:
    """Every row keeps the rule: it does not apply."""
    return np.ones(rows, bool)


def of_lists(column: pyarrow.ListArray, decide: Callable[[pyarrow.Array], Any]) -> Answers:
    """Rules on the elements of lists: a row keeps the rule where all its elements do."""
    import pyarrow.compute as pc

    good = every(len(column))
    wrong = ~answers(decide(pc.list_flatten(column)))
    if wrong.any():
        good[pc.list_parent_indices(column).to_numpy()[wrong]] = False
    return good
