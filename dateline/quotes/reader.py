"""Body and mentions -> quotes: marks paired, speakers found, what is no speech left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.model import Quote
from dateline.quotes import grammar as grammars
from dateline.quotes import marks, said, scene, sentences, sequel, speech, speechlike, transcript
from dateline.quotes.blanks import Squeezed
from dateline.quotes.labels import Labels
from dateline.quotes.who import Cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model import Mention
    from dateline.quotes.found import Found
    from dateline.quotes.grammar import Grammar
    from dateline.quotes.marks import Span
    from dateline.quotes.scene import Scene

_VERB_REACH = 60  # characters before a quote in which a verb stands that ends there


def read(body: str, mentions: Sequence[Mention], language: str = "en") -> tuple[Quote, ...]:
    """The quotes of an article in the order of its text; none overlaps another.

    `body` is plain text, or Markdown masked at equal length (dateline.plaintext.mask); `mentions` are those of its
    person tags. A language without rules (dateline/data/quotes/) has no quotes.
    """
    grammar = grammars.load(language)
    if grammar is None:
        return ()
    squeezed = Squeezed(body)
    if not squeezed:
        return _read(body, mentions, grammar)
    found = _read(squeezed.text, [squeezed.mention(each) for each in mentions if each.part == "body"], grammar)
    return tuple(squeezed.quote(quote, body) for quote in found)


def _read(body: str, mentions: Sequence[Mention], grammar: Grammar) -> tuple[Quote, ...]:
    blocks = marks.paragraphs(body)
    turns = transcript.read(body, blocks, mentions)
    met = said.spans(body, blocks, grammar)
    spans = list(words := {span: n for span in met if (n := speechlike.words_of_speech(body, span, grammar))})
    if turns:
        spans = [s for s in spans if not any(t.start < s.outer_end and s.outer_start < t.end for t in turns)]
    found = _Reader(scene.build(body, spans, mentions, grammar.dotted), grammar, words).quotes() if spans else ()
    return tuple(sorted([*found, *turns], key=lambda quote: quote.start)) if turns else found


class _Reader:
    """Goes through the quotes of one article once, in order."""

    def __init__(self, scene: Scene, grammar: Grammar, words: Mapping[Span, int]) -> None:
        """`words`: how many each span of the scene has."""
        self._words = words
        self._scene = scene
        self._grammar = grammar
        self._cast = Cast(scene, grammar)
        self._labels = Labels(scene, grammar)
        self._said: list[Quote | None] = []  # one for each span; None: no speech
        self._stops: list[int] = []  # where the words about its speaker end

    def quotes(self) -> tuple[Quote, ...]:
        for number, span in enumerate(self._scene.spans):
            found = self._found(number)
            self._stops.append(max(span.outer_end, found.stop if found else 0))
            self._said.append(self._quote(number, found))
        self._hand_back()
        return self._shown()

    def _shown(self) -> tuple[Quote, ...]:
        """Those of enough words; what goes on behind one that has not is where its speaker begins."""
        kept: list[Quote] = []
        begins = False
        for span, quote in zip(self._scene.spans, self._said, strict=True):
            if quote and self._words[span] < self._least(span):
                begins = True
            elif quote:
                kept.append(replace(quote, continues=False) if begins and quote.continues else quote)
                begins = False
        return tuple(kept)

    def _least(self, span: Span) -> int:
        """How many words a quote has at least: some that stand amid a sentence of the reporter's say nothing alone."""
        text, before = self._scene.text, self._scene.shadow[max(0, span.outer_start - 2) : span.outer_start].rstrip()
        amid = before[-1:].isalnum() and text[span.start : span.start + 1].islower()
        return self._grammar.sizes["fragment" if amid else "spoken"]

    def _hand_back(self) -> None:
        """The speaker whom only the last paragraph of a long quote names spoke the first ones too."""
        for number in range(len(self._said) - 2, -1, -1):
            this, later = self._said[number], self._said[number + 1]
            if not (this and later) or this.speaker_text or not later.speaker_text:
                continue
            if self._runs_on(number) and self._is_sure(number):
                rule = "quotes.same-quote"
                self._said[number] = replace(this, speaker=later.speaker, speaker_text=later.speaker_text, rule=rule)
                self._said[number + 1] = replace(later, continues=True)

    def _is_sure(self, number: int) -> bool:
        """Whether the mark behind a quote without an end is the next quote's: a straight one may be its own."""
        this, later = self._scene.spans[number], self._scene.spans[number + 1]
        return later.paragraph > this.paragraph or self._scene.text[later.outer_start] != '"'

    def _runs_on(self, number: int) -> bool:
        """Whether a quote without a closing mark goes on with the next one."""
        this, later = self._scene.spans[number], self._scene.spans[number + 1]
        return this.goes_on and later.paragraph <= this.paragraph + 1

    def _found(self, number: int) -> Found | None:
        """The speaker's place: of two, the one that the punctuation ties closer to the quote."""
        scene, start = self._scene, self._scene.spans[number].outer_start
        before = speech.before(scene, self._grammar, number)
        behind = speech.behind(scene, self._grammar, number)
        lead = scene.shadow[scene.sentence(start) : start].rstrip()
        if behind and self._has_verb(lead):
            return before
        comma = scene.text[scene.spans[number].end - 1] == ","
        if before and behind and lead.endswith(":") and before.kind != "role" and not comma:
            return before
        return behind or before or self._apart(number)

    def _apart(self, number: int) -> Found | None:
        """By a label, or by the sentence behind a quote, whose words do not name the one whom that names."""
        found = self._labels.speaker(number) or sequel.behind(self._scene, self._grammar, number)
        named = self._scene.whose(found.start, found.end) if found and found.kind == "name" else None
        return None if named and self._names(self._scene.spans[number], named.name) else found

    def _has_verb(self, lead: str) -> bool:
        """Whether the words before a quote govern it, though it may be said by nobody.

        Asked whether he would “go,” she said · When asked, “Will you go?” she said
        """
        verb = self._grammar.verb.compiled
        if lead[-1:].isalnum():
            return verb.search(lead) is not None
        return (
            any(match.end() == len(lead) - 1 for match in verb.finditer(lead, max(0, len(lead) - _VERB_REACH)))
            if lead.endswith(",")
            else False
        )

    def _quote(self, number: int, found: Found | None) -> Quote | None:
        scene, span = self._scene, self._scene.spans[number]
        words = self._words[span]
        if found is None:
            earlier, rule = self._carried(number)
            if earlier:
                return self._make(span, earlier.speaker, earlier.speaker_text, rule, continues=True)
            return self._led(number) if self._is_sentence(span, words) else None
        if words < (speechlike.SINGLE if found.spoken else self._grammar.sizes["fragment"]):
            return None
        rule = found.rule if found.spoken else f"{found.rule}-in-part"
        speaker = self._cast.name(found)
        if found.kind == "pronoun" and self._names(span, speaker):
            speaker = ""  # “Ann did well,” she said: of somebody else
        rule = f"quotes.{rule}" if found.kind == "name" else f"quotes.{rule}.{found.kind}"
        earlier = self._said[number - 1] if number else None
        middle = earlier is not None and self._stops[number - 1] > found.start and earlier.speaker == speaker
        return self._make(span, speaker, scene.text[found.start : found.end] or speaker, rule, continues=middle)

    def _carried(self, number: int) -> tuple[Quote | None, str]:
        """The quote whose speaker goes on speaking, and the rule."""
        if not number:
            return None, ""
        scene, span, last = self._scene, self._scene.spans[number], self._scene.spans[number - 1]
        earlier = self._said[number - 1]
        if earlier is None or not earlier.speaker_text or self._names(span, earlier.speaker):
            return None, ""
        if self._runs_on(number - 1):
            return earlier, "quotes.same-quote"
        if self._is_governed(span):
            return None, ""
        if span.paragraph == last.paragraph and sentences.adds(scene, self._grammar, span.outer_start):
            return earlier, "quotes.goes-on"
        if span.paragraph == last.paragraph and scene.sentence(span.outer_start) == span.outer_start:
            between = scene.starts_between(self._stops[number - 1], span.outer_start)
            if between == [span.outer_start] or not scene.shadow[last.outer_end : span.outer_start].strip():
                return earlier, "quotes.goes-on"
        return None, ""

    def _led(self, number: int) -> Quote:
        """A quote that no verb stands beside: its speaker is whoever spoke in the sentence or paragraph before."""
        scene, span = self._scene, self._scene.spans[number]
        opens = scene.sentence(span.outer_start) == span.outer_start
        begin = scene.shadow.rfind("\n", 0, span.outer_start) + 1
        amid = bool(scene.shadow[begin : span.outer_start].strip())
        if self._is_governed(span):
            return self._make(span, "", "", "")
        if opens and amid and (led := self._led_by(span)):
            return led
        earlier = self._said[number - 1] if number else None
        if earlier and earlier.speaker_text and span.paragraph == scene.spans[number - 1].paragraph + 1:
            starts = scene.starts_between(self._stops[number - 1], span.outer_start)
            named = self._names(span, earlier.speaker)
            if self._is_paragraph(span) and starts == [span.outer_start] and not named:
                return self._make(span, earlier.speaker, earlier.speaker_text, "quotes.next-paragraph", continues=True)
        alone = not span.goes_on and self._is_paragraph(span)  # else its end may say who speaks
        return (alone and self._led_by(span)) or self._make(span, "", "", "")

    def _is_governed(self, span: Span) -> bool:
        """Whether words behind a quote, or in it, say who spoke it, though not in a known way: “No,” came the reply."""
        dash = self._grammar.within
        if dash and marks.may_be_parted(self._scene.text, span, dash):
            return True
        behind = self._scene.shadow[span.outer_end : span.outer_end + 2].lstrip(" ")
        return self._scene.text[span.end - 1 : span.end] == "," and behind[:1].islower()

    def _led_by(self, span: Span) -> Quote | None:
        """A quote of the one who speaks in the sentence before."""
        scene, end = self._scene, len(self._scene.shadow[: span.outer_start].rstrip())
        found = sentences.speaker(scene, self._grammar, scene.sentence(end - 1), end) if end else None
        name = self._cast.name(found) if found else ""
        if found is None or self._names(span, name):
            return None
        return self._make(span, name, scene.text[found.start : found.end] or name, "quotes.lead")

    def _names(self, span: Span, speaker: str) -> bool:
        """Whether words between marks name the one who would speak them: so does the reporter, where a mark is lost."""
        said = set(speechlike.WORDS.findall(self._scene.text[span.start : span.end]))
        return any(len(word) > 2 and word in said for word in speaker.split())

    def _is_paragraph(self, span: Span) -> bool:
        """Whether a quote stands alone in its line."""
        shadow = self._scene.shadow
        line = shadow.find("\n", span.outer_end)
        begin = shadow.rfind("\n", 0, span.outer_start) + 1
        rest = shadow[begin : span.outer_start] + shadow[span.outer_end : line if line >= 0 else len(shadow)]
        return not rest.strip()

    def _make(self, span: Span, speaker: str, words: str, rule: str, *, continues: bool = False) -> Quote:
        text = self._scene.text[span.start : span.end]
        return Quote(text, span.start, span.end, speaker, words, rule, span.paragraph, continues)

    def _is_sentence(self, span: Span, words: int) -> bool:
        """Whether a quote is one at least; its stop may stand behind the mark, but not where titles stand so, too."""
        scene = self._scene
        text = scene.text[span.start : span.end]
        begins = text.lstrip(" ([‘'…").lstrip()[:1]
        if words < self._grammar.sizes["sentence"] or not (begins.isupper() or begins.isdigit()):
            return False
        if speechlike.FULL.search(text) or self._grammar.title_case:
            return speechlike.FULL.search(text) is not None
        lead = scene.shadow[scene.sentence(span.outer_start) : span.outer_start].rstrip()
        return scene.shadow[span.outer_end : span.outer_end + 1] == "." and (not lead or lead[-1] == ":")
