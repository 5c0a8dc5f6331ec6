"""FlakyStore: a store of files on disk that fails when and how a test says. A named fake, for faults only.

Registered as the fsspec protocol `flaky`; `flaky:///path` writes to /path. It counts every write and
removal, and at the count in `dies_at` the publisher dies (as by SIGKILL: nothing is cleaned up); in
`fails_at` the store refuses once.
"""

from typing import Any, ClassVar

import fsspec
from fsspec.implementations.local import LocalFileSystem


class Died(BaseException):
    """The publisher is gone. No handler for errors may catch it."""


class FlakyStore(LocalFileSystem):
    """A local folder behind an object store's interface."""

    protocol = "flaky"
    cachable = False
    acts: ClassVar[list[str]] = []
    dies_at: ClassVar[int | None] = None
    fails_at: ClassVar[frozenset[int]] = frozenset()
    dead: ClassVar[bool] = False

    @classmethod
    def reset(cls, dies_at: int | None = None, fails_at: frozenset[int] = frozenset()) -> None:
        cls.acts.clear()
        cls.dies_at, cls.fails_at, cls.dead = dies_at, fails_at, False

    def _open(self, path: str, mode: str = "rb", **options: Any) -> Any:
        if "w" not in mode:
            return super()._open(path, mode, **options)
        self._count(f"write {path}")
        self.makedirs(self._parent(path), exist_ok=True)  # An object store knows no folders.
        return super()._open(path, mode, **{**options, "autocommit": True})

    def rm_file(self, path: str) -> None:
        self._count(f"remove {path}")
        super().rm_file(path)

    def rm(self, path: Any, recursive: bool = False, maxdepth: int | None = None) -> None:
        self._count(f"remove {path}")
        super().rm(path, recursive=recursive, maxdepth=maxdepth)

    def _count(self, act: str) -> None:
        cls = type(self)
        if cls.dead:
            raise Died(act)
        cls.acts.append(act)
        if cls.dies_at == len(cls.acts):
            cls.dead = True
            raise Died(act)
        if len(cls.acts) in cls.fails_at:
            raise OSError("the store is busy (503)")


fsspec.register_implementation("flaky", FlakyStore, clobber=True)
