"""Which meetings, visits and forums are told: held by two sides, rounds, talks; who joins an organisation.

All sentences here are written for these tests.
"""

from told_facts import told


def test_a_meeting_whose_noun_names_both_sides_was_held():
    rows = told("Dialog Strategis Indonesia-India kelima berlangsung di New Delhi.")
    assert ("dialogue", "completed", {"Indonesia", "India"}) in rows


def test_a_forum_that_only_takes_place_somewhere_is_no_meeting_of_two_sides():
    rows = told("Indonesia mengamati Jepang. Forum ekonomi itu berlangsung di Singapura.")
    assert not [row for row in rows if row[0] == "dialogue"]


def test_a_round_of_talks_is_a_meeting_beside_the_treaty_that_is_talked_about():
    rows = told("Putaran ke-7 perundingan Indonesia-Kanada CEPA rampung digelar di Vancouver pekan lalu.")
    assert ("dialogue", "completed", {"Indonesia", "Kanada"}) in rows


def test_a_round_to_come_is_of_those_who_negotiate():
    rows = told(
        "Menteri Perdagangan Budi Santoso bertemu Menteri Perdagangan Mesir Ahmed Samir di Kairo. "
        "Putaran pamungkas direncanakan di Surabaya pada Juli."
    )
    assert any(row[:2] == ("dialogue", "planned") for row in rows)


def test_talks_of_two_ministers_are_a_meeting():
    rows = told(
        "Hal itu mengemuka dalam pembicaraan Menteri Pertanian Amran Sulaiman dengan Menteri Pertanian "
        "Vietnam Le Minh Hoan di Hanoi."
    )
    assert ("dialogue", "completed", {"Amran Sulaiman", "Le Minh Hoan"}) in rows


def test_a_hearing_at_the_own_parliament_is_no_meeting_with_whom_it_speaks_of():
    rows = told(
        "Menteri Perindustrian Agus Gumiwang membahas pabrik Foxconn dari Taiwan usai rapat kerja bersama "
        "Komisi VII DPR."
    )
    assert not [row for row in rows if row[0] == "dialogue"]


def test_a_visit_that_ended_took_place():
    rows = told("Kunjungan Presiden Prabowo Subianto ke Turki berakhir pada Sabtu malam.")
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("dialogue", "completed")]


def test_who_has_joined_an_organisation_is_its_member():
    rows = told("Perjalanan ke Prancis usai. Indonesia resmi bergabung dengan OECD.")
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("general", "completed")]
    rows = told("Indonesia memulai proses aksesi ke OECD, kata Menteri Airlangga Hartarto.")
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("general", "planned")]


def test_who_met_one_guest_and_then_another_met_twice():
    rows = told(
        "Seusai menjamu Presiden Vietnam To Lam, Presiden Prabowo Subianto bertemu Menteri Luar Negeri "
        "Jepang Iwaya Takeshi."
    )
    assert ("dialogue", "completed", {"Prabowo Subianto", "To Lam"}) in rows
    assert ("dialogue", "completed", {"Prabowo Subianto", "Iwaya Takeshi"}) in rows


def test_bodies_of_both_sides_hold_a_seminar_together():
    rows = told(
        "Universitas Airlangga (Unair) dan University of Malaya (UM) menggelar seminar tentang hukum laut."
    )
    assert ("dialogue", "completed", {"Universitas Airlangga", "University of Malaya"}) in rows
    rows = told("Universitas Airlangga menggelar seminar tentang perang dagang Amerika Serikat.")
    assert not [row for row in rows if row[0] == "dialogue"]


def test_a_guest_who_is_asked_to_come_is_invited_an_investor_is_not():
    rows = told(
        "Gubernur Jawa Barat Dedi Mulyadi mengundang Menteri Pariwisata Mesir Ahmed Hanno ke Garut "
        "tahun depan."
    )
    assert ("dialogue", "requested", {"Dedi Mulyadi", "Ahmed Hanno"}) in rows
    rows = told("Bupati Garut Rudy Gunawan mengundang pengusaha Jepang.")
    assert not [row for row in rows if row[0] == "dialogue"]


def test_who_is_given_a_medal_by_a_guest_met_him():
    rows = told(
        "Panglima TNI Agus Subiyanto menyematkan bintang kehormatan kepada Panglima Angkatan Bersenjata "
        "Singapura Aaron Beng."
    )
    assert [(instrument, stage) for instrument, stage, _ in rows] == [("dialogue", "completed")]


def test_the_arrivals_of_tourists_are_no_visit():
    rows = told(
        "Kunjungan wisatawan China ke Indonesia naik, kata Kepala Badan Pusat Statistik Amalia Adininggar."
    )
    assert not [row for row in rows if row[0] == "dialogue"]


def test_mutual_support_and_whom_one_side_backs():
    rows = told("Indonesia dan Fiji bersepakat saling membantu saat bencana.")
    assert ("general", "agreed", {"Indonesia", "Fiji"}) in rows
    rows = told("Fiji mendukung pencalonan Indonesia di Dewan HAM.")
    assert ("general", "agreed", {"Indonesia", "Fiji"}) in rows


def test_whom_somebody_met_before_is_not_carried_over():
    rows = told(
        "Presiden Prabowo Subianto bertemu Presiden Prancis Emmanuel Macron di Paris usai menemui Presiden "
        "Rusia Vladimir Putin. Dalam pertemuan itu kedua pemimpin membahas kerja sama pendidikan."
    )
    assert ("training_exchange", "planned", {"Indonesia", "Prancis"}) in rows


def test_bodies_of_both_sides_meet_where_one_noun_means_both():
    rows = told(
        "Polda Kalimantan Barat bekerja sama dengan Kepolisian Sarawak dari Malaysia. "
        "Kesepakatan itu buah rapat koordinasi rutin kedua kepolisian di Kuching."
    )
    assert any(row[:2] == ("dialogue", "completed") for row in rows)


def test_a_warship_that_calls_at_a_port_is_a_visit():
    rows = told("Dua kapal perang Italia bersandar di Pelabuhan Belawan, Medan, Sabtu pagi.")
    assert ("dialogue", "completed", {"Indonesia", "Italia"}) in rows


def test_who_tells_it_to_somebody_of_the_other_side_has_met_him():
    rows = told(
        "Kepastian itu disampaikan Menteri Imigrasi Kanada Lena Diab kepada Duta Besar RI untuk Kanada "
        "Muhsin Syihab."
    )
    assert ("dialogue", "completed", {"Lena Diab", "Muhsin Syihab"}) in rows


def test_thanks_are_sent_to_far_away_too():
    rows = told("Presiden Prabowo Subianto menyampaikan ucapan selamat kepada Presiden Peru Dina Boluarte.")
    assert not [row for row in rows if row[0] == "dialogue"]


def test_a_body_visits_a_body():
    rows = told("Kunjungan DPR kepada parlemen Fiji pada pertengahan bulan ini dibatalkan.")
    assert any(row[:2] == ("dialogue", "cancelled") for row in rows)


def test_a_meeting_at_which_something_else_is_signed_is_told_too():
    rows = told(
        "Piagam ratifikasi Indonesia dan Uzbekistan akan dipertukarkan saat Wakil Menteri Kehakiman "
        "Uzbekistan Rustam Olimov bertandang ke Indonesia."
    )
    assert {"agreement", "dialogue"} <= {row[0] for row in rows}


def test_who_goes_to_a_town_abroad_meets_those_of_its_country():
    assert told("Pemerintah Kota Semarang akan melawat ke Brisbane bulan depan.") == [
        ("dialogue", "planned", {"Pemerintah Kota Semarang", "Australia"})
    ]


def test_who_receives_the_head_of_an_organisation_of_no_country_meets_him():
    rows = told("Presiden Prabowo Subianto menerima Sekretaris Jenderal OECD Mathias Cormann di Jakarta.")
    assert ("dialogue", "completed", {"Prabowo Subianto", "Mathias Cormann"}) in rows


def test_a_visit_put_off_is_suspended():
    assert told("Pemerintah Kota Semarang mengundur kunjungan delegasi Brisbane.") == [
        ("dialogue", "suspended", {"Pemerintah Kota Semarang", "Pemerintah Kota Brisbane"})
    ]


def test_a_visit_between_two_bodies_that_is_called_off_is_told():
    rows = told("Kunjungan DPR kepada parlemen Fiji pada Juli dibatalkan.")
    assert ("dialogue", "cancelled", {"DPR", "Parlemen Fiji"}) in rows


def test_a_bilateral_meeting_is_of_both_states_where_only_one_has_a_name():
    rows = told(
        "Ekspor Indonesia ke Kazakhstan tumbuh pesat. Angka itu disebut Presiden Kassym-Jomart Tokayev "
        "seusai pertemuan bilateral di Astana."
    )
    assert ("dialogue", "completed", {"Indonesia", "Kassym-Jomart Tokayev"}) in rows


def test_people_of_three_countries_meet_as_statesmen():
    rows = told(
        "Indonesia, India, dan Myanmar bersahabat. Jawaharlal Nehru, Ali Sastroamidjojo, dan U Nu bertemu "
        "di Bogor."
    )
    assert [row for row in rows if row[0] == "dialogue"]


def test_a_return_visit_is_another_one():
    rows = told(
        "Menteri Pertahanan Sjafrie Sjamsoeddin memuji kunjungan Presiden Prancis Emmanuel Macron "
        "ke Indonesia. "
        "Kunjungan Menteri Pertahanan Sjafrie Sjamsoeddin ke Prancis membalasnya."
    )
    assert len([row for row in rows if row[0] == "dialogue"]) == 2


def test_at_a_seminar_of_both_states_their_people_meet():
    rows = told(
        "Duta Besar Chile untuk Indonesia, Mario Ignacio Artaza, dalam Seminar Indonesia-Chile di Jakarta, "
        "Selasa, memuji Kepala Perpustakaan Nasional Aminudin Aziz."
    )
    assert [row for row in rows if row[0] == "dialogue"]


def test_a_visit_to_a_town_of_the_other_side_is_one_to_its_country():
    rows = told("Kunjungan Presiden Korea Selatan Moon Jae-in ke Jakarta pekan lalu disambut hangat.")
    assert rows == [("dialogue", "completed", {"Indonesia", "Moon Jae-in"})]
    rows = told("Rencana kunjungan Presiden Korea Selatan Moon Jae-in ke Surabaya ditunda.")
    assert rows == [("dialogue", "suspended", {"Indonesia", "Moon Jae-in"})]


def test_a_head_of_state_who_will_come_is_not_the_minister_who_was_met():
    rows = told(
        "Menteri Luar Negeri Retno Marsudi bertemu Menteri Luar Negeri Norwegia Astrid Haugland di Manado. "
        '"Raja Norwegia akan berkunjung ke Indonesia," kata Retno.'
    )
    assert ("dialogue", "planned", {"Raja Norwegia", "Indonesia"}) in rows


def test_who_calls_at_a_place_of_the_other_side_visits_its_country():
    rows = told("Duta Besar Denmark Per Brask Andersen mengunjungi kebun kopi di Bangli, Senin.")
    assert rows == [("dialogue", "completed", {"Indonesia", "Per Brask Andersen"})]
    assert not told("Aktor Korea Selatan Lee Min-ho berkunjung ke Bali pekan lalu.")


def test_who_holds_a_meeting_with_nobody_meets_itself():
    rows = told("Antam menahan harga. Investor menunggu The Fed, yang menggelar rapat malam ini. Antam diam.")
    assert not rows


def test_who_is_called_by_his_office_meets_on_his_visit():
    rows = told(
        "Menteri Luar Negeri Retno Marsudi menyatakan, Perdana Menteri Jepang Suga akan berkunjung. "
        "Dalam kunjungannya ke Indonesia, PM Jepang akan membahas vaksin dengan Presiden Joko Widodo."
    )
    assert ("dialogue", "planned", {"Joko Widodo", "Suga"}) in rows


MET = "Menteri Kehutanan Sakti Wiranegara bertemu Duta Besar Finlandia Pekka Kaihilahti, Rabu (8/5). "


def test_an_earlier_meeting_is_told_beside_the_one_reported():
    rows = told(
        "Menteri Kehutanan Raja Antoni menyambut Duta Besar Finlandia Pekka Kaihilahti di Jakarta dengan "
        "menyinggung pertemuan mereka sebelumnya di Bogor."
    )
    assert [row[:2] for row in rows] == [("dialogue", "completed")] * 2


def test_a_meeting_to_follow_is_what_a_meeting_agrees_on():
    rows = told(
        MET + "Pertemuan ditutup dengan kesepakatan tentang koordinasi teknis dan pertemuan lanjutan."
    )
    assert [row[:2] for row in rows] == [("dialogue", "completed"), ("dialogue", "agreed")]


def test_to_follow_talks_up_is_agreed_on_and_no_plan_of_talks():
    rows = told(
        MET + "Pertemuan ditutup dengan kesepakatan untuk menindaklanjuti pembahasan melalui surat dan "
        "pertemuan lanjutan."
    )
    assert ("dialogue", "agreed") in [row[:2] for row in rows]


def test_who_says_that_we_met_met_himself():
    rows = told(
        MET + '"Tahun lalu kita bertemu di Bogor; pada April Bapak berunding dengan Wakil Presiden Finlandia '
        'Minna Arve," kata Kaihilahti.'
    )
    assert ("dialogue", "completed", {"Sakti Wiranegara", "Pekka Kaihilahti"}) in rows[1:]
