"""Who wrote and who edited, out of bylines and credit fields: "Oleh : Herman, Leonard / WBP", "Editor:
Handoyo".

Speakers and people of the article's own sentences are `kerjasama.extract`'s subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kerjasama.codebook import load

__all__ = ["Credits", "join_credits", "read_credits", "shouted_names", "split_names"]

# "Kontributor Tegal, Tresno Setiadi": the post is a place, the name comes after it.
_POST = re.compile(r"\bkontributor\s+(?:\w+\s?){1,3},\s*", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,(?!\s*(?:S|M|Dr|SE|SH|MM|MA|Jr|Ph)\b\.?)|;|\||\bdan\b|\band\b|&|\n|•|·)\s*")
# Small words inside of names, of the archipelago and of Europe.
_PARTICLES = frozenset(
    ("bin", "binti", "al", "el", "di", "da", "de", "del", "della", "den", "der", "dos", "du", "van", "von")
)
_NO_NAME = re.compile(r"\d|@|https?:|\.(?:com|co|id)\b")
_SHOUTED_NAME = r"[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]*){1,3}"
_SHOUTED = re.compile(rf"{_SHOUTED_NAME}(?:\s?[|,&]\s?{_SHOUTED_NAME}){{0,2}}")


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    press = load("press")
    authors, editors, others = ("|".join(press[role]) for role in ("authors", "editors", "others"))
    return re.compile(
        rf"(?<![\w.])(?:(?P<author>{authors})|(?P<editor>{editors})|(?P<other>{others}))\b"
        rf"(?:\s*/\s*(?:{authors}|{editors}))?\s*(?P<mark>:|©)?\s*",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _drop() -> re.Pattern[str]:
    """What stands before or after a name in its field: a label, the outlet, a place in brackets, an
    address.
    """
    press = load("press")
    labels, outlets = (
        "|".join([*press["authors"], *press["editors"], "tim redaksi"]),
        "|".join(press["after_name"]),
    )
    return re.compile(
        rf"^\s*(?:{labels})\b\s*:?\s+|\s*[-–|]\s*(?:{outlets})(?:\.com|\.co\.id|\.co)?\s*$"
        r"|\s*\([^()]*\)?\s*$|\s+\S+@\S+$|^@",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _nobody() -> re.Pattern[str]:
    return re.compile("|".join(["kontributor\\b.*", *load("press")["nobody"]]), re.IGNORECASE)


def _is_somebody(name: str) -> bool:
    """Whether a field's words may be a name: no address, number, or word that fields hold in place of one."""
    return not _NO_NAME.search(name.lower()) and not _nobody().fullmatch(name)


class Credits(NamedTuple):
    """Authors and editors in the order of print, each once."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def split_names(printed: str | Iterable[str] | None) -> tuple[str, ...]:
    """The names of a credit field, one each; labels, outlets, addresses and empty fields fall away."""
    fields = [printed] if isinstance(printed, str) else list(printed or ())
    names: dict[str, None] = {}
    for field in fields:
        for part in _SPLIT.split(_POST.sub("", str(field)).strip()):
            name = _drop().sub("", part.strip(" \t\n\r:-–—/.,;()[]'\"\u00a0")).strip(" :-–—/,;'\"")
            name = " ".join(name.split())
            if 2 <= len(name) <= 60 and len(name.split()) <= 7 and _is_somebody(name) and _is_set(name):
                names.setdefault(name)
    return tuple(names)


def _is_set(name: str) -> bool:
    """Whether words are set as a name: no small word but a particle among large ones ("Menulis tentang")."""
    small = [word[0].islower() for word in name.split() if word not in _PARTICLES]
    return all(small) or not any(small)


def read_credits(line: str) -> Credits:
    """Authors and editors of a printed credit line, which may hold several labels; empty where it holds none.

    "Oleh : A, B / WBP" gives the initials after the slash as the editor, as outlets print them.
    """
    if "kontributor" in line.lower():
        line = _POST.sub("", line)
    # A label is one before its mark or at the start of the line: most lines have neither.
    if ":" not in line and "©" not in line and not _label().match(line.lstrip()):
        return Credits()
    authors: list[str] = []
    editors: list[str] = []
    labels: list[re.Match[str]] = []
    for match in _label().finditer(line):
        before = line[: match.start()]
        # Without a colon a label opens the field or, where one does, a line of it (Penulis, Rina, Editor, …).
        opens = bool(labels) and before.rstrip(" \t|•·").endswith("\n")
        if match.group("mark") or not before.strip() or opens:
            labels.append(match)
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(line)
        words = line[label.end() : end]
        if label.group("other"):
            continue
        if label.group("editor"):
            editors += split_names(words)
            continue
        words, _, initials = words.partition("/")
        words = re.sub(
            r"^\s*(?:wartawan|reporter|jurnalis|kontributor)\s+[\w.]+\s*,", "", words, flags=re.IGNORECASE
        )
        authors += split_names(words)
        if re.fullmatch(r"\s*[A-Z]{2,4}\s*", initials):
            editors.append(initials.strip())
    return Credits(tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(editors)))


def shouted_names(line: str) -> tuple[str, ...]:
    """The names of a last line that is nothing but one to three names in capitals, as some outlets sign."""
    return split_names(line) if _SHOUTED.fullmatch(line) else ()


def join_credits(first: Credits, second: Credits) -> Credits:
    """Both credits, the first one's names first, nobody twice and no editor among the authors' doubles."""
    authors = tuple(dict.fromkeys((*first.authors, *second.authors)))
    return Credits(authors, tuple(dict.fromkeys((*first.editors, *second.editors))))
