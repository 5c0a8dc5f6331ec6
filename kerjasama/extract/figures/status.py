"""Whether a figure is real, a target or an estimate (codebook section 7), by the nearest word that tells."""

from __future__ import annotations

import re
from dataclasses import replace

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.figures import cues
from kerjasama.extract.figures.overruled import says_nothing
from kerjasama.extract.figures.sentence import AND_ALSO, FigureSentence, Neighbours, continues
from kerjasama.extract.figures.times import is_anniversary
from kerjasama.extract.registry import word_set
from kerjasama.records import Anchor, Figure
from kerjasama.text.numerals import Quantity

Status = tuple[str, Anchor | None]

# Words behind a number that still speak of it stand this near.
_BEHIND = 80
_TELL_FROM_BEHIND = word_set("figures", "status_behind")
_AND = re.compile(rf"\b{alternatives('figures', 'parts_status')}\b")
# "200 orang yang direncanakan, sisanya 65 orang": the plan was for the first number.
_OF_THE_ONE_BEFORE = re.compile(r"\s(?:yang|semula)\s(?:di[a-z]{5,}|akan\s[a-z]+)(?=,)")
# "… 1.200 ton per tahun dengan nilai keseluruhan US$ 9,6 juta", "… elektroliser berkapasitas 5 megawatt".
_PROPERTY = re.compile(
    r"[^.;:,]{0,60}\b(?:dengan\s(?:[a-z]+\s){0,4}|berkapasitas\s)"
    rf"|[^.;:]{{0,30}}\b{alternatives('figures', 'consists')}\s[^.;:]{{0,80}}"
)

_AGAINST = alternatives("figures", "against")
# "naik 21 persen dibandingkan target 2025 sebesar …"
_AIMED = re.compile(rf"\b{_AGAINST}\s(?P<aim>{alternatives('figures', 'aims')})\b")
_FROM_NOW_TO = re.compile(r"\s?(?:menjadi|ke|hingga)\s(?:sekitar\s)?")


def status_of(sentence: FigureSentence, quantity: Quantity, near: Neighbours, base: bool) -> Status:
    """`actual`, `target` or `estimate`, and the words that say so; `actual` where none do.

    `base` tells that the quantity is what a change is measured from.
    """
    told = _told_right_behind(sentence, quantity) or (_as_base(sentence, quantity, near) if base else None)
    if told is not None:
        return told
    begin, parted = _own_words(sentence, quantity, near)
    if near.before and parted is None:
        return "target", Anchor("status", "target:from now to", begin, quantity.start)
    before = _before(sentence, quantity, begin)
    return (
        _came_from(sentence, quantity, before)
        or before
        or _carried(sentence, quantity, near, bool(parted))
        or _behind(sentence, quantity, near, begin)
    )


def _told_right_behind(sentence: FigureSentence, quantity: Quantity) -> Status | None:
    """What the words right beside a number say: "12 sensor yang telah terpasang", "merayakan 75 tahun"."""
    if is_anniversary(sentence, quantity):
        return "actual", Anchor("status", "actual:anniversary", quantity.start, quantity.end)
    now = cues.NOW.match(sentence.lower, quantity.end)
    if now:
        return "actual", Anchor("status", "actual:now", now.start(), now.end())
    to_come = cues.THAT_WILL.match(sentence.lower, quantity.end)
    return ("target", Anchor("status", "target:that will", *to_come.span())) if to_come else None


def _as_base(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> Status:
    """What a change is measured from is real, unless it was an aim itself."""
    aimed = _AIMED.search(sentence.lower, near.left(sentence), quantity.start)
    if aimed is None:
        return "actual", Anchor("status", "actual:base", quantity.start, quantity.end)
    told = "target" if aimed["aim"] == "target" else "estimate"
    return told, Anchor("status", f"{told}:base", *aimed.span())


def _own_words(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> tuple[int, bool | None]:
    """Where the words begin that speak of this number alone, and whether something parts it from the one
    before; None where it is what the number of now is to become ("kini 5 menjadi 8").
    """
    lower, begin = sentence.lower, near.left(sentence)
    if near.before and (own := cues.NOW.match(lower, begin)):
        begin = own.end()
        if _FROM_NOW_TO.fullmatch(lower, begin, quantity.start):
            return begin, None
    if near.before and (own := _OF_THE_ONE_BEFORE.match(lower, begin, quantity.start)):
        begin = own.end()
    parted = False
    for barrier in cues.BARRIER.finditer(lower, begin, quantity.start):
        begin, parted = barrier.end(), True
    return begin, parted


_COMES_FROM = re.compile(r"\bdari\s(?:[a-z-]+\s){0,3}$")
_TO = re.compile(r"(?:\s[a-z]+){0,4}\s(?:menjadi|jadi|ke)\s")
_WAS = "actual:from "


def _came_from(sentence: FigureSentence, quantity: Quantity, told: Status | None) -> Status | None:
    """ "akan naik dari 5 juta menjadi 8 juta": the first is what is so; the second takes its word over.

    Where the aim itself is moved ("proyeksi pertumbuhan dari 5,2 persen menjadi 5 persen"), both are aims.
    """
    status, anchor = told or ("actual", None)
    if status == "actual" or anchor is None or anchor.rule.partition(":")[2] in cues.MOVED_AIMS:
        return None
    if not _TO.match(sentence.lower, quantity.end, sentence.end):
        return None
    if not _COMES_FROM.search(sentence.lower, sentence.start, quantity.start):
        return None
    return "actual", Anchor("status", f"{_WAS}{anchor.rule}", anchor.start, anchor.end)


def _before(sentence: FigureSentence, quantity: Quantity, begin: int) -> Status | None:
    """What the words from `begin` to the number say."""
    lower = sentence.lower
    if quantity.currency and (promise := cues.PROMISE.search(lower, begin, quantity.start)):
        return "target", Anchor("status", "target:promise", *promise.span())
    nearest, guessed = _nearest_cues(sentence, quantity, begin)
    if nearest and nearest["cue"] in cues.TO_COME:
        if guessed:
            return _told(guessed)
        if forecast := cues.FORECAST.search(lower, begin, nearest.end()):
            return "estimate", Anchor("status", f"estimate:{forecast['word']} akan", *forecast.span())
    if nearest:
        return _told(nearest)
    weak = cues.WEAK_STATUS.search(lower, begin, quantity.start)
    return ("estimate", Anchor("status", f"estimate:{weak[0]}", *weak.span())) if weak else None


def _nearest_cues(
    sentence: FigureSentence, quantity: Quantity, begin: int
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The cue nearest before the number, and the nearest one of an estimate."""
    lower = sentence.lower
    nearest, guessed = None, None
    for match in cues.STATUS.finditer(lower, begin, quantity.start):
        if _is_no_purpose(lower, match, quantity) or says_nothing(lower, match, begin, quantity.start):
            continue
        if match["cue"] in cues.NEEDS and _PURPOSE.search(lower, match.end(), quantity.start):
            continue
        if nearest and _only_records(lower, nearest, match):
            continue
        nearest = match
        if cues.STATUS_OF.get(match["cue"]) == "estimate":
            guessed = match
    return nearest, guessed


def _carried(sentence: FigureSentence, quantity: Quantity, near: Neighbours, parted: bool) -> Status | None:
    """What holds for the number before, told in one breath with this one."""
    before, last = near.before, near.last
    if not before or not last or parted or not _goes_with(sentence, before, quantity):
        return None
    cue = next((anchor.rule for anchor in last.anchors if anchor.slot == "status"), "")
    status = cue.removeprefix(_WAS).partition(":")[0] if cue.startswith(_WAS) else last.status
    return status, Anchor("status", f"carried {cue}".strip(), before.start, before.end)


def _behind(sentence: FigureSentence, quantity: Quantity, near: Neighbours, begin: int) -> Status:
    """What words farther behind the number say of it; without any it is real, but for a plant's capacity."""
    lower = sentence.lower
    following = cues.STATUS.search(lower, quantity.end, min(sentence.end, quantity.end + _BEHIND))
    if following is None or following["cue"] not in _TELL_FROM_BEHIND:
        return _of_a_plant(sentence, quantity, begin)
    between = lower[quantity.end : following.start()]
    if _IN_A_CLAUSE.search(lower, begin, quantity.start):
        return "actual", None
    if "," in between and _IN_AN_OPENING.fullmatch(lower, sentence.start, quantity.start):
        return "actual", None
    # "20 ribu mobil dan direncanakan …" goes on to the next number, "40% pasokan, kita harus …" to a wish.
    goes_on = (following.start() < near.right(sentence) and _AND.search(between)) or (
        following["cue"] == "harus" and ("," in between or " yang " in between)
    )
    return ("actual", None) if goes_on else _told(following)


# "Iran, yang menghasilkan 3 juta barel, akan …": what is to come is told of the whole.
_IN_A_CLAUSE = re.compile(r"\byang\s(?:[a-z-]+\s){1,5}$")
# "Dengan penduduk 280 juta jiwa, Indonesia akan …"; "Dalam 10 tahun, Indonesia akan …" tells when it will.
_IN_AN_OPENING = re.compile(
    rf"[\"\u201c]?{alternatives('figures', 'opens_with')}\s"
    rf"(?!{alternatives('figures', 'in_so_long')}\b)[a-z][^,.;]*"
)
_PURPOSE = re.compile(rf"\b{alternatives('figures', 'purposes')}\b")


def _is_no_purpose(lower: str, match: re.Match[str], quantity: Quantity) -> bool:
    """A purpose is a target of things ("untuk melahirkan 100.000 wirausaha"), not of money spent on it, nor
    of what can be done ("dapat dipakai untuk mengangkut 250 kilogram").
    """
    if match["cue"]:
        return False
    can_be = cues.CAN_BE.search(lower, max(0, match.start() - 48), match.start())
    return bool(quantity.currency) or can_be is not None


def _only_records(lower: str, nearest: re.Match[str], record: re.Match[str]) -> bool:
    """ "diproyeksikan akan mencatat defisit", "rencananya pada 2030 sudah ada": the word before says it."""
    between = lower[nearest.end() : record.start()]
    told = cues.STATUS_OF.get(nearest["cue"] or "", "target")
    if told == "actual" or len(between.split()) > _FEW_WORDS:
        return False
    already = record["cue"] in cues.ALREADY and nearest["cue"] not in cues.AIMS
    return record["cue"] in cues.RECORDS or (already and not re.search(r",|\byang\b", between))


_FEW_WORDS = 3
# So far before a plant's capacity it is told that it is still to be built.
_STORY = 1500


def _of_a_plant(sentence: FigureSentence, quantity: Quantity, begin: int) -> Status:
    """The capacity of a plant that is still to be built is a target; without more all is real."""
    lower = sentence.lower
    capacity = cues.CAPACITY.search(lower, begin, quantity.start)
    if capacity is None or cues.ALREADY_BUILT.search(lower, sentence.start, sentence.end):
        return "actual", None
    building = cues.TO_BE_BUILT.search(lower, max(0, sentence.start - _STORY), sentence.end)
    if building is None:
        return "actual", None
    return "target", Anchor("status", "target:capacity to be built", building.start(), building.end())


# For a year gone by these tell no wish: a purpose, and "akan" of another act ("akan berbalik dari 2020").
_PAST_IS_REAL = ("target:purpose", "target:akan", "target:bakal", " akan")


def timely(figure: Figure, published_at: str | None) -> Figure:
    """The figure with a status that its time allows.

    What no word calls real and is for a time to come is a target; what had a purpose in a year gone by is
    real ("pada 2016 … untuk memproduksi 150 kereta").
    """
    if figure.period is None or not published_at:
        return figure
    cue = next((anchor.rule for anchor in figure.anchors if anchor.slot == "status"), None)
    first, last = figure.period.split("/")[0], figure.period.split("/")[-1]
    to_come = _begins(first) > published_at[:10]
    if to_come and cue and cue.startswith("actual:") and cue != "actual:anniversary":
        # "diluncurkan bulan depan, pengerjaannya sudah 85 persen": the time is another act's.
        kept = tuple(anchor for anchor in figure.anchors if anchor.slot != "period")
        return replace(figure, period=None, anchors=kept)
    if figure.status == "actual" and cue in (None, "carried") and to_come:
        anchors = [anchor for anchor in figure.anchors if anchor.slot == "period"]
        told = replace(anchors[0], slot="status", rule="target:time to come")
        return replace(figure, status="target", anchors=(*figure.anchors, told))
    if cue and last[:4] < published_at[:4] and cue.endswith(_PAST_IS_REAL):
        return replace(figure, status="actual")
    return figure


def _begins(period: str) -> str:
    """The first day of a year, quarter, month or day in ISO 8601."""
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        part = f"{int(part[1:]) * 3 - 2:02}"
    return "-".join(filter(None, (year, part or "01", None if "-" in part else "01")))


def _told(match: re.Match[str]) -> Status:
    cue = match["cue"]
    status = cues.STATUS_OF[cue] if cue else "target"
    return status, Anchor("status", f"{status}:{cue or 'purpose'}", match.start(), match.end())


def _goes_with(sentence: FigureSentence, before: Quantity, quantity: Quantity) -> bool:
    """Whether a number is told in one breath with the one before it, in a list or as its property."""
    if _of_one_kind(before, quantity) and continues(sentence, before.end, quantity.start):
        return True
    things = before.whole and quantity.whole
    if things and AND_ALSO.fullmatch(sentence.lower, before.end, quantity.start):
        return True
    if things and _OUT_OF.fullmatch(sentence.lower, before.end, quantity.start):
        return True
    return _PROPERTY.fullmatch(sentence.lower, before.end, quantity.start) is not None


def _of_one_kind(a: Quantity, b: Quantity) -> bool:
    """Whether two neighbours can belong to one list: money, shares, one unit, or a level and its change."""
    return a.unit == b.unit or bool(a.currency and b.currency) or a.percent or b.percent


# "2.200 pelari dari 25 negara": where so many are from is told in one breath with them.
_OUT_OF = re.compile(r"\s(?:[a-z]+\s){0,2}(?:dari|asal)\s(?:sekitar\s|lebih dari\s)?")
_FROM = re.compile(rf"[^.;]{{0,60}}\b(?<!lebih )(?<!kurang ){_AGAINST}\s(?:[a-z]+\s){{0,4}}")


def is_base(sentence: FigureSentence, quantity: Quantity, near: Neighbours) -> bool:
    """ "meningkat 4,7 persen dari 3,85 juta": whether it is what a change is measured from."""
    if near.last is None or near.last.kind != "change":
        return False
    return _FROM.fullmatch(sentence.lower, near.left(sentence), quantity.start) is not None


def converts(sentence: FigureSentence, before: Quantity, quantity: Quantity) -> bool:
    """ "US$ 5,2 miliar (setara Rp 75,4 triliun)": the same amount in another currency."""
    if not (before.currency and quantity.currency) or before.currency == quantity.currency:
        return False
    near = quantity.start - before.end < 30
    return near and cues.CONVERSION.fullmatch(sentence.lower, before.end, quantity.start) is not None
