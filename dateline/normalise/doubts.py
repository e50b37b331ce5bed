"""Seed, Draft -> the draft with what a person should know of its seed; it is refused where it is no article.

Of pages only stated dates are looked at here: their markup tells more (see `page`). Problems: S60 no article, S61 no
article for sure but kept, S62 several articles in one text, S63 a date that cannot be, S64 a date still to come.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.model import Problem
from dateline.normalise import stated
from dateline.normalise.blocks import tree
from dateline.normalise.dating import date_line, dates
from dateline.normalise.lines.line import CLOSERS, LONG_LENGTH, PROSE_LENGTH, SENTENCE_ENDS, WIDE, key, make
from dateline.normalise.lists import calendar_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.model import Draft, Seed, Severity, When

Numbered = tuple[int, str]  # the number of a line, and what it says

MENU_LINE = 25  # characters: the mean line of a menu is shorter, that of a table of results longer
MENU_LINES = 3
CUT_OFF = ("…", "...", "[…]", "[...]", "…]", "(…)")
TEASERS, TEASERS_SHARE = 3, 0.7  # so many paragraphs that break off, and of all paragraphs
WIDE_SENTENCE = 8  # characters of a script without spaces
EDGE = 8  # non-blank lines at each end in which a date would stand
DATE_LINE = 60  # characters
HEADLINE = range(20, 160)  # characters
PARAGRAPHS = 2  # that an article has below its headline
SHARE = 0.15  # of all that stands below headlines
FIELDS = 3  # such as BYLINE:, LENGTH:, LOAD-DATE:, that stand once for each article of a database's export
_FIELD = re.compile(r"\s*([A-Z][A-Z-]{2,}(?: [A-Z-]+)?):\s*(\S.{0,60})?$")
_NUMBERS = re.compile(r"(?<![\w./-])(\d\d?|\d{4})([./-])(\d\d?)\2(\d{4}|\d\d)(?![./-]?\d)")
_NAMED = re.compile(r"(?<![\d./-])(\d\d?)(?:st|nd|rd|th|\.)?\s+([^\W\d_]{3,})\.?,?\s+(\d{3,4})(?!\d)")
_YEAR = re.compile(r"\d{4}")
_HINT_NONE = "Take it away; or, if it is one after all, put its text into it as sentences."
_HINT_TEXT = "Put the article's text into it, or take it away."
_HINT_DATE = "Write `date:` into the article if you know it; yours stays."


def told(seed: Seed, draft: Draft) -> Draft:
    """The draft, with its doubts."""
    if seed.format == "page":
        return draft
    found: list[Problem] = []
    refused = False
    if seed.format in ("text", "document"):
        words = seed.text if seed.format == "text" else tree.tagless(seed.text)
        numbered = enumerate(words.split("\n"), seed.first_line)
        texts = [(number, text) for number, raw in numbered if (text := raw.strip())]
        refused, found = _no_article(seed, texts)
        found += [] if found else _several(seed, texts, draft.article.language)
    if not found and not draft.article.body.strip() and seed.text.strip():
        message = "has nothing left that looks like an article: all of it is set aside"
        found = [_problem(seed, "S61", message, 0, _HINT_TEXT)]
    if draft.article.date is None and not refused:
        found += _impossible(seed, draft.article.language)
    if not found:
        return draft
    return replace(draft, problems=(*draft.problems, *found), refused=draft.refused or refused)


def until(draft: Draft, today: When) -> Draft:
    """The draft without a date that is still to come, and the problem that says so."""
    when = draft.article.date
    if when is None or when.date <= today.date[: len(when.date)]:
        return draft
    why = draft.evidence["date"]
    kept = {name: one for name, one in draft.evidence.items() if name != "date"}
    article = replace(draft.article, date=None)
    others = f"; the seed also offers {'; '.join(why.conflicts)}" if why.conflicts else ""
    message = f"is dated {when}, which is still to come, so the article has no date: {why.text!r}{others}"
    place = f"seeds/{draft.article.seed}"
    problem = Problem(place, why.line or 0, "S64", message, _HINT_DATE, "warning")
    return replace(draft, article=article, evidence=kept, problems=(*draft.problems, problem))


def _no_article(seed: Seed, texts: Sequence[Numbered]) -> tuple[bool, list[Problem]]:
    """Whether it is refused, and why: lines that are no sentences, or paragraphs of which each breaks off."""
    prose = [text for _, text in texts if _is_prose(text)]
    if not prose and not any(_is_sentence(text) for _, text in texts):
        mean = sum(len(text) for _, text in texts) / max(1, len(texts))
        if len(texts) >= MENU_LINES and mean < MENU_LINE:
            return True, [_problem(seed, "S60", "is not an article: there is no sentence in it", 0, _HINT_NONE)]
        return False, [_problem(seed, "S61", "holds no sentence: it may be no article", 0, _HINT_TEXT)]
    cut = sum(text.endswith(CUT_OFF) for text in prose)
    if cut >= TEASERS and cut >= TEASERS_SHARE * len(prose):
        return True, [_problem(seed, "S60", "is not an article but a list of teasers: they break off", 0, _HINT_NONE)]
    return False, []


def _is_prose(text: str) -> bool:
    if not PROSE_LENGTH // 2 <= len(text) < LONG_LENGTH:
        return len(text) >= LONG_LENGTH
    length = len(text) + len(WIDE.findall(text))
    return length >= LONG_LENGTH or (length >= PROSE_LENGTH and _ends(text))


def _is_sentence(text: str) -> bool:
    return _ends(text) and (text.count(" ") > 2 or len(WIDE.findall(text)) > WIDE_SENTENCE)


def _ends(text: str) -> bool:
    return text.rstrip(CLOSERS + " ").endswith(tuple(SENTENCE_ENDS))


def _several(seed: Seed, texts: Sequence[Numbered], language: str) -> list[Problem]:
    """Two headlines with two dates and a text below each; or the fields of a database's export, once for each."""
    starts = _openings(texts, language)
    labels = Counter(match[1] for _, text in texts if (match := _FIELD.fullmatch(text)))
    kinds = Counter(count for count in labels.values() if count > 1)
    count = max(len(starts), *(count for count, fields in kinds.items() if fields >= FIELDS), 0)
    if count < 2:
        return []
    line = starts[1] if len(starts) > 1 else 0
    message = f"seems to hold several articles, about {count}; they are read as one"
    return [_problem(seed, "S62", message, line, "Split it: one file for each article.")]


def _openings(texts: Sequence[Numbered], language: str) -> list[int]:
    """The numbers of the lines that stand as headlines above a date and a text of at least two paragraphs."""
    starts: list[int] = []
    for i, (number, text) in enumerate(texts):
        if i == 0 or len(text) > date_line.LENGTH or not _YEAR.search(text):
            continue
        above = next((j for j in (i - 1, i - 2) if j >= 0 and _may_be_headline(texts[j][1])), None)
        below = any(_is_prose(other) for _, other in texts[i + 1 : i + 4])
        if above is None or not below or (starts and above <= starts[-1]):
            continue
        if date_line.is_one(make(number, text, 0), language, ""):
            starts.append(above)
    parts = [[text for _, text in texts[start:end]] for start, end in pairwise([*starts, len(texts)])]
    different = len({key(part[0]) for part in parts}) == len(parts)
    return [texts[start][0] for start in starts] if different and all(_is_whole(part, parts) for part in parts) else []


def _is_whole(part: Sequence[str], parts: Sequence[Sequence[str]]) -> bool:
    """Whether a headline has a text below it, and not just a teaser or somebody's comment."""
    size = sum(len(text) for one in parts for text in one)
    near = sum(_is_prose(text) or _is_sentence(text) for text in part[1 : 4 + PARAGRAPHS])
    return near >= PARAGRAPHS and sum(map(len, part)) >= SHARE * size


def _may_be_headline(text: str) -> bool:
    return len(text) in HEADLINE and text.count(" ") > 2 and not _ends(text) and not _is_prose(text)


def _impossible(seed: Seed, language: str) -> Iterator[Problem]:
    """The first thing where a date would stand that has the shape of one, and is none."""
    said = seed.fields.get("date", "")
    near = [(0, said)] if said else _edges(seed)
    yield from islice((one for number, text in near for one in _badly(seed, number, text, language)), 1)


def stated_badly(seed: Seed, values: Iterable[str], language: str) -> Iterator[Problem]:
    """The first of a page's own dates that cannot be: where it has no other."""
    return islice((one for said in values for one in _badly(seed, 0, said, language)), 1)


def _badly(seed: Seed, number: int, text: str, language: str) -> Iterator[Problem]:
    if reason := _reason(text, language):
        message = f"{text.strip()!r} is not taken as its date: {reason}"
        yield _problem(seed, "S63", message, number, _HINT_DATE, "note")


def _edges(seed: Seed) -> list[Numbered]:
    numbered = [(i, text) for i, text in enumerate(seed.text.split("\n"), seed.first_line) if text.strip()]
    near = numbered if len(numbered) <= 2 * EDGE else [*numbered[:EDGE], *numbered[-EDGE:]]
    return [(i, text) for i, text in near if len(text.strip()) <= DATE_LINE]


def _reason(text: str, language: str) -> str:
    if stated.is_missing(text):
        return "it is the zero of a computer's clock"
    if any(one.when.day for one in dates.find(text, language)):
        return ""
    for match in _NUMBERS.finditer(text):
        first, second, third = int(match[1]), int(match[3]), int(match[4])
        year = third if third > 99 else 2000 + third
        ways = [(first, second, third)] if len(match[1]) == 4 else [(year, second, first), (year, first, second)]
        if not any(month and day and dates.when(year, month, day) for year, month, day in ways):
            return "the calendar has no such day"
    for match in _NAMED.finditer(text):
        if not (month := calendar_words.month(match[2], language)):
            continue
        year, day = int(match[3]), int(match[1])
        if year < dates.FIRST_YEAR:
            return "there were no newspapers then"
        if not dates.when(year, month, day):
            return "the calendar has no such day"
    return ""


def _problem(seed: Seed, code: str, message: str, line: int, hint: str, severity: Severity = "warning") -> Problem:
    member = f"{seed.fields['member']}: " if "member" in seed.fields else ""
    return Problem(f"seeds/{seed.path}", line, code, member + message, hint, severity)
