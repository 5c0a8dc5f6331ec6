"""The records that pass between the stages of the library: Article, Extraction and what it holds.

Tables, their columns and their types are not declared here but in `kerjasama.schema`. Every span is a
half-open pair of character offsets `[start, end)` into `Article.text`.
"""

from __future__ import annotations

from dataclasses import dataclass

ABSENT: tuple[()] = ()

HOME = "ID"
"""The ISO 3166-1 code of Indonesia: the country, and the side, at home."""

OUTSIDE = "INT"
"""Stands for a country where there is none (codebook section 6): international bodies, "investor asing"."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the codebook's section 9 describes it; `text` is what the journalist wrote.

    `published_at` is ISO 8601, either a date or a time with its offset, exactly as precise as the
    source tells it. `article_id` may be empty until `kerjasama.parse` or the caller fills it.
    `derivation` leads from `text` back to the raw text or source that it was taken from, where it was
    traced: runs of (start in text, in raw, length in text, in raw), see `kerjasama.parse.origin`.
    """

    text: str
    article_id: str = ""
    url: str | None = None
    canonical_url: str | None = None
    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ABSENT
    editors: tuple[str, ...] = ABSENT
    published_at: str | None = None
    dateline_place: str | None = None
    language: str | None = None
    captured_at: str | None = None
    archive_record: str | None = None
    parser: str | None = None
    parser_version: str | None = None
    derivation: tuple[tuple[int, int, int, int], ...] = ABSENT


@dataclass(frozen=True, slots=True)
class Anchor:
    """Why a slot has its value: the words that made it, or the named rule that carried it over.

    `start` and `end` are None where the rule needs no words of this article (a registry entry).
    `rule` is a name from the lexicon or grammar that fired, e.g. `stage.requested:berharap`.
    """

    slot: str
    rule: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of one article (codebook section 6); `mentions` are all its spans, in order."""

    name: str
    kind: str
    country: str | None
    mentions: tuple[tuple[int, int], ...]
    parent: str | None = None
    role_title: str | None = None
    aliases: tuple[str, ...] = ABSENT
    wikidata_id: str | None = None
    anchors: tuple[Anchor, ...] = ABSENT

    @property
    def forms(self) -> tuple[str, ...]:
        """All that the article calls it: the fullest name, then its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Statement:
    """Words laid in a speaker's mouth (codebook section 8). `speaker` is an Actor's name."""

    speaker: str
    mode: str
    start: int
    end: int
    verb: str | None = None
    role_title: str | None = None
    organisation: str | None = None
    country: str | None = None
    anchors: tuple[Anchor, ...] = ABSENT


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that the body states (codebook section 7); the span covers number and unit."""

    value: float
    unit: str
    start: int
    end: int
    kind: str = "level"
    status: str = "actual"
    value_max: float | None = None
    unit_text: str | None = None
    direction: str | None = None
    qualifier: str = "exact"
    indicator: str | None = None
    period: str | None = None
    base_period: str | None = None
    anchors: tuple[Anchor, ...] = ABSENT


@dataclass(frozen=True, slots=True)
class Participant:
    """A party of a fact: `name` is an Actor's name, `side` is ID, a foreign ISO code or INT."""

    name: str
    side: str
    role: str = "party"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One cooperation claim (codebook sections 1 to 5); `evidence` holds the sentences that tell it."""

    instrument: str
    stage: str
    partner_countries: tuple[str, ...]
    participants: tuple[Participant, ...]
    evidence: tuple[tuple[int, int], ...]
    object: str | None = None
    programme: str | None = None
    sectors: tuple[str, ...] = ("general",)
    places: tuple[str, ...] = ABSENT
    foreign_places: tuple[str, ...] = ABSENT
    event_date: str | None = None
    date_precision: str = "none"
    date_basis: str = "none"
    speaker: str | None = None
    confidence: float | None = None
    anchors: tuple[Anchor, ...] = ABSENT


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read out of one article."""

    article: Article
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    actors: tuple[Actor, ...]
    facts: tuple[Fact, ...]

    @property
    def is_cooperation(self) -> bool:
        """Whether the article asserts a cooperation fact (the codebook's relevance)."""
        return bool(self.facts)

    @property
    def partner_countries(self) -> tuple[str, ...]:
        """The foreign countries of all facts, sorted."""
        return tuple(sorted({code for fact in self.facts for code in fact.partner_countries}))
