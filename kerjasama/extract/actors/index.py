"""The index of an article's actors: by name, by place in the text, with the offices that people hold.

Who the actors are is found in `kerjasama.extract.actors.actors`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.names.titles import Title
from kerjasama.extract.regions import region_governed, written_out
from kerjasama.extract.registry import country_names
from kerjasama.records import HOME, Actor, Anchor, Fact, Statement

_FORMS = re.compile(rf"\b{alternatives('organisation_forms', 'compared_without')}\b")
_OF_REGION = re.compile(rf"Pemerintah {alternatives('organisation_forms', 'regions')}\b")

# A country of the facts' sides that the text names this often by itself is one of their parties, whichever
# sentence tells the act: on the annotated articles that is right more often than not from three times on.
_OFTEN = 3


def fold(name: str) -> str:
    """A name for comparing: lower case, no punctuation, no legal forms."""
    text = _FORMS.sub(" ", re.sub(r"[\W_]+", " ", name.lower()))
    return " ".join(text.split())


class ActorIndex:
    """The actors of an article and where each is mentioned.

    `mentions` are (start, end, actor), sorted by start. `titles` are the offices that the text names,
    `holders` maps the start of a title to the name of the actor who speaks in that office. `spoken` are the
    statements, which are read together with the actors because a country is an actor only where it is a
    party or speaks; `countries` are (start, end, ISO code) where a country's name stands for the country
    itself and does not describe a noun ("perusahaan Jepang"). `doubtful` bodies are actors only where a fact
    makes them a party.
    """

    def __init__(
        self,
        actors: Iterable[Actor],
        titles: Iterable[Title] = (),
        holders: dict[int, str] | None = None,
        spoken: Iterable[Statement] = (),
        countries: Iterable[tuple[int, int, str]] = (),
        doubtful: Iterable[Actor] = (),
    ):
        self.actors = tuple(actors)
        self.titles = tuple(titles)
        self.holders = dict(holders or {})
        self.spoken = tuple(spoken)
        self.countries = tuple(countries)
        self.doubtful = tuple(doubtful)
        self.mentions: tuple[tuple[int, int, Actor], ...] = tuple(
            sorted(
                ((start, end, actor) for actor in self.actors for start, end in actor.mentions),
                key=lambda mention: (mention[0], mention[1], mention[2].name),
            )
        )
        self._starts = [start for start, _, _ in self.mentions]
        self._names: dict[str, Actor] = {}
        for actor in self.actors:
            for form in actor.forms:
                if fold(form):
                    self._names.setdefault(fold(form), actor)

    def at(self, start: int, end: int) -> Actor | None:
        """The actor whose mention overlaps `[start, end)` most, if any."""
        best: tuple[int, Actor] | None = None
        index = bisect_right(self._starts, end)
        for left, right, actor in reversed(self.mentions[max(0, index - 12) : index]):
            overlap = min(end, right) - max(start, left)
            if overlap > 0 and (best is None or overlap > best[0]):
                best = (overlap, actor)
        return best[1] if best else None

    def within(self, start: int, end: int) -> list[tuple[int, int, Actor]]:
        """The mentions that begin inside `[start, end)`."""
        left = bisect_right(self._starts, start - 1)
        return list(self.mentions[left : bisect_right(self._starts, end - 1)])

    def named(self, text: str) -> Actor | None:
        """The actor of that name or alias, case, punctuation and legal forms aside."""
        return self._names.get(fold(text))

    def with_parties(self, parties: Iterable[Actor | Fact]) -> ActorIndex:
        """This index with further actors, given as such or as participants of facts.

        A party already known by its name, an alias or the region that it governs only gains its mentions.
        With facts come the countries of their sides, where the text names them as such.
        """
        given = list(parties)
        joined = _Joined(self.actors)
        for party in (*_as_actors(given), *self._sides(given)):
            joined.add(party)
        return ActorIndex(
            joined.actors, self.titles, self.holders, self.spoken, self.countries, self.doubtful
        )

    def _sides(self, parties: Iterable[Actor | Fact]) -> Iterable[Actor]:
        """The countries between which the facts lie, where the text names them as such."""
        facts = [party for party in parties if isinstance(party, Fact)]
        sides = {code for fact in facts for code in fact.partner_countries} | ({HOME} if facts else set())
        for code in sorted(
            code for code in sides if sum(other == code for *_, other in self.countries) >= _OFTEN
        ):
            yield country_actor(code, [(start, end) for start, end, other in self.countries if other == code])


class _Joined:
    """Actors to which parties are added, each to the one that it is already, if any."""

    def __init__(self, actors: Iterable[Actor]):
        self.actors = list(actors)
        last_first = list(reversed(list(enumerate(self.actors))))
        self._places = {written_out(actor.name): i for i, actor in last_first} | {
            fold(form): i for i, actor in last_first for form in actor.forms if fold(form)
        }
        self._regions = {
            region_governed(actor.name): i for i, actor in last_first if actor.kind == "local_government"
        }

    def add(self, party: Actor) -> None:
        """Adds a party, or its mentions and names to the actor that it is."""
        place = self._place_of(party)
        # "kedua negara" stands for a party without naming it; another actor's name is no alias of this one.
        named = [
            form
            for form in party.forms
            if any(c.isupper() for c in form) and self._places.get(fold(form), place) == place
        ]
        if place is None:
            place = len(self.actors)
            self.actors.append(replace(party, aliases=tuple(f for f in named if f != party.name)))
        else:
            self._gain(place, party, named)
        for form in filter(fold, (party.name, *named)):
            self._places.setdefault(fold(form), place)

    def _place_of(self, party: Actor) -> int | None:
        """Where the actor stands that a party is: by its name, the region that it governs, or an alias."""
        place = self._places.get(fold(party.name), self._places.get(written_out(party.name)))
        if place is None and party.kind == "local_government":
            place = self._regions.get(region_governed(party.name))
            if place is not None and party.name.startswith("Pemerintah "):
                bare = self.actors[place]
                self.actors[place] = replace(bare, name=party.name, aliases=(*bare.aliases, bare.name))
        if place is None or _differ(self.actors[place], party):
            others = (self._places[fold(form)] for form in party.aliases if fold(form) in self._places)
            return next((other for other in others if self.actors[other].kind == party.kind), None)
        return place

    def _gain(self, place: int, party: Actor, named: Iterable[str]) -> None:
        """The actor at `place` gains a party's mentions, and the names by which it is called."""
        known = self.actors[place]
        aliases = dict.fromkeys((*known.aliases, *named))
        aliases.pop(known.name, None)
        mentions = tuple(sorted({*known.mentions, *party.mentions}))
        self.actors[place] = replace(known, mentions=mentions, aliases=tuple(aliases))


def _differ(known: Actor, party: Actor) -> bool:
    """Whether two actors of one name are not the same: a country is no person and no body."""
    return "country" in (known.kind, party.kind) and known.kind != party.kind


def _as_actors(parties: Iterable[Actor | Fact]) -> Iterable[Actor]:
    for party in parties:
        if isinstance(party, Actor):
            yield party
            continue
        for participant in party.participants:
            spans = (
                []
                if participant.start is None or participant.end is None
                else [(participant.start, participant.end)]
            )
            yield Actor(
                name=participant.name,
                kind=_kind(participant.name),
                country=participant.side,
                mentions=tuple(spans),
                anchors=(Anchor("country", "country.side"),),
            )


def _kind(name: str) -> str:
    """The kind of a party that no name in the text made an actor: a country, a government, or a group."""
    if name in country_names().values():
        return "country"
    if _OF_REGION.match(name):
        return "local_government"
    return "government" if name.startswith("Pemerintah ") else "group"


def country_actor(code: str, mentions: Iterable[tuple[int, int]], aliases: Iterable[str] = ()) -> Actor:
    """The actor of kind `country` for an ISO code, to be added where it is a party or speaks."""
    name = country_names()[code]
    return Actor(
        name=name,
        kind="country",
        country=code,
        mentions=tuple(sorted(mentions)),
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != name),
        anchors=(Anchor("country", "country.name"),),
    )
