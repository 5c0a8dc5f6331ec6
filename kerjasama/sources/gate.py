"""The keyword gate: which candidates are worth a request, by title, summary and words of the address.

It sees only what a source tells, so it must be generous: whatever it stops is never read. The words
come from the codebook's countries and `gate.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from kerjasama import codebook
from kerjasama.capture.candidate import Candidate
from kerjasama.yaml_files import read_yaml


def keyword_gate(words: Iterable[str]) -> Callable[[Candidate], str | None]:
    """A gate that lets through what holds one of the words, whole and in any case; no words let all through.

    It returns None for what may pass, else the reason `no_keyword`. A word may have several parts
    ("Negeri Sakura"); in an address they stand with hyphens.
    """
    alternatives = sorted({re.escape(w.casefold()).replace(r"\ ", r"[\s\-_+]+") for w in words if w.strip()})
    if not alternatives:
        return lambda candidate: None
    pattern = re.compile(rf"(?<!\w)({'|'.join(alternatives)})(?!\w)")

    def gate(candidate: Candidate) -> str | None:
        told = " \n ".join(filter(None, (candidate.title, candidate.summary, _slug(candidate.url))))
        return None if pattern.search(told.casefold()) else "no_keyword"

    return gate


def country_words(countries: Iterable[str]) -> list[str]:
    """The words for partner countries, by their ISO 3166-1 codes: names, bynames, cities, known institutions.

    KeyError for a code that the codebook does not know.
    """
    words: list[str] = []
    for code in countries:
        entry: dict[str, Any] = codebook.load("countries")[code]
        words.append(entry["name"])
        for kind in ("names", "bynames", "english", "cities"):
            words += entry.get(kind, ())
        words += _gate_words().get(code, ())
    return words


@lru_cache(maxsize=1)
def _gate_words() -> dict[str, list[str]]:
    return read_yaml(Path(__file__).with_name("gate.yaml"))


def _slug(url: str) -> str:
    try:
        return unquote(urlsplit(url).path).replace("_", "-").replace("-", " ").replace("/", " / ")
    except ValueError:
        return ""
