"""A table of binding rules: the first that finds a party binds it, by its name and with its reach."""

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
