"""Who teaches, learns and works with whom: training, exchange and labour in the words of the press.

All sentences here are written for these tests.
"""

import pytest

from kerjasama.extract.reader import read
from kerjasama.records import Article

HOME = "Universitas Gadjah Mada"
FOREIGN = "Kyoto University"


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        (f"{HOME} dan {FOREIGN} saling bertukar dosen setiap semester.", "ongoing"),
        (f"{FOREIGN} akan menampung 20 mahasiswa {HOME}.", "planned"),
        (f"{FOREIGN} menyediakan 15 kursi beasiswa untuk mahasiswa {HOME}.", "ongoing"),
        (f"{HOME} meminta {FOREIGN} membuka kelas bahasa di Yogyakarta.", "requested"),
        (f"Dua puluh pegawai {HOME} berguru selama sebulan di {FOREIGN}.", "ongoing"),
    ],
)
def test_teachers_learners_and_places_to_study(sentence: str, stage: str):
    facts = read(Article(text=sentence, article_id="a-test", published_at="2024-05-09")).facts
    assert [(f.instrument, f.stage) for f in facts] == [("training_exchange", stage)]
