"""What a number without a unit counts: the noun that its sentence is about, or what the number before does.

Units that are printed behind the number are read in `kerjasama.text.units`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, one_of
from kerjasama.extract.figures import cues
from kerjasama.extract.figures.sentence import FigureSentence
from kerjasama.extract.registry import word_set
from kerjasama.text.numerals import Quantity
from kerjasama.text.quantity import TIME_UNITS
from kerjasama.text.units import counted_word, noun_unit, unit_word

# "jumlah penyedia", "total IKM", "penjualan mobil": the noun that the sentence counts.
_COUNTED = re.compile(
    rf"\b{alternatives('figures', 'counts')}\s(?:{alternatives('figures', 'of_counted')}\s)?"
    r"([a-z-]+)(?:\s([a-z-]+))?"
)
_WORD = re.compile(r"[a-z][a-z-]+")
# A headline in the text, or a name ("Program 3 Juta Rumah"): its words are capitalised.
_LOWER_BEFORE = re.compile(r"(?:\b[a-z]+|(?:^|[.\n\"\u201c])\s*[A-Z][a-z]+)\s$")
_ABBREVIATION = re.compile(r"[^aeiou]+")  # "50 Mbps"
_TITLE_WORD = re.compile(r"[\s-]?([A-Z][a-z]{2,})")


@lru_cache(maxsize=1)
def _counted_in_units() -> frozenset[str]:
    return frozenset(load("units")["counted_in_units"])


def resolve_unit(
    sentence: FigureSentence, quantity: Quantity, here: list[Quantity], earlier: list[Quantity]
) -> Quantity | None:
    """The quantity with its unit, or None where it counts nothing that the text names.

    `here` are the sentence's quantities so far, `earlier` those of the article.
    """
    lower, start = sentence.lower, sentence.start
    if _is_in_a_title(sentence.text, quantity):
        return None
    if quantity.unit == "unit":
        named = (
            _thing_before(lower, start, quantity)
            or _same_things(lower, quantity, earlier)
            or _thing_of_story(sentence, quantity)
        )
        return replace(quantity, unit=named) if named else quantity
    if quantity.unit is not None:
        return _clipped_name(quantity, earlier)
    if named := _unit_before(lower, start, quantity):
        return replace(quantity, unit=named)
    if quantity.noun and _is_noun(quantity.noun):
        unit = "person" if _AGENT.fullmatch(quantity.noun) else quantity.noun
        return replace(quantity, unit=unit, unit_text=quantity.noun)
    if told := _told_before(quantity, earlier):
        return replace(quantity, unit=told.unit, unit_text=told.unit_text)
    if quantity.magnitude == 1 and not cues.ANNOUNCER.search(
        lower, max(start, quantity.start - 16), quantity.start
    ):
        return _included(lower, quantity, here, earlier)
    return _from_context(sentence, quantity, here, earlier)


_AT = re.compile(
    rf"\b{alternatives('figures', 'at_a_level')}\s(?:{alternatives('figures', 'between_level')}\s){{0,2}}$"
)
# "dengan jumlah kamar 564", "total peserta pelatihan 120"
_NUMBER_OF = re.compile(rf"\b{alternatives('figures', 'number_of')}\s([a-z-]+\s)([a-z-]+\s)?$")
_MAGNITUDE = re.compile(r"\b(?:(?:ber)?magnitudo(?:\s\(m\))?|gempa\sm)\s\(?$")


_STRENGTH = re.compile(rf"\b(?:ber)?kekuatan\s(?:{alternatives('figures', 'strength')}\s)?$")
_STRONGEST = 10


@lru_cache(maxsize=1)
def _quoted() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("figures")
    other = one_of(words["quoted_in_money"])
    return (
        re.compile(rf"\b(?:{one_of(words['indices'])})\b(?!.*\b(?:{other})\b)"),
        re.compile(r"\brupiah\b"),
    )


def _unit_before(lower: str, start: int, quantity: Quantity) -> str | None:
    """The unit that is told before a bare number: "magnitudo 5,9", "Mach 1,8", "IHSG naik ke level 7.351"."""
    counted = _NUMBER_OF.search(lower, max(start, quantity.start - 40), quantity.start)
    for noun in counted.groups() if counted else ():
        if noun and (unit := noun_unit(noun.strip())):
            return unit.name
    if _MAGNITUDE.search(lower, max(start, quantity.start - 20), quantity.start) or (
        quantity.value < _STRONGEST
        and _STRENGTH.search(lower, max(start, quantity.start - 30), quantity.start)
        and "gempa" in lower[start : quantity.start]
    ):
        return "magnitude"
    if lower.endswith("mach ", start, quantity.start):
        return "mach"
    level = quantity.value >= _LEAST_LEVEL or quantity.value % 1
    if not level or not _AT.search(lower, max(start, quantity.start - 30), quantity.start):
        return None
    index, rupiah = _quoted()
    if index.search(lower, start, quantity.start):
        return "point"
    return "IDR" if quantity.value > _LEAST_RATE and rupiah.search(lower, start, quantity.start) else None


# No index of shares stands lower, and no foreign currency of the press is cheaper.
_LEAST_LEVEL, _LEAST_RATE = 100, 1000
# Verbs are told by their prefix; nouns that begin alike are in the vocabulary ("merek", "berkas").
_VERB = re.compile(r"(?:me(?:m|n|ng|ny)[a-z]{3,}|me[lrw][a-z]{4,}|di[a-z]{5,}|ter[a-z]{4,}|ber[a-z]{4,})")


# Nouns of who does something: "penjahit", "pelobi", "budayawan", "seniwati".
_AGENT = re.compile(r"(?:pe(?:m|n|l|r(?=[aeiou]))[a-z]{4,}(?<!an)(?<!lah)|[a-z]{3,}(?:wan|wati))")


def _is_noun(word: str) -> bool:
    return word[0].islower() and word not in cues.NO_NOUNS and _VERB.fullmatch(word) is None


def _is_in_a_title(text: str, quantity: Quantity) -> bool:
    word = _TITLE_WORD.match(text, quantity.number_end)
    if word is None or _ABBREVIATION.fullmatch(word[1]):
        return False
    number = text[quantity.number_start : quantity.number_end]
    if word[1].lower() in load("units")["magnitudes"] or number != number.lower():
        return True  # "program 3 Juta Rumah"
    # "penandatanganan 13 Perjanjian Kerja Sama": things are only a headline's where the word before is, too.
    before = _LOWER_BEFORE.search(text, max(0, quantity.start - 24), quantity.start)
    plain = before is not None and _GOES_ON_PLAIN.match(text, word.end()) is not None
    return unit_word(word[1].lower()) and not (before and (plain or counted_word(word[1])))


# "berlatih selama 7 Bulan di Pusat Misi": no headline goes on in lower case.
_GOES_ON_PLAIN = re.compile(r"\s[a-z]+\b|[.,;]")


def _thing_before(lower: str, start: int, quantity: Quantity) -> str | None:
    """The thing that "unit" counts, told before the number ("jumlah IKM sebanyak 182.000 unit")."""
    for match in reversed(list(_WORD.finditer(lower, max(start, quantity.start - 90), quantity.start))):
        unit = noun_unit(match[0])
        if unit and unit.name in _counted_in_units():
            return unit.name
    return None


def _same_things(lower: str, quantity: Quantity, earlier: list[Quantity]) -> str | None:
    """ "534 unit apartemen … 134 unit": what the last units counted, if near or if all before counted alike;
    "unit kerja" are units of their own.
    """
    if _OWN_UNITS.match(lower, quantity.end):
        return None
    counted = [other for other in earlier if (other.unit_text or "").startswith("unit")]
    if not counted or counted[-1].unit not in _counted_in_units():
        return None
    near = quantity.start - counted[-1].end < _SAME_STORY
    return counted[-1].unit if near or len({other.unit for other in counted}) == 1 else None


_SAME_STORY = 600
# Behind "unit" these name nothing that would be counted: "24 unit, enam pesawat", "20 unit operasional".
_UNNAMED = re.compile(rf"[.,;)]|\s(?:[A-Z]|{alternatives('figures', 'behind_units')}\b)|\s?$")
# So far before, and in the rest of the sentence, the thing is looked for that units count.
_STORY, _REST = 300, 60
# They are in most stories, and seldom what "unit" counts there.
_NO_STORY = frozenset(("house", "business"))


def _thing_of_story(sentence: FigureSentence, quantity: Quantity) -> str | None:
    """ "… pesawat tempur itu. Dari pesanan 24 unit, …": what units count that no word of theirs names."""
    if not _UNNAMED.match(sentence.text, quantity.end):
        return None
    begin, end = max(0, quantity.start - _STORY), min(sentence.end, quantity.end + _REST)
    before = reversed(list(_WORD.finditer(sentence.lower, begin, quantity.start)))
    for match in (*_WORD.finditer(sentence.lower, quantity.end, end), *before):
        unit = noun_unit(match[0])
        if unit and unit.name in _counted_in_units() - _NO_STORY:
            return unit.name
    return None


_OWN_UNITS = re.compile(rf"\s{alternatives('figures', 'own_units')}")


def _clipped_name(quantity: Quantity, earlier: list[Quantity]) -> Quantity:
    """ "75 bidang tanah … 75 bidang": the same number of what was named in full before."""
    if quantity.unit_text is None:
        return quantity
    for other in earlier:
        if other.value == quantity.value and (other.unit_text or "").startswith(quantity.unit_text + " "):
            return replace(quantity, unit=other.unit)
    return quantity


# So many digits, or a magnitude: the same number again is the same figure.
_SURE_DIGITS = 1000


def _told_before(quantity: Quantity, earlier: list[Quantity]) -> Quantity | None:
    """ "11 ribu orang … kuota 11 ribu": the earlier quantity of the same number, where it counted things."""
    if quantity.value < _SURE_DIGITS:
        return None
    same = (other for other in reversed(earlier) if other.value == quantity.value)
    return next((other for other in same if not (other.percent or other.currency)), None)


def _included(
    lower: str, quantity: Quantity, here: list[Quantity], earlier: list[Quantity]
) -> Quantity | None:
    """ "10.000 pesawat (termasuk 2.500 Falcon)", "14 di antaranya": a part of what was counted before."""
    if here and quantity.noun and _INCLUDING.search(lower[: quantity.start][-24:]):
        return replace(quantity, unit=here[-1].unit, unit_text=quantity.noun)
    counted = (here or earlier)[-1:]
    if counted and _OF_THEM.match(lower, quantity.end):
        return replace(quantity, unit=counted[0].unit, unit_text=counted[0].unit_text)
    return None


_INCLUDING = re.compile(rf"\b{alternatives('figures', 'including')}\s$")
_OF_THEM = re.compile(rf"\s{alternatives('figures', 'of_them')}\b")


@lru_cache(maxsize=1)
def _money() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(load('figures')['money_words'])})(?:nya)?\b")


def _from_context(
    sentence: FigureSentence, quantity: Quantity, here: list[Quantity], earlier: list[Quantity]
) -> Quantity | None:
    text, lower, start = sentence.text, sentence.lower, sentence.start
    match = next(reversed(list(_COUNTED.finditer(lower, start, quantity.start))), None)
    if match:
        for word in (" ".join(filter(None, match.groups())), match[1], match[2]):
            unit = noun_unit(word) if word else None
            if unit:
                return replace(quantity, unit=unit.name, unit_text=word)
    if quantity.magnitude > 1 and _money().search(lower, max(start, quantity.start - 60), quantity.start):
        return replace(quantity, unit="IDR")
    if subject := _subject(text, start, quantity, here):
        return replace(quantity, unit=subject[1], unit_text=subject[0])
    for other in reversed([*earlier[-3:], *here[-3:]]):
        counted = other.unit and not other.percent and other.currency is None and other.unit not in TIME_UNITS
        if counted and quantity.start - other.end < _SAME_MATTER:
            return replace(quantity, unit=other.unit, unit_text=other.unit_text)
    for other in reversed(here):
        if other.currency and quantity.magnitude > 1:
            return replace(quantity, unit=other.unit)
    if quantity.magnitude == 1:
        return None
    for match in reversed(list(_WORD.finditer(lower, max(start, quantity.start - 90), quantity.start))):
        unit = noun_unit(match[0])
        if unit and text[match.start()].islower():
            return replace(quantity, unit=unit.name, unit_text=match[0])
    return replace(quantity, unit="unit")


_SAME_MATTER = 400
# What a clause begins behind; a quota counts what it is for.
_CLAUSE = re.compile(rf"[,;:.\u201c\"](?!\d)|\b{alternatives('figures', 'begins_clause')}\b")
_TRANSITIVE = re.compile(r"\b(?:me[a-z]{4,}|di[a-z]{4,}|akan|untuk)\b")
_NO_SUBJECTS = frozenset(("quota",))
_PREPOSITIONS = word_set("figures", "prepositions")


def _subject(text: str, start: int, quantity: Quantity, here: list[Quantity]) -> tuple[str, str] | None:
    """ "Hotel di Parapat ada 11", "jemaah reguler sebanyak 18.400": the noun of which so many are told."""
    if quantity.value % 1:
        return None
    begin = max(start, here[-1].end if here else start)
    for mark in _CLAUSE.finditer(text, begin, quantity.start):
        begin = mark.end()
    for match in _NOUN_OR_NAME.finditer(text, begin, quantity.start):
        word = match[0].lower()
        if word in _PREPOSITIONS:
            return None
        unit = noun_unit(word)
        if unit is None or unit.name in _NO_SUBJECTS:
            continue
        named = match[0][0].isupper() and match.start() > begin + 1
        if named or _TRANSITIVE.search(text, match.end(), quantity.start):
            return None
        return word, unit.name
    return None


_NOUN_OR_NAME = re.compile(r"[A-Za-z][a-z-]+")
