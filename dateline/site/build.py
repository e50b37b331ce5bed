"""Entries -> every file of the site, as path and bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline import __version__
from dateline.folder import shipped
from dateline.library import shelve
from dateline.site import assets, citing, facts, feeds, sitemap, tables
from dateline.site.language import Language
from dateline.site.links import Links, Style, file_of
from dateline.site.pages import data, search
from dateline.site.parts import Parts
from dateline.site.plan import plan
from dateline.site.render import Renderer
from dateline.site.views import Link, Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.config import Config
    from dateline.model import Entry
    from dateline.vocabulary import Vocabulary


def prepare(entries: Iterable[Entry], config: Config, vocabulary: Vocabulary, style: Style | None = None) -> Parts:
    """Everything that pages are made from.

    `style`: how links are written; by default `hosted` where the site knows its address and `local` where it
    does not, since nobody knows then whether it will be opened from a disk.
    """
    links = Links(style or ("hosted" if config.base_url else "local"), config.base_url)
    return Parts(shelve(entries), config, vocabulary, Language(config.language), links)


def build(
    entries: Iterable[Entry],
    config: Config,
    vocabulary: Vocabulary,
    *,
    templates: Sequence[Path] = (),
    static: Sequence[Path] = (),
    style: Style | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site. `templates` and `static` are a site's own folders, which win over the shipped ones."""
    parts = prepare(entries, config, vocabulary, style)
    found = assets.gather([*static, shipped("static")])
    renderer = Renderer([*templates, shipped("templates")], site(parts, found), parts.language, parts.links)
    listed: list[str] = []
    for page in plan(parts):
        yield page.path, renderer.render(page).encode()
        if page.context.head.index:
            listed.append(page.context.head.address)
    yield from feeds.files(parts)
    yield from facts.files(parts)
    yield from citing.files(parts)
    made: list[tables.Made] = []
    yield from tables.files(parts, made)
    page = data.data(parts, made)
    yield page.path, renderer.render(page).encode()
    listed.append(page.context.head.address)
    yield from search.files(parts)
    yield from sitemap.files(listed, parts)
    yield from found.files.items()
    yield ".nojekyll", b""  # GitHub Pages publishes the folder as it is


def site(parts: Parts, found: assets.Assets) -> Site:
    """What all pages share."""
    text, config = parts.language.text, parts.config
    first, _, last = config.title.rpartition(" ")
    return Site(
        title=config.title,
        first_words=first,
        last_word=last,
        description=config.description,
        language=parts.language.tag,
        direction=parts.language.direction,
        articles=len(parts.library.items),
        base_url=config.base_url,
        nav=(
            Link(text("Timeline"), "timeline/"),
            Link(text("People"), "people/"),
            Link(text("Countries"), "countries/"),
            Link(text("Topics"), "topics/"),
            Link(text("Sources"), "sources/"),
        ),
        stylesheet=found.stylesheet,
        search_stylesheet=found.search_stylesheet,
        script=found.script,
        search_script=found.search_script,
        fonts=found.fonts,
        icon=found.icon,
        head_script=assets.head_script(),
        policy=assets.policy(),
        spine=parts.spine,
        spark_width=parts.scale.width if parts.scale else 0,
        footer=(
            Link(text("About and method"), "about/"),
            Link(text("Data"), "data/"),
            Link(text("Feed"), "feed.xml"),
            Link(text("Timeline"), "timeline/"),
        ),
        repository=config.repository,
        generator=f"Dateline {__version__}",
    )


__all__ = ["build", "file_of", "prepare", "shipped", "site"]
