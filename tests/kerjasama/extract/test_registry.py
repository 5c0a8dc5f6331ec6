"""The registry: every body that it lists is found by each of its printed forms."""

from kerjasama.extract.registry import entity_lexicon, organisations


def test_every_printed_form_of_a_body_is_found():
    lexicon = entity_lexicon()
    unseen = []
    for body in organisations().values():
        for form in (body.name, *body.aliases):
            text = f"Kata dia, {form} ikut serta."
            hits = [hit for hit in lexicon.hits(text) if hit.kind == "organisation"]
            if form not in {text[hit.start : hit.end] for hit in hits}:
                unseen.append(form)
    assert unseen == []
