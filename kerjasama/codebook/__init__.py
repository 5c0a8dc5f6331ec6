"""Loads the codebook's vocabularies: one YAML file a subject, read once.

What the words mean to the program (matching them in text) is `kerjasama.codebook.lexicon`'s subject; this
file only reads them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kerjasama.yaml_files import read_yaml

__all__ = ["load", "names"]


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
    try:
        return read_yaml(files(__name__).joinpath(f"{name}.yaml"))
    except FileNotFoundError as error:
        known = ", ".join(names())
        raise FileNotFoundError(
            f"no vocabulary {name!r} in kerjasama/codebook; there are: {known}"
        ) from error
    except yaml.YAMLError as error:
        raise ValueError(f"kerjasama/codebook/{name}.yaml is not valid YAML: {error}") from error
