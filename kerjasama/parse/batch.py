"""A day's captures out of the archive: every fetched page becomes an article or a reject, and none is lost.

Pages of one article are joined to its first, twins (AMP, mobile) folded to one; what falls away is a
reject that says so, so that fetched = articles + rejects.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from kerjasama import engine
from kerjasama.capture.archive import Archive, ArchiveError
from kerjasama.parse.origin import origin_of, original_text
from kerjasama.parse.page import parse_page
from kerjasama.parse.pages import join_pages
from kerjasama.parse.reject import NotAnArticle
from kerjasama.parse.text_input import parse_text
from kerjasama.parse.trace import trace
from kerjasama.records import Article

log = logging.getLogger(__name__)

Row = Mapping[str, Any]

_PAGE = re.compile(r"[?&](?:page|halaman|p)=(\d+)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one capture gave: an article with its page number and origin, or a reason and its detail."""

    capture: Row
    article: Article | None = None
    page: int = 1
    origin: str | None = None
    reason: str | None = None
    detail: str | None = None


def parse_captures(
    captures: Iterable[Row], archive_root: Any, *, workers: int = 1, cluster: str | None = None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of `parsed_articles` and of `rejects` for the captures that were fetched."""
    fetched = [capture for capture in captures if capture["status"] == "fetched"]
    parse = partial(_parse, archive_root=str(archive_root))
    parsed = list(engine.run(parse, fetched, workers=workers, cluster=cluster))
    articles, folded = _fold(parsed)
    rejects = [*(one for one in parsed if one.article is None), *folded]
    return [_article_row(one) for one in articles], [_reject_row(one) for one in rejects]


_archives: dict[str, Archive] = {}


def _archive(root: str) -> Archive:
    """This process's archive of that root, opened once."""
    if root not in _archives:
        _archives[root] = Archive(root)
    return _archives[root]


def _parse(capture: Row, archive_root: str) -> Parsed:
    """One capture; whatever a page does to the parser, the others are parsed.

    A store that does not answer is no fault of the page: its error ends the run, which is then run again.
    """
    try:
        record = _archive(archive_root).read(capture["archive_record"])
    except ArchiveError as error:
        return Parsed(capture, reason="archive", detail=str(error))
    try:
        article = _article(record, capture)
        return Parsed(capture, article, _page_number(capture["url"]))
    except NotAnArticle as reject:
        return Parsed(capture, reason=reject.reason, detail=reject.detail)
    except Exception as error:
        log.warning("%s could not be parsed: %s: %s", capture["url"], type(error).__name__, error)
        log.debug("%s", capture["url"], exc_info=True)
        return Parsed(capture, reason="parser_error", detail=f"{type(error).__name__}: {error}")


def _article(record: Any, capture: Row) -> Article:
    kind = (record.content_type or "").split(";")[0].strip().lower()
    told = {"captured_at": capture["captured_at"].isoformat(), "archive_record": capture["archive_record"]}
    if kind == "application/json":
        item = json.loads(record.content)
        return parse_text(original_text(record), name=capture["url"], metadata={**item, **told})
    if kind == "text/plain":
        return parse_text(record.content, name=capture["url"], metadata=told)
    article = parse_page(record.content, record.url, headers=dict(record.headers), **told)
    derivation = trace(article.text, original_text(record))
    return replace(article, publisher=article.publisher or capture["publisher"], derivation=derivation)


def _page_number(url: str) -> int:
    """Which page of an article an address is; 1 for the first and for `page=all`."""
    found = _PAGE.search(url)
    return int(found[1]) if found else 1


def _fold(parsed: Iterable[Parsed]) -> tuple[list[Parsed], list[Parsed]]:
    """One article a group of pages and twins, and what fell away with its reason."""
    groups: dict[str, list[Parsed]] = {}
    for one in parsed:
        if one.article is not None:
            groups.setdefault(one.article.article_id, []).append(one)
    articles, folded = [], []
    for group in groups.values():
        pages = {one.page: one for one in sorted(group, key=_preference, reverse=True)}
        first = pages[min(pages)]
        read = [
            (one.article, one.capture["archive_record"]) for _, one in sorted(pages.items()) if one.article
        ]
        parts, records = zip(*read, strict=True)
        origin = origin_of(parts, records).packed()
        articles.append(replace(first, article=join_pages(parts), origin=origin))
        for one in group:
            if one is not first:
                same_page = pages[one.page] is one
                reason = "further_page" if same_page else "twin"
                folded.append(replace(one, article=None, reason=reason, detail=f"of {first.capture['url']}"))
    return articles, folded


def _preference(one: Parsed) -> tuple[bool, str]:
    """The twin that stands for the others comes first: the canonical address, then the alphabet."""
    canonical = one.article.canonical_url if one.article else None
    return (one.capture["url"] != canonical, one.capture["url"])


def _article_row(one: Parsed) -> dict[str, Any]:
    article = one.article
    assert article is not None
    names = Article.__dataclass_fields__.keys() - {"derivation"}
    values = {name: value for name, value in asdict(article).items() if name in names}
    return values | {
        "day": one.capture["day"],
        "authors": list(article.authors),
        "editors": list(article.editors),
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "text_length": len(article.text),
        "word_count": len(article.text.split()),
        "origin": one.origin,
        "captured_at": one.capture["captured_at"],
        "archive_record": one.capture["archive_record"],
    }


def _reject_row(one: Parsed) -> dict[str, Any]:
    capture = one.capture
    columns = ("day", "archive_record", "url", "publisher", "captured_at")
    return {name: capture[name] for name in columns} | {"reason": one.reason, "detail": one.detail}
