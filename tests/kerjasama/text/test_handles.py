"""Names that stand as accounts, and where they stand in the text."""

from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.derivation import Cleaned
from kerjasama.text.handles import account_name, handles

NAMED = {"anasuryani": "Ana Suryani", "budi": "Budi"}


def named(text):
    return Cleaned.of(text).edit(handles(text, NAMED))


def test_an_account_of_a_known_name_is_read_as_the_name():
    text = "Presiden @ana.suryani dan Pak @budi_ bertemu @cakra."
    read = named(text)
    assert read.text == "Presiden Ana Suryani dan Pak Budi bertemu @cakra."
    start = read.text.index("Ana")
    assert text[slice(*read.raw_span(start, start + len("Ana Suryani")))] == "@ana.suryani"


def test_an_address_is_no_account():
    assert named("surat@budi.id dan @budi.").text == "surat@budi.id dan Budi."


@given(st.text(alphabet="abdiu@._ ", max_size=40))
def test_nothing_else_is_touched(text):
    assert named(text).text == text or any(name in named(text).text for name in NAMED.values())


def test_a_name_and_its_account_come_to_the_same():
    assert account_name("Ana Suryani") == account_name("ana.suryani") == account_name("ana_suryani")
