"""The script `verify.py` that lies in each release: hashes only, standard library only, for people without
our package.

The full verification (schema, references, expectations, quotations) is `verify.py` of this package.
"""

from __future__ import annotations

from pathlib import Path


def script() -> str:
    """The source of the script, as it stands in a release."""
    return Path(__file__).with_name("standalone_verify.py").read_text(encoding="utf-8")
