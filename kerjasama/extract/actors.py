"""Actors of a document (codebook section 6): people and organisations joined over all their printed forms.

Where names stand is found in `people.py` and `organisations.py`; countries and groups become actors only as parties
of a fact or as speakers, and those who find them so add them with `ActorIndex.with_parties`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kerjasama.extract.actor_index import ActorIndex, fold
from kerjasama.extract.countries import alone, default, most_named, place
from kerjasama.extract.document import Document
from kerjasama.extract.later_names import later_organisations, later_people, organisation_forms
from kerjasama.extract.organisations import DESCRIBED, Organisation, find_organisations
from kerjasama.extract.people import Person, find_people, introduced, personal_spans
from kerjasama.extract.registry import Known, full_name, heads, public_people, written_out
from kerjasama.extract.speech import read_speech
from kerjasama.extract.titles import Title, find_titles, title_words
from kerjasama.records import Actor, Anchor


__all__ = ["ActorIndex", "actors"]


@dataclass(slots=True)
class _Cluster:
    """Printed forms of one actor, gathered."""

    names: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    first: Organisation | None = None
    country: str | None = None
    rule: str = ""
    known: Known | None = None


def actors(document: Document) -> ActorIndex:
    """The people and organisations of an article, in order of first mention."""
    spans = personal_spans(document)
    titles = find_titles(document, spans)
    people = find_people(document, spans, titles)
    organisations = find_organisations(document, spans, titles)
    forms = organisation_forms(organisations)
    if _give_back(document, spans, forms):
        people = find_people(document, spans, titles)
    taken = _token_spans(people, organisations, titles)
    for owner, first, last in later_organisations(document, forms, taken):
        start, end = document.tokens[first].start, document.tokens[last - 1].end
        owner.short.append((start, end, document.text[start:end]))
        taken.append((first, last))
    later = later_people(document, _full_names(people), taken)
    if later:
        spans.update(later)
        people = find_people(document, spans, titles)
    people = [p for p in people if not document.is_boilerplate(p.start, p.end)]
    organisations = [o for o in organisations if not document.is_boilerplate(o.start, o.end)]
    bodies = [body for body in _organisations(document, organisations) if _believed(document, body)]
    persons = [group for group in _people(people) if _is_person(document, group)]
    made = [_organisation_actor(document, body) for body in bodies]
    offices = ActorIndex(made)
    placed: dict[int, tuple[str | None, str | None]] = {}
    for group in sorted(persons, key=lambda group: group[0].start):
        actor = _person_actor(document, group, offices, placed)
        placed.update((end, (actor.country, actor.parent)) for _, end in actor.mentions)
        made.append(actor)
    made.sort(key=lambda actor: (actor.mentions[0], actor.name))
    index = ActorIndex(made, titles)
    index = ActorIndex(made, titles, _holders(titles, people, persons, index))
    return read_speech(document, index)


def _give_back(document: Document, spans: dict[int, int], forms: Mapping[str, Organisation]) -> bool:
    """Takes out of the personal names what the article uses as an organisation's name: "Porsche Oliver Blume"."""
    words = document.tokens
    changed = False
    parts = {word for name in forms for word in name.split() if len(word) > 3}
    for first, last in list(spans.items()):
        stop = first
        while last - stop > 2 and words[stop].text in parts and words[first - 1].lower in title_words():
            stop += 1  # "Corporate Secretary Mitra Adiperkasa Eva Andrianie"
        while stop < last and words[stop].text in forms:
            stop += 1
        if stop == first and document.text[words[first].start : words[last - 1].end] in forms:
            stop = last
        if stop > first:
            del spans[first]
            if stop < last:
                spans[stop] = last
            changed = True
    return changed


def _full_names(people: list[Person]) -> list[str]:
    """One name for each person, the fullest."""
    return [max((p.name for p in group), key=lambda n: (len(n.split()), len(n))) for group in _people(people)]


def _token_spans(
    people: list[Person], organisations: list[Organisation], titles: list[Title]
) -> list[tuple[int, int]]:
    return [
        *((person.first, person.last) for person in people),
        *((organisation.first, organisation.last) for organisation in organisations),
        *((title.first, title.last) for title in titles),
    ]


def _organisations(document: Document, found: list[Organisation]) -> list[_Cluster]:
    """Joins printed forms: by registry entry, by folded name, by acronym in brackets, by containment."""
    clusters: list[_Cluster] = []
    by_form: dict[str, _Cluster] = {}
    # Long names first, so that "Pupuk Indonesia" finds "PT Pupuk Indonesia (Persero)".
    for organisation in sorted(found, key=lambda o: (-len(fold(o.name).split()), o.start)):
        forms = _forms(document, organisation)
        cluster = next((by_form[form] for form in forms if form in by_form), None) or _containing(
            clusters, forms[0]
        )
        if cluster is None:
            cluster = _Cluster(first=organisation)
            clusters.append(cluster)
        cluster.names.append(organisation.name)
        cluster.spans.append((organisation.start, organisation.end))
        cluster.known = cluster.known or organisation.known
        country, rule = place(document, organisation)
        if _RANK.get(rule, 0) > _RANK.get(cluster.rule, -1):
            cluster.country, cluster.rule = country, rule
        for start, end, short in organisation.short:
            cluster.spans.append((start, end))
            cluster.names.append(short)
            forms.append(fold(short))
        for form in forms:
            by_form.setdefault(form, cluster)
    return clusters


# How much a rule for the country is worth where several printed forms of one body disagree.
_RANK = {
    "country.press": 0, "country.sentence": 1, "country.article": 1, "country.national_form": 2, "country.city": 3, "country.apposition": 4,
    "country.known_part": 5, "country.registry": 6, "country.name": 7, "country.legal_form": 8,
}  # fmt: skip


_EMBASSY = re.compile(r"Kedutaan|Kedubes|KBRI|KJRI|Konsulat")


def _forms(document: Document, organisation: Organisation) -> list[str]:
    """Keys by which an organisation is known again: its name folded, written out, and its registry entry."""
    name = fold(organisation.name) or organisation.name.lower()
    forms = [name, written_out(organisation.name)]
    last = [
        hit for hit in document.entities_in(organisation.start, organisation.end) if hit.kind == "country"
    ]
    bare = (
        document.text[organisation.start : last[-1].start].strip()
        if last and last[-1].end == organisation.end
        else ""
    )
    if bare.isupper():
        forms.append(fold(bare))  # "DTRA Amerika Serikat"
    embassy = _EMBASSY.match(organisation.name)
    if embassy is not None:
        # An article speaks of one embassy of a country: "Kedubes RI", "KBRI Islamabad".
        forms.insert(
            0,
            f"{'consulate' if embassy[0][:3] in ('KJR', 'Kon') else 'embassy'} of {place(document, organisation)[0]}",
        )
    if organisation.known is not None:
        forms.append(f"registry {organisation.known.name}")
        forms += [fold(form) for form in (organisation.known.name, *organisation.known.aliases)]
    return list(dict.fromkeys(forms))


def _containing(clusters: list[_Cluster], form: str) -> _Cluster | None:
    """The one cluster whose name holds all words of `form` in order, beginning or ending with them.

    A ministry's name at the end of its agency's ("Badan X Kementerian Y") is not the agency's short form.
    """
    words = form.split()
    heads_ = _head_words()
    matches = []
    for cluster in clusters:
        whole = fold(cluster.names[0]).split()
        if len(words) >= len(whole):
            continue
        begins = whole[: len(words)] == words
        ends = whole[-len(words) :] == words and words[0] not in heads_
        # "Rumah Sakit Putri Hijau" for "Rumah Sakit Angkatan Darat Putri Hijau".
        spread = (
            len(words) > 2 and words[0] == whole[0] and words[-1] == whole[-1] and _in_order(words, whole)
        )
        if (begins or ends or spread) and (len(words) > 1 or len(words[0]) > 3):
            matches.append(cluster)
    return matches[0] if len(matches) == 1 else None


def _in_order(words: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in words)


@lru_cache(maxsize=1)
def _head_words() -> frozenset[str]:
    return frozenset(word.lower() for word in heads())


def _believed(document: Document, cluster: _Cluster) -> bool:
    """Whether an organisation that only its form or the tagger vouches for is one.

    A phrase that the tagger alone calls an organisation is right once in eight times where it stands once; with a
    noun before it that it names ("perusahaan …"), a country told beside it, or said again, it is believed.
    """
    first = cluster.first
    assert first is not None
    if cluster.known is not None or first.rule.startswith(("form.head", "registry", "form.government")):
        return True
    told = cluster.rule in ("country.apposition", "country.name", "country.legal_form", "country.known_part")
    if told or any(_described(document, start) for start, _ in cluster.spans):
        return True
    if first.rule.startswith("form.tail"):
        return first.rule.split(":")[1] in _LEGAL_TAILS or len(cluster.spans) > 1
    name = cluster.names[0]
    return len(cluster.spans) > 1 and not name.isupper() and not any(c.isdigit() for c in name)


_LEGAL_TAILS = frozenset(
    "Corp Corporation Inc Ltd Limited LLC Plc PLC plc GmbH AG Bhd Pte Tbk University College Group".split()
)


def _described(document: Document, start: int) -> bool:
    """Whether a noun for an organisation stands before a name: "perusahaan X", "startup X"."""
    index = document.token_at(start)
    return index > 0 and document.tokens[index - 1].lower in DESCRIBED


def _is_person(document: Document, group: list[Person]) -> bool:
    """Whether a single word is a person: with a title, a form of address or a verb of saying, or known to all."""
    if any(" " in p.name or p.title is not None or p.name.lower() in public_people() for p in group):
        return True
    return any(introduced(document, p.first, p.last) for p in group)


def _organisation_actor(document: Document, cluster: _Cluster) -> Actor:
    first = cluster.first
    assert first is not None
    known = cluster.known if cluster.known is None or cluster.known.country == cluster.country else None
    full = [name for name in cluster.names if not re.fullmatch(r"[A-Z]{2,6}", name)] or cluster.names
    name = max(full, key=lambda n: (len(fold(n).split()), len(n)))
    country, rule = cluster.country, cluster.rule
    if first.kind == "local_government":
        # The registry's form: "Pemprov Jatim" is Pemerintah Provinsi Jawa Timur.
        name = full_name(name)
    aliases = [alias for alias in dict.fromkeys(cluster.names) if alias != name]
    if known is not None and known.name not in aliases and fold(known.name) != fold(name):
        aliases.append(known.name)
    spans = tuple(sorted(set(cluster.spans)))
    return Actor(
        name=name,
        kind=known.kind if known else first.kind,
        country=country,
        mentions=spans,
        parent=known.parent if known else None,
        aliases=tuple(aliases),
        wikidata_id=known.wikidata if known else None,
        anchors=(Anchor("kind", first.rule, *spans[0]), Anchor("country", rule, *spans[0])),
    )


def _people(found: list[Person]) -> list[list[Person]]:
    """Joins printed names to persons: a short name is the person whose full name holds all its words."""
    groups: list[list[Person]] = []
    known = public_people()
    for person in sorted(found, key=lambda p: (-len(p.name.split()), p.start)):
        public = known.get(person.name.lower())
        words = person.name.split()
        matches = [group for group in groups if _same_person(words, group[0].name.split())]
        if not matches and public is not None:
            # "Jokowi" and "Joko Widodo" share no word.
            matches = [group for group in groups if known.get(group[0].name.lower()) == public]
        if matches:
            # Of two bearers of a name the one introduced last before this mention.
            before = [g for g in matches if min(p.start for p in g) <= person.start]
            target = max(
                before or matches,
                key=lambda g: max((p.start for p in g if p.start <= person.start), default=-1),
            )
            target.append(person)
        else:
            groups.append([person])
    for group in groups:
        group.sort(key=lambda p: p.start)
    return groups


def _same_person(words: list[str], whole: list[str]) -> bool:
    """Whether the words of a name stand in the full name, small misprints allowed, or are its initials ("SYL")."""
    if len(words) == 1 and words[0].isupper() and 2 < len(words[0]) == len(whole):
        return words[0] == "".join(word[0] for word in whole)
    small = [word.lower() for word in words]
    large = [word.lower() for word in whole]
    return all(any(word == other or _misprint(word, other) for other in large) for word in small)


def _misprint(a: str, b: str) -> bool:
    """Equal but for a letter lost at the end or one letter replaced, in words of five letters and more."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _person_actor(
    document: Document,
    group: list[Person],
    offices: ActorIndex,
    placed: dict[int, tuple[str | None, str | None]],
) -> Actor:
    """One person; `placed` holds country and organisation of those already made, by where their names end."""
    full = max(group, key=lambda p: (len(p.name.split()), len(p.name)))
    titled = [p for p in group if p.title is not None]
    title = next(
        (p.title for p in titled if p.title and not p.title.former), titled[0].title if titled else None
    )
    organisation: str | None = None
    country: str | None = None
    rule = "country.default"
    public = public_people().get(full.name.lower())
    if title is not None:
        body = _office(title, offices)
        organisation = body.name if body is not None else title.organisation
        if title.country:
            country, rule = title.country, "country.title"
        elif body is not None and body.country != "INT":
            country, rule = body.country, "country.organisation"
    if public is not None and (country is None or rule == "country.organisation"):
        country, rule = public[1], "registry.public_people"
    if country is None and title is None:
        # A name without an office: the one foreign country of the sentence that introduces it.
        country, rule = alone(document, full.start), "country.sentence"
    if country is None:
        country, rule = _unplaced(document, title)
    if rule == "country.press" and title is not None and organisation is None:
        listed = _listed_before(document, title, placed)
        if listed is not None:
            country, organisation, rule = listed[0], listed[1], "country.enumeration"
    aliases = [name for name in dict.fromkeys(p.name for p in group) if name != full.name]
    spans = tuple(sorted({(p.start, p.end) for p in group}))
    anchors = [Anchor("country", rule, *((title.start, title.end) if title else spans[0]))]
    if title is not None:
        anchors.append(Anchor("role_title", "title", title.start, title.end))
    return Actor(
        name=full.name,
        kind="person",
        country=country,
        mentions=spans,
        parent=organisation,
        role_title=title.full if title else None,
        aliases=tuple(aliases),
        anchors=tuple(anchors),
    )


def _listed_before(
    document: Document, title: Title, placed: dict[int, tuple[str | None, str | None]]
) -> tuple[str | None, str | None] | None:
    """Country and organisation of the person before whom one is listed: "Direktur A X, Direktur B Y, dan Z"."""
    for end, (country, organisation) in placed.items():
        gap = document.text[end : title.start]
        if 0 < len(gap) <= 10 and re.fullmatch(r"[.,;]?\s*(?:dan|serta)?\s*", gap):
            return country, organisation
    return None


def _unplaced(document: Document, title: Title | None) -> tuple[str, str]:
    """A person whose office names no country: an office that Indonesia has not is of the foreign country most named."""
    if title is not None and title.group == "country":
        head = title.head.lower()
        if not head.startswith(("presiden", "wakil presiden", "wapres", "ibu negara", "utusan", "atase")):
            foreign = most_named(document)
            if foreign is not None:
                return foreign, "country.foreign_office"
    return default(document)


def _office(title: Title, offices: ActorIndex) -> Actor | None:
    """The organisation actor that a title names in its own words, or that its office belongs to."""
    inside = [actor for start, end, actor in offices.mentions if title.start <= start and start < title.end]
    if inside:
        return (
            inside[-1]
            if title.group == "organisation" and len(inside) > 1 and inside[0].country == inside[-1].country
            else inside[0]
        )
    return offices.named(title.organisation) if title.organisation else None


def _holders(
    titles: list[Title], people: list[Person], persons: list[list[Person]], index: ActorIndex
) -> dict[int, str]:
    """Who speaks in an office: the person named beside it, else whoever holds it in this article, else its body."""
    holders: dict[int, str] = {}
    by_title: dict[str, str] = {}
    for group in persons:
        name = max(group, key=lambda p: (len(p.name.split()), len(p.name))).name
        for person in group:
            if person.title is not None:
                holders[person.title.start] = name
                by_title.setdefault(_key(person.title), name)
    for title in titles:
        if title.start in holders:
            continue
        holder = by_title.get(_key(title))
        if holder is None:
            holder = next(
                (
                    n
                    for key, n in by_title.items()
                    if key.startswith(_key(title)) or _key(title).startswith(key)
                ),
                None,
            )
        if holder is not None:
            holders[title.start] = holder
        else:
            body = _office(title, index)
            if body is not None:
                holders[title.start] = body.name
    return holders


def _key(title: Title) -> str:
    return fold(re.sub(r"\b(RI|Republik Indonesia|Indonesia)\b", "", title.full))
