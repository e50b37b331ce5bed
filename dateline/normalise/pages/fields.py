"""What a page states of itself -> findings: headline, date, outlet, authors, section, address."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline.model import Evidence
from dateline.normalise.dating import file_name
from dateline.normalise.findings import Finding
from dateline.normalise.lines.line import WIDE, fold, key, words
from dateline.normalise.pages import metadata, publisher
from dateline.normalise.texts.page_title import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.pages.metadata import Metadata

TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
_BAR = re.compile(r"[|｜]")
STRANGE = 0.15  # overlap: a word such as "for"
WORDS = 4  # of what a page is called, from which it is a headline
LABEL = 3  # letters
WIDE_HEADLINE, WIDE_NAME = 6, 16  # letters of a headline at least, of a site's name at most
_WIDE_PARTS = re.compile(r"[^_]+?(?=\s*_)")
_WIDE_BREAK = re.compile(r"\s*[-–—:：|｜«/／]+\s*")
_WIDE_SITE = re.compile(
    r"(?:网|網|报|報|新闻|新聞|在线|在線|频道|頻道|门户|官网|网站|杂志|电视台|ニュース|新聞社|オンライン|日誌|ブログ|뉴스|일보|신문)$"
)
CLOSE_FIT = 0.85  # the same for a heading of the second rank
FIT = 0.45  # overlap of a heading with what the page calls itself, below which it is the heading of something else


def headline(about: Metadata, address: str, path: str, host: str = "") -> Finding | None:
    """The heading that best fits what the page is called elsewhere; else that, without the site's name."""
    calls = [fold(html.unescape(str(value))) for value in about.stated("headline") if isinstance(value, str)]
    calls += [value for name in TITLES for value in about.meta.get(name, ())]
    calls += [name for name in (about.title, file_name.headline(path)) if name]
    sites = _site_keys(about) | publisher.host_keys(host)
    headings = [heading for heading in about.headings if key(heading) not in sites]
    slug = re.sub(r"[-_+]|\.\w{2,5}$", " ", address.rstrip("/").rpartition("/")[2])
    fits = [(max((_fit(heading, call) for call in [*calls, slug]), default=0.0), heading) for heading in headings]
    best = max(fits, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= FIT and not _is_site_before(best[1], about):
        return Finding(_apart(_without_label(best[1], calls), calls), Evidence("headline.h1", best[1]))
    for heading in about.subheadings:
        if key(heading) not in sites and any(_fit(heading, call) >= CLOSE_FIT for call in calls):
            return Finding(_without_label(heading, calls), Evidence("headline.h2", heading))
    if len(headings) == 1 and len(words(headings[0])) > 1 and not _is_of_something_else(headings[0], calls, sites):
        return Finding(headings[0], Evidence("headline.only-h1", headings[0]))
    if calls:
        called = without_site(calls[0], sites)
        only = about.subheadings[0] if len(about.subheadings) == 1 and not headings else ""
        if len(words(called)) < WORDS <= len(words(only)) and not _fit(only, called):
            return Finding(only, Evidence("headline.h2", only, weak=True))  # the page is called after its site
        return Finding(called, Evidence("headline.stated", calls[0]))
    return Finding(headings[0], Evidence("headline.h1", headings[0], weak=True)) if headings else None


def _is_of_something_else(heading: str, calls: Sequence[str], sites: set[str]) -> bool:
    """Whether a heading shares no word with what the page is called first, and that is a longer headline."""
    call = without_site(calls[0], sites) if calls else ""
    length = len(words(call)) if not WIDE.search(call) else len(call) // 3
    return _fit(heading, call) < STRANGE and length >= WORDS and length > len(words(heading)) and key(call) not in sites


def _without_label(heading: str, calls: Sequence[str]) -> str:
    """The heading as it is called elsewhere, where it has a section behind a bar, or in Chinese a label before it."""
    said = key(heading)
    fronts = {key(heading[: match.start()]) for match in _BAR.finditer(heading)}
    for call in calls:
        extra = len(said) - len(key(call))
        if key(call) in fronts or (0 < extra <= LABEL and WIDE.search(call) and said.endswith(key(call))):
            return call
    return heading


def _apart(heading: str, calls: Sequence[str]) -> str:
    """The heading as the page states it elsewhere, where that keeps its parts apart, and both are said in one here."""
    longer = (call for call in calls if len(call) > len(heading) and call[0] + call[-1] == heading[0] + heading[-1])
    return next((call for call in longer if key(call) == key(heading)), heading)


def _is_site_before(heading: str, about: Metadata) -> bool:
    """Whether a heading is the first of three parts of the page's title or more, and a lower heading is the last."""
    parts = [key(part) for part in re.split(r"\s[|•·»›]\s", about.title)]
    lower = {key(other) for other in about.subheadings}
    return len(parts) > 2 and key(heading) == parts[0] and parts[-1] in lower and len(parts[-1]) > len(parts[0])


def _site_keys(about: Metadata) -> set[str]:
    """What names the site: as stated, or behind a bar in the page's title if the part before is longer."""
    sites = publisher.keys(about)
    match = SUFFIX.search(about.title)
    if match and len(about.title[: match.start()]) > len(about.title[match.end() :]):
        sites.add(key(about.title[match.end() :]))
    return sites - {""}


def without_site(title: str, sites: set[str]) -> str:
    """A page's title without the site's name behind or before it."""
    if WIDE.search(title):
        title = _without_wide_site(title, sites)
    parts = [part.strip() for part in re.split(r"\s[|•·»›«]\s|\s(?:[-–—]|--)\s|[|｜]", title) if part.strip()]
    rest = [part for part in parts if key(part) not in sites]
    if "|" in title and len(parts) == 2 and len(words(parts[1])) > 2 * len(words(parts[0])):
        return parts[1]  # the site's name before the headline
    if len(rest) == 1 and len(words(rest[0])) > 1:
        return rest[0]
    match = SUFFIX.search(title)
    if (
        match
        and (key(title[match.end() :]) in sites or "|" in match.group())
        and len(words(title[: match.start()])) > 1
    ):
        return title[: match.start()]
    return title


def _without_wide_site(title: str, sites: set[str]) -> str:
    """The same where no blank stands about what parts them: "海港关闭一个月_社会_隆德新闻网"."""
    if (match := _WIDE_PARTS.match(title)) and len(match[0]) >= WIDE_HEADLINE:
        title = match[0]
    for match in reversed(list(_WIDE_BREAK.finditer(title))):
        behind = title[match.end() :].strip()
        if match.start() < WIDE_HEADLINE:
            break
        if key(behind) in sites or (_WIDE_SITE.search(behind) and len(behind) <= WIDE_NAME):
            title = title[: match.start()].strip()
    return title


def section(about: Metadata) -> Finding | None:
    """What the page calls its section."""
    values = [metadata.name_of(value) for value in about.stated("articleSection")]
    value = next(filter(None, [*values, about.first("article:section", "og:article:section", "section")]), "")
    first = fold(value.partition(";")[0])
    return Finding(first, Evidence("section.page", value)) if first and len(first) <= 60 else None


def _fit(heading: str, call: str) -> float:
    """How well a heading fits one of the page's names: 1 where that begins or ends with it, else F1 of their words."""
    for separator in (SUFFIX, _BAR):
        if match := separator.search(call):
            if key(heading) == key(call[: match.start()]):
                return 1.0
            if key(heading) == key(call[match.end() :]):
                return 0.95  # the site's name is more often behind the headline than before it
    spaced = " " in heading and not WIDE.search(heading)
    a, b = Counter(_tokens(heading, spaced)), Counter(_tokens(call, spaced))
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def _tokens(text: str, spaced: bool) -> list[str]:
    folded = text.casefold()
    if spaced:
        return [word.casefold() for word in words(text)]
    return [folded[i : i + 2] for i in range(len(folded) - 1)]
