"""What the pages of time are given: home, timeline, year, month, day, and the undated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.views.shared import Context

if TYPE_CHECKING:
    from dateline.site.charts.calendar import Month as Calendar
    from dateline.site.charts.density import Chart
    from dateline.site.views.shared import Group, Link, Neighbours, Rank, RankList, Row, TagLink, WorldMap


class Home(Context, frozen=True, kw_only=True):
    facts: tuple[Link, ...]  # "5 articles" and where they are
    time: str  # from when to when
    chart: Chart | None
    latest: tuple[Row, ...]
    lists: tuple[RankList, ...]
    map: WorldMap | None
    inset: WorldMap | None
    days: str  # that have a file of what happened on them
    busiest_title: str
    busiest: tuple[tuple[Link, str], ...]  # days or months, each with a headline of its own
    sources: RankList | None


class MonthCell(Struct, frozen=True):
    """A month in the timeline's row of a year."""

    text: str
    count: int
    shade: int  # 0: no article; 1 to 5 by quantile
    address: str


class YearBlock(Struct, frozen=True):
    """A year of the timeline, or a run of years without articles."""

    title: str
    id: str
    address: str
    count: int
    months: tuple[MonthCell, ...]
    tags: tuple[TagLink, ...]
    rows: tuple[Row, ...]


class Timeline(Context, frozen=True, kw_only=True):
    facts: str
    chart: Chart | None
    years: tuple[YearBlock, ...]
    undated: Group | None


class YearMonth(Struct, frozen=True):
    """A month's calendar on the page of its year."""

    text: str
    count: int
    address: str
    calendar: Calendar


class Year(Context, frozen=True, kw_only=True):
    title: str
    facts: str
    calendars: tuple[YearMonth, ...]
    groups: tuple[Group, ...]
    special: tuple[Rank, ...]  # who and what this year has more of than the whole
    neighbours: Neighbours


class Day(Struct, frozen=True):
    """A day in a month's strip."""

    number: int
    count: int
    address: str
    shade: int
    unit: str  # what is counted, for readers who hear it: "articles"


class Month(Context, frozen=True, kw_only=True):
    title: str
    facts: str
    blanks: int  # cells before the first day
    weekdays: tuple[tuple[str, str], ...]  # short and full name, in the order of the week
    days: tuple[Day, ...]
    lists: tuple[RankList, ...]
    groups: tuple[Group, ...]
    special: tuple[Rank, ...]
    neighbours: Neighbours


class DayPage(Context, frozen=True, kw_only=True):
    title: str
    weekday: str
    facts: str
    groups: tuple[Group, ...]
    other_years: tuple[Link, ...]
    lists: tuple[RankList, ...]
    neighbours: Neighbours


class Undated(Context, frozen=True, kw_only=True):
    facts: str
    groups: tuple[Group, ...]
