"""What the words behind a verb of saying tell: something said, or only that it was said, and of what."""

from __future__ import annotations

import re
from functools import partial

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.registry import word_set

_any = partial(alternatives, "speech_words")

_EMPTY = re.compile(
    rf"\s*(?:{_any('empty_pointers')}\b(?:\s+{_any('pointing')})?"
    rf"|(?:rasa\s+)?{_any('empty_courtesies')}\w*)\b",
    re.I,
)
# "menjelaskan tentang X", "memaparkan berbagai potensi": the topic is told, not what was said of it.
_TELLING = word_set("speech_words", "speech_telling")

_TOPIC = re.compile(rf"\s*{_any('topics')}\b", re.I)

_CONVEYING = word_set("speech_words", "speech_conveying")
_RECORDS = word_set("speech_words", "records")
# "menyampaikan perkembangan itu memberi ruang": a predicate behind the noun, and it is what was said.
_PREDICATE = re.compile(
    rf"\s+(?:{_any('before_predicate')}\s+){{0,2}}(?!{_any('circumstances')}\b)"
    rf"(?:me[a-z]{{4,}}|ber[a-z]{{3,}}|ter[a-z]{{4,}}|di[a-z]{{4,}}|{_any('predicates')})\b"
)
# "menekankan hal ini saat memimpin rapat": nothing is said but that it was said.
_ONLY_POINTS = re.compile(
    rf"\s*hal\s{_any('pointing')}\s*(?:$|[.,]|{_any('said_when', 'circumstances')}\b)",
    re.I,
)
_TOLD_WHOM = re.compile(r"\s*kepada\s(?:(?!\s" + _any("opens_message") + r"\b)[^,])*$")


def tells_nothing(verb: str, body: str) -> bool:
    """Whether a verb's object only names or points at what was said, or to whom, without saying it."""
    if _TOLD_WHOM.match(body):
        return True
    named = _TOPIC.match(body) if verb in _TELLING else None
    if named is None and verb in _CONVEYING:
        named = _EMPTY.match(body)
    if named is not None:
        return _PREDICATE.match(body, named.end()) is None
    return _ONLY_POINTS.match(body) is not None


def records(verb: str, body: str) -> bool:
    """Whether a firm's "mencatat" tells what it reached: "Mitratel mencatat penambahan 1.039 tenant"."""
    return verb == "mencatat" and bool(words := body.split(maxsplit=1)) and words[0].lower() in _RECORDS


_PLEDGES = word_set("speech_words", "pledges")
_OF_SUBJECT = re.compile(
    rf"\s*(?:{_any('own_subjects')}\b|(?:[\w-]+\s+){{1,8}}?{_any('predicates', 'outcomes')}\b)", re.I
)


def pledges(verb: str, body: str) -> bool:
    """ "Budi menjamin pihaknya terbuka", "Budi menargetkan kajian itu rampung Juni": a clause of a subject of
    its own, not "menjamin pasokan".
    """
    return verb in _PLEDGES and _OF_SUBJECT.match(body) is not None


# A clause has a subject and a predicate.
_LEAST_CLAUSE = 4
_OF_ONESELF = word_set("speech_words", "sure_of_oneself")


def is_sure(verb: str, body: str) -> bool:
    """ "Budi yakin harga akan turun": a clause of another subject, not "yakin bisa menang"."""
    words = body.split()
    return verb == "yakin" and len(words) >= _LEAST_CLAUSE and words[0].lower() not in _OF_ONESELF
