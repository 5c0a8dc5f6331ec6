"""The first lines of a bare text: front matter, breadcrumbs, headline, date, byline, standing before the
article.

Works on text whose characters are already the meant ones. The dateline is the article's first words and
stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kerjasama.codebook.alternatives import either
from kerjasama.parse.dateline import read_dateline
from kerjasama.parse.dates import find_stamp, read_stamp
from kerjasama.parse.people import Credits, join_credits, read_credits, split_names
from kerjasama.text.date_grammar import weekdays
from kerjasama.text.pointers import is_headline

__all__ = ["Head", "fold", "read_fields", "read_head"]

_FRONT_MATTER = re.compile(r"\A\s*+---[ \t]*\n(?P<fields>.{0,6000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^\s*[-*]?\s*\**(?P<key>[A-Za-z][\w ]{0,30}?)\**\s*:\s*\**\s*(?P<value>.*?)\s*$", re.MULTILINE
)
# White space is taken possessively: pages of blanks must not cost the square of their length.
_CRAWL_HEADER = re.compile(
    r"\A\s*+(?:#[ \t]+(?P<title>[^\n]+)\n\s*+)?"
    r"(?P<fields>(?:[-*][ \t]+\*\*[^\n*]{1,40}:?\*\*:?[^\n]*\n\s*+)+)(?:---+[ \t]*(?:\n|\Z))?"
)
_TITLE_KEYS = frozenset(("title", "judul", "headline"))
_DATE_KEYS = frozenset(
    (
        *("date", "pubdate", "published", "published_at", "publishdate"),
        *("tanggal", "tanggal posting", "tanggal terbit", "waktu terbit"),
    )
)
_AUTHOR_KEYS = frozenset(("author", "authors", "penulis", "oleh", "reporter", "pewarta"))
_EDITOR_KEYS = frozenset(("editor", "editors", "redaktur", "penyunting"))
_ADDRESS_KEYS = frozenset(("sumber", "source", "url", "link"))
_BREADCRUMB = re.compile(r"(?:home|beranda)\b.*|(?:[^»›>|\n]{1,40}\s[»›>]\s)+[^\n]*", re.IGNORECASE)
_DATE_LINE_REST = re.compile(
    r"\b(?:date|tanggal|diperbarui|updated?|dipublikasikan|published|diterbitkan|terbit|rilis|posted|on|pada|dibuat"
    rf"|{either(weekdays())}|wib|wita|wit|pukul|jam|\d{{4}}-\d{{2}})\b|[\W\d_]+",
    re.IGNORECASE,
)
_NO_LETTERS = re.compile(r"[\W_]+")
_LINES_READ = 14
_HEAD_LINE = 260


@dataclass
class Head:
    """What the first lines tell, and which of them (spans, with a rule) are not the article's text."""

    title: str | None = None
    published: str | None = None
    credits: Credits = field(default_factory=Credits)
    url: str | None = None
    spans: list[tuple[int, int, str]] = field(default_factory=list)


def fold(line: str) -> str:
    """A headline as it is compared: letters and digits in lower case."""
    return _NO_LETTERS.sub(" ", line.lower()).strip()


def read_head(text: str, fields: Head) -> Head:
    """Read line by line until the article's own text begins, adding to what the front matter told.

    Both know the title already where metadata gave it. The spans are of this text alone.
    """
    head = Head(fields.title, fields.published, fields.credits, fields.url)
    lines = list(_lines(text))[:_LINES_READ]
    kinds = [_kind(line) for _, _, line in lines]
    known = {fold(head.title)} if head.title else set()
    known |= {
        fold(re.split(r"[»›>|]", line)[-1])
        for (_, _, line), kind in zip(lines, kinds, strict=True)
        if kind == "breadcrumb"
    }
    for number in range(_body(lines, kinds, known)):
        begin, end, line = lines[number]
        head.spans.append((begin, end, kinds[number]))
        if kinds[number] == "date" and head.published is None:
            head.published = read_stamp(line)
        elif kinds[number] == "credit":
            head.credits = join_credits(head.credits, read_credits(line))
        elif head.title is None and kinds[number] in ("headline", "words"):
            head.title = line
    return head


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    for match in re.finditer(r"[^\n]+", text):
        stripped = match.group().strip()
        if stripped:
            begin = match.start() + match.group().index(stripped)
            yield begin, begin + len(stripped), stripped


def _kind(line: str) -> str:
    """What a line at the head of a text is: one of the furniture kinds, a dateline, a headline, words, or
    text.
    """
    if not re.search(r"\w", line):
        return "rule_off"
    if len(line) <= _HEAD_LINE and _BREADCRUMB.fullmatch(line):
        return "breadcrumb"
    if len(line) <= 120 and (stamp := find_stamp(line)):
        rest = _DATE_LINE_REST.sub(" ", line[: stamp.start] + " " + line[stamp.end :]).split()
        if len(rest) <= 4 and not read_dateline(line + "\n"):
            return "date"
    if len(line) <= 140 and not line.endswith((".", "”", '"')) and any(read_credits(line)):
        return "credit"
    if (dateline := read_dateline(line + "\n")) and (dateline.place or dateline.end < len(line)):
        return "dateline"
    if is_headline(line):
        return "headline"
    return "words" if len(line.split()) <= 25 and len(line) <= _HEAD_LINE else "text"


def _body(lines: list[tuple[int, int, str]], kinds: list[str], known: set[str]) -> int:
    """The number of the line with which the article's own text begins."""
    for number, kind in enumerate(kinds[:10]):
        if kind == "text":
            break
        if kind == "dateline":
            return number
    number = 0
    titled = False
    while number < len(lines) - 1:
        line, kind = lines[number][2], kinds[number]
        if kind in ("breadcrumb", "date", "credit", "rule_off") or fold(line) in known:
            titled = titled or fold(line) in known
        elif not titled and _stands_as_title(lines, kinds, number):
            titled = True
        elif number and fold(line) == fold(lines[number - 1][2]):
            pass
        else:
            break
        number += 1
    return number


def _stands_as_title(lines: list[tuple[int, int, str]], kinds: list[str], number: int) -> bool:
    """A line without an end of sentence, followed by a date, a byline, a dash or the first paragraph."""
    line, following = lines[number][2], kinds[number + 1]
    if (
        kinds[number] not in ("headline", "words")
        or line.endswith((".", ",", ":", ";"))
        or len(line.split()) < 3
    ):
        return False
    if following in ("date", "credit", "rule_off", "dateline", "breadcrumb") or fold(line) == fold(
        lines[number + 1][2]
    ):
        return True
    paragraph = lines[number + 1][2]
    opens = (
        (len(paragraph.split()) >= 12 or paragraph[0] in "-–—")
        and paragraph[0] not in ",.;"
        and not paragraph[0].islower()
    )
    return opens and (kinds[number] == "headline" or not line.endswith(("”", '"', "?", "!")))


def read_fields(text: str, *, title: str | None = None) -> Head:
    """YAML front matter or a crawler's list of fields at the very start, whose span is then the head's only
    one.
    """
    head = Head(title=title)
    match = _FRONT_MATTER.match(text) or _CRAWL_HEADER.match(text)
    if match is None:
        return head
    fields = {
        field.group("key").strip().lower(): field.group("value")
        for field in _FIELD.finditer(match.group("fields"))
    }
    if not fields:
        return head
    stated = _first(fields, _TITLE_KEYS) or (match.groupdict().get("title") or "").strip() or None
    # A crawler's table may have cut the title that the text still has whole.
    cut = bool(title and stated and fold(stated).startswith(fold(title)))
    head.title = stated if cut or not title else title
    head.published = read_stamp(_first(fields, _DATE_KEYS))
    head.credits = Credits(
        split_names(_first(fields, _AUTHOR_KEYS)), split_names(_first(fields, _EDITOR_KEYS))
    )
    address = _first(fields, _ADDRESS_KEYS) or ""
    head.url = address if re.match(r"https?://\S+$", address) else None
    head.spans.append((match.start(), match.end(), "front_matter"))
    return head


def _first(fields: dict[str, str], keys: frozenset[str]) -> str | None:
    """The first field among the keys that says something, without its quotation marks."""
    for key, value in fields.items():
        if (
            key in keys
            and (plain := value.strip(" \"'*"))
            and plain.lower() not in ("n/a", "none", "null", "-")
        ):
            return plain
    return None
