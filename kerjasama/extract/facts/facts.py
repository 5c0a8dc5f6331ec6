"""Cooperation facts of an article: candidates accepted, joined, and filled slot by slot with their anchors.

The five steps are folders: sentences, acts, binding, judging, slots. This file only puts them in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kerjasama.codebook.lexicon import COMPOUND
from kerjasama.extract.actors.actors import ActorIndex
from kerjasama.extract.document import Document
from kerjasama.extract.facts.acts.event_dates import event_date
from kerjasama.extract.facts.judging.acceptance import judged
from kerjasama.extract.facts.judging.calendar import by_the_calendar
from kerjasama.extract.facts.judging.candidates import Candidate, candidates
from kerjasama.extract.facts.judging.merge import Bundle, bundles
from kerjasama.extract.facts.sentences.parties import Bound, Party
from kerjasama.extract.facts.sentences.printed_forms import everywhere
from kerjasama.extract.facts.sentences.scenes import Scene, scenes
from kerjasama.extract.facts.sentences.towns import acting_towns, town_governments, towns
from kerjasama.extract.facts.slots.confidence import confidence
from kerjasama.extract.facts.slots.hosts import Setting
from kerjasama.extract.facts.slots.likely_parties import Takers, takers
from kerjasama.extract.facts.slots.objects import object_of
from kerjasama.extract.facts.slots.party_properties import Mentions, mentions
from kerjasama.extract.facts.slots.places import places_of
from kerjasama.extract.facts.slots.programme_names import Named
from kerjasama.extract.facts.slots.programmes import names_of, programme_of
from kerjasama.extract.facts.slots.roles import participants
from kerjasama.extract.facts.slots.sectors import sectors_of
from kerjasama.extract.facts.slots.sites import Gazetteer
from kerjasama.extract.regions import in_full
from kerjasama.records import HOME, OUTSIDE, Actor, Anchor, Fact, Statement
from kerjasama.text.dates import DateSpan

# What is left of a sentence without its boilerplate is none if it is no longer than this.
_STUB = 3

LEAST_CONFIDENCE = 0.10
"""A fact that is less likely right than this is left out: such facts cost more than they give. With the
bounds 0.08, 0.10 and 0.12 facts_soft is .619, .623 and .623 on `held`, .803, .803 and .796 on `dev`, .593,
.593 and .594 on the press that models learn from, .676, .674 and .674 on `national_held`."""

LEAST_EXPECTED = 0.23
"""An article whose facts are together expected to hold less than this many right ones (the sum of their
probabilities) tells none: where one doubtful fact stands alone, it is mostly none. With 0, 0.15, 0.23 and 0.3
facts_soft is .436, .452, .469 and .450 on `facts_held`, and within .005 the same on the others."""

_HARDLY_PLACED = ("country.press", "country.name_form")
"""Rules that place at home whom nothing in the article places elsewhere."""
_LONG = 8
"""Sentences from which an article is long enough to ask for the whole `LEAST_EXPECTED`: a brief of three has
no room for more than the one fact that it is about."""


def facts(document: Document, actors: ActorIndex, statements: Sequence[Statement]) -> tuple[Fact, ...]:
    """The facts of an article (codebook sections 1 to 5), in the order of their first evidence."""
    return facts_and_parties(document, actors, statements)[0]


def facts_and_parties(
    document: Document, actors: ActorIndex, statements: Sequence[Statement]
) -> tuple[tuple[Fact, ...], tuple[Actor, ...]]:
    """The facts, and the actors that are actors only because they are parties: countries, groups, ministries
    that only a title names."""
    if not _abroad(document, actors):
        return (), ()
    told_scenes = read_scenes(document, actors, statements)
    at_home = _names_home(document)
    sure = [
        (bundle, likely)
        for bundle in told(told_scenes, actors, document.dates, document.article.published_at)
        if (likely := confidence(bundle)) >= LEAST_CONFIDENCE and (at_home or not _hardly_at_home(bundle))
    ]
    if sum(likely for _, likely in sure) < _least_expected(told_scenes):
        return (), ()
    around = surroundings(document, told_scenes)
    with_parties = [(bundle, takers(bundle, told_scenes, around.named)) for bundle, _ in sure]
    made = sorted(
        (fact_of(bundle, parties, around) for bundle, parties in with_parties),
        key=lambda fact: (fact.evidence[0], fact.instrument, fact.stage),
    )
    bound = [b.party for _, parties in with_parties for b in parties.bound]
    unnamed = [party for party in bound if party.actor is None]
    proven = {p.actor.name: p.actor for p in bound if p.actor in actors.doubtful and p.actor is not None}
    return tuple(made), (*actors_of(unnamed, document), *proven.values())


def _least_expected(told_scenes: Sequence[Scene]) -> float:
    """What the facts of an article must together be expected to hold, by how long it is."""
    return LEAST_EXPECTED * min(1.0, max(1, len(told_scenes)) / _LONG)


def _abroad(document: Document, actors: ActorIndex) -> bool:
    """Whether an article names anything foreign and any word of cooperation: most do not, and are done with
    here.
    """
    kinds = {hit.kind for hit in document.hits if hit.kind != "country" or hit.code != HOME}
    # A hardly believed firm is a brand or a platform more often than a party.
    bodies = (*actors.actors, *(body for body in actors.doubtful if body.kind != "company"))
    abroad = bool({"country", "foreign_place"} & kinds)
    named = abroad or any(actor.country not in (HOME, None) for actor in bodies)
    outside = any(actor.kind == "international_organisation" for actor in bodies)
    return bool({"trigger", COMPOUND[0]} & kinds) and (named or outside)


def _names_home(document: Document) -> bool:
    """Whether an article prints Indonesia or one of its places."""
    return any(hit.kind == "place" or (hit.kind == "country" and hit.code == HOME) for hit in document.hits)


def _hardly_at_home(bundle: Bundle) -> bool:
    """Whether nothing but the sound of names, or the paper, places a fact's side at home: foreign news has
    such people and bodies too.
    """
    home = [b.party.actor for b in bundle.parties() if not b.party.foreign]
    return all(
        actor is not None
        and actor.role_title is None
        and all(anchor.rule in _HARDLY_PLACED for anchor in actor.anchors if anchor.slot == "country")
        for actor in home
    )


def told(
    made_scenes: Sequence[Scene],
    actors: ActorIndex,
    dates: Sequence[DateSpan],
    published: str | None = None,
) -> list[Bundle]:
    """The accepted candidates of an article, joined to facts."""
    accepted = judged(candidates(made_scenes, actors.actors))
    return bundles([(by_the_calendar(one, dates, published), rule) for one, rule in accepted], dates)


def read_scenes(document: Document, actors: ActorIndex, statements: Sequence[Statement]) -> list[Scene]:
    """The sentences of the journalist's own text, made ready."""
    own = ((*document.own_words(s.start, s.end), s.paragraph) for s in document.sentences)
    spans = [(start, end, paragraph) for start, end, paragraph in own if end - start > _STUB]
    learnt = towns(document.text, document.hits)
    hits = sorted((*document.hits, *learnt), key=lambda hit: hit.start) if learnt else document.hits
    if acting := town_governments(document.text, hits):
        hits = sorted((*hits, *acting), key=lambda hit: hit.start)
    named = [*actors.mentions, *acting_towns(document.text, hits, actors.actors)]
    mentions = everywhere(document.text, named, actors.actors)
    mentions = sorted(
        (*mentions, *_apart_from(mentions, actors.doubtful)), key=lambda mention: (mention[0], mention[1])
    )
    return scenes(document.text, spans, mentions, statements, hits)


def _apart_from(
    mentions: Sequence[tuple[int, int, Actor]], doubtful: Sequence[Actor]
) -> list[tuple[int, int, Actor]]:
    """Where doubtful bodies stand, but for where a mention stands already."""
    return [
        (start, end, actor)
        for actor in doubtful
        for start, end in actor.mentions
        if not any(left < end and start < right for left, right, _ in mentions)
    ]


class Surroundings(NamedTuple):
    """What the slots of all of an article's facts are filled from, read once an article."""

    document: Document
    scenes: Sequence[Scene]
    programmes: Sequence[Named]
    gazetteer: Gazetteer
    named: Mentions


def surroundings(document: Document, told_scenes: Sequence[Scene]) -> Surroundings:
    """An article's sentences with the programmes, places and possible parties that they name."""
    programmes, gazetteer = names_of(told_scenes), Gazetteer(told_scenes)
    return Surroundings(document, told_scenes, programmes, gazetteer, mentions(told_scenes))


def fact_of(bundle: Bundle, parties: Takers, around: Surroundings) -> Fact:
    """The fact that a bundle of candidates tells of these parties, every slot with its anchor."""
    document, told_scenes, programmes, gazetteer, _ = around
    act, acts = bundle.lead.act, [c.act for c in bundle.by_closeness()]
    bound, extra = parties
    setting = Setting([one.scene for one in acts], told_scenes, document.article.dateline_place)
    people = participants(act, bound, extra, setting)
    phrase, object_anchor = object_of(bundle.lead, document.dates)
    programme = programme_of(acts, programmes, told_scenes)
    sectors, sector_anchors = sectors_of(bundle.by_closeness(), told_scenes)
    places, foreign_places, place_anchors = places_of(acts, bound, told_scenes, gazetteer)
    dated = event_date(acts, document.dates, told_scenes, document.article.published_at)
    day, precision, basis = dated[:3] if dated else (None, "none", "none")
    slots = [object_anchor, *sector_anchors, *place_anchors]
    slots += [found[-1] for found in (programme, dated) if found is not None]
    return Fact(
        instrument=act.instrument,
        stage=act.stage,
        partner_countries=tuple(sorted({p.side for p in people} - {HOME, OUTSIDE})),
        participants=tuple(people),
        evidence=tuple(dict.fromkeys((c.act.scene.start, c.act.scene.end) for c in bundle.in_order())),
        object=phrase or None,
        programme=programme[0] if programme else None,
        sectors=sectors,
        places=places,
        foreign_places=foreign_places,
        event_date=day,
        date_precision=precision,
        date_basis=basis,
        speaker=act.scene.said_by.speaker if act.scene.said_by else None,
        confidence=confidence(bundle),
        anchors=(
            *_act_anchors(bundle.lead),
            *_party_anchors(bound, extra),
            *slots,
            _acceptance_anchor(bundle),
            *_speaker_anchors(act.scene),
        ),
    )


def _act_anchors(lead: Candidate) -> list[Anchor]:
    """The words that tell the instrument, and those that tell the stage."""
    act, reading = lead.act, lead.act.reading
    words = reading.cue or act.trigger
    return [
        Anchor("instrument", act.rule, act.trigger.start, act.trigger.end),
        Anchor("stage", reading.rule, words.start, words.end),
    ]


def _party_anchors(bound: Sequence[Bound], extra: Sequence[tuple[Party, str]]) -> list[Anchor]:
    """The words that name each participant, with the rules that found and bound it."""
    return [
        *(Anchor("participants", f"{b.rule} {b.party.rule}", b.party.start, b.party.end) for b in bound),
        *(Anchor("participants", "binding.present", party.start, party.end) for party, _ in extra),
    ]


def _acceptance_anchor(bundle: Bundle) -> Anchor:
    """The trigger of the leading act, with the rule that accepted it."""
    trigger = bundle.lead.act.trigger
    return Anchor("acceptance", bundle.rules[bundle.members.index(bundle.lead)], trigger.start, trigger.end)


def _speaker_anchors(scene: Scene) -> list[Anchor]:
    """The statement in which a sentence stands, if any."""
    said = scene.said_by
    return [Anchor("speaker", "speaker.statement", said.start, said.end)] if said else []


def actors_of(parties: Iterable[Party], document: Document) -> list[Actor]:
    """Parties as actors: one a name and side; a country's mentions are all that the text prints of it."""
    grouped: dict[tuple[str, str], list[Party]] = {}
    for party in parties:
        grouped.setdefault((party.name, party.side), []).append(party)
    made = []
    for (name, side), same in grouped.items():
        country_words = [h for h in document.hits if h.kind == "country" and h.code == side]
        printed = {(h.start, h.end) for h in country_words} if same[0].kind == "country" else set()
        spans = printed or {(p.start, p.end) for p in same}
        aliases = tuple(sorted({*(document.text[a:b] for a, b in printed), in_full(name)} - {name}))
        anchors = (Anchor("actor", same[0].rule, same[0].start, same[0].end),)
        made.append(Actor(name, same[0].kind, side, tuple(sorted(spans)), aliases=aliases, anchors=anchors))
    return made
