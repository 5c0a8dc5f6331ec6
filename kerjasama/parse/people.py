"""Who wrote and who edited, out of bylines and credit fields: "Oleh : Herman, Leonard / WBP", "Editor: Handoyo".

Speakers and people of the article's own sentences are `kerjasama.extract`'s subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Credits", "join_credits", "read_credits", "split_names"]

_AUTHOR_WORDS = r"oleh|penulis|reporter|pewarta|jurnalis|wartawan|kontributor|writer|author|by|laporan"
_EDITOR_WORDS = r"editor|redaktur|penyunting|uploader"
_OTHER_WORDS = r"sumber|source|fotografer|foto|pewarta foto|copyright|coyright|hak cipta"
_LABEL = re.compile(
    rf"(?<![\w.])(?:(?P<author>{_AUTHOR_WORDS})|(?P<editor>{_EDITOR_WORDS})|(?P<other>{_OTHER_WORDS}))"
    rf"(?:\s*/\s*(?:{_AUTHOR_WORDS}|{_EDITOR_WORDS}))?\s*(?P<mark>:|©)?\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,(?!\s*(?:S|M|Dr|SE|SH|MM|MA|Jr|Ph)\b\.?)|;|\||\bdan\b|\band\b|&|\n|•|·)\s*")
_DROP = re.compile(
    r"^\s*(?:(?:oleh|by|penulis|reporter|editor|jurnalis|tim redaksi)\s*:?\s+)|"
    r"\s*[-–|]\s*(?:(?:antara(?: ?news)?|detik\w*|kompas|okezone|liputan6|tribun\w*|cnn indonesia|cnbc indonesia|bisnis|tempo|viva"
    r"|kontributor\b[^,]*|jurnalis)(?:\.com|\.co\.id|\.co)?\s*)$|"
    r"\s*\((?:kontributor|magang|mg\w*|antara|c\d+)\b[^)]*\)\s*$|\s+\S+@\S+$|^@",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|https?:|@|\.com\b|\.co\b|\.id\b|^(?:admin\w*|redaksi|antara(?: ?news)?|n/?a|none|null|-+|wib|humas|tim|team|editor|author|"
    r"penulis|reporter|antaranews|detik\w*|liputan6|kompas|okezone|republika|tempo|viva|bisnis|kontan|media indonesia)$",
    re.IGNORECASE,
)


class Credits(NamedTuple):
    """Authors and editors in the order of print, each once."""

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def split_names(printed: str | Iterable[str] | None) -> tuple[str, ...]:
    """The names of a credit field, one each; labels, outlets, addresses and empty fields fall away."""
    fields = [printed] if isinstance(printed, str) else list(printed or ())
    names: dict[str, None] = {}
    for field in fields:
        for part in _SPLIT.split(" ".join(str(field).split(" ")).strip()):
            name = _DROP.sub("", part.strip(" \t\n\r:-–—/.,;()[]'\"\u00a0")).strip(" :-–—/,;'\"")
            name = " ".join(name.split())
            if 2 <= len(name) <= 60 and len(name.split()) <= 7 and not _NO_NAME.search(name):
                names.setdefault(name)
    return tuple(names)


def read_credits(line: str) -> Credits:
    """Authors and editors of a printed credit line, which may hold several labels; empty where it holds none.

    "Oleh : A, B / WBP" gives the initials after the slash as the editor, as outlets print them.
    """
    authors: list[str] = []
    editors: list[str] = []
    labels = [
        match
        for match in _LABEL.finditer(line)
        if match.group("mark") or match.start() == len(line) - len(line.lstrip())
    ]
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


def join_credits(first: Credits, second: Credits) -> Credits:
    """Both credits, the first one's names first, nobody twice and no editor among the authors' doubles."""
    authors = tuple(dict.fromkeys((*first.authors, *second.authors)))
    return Credits(authors, tuple(dict.fromkeys((*first.editors, *second.editors))))
