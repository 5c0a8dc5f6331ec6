"""Scores are told of every gold set: also of one that has facts and actors alone."""

from outputs.accuracy import headline

ROW = {"f1": 0.5, "low": 0.4, "high": 0.6}


def told(**outlets: dict) -> dict:
    by_outlet = {
        name: {"articles": 9, "few_articles": False, "measures": measures}
        for name, measures in outlets.items()
    }
    gold = {"articles": 9, "gold_fingerprint": "f", "measures": {}, "by_field": {}, "by_outlet": by_outlet}
    return {"measured": True, "sets": {"facts_held": gold}}


def test_a_gold_set_of_facts_and_actors_alone_is_told_by_outlet() -> None:
    found = headline(told(kabar={"actors": ROW, "facts_soft": ROW, "facts_strict": ROW}))
    assert found is not None and found.outlet_measures == ("facts_soft", "actors")
    assert [(score.name, score.f1) for score in found.outlets[0].scores] == [
        ("facts_soft", 0.5),
        ("actors", 0.5),
    ]


def test_an_outlet_without_a_measure_that_others_have_has_no_number_there() -> None:
    found = headline(told(kabar={"actors": ROW}, warta={"actors": ROW, "figures": ROW}))
    assert found is not None and found.outlet_measures == ("figures", "actors")
    assert [score.f1 for score in found.outlets[0].scores] == [None, 0.5]


def test_nothing_measured_has_no_headline() -> None:
    assert headline(None) is None and headline({"measured": False, "sets": {}}) is None
