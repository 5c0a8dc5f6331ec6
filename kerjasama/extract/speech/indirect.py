"""Indirect speech: sentences that lay their content in somebody's mouth without quotation marks.

Who stands beside the verb is found in `attribution.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kerjasama.codebook import load
from kerjasama.extract.registry import word_set
from kerjasama.extract.speech.attribution import Speaker, nya_forms, passive_nya, verbs
from kerjasama.extract.speech.state import WORD, Speech, SpeechState, verb_form

_FIRST_PERSON = re.compile(r"\b(?:kami|saya|kita|aku)\b", re.I)


def _either(key: str) -> str:
    return "|".join(sorted(load("speech_words")[key], key=len, reverse=True))


_EMPTY = re.compile(
    rf"\s*(?:(?:{_either('empty_pointers')})\b(?:\s+(?:itu|ini|tersebut|senada|serupa|yang sama))?"
    rf"|(?:rasa\s+)?(?:{_either('empty_courtesies')})\w*)\b",
    re.I,
)
# "menjelaskan tentang X", "memaparkan berbagai potensi": the topic is told, not what was said of it.
_TELLING = word_set("speech_words", "speech_telling")

_TOPIC = re.compile(rf"\s*(?:{_either('topics')})\b", re.I)

_CONVEYING = word_set("speech_words", "speech_conveying")
_RECORDS = word_set("speech_words", "records")
# "menyampaikan perkembangan itu memberi ruang": a predicate behind the noun, and it is what was said.
_PREDICATE = re.compile(
    rf"\s+(?:(?:itu|ini|tersebut|juga)\s+){{0,2}}(?!(?:{_either('circumstances')})\b)"
    r"(?:me[a-z]{4,}|ber[a-z]{3,}|ter[a-z]{4,}|di[a-z]{4,}|akan|dapat|bisa|sudah|telah|adalah|tidak|tak|perlu|harus|masih)\b"
)
# "menekankan hal ini saat memimpin rapat": nothing is said but that it was said.
_ONLY_POINTS = re.compile(
    r"\s*hal\s(?:itu|ini|tersebut|senada|serupa|yang sama)\s*"
    rf"(?:$|[.,]|(?:saat|ketika|dalam|di|pada|usai|seusai|kepada|lewat|setelah|{_either('circumstances')})\b)",
    re.I,
)

_POINTERS = word_set("speech_words", "pointers")

_DIRECTLY = re.compile(r"\s*(?:(?:oleh|langsung|juga|pula)\s+)*")

_JOINING = word_set("speech_words", "joining")
_CLAIMED = word_set("speech_words", "speech_claimed")

# "mengatakan kepada Kevin Rudd, …, bahwa": whom it was told is no part of it.
_ADDRESSED = re.compile(r"\s*(?:kepada|pada)\b.{3,140}?\bbahwa\s+")

_MARK = re.compile(r"\s*(?:,\s*)?(?:(?:juga|pun|kembali|lebih lanjut)\s+)?(?:bahwa|kalau|jika|,|:)\s*", re.I)


_COMMA = re.compile(r"\s*,?\s*(?:bahwa\s+)?")
# "Menurut pernyataan X yang dirilis pada Selasa, …", "Menurut X dalam keterangannya, Selasa (5/8), …"
_SAID_WHERE = re.compile(
    r"\s(?:yang\s(?:di[a-z]{4,}|ter[a-z]{4,})\b[^,]{0,90}"
    r"|(?:dalam|pada|saat|di|usai|kepada|melalui|lewat|dikutip|dilansir)\b"
    r"(?:(?!\s(?:me[a-z]{4,}|ber[a-z]{3,}|akan|masih|sudah|telah|ada|adalah)\b)[^,]){0,90})"
    r"(?:,\s(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\b[^,]{0,30})?,\s(?:bahwa\s)?"
)


def _is_person(spot: Speaker) -> bool:
    return spot.actor is not None and spot.actor.kind == "person" and spot.title is None


def _tells_nothing(verb: str, body: str) -> bool:
    """Whether a verb's object only names or points at what was said, without saying it."""
    named = _TOPIC.match(body) if verb in _TELLING else None
    if named is None and verb in _CONVEYING:
        named = _EMPTY.match(body)
    if named is not None:
        return _PREDICATE.match(body, named.end()) is None
    return _ONLY_POINTS.match(body) is not None


def _records(verb: str, body: str) -> bool:
    return (
        verb == "mencatat"
        and body.split(maxsplit=1)[:1] != []
        and body.split(maxsplit=1)[0].lower() in _RECORDS
    )


class IndirectSpeech(SpeechState):
    """Reads sentences outside quotations."""

    def indirect(self, start: int, end: int, number: int) -> None:
        """Reads the sentence `number` at [start, end): at most one statement, or only who it is about."""
        first, last = self.document.token_at(start), self.document.token_at(end)
        if self._according(start, end, first, last) or self._inserted(start, end, first, last):
            return
        if self._reported(start, end, first, last, number):
            return
        for index in range(first, last):
            kind = verbs().get(self.tokens[index].lower)
            if (
                kind is None
                or kind == "passive"
                or self.document.quote_at(self.tokens[index].start) is not None
            ):
                nya = self._judged(index, start, end) if kind is None else False
                if nya:
                    return
                continue
            if index == first:
                continue
            speaker = self.scene.before(index, start)
            if speaker is None:
                continue
            if self._subject_verb(index, speaker, kind, end):
                return
        self._note_subject(start, first, end)

    def _subject_verb(self, index: int, speaker: Speaker, kind: str, end: int) -> bool:
        """ "Budi mengatakan (bahwa) …": whether the clause is a statement, which is then added."""
        content = self.tokens[index].end
        mark = _MARK.match(self.text, content, end)
        marked = mark is not None and mark.end() > content and mark[0].strip() != ""
        if mark is not None:
            content = mark.end()
        addressed = _ADDRESSED.match(self.text, content, end)
        if addressed is not None:
            content, marked = addressed.end(), True
        body = self.text[content:end]
        actor = speaker.actor
        if kind == "marked" and not marked:
            return False
        urging = self.tokens[index].lower in ("mendorong", "mengajak", "mengarahkan", "menugaskan")
        if urging and actor is not None and actor.kind != "person":
            # "Pemerintah mendorong hilirisasi" tells what it does, not what it says.
            return False
        if not marked and _tells_nothing(self.tokens[index].lower, body):
            self.resolve(speaker)
            return False
        if (
            not marked
            and actor is not None
            and actor.kind == "company"
            and _records(self.tokens[index].lower, body)
        ):
            return False
        if len(WORD.findall(body)) < 3:
            return False
        resolved, rule = self.resolve(speaker)
        if resolved is None:
            return False
        start, stop = self.trim(content, end)
        self.found.append(
            Speech(
                start,
                stop,
                "indirect",
                resolved,
                rule,
                self.tokens[index].text,
                (speaker.start, speaker.end),
                True,
            )
        )
        return True

    def _reported(self, start: int, end: int, first: int, last: int, number: int) -> bool:
        """ "Hal itu disampaikan Budi …": the sentence before is what Budi says; "… diklaim Ketua AMI
        menurun": this one.
        """
        tokens = self.tokens
        for index in range(first, min(last, first + 25)):
            if verbs().get(tokens[index].lower) != "passive":
                continue
            speaker = self.scene.behind(index, end)
            begin = min((s.start for s in self.scene.between(tokens[index].end, end)), default=end)
            if (
                speaker is None
                or speaker.actor is None
                or not _DIRECTLY.fullmatch(self.text[tokens[index].end : begin])
            ):
                return False
            opening = " ".join(token.lower for token in tokens[first : min(index, first + 2)])
            if index - first <= 5 and opening in _POINTERS:
                self.resolve(speaker)
                before = self.document.sentences[number - 1] if number else None
                if before is None or any(s.start < before.end and s.end > before.start for s in self.found):
                    return False
                left, right = self.trim(*self.own(before.start, before.end))
            elif tokens[index].lower in _CLAIMED and (
                speaker.title is not None or speaker.actor.kind == "person"
            ):
                left, right = self.trim(start, end)
            else:
                return False
            actor, rule = self.resolve(speaker)
            if actor is None or len(WORD.findall(self.text, left, right)) < 4:
                return False
            self.found.append(
                Speech(
                    left,
                    right,
                    "indirect",
                    actor,
                    rule,
                    tokens[index].text,
                    (speaker.start, speaker.end),
                    True,
                )
            )
            return True
        return False

    def _according(self, start: int, end: int, first: int, last: int) -> bool:
        """ "Menurut Budi, …", "Menurutnya, …", "Diakuinya, …" at the beginning of a sentence or clause."""
        tokens = self.tokens
        for index in range(first, min(last, first + 8)):
            word = tokens[index].lower
            if word == "menurut" or (word == "bagi" and index == first):
                speaker = self.scene.behind(index, self._comma(index, end))
                if speaker is None or (
                    word == "bagi" and (speaker.actor is None or speaker.actor.kind != "person")
                ):
                    return False
                content = self._past_comma(max(speaker.end, tokens[index].end), end)
                if self._says_within(content, end):
                    return False
                return self._said(speaker, tokens[index].text, content, start, index == first, end)
            if word in nya_forms() and (index == first or tokens[index - 1].text == ","):
                pronoun = Speaker(None, "carry.nya", tokens[index].start, tokens[index].end)
                if self._only_joins(first, len(WORD.findall(self.text, start, tokens[index].start))):
                    return self._said(
                        pronoun,
                        tokens[index].text,
                        self._past_comma(tokens[index].end, end),
                        start,
                        True,
                        end,
                    )
                return self._said(pronoun, tokens[index].text, start, start, False, end)
        return False

    def _says_within(self, content: int, end: int) -> bool:
        """ "Menurut keterangan Gedung Putih, Presiden mengatakan …": the one told of is the speaker."""
        first = self.document.token_at(content)
        for index in range(first + 1, min(len(self.tokens), first + 8)):
            if self.tokens[index].start < end and verbs().get(self.tokens[index].lower) == "saying":
                return self.scene.before(index, content) is not None
        return False

    def _said(self, speaker: Speaker, verb: str, content: int, start: int, opening: bool, end: int) -> bool:
        actor, rule = self.resolve(speaker)
        begin = content if opening else start
        if actor is None or len(WORD.findall(self.text, begin, end)) < 3:
            return False
        left, right = self.trim(begin, end)
        self.found.append(
            Speech(left, right, "indirect", actor, rule, verb, (speaker.start, speaker.end), True)
        )
        return True

    def _comma(self, index: int, end: int) -> int:
        """The offset of the comma that ends a "menurut" phrase, or the sentence's end."""
        for token in self.tokens[index + 1 : index + 40]:
            if token.start >= end:
                break
            if token.text == "," and not any(s.start < token.start < s.end for s in self.scene.spots):
                following = self.tokens[self.document.token_at(token.end)]
                named = [s for s in self.scene.spots if s.start == following.start]
                if not any(_is_person(s) for s in named) or any(
                    _is_person(s) for s in self.scene.between(self.tokens[index].end, token.start)
                ):
                    return token.start
        return end

    def _past_comma(self, offset: int, end: int) -> int:
        """Behind the speaker, the clause that tells where it was said, and the comma."""
        match = _SAID_WHERE.match(self.text, offset, end) or _COMMA.match(self.text, offset, end)
        return match.end() if match else offset

    def _inserted(self, start: int, end: int, first: int, last: int) -> bool:
        """ "…, kata Budi, …" and "…, ujarnya." without quotation marks."""
        tokens = self.tokens
        for index in range(first, last):
            form = verb_form(tokens[index].lower)
            if tokens[index].lower in ("menurut", "menurutnya") and index > first:
                form = "nya" if tokens[index].lower == "menurutnya" else "plain"
            if form is None or tokens[index].lower in verbs():
                continue
            if index > first and tokens[index - 1].text not in (",", "?", "!", "."):
                continue
            if self.document.quote_at(tokens[index].start) is not None:
                continue
            if form == "nya":
                speaker: Speaker | None = Speaker(None, "carry.nya", tokens[index].start, tokens[index].end)
            elif index == first:
                speaker = self.scene.behind(index, end)
            else:
                speaker = self.scene.behind(index, end)
            if speaker is None:
                continue
            before = len(WORD.findall(self.text, start, tokens[index].start))
            rest = self._rest(max(speaker.end, tokens[index].end), end)
            after = len(WORD.findall(self.text, rest, end)) if rest is not None else 0
            only_joins = before <= 4 and self._only_joins(first, before)
            if before <= 2 and after < 3:
                continue
            actor, rule = self.resolve(speaker)
            if actor is None:
                continue
            if only_joins and rest is not None:
                left, right = self.trim(rest, end)
            elif rest is not None and after >= 3:
                left, right = self.trim(start, end)
            else:
                left, right = self.trim(start, tokens[index].start)
            direct = before > 2 and after < 3 and self._sounds_direct(left, right, form)
            self.found.append(
                Speech(
                    left,
                    right,
                    "direct" if direct else "indirect",
                    actor,
                    rule,
                    tokens[index].text,
                    (speaker.start, speaker.end),
                    True,
                )
            )
            return True
        return False

    def _only_joins(self, first: int, before: int) -> bool:
        """Whether the words before an inserted attribution only join sentences: "Selain itu", "Caranya"."""
        word = self.tokens[first].lower
        return before == 0 or (word in _JOINING and before <= 4) or (before == 1 and word.endswith("nya"))

    def _rest(self, offset: int, end: int) -> int | None:
        """Where a sentence goes on behind an inserted attribution: after its next comma, close by."""
        match = re.compile(r"[^,]{0,12},\s*(?:bahwa\s+)?").match(self.text, offset, end)
        return match.end() if match else None

    def _sounds_direct(self, left: int, right: int, form: str) -> bool:
        """Speech whose marks were lost: it says "kami" or "saya", or goes on a direct statement."""
        if _FIRST_PERSON.match(self.text[left:right]) or _FIRST_PERSON.search(
            self.text, left, min(right, left + 60)
        ):
            return True
        return form == "nya" and bool(self.found) and self.found[-1].mode == "direct"

    def _judged(self, index: int, start: int, end: int) -> bool:
        """ "…, yang dinilainya sebagai langkah maju": what the speaker in force judges."""
        token = self.tokens[index]
        if not (
            token.lower.startswith("di") and token.lower.endswith("nya") and token.lower in passive_nya()
        ):
            return False
        speaker = Speaker(None, "carry.nya", token.start, token.end)
        spots = [
            s
            for s in self.scene.between(start, token.start)
            if s.actor is not None and s.actor.kind == "person"
        ]
        if spots:
            speaker = replace(spots[0], rule="speaker.person")
        else:
            speaker = Speaker(None, "carry.nya", token.start, token.end)
        actor, rule = self.resolve(speaker)
        if actor is None:
            return False
        behind = len(WORD.findall(self.text, token.end, end))
        sebagai = re.match(r"\s*(?:sebagai|,)", self.text[token.end : end])
        left, right = self.trim(token.end, end) if sebagai and behind >= 3 else self.trim(start, end)
        self.found.append(
            Speech(left, right, "indirect", actor, rule, token.text, (token.start, token.end), True)
        )
        return True

    def _note_subject(self, start: int, first: int, end: int) -> None:
        """Who is meant by "ia" and "ujarnya" from here on: a person who opens the sentence, or by whom it
        was told.
        """
        for spot in self.scene.between(start, end):
            if (
                spot.actor is None
                or spot.actor.kind != "person"
                or self.document.quote_at(spot.start) is not None
            ):
                continue
            before = self.tokens[self.document.token_at(spot.start) - 1] if spot.start > start else None
            if before is None or (before.text == "," and before.start - start < 40) or before.lower == "oleh":
                self.force = spot.actor
                return
