"""Where an article names programmes, projects, agreements and forums, and what each is called in full.

Which name is a fact's is `programmes`' subject; heads, tails and known names are in
`codebook/programmes.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kerjasama.codebook import load
from kerjasama.codebook.alternatives import alternatives, either

KINDS = ("treaty", "event", "programme")
"""What a name names: an agreement or scheme, a forum or fair, a programme or project."""


AGAIN = "programme.again"
"""The rule of a name that stands alone where it was named in full before."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name at [start, end) of the text; `name` is its fullest form, `rule` what found it.

    `letters` are the acronym that the text puts behind it, `head` is where the word stands that makes it a
    name; `sure` is a name that its own head and a noun before it both tell.
    """

    start: int
    end: int
    name: str
    kind: str
    rule: str
    letters: str = ""
    head: int | None = None
    sure: bool = False

    @property
    def plain(self) -> str:
        """The name without letters in brackets behind it."""
        return self.name.partition(" (")[0]


def _words(key: str) -> str:
    return alternatives("programmes", key)


def listed(key: str, *kinds: str) -> list[str]:
    """The words of a list of `codebook/programmes.yaml`, of the given kinds where it is told by kind."""
    found = load("programmes")[key]
    return [word for kind in kinds for word in found[kind]] if kinds else list(found)


@cache
def _of(key: str, *kinds: str) -> str:
    return either(listed(key, *(kinds or KINDS)))


_CAPITAL = rf"(?:St\.|\({_words('lettered')}\)(?= (?:ke-|[A-Z]))|#?[A-Z0-9À-ÖØ-ÞŁŚŠŽİŞ][\w&'’+–-]*)"
_RUN = re.compile(rf"(?<![\w#-]){_CAPITAL}(?: (?:{_words('inside')} ){{0,2}}{_CAPITAL})*")
# "(TAGP)", "/TIFA" and "atau CEPA" behind a name, and the year or number of an event.
_LETTERS = re.compile(
    r"(?: \((?P<in>(?=[^)]*[A-Z][\w–-]*[A-Z\d])\w[\w&'’–-]*(?: [A-Z]\w+)?)\)|/(?P<by>[A-Z]{2,})\b"
    r"| atau (?P<or>[A-Z]{3,})\b)"
)
_YEAR = re.compile(r" 20\d\d\b")
# The number of a meeting is no part of its name; its letters stand for its first words.
_COUNT = re.compile(r" [Kk]e-?\d+\b|(?<=[A-Z])\)(?= )")
_TAIL = re.compile(rf"\b{_of('tails')}\b")
# "Agreement on Reciprocal Trade": a head in English that tells behind it what it is about.
_ABOUT = re.compile(r" (?:on|for|of) [A-Z]")
_HEAD = re.compile(rf"\b{_of('heads')}\)?(?= (?:ke-|(?!20\d\d\b)[A-Z0-9]))")
_JOINT = re.compile(rf" {_words('parts')} ")
_CODED = re.compile(rf"(?:(?<![\w–-])[\w–-]*[–-])?{_words('letters')}\b")
_NOUN = re.compile(rf"\b(?P<noun>(?i:{_of('nouns')}))(?: {_words('between')}){{0,2}} [\"“'‘]?\Z")
_CALLED = re.compile(
    rf"\b(?P<noun>(?i:{_of('nouns')}|{_words('called_things')}))\b[^.;\"“”]{{0,60}}?"
    rf"\b{_words('called')} [\"“'‘]?\Z"
)
_QUOTED = re.compile(r"(?<= )[\"“](?P<name>[A-Z#][^\"“”\n]{2,110}?)[.,]?[\"”]")
_APPOSED = re.compile(rf", (?:sebuah |suatu )?(?P<noun>{_of('nouns', 'programme')})\b(?! [\"“A-Z])")
_KNOWN = re.compile(rf"(?i:\b{_words('known')}\b)")
_LEAD = re.compile(rf"{alternatives('programmes', 'openers', 'leads')} (?=[A-Z0-9])")
_GENERIC = re.compile(rf"(?i:{_words('generic')})|{_words('no_names')}|[\d.,-]+")
_SURE = re.compile(rf"\b{_words('sure_nouns')} \Z")
_BEFORE = 90
# An acronym is looked for again only where it is one: two capitals or more.
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])\S{2,}")


@lru_cache(maxsize=16)
def programme_names(text: str) -> tuple[Named, ...]:
    """Every place where the text names one, in order, none inside another."""
    found = [one for one in (*_quoted(text), *_runs(text), *_known(text)) if not _is_generic(one)]
    spelt = [
        one
        for one in found
        if not (text.startswith(" (", one.end) and _begins_name(found, one.end + len(" (")))
    ]
    first = _longest(_full(spelt))
    return tuple(_longest([*first, *_again(text, first)]))


def _is_generic(one: Named) -> bool:
    """Whether a name is a common kind of paper or meeting, in capitals."""
    return bool(_GENERIC.fullmatch(one.plain))


def _begins_name(found: Iterable[Named], start: int) -> bool:
    """Whether a name begins there: in brackets behind another it is its own form in English."""
    return any(one.start == start for one in found)


def _longest(found: Iterable[Named]) -> list[Named]:
    """The names in order of the text, of overlapping ones the longest, of equal ones the first found."""
    kept: list[Named] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _quoted(text: str) -> Iterator[Named]:
    """Names in quotation marks behind a noun or a verb of naming: 'program "Laut Biru"'."""
    for match in _QUOTED.finditer(text):
        kind = _introduced(text, match.start("name"))
        if kind:
            yield Named(match.start("name"), match.end("name"), match["name"], kind, "programme.quoted")


def _runs(text: str) -> Iterator[Named]:
    """Capitalised words that a tail, a head, a noun before or behind them or known letters make a name."""
    for run in _RUN.finditer(text):
        parts = [one for start, end in _parts(text, *run.span()) if (one := _by_end(text, start, end))]
        if not parts and (whole := _by_beginning(text, *run.span())):
            parts = [whole]
        for one in parts:
            yield _with_letters(text, one)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Capitalised words parted where an Indonesian word joins two names."""
    for joint in _JOINT.finditer(text, start, end):
        yield start, joint.start()
        start = joint.end()
    yield start, end


def _by_end(text: str, start: int, end: int) -> Named | None:
    """A name that ends, but for who and when, with its head ("Trade Expo Indonesia") or known letters."""
    tail = None
    for match in _TAIL.finditer(text, start, end):
        if match.end() == end or not _HEAD.match(text, match.start()):
            tail = match
    begin = _opened(text, start, tail.start()) if tail else end
    if tail and (begin < tail.start() or _ABOUT.match(text, tail.end(), end)):
        made = _made(text, begin, end, _kind("tails", tail[0]), "programme.tail")
        return replace(made, head=tail.start(), sure=_introduced(text, begin) == made.kind)
    coded = next(_CODED.finditer(text, start, end), None)
    if coded:
        begin = _joined(text, start, coded.start())
        return replace(_made(text, begin, coded.end(), "treaty", "programme.letters"), head=coded.end() - 1)
    return None


def _by_beginning(text: str, start: int, end: int) -> Named | None:
    """A name that opens with its head, or has a noun before or behind it that says what it is."""
    head = next((h for at in _begins(text, start, end) if (h := _HEAD.match(text, at, end))), None)
    if head:
        made = _made(text, head.start(), end, _kind("heads", head[0].strip(")")), "programme.head")
        return replace(made, head=made.start)
    begin, kind = _opened(text, start, end), _introduced(text, start)
    if kind and (kind != "event" or " " in text[begin:end]):
        return replace(_made(text, start, end, kind, "programme.noun"), sure=_sure(text, start, end))
    behind = _APPOSED.match(text, _behind_letters(text, end))
    if behind and (" " in text[begin:end] or _LETTERS.match(text, end)):
        return _made(text, begin, end, _kind("nouns", behind["noun"]), "programme.apposed")
    return None


def _made(text: str, start: int, end: int, kind: str, rule: str) -> Named:
    return Named(start, end, _COUNT.sub("", text[start:end]), kind, rule)


def _kind(key: str, word: str) -> str:
    """The kind under which a list has a word."""
    return next(kind for kind in KINDS if re.fullmatch(_of(key, kind), word))


def _begins(text: str, start: int, until: int) -> Iterator[int]:
    """Where a name may begin: with its first word, or behind words that only open the sentence or say what is
    done to it.
    """
    if lettered := text.rfind(" (", start, until) + 1:
        yield lettered + 1
    yield start
    while (word := _LEAD.match(text, start, until + 1)) and word.end() <= until:
        start = word.end()
        yield start


def _opened(text: str, start: int, until: int) -> int:
    """Where a name in English begins behind whatever is none of it."""
    return [*_begins(text, start, until)][-1]


def _sure(text: str, start: int, end: int) -> bool:
    """Whether a noun before a name of three words makes it one, whatever body is called so."""
    return text.count(" ", start, end) > 1 and bool(_SURE.search(text, max(0, start - _BEFORE), start))


def _joined(text: str, start: int, letters: int) -> int:
    """Where a treaty's name begins before its letters: with the first word that joins two parties
    ("Indonesia-European Union CEPA"), else with the letters.
    """
    joined = re.search(r"\S+[-–]\S+ ", text[start:letters])
    return start + joined.start() if joined else letters


def _introduced(text: str, start: int) -> str | None:
    """The kind that a noun or a verb of naming before a name gives it."""
    before = text[max(0, start - _BEFORE) : start]
    match = _NOUN.search(before) or _CALLED.search(before)
    if match is None:
        return None
    noun = match["noun"]
    return next((kind for kind in KINDS if re.fullmatch(_of("nouns", kind), noun.lower())), "programme")


def _behind_letters(text: str, end: int) -> int:
    letters = _LETTERS.match(text, end)
    return letters.end() if letters else end


def _with_letters(text: str, one: Named) -> Named:
    """A name with the letters behind it in brackets, and with an event's year or number."""
    letters = _LETTERS.match(text, one.end)
    end = letters.end() if letters else one.end
    year = _YEAR.match(text, end)
    printed = (letters["in"] or letters["by"] or letters["or"]) if letters else ""
    name = one.name + (f" ({printed})" if printed else "") + (year[0] if year else "")
    return replace(one, end=year.end() if year else end, name=name, letters=printed)


def _known(text: str) -> Iterator[Named]:
    for match in _KNOWN.finditer(text):
        yield _with_letters(text, _made(text, *match.span(), "treaty", "programme.known"))


def _full(found: Sequence[Named]) -> Iterator[Named]:
    """Each name in the fullest form that the article prints: letters stand for what they were put behind, a
    bare "FTA" for the last one named before.
    """
    spelt = {one.letters: one for one in reversed(found) if one.letters}
    for one in found:
        full = spelt.get(one.name) or spelt.get(one.name.partition(" ")[2])
        if full is None and re.fullmatch(_words("letters"), one.name):
            same = re.compile(rf"[- –(]{one.name}\b")
            full = next((o for o in reversed(found) if o.start < one.start and same.search(o.name)), None)
            full = spelt.get(full.name, full) if full else None
        yield replace(one, name=full.name, kind=full.kind) if full else one


def _again(text: str, first: Sequence[Named]) -> Iterator[Named]:
    """Where names stand again without a noun, and the letters of one alone."""
    forms: dict[str, Named] = {}
    for one in first:
        for form in (one.plain, one.letters):
            if " " in form or _ACRONYM.fullmatch(form) or (form and form == one.plain):
                forms.setdefault(form, one)
    if forms:
        pattern = rf"(?<![\w-])(?:{either(re.escape(form) for form in forms)})(?![\w-])"
        for match in re.finditer(pattern, text):
            one = forms[match[0]]
            yield replace(one, start=match.start(), end=match.end(), rule=AGAIN, head=None)
