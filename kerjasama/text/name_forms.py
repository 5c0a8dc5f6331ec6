"""How Indonesian a name sounds, by its letters: "Lukman" and "Pradipta" do, "Axelsen" and "Nguyen" do not.

Indonesian surnames are everywhere and foreign names are at home in Indonesia too, so this never places
anybody by itself: `kerjasama.extract.actors.unplaced` weighs it against the countries that the
article names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from kerjasama.text.logistic import log_odds
from kerjasama.text.weights import folder

LONGEST = 4


def pieces(name: str) -> dict[str, float]:
    """Runs of two to four letters of each word, its ends marked; whole words; how many words there are."""
    words = name.split()
    found = {"": 1.0, f"{min(len(words), LONGEST)} words": 1.0}
    if not name.isascii():
        found["accent"] = 1.0
    for word in words:
        letters = "".join(c for c in word.lower() if c.isalpha() or c in "-'")
        if not letters:
            continue
        marked = f"^{letters}$"
        seen = {marked}
        for length in range(2, LONGEST + 1):
            seen.update(marked[i : i + length] for i in range(len(marked) - length + 1))
        for piece in seen:
            found[piece] = found.get(piece, 0.0) + len(words) ** -0.5
    return found


class _Forms:
    """Weights of the pieces of people's names and of bodies' names."""

    def __init__(self, handle: Any) -> None:
        archive: Any = np.load(handle, allow_pickle=False)
        self.people = self._read(archive, "people")
        self.bodies = self._read(archive, "bodies")

    @staticmethod
    def _read(archive: Any, kind: str) -> Mapping[str, float]:
        names = archive[kind].tobytes().decode("utf-8").split("\n")
        return dict(zip(names, archive[f"{kind}_weights"].astype(float).tolist(), strict=True))


@lru_cache(maxsize=1)
def _forms(folder: Path) -> _Forms:
    with folder.joinpath("name_forms.npz").open("rb") as handle:
        return _Forms(handle)


def sounds_at_home(name: str, *, person: bool) -> float:
    """The log odds that the bearer of a name is of Indonesia, before anything else is known."""
    weights = _forms(folder()).people if person else _forms(folder()).bodies
    return log_odds(weights, pieces(name))
