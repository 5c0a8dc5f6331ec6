"""Organisation: a body's name at its place; it is found in `kerjasama.extract.names.organisations`."""

from __future__ import annotations

from dataclasses import dataclass, field

from kerjasama.extract.registry import Known


@dataclass(slots=True)
class Organisation:
    """An organisation's name at tokens [first, last); `known` is its registry entry; `short` are acronyms in
    brackets.

    `national` tells that the form of the name is that of an Indonesian body; `rule` names what found it.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: str
    rule: str
    national: bool = False
    known: Known | None = None
    country: str | None = None
    described_as: str | None = None
    short: list[tuple[int, int, str]] = field(default_factory=list)
