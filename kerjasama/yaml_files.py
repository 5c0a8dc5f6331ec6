"""Reads the YAML files that ship with the program."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

# The C loader is some ten times faster than the Python one; both are the same safe subset of YAML.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _UniqueKeys(_Loader):
    """Refuses a key that a mapping has already: YAML would silently let the second list hide the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    "in a mapping",
                    node.start_mark,
                    f"the key {key.value!r} stands there twice",
                    key.start_mark,
                )
            if isinstance(key, yaml.ScalarNode):
                seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(file: Path | Traversable) -> Any:
    """The content of a file. Raises FileNotFoundError, and yaml.YAMLError with the line that is broken or
    whose key stands twice.
    """
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_UniqueKeys)
