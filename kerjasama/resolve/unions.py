"""Sets that merge: who belongs together, whatever the order in which it is found out."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Unions(Generic[T]):
    """Disjoint sets. The item given first stands for its set."""

    def __init__(self, items: Iterable[T] = ()):
        self._parent: dict[T, T] = {}
        self._rank: dict[T, int] = {}
        for item in items:
            self.add(item)

    def add(self, item: T) -> None:
        """Makes `item` known, as a set of its own."""
        if item not in self._parent:
            self._rank[item] = len(self._rank)
            self._parent[item] = item

    def find(self, item: T) -> T:
        """The item that stands for the set of `item`; KeyError where it is unknown."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, a: T, b: T) -> None:
        """Merges the sets of `a` and `b`."""
        first, second = sorted((self.find(a), self.find(b)), key=self._rank.__getitem__)
        self._parent[second] = first

    def groups(self) -> dict[T, list[T]]:
        """The sets by the item that stands for each, members in the order in which they were given."""
        found: dict[T, list[T]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return found
