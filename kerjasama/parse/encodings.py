"""Bytes to characters: byte-order marks, declared and guessed encodings, what is no text at all.

Which characters were meant is `kerjasama.text.characters`' subject.
"""

from __future__ import annotations

import re

from kerjasama.parse.reject import NotAnArticle

__all__ = ["decode"]

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
