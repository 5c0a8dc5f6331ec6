"""Date and byline as a page of an unknown site prints them: small elements near its heading.

What machines are told of the same is `kerjasama.parse.metadata`'s subject, declared outlets' is `layouts`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kerjasama.parse.body import element_text
from kerjasama.parse.dates import read_stamp
from kerjasama.parse.head import fold
from kerjasama.parse.people import Credits, read_credits, split_names

__all__ = ["credits_near", "published_near"]

_DATE_NAME = re.compile(
    r"date|time\b|time[_-]|tanggal|tgl|waktu|publish|posted|jadwal|schedule|created", re.IGNORECASE
)
_PERSON_NAME = re.compile(
    r"author|penulis|reporter|writer|byline|journalist|jurnalis|redaktur|editor|credit", re.IGNORECASE
)
# Lists of other articles, comments and the page's frame have dates and names of their own.
_ELSEWHERE = frozenset(("li", "aside", "footer", "nav", "form"))
_ELSEWHERE_NAME = re.compile(
    r"related|terkait|popul|sidebar|comment|komentar|widget|recommend|latest|terbaru", re.IGNORECASE
)
# The author of a picture is none of the article's.
_PICTURE_NAME = re.compile(r"photo|foto|image|gambar|caption|figure|galler|galeri", re.IGNORECASE)
_SMALL = (
    *("h1", "h2", "h3", "h6", "div", "span", "p", "time"),
    *("a", "small", "em", "i", "b", "strong", "td"),
)
# How many elements before and after the heading a byline may stand; articles of many paragraphs print it
# below.
_BEFORE, _AFTER = 25, 400
_LONGEST = 160
# A date that nothing calls so: how soon after the heading, and how long it may be.
_AT_ONCE, _DATE_LENGTH = 12, 48


def published_near(tree: Any, title: str | None, zone: str) -> str | None:
    """The printed publication date nearest to the heading, one with a time before one without."""
    days = []
    for element in (*_near(tree, title, _DATE_NAME), *_short_after(tree, title)):
        for printed in (element.get("datetime"), element.get("content"), element_text(element)):
            stamp = read_stamp(printed, zone=zone)
            if stamp and len(stamp) > 10:
                return stamp
            if stamp:
                days.append(stamp)
    return days[0] if days else None


def credits_near(tree: Any, title: str | None) -> Credits:
    """Authors and editors of the bylines near the heading."""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    for element in (*_near(tree, title, _PERSON_NAME), *_labelled_rows(tree)):
        if _is_of_picture(element):
            continue
        text = element_text(element, between="\n")
        labelled = read_credits(text)
        if any(labelled):
            authors, editors = authors or labelled.authors, editors or labelled.editors
        elif re.search("editor|redaktur", _names(element), re.IGNORECASE):
            editors = editors or split_names(text)
        elif element.tag not in ("tr", "dl") and not re.search("credit", _names(element), re.IGNORECASE):
            authors = authors or split_names(text)
    return Credits(authors, editors)


def _near(tree: Any, title: str | None, wanted: re.Pattern[str]) -> Iterator[Any]:
    """Small elements whose class, id, itemprop or tag is `wanted`, the nearest after the heading first."""
    elements = list(tree.iter(*_SMALL))
    start = next((number for number, element in enumerate(elements) if _is_heading(element, title)), 0)
    after = elements[start : start + _AFTER]
    before = list(reversed(elements[max(0, start - _BEFORE) : start]))
    for element in (*after, *before):
        if wanted.search(_names(element)) or (element.tag == "time" and wanted is _DATE_NAME):
            if (
                _is_elsewhere(element)
                or not 3 <= len(element_text(element) or element.get("datetime") or "") <= _LONGEST
            ):
                continue
            yield element


def _labelled_rows(tree: Any) -> list[Any]:
    """Rows of a table or a list that begin with a label ("Penulis | : Masriadi")."""
    rows = []
    for element in tree.iter("tr", "dl"):
        text = element_text(element)
        if len(text) <= _LONGEST and any(read_credits(text)) and not _is_elsewhere(element):
            rows.append(element)
    return rows


def _is_of_picture(element: Any) -> bool:
    """Whether an element or one of the two that hold it is called a picture's."""
    around = [element, *element.iterancestors()][:3]
    return any(one.tag == "figure" or _PICTURE_NAME.search(_names(one)) for one in around)


def _short_after(tree: Any, title: str | None) -> list[Any]:
    """The first few short elements after the heading, whatever they are called: one may be a date."""
    elements = list(tree.iter(*_SMALL))
    start = next((number for number, element in enumerate(elements) if _is_heading(element, title)), None)
    if start is None:
        return []
    near = elements[start + 1 : start + _AT_ONCE]
    return [element for element in near if 6 <= len(element_text(element)) <= _DATE_LENGTH]


def _is_heading(element: Any, title: str | None) -> bool:
    return (
        element.tag in ("h1", "h2", "h3") and bool(title) and fold(element_text(element)) == fold(title or "")
    )


def _is_elsewhere(element: Any) -> bool:
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag == "body":
            return False
        if ancestor.tag in _ELSEWHERE or _ELSEWHERE_NAME.search(_names(ancestor)):
            return True
    return False


def _names(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "rel"))
