"""Firms that buy, build, raise money and leave: investment in the words of the business press.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds, told


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Firma Norwegia Veltrup Corp berencana hengkang dari proyek nikel di Konawe.", "cancelled"),
        ("Firma Norwegia Veltrup Corp membatalkan pembangunan pabrik di Kendal.", "cancelled"),
        (
            "PT Lada Jaya Tbk memperoleh tambahan modal dari Veltrup Corp asal Norwegia tahun ini.",
            "completed",
        ),
    ],
)
def test_who_leaves_gives_up_and_who_got_money_has_it(sentence: str, stage: str):
    assert ("investment", stage) in kinds(sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gubernur Riau Syamsuar mengajak pengusaha Peru tidak segan menanam modal di Riau.", "requested"),
        ("Gubernur Riau Syamsuar menawarkan kawasan industri Dumai kepada pengusaha Peru.", "requested"),
        ("Gubernur Riau Syamsuar mengajak pengusaha Peru terjun ke bisnis kopi.", "requested"),
        ("Sebanyak 14 perusahaan Peru mengelola hutan tanaman di Indonesia.", "ongoing"),
        ("Perusahaan Peru menambang di Riau.", "ongoing"),
        ("Kemenperin meminta Toyota Motor Corporation agar mobil listrik dibuat di Indonesia.", "requested"),
    ],
)
def test_who_works_here_or_is_asked_to_invests(text: str, expected: str):
    assert ("investment", expected) in kinds(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pemkab Batang menerima Hyundai Motor. Hyundai Motor akan memakai kontraktor setempat.",
            ("business_partnership", "planned"),
        ),
        ("Hyundai Motor merangkul perajin lokal di Batang.", ("business_partnership", "ongoing")),
        (
            "Koperasi Manis memproduksi gula. Oranje Naturals BV dari Belanda datang. Oranje Naturals BV "
            "berkomitmen menyerap 450 ton gula.",
            ("trade", "agreed"),
        ),
        (
            "PT Rotan Jaya mengekspor kursi ke Jerman. Pembeli di Jerman menunda pengiriman sejak Juli.",
            ("trade", "suspended"),
        ),
        ("Produk kayu Indonesia masuk ke pasar Peru tanpa pemeriksaan.", ("trade", "ongoing")),
        ("Indonesia menjalani negosiasi tarif dengan Peru.", ("trade", "planned")),
    ],
)
def test_who_promises_alone_does_it_with_whom_the_article_is_about(text: str, expected: tuple[str, str]):
    assert expected in kinds(text)


def test_a_list_that_ends_with_one_whom_nobody_knows_is_taken_whole():
    text = "PT Lada Jaya Tbk meraih modal segar dari Mitsubishi, Toyota, dan Zq awal tahun ini."
    assert ("investment", "completed", {"PT Lada Jaya Tbk", "Mitsubishi", "Toyota"}) in told(text)


def test_behind_a_preposition_both_firms_are_no_subject():
    text = (
        "PT Lada Jaya dan Veltrup Corp asal Norwegia bertemu. Konsorsium Jepang, yang dimiliki oleh kedua "
        "perusahaan itu, akan menjalin kerja sama dengan PT Arta Sari Tbk."
    )
    assert any({"PT Arta Sari Tbk", "Konsorsium Jepang"} == names for _, _, names in told(text))


def test_who_buys_shares_is_no_market_report():
    text = (
        "Emiten PT Lada Jaya Tbk melepas saham treasuri, yaitu saham hasil pembelian kembali saham, kepada "
        "Nordsee Holdings Pte. Ltd. Harga saham itu, saham emiten PT Lada Jaya Tbk, Rp900 per saham."
    )
    assert told(text) == [("investment", "completed", {"PT Lada Jaya Tbk", "Nordsee Holdings Pte. Ltd"})]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Startup PT Lada Nusantara menerima suntikan dana dari Norwegia.", "investment"),
        (
            "Kementerian Kesehatan menerima suntikan dana dari Pemerintah Norwegia.",
            "finance",
        ),
    ],
)
def test_a_firm_gets_capital_and_a_ministry_gets_money(sentence: str, expected: str):
    assert {instrument for instrument, _ in kinds(sentence)} == {expected}


def test_both_firms_may_found_one_together():
    text = (
        "PT Lada Jaya Tbk dan Veltrup Corp asal Norwegia akan meneken nota kesepahaman. Menteri Rini Arta "
        "mengatakan kedua perusahaan akan membentuk perusahaan patungan."
    )
    assert ("business_partnership", "planned", {"PT Lada Jaya Tbk", "Veltrup Corp"}) in told(text)


def test_an_office_whose_officer_tells_of_investment_is_no_party():
    text = "Deputi Promosi BKPM Hasan Arta mengatakan realisasi investasi Norwegia di Indonesia US$ 2 miliar."
    assert told(text) == [("investment", "ongoing", {"Indonesia", "Norwegia"})]


def test_who_tells_what_he_said_at_a_meeting_met():
    text = (
        "Menteri Perindustrian Agus Gumiwang memuji Nordsee Motors Limited (NML) asal Jepang di Indonesia. "
        "Dalam pertemuan dengan CEO Nordsee Motors Limited (NML) Shinsuke Arai di Tokyo, Jepang, Agus "
        "menanyakan pabriknya di Indonesia."
    )
    assert any({"Agus Gumiwang", "Shinsuke Arai"} <= names for _, _, names in told(text))


def test_a_firm_abroad_and_its_branch_at_home_are_two():
    text = (
        "Perusahaan mesin asal Jepang, yakni Nordmaru Ltd, berencana membangun fasilitas perakitan di "
        "Indonesia. PT Nordmaru Indonesia membenarkan. Nordmaru Indonesia menolak merinci."
    )
    assert ("investment", "planned", {"Indonesia", "Nordmaru Ltd"}) in told(text)


def test_that_document_is_the_one_told_before_with_its_names():
    text = (
        "Indonesia telah menandatangani kesepakatan dengan konsorsium perusahaan Jepang di Jakarta. Nota "
        "kesepahaman itu diteken PT Lada Jaya Tbk dan Veltrup Chemical Co asal Jepang."
    )
    assert told(text) == [("agreement", "signed", {"PT Lada Jaya Tbk", "Veltrup Chemical Co"})]


def test_a_document_that_is_announced_is_drawn_up():
    text = "Adapun Veltrup Engineering Co Ltd asal Norwegia juga mengumumkan MoU dengan PT Lada Jaya."
    assert told(text) == [("agreement", "signed", {"PT Lada Jaya", "Veltrup Engineering Co Ltd"})]


def test_what_is_hoped_to_come_of_a_tie_is_no_wish_for_it():
    text = "PT Lada Jaya berharap lewat kerja sama ini ia dan Veltrup Corp asal Norwegia saling menguatkan."
    assert told(text) == []


def test_a_place_is_looked_at_to_build_on():
    text = "Investor Korea melirik Lampung sebagai lokasi membangun pabrik, kata Pemerintah Provinsi Lampung."
    assert {instrument for instrument, _ in kinds(text)} == {"investment"}


def test_nobody_deals_with_himself():
    text = (
        "PT Nordmaru Jaya Sales, agen Nordmaru asal Jepang di Indonesia, ramai. Direktur PT Nordmaru Jaya "
        "Sales Budi Arta berharap penjualan naik."
    )
    assert all(len(names) > 1 for _, _, names in told(text))


def test_who_sells_his_mine_here_has_sold_it_or_will():
    text = "Konglomerasi India, Bharatnova Group, memutuskan menjual dua tambangnya di Indonesia."
    assert {instrument for instrument, _ in kinds(text)} == {"investment"}


def test_what_opens_a_sentence_as_background_is_not_told_of_its_subject():
    text = "Di tengah kabar banyaknya firma hengkang dari pasar Indonesia, India justru datang."
    assert ("investment", "cancelled") not in kinds(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sebanyak 35 persen saham PT Tirta Agung berpindah ke tangan Bangkok Water Holdings, Thailand.",
            "investment",
        ),
        ("Produsen kabel asal Turki menaikkan kapasitas pabriknya di Karawang.", "investment"),
        ("PT Pala Fakfak mengapalkan rempah itu untuk Kruiderij Verhoeven, importir Belanda.", "trade"),
    ],
)
def test_shares_that_pass_on_capacity_raised_and_goods_told_before(text: str, expected: str):
    assert [instrument for instrument, *_ in told(text)] == [expected]
