"""Places of facts: short sentences, what each names as a place and by which rule."""

import pytest
from told_facts import facts

from kerjasama.codebook import load


def places(text: str, instrument: str | None = None) -> tuple[str, ...]:
    """The Indonesian places of the first fact of an instrument."""
    found = facts(text)
    return next(f for f in found if instrument in (None, f.instrument)).places


def towns(text: str, instrument: str | None = None) -> tuple[str, ...]:
    """The foreign places of the first fact of an instrument."""
    found = facts(text)
    return next(f for f in found if instrument in (None, f.instrument)).foreign_places


BUILDS = "Kitagawa Corporation, perusahaan Jepang, menggandeng PT Kaca Arta membangun pabrik kaca di {}."


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("Kabupaten Tegal, Jawa Tengah", ("33.28", "ID-JT")),
        ("Tegal", ("33.76",)),
        ("Kalimantan", ()),
        ("Sumatra Barat", ("ID-SB",)),
        ("Nunukan", ("65.03",)),
        ("Jakarta Utara", ("31.72",)),
        ("Ibu Kota Nusantara", ("ID-KI",)),
        ("Cikarang", ("32.16",)),
        ("Papua Barat Daya", ("ID-PD",)),
    ],
)
def test_a_region_is_told_by_its_code(place: str, codes: tuple[str, ...]):
    assert places(BUILDS.format(place)) == codes


def test_every_regency_and_city_has_a_province():
    codes = load("places")
    assert {code[:2] for code in codes["names"] if not code.startswith("ID-")} == set(codes["provinces"])
    assert set(codes["provinces"].values()) | set(codes["inside"].values()) <= set(codes["names"])


def test_a_bare_name_is_the_region_that_the_article_names_with_its_level():
    text = BUILDS.format("Tegal") + " Pemerintah Kabupaten Tegal menyediakan lahannya."
    assert places(text, "investment") == ("33.28",)


@pytest.mark.parametrize(
    "sentence",
    [
        "PT Bogor Sejahtera mengekspor 20 ton kopi ke Jepang.",
        "Konsul Jenderal Jepang di Surabaya bertemu Menteri Perdagangan Rudi Hartanto.",
        "Menteri Perdagangan Rudi Hartanto bertemu Duta Besar Jepang, ujar stafnya di Bandung, Senin.",
        "Menteri Perdagangan Rudi Hartanto bertemu Dubes Jepang membahas investasi di Lampung.",
        "Australia meminta Jakarta mengirim dokter hewan.",
        "Japan Foundation Jakarta menggelar pelatihan bagi guru Indonesia.",
        "Perusahaan Jepang Kitagawa Corporation membangun pabrik kaca di Indonesia, bukan di Bekasi.",
        "Indonesia mengirim beras ke Papua Nugini.",
        "Liputan6.com, JakartaIndonesia mengekspor kopi ke Jepang.",
    ],
)
def test_what_is_no_place_of_the_act(sentence: str):
    assert {f.places for f in facts(sentence)} == {()}


def test_a_quarter_is_not_the_regency_of_its_name():
    met = "Menteri Perdagangan Rudi Hartanto bertemu Dubes Jepang di Gedung Arta, {}, Senin."
    assert places(met.format("Subang, Jakarta")) == ("ID-JK",)
    assert places(met.format("Subang, Jawa Barat")) == ("32.13", "ID-JB")
    sold = "Indonesia mengekspor kopi dari Subang, Lampung, dan Bali ke Jepang."
    assert places(sold) == ("32.13", "ID-LA", "ID-BA")


def test_a_place_is_told_by_where_the_article_says_that_it_lies():
    text = (
        "Pelabuhan Karangbayu, Lombok Timur, sudah lama dirancang. "
        "Jepang memberi pinjaman untuk pembangunan Pelabuhan Karangbayu kepada Indonesia."
    )
    assert places(text) == ("52.03",)


def test_the_sentence_behind_tells_where_a_meeting_was():
    met = "Presiden Prabowo Subianto bertemu Perdana Menteri Jepang. "
    assert places(met + "Pertemuan itu berlangsung di Istana Merdeka, Jakarta.") == ("ID-JK",)
    assert towns(met + "Pertemuan itu berlangsung di Osaka.") == ("Osaka",)
    assert places(met + "Cuaca itu biasa di Jakarta.") == ()


def test_the_sentence_behind_takes_up_a_thing_of_the_fact():
    lent = "Bank Pembangunan Asia menyetujui pinjaman kepada Indonesia untuk irigasi. "
    assert places(lent + "Jaringan irigasi tersebut mengairi sawah di Lampung.") == ("ID-LA",)
    assert places(lent + "Lembaga itu punya cabang di Lampung.") == ()


def test_a_building_pointed_back_at_stands_where_it_was_told_to():
    built = "Sebuah pabrik berdiri di Kabupaten Batang, Jawa Tengah. "
    paid = "Pabrik {}dibiayai hibah JICA kepada Indonesia."
    assert places(built + paid.format("itu ")) == ("33.25",)
    assert places(built + paid.format("")) == ()


def test_the_region_of_a_party_where_nothing_else_is_named():
    first = "Pemerintah Kota Ambon dan Pemerintah Kota Yaizu, Jepang, bekerja sama. "
    assert places(first) == ("81.71",)
    assert places("SMK Taruna Bantul menandatangani nota kesepahaman dengan Universitas Kyoto.") == ("34.02",)
    asked = first + "Wali kota mengundang pengusaha Jepang menanamkan modal{}."
    assert places(asked.format(" di Tual"), "investment") == ("81.72",)
    assert places(asked.format(""), "investment") == ("81.71",)


def test_whose_head_travels_abroad_is_no_place_of_the_meeting():
    met = "Gubernur Jawa Timur Ratih Kusuma bertemu Menteri Luar Negeri Jepang{}."
    assert places(met.format("")) == ("ID-JI",)
    assert places(met.format(" di Tokyo")) == ()


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("St. Petersburg", "St. Petersburg"),
        ("Vienna", "Vienna"),
        ("San Fransisco", "San Francisco"),
        ("Lima, Peru", "Lima"),
    ],
)
def test_foreign_towns_are_told_as_printed_but_spelt_right(printed: str, told: str):
    text = f"Menteri Perdagangan Rudi Hartanto bertemu Menteri Perdagangan Jepang di {printed}."
    assert towns(text) == (told,)


def test_where_a_firm_comes_from_or_sits_is_no_foreign_place():
    text = "Kitagawa Corporation, perusahaan Jepang {} Osaka, membangun pabrik kaca di Karawang."
    assert towns(text.format("asal")) == ()
    assert towns(text.format("berbasis di")) == ()


def test_each_place_names_its_rule():
    fact = facts(BUILDS.format("Bekasi"))[0]
    rules = {(a.slot, a.rule) for a in fact.anchors if a.slot == "places"}
    assert rules == {("places", "place.own")}
