"""What each outlet's pages give – bodies, dates – against its own past: a fall means a changed layout.

Looks at the pages of this release and at those that are new since the previous one; a fall among few new
pages would drown in a long past.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from expectations.frames import PREVIOUS, Frames

GAVE_NOTHING = frozenset({"no_body", "empty", "parser_error", "paywall", "encoding", "binary", "not_html"})
"""Reasons of `rejects` that a page which should hold an article gave none. A video, an index or a twin was
never expected to."""


@dataclass(slots=True)
class Yield:
    """Pages of one outlet that should hold an article, those that held none, and articles without a date."""

    pages: int = 0
    empty: int = 0
    undated: int = 0

    @property
    def articles(self) -> int:
        """Pages that became articles."""
        return self.pages - self.empty


def falls(frames: Frames) -> tuple[int, list[str]] | None:
    """How many outlets were compared and, in words, every fall beyond the limit; None without a previous
    release.

    A fall is a share of empty pages, or of articles without a date, that lies by more than
    `maximum_yield_loss` above the outlet's own of the previous release. Fewer than `minimum_pages` on
    either side are not compared.
    """
    if not frames.has("inputs", "articles", PREVIOUS + "inputs", PREVIOUS + "articles"):
        return None
    outlets = _outlets(frames)
    old = set(frames.column(PREVIOUS + "inputs", "archive_record"))
    before = _yields(frames, PREVIOUS, outlets)
    found: dict[str, str] = {}
    compared: set[str] = set()
    for label, now in (
        ("new pages", _yields(frames, "", outlets, leave_out=old)),
        ("all pages", _yields(frames, "", outlets)),
    ):
        for outlet, past in sorted(before.items()):
            present = now.get(outlet, Yield())
            if min(past.pages, present.pages) >= frames.limits["minimum_pages"]:
                compared.add(outlet)
                told = [f"{outlet}, {label}: {fall}" for fall in _told(past, present, frames)]
                if told:
                    found.setdefault(outlet, "; ".join(told))
    return len(compared), list(found.values())


def _told(past: Yield, present: Yield, frames: Frames) -> Iterator[str]:
    limit, fewest = frames.limits["maximum_yield_loss"], frames.limits["minimum_pages"]
    if present.empty / present.pages - past.empty / past.pages > limit:
        yield f"{present.empty} of {present.pages} give no article, {past.empty} of {past.pages} before"
    if min(past.articles, present.articles) < fewest:
        return
    if present.undated / present.articles - past.undated / past.articles > limit:
        yield (
            f"{present.undated} of {present.articles} articles have no date, "
            f"{past.undated} of {past.articles} before"
        )


def _outlets(frames: Frames) -> dict[str, str | None]:
    """The outlet of every archived record; captures name it also where no article came of it."""
    outlets: dict[str, str | None] = {}
    for table in ("captures", "rejects", PREVIOUS + "articles", "articles"):
        if frames.has(table):
            outlets |= dict(frames.columns(table, "archive_record", "publisher"))
    return outlets


def _yields(
    frames: Frames, prefix: str, outlets: dict[str, str | None], leave_out: Collection[str] = ()
) -> dict[str, Yield]:
    dates = dict(frames.columns(prefix + "articles", "article_id", "published_at"))
    yields: dict[str, Yield] = {}
    for record, outcome, article in frames.columns(
        prefix + "inputs", "archive_record", "outcome", "article_id"
    ):
        outlet = outlets.get(record)
        if outlet is None or record in leave_out or (outcome != "article" and outcome not in GAVE_NOTHING):
            continue
        one = yields.setdefault(outlet, Yield())
        one.pages += 1
        one.empty += outcome != "article"
        # An article in quarantine is not among the articles; its date is not known here.
        one.undated += article in dates and not dates[article]
    return yields
