"""Single sentences stand for articles here: the bound on a whole article's facts would hide single rules, and
so would what learned models add. Acts that no rule reads are asked for in `acts/test_whole_sentences.py`,
parties that none binds in `slots/test_likely_parties.py`.
"""

import pytest

from kerjasama.extract.facts import facts
from kerjasama.extract.facts.acts import whole_sentences
from kerjasama.extract.facts.slots import likely_parties


@pytest.fixture(autouse=True)
def _no_bound_for_whole_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "LEAST_EXPECTED", 0.0)


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_sentences, "LEAST", 2.0)


@pytest.fixture(autouse=True)
def _parties_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely_parties, "chosen", lambda told: [*told.of_rules, *told.attending])
