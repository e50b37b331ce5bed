"""Text -> spans: where quotation marks open and close, paragraph by paragraph.

A mark is read by its shape and by what stands beside it, never by counting: an odd mark (inches, a lost closing
mark) spoils one quote and not the rest of the article. Nested quotes belong to the outer one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, structs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ANY = "\"“”„‟«»`‘'"
# These begin with a set of characters, which is what makes the search for them fast.
_MARK = re.compile(r"[\"“”„‟«»`'](?:(?<=[“”„‟«»])|(?<=\")\"{0,2}|(?<=`)`|(?<=')')")
# Single marks as the outer ones, as British papers set them: an apostrophe is never before a capital at the start
# of a word and closed by a mark after a stop.
_SINGLE = re.compile(
    r"[‘'](?<![\w'’].)(?=[A-ZÀ-ÞА-Я\d\[])([^\n]{2,1500}?[,.?!…])['’](?=[\s)\]]|$)",
    re.MULTILINE,
)
_CLOSERS = {  # a straight mark may stand for any other: texts mix them
    "“": "”“\"‟''",
    '"': "\"”“''",
    "„": '“”"‟',
    "”": '”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "``": "''\"”",
}
_BEFORE_OPENING = "([{—–-/…:'‘‚\u200b>*|"  # or a space, or the beginning of the line
_ELIDED = re.compile(r"(?:\b[cdjlmn]|qu)['’]\Z|\(\Z", re.IGNORECASE)  # before marks with spaces: qu’« il »
_OPENING = ('"', "“")
_TIES = ",.?!…»“”"  # behind one of these the reporter's words may begin
_STOPS = (".", "!", "?", "…")
_STOP = re.compile(r"[,.;](?=\s|\Z)")
_LINES = 6  # that a quote may run over without a mark at their beginnings: texts with one sentence a line


class Span(Struct, frozen=True):
    """What stands between two marks of one paragraph; `start` and `end` leave the marks out."""

    start: int
    end: int
    paragraph: int  # 0-based, of those that are not blank
    outer_start: int  # of the opening mark
    outer_end: int  # behind the closing mark
    goes_on: bool = False  # no closing mark, and the next one opens with a mark: the same quote goes on there


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that is not blank, without the spaces around it."""
    found = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            found.append((at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    return found


def spans(text: str, blocks: Iterable[tuple[int, int]]) -> list[Span]:
    """Every outermost quotation, in the order of the text; one span for each paragraph that it runs over."""
    found: list[Span] = []
    blocks = list(blocks)
    met = [mark for mark in _ANY if mark in text]
    resume = 0  # the number of the first paragraph that is not yet read
    for number, (start, end) in enumerate(blocks):
        if number < resume or not any([text.find(mark, start, end) >= 0 for mark in met]):
            continue
        doubles, going, opened = _doubles(text, start, end, number)
        if opened is not None:
            run = _run_on(text, blocks, number, opened)
            doubles += [*going, *run] if run else []
            resume = run[-1].paragraph if run else 0
            if resume > number:  # the closing line is read again, behind the mark
                blocks[resume] = (run[-1].outer_end, max(run[-1].outer_end, blocks[resume][1]))
        found += sorted([*doubles, *_singles(text, start, end, number, doubles)], key=lambda span: span.start)
    return found


def _doubles(text: str, start: int, end: int, number: int) -> tuple[list[Span], list[Span], re.Match[str] | None]:
    """The whole quotes of one paragraph, and the mark that opens one without an end, with what may go on in it."""
    found: list[Span] = []
    going: list[Span] = []  # of the quote that is open: what another mark opens anew
    within: list[Span] = []  # whole quotes in one that may never close
    opened: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, start, end):
        can_open, can_close = _sides(text, mark, start, end)
        if opened and can_close and _closes(opened[-1], mark, can_open):
            first = opened.pop()
            span = _span(text, first.end(), mark.start(), number, first.start(), mark.end())
            if opened:
                within.append(span)
            else:
                within.clear()
                found += [*going, span] if _is_sure(text, first, span) else [span]
                going = []
        elif can_open and _kind(mark) in _CLOSERS:
            if len(opened) == 1 and not within and _goes_on(text, opened[0], mark):
                first = opened.pop()
                last = len(text[: mark.start()].rstrip())
                going.append(Span(first.end(), last, number, first.start(), last, goes_on=True))
            elif opened and _kind(opened[-1]) == _kind(mark) == '"':  # these do not nest: the first never closed
                opened.pop()
                going = []
            opened.append(mark)
    return found + within, going, opened[0] if len(opened) == 1 and not within else None


def _span(text: str, start: int, end: int, number: int, outer_start: int, outer_end: int) -> Span:
    """What stands there without the spaces around it."""
    inner = text[start:end]
    begin = end - len(inner.lstrip())
    return Span(begin, max(begin, start + len(inner.rstrip())), number, outer_start, outer_end)


def _is_sure(text: str, first: re.Match[str], span: Span) -> bool:
    """Whether marks that open anew are no closing ones whose blank stands on the wrong side, as straight ones may be.

    They are none where the last of them ends what is said.
    """
    return _kind(first) != '"' or text[span.start : span.end].endswith(_STOPS)


def _goes_on(text: str, first: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a mark repeats the one before it, as at the head of a paragraph whose end of line was lost."""
    before = text[first.end() : mark.start()].rstrip()
    return _kind(first) == _kind(mark) and before.endswith(_STOPS)


def _kind(mark: re.Match[str]) -> str:
    return '"' if mark.group()[0] == '"' else mark.group()


def _closes(first: re.Match[str], mark: re.Match[str], can_open: bool) -> bool:
    opening, closing = _kind(first), _kind(mark)
    if closing == "“" and opening in '"“' and (can_open or mark.string[mark.start() - 1] in _BEFORE_OPENING + "“"):
        return False
    return closing in _CLOSERS[opening]


def _run_on(text: str, blocks: list[tuple[int, int]], number: int, opened: re.Match[str]) -> list[Span]:
    """The spans of a quote that its paragraph does not close: nothing where the mark is a slip."""
    first = Span(opened.end(), blocks[number][1], number, opened.start(), blocks[number][1], goes_on=True)
    lines: list[Span] = [first]
    for later in range(number + 1, min(number + 1 + _LINES, len(blocks))):
        start, end = blocks[later]
        mark = _MARK.search(text, start, end)
        if mark is None:
            lines.append(Span(start, end, later, start, end, goes_on=True))
            continue
        if mark.start() == start:  # the mark is repeated where the quote goes on
            return [first] if later == number + 1 else []
        can_open, can_close = _sides(text, mark, start, end)
        if can_close and not can_open and _closes(opened, mark, can_open):
            return [*lines, Span(start, mark.start(), later, start, mark.end())]
        alone = can_open and later == number + 1 and _is_introduced(text, first)
        return [structs.replace(first, goes_on=False)] if alone else []
    return []


def _is_introduced(text: str, span: Span) -> bool:
    """Whether a colon stands before a quote that ends with its line: she said: “We will go. The mark is forgotten."""
    return text[: span.outer_start].rstrip().endswith(":") and text[span.start : span.end].endswith(_STOPS)


def _sides(text: str, mark: re.Match[str], start: int, end: int) -> tuple[bool, bool]:
    """Whether what stands beside a mark lets it open, and lets it close."""
    if mark.end() >= end:
        return False, mark.start() > start
    if mark.start() == start:
        return True, False
    before, after = text[mark.start() - 1], text[mark.end()]
    if mark.group() in "«»" and before.isspace() and not after.isalnum():  # set with spaces, as in French
        return mark.group() == "«", mark.group() == "»"
    if mark.group() == "«" and after.isspace() and _ELIDED.search(text[max(start, mark.start() - 3) : mark.start()]):
        return True, False
    if mark.group() in _OPENING and before.isspace() and _STOP.match(text, mark.end()):  # a slip: "We will ", she said
        return False, True
    if mark.group() == '"' and before == ":" and after.isspace():  # a slip: She said:" We will."
        return True, True
    if before in ".!?" and after.isupper() and mark.group() in _OPENING:  # the blank, or end of line, is lost
        return True, mark.group() == '"'
    can_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    can_close = not before.isspace()
    if mark.group() in "“„" and before.isspace() and after.isspace():  # a slip: “ We will,” she said
        return True, True
    return can_open, can_close or (after.isspace() and not can_open)


def _singles(text: str, start: int, end: int, number: int, doubles: list[Span]) -> Iterator[Span]:
    if text.find("'", start, end) < 0 and text.find("‘", start, end) < 0:
        return
    for match in _SINGLE.finditer(text, start, end):
        if not any(span.outer_start < match.end() and match.start() < span.outer_end for span in doubles):
            yield Span(match.start(1), match.end(1), number, match.start(), match.end())


def parted(text: str, span: Span, dash: str, verb: re.Pattern[str]) -> list[Span]:
    """A quote within whose marks the reporter says who speaks, as its parts: «We won, — said Ann. — It was hard»."""
    found: list[Span] = []
    set_apart = _between_spaces(dash)
    while first := set_apart.search(text, span.start, span.end):
        if not verb.match(text, first.end()) or text[first.start() - 1] not in _TIES:
            break
        found.append(structs.replace(span, end=first.start(), outer_end=first.start()))
        second = set_apart.search(text, first.end(), span.end)
        if second is None:
            return found
        span = structs.replace(span, start=second.end(), outer_start=second.start() + 1)
    return [*found, span]


@cache
def _between_spaces(dash: str) -> re.Pattern[str]:
    return re.compile(rf"\s{dash}\s+")


def may_be_parted(text: str, span: Span, dash: str) -> bool:
    """Whether words between dashes in a quote may be the reporter's, though no verb that is known says so."""
    return any(text[match.start() - 1] in _TIES for match in _between_spaces(dash).finditer(text, span.start, span.end))


def incised(text: str, span: Span, said: re.Pattern[str]) -> list[Span]:
    """The same where commas set the reporter's words apart, or dashes: « Nous avons gagné, dit-elle. C'était dur. »"""
    found: list[Span] = []
    for match in said.finditer(text, span.start, span.end):
        end = match.start() + (text[match.start()] in "?!")
        if end > span.start:
            found.append(structs.replace(span, end=end, outer_end=end, goes_on=True))
        span = structs.replace(span, start=match.end(), outer_start=match.end())
    if not found:
        return [span]
    if span.start < span.end:
        return [*found, span]
    return [*found[:-1], structs.replace(found[-1], goes_on=False)]
