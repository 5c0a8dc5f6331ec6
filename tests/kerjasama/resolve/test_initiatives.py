import random

import pytest

from kerjasama.resolve.initiatives import resolve_initiatives

ACTORS = {
    "act-id": {"kind": "company"},
    "act-jp": {"kind": "company"},
    "act-jp2": {"kind": "company"},
    "act-idn": {"kind": "country"},
    "act-jpn": {"kind": "country"},
    "act-rina": {"kind": "person"},
}
SIDES = {"act-id": "ID", "act-idn": "ID", "act-rina": "ID", "act-jp": "JP", "act-jp2": "JP", "act-jpn": "JP"}


class World:
    """Facts told in articles, each with its parties."""

    def __init__(self):
        self.facts, self.participants, self.articles = [], [], {}

    def tell(self, number, what, parties=("act-id", "act-jp"), stage="planned", **more):
        day = more.pop("published", f"2024-01-{number:02}")
        self.articles[f"a{number}"] = {"published_at": day, "story_id": more.pop("story", f"s{number}")}
        self.facts.append(
            {
                "fact_id": f"f-{number}",
                "article_id": f"a{number}",
                "instrument": "investment",
                "stage": stage,
                "partner_countries": ["JP"],
                "programme": None,
                "object": what,
                "sectors": ["energy"],
                "event_date": None,
                **more,
            }
        )
        for ordinal, actor in enumerate(parties, start=1):
            self.participants.append(
                {
                    "fact_id": f"f-{number}",
                    "actor_id": actor,
                    "ordinal": ordinal,
                    "name": actor,
                    "side": SIDES[actor],
                    "role": "party",
                }
            )
        return self

    def resolve(self):
        return resolve_initiatives(self.facts, self.participants, ACTORS, self.articles)

    def groups(self):
        found = {}
        for fact_id, initiative in self.resolve()[2].items():
            found.setdefault(initiative, []).append(fact_id.removeprefix("f-"))
        return sorted(map(sorted, found.values()))


def test_one_object_of_the_same_parties_is_one_initiative_whatever_its_stage():
    world = (
        World()
        .tell(1, "pabrik baterai di Karawang")
        .tell(2, "pembangunan pabrik baterai Karawang", stage="signed")
    )
    (initiative,), stages, _ = world.resolve()
    assert (initiative["facts"], initiative["articles"], initiative["stories"]) == (2, 2, 2)
    assert initiative["stage"] == "signed"
    assert initiative["name"] == "pabrik baterai di Karawang"
    assert (initiative["first_seen"], initiative["last_seen"]) == ("2024-01-01", "2024-01-02")
    assert [(row["ordinal"], row["stage"], row["date"], row["date_basis"]) for row in stages] == [
        (1, "planned", "2024-01-01", "published"),
        (2, "signed", "2024-01-02", "published"),
    ]


def test_other_objects_or_other_parties_are_other_initiatives():
    world = World().tell(1, "pabrik baterai Karawang").tell(2, "pelatihan perawat lansia")
    world.tell(3, "pabrik baterai Karawang", parties=("act-id", "act-jp2"))
    assert world.groups() == [["1"], ["2"], ["3"]]


def test_a_programme_is_one_initiative_whoever_else_takes_part():
    world = (
        World()
        .tell(1, "enam sektor", programme="Nusa Bridge")
        .tell(2, "tiga sektor", parties=("act-id", "act-jp2"), programme="NUSA BRIDGE")
    )
    assert world.groups() == [["1", "2"]]


def test_the_letters_behind_a_name_make_no_other_initiative_of_it():
    world = World().tell(1, "enam sektor", programme="Nusa Bridge (NB)")
    world.tell(2, "tiga sektor", parties=("act-id", "act-jp2"), programme="Nusa Bridge")
    assert world.groups() == [["1", "2"]]


@pytest.mark.parametrize("forum", ["KTT G20", "Osaka Trade Expo 2024", "Forum Nusa"])
def test_what_is_told_beside_one_forum_is_not_one_initiative(forum):
    world = World().tell(1, "pabrik baterai", programme=forum)
    world.tell(2, "ekspor kopi", parties=("act-id", "act-jp2"), programme=forum)
    world.tell(3, None, ("act-idn", "act-jpn"), programme=forum, instrument="dialogue")
    assert world.groups() == [["1"], ["2"], ["3"]]


def test_countries_alone_need_more_in_common():
    whole = ("act-idn", "act-jpn")
    world = (
        World().tell(1, "pabrik baterai kendaraan listrik", whole).tell(2, "pabrik kendaraan niaga", whole)
    )
    assert world.groups() == [["1"], ["2"]]
    world = (
        World()
        .tell(1, "pabrik baterai kendaraan listrik", whole)
        .tell(2, "pabrik baterai kendaraan listrik", whole)
    )
    assert world.groups() == [["1", "2"]]


def test_meetings_are_one_where_they_are_of_one_day():
    meeting = {"instrument": "dialogue", "stage": "completed"}
    world = (
        World()
        .tell(1, None, event_date="2024-01-01", **meeting)
        .tell(2, None, event_date="2024-01-01", **meeting)
    )
    world.tell(3, None, event_date="2024-03-05", **meeting)
    assert world.groups() == [["1", "2"], ["3"]]


def test_a_running_cooperation_and_the_wish_to_widen_it_are_one():
    world = World().tell(1, "pengiriman perawat", stage="ongoing")
    world.tell(2, "kerja sama itu ditingkatkan", stage="requested", article_id="a1")
    assert world.groups() == [["1", "2"]]


def test_a_meeting_does_not_complete_a_programme():
    world = World().tell(1, "enam sektor", programme="Nusa Bridge", stage="planned")
    world.tell(2, None, programme="Nusa Bridge", stage="completed", instrument="dialogue")
    (initiative,), stages, _ = world.resolve()
    assert initiative["stage"] == "planned"
    assert [row["fact_id"] for row in stages] == ["f-1"]


def test_copies_of_one_story_corroborate_nothing():
    world = World()
    for number in range(1, 6):
        world.tell(number, "pabrik baterai Karawang", story="s1")
    (initiative,), _, _ = world.resolve()
    assert (initiative["articles"], initiative["stories"]) == (5, 1)


def test_a_later_article_keeps_the_identifier():
    one = World().tell(2, "pabrik baterai Karawang").resolve()[2]["f-2"]
    two = World().tell(2, "pabrik baterai Karawang").tell(3, "pabrik baterai Karawang").resolve()[2]
    assert two == {"f-2": one, "f-3": one}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_does_not_matter(seed):
    world = World()
    for number, what in enumerate(
        ["pabrik baterai", "pabrik baterai", "ekspor kopi", "ekspor kopi Gayo"], start=1
    ):
        world.tell(number, what, stage=("planned", "signed", "requested", "ongoing")[number - 1])
    expected = world.resolve()
    random.Random(seed).shuffle(world.facts)
    random.Random(seed).shuffle(world.participants)
    assert world.resolve() == expected


def test_a_fact_without_an_object_is_named_after_its_parties():
    (initiative,), _, _ = World().tell(1, None).resolve()
    assert initiative["name"] == "investment: act-id – act-jp"
