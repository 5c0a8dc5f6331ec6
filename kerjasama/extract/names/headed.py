"""Bodies that only the title of their head names: "CMO Tokobaru Dimas", "President of Lim & Tan, Lee Wei"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import heads
from kerjasama.text.names import is_common


@lru_cache(maxsize=1)
def _headed() -> list[tuple[tuple[str, ...], str]]:
    """Offices whose complement is a body's name, in words, the longest first, and the kind of the body."""
    rows = load("employment")["bodies"].items()
    found = [(tuple(office.split()), str(kind)) for kind, offices in rows for office in offices]
    return sorted(found, key=lambda row: (-len(row[0]), row))


def headed_bodies(
    document: Document, people: Mapping[int, int], titles: Iterable[Title]
) -> dict[int, tuple[int, str]]:
    """First token to last and kind of what stands between the office of a head and his name.

    Only where no listed name and no head word stands in it, and the tagger sees no body that begins later.
    """
    words = document.tokens
    seen = {name.first for name in document.names if name.kind == "ORG"}
    found = {}
    for title in titles:
        behind = title.last + (title.last < len(words) and words[title.last].text == ",")
        if title.group != "organisation" or not {title.last, behind} & people.keys():
            continue
        for office, kind in _headed():
            first = title.first + len(office)
            if tuple(word.text for word in words[title.first : first]) != office:
                continue
            named = [word.text for word in words[first : title.last] if word.text[0].isalpha()]
            later = any(i in seen for i in range(first + 1, title.last))
            told = later or any(_tells(document, i) for i in range(first, title.last))
            if named and named[0][0].isupper() and not told and not is_common(named[0]):
                found[first] = (title.last, kind)
            break
    return found


def _tells(document: Document, index: int) -> bool:
    """Whether a word opens a body's name by itself, or a listed name begins with it."""
    word = document.tokens[index]
    return bool(heads().get(word.text) or document.starting(word.start)) or word.text in "()"
