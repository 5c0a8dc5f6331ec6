"""Bytes to characters, and characters to the ones that were meant: encodings, entities, mojibake,
invisible marks.

Words and lines are no subject here.
"""

from __future__ import annotations

import html
import re

from kerjasama.parse.derivation import Cleaned, Edit
from kerjasama.parse.reject import NotAnArticle

__all__ = ["decode", "normalise", "normalise_text"]

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Magic numbers of what feeds and crawls hand out in place of pages: PDF, PNG, JPEG, GIF, ZIP, gzip, RIFF,
# MP4's ftyp.
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"\x00\x00\x00\x18ftyp",
)
_DECLARED = re.compile(rb"<meta[^>]{0,80}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# Browsers read these labels as Windows-1252 (WHATWG Encoding Standard), and so were the pages written.
_AS_WINDOWS_1252 = {
    "iso-8859-1",
    "latin-1",
    "latin1",
    "iso8859-1",
    "us-ascii",
    "ascii",
    "cp1252",
    "windows-1252",
}

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


def decode(data: bytes, *, content_type: str | None = None) -> str:
    """The characters of a page or text file.

    A byte-order mark wins, then UTF-8 where it is valid, then what the header or the page declares, then a
    guess. Raises NotAnArticle: `empty`, `binary`, `encoding`.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise NotAnArticle("empty", "no bytes but white space")
    for mark, name in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(name)
            except UnicodeDecodeError as error:
                raise NotAnArticle("encoding", f"a byte-order mark of {name}, but {error.reason}") from error
    if data.startswith(_MAGIC):
        raise NotAnArticle("binary", f"begins with {data[:8]!r}")
    if data.count(b"\x00", 0, 4096) > 8:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:4096])
    if controls > 0.02 * min(len(data), 4096):
        raise NotAnArticle("binary", f"{controls} control bytes among the first {min(len(data), 4096)}")
    return _by_label(data, content_type) or _guess(data)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark, told by where the zero bytes stand; anything else with zeros is binary."""
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    half = min(len(data), 4096) / 2
    name = "utf-16-le" if odd > 0.4 * half > even else "utf-16-be" if even > 0.4 * half > odd else None
    if name is None:
        raise NotAnArticle("binary", "zero bytes in the first 4096")
    return data[: len(data) // 2 * 2].decode(name, errors="replace")


def _by_label(data: bytes, content_type: str | None) -> str | None:
    labels = [match.group(1).decode("ascii") for match in _DECLARED.finditer(data[:4096])]
    if content_type and (match := _HEADER.search(content_type)):
        labels.append(match.group(1))
    for label in labels:
        lowered = label.lower()
        if lowered in ("utf-8", "utf8"):
            # Declared UTF-8 with a few torn bytes (cut in the middle, a pasted Latin-1 letter): keep the
            # rest.
            text = data.decode("utf-8", errors="replace")
            if text.count("\ufffd") <= max(3, len(text) // 500):
                return text
            continue
        try:
            return data.decode("cp1252" if lowered in _AS_WINDOWS_1252 else label, errors="strict")
        except (LookupError, UnicodeDecodeError):
            continue
    return None


def _guess(data: bytes) -> str:
    """Windows-1252 covers what Indonesian pages are written in; where a byte has no place in it, a
    detector.
    """
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        pass
    torn = data.decode("utf-8", errors="replace")
    if torn.count("\ufffd") <= max(3, len(torn) // 500):
        return torn
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise NotAnArticle("encoding", "neither UTF-8, nor Windows-1252, nor anything a detector knows")
    return data.decode(best.encoding, errors="replace")


def normalise(cleaned: Cleaned) -> Cleaned:
    """The characters that were meant: entities resolved (twice escaped ones too), mojibake undone, marks
    dropped.
    """
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
    if not _UNUSUAL.search(text):
        return text
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
