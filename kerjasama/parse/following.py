"""Which further pages an article has, seen from the captures of its first ones: candidates to fetch next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kerjasama.capture.archive import Archive
from kerjasama.capture.candidate import Candidate
from kerjasama.parse.layouts import layouts_of
from kerjasama.parse.pages import next_page
from kerjasama.parse.reject import NotAnArticle

MOST_PAGES = 10
"""Pages of one article that are followed; an outlet that links further is taken for a loop."""


def following(rows: Iterable[Mapping[str, Any]], archive: Archive) -> list[Candidate]:
    """Candidates for the next page of every captured page that declares one, in the order of the rows."""
    found = []
    for row in rows:
        url = _next(row, archive)
        if url:
            found.append(
                Candidate(url, row["publisher"], "next_page", row["title_hint"], row["published_hint"])
            )
    return found


def _next(row: Mapping[str, Any], archive: Archive) -> str | None:
    declared = layouts_of(row["publisher"] or "")
    if not row["archive_record"] or not any(layout.next_page is not None for layout in declared):
        return None
    record = archive.read(row["archive_record"])
    try:
        return next_page(record.content, row["url"], headers=dict(record.headers))
    except NotAnArticle:
        return None
