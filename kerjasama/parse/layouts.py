"""Declared publishers: each outlet's layouts as data (`layouts.yaml`), compiled once, and what they find
on a page.

Which outlet an address belongs to is `kerjasama.sources`' subject; the meaning of the fields is told in
layouts.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from kerjasama.parse.body import element_text, layout_file, paragraphs_of
from kerjasama.parse.metadata import Metadata

__all__ = ["Layout", "declared", "layouts_of"]

_CLASS = re.compile(r"\[\.([\w-]+)\]")
_FIELDS = ("title", "published", "authors", "editors")
_MACHINE = {
    "title": ["jsonld", "meta:og:title"],
    "published": ["jsonld", "meta:article:published_time"],
    "authors": ["jsonld"],
    "editors": ["jsonld"],
}


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout of one outlet. Selectors are tried in order; the first that finds something wins.

    A selector is an XPath, `jsonld` (the article object's field) or `meta:NAME`. `since` and `until` are
    ISO dates between which the outlet used the layout; `seen` is when it was last met live, None for never.
    """

    publisher: str
    name: str
    body: tuple[Any, ...]
    remove: Any | None
    fields: dict[str, tuple[Any, ...]]
    next_page: Any | None
    zone: str
    since: str
    until: str
    seen: str | None

    def body_of(self, tree: Any) -> str:
        """The paragraphs of the first body selector that yields text; several nodes are parts of one
        article.
        """
        for path in self.body:
            parts = []
            for node in path(tree):
                removed = self.remove(node) if self.remove is not None else ()
                parts.append(paragraphs_of(node, removed))
            text = "\n".join(part for part in parts if part)
            if text:
                return text
        return ""

    def values(self, field: str, tree: Any, metadata: Metadata) -> list[str]:
        """The printed values of a field by the first selector that finds any."""
        for selector in self.fields[field]:
            values = [value for value in self._find(selector, field, tree, metadata) if value]
            if values:
                return values
        return []

    def _find(self, selector: Any, field: str, tree: Any, metadata: Metadata) -> list[str]:
        if selector == "jsonld":
            value = getattr(metadata, field)
            return list(value) if isinstance(value, tuple) else [value or ""]
        if isinstance(selector, str):
            return [element_text(metadata.meta.get(selector[len("meta:") :], ""))]
        found = selector(tree)
        between = "\n" if field in ("authors", "editors") else " "
        return [
            element_text(item, between=between) for item in (found if isinstance(found, list) else [found])
        ]


def declared() -> tuple[str, ...]:
    """The identifiers of all outlets that have a layout, sorted."""
    return tuple(sorted(layout_file()["publishers"]))


@cache
def layouts_of(publisher: str) -> tuple[Layout, ...]:
    """The outlet's layouts, newest first; none where it is not declared. Raises ValueError for a broken
    one.
    """
    return tuple(_compile(publisher, entry) for entry in layout_file()["publishers"].get(publisher, ()))


def _compile(publisher: str, entry: dict[str, Any]) -> Layout:
    try:
        return Layout(
            publisher=publisher,
            name=f"{publisher}/{entry['layout']}",
            body=tuple(_xpath(path) for path in _list(entry["body"])),
            remove=_xpath(" | ".join(_list(entry["remove"]))) if entry.get("remove") else None,
            fields={name: tuple(map(_selector, _list(entry.get(name, _MACHINE[name])))) for name in _FIELDS},
            next_page=_xpath(entry["next_page"]) if entry.get("next_page") else None,
            zone=entry.get("zone", "+07:00"),
            since=str(entry.get("since", "")),
            until=str(entry.get("until", "9999")),
            seen=str(entry["seen"]) if entry.get("seen") else None,
        )
    except (etree.XPathSyntaxError, KeyError) as error:
        raise ValueError(
            f"layouts.yaml: the layout {entry.get('layout')!r} of {publisher} is broken: {error}"
        ) from error


def _xpath(path: str) -> Any:
    """Compiles an XPath in which `[.name]` stands for "has the class `name`".

    The plain look at the attribute before the exact one spares most elements that one's new strings.
    """
    named = _CLASS.sub(
        r"[contains(@class, '\1')][contains(concat(' ', normalize-space(@class), ' '), ' \1 ')]", path
    )
    return etree.XPath(named, smart_strings=False)


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def _selector(text: str) -> Any:
    return text.lower() if text == "jsonld" or text.startswith("meta:") else _xpath(text)
