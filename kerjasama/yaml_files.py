"""Reads the YAML files that ship with the program."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

# The C loader is some ten times faster than the Python one; both are the same safe subset of YAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(file: Path | Traversable) -> Any:
    """The content of a file. Raises FileNotFoundError, and yaml.YAMLError with the line that is broken."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
