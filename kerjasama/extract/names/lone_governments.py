"""Governments of regions that are told by their level alone: "Pemkab" behind "Bupati Alor".

Those named in full and told again so are `kerjasama.extract.names.later_names`' subject.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.document import Document
from kerjasama.extract.names.organisation import Organisation
from kerjasama.extract.regions import LEVEL, LEVEL_OF_SHORT, full_name, headed_level, is_governed, level_of
from kerjasama.records import HOME
from kerjasama.text.tokens import Token

# The gazetteer holds a region's government, head and level as forms of its name: "Bupati Alor".
_BEFORE_NAME = re.compile(rf"(?:{alternatives('frames', 'heads_of_regions')}\s|{LEVEL}\s|Pem[a-z]+\s)+")
_LONGEST_OFFICE = 15


def lone_governments(document: Document, known: Container[str]) -> Iterator[Organisation]:
    """One for each lone short form that is not `known` as a form of a named body: the government of the
    region whose head was named last, else of the region of its level that was.
    """
    lone = {
        index
        for index, token in enumerate(document.tokens)
        if token.lower in LEVEL_OF_SHORT and token.text not in known and _is_alone(document, index)
    }
    if not lone:
        return  # most articles tell none, and looking up the places of every word takes long
    headed: dict[str, str] = {}
    named: dict[str, str] = {}
    for index, token in enumerate(document.tokens):
        for place in document.places_at(token.start):
            region = document.text[place.start : place.end]
            if not is_governed(region):
                continue
            level = level_of(place.code)
            named[level] = name = _BEFORE_NAME.sub("", region)
            before = document.text[max(0, place.start - _LONGEST_OFFICE) : place.end - len(name)]
            if headed_level(before) == level:
                headed[level] = name
        if index not in lone:
            continue
        level = LEVEL_OF_SHORT[token.lower]
        if governed := headed.get(level) or named.get(level):
            yield _government(index, token, full_name(f"Pemerintah {level} {governed}"))


def _government(index: int, token: Token, name: str) -> Organisation:
    return Organisation(
        first=index,
        last=index + 1,
        start=token.start,
        end=token.end,
        name=name,
        kind="local_government",
        rule="form.level",
        national=True,
        country=HOME,
        short=[(token.start, token.end, token.text)],
    )


def _is_alone(document: Document, index: int) -> bool:
    """Whether no name goes on behind a token."""
    behind = index + 1
    if behind >= len(document.tokens) or behind in document.breaks:
        return True
    following = document.tokens[behind].text
    return not following[0].isupper() and following != "("
