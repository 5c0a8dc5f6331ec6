"""Bodies that only the title of their head names: "CMO Tokobaru Dimas", "President of Lim & Tan, Lee Wei"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import heads, tails
from kerjasama.records import HOME
from kerjasama.text.names import is_common

# Words of a body that stands behind its head's name and office: a longer phrase may tell the office.
_SHORT = 2
_NUMBERED = re.compile(r"I{1,3}|I?V|VI")


@lru_cache(maxsize=1)
def _headed() -> list[tuple[tuple[str, ...], str]]:
    """Offices whose complement is a body's name, in words, the longest first, and the kind of the body."""
    rows = load("employment")["bodies"].items()
    found = [(tuple(office.split()), str(kind)) for kind, offices in rows for office in offices]
    return sorted(found, key=lambda row: (-len(row[0]), row))


def headed_bodies(
    document: Document, people: Mapping[int, int], titles: Iterable[Title]
) -> dict[int, tuple[int, str]]:
    """First token to last and kind of what stands between the office of a head and his name, or behind both.

    Only where no listed name and no head word stands in it, and the tagger sees no body that begins later.
    """
    words = document.tokens
    seen = {name.first for name in document.names if name.kind == "ORG"}
    ends = {last for last in people.values() if last < len(words) and words[last].text == ","}
    found = {}
    for title in titles:
        behind = title.last + (title.last < len(words) and words[title.last].text == ",")
        before = title.first - 1 in ends
        if title.group != "organisation" or not (before or {title.last, behind} & people.keys()):
            continue
        for office, kind in _headed():
            first = title.first + len(office)
            if tuple(word.text for word in words[title.first : first]) != office:
                continue
            first += _NUMBERED.fullmatch(words[first].text) is not None  # "Wakil Rektor IV UMT"
            body = [word.text for word in words[first : title.last] if word.text[0].isalpha()]
            later = any(i in seen for i in range(first + 1, title.last))
            told = later or any(_tells(document, i, first) for i in range(first, title.last))
            long = before and len(body) > _SHORT
            # "Analis Sentral Valuta": common words that end as only a firm's name does.
            common = bool(body) and is_common(body[0]) and not (body[1:] and tails().get(body[-1]))
            if body and body[0][0].isupper() and not (told or long or common):
                found[first] = (title.last, kind)
            break
    return found


def _tells(document: Document, index: int, first: int) -> bool:
    """Whether a word opens a body's name by itself, or a listed name begins with it; "Indonesia" behind
    the body that begins at token `first` only goes it on: "Country Head Ridley Indonesia".
    """
    words = document.tokens
    opens = any(
        all(word.text == part for word, part in zip(words[index : index + len(head)], head, strict=False))
        for head, *_ in heads().get(words[index].text, ())
    )
    listed = any(index == first or hit.code != HOME for hit in document.starting(words[index].start))
    return opens or listed or words[index].text in "()"
