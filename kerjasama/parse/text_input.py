"""A bare text or a line of a corpus, with what metadata it has, becomes an Article.

Pages with markup are `kerjasama.parse.page`'s subject. The cleaned text is derived from the raw one by
edits that
remember their origin (`kerjasama.text.derivation`), so that every quotation can be found in the original.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kerjasama.parse.address import canonical_address, named_publisher
from kerjasama.parse.dateline import read_dateline
from kerjasama.parse.dates import read_stamp
from kerjasama.parse.encodings import decode
from kerjasama.parse.head import Head, fold, read_fields, read_head
from kerjasama.parse.identity import article_id
from kerjasama.parse.language import language_of
from kerjasama.parse.lines import mend_dateline, rejoin, separate, squeeze
from kerjasama.parse.people import Credits, join_credits, read_credits, split_names
from kerjasama.parse.reject import NotAnArticle
from kerjasama.records import Article
from kerjasama.text.boilerplate import boilerplate_spans
from kerjasama.text.characters import normalise, normalise_text
from kerjasama.text.derivation import Cleaned, Edit

__all__ = ["PARSER", "PARSER_VERSION", "Reading", "parse_text", "read_text"]

PARSER = "text"
PARSER_VERSION = "3"

_CREDIT_RULES = frozenset(("credit", "signature"))
_FEWEST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """The cleaned text with its derivation, and what head and credits of the raw text told."""

    cleaned: Cleaned
    title: str | None
    published: str | None
    credits: Credits
    url: str | None


def parse_text(
    data: bytes | str, *, name: str, metadata: Mapping[str, Any] | None = None, keep_id: bool = False
) -> Article:
    """An Article out of a text file or a corpus item.

    `name` (a file's name, or "file.jsonl:12") is used in messages only. `metadata` may hold `url`,
    `publisher`, `title`,
    `published_at` (or `published_as_printed`), `authors`, `editors`, `captured_at`, `archive_record`, and
    with
    `keep_id` the `article_id`; what it tells wins over what the text shows. Raises NotAnArticle.
    """
    given = {key: value for key, value in (metadata or {}).items() if value not in (None, "")}
    raw = decode(data) if isinstance(data, bytes) else data
    if not raw.strip():
        raise NotAnArticle("empty", f"{name} holds nothing but white space")
    title = _clean_title(given.get("title"))
    reading = read_text(raw, title=title)
    text = reading.cleaned.text
    language = _language(text, name)
    url = given.get("url") or reading.url
    canonical = canonical_address(url)
    dateline = read_dateline(text)
    return Article(
        text=text,
        article_id=str((keep_id and given.get("article_id")) or article_id(canonical, text)),
        url=url,
        canonical_url=canonical,
        publisher=named_publisher(given.get("publisher"), canonical),
        title=reading.title or title,
        authors=split_names(given.get("authors")) or reading.credits.authors,
        editors=split_names(given.get("editors")) or reading.credits.editors,
        published_at=read_stamp(_printed(given)) or reading.published,
        dateline_place=dateline.place if dateline else None,
        language=language,
        captured_at=given.get("captured_at"),
        archive_record=given.get("archive_record"),
        parser=PARSER,
        parser_version=PARSER_VERSION,
        derivation=reading.cleaned.runs,
    )


def _language(text: str, name: str) -> str | None:
    """The language of an article's text, None where it cannot be told. Raises NotAnArticle: `no_body`,
    `other_language`.
    """
    if sum(character.isalpha() for character in text) < _FEWEST_LETTERS:
        raise NotAnArticle("no_body", f"{name} holds no text of an article after its furniture is taken away")
    language = language_of(text)
    if language not in (None, "id"):
        raise NotAnArticle("other_language", f"{name} is written in {language}, not Indonesian")
    return language


def read_text(raw: str, *, title: str | None = None) -> Reading:
    """Clean a raw text; `title` is the known one, whose repetitions fall away. Never raises on any string."""
    normal = normalise(Cleaned.of(raw))
    fields = read_fields(normal.text, title=title)
    separated = separate(normal.edit(Edit(start, end) for start, end, _ in fields.spans))
    head = read_head(separated.text, fields)
    furniture = boilerplate_spans(separated.text)
    credits = join_credits(head.credits, _credits(separated.text, furniture, head))
    spans = _union([(start, end) for start, end, _ in (*head.spans, *furniture)])
    cleaned = squeeze(
        separated.edit(Edit(start, end, _gap(separated.text, start, end)) for start, end in spans)
    )
    cleaned = squeeze(rejoin(mend_dateline(_without_dash(cleaned))))
    return Reading(
        _without_title(cleaned, title or head.title),
        _clean_title(head.title),
        head.published,
        credits,
        head.url,
    )


def _credits(text: str, furniture: list[tuple[int, int, str]], head: Head) -> Credits:
    """Authors and editors of the credit lines outside the head ("Editor: …", "(Ditulis oleh …)")."""
    found = Credits()
    taken = [(start, end) for start, end, _ in head.spans]
    for start, end, rule in furniture:
        if rule in _CREDIT_RULES and not any(low <= start < high for low, high in taken):
            found = join_credits(found, read_credits(text[start:end].strip("()[] \n")))
    return found


def _gap(text: str, start: int, end: int) -> str:
    """What stands where furniture was: a line's end where it stood between lines, else a blank."""
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    if not before or not after:
        return ""
    return "\n" if before.endswith("\n") or after.startswith("\n") or "\n" in text[start:end] else " "


def _union(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _without_dash(cleaned: Cleaned) -> Cleaned:
    """The text without the dash that is left of a dateline whose place a scraper lost."""
    match = re.match(r"[-–—]{1,2}\s+(?=[A-Z\"“])", cleaned.text)
    return cleaned.edit([Edit(0, match.end())]) if match else cleaned


def _without_title(cleaned: Cleaned, title: str | None) -> Cleaned:
    """The text without a first paragraph that only repeats the headline."""
    first, newline, _ = cleaned.text.partition("\n")
    if title and newline and fold(first) == fold(title):
        return cleaned.edit([Edit(0, len(first) + 1)])
    return cleaned


def _clean_title(title: Any) -> str | None:
    """A headline in one line of meant characters; an escaped NBSP at its end ("\\\\xa0") is a scraper's."""
    if not title:
        return None
    text = re.sub(r"(?:\\+x[0-9a-f]{2})+\s*$", "", str(title))
    text = " ".join(normalise_text(text).split()).strip("*# ")
    return text or None


def _printed(given: Mapping[str, Any]) -> str | None:
    printed = given.get("published_at") or given.get("published_as_printed")
    return str(printed) if printed else None
