"""The measures of section 12: cases small enough to reckon by hand, and against the reference."""

import json
import subprocess
import sys

import pytest

from kerjasama.evaluate.measure import load_gold, summary
from kerjasama.evaluate.names import NameBook, fold
from kerjasama.evaluate.scores import Count, assign, fact_similarity, score_article

ACTORS = [
    {"name": "Kementerian Perindustrian", "country": "ID", "kind": "government", "aliases": ["Kemenperin"]},
    {"name": "Sakura Denki Co., Ltd.", "country": "JP", "kind": "company"},
]
FACT = {
    "instrument": "agreement",
    "stage": "signed",
    "partner_countries": ["JP"],
    "participants": [{"name": "Kemenperin"}, {"name": "Sakura Denki"}],
    "sectors": ["electronics"],
    "event_date": "2024-05",
}
TEXT = "Menteri berkata pabrik itu segera dibangun. Ia gembira."
STATEMENT = {
    "speaker": "Sri Lestari",
    "mode": "indirect",
    "start_words": "pabrik itu segera",
    "end_words": "itu segera dibangun",
}


def article(**slots):
    return {"is_cooperation": True, "actors": ACTORS, "facts": [FACT], **slots}


def test_names_fold_case_accents_and_legal_forms():
    assert fold("PT Astra Honda Motor, Tbk.") == "astra honda motor"
    assert fold("Société") == "societe"


def test_aliases_of_either_side_make_names_one():
    names = NameBook({"actors": ACTORS})
    assert names.same("Kemenperin", "Kementerian Perindustrian")
    assert not names.same("Kemenperin", "Kementerian Perdagangan")
    assert names.same_speaker("Kimura", "Tadashi Kimura")
    assert not names.same_speaker("", "Tadashi Kimura")


def test_a_perfect_reading_scores_one_everywhere():
    gold = article(figures=[{"value": 5, "unit": "IDR"}], statements=[STATEMENT])
    counts = score_article(gold, gold, TEXT)
    assert {name: count.f1 for name, count in counts.items() if count.gold} == {
        name: 1.0 for name, count in counts.items() if count.gold
    }


@pytest.mark.parametrize(
    ("slot", "value", "left"),
    [
        ("instrument", "general", 0.70),
        ("stage", "planned", 0.75),
        ("partner_countries", ["KR"], 0.90),
        ("sectors", ["energy"], 0.90),
        ("event_date", None, 0.95),
        ("participants", [{"name": "Kemenperin"}], 0.90),
    ],
)
def test_each_slot_weighs_what_the_codebook_says(slot, value, left):
    names = NameBook(article())
    assert fact_similarity(FACT, FACT | {slot: value}, names) == pytest.approx(left)


def test_pairs_are_assigned_for_the_largest_total():
    table = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.8, ("b", "y"): 0.0}
    pairs = assign(["a", "b"], ["x", "y"], lambda g, p: table[g, p])
    assert [(i, j) for i, j, _ in pairs] == [(0, 1), (1, 0)]


def test_span_overlap_of_half_counts_and_less_does_not():
    half = STATEMENT | {"end_words": "pabrik itu segera"}
    less = STATEMENT | {"start_words": "Ia gembira", "end_words": "Ia gembira"}
    gold = {"statements": [STATEMENT]}
    assert score_article(gold, {"statements": [half]}, TEXT)["statements"].hit == 1
    assert score_article(gold, {"statements": [less]}, TEXT)["statements"].hit == 0


def test_intervals_hold_the_point_and_are_the_same_at_every_run():
    articles = [{"figures": Count(hit, 2, 2)} for hit in (2, 1, 2, 0, 2)]
    row = summary(articles)["figures"]
    assert row["low"] <= row["f1"] <= row["high"]
    assert summary(articles) == summary(articles)


def test_agrees_with_the_reference_scorer(shared, tmp_path):
    """Gold against a spoilt copy of itself: every measure equals the reference's, to four digits."""
    gold = load_gold(shared / "gold" / "dev")
    for number, (name, annotation) in enumerate(gold.items()):
        (tmp_path / f"{name}.json").write_text(json.dumps(_spoil(annotation, number)))
    command = [sys.executable, shared / "gold" / "score.py", shared / "gold" / "dev", tmp_path, "--json"]
    told = subprocess.run(
        [*command, "--texts", shared / "gold" / "dev-texts"], capture_output=True, text=True, check=True
    )
    reference = json.loads(told.stdout)
    counts = [
        score_article(
            annotation, _spoil(annotation, number), (shared / "gold/dev-texts" / f"{name}.txt").read_text()
        )
        for number, (name, annotation) in enumerate(gold.items())
    ]
    ours = summary(counts)
    for measure, row in ours.items():
        assert row == {key: reference[measure][key] for key in row}, measure


def _spoil(annotation, number):
    spoilt = json.loads(json.dumps(annotation))
    for i, fact in enumerate(spoilt["facts"]):
        if (i + number) % 3 == 0:
            fact["stage"] = "planned"
        if (i + number) % 4 == 0:
            fact["participants"] = fact["participants"][:1]
    spoilt["facts"] = spoilt["facts"][number % 2 :]
    spoilt["statements"] = spoilt["statements"][: 5 + number % 3]
    spoilt["actors"] = spoilt["actors"][number % 3 :]
    for figure in spoilt["figures"][::2]:
        figure["kind"] = "share"
    return spoilt
