"""Goods called by their brand, whose maker is the other side.

All sentences here are written for these tests.
"""

from told_facts import facts, sides

ORDER = "Helikopter Kestrel buatan Norvik Aero, pabrikan asal Swedia, dipamerkan di Oslo. "


def test_the_maker_of_a_brand_sells_it():
    told = facts(ORDER + "Indonesia tengah menunggu kedatangan empat unit Kestrel pada 2027.")
    assert [(f.instrument, f.stage) for f in told] == [("trade", "planned")]
    assert sides(told[0]) == {("Indonesia", "ID"), ("Norvik Aero", "SE")}


def test_a_common_noun_is_no_brand():
    told = facts(
        "Helikopter buatan Norvik Aero, pabrikan asal Swedia, dipamerkan di Oslo. Harga helikopter mahal. "
        "Helikopter Indonesia sudah tua."
    )
    assert not told


def test_what_is_delivered_was_sold_to_who_was_told_before():
    told = facts(
        "PT Rantai Baja menandatangani kontrak dengan Kivi Oy asal Finlandia. "
        "PT Rantai Baja memberangkatkan dua peti kemas pekan lalu."
    )
    trade = [f for f in told if f.instrument == "trade"]
    assert [sides(f) for f in trade] == [{("PT Rantai Baja", "ID"), ("Kivi Oy", "FI")}]
