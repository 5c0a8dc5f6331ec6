"""The body that another belongs to: an agency's ministry, a faculty's university, a firm's mother.

The registry tells it of those it lists; else the end of a name does ("Pusat Riset Politik BRIN"), the
beginning of a firm's ("Pertamina Lubricants"), the words beside it ("anak usaha X"), the first word of what
everybody knows ("Polda"), or, of what is a part by its name ("Fakultas Teknik"), the body told last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, either
from kerjasama.extract.actors.index import ActorIndex, fold
from kerjasama.extract.document import Document
from kerjasama.extract.regions import LEVEL, province_of
from kerjasama.extract.registry import organisations
from kerjasama.records import HOME, Actor
from kerjasama.text.names import is_common

_OWNERS = ("government", "public_agency", "education_research", "international_organisation")
"""Kinds of bodies that have parts which are named after them."""
_PARTS = (*_OWNERS, "local_government")
_WHOLE = re.compile(rf"{alternatives('parts', 'whole')}\b")
_OF = frozenset(load("parts")["of"])
# "Dinas Perikanan Kota Ambon", "BPBD Kabupaten Malang".
_SERVICE = re.compile(rf"\w.*?\s(?:(?P<level>{LEVEL})\s(?P<region>[A-Z].*))")
# "anak usaha X", "anak usahanya, X"; and what stands between an owner or a daughter and these words.
_DAUGHTER = re.compile(rf"\b{alternatives('parts', 'daughters')}(?P<his>nya)?\b")
_THROUGH = re.compile(rf"\b{alternatives('parts', 'through')}\s*\Z")
_IS = re.compile(rf"[\s,]*(?:\([^()]*\)[\s,]*)?(?:{alternatives('parts', 'is')}\s+)*")
_DIRECT, _FAR = 25, 90
"""Characters between "anak usaha" and a body's name that belongs to it, and between it and a second one."""


def with_owners(document: Document, bodies: Sequence[Actor]) -> list[Actor]:
    """The bodies of an article, in their order, with the body that each belongs to as its parent."""
    index = ActorIndex(bodies)
    daughters = _daughters(document, index)
    return [body if body.parent else _owned(document, body, index, daughters) for body in bodies]


def _owned(document: Document, body: Actor, index: ActorIndex, daughters: dict[str, str]) -> Actor:
    if body.kind == "company":
        owner = daughters.get(body.name) or _mother(body, index)
    elif body.kind not in _PARTS or _WHOLE.match(body.name):
        return body
    else:
        owner = named_owner(document, body.name, body.mentions, index) or _known(body, index)
        owner = owner or _government(body) or _told_last(body, index)
    return replace(body, parent=owner) if owner and owner != body.name else body


def named_owner(
    document: Document, name: str, spans: Iterable[tuple[int, int]], index: ActorIndex
) -> str | None:
    """The body with whose name another ends: "Badan X Kementerian Y", "Departemen Komunikasi BI"."""
    words = name.split()
    for i in range(1, len(words)):
        owner = index.named(" ".join(words[i:]))
        initials = "".join(word[0] for word in words[:i] if word[0].isupper())
        if owner is None or owner.name == name or words[i] == initials:
            continue
        if owner.kind in _OWNERS and _joined(words[i - 1]):
            return owner.name
    for start, end in spans:
        for hit in document.ending(end, "organisation"):
            known, before = organisations()[hit.code], document.text[start : hit.start].split()
            ends = name.endswith(document.text[hit.start : end])
            own = known.name.split()[0] == words[0]  # "Komisi Pemberantasan Korupsi KPK"
            if before and ends and not own and _joined(before[-1]) and known.kind in _OWNERS:
                return known.name
    return None


def _joined(word: str) -> bool:
    """Whether the word before an owner's name lets it be one: not in "Wakil Tetap untuk PBB"."""
    return word in _OF or not word[0].islower()


@lru_cache(maxsize=1)
def _by_first_words() -> list[tuple[re.Pattern[str], str]]:
    rows = load("parts")["known"].items()
    return [(re.compile(rf"{either(map(re.escape, parts))}\b"), str(owner)) for owner, parts in rows]


def _known(body: Actor, index: ActorIndex) -> str | None:
    """The owner that everybody knows of an Indonesian body by its first words: "Polda Kalimantan Utara"."""
    owners = (owner for parts, owner in _by_first_words() if body.country == HOME and parts.match(body.name))
    owner = next(owners, None)
    named = index.named(owner) if owner else None
    return named.name if named else owner


def _government(body: Actor) -> str | None:
    """The regional government that a local service belongs to, where its name ends with the region's."""
    if body.kind != "local_government":
        return None
    found = _SERVICE.fullmatch(body.name)
    if found is not None:
        return f"Pemerintah {found['level']} {found['region']}"
    words = body.name.split()
    provinces = (province_of(" ".join(words[i:])) for i in range(1, len(words)))
    return next((f"Pemerintah Provinsi {province}" for province in provinces if province), None)


def _told_last(body: Actor, index: ActorIndex) -> str | None:
    """The body told before what by its first words is a part, else the first one behind it."""
    for row in load("parts")["units"]:
        if not body.name.startswith(tuple(f"{unit} " for unit in row["units"])):
            continue
        start = body.mentions[0][0]
        owners = [
            (left, actor) for left, _, actor in index.mentions if actor.name.startswith(tuple(row["owners"]))
        ]
        same = [(left, actor) for left, actor in owners if actor.country == body.country]
        before = [actor for left, actor in same if left < start]
        return next((actor.name for actor in (*reversed(before), *(actor for _, actor in same))), None)
    return None


def _mother(body: Actor, index: ActorIndex) -> str | None:
    """The firm whose name a longer one goes on: "PT Chery Sales Indonesia" is Chery's."""
    name = fold(body.name)
    mothers = [
        (len(form), actor.name)
        for actor in index.actors
        if actor.kind == "company" and actor.name != body.name
        for form in map(fold, actor.forms)
        if len(form) > 2 and name.startswith(f"{form} ") and not is_common(form.capitalize())
    ]
    return max(mothers)[1] if mothers else None


def _daughters(document: Document, index: ActorIndex) -> dict[str, str]:
    """Firms by name with the names of those whose daughters a sentence calls them."""
    found: dict[str, str] = {}
    for words in _DAUGHTER.finditer(document.text):
        sentence = document.sentences[document.sentence_at(words.start())]
        firms = [m for m in index.within(sentence.start, sentence.end) if m[2].kind == "company"]
        before = [m for m in firms if m[1] <= words.start() and words.start() - m[1] < _FAR]
        behind = [m for m in firms if m[0] >= words.end() and m[0] - words.end() < _FAR]
        if not behind:
            continue
        of_one_before = words["his"] or _THROUGH.search(document.text, sentence.start, words.start())
        close = behind[0][0] - words.end() < _DIRECT
        if of_one_before and before:
            owner, daughter = before[-1], behind[0]
        elif close and before and _IS.fullmatch(document.text, before[-1][1], words.start()):
            owner, daughter = behind[0], before[-1]
        elif close and len(behind) > 1 and not words["his"]:
            owner, daughter = behind[0], behind[1]
            if not _IS.fullmatch(document.text, owner[1], daughter[0]):
                continue
        else:
            continue
        if owner[2].name != daughter[2].name:
            found.setdefault(daughter[2].name, owner[2].name)
    return found
