"""The day of publication tells a visit under way from one that is over or to come."""

import pytest

from kerjasama.extract.reader import read
from kerjasama.records import Article


@pytest.mark.parametrize(
    ("published", "stage"),
    [("2025-10-18", "planned"), ("2025-10-21", "ongoing"), ("2025-10-30", "completed")],
)
def test_a_visit_of_some_days_is_as_far_as_the_calendar_says(published, stage):
    text = "Perdana Menteri Fiji Josefa Vakal berkunjung ke Indonesia pada 20-22 Oktober 2025."
    facts = read(Article(text=text, published_at=published)).facts
    assert [(fact.instrument, fact.stage) for fact in facts] == [("dialogue", stage)]
