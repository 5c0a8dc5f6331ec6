"""The lines that the journalist set: paragraphs run together or torn apart by a scraper are put right.

Which lines are furniture is `kerjasama.text.boilerplate`'s subject, what the first lines mean
`kerjasama.parse.head`'s.
"""

from __future__ import annotations

import re

from kerjasama.codebook import load
from kerjasama.parse.dateline import known_places, place_at, read_dateline
from kerjasama.text.derivation import Cleaned, Edit

__all__ = ["mend_dateline", "rejoin", "separate", "squeeze"]

_WIDE_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_SENTENCE_GAP = re.compile(r"[.!?\"”’)] {2,}(?=[\"“A-Z0-9])")
# "… di Indonesia.Presiden Direktur …": a paragraph's end glued to the next one's start.
_GLUED = re.compile(
    r"(?:(?<=[a-zà-ÿ\d)%][.!?])|(?<=[.!?,][\"”’])|(?<=[.!?][)]))(?=[A-Z][a-zà-ÿ]|[“][A-Z]|[A-Z]{2,} )"
)
_WORD_BEFORE = re.compile(r"([\w/@:.-]+)[.!?]?$")
_ADDRESS = re.compile(r"(?:www\.|https?:|@)\S*$|\.\w+\.$")
# "Jakarta", "-" and the text on three lines, or the dateline with its dash on a line of its own.
_DASH_LINE = re.compile(
    r"\A\s*+(?P<place>[A-Z][^\n:;!?]{1,70}?)\s*"
    r"(?:(?P<dash>[ ][-–—]{1,2})[ ]*\n\s*|\n+\s*[-–—]{1,2}\s*\n+\s*)(?=\S)"
)
_GLUED_PLACE = re.compile(r"\A\s*+(?:[A-Za-z]\w*\.(?:com|co\.id|id))\s*,\s*(?=[A-Z])")
# A line this long that does not end is no subheading but a sentence that was broken.
_WORDS_OF_A_PARAGRAPH = 12
# White space that is more than one blank or one newline, or stands at either end.
_WIDE = re.compile(r"\A\s+|\s+\Z|\s{2,}|[^\S \n]")
# Of a paragraph that grows line by line only its beginning and its end are looked at.
_ENDS = 200
_ENDED = re.compile(r"[.!?:;\"”’…]$")
_ITEM = re.compile(r"(?:[a-z]|\d{1,2}|[ivx]+)[.)]\s|[-*•·–—]\s?")
_MARKUP = re.compile(
    r"\*\*(?=\S)|(?<=\S)\*\*|^#{1,6}\s+|^>\s+|</?(?:b|i|em|strong|u|span|p|br|a|div)\b[^<>\n]{0,200}>",
    re.MULTILINE,
)
_LINK = re.compile(r"!?\[([^\]\n]{0,200})\]\((?:https?:|/)[^)\s]{1,300}\)")


def separate(cleaned: Cleaned) -> Cleaned:
    """Markdown and stray tags dropped, run-together paragraphs parted, a torn or glued dateline mended."""
    cleaned = cleaned.edit(_markup(cleaned.text))
    text = cleaned.text
    if text.strip().count("\n") <= 2 and len(_SENTENCE_GAP.findall(text)) >= 3:
        cleaned = cleaned.edit(Edit(match.start(), match.end(), "\n") for match in _WIDE_GAP.finditer(text))
    cleaned = cleaned.edit(_glued(cleaned.text))
    return mend_dateline(cleaned)


def mend_dateline(cleaned: Cleaned) -> Cleaned:
    """A dateline torn over three lines or glued to the first word is put right."""
    return cleaned.edit(_dateline(cleaned.text))


def _markup(text: str) -> list[Edit]:
    edits = []
    for match in _LINK.finditer(text):
        shown = "" if match.group().startswith("!") else match.group(1)
        edits.append(Edit(match.start(), match.end(), shown))
    taken = [(edit.start, edit.end) for edit in edits]
    for match in _MARKUP.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            breaks = re.match(r"</?(?:p|br|div)\b", match.group())
            edits.append(Edit(match.start(), match.end(), "\n" if breaks else ""))
    return edits


def _glued(text: str) -> list[Edit]:
    edits = []
    for match in _GLUED.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        word = _WORD_BEFORE.search(before.rstrip('"”’)'))
        bare = word.group(1).rstrip(".!?").lower() if word else ""
        # Only before a mark that ends a sentence; an abbreviation, an address or a domain name ends none.
        if (
            bare in load("press")["abbreviations"]
            or (len(bare) < 3 and not bare.isdigit() and before[-1] == ".")
            or _ADDRESS.search(before)
        ):
            continue
        if before[-1] in '"”’' and before[-2:-1] == "," and not text[match.start()].isupper():
            continue
        edits.append(Edit(match.start(), match.start(), " " if before[-2:-1] == "," else "\n"))
    return edits


def _dateline(text: str) -> list[Edit]:
    """ "Jakarta / - / Produsen …" on three lines becomes one; "Liputan6.com, JakartaModena" gets its dash."""
    match = _DASH_LINE.match(text)
    if match and (match.group("dash") or _is_place(match.group("place").strip())):
        joint = " " if match.group("dash") else " - "
        return [Edit(match.end("dash") if match.group("dash") else match.end("place"), match.end(), joint)]
    first, newline, rest = text.lstrip().partition("\n")
    if newline and first.strip().lower() in known_places() and rest.lstrip()[:1].isupper():
        start = len(text) - len(text.lstrip()) + len(first.rstrip())
        return [Edit(start, len(text) - len(rest.lstrip()), " - ")]
    if match := _GLUED_PLACE.match(text):
        place = place_at(text[match.end() : match.end() + 40]) or ""
        end = match.end() + len(place)
        if place and place[0].isupper() and (text[end : end + 1].isupper() or text[end : end + 1] in '“"'):
            return [Edit(end, end, " - ")]
    return []


def _is_place(line: str) -> bool:
    """A known place, or one or two capitalised words, which no headline is."""
    words = line.split()
    return line.lower() in known_places() or (len(words) <= 2 and all(word[0].isupper() for word in words))


def rejoin(cleaned: Cleaned) -> Cleaned:
    """Sentences that a scraper broke at links and emphasis become one line again."""
    text = cleaned.text
    lines = [
        (
            match.start() + len(match.group()) - len(match.group().lstrip()),
            len(match.group().rstrip()) + match.start(),
        )
        for match in re.finditer(r"[^\n]+", text)
        if match.group().strip()
    ]
    edits = []
    paragraph = lines[0][0] if lines else 0  # where the paragraph begins that the line before belongs to
    for number in range(1, len(lines)):
        (_, end), (start, stop) = lines[number - 1], lines[number]
        after = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        before = text[paragraph:end]
        if len(before) > 2 * _ENDS:
            before = f"{before[:_ENDS]} {before[-_ENDS:]}"
        if _continues(before, text[start:stop], after):
            edits.append(Edit(end, start, "" if text[start] in ",.;:!?)”" else " "))
        else:
            paragraph = start
    return cleaned.edit(edits)


def _continues(before: str, line: str, after: str) -> bool:
    """Whether a line goes on with the sentence of the paragraph before it."""
    if _ENDED.search(before):
        return line[0] in ",;" and len(line) > 1
    if line[0] in ",.;:!?)”" and not line.startswith("..."):
        return True
    if before[-1] == "," and line[0].isupper() and not _ITEM.match(line):
        return True
    if line[0].islower() and not _ITEM.match(line):
        return True
    if _is_torn(before) and not _ITEM.match(line):
        return True
    # A linked name between two halves: it does not end, and the next line goes on in lower case or with a
    # comma.
    linked = len(line.split()) <= 6 and not _ENDED.search(line) and bool(after)
    continued = after[:1] in (",", ";", ")") or (after[:1].islower() and not _ITEM.match(after))
    return linked and continued and not before.isupper()


def _is_torn(unfinished: str) -> bool:
    """Whether a line that does not end is a torn sentence and no heading or item of a list.

    It is opened by a dateline, closed by a small word ("… asisten pelatih di"), or too long for a heading.
    """
    words = unfinished.split()
    if words[-1] in load("press")["languages"]["id"]:
        return True
    dateline = read_dateline(unfinished)
    if dateline is not None and len(unfinished[dateline.end :].split()) >= 2:
        return True
    return unfinished[-1] not in ")]" and len(words) >= _WORDS_OF_A_PARAGRAPH


def squeeze(cleaned: Cleaned) -> Cleaned:
    """One blank between words, one newline between paragraphs, none at either end."""
    text = cleaned.text
    edits = [
        Edit(match.start(), match.end(), _between(text, match)) for match in _WIDE.finditer(text)
        if match.group() != _between(text, match)
    ]  # fmt: skip
    return cleaned.edit(edits)


def _between(text: str, gap: re.Match[str]) -> str:
    if gap.start() == 0 or gap.end() == len(text):
        return ""
    return "\n" if "\n" in gap.group() else " "
