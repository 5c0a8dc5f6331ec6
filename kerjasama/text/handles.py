"""Names that a text prints as the account of who bears them: "Presiden @prabowo", "@luhut.pandjaitan"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kerjasama.text.derivation import Edit

_HANDLE = re.compile(r"(?<![\w.])@(\w[\w.]{2,}\w)(?!@)")
_MARKS = re.compile(r"[\s._-]")


def account_name(name: str) -> str:
    """What an account of this name, or a name itself, comes to: small letters without blanks and marks."""
    return _MARKS.sub("", name).lower()


def handles(text: str, named: Mapping[str, str]) -> Iterator[Edit]:
    """What puts a name in the place of an account that is `named` so, by `account_name`."""
    for match in _HANDLE.finditer(text):
        name = named.get(account_name(match[1]))
        if name is not None:
            yield Edit(match.start(), match.end(), name)
