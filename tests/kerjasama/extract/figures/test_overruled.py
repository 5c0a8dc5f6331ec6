"""Words of a target or an estimate that say nothing of a number, beside others that do."""

import pytest

from kerjasama.extract.document import Document
from kerjasama.extract.figures.figures import figures
from kerjasama.records import Article


def statuses(text):
    return [figure.status for figure in figures(Document(Article(text=text, published_at="2024-05-22")))]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Jika dibandingkan dengan Mei, ekspornya naik 5 persen.", "actual"),
        ("Kalau kita hitung, upahnya Rp 5 juta.", "actual"),
        ("Jika disetujui, upahnya Rp 5 juta.", "estimate"),
        ("Harganya, jika dihitung sejak Mei, naik 5 persen.", "actual"),
        ("Kacang itu kaya akan protein dan mengandung 20 persen minyak.", "actual"),
        ("Petani yakin akan memanen 300 ton.", "target"),
        ("Inflasi sesuai target, salah satunya beras 5 persen.", "actual"),
        ("Inflasi sesuai target, yakni 5 persen.", "target"),
        ("Usai kebijakan baru tentang tata niaga bahan mentah, saham turun 5 persen.", "actual"),
        ("Kebijakan belanja lokal 40 persen disambut baik.", "target"),
        ("Pasokan untuk kebutuhan dalam negeri sebesar 300 ton.", "actual"),
        ("Kebutuhan dalam negeri sebesar 300 ton.", "estimate"),
        ("Negara itu berpeluang untung dari nikelnya yang menyumbang 40 persen pasokan.", "actual"),
        ("Potensi untung yang bisa diraih para petani mencapai Rp 5 miliar.", "estimate"),
        ("Ada peluang penguatan harga sebesar 11 persen.", "estimate"),
        ("Kawasan itu berpotensi besar, dengan pertumbuhan 4 persen.", "actual"),
        ("Laba itu di bawah proyeksi sebelumnya Rp 5 miliar.", "estimate"),
        ("Laba sebelumnya Rp 5 miliar.", "actual"),
        ("Rencananya pada 2030 sudah ada 30 pabrik.", "target"),
        ("Perusahaan akan melatih guru yang sudah mengajar di 30 sekolah.", "actual"),
        ("Mobil itu dapat dipakai untuk mengangkut beban 250 kilogram.", "actual"),
        ("Mobil itu dikirim untuk mengangkut beban 250 kilogram.", "target"),
        ("Ladang yang menghasilkan 300 ton itu akan ditutup.", "actual"),
        ("Sebanyak 300 ton akan dikirim.", "target"),
        ("Dengan penduduk 280 juta jiwa, negara itu akan menjadi pasar besar.", "actual"),
        ("Dalam waktu 10 tahun, negara itu akan menjadi pasar besar.", "target"),
        ("Sebanyak 300 ton, kata Rina, akan dikirim.", "target"),
        ("Menteri memerintahkan dinas menyerap 300 ton.", "target"),
        ("Harganya diharapkan turun setelah sempat menyentuh Rp 5 juta.", "actual"),
    ],
)
def test_a_word_counts_only_for_its_own_number(text, status):
    assert statuses(text) == [status]


def test_what_is_to_rise_is_real_where_it_began():
    assert statuses("Produksinya akan naik dari 5 juta ton menjadi 8 juta ton.") == ["actual", "target"]
    assert statuses("Labanya berpotensi naik dari rata-rata 10 persen menjadi 30 persen.") == [
        "actual",
        "estimate",
    ]
    assert statuses("Target produksinya naik dari 5 juta ton menjadi 8 juta ton.") == ["target"] * 2


def test_a_margin_and_a_level_reached_go_on_with_the_number_before():
    assert statuses("Bank menargetkan inflasi 3 persen plus minus 1 persen.") == ["target"] * 2
    assert statuses("Indeks diperkirakan tumbuh 12 persen ke level 7.400.") == ["estimate"] * 2
