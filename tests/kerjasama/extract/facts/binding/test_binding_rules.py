"""A table of binding rules: the first that finds a party binds it, by its name and with its reach."""

from told_facts import told

from kerjasama.extract.facts.binding.rules import Rule, by_first
from kerjasama.extract.facts.sentences.parties import Party

JAPAN = Party(0, 6, "Jepang", "country", "JP", "party.country")
RULES = (
    Rule("near", 0, lambda found: [JAPAN] if found else []),
    Rule("far", 3, lambda found: [JAPAN, JAPAN]),
)


def test_the_first_rule_that_finds_a_party_binds_it_once():
    assert [(b.party, b.rule, b.reach) for b in by_first(RULES, True)] == [(JAPAN, "binding.near", 0)]
    assert [(b.party, b.rule, b.reach) for b in by_first(RULES, False)] == [(JAPAN, "binding.far", 3)]


def test_where_no_rule_finds_any_nobody_is_bound():
    assert by_first(RULES[:1], False) == []


def test_who_speaks_is_not_who_is_sent():
    rows = told(
        "Kepala Balai Diklat Industri Surabaya Sutarno menyampaikan, sebanyak 35 siswa Politeknik ATI Padang "
        "akan dikirim ke Jepang untuk mengikuti pelatihan."
    )
    assert all("Politeknik ATI Padang" in row[2] for row in rows)


def test_a_pair_takes_the_bodies_that_its_second_is_listed_with():
    rows = told(
        "Kelas itu merupakan kerja sama antara politeknik di bawah Kemenperin dan dua perusahaan asal "
        "Taiwan, yakni Chang Hsin Marine Co., Ltd dan Formosa Green Consulting Co."
    )
    assert rows[0][2] == {"Kemenperin", "Chang Hsin Marine Co., Ltd", "Formosa Green Consulting Co"}


def test_workers_are_placed_by_who_tells_of_it():
    rows = told("BP2MI menyebut penempatan perawat Indonesia ke Jepang bertambah.")
    assert rows[0][2] == {"BP2MI", "Jepang"}


def test_who_signs_on_behalf_of_a_state_signs():
    rows = told(
        "MoU antara BP2MI atas nama Pemerintah Indonesia dengan Kivi Care Oy diteken di Helsinki, Finlandia."
    )
    assert rows[0][2] == {"BP2MI", "Kivi Care Oy"}
