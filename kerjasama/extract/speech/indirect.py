"""Indirect speech: sentences that lay their content in somebody's mouth without quotation marks.

Who stands beside the verb is found in `attribution.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from kerjasama.codebook.alternatives import alternatives
from kerjasama.extract.names.body_nouns import DEFINITE
from kerjasama.extract.registry import word_set
from kerjasama.extract.speech.attribution import PRONOUN, PRONOUNS
from kerjasama.extract.speech.content import is_sure, pledges, records, tells_nothing
from kerjasama.extract.speech.spots import Speaker
from kerjasama.extract.speech.state import WORD, SpeechState
from kerjasama.extract.speech.verbs import nya_forms, passive_nya, verb_form, verbs
from kerjasama.text.date_grammar import weekdays

_any = partial(alternatives, "speech_words")

_FIRST_PERSON = re.compile(rf"\b{_any('first_person')}\b", re.I)
_POINTERS = word_set("speech_words", "pointers")

_DIRECTLY = re.compile(rf"\s*(?:{_any('directly')}\s+)*")

_JOINING = word_set("speech_words", "joining")
_CLAIMED = word_set("speech_words", "speech_claimed")

# "mengatakan kepada Kevin Rudd, …, bahwa": whom it was told is no part of it.
_ADDRESSED = re.compile(r"\s*(?:kepada|pada)\b.{3,140}?\bbahwa\s+")

_MARK = re.compile(rf"\s*(?:,\s*)?(?:{_any('before_content')}\s+)?(?:{_any('content_marks')}|,|:)\s*", re.I)

_DOING = word_set("speech_words", "doing_of_bodies")
_COMMA = re.compile(r"\s*,?\s*(?:bahwa\s+)?")
# "Menurut pernyataan X yang dirilis pada Selasa, …", "Menurut X dalam keterangannya, Selasa (5/8), …"
_SAID_WHERE = re.compile(
    r"\s(?:yang\s(?:di[a-z]{4,}|ter[a-z]{4,})\b[^,]{0,90}"
    rf"|{_any('said_where')}\b"
    rf"(?:(?!\s(?:me[a-z]{{4,}}|ber[a-z]{{3,}}|{_any('no_said_where')})\b)[^,]){{0,90}})"
    rf"(?:,\s(?:{'|'.join(weekdays())})\b[^,]{{0,30}})?,\s(?:bahwa\s)?"
)
_NEXT_COMMA = re.compile(r"[^,]{0,12},\s*(?:bahwa\s+)?")
_GOES_ON = re.compile(r"\s+([a-z][a-z-]+)\b")
_CIRCUMSTANCES = (
    word_set("speech_words", "circumstances") | word_set("speech_words", "attribution_stops") | DEFINITE
)
_CONJUNCTIONS = word_set("speech_words", "conjunctions")
_FEW_WORDS = 4
_SOURCES = word_set("speech_words", "releases")
_SAID_THINGS = word_set("speech_words", "said_things")
# "Informasi soal visa ini": "ini" is the visa's.
_ABOUT = word_set("speech_words", "topics")
# "Umumnya, …": adverbs and nouns that look like a verb of saying with "-nya".
_NO_SPEECH = word_set("speech_words", "no_speech")
_AS = re.compile(r"\s*(?:sebagai|,)")


def _is_passive(word: str) -> bool:
    return verbs().get(word) == "passive" or word in passive_nya()


class IndirectSpeech(SpeechState):
    """Reads sentences outside quotations."""

    def indirect(self, start: int, end: int, number: int) -> None:
        """Reads the sentence `number` at [start, end): at most one statement, or only who it is about."""
        first, last = self.document.token_at(start), self.document.token_at(end)
        if not (
            self._according(start, end, first, last)
            or self._inserted(start, end, first, last)
            or self._reported(start, end, first, last, number)
            or self._said_by_subject(start, end, first, last)
        ):
            self._note_subject(start, first, end)

    def _said_by_subject(self, start: int, end: int, first: int, last: int) -> bool:
        """ "Budi mengatakan …", and "…, yang dinilainya …": the first verb of the sentence whose subject is
        told or in force.
        """
        for index in range(first, last):
            kind = verbs().get(self.tokens[index].lower)
            if kind is None:
                if self._judged(index, start, end):
                    return True
                continue
            quoted = self.document.quote_at(self.tokens[index].start) is not None
            if kind == "passive" or quoted or index == first:
                continue
            speaker = self.speakers.before(index, start)
            if speaker is not None and speaker.rule == PRONOUN:
                # "Menteri Budi menanggapi rencana itu, dia memastikan …": who opens the sentence is meant.
                self._note_subject(start, first, speaker.start)
            if speaker is not None and self._subject_verb(index, speaker, kind, end):
                return True
        return False

    def _subject_verb(self, index: int, speaker: Speaker, kind: str, end: int) -> bool:
        """ "Budi mengatakan (bahwa) …": whether the clause is a statement, which is then added."""
        content, marked = self._content(index, end)
        verb, body = self.tokens[index], self.text[content:end]
        somebody = speaker.actor is None or speaker.person
        clause = is_sure(verb.lower, body) or (somebody and pledges(verb.lower, body))
        if kind == "marked" and not marked and not clause:
            return False
        if verb.lower in _DOING and speaker.actor is not None and not speaker.person:
            return False
        if not marked and tells_nothing(verb.lower, body):
            self.resolve(speaker)
            return False
        firm = speaker.actor is not None and speaker.actor.kind == "company"
        if not marked and firm and records(verb.lower, body):
            return False
        return len(WORD.findall(body)) >= 3 and self.add_indirect((content, end), speaker, verb.text)

    def _content(self, index: int, end: int) -> tuple[int, bool]:
        """Where what is said begins behind the verb token, and whether "bahwa", a comma or the one to whom it
        was told marks it.
        """
        content = self.tokens[index].end
        mark = _MARK.match(self.text, content, end)
        marked = mark is not None and mark.end() > content and mark[0].strip() != ""
        if mark is not None:
            content = mark.end()
        addressed = _ADDRESSED.match(self.text, content, end)
        return (addressed.end(), True) if addressed is not None else (content, marked)

    def _reported(self, start: int, end: int, first: int, last: int, number: int) -> bool:
        """ "Hal itu disampaikan Budi …": the sentence before is what Budi says; "… diklaim Ketua AMI
        menurun": this one.
        """
        tokens = self.tokens
        near = range(first, min(last, first + 25))
        index = next((i for i in near if _is_passive(tokens[i].lower)), None)
        if index is not None and tokens[index].lower in passive_nya():
            return self._points_back(first, index) and self._said_before(index, number)
        speaker = self.speakers.behind(index, end) if index is not None else None
        if index is None or speaker is None or speaker.actor is None:
            return False
        begin = min((s.start for s in self.speakers.between(tokens[index].end, end)), default=end)
        if not _DIRECTLY.fullmatch(self.text[tokens[index].end : begin]):
            return False
        points = self._points_back(first, index)
        if relative := self._who_says(speaker, end):
            if points and (before := self._sentence_before(number)):
                self.add_indirect(before, speaker, tokens[index].text, least=4)
            verb, content = relative
            return self.add_indirect((content, end), speaker, verb, least=3)
        span: tuple[int, int] | None = None
        if points:
            self.resolve(speaker)
            span = self._sentence_before(number)
        elif tokens[index].lower in _CLAIMED and (speaker.title is not None or speaker.person):
            span = (self._past_comma(speaker.end, end) if index == first else start, end)
        return span is not None and self.add_indirect(span, speaker, tokens[index].text, least=4)

    def _said_before(self, index: int, number: int) -> bool:
        """ "Hal itu disampaikannya saat …": the sentence before, unless it was told to be speech already."""
        verb, before = self.tokens[index], self._sentence_before(number)
        in_force = Speaker(None, "carry.nya", verb.start, verb.end)
        return before is None or self.add_indirect(before, in_force, verb.text, least=4)

    def _points_back(self, first: int, index: int) -> bool:
        """Whether a passive's subject means the sentence before: "Hal itu", "Dilansir dari Kyodo, rencana
        ambisius itu".
        """
        tokens = self.tokens
        opening = " ".join(token.lower for token in tokens[first : min(index, first + 2)])
        if index - first <= _FEW_WORDS + 1 and opening in _POINTERS:
            return True
        head = max((i + 1 for i in range(first, index) if tokens[i].text == ","), default=first)
        pointed = index - head <= _FEW_WORDS + 1 and tokens[index - 1].lower in DEFINITE
        told_of = _ABOUT.isdisjoint(token.lower for token in tokens[head:index])
        return pointed and told_of and tokens[head].lower in _SAID_THINGS

    def _who_says(self, speaker: Speaker, end: int) -> tuple[str, int] | None:
        """ "Hal itu disampaikan Budi, direktur bank itu, yang menyatakan …": the verb, and where its content
        begins.
        """
        first = self.document.token_at(speaker.end)
        for index in range(first + 1, min(len(self.tokens), first + 16)):
            verb = self.tokens[index]
            if (
                verb.start < end
                and self.tokens[index - 1].lower == "yang"
                and verbs().get(verb.lower) == "saying"
            ):
                return verb.text, self._content(index, end)[0]
        return None

    def _sentence_before(self, number: int) -> tuple[int, int] | None:
        """The journalist's words of the sentence before, where no statement has been found in them."""
        if not number:
            return None
        before = self.document.sentences[number - 1]
        if any(speech.start < before.end and speech.end > before.start for speech in self.found):
            return None
        return self.document.own_words(before.start, before.end)

    def _according(self, start: int, end: int, first: int, last: int) -> bool:
        """ "Menurut Budi, …", "Menurutnya, …", "Diakuinya, …" at the beginning of a sentence or clause."""
        tokens = self.tokens
        for index in range(first, min(last, first + 8)):
            word = tokens[index]
            if word.lower == "menurut" or (word.lower == "bagi" and index == first):
                speaker = self.speakers.behind(index, self._comma(index, end))
                if speaker is None or (word.lower == "bagi" and not speaker.person):
                    return False
                content = self._past_comma(max(speaker.end, word.end), end)
                if self._says_within(content, end):
                    return False
                begin = content if index == first or self._behind_and(index, first) else start
                return self.add_indirect((begin, end), speaker, word.text, least=3)
            if index == first and word.lower == "dalam" and tokens[index + 1].lower in _SOURCES:
                return self._in_a_release(index, end)
            if word.lower in nya_forms() and (index == first or tokens[index - 1].text == ","):
                in_force = Speaker(None, "carry.nya", word.start, word.end)
                opens = self._only_joins(first, self.words(start, word.start))
                begin = self._past_comma(word.end, end) if opens else start
                return self.add_indirect((begin, end), in_force, word.text, least=3)
        return False

    def _in_a_release(self, index: int, end: int) -> bool:
        """ "Dalam keterangan Kementerian Perdagangan, …": the body whose release it is says what follows."""
        word, comma = self.tokens[index], self._comma(index, end)
        bodies = self.speakers.between(word.end, comma)
        content = self._past_comma(comma, end)
        if len(bodies) != 1 or bodies[0].person or comma == end or self._says_within(content, end):
            return False
        return self.add_indirect((content, end), bodies[0], word.text, least=4)

    def _says_within(self, content: int, end: int) -> bool:
        """ "Menurut keterangan Gedung Putih, Presiden mengatakan …": the one told of is the speaker."""
        first = self.document.token_at(content)
        for index in range(first + 1, min(len(self.tokens), first + 8)):
            if self.tokens[index].start < end and verbs().get(self.tokens[index].lower) == "saying":
                return self.speakers.before(index, content) is not None
        return False

    def _comma(self, index: int, end: int) -> int:
        """The offset of the comma that ends a "menurut" phrase, or the sentence's end."""
        for token in self.tokens[index + 1 : index + 40]:
            if token.start >= end:
                break
            if token.text == "," and not any(s.start < token.start < s.end for s in self.speakers.spots):
                following = self.tokens[self.document.token_at(token.end)]
                named = [s for s in self.speakers.spots if s.start == following.start]
                if not any(s.named_person for s in named) or any(
                    s.named_person for s in self.speakers.between(self.tokens[index].end, token.start)
                ):
                    return token.start
        return end

    def _past_comma(self, offset: int, end: int) -> int:
        """Behind the speaker, the clause that tells where it was said, and the comma."""
        match = _SAID_WHERE.match(self.text, offset, end) or _COMMA.match(self.text, offset, end)
        return match.end() if match else offset

    def _inserted(self, start: int, end: int, first: int, last: int) -> bool:
        """ "…, kata Budi, …" and "…, ujarnya." without quotation marks."""
        for index in range(first, last):
            form = self._inserted_form(index, first)
            if form is None:
                continue
            token = self.tokens[index]
            in_force = Speaker(None, "carry.nya", token.start, token.end)
            speaker = in_force if form == "nya" else self.speakers.behind(index, end)
            if speaker is not None and self._insert(index, form, speaker, (start, end), first):
                return True
        return False

    def _inserted_form(self, index: int, first: int) -> str | None:
        """The form of a verb that may stand inserted at token `index`: behind a mark, outside quotations."""
        tokens, word = self.tokens, self.tokens[index].lower
        form = verb_form(word)
        if word in ("menurut", "menurutnya") and index > first:
            form = "nya" if word == "menurutnya" else "plain"
        said_of = verbs().get(word)
        if form is None or said_of not in (None, "passive") or word in _NO_SPEECH:
            return None
        if (
            index > first
            and tokens[index - 1].text not in (",", "?", "!", ".")
            and not self._aside(index, first)
        ):
            return None
        if said_of == "passive" and not self._names_speaker(index, first):
            return None
        return form if self.document.quote_at(tokens[index].start) is None else None

    def _aside(self, index: int, first: int) -> bool:
        """ "Ke depan kata dia, …": behind few words whose comma was left out, the speaker in force."""
        who, mark = ["", "", *(token.lower for token in self.tokens[index + 1 : index + 3])][-2:]
        return index - first < _FEW_WORDS and who in PRONOUNS and mark == ","

    def _names_speaker(self, index: int, first: int) -> bool:
        """ "Jika itu terjadi, dikatakan Budi, …": whether a person stands right behind the passive."""
        behind = self.tokens[index + 1 : index + 2]
        return (
            index > first
            and bool(behind)
            and any(spot.start == behind[0].start and spot.named_person for spot in self.speakers.spots)
        )

    def _insert(self, index: int, form: str, speaker: Speaker, sentence: tuple[int, int], first: int) -> bool:
        """Adds what is said around an inserted verb: the words before it, behind it, or both."""
        token, (start, end) = self.tokens[index], sentence
        before = self.words(start, token.start)
        behind_and = self._behind_and(index, first)
        about = self.tokens[first].lower in _ABOUT  # "Terkait izin itu, dikatakan Budi semuanya beres"
        rest = self._rest(max(speaker.end, token.end), end, 0 < before <= _FEW_WORDS or behind_and or about)
        after = self.words(rest, end) if rest is not None else 0
        if before <= 2 and after < 3:
            return False
        if rest is not None and (
            behind_and or about or (before <= _FEW_WORDS and self._only_joins(first, before))
        ):
            span = (rest, end)
        elif after >= 3:
            span = (start, end)
        else:
            span = (start, token.start)
        direct = before > 2 and after < 3 and self._sounds_direct(*self.trim(*span), form)
        return self.add_indirect(span, speaker, token.text, mode="direct" if direct else "indirect")

    def _behind_and(self, index: int, first: int) -> bool:
        """Whether an attribution stands behind a conjunction and its comma: "…, namun, menurut Budi …"."""
        return index - first > 1 and self.tokens[index - 2].lower in _CONJUNCTIONS

    def _only_joins(self, first: int, before: int) -> bool:
        """Whether the words before an inserted attribution only join sentences: "Selain itu", "Caranya"."""
        word = self.tokens[first].lower
        return (
            before == 0
            or (word in _JOINING and before <= _FEW_WORDS)
            or (before == 1 and word.endswith("nya"))
        )

    def _rest(self, offset: int, end: int, opens: bool) -> int | None:
        """Where a sentence goes on behind an inserted attribution: after its next comma, close by, or at once
        where it `opens` a clause and the comma was forgotten ("Hal itu, kata Budi disebabkan …").
        """
        match = _NEXT_COMMA.match(self.text, offset, end)
        if match is None and opens and (goes_on := _GOES_ON.match(self.text, offset, end)):
            return None if goes_on[1] in _CIRCUMSTANCES else goes_on.start(1)
        return match.end() if match else None

    def _sounds_direct(self, left: int, right: int, form: str) -> bool:
        """Speech whose marks were lost: it says "kami" or "saya", or goes on a direct statement."""
        if _FIRST_PERSON.match(self.text[left:right]) or _FIRST_PERSON.search(
            self.text, left, min(right, left + 60)
        ):
            return True
        return form == "nya" and bool(self.found) and self.found[-1].mode == "direct"

    def _judged(self, index: int, start: int, end: int) -> bool:
        """ "…, yang dinilainya sebagai langkah maju": what the speaker in force, or the person who opens the
        sentence, judges.
        """
        token = self.tokens[index]
        if token.lower not in passive_nya() or not (
            token.lower.startswith("di") and token.lower.endswith("nya")
        ):
            return False
        speaker = Speaker(None, "carry.nya", token.start, token.end)
        people = [spot for spot in self.speakers.between(start, token.start) if spot.person]
        if people:
            speaker = replace(speaker, actor=people[0].actor, rule="speaker.person")
        judged = _AS.match(self.text[token.end : end]) and self.words(token.end, end) >= 3
        return self.add_indirect((token.end if judged else start, end), speaker, token.text)

    def _note_subject(self, start: int, first: int, end: int) -> None:
        """Who is meant by "ia" and "ujarnya" from here on: a person who opens the sentence, or by whom it
        was told.
        """
        for spot in self.speakers.between(start, end):
            if spot.actor is None or not spot.person or self.document.quote_at(spot.start) is not None:
                continue
            before = self.tokens[self.document.token_at(spot.start) - 1] if spot.start > start else None
            if before is None or (before.text == "," and before.start - start < 40) or before.lower == "oleh":
                self.hear(spot.actor)
                return
