"""Which cue decides the stage, clause by clause."""

import pytest

from kerjasama.codebook.lexicon import cooperation_lexicon
from kerjasama.extract.stages import governing, read_stage
from kerjasama.text.clauses import clauses


def stage(text: str, trigger: str, default: str = "ongoing") -> str:
    hits = cooperation_lexicon().hits(text)
    start = text.index(trigger)
    word = next(h for h in hits if h.kind == "trigger" and h.start <= start < h.end)
    parts = clauses(text, (0, len(text)))
    number = max(i for i, (begin, _) in enumerate(parts) if begin <= word.start)
    cues = [h for h in hits if h.kind == "cue"]
    return read_stage(text, governing(text, parts, number, cues, word), word, default).stage


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kedua negara telah sepakat akan bekerja sama", "bekerja sama", "agreed"),
        ("Indonesia akan membahas kerja sama", "kerja sama", "planned"),
        ("Indonesia berharap Jepang segera menyepakati kerja sama", "kerja sama", "requested"),
        ("Indonesia mengajak Jepang agar kerja sama ditingkatkan", "kerja sama", "requested"),
        ("Kerja sama itu dihentikan sementara", "Kerja sama", "suspended"),
        ("Indonesia tidak hanya memperkuat kerja sama", "kerja sama", "ongoing"),
        ("Indonesia belum menjalin kerja sama", "menjalin kerja sama", "planned"),
    ],
)
def test_the_outermost_strong_cue_decides(text: str, trigger: str, expected: str):
    assert stage(text, trigger) == expected


def test_a_plan_inside_a_relative_clause_is_not_the_plan_of_the_main_verb():
    text = "Pembangunan yang akan dibagi ke dalam tiga tahap itu mendapatkan pinjaman"
    assert stage(text, "mendapatkan pinjaman") == "ongoing"


def test_without_any_cue_the_trigger_says_its_own_stage():
    assert stage("Menteri menemui duta besar", "menemui", default="completed") == "completed"
