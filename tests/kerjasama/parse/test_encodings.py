"""Bytes become the characters that were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.parse.encodings import decode
from kerjasama.parse.reject import NotAnArticle

SENTENCE = "Bupati menyebut “kerja sama” itu sudah 60 % rampung – tinggal diresmikan."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_decodes_what_indonesian_pages_come_in(encoding):
    assert decode((SENTENCE * 5).encode(encoding)) == SENTENCE * 5


def test_a_declared_charset_that_lies_does_not_win_over_valid_utf8():
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{SENTENCE}</body></html>'
    assert SENTENCE in decode(page.encode("utf-8"), content_type="text/html; charset=windows-1252")


def test_latin1_is_read_as_windows_1252():
    page = f'<meta charset="iso-8859-1">{SENTENCE}'.encode("cp1252")
    assert SENTENCE in decode(page)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\x00", "empty"),
        (b"%PDF-1.4 \xe2\xe3", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "binary"),
        (b"\x01\x02\x03\x00\x05" * 400, "binary"),
        (b"\xff\xfe\x00", "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data, reason):
    with pytest.raises(NotAnArticle) as refusal:
        decode(data)
    assert refusal.value.reason == reason


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(data):
    try:
        assert isinstance(decode(data), str)
    except NotAnArticle as refusal:
        assert refusal.reason in ("empty", "binary", "encoding")
