"""One archived page becomes one Article, or the reason why it is none.

Bare texts are `kerjasama.parse.text_input`'s subject, articles in several pages `kerjasama.parse.pages`'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from kerjasama.parse.address import canonical_address, host_of, publisher_of
from kerjasama.parse.body import letters, tidy
from kerjasama.parse.dateline import read_dateline
from kerjasama.parse.dates import WIB, read_stamp
from kerjasama.parse.encodings import decode
from kerjasama.parse.generic import generic_body, generic_date, generic_title, without_head
from kerjasama.parse.identity import article_id
from kerjasama.parse.kinds import FEWEST_WORDS, may_be_locked, refuse_body, refuse_page
from kerjasama.parse.layouts import Layout, layouts_of
from kerjasama.parse.metadata import Metadata, read_metadata
from kerjasama.parse.nearby import credits_near, published_near
from kerjasama.parse.people import Credits, read_credits, shouted_names, split_names
from kerjasama.parse.reject import NotAnArticle
from kerjasama.parse.state import read_state
from kerjasama.records import Article

__all__ = ["PARSER_VERSION", "NotAnArticle", "parse_page", "read_tree"]

PARSER_VERSION = "4"
GENERIC = "generic"
_SHOWN = etree.XPath("//text()[not(parent::script or parent::style)]", smart_strings=False)
# Words below which a declared body is doubted, and from which on the generic way's is believed instead.
_TOO_SHORT, _ARTICLE = 25, 80
# Articles of more words are not held against paywalls and notices of absence.
_SHORT = 110

_TAG = re.compile(
    r"<\s*(?:!doctype|html|head|body|div|p|article|meta|table|span|title|script)\b", re.IGNORECASE
)
# Meta fields of the publication date, in order of trust, and stamps as long as a day and a minute are told.
_DATE_FIELDS = (
    *("article:published_time", "datepublished", "dtk:publishdate", "publishdate", "content_publisheddate"),
    *("content_date", "pubdate", "dc.date", "date"),
)
_DAY = "2024-12-31"
_MINUTE = "2024-12-31T23:59"

# Icon fonts draw a word ("person", "schedule") as a picture: nobody reads it as one.
_ICON_FONT = "material-"
_ICONS = etree.XPath(
    "//mat-icon | //*[contains(@class, 'material-icons')] | //*[contains(@class, 'material-symbols')]"
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_FEED = re.compile(r"<\s*(?:rss|feed|urlset|sitemapindex)\b", re.IGNORECASE)


def parse_page(
    html: bytes | str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    captured_at: str | None = None,
    archive_record: str | None = None,
    declared: bool = True,
) -> Article:
    """The article of a page.

    `headers` are the response's, for its charset; `captured_at` is ISO 8601 and helps to choose between
    layouts of different times. With `declared` False the outlet's own layouts are left aside, as for an
    unknown site. Raises NotAnArticle with one of `kerjasama.parse.reject.REASONS`, and nothing else whatever
    the page.
    """
    tree = read_tree(html, headers)
    metadata = read_metadata(tree)
    canonical = canonical_address(url, declared=metadata.canonical or metadata.address)
    publisher = publisher_of(canonical)
    layout, body = _declared_body(publisher if declared else None, tree, metadata, captured_at)
    page = _Page(metadata, layout, _title(layout, tree, metadata, publisher), body)
    refuse_page(url, page.title, metadata)
    if layout is None or len(body.split()) < _TOO_SHORT:
        page = _generically(page, tree, publisher)
    layout, metadata, title = page.layout, page.metadata, page.title
    text = tidy(page.body, title)
    refuse_body(url, title, text, metadata, _page_text(tree, text), declared=layout is not None)
    if layout is None:
        text = without_head(text, title)
    credits = _credits(layout, tree, metadata, title, page.body)
    dateline = read_dateline(text)
    return Article(
        text=text,
        article_id=article_id(canonical, text),
        url=url,
        canonical_url=canonical,
        publisher=publisher,
        title=title,
        authors=credits.authors,
        editors=credits.editors,
        published_at=_published(layout, tree, metadata, title, canonical),
        dateline_place=dateline.place if dateline else None,
        language="id",
        captured_at=captured_at,
        archive_record=archive_record,
        parser=layout.name if layout else GENERIC,
        parser_version=PARSER_VERSION,
    )


class _Page(NamedTuple):
    """What is read of a page; `layout` is the outlet's that found the body, None for the generic way."""

    metadata: Metadata
    layout: Layout | None
    title: str | None
    body: str


def _generically(page: _Page, tree: Any, publisher: str | None) -> _Page:
    """The page as the generic way reads it, with what its script's state tells where that finds hardly any
    words; as declared where that finds more than the generic way.
    """
    metadata, layout, title, body = page
    found = generic_body(tree, metadata, title)
    if len(found.split()) < FEWEST_WORDS and (state := read_state(tree, metadata)):
        metadata, found = state, state.body or ""
        title = _title(layout, tree, metadata, publisher)
    # The outlet has changed its layout: the generic way finds an article, the declared one a shred.
    if layout is None or len(found.split()) >= _ARTICLE:
        layout, body = None, found
    return _Page(metadata, layout, title, body)


def read_tree(html: bytes | str, headers: Mapping[str, str] | None = None) -> Any:
    """The page as a tree. Raises NotAnArticle: `empty`, `binary`, `encoding`, `not_html`."""
    content_type = next(
        (value for key, value in (headers or {}).items() if key.lower() == "content-type"), None
    )
    text = decode(html, content_type=content_type) if isinstance(html, bytes) else html
    if not text or text.isspace():
        raise NotAnArticle("empty", "nothing but white space")
    if not _TAG.search(text):
        raise NotAnArticle("not_html", f"no HTML tag; it begins with {text.strip()[:40]!r}")
    if _FEED.search(text[:1000]):
        raise NotAnArticle("not_html", "a feed or sitemap, no page")
    if declaration := _DECLARATION.match(text):
        text = text[declaration.end() :]
    text = text.replace("\x00", "")
    try:
        tree = document_fromstring(text, parser=_parser())
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NotAnArticle("not_html", f"no tree could be read from it: {error}") from error
    if _ICON_FONT in text:
        for icon in _ICONS(tree):
            icon.text = None
    return tree


@cache
def _parser() -> HTMLParser:
    """The parser of all pages: making one takes as long as a short page's tree.

    All elements are of one class, which trafilatura asks for; lxml's own choice among several is Python code
    that runs for every element.
    """
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


def _declared_body(
    publisher: str | None, tree: Any, metadata: Metadata, captured_at: str | None
) -> tuple[Layout | None, str]:
    """The outlet's first layout that finds a body, those in use at the page's stated date before the
    others.
    """
    layouts = layouts_of(publisher) if publisher else ()
    if len(layouts) > 1:
        stated = metadata.published or metadata.meta.get("article:published_time") or captured_at
        day = (read_stamp(stated) or "")[:10]
        layouts = tuple(
            sorted(layouts, key=lambda layout: bool(day) and not layout.since <= day <= layout.until)
        )
    for layout in layouts:
        body = layout.body_of(tree)
        if body:
            return layout, body
    return None, ""


def _title(layout: Layout | None, tree: Any, metadata: Metadata, publisher: str | None) -> str | None:
    if layout is not None:
        for value in layout.values("title", tree, metadata):
            return value.strip()
    return generic_title(tree, metadata, publisher)


def _published(
    layout: Layout | None, tree: Any, metadata: Metadata, title: str | None, url: str | None
) -> str | None:
    zone = layout.zone if layout else WIB
    printed = list(layout.values("published", tree, metadata)) if layout else []
    printed += [metadata.published or "", *(metadata.meta.get(name, "") for name in _DATE_FIELDS)]
    told = next((stamp for value in printed if (stamp := read_stamp(value, zone=zone))), None)
    if layout is not None:
        return _in_zone(told, zone) if told else None
    near = published_near(tree, title, zone)
    if told is not None and len(told) > len(_DAY):
        # Machines are told the outlet's clock, often without its zone; people see that beside the same hour.
        same = near is not None and near[: len(_MINUTE)] == told[: len(_MINUTE)] and told.endswith(zone)
        return _in_zone(told[: -len(zone)] + near[-len(zone) :] if same and near else told, zone)
    # Of a day that machines are told, people may see the hour.
    return near if near and (told is None or near.startswith(told)) else told or generic_date(tree, url)


def _in_zone(stamp: str, zone: str) -> str:
    """A time told in UTC, as the outlet's own clock shows it: the day is then the day of the outlet's
    readers.
    """
    if not stamp.endswith("+00:00"):
        return stamp
    hours, minutes = zone[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if zone[0] == "-" else 1)
    return datetime.fromisoformat(stamp).astimezone(timezone(offset)).isoformat()


def _credits(layout: Layout | None, tree: Any, metadata: Metadata, title: str | None, body: str) -> Credits:
    """Authors and editors from the layout's fields or the metadata; where these are silent, from credit
    lines.
    """
    own = _own_names(metadata)
    if layout is None:
        near = credits_near(tree, title)
        stated = (metadata.meta.get("content_author"), metadata.meta.get("dtk:author"), metadata.authors)
        printed = (near.authors, metadata.meta.get("author"), metadata.meta.get("article:author"))
        fields = (_without(own, split_names(field)) for field in (*stated, *printed))
        authors = next(filter(None, fields), ())
        # Sites tell machines the editor as the author, or the first of several; what people see is whole.
        if near.authors and (set(authors) <= set(near.editors) or set(authors) < set(near.authors)):
            authors = near.authors
        editors = split_names(metadata.editors) or near.editors
    else:
        authors = _names(layout.values("authors", tree, metadata), 0)
        editors = _names(layout.values("editors", tree, metadata), 1)
    last = body.split("\n")[-8:]
    authors = authors or (shouted_names(last[-1]) if layout is None else ())
    for line in last:
        if len(line) <= 160 and not (authors and editors) and any(found := read_credits(line)):
            authors, editors = authors or found.authors, editors or found.editors
    return Credits(_without(own, authors), _without(own, editors))


def _own_names(metadata: Metadata) -> frozenset[str]:
    """The letters of the outlet's names, which bylines print beside the author's ("Rina - Poros Niaga")."""
    host = host_of(metadata.canonical or metadata.address)
    return frozenset((letters(metadata.meta.get("og:site_name") or ""), *host.split(".")))


def _without(own: frozenset[str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if letters(name) not in own)


def _names(values: list[str], role: int) -> tuple[str, ...]:
    """Names of a field: where it prints labels ("Penulis: … Editor: …") those under the role's, else all."""
    names: dict[str, None] = {}
    for value in values:
        labelled = read_credits(value)
        for name in labelled[role] if any(labelled) else split_names(value):
            names.setdefault(name)
    return tuple(names)


def _page_text(tree: Any, text: str) -> str:
    """All words of a page, only where the article found is so short that they matter."""
    count = len(text.split())
    if count > _SHORT:
        return ""
    if count >= FEWEST_WORDS and not may_be_locked(etree.tostring(tree, method="text", encoding="unicode")):
        return ""
    return " ".join("".join(_SHOWN(tree)).split())
