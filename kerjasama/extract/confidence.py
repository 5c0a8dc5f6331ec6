"""How sure the program is that a fact's instrument, stage and parties are all right.

The table is measured on annotated articles and committed as data; see `bench/fit_confidence.py`. Whether a fact is
told at all is `kerjasama.extract.acceptance`'s subject.
"""

from __future__ import annotations

from kerjasama.extract.merge import Bundle


def confidence(bundle: Bundle) -> float | None:
    """The calibrated probability, None until one has been measured."""
    return None
