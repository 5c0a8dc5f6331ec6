"""Ties of states and their services: liaison, requests in general words, forums, what lives again.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds, told


def test_an_officer_posted_at_the_other_sides_office_is_cooperation():
    rows = told("Polri menempatkan perwira penghubung di markas Kepolisian Thailand.")
    assert ("general", "ongoing", {"Polri", "Kepolisian Thailand"}) in rows


def test_what_is_asked_of_the_other_side_is_a_request_whatever_it_is():
    rows = told("Kementerian Agama mengajukan permintaan kepada Pemerintah Arab Saudi soal tenda jemaah.")
    assert any(row[:2] == ("general", "requested") for row in rows)


def test_a_forum_of_states_is_joined():
    rows = told("Indonesia resmi bergabung dengan BRICS pada Januari lalu.")
    assert ("general", "completed", {"Indonesia", "BRICS"}) in rows


def test_a_friendship_group_that_was_dormant_lives_again():
    rows = told("Grup persahabatan DPR RI dan Parlemen Maroko yang mati suri resmi diaktifkan kembali.")
    assert ("general", "ongoing", {"DPR RI", "Parlemen Maroko"}) in rows


def test_a_course_rounded_off_is_over():
    rows = told("BNPT bersama UNODC merampungkan lokakarya bagi 30 penyuluh di Mataram.")
    assert ("training_exchange", "completed", {"BNPT", "UNODC"}) in rows


def test_a_joint_statement_is_adopted():
    rows = told("Indonesia dan Vietnam mengadopsi Pernyataan Bersama di Hanoi.")
    assert any(row[:2] == ("agreement", "signed") for row in rows)


def test_planes_of_two_air_forces_that_fly_in_a_drill_train_together():
    rows = told(
        "Enam pesawat TNI AU dan empat jet Angkatan Udara Kerajaan Thailand terbang bergantian dalam "
        "latihan bersama bersandi Elang."
    )
    assert any(row[0] == "training_exchange" for row in rows)


def test_police_forces_joined_by_and_are_two():
    rows = told("Polda Kalimantan Utara dan Polis Diraja Malaysia bekerja sama memburu penyelundup.")
    assert ("general", "ongoing", {"Polda Kalimantan Utara", "Polis Diraja Malaysia"}) in rows


def test_what_both_hold_elsewhere_is_theirs_who_were_told():
    rows = told(
        "BNPT bersama UNODC merampungkan lokakarya pendampingan anak di Mataram. "
        "Kegiatan serupa akan digelar kedua lembaga di Poso pada Oktober mendatang."
    )
    assert ("training_exchange", "planned", {"BNPT", "UNODC"}) in rows
    assert not [row for row in rows if row[0] == "technical_assistance"]


def test_what_came_of_a_cooperation_tells_it():
    rows = told("Kapal riset itu merupakan hasil kolaborasi Universitas Pattimura dengan Universitas Tohoku.")
    assert ("general", "ongoing", {"Universitas Pattimura", "Universitas Tohoku"}) in rows


def test_who_offers_to_help_develop_something_transfers_knowledge():
    rows = told("Prancis siap membantu Indonesia dalam mengembangkan satelit cuaca.")
    assert ("technical_assistance", "planned", {"Indonesia", "Prancis"}) in rows


def test_what_a_thing_makes_possible_is_no_act():
    text = "Balai itu dibangun di Ambon sehingga memungkinkan alih teknologi antara Indonesia dan Jepang."
    assert "technical_assistance" not in {row[0] for row in told(text)}


def test_countries_joined_by_or_go_together():
    rows = told("Indonesia membuka peluang memakai teknologi dari Korea Selatan atau Jepang untuk trem.")
    assert all({"Korea Selatan", "Jepang"} <= names for _, _, names in rows)


def test_the_aim_of_what_is_asked_for_is_not_asked_for():
    rows = told("Indonesia meminta Jepang mengirim tenaga ahli untuk melatih nelayan Bitung.")
    assert {row[:2] for row in rows} == {("technical_assistance", "requested")}


def test_on_that_occasion_those_who_met_are_the_parties():
    rows = told(
        "Presiden Prabowo Subianto menerima Perdana Menteri Jepang Fumio Kishida di Jakarta, Rabu. "
        "Pada kesempatan itu, Indonesia menerima bantuan kapal untuk bencana."
    )
    assert ("finance", "completed", {"Indonesia", "Jepang"}) in rows


def test_the_country_of_a_body_named_right_behind_it_is_no_party():
    rows = told("LAPAN bekerja sama dengan badan antariksa India, ISRO, memantau cuaca.")
    assert [row[2] for row in rows] == [{"LAPAN", "ISRO"}]
    rows = told("Indonesia bekerja sama dengan Jepang, India, dan Australia memantau cuaca.")
    assert {"Jepang", "India", "Australia"} <= rows[0][2]


def test_scholars_of_both_sides_who_work_together_share_what_they_know():
    text = "Dosen Universitas Hasanuddin bekerja sama dengan peneliti dari Kyoto University menggali gua."
    assert kinds(text) == {("technical_assistance", "ongoing")}


def test_who_buys_goods_in_from_abroad_trades_as_who_sells_them_there():
    rows = told("PT Nusa Logam mengimpor mesin dari Australia.")
    assert ("trade", "ongoing", {"PT Nusa Logam", "Australia"}) in rows


def test_bodies_of_both_sides_observe_together():
    text = "Universitas Kyoto akan mengamati hilal bersama BMKG di Kupang."
    assert kinds(text) == {("technical_assistance", "planned")}


def test_churches_and_dioceses_are_bodies():
    rows = told("Keuskupan Atambua meneken nota kesepahaman dengan Gereja Presbiterian Korea.")
    assert ("agreement", "signed", {"Keuskupan Atambua", "Gereja Presbiterian Korea"}) in rows


def test_what_a_foreign_firm_builds_in_a_third_country_is_not_done_with_whom_the_article_is_about():
    rows = told("Gaikindo menunggu aturan. BYD juga membangun pabrik di Rayong, Thailand. Gaikindo menunggu.")
    assert not rows


def test_what_two_foreign_countries_trade_is_not_done_with_whom_the_article_is_about():
    rows = told("Kementan menyiapkan alpukat. Kebutuhan Tiongkok dipasok Peru dan Kenya. Kementan menunggu.")
    assert not rows


def test_payment_codes_of_two_countries_are_a_programme():
    rows = told("Bank Indonesia menggelar jumpa pers. QRIS antarnegara baru diterapkan dengan Thailand.")
    assert ("programme", "ongoing", {"Indonesia", "Thailand"}) in rows


def test_a_programme_that_is_said_to_be_a_tie_is_the_programme():
    text = "Program Laut Biru merupakan bagian dari kerja sama antara Pemerintah Indonesia dan Norwegia."
    assert kinds(text) == {("programme", "ongoing")}


MET = "Gubernur Jambi Rahman Malik bertemu Duta Besar India Ravi Shankar di Jambi. "


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        # A tie that runs, and the wish for more of it, are two facts.
        (
            MET + "Rahman berharap kerja sama yang sudah terjalin antara Jambi dan India bisa ditingkatkan.",
            {("general", "ongoing"), ("general", "requested")},
        ),
        (
            MET + "Rahman berharap kerja sama yang sudah baik antara Jambi dan India ini diperluas.",
            {("general", "ongoing"), ("general", "requested")},
        ),
        (
            "Kerja sama Universitas Jambi dan Universitas Nagoya sudah terjalin lama dan perlu diperluas.",
            {("general", "ongoing"), ("general", "requested")},
        ),
        # What both agree on where they met.
        (MET + "Dalam pertemuan itu, kedua pihak sepakat merapikan aturan teknis.", {("general", "agreed")}),
        # How two sides stand to each other runs, or is to grow.
        ("Hubungan Polri dengan Kepolisian Thailand sudah terjalin lama.", {("general", "ongoing")}),
        (MET + "Gubernur berharap hubungan Jambi dengan India semakin erat.", {("general", "requested")}),
        # What one side promises the other.
        (
            MET + "Dubes Ravi menyatakan negaranya berkomitmen menjadikan Indonesia pusat obat.",
            {("general", "agreed")},
        ),
        (
            MET + "Ravi berjanji memperpanjang masa berlaku visa bagi warga Indonesia.",
            {("general", "agreed")},
        ),
        # What a meeting told before was for.
        (
            "Universitas Jambi bertemu Universitas Nagoya di Jambi. "
            "Kunjungan itu dalam rangka mempersiapkan kerja sama kesehatan.",
            {("general", "planned")},
        ),
        # Talks that both agree on, though neither is named again.
        (MET + "Kedua pihak sepakat mempercepat perundingan perjanjian.", {("agreement", "planned")}),
        # A programme told before is to go on.
        (
            "BNPB dan Pemerintah Australia menjalankan program Siaga Laut. BNPB ingin program ini diperluas.",
            {("programme", "requested")},
        ),
        # Who looks at something on the other side visits it.
        (
            "Duta Besar Jepang Matsuda Hideki meninjau galangan bersama Gubernur Jambi Rahman Malik.",
            {("dialogue", "completed")},
        ),
    ],
)
def test_ties_promises_and_visits_in_the_words_of_the_press(text: str, told_of: set[tuple[str, str]]):
    assert told_of <= {row[:2] for row in told(text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Indonesia memiliki hubungan yang erat dengan India.",
        "Tahun ini 50 tahun hubungan Indonesia dan India.",
        "Pameran itu diharapkan makin mempererat hubungan Indonesia dan India.",
        "Hubungan diplomatik Indonesia dan India sudah berlangsung lama.",
    ],
)
def test_a_relation_praised_or_hoped_of_a_thing_is_no_act(sentence: str):
    assert told(sentence) == []


def test_a_joint_group_with_a_name_of_its_own_is_a_programme():
    text = "Kementerian Perdagangan dan Kementerian Ekonomi Jepang sepakat membentuk {group}."
    assert [row[:2] for row in told(text.format(group="Joint Task Force"))] == [("programme", "agreed")]
    assert [row[:2] for row in told(text.format(group="kelompok kerja bersama"))] == [("general", "agreed")]
