"""Who takes part in a fact: names and sides.

All sentences here are written for these tests.
"""

import pytest
from told_facts import facts, sides

from kerjasama.extract.facts.sentences.scenes import scenes


def names(text: str) -> set[str]:
    """The participants of the first fact."""
    return {p.name for p in facts(text)[0].participants}


def test_bodies_and_people_of_a_signing_stand_side_by_side():
    fact = facts(
        "Nota kesepahaman Universitas Gadjah Mada dengan Kyoto University ditandatangani Rektor UGM Ova "
        "Emilia dan Presiden Kyoto University Nagahiro Minato di Kyoto."
    )[0]
    assert {(p.name, p.role) for p in fact.participants} == {
        ("Universitas Gadjah Mada", "party"),
        ("Kyoto University", "party"),
        ("Ova Emilia", "signatory"),
        ("Nagahiro Minato", "signatory"),
    }


def test_who_only_stands_before_a_passive_signing_does_not_sign():
    found = names(
        "Dalam kunjungan Presiden Emmanuel Macron ke Indonesia, sebanyak 12 MoU antara Indonesia dan Prancis "
        "ditandatangani di Jakarta."
    )
    assert found == {"Indonesia", "Prancis"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "PT Astra International Tbk, PT PLN (Persero), PT Pertamina (Persero) menjalin kerja sama dengan "
            "Toyota Motor Corporation.",
            {"PT PLN (Persero)", "PT Pertamina (Persero)", "PT Astra International Tbk"},
        ),
        (
            "PT Toyota Motor Manufacturing Indonesia mengekspor mobil ke Thailand, Vietnam, sampai Meksiko.",
            {"Thailand", "Vietnam", "Meksiko"},
        ),
        (
            "Proyek itu dibangun lewat kerja sama Adhi Karya, Wijaya Karya, dan China Road and Bridge "
            "Corporation.",
            {"Adhi Karya", "Wijaya Karya", "China Road and Bridge Corporation"},
        ),
    ],
)
def test_an_enumeration_is_taken_whole(sentence: str, expected: set[str]):
    assert expected <= names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Perusahaan asing asal Jepang, Toyota Motor Corporation, menanamkan modal di Indonesia.",
        "Perusahaan mobil asal Amerika Serikat (AS) Ford Motor Company menanamkan modal di Indonesia.",
    ],
)
def test_what_describes_a_firm_is_no_party_beside_it(sentence: str):
    assert not any("asal" in name or name in ("Jepang", "Amerika Serikat") for name in names(sentence))


def test_who_says_we_is_the_party():
    found = names(
        "Menteri Perindustrian Agus Gumiwang Kartasasmita berpidato di Jakarta. "
        '"Kami berharap JICA mengirim tenaga ahli yang dibutuhkan Indonesia," kata Agus.'
    )
    assert "Kementerian Perindustrian" in found


def test_a_bodys_title_is_no_subject_of_a_tie_between_countries():
    found = names(
        "Direktur Bank Mandiri Darmawan Junaidi berharap kantor itu mempererat hubungan ekonomi dan kerja "
        "sama antara Indonesia dan Taiwan."
    )
    assert found == {"Indonesia", "Taiwan"}


def test_whose_policy_is_discussed_does_not_meet():
    found = names(
        "Menteri Perdagangan Zulkifli Hasan bertemu Perdana Menteri Malaysia Anwar Ibrahim membahas "
        "kebijakan tarif Donald Trump."
    )
    assert "Donald Trump" not in found


def test_a_governor_speaks_for_his_province():
    found = names(
        "Gubernur Jawa Timur Khofifah Indar Parawansa berbicara di Surabaya. "
        '"Kami menyiapkan ekspor kopi ke Jepang bulan depan," ujar Khofifah.'
    )
    assert "Pemerintah Provinsi Jawa Timur" in found


def test_a_firm_pointed_at_is_the_one_named_last():
    found = facts(
        "Hyundai Motor Company menjual mobil listrik. Produsen asal Korea Selatan itu menjalin kerja sama "
        "dengan PT Handal Indonesia Motor."
    )
    assert {p.name for p in found[0].participants} == {"Hyundai Motor Company", "PT Handal Indonesia Motor"}


def test_who_watches_a_signing_is_its_facilitator():
    fact = facts(
        "Menteri Perdagangan Zulkifli Hasan menyaksikan penandatanganan nota kesepahaman PT Kopi Gayo dengan "
        "Toyota Motor Corporation oleh Direktur PT Kopi Gayo Budi Santoso."
    )[0]
    roles = {p.name: p.role for p in fact.participants}
    assert (roles["Zulkifli Hasan"], roles["Budi Santoso"]) == ("facilitator", "signatory")


def test_a_foreign_ministry_acts_for_its_country_but_an_embassy_for_itself():
    found = names("Kementerian Luar Negeri dan Toyota Motor Corporation bekerja sama mempromosikan kopi.")
    assert found == {"Indonesia", "Toyota Motor Corporation"}
    found = names("KBRI Tokyo dan Toyota Motor Corporation bekerja sama mempromosikan kopi.")
    assert found == {"KBRI Tokyo", "Toyota Motor Corporation"}


def test_alumni_of_a_country_are_at_home_here():
    fact = facts("Alumni Jepang berharap pemerintah Jepang menambah beasiswa dan pertukaran pelajar.")[0]
    assert ("Alumni Jepang", "ID") in {(p.name, p.side) for p in fact.participants}


def test_a_group_may_carry_its_short_form_and_several_places():
    found = names(
        "Perusahaan Jepang siap bermitra dengan 30 industri kecil dan menengah (IKM) di Tegal dan Klaten "
        "sebagai pemasok."
    )
    assert "industri kecil dan menengah (IKM) di Tegal dan Klaten" in found


def test_villagers_of_a_place_that_no_list_holds_are_at_home():
    found = names("Tokyo Dairy Co Ltd asal Jepang mengirim dua ahli untuk membimbing peternak Ngancar.")
    assert "peternak Ngancar" in found


def test_a_country_that_only_names_a_language_or_a_fair_is_no_party():
    assert names("Nippon Suisan Co Ltd melatih 12 guru bahasa Inggris dari SMK Negeri 1 Garut.") == {
        "Nippon Suisan Co Ltd",
        "SMK Negeri 1 Garut",
    }
    assert "Indonesia" not in names(
        "Di sela Trade Expo Indonesia, Koperasi Sari Laut menandatangani kontrak dengan Nippon Suisan Co Ltd."
    )


def test_a_delegation_meets_itself_and_asks_for_its_country():
    met = "Menteri Pertanian Amran Sulaiman bertemu dengan delegasi Jepang"
    assert names(f"{met}, Rabu.") == {"Amran Sulaiman", "delegasi Jepang"}
    assert names(f"{met} dari Japan Jakarta Club, Rabu.") == {"Amran Sulaiman", "Japan Jakarta Club"}
    assert names("Delegasi Polandia mengusulkan kerja sama dengan Kementerian Ketenagakerjaan.") == {
        "Kementerian Ketenagakerjaan",
        "Polandia",
    }


def test_a_region_invested_in_is_the_party_where_the_article_knows_it_as_a_body():
    found = names(
        "Konsul Jenderal Jepang Takeyama Kenichi menemui Pemerintah Provinsi Jawa Timur. "
        '"Saya ingin melebarkan investasi dari Jepang ke Jatim," kata Takeyama.'
    )
    assert "Indonesia" not in found


def test_people_placed_somewhere_are_of_the_body_that_places_them():
    text = "Nippon Suisan Co Ltd menempatkan dua insinyur di Gresik untuk riset bersama PT Pupuk Raya."
    assert "dua insinyur di Gresik" not in names(text)


def test_the_head_of_a_region_whose_name_is_also_a_word_acts_for_it():
    assert names("Bupati Alor menandatangani nota kesepahaman dengan Tanaka Foods dari Jepang.") >= {
        "Pemerintah Kabupaten Alor"
    }


def test_a_body_from_abroad_at_a_place_is_no_group_of_that_place():
    told = facts("Bank Dunia di Jawa Tengah memberikan hibah Rp3 miliar kepada Koperasi Tani Makmur.")
    assert sides(told[0]) >= {("Bank Dunia", "INT")}


def test_the_country_that_a_body_is_from_is_no_party_beside_it():
    told = facts("Kivi Oy asal Finlandia bersama PT Sari Laut mendirikan usaha patungan di Garut.")
    assert sides(told[0]) == {("Kivi Oy", "FI"), ("PT Sari Laut", "ID")}


@pytest.mark.parametrize("group", ["investor dari sejumlah negara", "investor baru dari kawasan ASEAN"])
def test_a_group_of_states_or_of_their_region_is_one_party(group):
    text = f"Pemerintah Kota Ambon mengajak {group} menanamkan modal."
    (scene,) = scenes(text, [(0, len(text), 0)], [], [])
    assert group in {party.name for party in scene.parties}


def test_a_neighbour_at_the_border_is_a_place():
    text = (
        "Bupati Belu meminta kepada Kementerian Perhubungan membangun pasar di perbatasan dengan Timor Leste."
    )
    scene = scenes(text, [(0, len(text), 0)], [], [])[0]
    assert {p.name for p in scene.parties if p.start in scene.located} == {"Timor Leste"}


def test_a_group_that_a_body_in_commas_explains_is_that_body():
    text = "Mitra Jepang dalam proyek itu, Tohoku Chinetsu KK, menjual sahamnya kepada PT Panas Raya."
    assert "Tohoku Chinetsu KK" in names(text)
    assert "Mitra Jepang" not in names(text)


def test_a_house_by_its_name_is_where_something_happens():
    text = "Penandatanganan kerja sama itu berlangsung di Hotel Papandayan, Bandung."
    assert not scenes(text, [(0, len(text), 0)], [], [])[0].parties
