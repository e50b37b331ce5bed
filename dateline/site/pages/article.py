"""Library -> one page per article: its text with mentions marked, and where everything comes from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from dateline.cards import UNATTRIBUTED
from dateline.model import FACETS
from dateline.site import citing, linked
from dateline.site.beside import citations, facts
from dateline.site.links import file_of
from dateline.site.planned import Planned, joined
from dateline.site.prose import anchors, marking, sayings
from dateline.site.relating.related import told_apart
from dateline.site.shown import as_found, margin, onward, reasons
from dateline.site.shown.opened import open_up
from dateline.site.views import (
    Article,
    Cited,
    Feed,
    Link,
    Page,
)
from dateline.site.words.language import direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline import model
    from dateline.library import Item
    from dateline.model import Facet
    from dateline.site.planned import File
    from dateline.site.shown.opened import Opened
    from dateline.site.shown.parts import Parts
    from dateline.site.views import Head

WORDS_A_MINUTE = 230  # silent reading of English: Brysbaert 2019, 238; a little less for names and figures
SHORT = 60  # words; below, the page says that there is no more
DESCRIPTION = 155  # characters that search engines show
CODED: tuple[Facet, ...] = ("people", "countries")  # whose codes are short and known to other programs


def articles(parts: Parts) -> Iterator[Planned]:
    """One page per article, in the order of time, and beside it what it says for programs and what cites it."""
    for item, inputs in zip(parts.library.items, _inputs(parts), strict=True):
        yield Planned(item.address, inputs, partial(_files, parts, item))


def _inputs(parts: Parts) -> Iterator[bytes]:
    """Of each article: itself with its tags, the titles that it leads to, and the rows of related articles.

    Each is as long as any other, or as the tags in the article's row are many, so that their joints cannot move.
    """
    digests, has = parts.digests, parts.config.has
    rows, items = digests.rows, parts.library.items
    without = [b""] * len(items)
    stories = digests.stories() if has("related") else without
    traces = (as_found.trace(parts.seeds, item) for item in items) if has("found") else without
    for row, related, *others in zip(rows, parts.related, digests.beside(), traces, stories, strict=True):
        yield joined(b"".join([row, *others, *[rows[number] for number in told_apart(parts.library, related)]]))


def _files(parts: Parts, item: Item) -> Iterator[Page | File]:
    found = open_up(parts, item)
    yield _page(parts, found)
    if parts.config.has("data"):
        yield from facts.of_article(parts, found)
    if parts.config.has("citations"):
        yield from citations.of_article(item, found.records)


def page(parts: Parts, item: Item) -> Page:
    """The page of one article."""
    return _page(parts, open_up(parts, item))


def _page(parts: Parts, opened: Opened) -> Page:
    item, entry, language = opened.item, opened.entry, parts.language
    article, path = entry.article, file_of(entry.address)
    text, places, excerpt = _text(parts, opened, path)
    text, contents = anchors.contents(text) if item.words > anchors.LONG else (text, ())
    own_language = article.language or language.tag
    source = parts.tag(("sources", article.source or UNATTRIBUTED))
    when = article.date
    found = as_found.lines(parts.seeds, entry, language) if parts.config.has("found") and not excerpt else ()
    left_out, struck = reasons.struck(reasons.left_out(entry.set_aside, language, shown=not excerpt), found)
    context = Article(
        head=_head(parts, item, article, own_language),
        here=parts.here_of(item),
        title=article.title,
        language=own_language if own_language.split("-")[0] != language.tag.split("-")[0] else "",
        direction=direction(own_language),
        iso=when.date if when else "",
        date=language.date(when),
        date_link=_date_page(parts, item),
        place=article.place,
        source=source if article.source else None,
        author=language.listed(article.author),
        section=article.section,
        words=item.words,
        minutes=max(1, round(item.words / WORDS_A_MINUTE)),
        short=item.words < SHORT and not excerpt,
        derived=article.title_derived,
        contents=contents,
        body=Markup(anchors.paragraphs(text)),  # noqa: S704  sanitised by nh3, or escaped paragraphs
        excerpt=excerpt,
        original=article.url,
        image_credit=article.image_credit,
        why=margin.why(parts, opened, places),
        said=margin.said(parts, opened, places),
        seed=article.seed,
        record=article.record,
        sha256=entry.sha256,
        traces=reasons.traces(entry, language, quoted=not excerpt),
        aside=len(entry.set_aside),
        left_out=left_out,
        struck=struck,
        found=found,
        related=onward.related(parts, item),
        neighbours=onward.neighbours(parts, *onward.beside(parts, item)),
        within=onward.within(parts, item),
        cited=_cited(parts, opened) if opened.records else None,
        report=_report(parts, item),
    )
    return Page(path, "article", context)


def _cited(parts: Parts, opened: Opened) -> Cited:
    page = parts.links.absolute(opened.item.address)
    words = citing.plain(opened.entry.article, parts.language, parts.config.title, page)
    return Cited(words, bibtex=opened.records[0])


def _head(parts: Parts, item: Item, article: model.Article, language: str) -> Head:
    return parts.head(
        article.title,
        parts.opening(item, DESCRIPTION) or article.title,
        item.address,
        crumbs=_crumbs(parts, item),
        feed=Feed(parts.language.text("All articles"), "feed.xml"),
        kind="article",
        published=article.date.date if article.date else "",
        index=parts.listed(article),
        language=language,
        thing=_thing(parts, item, article),
        metadata=tuple(linked.metadata(article, parts.keywords(item))),
    )


def _text(parts: Parts, opened: Opened, path: str) -> tuple[str, frozenset[str], str]:
    """HTML of the body, the anchors in it, and why it is cut short where it is."""
    entry, article = opened.entry, opened.entry.article
    rights = parts.rights(article)
    if rights == "full":
        url = parts.links.of(path)
        mentions = [mention for tag in entry.tags for mention in tag.mentions]
        marks = []
        for mention in marking.first_mentions(mentions, len(article.body)):
            tag = parts.tag((mention.facet, mention.name))
            start = marking.open_tag(mention.facet, marking.anchor(tag), str(url(tag.address)))
            marks.append(marking.Mark(mention.start, mention.end, marking.anchor(tag), start))
        spans = sayings.spans(opened.sayings, len(article.body))
        rendered = parts.bodies.render(article.body, marks, spans, article.url)
        return rendered.html, rendered.anchors, ""
    if rights == "excerpt":
        return (
            parts.bodies.render(parts.shown(article), base=article.url).html,
            frozenset(),
            parts.language.text("Only the opening may be shown here."),
        )
    return "", frozenset(), parts.language.text("The text may not be shown here.")


def _thing(parts: Parts, item: Item, article: model.Article) -> linked.Thing:
    """The article in the words of schema.org, with what it names; the addresses of their pages are in its JSON."""
    named: dict[Facet, list[linked.Thing]] = {facet: [] for facet in FACETS}
    for facet, name in item.keys:
        code = parts.library.subject((facet, name)).code if facet in CODED else ""
        named[facet].append(linked.subject(facet, parts.name((facet, name)), code))
    home = next((source.homepage for source in parts.config.sources if source.name == article.source), "")
    return linked.news(article, parts.links.absolute(item.address), parts.config.title, named, home)


def _crumbs(parts: Parts, item: Item) -> tuple[Link, ...]:
    when, language = item.when, parts.language
    crumbs = [Link(language.text("Timeline"), "timeline/")]
    if when is None:
        return (*crumbs, Link(language.text("Undated"), "undated/"))
    crumbs.append(Link(str(when.year), f"{when.year:04}/"))
    if when.month:
        crumbs.append(Link(language.month_name(when.month), f"{when.year:04}/{when.month:02}/"))
    return tuple(crumbs)


def _date_page(parts: Parts, item: Item) -> str:
    if item.when is None:
        return "undated/"
    return parts.day(item.when.date) if item.when.day else item.when.date.replace("-", "/") + "/"


def _report(parts: Parts, item: Item) -> str:
    return citing.report(parts.config, item.title, item.path)
