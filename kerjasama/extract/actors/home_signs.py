"""Who is Indonesian by a rank, a degree or an office that only Indonesia has.

Bodies and countries beside a name are `employers.py`'s; where nothing stands there, `countries.py` weighs the
names of countries and the sound of the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.names.people import Person
from kerjasama.extract.names.titles import Title

# Ranks and corps as only Indonesia's forces and police write them ("Marsekal TNI", "Kolonel Pnb"), and titles
# of its graduates and pilgrims.
_HOME_RANK = re.compile(
    r"\b(?:TNI|Pol|Pnb|Nav|Inf|Mar|Kav|Kombes|AKBP|Kompol|Marsdya|Marsda|Marsma|Laksdya|Laksda"
    r"|Drs|Dra|Ir|Hj|KH|Tgk|Brigjen|Irjen|Komjen|Letjen|Mayjen)\W*$"
)
# Degrees that only Indonesia's universities give.
_HOME_DEGREE = re.compile(
    r",\s*(?:S\.?\s?(?:E|H|T|Pd|Sos|Kom|IP|I\.P|Si|Ag|P|Hut|Psi|Ked|Pt|STP|TP|Tr|IK)"
    r"|M\.?\s?(?:Si|M|Pd|H|T|Kom|Hum|Ag|Kes|AP)|A\.?\s?Md|SE|SH|ST|MM|MT|MH|MSi|MPd)\b"
)


def at_home(document: Document, group: Sequence[Person], title: Title | None) -> tuple[str, str] | None:
    """ISO code and rule of a person whom words beside one of the printed names place at home."""
    text = document.text
    for person in group:
        if _HOME_RANK.search(text, max(0, person.start - 22), person.start):
            return "ID", "country.rank"
        if _HOME_DEGREE.match(text, person.end):
            return "ID", "country.degree"
    if title is not None and title.full.startswith(_home_offices()):
        return "ID", "country.home_office"
    return None


@lru_cache(maxsize=1)
def _home_offices() -> tuple[str, ...]:
    """Offices that only Indonesia has by that name: "Bupati", "Anggota Komisi VI"."""
    return tuple(load("titles")["home_offices"])
