"""Learns what names sound Indonesian: letters of people's and bodies' names, by logistic regression.

From the actors of annotated articles, whose countries annotators told, and the codebook's well-known people.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from bench.annotated import Annotated
from bench.logistic import fit
from kerjasama.extract.registry import public_people
from kerjasama.text.name_forms import pieces

PENALTY = 1.0
"""Chosen by cross-validation over the annotated articles: 0.86 of names never seen are told right."""


def write_name_forms(articles: Iterable[Annotated], target: Path) -> None:
    """Fits both kinds of names and writes the weights as numpy arrays."""
    known = {(form.title(), country == "ID") for form, (_, country) in public_people().items()}
    told: dict[str, set[tuple[str, bool]]] = {"people": known, "bodies": set()}
    for article in articles:
        for actor in article.gold["actors"]:
            if actor["kind"] not in ("country", "group") and actor.get("country"):
                kind = "people" if actor["kind"] == "person" else "bodies"
                told[kind].add((actor["name"], actor["country"] == "ID"))
    fitted = {
        kind: fit([(pieces(name), home) for name, home in sorted(names)], PENALTY)
        for kind, names in told.items()
    }
    np.savez_compressed(
        target,
        people=_pieces(fitted["people"]),
        people_weights=np.array(list(fitted["people"].values()), np.float16),
        bodies=_pieces(fitted["bodies"]),
        bodies_weights=np.array(list(fitted["bodies"].values()), np.float16),
    )


def _pieces(weights: Iterable[str]) -> np.ndarray:
    return np.frombuffer("\n".join(weights).encode("utf-8"), np.uint8)
