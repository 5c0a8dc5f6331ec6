"""Who teaches, learns and works with whom: training, exchange and labour in the words of the press.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds, told

from kerjasama.extract.reader import read
from kerjasama.records import Article

HOME = "Universitas Gadjah Mada"
FOREIGN = "Kyoto University"


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        (f"{HOME} dan {FOREIGN} saling bertukar dosen setiap semester.", "ongoing"),
        (f"{FOREIGN} akan menampung 20 mahasiswa {HOME}.", "planned"),
        (f"{FOREIGN} menyediakan 15 kursi beasiswa untuk mahasiswa {HOME}.", "ongoing"),
        (f"{HOME} meminta {FOREIGN} membuka kelas bahasa di Yogyakarta.", "requested"),
        (f"Dua puluh pegawai {HOME} berguru selama sebulan di {FOREIGN}.", "ongoing"),
        (f"Enam mahasiswa {HOME} menjalani praktik lapangan di {FOREIGN}.", "completed"),
        (f"{HOME} menitipkan 12 lulusannya di {FOREIGN}.", "ongoing"),
        (f"Dua belas perajin digembleng oleh {FOREIGN} di {HOME}.", "ongoing"),
        (f"{FOREIGN} memberi tambahan tempat bagi peneliti {HOME}.", "ongoing"),
        (f"Dua puluh peneliti {HOME} mengikuti inkubasi di {FOREIGN}.", "completed"),
        (f"{HOME} dan {FOREIGN} menjalankan program kursus bahasa bagi perawat.", "ongoing"),
        (f"{HOME} akan mengirim 70 karyawan ke {FOREIGN}.", "planned"),
        (f"Belasan mahasiswa {HOME} kuliah di {FOREIGN}.", "ongoing"),
    ],
)
def test_teachers_learners_and_places_to_study(sentence: str, stage: str):
    facts = read(Article(text=sentence, article_id="a-test", published_at="2024-05-09")).facts
    assert [(f.instrument, f.stage) for f in facts] == [("training_exchange", stage)]


def test_who_is_taught_is_no_labour_that_is_placed():
    text = (
        '"Kami berharap Jepang memberi pelatihan bagi perawat Indonesia," kata Menteri Kesehatan Budi Gunadi.'
    )
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert [(f.instrument, f.stage) for f in facts] == [("training_exchange", "requested")]


def test_whom_one_verb_places_and_sends_are_workers_unless_they_learn():
    placed = "Delapan belas perawat lulusan Universitas Airlangga bertolak ke Wina, Austria."
    taught = placed[:-1] + " untuk mengikuti pelatihan."
    for text, instrument in ((placed, "labour_mobility"), (taught, "training_exchange")):
        facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
        assert [f.instrument for f in facts] == [instrument]


def test_a_new_line_between_the_countries_is_trade():
    text = "Qatar Airways akan membuka rute Doha-Lombok atas permintaan Kementerian Pariwisata."
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert ("trade", "planned") in {(f.instrument, f.stage) for f in facts}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sekitar 40 ribu warga Indonesia bekerja di Qatar.", {("labour_mobility", "ongoing")}),
        ("Warga Indonesia bekerja di Qatar.", set()),
        ("Sekitar 400 mahasiswa Indonesia kuliah di Maroko.", {("training_exchange", "ongoing")}),
        ("Lulusan Poltekkes Ende akan direkrut Toyota.", {("labour_mobility", "planned")}),
        ("Denmark siap membagi pengalaman kepada Pemprov Bali.", {("technical_assistance", "planned")}),
        ("Mozambik ingin belajar dari pengalaman Indonesia.", {("technical_assistance", "requested")}),
        ("Bank Dunia akan melakukan kajian teknis bersama BMKG.", {("technical_assistance", "planned")}),
    ],
)
def test_who_works_and_learns_with_the_other_side_is_counted_and_told(sentence: str, expected: set):
    facts = read(Article(text=sentence, article_id="a-test", published_at="2024-05-09")).facts
    assert {(f.instrument, f.stage) for f in facts} == expected


@pytest.mark.parametrize("wish", ["jumlahnya bisa ditambah", "kuota itu dilipatgandakan"])
def test_more_of_those_who_were_sent_may_be_wished_for(wish: str):
    text = f"Pemkab Lumajang mengirim 35 pemagang ke Jepang. Bupati Lumajang Budi Santoso berharap {wish}."
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert ("training_exchange", "requested") in {(f.instrument, f.stage) for f in facts}


def test_more_of_those_who_were_placed_are_placed_too():
    placed = "BP2MI menempatkan 48 perawat lansia di Jepang. "
    more = "Angkatan kedua akan berangkat ke Jepang pada Juni."
    facts = read(Article(text=placed + more, article_id="a-test", published_at="2024-05-09")).facts
    assert {(f.instrument, f.stage) for f in facts} >= {("labour_mobility", "planned")}
    alone = read(Article(text="Retno Marsudi ada di Jepang. " + more, article_id="a"))
    assert not alone.facts


@pytest.mark.parametrize(
    ("text", "learners"),
    [
        ("Sebanyak 240 mantri hewan ditempa FAO di Bogor.", "mantri hewan"),
        # A document is only what they learn about.
        ("Sebanyak 210 aparat desa digembleng ILO soal cara membaca kontrak.", "aparat desa"),
    ],
)
def test_whom_a_foreign_body_teaches_are_the_side_at_home(text: str, learners: str):
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert [f.instrument for f in facts] == ["training_exchange"]
    assert (learners, "ID") in {(p.name, p.side) for p in facts[0].participants}


def test_a_pronoun_is_who_was_named_last():
    text = (
        "Wali Kota Kyoto, Daisaku Kadokawa, mengunjungi Pemerintah Kota Pekalongan, Rabu (8/5/2024). "
        "Ia pun berniat mengirim enam penenun muda untuk belajar membatik di Pekalongan."
    )
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert ("training_exchange", "planned") in {(f.instrument, f.stage) for f in facts}


def test_a_course_that_is_paid_for_is_given():
    text = f"Kursus tiga pekan di {HOME} itu dibiayai {FOREIGN}."
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert [f.instrument for f in facts] == ["training_exchange"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taiwan membuka 5.000 lowongan bagi pekerja migran Indonesia.", ("labour_mobility", "ongoing")),
        ("Program Guru Maju digagas Kementerian Pendidikan bersama UNICEF.", ("programme", "ongoing")),
        (
            "Dua belas santri asal Aceh menempuh studi di Universitas Al-Azhar, Mesir.",
            ("training_exchange", "ongoing"),
        ),
    ],
)
def test_places_to_work_programmes_and_studies(text: str, expected: tuple[str, str]):
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert [(f.instrument, f.stage) for f in facts] == [expected]


def test_workers_at_home_by_what_they_are_called_are_a_side():
    text = "Pemerintah Aceh menyambut kabar itu. Sebanyak 250 PMI bertolak ke Korea Selatan."
    facts = read(Article(text=text, article_id="a-test", published_at="2024-05-09")).facts
    assert [f.instrument for f in facts] == ["labour_mobility"]


def test_what_a_cooperation_is_said_to_be_tells_its_kind():
    for text in (
        "Pelatihan ini merupakan hasil kerja sama Kemnaker dengan JICA.",
        "Program magang itu hasil kerja sama antara Kemnaker dan IM Japan.",
        "Beasiswa tersebut adalah buah kolaborasi Kemendikbud dan Universitas Leiden, Belanda.",
    ):
        assert [row[:2] for row in told(text)] == [("training_exchange", "ongoing")]


@pytest.mark.parametrize(
    "text",
    [
        "Mahasiswa Indonesia belajar mengolah limbah di Kazan, Rusia.",
        "Dua puluh perwira Indonesia menyelesaikan pendidikan di Akademi Militer Prancis.",
    ],
)
def test_who_learns_or_finishes_school_abroad_is_in_exchange(text: str):
    assert {instrument for instrument, _ in kinds(text)} == {"training_exchange"}


def test_a_language_learned_at_home_is_no_exchange():
    assert kinds("Siswa SMA di Bandung belajar bahasa Jepang setiap hari.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Riset padi yang dilakukan Universitas Padjadjaran bersama Universitas Leiden, Belanda, dimulai.",
        "PT Pindad dan Hurkus Savunma, pabrikan Turki, rampung mengembangkan kendaraan tempur.",
        "Universitas Padjadjaran mengajak Universitas Leiden, Belanda, melakukan survei laut di Ambon.",
    ],
)
def test_research_that_both_sides_do_or_are_to_do_together(text: str):
    assert {instrument for instrument, _ in kinds(text)} == {"technical_assistance"}
