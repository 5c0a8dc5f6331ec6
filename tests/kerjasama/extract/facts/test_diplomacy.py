"""Visits, talks and agreements in the press's many words.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds, told

PARTNERS = "Menteri Luar Negeri Sugiono bertemu Menteri Luar Negeri Cile Alberto van Klaveren di Santiago. "
DEAL = "Kementerian Pertanian membahas perjanjian dagang Indonesia–Cile dengan Cile. "


@pytest.mark.parametrize(
    "text",
    [
        "Menteri Hukum Supratman dan Menteri Kehakiman Serbia membubuhkan tanda tangan pada perjanjian "
        "ekstradisi Indonesia–Serbia.",
        "Perjanjian ekstradisi Indonesia dan Serbia dibubuhi tanda tangan kedua menteri.",
        "Perjanjian ekstradisi Indonesia dan Serbia yang digantung sejak 2018 akhirnya diteken.",
        "Indonesia dan Serbia memperbarui nota kesepahaman tentang keamanan siber.",
    ],
)
def test_a_document_is_signed_in_many_words(text: str):
    assert ("agreement", "signed") in kinds(text)


def test_initials_are_no_signature():
    assert kinds("Indonesia dan Serbia memaraf perjanjian ekstradisi.") == {("agreement", "agreed")}


def test_a_signing_planned_for_a_month_is_to_come():
    rows = kinds("Penandatanganan nota kesepahaman Indonesia dan Polandia direncanakan pada Mei 2025.")
    assert rows == {("agreement", "planned")}


@pytest.mark.parametrize(
    "verb",
    ["duduk satu meja dengan", "bersemuka dengan", "bertandang ke kantor", "berembuk dengan", "disambangi"],
)
def test_people_meet_in_many_words(verb: str):
    text = f"Menteri Pertahanan Sjafrie Sjamsoeddin {verb} Menteri Pertahanan Jepang Nakatani Gen di Jakarta."
    assert ("dialogue", "completed", {"Sjafrie Sjamsoeddin", "Nakatani Gen"}) in told(text)


def test_who_has_an_agreement_tells_of_one_that_exists():
    assert ("agreement", "ongoing") in kinds(
        "Hingga kini Indonesia memiliki perjanjian ekstradisi dengan Malaysia."
    )


def test_each_item_of_a_list_is_a_deal_of_its_own():
    rows = told(
        "Presiden Prabowo Subianto dan Presiden Madagaskar Andry Rajoelina bertemu di Jakarta, Kamis.\n"
        "1. Perjanjian bebas visa antara Indonesia dan Madagaskar.\n"
        "2. Nota kesepahaman antara Universitas Brawijaya dan Kementerian Pertanian Madagaskar.\n"
    )
    assert len([row for row in rows if row[0] == "agreement"]) == 2


def test_a_document_signed_in_the_passive_is_of_the_parties_told_before():
    assert ("agreement", "signed") in kinds(DEAL + "IC-CEPA diteken di Santiago pada Desember 2017.")


def test_what_was_asked_for_is_promised():
    rows = kinds(
        "Universitas Brawijaya meminta Kyoto University memberikan beasiswa bagi dosennya. "
        "Permintaan itu sudah disanggupi Kyoto University."
    )
    assert {("training_exchange", "requested"), ("training_exchange", "agreed")} <= rows


def test_a_pronoun_is_the_one_of_the_missing_side_named_last():
    rows = told(
        "Menteri Luar Negeri Jepang Iwaya Takeshi mendarat di Samarinda. Beliau diterima Gubernur Kalimantan "
        "Timur Isran Noor."
    )
    assert ("dialogue", "completed", {"Iwaya Takeshi", "Isran Noor"}) in rows


def test_the_next_meeting_is_of_those_who_met():
    rows = kinds(PARTNERS + "Pertemuan berikutnya akan diselenggarakan di Jakarta tahun depan.")
    assert ("dialogue", "planned") in rows


def test_two_states_abroad_are_no_matter_of_indonesia():
    rows = told(
        "Presiden Prancis Emmanuel Macron dan Presiden Vietnam Luong Cuong bertemu di Hanoi. Kedua negara "
        "menyepakati kerja sama nuklir. Indonesia mencermati pertemuan itu."
    )
    assert not [row for row in rows if row[0] == "general"]


def test_a_wish_told_before_is_not_of_the_meeting():
    rows = kinds(
        "Niat itu mengemuka saat Gubernur Jawa Barat Dedi Mulyadi menjamu Duta Besar Kenya Galma Boru di "
        "Bandung."
    )
    assert ("dialogue", "completed") in rows


def test_prisoners_are_handed_over():
    assert ("general", "completed") in kinds("Indonesia telah memulangkan narapidana ke Filipina.")


def test_workers_whom_a_country_asks_for_are_what_it_asks_for():
    rows = kinds("Jerman meminta tambahan 300 perawat asal Indonesia untuk tahun depan.")
    assert ("labour_mobility", "requested") in rows


def test_an_agreement_on_extradition_is_no_court_report():
    text = (
        "Indonesia dan Serbia menandatangani perjanjian ekstradisi agar buronan, tersangka, dan terdakwa "
        "tindak pidana tidak lolos dari jaksa dan hakim."
    )
    assert ("agreement", "signed") in kinds(text)


def test_two_bodies_that_dan_joins_are_two():
    rows = told("Direktorat Jenderal Imigrasi dan Australian Border Force menandatangani nota kesepahaman.")
    assert rows == [("agreement", "signed", {"Direktorat Jenderal Imigrasi", "Australian Border Force"})]


def test_a_president_visited_is_the_host_not_the_country_of_his_title():
    text = "Buku itu memuat kunjungan Presiden Rusia Nikita Khrushchev kepada Presiden RI Soekarno."
    assert told(text)[0][-1] == {"Soekarno", "Nikita Khrushchev"}


def test_who_was_present_may_be_listed_at_the_end_of_a_report():
    between = "Kopi itu manis. " * 9
    text = (
        "Wali Kota Semarang Dewi Lestari bertemu Duta Besar Belanda Jan de Vries di Semarang. "
        f"{between}Turut hadir dalam pertemuan itu Sekretaris Daerah Kota Semarang Budi Santoso."
    )
    assert "Budi Santoso" in told(text)[0][-1]


def test_neighbours_who_agree_to_settle_their_border_sooner_negotiate_a_treaty():
    rows = told("Indonesia dan Palau sepakat untuk mempercepat penyelesaian masalah batas laut.")
    assert rows == [("agreement", "planned", {"Indonesia", "Palau"})]
    assert kinds("Indonesia dan Palau menyepakati garis batas landas kontinen.") == {("agreement", "agreed")}


def test_a_formal_invitation_is_a_wish():
    text = (
        "Presiden Prabowo mengundang secara resmi Presiden Turki Recep Tayyip Erdogan untuk datang ke Bali."
    )
    assert kinds(text) == {("dialogue", "requested")}


def test_a_meeting_face_to_face_before_the_delegations_sit_down_is_one_meeting():
    text = (
        "Presiden Joko Widodo dan PM Australia Anthony Albanese memimpin pertemuan tahunan di Jakarta, Rabu "
        "(8/5). Sebelumnya kedua pemimpin melakukan pertemuan empat mata di Ruang Jepara."
    )
    assert len(told(text)) == 1


def test_who_speaks_while_he_receives_the_guest_told_before_is_the_host():
    text = (
        "BKSAP DPR menerima kunjungan Aida Mamytova, anggota Parlemen Kirgizstan, Rabu (8/5). "
        '"Terima kasih," ujar anggota BKSAP DPR Hartono Surya saat menerima kunjungan resmi tersebut.'
    )
    assert told(text)[0][-1] == {"Hartono Surya", "Aida Mamytova"}


def test_who_was_there_on_a_visit_held_no_meeting_of_their_own():
    text = (
        "Panglima TNI Agus Subiyanto bertemu Panglima Angkatan Bersenjata Papua Nugini Mark Goina di Skouw. "
        "Turut mendampingi Panglima dalam kunjungan kerja itu Pangdam IX/Udayana Mayjen TNI Izak Rumbiak."
    )
    assert told(text) == [("dialogue", "completed", {"Agus Subiyanto", "Mark Goina", "Izak Rumbiak"})]


def test_what_forces_hold_again_and_again_runs():
    text = "TNI dan militer Filipina menggelar patroli laut terkoordinasi dua kali setahun."
    assert kinds(text) == {("general", "ongoing")}


def test_a_programme_may_end_its_name():
    text = "Indonesia dan Kamboja sepakat menjalankan Mekong Fellowship Programme."
    assert kinds(text) == {("programme", "agreed")}


def test_a_kind_right_behind_cooperation_counts_though_its_field_stands_before():
    text = "Di bidang pendidikan, Indonesia dan Kanada akan mendorong kerja sama pelatihan bagi guru."
    assert kinds(text) == {("training_exchange", "planned")}


def test_citizens_who_travel_are_no_guests_of_state():
    text = "Kedubes Peru meminta bebas visa kepada Indonesia bagi warganya yang berkunjung ke Bali."
    assert kinds(text) == {("general", "requested")}


def test_who_talk_something_over_meet():
    rows = told("Menlu Retno Marsudi membahas krisis pangan dengan Menlu India S Jaishankar pada Maret lalu.")
    assert ("dialogue", "completed", {"Retno Marsudi", "S Jaishankar"}) in rows
    assert kinds("Retno Marsudi dan Menlu Thailand Parnpree membahas krisis Myanmar di Bangkok.") == {
        ("dialogue", "completed")
    }
    assert not kinds("Menlu Retno Marsudi membahas krisis Myanmar dan sikap Menlu Thailand Parnpree.")


def test_a_talk_by_telephone_is_a_meeting():
    text = "PM Belanda Mark Rutte melakukan percakapan via telepon dengan Presiden Joko Widodo, Kamis (2/5)."
    assert kinds(text) == {("dialogue", "completed")}


def test_three_states_told_together_are_meant_by_their_number():
    text = (
        "Menhan Ryamizard Ryacudu bertemu Menhan Malaysia Hishammuddin Hussein dan Menhan Filipina Delfin "
        "Lorenzana di Manila. Ketiga negara sepakat menggelar patroli laut bersama."
    )
    assert ("general", "agreed", {"Indonesia", "Malaysia", "Filipina"}) in told(text)


def test_a_guest_who_goes_on_to_a_third_country_meets_nobody_there():
    text = (
        "Emir Qatar Tamim bin Hamad Al Thani bertemu Presiden Joko Widodo di Bogor. Emir Tamim akan "
        "mengunjungi Malaysia selama satu hari."
    )
    assert kinds(text) == {("dialogue", "completed")}


def test_who_tells_of_a_meeting_did_not_meet():
    text = (
        "Wakil Presiden Jusuf Kalla bertemu Emir Qatar Tamim bin Hamad Al Thani di Jakarta. Menurut Juru "
        "Bicara Wapres Husain Abdullah, inti pembicaraan itu adalah komitmen Emir Tamim."
    )
    assert "Husain Abdullah" not in {name for row in told(text) for name in row[-1]}


def test_a_meeting_next_week_is_to_come():
    text = "Menlu Sugiono bertolak ke Moskow untuk bertemu Menlu Rusia Sergey Lavrov pekan depan."
    assert kinds(text) == {("dialogue", "planned")}


def test_whom_a_list_names_are_whom_its_opening_speaks_of():
    text = (
        "Para duta besar yang diterima Presiden Joko Widodo ialah:\n"
        "1. Duta Besar Oman untuk Indonesia Salim Al Kharusi\n"
        "2. Duta Besar Peru untuk Indonesia Luis Cardenas"
    )
    assert told(text) == [("dialogue", "completed", {"Joko Widodo", "Salim Al Kharusi", "Luis Cardenas"})]


def test_who_signs_this_document_signs_the_one_told_last():
    text = (
        "- Nota kesepahaman antara Kementerian Agama RI dan Kementerian Wakaf Yordania tentang haji.\n"
        "- Nota kesepahaman antara Kementerian Kesehatan RI dan Kementerian Kesehatan Yordania tentang obat. "
        "Nota kesepahaman ini ditandatangani Menteri Kesehatan Budi Gunadi Sadikin dan Menteri Kesehatan "
        "Yordania Feras Hawari."
    )
    with_him = [row[-1] for row in told(text) if "Feras Hawari" in row[-1]]
    assert len(with_him) == 1
    assert "Kementerian Kesehatan Yordania" in with_him[0]


def test_before_whom_a_document_was_signed_the_next_sentence_may_tell():
    text = (
        "Kepala BNN Budi Waseso dan Ketua Komisi Narkotika Laos Kou Chansina menandatangani MoU. "
        "Hal itu disaksikan Presiden Joko Widodo serta Presiden Laos Bounnhang Vorachith di Vientiane."
    )
    assert {"Joko Widodo", "Bounnhang Vorachith"} <= told(text)[0][-1]


def test_both_states_are_indonesia_and_the_one_that_the_sentence_names():
    text = (
        "Menlu Retno Marsudi bertemu Menlu Korea Selatan Yun Byung-se di Vientiane. Korea Selatan dan "
        "Indonesia membahas ekspor Korea Selatan. Dalam pertemuan dengan Menlu Sri Lanka, kedua negara "
        "berkomitmen membentuk kelompok kerja penanggulangan terorisme."
    )
    assert ("general", "agreed", {"Indonesia", "Sri Lanka"}) in told(text)
    assert ("dialogue", "completed", {"Retno Marsudi", "Sri Lanka"}) in told(text)


def test_two_ministers_by_their_short_office_are_both_sides():
    text = (
        "Menlu Retno Marsudi bertemu Menlu Peru Nestor Popolizio di Lima. Kedua Menlu sepakat "
        "menyelenggarakan pelatihan bagi diplomat."
    )
    assert ("training_exchange", "agreed", {"Indonesia", "Peru"}) in told(text)


def test_why_a_treaty_is_renewed_does_not_end_it():
    text = "Vanuatu mengusulkan kepada Indonesia perpanjangan perjanjian yang telah habis masa berlakunya."
    assert kinds(text) == {("agreement", "requested")}


@pytest.mark.parametrize(
    "text",
    [
        "Kementerian Pertanian menolak permintaan Argentina soal daging sapi Indonesia.",
        "Kementerian Pertanian tidak mengabulkan permohonan Argentina soal daging sapi Indonesia.",
        "Ajakan Myanmar untuk bekerja sama di bidang penyiaran ditampik Kementerian Pertanian.",
        "Pertukaran pelajar Universitas Padjadjaran dengan Universitas Leiden, Belanda, tertunda "
        "berbulan-bulan dan akhirnya dibatalkan.",
    ],
)
def test_what_is_refused_or_called_off_in_the_end_is_cancelled(text: str):
    assert {stage for _, stage in kinds(text)} == {"cancelled"}


def test_a_minister_asks_a_state_to_work_side_by_side():
    text = "Wakil Menteri Pariwisata Indonesia mengajak Mauritius bahu-membahu mengelola wisata bahari."
    assert kinds(text) == {("general", "requested")}


def test_a_ministry_meets_its_namesake_abroad():
    text = "Kementerian Kesehatan bekerja sama dengan Kementerian Kesehatan Malaysia."
    assert told(text) == [("general", "ongoing", {"Kementerian Kesehatan", "Kementerian Kesehatan Malaysia"})]


def test_goods_that_arrive_visit_nobody():
    text = "Kementerian Pertahanan menunggu. Pesawat pertama tiba di Indonesia dari Prancis, kata Dassault."
    assert "dialogue" not in {instrument for instrument, _ in kinds(text)}
