"""Loads the codebook's vocabularies: one YAML file a subject, read once.

What the words mean to the program (matching them in text) is `kerjasama.codebook.lexicon`'s subject; this
file only reads them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["load", "names"]

# The C loader is some ten times faster than the Python one; both are the same safe subset of YAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def names() -> tuple[str, ...]:
    """All vocabularies that the package ships, sorted, without the `.yaml`."""
    return tuple(
        sorted(
            entry.name[: -len(".yaml")] for entry in files(__name__).iterdir() if entry.name.endswith(".yaml")
        )
    )


@cache
def load(name: str) -> Any:
    """The content of `kerjasama/codebook/<name>.yaml`, a dict or a list; shared, so never change it.

    Raises FileNotFoundError with the known names where there is no such vocabulary, and ValueError with the
    file and the line where the YAML is broken.
    """
    source = files(__name__).joinpath(f"{name}.yaml")
    try:
        text = source.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        known = ", ".join(names())
        raise FileNotFoundError(
            f"no vocabulary {name!r} in kerjasama/codebook; there are: {known}"
        ) from error
    try:
        return yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise ValueError(f"kerjasama/codebook/{name}.yaml is not valid YAML: {error}") from error
