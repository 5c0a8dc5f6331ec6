"""Offices and titles of people in a document: where they stand, whose they are, and for which organisation.

The names themselves come from `kerjasama.text.names`; joining them to one person is `people.py`'s subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.registry import country_names, heads, no_actor_words, no_names, organisations, tails
from kerjasama.text.names import is_common
from kerjasama.text.tokens import tokens

# Between two capitalised words of a title or of an organisation.
JOINERS = frozenset("dan & of for and - / untuk bidang urusan serta the + – di wilayah dari".split())
CALENDAR = frozenset(
    "Senin Selasa Rabu Kamis Jumat Jum'at Sabtu Minggu Ahad Januari Februari Maret April Mei Juni Juli Agustus September "
    "Oktober November Desember".split()
)
_FORMER = frozenset(("mantan", "eks", "bekas"))


@dataclass(frozen=True, slots=True)
class Title:
    """A title: tokens [first, last) and span; `group` says what its complement is; `head` is its first words.

    `country` is the ISO code that the title itself names, else None. `organisation` is the body that the office
    belongs to, as far as the title tells it ("Kementerian Perindustrian"), else None. `full` is the title without
    brackets, an acronym written out. `former` marks "Mantan …".
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    full: str
    head: str
    group: str
    country: str | None
    organisation: str | None
    former: bool = False


@lru_cache(maxsize=1)
def _heads() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Title heads by first word in lower case: (words in lower case, group), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group, phrases in load("titles")["heads"].items():
        for phrase in phrases:
            words = tuple(token.lower for token in tokens(phrase))
            found.setdefault(words[0], []).append((words, group))
    for acronym in load("titles")["acronyms"]:
        words = tuple(token.lower for token in tokens(acronym))
        found.setdefault(words[0], []).append((words, f"acronym:{acronym}"))
    for options in found.values():
        options.sort(key=lambda option: (-len(option[0]), option))
    return found


@lru_cache(maxsize=1)
def honorifics() -> frozenset[str]:
    """Honorifics and ranks, single words in lower case without full stops."""
    return frozenset(
        word.strip(".").lower()
        for phrase in load("titles")["honorifics"]
        for word in re.findall(r"[^\s()]+", str(phrase))
        if word.lower() not in ("tni", "pol", "inf", "yang", "si")
    )


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """All words that title heads are made of, in lower case."""
    words = {word for options in _heads().values() for head, _ in options for word in head}
    return frozenset(word for word in words if word.isalpha() and len(word) > 1)


@lru_cache(maxsize=1)
def ministry_fields() -> frozenset[str]:
    """Words that name a ministry's field ("Perindustrian", "Luar", "Negeri", "ESDM"), as printed."""
    found: set[str] = set()
    for known in organisations().values():
        if known.kind == "government" and known.country == "ID":
            for form in (known.name, *known.aliases):
                if form.startswith("Kementerian "):
                    found.update(token.text for token in tokens(form))
    found.update(token.text for full in load("titles")["acronyms"].values() for token in tokens(full))
    found.difference_update(("Kementerian",))
    found.update(
        "Negara Angkatan Bersenjata Perdana Kabinet Urusan Republik RI Pertama Senior Tenaga Kerja Kehakiman "
        "Keamanan Nasional Perang Sains Inovasi Transportasi Ekonomi Pembangunan Industri Perdagangan Energi "
        "Air Maritim Arab Pengungsi Kewarganegaraan Imigrasi Permukiman Pertambangan Kelautan Infrastruktur Sumber Daya Manusia Federasi Kerajaan".split()
    )
    return frozenset(word for word in found if word[0].isalnum())


def is_title_head(document: Document, index: int) -> tuple[int, str] | None:
    """Length in tokens and group of the longest title head that begins at token `index`, if any."""
    words = document.tokens
    options = _heads().get(words[index].lower)
    if not options:
        return None
    for head, group in options:
        last = index + len(head)
        if last > len(words) or any(words[index + i].lower != word for i, word in enumerate(head)):
            continue
        if not words[index].text[0].isupper() and group != "organisation":
            continue
        if group == "country" and head == ("putra",):
            continue
        if group.startswith("acronym:") and words[index].text[0].islower():
            continue
        return len(head), group
    return None


def find_titles(document: Document, people: dict[int, int]) -> list[Title]:
    """All titles in order; `people` maps the first token of each personal name to the token after it.

    Where an office says by itself how far it goes (a ministry, a region, a country), the words behind it are the name
    of its holder: `people` is put right accordingly.
    """
    found: list[Title] = []
    words, breaks = document.tokens, frozenset(document.breaks)
    index = 0
    while index < len(words):
        match = is_title_head(document, index)
        if match is None or people.get(index, 0) > index + match[0]:
            index += 1
            continue
        length, group = match
        stop = index + length
        if group == "organisation":
            last = _open_complement(document, stop, people, breaks)
            if not words[index].text[0].isupper() and last == stop:
                index += 1  # "ketua", "anggota" as common nouns
                continue
            last = _cut_by_acronym(document, stop, last, people, breaks)
        else:
            last = _closed_complement(document, stop, people, breaks, group)
            _correct(people, index, last)
            name = _name_behind(document, last, people, breaks)
            if name is not None:
                _correct(people, *name)
                people[name[0]] = name[1]
        _name_before(document, index, people, breaks)
        found.append(_title(document, index, stop, last, group))
        index = max(last, index + 1)
    return found


def _name_before(document: Document, index: int, people: dict[int, int], breaks: frozenset[int]) -> None:
    """ "Arturo Bris, Direktur …": what opens a sentence before a comma and a title is a name."""
    words = document.tokens
    if index < 3 or words[index - 1].text != "," or index in breaks:
        return
    last = index - 1
    first = last
    while (
        first > 0
        and first not in breaks
        and words[first - 1].text[0].isupper()
        and words[first - 1].text not in CALENDAR
    ):
        first -= 1
    if (
        first not in breaks
        or not 1 < last - first <= 4
        or any(b < last and e > first for b, e in people.items())
    ):
        return
    if any(is_common(w.text) or tails().get(w.text) or w.text.isupper() for w in words[first:last]):
        return
    if heads().get(words[first].text) or any(
        hit.kind != "person" for hit in document.starting(words[first].start)
    ):
        return
    people[first] = last


def _correct(people: dict[int, int], first: int, last: int) -> None:
    """Takes tokens [first, last) out of all personal names."""
    for begin in [b for b, e in people.items() if b < last and e > first]:
        end = people.pop(begin)
        if begin < first:
            people[begin] = first
        elif end > last:
            people[last] = end


def _closed_complement(
    document: Document, index: int, people: dict[int, int], breaks: frozenset[int], group: str
) -> int:
    """The token after a complement of known words: fields of a ministry, regions, countries, known bodies."""
    words = document.tokens
    fields = ministry_fields()
    last = index
    while index < len(words) and index not in breaks:
        word = words[index]
        named = _named(document, index, group)
        if named > index:
            last = index = named
            continue
        if group in ("ministry",) or group.startswith("acronym:"):
            if word.text in fields:
                index += 1
                last = index
                continue
            if word.text == "," and not _enumerates(document, index, people, breaks):
                break
        if word.text in (
            "RI",
            "Republik",
            "Federasi",
            "Kerajaan",
            "LBBP",
            "Terpilih",
            "Negara",
        ) or _ORDINAL.fullmatch(word.lower):
            index += 1
            last = index
            continue
        if word.text == "(":
            closing = _closing(document, index)
            if closing is None:
                break
            last = index = closing + 1
            continue
        if word.lower in JOINERS | {","} and index + 1 < len(words) and index + 1 not in breaks:
            following = words[index + 1]
            if (
                (following.text in fields and group not in ("region", "country"))
                or following.lower in ("bidang", "dan")
                or _named(document, index + 1, group) > index + 1
                or following.text == "Republik"
            ):
                if is_title_head(document, index + 1) and following.text not in fields:
                    break
                index += 1
                continue
        break
    return last


_ORDINAL = re.compile(r"ke-\d+|[ivx]{1,4}")


def _named(document: Document, index: int, group: str) -> int:
    """The token after the country, region or known body that begins at token `index`, or `index`."""
    if index >= len(document.tokens):
        return index
    start = document.tokens[index].start
    ends = [hit.end for hit in document.starting(start) if hit.kind in ("country", "organisation")]
    if group == "region":
        ends += [hit.end for hit in document.places_at(start)]
    if not ends:
        return index
    return document.token_at(max(ends))


_NAME_JOINERS = frozenset("bin binti ibn van von der den de da dos al el bint ' ’ - .".split())


def _name_behind(
    document: Document, index: int, people: dict[int, int], breaks: frozenset[int]
) -> tuple[int, int] | None:
    """The name that stands behind a title which ends before token `index`: tokens [first, last)."""
    words = document.tokens
    comma = index < len(words) and words[index].text == ","
    first = skip_honorifics(document, index + comma)
    if first >= len(words) or any(position in breaks for position in range(index, first + 1)):
        return None
    last = first
    while last < len(words) and last - first < 8 and (last == first or last not in breaks):
        word = words[last]
        if word.text[0].isupper() and word.text not in CALENDAR:
            if last > first and is_title_head(document, last):
                break
            last += 1
            continue
        joins = word.lower in _NAME_JOINERS and last > first
        if joins and word.text == "." and len(words[last - 1].text) > 2:
            break
        if joins and last + 1 < len(words) and last + 1 not in breaks and words[last + 1].text[0].isupper():
            last += 1
            continue
        break
    while last > first and not words[last - 1].text[0].isalnum():
        last -= 1
    if last == first or heads().get(words[first].text):
        return None
    if any(hit.kind != "person" for hit in document.starting(words[first].start)):
        return None
    if words[first].text in no_actor_words() or words[first].text in no_names():
        return None
    if sum(is_common(word.text) for word in words[first:last] if len(word.text) > 2) > 1:
        return None  # a headline: "Menteri X Bahas Kerja Sama"
    if comma and last - first < 2 and first not in people:
        return None
    if (
        last < len(words)
        and words[last].lower in ("tersebut", "itu", "ini")
        and last - first == 1
        and first not in people
    ):
        return None  # "Mantan Bupati Trenggalek tersebut"
    return first, last


def skip_honorifics(document: Document, index: int) -> int:
    """The token behind honorifics and ranks, with their full stops and brackets, that begin at `index`."""
    words = document.tokens
    while index + 1 < len(words):
        word = words[index]
        plain = word.lower.strip(".")
        if word.text == "Yang" and words[index + 1].text in ("Mulia", "Terhormat"):
            index += 2
        elif (plain in honorifics() and (word.text[0].isupper() or word.lower in ("dr", "drg"))) or (
            word.text in ("H", "E") and words[index + 1].text == "."
        ):
            index += 1
        elif (
            word.text == "."
            and index
            and (words[index - 1].lower in honorifics() or len(words[index - 1].text) <= 2)
        ):
            index += 1
        elif word.text in ("TNI", "Pol", "Inf", "Purn", "Mar", "Pnb", "(") and words[index - 1].lower.strip(
            "."
        ) in (honorifics() | {"tni", "purn", "("}):
            index += 1
            while index < len(words) and words[index].text in (")", "Purn", "."):
                index += 1
        else:
            break
    return index


def _cut_by_acronym(
    document: Document, first: int, last: int, people: dict[int, int], breaks: frozenset[int]
) -> int:
    """ "Direktur Utama JAI Dawam Atmosudiro": where the tagger saw no name, it begins behind the acronym or body."""
    words = document.tokens
    if last in people or skip_honorifics(document, last) in people:
        return last
    if last < len(words) and words[last].text == ",":
        name = _name_behind(document, last, people, breaks)
        if (
            name is not None
            and name[1] - name[0] >= 2
            and name[1] < len(words)
            and (words[name[1]].lower in says() or words[name[1]].text in (",", "."))
        ):
            people[name[0]] = name[1]
            return last
    for position in range(last - 2, first, -1):
        word = words[position - 1]
        known = any(
            hit.kind == "organisation" and document.token_at(hit.end) == position
            for hit in document.ending(word.end)
        )
        if (
            known
            or (len(word.text) >= 2 and word.text.isupper() and word.text.isalpha())
            or word.text in _ENDS
        ):
            rest = words[position:last]
            if 1 < len(rest) <= 4 and all(
                w.text[0].isupper() and not w.text.isupper() and not tails().get(w.text) for w in rest
            ):
                people[position] = last
                return position
            return last
    return _cut_by_common_word(document, first, last, people)


def _cut_by_common_word(document: Document, first: int, last: int, people: dict[int, int]) -> int:
    """ "Staf Ahli Bidang Sinergi dan Pembiayaan Amalia Adininggar": the name begins behind the last common word."""
    words = document.tokens
    position = last
    while position > first and last - position < 4:
        word = words[position - 1]
        if (
            not word.text[0].isupper()
            or word.text.isupper()
            or is_common(word.text)
            or word.text in ministry_fields()
        ):
            break
        if (
            tails().get(word.text)
            or any(hit.kind != "person" for hit in document.starting(word.start))
            or document.places_at(word.start)
        ):
            return last
        position -= 1
    before = words[position - 1]
    if 2 <= last - position <= 4 and position > first and is_common(before.text) and before.text[0].isupper():
        people[position] = last
        return position
    return last


# Last words of a title's complement, behind which only a name can come.
_ENDS = frozenset(
    (
        "Tbk",
        ")",
        "Indonesia",
        "Tenggara",
        "Pasifik",
        "Asia",
        "Eropa",
        "Group",
        "Jakarta",
        "Persero",
        "Jaya",
        "International",
    )
)


@lru_cache(maxsize=1)
def says() -> frozenset[str]:
    """Words that may follow the name of one who speaks."""
    words = load("speech_verbs")
    return frozenset(
        (*words["saying"], *words["asking"], *words["helpers"], "di", "dalam", "pada", "saat", "usai")
    )


def _open_complement(document: Document, index: int, people: dict[int, int], breaks: frozenset[int]) -> int:
    """The token after the complement that begins at token `index`."""
    words = document.tokens
    last = index
    while index < len(words) and index not in breaks:
        word = words[index]
        if index in people or (
            word.lower in honorifics() and word.text[0].isupper() and _before_name(document, index)
        ):
            break
        if word.text == "(":
            closing = _closing(document, index)
            if closing is None:
                break
            index = closing + 1
            # The bracket belongs to the title only where the title goes on behind it, or an acronym stands in it.
            last = index
            continue
        if word.text[0].isupper() or (word.text[0].isdigit() and last == index and len(word.text) < 3):
            index += 1
            last = index
            continue
        if word.lower in JOINERS and index + 1 < len(words) and index + 1 not in breaks:
            following = words[index + 1]
            if (
                following.text[0].isupper() or following.lower in ("bidang", "the")
            ) and index + 1 not in people:
                if word.lower == "dan" and is_title_head(document, index + 1):
                    if last == index and words[index - 1].lower in title_words():
                        index += 1  # "Ketua dan CEO X"
                        continue
                    break
                index += 1
                continue
        if word.text == "," and _enumerates(document, index, people, breaks):
            index += 1
            continue
        legal = _past_legal_form(document, index)
        if legal > index:
            last = index = legal
            continue
        break
    return last


def _past_legal_form(document: Document, index: int) -> int:
    """The token behind a legal form that stands behind marks at `index` ("Mitsui & Co., Ltd"), else `index`."""
    words = document.tokens
    position = index
    while position < min(index + 2, len(words)) and words[position].text in (",", "."):
        position += 1
    found = (
        position > index
        and position < len(words)
        and words[position].text in ("Ltd", "Inc", "Tbk", "LLC", "Plc")
    )
    return position + 1 if found else index


def _before_name(document: Document, index: int) -> bool:
    """Whether an honorific at `index` is followed by a capitalised word (after its full stop)."""
    words = document.tokens
    following = index + 1
    while following < len(words) and words[following].text in (".", "TNI", "(", ")", "Purn", "Pol", "Inf"):
        following += 1
    return following < len(words) and words[following].text[0].isupper()


def _closing(document: Document, index: int) -> int | None:
    """The token index of the bracket that closes the one at `index`, at most ten words on."""
    words = document.tokens
    for position in range(index + 1, min(index + 12, len(words))):
        if words[position].text == ")":
            return position
        if words[position].text == "(":
            return None
    return None


def _enumerates(document: Document, index: int, people: dict[int, int], breaks: frozenset[int]) -> bool:
    """Whether the comma at `index` stands in a list such as "Pendidikan Tinggi, Sains, dan Teknologi"."""
    words = document.tokens
    fields = ministry_fields()
    position = index + 1
    if position >= len(words) or (words[position].text not in fields and words[position].lower != "dan"):
        return False
    while position < min(index + 14, len(words)) and position not in breaks and position not in people:
        word = words[position]
        if word.lower == "dan":
            return position + 1 < len(words) and words[position + 1].text[0].isupper()
        if not (word.text[0].isupper() or word.text == ","):
            return False
        position += 1
    return False


def _title(document: Document, first: int, head_end: int, last: int, group: str) -> Title:
    words, text = document.tokens, document.text
    start, end = words[first].start, words[last - 1].end
    printed = text[start:end]
    head = text[start : words[head_end - 1].end]
    complement = text[words[head_end - 1].end : end].strip()
    former = first > 0 and words[first - 1].lower in _FORMER or words[first].lower in _FORMER
    if group.startswith("acronym:"):
        full = load("titles")["acronyms"][group.removeprefix("acronym:")] + (
            f" {complement}" if complement else ""
        )
        head, _, complement = full.partition(" ")
        group = "ministry"
    else:
        full = " ".join(re.sub(r"\s*\([^()]*\)\s*$", "", printed).split())
    country = _country(document, words[first].start, end, head)
    return Title(
        first,
        last,
        start,
        end,
        printed,
        full,
        head,
        group,
        country,
        _organisation(head, complement, group),
        former,
    )


def _country(document: Document, start: int, end: int, head: str) -> str | None:
    """The country that a title names first; an ambassador "untuk Jepang" without a sender is Indonesian."""
    hits = [
        hit
        for hit in document.entities_in(start, end)
        if hit.kind in ("country", "english") and not _subject(document, hit.start)
    ]
    if not hits:
        return None
    if re.search(r"\buntuk\s+(?:Republik\s+)?$", document.text[start : hits[0].start]):
        return "ID" if head.lower().endswith(("besar", "dubes", "konsul", "jenderal", "konjen")) else None
    return hits[0].code


def _subject(document: Document, start: int) -> bool:
    """Whether a country's name stands for a field of study: "Pendidikan Bahasa Jepang"."""
    return document.text[max(0, start - 8) : start].lower().rstrip().endswith(("bahasa", "sastra", "studi"))


def _organisation(head: str, complement: str, group: str) -> str | None:
    """The body that an office belongs to, by the rules of how offices are named."""
    body = " ".join(re.sub(r"\s*\([^()]*\)", "", complement).split())
    words = head.lower()
    if group == "ministry" and body and not words.startswith(("minister", "deputy", "vice", "secretary")):
        if words == "menko" or words.endswith("wamenko"):
            return f"Kementerian Koordinator Bidang {body.removeprefix('Bidang ')}"
        if words.endswith("koordinator"):
            return f"Kementerian Koordinator {body}"
        if body.startswith("Parlemen "):
            return body.removeprefix("Parlemen ")
        return f"Kementerian {body}"
    if group == "country":
        if "dubes" in words or "besar" in words or "kuasa usaha" in words or "ambassador" in words:
            return f"Kedutaan Besar {body}" if body else None
        if "kon" in words and ("jenderal" in words or "konjen" in words):
            return f"Konsulat Jenderal {body}" if body else None
        return None
    if group == "region" and body:
        if any(word in words for word in ("gub",)):
            return f"Pemerintah Provinsi {body}"
        if "bup" in words:
            return f"Pemerintah Kabupaten {body}"
        if "wal" in words:
            return f"Pemerintah Kota {body}"
        return None
    first = body.split(" ", 1)[0] if body else ""
    for word in (words.rsplit(" ", 1)[-1].capitalize(), first):
        if word in heads():
            return f"{word} {body}" if word != first else body
    return None


def printed_country(code: str | None) -> str | None:
    """The canonical Indonesian name of a country code."""
    return country_names().get(code) if code else None
