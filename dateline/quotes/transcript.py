"""Text and the people it names -> the turns of a conversation in print: "SMITH: …", line by line.

One label proves nothing (a dateline, a caption, a headline's first half). It takes two labels that come back, or one
that comes back often and names somebody whom the article is tagged with.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.model import Mention

_LABEL = re.compile(r"(?P<label>[^\W\d_a-zà-ÿ][^\n:\"“”„«»!?]{0,59}):\s+(?=\S)")
_MARKS = '"“”„«» '
_ENDS = '"“”*_ '  # what may stand behind a question mark
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MOST_WORDS = 7  # of a label
_LONGEST = 61  # characters of a label and its colon
_AT_ONCE = 3  # lines that a turn may go on for without a label
_RULE = "quotes.transcript"
_OFTEN = 3  # times that one label alone must come back


class _Turn(Struct, frozen=True):
    number: int  # of the paragraph
    label: str
    start: int  # behind the label
    end: int


def read(text: str, paragraphs: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The turns of a transcript, each with its speaker; nothing where the text is none."""
    turns = list(_labelled(text, paragraphs))
    counts = Counter(turn.label for turn in turns)
    back = [label for label, count in counts.items() if count > 1]
    names = {label: _name(label, mentions) for label in counts}
    named = [label for label in back if names[label]]
    if not named or (len(back) < 2 and counts[named[0]] < _OFTEN):
        return ()
    kept = [turn for turn in turns if turn.label in back or names[turn.label]]
    return tuple(_quotes(text, paragraphs, kept, names))


def _labelled(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[_Turn]:
    for number, (start, end) in enumerate(paragraphs):
        if text.find(":", start, min(end, start + _LONGEST)) < 0:
            continue
        match = _LABEL.match(text, start, end)
        if match and len(match["label"].split()) <= _MOST_WORDS:
            said = text[match.end() : end]
            begin = match.end() + len(said) - len(said.lstrip(_MARKS))
            yield _Turn(number, match["label"].strip(), begin, max(begin, end - len(said) + len(said.rstrip(_MARKS))))


def _quotes(
    text: str, paragraphs: Sequence[tuple[int, int]], turns: Sequence[_Turn], names: Mapping[str, str]
) -> Iterator[Quote]:
    asked = not any(_asks(text[turn.start : turn.end]) for turn in turns)  # by somebody who is not named
    for i, turn in enumerate(turns):
        name = names[turn.label]
        yield Quote(text[turn.start : turn.end], turn.start, turn.end, name, turn.label, _RULE, turn.number)
        following = turns[i + 1].number if i + 1 < len(turns) else turn.number
        if following - turn.number - 1 <= _AT_ONCE:
            for number in range(turn.number + 1, following):
                start, end = paragraphs[number]
                if asked and _asks(text[start:end]):
                    break
                yield Quote(text[start:end], start, end, name, turn.label, _RULE, number, continues=True)


def _asks(words: str) -> bool:
    return words.rstrip(_ENDS).endswith("?")


def _name(label: str, mentions: Sequence[Mention]) -> str:
    """Whom a label means: its full name, a surname that one person has, or the initials of one."""
    words = [word.casefold() for word in _WORD.findall(label.partition(",")[0].partition("(")[0])]
    people = {mention.name for mention in mentions if mention.facet == "people"}
    if not words:
        return ""
    by_name = {name: [word.casefold() for word in _WORD.findall(name)] for name in people}
    bearers = [name for name, parts in by_name.items() if parts and parts[-1] == words[-1]]
    full = [name for name in bearers if by_name[name] == words[-len(by_name[name]) :]]
    if not bearers and len(words) == 1 and label.isupper() and 1 < len(label) < 4:
        bearers = [name for name, parts in by_name.items() if [part[0] for part in parts] == list(words[0])]
    chosen = full if len(full) == 1 else bearers
    return chosen[0] if len(chosen) == 1 else ""
