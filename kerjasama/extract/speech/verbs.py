"""Verbs of saying by form and by what they need beside them, out of `codebook/speech_verbs.yaml`."""

from __future__ import annotations

from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.names.person_signs import quoting


@lru_cache(maxsize=1)
def verbs() -> dict[str, str]:
    """Verbs of saying by form: `saying`, `asking`, `marked` (needs "bahwa" or a comma), `passive`."""
    words = load("speech_verbs")
    found: dict[str, str] = {}
    for kind, key in (
        ("passive", "passive"),
        ("asking", "asking"),
        ("saying", "saying"),
        ("marked", "needs_content_mark"),
    ):
        found.update(dict.fromkeys(words[key], kind))
    return {form: kind for form, kind in found.items() if " " not in form}


@lru_cache(maxsize=1)
def helpers() -> frozenset[str]:
    """Words between a subject and its verb: "juga", "kemudian", "sempat"."""
    return frozenset(phrase for phrase in load("speech_verbs")["helpers"] if " " not in phrase)


@lru_cache(maxsize=1)
def nya_forms() -> frozenset[str]:
    """ "menurutnya", "diakuinya" and the like: content of the speaker in force."""
    words = load("speech_verbs")
    return frozenset((*words["according_nya"], *words["passive_nya"]))


@lru_cache(maxsize=1)
def passive_nya() -> frozenset[str]:
    """ "dinilainya", "disampaikannya": passives whose speaker is in force or opens the sentence."""
    return frozenset(load("speech_verbs")["passive_nya"])


def verb_form(word: str) -> str | None:
    """`plain` for "ujar", `nya` for "ujarnya", None for other words."""
    if word in quoting() or word in verbs():
        return "plain"
    if word.endswith("nya") and word[:-3] in quoting():
        return "nya"
    return None
