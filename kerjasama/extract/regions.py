"""Indonesia's regions and their governments by all their names: short forms written out, levels, heads.

Where a text names one is `kerjasama.codebook.lexicon`'s subject; foreign towns are
`kerjasama.extract.facts.sentences.towns`'.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives

SHORT_FORMS: dict[str, str] = load("name_words")["short_forms"]
"""Short forms of public bodies, written out, in lower case."""

_PROVINCE, _LAST_REGENCY = "ID-", 70
_LEVELS = tuple(str(level) for level in load("places")["levels"])
LEVEL_OF_SHORT = {
    short: level
    for short, whole in SHORT_FORMS.items()
    for level in _LEVELS
    if whole == f"pemerintah {level.lower()}"
}
"""The level that a government's short form tells: "Kabupaten" of "pemkab"."""
LEVEL = alternatives("places", "levels")
"""What a region of any level is called before its name: "Provinsi", "Kabupaten", "Kota"."""


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[str, str]]:
    """Every name of a region in lower case, short ones too, to its code and full name."""
    return {
        str(name).lower(): (str(code), str(names[0]))
        for code, names in load("places")["names"].items()
        for name in names
    }


def level_of(code: str) -> str:
    """The level of a region by its code: provinces have ISO's, others the Interior Ministry's, cities from
    71 on.
    """
    if code.startswith(_PROVINCE):
        return "Provinsi"
    return "Kota" if int(code.rpartition(".")[2]) > _LAST_REGENCY else "Kabupaten"


def is_governed(name: str) -> bool:
    """Whether a place, as printed, has a government of its own: no island of a province or of several."""
    return name not in load("places")["islands"]


def headed_level(office: str) -> str | None:
    """The level of the regions that an office heads ("Wagub": "Provinsi"); None of one that heads none."""
    levels = load("places")["headed_levels"]
    return next((level for part, level in levels.items() if part in office.lower()), None)


def level_in(country: str | None, level: str) -> str:
    """What a region of a level at home is called in a country: "Prefektur" what a governor heads in Japan."""
    provinces: dict[str | None, str] = load("places")["governed_abroad"]
    return provinces.get(country, level) if level == "Provinsi" else level


@lru_cache(maxsize=1)
def _abroad() -> dict[str, str]:
    """What each region abroad that is no town is called, by the lexicon's code: its country and name."""
    return {
        f"{country}:{name}": level
        for country, levels in load("foreign_regions")["regions"].items()
        for level, names in levels.items()
        for name in names
    }


def region_abroad(code: str) -> str | None:
    """What the foreign place of a code is called that is known as a region, or by its ending: "Provinsi" of
    "CN:Shandong" and "KR:Jeollanam-do"; None of towns.
    """
    endings = load("foreign_regions")["endings"]
    by_ending = next((level for ending, level in endings.items() if code.endswith(ending)), None)
    return _abroad().get(code, by_ending)


def province_of(text: str) -> str | None:
    """The full name of the province that a text names and nothing else: "Jabar" gives "Jawa Barat"."""
    code, name = _regions().get(text.lower(), ("", ""))
    return name if code.startswith(_PROVINCE) else None


def _written_out(word: str) -> str:
    """A word in lower case written out where it is a region's or a public body's short form."""
    _, name = _regions().get(word, ("", ""))
    return name.lower() or SHORT_FORMS.get(word, word)


def written_out(name: str) -> str:
    """A folded name with its short forms written out: "Pemprov Jatim" gives "pemerintah provinsi jawa
    timur".
    """
    words = " ".join(re.sub(r"[\W_]+", " ", name.lower()).split()).split(" ")
    made = " ".join(map(_written_out, words))
    return re.sub(r"\b(ri|republik indonesia)$", "", made).strip() or made


_OF_PROVINCE = re.compile(r"^(?:pemprov|(?:pemerintah )?(?:provinsi )?)\s*", re.IGNORECASE)


def region_governed(name: str) -> str:
    """Key of the region whose government a name names: the same for "Pemprov Jatim" and "Jawa Timur"."""
    province = province_of(_OF_PROVINCE.sub("", name))
    return (province or re.sub(r"^(?:pemerintah )?(?:provinsi )?", "", written_out(name))).lower()


def _is_short(word: str) -> bool:
    """Whether a word is a short form ("jatim"), not a region's name without "Kota" or "Kabupaten"."""
    return not _written_out(word).endswith(word)


def in_full(name: str) -> str:
    """A local body's name with its province written out: "Pemerintah Provinsi NTT", which is printed so."""
    return " ".join((province_of(word) if word.isupper() else None) or word for word in name.split())


def full_name(name: str) -> str:
    """A local government's name with its short forms written out and capitalised as printed names are."""
    words = name.split()
    made = [SHORT_FORMS[word.lower()].title() if word.lower() in SHORT_FORMS else word for word in words]
    made = [
        _written_out(word.lower()).title() if word[1:].islower() and _is_short(word.lower()) else word
        for word in made
    ]
    # "Pemkot Solo" is Pemerintah Kota Surakarta, whose name has its level.
    return re.sub(rf"\b({LEVEL}) (?=\1 )", "", " ".join(made))
