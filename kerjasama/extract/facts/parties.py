"""Who could be a party in a sentence: actors, unnamed groups and countries, each with its side.

Which of them a fact takes, and in which role, is decided in `kerjasama.extract.facts.binding` and
`kerjasama.extract.facts.roles`; who the actors are, in `kerjasama.extract.actors.actors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.registry import full_name
from kerjasama.records import Actor

# "Istana Negara Kuala Lumpur": what only countries have is no group of a town.
_OF_COUNTRIES = ("negara", "parlemen", "militer", "tentara", "angkatan", "bumn")
# "Alumni Jepang" studied there and are at home here.
_OF_HOME = ("alumni", "lulusan")
# What joins the places of one group.
_MORE_PLACES = re.compile(r"(?:\s*,\s*|\s+(?:dan|serta|hingga)\s+|\s*,\s+(?:dan|serta)\s+)\x00")
# "Peternak Ngantang", "petani di Punaga": a village that no list holds is one at home.
_VILLAGERS = re.compile(
    r"\b(?:para\s+)?(?P<head>petani|nelayan|peternak|petambak|pembudidaya|perajin|pengrajin|pekebun)"
    r"\s+(?:di\s+|asal\s+|dari\s+)?(?:Desa\s+|Kecamatan\s+)?[A-Z][a-z]{3,}\b"
)
ORGANISATIONS = (
    "government",
    "local_government",
    "public_agency",
    "company",
    "association",
    "education_research",
    "international_organisation",
)
"""Actor kinds that are bodies of their own, neither people nor unnamed groups nor countries."""

HOME = "ID"
OUTSIDE = "INT"
# "Berbagai negara", "65 negara": states that the sentence does not name.
_STATES = re.compile(
    r"\b(?:berbagai|sejumlah|beberapa|banyak|puluhan|\d{1,3})\s+negara"
    r"(?:\s+(?:lain|lainnya|sahabat|mitra|anggota|tujuan))?\b"
    r"(?!\s+\x00)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Party:
    """A possible party printed at [start, end). `side` is ID, a foreign ISO code or INT."""

    start: int
    end: int
    name: str
    kind: str
    side: str
    rule: str
    actor: Actor | None = None

    @property
    def foreign(self) -> bool:
        """Whether it stands on the foreign side."""
        return self.side != HOME


@dataclass(frozen=True, slots=True)
class Bound:
    """A party of an act and the rule that bound it ("clause", "sentence", "speaker", "carry", …)."""

    party: Party
    rule: str


def home_country() -> str:
    """The name of Indonesia as a party."""
    return str(load("countries")[HOME]["name"])


def country_name(code: str) -> str:
    """The Indonesian name of a country, for a party that the text prints as a byname or an adjective."""
    entry = load("countries").get(code)
    return str(entry["name"]) if entry else code


@lru_cache(maxsize=1)
def _group_pattern() -> re.Pattern[str]:
    words = load("groups")

    def either(key: str) -> str:
        return "|".join(re.escape(w) for w in sorted(words[key], key=len, reverse=True))

    return re.compile(
        rf"\b(?:(?:{either('quantifiers')})\s+)?(?P<head>{either('heads')})"
        rf"(?:(?:\s+(?:{either('between')}|{either('heads')})){{0,4}}?(?:\s+\([A-Z]{{2,6}}\))?"
        rf"(?:\s+(?:{either('links')}))?|(?:\s+[a-z-]{{2,}}){{1,4}}?\s+asal)\s+(?P<of>\x00|(?P<home>{either('home')})\b|(?:{either('outside')})\b(?!\s+(?:asal|dari|milik)\s+\x00))",
        re.IGNORECASE,
    )


def groups(
    text: str, start: int, end: int, countries: Sequence[Hit], regions: Sequence[Hit] = ()
) -> list[Party]:
    """Groups of a country in [start, end): "puluhan pengusaha Jepang", "startup di Jepang", "pengusaha
    nasional", and those of no one country: "investor asing", "sejumlah mitra internasional".

    `countries` are the country words of the stretch, `regions` its Indonesian and foreign places ("petani
    Aceh Tengah", "pengusaha Osaka"). Each is masked by one mark, so that the pattern needs no list of them;
    spans are mapped back.
    """
    inside = [c for c in (*countries, *regions) if start <= c.start and c.end <= end]
    inside.sort(key=lambda hit: (hit.start, -hit.end))
    pieces: list[str] = []
    back: list[int] = []
    codes: dict[int, Hit] = {}
    since = start
    for hit in inside:
        if hit.start < since:
            continue
        pieces.append(text[since : hit.start])
        back.extend(range(since, hit.start))
        codes[len(back)] = hit
        pieces.append("\x00")
        back.append(hit.start)
        since = hit.end
    pieces.append(text[since:end])
    back.extend(range(since, end))
    masked = "".join(pieces)
    named = any(hit.kind == "country" and hit.code != HOME for hit in inside)
    found = [
        Party(
            back[m.start()], back[m.end() - 1] + 1, " ".join(m[0].split()), "group", OUTSIDE, "party.states"
        )
        for m in ([] if named else _STATES.finditer(masked))
    ]
    found += [
        Party(
            back[m.start()],
            back[m.end() - 1] + 1,
            " ".join(m[0].split()),
            "group",
            HOME,
            f"party.group:{m['head']}",
        )
        for m in _VILLAGERS.finditer(masked)
    ]
    for match in _group_pattern().finditer(masked):
        mark = codes.get(match.start("of"))
        if mark and mark.kind != "country" and match["head"].lower().startswith(_OF_COUNTRIES):
            continue
        begin = back[match.start()]
        stop = _last_place(masked, match.end(), codes, mark) if mark else back[match.end() - 1] + 1
        name = " ".join(text[begin:stop].split())
        abroad = _side(mark) if mark else HOME if match["home"] else OUTSIDE
        side = HOME if match["head"].lower() in _OF_HOME else abroad
        if side == OUTSIDE and named:
            continue
        found.append(Party(begin, stop, name, "group", side, f"party.group:{match['head'].lower()}"))
    return found


def _last_place(masked: str, end: int, codes: Mapping[int, Hit], mark: Hit) -> int:
    """Where the places of a group end: "petani di Garut dan Tasikmalaya" are of both."""
    while mark.kind == "place" and (more := _MORE_PLACES.match(masked, end)):
        following = codes[more.end() - 1]
        if following.kind != "place":
            break
        mark, end = following, more.end()
    return mark.end


def _side(hit: Hit) -> str:
    """The country of a country word or of a place."""
    if hit.kind == "place":
        return HOME
    return hit.code.partition(":")[0]


def of_actor(start: int, end: int, actor: Actor) -> Party:
    """A named actor as a party; an organisation without a country stands outside every country."""
    return Party(start, end, actor.name, actor.kind, actor.country or OUTSIDE, "party.actor", actor)


def of_country(hit: Hit) -> Party:
    """A country word as a party."""
    return Party(
        hit.start, hit.end, country_name(hit.code), "country", hit.code, f"party.country:{hit.phrase}"
    )


def apart(candidates: Iterable[Party]) -> list[Party]:
    """Candidates that do not lie inside one another: the longest wins; sorted by start."""
    kept: list[Party] = []
    for party in sorted(candidates, key=lambda p: (p.start - p.end, p.start)):
        if all(party.end <= other.start or party.start >= other.end for other in kept):
            kept.append(party)
    return sorted(kept, key=lambda p: p.start)


_RULES = re.compile(r"\b(?P<office>Gubernur|Bupati|Wali ?[Kk]ota)\s+(?:Provinsi\s+|Kabupaten\s+|Kota\s+)?\Z")
_NAMED_THERE = re.compile(r"\s*[,(]?\s*(?:[A-Z]|H\.|Hj\.)")
_REALMS = {"Gubernur": "Provinsi", "Bupati": "Kabupaten"}


def regional_heads(text: str, start: int, regions: Iterable[Hit]) -> list[Party]:
    """Regions whose head acts without being named: "dijamu Bupati Sikka" is a guest of the regency."""
    found = []
    for hit in regions:
        if hit.kind != "place" or _NAMED_THERE.match(text, hit.end):
            continue
        match = _RULES.search(text, max(start, hit.start - 40), hit.start)
        if match:
            name = full_name(f"Pemerintah {_REALMS.get(match['office'], 'Kota')} {text[hit.start : hit.end]}")
            found.append(
                Party(match.start(), hit.end, name, "local_government", HOME, "party.head_of_region")
            )
    return found
