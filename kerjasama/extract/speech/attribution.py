"""Who says it: the speaker that stands before or behind a verb of saying.

Who may speak at all is found in `kerjasama.extract.speech.spots`; which words belong to a statement, in
`kerjasama.extract.speech.direct` and `kerjasama.extract.speech.indirect`.
"""

from __future__ import annotations

from kerjasama.extract.actors.index import ActorIndex
from kerjasama.extract.document import Document
from kerjasama.extract.names.body_nouns import DEFINITE, pointed_kinds
from kerjasama.extract.names.offices import is_title_head
from kerjasama.extract.registry import word_set
from kerjasama.extract.speech.spots import Speaker, spots
from kerjasama.extract.speech.verbs import helpers

# Where the subject of "kata …" ends: what follows is when, where or how it was said.
_STOPS = word_set("speech_words", "attribution_stops")
# A verb behind one of these is no speech of its own: "untuk menegaskan", "tidak menyebutkan", "dapat
# meminta".
_BLOCKERS = word_set("speech_words", "attribution_blockers")
_COORDINATED = word_set("speech_words", "attribution_coordinated")
_BEFORE_SPEAKER = word_set("speech_words", "attribution_before_speaker") | word_set(
    "speech_words", "attribution_sources"
)
_ASIDES = word_set("speech_words", "attribution_asides")
_IN_OFFICE = word_set("speech_words", "attribution_in_office")
_CIRCUMSTANCES = word_set("speech_words", "attribution_circumstances")
# Words that stand for the speaker in force: "pria yang juga …", "mantan bupati itu", "orang nomor dua di
# Pemprov".
_PARAPHRASES = word_set("speech_words", "attribution_paraphrases")
_DESCRIBED = _PARAPHRASES | word_set("speech_words", "described_people")
_RELATIONS = word_set("speech_words", "relations")
_ENDS_PARAPHRASE = DEFINITE | {"tadi"}
_SAID_NOUNS = word_set("speech_words", "said_nouns")
_CONJUNCTIONS = word_set("speech_words", "conjunctions")

PRONOUNS = word_set("speech_words", "attribution_pronouns")
"""The words that mean the speaker in force: "ia", "dia"."""
PRONOUN = "carry.pronoun"
"""The rule of a pronoun that means the speaker in force."""
UNNAMED = "speaker.unnamed"
"""The rule of a subject that the text does not name: "kata seorang warga"."""
_AND = word_set("speech_words", "speakers_together")
# So many words may tell when and where somebody spoke, between the name and the verb.
_MOST_CIRCUMSTANCES = 12
# So many words may stand before who opens a clause.
_FEW_WORDS = 3


class Speakers:
    """The people and bodies that may speak in a document, asked by the place of a verb."""

    def __init__(self, document: Document, index: ActorIndex):
        self.document = document
        self.tokens = document.tokens
        self.breaks = document.breaks
        self.spots = spots(document, index)

    def between(self, start: int, end: int) -> list[Speaker]:
        """Possible speakers that lie inside [start, end), in order."""
        return [spot for spot in self.spots if start <= spot.start and spot.end <= end]

    def behind(self, verb: int, end: int) -> Speaker | None:
        """The subject behind the verb token `verb` ("kata …"), before the offset `end`."""
        tokens = self.tokens
        first = verb + 1
        while first < len(tokens) and tokens[first].lower in _BEFORE_SPEAKER:
            first += 1
        if first >= len(tokens) or tokens[first].start >= end:
            return None
        if tokens[first].lower in PRONOUNS:
            return Speaker(None, PRONOUN, tokens[first].start, tokens[first].end)
        stop = self._stop(first, end)
        chosen = self._choose(self.between(tokens[first].start, stop)) or self._body(first)
        return chosen or self._unnamed(first, stop)

    def _unnamed(self, first: int, stop: int) -> Speaker | None:
        """A subject without a name at token `first`: "kata politikus itu" means the speaker in force, "kata
        seorang warga" nobody that the text names.
        """
        word, span = self.tokens[first], (self.tokens[first].start, stop)
        if word.lower in _PARAPHRASES or self._points_back(first, stop):
            return Speaker(None, "carry.paraphrase", *span)
        named = word.text[0].isupper() or not word.text.isalpha()
        if named or word.lower in _STOPS | _SAID_NOUNS or stop <= word.start:
            return None
        return Speaker(None, UNNAMED, *span)

    def _points_back(self, first: int, stop: int) -> bool:
        phrase = self.tokens[first : self.document.token_at(stop)]
        return any(token.lower in _ENDS_PARAPHRASE for token in phrase[1:])

    def _body(self, first: int) -> Speaker | None:
        """ "kata perusahaan itu": the body of that kind that was named last."""
        tokens = self.tokens
        if first + 1 >= len(tokens) or tokens[first + 1].lower not in DEFINITE:
            return None
        return self._body_meant(first, first + 1)

    def _body_meant(self, first: int, last: int) -> Speaker | None:
        """The body that the noun phrase from token `first` to `last` points back at, by its head."""
        kinds = pointed_kinds().get(self.tokens[first].lower, ())
        start, end = self.tokens[first].start, self.tokens[last].end
        before = [spot for spot in self.spots if spot.end <= start]
        named = [spot for spot in before if spot.actor is not None and spot.actor.kind in kinds]
        # The subject of a sentence, if there is one; else the last.
        opening = [spot for spot in named if self.document.token_at(spot.start) in self.breaks]
        return Speaker((opening or named)[-1].actor, "carry.body", start, end) if named else None

    def _pointed(self, start: int, last: int) -> Speaker | None:
        """Whom a definite subject means that ends at token `last`: "Perusahaan asal Swedia ini", "Kepada
        media, purnawirawan jenderal itu".
        """
        tokens = self.tokens
        first = last
        while first and tokens[first - 1].start >= start and tokens[first - 1].text != ",":
            first -= 1
        if tokens[first].lower in _CONJUNCTIONS:
            first += 1
        head = tokens[first]
        if not 1 <= last - first <= _MOST_CIRCUMSTANCES:
            return None
        if head.lower in pointed_kinds():
            return self._body_meant(first, last)
        named = any(spot.named_person for spot in self.between(head.start, tokens[last].end))
        if named or head.lower not in _DESCRIBED:
            return None
        return Speaker(None, "carry.paraphrase", head.start, tokens[last].end)

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
            if position > first and tokens[position].lower in _STOPS and not self._joins(first, position):
                return tokens[position].start
            if tokens[position].text in ('"', "“", "”"):
                return tokens[position].start
            position += 1
        return end

    def _joins(self, first: int, position: int) -> bool:
        """Whether "dan" only goes on an office whose holder's name is still to come: "kata analis komoditas
        dan mata uang, Ibrahim …", "kata Deputi Bidang Protokol, Pers, dan Media Sari Dewi".
        """
        tokens = self.tokens
        return tokens[position].lower == "dan" and (
            tokens[position - 1].text == "," or not self.between(tokens[first].start, tokens[position].start)
        )

    @staticmethod
    def _choose(inside: list[Speaker]) -> Speaker | None:
        """Of several names of one subject the person; else the office; else the first body."""
        people = (spot for spot in inside if spot.named_person)
        offices = (spot for spot in inside if spot.title is not None)
        return next(people, None) or next(offices, None) or next(iter(inside), None)

    def before(self, verb: int, start: int) -> Speaker | None:
        """The subject before the verb token `verb`, in the clause that begins at offset `start`."""
        tokens = self.tokens
        last = verb - 1
        while last >= 0 and tokens[last].start >= start and self._helps(last):
            last -= 1
        if last < 0 or tokens[last].start < start:
            return None
        word = tokens[last].lower
        if word in _BLOCKERS:
            return None
        if word in PRONOUNS:
            return Speaker(None, PRONOUN, tokens[last].start, tokens[last].end)
        inside = self.between(start, tokens[last].end)
        if word in DEFINITE and (pointed := self._pointed(start, last)):
            return pointed
        if word == "yang":
            return self._relative(inside, verb, last)
        if word in _COORDINATED:
            pronoun = self._opening_pronoun(start, tokens[last].start)
            return pronoun or self._choose(inside[:2])
        if word == "," and (opener := self._opener(inside, start)):
            return opener
        near = self._near(inside, last)
        if near is not None and self._is_related(near, start):
            return self._of_a_relation(near, inside, last)
        if near is not None:
            return None if self._together(near, inside) else near
        return self._opening_paraphrase(start, last)

    def _helps(self, place: int) -> bool:
        """Whether a word only stands between a subject and its verb: "juga", "secara gamblang"."""
        manner = place > 0 and self.tokens[place - 1].lower == "secara"
        return manner or self.tokens[place].lower in helpers()

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

    def _relative(self, inside: list[Speaker], verb: int, last: int) -> Speaker | None:
        """ "Budi yang mengatakan bahwa …": the name right before "yang" at token `last`."""
        following = self.tokens[verb + 1].lower if verb + 1 < len(self.tokens) else ""
        near = bool(inside) and self.tokens[last].start - inside[-1].end <= 2
        return inside[-1] if near and following == "bahwa" else None

    def _opener(self, inside: list[Speaker], start: int) -> Speaker | None:
        """The person who opens the clause with an aside behind the name: "Alvin Nguyen, seorang analis di
        Forrester, …", "Direktur Bank Jaya, Rina Sari, dalam seminar di Solo, …"; of "Pengacara Rina, Budi,
        …" the second.
        """
        people = [spot for spot in inside if spot.named_person]
        text = self.document.text
        if not people or text[people[0].end : people[0].end + 1] != ",":
            return None
        person = people[0]
        begin = next((spot.start for spot in inside if spot.title and spot.end <= person.start), person.start)
        if len(text[start:begin].split()) > _FEW_WORDS:
            return None
        apposed = len(people) > 1 and text[person.end : people[1].start].strip() == ","
        return people[1] if apposed else person

    def _together(self, near: Speaker, inside: list[Speaker]) -> bool:
        """Whether two speak together ("Zafrul dan Airlangga"): no statement of either."""
        before = [spot for spot in inside if spot.end <= near.start and spot.actor is not None]
        if not before or before[-1].actor is near.actor:
            return False
        return self.document.text[before[-1].end : near.start].strip() in _AND

    def _opening_pronoun(self, start: int, end: int) -> Speaker | None:
        first = self.document.token_at(start)
        for token in self.tokens[first : first + 3]:
            if token.start < end and token.lower in PRONOUNS:
                return Speaker(None, PRONOUN, token.start, token.end)
        return None

    def _near(self, inside: list[Speaker], last: int) -> Speaker | None:
        """The name that ends at token `last`, or before an aside in brackets or between commas, or before
        when and where it was said.
        """
        if not inside:
            return None
        spot = inside[-1]
        gap = self.document.text[spot.end : self.tokens[last].end].strip()
        bracketed = gap.startswith("(") and gap.endswith(")")
        if not gap or bracketed or set(gap.lower().split()) <= _ASIDES:
            return self._beside(spot, gap, inside)
        if gap.startswith(",") and gap.endswith(","):
            return spot
        return self._before_circumstances(inside, last)

    def _beside(self, spot: Speaker, gap: str, inside: list[Speaker]) -> Speaker | None:
        """Who speaks where the last name, `spot`, stands right before the verb but for the aside `gap`."""
        if spot.title is None:
            over = [s for s in inside if s.title is not None and s.start <= spot.start < s.end + 1]
            if over and spot.actor is not None and not spot.person:
                # "Direktur Utama JAI": the body inside a title is not the subject.
                return self._choose([s for s in inside if s.start >= over[-1].start])
            return spot
        if not spot.person and DEFINITE & set(gap.split()):
            return Speaker(None, "carry.paraphrase", spot.start, spot.end)
        people = [s for s in inside if s.named_person]
        # "Michael Jizhar, Executive Vice President Modena, mengatakan".
        apposed = people and self.document.text[people[-1].end : spot.start].strip() in _IN_OFFICE
        return people[-1] if apposed else spot

    def _before_circumstances(self, inside: list[Speaker], last: int) -> Speaker | None:
        """ "Budi dalam konferensi pers di Jakarta mengatakan": no other verb stands between."""
        spot = self._choose([s for s in inside if s.start >= inside[-1].start]) or inside[-1]
        gap = self.tokens[self.document.token_at(spot.end) : last + 1]
        if not 0 < len(gap) <= _MOST_CIRCUMSTANCES or gap[0].lower not in _CIRCUMSTANCES:
            return None
        if any(word.lower.startswith(("me", "ber")) and len(word.lower) > 5 for word in gap):
            return None
        people = [s for s in inside if s.person]
        return people[-1] if people else spot

    def _opening_paraphrase(self, start: int, last: int) -> Speaker | None:
        """ "Mantan Bupati Trenggalek tersebut", "Pria yang juga menjabat … itu": the speaker in force."""
        first = self.document.token_at(start)
        tokens = self.tokens
        if tokens[last].lower in _ENDS_PARAPHRASE and (
            tokens[first].lower in _PARAPHRASES or is_title_head(self.document, first)
        ):
            return Speaker(None, "carry.paraphrase", tokens[first].start, tokens[last].end)
        return None
