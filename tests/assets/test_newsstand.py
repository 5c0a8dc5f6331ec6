"""Which outlets a live run fetches."""

import pytest

from assets.resources import Newsstand
from kerjasama.sources.config import SourceError
from kerjasama.sources.publishers import publishers


def fetched(*names: str) -> set[str]:
    with Newsstand(source="live", publishers=list(names)).open() as (sources, _):
        return {source.publisher for source in sources}


def test_all_active_outlets_are_fetched_unless_some_are_named():
    active = {outlet.id for outlet in publishers().values() if outlet.active and outlet.sources}
    assert fetched() == active
    assert fetched("antaranews") == {"antaranews"}


def test_an_inactive_outlet_is_fetched_where_it_is_named():
    resting = next(o.id for o in publishers().values() if not o.active and o.sources)
    assert resting not in fetched()
    assert fetched(resting) == {resting}


def test_an_unknown_outlet_is_refused_by_name():
    with pytest.raises(SourceError, match="koranku"):
        fetched("koranku")
