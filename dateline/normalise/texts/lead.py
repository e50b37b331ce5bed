"""Paragraphs -> the lead: the first sentence or sentences as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_LENGTH = 300  # characters: what a search result or a card shows
LOOK = 20_000  # characters of a paragraph: whoever asks wants the first sentences
ENOUGH = 120  # a first sentence of this length needs no second one
# It begins with a set of characters, to which the search skips.
_END = re.compile(
    r"[.!?…。！？؟۔।](?:(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«„¿¡(\[]*[^\W\d_a-zа-яßà-ÿ])"
    r"|(?<=[^\W\d_]{5}[.!?])[\"'”’»)\]]*\s+(?=\d)"  # "… of the town. 72 voted"; what is short for a word is shorter
    r"|(?<=[。！？])[」』”’]*\s*|(?<=[؟۔।])\s+)"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“„«])(?:[A-ZÀ-ÞА-Я]|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Jr|Sr|No|vs|etc|approx|"
    r"U\.S|U\.K|U\.N|D\.C|a\.m|p\.m|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|bzw|ca|z\.B|d\.h|Nr|Mio|Mrd|Abs|Art|Hr|Fr|"
    r"г|гг|им|ул|т|тыс|млн|млрд|руб|Inc|Ltd|Co|Corp|M|MM|Mme|Sr|Sra|Dña|nr|bl\.a|f\.eks|\d{1,2})\.[\"'”’»)]*\s*$"
)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph. A full stop after a title, an initial or an ordinal ends none."""
    text = text[:LOOK]
    start = 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[max(start, match.start() - 11) : match.end()]):
            if sentence := text[start : match.end()].strip():
                yield sentence
            start = match.end()
    if sentence := text[start:].strip():
        yield sentence


def lead(paragraphs: Iterable[str]) -> str:
    """The first sentence, and those after it in the same paragraph while it is short and they fit."""
    text = next(iter(paragraphs), "")
    summary = ""
    for sentence in sentences(text):
        longer = f"{summary} {sentence}".strip()
        if summary and (len(summary) >= ENOUGH or len(longer) > MAX_LENGTH):
            break
        summary = longer
    if len(summary) <= MAX_LENGTH:
        return summary
    return summary[: MAX_LENGTH - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"
