"""Lines -> which of them are rows of a list that belongs to the article: winners, results, amounts.

By itself a row looks like a menu: a few words with capitals and no full stop. What tells is that rows of one form stand
together below a paragraph, and what stands between the two: "Here is the full list:".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.normalise.lines import cues

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from dateline.normalise.lines.line import Line

ITEMS = ("• ", "‣ ", "▪ ", "◦ ", "● ", "* ", "· ", "- ", "– ")
ABOVE = 4  # lines between paragraph and rows, or fewer
ROWS, MANY = 3, 5  # that make a list; that make one whatever the line model thinks of each
HEADING_WORDS = 10  # of a line between paragraph and rows, or between rows
INTRODUCES = 3  # words of a line that says what is listed: "Other results:" and "Tags:" are too little
HEADINGS = 2  # that count
NEAR = 12  # lines below votes and amounts, one of which is a paragraph of the article
ROW_LENGTH = 160  # characters
SCORE = 40  # characters of a row's end in which its last number stands
_TEAM = r"[^\W\d][^\d:|]{1,45}?"
_RESULT = re.compile(  # "Lund 3, Vik 1", "Lund 3-1 Vik", "Lund – Vik 3:1 (1:0)"; 9:30 and 17:45 are times
    rf"(?:{_TEAM}[ ,]\d{{1,3}}, {_TEAM} \d{{1,3}}(?:, [^,]{{1,20}})?|"
    rf"{_TEAM} \d{{1,3}} ?[-–] ?\d{{1,3}} {_TEAM}|"
    rf"{_TEAM} (?:[-–—]|vs?\.?) {_TEAM},? (?:\d{{1,3}} ?[-–] ?\d{{1,3}}|\d{{1,2}}:\d)(?!\d)[^\w]?(?: ?\(.{{1,30}}\))?)"
)
_ENTRY = re.compile(r"[^\W\d_][^:.!?|@]{2,70}: (?!//)\S[^|@]*")  # "Best film: …"


_ROMAN, _WIDE = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"[(（]?(?:(?P<digits>\d{{1,2}})|(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})|(?P<wide>[{_WIDE}]))"
    r"(?:[.)）]\s|、)\s?[^\W\d]"
)
_STANDING = (
    re.compile(  # "1. Anna Lind (Est) Harbour 3:40:15", "2 Bo Ek, 5h 41' 46"": a rank, a name, and a country or a time
        r"\d{1,3}[.)]? +(?:[A-ZÀ-Þ][\w.'’-]+[ ,]+){1,5}[^|]{0,60}?"
        r"(?:\([A-Za-z]{2,4}\)|\d{1,2}[:h'’] ?\d\d|\d+ ?(?:pts?|points|punkte|puntos|pontos|очк\w+)\b).*"
    )
)
_TALLY = re.compile(  # "Harbour List 1,913 (55.5%)", "Harbour List: 1,913 Anna Lind"
    r"[^\W\d][^\d:|]{2,45}?(?:: ?\d[\d.,]*%?(?: .{0,45})?| \d(?:[\d.,]*\d)?%?(?: ?\([^()]{1,30}\))?)"
)


def keep(lines: Sequence[Line], labels: list[str], body: str, others: Collection[str]) -> None:
    """Give the rows of such lists, and the lines that introduce them, the label `body`.

    A line whose label is none of `others` is known to be something else.
    """
    may_be = {*others, body}
    i = 1
    while i < len(lines):
        below = not lines[i].prose and labels[i] in may_be  # most lines are paragraphs, and none of those is a row
        below = below and _is_below_text(lines, labels, i, body, may_be)
        end = _list(lines, labels, i, body, may_be) if below else i
        if end > i:
            labels[i:end] = [body] * (end - i)
        i = max(end, i + 1)


def keep_headings(lines: Sequence[Line], labels: list[str], body: str, others: Collection[str]) -> None:
    """Give the headings that count, "1. What is known" and "II. The wall", between paragraphs the label `body`.

    At least two of them have to be there, in the order of their numbers.
    """
    found = [(i, match) for i, line in enumerate(lines) if not line.prose and (match := _NUMBERED.match(line.text))]
    if len(found) < HEADINGS:
        return
    within = [
        (i, _number(match))
        for i, match in found
        if 0 < i < len(lines) - 1 and all(lines[j].prose and labels[j] == body for j in (i - 1, i + 1))
    ]
    numbers = [number for _, number in within]
    if len(within) < HEADINGS or any(after <= before for before, after in pairwise(numbers)):
        return
    for i, _ in within:
        labels[i] = body if labels[i] in others else labels[i]


def _number(match: re.Match[str]) -> int:
    sign = match["digits"] or match["roman"] or match["wide"]
    if match["digits"]:
        return int(sign)
    return _ROMAN.index(sign) if match["roman"] else _WIDE.index(sign)


def end(lines: Sequence[Line], labels: Sequence[str], last: int, body: str) -> int:
    """The index of the last row of the list below the last paragraph, furniture set aside; `last` where none is."""
    start = next((i for i in range(last + 1, min(last + 2 + ABOVE, len(lines))) if labels[i] == body), len(lines))
    stop = _list(lines, labels, start, body, {body}) if start < len(lines) else start
    return stop - 1 if stop > start else last


def _is_below_text(lines: Sequence[Line], labels: Sequence[str], i: int, body: str, may_be: Collection[str]) -> bool:
    """Whether the article stands right above a line, furniture set aside."""
    above = next((j for j in range(i - 1, max(-1, i - 1 - ABOVE), -1) if labels[j] in may_be), None)
    if above is None or labels[above] != body:
        return False
    return lines[above].ends or lines[above].prose or (above == i - 1 and _among_results(lines, labels, i, body))


def _among_results(lines: Sequence[Line], labels: Sequence[str], i: int, body: str) -> bool:
    """Whether a line is a result, and so are both below it, which look like body."""
    near = lines[i : i + ROWS]
    return len(near) == ROWS and {*labels[i + 1 : i + ROWS]} == {body} and all(map(_is_result, near))


def _list(lines: Sequence[Line], labels: Sequence[str], start: int, body: str, may_be: Collection[str]) -> int:
    """The index after the list that begins at `start`, right below a paragraph; `start` where none does."""
    first = next((i for i in range(start, min(start + ABOVE, len(lines))) if _kind(lines[i])), len(lines))
    if first >= len(lines) or not all(_heads(line) for line in lines[start:first]):
        return start
    form = _kind(lines[first])
    stop = _rows(lines, labels, first, form, may_be)
    rows = [i for i in range(first, stop) if form(lines[i])] if form else []
    if len(rows) < ROWS or any(label not in may_be for label in labels[start:stop]):
        return start
    within = form is _is_tally and _goes_on(lines, labels, stop, body, may_be)
    if form not in (_is_result, _is_standing) and not within and not _introduced(lines, labels, start, rows, body):
        return start
    return stop


def _goes_on(lines: Sequence[Line], labels: Sequence[str], start: int, body: str, may_be: Collection[str]) -> bool:
    """Whether the article goes on near below, and nothing there is known to be furniture."""
    for line, label in zip(lines[start : start + NEAR], labels[start : start + NEAR], strict=True):
        if label not in may_be or (line.prose and label == body):
            return label == body
    return False


def _rows(
    lines: Sequence[Line],
    labels: Sequence[str],
    first: int,
    form: Callable[[Line], bool] | None,
    may_be: Collection[str],
) -> int:
    """The index after the last row; single headings may stand between rows."""
    stop, i = first, first
    while form and i < len(lines) and labels[i] in may_be:
        if form(lines[i]):
            stop = i + 1
        elif stop < i or not _heads(lines[i]):
            break
        i += 1
    return stop


def _introduced(lines: Sequence[Line], labels: Sequence[str], start: int, rows: Sequence[int], body: str) -> bool:
    """Whether the paragraph above, or a line below it, says that a list follows; and the rows are none of furniture."""
    above = [i for i in range(start - 1, rows[0]) if lines[i].text.endswith(":") and lines[i].words >= INTRODUCES]
    if not above:
        return False
    hints = sum(bool(cues.classes(lines[i].tokens)) for i in rows)
    said = any(labels[i] == body for i in (*above, *range(start, rows[-1] + 1)))
    many = len(rows) >= MANY and not any(cues.classes(lines[i].tokens) for i in above)
    return (said or many) and 2 * hints < len(rows)


def _heads(line: Line) -> bool:
    """Whether a line may stand above rows: it names what they are."""
    return not line.ends and (line.words <= HEADING_WORDS or line.text.endswith(":")) and not cues.reason(line.text)


def _kind(line: Line) -> Callable[[Line], bool] | None:
    return next((form for form in (_is_result, _is_standing, _is_item, _is_tally, _is_entry) if form(line)), None)


def _is_result(line: Line) -> bool:
    short = line.length <= ROW_LENGTH and any(map(str.isdigit, line.text[-SCORE:]))
    return short and bool(_RESULT.fullmatch(line.text))


def _is_standing(line: Line) -> bool:
    return line.text[0].isdigit() and line.length <= ROW_LENGTH and bool(_STANDING.fullmatch(line.text))


def _is_item(line: Line) -> bool:
    return line.text.startswith(ITEMS) and line.length <= ROW_LENGTH


def _is_tally(line: Line) -> bool:
    return line.length <= ROW_LENGTH and any(map(str.isdigit, line.text)) and bool(_TALLY.fullmatch(line.text))


def _is_entry(line: Line) -> bool:
    return ": " in line.text and line.length <= ROW_LENGTH and bool(_ENTRY.fullmatch(line.text))
