"""The words that are laid in somebody's mouth: direct and indirect speech of a document, with its speakers.

Who stands beside a verb of saying is found in `attribution.py`; codebook section 8 decides what counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kerjasama.extract.actor_index import ActorIndex
from kerjasama.extract.attribution import Scene, Speaker, nya_forms, passive_nya, short_verbs, verbs
from kerjasama.extract.document import Document
from kerjasama.records import Actor, Anchor, Statement
from kerjasama.text.quotes import Quote

_WORD = re.compile(r"[^\W_]+")
_FIRST_PERSON = re.compile(r"\b(?:kami|saya|kita|aku)\b", re.I)
# What is said where the content itself is not: "menyampaikan hal itu", "menyampaikan apresiasi".
_EMPTY = re.compile(
    r"\s*(?:(?:hal|pernyataan|penjelasan|keterangan|itu|ini|tersebut|demikian|begitu|pendapat|pidato|sambutan|kuliah)\b(?:\s+(?:itu|ini|tersebut|senada|serupa|yang sama))?"
    r"|(?:rasa\s+)?(?:apresiasi|terima kasih|selamat|ucapan|permintaan maaf|permohonan maaf|belasungkawa|duka|salam|penghargaan)\w*"
    r")\b",
    re.I,
)
# "menjelaskan tentang X", "memaparkan berbagai potensi": the topic is told, not what was said of it.
_TELLING = frozenset(
    ("menjelaskan", "memaparkan", "membeberkan", "menyampaikan", "menguraikan", "menceritakan")
)
_TOPIC = re.compile(
    r"\s*(?:tentang|mengenai|soal|terkait|kronologi|perkembangan|berbagai|alasan|latar belakang|materi|laporan)\b",
    re.I,
)
_CONVEYING = frozenset(
    ("menyampaikan", "mengungkapkan", "menyatakan", "mengutarakan", "melontarkan", "memberikan")
)
_POINTERS = ("hal itu", "hal ini", "hal tersebut", "demikian", "pernyataan itu", "pernyataan ini", "pernyataan tersebut", "hal senada",
             "kepastian ini", "kepastian itu", "informasi itu", "informasi ini", "penegasan itu", "harapan itu", "itu", "ini", "itu juga", "demikian pula")  # fmt: skip
_DIRECTLY = re.compile(r"\s*(?:(?:oleh|langsung|juga|pula)\s+)*")
_CLAIMED = frozenset(("diklaim", "diakui", "diyakini", "diungkapkan", "dijelaskan", "dinilai"))
# "mengatakan kepada Kevin Rudd, …, bahwa": whom it was told is no part of it.
_ADDRESSED = re.compile(r"\s*(?:kepada|pada)\b.{3,140}?\bbahwa\s+")
_MARK = re.compile(r"\s*(?:,\s*)?(?:(?:juga|pun|kembali|lebih lanjut)\s+)?(?:bahwa|kalau|jika|,|:)\s*", re.I)


@dataclass(slots=True)
class _Speech:
    """A statement in the making: [start, end) and who said it."""

    start: int
    end: int
    mode: str
    speaker: Actor
    rule: str
    verb: str | None
    anchor: tuple[int, int] | None
    own: bool  # whether it has an attribution of its own


def read_speech(document: Document, index: ActorIndex) -> ActorIndex:
    """The index with the statements of the document in order, and with the countries that speak in it."""
    reader = _Reader(document, index)
    spoken, parties = reader.read()
    countries = [
        (spot.start, spot.end, spot.actor.country or "")
        for spot in reader.scene.spots
        if spot.rule == "speaker.country" and spot.actor is not None and document.sentence_at(spot.start) >= 0
    ]
    return ActorIndex(index.actors, index.titles, index.holders, spoken, countries).with_parties(parties)


class _Reader:
    """Goes through the sentences once, keeping the speaker in force."""

    def __init__(self, document: Document, index: ActorIndex):
        self.document = document
        self.text = document.text
        self.tokens = document.tokens
        self.scene = Scene(document, index)
        self.force: Actor | None = None
        self.found: list[_Speech] = []
        self.parties: dict[str, Actor] = {}
        self.done: set[int] = set()

    def read(self) -> tuple[list[Statement], list[Actor]]:
        quotes = [q for q in self.document.quotes if not self.document.is_boilerplate(q.start, q.end)]
        for number, sentence in enumerate(self.document.sentences):
            start, end = self._own(sentence.start, sentence.end)
            here = [q for q in quotes if q.start < end and q.end > start]
            speech = [q for q in here if self._is_speech(q, start, end)]
            for quote in speech:
                if quote.start not in self.done:
                    self.done.add(quote.start)
                    self._direct(quote, number)
            if not speech:
                self._indirect(start, end, number)
        return self._statements(), list(self.parties.values())

    def _own(self, start: int, end: int) -> tuple[int, int]:
        """A sentence without the boilerplate glued to its beginning or end."""
        for left, right, _ in self.document.boilerplate:
            if left <= start < right:
                start = right
            elif start < left < end <= right:
                end = left
        return min(start, end), end

    # Direct speech

    def _is_speech(self, quote: Quote, start: int, end: int) -> bool:
        """Whether a quotation is speech: with an attribution beside it, or a sentence of its own."""
        words = len(_WORD.findall(self.text, quote.inner_start, quote.inner_end))
        if words < 3:
            return False
        if self._after(quote) is not None and words >= 3:
            return True
        before = self.text[max(start, quote.start - 200) : quote.start] if quote.start > start else ""
        lead = before.rstrip()
        if not lead.strip():
            follows = self.text[quote.end : quote.end + 1]
            whole = (
                quote.end >= end
                or follows in ("", "\n", ".")
                or self.text[quote.inner_end - 1 : quote.inner_end] in ".!?"
            )
            return words >= 5 and whole
        if lead.endswith((":", ",", "bahwa")) and words >= 4:
            return self._verb_before(quote, start) is not None
        return (
            words >= 5
            and self.text[quote.inner_start : quote.inner_end].lstrip()[:1].isupper()
            and self._verb_before(quote, start, close=True) is not None
        )

    def _after(self, quote: Quote) -> tuple[int, str] | None:
        """The token and form of the verb that follows a quotation: `," ujar`, `," katanya`."""
        index = self.document.token_at(quote.end)
        tokens = self.tokens
        limit = 3
        while (
            index < len(tokens)
            and limit
            and (
                not tokens[index].text[0].isalnum()
                or tokens[index].lower in ("begitu", "demikian", "lebih", "juga", "pun")
                or (tokens[index].lower == "lanjut" and tokens[index - 1].lower == "lebih")
            )
        ):
            if tokens[index].text in ('"', "“", "(") or "\n" in self.text[quote.end : tokens[index].start]:
                return None
            index += 1
            limit -= 1
        if index >= len(tokens) or "\n" in self.text[quote.end : tokens[index].start]:
            return None
        form = _verb_form(tokens[index].lower)
        return (index, form) if form else None

    def _verb_before(self, quote: Quote, start: int, close: bool = False) -> int | None:
        """The verb of saying that leads to a quotation in its sentence: "mengatakan, “…”"."""
        index = self.document.token_at(quote.start) - 1
        tokens = self.tokens
        steps = 0
        while index >= 0 and tokens[index].start >= start and steps < 40:
            word = tokens[index].lower
            if (
                close
                and steps
                and tokens[index + 1].lower not in ("bahwa", "kembali", "lagi", "kalau", ",", ":", '"', "“")
            ):
                return None
            if (
                word in verbs()
                or word in ("kata", "ujar", "ucap", "menurut", "tulis")
                or _verb_form(word) == "nya"
            ):
                return index
            index -= 1
            steps += 1
        return None

    def _direct(self, quote: Quote, number: int) -> None:
        sentence = self.document.sentences[number]
        after = self._after(quote)
        speaker: Speaker | None = None
        verb: str | None = None
        own = False
        if after is not None:
            verb, own = self.tokens[after[0]].text, True
            if after[1] != "nya":
                speaker = self.scene.behind(after[0], self._line_end(quote.end))
        elif quote.start > sentence.start:
            index = self._verb_before(quote, sentence.start)
            if index is not None:
                verb, own = self.tokens[index].text, True
                speaker = self.scene.before(index, sentence.start)
                if speaker is None and self.tokens[index].lower in (
                    "kata",
                    "ujar",
                    "ucap",
                    "menurut",
                    "tulis",
                ):
                    speaker = self.scene.behind(index, quote.start)
        else:
            verb, speaker = self._led_by_colon(quote)
            own = verb is not None
        actor, rule = self._resolve(speaker)
        if actor is None:
            return
        inner_end = quote.inner_start + len(self.text[quote.inner_start : quote.inner_end].rstrip())
        start, end = self._trim(quote.inner_start, inner_end)
        last = self.found[-1] if self.found else None
        if quote.continues and last is not None and last.mode == "direct":
            last.end = end
            if own:
                last.speaker, last.rule, last.verb = actor, rule, verb
            return
        if (
            last is not None
            and not own
            and last.mode == "direct"
            and last.speaker is actor
            and self._same_paragraph(last.end, start)
        ):
            last.end = end
            return
        anchor = (speaker.start, speaker.end) if speaker else None
        self.found.append(_Speech(start, end, "direct", actor, rule, verb, anchor, own))

    def _led_by_colon(self, quote: Quote) -> tuple[str | None, Speaker | None]:
        """The paragraph before ends in a colon: "… menyampaikan apresiasi atas kunjungan ini:"."""
        before = self.text[: quote.start].rstrip(" \n\t>*-–—")
        if not before.endswith(":"):
            return None, None
        start = max(before.rfind("\n") + 1, 0)
        first = self.document.token_at(start)
        for index in range(self.document.token_at(quote.start) - 1, first - 1, -1):
            if self.tokens[index].lower in verbs():
                speaker = self.scene.before(index, self._sentence_start(self.tokens[index].start, start))
                if speaker is not None:
                    return self.tokens[index].text, speaker
        return None, None

    def _sentence_start(self, offset: int, otherwise: int) -> int:
        number = self.document.sentence_at(offset)
        return self.document.sentences[number].start if number >= 0 else otherwise

    def _line_end(self, offset: int) -> int:
        """The end of the sentence or line in which an attribution stands."""
        newline = self.text.find("\n", offset)
        line = len(self.text) if newline < 0 else newline
        ends = [s.end for s in self.document.sentences if s.start <= offset < s.end or s.start >= offset]
        return min(line, ends[0]) if ends else line

    def _same_paragraph(self, left: int, right: int) -> bool:
        gap = self.text[left:right]
        return "\n" not in gap

    # Indirect speech

    def _indirect(self, start: int, end: int, number: int) -> None:
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
        if kind == "asking" and actor is not None and actor.kind != "person":
            # "Pemerintah mendorong hilirisasi" tells what it does, not what it says.
            if self.tokens[index].lower in ("mendorong", "mengajak", "mengarahkan", "menugaskan"):
                return False
        if not marked and self.tokens[index].lower in _TELLING and _TOPIC.match(body):
            self._resolve(speaker)
            return False
        if not marked and self.tokens[index].lower in _CONVEYING and _EMPTY.match(body):
            self._resolve(speaker)
            return False
        if len(_WORD.findall(body)) < 3:
            return False
        resolved, rule = self._resolve(speaker)
        if resolved is None:
            return False
        start, stop = self._trim(content, end)
        self.found.append(
            _Speech(
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
        """ "Hal itu disampaikan Budi …": the sentence before is what Budi says; "… diklaim Ketua AMI menurun": this one."""
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
                self._resolve(speaker)
                before = self.document.sentences[number - 1] if number else None
                if before is None or any(s.start < before.end and s.end > before.start for s in self.found):
                    return False
                left, right = self._trim(*self._own(before.start, before.end))
            elif tokens[index].lower in _CLAIMED and (
                speaker.title is not None or speaker.actor.kind == "person"
            ):
                left, right = self._trim(start, end)
            else:
                return False
            actor, rule = self._resolve(speaker)
            if actor is None or len(_WORD.findall(self.text, left, right)) < 4:
                return False
            self.found.append(
                _Speech(
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
                return self._said(
                    speaker,
                    tokens[index].text,
                    self._past_comma(max(speaker.end, tokens[index].end), end),
                    start,
                    index == first,
                    end,
                )
            if word in nya_forms() and (index == first or tokens[index - 1].text == ","):
                pronoun = Speaker(None, "carry.nya", tokens[index].start, tokens[index].end)
                if index == first or index - first <= 3:
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

    def _said(self, speaker: Speaker, verb: str, content: int, start: int, opening: bool, end: int) -> bool:
        actor, rule = self._resolve(speaker)
        begin = content if opening else start
        if actor is None or len(_WORD.findall(self.text, begin, end)) < 3:
            return False
        left, right = self._trim(begin, end)
        self.found.append(
            _Speech(left, right, "indirect", actor, rule, verb, (speaker.start, speaker.end), True)
        )
        return True

    def _comma(self, index: int, end: int) -> int:
        """The offset of the comma that ends a "menurut" phrase, or the sentence's end."""
        for token in self.tokens[index + 1 : index + 40]:
            if token.start >= end:
                break
            if token.text == "," and not any(s.start < token.start < s.end for s in self.scene.spots):
                following = self.tokens[self.document.token_at(token.end)]
                if not any(s.start == following.start for s in self.scene.spots):
                    return token.start
        return end

    def _past_comma(self, offset: int, end: int) -> int:
        match = re.compile(r"\s*,?\s*(?:bahwa\s+)?").match(self.text, offset, end)
        return match.end() if match else offset

    def _inserted(self, start: int, end: int, first: int, last: int) -> bool:
        """ "…, kata Budi, …" and "…, ujarnya." without quotation marks."""
        tokens = self.tokens
        for index in range(first, last):
            form = _verb_form(tokens[index].lower)
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
            before = len(_WORD.findall(self.text, start, tokens[index].start))
            rest = self._rest(max(speaker.end, tokens[index].end), end)
            after = len(_WORD.findall(self.text, rest, end)) if rest is not None else 0
            if before <= 2 and after < 3:
                continue
            actor, rule = self._resolve(speaker)
            if actor is None:
                continue
            if before <= 2 and rest is not None:
                left, right = self._trim(rest, end)
            elif rest is not None and after >= 3:
                left, right = self._trim(start, end)
            else:
                left, right = self._trim(start, tokens[index].start)
            direct = before > 2 and after < 3 and self._sounds_direct(left, right, form)
            self.found.append(
                _Speech(
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
        actor, rule = self._resolve(speaker)
        if actor is None:
            return False
        behind = len(_WORD.findall(self.text, token.end, end))
        sebagai = re.match(r"\s*(?:sebagai|,)", self.text[token.end : end])
        left, right = self._trim(token.end, end) if sebagai and behind >= 3 else self._trim(start, end)
        self.found.append(
            _Speech(left, right, "indirect", actor, rule, token.text, (token.start, token.end), True)
        )
        return True

    def _note_subject(self, start: int, first: int, end: int) -> None:
        """Who is meant by "ia" and "ujarnya" from here on: a person who opens the sentence, or by whom it was told."""
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

    # Speakers and spans

    def _resolve(self, speaker: Speaker | None) -> tuple[Actor | None, str]:
        """The actor meant, who from now on is the speaker in force."""
        if speaker is None:
            return self.force, "carry.silent"
        if speaker.actor is None:
            return self.force, speaker.rule
        if speaker.rule in ("speaker.country", "speaker.home_government"):
            self.parties.setdefault(speaker.actor.name, speaker.actor)
        self.force = speaker.actor
        return speaker.actor, speaker.rule

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """The span without blanks and stray marks at its ends."""
        while start < end and (self.text[start].isspace() or self.text[start] in ",;:"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:."):
            end -= 1
        return start, end

    def _statements(self) -> list[Statement]:
        made = []
        for speech in sorted(self.found, key=lambda s: (s.start, s.end)):
            if speech.end <= speech.start:
                continue
            actor = speech.speaker
            anchors = [Anchor("speaker", speech.rule, *(speech.anchor or (None, None)))]
            made.append(
                Statement(
                    speaker=actor.name,
                    mode=speech.mode,
                    start=speech.start,
                    end=speech.end,
                    verb=speech.verb,
                    role_title=actor.role_title,
                    organisation=actor.parent
                    if actor.kind == "person"
                    else (None if actor.kind == "country" else actor.name),
                    country=actor.country,
                    anchors=tuple(anchors),
                )
            )
        return made


def _verb_form(word: str) -> str | None:
    """`plain` for "ujar", `nya` for "ujarnya", None for other words."""
    if word in short_verbs() or word in verbs():
        return "plain"
    if word.endswith("nya") and word[:-3] in short_verbs():
        return "nya"
    return None
