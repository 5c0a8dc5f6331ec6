"""Which candidates are told: who learns abroad, documents told again with their day, meetings, promises.

All sentences here are written for these tests.
"""

import pytest
from told_facts import facts, told

PARTNERS = "Universitas Hasanuddin bekerja sama dengan Universitas Kagoshima di bidang perikanan. "


def test_who_speaks_may_wish_that_a_tie_told_before_goes_on():
    text = PARTNERS + "Rektor Universitas Hasanuddin Dwia Aries berharap kerja sama ini dapat dilanjutkan."
    assert ("general", "requested") in {row[:2] for row in told(text)}


def test_help_goes_to_where_it_is_given():
    rows = told("Indonesia menjamu Korea Selatan. Korea Selatan akan membantu peralihan energi di Indonesia.")
    assert ("technical_assistance", "planned", {"Indonesia", "Korea Selatan"}) in rows


def test_who_learns_in_a_town_abroad_learns_with_the_partner_named_before():
    rows = told(PARTNERS + "Tujuh dosen muda Unhas akan menempuh studi doktoral di Kagoshima.")
    assert ("training_exchange", "planned", {"Universitas Hasanuddin", "Universitas Kagoshima"}) in rows


def test_a_town_abroad_stands_for_its_country_where_no_partner_is_known():
    rows = told(
        "Kabupaten Garut dikenal sebagai pemasok teh ke Jepang. Sebanyak 20 petani Kabupaten Garut akan "
        "magang di Nagoya mulai Juli."
    )
    assert any(row[0] == "training_exchange" and "Jepang" in row[2] for row in rows)


def test_a_document_told_again_with_its_day_was_signed():
    rows = told(
        "PT Bumi Hijau dan Bank of Kyoto membahas pabrik gula di Blora. Bank of Kyoto menyukai gula. "
        "Perjanjian kredit itu diteken pada Juni 2021."
    )
    assert ("agreement", "signed", {"PT Bumi Hijau", "Bank of Kyoto"}) in rows


def test_a_visit_to_a_country_that_its_guest_tells_of_took_place():
    rows = told(
        '"Dari kunjungan ke Jepang pekan lalu saya belajar banyak tentang sampah," kata Bupati Garut '
        "Rudy Gunawan."
    )
    assert ("dialogue", "completed", {"Rudy Gunawan", "Jepang"}) in rows


def test_what_the_other_side_has_promised_is_agreed():
    rows = told("Menteri Agama Nasaruddin Umar mengatakan Arab Saudi berkomitmen memperbaiki layanan jemaah.")
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("general", "agreed")]


def test_a_country_of_which_a_minister_speaks_is_no_part_of_his_title():
    rows = told("Menteri Luar Negeri Sugiono mengatakan Jepang sepakat membuka kantor di Surabaya.")
    assert any("Jepang" in names for _, _, names in rows)


def test_a_meeting_with_several_unnamed_states_is_one():
    rows = told(
        "Pameran pertahanan itu berlangsung di Australia. Delegasi TNI AL melaksanakan pertemuan bilateral "
        "dengan delegasi dari beberapa negara."
    )
    assert ("dialogue", "completed", {"TNI AL", "delegasi dari beberapa negara"}) in rows


def test_a_pope_who_comes_is_the_visitor():
    (meeting,) = facts("Paus Fransiskus bertemu Presiden Joko Widodo di Jakarta, Rabu (8/5/2024).")
    assert {(p.name, p.side, p.role) for p in meeting.participants} == {
        ("Paus Fransiskus", "VA", "visitor"),
        ("Joko Widodo", "ID", "host"),
    }


def test_joining_an_international_organisation_is_cooperation_joining_a_board_is_none():
    rows = told("Perjalanan ke Prancis usai. Indonesia akan menjadi anggota penuh OECD pada 2027.")
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("general", "planned")]
    assert told("Jepang memuji Indonesia. Wakil Indonesia akan menjadi anggota dewan juri di Jepang.") == []


def test_what_is_set_down_in_a_document_is_signed():
    rows = told("Kerja sama itu dituangkan dalam perjanjian antara Bulog dan Vinafood Vietnam.")
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("agreement", "signed")]


def test_documents_exchanged_are_signed():
    rows = told(
        "Presiden Prabowo Subianto dan Presiden Turki Recep Erdogan menyaksikan pertukaran 13 nota "
        "kesepahaman antara PT Pindad dan Roketsan."
    )
    assert ("agreement", "signed") in {row[:2] for row in rows}


def test_talks_with_the_other_side_are_about_a_document_to_come():
    rows = told("Kementerian Perdagangan masih menggarap perundingan dengan Peru.")
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("agreement", "planned")]


def test_a_foreign_firm_alone_in_its_sentence_teaches_or_shares_with_whom_the_article_is_about():
    opening = "PT Tambak Sejahtera mengelola kolam udang di Bulukumba bersama koperasi setempat. "
    rows = told(opening + "PT Tambak Sejahtera berkongsi dengan Nguyen Feed Corp asal Vietnam untuk pakan.")
    assert any(row[0] == "business_partnership" for row in rows)
    taught = told(opening + "Nguyen Feed Corp asal Vietnam melatih 12 teknisi selama dua bulan.")
    assert any(row[0] == "training_exchange" for row in taught)


def test_who_eyes_an_investment_at_a_place_invests_in_indonesia():
    rows = told("Pengusaha asal Mesir melirik investasi perkebunan kopi di Kabupaten Luwu Utara.")
    assert rows == [("investment", "requested", {"Pengusaha asal Mesir", "Indonesia"})]


def test_villagers_of_a_trade_are_a_group_at_home():
    rows = told("Saga Tea Corp dari Jepang melatih 12 pekebun teh Ciwangi. Indonesia punya banyak teh.")
    assert any("pekebun teh Ciwangi" in row[2] for row in rows)


def test_what_is_halted_was_told_before_so_that_its_other_side_is_left_out():
    rows = told(
        "Hungaria meminjamkan 30 juta euro kepada Indonesia. Direktur Jenderal Cipta Karya Harsono Mulyadi "
        "menyambutnya. Menurut Harsono, pinjaman tahap kedua ditunda karena lahan belum siap."
    )
    assert any(row[:2] == ("finance", "suspended") and "Hungaria" in row[2] for row in rows)


def test_the_aim_of_cooperation_that_is_told_is_no_mere_aim():
    rows = told(
        "Direktur Utama PT Farma Sentosa Tbk. Arief Pramono menyebut stok aman. Arief mengaku sudah "
        "bekerja sama dengan produsen asal China untuk mendatangkan alat uji."
    )
    assert ("trade", "ongoing") in {row[:2] for row in rows}


def test_a_country_that_wishes_something_of_an_organisation_of_states():
    text = "Indonesia dan Rusia duduk bersama. Indonesia juga mengharapkan peningkatan impor dari OPEC."
    assert any(row[0] == "trade" and row[1] == "requested" for row in told(text))


def test_help_counted_in_money_that_is_halted_is_money():
    rows = told(
        "Kementerian Perindustrian menunggu kabar. Rencana bantuan 5 juta euro dari JICA untuk Kementerian "
        "Perindustrian dibekukan."
    )
    assert [row[:2] for row in rows] == [("finance", "suspended")]


def test_what_one_of_several_does_is_not_what_the_body_named_before_does():
    assert not told(
        "PT Tirta Asri membeli fosfat dari Amman Minerals asal Yordania. Salah satu pemasok bahan baku "
        "tersebut memberlakukan moratorium ekspor."
    )[1:]


def test_what_one_side_does_together_with_the_other_is_told():
    rows = told(
        "Indonesia kini mengembangkan kampung wisata bersama Jepang, kata Menteri Riset Budi Hartono."
    )
    assert ("general", "ongoing", {"Indonesia", "Jepang"}) in rows
    rows = told("Pemerintah Indonesia dan Korea Selatan tengah mengembangkan kapal selam.")
    assert ("technical_assistance", "ongoing", {"Pemerintah Indonesia", "Korea Selatan"}) in rows
    assert told("Indonesia dan Jepang memiliki banyak gunung. Indonesia mengembangkan satelit cuaca.") == []


def test_what_comes_of_a_tie_is_told_with_those_who_are_tied():
    rows = told(
        "Pabrik pelumas ini merupakan hasil kerja sama antara PT Maju Lestari Tbk dan Kansai Oil Co Ltd asal "
        "Jepang."
    )
    assert ("business_partnership", "ongoing", {"PT Maju Lestari Tbk", "Kansai Oil Co Ltd"}) in rows
    rows = told(
        "Buku itu merupakan kolaborasi antara Universitas Gadjah Mada (UGM) dan Universitas Kyoto (Jepang)."
    )
    assert ("general", "ongoing", {"Universitas Gadjah Mada", "Universitas Kyoto"}) in rows


def test_whom_the_article_is_about_works_with_the_firm_behind_the_verb():
    rows = told(
        "PT Hutama Karya (Persero) membangun jalan tol di Demak. Hutama Karya ingin tol rampung pada 2027. "
        "Proyek ini digarap melalui kerja sama operasi (KSO) dengan Beijing Urban Construction Group."
    )
    parties = {"PT Hutama Karya (Persero)", "Beijing Urban Construction Group"}
    assert ("business_partnership", "ongoing", parties) in rows


def test_a_tie_of_two_bodies_at_home_is_none_with_who_is_named_elsewhere():
    rows = told(
        "UNESCO mengakui taman bumi itu. Seminar itu merupakan hasil kerja sama MPR RI dengan Universitas "
        "Gadjah Mada."
    )
    assert not [row for row in rows if row[0] == "general"]


def test_worlds_that_are_brought_together_do_not_meet():
    assert told("Film itu mempertemukan dua dunia, Indonesia dan Jepang, dalam satu layar.") == []
    assert told("Forum itu mempertemukan pengusaha Indonesia dan Jepang di Jakarta.") != []


def test_where_the_president_goes_next_is_no_side_of_what_he_says():
    assert told('"Kita sepakat menyerap beras," kata Amran, sebelum bertolak ke India.') == []


def test_counsel_is_no_money():
    rows = told("Polri akan memberikan bantuan hukum kepada warga Filipina, kata Kapolri Listyo Sigit.")
    assert not [row for row in rows if row[0] == "finance"]


def test_articles_about_celebrities_tell_no_facts():
    rows = told(
        "Aktor Jepang Kento Sato akan tiba di Jakarta. Penggemar menunggu aktor itu. Sato membintangi drama "
        "korea. Ia bertemu Gubernur Jakarta Pramono Anung."
    )
    assert rows == []


def test_reports_of_fact_checkers_tell_no_facts():
    claim = "Kementerian Perindustrian dan METI Jepang akan menandatangani nota kesepahaman."
    assert told(claim)
    assert told(f"Hasil periksa fakta Wulan Sari (Relawan Mafindo). Informasi palsu. {claim}") == []


def test_what_may_be_refused_has_not_been():
    assert not any(
        row[1] == "cancelled"
        for row in told(
            "PT Rempah Jaya mengekspor pala ke Jepang. Tanpa izin, kiriman pala bisa ditolak Jepang."
        )
    )


def test_goods_that_come_to_a_market_are_traded():
    rows = told("Sejak awal tahun, mangga Indonesia sudah datang ke pasar Jepang.")
    assert ("trade", "ongoing", {"Indonesia", "Jepang"}) in rows


def test_a_founder_stands_for_no_state():
    assert told("Pada 1993, ia mendirikan Nvidia bersama Chris Malachowsky dan Curtis Priem.") == []


@pytest.mark.parametrize(
    "hope",
    [
        "Kami berharap penandatanganan MoU hari ini membuka pintu bagi mahasiswa",
        "Semoga nota kesepahaman ini dapat menjadi awal yang baik",
        "Kami berharap kerja sama ini bermanfaat bagi warga",
    ],
)
def test_what_a_document_may_bring_is_asked_of_nobody(hope: str):
    text = (
        "Universitas Jember meneken MoU riset dengan Kyushu University, Jepang. "
        f'"{hope}," kata Rektor Universitas Jember Iwan Taruna.'
    )
    assert {row[:2] for row in told(text)} == {("agreement", "signed")}


def test_what_waits_for_a_signature_is_not_signed():
    text = (
        "Menteri Ahmad Rahman mengatakan Brunei akan menerima perawat Indonesia setelah MoU ditandatangani."
    )
    assert ("agreement", "signed") not in {row[:2] for row in told(text)}


def test_whose_meeting_it_is_says_who_speaks_of_it():
    text = (
        "Dalam pertemuannya dengan Menteri Tenaga Kerja Indonesia Hanif Dhakiri di Jakarta, Menteri Ekonomi "
        "Yordania Samir Murad mengatakan kebutuhan perawat bertambah."
    )
    assert told(text)[0][2] == {"Hanif Dhakiri", "Samir Murad"}


def test_an_opinion_that_both_share_is_no_agreement():
    assert told("Indonesia dan Yaman sepakat gencatan senjata di Gaza perlu diperpanjang.") == []


def test_doing_business_is_a_fact_where_it_is_asked_for():
    asked = told("Perdana Menteri Ethiopia Abiy Ahmed mengajak pengusaha Indonesia berbisnis di negaranya.")
    assert asked == [("investment", "requested", {"pengusaha Indonesia", "Etiopia"})]
    assert told("Takamori Denchi asal Jepang berbisnis di Indonesia sejak 1996.") == []


def test_who_builds_alone_has_no_partner_in_the_next_sentence():
    rows = told(
        "Persiapan membangun pabrik dilakukan PT Pupuk Gresik Raya. "
        "Perusahaan itu meneken kontrak dengan Sahara Phosphate Mines dari Maroko."
    )
    assert {row[0] for row in rows} == {"agreement"}


def test_a_word_inside_a_name_tells_no_stage():
    rows = told("Ada pula Pabrik Mimpi, film Bimo Santoso yang diproduksi bersama studio Korea Selatan.")
    assert [row[1] for row in rows] == ["ongoing"]


def test_workers_are_placed_where_they_go():
    text = (
        "Direktorat SMK Kementerian Pendidikan bekerja sama dengan BP2MI menyiapkan tenaga caregiver untuk "
        "bekerja di Jerman."
    )
    assert {row[:2] for row in told(text)} == {("labour_mobility", "planned")}


def test_small_firms_and_a_name_are_no_court_report():
    text = (
        "Kemenkop menjajaki kerja sama dengan Bank Pembangunan Islam bagi pelaku UMKM. Arif Rahman Hakim "
        "memuji pelaku UMKM. Pelaku usaha mikro senang."
    )
    assert {row[:2] for row in told(text)} == {("general", "planned")}


def test_what_a_course_is_to_bring_about_is_asked_of_nobody():
    text = (
        "Menteri Perdagangan Zulkifli Hasan mengharapkan program magang bagi mahasiswa Indonesia di Waikato "
        "mampu meningkatkan ekspor jasa tenaga kerja terampil ke Selandia Baru."
    )
    assert told(text) == []


def test_a_wish_that_a_state_may_do_something_is_one():
    text = "Menteri Perdagangan Zulkifli Hasan berharap Jepang dapat meningkatkan impor kopi dari Indonesia."
    assert {row[:2] for row in told(text)} == {("trade", "requested")}


def test_a_proposal_with_perhaps_is_asked_for():
    rows = told(
        'Ketua Kadin Anindya Bakrie menemui pimpinan US Chamber of Commerce di Boston. "Mungkin kita dapat '
        'memberikan pelatihan kepada UMKM Indonesia bersama US Chamber of Commerce," kata Anindya.'
    )
    assert ("training_exchange", "requested") in [row[:2] for row in rows]


def test_what_somebody_is_to_be_ready_for_is_no_plan():
    rows = told("US Chamber of Commerce melatih UMKM Indonesia agar siap memasuki pasar Amerika Serikat.")
    assert "trade" not in [row[0] for row in rows]


def test_a_list_of_aims_tells_no_act():
    rows = told(
        "Indonesia dan Rusia bertemu di Kazan. Kolaborasi ini menjadi langkah kedua negara untuk mempererat "
        "hubungan, membuka pasar baru, dan memperkuat rantai pasok."
    )
    assert "trade" not in [row[0] for row in rows]
