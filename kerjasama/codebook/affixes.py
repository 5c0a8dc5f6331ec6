"""Indonesian verb forms from a root: meN-, di-, ter- and the suffixes -kan and -i.

Only the regular sound changes of the prefix meN- (Tata Bahasa Baku Bahasa Indonesia, chapter on verbs).
Which forms a word has in the press is the vocabulary's choice; irregular ones are listed there.
"""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aeiou"
AGENTS = ("kami", "kita", "mereka", "saya")
"""Pronouns of the passive that names its agent before the stem: "mereka kami latih"."""


def active(root: str) -> str:
    """The meN- form: tawar → menawar, kirim → mengirim, bantu → membantu, cat → mengecat."""
    first = root[0]
    if sum(root.count(vowel) for vowel in _VOWELS) == 1:
        return "menge" + root
    if first in _VOWELS or root.startswith(("g", "h")):
        return "meng" + root
    if first == "k":
        return "meng" + root[1:]
    if root.startswith(("pro", "pla")):
        return "mem" + root
    if first == "p":
        return "mem" + root[1:]
    if first in "bfv":
        return "mem" + root
    if first == "t":
        return "men" + root[1:]
    if first in "cdjz":
        return "men" + root
    if first == "s":
        return "meny" + root[1:]
    return "me" + root


def nominal(root: str) -> str:
    """The noun of the act, peN-…-an: kirim → pengiriman, bangun → pembangunan, salur → penyaluran."""
    return "pe" + active(root).removeprefix("me") + "an"


def forms_of(entry: Mapping[str, str]) -> tuple[str, ...]:
    """Forms of `{verb: ROOT, suffix: "kan"}`: active, passive, and the bare stem with its suffix.

    `voice: active` or `voice: passive` leaves only that one. A stem of several words ("kerja sama") takes
    the affixes as written in the press ("mengerjasamakan" is not derived: list such forms).
    """
    root, suffix, voice = entry["verb"], entry.get("suffix", ""), entry.get("voice", "both")
    forms: list[str] = []
    if voice in ("both", "active"):
        forms.append(active(root) + suffix)
    if voice in ("both", "passive"):
        forms.append("di" + root + suffix)
    if voice == "both" and suffix:
        forms.append(root + suffix)
    if voice in ("both", "passive"):
        forms += [f"{agent} {root}{suffix}" for agent in AGENTS]
    return tuple(forms)
