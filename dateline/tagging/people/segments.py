"""A run of capitalised words -> the segments of it that may be a name, with what stands around each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.tagging.people.lexicon import tier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.lexicon import Lexicon
    from dateline.tagging.people.runs import Token

_TITLES = ("honorific", "office", "modifier")


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring words that may be one name."""

    tokens: tuple[Token, ...]
    titles: tuple[Token, ...] = ()  # the words of a title directly before: Prime, Minister
    before: str = ""  # kind of the word directly before in the run, where it is no title; "" at the run's start
    after: str = ""  # kind of the word directly after in the run; "" at its end
    first_in_run: bool = False  # nothing before it in the run
    last_in_run: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def split(run: Sequence[Token], lexicon: Lexicon) -> Iterator[Segment]:
    """Cut a run where a word can be no part of a name, or where one ends with a possessive."""
    kinds = [_kind(run, i, lexicon) for i in range(len(run))]
    _take_back(run, kinds, lexicon)
    i = 0
    while i < len(run):
        if kinds[i] not in ("name", "initial"):
            i += 1
            continue
        j = i + 1
        while j < len(run) and kinds[j] in ("name", "initial", "particle", "nickname", "suffix"):
            if run[j - 1].possessive:
                break
            j += 1
        end = j
        while kinds[end - 1] in ("particle", "nickname"):
            end -= 1
        yield _segment(run, kinds, i, end)
        i = j


def _segment(run: Sequence[Token], kinds: Sequence[str], i: int, j: int) -> Segment:
    first = i
    while first > 0 and kinds[first - 1] in _TITLES and not run[first - 1].possessive:
        first -= 1
    return Segment(
        tokens=tuple(run[i:j]),
        titles=tuple(run[first:i]),
        before=kinds[first - 1] if first else "",
        after=kinds[j] if j < len(run) and not run[j - 1].possessive else "",
        first_in_run=i == 0,
        last_in_run=j == len(run),
    )


def _kind(run: Sequence[Token], i: int, lexicon: Lexicon) -> str:
    token = run[i]
    text, folded = token.text, token.folded
    if text[0] in "\"“‘'(":
        return "nickname"
    if len(text) <= 4 and text.endswith(".") and (len(text) == 2 or "." in text[:-1]):
        return "country" if folded in lexicon.demonyms or folded in lexicon.countries else "initial"
    if text[0].islower() and folded in lexicon.classes["particle"]:
        return "particle"
    if len(text) == 1:
        return "initial" if i + 1 < len(run) and text not in "AI" else "function"
    if text.isupper() and len(text) > 1 and not text.endswith("."):
        if folded in lexicon.classes["suffix"]:
            return "suffix"
        return lexicon.kind(folded) if lexicon.kind(folded) == "country" else "acronym"
    return lexicon.kind(folded)


def _take_back(run: Sequence[Token], kinds: list[str], lexicon: Lexicon) -> None:
    """Words that are also surnames are names after a given name: Theresa May, John Major, Joe Manchin III."""
    for i, token in enumerate(run):
        kind = kinds[i]
        if kind in ("name", "initial", "particle", "nickname", "suffix"):
            if kind == "suffix" and (i == 0 or kinds[i - 1] != "name"):
                kinds[i] = "function"
            continue
        follows_name = i > 0 and kinds[i - 1] in ("name", "initial", "nickname") and not run[i - 1].possessive
        if kind == "country":
            given = token.folded in lexicon.countries and tier(lexicon.given, token.folded)
            before_name = i + 1 < len(run) and not token.possessive and lexicon.kind(run[i + 1].folded) == "name"
            if given and before_name and not follows_name and tier(lexicon.family, run[i + 1].folded):
                kinds[i] = "name"
                continue
        if kind == "acronym":
            # JOHNSON after Michael in a table of results; never CDU after Merkel
            if follows_name and len(token.text) > 3 and (tier(lexicon.family, token.folded) == 1):
                kinds[i] = "name"
            continue
        if not follows_name or tier(lexicon.family, token.folded) != 1:
            continue
        last = i + 1 == len(run) or token.possessive or kinds[i + 1] in ("suffix", "function")
        given = kinds[i - 1] == "initial" or 0 < tier(lexicon.given, run[i - 1].folded) <= 2
        if last and given:
            kinds[i] = "name"
