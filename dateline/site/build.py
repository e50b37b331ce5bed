"""Entries -> every file of the site, as path and bytes."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dateline import __version__
from dateline.config import PARTS
from dateline.library import shelve
from dateline.site import assets, sitemap
from dateline.site.charts import spine
from dateline.site.links import Links, Style
from dateline.site.plan import plan
from dateline.site.planned import Planned, digest
from dateline.site.shown.parts import Parts
from dateline.site.templating.render import Renderer
from dateline.site.views import Link, Named, Page, Site
from dateline.site.words.language import Language
from dateline.tools.folder import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from dateline.cards import Card, Telling
    from dateline.config import Config
    from dateline.model import Entry
    from dateline.site.planned import File
    from dateline.vocabulary import Vocabulary


class Workshop(Struct, frozen=True, dict=True):
    """Everything that makes a site. What is costly is made when it is first asked for, in each process that asks."""

    entries: Sequence[Entry]
    config: Config
    vocabulary: Vocabulary
    templates: Sequence[Path] = ()  # a site's own folders, which win over the shipped ones
    static: Sequence[Path] = ()
    style: Style | None = None  # of links; by default `local` where the site knows no address: it may lie on a disk
    seeds: Path | None = None  # the folder of the raw articles, for pages that show them as found
    cache: Path | None = None  # where index and tables find their last states; nothing is kept where there is none
    public: Path | None = None  # the site that is published now, of which tables take what still holds
    untouched: bool = False  # it is all as it was published
    cards: Sequence[Card] = ()  # of the entries, in their order, where they are known
    told: Sequence[Sequence[Telling]] | None = None  # what each tells of its tags, likewise

    @cached_property
    def parts(self) -> Parts:
        """Everything that pages are made from."""
        base_url = self.config.base_url
        links = Links(self.style or ("hosted" if base_url else "local"), base_url)
        library, language = shelve(self.entries, self.cards, self.told), Language(self.config.language)
        places = (self.seeds, self.cache, self.public)
        return Parts(library, self.config, self.vocabulary, language, links, *places, untouched=self.untouched)

    @cached_property
    def plan(self) -> Sequence[Planned]:
        """Everything but what comes last; the same in each process."""
        return tuple(plan(self.parts))

    @cached_property
    def assets(self) -> assets.Assets:
        return assets.gather([*self.static, shipped("static")], spine.frame(self.parts.spine))

    @cached_property
    def renderer(self) -> Renderer:
        parts = self.parts
        return Renderer([*self.templates, shipped("templates")], site(parts, self.assets), parts.language, parts.links)

    @property
    def ground(self) -> bytes:
        """All that any page may say besides its own inputs, but for templates and masthead."""
        return digest(self.config, self.vocabulary.beside_people, self.parts.links, str(self.seeds))

    def rest(self, addresses: Iterable[str]) -> Iterator[Planned]:
        """What comes last; `addresses`: of the pages that search engines may list."""
        yield sitemap.sitemap(self.parts, sorted(addresses))
        fixed = {**self.assets.files, ".nojekyll": b""}  # GitHub Pages publishes the folder as it is
        if self.parts.spine:
            bars = spine.rule(self.parts.spine, self.parts.library).encode()  # first: the last word is the site's own
            fixed |= {sheet: bars + fixed[sheet] for sheet in self.assets.styles.values()}
        yield Planned("static files", digest(fixed), fixed.items)


def prepare(entries: Sequence[Entry], config: Config, vocabulary: Vocabulary, **more: Any) -> Parts:
    """Everything that pages are made from; `more`: what else a Workshop takes."""
    return Workshop(entries, config, vocabulary, **more).parts


def build(entries: Iterable[Entry], config: Config, vocabulary: Vocabulary, **more: Any) -> Iterator[File]:
    """Every file of the site, one after the other; `more`: what else a Workshop takes."""
    workshop = Workshop(tuple(entries), config, vocabulary, **more)
    listed: list[str] = []
    things = chain(workshop.plan, workshop.rest(listed))  # which looks at them when all else is made
    for made in (made for planned in things for made in planned.make()):
        if isinstance(made, Page):
            yield made.path, workshop.renderer.render(made)
            if made.context.head.index:
                listed.append(made.context.head.address)
        else:
            yield made


def site(parts: Parts, found: assets.Assets) -> Site:
    """What all pages share."""
    text, config = parts.language.text, parts.config
    first, _, last = config.title.rpartition(" ")
    nav = (
        Link(text("Timeline"), "timeline/"),
        Link(text("People"), "people/"),
        Link(text("Countries"), "countries/"),
        Link(text("Topics"), "topics/"),
        Link(text("Sources"), "sources/"),
    )
    return Site(
        title=config.title,
        first_words=first,
        last_word=last,
        description=config.description,
        language=parts.language.tag,
        direction=parts.language.direction,
        base_url=config.base_url,
        nav=nav,
        sections=frozenset(link.address for link in nav),
        styles=Named(found.styles),
        scripts=Named(found.scripts),
        fonts=found.fonts,
        icon=found.icon,
        head_script=assets.head_script(),
        policy=assets.policy(),
        spine=parts.spine,
        spark_width=parts.scale.width if parts.scale else 0,
        footer=(
            Link(text("About and method"), "about/"),
            *((Link(text("Data"), "data/"),) if config.has("data") else ()),
            Link(text("Feed"), "feed.xml"),
            Link(text("Timeline"), "timeline/"),
        ),
        has=Named({part: config.has(part) for part in PARTS}),
        repository=config.repository,
        generator=f"Dateline {__version__}",
    )
