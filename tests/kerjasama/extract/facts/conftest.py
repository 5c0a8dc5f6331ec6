"""Single sentences stand for articles here: the bound on a whole article's facts would hide single rules, and
so would what is told by no rule (`acts/test_whole_sentences.py` asks for that).
"""

import pytest

from kerjasama.extract.facts import facts
from kerjasama.extract.facts.acts import whole_sentences


@pytest.fixture(autouse=True)
def _no_bound_for_whole_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "LEAST_EXPECTED", 0.0)


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_sentences, "LEAST", 2.0)
