"""Who is who across articles: actor mentions brought together into actors.

Only what an article or the registry says joins two mentions: the registry's entry, the same full name, an
acronym that an article spells out. Doubt keeps them apart. Which facts tell one cooperation is
`kerjasama.resolve.initiatives`' subject.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from kerjasama.codebook import load
from kerjasama.extract.registry import organisations
from kerjasama.resolve.folding import fold, fold_body, is_acronym
from kerjasama.resolve.unions import Unions

Row = Mapping[str, Any]


def resolve_actors(
    mentions: Sequence[Row], published: Mapping[str, str | None]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Rows of `actors`, and the actor of each mention: {actor_mention_id: actor_id}.

    `mentions` are rows of `actor_mentions` in any order; `published` gives each article's publication date,
    which tells what office of a person is the latest. The answer does not depend on the order.
    """
    ordered = sorted(mentions, key=lambda row: row["actor_mention_id"])
    keys = _keys(ordered)
    members: dict[str, list[Row]] = defaultdict(list)
    for row in ordered:
        members[keys[row["actor_mention_id"]]].append(row)
    ids = {key: f"act-{hashlib.sha256(key.encode()).hexdigest()[:12]}" for key in members}
    actors = [_actor(ids[key], key, rows, published) for key, rows in members.items()]
    _link_parents(actors)
    actors.sort(key=lambda actor: actor["actor_id"])
    return actors, {mention: ids[key] for mention, key in keys.items()}


# --- one key an actor -------------------------------------------------------------------------------


def _keys(mentions: Sequence[Row]) -> dict[str, str]:
    """The key of the actor of each mention; equal keys are one actor."""
    keys: dict[str, str] = {}
    people: dict[str, list[Row]] = defaultdict(list)
    bodies: list[Row] = []
    registry = organisations()
    for row in mentions:
        if row["kind"] == "country" and row["country"]:
            keys[row["actor_mention_id"]] = f"country:{row['country']}"
        elif row["kind"] == "person":
            people[fold(row["name"])].append(row)
        elif row["name"] in registry and registry[row["name"]].country == row["country"]:
            keys[row["actor_mention_id"]] = f"registry:{row['name']}"
        else:
            bodies.append(row)
    for name, rows in people.items():
        for row, part in _people(name, rows):
            keys[row["actor_mention_id"]] = f"person:{name}|{part}"
    keys.update(_bodies(bodies))
    return keys


# --- people -----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _state_bodies() -> tuple[str, ...]:
    return tuple(load("resolution")["state_bodies"])


def _people(name: str, rows: list[Row]) -> list[tuple[Row, str]]:
    """Each mention of one full name with the part of its key that tells namesakes apart ("" for most).

    One who speaks for two bodies is one person where they are the same, or are of one country and may be one
    or are both of the state, whose offices people change; else there are two of that name. A mention without
    a body is the namesake of its country who is named most. A single word is nobody's full name: it is the
    same person only inside one article or one organisation.
    """
    if " " not in name:
        return [(row, _body(row["parent"]) or row["article_id"]) for row in rows]
    offices = sorted({_office(row) for row in rows if row["parent"]}, key=str)
    unions = Unions(offices)
    for i, first in enumerate(offices):
        for second in offices[i + 1 :]:
            if first[0] == second[0] or (first[1] == second[1] and _may_be_one(first[0], second[0])):
                unions.join(first, second)
    counts = Counter(unions.find(_office(row)) for row in rows if row["parent"])
    ranked = sorted(counts, key=lambda root: (-counts[root], str(root)))
    main = ranked[0] if ranked else None
    placed = []
    for row in rows:
        near = (root for root in ranked if root[1] == row["country"])
        root = unions.find(_office(row)) if row["parent"] else next(near, main)
        placed.append((row, "" if root == main else f"{root[0]}|{root[1] or ''}" if root else ""))
    return placed


def _office(row: Row) -> tuple[str, str | None]:
    return _body(row["parent"]), row["country"]


def _body(name: str | None) -> str:
    """An organisation's name for comparing, the registry's where an entry has that name or alias."""
    folded = fold_body(name)
    return _registry_forms().get(folded, folded)


@lru_cache(maxsize=1)
def _registry_forms() -> dict[str, str]:
    """Folded canonical names by folded name or alias, those that mean one entry only."""
    found: dict[str, set[str]] = defaultdict(set)
    for known in organisations().values():
        for form in known.forms:
            found[fold_body(form)].add(fold_body(known.name))
    return {form: next(iter(names)) for form, names in found.items() if len(names) == 1}


def _may_be_one(a: str, b: str) -> bool:
    first, second = set(a.split()), set(b.split())
    if first <= second or second <= first or len(first & second) / len(first | second) >= 0.5:
        return True
    return a.startswith(_state_bodies()) and b.startswith(_state_bodies())


# --- organisations, groups --------------------------------------------------------------------------


def _bodies(rows: list[Row]) -> dict[str, str]:
    """Keys of organisations and groups that no registry entry covers: folded names, joined by acronyms."""
    nodes: dict[tuple[str, str | None, bool], list[Row]] = defaultdict(list)
    for row in rows:
        nodes[fold_body(row["name"]) or row["name"], row["country"], row["kind"] == "group"].append(row)
    unions = Unions(sorted(nodes, key=str))
    _join_unplaced(nodes, unions)
    _join_aliases(nodes, unions)
    keys: dict[str, str] = {}
    registry = _registry_aliases()
    for group in unions.groups().values():
        names = Counter({node: len(nodes[node]) for node in group})
        name, country, is_group = max(group, key=lambda node: (len(node[0].split()), names[node], str(node)))
        country = country or next((node[1] for node in sorted(group, key=str) if node[1]), None)
        known = None if is_group else registry.get((name, country))
        key = f"registry:{known}" if known else f"{'group' if is_group else 'body'}:{name}|{country or ''}"
        for node in group:
            keys.update({row["actor_mention_id"]: key for row in nodes[node]})
    return keys


def _registry_aliases() -> dict[tuple[str, str | None], str]:
    """Registry names by folded name or alias and country, those that mean one entry only."""
    found: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for known in organisations().values():
        for form in known.forms:
            found[fold_body(form), known.country].add(known.name)
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def _join_unplaced(
    nodes: Mapping[tuple[str, str | None, bool], list[Row]], unions: Unions[tuple[str, str | None, bool]]
) -> None:
    """A name without a country is that of the only country which the name is known in."""
    countries: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for name, country, is_group in nodes:
        if country:
            countries[name, is_group].append(country)
    for name, country, is_group in nodes:
        known = countries.get((name, is_group), [])
        if country is None and len(known) == 1:
            unions.join((name, known[0], is_group), (name, None, is_group))


def _join_aliases(
    nodes: Mapping[tuple[str, str | None, bool], list[Row]], unions: Unions[tuple[str, str | None, bool]]
) -> None:
    """A mention by acronym or short form alone is the one body that some article names so in full."""
    full: dict[tuple[str, str | None], set[tuple[str, str | None, bool]]] = defaultdict(set)
    for node, rows in nodes.items():
        for alias in {alias for row in rows for alias in row["aliases"] or ()}:
            folded = fold_body(alias)
            if folded and folded != node[0] and (is_acronym(alias) or " " in folded):
                full[folded, node[1]].add(node)
    for (alias, country), named in full.items():
        short = (alias, country, False)
        roots = {unions.find(node) for node in named if not node[2]}
        if short in nodes and len(roots) == 1:
            unions.join(next(iter(roots)), short)


# --- one row an actor -------------------------------------------------------------------------------


def _actor(actor_id: str, key: str, rows: list[Row], published: Mapping[str, str | None]) -> dict[str, Any]:
    registry = organisations().get(key.removeprefix("registry:")) if key.startswith("registry:") else None
    name = registry.name if registry else _commonest(row["name"] for row in rows)
    forms = {form for row in rows for form in (row["name"], *(row["aliases"] or ()))}
    latest = sorted(
        rows, key=lambda row: (published.get(row["article_id"]) or "", row["article_id"]), reverse=True
    )
    return {
        "actor_id": actor_id,
        "name": name,
        "kind": registry.kind if registry else _commonest(row["kind"] for row in rows),
        "country": registry.country if registry else _commonest(row["country"] for row in rows),
        "parent": next((row["parent"] for row in latest if row["parent"] and row["parent"] != name), None),
        "parent_actor_id": None,
        "role_title": next((row["role_title"] for row in latest if row["role_title"]), None),
        "aliases": sorted(forms - {name}),
        "wikidata_id": next((row["wikidata_id"] for row in latest if row["wikidata_id"]), None),
        "articles": len({row["article_id"] for row in rows}),
    }


def _commonest(values: Iterable[Any]) -> Any:
    """The commonest value that is not None; of equally common ones the longest, then the first by letter."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], -len(value), value)) if counts else None


def _link_parents(actors: list[dict[str, Any]]) -> None:
    """Fills `parent_actor_id` where exactly one organisation has the parent's name or alias and country."""
    by_name: dict[str, set[str]] = defaultdict(set)
    countries = {actor["actor_id"]: actor["country"] for actor in actors}
    for actor in actors:
        if actor["kind"] not in ("person", "country", "group"):
            for form in (actor["name"], *actor["aliases"]):
                by_name[fold_body(form)].add(actor["actor_id"])
    for actor in actors:
        named = by_name.get(_body(actor["parent"]), set()) - {actor["actor_id"]} if actor["parent"] else set()
        near = {other for other in named if countries[other] == actor["country"]} or named
        actor["parent_actor_id"] = next(iter(near)) if len(near) == 1 else None
