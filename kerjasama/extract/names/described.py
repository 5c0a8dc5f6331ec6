"""Bodies that the text itself describes: "Nordhav, produsen vaksin asal Denmark", "perusahaan Iran, Zagros".

A noun for a body beside a capitalised phrase, with the country that the body is of or a relative clause about
it, tells a name's kind better than the name does. The nouns: `kerjasama.extract.names.body_nouns`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook.alternatives import alternatives, either
from kerjasama.extract.document import Document
from kerjasama.extract.names.body_nouns import described_kinds, pointed_kinds
from kerjasama.extract.names.offices import CALENDAR, is_title_head, opens_holder, title_words
from kerjasama.extract.names.person_signs import introduced
from kerjasama.extract.registry import heads, media, no_actor_words, no_names, tails, word_set
from kerjasama.records import HOME
from kerjasama.text.names import is_common
from kerjasama.text.tokens import Token

_LONGEST = 6
_OPENERS = word_set("name_words", "sentence_openers")
_SPEAKING = word_set("name_words", "described_speaking")
_JOINERS = word_set("name_words", "described_joiners")
FORMS_BEHIND_COMMA = word_set("name_words", "organisations_forms_behind_comma")


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    """ ", sebuah maskapai swasta asal Etiopia": a noun behind the comma that closes the name, with what
    describes it, of a long relative clause only "yang".
    """
    one = r"(?:sebuah |salah satu |suatu )?"
    return re.compile(
        rf"(?:\s\([^()]{{1,40}}\))?, {one}(?P<noun>{either(described_kinds())})\b"
        r"(?P<rest>(?: [\w'’&-]+){0,9}(?=[,.;:()\n])|(?: (?!yang\b)[\w'’&-]+){1,6} yang\b)"
    )


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """ "perusahaan logistik asal " before a country, the name behind it."""
    return re.compile(rf"\b(?P<noun>(?i:{either(described_kinds())}))(?: [a-z-]+){{0,5}} \Z")


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """ "Pembelinya, Nile Trading,": a firm by the part that it plays."""
    part, whose = (alternatives("body_nouns", key) for key in ("parts", "whose"))
    return re.compile(rf"\b{part}{whose}?, (?=[A-Z])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _apposed() -> re.Pattern[str]:
    """ "Penyedia lokapasar daring, " before a name, the noun itself neither led by nor part of another's."""
    nouns = either(
        noun for noun, kind in described_kinds().items() if kind == "company" and noun in pointed_kinds()
    )
    return re.compile(rf"(?:(?<=[.,;:–—-] )|(?<=\n)|\A)(?P<noun>(?i:{nouns}))(?: [a-z-]+){{0,4}}, (?=[A-Z])")


# "Mitra lokalnya, Arta Motor": the partner here, where the sentence tells of no other country.
_LOCAL = "lokal"
# What joins a name to the country that it is of; between commas the country must close its phrase. A town may
# stand between.
_OF_COUNTRY = re.compile(
    rf"(?: (?P<asal>asal)|,?(?: yang)? (?P<seat>{alternatives('frames', 'has_its_seat')})| dari|(?P<comma>,))"
    r" (?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?, )?\Z"
)
_TOWN_LAST = re.compile(r" (?:asal|dari|di|berbasis di|bermarkas di) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?\Z")
_CLOSED = re.compile(r"[,.;)]")
# "NordGeo": capitals inside a word.
_MIXED = re.compile(r"[a-z][A-Z]")
_NAMED = re.compile(r",? ?(?:yaitu |yakni |bernama )?[\"“]?")
_TELLS = re.compile(rf"\b{alternatives('name_words', 'described_tells')}\b")


@dataclass(frozen=True, slots=True)
class Described:
    """A body's name that ends before token `last`, what the noun calls it, and the country told of it."""

    last: int
    kind: str
    country: str | None


def described_bodies(document: Document) -> dict[int, Described]:
    """The bodies that a noun describes, by the token at which the name begins."""
    behind_noun = _by_noun_before(document)
    found = {
        **_by_apposition(document),
        **_by_country_behind(document),
        **_by_part(document),
        **_by_noun_behind(document),
        **behind_noun,
    }
    return {
        first: body
        for first, body in sorted(found.items())
        if not _no_body(document, first, body, told=first in behind_noun)
    }


def _by_noun_behind(document: Document) -> dict[int, Described]:
    """ "Nordhav, produsen vaksin asal Denmark,"."""
    found = {}
    for match in _behind().finditer(document.text):
        rest = (match.start("rest"), match.end("rest"))
        told = [hit.code for hit in document.entities_in(*rest) if hit.kind in ("country", "city")]
        told = told or _behind_town(document, *rest)
        last = document.token_at(match.start())
        first = _begin(document, last) if told or _TELLS.search(match["rest"]) else last
        if first < last and (told or not _person(document, first)):
            found[first] = Described(last, described_kinds()[match["noun"]], told[0] if told else None)
    return found


def _behind_town(document: Document, start: int, end: int) -> list[str]:
    """The country behind the town that ends a description: "produsen mebel asal Brianza, Italia"."""
    if not _TOWN_LAST.search(document.text, start, end):
        return []
    return [hit.code for hit in document.starting(end + len(", "), "country")]


def _by_country_behind(document: Document) -> dict[int, Described]:
    """ "PetroPampa asal Argentina", "Oro Petroli dari Italia", "NordGeo, Norwegia,": a name of which no list
    and no tagger tells anything else, with the country that it is of.
    """
    found = {}
    for hit in document.entity_hits:
        if hit.kind not in ("country", "city") or hit.code == HOME:
            continue
        link = _OF_COUNTRY.search(document.text, max(0, hit.start - 40), hit.start)
        if link is None or (link["comma"] and not _CLOSED.match(document.text, hit.end)):
            continue
        last = document.token_at(link.start())
        first = _begin(document, last)
        if first < last and _like_a_firm(
            document, first, last, apart=bool(link["comma"]), alone=bool(link["asal"] or link["seat"])
        ):
            found[first] = Described(last, _kind(document, first, last), hit.code)
    return found


def _by_part(document: Document) -> dict[int, Described]:
    """ "Pembelinya, Nile Trading,"."""
    found = {}
    for match in _part().finditer(document.text):
        first = document.token_at(match.end())
        last = _end(document, first)
        closed = last < len(document.tokens) and document.tokens[last].text in (",", ".", ")")
        if first < last and closed and (last - first > 1 or not _person(document, first)):
            here = _LOCAL in match[0] and not _abroad(document, match.start())
            found[first] = Described(last, "company", HOME if here else None)
    return found


def _abroad(document: Document, offset: int) -> bool:
    """Whether the sentence at an offset names a foreign country or city."""
    number = document.sentence_at(offset)
    sentence = document.sentences[number] if number >= 0 else None
    inside = document.entities_in(sentence.start, sentence.end) if sentence else []
    return any(hit.kind in ("country", "city") and hit.code != HOME for hit in inside)


def _by_apposition(document: Document) -> dict[int, Described]:
    """ "Penyedia lokapasar daring, Tokosemesta,": a firm between commas behind a noun for one."""
    found = {}
    for match in _apposed().finditer(document.text):
        first = document.token_at(match.end())
        last = _end(document, first)
        closed = last < len(document.tokens) and document.tokens[last].text in (",", "(")
        if first < last and closed and not (last - first > 1 and _person(document, first)):
            found[first] = Described(last, "company", None)
    return found


def _by_noun_before(document: Document) -> dict[int, Described]:
    """ "perusahaan Iran, Zagros", "maskapai asal Etiopia Abay Airways"."""
    found = {}
    for hit in document.entity_hits:
        named = _NAMED.match(document.text, hit.end) if hit.kind in ("country", "city") else None
        if named is None or named.end() == hit.end:
            continue
        first = document.token_at(named.end())
        last = _end(document, first)
        # Few countries have a name behind them; only those are worth the search for the noun before them.
        noun = _before().search(document.text, max(0, hit.start - 60), hit.start) if first < last else None
        if noun is None:
            continue
        if (
            noun["noun"][0].isupper()
            and not noun["noun"].isupper()
            and document.token_at(noun.start()) not in document.breaks
        ):
            continue  # "Universitas Kairo Mesir, Rosa Adnan": a part of a name
        apart = named[0].startswith(",") and last < len(document.tokens)
        if apart and document.tokens[last].text not in (",", ".", "(", ")"):
            continue  # "dari Jepang, Budi mengatakan"
        found[first] = Described(last, described_kinds()[noun["noun"].lower()], hit.code)
    return found


def _like_a_firm(document: Document, first: int, last: int, *, apart: bool, alone: bool) -> bool:
    """Whether nothing calls a phrase a person, a place or an event. One plain word may be a firm's whole name
    where it may stand `alone`; a link of a list of towns that a comma sets `apart` is none.
    """
    words = [word.text for word in document.tokens[first:last]]
    town = any(name.kind == "LOC" and name.first < last and name.last > first for name in document.names)
    listed = apart and first > 0 and document.tokens[first - 1].text == ","
    plain = len(words) == 1 and not _MIXED.search(words[0]) and not alone
    event = any(word in no_actor_words() for word in (*words, " ".join(words))) and not _firm(document, last)
    person = _person(document, first) and not _behind_noun(document, first)
    return not (town or listed or plain or event or person)


def _behind_noun(document: Document, first: int) -> bool:
    """Whether a noun for a body stands right before a token: "konsorsium Oro Petroli"."""
    return first > 0 and document.tokens[first - 1].lower in described_kinds()


def _kind(document: Document, first: int, last: int) -> str:
    """What a name's first or last word tells of its kind; most that the press places so are firms."""
    words = document.tokens
    headed = [kind for head, kind, _ in heads().get(words[first].text, ()) if len(head) == 1]
    ended = [kind for tail, kind in tails().get(words[last - 1].text, ()) if len(tail) == 1]
    return (headed or ended or ["company"])[0]


def _firm(document: Document, last: int) -> bool:
    """Whether a phrase ends in a word that only firms' names end in."""
    return any(kind == "company" for _, kind in tails().get(document.tokens[last - 1].text, ()))


def _person(document: Document, first: int) -> bool:
    """Whether the tagger sees a person's name at a token."""
    return any(name.first <= first < name.last for name in document.names if name.kind == "PER")


def _capital(word: str) -> bool:
    return word[0].isupper() or (word.isdigit() and len(word) < 3)


def _begin(document: Document, last: int) -> int:
    """The first token of the capitalised phrase that ends before token `last`."""
    words, breaks = document.tokens, document.breaks
    first = last
    while first > 0 and last - first < _LONGEST:
        word = words[first - 1]
        joins = word.lower in _JOINERS and first < last and first > 1 and words[first - 2].text[0].isupper()
        ends = word.text in CALENDAR or word.lower in title_words()
        if ends or not (_capital(word.text) or joins) or document.places_at(word.start):
            break
        first -= 1
        if first in breaks:
            break
    while first < last and (is_title_head(document, first) or words[first].lower in _JOINERS):
        first += 1
    whole = any(name.first == first and name.last >= last for name in document.names)
    if first < last - 1 and first in breaks and opens_sentence(words[first].text) and not whole:
        first += 1  # "Bersama Merlion Capital, …"
    return first


def opens_sentence(word: str) -> bool:
    """Whether a capitalised word opens a sentence rather than a name: "Tetapi", "Pembelinya"."""
    return is_common(word) or word.lower() in _OPENERS or word.endswith("nya")


def before_form(words: Sequence[Token], index: int) -> bool:
    """Whether the marks at `index` stand before a legal form: "Mitsui & Co., Ltd", "Sari, Inc"."""
    following = [word.text for word in words[index : index + 3]]
    form = following[2:] if following[:2] == [".", ","] else following[1:2]
    return following[0] in (",", ".") and bool(form) and form[0] in FORMS_BEHIND_COMMA


def _end(document: Document, first: int) -> int:
    """The token behind the capitalised phrase that begins at token `first`."""
    words, breaks = document.tokens, document.breaks
    last = first
    while last < len(words) and last not in breaks and last - first < _LONGEST:
        word = words[last]
        joins = word.lower in _JOINERS and last > first and last + 1 < len(words)
        if word.text in CALENDAR or is_title_head(document, last):
            break
        if not (_capital(word.text) or (joins and words[last + 1].text[0].isupper())):
            break
        last += 1
    while first < last < len(words) and before_form(words, last):
        last += 3 if words[last + 1].text == "," else 2
    return last


def _no_body(document: Document, first: int, body: Described, *, told: bool) -> bool:
    """Whether a capitalised phrase is another thing: a place, a person of whom the article has more to say
    and whom no noun for a body (`told`) stands before, a body of the lists.
    """
    words, last = document.tokens, body.last
    start = words[first].start
    phrase = document.text[start : words[last - 1].end]
    if not any(word.text[0].isupper() for word in words[first:last]):
        return True
    if document.sentence_at(start) < 0 or document.starting(start) or document.places_at(start):
        return True
    if words[first - 1].lower in ("di", "ke") or heads().get(words[first].text):
        return True
    if opens_holder(document, first):
        return True
    if phrase in no_names() or phrase.lower() in media() or words[first].text in no_actor_words():
        return True
    if last - first == 1 and _in_longer_name(document, first):
        return True
    # "Bagi Budi, produsen Jepang …" speaks, "memasok bagi Nordhav" and "dipercayakan oleh Nordhav" do not.
    agent = words[first - 1].text == "oleh" and body.country is not None
    if words[first - 1].lower in _SPEAKING and words[first - 1].text != "bagi" and not agent:
        return True
    common = all(is_common(word.text) for word in words[first:last])
    titled = introduced(document, first, last) and not (told or _behind_noun(document, first))
    return titled or (common and last - first < 2)


def _in_longer_name(document: Document, index: int) -> bool:
    """Whether a word is part of a longer personal name elsewhere: "Menurut Benny, pabrikan Jepang …"."""
    word = document.tokens[index].text
    return any(
        name.last - name.first > 1 and word in name.text.split()
        for name in document.names
        if name.kind == "PER"
    )
