"""A page -> when it was published: what it states, set right by what it shows; else what it shows; else htmldate."""

from __future__ import annotations

import re
from datetime import date as day
from datetime import timedelta
from typing import TYPE_CHECKING

from dateline.model import Evidence, When
from dateline.normalise import stated
from dateline.normalise.dating import dates
from dateline.normalise.findings import Finding
from dateline.normalise.pages import claims, neighbours
from dateline.normalise.texts import publication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.blocks.tree import Tree
    from dateline.normalise.context import Order
    from dateline.normalise.pages.claims import Claim
    from dateline.normalise.pages.metadata import Metadata
    from dateline.normalise.pages.place import Beside

_ADDRESS = re.compile(
    r"/(20\d\d|19\d\d)[/-](\d\d?)[/-](\d\d?)(?=/|-|$|\D)|"
    r"/[A-Za-z]{0,2}(20\d\d)(\d\d)(\d\d)(?:[01]\d|2[0-3])?(?:[0-5]\d(?:[0-5]\d\d*)?)?(?=\D|$)"  # with a time of day
)
_ADDRESS_MONTH = re.compile(r"/(20\d\d|199\d)/(0[1-9]|1[0-2])/(?!\d)")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{6,60})[)\]]\W*$")
_UTC = re.compile(rf"(?:(?:Z|GMT|UTC|[+-]00:?00)\s*(?:20\d\d)?|^{stated.EPOCH.pattern})$")
WEST, EAST = 12, 14  # hours of the day in UTC before, and from, which it may be another day west and east of Greenwich
AGAIN = 31  # days after that in its address, from which on an article was published again
SENTENCE = 300  # characters of a line that says when something was published
LONGEST = 2_000  # characters of a line that are looked at for a day


def find(
    tree: Tree,
    about: Metadata,
    address: str,
    lines: Sequence[tuple[int, str]],
    near: Sequence[tuple[int, str]],
    order: Order,
    place: Beside,
) -> Finding | None:
    """The date with its evidence."""
    language = about.language[:2].casefold()
    found = list(claims.stated_dates(tree, about))
    shown = neighbours.date(near, language, order, lambda: claims.changed_days(tree, about))
    beside = claims.beside_headline(tree, place)
    addressed = _of_address(address)
    if found:
        best = _first_published(_on_its_own_clock(found, shown, beside, lines, language, order), addressed)
        return _finding(best, [*found, *([addressed] if addressed else [])])
    if shown and not shown.why.weak:
        return shown
    for claim in (beside, addressed, claims.in_scripts(tree)):
        if claim:
            return _finding(claim, [])
    said = _in_a_sentence(lines, language, order) or _in_description(about, language, order)
    return shown or said or _by_htmldate(tree, address, lines) or _month(address)


def _finding(best: Claim, all_claims: Sequence[Claim]) -> Finding:
    others = (f"{other} ({name})" for other, name, _ in all_claims if other.date != best[0].date)
    return Finding(best[0], Evidence(best[1], best[2], conflicts=tuple(dict.fromkeys(others))))


def _on_its_own_clock(
    found: Sequence[Claim],
    shown: Finding | None,
    beside: Claim | None,
    lines: Sequence[tuple[int, str]],
    language: str,
    order: Order,
) -> Claim:
    """The first date; but where the page shows the day before or after it, the difference is that of two clocks.

    Beside the headline that is true of any time of day; elsewhere on the page only of one in UTC.
    """
    when, rule, text = found[0]
    if when.hour < 0:
        return found[0]
    own = day(when.year, when.month, when.day)
    day_before_or_after = {str(own - timedelta(1)), str(own + timedelta(1))}
    if shown and not shown.why.weak:
        if shown.value.date in day_before_or_after or _same_minute(shown.value, when):
            return shown.value, f"{rule}, on the page's own clock", shown.why.text
        if shown.value.date == when.date:
            return found[0]
    if beside and beside[0].date in day_before_or_after and not _UTC.search(beside[2]):
        return beside[0], f"{rule}, on the page's own clock", beside[2]
    if not _UTC.search(text):
        return found[0]
    possible = {str(own - timedelta(when.hour < WEST)), str(own + timedelta(when.hour >= EAST))} - {str(own)}
    local = next((one for one in found if one[0].date in possible and not _UTC.search(one[2])), None)
    if local:
        return local
    everywhere = neighbours.dates_shown(lines, language, order)
    days = possible & everywhere
    if when.date not in everywhere and len(days) == 1:
        return When.parse(days.pop()), f"{rule}, on the page's own clock", text
    return found[0]


def _same_minute(shown: When, stated: When) -> bool:
    """Whether two times of one day are the same on the clocks of two zones."""
    return shown.date == stated.date and shown.hour not in (-1, stated.hour) and shown.minute == stated.minute


def _first_published(stated: Claim, addressed: Claim | None) -> Claim:
    """The day in the address where it is long before: an article keeps its address when it is published again."""
    if addressed and stated[0].month and stated[0].day and _days(stated[0]) - _days(addressed[0]) > AGAIN:
        return addressed
    return stated


def _days(when: When) -> int:
    return day(when.year, when.month, when.day).toordinal()


def _of_address(address: str) -> Claim | None:
    if not (match := _ADDRESS.search(address)):
        return None
    year, month, number = (int(part) for part in match.groups() if part)
    point = dates.when(year, month, number)
    return (point, "date.address", address) if point and month and number else None


def _month(address: str) -> Finding | None:
    if not (match := _ADDRESS_MONTH.search(address)):
        return None
    return Finding(When(int(match[1]), int(match[2])), Evidence("date.address", address, weak=True))


def _in_a_sentence(lines: Sequence[tuple[int, str]], language: str, order: Order) -> Finding | None:
    """A line that says in words when something was published, where no other line says another day."""
    said: dict[str, Finding] = {}
    for number, text in lines:
        if len(text) > SENTENCE or not any(map(str.isdigit, text)):
            continue
        for one in dates.find(text, language, order):
            about = publication.is_making(text[: one.start], text[one.end :])
            if one.when.day and not one.ambiguous and about:
                said.setdefault(one.when.date, Finding(one.when, Evidence("date.sentence", text, number or None)))
    return next(iter(said.values())) if len(said) == 1 else None


def _in_description(about: Metadata, language: str, order: Order) -> Finding | None:
    """A day in brackets in what the page says of itself, as content systems write it there."""
    text = about.first("description", "og:description")
    for bracket in _BRACKETS.findall(text):
        for one in dates.find(bracket, language, order):
            if one.when.day and not one.ambiguous:
                return Finding(one.when, Evidence("date.description", text, weak=True))
    return None


def _by_htmldate(tree: Tree, address: str, lines: Sequence[tuple[int, str]]) -> Finding | None:
    """What htmldate finds, if the page shows that day: it makes 1 January of a year, and reads addresses of others."""
    shown = {
        found.when.date
        for _, line in lines
        if any(map(str.isdigit, line))
        for found in dates.find(line[:LONGEST], order="mdy") + dates.find(line[:LONGEST], order="dmy")
        if found.when.day
    }
    if not shown:
        return None
    from htmldate import find_date  # only for these: it loads for a quarter of a second

    text = find_date(tree, original_date=True, url=address or None)
    when = When.parse(text) if text else None
    return Finding(when, Evidence("date.htmldate", str(text), weak=True)) if when and when.date in shown else None
