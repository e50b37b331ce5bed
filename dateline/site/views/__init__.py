"""What templates are given: one frozen context per kind of page, and the parts that several of them share.

An address is relative to the site's root; a template turns it into a link with `url(…)`. Text is plain and gets
escaped; what is HTML already is Markup.
"""

from dateline.site.views.about import About, Coverage, NotFound, Search
from dateline.site.views.article import Article, Cited, FoundLine, LeftOut, Moved, Related, Said, Trace, Why, Within
from dateline.site.views.data import Beside, Data, DataFile, DataTable
from dateline.site.views.page import Page
from dateline.site.views.periods import (
    Day,
    DayPage,
    Home,
    Month,
    MonthCell,
    Timeline,
    Undated,
    Year,
    YearBlock,
    YearMonth,
)
from dateline.site.views.shared import (
    Context,
    Feed,
    Group,
    Head,
    Here,
    Link,
    Named,
    Neighbours,
    Rank,
    RankList,
    Row,
    Site,
    TagLink,
    WorldMap,
)
from dateline.site.views.subjects import Company, Index, Slice, Subject, Wording, Words

__all__ = [
    "About",
    "Article",
    "Beside",
    "Cited",
    "Company",
    "Context",
    "Coverage",
    "Data",
    "DataFile",
    "DataTable",
    "Day",
    "DayPage",
    "Feed",
    "FoundLine",
    "Group",
    "Head",
    "Here",
    "Home",
    "Index",
    "LeftOut",
    "Link",
    "Month",
    "MonthCell",
    "Moved",
    "Named",
    "Neighbours",
    "NotFound",
    "Page",
    "Rank",
    "RankList",
    "Related",
    "Row",
    "Said",
    "Search",
    "Site",
    "Slice",
    "Subject",
    "TagLink",
    "Timeline",
    "Trace",
    "Undated",
    "Why",
    "Within",
    "Wording",
    "Words",
    "WorldMap",
    "Year",
    "YearBlock",
    "YearMonth",
]
