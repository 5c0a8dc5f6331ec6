"""Finds what in a news text is furniture of the site: pointers to other articles, adverts, credits,
comment boxes.

The patterns are data (`kerjasama/codebook/boilerplate.yaml`); cutting them out, and what a page's markup
tells, is `kerjasama.parse`'s subject. Datelines and headlines are the article's own and are not found here.
"""

from __future__ import annotations

from itertools import pairwise

from kerjasama.text.boilerplate_rules import POINTER_LINE, Span, lines, rules
from kerjasama.text.pointers import pointer_spans
from kerjasama.text.signatures import ending

# No line of furniture is as long as a paragraph; of those above a line and a half only captions and the like.
_LONGEST_FURNITURE, _SHORT_LINE = 330, 190


def boilerplate_spans(text: str) -> list[tuple[int, int, str]]:
    """All furniture of a text as (start, end, rule), in order and without overlap.

    Works on raw and on cleaned text alike; on a cleaned one it finds nothing more. A text that would
    be nothing but furniture is left for the caller to reject.
    """
    present = rules().present(text)
    tails = _tail_spans(text, present)
    # What is read for pointers ends where a tail begins, so that no headline is thought to run on into it.
    own = text[: min((span.start for span in tails), default=len(text))]
    merged = _merge(
        [
            *_line_spans(text, present),
            *tails,
            *_inline_spans(text, present),
            *pointer_spans(own, present),
            *_doubled_spans(text),
            *_contents(text, present),
        ]
    )
    while last := ending(text, merged):
        merged = _merge([*merged, *last])
    return [tuple(span) for span in merged]  # type: ignore[misc]


def _line_spans(text: str, present: frozenset[str]) -> list[Span]:
    spans = []
    short, long = rules().lines.of_text(present), rules().long_lines.of_text(present)
    for start, end in lines(text):
        if end - start > _LONGEST_FURNITURE:
            continue
        # Most lines are paragraphs: those are only held against the few kinds of furniture that long.
        kinds = short if end - start <= _SHORT_LINE else long
        if rule := kinds.of_line(text[start:end]):
            spans.append(Span(start, end, rule))
    return spans


def _doubled_spans(text: str) -> list[Span]:
    """A caption or video title that stands twice in succession, without the end of a sentence."""
    spans = []
    for (start, end), (again, stop) in pairwise(lines(text)):
        if (
            text[start:end] == text[again:stop]
            and end - start <= POINTER_LINE
            and text[end - 1] not in '.,"”'
        ):
            spans += [Span(start, end, "caption"), Span(again, stop, "caption")]
    return spans


def _contents(text: str, present: frozenset[str]) -> list[Span]:
    """A table of contents ("Daftar Isi"): the lines after it that return further down as headings."""
    heading = rules().contents
    all_lines = lines(text) if heading in present else ()
    for number, (start, end) in enumerate(all_lines):
        if text[start:end].lower().strip(": ") != heading:
            continue
        stop = end
        for begin, finish in all_lines[number + 1 : number + 25]:
            if text.find("\n" + text[begin:finish], finish) < 0:
                break
            stop = finish
        return [Span(start, stop, "contents")]
    return []


def _tail_spans(text: str, present: frozenset[str]) -> list[Span]:
    spans = []
    for rule in rules().tails:
        if rule.may_match(present) and (match := rule.pattern.search(text, max(0, len(text) - rule.within))):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            spans.append(Span(start, len(text), rule.rule))
    return spans


def _inline_spans(text: str, present: frozenset[str]) -> list[Span]:
    return [
        Span(match.start(), match.end(), rule.rule)
        for rule in rules().inline
        if rule.may_match(present)
        for match in rule.pattern.finditer(text)
    ]


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
