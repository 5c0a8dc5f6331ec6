"""Of which country people's names are, where family names and syllables tell.

So they do for Japan, Korea, China, Vietnam and India. The lists are the codebook's (`name_origins.yaml`).
What the sound of any name says is in `name_forms.py`; `kerjasama.extract.actors.unplaced` weighs both
against the countries that the article names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load

_JAPANESE = re.compile(
    r"(?:(?:[kgnhmrbp]y|sh|ch|j|ts|f|[kgsztdnhbpmyrw])??(?:[aueo]|(?<![stzdyw])i|(?<=sh)i|(?<=ts)u)h?"
    r"|n(?![aiueoy])|m(?=[bp])|[kstp](?=[kstpc]))+"
)
"""Words that Hepburn's syllables can write: "Tsuchiya", "Namba", "Ohno", and neither "Budi" nor "Wati"."""

_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|[aoeiu]))"
    r"{1,2}"
)


@lru_cache(maxsize=1)
def _listed() -> dict[str, dict[str, frozenset[str]]]:
    return {
        country: {part: frozenset(words) for part, words in parts.items()}
        for country, parts in load("name_origins").items()
    }


@lru_cache(maxsize=4096)
def origin(name: str) -> str | None:
    """The ISO country that a person's name shows by a family or a given name and its other syllables."""
    words = tuple(word for word in name.split() if len(word) > 1)
    return next((country for country, shows in _SHOWS.items() if words and shows(words)), None)


def may_be_of(name: str, country: str) -> bool:
    """Whether a name can be one of the country, as far as its syllables tell."""
    words = tuple(name.split())
    if country == "JP":
        listed = _listed()["JP"]
        return any(w in listed["family"] or w in listed["given"] for w in words) or all(
            map(_is_japanese, words)
        )
    country = _NEIGHBOURS.get(country, country)
    if len(words) < 2 or country not in ("KR", "CN"):
        return True
    family = _listed()[country]["family"]
    return words[0] in family or words[-1] in family or (country == "KR" and "-" in words[-1])


_NEIGHBOURS = {"KP": "KR", "TW": "CN", "HK": "CN"}
"""Where the same family names are at home."""


def _is_japanese(word: str) -> bool:
    return _JAPANESE.fullmatch(word.lower()) is not None


def _japanese(words: tuple[str, ...]) -> bool:
    family, given = _listed()["JP"]["family"], _listed()["JP"]["given"]
    listed = sum(word in family or word in given for word in words)
    return listed > 0 and (len(words) > 1 or words[0] in family) and all(map(_is_japanese, words))


def _korean(words: tuple[str, ...]) -> bool:
    """ "Bae Jun-ho", "Minsik Kim", "Kim Ga Eun": a family name, and two syllables."""
    family = _listed()["KR"]["family"]
    for first, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        parts = [part for word in rest for part in word.lower().split("-")]
        if (
            first in family
            and len(parts) == 2
            and all(part in _listed()["KR"]["syllables"] for part in parts)
        ):
            return True
        if first in family and len(parts) == 1 and _two_syllables(parts[0]):
            return True
    return False


def _two_syllables(word: str) -> bool:
    syllables = _listed()["KR"]["syllables"]
    return any(word[:cut] in syllables and word[cut:] in syllables for cut in range(2, len(word) - 1))


def _chinese(words: tuple[str, ...]) -> bool:
    """ "Li Yunfei", "Xi Jinping", "Bing Liu": a family name and one or two syllables of pinyin."""
    family = _listed()["CN"]["family"]
    return len(words) == 2 and any(
        first in family and _PINYIN.fullmatch(given.lower()) is not None
        for first, given in (words, words[::-1])
    )


def _vietnamese(words: tuple[str, ...]) -> bool:
    return len(words) > 2 and words[0] in _listed()["VN"]["family"]


def _indian(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[-1] in _listed()["IN"]["family"]


_SHOWS = {"JP": _japanese, "KR": _korean, "CN": _chinese, "VN": _vietnamese, "IN": _indian}
