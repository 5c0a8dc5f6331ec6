"""Names whose words tell a country, and countries that a name cannot be of."""

import pytest

from kerjasama.text.name_origins import may_be_of, origin


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tsuchiya Ayako", "JP"),
        ("Kenji Ohno", "JP"),
        ("Yamane", "JP"),
        ("Han Seung-min", "KR"),
        ("Minho Park", "KR"),
        ("Kim Na Ra", "KR"),
        ("Zhou Yunhai", "CN"),
        ("Ling Zhao", "CN"),
        ("Nguyen Van Minh", "VN"),
        ("Arjun Sharma", "IN"),
        ("Budi Tanaka", None),
        ("Sari Hartati", None),
        ("Han Solo Wijaya", None),
        ("", None),
    ],
)
def test_origin(name, country):
    assert origin(name) == country


@pytest.mark.parametrize(
    ("name", "country", "may"),
    [
        ("Wakana Serizawa", "JP", True),
        ("Namba", "JP", True),
        ("Rudi Hartanto", "JP", False),
        ("Melki Lesilolo", "JP", False),
        ("Peter Schmidt", "KR", False),
        ("Ra Bo-mi", "KR", True),
        ("Hartono Wiguna", "CN", False),
        ("Rudi Hartanto", "AU", True),
        ("", "JP", True),
    ],
)
def test_may_be_of(name, country, may):
    assert may_be_of(name, country) is may
