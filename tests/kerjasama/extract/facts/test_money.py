"""Who lends, grants, pays and forgives: finance in the words of the press.

All sentences here are written for these tests.
"""

import pytest
from told_facts import kinds, told

FUNDER = "KfW"
HOME = "Kementerian Kesehatan"


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        (f"{HOME} mengatakan ongkos gedung itu, sekitar 30 juta euro, akan ditanggung {FUNDER}.", "planned"),
        (f"Dana {HOME} untuk gedung itu bersumber dari {FUNDER}.", "ongoing"),
        (f"{HOME} mengajukan tambahan 60 juta euro kepada {FUNDER}.", "requested"),
        (f"{HOME} meminta {FUNDER} menambah 60 juta euro.", "requested"),
        (f"{FUNDER} sudah melunasi 74 juta euro kepada {HOME}.", "completed"),
        (f"{FUNDER} mengongkosi klinik terapung {HOME}.", "ongoing"),
        (f"{HOME} memilih tidak menarik sisa pinjaman {FUNDER}.", "cancelled"),
        (f"Hibah {FUNDER} bagi {HOME} belum dapat dicairkan.", "suspended"),
        (f"{HOME} mengamankan pendanaan dari {FUNDER}.", "agreed"),
        (f"Pinjaman {FUNDER} bagi {HOME} sudah dicairkan.", "completed"),
        (f"{HOME} menagih janji {FUNDER} mengucurkan hibah.", "requested"),
        (f"{HOME} dapat pinjaman dari {FUNDER}.", "ongoing"),
        (f"{FUNDER} menyodorkan utang baru kepada {HOME}.", "requested"),
        (f"{HOME} mengapresiasi bantuan {FUNDER}.", "completed"),
        (f"Jerman menghapus sebagian utang Indonesia lewat {HOME}.", "completed"),
    ],
)
def test_money_has_many_words(sentence: str, stage: str):
    assert kinds(sentence) == {("finance", stage)}


def test_a_registered_body_that_is_hardly_believed_is_one_where_an_act_needs_it():
    text = f"Dananya bersumber dari pinjaman lunak JICA sebesar 6,2 miliar yen kepada {HOME}."
    assert told(text) == [("finance", "ongoing", {"JICA", HOME})]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{HOME} menerima tamu. Dua unit CT scan diserahkan {FUNDER} kepada {HOME}.",
        f"{FUNDER} menyerahkan 12 unit alat pemindai kepada {HOME}.",
    ],
)
def test_things_given_for_good_are_aid(sentence: str):
    assert ("finance", "completed") in kinds(sentence)


def test_an_organisation_of_no_country_helps_whom_the_article_named():
    text = (
        f"{HOME} melatih dokter di Kupang. Kemarin {HOME} membuka posko.\n"
        "WHO, yang selama ini mengirim ahli entomologi, memperpanjang tugas mereka."
    )
    assert ("technical_assistance", "ongoing", {"WHO", HOME}) in told(text)


def test_who_helps_may_stand_behind_his_people():
    text = (
        "Perumda Tirta Asri dibimbing tiga insinyur perpipaan Waterbedrijf Oost N.V. Belanda sejak Januari."
    )
    assert {kind for kind, _ in kinds(text)} == {"technical_assistance"}


def test_the_body_that_is_asked_is_another_than_the_one_that_asks():
    text = (
        "Tanggul di Semarang dibangun dengan pinjaman Bank Dunia. "
        f"{HOME} meminta lembaga itu menambah 120 juta dolar AS."
    )
    assert ("finance", "requested", {"Bank Dunia", HOME}) in told(text)


def test_a_sum_makes_help_money_and_power_is_sold():
    assert kinds(f"Rencana bantuan 5 juta euro dari {FUNDER} untuk {HOME} dibekukan.") == {
        ("finance", "suspended")
    }
    text = "PT PLN (Persero) bakal menjual 4 megawatt listrik kepada Electricidade de Timor-Leste."
    assert kinds(text) == {("trade", "planned")}


def test_a_programme_is_theirs_who_run_it():
    text = (
        "Loket itu dibuka lewat program Langkah Terang, yang digerakkan Organisasi Perburuhan Internasional "
        "(ILO) bersama Kementerian Ketenagakerjaan. Pemerintah Kanada menopang program itu dengan dana "
        "6 juta dolar Kanada."
    )
    assert {("programme", "ongoing"), ("finance", "ongoing")} <= kinds(text)


def test_who_gives_stands_behind_dari():
    text = "Indonesia akan menerima 3 juta dosis vaksin Pfizer dalam bentuk hibah dari Kanada."
    assert told(text) == [("finance", "planned", {"Indonesia", "Kanada"})]


def test_talks_over_money_are_no_document():
    sentence = f"{HOME} masih melakukan negosiasi dengan {FUNDER} terkait struktur pinjaman rumah sakit."
    assert kinds(sentence) == {("finance", "planned")}


def test_a_finished_programme_and_who_met_an_organisation_of_no_country():
    text = f"{HOME} dan Bank Dunia telah menyelesaikan program Air Sehat senilai 9 juta dolar."
    assert ("programme", "completed") in kinds(text)
    met = (
        f"{HOME} bersama Bank Dunia menjajaki kerja sama air. Pertemuan ini berlangsung di Jakarta, dihadiri "
        "oleh Menteri Kesehatan Budi Santosa dan Direktur Bank Dunia Carolyn Turk."
    )
    assert ("dialogue", "completed", {"Budi Santosa", "Carolyn Turk"}) in told(met)


def test_central_banks_by_their_country_sign():
    assert kinds("Bank Indonesia juga melakukan kerja sama swap dengan bank sentral Korea.") == {
        ("finance", "ongoing")
    }
    rows = told("Bank Indonesia meneken nota kesepahaman dengan bank sentral Filipina.")
    assert rows == [("agreement", "signed", {"Bank Indonesia", "bank sentral Filipina"})]


def test_money_that_never_came_was_not_paid():
    text = f"{HOME} kecewa. Tidak satu dolar pun dikucurkan {FUNDER} bagi {HOME}."
    assert ("finance", "completed") not in kinds(text)
    assert not kinds(f"Sebelum mengucurkan pinjaman, {FUNDER} akan memeriksa {HOME}.")


def test_what_is_decided_is_planned_and_what_is_done_was_paid_for():
    assert kinds(f"Telah diputuskan {FUNDER} memberikan pinjaman kepada {HOME}.") == {("finance", "planned")}
    assert kinds(f"{FUNDER} telah membayar kompensasi kepada {HOME}.") == {("finance", "completed")}


def test_what_money_is_for_is_no_second_act():
    lent = f"{FUNDER} menyetujui pinjaman 30 juta euro bagi {HOME}. "
    assert kinds(lent + f"Pinjaman ini akan membiayai perbaikan klinik {HOME}.") == kinds(lent)
    built = "PLN memperoleh pinjaman dari KfW untuk membangun PLTA di Poso."
    assert {instrument for instrument, _ in kinds(built)} == {"finance"}


def test_what_is_called_somebodys_help_was_given():
    text = "Bus sekolah Sikka rusak. Pemerintah Kabupaten Sikka sedih: bus itu merupakan bantuan Jepang."
    assert ("finance", "completed") in kinds(text)
