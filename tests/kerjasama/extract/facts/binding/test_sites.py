"""Places that stand for a country as a party.

All sentences here are written for these tests.
"""

from told_facts import facts, sides


def test_who_builds_where_the_article_is_builds_in_indonesia():
    told = facts(
        "Warga Kabupaten Kebumen menunggu kabar. Nordfisk Foods, produsen pakan asal Norwegia, "
        "membangun pabrik pakan senilai Rp90 miliar."
    )
    assert [(f.instrument, f.stage) for f in told] == [("investment", "ongoing")]
    assert sides(told[0]) == {("Indonesia", "ID"), ("Nordfisk Foods", "NO")}


def test_who_builds_in_a_town_abroad_builds_there():
    assert not facts(
        "Warga Kabupaten Kebumen menunggu kabar. Nordfisk Foods, produsen pakan asal Norwegia, "
        "membangun pabrik pakan di Hanoi senilai Rp90 miliar."
    )


def test_goods_from_a_place_at_home_are_indonesias():
    told = facts("Dua kontainer kepiting asal Tarakan dilepas ke Tiongkok, Rabu.")
    assert [(f.instrument, f.stage) for f in told] == [("trade", "completed")]
    assert ("Indonesia", "ID") in sides(told[0])
