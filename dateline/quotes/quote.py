"""What the room gives: Quote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand between quotation marks, or behind a speaker's name in a transcript."""

    text: str  # as they stand in the article, without the marks: body[start:end]
    start: int  # offsets into the body, in characters
    end: int
    speaker: str = ""  # the canonical name; empty where it is not sure, or nobody whom the article is tagged with
    speaker_text: str = ""  # who speaks, as the article says it: "the ministry", "he"; empty where it does not say
    rule: str = ""  # why it is that speaker: "quotes.said-name"; empty where no rule holds
    paragraph: int = 0  # 0-based, of the lines that are not blank
    continues: bool = False  # the same words go on from the quote before
