import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.dates import dates
from kerjasama.text.numerals import quantities


def read(text):
    spans = [(date.start, date.end) for date in dates(text, "2024-05-20")]
    return [(q.value, q.value_max, q.unit) for q in quantities(text, spans)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Nilainya Rp520 triliun.", 520e12, "IDR"),
        ("Nilainya Rp 4,8 T.", 4.8e12, "IDR"),
        ("Nilainya RP 8 triliun.", 8e12, "IDR"),
        ("Nilainya Rp. 1.250.000 saja.", 1_250_000, "IDR"),
        ("Nilainya US$ 5,2 miliar.", 5.2e9, "USD"),
        ("Nilainya $3,500 per unit.", 3500, "USD"),
        ("Nilainya 404 ,5 juta euro.", 404.5e6, "EUR"),
        ("Nilainya 28.590 NTD sebulan.", 28590, "TWD"),
        ("Nilainya 14 juta rupiah.", 14e6, "IDR"),
        ("Kontribusinya 56,94 persen.", 56.94, "percent"),
        ("Kontribusinya 18,3%.", 18.3, "percent"),
        ("Selisihnya +90 persen.", 90, "percent"),
        ("Anggotanya 4,03 juta orang.", 4_030_000, "person"),
        ("Anggotanya 1,250 orang.", 1250, "person"),
        ("Anggotanya 23 ribu sekian orang.", 23000, "person"),
        ("Anggotanya setengah miliar orang.", 5e8, "person"),
        ("Pesanannya dua lusin botol.", 24, "bottle"),
        ("Selusin perusahaan ikut pameran.", 12, "company"),
        ("Dikirim 1.500 lusin gelas.", 18000, "glass"),
        ("Anggotanya satu juta orang.", 1e6, "person"),
        ("Anggotanya dua ratus lima puluh ribu orang.", 250_000, "person"),
        ("Anggotanya satu setengah juta orang.", 1.5e6, "person"),
        ("Lahannya 100 ribu hektare.", 100_000, "hectare"),
        ("Dayanya 55 gigawatt.", 55, "gigawatt"),
        ("Dayanya 120MW.", 120, "megawatt"),
        ("Produksinya 241.3 MBOE.", 241.3, "MBOE"),
        ("Jaraknya mencapai50 km.", 50, "kilometre"),
        ("Terjual 50 ribu unit mobil.", 50_000, "car"),
        ("Pertumbuhannya minus 2,07 persen.", -2.07, "percent"),
        ("Inflasinya plus minus 1 persen.", 1, "percent"),
        ("Labanya minus US$ 7 juta.", -7e6, "USD"),
        ("Berasnya (Rp55.000/5 kg) laris.", 55_000, "IDR"),
        ("Valuasinya 4,5x nilai buku.", 4.5, "times"),
        ("Bantuannya 3 miliar shekel.", 3e9, "ILS"),
        ("Kurs US$1=Rp16.289 hari ini.", 16_289, "IDR"),
        ("Dengan usia operasional lebih dari 15 tahun, satelit itu awet.", 15, "year"),
        ("Pada usia 50 tahun ASEAN perlu berbenah.", 50, "year"),
        ("Berkasnya 128 MB saja.", 128, "megabyte"),
        ("Mereka menampung 2.000 wargaPalestina di sana.", 2000, "person"),
    ],
)
def test_normalises_value_and_unit(text, value, unit):
    assert read(text) == [(value, None, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Ada 1.000–2.000 orang.", 1000, 2000, "person"),
        ("Progres 62 hingga 94% tercapai.", 62, 94, "percent"),
        ("Harganya Rp 600-700 jutaan.", 600e6, 700e6, "IDR"),
        ("Harganya Rp 60 sampai Rp 80 juta.", 60e6, 80e6, "IDR"),
        ("Bunganya antara 4,5% dan 5,5%.", 4.5, 5.5, "percent"),
        ("Kapasitas naik 2,5 - 3 kali.", 2.5, 3, "times"),
        ("Ada 3 atau 4 proyek.", 3, 4, "project"),
        ("Harganya Rp 45 -50 juta.", 45e6, 50e6, "IDR"),
        ("Biayanya US$12 hingga US$30 per meter.", 12, 30, "USD"),
        ("Hunian 80 persen-90 persen", 80, 90, "percent"),
        ("harga Rp14.825 per dolar AS - Rp14.975 per dolar AS", 14825, 14975, "IDR"),
    ],
)
def test_ranges_are_one_quantity(text, low, high, unit):
    assert read(text) == [(low, high, unit)]


def test_a_converted_amount_is_two_quantities():
    assert read("Nilainya US$ 5,2 miliar atau Rp 75,4 triliun.") == [
        (5.2e9, None, "USD"),
        (75.4e12, None, "IDR"),
    ]


def test_bare_numbers_take_the_unit_of_what_they_are_compared_with():
    assert read("Jumlahnya menyusut dari 39 menjadi 35 perusahaan.") == [
        (39, None, "company"),
        (35, None, "company"),
    ]
    assert read("Kursi itu semula 203.320 akan bertambah menjadi 221.720 orang.") == [
        (203_320, None, "person"),
        (221_720, None, "person"),
    ]
    assert read("Sudah 143 dari 193 negara setuju.") == [(143, None, "country"), (193, None, "country")]


@pytest.mark.parametrize(
    "text",
    [
        "Acara digelar Rabu (22/3) di Solo.",
        "Acara digelar pada 17 Agustus 2023 pukul 10.30 WIB.",
        "Presiden ke-7 hadir di KTT G20 bersama CP202.",
        "Pasal 33 ayat 3 UU Nomor 4 Tahun 2009.",
        "Pembangunan fase 2 dan tahap 3 berjalan.",
        "Pria berusia 35 tahun itu hadir bersama Rina (41).",
        "Penduduk usia produktif di bawah 30 tahun senang.",
        "Mereka bertemu 5 tahun lalu dan 3 bulan terakhir.",
        "Timnas menang 2-1 atas tamunya.",
        "Hubungi (021) 4456116 atau 081234567890.",
        "Lihat https://contoh.example/2021/5/artikel-77.",
        "Pandemi Covid-19 dan jaringan 5G meluas.",
        "Haji 1445 H berlangsung lancar.",
        "Indonesia berada di peringkat 40 dunia.",
        "Wisata Kepulauan Seribu ramai.",
        "[Gambas:Video 20detik]",
        "Target SDG 8 dan standar euro 4.",
        "Mesinnya lolos standar Euro3 menjelang Euro 2024.",
        "Pesawat 777X dan roda 4x4 dipamerkan.",
        "Jam malam berlaku hingga 06.00 di sana.",
        "Rumah berlantai 2 dan bertipe 7, 8, dan 10 laku keras.",
    ],
)
def test_what_counts_nothing_is_left_out(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Ada sekitar 200 orang.", "about"),
        ("Ada lebih dari 200 orang.", "more_than"),
        ("Ada 200 lebih orang.", "more_than"),
        ("Ada hampir 200 orang.", "less_than"),
        ("Ada maksimal 200 orang.", "up_to"),
        ("Ada paling sedikit 200 orang.", "at_least"),
        ("Ada 200-an orang.", "about"),
        ("Ada 200 orang.", "exact"),
    ],
)
def test_qualifiers(text, qualifier):
    (quantity,) = quantities(text)
    assert quantity.qualifier == qualifier


def test_the_span_covers_currency_number_and_unit():
    text = "Nilainya sekitar US$ 5,2 miliar untuk 300.000 barel per hari."
    money, oil = quantities(text)
    assert text[money.start : money.end] == "US$ 5,2 miliar"
    assert text[oil.start : oil.end] == "300.000 barel per hari"
    assert (oil.unit_text, oil.rate) == ("barel per hari", "hari")


@given(st.text(alphabet="0123456789.,-%() Rpjutaoranghinggadan\n$", max_size=100))
def test_any_text_gives_ordered_quantities_inside_it(text):
    end = 0
    for quantity in quantities(text):
        assert (
            end <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end <= len(text)
        )
        assert quantity.value_max is None or quantity.value < quantity.value_max
        end = quantity.end
