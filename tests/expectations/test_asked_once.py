"""Great Expectations is asked once of the same rows and rules, and anew as soon as any of them differs."""

import pandas as pd
import pytest
from small_world import changed

from expectations.asked_once import AskedOnce, fingerprint
from expectations.frames import Frames
from expectations.suite import execute
from kerjasama.schema import PUBLISHED
from outputs.table_files import public_table

FRAME = pd.DataFrame({"text": ["a", None, "ü"], "number": [1, 2, 3], "good": [True, True, False]})


def test_the_same_content_has_one_fingerprint() -> None:
    again = pd.DataFrame({name: FRAME[name].tolist() for name in FRAME})
    assert fingerprint(FRAME, ["suite", 1]) == fingerprint(again, ["suite", 1])


@pytest.mark.parametrize(
    "other",
    [
        FRAME.assign(text=["a", "", "ü"]),
        FRAME.assign(number=[1, 2, 4]),
        FRAME.assign(number=[1.0, 2.0, 3.0]),
        FRAME.assign(good=[True, True, True]),
        FRAME.rename(columns={"text": "words"}),
        FRAME[["number", "text", "good"]],
        FRAME.iloc[::-1],
        FRAME.iloc[:2],
    ],
)
def test_whatever_differs_in_a_frame_is_another_question(other: pd.DataFrame) -> None:
    assert fingerprint(FRAME, ["suite"]) != fingerprint(other, ["suite"])
    assert fingerprint(FRAME, ["suite"]) != fingerprint(FRAME, ["another suite"])


def test_an_answer_serves_until_others_took_its_place() -> None:
    asked: list[int] = []
    known = AskedOnce(most=2)

    def answer(number: int) -> int:
        return known.answer(FRAME, [number], lambda: asked.append(number) or number)

    assert [answer(number) for number in (1, 1, 2, 1, 3, 1, 2)] == [1, 1, 2, 1, 3, 1, 2]
    assert asked == [1, 2, 3, 2]


def test_the_release_does_not_ask_again_what_the_asset_checks_asked(tables) -> None:
    """A release holds the public columns alone; the rules and the rows that they are about are the same."""
    published = {name: public_table(name, tables[name]) for name in PUBLISHED if name in tables}
    when_made = execute("facts", Frames(tables)).raw.results
    when_released = execute("facts", Frames({**tables, **published})).raw.results
    assert [one is two for one, two in zip(when_made, when_released, strict=True)] == [True] * len(when_made)


def test_a_row_that_was_altered_since_is_asked_about_anew(tables) -> None:
    before = execute("facts", Frames(tables))
    after = execute("facts", Frames(changed(tables, "facts", 0, stage="entah")))
    assert all(outcome.success for outcome in before.outcomes)
    assert [outcome.rule_id for outcome in after.outcomes if not outcome.success] == [
        "facts.stage.vocabulary"
    ]


def test_a_limit_that_was_altered_since_is_asked_about_anew(tables) -> None:
    """The rows are the same; what is compared with them is not."""
    fewer = {**tables, "previous:facts": tables["facts"], "previous:articles": tables["articles"]}
    fewer["facts"] = tables["facts"].slice(3)
    found = {
        limit: {
            o.rule_id: o.success
            for o in execute("facts", Frames(fewer, {"maximum_loss": limit, "minimum_facts": 1})).outcomes
        }
        for limit in (0.0, 1.0)
    }
    assert [found[limit]["facts.no_publisher_lost_facts"] for limit in (0.0, 1.0)] == [False, True]
