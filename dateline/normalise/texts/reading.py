"""A plain text -> what each of its lines is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline.model import SetAside
from dateline.normalise.blocks.markdown import Block
from dateline.normalise.body import first_look, named_parts, repetition, zones
from dateline.normalise.dating import date_box, stamp
from dateline.normalise.lines import cues, language
from dateline.normalise.lines.line import Line, key, make, split
from dateline.normalise.lines.unwrapping import unwrap
from dateline.normalise.texts import beginning, headline

if TYPE_CHECKING:
    from dateline.model import Seed
    from dateline.normalise.context import Context
    from dateline.normalise.texts.page_title import Candidate

_MORE = re.compile(r"(?<=\S)\s*\[\+\d+ chars\]$")
BULLETS = ("•", "‣", "▪", "◦", "●", "* ", "· ")
HEADING_LENGTH, HEADING_WORDS = 110, 16
NEAR = 8  # lines between a byline and the text: the headline, a date, a caption and its credit, buttons


class Reading(Struct, frozen=True):
    """A text as far as it is understood: its layout, its headline, its stamp."""

    layout: zones.Layout
    chosen: Candidate | None
    stamp: stamp.Stamp | None
    language: str

    @property
    def body(self) -> list[Line]:
        """The lines of the body, in order."""
        return [line for line, label in zip(self.layout.lines, self.layout.labels, strict=True) if not label]

    @property
    def first(self) -> Line | None:
        """The first paragraph."""
        body = self.body
        return next((line for line in body if line.prose), body[0] if body else None)

    def labelled(self, *labels: str) -> list[Line]:
        """The lines that are set aside for one of these reasons."""
        return [line for line, label in zip(self.layout.lines, self.layout.labels, strict=True) if label in labels]

    def near(self, label: str) -> list[Line]:
        """Of the lines that are set aside for a reason those in the body, or some lines before it."""
        pairs = [*zip(self.layout.lines, self.layout.labels, strict=True)]
        places = [i for i, (_, each) in enumerate(pairs) if not each] or [len(pairs)]
        low, high = max(0, places[0] - NEAR), places[-1] + 1
        return [line for line, each in pairs[low:high] if each == label]

    def outside(self) -> list[Line]:
        """All lines that are set aside."""
        return [line for line, label in zip(self.layout.lines, self.layout.labels, strict=True) if label]

    def right_above(self, label: str) -> Line | None:
        """The line right above the first paragraph, where it is set aside for this reason."""
        at = self.layout.opening - 1
        return self.layout.lines[at] if at >= 0 and self.layout.labels[at] == label else None

    def above(self) -> list[Line]:
        """The lines that are set aside before the first paragraph."""
        pairs = enumerate(zip(self.layout.lines, self.layout.labels, strict=True))
        return [line for i, (line, label) in pairs if label and i < self.layout.opening]

    def after(self) -> list[Line]:
        """The lines that are set aside after the last paragraph."""
        pairs = enumerate(zip(self.layout.lines, self.layout.labels, strict=True))
        return [line for i, (line, label) in pairs if label and i > self.layout.closing]


def read(seed: Seed, context: Context) -> Reading:
    """What each line of a text is, the headline among them."""
    found, lines = stamp.take(split(seed.text, seed.first_line))
    lines = beginning.joined(date_box.joined(unwrap(lines)))
    tongue = language.detect(seed.text, context.language)
    guess = first_look.by_line(lines, tongue, context.date_order)
    labels = repetition.mark(lines, guess.labels, dict(context.repeated), first_look.OPEN)
    guess = replace(guess, labels=labels)
    opening, closing = zones.span(lines, labels)
    if opening == 0 and headline.stands_apart(lines):
        opening = 1
    chosen = headline.choose(lines, opening, labels, guess.odds, first_look.OPEN)
    chosen = chosen or beginning.find(lines, opening, labels, first_look.OPEN)
    title = chosen.index if chosen else None
    if title is not None and title >= opening:
        opening = next((i for i in range(title + 1, closing) if lines[i].prose and not labels[i]), closing)
    layout = zones.settle(guess, opening, closing, title)
    if chosen and title and chosen.rule == beginning.BELOW_STANDFIRST:
        layout = replace(layout, labels=(*layout.labels[: title - 1], first_look.BODY, *layout.labels[title:]))
    return Reading(layout, chosen, found, tongue)


def read_titled(seed: Seed, context: Context, title: str) -> Reading:
    """The same for a text whose headline is known: an export's column is mostly the article and nothing else."""
    lines = unwrap(_cut_off(split(seed.text, seed.first_line)))
    tongue = language.detect(f"{title}\n{seed.text}", context.language)
    guess = first_look.by_line(lines, tongue, context.date_order, first_look.TRUSTED)
    labels = list(guess.labels)
    opening, closing = zones.span(lines, labels)
    for i in range(opening + 1, closing):
        said = labels[i] not in zones.BOXES or lines[i].prose or guess.odds[i] > first_look.SAID
        if said and not (labels[i] and cues.is_sure(lines[i].text)):
            labels[i] = first_look.BODY
    labels = repetition.mark(lines, labels, dict(context.repeated), first_look.OPEN)
    for i in range(min(3, len(lines) - 1)):
        if key(lines[i].text) == key(title):
            labels[i] = "second copy of the headline"
    return Reading(zones.Layout(tuple(lines), tuple(labels), opening, closing), None, None, tongue)


def _cut_off(lines: list[Line]) -> list[Line]:
    """The lines; what an interface sets behind the beginning of a text, "[+2113 chars]", is one of its own."""
    match = _MORE.search(lines[-1].text) if lines and lines[-1].text.endswith("]") else None
    if match is None:
        return lines
    last, text = lines[-1], lines[-1].text
    return [*lines[:-1], make(last.number, text[: match.start()], last.gap), make(last.number, match.group(), 0)]


def blocks(reading: Reading) -> list[Block]:
    """The body as paragraphs, headings and list items."""
    body = reading.body
    made: list[Block] = []
    for i, line in enumerate(body):
        following = body[i + 1] if i + 1 < len(body) else None
        made.append(_block(line, following, is_first=not made))
    return made


def _block(line: Line, following: Line | None, *, is_first: bool) -> Block:
    if line.text.startswith(BULLETS) and len(line.text) > 2:
        return Block("item", line.text.lstrip("•‣▪◦●*· "))
    closed = line.ends or line.text.endswith((".", "…", ",", ";", ":", '"', "”", "»"))
    short = line.length <= HEADING_LENGTH and 1 <= line.words <= HEADING_WORDS and not closed
    goes_on = following is not None and following.text[:1].islower()  # the sentence was broken, at a link mostly
    followed = following is not None and (following.prose or following.ends)
    if short and not is_first and not goes_on and followed and not named_parts.is_one(line.text):
        return Block("heading", line.text)
    return Block("paragraph", line.text)


def set_aside(reading: Reading, *, stamp_is_evidence: bool) -> list[SetAside]:
    """Every line that is neither body nor the headline, each with its reason."""
    found: list[SetAside] = []
    title = reading.chosen.index if reading.chosen else None
    for i, (line, label) in enumerate(zip(reading.layout.lines, reading.layout.labels, strict=True)):
        physical = line.physical[1:] if i == title else line.physical  # the first one is the headline's evidence
        if label:
            found += [SetAside(number, text, label) for number, text in physical]
    mark = reading.stamp
    whole_line = mark and found and found[0].line == mark.line  # what stood behind the stamp in its line as well
    if mark and (whole_line or not stamp_is_evidence):  # or another date is as good, and finer
        found.insert(0, SetAside(mark.line, mark.text, "date"))
    return found
