"""The accuracy section of a release: what this very extractor scores on gold, and how to read it.

How scores are computed is `kerjasama.evaluate`'s; here they are only told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HOW_TO_READ = (
    "Scores of this very extractor on articles annotated by hand, which it was not written from. F1 is "
    "the harmonic mean of "
    "precision and recall: 1 means that every fact is found and none is made up. Intervals hold the true "
    "value in 95 of 100 "
    "draws of such articles; few articles give wide intervals. `facts_soft` gives part of the credit for "
    "facts that are partly "
    "right, `facts_strict` only where instrument, stage, countries and most participants are right. "
    "`reliability` compares the "
    "confidence that rows carry with the share that proved right. News of other kinds or years may score "
    "lower."
)


def accuracy_file(accuracy: Mapping[str, Any] | None) -> dict[str, Any]:
    """The content of `accuracy.json`: the scores as given, or the plain statement that none were measured."""
    if not accuracy:
        return {"measured": False, "why": "no gold annotations were at hand when this release was made"}
    return {"measured": True, "how_to_read": HOW_TO_READ, **accuracy}
