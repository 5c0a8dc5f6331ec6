"""Where the name of a body's head begins that the tagger took into the body's: "VP Kalina Rey Wijaya".

All other personal names are found in `kerjasama.extract.names.personal_spans`.
"""

from __future__ import annotations

import re

from kerjasama.extract.document import Document
from kerjasama.extract.names.offices import honorifics, is_title_head, title_words
from kerjasama.extract.names.person_signs import is_listed, is_mixed, may_be_given, printed
from kerjasama.extract.names.title_names import has_seat
from kerjasama.extract.registry import tails, word_set

# A glued person's name has at most so many words; how much its first must score for a person against a body,
# and below which sum the words are a body's. Set on a dozen written sentences; on the sample newsroom actors
# go from 0.759 to 0.763, on the 361 training articles of corpus-facts nothing changes.
LONGEST = 4
_BEGINS = 0.5
_PLAINLY_A_BODY = -4.0
# Whoever begins so is a person, whatever follows: "PT Panas Lampung Raya Budi Mulyawan".
_GIVEN_NAMES = word_set("name_words", "given_names")
# "BlueLoop", no "MacArthur" or "DiCaprio".
CAMEL = re.compile(r"(?!Ma?c|D[aeiu]|L[aeo]|V[ao]n|O[A-Z]|Fitz)[A-Z][a-z]+[A-Z][a-z]+")
PLAIN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-Z]?[a-zà-ÿ]+)?")


def behind_bodies(document: Document, found: dict[int, int]) -> None:
    """Adds who is glued to the body he heads: "Direktur PT Sari Laut Wibowo Santosa mengatakan".

    A body's name that follows a title and runs on to the verb holds the title's owner in its last words. The
    tagger's scores of the words by themselves, neighbours aside, tell where he begins: the first of them must
    rather be a person's than a body's, and the rest not plainly a body's.
    """
    words = document.tokens
    for name in document.names:
        head = is_title_head(document, name.first)
        opening, last = name.first + (head[0] if head is not None else 0), name.last
        titled = opening > 0 and words[opening - 1].lower in title_words()
        taken = any(b < last and e > name.first for b, e in found.items())
        if name.kind != "ORG" or not titled or taken:
            continue
        begin = behind_told(document, opening, last)
        if not begin and last - opening >= 4 and last < len(words):
            begin = _holder(document, opening, last)
        if begin and not all(word.lower in honorifics() for word in words[begin:last]):
            found[begin] = last


def _holder(document: Document, opening: int, last: int) -> int:
    """The token at which the name of a body's head begins that ends the body's at `last`, else 0."""
    words, scores = document.tokens, document.person_scores
    plain = [
        begin
        for begin in range(max(opening + 2, last - LONGEST), last - 1)
        if all(is_mixed(word.text) for word in words[begin:last])
    ]
    starts = [begin for begin in plain if _ends_known(document, begin)]
    starts = starts or [begin for begin in plain if _behind_tail(document, begin, last)]
    sure = [begin for begin in starts if not any(is_listed(document, i) for i in range(begin, last))]
    if sure:
        return sure[0]
    goes_on = words[last].text.islower() or words[last].text == ","
    given = [begin for begin in plain if goes_on and words[begin].text in _GIVEN_NAMES]
    if given:
        return given[0]
    starts = starts or [begin for begin in plain if goes_on and scores[begin] >= _BEGINS]
    best = max(starts, key=lambda begin: sum(scores[begin:last]), default=0)
    return best if best and sum(scores[best:last]) > _PLAINLY_A_BODY else 0


def _ends_known(document: Document, index: int) -> bool:
    """Whether a listed acronym or a mission's seat stands before the token at `index`: "Komisi I DPR Andia
    Rosa Narang", "Ketua BURT DPD RI Gede Sudarma", "KBRI Tunis Umar Faqih".
    """
    word = document.tokens[index - 1]
    listed = word.text == "RI" or (word.text.isupper() and document.ending(word.end, "organisation"))
    return bool(listed) or any(has_seat(document, city.start) for city in document.ending(word.end, "city"))


def _behind_tail(document: Document, index: int, last: int) -> bool:
    """Whether two or three words at `index` stand behind a firm's last: "VP Kalina Capital Rey Wijaya"."""
    named = range(index, last)
    tailed = any(kind == "company" for _, kind in tails().get(document.tokens[index - 1].text, ()))
    listed = any(is_listed(document, i) for i in named)
    return tailed and 1 < len(named) < LONGEST and not listed and may_be_given(document, index)


def behind_told(document: Document, first: int, last: int) -> int:
    """The token behind a body that the article also names alone, or that only a firm writes so, in a longer
    name: "Direktur Kalina Sento Reza", "Founder BlueLoop Anna Berg"; else 0.
    """
    words = document.tokens
    bodies = {name.text for name in document.names if name.kind == "ORG"}
    for begin in range(last - 1, first, -1):
        plain = all(PLAIN.fullmatch(word.text) for word in words[begin:last])
        if not plain or last - begin > LONGEST - 1:
            return 0
        told = printed(document, first, begin) in bodies or (
            begin == first + 1 < last - 1 and CAMEL.fullmatch(words[first].text)
        )
        if told and all(may_be_given(document, index) for index in range(begin, last)):
            return begin if sum(document.person_scores[begin:last]) > 0 else 0
    return 0
