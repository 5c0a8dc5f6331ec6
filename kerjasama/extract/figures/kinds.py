"""Whether a figure is a level, a change or a share (codebook section 7), and the direction of a change."""

from __future__ import annotations

import re
from dataclasses import replace

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.figures import cues
from kerjasama.extract.figures.sentence import FigureSentence, Neighbours, continues
from kerjasama.extract.figures.times import with_time_of
from kerjasama.extract.registry import word_set
from kerjasama.records import Anchor, Figure
from kerjasama.text.numerals import Quantity

Kind = tuple[str, str | None, Anchor | None]

# A change word farther from its number than this speaks of something else.
_REACH = 110


def kind_of(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> Kind:
    """`change`, `share` or `level`, the direction of a change, and the word that says so."""
    lower = sentence.lower
    window = max(near.left(sentence), quantity.start - _REACH)
    match = cues.CHANGE.search(lower, window, quantity.start)
    if (
        match
        and not _names_a_level(match["word"], lower[match.end("word") : quantity.start], quantity)
        and not _describes(lower, match)
    ):
        return _changed(match)
    moved = cues.CHANGE_OF.search(lower, window, quantity.start)
    if moved is None and quantity.unit == "basis point":
        moved = cues.CHANGE_OF_POINTS.search(lower, window, quantity.start)
    if moved:
        return _changed(moved)
    noun = cues.CHANGE_NOUN.search(lower, window, quantity.start)
    if noun and _governs(noun["word"], noun["rest"], quantity) and not _describes(lower, noun):
        return _changed(noun)
    left = near.left(sentence)
    extreme = cues.CHANGE_EXTREME.search(lower, left, quantity.start) if quantity.percent else None
    if extreme:
        return _changed(extreme)
    shrunk = cues.CHANGE_OF_SHARE.search(lower, window, quantity.start) if quantity.percent else None
    if shrunk and not _names_a_level(shrunk["word"], lower[shrunk.end("word") : quantity.start], quantity):
        return _changed(shrunk)
    if carried := _carried(sentence, quantity, near) or _next_rate(sentence, quantity, near):
        return carried
    if quantity.percent:
        return _percentage(sentence, quantity)
    if quantity.unit == "times" and lower[quantity.start : quantity.end].endswith("lipat"):
        return "change", "up", Anchor("kind", "change:lipat", quantity.start, quantity.end)
    return "level", None, None


def _changed(match: re.Match[str]) -> Kind:
    word = match["word"]
    direction = "up" if word in cues.UP else "down"
    return "change", direction, Anchor("kind", f"change:{word}", match.start("word"), match.end("word"))


_NOUN_BEFORE = re.compile(
    rf"\b(?!(?:me|ber|di|ter)[a-z]{{4,}}|{alternatives('figures', 'no_described')})[a-z]{{3,}}\s$"
)


def _describes(lower: str, match: re.Match[str]) -> bool:
    """ "kuota tambahan sebanyak 20.000": behind a noun it says which one; ", ditambah" is "and"."""
    if match["word"] == "ditambah":
        return lower[: match.start("word")].endswith(", ")
    if match["word"] != "tambahan":
        return False
    start = match.start("word")
    return _NOUN_BEFORE.search(lower, max(0, start - 24), start) is not None


_LOWER_THAN = re.compile(rf"\s?\(?lebih {alternatives('figures', 'less')}")


def _percentage(sentence: FigureSentence, quantity: Quantity) -> Kind:
    if quantity.value < 0:
        return "change", "down", Anchor("kind", "change:negative", quantity.start, quantity.end)
    behind = cues.COMPARED.match(sentence.lower, quantity.end, sentence.end)
    if behind and behind["word"]:
        return _changed(behind)
    if behind:
        down = _LOWER_THAN.match(sentence.lower, quantity.end)
        anchor = Anchor("kind", "change:compared", behind.start(), behind.end())
        return "change", "down" if down else "up", anchor
    if rate := _rate(sentence, quantity):
        return "level", None, Anchor("kind", "level:rate", rate.start("rate"), rate.end("rate"))
    return "share", None, None


_RATES = alternatives("figures", "rates")
# "tarif impor sebesar 19 persen", "imbal hasil tenor 5 tahun adalah 4,4 persen": no other noun takes over.
_RATE_BEFORE = re.compile(rf"(?P<rate>{_RATES})(?P<rest>\b(?:[^.,;:()]|,\d){{0,70}})$")
_RATE_BEHIND = re.compile(rf"\s(?P<rate>{_RATES})\b")
_OF_A_WHOLE = re.compile(rf"\b{alternatives('figures', 'of_a_whole')}\b")


def _rate(sentence: FigureSentence, quantity: Quantity) -> re.Match[str] | None:
    """The noun of the rate that a percentage is: a tariff or a yield is no share of anything."""
    behind = _RATE_BEHIND.match(sentence.lower, quantity.end, sentence.end)
    before = _RATE_BEFORE.search(sentence.lower, max(sentence.start, quantity.start - 90), quantity.start)
    if before is not None and _OF_A_WHOLE.search(before["rest"]):
        return behind
    return before or behind


_GROWTH = word_set("figures", "growth")
_LEVELS = word_set("figures", "levels")
_CAME_TO = word_set("figures", "came_to")
_REACHED = word_set("figures", "reached")


def _names_a_level(word: str, between: str, quantity: Quantity) -> bool:
    """ "naik menjadi 30 persen", "turun dari 5 persen", "meningkat hingga 2 juta": where it came to.

    Growth has a level of its own: "tumbuh di level 5 persen".
    """
    words = set(_MORE_THAN.sub("", between).split())
    if words & _LEVELS:
        return word not in _GROWTH
    if "kisaran" in words and not quantity.percent:
        return True  # "turun di kisaran US$ 1.736"
    return bool(words & _CAME_TO) or (bool(words & _REACHED) and not quantity.percent)


_MORE_THAN = re.compile(r"\b(?:lebih|kurang) dari\b")
_STOPS_GOVERNING = re.compile(rf",\s(?!yang|yakni|yaitu)|\b{alternatives('figures', 'ends_change')}\b")
_TO_A_LEVEL = re.compile(rf"\b{alternatives('figures', 'to_a_level')}\b")
_FROM_OR_TO = re.compile(
    rf"\b{alternatives('figures', 'came_to')}\s(?:{alternatives('figures', 'about_a_level')}\s){{0,2}}$"
)
_BY = re.compile(rf"\b{alternatives('figures', 'by_how_much')}\b|^\s?$")
# "penurunan harga Rp 200 per liter", "pengurangan anggaran Rp 5 triliun"
_OF_ONE_NOUN = re.compile(r"\s[a-z]+\s")


def _governs(word: str, rest: str, quantity: Quantity) -> bool:
    """Whether a noun of change still speaks of the number, `rest` standing between them."""
    if _STOPS_GOVERNING.search(rest) or len(rest.split()) > 11:
        return False
    if quantity.percent:
        # "penurunan tarif dari 32 persen" tells where it began, "lebih dari 5 persen" how much; "pertumbuhan
        # ekonomi dari 5 persen" is growth.
        return word in _GROWTH or not _FROM_OR_TO.search(_MORE_THAN.sub("", rest))
    # "peningkatan perdagangan yang signifikan, yang mencapai …": the trade, no longer its increase.
    return (
        not _TO_A_LEVEL.search(rest)
        and rest.count(" yang ") < 2
        and (
            _BY.search(rest) is not None
            or bool(quantity.currency and word != "tambahan" and _OF_ONE_NOUN.fullmatch(rest))
        )
    )


_OR = re.compile(r"\s?\(?\s?(?:atau\s)?(?:sekitar\s|sebesar\s)?")


def _carried(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> Kind | None:
    """A list goes on with what its first number is: "India 81,46%, Filipina 52,43%"; "0,29% atau 52 poin"."""
    before, last = near.before, near.last
    if not before or not last:
        return None
    if last.kind != "change":
        return _moved_to(sentence, quantity, before)
    told_otherwise = _OR.fullmatch(sentence.lower, before.end, quantity.start) and not quantity.currency
    listed = before.percent and quantity.percent and continues(sentence, before.end, quantity.start)
    compared = (
        before.percent
        and quantity.percent
        and _MORE_OR_LESS.search(sentence.lower, before.end, quantity.start)
    )
    if compared or _from_rate_to_rate(sentence, quantity, before, last):
        return last.kind, last.direction, Anchor("kind", "carried", before.start, before.end)
    # "tumbuh 5 persen menjadi …" goes on to a level.
    if not (told_otherwise or listed) or re.search(
        r"\b(?:menjadi|dari|ke)\b", sentence.lower[before.end : quantity.start]
    ):
        return None
    return last.kind, last.direction, Anchor("kind", "carried", before.start, before.end)


_TO_THE_NEXT = re.compile(
    rf"(?:[\s,()]|[A-Z][\w-]*(?![\w-])|(?i:\b{alternatives('figures', 'to_the_next_rate')}\b))*"
)


def _next_rate(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> Kind | None:
    """ "Swiss mendapat tarif 39 persen, Irak dan Serbia masing-masing 35 persen": a list of rates."""
    before, last = near.before, near.last
    if not (before and last and before.percent and quantity.percent):
        return None
    if not any(anchor.rule == "level:rate" for anchor in last.anchors):
        return None
    if not _TO_THE_NEXT.fullmatch(sentence.text, before.end, quantity.start):
        return None
    return "level", None, Anchor("kind", "level:rate", before.start, before.end)


# "tumbuh 6 persen, lebih tinggi dari kuartal sebelumnya 5 persen": growth is compared with growth.
_MORE_OR_LESS = re.compile(
    rf"\blebih\s[a-z]+\s{alternatives('figures', 'against')}\s"
    rf"[^.;,]*{alternatives('figures', 'earlier')}\b[^.;,]*$"
)
_TO_A_RATE = re.compile(r"\s(?:menjadi|ke)\s(?:hanya\s|sekitar\s)?")


def _from_rate_to_rate(sentence: FigureSentence, quantity: Quantity, before: Quantity, last: Figure) -> bool:
    """ "proyeksi pertumbuhan dari 5,2 persen menjadi 5 persen": both are growth."""
    grows = any(anchor.rule.removeprefix("change:") in _GROWTH for anchor in last.anchors)
    return (
        (grows and before.percent and quantity.percent)
        and _FROM_OR_TO.search(sentence.lower, sentence.start, before.start) is not None
        and _TO_A_RATE.fullmatch(sentence.lower, before.end, quantity.start) is not None
    )


def _moved_to(sentence: FigureSentence, quantity: Quantity, before: Quantity) -> Kind | None:
    """ "melemah ke level Rp14.220 atau 0,35 persen": by how much it came there."""
    if not quantity.percent or not _OR.fullmatch(sentence.lower, before.end, quantity.start):
        return None
    if "atau" not in sentence.lower[before.end : quantity.start]:
        return None
    moved = cues.MOVED_TO.search(sentence.lower, max(sentence.start, before.start - 60), before.start)
    return _changed(moved) if moved else None


_ADDEND = re.compile(r"[^.;]{0,30}\bsehingga\s(?:total|jumlah)[^.;]{0,60}")


def added_up(sentence: FigureSentence, found: list[Figure]) -> list[Figure]:
    """ "182.000 unit sehingga total menjadi 4,03 juta": the first is added, for the time of the second."""
    made = list(found)
    for i in range(len(made) - 1):
        first, second = made[i], made[i + 1]
        if first.kind == "level" and _ADDEND.fullmatch(sentence.lower, first.end, second.start):
            made[i] = replace(with_time_of(second, first), kind="change", direction="up")
    return made
