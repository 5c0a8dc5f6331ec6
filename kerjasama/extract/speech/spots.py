"""Everybody who may speak in a document, by place: actors, offices, countries, and the government at home.

Which of them stands beside a verb of saying is found in `kerjasama.extract.speech.attribution`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kerjasama.extract.actors.index import ActorIndex, country_actor
from kerjasama.extract.document import Document
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import media, word_set
from kerjasama.records import HOME, Actor, Anchor

_BEFORE_COUNTRY = word_set("speech_words", "attribution_before_country")
_KINDS_OF_GOVERNMENT = word_set("speech_words", "attribution_kinds_of_government")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker found at [start, end): an actor, or None for the one in force; `title` is the office
    printed there.
    """

    actor: Actor | None
    rule: str
    start: int
    end: int
    title: Title | None = None

    @property
    def person(self) -> bool:
        """Whether it is a person, by name or by office."""
        return self.actor is not None and self.actor.kind == "person"

    @property
    def named_person(self) -> bool:
        """Whether it is a person by name."""
        return self.person and self.title is None


def spots(document: Document, index: ActorIndex) -> list[Speaker]:
    """All possible speakers, in order."""
    found = [*_actors(index), *_offices(index)]
    found += _countries(document, found)
    found += _home_government(document, index, found)
    return sorted(found, key=lambda spot: (spot.start, spot.end))


def _actors(index: ActorIndex) -> Iterator[Speaker]:
    offices = [(title.start, title.end) for title in index.titles if index.holders.get(title.start)]
    for start, end, actor in index.mentions:
        person = actor.kind == "person"
        if not person and any(left <= start and end <= right for left, right in offices):
            continue  # "Wakil Ketua Komisi XIII DPR": the office speaks, not the body that it names
        if actor.name.lower() not in media():
            yield Speaker(actor, f"speaker.{'person' if person else 'organisation'}", start, end)


def _offices(index: ActorIndex) -> Iterator[Speaker]:
    by_name = {actor.name: actor for actor in index.actors}
    for title in index.titles:
        over = index.at(title.start, title.end)
        if over and any(start < title.start and title.end <= end for start, end in over.mentions):
            continue  # "Kantor Perdana Menteri Israel"
        holder = by_name.get(index.holders.get(title.start, ""))
        yield Speaker(holder, "speaker.office", title.start, title.end, title)


def _countries(document: Document, taken: Iterable[Speaker]) -> list[Speaker]:
    """The countries named outside the names that are `taken`."""
    spans = [(spot.start, spot.end) for spot in taken]
    return [
        Speaker(country_actor(hit.code, [(hit.start, hit.end)]), "speaker.country", hit.start, hit.end)
        for hit in document.entity_hits
        if hit.kind == "country"
        and not any(start <= hit.start < end for start, end in spans)
        and _is_noun(document, hit.start)
    ]


def _is_noun(document: Document, start: int) -> bool:
    """Whether a country's name stands for the country and does not describe the noun before it."""
    place = document.token_at(start)
    if not place or place in document.breaks:
        return True
    before = document.tokens[place - 1]
    return not before.text[0].isalpha() or before.lower in _BEFORE_COUNTRY


def _home_government(document: Document, index: ActorIndex, taken: Sequence[Speaker]) -> Iterator[Speaker]:
    """ "Pemerintah" alone is the government of Indonesia."""
    starts = {spot.start for spot in taken}
    known = index.named("Pemerintah Indonesia")
    tokens = document.tokens
    for place, token in enumerate(tokens[:-1]):
        following = tokens[place + 1]
        if token.lower != "pemerintah" or token.start in starts:
            continue
        if following.text[0].isupper() or following.lower in _KINDS_OF_GOVERNMENT:
            continue
        span = (token.start, token.end)
        actor = known or Actor(
            "Pemerintah Indonesia", "government", HOME, (span,), aliases=("Pemerintah",),
            anchors=(Anchor("country", "country.home_government", *span),),
        )  # fmt: skip
        yield Speaker(actor, "speaker.home_government", *span)
