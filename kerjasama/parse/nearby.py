"""Date and byline as a page of an unknown site prints them: small elements near its heading.

What machines are told of the same is `kerjasama.parse.metadata`'s subject, declared outlets' is `layouts`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from kerjasama.parse.body import element_text
from kerjasama.parse.dates import read_stamp
from kerjasama.parse.densest import is_title
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
    r"related|terkait|popul|sidebar|comment|komentar|(?<![\w-])widget|recommend|latest|terbaru", re.IGNORECASE
)
# The author of a picture is none of the article's.
_PICTURE_NAME = re.compile(r"photo|foto|image|gambar|caption|figure|galler|galeri", re.IGNORECASE)
_SMALL = (
    *("h1", "h2", "h3", "h4", "h6", "div", "span", "p", "time", "abbr"),
    *("a", "small", "em", "i", "b", "strong", "font", "td", "dd"),
)
# Of old pages the heading is no more than large or bold letters.
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "b", "font"))
# How many elements before and after the heading a byline may stand; articles of many paragraphs print it
# below.
_BEFORE, _AFTER = 25, 400
_LONGEST = 160
# A date that nothing calls so: how soon after the heading, and how long it may be.
_AT_ONCE, _JUST_BEFORE, _DATE_LENGTH = 11, 4, 90
# A list's item of no more words is no headline.
_ITEM_WORDS = 6
# Longer values of data attributes are addresses and settings.
_LONGEST_NAME = 30
# A byline that nothing calls so: how soon.
_SOON = 20


class _Vicinity(NamedTuple):
    """The page's small elements in order, the number of the heading among them (None where no heading is the
    title), and the elements that the heading stands in.
    """

    elements: list[Any]
    heading: int | None
    around: frozenset[Any]

    @classmethod
    def of(cls, tree: Any, title: str | None) -> _Vicinity:
        elements = list(tree.iter(*_SMALL))
        numbers = (n for n, one in enumerate(elements) if one.tag in _HEADINGS and is_title(one, title))
        heading = next(numbers, None)
        return cls(elements, heading, frozenset(() if heading is None else elements[heading].iterancestors()))

    def after(self, count: int) -> list[Any]:
        """The first elements after the heading."""
        return [] if self.heading is None else self.elements[self.heading + 1 : self.heading + 1 + count]

    def before(self, count: int) -> list[Any]:
        """The last elements before the heading, the nearest first."""
        start = self.heading or 0
        return list(reversed(self.elements[max(0, start - count) : start]))

    def called(self, wanted: re.Pattern[str]) -> Iterator[Any]:
        """Those whose class, id, itemprop or tag is `wanted`, the nearest after the heading first."""
        start = self.heading or 0
        for element in (*self.elements[start : start + _AFTER], *self.before(_BEFORE)):
            if wanted.search(_names(element)) or (element.tag == "time" and wanted is _DATE_NAME):
                told = element.get("datetime") and _letters(element, _LONGEST) == 0
                if (told or 3 <= _letters(element, _LONGEST) <= _LONGEST) and not self.elsewhere(element):
                    yield element

    def elsewhere(self, element: Any) -> bool:
        """Whether an element stands in a list of other articles, a comment or the page's frame."""
        for ancestor in (element, *element.iterancestors()):
            if ancestor.tag == "body" or ancestor in self.around:
                return False
            named = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"
            if _ELSEWHERE_NAME.search(named) or _is_beside(ancestor):
                return True
        return False


def published_near(tree: Any, title: str | None, zone: str) -> str | None:
    """The printed publication date nearest to the heading, one with a time before one without."""
    near = _Vicinity.of(tree, title)
    # One of the few short elements beside the heading may be a date, whatever it is called.
    short = filter(_is_short, (*near.after(_AT_ONCE), *near.before(_JUST_BEFORE)))
    days = []
    for element in (*near.called(_DATE_NAME), *short):
        told = (element.get(name) for name in ("datetime", "content", "title"))
        for printed in (*told, element_text(element)):
            stamp = read_stamp(printed, zone=zone)
            if stamp and len(stamp) > 10:
                return stamp
            if stamp:
                days.append(stamp)
    return days[0] if days else None


def credits_near(tree: Any, title: str | None) -> Credits:
    """Authors and editors of the bylines near the heading."""
    near = _Vicinity.of(tree, title)
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    for element in (*near.called(_PERSON_NAME), *_labelled_rows(tree, near), *_labelled(near)):
        if _is_of_picture(element):
            continue
        text = element_text(element, between="\n")
        labelled = read_credits(text)
        if any(labelled):
            authors, editors = authors or labelled.authors, editors or labelled.editors
        elif len(text) > _DATE_LENGTH or text.endswith("."):
            continue  # a sentence
        elif re.search("editor|redaktur", _names(element), re.IGNORECASE):
            editors = editors or split_names(text)
        elif element.tag not in ("tr", "dl") and not re.search("credit", _names(element), re.IGNORECASE):
            authors = authors or split_names(text)
    return Credits(authors, editors)


def _labelled_rows(tree: Any, near: _Vicinity) -> list[Any]:
    """Rows of a table or a list that begin with a label ("Penulis | : Masriadi")."""
    rows = []
    for element in tree.iter("tr", "dl"):
        if _letters(element, _LONGEST) > _LONGEST or not any(read_credits(element_text(element))):
            continue
        if not near.elsewhere(element):
            rows.append(element)
    return rows


def _labelled(near: _Vicinity) -> list[Any]:
    """Short elements that begin with a label, whatever they are called: soon after the heading any label,
    further down one with its colon.
    """
    found = []
    for number, element in enumerate(near.after(_AFTER)):
        if not _is_short(element):
            continue
        text = element_text(element, between="\n")
        if (number < _SOON or ":" in text) and any(read_credits(text)) and not near.elsewhere(element):
            found.append(element)
    return found


def _is_beside(element: Any) -> bool:
    """Whether an element's tag says that what stands in it is none of the article's: but an article has a
    foot of its own, with its author, and its name and date may be the short items of a list.
    """
    if element.tag == "footer":
        return next(element.iterancestors("article"), None) is None
    return element.tag in _ELSEWHERE and (
        element.tag != "li" or len(element_text(element).split()) > _ITEM_WORDS
    )


def _is_of_picture(element: Any) -> bool:
    """Whether an element or one of the two that hold it is called a picture's."""
    around = [element, *element.iterancestors()][:3]
    return any(one.tag == "figure" or _PICTURE_NAME.search(_names(one)) for one in around)


def _is_short(element: Any) -> bool:
    """Whether an element holds no more than a byline or a date."""
    return 6 <= _letters(element, _DATE_LENGTH) <= _DATE_LENGTH


def _letters(element: Any, most: int) -> int:
    """How many characters an element's text has; counting ends above `most`, for containers hold pages."""
    count = 0
    for piece in element.itertext():
        stripped = piece.strip()
        if stripped:
            count += len(stripped) + (count > 0)
        if count > most:
            break
    return count


def _names(element: Any) -> str:
    """What an element is called: its class, id and role, and what tests of a site's makers call it."""
    return " ".join(
        value
        for name, value in element.items()
        if name in ("class", "id", "itemprop", "rel")
        or (name.startswith("data-") and len(value) <= _LONGEST_NAME)
    )
