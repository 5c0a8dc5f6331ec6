"""Unnamed groups of a country or of none: "puluhan pengusaha Jepang", "petani Aceh Tengah", "investor asing".

The words are in `codebook/groups.yaml`; named actors and countries as parties are
`kerjasama.extract.facts.sentences.parties`' subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, either
from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.sentences.parties import Party, side_of
from kerjasama.extract.registry import HOME_NAMES, home_bynames
from kerjasama.records import HOME, OUTSIDE


def _words(key: str) -> str:
    return alternatives("groups", key)


_KIND = rf"(?!(?:(?:me|ber|di|ter)[a-z]+|{_words('no_kinds')})\b)(?-i:[a-z-]{{3,}})"
"""A word that may tell the kind of a group though no list holds it ("petani jagung di Madura"): no verb with
its prefix, nor one of those that tell what the group does.
"""

_MARK = "\x00"
"""What stands for a country or a place in a masked sentence."""
# What joins the places of one group.
_MORE_PLACES = re.compile(r"(?:\s*,\s*|\s+(?:dan|serta|hingga)\s+|\s*,\s+(?:dan|serta)\s+)\x00")
# "Institusi Indonesia dan Jepang": as many groups as countries.
_ALSO_OF = re.compile(r"\s*(?:,|,?\s(?:dan|serta|maupun|hingga))\s+\x00(?!\s*[-–/])")
# "Banyak negara, termasuk Indonesia": states among which Indonesia is are no other side.
_WITH_HOME = re.compile(
    rf"(?:\s+berkembang)?,?\s+{_words('among_them')}\s+(?:di\s+)?(?:{HOME_NAMES}|{either(home_bynames())})\b"
)


_SOME_STATES = rf"(?:{_words('of_states')}|\d{{1,3}})\s+negara"
SOME_STATES = re.compile(rf"\b{_SOME_STATES}\b", re.IGNORECASE)
"""States that a text counts and does not name: "berbagai negara", "65 negara"."""


@lru_cache(maxsize=1)
def _group_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_words('quantifiers')}\s+)?(?P<head>{_words('heads')})"
        rf"(?:(?:\s+(?:{_words('between')}|{_words('heads')})){{0,4}}?(?:\s+\([A-Z]{{2,6}}\))?"
        rf"(?:\s+{_words('links')})?|(?:\s+[a-z-]{{2,}}){{1,4}}?\s+asal|(?<!negara)(?<!dana)(?:\s+{_KIND}){{1,2}}(?:\s+{_words('links')})?)"
        rf"\s+(?:{_words('levels')}\s+)?"
        rf"(?P<of>\x00|(?P<home>{_words('home')})\b|{_words('outside')}\b(?!\s+(?:asal|dari|milik)\s+\x00))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _villagers() -> re.Pattern[str]:
    """ "Peternak Ngantang", "petani kopi di Punaga": a village that no list holds is one at home."""
    return re.compile(
        rf"\b(?P<head>{_words('villagers')})(?:\s+{_words('between')})?"
        r"\s+(?:di\s+|asal\s+|dari\s+)?(?:Desa\s+|Kecamatan\s+)?[A-Z][a-z]{3,}\b"
    )


@lru_cache(maxsize=1)
def _states() -> re.Pattern[str]:
    """States that are not named and groups of such: "negara sahabat", "investor dari sejumlah negara"."""
    return re.compile(
        rf"\b(?:{_words('heads')}(?:\s+{_words('between')})?\s+(?:dari|asal)\s+)?"
        rf"{_SOME_STATES}(?:\s+{_words('states')})?\b(?!\s+\x00)",
        re.IGNORECASE,
    )


_AT = re.compile(r"\bdi\s+\Z")
# "Suntikan dana dari Kanada": money that flows is no fund of a country.
_NO_GROUPS = {
    head: re.compile(rf"\b{either(before)}\s+\Z", re.IGNORECASE)
    for head, before in load("groups")["no_groups_behind"].items()
}
_CITIZENS = re.compile(r"\b[Ww]arga\s+\Z")


@lru_cache(maxsize=1)
def _placed() -> re.Pattern[str]:
    """A verb of placing people, right before them."""
    return re.compile(rf"\b{_words('placing')}\s+\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _of_countries() -> tuple[str, ...]:
    """Beginnings of groups that only countries have: no town has a "parlemen"."""
    return tuple(load("groups")["of_countries"])


@dataclass(frozen=True, slots=True)
class _Masked:
    """A stretch of text in which each country and place is one mark, so that patterns need no list of them.

    `back` holds the offset in the whole text of each character of `text`, `hits` what each mark stands for.
    """

    whole: str
    text: str
    back: Sequence[int]
    hits: Mapping[int, Hit]

    @classmethod
    def of(cls, whole: str, start: int, end: int, inside: Sequence[Hit]) -> _Masked:
        """[start, end) of the whole text, masked; of overlapping hits the first and longest."""
        pieces: list[str] = []
        back: list[int] = []
        hits: dict[int, Hit] = {}
        since = start
        for hit in inside:
            if hit.start < since:
                continue
            pieces += [whole[since : hit.start], _MARK]
            back.extend(range(since, hit.start))
            hits[len(back)] = hit
            back.append(hit.start)
            since = hit.end
        pieces.append(whole[since:end])
        back.extend(range(since, end))
        return cls(whole, "".join(pieces), back, hits)

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """Where a match stands in the whole text; one that ends with a place of a list ends with the last."""
        mark = self.hits.get(match.end() - 1)
        stop = self._last_place(match.end(), mark) if mark else self.back[match.end() - 1] + 1
        return self.back[match.start()], stop

    def countries_behind(self, end: int) -> Iterator[Hit]:
        """The countries that go on a list whose first one ends at `end` of the masked text."""
        while more := _ALSO_OF.match(self.text, end):
            hit = self.hits[more.end() - 1]
            if hit.kind != "country":
                return
            yield hit
            end = more.end()

    def _last_place(self, end: int, mark: Hit) -> int:
        """Where the places of a group end: "petani di Garut dan Tasikmalaya" are of both."""
        while mark.kind == "place" and (more := _MORE_PLACES.match(self.text, end)):
            following = self.hits[more.end() - 1]
            if following.kind != "place":
                break
            mark, end = following, more.end()
        return mark.end


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
    masked = _Masked.of(text, start, end, inside)
    abroad = any(hit.kind == "country" and hit.code != HOME for hit in inside)
    found = [*_unnamed_states(masked)] if not abroad else []
    found += _of_villages(masked)
    found += (party for party in _of_places(masked) if not (party.side == OUTSIDE and abroad))
    return found


def _unnamed_states(masked: _Masked) -> Iterator[Party]:
    if "negara" not in masked.text.lower():
        return  # the pattern tries the nouns of groups at every word: most sentences are spared it
    for match in _states().finditer(masked.text):
        if _WITH_HOME.match(masked.whole, masked.span(match)[1]):
            continue  # "banyak negara, termasuk Indonesia"
        yield Party(*masked.span(match), " ".join(match[0].split()), "group", OUTSIDE, "party.states")


def _of_villages(masked: _Masked) -> Iterator[Party]:
    for match in _villagers().finditer(masked.text):
        rule = f"party.group:{match['head']}"
        yield Party(*masked.span(match), " ".join(match[0].split()), "group", HOME, rule)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The group phrases of a masked text; "suntikan dana investor asing" begins with the investor."""
    since = 0
    while match := _group_pattern().search(text, since):
        named = _names_a_group(text, match)
        since = match.end() if named else match.end("head")
        if named:
            yield match


def _names_a_group(text: str, match: re.Match[str]) -> bool:
    before = _NO_GROUPS.get(match["head"].lower())
    return before is None or before.search(text, 0, match.start("head")) is None


def _of_places(masked: _Masked) -> Iterator[Party]:
    """Groups of a country, of a place, of the home country, or from abroad in general."""
    for match in _matches(masked.text):
        head = match["head"].lower()
        mark = masked.hits.get(match.start("of"))
        if mark and mark.kind != "country" and head.startswith(_of_countries()):
            continue
        begin, stop = masked.span(match)
        if _is_venue(masked, match, begin):
            continue
        if _CITIZENS.search(masked.whole, max(0, begin - 10), begin):
            continue  # "warga negara China" are travellers, no state
        if mark and mark.kind != "country" and _placed().search(masked.whole, max(0, begin - 60), begin):
            continue  # "menempatkan dua insinyur di Gresik": theirs who place them, not the place's
        side = side_of(mark) if mark else HOME if match["home"] else OUTSIDE
        if head in load("groups")["of_home"]:
            side = HOME  # "Alumni Jepang" studied there and are at home here
        name = " ".join(masked.whole[begin:stop].split())
        kind = "government" if head in load("groups")["government"] else "group"
        rule = f"party.group:{head}"
        yield Party(begin, stop, name, kind, side, rule)
        if mark is None or mark.kind != "country":
            continue
        described = " ".join(masked.whole[begin : mark.start].split())
        if not described.endswith(" di"):  # who is in one country need not be in the other
            for hit in masked.countries_behind(match.end()):
                printed = masked.whole[hit.start : hit.end]
                yield Party(hit.start, hit.end, f"{described} {printed}", kind, side_of(hit), rule)


def _is_venue(masked: _Masked, match: re.Match[str], begin: int) -> bool:
    """ "Seusai pertemuan di Hotel Minahasa, Manado": a house by its name, where something happened."""
    house = match["head"].lower() in load("groups")["houses"] and match["head"][0].isupper()
    return house and bool(_AT.search(masked.whole, max(0, begin - 4), begin))
