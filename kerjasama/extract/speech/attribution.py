"""Who says it: verbs of saying in a sentence, and the speaker that stands beside them.

What words belong to a statement is `speech.py`'s subject; who the actors are, `actors.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kerjasama.codebook import load
from kerjasama.extract.actors.index import ActorIndex, country_actor
from kerjasama.extract.document import Document
from kerjasama.extract.names.body_nouns import DEFINITE, pointed_kinds
from kerjasama.extract.names.offices import is_title_head
from kerjasama.extract.names.titles import Title
from kerjasama.extract.registry import media, word_set
from kerjasama.records import Actor, Anchor

# Where the subject of "kata …" ends: what follows is when, where or how it was said.
_STOPS = word_set("speech_words", "attribution_stops")
# A verb behind one of these is no speech of its own: "untuk menegaskan", "tidak menyebutkan", "dapat
# meminta".
_BLOCKERS = word_set("speech_words", "attribution_blockers")
_RELATIVE = frozenset(("yang",))
_COORDINATED = word_set("speech_words", "attribution_coordinated")
_PRONOUNS = word_set("speech_words", "attribution_pronouns")
_BEFORE_COUNTRY = word_set("speech_words", "attribution_before_country")
_KINDS_OF_GOVERNMENT = word_set("speech_words", "attribution_kinds_of_government")
# "Menurut keterangan Sekretariat Presiden": nouns between "menurut" and the speaker.
_SOURCES = word_set("speech_words", "attribution_sources")
# Words that stand for the speaker in force: "pria yang juga …", "mantan bupati itu", "orang nomor dua di
# Pemprov".
_ASIDES = word_set("speech_words", "attribution_asides")
_PARAPHRASES = word_set("speech_words", "attribution_paraphrases")
_RELATIONS = word_set("speech_words", "relations")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker found at [start, end): an actor, or None for the one in force; `title` is the office
    printed there.
    """

    actor: Actor | None
    rule: str
    start: int
    end: int
    title: Title | None = None


@lru_cache(maxsize=1)
def verbs() -> dict[str, str]:
    """Verbs of saying by form: `short`, `saying`, `asking`, `marked` (needs "bahwa" or a comma),
    `passive`.
    """
    words = load("speech_verbs")
    found: dict[str, str] = {}
    for form in words["passive"]:
        found[form] = "passive"
    for form in words["asking"]:
        found[form] = "asking"
    for form in words["saying"]:
        found[form] = "saying"
    for form in words["needs_content_mark"]:
        found[form] = "marked"
    return {form: kind for form, kind in found.items() if " " not in form}


@lru_cache(maxsize=1)
def short_verbs() -> frozenset[str]:
    """Forms that follow a quotation: "ujar", "kata", "jelas"."""
    return frozenset(load("speech_verbs")["short"])


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


class Scene:
    """The people and bodies that may speak, by place in the text."""

    def __init__(self, document: Document, index: ActorIndex):
        self.document = document
        self.index = index
        self.tokens = document.tokens
        self.breaks = frozenset(document.breaks)
        self.titles = {title.start: title for title in index.titles}
        self.by_name = {actor.name: actor for actor in index.actors}
        self.added: dict[str, Actor] = {}
        spots: list[Speaker] = []
        offices = [(title.start, title.end) for title in index.titles if index.holders.get(title.start)]
        for start, end, actor in index.mentions:
            inside = any(left <= start and end <= right for left, right in offices)
            if inside and actor.kind != "person":
                continue  # "Wakil Ketua Komisi XIII DPR": the office speaks, not the body that it names
            if actor.name.lower() not in media():
                spots.append(
                    Speaker(
                        actor, f"speaker.{'person' if actor.kind == 'person' else 'organisation'}", start, end
                    )
                )
        for title in index.titles:
            over = index.at(title.start, title.end)
            if over is not None and any(
                start < title.start and title.end <= end for start, end in over.mentions
            ):
                continue  # "Kantor Perdana Menteri Israel"
            holder = self.by_name.get(index.holders.get(title.start, ""))
            spots.append(Speaker(holder, "speaker.office", title.start, title.end, title))
        taken = [(spot.start, spot.end) for spot in spots]
        for hit in document.entity_hits:
            if (
                hit.kind == "country"
                and not any(start <= hit.start < end for start, end in taken)
                and self._is_noun(hit.start)
            ):
                spots.append(
                    Speaker(
                        country_actor(hit.code, [(hit.start, hit.end)]), "speaker.country", hit.start, hit.end
                    )
                )
        spots += self._home_government(spots)
        self.spots = sorted(spots, key=lambda spot: (spot.start, spot.end))

    def _is_noun(self, start: int) -> bool:
        """Whether a country's name stands for the country and does not describe the noun before it."""
        place = self.document.token_at(start)
        if not place or place in self.document.breaks:
            return True
        before = self.tokens[place - 1]
        return not before.text[0].isalpha() or before.lower in _BEFORE_COUNTRY

    def _home_government(self, spots: list[Speaker]) -> list[Speaker]:
        """ "Pemerintah" alone is the government of Indonesia."""
        taken = {spot.start for spot in spots}
        known = self.index.named("Pemerintah Indonesia")
        found: list[Speaker] = []
        for place, token in enumerate(self.tokens[:-1]):
            if (
                token.lower != "pemerintah"
                or token.start in taken
                or self.tokens[place + 1].text[0].isupper()
            ):
                continue
            if self.tokens[place + 1].lower in _KINDS_OF_GOVERNMENT:
                continue
            span = (token.start, token.end)
            actor = known or Actor(
                "Pemerintah Indonesia", "government", "ID", (span,), aliases=("Pemerintah",),
                anchors=(Anchor("country", "country.home_government", *span),),
            )  # fmt: skip
            found.append(Speaker(actor, "speaker.home_government", *span))
        return found

    def between(self, start: int, end: int) -> list[Speaker]:
        """Possible speakers that lie inside [start, end), in order."""
        return [spot for spot in self.spots if start <= spot.start and spot.end <= end]

    def behind(self, verb: int, end: int) -> Speaker | None:
        """The subject behind the verb token `verb` ("kata …"), before the offset `end`."""
        tokens = self.tokens
        first = verb + 1
        while first < len(tokens) and tokens[first].lower in (
            "oleh",
            "juga",
            "pula",
            "lagi",
            "para",
            "sang",
            "pihak",
            "langsung",
            *_SOURCES,
            "lebih",
            "lanjut",
        ):
            first += 1
        if first >= len(tokens) or tokens[first].start >= end:
            return None
        if tokens[first].lower in _PRONOUNS:
            return Speaker(None, "carry.pronoun", tokens[first].start, tokens[first].end)
        stop = self._stop(first, end)
        inside = self.between(tokens[first].start, stop)
        chosen = self._choose(inside)
        if chosen is not None:
            return chosen
        body = self._body(first, tokens[first].start)
        if body is not None:
            return body
        if tokens[first].lower in _PARAPHRASES or tokens[first].lower in ("menteri",):
            return Speaker(None, "carry.paraphrase", tokens[first].start, stop)
        return None

    def _body(self, first: int, offset: int) -> Speaker | None:
        """ "kata perusahaan itu": the body of that kind that was named last."""
        tokens = self.tokens
        kinds = pointed_kinds().get(tokens[first].lower)
        if kinds is None or first + 1 >= len(tokens) or tokens[first + 1].lower not in DEFINITE:
            return None
        named = [s for s in self.spots if s.end <= offset and s.actor is not None and s.actor.kind in kinds]
        # The subject of a sentence, if there is one; else the last.
        opening = [s for s in named if self.document.token_at(s.start) in self.breaks]
        chosen = (opening or named)[-1:]
        return (
            Speaker(chosen[0].actor, "carry.body", tokens[first].start, tokens[first + 1].end)
            if chosen
            else None
        )

    def _stop(self, first: int, end: int) -> int:
        """Where the subject that begins at token `first` ends: at a word of time, place or manner outside
        its names.
        """
        tokens = self.tokens
        position = first
        while position < len(tokens) and tokens[position].start < end:
            inside = next((s for s in self.spots if s.start <= tokens[position].start < s.end), None)
            if inside is not None and inside.end > tokens[position].end:
                position = self.document.token_at(inside.end)
                continue
            # "kata analis komoditas dan mata uang, Ibrahim …", "kata Deputi Bidang Protokol, Pers, dan Media
            # Sari Dewi": the name is still to come.
            joins = tokens[position].lower == "dan" and (
                tokens[position - 1].text == ","
                or not self.between(tokens[first].start, tokens[position].start)
            )
            if position > first and tokens[position].lower in _STOPS and not joins:
                return tokens[position].start
            if tokens[position].text in ('"', "“", "”"):
                return tokens[position].start
            position += 1
        return end

    @staticmethod
    def _choose(inside: list[Speaker]) -> Speaker | None:
        """Of several names of one subject the person; else the office; else the first body."""
        for spot in inside:
            if spot.actor is not None and spot.actor.kind == "person" and spot.title is None:
                return spot
        for spot in inside:
            if spot.title is not None:
                return spot
        return inside[0] if inside else None

    def before(self, verb: int, start: int) -> Speaker | None:
        """The subject before the verb token `verb`, in the clause that begins at offset `start`."""
        tokens = self.tokens
        last = verb - 1
        while last >= 0 and tokens[last].start >= start and tokens[last].lower in helpers():
            last -= 1
        if last < 0 or tokens[last].start < start:
            return None
        word = tokens[last].lower
        if word in _BLOCKERS:
            return None
        if word in _PRONOUNS:
            return Speaker(None, "carry.pronoun", tokens[last].start, tokens[last].end)
        inside = self.between(start, tokens[last].end)
        if word in _RELATIVE:
            following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
            if following == "bahwa" and inside and tokens[last].start - inside[-1].end <= 2:
                return inside[-1]
            return None
        if word in _COORDINATED:
            pronoun = self._opening_pronoun(start, tokens[last].start)
            return pronoun or self._choose(inside[:2])
        if word == "," and self._opens(inside, start):
            return inside[0]
        near = self._near(inside, last)
        if near is not None and self._is_related(near, start):
            return self._of_a_relation(near, inside, last)
        if near is not None:
            return None if self._together(near, inside) else near
        return self._opening_paraphrase(start, last)

    def _is_related(self, near: Speaker, start: int) -> bool:
        """ "Anak buah Presiden Joko Widodo itu", "ayah Naufal": the name only tells whose."""
        begin = min(s.start for s in self.spots if s.start <= near.start <= s.end + 1)
        place = self.document.token_at(begin) - 1
        return place >= 0 and self.tokens[place].start >= start and self.tokens[place].lower in _RELATIONS

    def _of_a_relation(self, near: Speaker, inside: list[Speaker], last: int) -> Speaker | None:
        """Who is meant by a relation: the name before it ("Supriaman, ayah Naufal"), or who spoke last."""
        before = [spot for spot in inside if spot.end <= near.start and spot.actor is not None]
        if before and self.document.text[before[-1].end :].startswith(","):
            return before[-1]
        if self.tokens[last].lower in DEFINITE:
            return Speaker(None, "carry.paraphrase", near.start, near.end)
        return None

    def _opens(self, inside: list[Speaker], start: int) -> bool:
        """Whether a name with an aside behind it opens the clause: "Alvin Nguyen, seorang analis di
        Forrester, …".
        """
        text = self.document.text
        return (
            bool(inside)
            and inside[0].actor is not None
            and inside[0].actor.kind == "person"
            and inside[0].title is None
            and len(text[start : inside[0].start].split()) <= 3
            and text[inside[0].end : inside[0].end + 1] == ","
        )

    def _together(self, near: Speaker, inside: list[Speaker]) -> bool:
        """Whether two speak together ("Zafrul dan Airlangga"): no statement of either."""
        before = [spot for spot in inside if spot.end <= near.start and spot.actor is not None]
        if not before or before[-1].actor is near.actor:
            return False
        return self.document.text[before[-1].end : near.start].strip() in ("dan", "bersama", "serta")

    def _opening_pronoun(self, start: int, end: int) -> Speaker | None:
        first = self.document.token_at(start)
        for token in self.tokens[first : first + 3]:
            if token.start < end and token.lower in _PRONOUNS:
                return Speaker(None, "carry.pronoun", token.start, token.end)
        return None

    def _near(self, inside: list[Speaker], last: int) -> Speaker | None:
        """The name that ends at token `last`, or before an aside in brackets or between commas."""
        tokens, text = self.tokens, self.document.text
        for spot in reversed(inside):
            gap = text[spot.end : tokens[last].end].strip()
            if not gap or (gap.startswith("(") and gap.endswith(")")) or set(gap.lower().split()) <= _ASIDES:
                if spot.title is None and spot.actor is not None and spot.actor.kind != "person":
                    # "Direktur Utama JAI": the body inside a title is not the subject.
                    over = [s for s in inside if s.title is not None and s.start <= spot.start < s.end + 1]
                    if over:
                        return self._choose([s for s in inside if s.start >= over[-1].start])
                if (
                    spot.title is not None
                    and (spot.actor is None or spot.actor.kind != "person")
                    and DEFINITE & set(gap.split())
                ):
                    return Speaker(None, "carry.paraphrase", spot.start, spot.end)
                if spot.title is not None:
                    people = [
                        s
                        for s in inside
                        if s.actor is not None and s.title is None and s.actor.kind == "person"
                    ]
                    # "Michael Jizhar, Executive Vice President Modena, mengatakan".
                    if people and text[people[-1].end : spot.start].strip() in (
                        ",",
                        "selaku",
                        "sebagai",
                        ", selaku",
                    ):
                        return people[-1]
                return spot
            if gap.startswith(",") and gap.endswith(","):
                return spot
            break
        if not inside:
            return None
        spot = self._choose([s for s in inside if s.start >= inside[-1].start]) or inside[-1]
        gap_words = tokens[self.document.token_at(spot.end) : last + 1]
        if (
            gap_words
            and len(gap_words) <= 12
            and (
                gap_words[0].lower
                in (
                    "dalam",
                    "di",
                    "pada",
                    "saat",
                    "melalui",
                    "usai",
                    "lewat",
                    "ketika",
                    "selaku",
                    ",",
                    "dari",
                    "kepada",
                    "menurut",
                )
                and not any(
                    word.lower.startswith(("me", "ber")) and len(word.lower) > 5 for word in gap_words
                )
            )
        ):
            people = [s for s in inside if s.actor is not None and s.actor.kind == "person"]
            return people[-1] if people else spot
        return None

    def _opening_paraphrase(self, start: int, last: int) -> Speaker | None:
        """ "Mantan Bupati Trenggalek tersebut", "Pria yang juga menjabat … itu": the speaker in force."""
        first = self.document.token_at(start)
        tokens = self.tokens
        if tokens[last].lower in ("tersebut", "itu", "ini", "tadi") and (
            tokens[first].lower in _PARAPHRASES or is_title_head(self.document, first)
        ):
            return Speaker(None, "carry.paraphrase", tokens[first].start, tokens[last].end)
        return None
