"""Remembers what Great Expectations said of a batch, so that it is asked once of the same rows and rules.

The asset checks ask of each table as soon as it is made, the release of all tables once more. Whether an
answer may serve again is decided by content alone: every value of the batch and every rule with its
parameters. No answer can be stale, and a process that holds none simply asks.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

MOST = 64
"""Answers that are kept: two of each table, the rows and the whole."""


class AskedOnce:
    """The latest answers of one process, by the content that they are about."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()

    def answer(self, frame: pandas.DataFrame, about: Iterable[Any], ask: Callable[[], Any]) -> Any:
        """What `ask` said of this frame and these further things (told apart by their `repr`), now or
        before."""
        key = fingerprint(frame, about)
        if key not in self._answers:
            self._answers[key] = ask()
        self._answers.move_to_end(key)
        while len(self._answers) > self._most:
            self._answers.popitem(last=False)
        return self._answers[key]


def fingerprint(frame: pandas.DataFrame, about: Iterable[Any]) -> str:
    """SHA-256 of a frame's columns, types and values, and of the `repr` of what else is told."""
    import pyarrow as pa

    found = hashlib.sha256(repr(tuple(about)).encode())
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.ipc.new_stream(pa.PythonFile(_Sink(found), "w"), table.schema) as stream:
        stream.write_table(table)
    return found.hexdigest()


class _Sink:
    """A file that only hashes."""

    closed = False

    def __init__(self, found: Any) -> None:
        self._found = found

    def write(self, data: Any) -> int:
        self._found.update(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is open."""
