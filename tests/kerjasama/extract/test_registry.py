"""The registry: every body that it lists is found by each of its printed forms."""

import re
from collections import defaultdict

from kerjasama.codebook import load
from kerjasama.extract.registry import (
    VOCABULARIES,
    Known,
    country_names,
    entity_lexicon,
    organisations,
    public_people,
)
from kerjasama.records import OUTSIDE


def _printed() -> list[tuple[str, Known]]:
    """Every printed form of every body, with the body."""
    return [(form, body) for body in organisations().values() for form in body.forms]


def test_every_printed_form_of_a_body_is_found():
    lexicon = entity_lexicon()
    unseen = []
    for form, _ in _printed():
        text = f"Kata dia, {form} ikut serta."
        hits = [hit for hit in lexicon.hits(text) if hit.kind == "organisation"]
        if form not in {text[hit.start : hit.end] for hit in hits}:
            unseen.append(form)
    assert unseen == []


def test_no_printed_form_stands_for_two_bodies():
    bodies = defaultdict(set)
    for form, body in _printed():
        bodies[form.lower()].add(body.name)
    assert {form: names for form, names in bodies.items() if len(names) > 1} == {}


def test_no_body_is_listed_twice():
    rows = sum(len(rows) for vocabulary in VOCABULARIES.values() for rows in load(vocabulary).values())
    assert rows == len(organisations())


def test_no_body_is_listed_under_two_spellings_of_its_name():
    bodies = defaultdict(set)
    words = [(form, body) for form, body in _printed() if not form.isupper()]  # acronyms may fall together
    for form, body in words:
        bodies[re.sub(r"[\s.-]", "", form).lower(), body.country].add(body.name)
    assert {form: names for form, names in bodies.items() if len(names) > 1} == {}


def test_a_body_is_called_by_its_office_before_each_name_of_its_country():
    forms = organisations()["Reserve Bank of New Zealand"].forms
    for form in ("bank sentral Selandia Baru", "Bank sentral Selandia Baru", "Bank Sentral New Zealand"):
        assert form in forms


def test_every_home_is_a_country_of_the_codebook():
    homes = {body.country for body in organisations().values()}
    homes.update(country for _, country in public_people().values())
    assert homes - {OUTSIDE} - country_names().keys() == set()


def test_no_body_is_called_as_a_public_person():
    forms = {form.lower() for form, _ in _printed()}
    assert forms & public_people().keys() == set()
