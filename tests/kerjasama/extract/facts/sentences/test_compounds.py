"""Acts that a verb and its object tell together, and what one side asks the other to do.

All sentences here are written for these tests.
"""

import pytest

from kerjasama.codebook.lexicon import COMPOUND, cooperation_lexicon
from kerjasama.extract.facts.sentences.compounds import compound_triggers
from kerjasama.extract.reader import read
from kerjasama.records import Article


def found(text: str) -> list[tuple[str, str]]:
    hits = cooperation_lexicon().hits(text)
    verbs, objects = ([h for h in hits if h.kind == kind] for kind in COMPOUND)
    return [(hit.code, text[hit.start : hit.end]) for hit in compound_triggers(text, verbs, objects)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(f.instrument, f.stage) for f in read(Article(text=text, article_id="a-test")).facts]


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Firma itu membangun dua pabrik di Batang.", "investment.invest", "membangun dua pabrik"),
        ("Pabrik senilai Rp2 triliun itu diresmikan.", "investment.done", "diresmikan"),
        ("Kota itu mengirim empat tenaga ahli.", "technical.send", "mengirim empat tenaga ahli"),
        ("Sebanyak 30 guru SMK akan dikirim.", "training.send", "dikirim"),
        ("Sebanyak 30 guru SMK kami latih.", "training.hold", "kami latih"),
        ("Indonesia memperoleh tambahan kuota haji.", "general.quota", "memperoleh tambahan kuota"),
        ("TNI memberangkatkan pasukan perdamaian.", "general.peace", "memberangkatkan pasukan perdamaian"),
        ("Bank itu mengucurkan pinjaman.", "finance.paid", "mengucurkan pinjaman"),
        ("Bank itu menggelontorkan US$ 5 juta.", "finance.paid", "menggelontorkan US$"),
        ("Kota itu menyumbang Rp5 miliar.", "finance.paid", "menyumbang Rp"),
        ("Negara itu meminjam US$ 1 miliar.", "finance.paid", "meminjam US$"),
        ("Firma itu menjual 100 unit kendaraan.", "trade.act", "menjual 100 unit kendaraan"),
        ("Bank itu menyisihkan hibah bagi petani.", "finance.grant", "menyisihkan hibah"),
        ("Negara itu menerbangkan 12 ton bantuan.", "finance.aid", "menerbangkan 12 ton bantuan"),
        ("Lembaga itu mendampingi nelayan.", "technical.guide", "mendampingi nelayan"),
        ("Kota itu menugaskan dua penyuluh.", "technical.send", "menugaskan dua penyuluh"),
        ("Pengiriman enam tenaga ahli ditunda.", "technical.send", "Pengiriman enam tenaga ahli"),
        ("Uni Eropa menawarkan bantuan teknis.", "technical.transfer", "menawarkan bantuan teknis"),
        ("Rumah sakit itu merekrut lulusan politeknik.", "labour.send", "merekrut lulusan politeknik"),
        ("Kuba membuka akses bagi produk kita.", "trade.access", "membuka akses bagi produk"),
        (
            "Keduanya mengaktifkan lagi pasar perbatasan.",
            "trade.access",
            "mengaktifkan lagi pasar perbatasan",
        ),
        ("Keduanya membentuk kelompok kerja.", "general.group", "membentuk kelompok kerja"),
        ("Kedua badan bertukar informasi.", "general.share", "bertukar informasi"),
        ("Firma itu menjual sahamnya.", "investment.acquire", "menjual sahamnya"),
        (
            "Pengambilalihan 45 persen saham itu tuntas.",
            "investment.acquire",
            "Pengambilalihan 45 persen saham",
        ),
        ("Pengerjaan pabrik pakan itu dikebut.", "investment.invest", "Pengerjaan pabrik"),
        ("Firma itu hengkang dari proyek nikel.", "investment.leave", "hengkang dari proyek nikel"),
        ("Firma itu membatalkan proyek smelter.", "investment.leave", "membatalkan proyek smelter"),
        ("Firma itu meraih modal segar.", "investment.round", "meraih modal segar"),
        ("Firma itu membeli tambang timah.", "investment.acquire", "membeli tambang"),
        ("Firma itu membeli saham PT Kertas Arta.", "investment.acquire", "membeli saham"),
        ("Firma itu menyewa kaveling di Kendal.", "investment.invest", "menyewa kaveling"),
        ("Firma itu menjadi tenant pertama.", "investment.invest", "menjadi tenant pertama"),
        ("Keduanya memancangkan tiang pertama.", "investment.done", "memancangkan tiang pertama"),
        ("Firma itu mengembalikan wilayah kerja.", "investment.leave", "mengembalikan wilayah kerja"),
        ("Keduanya mendirikan perusahaan patungan.", "partnership.found", "mendirikan perusahaan patungan"),
        ("Pabrik senilai Rp2,7 triliun itu diresmikan.", "investment.done", "diresmikan"),
        (
            "Firma itu menggandakan kapasitas produksi.",
            "investment.invest",
            "menggandakan kapasitas produksi",
        ),
        ("Kota itu menyiapkan dana bagi desa.", "finance.give", "menyiapkan dana"),
        ("Tiga ahli membimbing petani di sana.", "technical.guide", "membimbing petani"),
        ("Mereka memasok daging sapi ke sini.", "trade.act", "memasok daging sapi"),
        ("Firma itu memakai komponen lokal.", "partnership.choose", "memakai komponen lokal"),
        ("Pabrik itu menggandeng tiga pemasok.", "partnership.choose", "menggandeng tiga pemasok"),
        ("Sebanyak 40 perawat NTT terbang ke Jerman.", "labour.depart", "terbang ke"),
        ("Dua dosen itu mengajar di Suva.", "training.send", "mengajar di"),
        ("Hibah tahap kedua mengalir.", "finance.give", "mengalir"),
        ("Koperasi itu melepas dua kontainer.", "trade.first", "melepas dua kontainer"),
        ("Galangan itu menyerahkan dua helikopter.", "trade.first", "menyerahkan dua helikopter"),
        ("Kota itu mengadopsi kurikulum vokasi.", "technical.transfer", "mengadopsi kurikulum"),
        ("Mereka bertukar data.", "technical.transfer", "bertukar data"),
        ("Investor itu melirik lahan di Kendal.", "investment.probe", "melirik lahan"),
        ("Biaya sewa, sebesar 2 juta euro, ditanggung kota itu.", "finance.give", "ditanggung"),
        ("Swiss mengirim bantuan 10 ton gandum.", "finance.aid", "mengirim bantuan"),
    ],
)
def test_a_verb_and_its_object_are_one_trigger(text: str, trigger: str, words: str):
    assert found(text) == [(trigger, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Mereka membangun hubungan dengan pabrik itu.",  # another phrase begins between them
        "Guru, siswa, dan orang tua datang.",  # no verb
        "Kapal itu tiba di pelabuhan dengan 12 perawat.",  # what moves stands before the verb
        "Banten meminta firma itu mengajak petani muda.",  # another verb's object
        "Negara itu membantu Grup A, dan menyumbang tim S. ke sana.",  # no sums in "A$" and "S$"
        "Mereka memberi — kata dia — salam.",  # nor in "$"
        "Pabrik itu membangun kepercayaan.",  # an active verb takes nothing that stands before it
    ],
)
def test_words_that_only_stand_near_make_no_trigger(text: str):
    assert found(text) == []


def test_what_is_built_under_a_joint_project_is_its_content():
    text = "Perusahaan Jepang dan PT Pertamina menjalankan proyek bersama membangun kilang di Tuban."
    assert kinds(text) == [("programme", "ongoing")]


def test_what_one_side_asks_the_other_to_do_is_requested():
    text = "Pemerintah Kota Surabaya meminta Jepang membantu kajian lalu lintas."
    assert kinds(text) == [("technical_assistance", "requested")]


def test_help_that_nobody_asks_the_other_side_for_is_no_fact():
    assert kinds("Pemerintah Kota Surabaya membantu warga, sementara Jepang membantu petaninya.") == []


def test_a_verb_that_says_a_stage_says_it_of_its_object_too():
    assert kinds("Jepang menawarkan beasiswa kepada mahasiswa Indonesia.") == [
        ("training_exchange", "requested")
    ]


def test_what_an_international_organisation_gives_needs_no_country():
    text = "Bank Dunia menyalurkan hibah kepada Kementerian Kesehatan untuk puskesmas di Nias."
    assert kinds(text) == [("finance", "completed")]


def test_goods_given_in_need_are_finance_that_took_place():
    text = "Swiss mengirim tiga unit genset untuk Badan Nasional Penanggulangan Bencana."
    assert kinds(text) == [("finance", "completed")]


def test_a_foreign_town_that_something_goes_to_stands_for_its_country():
    text = "Kementerian Pertanian mengirim empat penyuluh ke Harare. Mereka mengajar petani jagung Zimbabwe."
    fact = read(Article(text=text, article_id="a-test")).facts[0]
    assert fact.partner_countries == ("ZW",)


def test_a_document_after_a_comma_opens_an_act_of_its_own():
    text = "Kanada menyanggupi hibah bagi Kementerian Perikanan, dan naskah perjanjiannya akan diteken Mei."
    assert set(kinds(text)) == {("finance", "agreed"), ("agreement", "planned")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ruas tol itu digarap PT Hutama Karya dan Sinohydro.", [("business_partnership", "ongoing")]),
        ("BRIN dan Universitas Kyoto mengembangkan vaksin.", [("technical_assistance", "ongoing")]),
        ("Tank yang dikembangkan PT Pindad dan FNSS asal Turki.", [("technical_assistance", "ongoing")]),
        ("Indonesia dan Jepang mengembangkan wisata.", []),  # countries side by side do nothing together
        ("PT Hutama Karya membangun tol, Sinohydro jembatan.", []),
    ],
)
def test_bodies_joined_beside_a_verb_do_it_together(text: str, told: list[tuple[str, str]]):
    assert kinds(text) == told


def test_a_named_programme_that_both_sides_run_is_ongoing():
    text = "Indonesia dan Jepang menjalankan program Teluk Lestari sejak 2021."
    assert kinds(text) == [("programme", "ongoing")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tujuh pakar gempa dari Jepang membantu BMKG memasang alat.",
            ("technical_assistance", "ongoing"),
        ),
        ("Bappenas dan GIZ menjalankan program Hijau di Papua.", ("programme", "ongoing")),
    ],
)
def test_both_sides_in_the_frame_of_a_verb_are_enough(text: str, told: tuple[str, str]):
    assert kinds(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Curah hujan dari Australia membantu petani di Indonesia.",
        "Pemerintah menyalurkan bantuan beras kepada warga miskin di Jawa Barat.",
        "Jepang mengucurkan hibah untuk Filipina.",
    ],
)
def test_help_that_is_nobodys_or_not_indonesias_is_none(text: str):
    assert kinds(text) == []


def test_an_object_of_one_compound_hides_none_of_another():
    assert found("Negara itu mengalokasikan 9 juta dolar.") == [
        ("finance.grant", "mengalokasikan 9 juta dolar")
    ]


def test_bodies_of_both_sides_that_find_out_together_share_their_knowledge():
    text = "Universitas Gadjah Mada bersama Universitas Melbourne meneliti nyamuk di Sleman."
    assert kinds(text) == [("technical_assistance", "ongoing")]


def test_who_goes_to_a_country_pays_it_no_visit_and_the_country_is_remembered():
    text = (
        "Delapan lulusan SMK Bina Karya terbang ke Jerman, Rabu. "
        "Rombongan dilepas kepala sekolah. Perjanjian magang diteken di Bonn pada Maret."
    )
    assert kinds(text) == [("training_exchange", "completed"), ("agreement", "signed")]


def test_a_contract_to_sell_something_is_a_contract():
    text = "PT Galangan Bahari dan Kementerian Pertahanan Fiji menandatangani kontrak penjualan dua kapal."
    assert kinds(text) == [("agreement", "signed")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Vietnam menyerap 300 ribu ton batu bara Indonesia sepanjang tahun lalu.", "ongoing"),
        ("Indonesia mendesak Kenya memangkas pungutan atas teh dari Jawa Barat.", "requested"),
        ("PT Rempah Timur menerima pesanan dari Yamada Foods, importir asal Jepang.", "agreed"),
        ("Dua kontainer udang milik PT Laut Sehat dilepas ke Korea Selatan, Rabu.", "completed"),
        ("Penghapusan bea masuk kopi Indonesia tidak diluluskan Turki.", "cancelled"),
    ],
)
def test_goods_taken_orders_won_and_dues_lowered_are_trade(text: str, stage: str):
    assert ("trade", stage) in kinds(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kiriman kopi Koperasi Tani Gayo dipulangkan importir di Hamburg, Jerman.", ("trade", "cancelled")),
        ("Badan pangan Amerika Serikat meluluskan permohonan Kementerian Pertanian.", ("general", "agreed")),
    ],
)
def test_goods_sent_back_and_wishes_granted(text: str, told: tuple[str, str]):
    assert told in kinds(text)


def test_a_request_that_is_refused_is_cancelled_and_no_wish():
    text = (
        "Uzbekistan dan Indonesia berunding di Tashkent. Usul Tashkent agar bea masuk benang dinolkan "
        "tidak dikabulkan Jakarta."
    )
    assert ("trade", "cancelled") in kinds(text)
