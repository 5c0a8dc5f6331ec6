import random

import pytest

from kerjasama.resolve.actors import resolve_actors


def mention(number, name, kind="company", country="ID", article=None, **more):
    return {
        "actor_mention_id": f"m-{number}",
        "article_id": article or f"a{number}",
        "name": name,
        "kind": kind,
        "country": country,
        "parent": None,
        "role_title": None,
        "aliases": [],
        "wikidata_id": None,
        **more,
    }


def groups(*mentions):
    """Which mentions are one actor, as sets of their numbers."""
    _, actors = resolve_actors(mentions, {})
    found = {}
    for mention_id, actor_id in actors.items():
        found.setdefault(actor_id, set()).add(mention_id.removeprefix("m-"))
    return sorted(map(sorted, found.values()))


def test_legal_forms_and_case_do_not_part_a_company():
    assert groups(mention(1, "PT Sinar Laut Tbk"), mention(2, "SINAR LAUT")) == [["1", "2"]]


def test_namesakes_of_two_countries_stay_apart():
    assert groups(mention(1, "Sinar Laut"), mention(2, "Sinar Laut", country="MY")) == [["1"], ["2"]]


def test_a_name_without_a_country_joins_the_only_one_of_that_name():
    assert groups(mention(1, "Sinar Laut"), mention(2, "Sinar Laut", country=None)) == [["1", "2"]]
    three = (
        mention(1, "Sinar Laut"),
        mention(2, "Sinar Laut", country="MY"),
        mention(3, "Sinar Laut", country=None),
    )
    assert groups(*three) == [["1"], ["2"], ["3"]]


def test_an_acronym_is_the_body_that_spells_it_out():
    full = mention(1, "Balai Riset Kelautan", kind="public_agency", aliases=["BRK"])
    assert groups(full, mention(2, "BRK", kind="public_agency")) == [["1", "2"]]


def test_an_acronym_of_two_bodies_joins_neither():
    one = mention(1, "Balai Riset Kelautan", aliases=["BRK"])
    two = mention(2, "Badan Rehabilitasi Kota", aliases=["BRK"])
    assert groups(one, two, mention(3, "BRK")) == [["1"], ["2"], ["3"]]


def test_registered_bodies_join_by_any_form():
    forms = ("Kementerian Perindustrian", "Kemenperin", "KEMENPERIN")
    assert groups(*(mention(i, name, kind="government") for i, name in enumerate(forms))) == [["0", "1", "2"]]


def test_short_forms_of_local_governments_join():
    one = mention(1, "Pemprov Jatim", kind="local_government")
    two = mention(2, "Pemerintah Provinsi Jawa Timur", kind="local_government")
    assert groups(one, two) == [["1", "2"]]


def test_a_person_moves_between_offices_of_the_state():
    one = mention(1, "Rina Hartati", kind="person", parent="Kementerian Perdagangan")
    two = mention(2, "Rina Hartati", kind="person", parent="Badan Koordinasi Penanaman Modal")
    assert groups(one, two) == [["1", "2"]]


def test_namesakes_of_unlike_bodies_are_two_people():
    one = mention(1, "Rina Hartati", kind="person", parent="Kementerian Perdagangan")
    two = mention(2, "Rina Hartati", kind="person", parent="PT Sinar Laut")
    nobody = mention(3, "Rina Hartati", kind="person")
    again = mention(4, "Rina Hartati", kind="person", parent="Kementerian Perdagangan")
    assert groups(one, two, nobody, again) == [["1", "3", "4"], ["2"]]


def test_one_body_makes_one_person_whatever_country_was_read():
    one = mention(1, "Anna Svensson", kind="person", country="SE", parent="WHO")
    two = mention(2, "Anna Svensson", kind="person", country="CH", parent="Organisasi Kesehatan Dunia")
    assert groups(one, two) == [["1", "2"]]


def test_no_body_is_its_own_parent():
    (actor,), _ = resolve_actors([mention(1, "Balai Riset", parent="Balai Riset")], {})
    assert actor["parent"] is None


def test_single_names_are_the_same_only_inside_one_article_or_body():
    one = mention(1, "Rina", kind="person")
    two = mention(2, "Rina", kind="person")
    assert groups(one, two) == [["1"], ["2"]]
    both = (mention(i, "Rina", kind="person", parent="PT Sinar Laut") for i in (3, 4))
    assert groups(*both) == [["3", "4"]]


def test_countries_are_one_whatever_they_are_called():
    one = mention(1, "Jepang", kind="country", country="JP")
    two = mention(2, "Negeri Sakura", kind="country", country="JP")
    assert groups(one, two) == [["1", "2"]]


def test_the_row_tells_the_latest_office_all_forms_and_the_parent():
    rows = [
        mention(1, "Rina Hartati", kind="person", parent="Kemenperin", role_title="Direktur Jenderal"),
        mention(
            2, "Rina Hartati", kind="person", parent="Kemenperin", role_title="Menteri", aliases=["Rina"]
        ),
        mention(3, "Kementerian Perindustrian", kind="government", article="a2"),
    ]
    actors, of_mention = resolve_actors(rows, {"a1": "2020-01-01", "a2": "2024-01-01"})
    person = next(actor for actor in actors if actor["kind"] == "person")
    assert person["role_title"] == "Menteri"
    assert person["aliases"] == ["Rina"]
    assert person["articles"] == 2
    assert person["parent_actor_id"] == of_mention["m-3"]


@pytest.mark.parametrize("seed", range(5))
def test_order_and_other_rows_do_not_change_an_identifier(seed):
    rows = [
        mention(1, "PT Sinar Laut Tbk"),
        mention(2, "Sinar Laut", country=None),
        mention(3, "Rina Hartati", kind="person", parent="Kemenperin"),
        mention(4, "Rina Hartati", kind="person"),
        mention(5, "Jepang", kind="country", country="JP"),
        mention(6, "pelaku UMKM", kind="group"),
    ]
    expected = resolve_actors(rows, {})
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    assert resolve_actors(shuffled, {}) == expected
    more = resolve_actors([*rows, mention(7, "Koperasi Maju", kind="association")], {})[1]
    assert {key: more[key] for key in expected[1]} == expected[1]


def test_identifiers_have_their_form():
    _, of_mention = resolve_actors([mention(1, "Sinar Laut")], {})
    prefix, digits = of_mention["m-1"].split("-")
    assert prefix == "act"
    assert len(digits) == 12
    assert int(digits, 16) >= 0
