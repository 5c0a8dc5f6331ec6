"""Organisations as actors: printed forms joined to one body, believed or not, with its country and kind.

Where the names stand is found in `organisations.py`, the countries in `countries.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.actors.countries import FOREIGN_FORM, place
from kerjasama.extract.actors.index import fold
from kerjasama.extract.document import Document
from kerjasama.extract.names.organisation import Organisation
from kerjasama.extract.names.organisation_spans import DESCRIBED
from kerjasama.extract.regions import full_name, in_full, region_governed, written_out
from kerjasama.extract.registry import (
    Known,
    forums,
    heads,
)
from kerjasama.records import HOME, Actor, Anchor


@dataclass(slots=True)
class Cluster:
    """Printed forms of one actor, gathered."""

    names: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    first: Organisation | None = None
    country: str | None = None
    rule: str = ""
    known: Known | None = None


# How much a rule for the country is worth where several printed forms of one body disagree.
_RANK = {
    rule: rank
    for rank, rule in enumerate(
        (
            *(
                "country.press",
                "country.sentence",
                "country.article",
                "country.name_form",
                "country.national_form",
                "country.foreign_form",
                "country.city",
            ),
            *("country.apposition", "country.known_part", "country.registry", "country.name"),
            "country.legal_form",
        )
    )
}


_GROUP = re.compile(r" (?:Group|Grup)")
_AND_PLACE = re.compile(r"\)\s([A-Z][a-z-]+)\b")
_SEATED = " seated in "
_EMBASSY = re.compile(alternatives("organisation_forms", "missions"))


def join_organisations(document: Document, found: list[Organisation]) -> list[Cluster]:
    """Joins printed forms: by registry entry, by folded name, by acronym in brackets, by containment."""
    clusters: list[Cluster] = []
    by_form: dict[str, Cluster] = {}
    namesakes = _namesakes(document, found)
    # Long names first, so that "Pupuk Indonesia" finds "PT Pupuk Indonesia (Persero)".
    for organisation in sorted(found, key=lambda o: (-len(fold(o.name).split()), o.start)):
        forms = _forms(document, organisation)
        cluster = next((by_form[form] for form in forms if form in by_form), None) or _containing(
            [other for other in clusters if not _apart(organisation, other, namesakes)], forms[0]
        )
        if cluster is None:
            cluster = Cluster(first=organisation)
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
            behind = document.text[end + 1 : organisation.end] if end < organisation.end else ""
            if behind := behind or _place_behind(document.text, end):
                forms.append(fold(f"{short} {behind}"))
        for form in forms:
            by_form.setdefault(form, cluster)
            by_form.setdefault(form.partition(_SEATED)[0], cluster)
    return clusters


def _place_behind(text: str, end: int) -> str:
    """The word behind an acronym in brackets, with which it comes again: "Kamar Dagang dan Industri (Kadin)
    Jateng" as "Kadin Jateng".
    """
    match = _AND_PLACE.match(text, end)
    return match[1] if match else ""


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
    elif bare:
        forms.append(f"{fold(bare)} of {last[-1].code}")  # "Departemen Energi AS", "… Amerika Serikat"
    embassy = _EMBASSY.match(organisation.name)
    if embassy is not None:
        # An article speaks of one embassy of a country, "Kedubes RI" and "KBRI Islamabad", but where it names
        # the seats of several: "KBRI Ankara dan KBRI Kairo".
        house = "consulate" if embassy[0][:3] in ("KJR", "Kon") else "embassy"
        inside = document.entities_in(organisation.start, organisation.end)
        seats = [f"{_SEATED}{hit.phrase}" for hit in inside if hit.kind == "city"]
        forms.insert(0, "".join((f"{house} of {place(document, organisation)[0]}", *seats)))
    if organisation.kind == "local_government":
        forms.append(f"region {region_governed(organisation.name)}")
    for hit in document.starting(organisation.start, "organisation"):
        if _GROUP.fullmatch(document.text, hit.end, organisation.end):
            forms.append(f"registry {hit.code}")  # "BYD Group" is BYD
    if organisation.known is not None:
        forms.append(f"registry {organisation.known.name}")
        forms += [fold(form) for form in organisation.known.forms]
    return list(dict.fromkeys(forms))


def _containing(clusters: list[Cluster], form: str) -> Cluster | None:
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
    if len(matches) == 2:
        # "Takamori" for Takamori Denchi Corporation, not for PT Takamori Denchi Indonesia beside it.
        short, long = sorted(matches, key=lambda cluster: len(fold(cluster.names[0])))
        if fold(long.names[0]).startswith(fold(short.names[0]) + " "):
            return short
    if not matches and len(form) > 14:
        # A name printed in two spellings: "Petrochina Internasional …", "PetroChina International …".
        matches = [c for c in clusters if ratio(fold(c.names[0]), form) >= 90]
    return matches[0] if len(matches) == 1 else None


def _apart(organisation: Organisation, cluster: Cluster, namesakes: Collection[str]) -> bool:
    """Whether a body is none of those whose longer names hold its own: a region, a firm's mother, or the
    namesake of a ministry abroad.
    """
    assert cluster.first is not None
    region = organisation.kind == "local_government" != cluster.first.kind
    other = organisation.name in namesakes and cluster.country != HOME
    return region or other or _another_firm(organisation, cluster)


def _namesakes(document: Document, found: Iterable[Organisation]) -> frozenset[str]:
    """The ministries at home that some sentence names beside one abroad of the same name: "Kementerian
    Kesehatan dan Kementerian Kesehatan Malaysia".
    """
    sentences: dict[int, list[Organisation]] = {}
    for body in found:
        if body.kind == "government":
            sentences.setdefault(document.sentence_at(body.start), []).append(body)
    return frozenset(
        body.name
        for bodies in sentences.values()
        for body in bodies
        if body.known is not None and body.known.country == HOME
        if any(other.name.startswith(f"{body.name} ") and other.known is not body.known for other in bodies)
    )


def _another_firm(organisation: Organisation, cluster: Cluster) -> bool:
    """Whether a firm is the mother of one whose longer name holds its own.

    So it is where a foreign form stands beside the Indonesian one ("X Corporation", "PT X Indonesia"), where
    the registry knows the two apart, and where an Indonesian firm's name goes on ("BNI", "BNI Sekuritas").
    """
    first, known = cluster.first, organisation.known
    assert first is not None
    if known is not None and known.kind == "company":
        apart = cluster.known is not None and cluster.known.name != known.name
        return apart or (first.rule == "registry.longer" and known.country == HOME)
    here = any(name.startswith("PT ") for name in cluster.names)
    return here and FOREIGN_FORM.search(organisation.name) is not None


def _in_order(words: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in words)


@lru_cache(maxsize=1)
def _head_words() -> frozenset[str]:
    return frozenset(word.lower() for word in heads())


def marks(document: Document, cluster: Cluster, offices: Iterable[tuple[int, int]]) -> list[str]:
    """What rules said of a body: which found it, how it was placed, whether a noun or a title introduces it.

    `offices` are the spans of titles of organisations.
    """
    first = cluster.first
    assert first is not None
    rule, _, form = first.rule.partition(":")
    # A branch of a registered body is as sure as the body: "Kadin Jawa Timur".
    branch = rule == "registry.branch"
    found = [f"rule={'registry' if branch else rule}", f"form={form}", f"kind={first.kind}", cluster.rule]
    known = cluster.known.kind if cluster.known is not None else first.kind if branch else None
    if known is not None:
        found.append("known")
        found.append(f"known={known}")
    if cluster.known is not None and cluster.known.name in forums():
        found.append("forum")
    if any(left <= start < right for start, _ in cluster.spans for left, right in offices):
        found.append("held")
    if any(_described(document, start) for start, _ in cluster.spans):
        found.append("described")
    if first.short:
        found.append("short form")
    if rule in ("form.described", "form.office") or (
        rule == "form.tail" and cluster.rule == "country.apposition"
    ):
        found.append("apposed")
    return found


def _described(document: Document, start: int) -> bool:
    """Whether a noun for an organisation stands before a name: "perusahaan X", "startup X"."""
    index = document.token_at(start)
    return index > 0 and document.tokens[index - 1].lower in DESCRIBED


def organisation_actor(document: Document, cluster: Cluster) -> Actor:
    """The record of one body: its fullest name, kind, country, and the forms printed."""
    first = cluster.first
    assert first is not None
    known = cluster.known if cluster.known is None or cluster.known.country == cluster.country else None
    full = [name for name in cluster.names if not re.fullmatch(r"[A-Z]{2,6}", name)] or cluster.names
    name = max(full, key=lambda n: (len(fold(n).split()), len(n)))
    country, rule = cluster.country, cluster.rule
    if first.kind == "local_government":
        # The registry's form: "Pemprov Jatim" is Pemerintah Provinsi Jawa Timur.
        name = full_name(name)
    aliases = [alias for alias in dict.fromkeys((*cluster.names, in_full(name))) if alias != name]
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
