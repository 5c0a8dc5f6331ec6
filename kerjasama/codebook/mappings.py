"""The `mappings` table: the codebook's codes in other schemes, flattened from mappings.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kerjasama.codebook import load

PREFIXES = {"cameo": "CAMEO:"}
"""What stands before the codes of a scheme, as in a CURIE: CAMEO's begin with zeros, which programs that take
057 for a number would drop."""


def mapping_rows() -> Iterator[dict[str, str]]:
    """One row a (vocabulary, code, condition, scheme), as `kerjasama.schema` declares them."""
    for vocabulary, codes in load("mappings").items():
        for code, schemes in codes.items():
            for scheme, values in schemes.items():
                for condition, value in _conditional(values):
                    yield {
                        "vocabulary": vocabulary,
                        "code": code,
                        "condition": condition,
                        "scheme": scheme,
                        "value": PREFIXES.get(scheme, "") + value if value else "",
                    }


def _conditional(values: Any) -> list[tuple[str, str]]:
    return [("", values)] if isinstance(values, str) else [(condition, value) for condition, value in values]
