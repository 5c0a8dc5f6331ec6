"""Parties fetched from outside an act's own words.

All sentences here are written for these tests.
"""

import pytest
from told_facts import facts, sides, told

from kerjasama.codebook.lexicon import cooperation_lexicon
from kerjasama.extract.facts.acts.act_reader import acts
from kerjasama.extract.facts.binding.carry_over import own_side
from kerjasama.extract.facts.sentences.scenes import scenes
from kerjasama.extract.reader import read
from kerjasama.records import Article


def test_whom_the_article_is_about_acts_where_a_sentence_leaves_its_side_out():
    told = facts(
        "Gedung baru Universitas Gadjah Mada rampung tahun lalu. Di dalamnya ada perpustakaan. "
        "Nota kesepahaman dengan Kyoto University ditandatangani pada 12 Juni 2023."
    )
    assert [(f.instrument, f.stage) for f in told] == [("agreement", "signed")]
    assert sides(told[0]) == {("Universitas Gadjah Mada", "ID"), ("Kyoto University", "JP")}


def test_a_side_that_only_the_next_sentence_names_is_the_first_ones():
    told = facts(
        "Pembangunan pabrik pakan di Kabupaten Kebumen dihentikan sementara sejak Maret. "
        "Nordfisk Foods, produsen pakan asal Norwegia, menunggu kepastian harga gas."
    )
    assert [(f.instrument, f.stage) for f in told] == [("investment", "suspended")]
    assert sides(told[0]) == {("Indonesia", "ID"), ("Nordfisk Foods", "NO")}


def test_two_foreign_sides_need_no_third_from_the_article():
    told = facts(
        "Universitas Gadjah Mada menerbitkan kajian tentang mobil listrik. "
        "Kyoto University menandatangani nota kesepahaman dengan Tsinghua University."
    )
    assert told == ()


def test_a_body_that_only_an_act_proves_is_a_party_and_an_actor():
    reading = read(
        Article(
            text="Truk itu keluar dari gudang Koperasi Produsen Lereng Sumbing, Rabu siang. "
            "Koperasi Produsen Lereng Sumbing menandatangani kontrak dengan Toyota Motor Corporation.",
            article_id="a-test",
            published_at="2024-05-09",
        )
    )
    assert ("Koperasi Produsen Lereng Sumbing", "ID") in sides(reading.facts[0])
    assert "Koperasi Produsen Lereng Sumbing" in {actor.name for actor in reading.actors}


def test_trade_goes_on_with_the_buyer_of_the_goods():
    text = (
        "PT Samudra Niaga mengekspor 40 ton tuna ke Jepang. Ikan itu dibeli Nippon Suisan Co Ltd di Osaka.\n"
        "Direktur PT Samudra Niaga Budi Santoso mengatakan perusahaannya akan mengirim 20 ton setiap bulan."
    )
    told = [f for f in read(Article(text=text, article_id="a-test")).facts if f.stage == "planned"]
    assert [(f.instrument, f.partner_countries) for f in told] == [("trade", ("JP",))]


def test_the_branch_of_a_foreign_firm_stands_on_its_side_before_partners_at_home():
    text = (
        "Minato Denki Corporation asal Jepang membangun pabrik kabel di Subang.\n"
        "Presiden Direktur PT Minato Denki Indonesia Sato Ken berbicara di sana. Sato menyatakan "
        "perusahaannya siap bermitra dengan pelaku IKM di Subang."
    )
    told = [f for f in read(Article(text=text, article_id="a-test")).facts if f.stage == "planned"]
    assert ("PT Minato Denki Indonesia", "JP") in {(p.name, p.side) for p in told[0].participants}


def test_a_foreign_body_named_once_is_nobody_s_counterpart():
    told = facts(
        "Kepala Kejaksaan Negeri Cilegon mengutip laporan Intel Corporation. "
        "Atas permohonan PT Krakatau Steel, kejaksaan memberi pendampingan hukum."
    )
    assert told == ()


def test_who_holds_no_known_office_stands_for_the_body_beside_his_name():
    told = facts(
        "PT Sari Laut dan Nippon Suisan Co Ltd bertemu di Makassar. Ahli pakan Tanaka Kenji dari Nippon "
        "Suisan ikut hadir. Tanaka mengatakan pihaknya akan membangun pabrik pakan bersama PT Sari Laut."
    )
    assert sides(told[-1]) == {("PT Sari Laut", "ID"), ("Nippon Suisan Co Ltd", "JP")}


def test_goods_sent_to_a_country_are_taken_by_the_one_body_of_it_that_other_facts_name():
    sent = "PT Sari Laut mengekspor 40 ton rumput laut ke Jepang, Selasa. "
    bought = "Perusahaan itu menandatangani kontrak dengan Nippon Suisan Co Ltd pada Januari."
    assert sides(facts(sent + bought)[0]) == {("PT Sari Laut", "ID"), ("Nippon Suisan Co Ltd", "JP")}
    assert sides(facts(sent)[0]) == {("PT Sari Laut", "ID"), ("Jepang", "JP")}


def test_both_who_build_in_a_country_are_the_parties_not_the_country():
    told = facts(
        "PT Sari Laut meneken nota kesepahaman dengan Nippon Suisan Co Ltd. Keduanya sepakat membangun "
        "pabrik pakan di Indonesia."
    )
    assert sides(told[-1]) == {("PT Sari Laut", "ID"), ("Nippon Suisan Co Ltd", "JP")}


def test_both_of_a_kind_are_the_bodies_named_last():
    text = (
        "Rektor Universitas Andalas memuji Universitas Kebangsaan Malaysia. Kedua kampus sepakat "
        "berkolaborasi dalam riset gambut."
    )
    names = {p.name for f in facts(text) for p in f.participants}
    assert {"Universitas Andalas", "Universitas Kebangsaan Malaysia"} <= names


def test_both_sides_are_those_told_before_though_no_act_has_bound_both():
    rows = told(
        "PT Gayo Lestari mengekspor 20 ton kopi ke Jepang. Kedua pihak menandatangani kontrak di Bogor."
    )
    assert ("agreement", "signed", {"PT Gayo Lestari", "Jepang"}) in rows


def test_heads_of_state_who_watch_a_signing_stand_for_the_one_body_that_other_facts_name():
    told = facts(
        "PT Sari Laut bekerja sama dengan China Ocean Corporation. Penandatanganan kontrak PT Sari Laut "
        "disaksikan Presiden Prabowo Subianto dan Presiden China Xi Jinping di Jakarta."
    )
    assert ("China Ocean Corporation", "CN") in sides(told[-1])
    assert ("China", "CN") not in sides(told[-1])


def test_a_minister_who_speaks_of_another_government_speaks_for_his_country():
    told = facts(
        "Menteri Pertanian Amran Sulaiman berbicara di Jakarta. Amran mengatakan pemerintah Jepang "
        "menawarkan pelatihan petani."
    )
    assert sides(told[0]) == {("Indonesia", "ID"), ("Pemerintah Jepang", "JP")}


def test_a_language_that_is_taught_comes_after_the_parties_told_before():
    told = facts(
        "Politeknik Negeri Bali meneken nota kesepahaman dengan TAFE Queensland. Pelatihan bahasa Inggris "
        "akan diadakan tahun depan."
    )
    assert sides(told[-1]) == {("Politeknik Negeri Bali", "ID"), ("TAFE Queensland", "AU")}


def test_the_government_of_a_town_abroad_is_not_the_state_at_home():
    told = facts(
        "Pemerintah Kota Ambon meneken nota kesepahaman dengan Pemerintah Kota Yokohama. Wali Kota Yokohama "
        "Tanaka Emi mengatakan pemerintah kotanya akan melatih 20 pemandu wisata."
    )
    assert [sides(fact) & {("Indonesia", "ID"), ("Pemerintah Kota Ambon", "ID")} for fact in told] == [
        {("Pemerintah Kota Ambon", "ID")},
        {("Pemerintah Kota Ambon", "ID")},
    ]


def test_who_holds_no_office_stands_for_the_body_that_acted_last():
    told = facts(
        "PT Sari Laut menjalin kerja sama dengan Nippon Suisan Co Ltd. Tanaka Kenji datang ke Makassar. "
        "Tanaka mengatakan pihaknya akan membangun pabrik pakan bersama PT Sari Laut."
    )
    assert sides(told[-1]) == {("PT Sari Laut", "ID"), ("Nippon Suisan Co Ltd", "JP")}


def test_the_first_sentence_may_leave_out_whom_the_article_is_about():
    text = (
        "Japan Bank for International Cooperation membatalkan kredit US$ 30 juta untuk bendungan di Blitar. "
        "PT Tirta Brantas gagal membebaskan lahan. Menurut PT Tirta Brantas, warga menolak pindah."
    )
    assert sides(facts(text)[0]) == {
        ("PT Tirta Brantas", "ID"),
        ("Japan Bank for International Cooperation", "JP"),
    }


def test_two_bodies_pointed_at_are_both():
    text = (
        "Universitas Pattimura bertukar dosen dengan Universitas Groningen. Dua kampus itu akan menggelar "
        "pelatihan bersama."
    )
    names = {p.name for f in read(Article(text=text)).facts if f.stage == "planned" for p in f.participants}
    assert names == {"Universitas Pattimura", "Universitas Groningen"}


def test_states_that_agree_with_each_other_need_no_speaker_at_home():
    told = facts("Presiden Prabowo Subianto berharap Tiongkok dan Amerika Serikat akan mencapai kesepakatan.")
    assert not [f for f in told if f.instrument == "agreement"]


def test_states_among_which_indonesia_is_are_no_other_side():
    told = facts(
        "Upaya menarik investasi menjadi tugas banyak negara, termasuk Indonesia, seperti di Jepang."
    )
    assert "banyak negara" not in {p.name for f in told for p in f.participants}


def test_a_word_in_capitals_is_a_name_and_plans_nothing():
    told = facts("Program SIAP Bahari merupakan kolaborasi antara Indonesia dan Jepang di sektor perikanan.")
    assert {f.stage for f in told} == {"ongoing"}


@pytest.mark.parametrize(
    ("sentence", "at_home"),
    [
        ("Di Tokyo, pemerintah akan menandatangani kontrak.", True),
        ("Pemerintah federal akan menandatangani kontrak.", False),
    ],
)
def test_another_states_government_is_not_the_one_at_home(sentence: str, at_home: bool):
    hits = cooperation_lexicon().hits(sentence)
    act = acts(scenes(sentence, [(0, len(sentence), 0)], [], [], hits)[0])[0]
    assert bool(own_side(act)) == at_home


def test_where_the_sentence_says_government_it_is_the_party():
    sentence = "Tahun depan pemerintah menandatangani kontrak kereta dengan Siemens."
    act = acts(scenes(sentence, [(0, len(sentence), 0)], [], [])[0])[0]
    assert [(p.name, p.kind) for p in own_side(act)] == [("Pemerintah Indonesia", "government")]


def test_a_countrys_side_is_its_body_told_before():
    told = facts(
        "Dinas Lingkungan Hidup Kota Magelang bertemu Linköping University di Magelang. Pihak Swedia "
        "menyanggupi mengirim dua insinyur ke Dinas Lingkungan Hidup Kota Magelang."
    )
    assert ("Linköping University", "SE") in sides(told[1])


def test_two_leaders_of_whom_no_meeting_was_told_are_the_heads_of_state():
    told = facts(
        "Presiden Prabowo Subianto bertolak ke Moskow. Presiden Rusia Vladimir Putin sudah menunggu. "
        "Kedua pemimpin menggelar pertemuan di Kremlin pada Kamis (2/5/2024)."
    )
    assert sides(told[0]) == {("Prabowo Subianto", "ID"), ("Vladimir Putin", "RU")}


def test_where_a_document_is_signed_the_body_named_last_signs_it():
    told = facts(
        "PT Rekacipta memasang pipa. Gasmoz, perusahaan gas asal Mozambik, memuji pipa itu. "
        "Kontrak baru akan diteken PT Rekacipta di Maputo bulan depan."
    )
    assert sides(told[0]) == {("PT Rekacipta", "ID"), ("Gasmoz", "MZ")}


def test_an_embassy_that_acts_is_itself_the_party():
    told = facts("Kedutaan Besar Kanada menyalurkan hibah Rp2 miliar kepada Yayasan Tirta Lestari.")
    assert sides(told[0]) == {("Kedutaan Besar Kanada", "CA"), ("Yayasan Tirta Lestari", "ID")}


def test_an_economists_institute_does_not_trade():
    told = facts(
        "Ekonom Universitas Gadjah Mada Budi Santoso menilai tarif itu berat bagi Indonesia dan India. "
        '"Targetkan setidaknya 20 persen ekspor digeser ke India," kata Budi.'
    )
    assert "Universitas Gadjah Mada" not in {p.name for f in told for p in f.participants}


def test_where_other_states_meet_nobody_told_of_before_does():
    told = facts(
        "Menteri Perdagangan Budi Santoso bertemu Duta Besar Jepang Masaki Yasushi di Jakarta. Lebih dari 60 "
        "negara mengirim utusan untuk bertemu dengan Perdana Menteri Thailand Anutin Charnvirakul."
    )
    assert [p.side for f in told for p in f.participants if f.instrument == "dialogue"].count("TH") == 0


def test_he_who_speaks_is_meant_not_whom_he_named_last():
    told = facts(
        "Gubernur Jawa Tengah Ahmad Lutfian berbicara di Semarang. Ahmad menyebut kebijakan Presiden Amerika "
        "Serikat Donald Trump. Ia mengatakan akan mengirim kopi ke Mesir."
    )
    assert ("Mesir", "EG") in sides(told[0])


def test_a_document_that_seals_a_tie_is_of_both_who_have_the_tie():
    rows = told(
        "Universitas Jember resmi menjalin kerja sama dengan Kyushu University. Kerja sama itu ditandai "
        "penandatanganan MoU dan peresmian pusat kebudayaan Jepang."
    )
    assert rows == [("agreement", "signed", {"Universitas Jember", "Kyushu University"})]
