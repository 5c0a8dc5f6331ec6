"""Characters to the ones that were meant: entities, mojibake, invisible marks, blanks of every kind.

Words and lines are no subject here.
"""

from __future__ import annotations

import html
import re

from kerjasama.text.derivation import Cleaned, Edit

__all__ = ["normalise", "normalise_text"]

_ENTITY = re.compile(r"&(?:amp;){0,4}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SPACES = re.compile(r"\r\n?|[\u2028\u2029\u0085\v\f]|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Zero-width marks, soft hyphens, byte-order marks, direction marks, control characters.
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\x00-\x08\x0e-\x1f\x7f]"
)
_C1 = re.compile(r"[\x80-\x9f]")
_WINDOWS_EXTRA = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TAIL = rf"[\x80-\xbf{_WINDOWS_EXTRA}]"
# Two-byte leads other than Â and Ã are letters that may well stand before a closing quotation mark ("CAFÉ”").
_MOJIBAKE = re.compile(
    rf"[\xc2\xc3]{_TAIL}|[\xc4-\xdf][\x80-\xbf]|[\xe0-\xef]{_TAIL}{{2}}|[\xf0-\xf4]{_TAIL}{{3}}"
)

# Every character that `normalise` may change or begin with: nearly all text holds none.
_UNUSUAL = re.compile(
    r"[&\t\r\v\f\x00-\x08\x0e-\x1f\x7f-\xa0\xad\xc2-\xf4\u034f\u061c\u1680\u180e\u2000-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb]"
)


def normalise(cleaned: Cleaned) -> Cleaned:
    """The characters that were meant: entities resolved (twice escaped ones too), mojibake undone, marks
    dropped.
    """
    if not _UNUSUAL.search(cleaned.text):
        return cleaned
    if "&" in cleaned.text:
        cleaned = cleaned.edit(_entities(cleaned.text))
    for _ in range(2):  # mojibake of mojibake is found in the wild; a third layer is not
        edits = _mojibake(cleaned.text)
        if not edits:
            break
        cleaned = cleaned.edit(edits)
    return cleaned.edit(_single_characters(cleaned.text))


def normalise_text(text: str) -> str:
    """Like `normalise`, for text whose derivation nobody asks for."""
    return normalise(Cleaned.of(text)).text


def _entities(text: str) -> list[Edit]:
    edits = []
    for match in _ENTITY.finditer(text):
        value = match.group()
        for _ in range(5):
            resolved = html.unescape(value)
            if resolved == value:
                break
            value = resolved
        if value != match.group() and not value.startswith("&amp"):
            edits.append(Edit(match.start(), match.end(), value))
    return edits


def _mojibake(text: str) -> list[Edit]:
    """UTF-8 that was read as Latin-1 or Windows-1252: sequences of a lead byte and its continuation bytes."""
    edits = []
    for match in _MOJIBAKE.finditer(text):
        try:
            meant = bytes(map(_byte, match.group())).decode("utf-8")
        except (UnicodeError, ValueError):
            continue
        edits.append(Edit(match.start(), match.end(), meant))
    return edits


def _byte(character: str) -> int:
    """The byte that a reader of Latin-1 or Windows-1252 would have shown as this character."""
    return ord(character) if ord(character) < 256 else character.encode("cp1252")[0]


def _single_characters(text: str) -> list[Edit]:
    edits = [Edit(match.start(), match.end()) for match in _INVISIBLE.finditer(text)]
    for match in _SPACES.finditer(text):
        meant = "\n" if match.group()[0] in "\r\u2028\u2029\u0085\v\f" else " "
        edits.append(Edit(match.start(), match.end(), meant))
    for match in _C1.finditer(text):
        if match.group() == "\x85":
            continue
        meant = match.group().encode("latin-1").decode("cp1252", errors="ignore")
        edits.append(Edit(match.start(), match.end(), meant))
    return edits
