"""Direct speech: which quotations are statements, and who says them.

Speech without quotation marks is `indirect.py`'s subject, the marks are `kerjasama.text.quotes`'.
"""

from __future__ import annotations

from kerjasama.extract.registry import word_set
from kerjasama.extract.speech.attribution import PRONOUN
from kerjasama.extract.speech.spots import Speaker
from kerjasama.extract.speech.state import Speech, SpeechState
from kerjasama.extract.speech.verbs import verb_form, verbs
from kerjasama.text.quotes import Quote

_TO_VERB = word_set("speech_words", "quote_to_verb")
_TO_QUOTE = word_set("speech_words", "verb_to_quote")
_BEFORE_SPEAKER = word_set("speech_words", "verbs_before_speaker")
_SAID_NOUNS = word_set("speech_words", "said_nouns")
# So many words may tell who speaks, behind a quotation and before the verb.
_MOST_WORDS = 16
_THUS = word_set("speech_words", "thus")


class DirectSpeech(SpeechState):
    """Reads quotations."""

    def is_speech(self, quote: Quote, start: int, end: int) -> bool:
        """Whether a quotation is speech: with an attribution beside it, or a sentence of its own."""
        words = self.words(quote.inner_start, quote.inner_end)
        if words < 3:
            return False
        if self._after(quote) is not None or self._subject_behind(quote) is not None:
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
            and self._leads_at_once(quote, start)
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
                or tokens[index].lower in _TO_VERB
                or (tokens[index].lower == "lanjut" and tokens[index - 1].lower == "lebih")
            )
        ):
            if tokens[index].text in ('"', "“", "(") or "\n" in self.text[quote.end : tokens[index].start]:
                return None
            index += 1
            limit -= 1
        if index >= len(tokens) or "\n" in self.text[quote.end : tokens[index].start]:
            return None
        form = verb_form(tokens[index].lower)
        if form is None and tokens[index].lower in _SAID_NOUNS and tokens[index - 1].lower in _THUS:
            form = "plain"  # "demikian pernyataan Gedung Putih"
        return (index, form) if form else None

    def _leads_at_once(self, quote: Quote, start: int) -> bool:
        """Whether only small words stand between a quotation and the verb of saying before it."""
        verb = self._verb_before(quote, start)
        if verb is None:
            return False
        between = self.tokens[verb + 1 : self.document.token_at(quote.start)]
        return all(token.lower in _TO_QUOTE for token in between)

    def _verb_before(self, quote: Quote, start: int) -> int | None:
        """The verb of saying that leads to a quotation in its sentence: "mengatakan, “…”"."""
        index = self.document.token_at(quote.start) - 1
        tokens = self.tokens
        steps = 0
        while index >= 0 and tokens[index].start >= start and steps < 40:
            word = tokens[index].lower
            if word in verbs() or word in _BEFORE_SPEAKER or verb_form(word) == "nya":
                return index
            index -= 1
            steps += 1
        return None

    def direct(self, quote: Quote, number: int) -> None:
        """Adds a quotation in the sentence `number` as a statement, or joins it to the one it goes on."""
        verb, speaker = self._attribution(quote, self.document.sentences[number].start)
        own = verb is not None
        actor, rule = self.resolve(speaker)
        if actor is None:
            return
        inner_end = quote.inner_start + len(self.text[quote.inner_start : quote.inner_end].rstrip())
        start, end = self.trim(quote.inner_start, inner_end)
        last = self.found[-1] if self.found else None
        if last is not None and last.mode == "direct":
            same = not own and last.speaker is actor and self._same_paragraph(last.end, start)
            if quote.continues or same:
                last.end = end
                if own:
                    last.speaker, last.rule, last.verb = actor, rule, verb
                return
        anchor = (speaker.start, speaker.end) if speaker else None
        self.found.append(Speech(start, end, "direct", actor, rule, verb, anchor, own))

    def _attribution(self, quote: Quote, start: int) -> tuple[str | None, Speaker | None]:
        """The verb beside a quotation in the sentence that begins at `start`, and who is told to speak."""
        after = self._after(quote)
        if after is not None:
            index, form = after
            named = None if form == "nya" else self.speakers.behind(index, self._line_end(quote.end))
            return self.tokens[index].text, named
        if followed := self._subject_behind(quote):
            return followed
        if quote.start <= start:
            return self._led_by_colon(quote)
        before = self._verb_before(quote, start)
        if before is None:
            return None, None
        speaker = self.speakers.before(before, start)
        if speaker is None and self.tokens[before].lower in _BEFORE_SPEAKER:
            speaker = self.speakers.behind(before, quote.start)
        return self.tokens[before].text, speaker

    def _subject_behind(self, quote: Quote) -> tuple[str, Speaker] | None:
        """ "…," Budi mengatakan kepada pers, "…," dia menambahkan: subject and verb behind a comma."""
        if not self.text[quote.inner_start : quote.inner_end].rstrip().endswith(","):
            return None
        first = self.document.token_at(quote.end)
        while first < len(self.tokens) and not self.tokens[first].text[0].isalnum():
            first += 1
        for index in range(first + 1, min(len(self.tokens), first + _MOST_WORDS)):
            token = self.tokens[index]
            if token.text in ('"', "“", "."):
                return None
            if verbs().get(token.lower) == "saying":
                speaker = self.speakers.before(index, self.tokens[first].start)
                if speaker is None or (speaker.actor is None and speaker.rule != PRONOUN):
                    return None
                return token.text, speaker
        return None

    def _led_by_colon(self, quote: Quote) -> tuple[str | None, Speaker | None]:
        """The paragraph before ends in a colon: "… menyampaikan apresiasi atas kunjungan ini:"."""
        before = self.text[: quote.start].rstrip(" \n\t>*-–—")
        if not before.endswith(":"):
            return None, None
        start = max(before.rfind("\n") + 1, 0)
        first = self.document.token_at(start)
        for index in range(self.document.token_at(quote.start) - 1, first - 1, -1):
            if self.tokens[index].lower in verbs():
                speaker = self.speakers.before(index, self._sentence_start(self.tokens[index].start, start))
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
