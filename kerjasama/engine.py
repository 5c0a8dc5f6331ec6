"""Run a function over many items: here, on processes of this machine, or on a Dask cluster.

Results come back in the order of the items, whatever finished first, so that the same items give the
same bytes on every engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

SHARD = 64
"""Items a shard: large enough that a worker's start and the pickling cost little beside the work."""


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int = 1,
    cluster: str | None = None,
) -> Iterator[Result]:
    """Yield `function(item)` for every item, in order.

    `workers` > 1 uses that many processes; `cluster` is the address of a Dask scheduler
    (`tcp://host:8786`) and wins over `workers`. The function and the items must be picklable.
    """
    if cluster:
        yield from _on_cluster(function, items, cluster)
    elif workers > 1:
        yield from _on_processes(function, items, workers)
    else:
        yield from map(function, items)


def shards(items: Iterable[Item], size: int = SHARD) -> Iterator[list[Item]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while shard := list(islice(iterator, size)):
        yield shard


def _map_shard(function: Callable[[Item], Result], shard: list[Item]) -> list[Result]:
    return [function(item) for item in shard]


def _on_processes(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int
) -> Iterator[Result]:
    # "spawn": a fork would copy the threads and locks of Dagster's process in whatever state they are.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(_map_shard, function, shard) for shard in shards(items)]
        for future in futures:
            yield from future.result()


def _on_cluster(function: Callable[[Item], Result], items: Iterable[Item], address: str) -> Iterator[Result]:
    try:
        from distributed import Client
    except ImportError as error:
        raise RuntimeError("a Dask cluster needs the extra: pip install 'kerjasama[cluster]'") from error
    with Client(address, set_as_default=False) as client:
        futures = [client.submit(_map_shard, function, shard, pure=False) for shard in shards(items)]
        for future in futures:
            yield from future.result()
