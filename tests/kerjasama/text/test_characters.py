"""Characters become the ones that were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.text.characters import normalise, normalise_text
from kerjasama.text.derivation import Cleaned


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("kerja&nbsp;sama", "kerja sama"),
        ("Usaha &amp;amp; Industri", "Usaha & Industri"),
        ("&amp;ldquo;Siap,&amp;rdquo; kata dia", "“Siap,” kata dia"),
        ("ke\u00adrja \u200bsama\ufeff", "kerja sama"),
        ("\u202eJETRO\u202c", "JETRO"),
        ("â\x80\x9cSiap,â\x80\x9d kata", "“Siap,” kata"),
        ("â€œSiapâ€\x9d kata", "“Siap” kata"),
        ("Rp 5Â\xa0triliun", "Rp 5 triliun"),
        ("\x93Siap\x94 \x96 begitu", "“Siap” – begitu"),
        ("baris\r\nbaru\u2028lagi", "baris\nbaru\nlagi"),
        ("CAFÉ” buka", "CAFÉ” buka"),
        ("R&D dan AT&T; tetap", "R&D dan AT&T; tetap"),
        ("&lt;b&gt; tetap tulisan", "<b> tetap tulisan"),
    ],
)
def test_normalises(raw, meant):
    assert normalise_text(raw) == meant
    assert normalise(Cleaned.of(raw)).text == meant


@given(st.text(max_size=80))
def test_never_raises_and_settles(text):
    once = normalise_text(text)
    assert "\r" not in once
    assert "\u200b" not in once
