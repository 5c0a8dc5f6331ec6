"""The body and the country that an office belongs to, as far as the title tells them.

Where titles stand is `titles.py`'s subject; bodies of offices that do not name them are in
`codebook/titles.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.document import Document
from kerjasama.extract.regions import LEVEL, headed_level, level_in, province_of
from kerjasama.extract.registry import HOME_NAMES, heads, organisations
from kerjasama.records import HOME

# "Staf Khusus Menteri Kelautan dan Perikanan Bidang …", "Deputi Menteri Energi Filipina": of the ministry.
_OF_MINISTER = re.compile(
    r"(?:Wakil )?(?:Menteri(?P<koordinator> Koordinator)?|Menko|Wamen)\s+(?P<field>[A-Z].*?)(?: Bidang .*)?"
)


# "Menteri Senior dan Menteri Koordinator Bidang Keamanan Singapura": the second names the body.
_SECOND_OFFICE = re.compile(r"\bdan (?P<head>Menteri(?: Koordinator)?) (?P<field>[A-Z].*)")


def country_of(document: Document, start: int, end: int, head: str) -> str | None:
    """The country that a title names first; an ambassador "untuk Jepang" without a sender is Indonesian."""
    hits = [
        hit
        for hit in document.entities_in(start, end)
        if hit.kind in ("country", "english") and not is_subject(document, hit.start)
    ]
    if not hits:
        return None
    if re.search(r"\buntuk\s+(?:Republik\s+)?$", document.text[start : hits[0].start]):
        senders = [organisations().get(hit.code) for hit in document.entities_in(start, hits[0].start)]
        sent = next((sender.country for sender in senders if sender is not None), None)
        return (sent or HOME) if head.lower().endswith(tuple(load("titles")["envoys"])) else None
    return hits[0].code


def country_of_region(document: Document, start: int, end: int) -> str | None:
    """The country of a governor's or a mayor's region: Indonesia's own, or a foreign city's."""
    cities = [hit.code for hit in document.entities_in(start, end) if hit.kind == "city"]
    if cities:
        return cities[0]
    return (
        HOME
        if any(
            hit.end <= end
            for w in document.tokens[document.token_at(start) : document.token_at(end)]
            for hit in document.places_at(w.start)
        )
        else None
    )


def is_subject(document: Document, start: int) -> bool:
    """Whether a country's name stands for a field: "Pendidikan Bahasa Jepang", "Ditjen Amerika dan Eropa"."""
    if document.text.startswith("Amerika dan Eropa", start):
        return True
    before = document.text[max(0, start - 8) : start].lower().rstrip()
    return before.endswith(tuple(load("name_words")["fields_of_study"]))


def body_of(
    document: Document,
    complement_at: tuple[int, int],
    full: str,
    head: str,
    complement: str,
    group: str,
    country: str | None,
) -> str | None:
    """The body that an office belongs to, by the rules of how offices are named.

    `full` is the whole title, `country` the one that it tells.

    `complement_at` is where the complement stands.
    """
    words = head.lower()
    body = " ".join(re.sub(r"\s*\([^()]*\)", "", complement).split())
    second = _SECOND_OFFICE.search(body)
    if second is not None and group == "ministry":
        words, body = second["head"].lower(), second["field"]
    listed = _of_listed_office(full, body) or _of_listed_office(body, "")
    if listed is not None:
        return listed
    if group == "ministry" and body and not words.startswith(tuple(load("titles")["english_ministers"])):
        return _ministry(words, body)
    if group == "country":
        return _mission(words, body)
    if group == "region" and body:
        named = [hit for hit in document.entities_in(*complement_at) if hit.kind == "organisation"]
        known = [organisations()[hit.code] for hit in named]
        # "Gubernur NTT" governs the province, not the firm.
        governed = next((one.name for one in known if one.kind != "company"), None)
        return governed or (body if _is_bank(document, complement_at) else _regional(words, body, country))
    minister = _OF_MINISTER.fullmatch(body)
    if minister is not None:
        coordinating = minister["koordinator"] or body.startswith(("Menko", "Wakil Menko"))
        return _ministry("menko" if coordinating else "menteri", minister["field"])
    first = body.split(" ", 1)[0] if body else ""
    if first in heads():
        return body
    last = words.rsplit(" ", 1)[-1].capitalize()
    # "Sekretaris Perusahaan LTN" is LTN's: no body is called "Perusahaan" alone, and none "Kantor".
    return f"{last} {body}" if body and last in heads() and last != "Perusahaan" else None


def _is_bank(document: Document, at: tuple[int, int]) -> bool:
    """Whether letters stand where a governor's region does, which is none: "Gubernur BI"."""
    printed = document.text[slice(*at)].strip()
    return (
        printed.isupper() and not document.entities_in(*at) and not document.places_at(at[1] - len(printed))
    )


@lru_cache(maxsize=1)
def _listed_offices() -> list[tuple[str, str]]:
    listed = load("titles")["organisations"].items()
    return sorted(((str(office), str(body)) for office, body in listed), key=lambda row: -len(row[0]))


def _of_listed_office(full: str, complement: str) -> str | None:
    """The body of an office in the list: "Kapolri"; with the place behind it: "Kapolres Bogor"."""
    for office, body in _listed_offices():
        if full == office or full.startswith(office + " "):
            if "{}" not in body:
                return body
            return body.format(complement) if complement else None
    return None


def _ministry(head: str, field: str) -> str:
    field = _AT_HOME.sub("", field)
    if head in ("menko", "wamenko") or head.endswith("wamenko"):
        return f"Kementerian Koordinator Bidang {field.removeprefix('Bidang ')}"
    if head.endswith("koordinator"):
        return f"Kementerian Koordinator {field}"
    if field.startswith("Parlemen "):
        return field.removeprefix("Parlemen ")
    return f"Kementerian {field}"


# "Menteri Hukum Republik Indonesia"
_AT_HOME = re.compile(rf" {HOME_NAMES}$")


def _mission(head: str, sender: str) -> str | None:
    if any(word in head for word in load("titles")["of_embassies"]):
        return f"Kedutaan Besar {sender}" if sender else None
    if "kon" in head and ("jenderal" in head or "konjen" in head):
        return f"Konsulat Jenderal {sender}" if sender else None
    return None


_OF_LEVEL = re.compile(rf"{LEVEL} ")


def _regional(head: str, region: str, country: str | None) -> str | None:
    level = headed_level(head)
    if level is not None:
        level = level_in(country, level)
        return f"Pemerintah {level} {region.removeprefix(f'{level} ')}"
    if "sek" in head:
        province = province_of(region)
        if _OF_LEVEL.match(region):
            return f"Pemerintah {region}"
        return f"Pemerintah Provinsi {province}" if province else None
    return None
