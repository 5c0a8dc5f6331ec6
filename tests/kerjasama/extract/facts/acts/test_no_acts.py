"""What looks like an act and is none: papers, talks with reporters, less trade, praise, meetings of one side.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds

from kerjasama.codebook.lexicon import Hit
from kerjasama.extract.facts.acts.no_acts import tells_none

PARTNERS = "Universitas Hasanuddin bekerja sama dengan Universitas Kagoshima di bidang perikanan. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Duta Besar Jepang Masafumi Ishii menandatangani buku tamu di Universitas Hasanuddin.",
        "Rektor Universitas Hasanuddin diangkat lewat surat keputusan yang ditandatangani saat di Jepang.",
        "Di Jepang, Menteri Perindustrian Agus Gumiwang menandatangani prasasti bersama JICA.",
    ],
)
def test_papers_that_bind_no_two_sides_are_no_agreement(sentence: str):
    assert "agreement" not in {instrument for instrument, _ in kinds(PARTNERS + sentence)}


def test_who_talks_to_reporters_meets_nobody():
    text = "Kuota itu ditambah, kata Tauhid Hamdi saat berbincang dengan detikcom di Selangor, Malaysia."
    assert "dialogue" not in {instrument for instrument, _ in kinds(PARTNERS + text)}


def test_a_share_of_a_total_is_no_money_given():
    given = "Korea Selatan menyumbang Rp 5 miliar bagi korban gempa di Palu."
    assert kinds(given) == {("finance", "completed")}
    assert not kinds("Investor Korea Selatan di Indonesia menyumbang Rp 5 miliar tahun lalu.")
    assert not kinds("Korea Selatan menyumbang Rp 5 miliar terhadap pendapatan Indonesia.")


def test_less_imports_are_no_trade_but_lower_duties_are():
    assert "trade" not in {row[0] for row in kinds("Indonesia ingin mengurangi impor gula dari Thailand.")}
    assert ("trade", "requested") in kinds("Indonesia meminta Jepang menurunkan bea masuk tuna dari Bitung.")


def test_a_tie_that_something_shows_or_that_is_called_important_is_no_act():
    text = "Menurut Airlangga, kunjungan itu menunjukkan kuatnya kerja sama dengan Singapura."
    assert ("general", "ongoing") not in kinds("Indonesia mengimpor gas dari Singapura. " + text)
    assert not kinds("Kemitraan Indonesia-Rusia menjadi momentum penting bagi kawasan.")


def test_who_meets_his_own_side_about_the_other_has_not_met_the_other():
    text = (
        "Menteri Perindustrian Agus Gumiwang berkoordinasi dengan Menteri Perdagangan Budi Santoso mengenai "
        "kesepakatan dengan Amerika Serikat."
    )
    assert "dialogue" not in {row[0] for row in kinds(text)}


def test_what_a_firm_builds_at_home_is_no_act_of_the_partner_named_before():
    rows = kinds(
        "PT Kilang Nusantara bekerja sama dengan Rosneft. PT Kilang Nusantara akan membangun kilang baru di "
        "Tuban."
    )
    assert "investment" not in {instrument for instrument, _ in rows}


def test_two_foreign_sides_need_no_third_one():
    rows = kinds(PARTNERS + "Brussels sudah menyepakati perjanjian dagang dengan Vietnam dan Singapura.")
    assert "agreement" not in {instrument for instrument, _ in rows}


@pytest.mark.parametrize(
    ("code", "phrase", "sentence"),
    [
        ("dialogue.meeting", "sambungan telepon", "Ia dikonfirmasi melalui sambungan telepon, Rabu."),
        ("dialogue.meet", "mengunjungi", "Pembaca bisa mengunjungi laman resmi perusahaan itu."),
        ("dialogue.meeting", "diskusi", "Ia hadir dalam diskusi bertajuk Laut dan Kita di Jakarta."),
        ("dialogue.meeting", "forum", "Pidato itu disampaikan di forum dunia."),
        ("trade.flow", "dagang", "Perang dagang kedua raksasa itu memanas."),
        ("trade.flow", "impor", "Washington mematok tarif 20% untuk impor barang dari sini."),
        ("trade.flow", "tarif impor", "Presiden itu menunda seluruh tarif impor selama 60 hari."),
        ("trade.act", "dijual", "Di sana bensin dijual RM 3 per liter."),
        ("partnership.share", "satu merek", "Itu salah satu merek terlaris."),
        (
            "finance.aid",
            "memberikan bantuan",
            "Maskapai memberikan bantuan terbaik kepada seluruh penumpang.",
        ),
        ("finance.loan", "pinjaman", "Ia terjerat pinjaman online sejak tahun lalu."),
        (
            "finance.funds",
            "mengalokasikan",
            "Negara itu mengalokasikan 70 miliar ringgit setiap tahun untuk subsidi.",
        ),
        ("investment.noun", "investasi", "Mereka menipu dengan modus investasi saham."),
        ("investment.acquire", "mengambil alih", "Presiden itu mengambil alih kepolisian ibu kota."),
        ("investment.flow", "arus modal", "Krisis memicu arus modal keluar dari Indonesia."),
        ("programme.launch", "meluncurkan", "Merek Jepang itu meluncurkan mobil listrik keduanya."),
        ("programme.launch", "peluncuran", "Kata dia, peluncuran dilakukan dengan roket Jepang."),
        ("technical.share", "membagikan", "Akun itu membagikan informasi tentang vaksin."),
        ("partnership.chain", "rantai pasok", "Perang itu berdampak langsung pada rantai pasok global."),
        ("partnership.role", "sebagai agen", "Ia mengaku sebagai agen rahasia Amerika."),
        ("agreement.document", "rencana aksi", "Bappenas merancang rencana aksi nasional."),
        ("dialogue.meeting", "seminar", "Hal itu ia katakan dalam seminar bertema ekspor ke Jepang."),
        ("dialogue.meeting", "ktt", "Firma itu berjanji kepada Presiden dalam KTT G20 di Osaka."),
        ("dialogue.meeting", "rapat", "Menteri itu masih menutup rapat nama mitra dari Taiwan."),
        ("partnership.chain", "rantai pasok", "Firma itu mencari peluang investasi di rantai pasok baja."),
        ("partnership.chain", "rantai pasok", "Itu dibahas di tengah perubahan rantai pasok dunia."),
        ("finance.aid", "memberikan bantuan", "Uni Eropa siap memberikan bantuan teknis bagi petani."),
        ("dialogue.meeting", "sidang", "Komisi itu menggelar sidang pemeriksaan firma Jepang."),
        ("dialogue.meeting", "perbincangan", "Dubes Jepang kembali jadi perbincangan warganet."),
        ("dialogue.meeting", "dialog", "Keduanya diminta menyelesaikan perbedaan melalui dialog."),
        ("trade.matching", "expo", "Ia bertemu Dubes Korea di sela Maritime Expo di Batam."),
        ("agreement.document", "protokol", "Jemaah diminta mematuhi protokol yang dibuat Arab Saudi."),
    ],
)
def test_words_beside_a_trigger_make_no_act_of_it(code: str, phrase: str, sentence: str):
    start = sentence.lower().index(phrase)
    assert tells_none(sentence, 0, Hit(start, start + len(phrase), "trigger", code, phrase))


@pytest.mark.parametrize(
    ("code", "phrase", "sentence"),
    [
        ("dialogue.meeting", "diskusi", "Kadin menggelar diskusi dengan JETRO di Jakarta."),
        ("trade.flow", "tarif impor", "Kedua negara sepakat menghapus tarif impor kopi."),
        ("trade.act", "dijual", "Kopi itu dijual ke Jepang lewat Surabaya."),
        ("finance.aid", "memberikan bantuan", "Jepang memberikan bantuan kepada petani Aceh."),
        ("programme.launch", "meluncurkan", "JICA meluncurkan program mobil listrik."),
        ("investment.acquire", "mengambil alih", "Firma Korea itu mengambil alih 40 persen saham PT Arta."),
    ],
)
def test_the_same_words_without_them_are_acts(code: str, phrase: str, sentence: str):
    start = sentence.lower().index(phrase)
    assert not tells_none(sentence, 0, Hit(start, start + len(phrase), "trigger", code, phrase))


def test_the_fields_of_an_office_are_no_acts():
    text = "Menteri Koordinator Bidang Kemaritiman dan Investasi Luhut memuji Jepang di Jakarta."
    start = text.index("Investasi")
    hit = Hit(start, start + 9, "trigger", "investment.noun", "investasi")
    assert tells_none(text, 0, hit)
    assert not tells_none("Investasi Jepang naik.", 0, Hit(0, 9, "trigger", "investment.noun", "investasi"))


def test_what_is_launched_is_a_programme_whatever_its_name():
    text = "BPI Danantara dan Temasek Holdings asal Singapura akan meluncurkan Nusantara Investment Platform."
    assert kinds(text) == {("programme", "planned")}
    same = "BPI Danantara dan Temasek Holdings asal Singapura akan meluncurkan platform investasi bersama."
    assert kinds(same) == {("programme", "planned")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kemlu mendata WNI di Suva, Fiji, menurut siaran pers yang diterima Harian Pagi.",
        "Kerja sama ini bertujuan untuk meningkatkan perdagangan bilateral antara Indonesia dan Jepang.",
        "Pesawat itu akan singgah di Darwin, Australia.",
        "Kepala Perwakilan Dagang AS Mary Kane tengah bersiap ke Jakarta.",
        "Sejumlah pelancong dari Prancis singgah di desa itu.",
        "Turis Australia mengunjungi pasar.",
    ],
)
def test_what_a_newsroom_gets_and_where_an_aeroplane_stops_is_no_act(sentence: str):
    assert kinds(PARTNERS + sentence) == kinds(PARTNERS)


def test_keepsakes_are_no_meeting_of_their_own():
    text = "Kementerian Perdagangan menerima plakat dari Kedutaan Besar Jepang di Jakarta."
    assert not kinds(text)


def test_who_approves_of_something_agrees_on_nothing_with_the_other_side():
    assert not kinds("Menurut Menko Luhut Pandjaitan, China sudah menyetujui langkah itu.")


def test_what_a_ministry_does_is_no_office_of_it():
    text = "Kementerian Ketenagakerjaan menempatkan 200 perawat di Jepang."
    assert kinds(text) == {("labour_mobility", "ongoing")}


def test_the_office_of_a_minister_of_trade_is_no_trade():
    assert not kinds("Mereka membahas rencana temu menteri perdagangan Indonesia dan Prancis.")


def test_tourists_are_no_guests():
    text = "Kami berharap banyak wisatawan Turki bisa berkunjung ke Magelang, kata Wali Kota Sigit Widodo."
    assert not [kind for kind, _ in kinds(text) if kind == "dialogue"]


def test_people_are_no_goods():
    assert "trade" not in {kind for kind, _ in kinds("Indonesia menunda pengiriman pasukan ke Peru.")}


def test_what_is_paid_for_jointly_is_nobodys_gift():
    text = "Proyek tersebut didanai {how} Pertamina dan Rosneft asal Rusia."
    assert ("finance", "ongoing") not in kinds(text.format(how="secara patungan oleh"))
    assert ("finance", "ongoing") in kinds(text.format(how="oleh"))
