"""Single sentences stand for articles here: the bound on a whole article's facts would hide single rules."""

import pytest

from kerjasama.extract.facts import facts


@pytest.fixture(autouse=True)
def _no_bound_for_whole_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "LEAST_EXPECTED", 0.0)
