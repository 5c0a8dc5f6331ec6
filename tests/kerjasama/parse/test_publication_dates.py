"""Publication dates as metadata and sites print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.parse.dates import find_stamp, read_stamp


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2021-02-28T17:20:00+07:00", "2021-02-28T17:20:00+07:00"),
        ("2020-10-16T11:20:00Z", "2020-10-16T11:20:00+00:00"),
        ("2023-02-27 10:00:00", "2023-02-27T10:00:00+07:00"),
        ("2026-01-09", "2026-01-09"),
        ("Kamis, 21 Mei 2026 12:30 WIB", "2026-05-21T12:30:00+07:00"),
        ("Minggu, 28 Februari 2021 | 17:20 WIB", "2021-02-28T17:20:00+07:00"),
        ("Selasa, 03 Okt 2023 09.05 WITA", "2023-10-03T09:05:00+08:00"),
        ("Rabu (5/11/2025) pukul 19:45 WIT", "2025-11-05"),
        ("5/11/2025, 19:45 WIT", "2025-11-05T19:45:00+09:00"),
        ("Kompas.com - 16/10/2020, 18:20 WIB", "2020-10-16T18:20:00+07:00"),
        ("10/20/2025 18:36", "2025-10-20T18:36:00+07:00"),
        ("26-10-2023", "2023-10-26"),
        ("Diperbarui 14 Jun 2025, 06:00 WIB", "2025-06-14T06:00:00+07:00"),
        ("October 16, 2020 6:05 PM", "2020-10-16T18:05:00+07:00"),
        ("17 Pebruari 2017", "2017-02-17"),
        ("1602844200", "2020-10-16T17:30:00+07:00"),
    ],
)
def test_reads(printed, value):
    assert read_stamp(printed) == value


@pytest.mark.parametrize(
    "printed", [None, "", "N/A", "kemarin", "31 Februari 2020", "1970-01-01", "Rp 2.020", "12/2020"]
)
def test_no_date_is_none(printed):
    assert read_stamp(printed) is None


def test_a_time_without_zone_gets_the_outlets():
    assert read_stamp("3 Maret 2024 08:15", zone="+09:00") == "2024-03-03T08:15:00+09:00"


def test_the_earliest_date_of_a_line_is_found_with_its_span():
    line = "Terbit 2 Mei 2024, diperbarui 2024-05-03"
    stamp = find_stamp(line)
    assert (stamp.value, line[stamp.start : stamp.end]) == ("2024-05-02", "2 Mei 2024")


@given(
    st.datetimes(
        min_value=__import__("datetime").datetime(1995, 1, 1),
        max_value=__import__("datetime").datetime(2090, 1, 1),
    )
)
def test_iso_times_come_back_as_they_are(moment):
    stamp = moment.replace(microsecond=0).isoformat() + "+07:00"
    assert read_stamp(stamp) == stamp
