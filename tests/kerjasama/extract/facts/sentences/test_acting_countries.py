"""Which countries may be parties. All sentences here are written for these tests."""

from told_facts import told


def test_countries_that_something_is_compared_with_are_no_parties():
    rows = told(
        "Indonesia menerima investasi Jepang. Tarif yang lebih rendah dibandingkan negara pesaing seperti "
        "Vietnam dan Thailand bisa menarik relokasi pabrik."
    )
    assert not [row for row in rows if row[2] & {"Vietnam", "Thailand"}]


def test_the_name_of_an_outlet_is_no_party():
    assert told("Toyota berekspansi, kata Akio Toyoda kepada CNBC Indonesia.") == []
    assert told("Toyota berekspansi, kata Akio Toyoda kepada media Indonesia.") != []


def test_smugglers_place_no_workers():
    assert told("Polisi membongkar jaringan pengiriman pekerja migran Indonesia ke Kamboja.") == []
    assert told("Perempuan itu diduga mengirim pekerja migran Indonesia ke Kamboja.") == []
