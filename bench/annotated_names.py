"""An annotated article as words with names marked: every place where it prints one of its actors.

Here a name of an organisation is one that is an actor (codebook section 6): a medium, a brand or an event is
none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kerjasama.extract.document import Document
from kerjasama.extract.names.offices import is_title_head
from kerjasama.records import Article
from kerjasama.text.tokens import tokens


class Marked(NamedTuple):
    """A text's words, their labels ("" where nobody looked), and the indexes of those opening a sentence."""

    words: list[str]
    labels: list[str]
    breaks: frozenset[int]


Form = tuple[tuple[str, ...], str]


def marked(article: Article, actors: Iterable[Mapping[str, Any]]) -> Marked:
    """An article's words, those of the journalist with their labels."""
    document = Document(article)
    words = document.tokens
    labels = ["O"] * len(words)

    def mark(first: int, last: int, kind: str) -> None:
        if all(label == "O" for label in labels[first:last]):
            labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]

    by_first: dict[str, list[Form]] = {}
    for form in sorted(_forms(actors), key=lambda form: (-len(form[0]), form)):
        by_first.setdefault(form[0][0], []).append(form)
    for index, word in enumerate(words):
        for parts, kind in by_first.get(word.text, ()):
            last = index + len(parts)
            titled = is_title_head(document, index)  # "Presiden Joko Widodo" is a form; the title is no name
            if not titled and tuple(token.text for token in words[index:last]) == parts:
                mark(index, last, kind)
    for hit in sorted(
        (*document.entity_hits, *document.hits), key=lambda hit: (hit.start - hit.end, hit.start)
    ):
        if hit.kind in ("country", "city", "place"):
            mark(document.token_at(hit.start), document.token_at(hit.end), "LOC")
    journalists: set[int] = set()
    for sentence in document.sentences:
        journalists.update(range(document.token_at(sentence.start), document.token_at(sentence.end)))
    told = [label if index in journalists else "" for index, label in enumerate(labels)]
    return Marked([word.text for word in words], told, document.breaks)


def _forms(actors: Iterable[Mapping[str, Any]]) -> set[Form]:
    """Printed forms of people and bodies as words; a word of one person's name stands for the person."""
    found: dict[tuple[str, ...], str] = {}
    single: dict[tuple[str, ...], str] = {}
    for actor in actors:
        if actor["kind"] in ("country", "group"):
            continue
        kind = "PER" if actor["kind"] == "person" else "ORG"
        for form in (actor["name"], *(actor.get("aliases") or ())):
            parts = tuple(token.text for token in tokens(form))
            if len(form) > 1 and parts[0][0].isupper():
                found[parts] = kind
                if kind == "PER":
                    single.update({(part,): kind for part in parts if len(part) > 2 and part[0].isupper()})
    return set((single | found).items())
