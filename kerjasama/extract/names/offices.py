"""The vocabulary of offices: heads of titles, honorifics, fields of ministries, and where a title may begin.

Where titles stand and whose they are is `titles.py`'s and `people.py`'s subject.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.registry import organisations, word_set
from kerjasama.records import HOME
from kerjasama.text.tokens import tokens

CALENDAR = word_set("name_words", "titles_calendar")
_SCHOLARS = word_set("titles", "scholars")
_NAMED_AFTER = word_set("titles", "named_after")


@lru_cache(maxsize=1)
def _heads() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Title heads by first word in lower case: (words in lower case, group), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group, phrases in load("titles")["heads"].items():
        for phrase in phrases:
            words = tuple(token.lower for token in tokens(phrase))
            found.setdefault(words[0], []).append((words, group))
    for acronym in load("titles")["acronyms"]:
        words = tuple(token.lower for token in tokens(acronym))
        found.setdefault(words[0], []).append((words, f"acronym:{acronym}"))
    for options in found.values():
        options.sort(key=lambda option: (-len(option[0]), option))
    return found


@lru_cache(maxsize=1)
def honorifics() -> frozenset[str]:
    """Honorifics and ranks, single words in lower case without full stops."""
    return frozenset(
        word.strip(".").lower()
        for phrase in load("titles")["honorifics"]
        for word in re.findall(r"[^\s()]+", str(phrase))
        if word.lower() not in load("titles")["no_honorifics"]
    )


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """All words that title heads are made of, in lower case."""
    words = {word for options in _heads().values() for head, _ in options for word in head}
    return frozenset(word for word in words if word.isalpha() and len(word) > 1)


@lru_cache(maxsize=1)
def ministry_fields() -> frozenset[str]:
    """Words that name a ministry's field ("Perindustrian", "Luar", "Negeri", "ESDM"), as printed."""
    found: set[str] = set()
    for known in organisations().values():
        if known.kind == "government" and known.country == HOME:
            for form in known.forms:
                if form.startswith("Kementerian "):
                    found.update(token.text for token in tokens(form))
    found.update(token.text for full in load("titles")["acronyms"].values() for token in tokens(full))
    found.difference_update(("Kementerian",))
    found.update(load("name_words")["ministry_fields"])
    return frozenset(word for word in found if word[0].isalnum())


@lru_cache(maxsize=1)
def says() -> frozenset[str]:
    """Words that may follow the name of one who speaks."""
    words = load("speech_verbs")
    behind = load("name_words")["behind_speakers"]
    return frozenset((*words["saying"], *words["asking"], *words["helpers"], *behind))


def opens_holder(document: Document, index: int) -> bool:
    """Whether a scholar's or cleric's title at `index` opens a person's name, so that no body's goes on:
    "Rektor Unkar Prof. Nurdelima", but not in "RSUD Dr. Soetomo", which is named after one.
    """
    words, following = document.tokens, index + 1
    if words[index].text not in _SCHOLARS or following >= len(words):
        return False
    if words[following].text != "." and not words[following].text[0].isupper():
        return False
    before = index - 1
    while before > 0 and (words[before].text == "." or words[before].text in _SCHOLARS):
        before -= 1
    return before < 0 or words[before].text not in _NAMED_AFTER


def is_title_head(document: Document, index: int) -> tuple[int, str] | None:
    """Length in tokens and group of the longest title head that begins at token `index`, if any."""
    words = document.tokens
    options = _heads().get(words[index].lower)
    if not options:
        return None
    for head, group in options:
        last = index + len(head)
        if last > len(words) or any(words[index + i].lower != word for i, word in enumerate(head)):
            continue
        if not words[index].text[0].isupper() and group != "organisation":
            continue
        if group == "country" and head == ("putra",):
            continue
        if group.startswith("acronym:") and words[index].text[0].islower():
            continue
        return len(head), group
    return None
