"""Lines and what each is -> where the article ends, although paragraphs come after it: comments, teasers, a footer.

Two signs, neither of which an article has: a line that says that comments follow, and how many, or below it dates and
buttons between what is said; and a long run of lines that are no paragraphs, many of them furniture, before little
prose.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.normalise.lines.line import SENTENCE_WITHIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

COMMENTS = "comments"
APPARATUS = frozenset({"date", "counter", "byline", "separator", COMMENTS, "sharing or following"})
TEASER = "teaser of another article"
TELLING = frozenset(  # reasons of which a table or a list of an article has none
    {
        TEASER,
        "newsletter or subscription box",
        "sharing or following",
        "rights notice",
        "advertisement",
        "page furniture",
        COMMENTS,
    }
)
ENOUGH, MORE = 300, 900  # characters of prose above the first comment; above a line that says how many follow
BETWEEN = 2  # dates, counts and buttons that stand between comments
RUN, RUN_SURE, SURE = (
    4,
    3,
    1.5,
)  # paragraphs in a row: a comment seldom has as many, or fewer that look so much like body
LABEL = 60  # characters
GAP, DOUBTED = 20, 0.4  # lines that are no paragraphs, and the share of them that is furniture
TELL = 2  # lines of such a run whose words say what they are
FAR_MORE, LETTERS = 60, 0.8  # lines of a run where none does, and the share of letters that makes it no table
LESS = 0.35  # of the prose above is what stands below such a run
PARAGRAPHS = 3
HEADING, SHARED = (
    5,
    0.3,
)  # words of a line that says that others follow; share of its words that a paragraph has of above
LISTED, APART = 3, 2  # headlines that make a list, and lines from one to the next
TAIL = 24  # characters of a line's end
CUT = ("...", "…")
_DATED = re.compile(
    r"\W(?:\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?:,? \d{1,2}:\d\d(?::\d\d)?)?\)?$"
)
_DATELINE = re.compile(
    r"(?:\d+ \w+ \w+)?[A-ZÀ-Þ][A-ZÀ-Þ /,'’-]{2,40} ?\([^()]{2,30}\) ?[-–—:]"
)  # "LUND (The Agency) - "
_OPENS = re.compile(
    r"\W*(?:\d+ )?(?:(?:reader |user |facebook )?comments?|kommentarer?|kommentare|ergänzungen|leserbriefe|"
    r"comentarios|comentários|commentaires|commenti|reacties|reactions?|komentarze|komentarzy|opinie|komentáře|yorumlar|комментари\w+|"
    r"коментар\w+|обсуждение|σχόλια|(?:网友|網友)?(?:评论|評論)|コメント|댓글)"
    r"(?: (?:on|to|for|zu|к|do|sur|sobre) .{1,30}?)?\W*(?:\d+\W*)?|"
    r"\W*\d+ (?:thoughts?|responses?|replies|reactions?|comments?) (?:on|to) .{2,120}",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"(?:disclaimer\W{1,3}(?:all )?(?:the )?(?:readers['’] )?comments?|"
    r"(?:all )?(?:the )?comments? (?:will be|are) moderated)\b",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"\W*(?:reply|report|permalink|like|quote|antworten|melden|zitieren|odpowiedz|zgłoś(?: .{2,20})?|ответить|"
    r"пожаловаться|відповісти|répondre|signaler|responder|denunciar|rispondi|segnala|svara|anmäl|svar|beantwoorden|απάντηση|回复|回覆|返信)"
    r"(?:\W+\w+){0,3}\W*",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|says|wrote|writes)\s*:$")
_SAYS_WHEN = re.compile(r"\d{1,2}[:.]\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{4}-\d\d-\d\d")


def mark_comments(
    lines: Sequence[Line], labels: list[str], odds: Sequence[float], body: str, others: Sequence[str]
) -> None:
    """Label the comments below an article, from the line that says that they follow to the end."""
    start = _first_comment(lines, labels, odds, body)
    for i in range(start, len(lines)):
        if labels[i] in others:
            labels[i] = COMMENTS


def mark_rules(lines: Sequence[Line], labels: list[str], body: str) -> None:
    """Label what the last paragraph says of comments, and not of the article: that they will be moderated."""
    last = max((i for i, line in enumerate(lines) if line.prose and labels[i] == body), default=0)
    if last and _RULES.match(lines[last].text):
        labels[last] = COMMENTS


def _first_comment(lines: Sequence[Line], labels: Sequence[str], odds: Sequence[float], body: str) -> int:
    said = [i for i, line in enumerate(lines) if line.text.endswith(":") and _is_said(line)]
    if len(said) >= BETWEEN and _told(lines[: said[0]], labels, body) >= ENOUGH:
        return said[0]
    opens = [i for i, line in enumerate(lines) if line.length <= LABEL * 2 and _says_comments(line, labels[i])]
    if not opens:
        return len(lines)
    between = [_is_between(line, label) for line, label in zip(lines, labels, strict=True)]
    prose = [line.prose and label == body for line, label in zip(lines, labels, strict=True)]
    breaks = [one or i in opens for i, one in enumerate(between)]
    after_runs = _end_of_long_runs(prose, breaks, odds)
    for i in opens:
        above = _told(lines[:i], labels, body)
        counted = above >= MORE and any(map(str.isdigit, lines[i].text)) and i + BETWEEN < len(lines)
        if i >= after_runs and above >= ENOUGH and (counted or sum(between[i + 1 :]) >= BETWEEN):
            return i
    return len(lines)


def _told(lines: Sequence[Line], labels: Sequence[str], body: str) -> int:
    """The characters of the paragraphs among some lines."""
    return sum(line.length for line, label in zip(lines, labels, strict=False) if line.prose and label == body)


def _is_said(line: Line) -> bool:
    """Whether a line names who commented, and when: "Anna Lind on May 3, 2021 at 4:47 pm said:"."""
    return line.length <= LABEL * 2 and bool(_SAID.search(line.text)) and bool(_SAYS_WHEN.search(line.text))


def _says_comments(line: Line, label: str) -> bool:
    return label == COMMENTS or bool(_OPENS.fullmatch(line.text))


def _is_between(line: Line, label: str) -> bool:
    """Whether a line is a date, a count or a button, such as stand between comments."""
    if label == COMMENTS:
        return False
    said = line.length <= LABEL and (_BUTTON.fullmatch(line.text) or _SAYS_WHEN.search(line.text))
    return label in APPARATUS or bool(said)


def _end_of_long_runs(prose: Sequence[bool], breaks: Sequence[bool], odds: Sequence[float]) -> int:
    """The index after the last run of paragraphs that is too long for a comment."""
    run = sure = found = 0
    for i, odd in enumerate(odds):
        if breaks[i]:
            run = sure = 0
        elif prose[i]:
            run, sure = run + 1, sure + 1 if odd >= SURE else 0
            found = i + 1 if run >= RUN or sure >= RUN_SURE else found
    return found


def mark_others(lines: Sequence[Line], labels: list[str], body: str, others: Sequence[str]) -> None:
    """Label what other articles begin with, below a line that says that they follow, if nothing else comes after it.

    Each is a headline and a paragraph that says little of what the article says.
    """
    prose = [i for i, line in enumerate(lines) if line.prose and labels[i] == body]
    heads = [i for i, line in enumerate(lines) if labels[i] == TEASER and line.words <= HEADING and not line.ends]
    for start in heads:
        above, below = [i for i in prose if i < start], [i for i in prose if i > start]
        if len(above) < PARAGRAPHS or not below or not _is_less(lines, above, below):
            continue
        said = frozenset().union(*(lines[i].stems for i in above))
        if all(_is_teaser(lines[i - 1], lines[i], said) for i in below):
            for i in range(start + 1, len(lines)):
                labels[i] = TEASER if labels[i] in others else labels[i]
            return


def mark_listed(lines: Sequence[Line], labels: list[str], body: str, others: Sequence[str]) -> None:
    """Label headlines of other articles that stand together: each has its date behind it, or is cut off at its end."""
    dated = [i for i, line in enumerate(lines) if labels[i] in others and _is_dated(line)]
    for run in _runs(dated):
        if len(run) >= LISTED:
            for i in run:
                labels[i] = TEASER
    whole = [i for i, line in enumerate(lines) if labels[i] == body and line.prose and not line.text.endswith(CUT)]
    heads = (i for i, line in enumerate(lines) if labels[i] == TEASER and line.words <= HEADING and not line.ends)
    is_said = bool(whole) and any(i > whole[-1] for i in heads)  # that others follow
    below = range(whole[-1] + 1, len(lines)) if len(whole) >= PARAGRAPHS or is_said else ()
    cut = [i for i in below if labels[i] in others and lines[i].text.endswith(CUT)]
    if len(cut) >= LISTED:
        for i in cut:
            labels[i] = TEASER


def _is_dated(line: Line) -> bool:
    """Whether a date stands behind a line that is no paragraph."""
    if line.prose or not line.text.rstrip(")")[-1:].isdigit() or not _DATED.search(line.text[-TAIL:]):
        return False
    return not SENTENCE_WITHIN.search(line.text)


def _runs(indices: Sequence[int]) -> list[list[int]]:
    """Indices that are near one another, together."""
    found: list[list[int]] = []
    for i in indices:
        if found and i - found[-1][-1] <= APART:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _is_less(lines: Sequence[Line], above: Sequence[int], below: Sequence[int]) -> bool:
    return sum(lines[i].length for i in below) < sum(lines[i].length for i in above)


def _is_teaser(head: Line, line: Line, said: frozenset[str]) -> bool:
    """Whether a paragraph stands below a headline, or begins with its own dateline, and is about something else."""
    apart = not head.prose or bool(_DATELINE.match(line.text))
    return apart and len(line.stems & said) < SHARED * len(line.stems)


def before_gap(lines: Sequence[Line], labels: Sequence[str], prose: Sequence[int]) -> int:
    """The last paragraph before a long run of furniture, where little prose stands below it; else the last of all."""
    total = sum(lines[i].length for i in prose)
    above = 0
    for count, (here, following) in enumerate(pairwise(prose), 1):
        above += lines[here].length
        if following - here <= GAP or count < PARAGRAPHS or total - above > LESS * above:
            continue
        if _is_furniture(lines[here + 1 : following], labels[here + 1 : following]):
            return here
    return prose[-1]


def _is_furniture(lines: Sequence[Line], labels: Sequence[str]) -> bool:
    """Whether the words of some lines say so, or there are far more than an article has, and no table or program."""
    if sum(map(bool, labels)) < DOUBTED * len(lines):
        return False
    if sum(label in TELLING for label in labels) >= TELL:
        return True
    said = "".join([line.text for line in lines]) if len(lines) >= FAR_MORE else ""
    return sum(map(str.isalpha, said)) > LETTERS * len(said.replace(" ", "")) > 0
