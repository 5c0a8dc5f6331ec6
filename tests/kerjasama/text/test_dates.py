from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.dates import dates, last_day, reference_day

PUBLISHED = "2024-05-22"  # a Wednesday


def read(text, published=PUBLISHED):
    return [(span.value, span.precision, span.basis) for span in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value", "precision", "basis"),
    [
        ("Rabu (22/5)", "2024-05-22", "day", "resolved"),
        ("Minggu (28/2/2021)", "2021-02-28", "day", "explicit"),
        ("Minggu, 28 Februari 2021", "2021-02-28", "day", "explicit"),
        ("pada 17 Agustus", "2024-08-17", "day", "resolved"),
        ("pada 28 Desember lalu", "2023-12-28", "day", "resolved"),
        ("pada 20-21 Mei", "2024-05-20/2024-05-21", "day", "resolved"),
        ("pada 2225 Juli", "2024-07-22/2024-07-25", "day", "resolved"),
        ("pada Senin kemarin", "2024-05-20", "day", "resolved"),
        ("Rabu lalu", "2024-05-15", "day", "resolved"),
        ("28 Juli hingga 2 Agustus 2021", "2021-07-28/2021-08-02", "day", "explicit"),
        ("Jumat depan", "2024-05-24", "day", "resolved"),
        ("Rabu malam", "2024-05-22", "day", "resolved"),
        ("kemarin", "2024-05-21", "day", "resolved"),
        ("dua hari lalu", "2024-05-20", "day", "resolved"),
        ("pada Juli 2016", "2016-07", "month", "explicit"),
        ("pada November lalu", "2023-11", "month", "resolved"),
        ("pada September mendatang", "2024-09", "month", "resolved"),
        ("bulan lalu", "2024-04", "month", "resolved"),
        ("pekan lalu", "2024-05", "month", "resolved"),
        ("beberapa hari lalu", "2024-05", "month", "resolved"),
        ("dalam beberapa hari terakhir", "2024-05", "month", "resolved"),
        ("sejak awal tahun", "2024", "year", "resolved"),
        ("hingga akhir bulan", "2024-05", "month", "resolved"),
        ("sejak Desember", "2023-12", "month", "resolved"),
        ("dan dimulai Juli", "2024-07", "month", "resolved"),
        ("pada kuartal ini", "2024-Q2", "quarter", "resolved"),
        ("tadi pagi", "2024-05-22", "day", "resolved"),
        ("Januari-September 2025", "2025-01/2025-09", "month", "explicit"),
        ("sejak Januari 1997 sampai dengan Desember 2014", "1997-01/2014-12", "month", "explicit"),
        ("kuartal I 2024", "2024-Q1", "quarter", "explicit"),
        ("triwulan II-2025", "2025-Q2", "quarter", "explicit"),
        ("kuartal pertama tahun ini", "2024-Q1", "quarter", "resolved"),
        ("semester I/2023", "2023-01/2023-06", "month", "explicit"),
        ("lima bulan pertama 2024", "2024-01/2024-05", "month", "explicit"),
        ("4 bulan tahun ini", "2024-01/2024-04", "month", "resolved"),
        ("paruh pertama 2023", "2023-01/2023-06", "month", "explicit"),
        ("sejak 1978", "1978", "year", "explicit"),
        ("awal tahun depan", "2025", "year", "resolved"),
        ("tahun lalu", "2023", "year", "resolved"),
        ("tiga tahun lalu", "2021", "year", "resolved"),
        ("periode 2020-2024", "2020/2024", "year", "explicit"),
        ("era 1990-an", "1990/1999", "year", "explicit"),
    ],
)
def test_reads_and_resolves(text, value, precision, basis):
    assert read(f"Itu terjadi {text}.") == [(value, precision, basis)]


@pytest.mark.parametrize(
    "text",
    [
        "Ia membeli 2.024 unit.",
        "Mei Lestari hadir.",
        "Skornya 18,3%.",
        "Versi 3.10 dirilis.",
        "Nomor 20245678.",
    ],
)
def test_other_numbers_and_names_are_no_dates(text):
    assert read(text) == []


def test_without_a_publication_date_the_latest_weekday_with_its_date_stands_in():
    text = 'Mereka bertemu Senin (11/11). "Baik," katanya, dikutip Rabu (13/11/2024).'
    assert read(text, None)[0] == ("2024-11-11", "day", "resolved")
    assert reference_day(text, None) == date(2024, 11, 13)


def test_without_any_reference_nothing_is_guessed():
    assert read("Mereka bertemu Senin (11/11), tahun lalu.", None) == []


def test_a_wrong_weekday_does_not_move_a_day_near_publication():
    assert read("Acara itu Senin (21/5).") == [("2024-05-21", "day", "resolved")]


def test_a_capital_minggu_is_a_sunday_or_at_a_beginning_the_week():
    assert read("Acara itu Minggu lalu.") == [("2024-05-19", "day", "resolved")]
    assert read("Minggu lalu acara itu selesai.") == [("2024-05", "month", "resolved")]


def test_since_and_until_are_told():
    since, until = dates("Berjalan sejak 1978 dan diteruskan hingga 2030.", PUBLISHED)
    assert (since.relation, until.relation) == ("since", "until")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-Q3", date(2024, 9, 30)),
        ("2024-01-05", date(2024, 1, 5)),
        ("2020/2024", date(2024, 12, 31)),
    ],
)
def test_last_day_of_a_value(value, day):
    assert last_day(value) == day


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-40, 40))
def test_day_and_month_are_resolved_to_the_nearest_year(published, distance):
    day = published + timedelta(days=distance)
    (span,) = dates(f"Acara itu digelar ({day.day}/{day.month}).", published.isoformat())
    assert span.value == day.isoformat()


@given(st.text(alphabet="0123456789/-() MeiJuliSeninRabutahunlalukuartal.", max_size=80))
def test_any_text_gives_ordered_spans(text):
    end = 0
    for span in dates(text, PUBLISHED):
        assert end <= span.start < span.end <= len(text)
        assert span.first <= span.last or span.precision == "day"
        end = span.end


def test_a_part_of_a_year_takes_the_year_that_the_text_prints_with_it():
    text = "Realisasi hingga triwulan III 2022 naik. Pada triwulan ke-3 investor bertambah."
    assert [span.value for span in dates(text, None)] == ["2022-Q3", "2022-Q3"]


@pytest.mark.parametrize(
    "text", ["setiap Selasa, Kamis, dan Sabtu", "pada awal tahun ajaran", "libur akhir tahun"]
)
def test_what_comes_round_again_is_no_date(text):
    assert read(f"Itu terjadi {text}.") == []


def test_the_day_before_counts_from_the_day_told_last():
    days = [value for value, _, _ in read("Mereka bertemu Rabu (15/5). Sehari sebelumnya ia tiba.")]
    assert days == ["2024-05-15", "2024-05-14"]
