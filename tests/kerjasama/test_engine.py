"""The engine gives the same results in the same order here, on processes and on a cluster."""

import pytest

from kerjasama import engine


def double(number: int) -> int:
    return number * 2


def refuse_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def test_order_is_kept_on_processes():
    numbers = list(range(engine.SHARD * 3 + 5))
    assert list(engine.run(double, numbers, workers=2)) == [double(n) for n in numbers]


def test_a_failure_on_a_process_reaches_the_caller():
    with pytest.raises(ValueError, match="seven"):
        list(engine.run(refuse_seven, range(20), workers=2))


def test_same_results_on_a_dask_cluster():
    from distributed import LocalCluster

    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster:
        found = list(engine.run(double, range(200), cluster=cluster.scheduler_address))
    assert found == [double(n) for n in range(200)]


def test_shards_cover_all_items_once():
    assert [item for shard in engine.shards(range(150), 64) for item in shard] == list(range(150))
    assert [len(shard) for shard in engine.shards(range(150), 64)] == [64, 64, 22]
