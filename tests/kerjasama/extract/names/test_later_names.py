"""Short forms of names that an article has told before. All sentences here are written for these tests."""

import pytest

from kerjasama.extract.names.later_names import without_people
from kerjasama.extract.names.organisation import Organisation


def body(name: str, rule: str = "tagger") -> Organisation:
    return Organisation(0, len(name.split()), 0, len(name), name, "company", rule)


@pytest.mark.parametrize(
    ("bodies", "names", "kept"),
    [
        ([body("Takeda")], ["Takeda Kenji"], []),
        ([body("Takeda")], ["Mori Kenji"], ["Takeda"]),
        ([body("Takeda")], ["Takeda"], ["Takeda"]),
        ([body("Takeda", "registry")], ["Takeda Kenji"], ["Takeda"]),
        ([body("Takeda"), body("Takeda Motor")], ["Takeda Kenji"], ["Takeda", "Takeda Motor"]),
        ([body("Takeda")], ["Takeda Kenji", "Takeda Yuko"], ["Takeda"]),
    ],
    ids=[
        "the surname of somebody",
        "of nobody",
        "of somebody with a single name",
        "a body that a list knows",
        "a firm called by its founder",
        "of two people",
    ],
)
def test_a_surname_that_the_tagger_takes_for_a_body_is_its_persons(bodies, names, kept):
    assert [one.name for one in without_people(bodies, names)] == kept
