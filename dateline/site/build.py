"""Entries -> every file of the site, as path and bytes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from dateline import __version__
from dateline.folder import shipped
from dateline.library import shelve
from dateline.site import assets, citing, days, facts, feeds, sitemap, tables
from dateline.site.language import Language
from dateline.site.links import Links, Style, file_of
from dateline.site.pages import data, search
from dateline.site.parts import Parts
from dateline.site.plan import KINDS, MANY_KINDS
from dateline.site.render import Renderer
from dateline.site.views import Link, Page, Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.config import Config
    from dateline.model import Entry
    from dateline.vocabulary import Vocabulary

File = tuple[str, bytes]  # path and content


def prepare(
    entries: Iterable[Entry],
    config: Config,
    vocabulary: Vocabulary,
    style: Style | None = None,
    seeds: Path | None = None,
) -> Parts:
    """Everything that pages are made from.

    `style`: how links are written; by default `hosted` where the site knows its address and `local` where it
    does not, since nobody knows then whether it will be opened from a disk. `seeds`: the folder of the raw articles,
    for pages that show them as found.
    """
    links = Links(style or ("hosted" if config.base_url else "local"), config.base_url)
    return Parts(shelve(entries), config, vocabulary, Language(config.language), links, seeds)


FILES = (feeds.files, facts.files, citing.files)  # beside pages: each makes its share, as the many kinds do
SHARE = 100  # articles to which a share of the work belongs: about a second
Task = tuple[str, int, int]  # what is to be made, which share of it, of how many


@dataclass(frozen=True)
class Workshop:
    """Everything that makes a site. What is costly is made when it is first asked for, in each process that asks."""

    entries: Sequence[Entry]
    config: Config
    vocabulary: Vocabulary
    templates: Sequence[Path] = ()  # a site's own folders, which win over the shipped ones
    static: Sequence[Path] = ()
    style: Style | None = None
    seeds: Path | None = None

    @cached_property
    def parts(self) -> Parts:
        return prepare(self.entries, self.config, self.vocabulary, self.style, self.seeds)

    @cached_property
    def assets(self) -> assets.Assets:
        return assets.gather([*self.static, shipped("static")])

    @cached_property
    def renderer(self) -> Renderer:
        parts = self.parts
        return Renderer([*self.templates, shipped("templates")], site(parts, self.assets), parts.language, parts.links)

    def __getstate__(self) -> dict[str, object]:
        """Without what is made here: it is large, and its templates cannot be sent."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def tasks(self) -> list[Task]:
        """The work cut into pieces that do not hang on each other, the largest first."""
        shares = -(-len(self.entries) // SHARE) or 1
        many = [("many", share, shares) for share in range(shares)]
        return [("search", 0, 1), ("tables", 0, 1), ("pages", 0, 1), *many]

    def do(self, task: Task) -> Iterator[Page | File]:
        """Everything that one task makes."""
        kind, first, step = task
        parts = self.parts.divided(first, step)
        if kind == "search":
            yield from search.files(parts)
        elif kind == "tables":
            made: list[tables.Made] = []
            yield from tables.files(parts, made)
            yield data.data(parts, made)
        elif kind == "pages":
            yield from chain.from_iterable(pages(parts) for pages in KINDS)
            yield from days.files(parts)
        else:
            yield from chain.from_iterable(pages(parts) for pages in MANY_KINDS)
            yield from chain.from_iterable(files(parts) for files in FILES)

    def rest(self, addresses: Iterable[str]) -> Iterator[File]:
        """What comes last; `addresses`: of the pages that search engines may list."""
        yield from sitemap.files(sorted(addresses), self.parts)
        yield from self.assets.files.items()
        yield ".nojekyll", b""  # GitHub Pages publishes the folder as it is


def build(entries: Iterable[Entry], config: Config, vocabulary: Vocabulary, **more: Any) -> Iterator[File]:
    """Every file of the site, one after the other; `more`: what else a Workshop takes."""
    workshop = Workshop(tuple(entries), config, vocabulary, **more)
    listed: list[str] = []
    for made in chain.from_iterable(map(workshop.do, workshop.tasks())):
        if isinstance(made, Page):
            yield made.path, workshop.renderer.render(made).encode()
            if made.context.head.index:
                listed.append(made.context.head.address)
        else:
            yield made
    yield from workshop.rest(listed)


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
        styles=found.styles,
        scripts=found.scripts,
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
