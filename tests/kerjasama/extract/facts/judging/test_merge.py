"""Which candidates tell one fact.

All sentences here are written for these tests.
"""

import pytest
from told_facts import facts, told

CONTRACT = "PT Rantai Baja meneken kontrak pembelian dengan Kivi Oy asal Finlandia. "


def test_a_contract_and_a_letter_of_intent_are_two_documents():
    documents = facts(CONTRACT + "PT Rantai Baja meneken letter of intent dengan Kivi Oy tentang riset baja.")
    assert [f.instrument for f in documents] == ["agreement", "agreement"]


def test_what_is_halted_for_a_time_is_halted_once():
    text = (
        "Kerja sama Pemerintah Kota Semarang dengan USAID dihentikan sementara. "
        "Pemerintah Kota Semarang mengatakan kerja sama dengan USAID itu sudah dihentikan sejak Mei."
    )
    assert [row[:2] for row in told(text)] == [("general", "suspended")]


def test_a_contract_told_again_is_one():
    documents = facts(
        CONTRACT + "Penandatanganan kontrak PT Rantai Baja dan Kivi Oy disaksikan Bupati Garut."
    )
    assert [f.instrument for f in documents] == ["agreement"]


def test_what_a_contract_is_signed_for_is_its_content():
    documents = facts(
        "PT Rantai Baja menandatangani kontrak dengan Kivi Oy asal Finlandia untuk memproduksi bersama bus."
    )
    assert [f.instrument for f in documents] == ["agreement"]


def test_a_state_and_its_government_sign_one_document():
    told = facts(
        "Pemerintah Indonesia dan Prancis meneken perjanjian air bersih. Penandatanganan perjanjian itu "
        "dilakukan oleh Deputi Bappenas Dedi Wiranata dan Duta Besar Prancis Laurence Bellefond."
    )
    assert [f.instrument for f in told] == ["agreement"]


def test_a_promise_is_what_is_promised():
    told = facts("Peru bersepakat untuk segera mengumumkan peluncuran perundingan Indonesia-Peru CEPA.")
    assert [(f.instrument, f.stage) for f in told] == [("agreement", "planned")]


def test_each_document_of_a_list_is_told_and_what_announces_the_list_is_not():
    told = facts(
        "Presiden Joko Widodo dan PM Fiji Sitiveni Rabuka menyaksikan pertukaran dua MoU, yaitu:\n"
        "1. MoU antara Kementerian Kesehatan Indonesia dan Kementerian Kesehatan Fiji tentang dokter\n"
        "2. MoU antara Kementerian Pertanian Indonesia dan Kementerian Pertanian Fiji tentang kelapa"
    )
    documents = [{p.name for p in f.participants} for f in told if f.instrument == "agreement"]
    assert len(documents) == 2
    assert {"Indonesia", "Fiji"} not in documents


def test_a_heading_inside_the_text_tells_nothing_of_its_own():
    text = (
        "Kemenperin membina tenaga kerja pabrik.\nGandeng Korea\n"
        "Kemenperin dan Korea Mold Association menggelar pelatihan bagi guru SMK pada Mei 2023."
    )
    assert {row[0] for row in told(text)} == {"training_exchange"}


def test_cooperation_with_anybody_only_leads_to_what_is_told():
    text = (
        "Kemenperin terus memperkuat kolaborasi dengan mitra internasional. "
        "Kemenperin dan METI Jepang menandatangani nota kesepahaman tentang vokasi."
    )
    assert {row[0] for row in told(text)} == {"agreement"}


def test_what_a_cooperation_covers_is_no_fact_of_its_own():
    text = (
        "Kemenkop dan Kementerian Perindustrian Vietnam meneken nota kesepahaman di Hanoi. "
        "Beberapa kegiatan yang akan digelar kedua negara meliputi lokakarya dan alih teknologi."
    )
    assert {row[0] for row in told(text)} == {"agreement"}


def test_the_forms_that_a_cooperation_takes_are_no_facts_of_their_own():
    text = (
        "Kemenkop dan Vietnam meneken nota kesepahaman di Hanoi. Kerja sama tersebut dijalankan dalam bentuk "
        "pelatihan dengan tenaga ahli dari Vietnam, serta pemberian hibah mesin."
    )
    assert {row[0] for row in told(text)} == {"agreement"}


def test_a_deal_that_is_carried_out_is_not_told_again():
    text = (
        "Kesepakatan tersebut kemudian diwujudkan dalam bentuk kerja sama antara PT Baja Jaya dan Kivi Oy "
        "asal Finlandia."
    )
    assert "agreement" not in {row[0] for row in told(text)}


def test_a_document_that_is_denied_was_not_signed():
    text = (
        "Menaker membantah adanya rencana pengiriman 20 ribu TKI ke Yordania lewat penandatanganan nota "
        "kesepahaman."
    )
    assert ("agreement", "signed") not in {row[:2] for row in told(text)}


def test_who_watches_the_signing_told_before_signs_nothing():
    told = facts(CONTRACT + "Penandatanganan kontrak itu disaksikan Duta Besar Finlandia Pekka Kaihilahti.")
    assert [f.instrument for f in told] == ["agreement"]


def test_an_agency_signs_for_its_ministry():
    text = (
        "Kementerian Perindustrian (Kemenperin) meneken MoU dengan Czech Foundry Center. Penandatanganan MoU "
        "yang dilakukan oleh Badan Pengembangan Sumber Daya Manusia Industri Kemenperin dengan Czech Foundry "
        "Center itu digelar di Jakarta."
    )
    assert [row[0] for row in told(text)] == ["agreement"]


def test_a_document_agreed_on_and_signed_is_one():
    rows = told(
        "Pemerintah Kota Hefei, China, dan Pemerintah Kota Magelang bersepakat menjalin kota kembar. Nota "
        "kesepahaman itu ditandatangani Wali Kota Hefei Ling Yun dan Wali Kota Magelang Sigit Widodo."
    )
    assert [row[:2] for row in rows] == [("agreement", "signed")]


@pytest.mark.parametrize(
    "named",
    ["sepakat membentuk kelompok kerja bersama", "sepakat memulai kerja sama sister province"],
)
def test_a_twinning_and_a_working_group_are_told_beside_plain_cooperation(named: str):
    text = f"Pemerintah Provinsi Bali dan Pemerintah Prefektur Aichi {named}. "
    later = "Pemerintah Provinsi Bali dan Pemerintah Prefektur Aichi sepakat memperluas kerja sama."
    assert [row[:2] for row in told(text + later)] == [("general", "agreed"), ("general", "agreed")]


def test_what_is_only_an_example_of_a_cooperation_does_not_stand_for_it():
    text = (
        "Kerja sama BSSN dan Kedutaan Besar Inggris telah dilaksanakan, {} menyelenggarakan lokakarya "
        "keamanan siber."
    )
    assert {row[0] for row in told(text.format("antara lain dengan"))} == {"general", "training_exchange"}
    assert {row[0] for row in told(text.format("dengan"))} == {"training_exchange"}


def test_cooperation_older_than_the_document_is_told_beside_it():
    text = (
        "Universitas Hasanuddin menandatangani MoU dengan Universitas Kagoshima. Kerja sama Universitas "
        "Hasanuddin dan Universitas Kagoshima sudah terjalin {}."
    )
    assert [row[0] for row in told(text.format("erat"))] == ["agreement"]
    assert [row[0] for row in told(text.format("sejak 2014"))] == ["agreement", "general"]


def test_what_is_agreed_on_and_then_put_on_paper_is_the_document():
    text = (
        "Kementerian Koperasi dan UKM dan Kementerian Usaha Fiji sepakat bekerja sama dalam pelatihan. Kerja "
        "sama tersebut dituangkan dalam nota kesepahaman yang ditandatangani di Jakarta."
    )
    assert {row[:2] for row in told(text)} == {("agreement", "signed")}


def test_what_is_a_joint_programme_is_told_once():
    text = "Penempatan perawat ke Korea merupakan program kerja sama antara Pemerintah Indonesia dan Korea."
    assert {row[0] for row in told(text)} == {"programme"}


def test_who_meets_is_told_by_the_sentence_that_names_the_most_of_them():
    text = (
        "Menteri Perdagangan Budi Santoso bertemu Menteri Ekonomi Jepang Yoji Muto membahas tarif. Dalam "
        "pertemuan itu Budi Santoso bertemu Yoji Muto dan Menteri Pertanian Jepang Taku Eto."
    )
    (fact,) = facts(text)
    assert {p.name for p in fact.participants} == {"Budi Santoso", "Yoji Muto", "Taku Eto"}


@pytest.mark.parametrize("partner", ["perusahaan lokal", "produsen lokal"])
def test_a_partner_without_a_name_is_the_one_with_a_name(partner: str):
    rows = told(
        "Pabrik itu merupakan kolaborasi antara PT Rantai Baja dan Kivi Oy asal Finlandia. "
        f"Kivi Oy menjalin kemitraan dengan {partner} sejak lama."
    )
    assert [row[2] for row in rows] == [{"PT Rantai Baja", "Kivi Oy"}]
