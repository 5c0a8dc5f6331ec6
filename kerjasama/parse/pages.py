"""Articles printed in several pages: the address of the next one, and the parts joined to one Article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kerjasama.parse.address import joined, publisher_of
from kerjasama.parse.dateline import read_dateline
from kerjasama.parse.identity import article_id
from kerjasama.parse.layouts import layouts_of
from kerjasama.parse.page import read_tree
from kerjasama.records import Article

__all__ = ["join_pages", "kept_paragraphs", "next_page"]


def next_page(html: bytes | str, url: str, *, headers: Mapping[str, str] | None = None) -> str | None:
    """The absolute address of the page that continues this one, None on the last and for outlets without
    parts.

    Raises NotAnArticle for bytes that are no page.
    """
    layouts = [layout for layout in layouts_of(publisher_of(url) or "") if layout.next_page is not None]
    if not layouts:
        return None
    tree = read_tree(html, headers)
    for layout in layouts:
        for address in layout.next_page(tree):  # type: ignore[misc]
            following = joined(url, str(address))
            if following and following != url:
                return following
    return None


def join_pages(parts: Sequence[Article]) -> Article:
    """One article out of its pages, in order: the first one's metadata, all paragraphs, none twice.

    A page that repeats what the others hold (`?page=all` beside its parts) adds nothing. Raises ValueError
    without parts.
    """
    if not parts:
        raise ValueError("join_pages needs at least one page")
    if len(parts) == 1:
        return parts[0]
    text = "\n".join(parts[number].text[start:end] for number, start, end in kept_paragraphs(parts))
    first = parts[0]
    dateline = read_dateline(text)
    return replace(
        first,
        text=text,
        article_id=article_id(first.canonical_url, text),
        authors=first.authors or _first(part.authors for part in parts),
        editors=first.editors or _first(part.editors for part in parts),
        dateline_place=dateline.place if dateline else None,
        derivation=(),
    )


def kept_paragraphs(parts: Sequence[Article]) -> list[tuple[int, int, int]]:
    """The paragraphs of the joined text: number of the page, first character and character after the last."""
    kept: dict[str, tuple[int, int, int]] = {}
    for number, part in enumerate(parts):
        start = 0
        for paragraph in part.text.split("\n"):
            kept.setdefault(paragraph, (number, start, start + len(paragraph)))
            start += len(paragraph) + 1
    return list(kept.values())


def _first(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((found for found in names if found), ())
