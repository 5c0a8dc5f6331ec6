"""Finds what in a news text is furniture of the site: pointers to other articles, adverts, credits,
comment boxes.

The patterns are data (`kerjasama/codebook/boilerplate.yaml`); cutting them out, and what a page's markup
tells, is
`kerjasama.parse`'s subject. Datelines and headlines are the article's own and are not found here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from kerjasama.codebook import load

__all__ = ["Span", "boilerplate_spans", "is_headline"]

# No line of furniture is as long as a paragraph; of those above a line and a half only captions and the like.
_LONGEST_FURNITURE, _SHORT_LINE = 330, 190
# A pointer line longer than this holds more than the headline it points to ("Baca juga: … Ia menambahkan …").
_POINTER_LINE = 190
_NEAR = 240
# Headlines of the Indonesian press have at least four words; no sentence is looked for before that.
_HEADLINE_WORDS = 4
_HEADLINE_WORDS_MOST = 22
# The heading of a table of contents, in lower case.
_CONTENTS = "daftar isi"

_WORD = re.compile(r"[^\s]+")
_SIGNATURE = re.compile(
    r"(?<=[.!?\"”’')\]])\s*(?:\n\s*)?(?:[(\[][^()\[\]\n]{1,70}[)\]]|\(\*+\)|\*{1,3}|[a-z]{2,4}/[a-z]{2,4})\s*$"
)
_OWN_LINE_SIGNATURE = re.compile(
    r"(?:[(\[][^()\[\]\n]{1,70}[)\]]|(?:Sumber:\s*)?[A-Z][\w-]+\.(?:com|co\.id|id|co)"
    r"|[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]*){1,3}(?: ?[|,&] ?[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]*){0,3})*)\s*$"
)
_SENTENCE = re.compile(r"\w[.](?:\s+[\"“A-Z]|\s*$)")
_SENTENCE_END = re.compile(r"[.!?\"”’)\]:;]\s*$")


class Span(NamedTuple):
    """A half-open range of characters that is furniture, and the rule that says so."""

    start: int
    end: int
    rule: str


class _Rule(NamedTuple):
    rule: str
    pattern: re.Pattern[str]
    needs: frozenset[str]
    within: int

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether a word without which the pattern cannot match is among those of the text."""
        return not self.needs or not self.needs.isdisjoint(present)


class _Kinds(NamedTuple):
    """What a whole line is held against: rules without `needs` in one pattern, the others one by one."""

    pattern: re.Pattern[str]
    free: tuple[_Rule, ...]
    needy: tuple[_Rule, ...]

    @classmethod
    def of(cls, rules: Sequence[_Rule]) -> _Kinds:
        """One pattern of all rules without `needs`."""
        free = tuple(rule for rule in rules if not rule.needs)
        return cls(
            re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in free), re.IGNORECASE),
            free,
            tuple(rule for rule in rules if rule.needs),
        )

    def of_text(self, present: frozenset[str]) -> _Kinds:
        """Those that may be met in a text which holds these of the words that rules need."""
        return self._replace(needy=tuple(rule for rule in self.needy if rule.may_match(present)))

    def of_line(self, line: str) -> str | None:
        """A rule that the whole line obeys; None where it is no furniture."""
        if self.pattern.fullmatch(line):
            return next(rule.rule for rule in self.free if rule.pattern.fullmatch(line))
        if not self.needy:
            return None
        lowered = line.lower()
        for rule in self.needy:
            for word in rule.needs:
                if word in lowered:
                    if rule.pattern.fullmatch(line):
                        return rule.rule
                    break
        return None


@dataclass(frozen=True)
class _Rules:
    lines: _Kinds
    long_lines: _Kinds
    tails: tuple[_Rule, ...]
    inline: tuple[_Rule, ...]
    pointer: re.Pattern[str]
    pointer_words: frozenset[str]
    openers: frozenset[str]
    small: frozenset[str]
    needed: tuple[str, ...]  # every word that some rule needs

    def present(self, text: str) -> frozenset[str]:
        """Which of the needed words stand in a text: looked up once, so that rules only compare sets."""
        lowered = text.lower()
        return frozenset([word for word in self.needed if word in lowered])


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    data = load("boilerplate")
    lines, tails, inline = (tuple(map(_rule, data[kind])) for kind in ("lines", "tails", "inline"))
    pointer_words = frozenset(data["pointer_words"])
    needed = {_CONTENTS, *pointer_words}.union(*(rule.needs for rule in (*lines, *tails, *inline)))
    return _Rules(
        lines=_Kinds.of(lines),
        long_lines=_Kinds.of([rule for rule in lines if rule.rule in data["long"]]),
        tails=tails,
        inline=inline,
        pointer=re.compile(data["pointers"], re.IGNORECASE),
        pointer_words=pointer_words,
        openers=frozenset(data["openers"]),
        small=frozenset(data["headline_small"]),
        needed=tuple(sorted(needed)),
    )


def _rule(entry: dict[str, Any]) -> _Rule:
    pattern = re.compile(entry["match"], re.IGNORECASE)
    return _Rule(entry["rule"], pattern, frozenset(entry.get("needs", ())), entry.get("within", 0))


def boilerplate_spans(text: str) -> list[tuple[int, int, str]]:
    """All furniture of a text as (start, end, rule), in order and without overlap.

    Works on raw and on cleaned text alike; on a cleaned one it finds nothing more. A text that would
    be nothing but furniture is left for the caller to reject.
    """
    present = _rules().present(text)
    tails = _tail_spans(text, present)
    # What is read for pointers ends where a tail begins, so that no headline is thought to run on into it.
    own = text[: min((span.start for span in tails), default=len(text))]
    merged = _merge(
        [
            *_line_spans(text, present),
            *tails,
            *_inline_spans(text, present),
            *_pointer_spans(own, present),
            *_doubled_spans(text),
            *_contents(text, present),
        ]
    )
    while ending := _ending(text, merged):
        merged = _merge([*merged, *ending])
    return [tuple(span) for span in merged]  # type: ignore[misc]


@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    """The non-empty lines as stripped (start, end); several rules look at the same text in turn."""
    lines, position = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            lines.append((start, start + len(stripped)))
        position += len(line) + 1
    return tuple(lines)


def _line_spans(text: str, present: frozenset[str]) -> list[Span]:
    spans = []
    short, long = _rules().lines.of_text(present), _rules().long_lines.of_text(present)
    for start, end in _lines(text):
        if end - start > _LONGEST_FURNITURE:
            continue
        # Most lines are paragraphs: those are only held against the few kinds of furniture that long.
        kinds = short if end - start <= _SHORT_LINE else long
        if rule := kinds.of_line(text[start:end]):
            spans.append(Span(start, end, rule))
    return spans


def _doubled_spans(text: str) -> list[Span]:
    """A caption or video title that stands twice in succession, without the end of a sentence."""
    lines = _lines(text)
    spans = []
    for (start, end), (again, stop) in pairwise(lines):
        if (
            text[start:end] == text[again:stop]
            and end - start <= _POINTER_LINE
            and text[end - 1] not in '.,"”'
        ):
            spans += [Span(start, end, "caption"), Span(again, stop, "caption")]
    return spans


def _contents(text: str, present: frozenset[str]) -> list[Span]:
    """A table of contents ("Daftar Isi"): the lines after it that return further down as headings."""
    lines = _lines(text) if _CONTENTS in present else ()
    for number, (start, end) in enumerate(lines):
        if text[start:end].lower().strip(": ") != _CONTENTS:
            continue
        stop = end
        for begin, finish in lines[number + 1 : number + 25]:
            if text.find("\n" + text[begin:finish], finish) < 0:
                break
            stop = finish
        return [Span(start, stop, "contents")]
    return []


def _tail_spans(text: str, present: frozenset[str]) -> list[Span]:
    spans = []
    for rule in _rules().tails:
        if rule.may_match(present) and (match := rule.pattern.search(text, max(0, len(text) - rule.within))):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            spans.append(Span(start, len(text), rule.rule))
    return spans


def _inline_spans(text: str, present: frozenset[str]) -> list[Span]:
    return [
        Span(match.start(), match.end(), rule.rule)
        for rule in _rules().inline
        if rule.may_match(present)
        for match in rule.pattern.finditer(text)
    ]


def _pointer_spans(text: str, present: frozenset[str]) -> list[Span]:
    """ "Baca juga: …" with the headline after it, be it on a line of its own, on the next, or run into the
    text.
    """
    words = _rules().pointer_words & present
    lines = _lines(text) if words else ()
    spans: list[Span] = []
    for number, (start, end) in enumerate(lines):
        line = text[start:end].lower()
        if not any(word in line for word in words):
            continue
        for match in _rules().pointer.finditer(text, start, end):
            # Only what stands near it matters; lines without an end must not cost the square of their length.
            before = text[max(start, match.start() - _NEAR) : match.start()]
            after = text[match.end() : min(end, match.end() + _NEAR)].strip()
            if not re.sub(r"[-–•*·>\s(\[]", "", before) and not after.strip(":)] "):
                spans.append(Span(start, end, "pointer"))
                spans.extend(_headline_lines(text, lines[number + 1 :]))
            elif _opens_pointer(before, match.group(), after):
                whole = (
                    not before
                    and end - start <= _POINTER_LINE
                    and not _SENTENCE.search(text, match.end(), end)
                )
                stop = end if whole else _headline_end(text, match.end(), end)
                spans.append(Span(match.start() if before else start, stop, "pointer"))
    return spans


def _opens_pointer(before: str, pointer: str, after: str) -> bool:
    """Whether the words are a pointer and not prose ("Ia mengajak warga baca juga buku lain")."""
    if not after:
        return False
    if pointer.rstrip()[-1] in ":;":
        return True
    if after[0] in '"“':  # the heading of a list that was lost; what follows is the article's own quotation
        return False
    first = after.lstrip("'‘(")[:1]
    starts_sentence = not before.strip() or bool(_SENTENCE_END.search(before)) or pointer[:1].isupper()
    return starts_sentence and (first.isupper() or first.isdigit())


def _headline_lines(text: str, following: Sequence[tuple[int, int]]) -> list[Span]:
    """The headlines that stand on their own lines after a lone "Baca juga:" (at most five)."""
    spans = []
    for start, end in following[:5]:
        if not is_headline(text[start:end]):
            break
        spans.append(Span(start, end, "pointer"))
    return spans


def is_headline(line: str) -> bool:
    """A line in title case without the full stop that ends a sentence."""
    if _SENTENCE_END.search(line) and not line.endswith(("?", "!", "'", "”", '"')):
        return False
    if line[0] in '"“' and line[-1] not in '"”':
        return False
    words = [word for word in _WORD.findall(line) if word[0].isalpha()]
    large = [word for word in words if word.lower() not in _rules().small]
    if not _HEADLINE_WORDS <= len(words) <= _HEADLINE_WORDS_MOST or not large:
        return False
    return sum(word[0].isupper() for word in large) >= 0.7 * len(large)


def _headline_end(text: str, start: int, end: int) -> int:
    """Where a headline that runs on into the article's own words ends.

    A quotation mark, a wide gap, a known opener of sentences or a mark that ends a sentence ends it. Where
    it is in
    title case, so does the last capitalised word before the first word in lower case that headlines
    capitalise.
    """
    rules = _rules()
    small_words = _small_words(text)
    capital, capital_count, title_case, before = start, 0, True, ""
    for count, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group()
        bare = word.strip("\"“”'‘’,.:;!?()[]")
        lower = bare[:1].islower() and bare not in rules.small
        if count >= _HEADLINE_WORDS:
            if _starts_sentence(text, match, end) or rules.pointer.match(text, match.start()):
                return match.start()
            # In sentence case a common word with a capital, between two words in lower case, opens the next
            # sentence.
            common = not title_case and bare.isalpha() and bare.istitle() and bare.lower() in small_words
            if common and before[-1:].islower() and _next_is_small(text, match.end()):
                return match.start()
            if lower and title_case and capital_count >= _HEADLINE_WORDS:
                return capital
            if word[-1] in "?!" or (word[-1] == "." and _next_is_capital(text, match.end())):
                return match.end()
        elif lower:
            title_case = False
        if bare[:1].isupper() or bare[:1].isdigit():
            capital, capital_count = match.start(), count
        if count >= _HEADLINE_WORDS_MOST:
            return match.end()
        before = bare
    return end


@lru_cache(maxsize=4)
def _small_words(text: str) -> frozenset[str]:
    """The words that stand in lower case somewhere in the text: no proper names."""
    return frozenset(re.findall(r"\b[a-z]{3,}\b", text))


def _starts_sentence(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a word opens a sentence after a headline: a quotation, a wide gap before it, an opener."""
    word = match.group()
    if word[0] in '“"':
        return not _closes_soon(text, match.start(), end)
    if text[match.start() - 2 : match.start()].isspace():
        return True
    if word.strip(",.") not in _rules().openers:
        return False
    follower = _WORD.search(text, match.end(), end)
    return follower is None or follower.group()[0].islower() or word[-1] == ","


def _next_is_small(text: str, position: int) -> bool:
    return text[position : position + 2].strip().islower()


def _next_is_capital(text: str, position: int) -> bool:
    following = text[position : position + 3].lstrip()
    return bool(following) and (following[0].isupper() or following[0] in '“"')


def _closes_soon(text: str, start: int, end: int) -> bool:
    """Whether the quotation mark opens a few quoted words of the headline itself."""
    closing = re.search(r"[\"”]", text[start + 1 : min(end, start + 45)])
    return closing is not None


def _ending(text: str, spans: list[Span]) -> list[Span]:
    """Agency initials and tag words that end the text, seen from behind what is already known as
    furniture.
    """
    end = len(text)
    for span in reversed(spans):
        if text[span.end : end].strip():
            break
        end = span.start
    end = len(text[:end].rstrip())
    if not end:
        return []
    for pattern in (_SIGNATURE, _OWN_LINE_SIGNATURE):
        match = pattern.search(text, max(0, end - 90), end)
        if match and _is_signature(text, match):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            return [Span(start, end, "signature")]
    return _tag_lines(text, end)


def _is_signature(text: str, match: re.Match[str]) -> bool:
    words = match.group().strip().strip("()[]")
    if match.re is _OWN_LINE_SIGNATURE:
        line_start = text.rfind("\n", 0, match.start()) + 1
        if text[line_start : match.start()].strip():
            return False
    return len(words.split()) <= 7 and not re.search(r"\d{3}|[.!?]\s", words)


def _tag_lines(text: str, end: int) -> list[Span]:
    """Tag words after an article's signature: short lines without an end of sentence, down to the text's
    end.
    """
    run: list[tuple[int, int]] = []
    for start, stop in reversed(_lines(text[:end])):
        line = text[start:stop]
        if _OWN_LINE_SIGNATURE.fullmatch(line) and run:
            return [Span(start, end, "tags")]
        if _SENTENCE_END.search(line) or len(line.split()) > 10 or len(run) >= 25:
            break
        run.append((start, stop))
    lower = 0
    for start, stop in run:
        if text[start:stop] != text[start:stop].lower() or len(text[start:stop].split()) > 4:
            break
        lower += 1
    return [Span(run[lower - 1][0], end, "tags")] if lower >= 2 else []


def _merge(spans: list[Span]) -> list[Span]:
    """Spans in order, overlapping ones joined under the rule of the first."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, span.rule)):
        if span.start >= span.end:
            continue
        if merged and span.start < merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
