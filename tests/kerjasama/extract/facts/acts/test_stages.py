"""Which cue decides the stage, clause by clause."""

import pytest
from told_facts import facts, kinds, told

from kerjasama.codebook.lexicon import cooperation_lexicon
from kerjasama.extract.facts.acts.bearing import governing
from kerjasama.extract.facts.acts.stages import read_stage
from kerjasama.text.clauses import clauses


def stage(text: str, trigger: str, default: str = "ongoing", instrument: str = "") -> str:
    hits = cooperation_lexicon().hits(text)
    start = text.index(trigger)
    word = next(h for h in hits if h.kind == "trigger" and h.start <= start < h.end)
    parts = clauses(text, (0, len(text)))
    number = max(i for i, (begin, _) in enumerate(parts) if begin <= word.start)
    cues = [h for h in hits if h.kind == "cue"]
    return read_stage(text, governing(text, parts, number, cues, word, instrument), word, default).stage


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kedua negara telah sepakat akan bekerja sama", "bekerja sama", "agreed"),
        ("Indonesia akan membahas kerja sama", "kerja sama", "planned"),
        ("Indonesia berharap Jepang segera menyepakati kerja sama", "kerja sama", "requested"),
        ("Indonesia mengajak Jepang agar kerja sama ditingkatkan", "kerja sama", "requested"),
        ("Kerja sama itu dihentikan sementara", "Kerja sama", "suspended"),
        ("Indonesia tidak hanya memperkuat kerja sama", "kerja sama", "ongoing"),
        ("Indonesia belum menjalin kerja sama", "menjalin kerja sama", "planned"),
        ("Indonesia tidak lagi menjalin kerja sama", "menjalin kerja sama", "cancelled"),
        ("Indonesia berupaya memperkuat kerja sama", "memperkuat kerja sama", "planned"),
        ("Kerja sama itu sempat terhenti", "Kerja sama", "suspended"),
        ("Indonesia menghentikan sementara seluruh kerja sama", "kerja sama", "suspended"),
        ("Indonesia tidak pernah menjalin kerja sama", "menjalin kerja sama", "cancelled"),
        ("Indonesia membahas perkembangan kerja sama", "kerja sama", "ongoing"),
        ("Besok menteri menemui duta besar", "menemui", "planned"),
        ("Menanggapi permintaan itu, Jepang akan bekerja sama", "bekerja sama", "planned"),
        ("Jepang meminta agar tidak berdagang saja, melainkan bekerja sama", "bekerja sama", "requested"),
        ("Kanada mendorong agar kedua pihak segera bekerja sama", "bekerja sama", "requested"),
    ],
)
def test_the_outermost_strong_cue_decides(text: str, trigger: str, expected: str):
    assert stage(text, trigger) == expected


def test_a_plan_inside_a_relative_clause_is_not_the_plan_of_the_main_verb():
    text = "Pembangunan yang akan dibagi ke dalam tiga tahap itu mendapatkan pinjaman"
    assert stage(text, "mendapatkan pinjaman") == "ongoing"


def test_without_any_cue_the_trigger_says_its_own_stage():
    assert stage("Menteri menemui duta besar", "menemui", default="completed") == "completed"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kesepakatan itu ditandatangani kedua menteri", "ditandatangani", "signed"),
        ("PLN memperkuat komitmen dengan menandatangani nota kesepahaman", "menandatangani", "signed"),
        ("Kanada segera meneken perjanjian dagang", "meneken", "planned"),
        ("Kanada merampungkan negosiasi perjanjian dagang", "perjanjian dagang", "agreed"),
        ("Kanada mempercepat penyelesaian negosiasi perjanjian dagang", "perjanjian dagang", "planned"),
        ("Kanada sepakat merampungkan negosiasi perjanjian dagang", "perjanjian dagang", "planned"),
        ("Perundingan perjanjian dagang telah rampung", "perjanjian dagang", "agreed"),
        ("Kanada mengumumkan perjanjian dagang", "perjanjian dagang", "agreed"),
        ("Kanada mendorong agar perjanjian itu bisa diteken", "diteken", "requested"),
        ("Kanada mendorong percepatan peluncuran perundingan CEPA", "CEPA", "requested"),
        ("Kanada tengah memproses perjanjian dagang", "perjanjian dagang", "planned"),
        ("Kanada berharap kunjungan Budi dapat mempercepat penyelesaian CEPA", "CEPA", "requested"),
    ],
)
def test_what_is_signed_or_over_stands_above_what_led_to_it(text: str, trigger: str, expected: str):
    assert stage(text, trigger, instrument="agreement") == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kerja sama kedua negara perlu diperkuat", "Kerja sama", "requested"),
        ("Kerja sama kedua negara diharapkan terus meningkat", "Kerja sama", "requested"),
        ("Kerja sama kedua negara akan segera dimulai", "Kerja sama", "planned"),
        ("Menteri mengatakan kerja sama itu tengah dijajaki", "kerja sama", "planned"),
        ("Penandatanganan nota kesepahaman dijadwalkan pekan depan", "Penandatanganan", "planned"),
        ("Kerja sama itu akan menambah lapangan kerja", "Kerja sama", "ongoing"),
        ("Indonesia memiliki kerja sama yang perlu diperkuat", "kerja sama", "ongoing"),
    ],
)
def test_a_predicate_bears_on_the_act_that_is_its_subject(text: str, trigger: str, expected: str):
    assert stage(text, trigger, instrument="agreement" if trigger[0] == "P" else "") == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Indonesia akan menjalankan kontrak yang telah ditandatangani itu", "ditandatangani", "signed"),
        ("Indonesia akan membahas kesepakatan dagang yang sudah disepakati", "kesepakatan dagang", "agreed"),
        ("Indonesia akan membahas kontrak yang akan ditandatangani", "ditandatangani", "planned"),
    ],
)
def test_a_relative_clause_says_how_far_a_document_is(text: str, trigger: str, expected: str):
    assert stage(text, trigger, instrument="agreement") == expected


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Perang itu akan memicu gangguan kerja sama", "kerja sama"),
        ("Kunjungan itu menjadi bukti nyata komitmen memperkuat kerja sama", "memperkuat kerja sama"),
        ("Jamuan itu mencerminkan eratnya hati dan komitmen menjalin kerja sama", "menjalin kerja sama"),
        ("Acara ini bagian dari komitmen bank itu bagi kerja sama", "kerja sama"),
        ("Kantor itu akan berfungsi sebagai simpul kerja sama", "kerja sama"),
        ("Direktur Jenderal Perundingan menyebut kerja sama dengan Jepang", "kerja sama dengan"),
    ],
)
def test_what_a_thing_brings_about_or_a_title_says_is_no_stage(text: str, trigger: str):
    assert stage(text, trigger) == "ongoing"


def test_a_plan_in_a_relative_clause_of_another_noun_is_not_the_acts():
    assert (
        stage("Investor menunggu data yang bakal diumumkan", "Investor", instrument="investment") == "ongoing"
    )


def test_a_draft_is_planned():
    assert stage(
        "Indonesia menyerahkan draf nota kesepahaman", "nota kesepahaman", instrument="agreement"
    ) == ("planned")


def test_what_ends_behind_a_relative_clause_ends_its_noun():
    text = "Kerja sama dengan Jaipur, yang dimulai pada 2015 kandas"
    assert stage(text, "Kerja sama") == "cancelled"
    far = "Pelatihan guru besar Universitas Kairo, Mesir, Prof. Umar al-Jundi, yang semula Kamis, batal"
    assert stage(far, "Pelatihan") == "cancelled"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Penandatanganan kontrak menyusul setelah Ramadan", "planned"),
        ("Penandatanganan kontrak berlangsung menyusul kunjungan menteri", "signed"),
    ],
)
def test_what_follows_is_to_come_and_following_only_dates(text: str, expected: str):
    assert stage(text, "Penandatanganan", "signed", "agreement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menteri berharap kunjungan Budi dapat mempererat persahabatan", "completed"),
        ("Menteri berharap kunjungan Budi dapat segera dilaksanakan", "requested"),
    ],
)
def test_a_wish_over_what_a_visit_brings_about_is_no_wish_for_the_visit(text: str, expected: str):
    assert stage(text, "kunjungan", "completed", "dialogue") == expected


def test_what_took_so_long_is_over():
    text = "Dua pekan lamanya mereka menimba ilmu di Denmark"
    assert stage(text, "menimba ilmu", instrument="training_exchange") == "completed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebanyak 30 guru SMK di Jawa Barat sedang mengikuti pelatihan di Korea Selatan.", "ongoing"),
        ("Sebanyak 30 guru SMK di Jawa Barat mengikuti pelatihan di Korea Selatan.", "completed"),
        ("BP2MI telah menempatkan 120 perawat di Jepang.", "completed"),
        ("JICA telah mengirim tiga tenaga ahli ke Kementerian Pertanian Indonesia.", "completed"),
        ("Dua ahli JICA telah mendampingi petani di Lembang sejak 2022.", "ongoing"),
        ("Sejak 2018 BP2MI menyelenggarakan pelatihan bagi perawat di Jepang.", "ongoing"),
        ("Setiap tahun BP2MI menyelenggarakan pelatihan bagi perawat di Jepang.", "ongoing"),
        ("Sejak 2012 Universitas Leiden mengundang dosen Universitas Udayana ke Belanda.", "ongoing"),
        ("Sampai saat ini 24 guru SMK di Jawa Barat menyelesaikan pelatihan di Korea Selatan.", "completed"),
        ("Setiap bulan koperasi di Maluku mengekspor 18 ton pala ke Belanda.", "ongoing"),
        ("Universitas Udayana pernah bekerja sama dengan Universitas Leiden.", "completed"),
    ],
)
def test_an_adverb_right_before_the_verb_tells_whether_it_is_done(text, expected):
    (fact,) = facts(text)
    assert fact.stage == expected


def test_firms_that_are_brought_together_at_a_matching_trade():
    (fact,) = facts(
        "Atase Perdagangan Indonesia mempertemukan eksportir kopi dengan 20 importir Mesir dalam temu dagang."
    )
    assert (fact.instrument, fact.stage) == ("trade", "completed")


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Program Laut Biru, yang dibiayai Pemerintah Denmark, dikelola Kementerian Kehutanan.", "programme"),
        ("Kementerian Kehutanan mengelola hibah 3 juta euro dari Pemerintah Denmark.", "finance"),
    ],
)
def test_what_pays_for_a_programme_with_a_name_is_told_of_the_programme(text, instrument):
    assert {fact.instrument for fact in facts(text)} == {instrument}


def test_a_commitment_that_is_kept_up_is_more_than_a_promise():
    text = (
        "Jepang berterima kasih atas komitmen Pemprov Maluku yang terus mengirimkan tenaga kerja ke Jepang."
    )
    assert {row[:2] for row in told(text)} == {("labour_mobility", "ongoing")}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Universitas Udayana akan mengirim dosen ke Kyushu University, namun dibatalkan akibat wabah.",
            "cancelled",
        ),
        ("Pemprov Bali berencana mengirim 20 penari ke Moskow, Rusia, tetapi ditunda.", "suspended"),
    ],
)
def test_what_was_to_happen_is_taken_back(text: str, stage: str):
    assert kinds(text) == {("training_exchange", stage)}


def test_what_a_tie_is_for_goes_on():
    text = "Kemnaker menggandeng Pemerintah Finlandia dalam penyelenggaraan pelatihan vokasi kehutanan."
    assert {row[:2] for row in told(text)} == {("training_exchange", "ongoing")}


def test_a_wish_reaches_over_what_parts_it_from_its_object():
    text = (
        "Diharapkan setelah seminar ini dapat terjalin kerja sama antara Universitas Udayana dan Kyushu "
        "University."
    )
    assert ("general", "requested") in kinds(text)


@pytest.mark.parametrize("aim", ["menghasilkan kesepakatan dagang", "membentuk perjanjian dagang"])
def test_it_is_time_for_both_to_negotiate_is_a_wish(aim: str):
    rows = kinds(
        "Menteri Perdagangan Budi Santoso bertemu Menteri Perdagangan Mesir Ahmed Samir di Kairo. "
        f'"Sudah saatnya kedua negara berunding untuk {aim}," kata Budi.'
    )
    assert ("agreement", "planned") not in rows


def test_how_important_an_occasion_is_is_no_wish():
    text = "Pertemuan ini menjadi momen penting untuk menjajaki kerja sama"
    assert stage(text, "kerja sama") == "planned"
    assert stage("Kedua negara penting untuk bekerja sama", "bekerja sama") == "requested"


def test_a_long_relative_clause_that_itu_closes_holds_its_plan_to_itself():
    text = (
        "Pembangunan pelabuhan yang akan dibagi ke dalam beberapa tahap pengerjaan itu mendapatkan pinjaman"
    )
    assert stage(text, "mendapatkan pinjaman") == "ongoing"
    assert stage("Pelabuhan yang akan besar itu mendapatkan pinjaman", "mendapatkan pinjaman") == "ongoing"


def test_what_ends_in_a_deal_is_only_hoped_to():
    rows = kinds(
        "PT Rantai Baja dan Kivi Oy asal Finlandia bertemu di Espoo. Acara PT Rantai Baja dan Kivi Oy itu "
        "diharapkan dapat berujung pada kesepakatan bisnis."
    )
    assert ("agreement", "agreed") not in rows
