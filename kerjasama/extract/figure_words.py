"""The article's own words for what a figure measures, and whether two figures measure the same.

No classification here; that is `kerjasama.extract.figures`.
"""

from __future__ import annotations

import re

from kerjasama.records import Figure
from kerjasama.text.numerals import Quantity

MAX_WORDS = 12
"""Words of an indicator (codebook section 7)."""

_WORD = re.compile(r"[^\s,;:()\"\u201c\u201d]+")
_STOP = re.compile(
    r"[,;:()\"\u201c\u201d.]|\s(?:yang|akan|telah|sudah|dapat|bisa|dan|atau|namun|tetapi|sehingga|karena|pada|sementara"
    r"|sedangkan|ujar|kata|jelas|ucap|tutur|ungkap|serta|dari|untuk|saat|tahun|setiap|per)\s"
)
# Verbs and helpers that lead up to a number and name nothing.
_LEADING = re.compile(
    r"\s*\b(?:sebesar|sebanyak|senilai|mencapai|sekitar|menjadi|hingga|sampai|lebih dari|kurang lebih|tercatat|adalah|yaitu|yakni"
    r"|diperkirakan|ditargetkan|hampir|seharga|sejumlah|ada|terdapat|itu|atau|dengan|hanya|naik|turun|meningkat|menurun"
    r"|tumbuh|akan|telah|sudah|bisa|dapat|setara|total|di|ke|dari)\s*$"
)


def indicator(text: str, start: int, end: int, quantity: Quantity, left: int) -> str | None:
    """What is measured, at most twelve of the article's words, None where none stand near.

    A counted thing is told by the words behind the number, money and percentages by those before it.
    """
    before = _before(text, max(start, left), quantity.start)
    after = _after(text, quantity, end)
    counted = quantity.unit_text is not None
    words = (after or before) if counted and len(after.split()) > 1 else (before or after)
    kept = _WORD.findall(words)
    return " ".join(kept[-MAX_WORDS:] if words is before else kept[:MAX_WORDS]) or None


def _before(text: str, start: int, end: int) -> str:
    words = text[start:end]
    while (shorter := _LEADING.sub("", words)) != words:
        words = shorter
    parts = re.split(r"[,;:()\"\u201c\u201d]", words)
    return next((part.strip() for part in reversed(parts) if len(part.split()) > 1), words.strip(" ,;:()"))


def _after(text: str, quantity: Quantity, end: int) -> str:
    head = quantity.unit_text or ""
    rest = text[quantity.end : min(end, quantity.end + 120)]
    stop = _STOP.search(rest)
    return f"{head} {rest[: stop.start()] if stop else rest}".strip()


def same_thing(a: Figure, b: Figure) -> bool:
    """Whether two figures of one value and unit measure the same.

    A number of three or more significant digits is not told twice by chance; a small or round one is the
    same where the words around it are.
    """
    if significant_digits(a.value) >= 3 or a.value >= 1_000_000 or not a.indicator or not b.indicator:
        return True
    mine, other = (_content(figure.indicator or "") for figure in (a, b))
    return not mine or not other or bool(mine & other)


def significant_digits(value: float) -> int:
    """Digits of a number without the zeros at both ends: 10.000 has one, 56,94 four."""
    return len(f"{abs(value):.6f}".replace(".", "").strip("0")) or 1


_SMALL = frozenset(
    [
        "yang",
        "dan",
        "di",
        "ke",
        "dari",
        "untuk",
        "pada",
        "dengan",
        "dalam",
        "itu",
        "ini",
        "adalah",
        "oleh",
        "para",
        "atas",
        "serta",
        "atau",
        "juga",
        "akan",
        "sebagai",
        "bagi",
    ]
)


def _content(words: str) -> frozenset[str]:
    return frozenset(word for word in words.lower().split() if word not in _SMALL and len(word) > 2)
