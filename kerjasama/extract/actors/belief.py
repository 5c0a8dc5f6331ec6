"""Whether a name found is an actor: a logistic model over its words, its neighbours and what found it.

The tagger and the rules find more than the codebook's section 6 calls actors: products, events, terms, halves
of names. The weights in `belief.json` are learned from annotated articles (`bench/fit_belief.py`); a name is
believed from that probability on at which believing it raises F1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log, sqrt
from pathlib import Path

import numpy as np

from kerjasama.extract.document import Document
from kerjasama.extract.names.people import Person
from kerjasama.extract.names.person_signs import introduced
from kerjasama.extract.names.title_names import PATRONYMICS
from kerjasama.extract.registry import public_people
from kerjasama.text.logistic import log_odds, read_model
from kerjasama.text.name_forms import sounds_at_home
from kerjasama.text.names import LABELS_OF, classes_of, is_common

FILE = Path(__file__).with_name("belief.json")
BOUND = log(0.35 / 0.65)
"""Log odds from which a name is believed: where F1 is highest, at half of the F1 that is reached."""

VOUCHED = log(0.3 / 0.7)
"""The same for bodies of the registry and for people with an office, a verb of saying or a public name: they
are parties and speakers, and without them facts and statements are lost. Cross-validated, actors' F1 is
highest at 0.3 (0.768 to 0.770 against 0.2); the facts of the annotated sets do not mind."""

POSSIBLE = {
    "rule=form.head": log(0.15 / 0.85),
    "rule=registry": log(0.15 / 0.85),
    "rule=form.tail": log(0.08 / 0.92),
}
"""The same for a body that counts only where a fact makes it a party: one whose name says what it is
("Koperasi …", "… Trading"), or one of the registry.
"""

_VOUCHES = ("known", "titled", "introduced", "public")

Properties = dict[str, float]


class Signs:
    """What a document tells of the names in it; the whole text is looked at once."""

    def __init__(self, document: Document):
        self.document = document
        self.breaks = document.breaks
        self.ranked = frozenset(document.ranks.values())
        self.tagged = {(name.first, name.last): name.kind for name in document.names}
        scores = document.label_scores
        outside = scores[:, 0]
        self.over = {kind: scores[:, columns].max(axis=1) - outside for kind, columns in LABELS_OF.items()}

    def person(self, group: Sequence[Person]) -> Properties:
        """What speaks for and against a person printed at the places of `group`."""
        document = self.document
        found = self._printed([(person.first, person.last) for person in group])
        titles = [person.title for person in group if person.title is not None]
        if titles:
            found["titled"] = 1.0
            found[f"title={titles[0].group}"] = 1.0
        if any(introduced(document, person.first, person.last) for person in group):
            found["introduced"] = 1.0
        if any(person.name.lower() in public_people() for person in group):
            found["public"] = 1.0
        if any(person.first in self.ranked for person in group):
            found["ranked"] = 1.0
        if any(word in PATRONYMICS for person in group for word in person.name.split()[1:-1]):
            found["patronymic"] = 1.0  # "Sultan bin Abdulaziz", whatever a sultan is
        return found

    def organisation(self, spans: Iterable[tuple[int, int]], marks: Iterable[str]) -> Properties:
        """What speaks for and against a body printed at `spans` of the text; `marks` is what rules said."""
        at = [(self.document.token_at(start), self.document.token_at(end)) for start, end in spans]
        found = self._printed([(first, max(first + 1, last)) for first, last in at])
        found.update((mark, 1.0) for mark in marks)
        return found

    def _printed(self, spans: Sequence[tuple[int, int]]) -> Properties:
        """What stands in and around a name, at all its places together."""
        found: Properties = {"": 1.0, "often": log(len(spans))}
        if len(spans) == 1:
            found["once"] = 1.0
        share, weight = 1 / len(spans), 1 / sqrt(len(spans))
        for first, last in spans:
            for name, value in (
                (f"tag={self.tagged.get((first, last), '')}", share),
                *((f"before {sign}", weight) for sign in self._beside(first - 1, first)),
                *((f"behind {sign}", weight) for sign in self._beside(last, last)),
                *([("quoted", share)] if self._quoted(first) else []),
            ):
                found[name] = found.get(name, 0.0) + value
        found.update(self._form(*max(spans, key=lambda span: (span[1] - span[0], -span[0]))))
        if self.document.sentence_at(self.document.tokens[min(spans)[0]].start) <= 1:
            found["opening"] = 1.0
        places = [index for first, last in spans for index in range(first, last)]
        for kind, over in self.over.items():
            found[f"{kind} mean"] = float(np.clip(over[places].mean(), -8, 8)) / 4
            found[f"{kind} least"] = float(np.clip(over[places].min(), -8, 8)) / 4
        return found

    def _quoted(self, index: int) -> bool:
        return self.document.quote_at(self.document.tokens[index].start) is not None

    def _beside(self, index: int, opening: int) -> tuple[str, ...]:
        """The word at `index` and its classes, but none across the beginning of a sentence at `opening`."""
        words = self.document.tokens
        if not 0 <= index < len(words) or opening in self.breaks:
            return ("edge",)
        return (f"={words[index].lower}", *classes_of(words[index].text))

    def _form(self, first: int, last: int) -> Properties:
        """The words of the fullest form, and what the codebook's lists hold of it."""
        document = self.document
        named = [word.text for word in document.tokens[first:last] if word.text[0].isalnum()] or ["-"]
        found: Properties = {f"{min(len(named), 5)} words": 1.0}
        for side, word in (("first", named[0]), ("last", named[-1])):
            found.update((f"{side} {sign}", 1.0) for sign in (f"={word.lower()}", *classes_of(word)))
        found["common"] = sum(is_common(word) for word in named) / len(named)
        for name, holds in (
            ("all common", all(is_common(word) for word in named)),
            ("capitals", all(word.isupper() for word in named)),
            ("digits", any(c.isdigit() for word in named for c in word)),
            ("in region", bool(document.places_at(document.tokens[first].start))),
        ):
            if holds:
                found[name] = 1.0
        start, end = document.tokens[first].start, document.tokens[last - 1].end
        found.update((f"holds {hit.kind}", 1.0) for hit in document.entities_in(start, end))
        sound = sounds_at_home(" ".join(named), person=True)
        found["sound"] = max(-4.0, min(4.0, sound)) / 4
        return found


def is_believed(found: Properties, person: bool) -> bool:
    """Whether a name with these properties is to be an actor; what the text calls a body, and who bears a
    rank, is; a forum is none.
    """
    if "forum" in found:
        return False
    sure = "apposed" in found or "ranked" in found
    return sure or log_odds(read_model(FILE)["people" if person else "bodies"], found) >= bound(found)


def is_possible(found: Properties) -> bool:
    """Whether a body that is not believed may still be one if an act needs it as a party; a forum may."""
    if "forum" in found:
        return True
    bounds = [least for sign, least in POSSIBLE.items() if sign in found]
    return bool(bounds) and log_odds(read_model(FILE)["bodies"], found) >= min(bounds)


def bound(found: Properties) -> float:
    """The log odds from which a name with these properties is believed."""
    return VOUCHED if any(name in found for name in _VOUCHES) else BOUND
