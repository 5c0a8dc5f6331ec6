"""Documents told of more than once: which is meant by "nota ini", which sorts are apart, which seals what was
agreed on.

What else tells the same fact is decided in `kerjasama.extract.facts.judging.merge`.
"""

from __future__ import annotations

import re

from kerjasama.extract.facts.judging.candidates import Candidate
from kerjasama.extract.facts.sentences.frames import words

_THIS_PAPER = re.compile(rf"\b{words('documents_listed')}\s+{words('this_one')}\b", re.I)
_PAPERS = {
    sort: re.compile(rf"\b{words(sort)}\b", re.I) for sort in ("contracts", "memoranda", "letters_of_intent")
}
"""Sorts of document that are not each other."""
# "Kerja sama tersebut dituangkan dalam …", "Kesepakatan itu ditandai dengan penandatanganan …".
_SET_DOWN = re.compile(
    rf"{words('agreed_things')}\s{words('this_one')}\s(?:[a-z]+\s){{0,2}}?{words('put_on_paper')}\b"
)


def of_this_paper(candidate: Candidate) -> bool:
    """ "Nota kesepahaman ini ditandatangani Menteri X": of the document told last, not of one before it."""
    act = candidate.act
    start, end = act.scene.clauses[act.clause]
    return act.instrument == "agreement" and bool(_THIS_PAPER.search(act.scene.text, start, end))


def papers_apart(one: Candidate, other: Candidate) -> bool:
    """Whether both tell documents, of different sorts: a contract is no letter of intent."""
    first, second = _sorts_of_paper(one), _sorts_of_paper(other)
    return bool(first and second) and not first & second


def _sorts_of_paper(candidate: Candidate) -> set[str]:
    """The sorts of document that the clause of an act names."""
    act = candidate.act
    if act.instrument != "agreement":
        return set()
    start, end = act.scene.clauses[act.clause]
    named = act.scene.text[start:end]
    return {sort for sort, pattern in _PAPERS.items() if pattern.search(named)}


def set_down(promise: Candidate, document: Candidate) -> bool:
    """ "X dan Y sepakat bekerja sama. Kerja sama itu dituangkan dalam MoU": whether what is agreed on is what
    the next sentence says to be signed.
    """
    scene = document.act.scene
    signed = document.act.instrument == "agreement" and document.act.stage == "signed"
    agreed = promise.act.stage == "agreed" and promise.act.scene.number == scene.number - 1
    return signed and agreed and _SET_DOWN.match(scene.text, scene.start) is not None
