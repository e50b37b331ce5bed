"""An article -> its row in a list, as far as it may be told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from msgspec.structs import replace

from dateline.cards import UNATTRIBUTED
from dateline.library import ready
from dateline.plaintext import snippets
from dateline.site.citing.coins import coins
from dateline.site.citing.formats import cited, records
from dateline.site.escaping import markup
from dateline.site.showing import Showing
from dateline.site.shown.feed_items import told
from dateline.site.shown.recent import Recent
from dateline.site.views import Row, TagLink
from dateline.site.words.language import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.cards import Key
    from dateline.library import Item
    from dateline.model import Facet

NOTHING = Markup("")
ROW_TAGS = 3
NEAR = 32_768  # articles of which a row is kept, a kilobyte of each in each process: all, but of the largest archives
FACETS_SHOWN: tuple[Facet, ...] = ("people", "countries", "topics")


class Rows(Showing):
    """What an article says in lists is made once, however many lists it stands in."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.forget()

    def forget(self) -> None:
        """Drop what was made of single articles, for a state of them that is gone."""
        self._names = {}
        self._tags: dict[Key, TagLink] = {}
        self._openings = Recent(self._opening, NEAR)
        self._faces = Recent(self._face, NEAR)
        self.records = Recent(partial(records, self))
        self.told = Recent(partial(told, self))

    def row(
        self,
        item: Item,
        about: Key | None = None,
        *,
        snippet: bool = True,
        tags: bool = True,
        apart: Sequence[Key] = (),
    ) -> Row:
        """An article in a list; with `about`, the words around the first mention of that subject.

        `apart`: further subjects of the whole list, which its rows need not name.
        """
        face = self._faces.of(item)
        others = [key for key in item.keys[:-1] if key != about and key not in apart] if tags else ()
        return replace(
            face,
            snippet=self._snippet(item, about) if snippet else NOTHING,
            source=None if about and about[0] == "sources" else face.source,
            tags=tuple([self.tag(key) for key in self._telling(others)]) if others else (),
        )

    def _face(self, item: Item) -> Row:
        """What its rows have in common."""
        foreign = item.language and item.language.split("-")[0] != self.language.tag.split("-")[0]
        return Row(
            iso=item.when.date if item.when else "",
            date=self.language.short(item.when),
            title=item.title,
            address=item.address,
            language=item.language if foreign else "",
            direction=direction(item.language) if foreign else "",
            snippet=NOTHING,
            source=self.tag(("sources", item.source or UNATTRIBUTED)),
            words=item.words,
            tags=(),
            coins=self._cited(item) if self.config.has("citations") else "",
        )

    def tag(self, key: Key) -> TagLink:
        known = self._tags.get(key)
        if known is None:
            known = self._tags[key] = super().tag(key)
        return known

    def _cited(self, item: Item) -> str:
        return coins(cited(self, item))

    def rows(
        self,
        items: Sequence[Item],
        about: Key | None = None,
        *,
        snippet: bool = True,
        tags: bool = True,
        apart: Sequence[Key] = (),
    ) -> tuple[Row, ...]:
        asked = ready(items) if about and snippet and about[0] != "sources" else items
        return tuple([self.row(item, about, snippet=snippet, tags=tags, apart=apart) for item in asked])

    def _telling(self, keys: Sequence[Key]) -> list[Key]:
        """One of each facet first, then more in their order: a row's tags say who, where and what.

        Of topics the rarest: the broadest ones stand on nearly every article and tell nothing of this one.
        """
        each: dict[Facet, list[Key]] = {facet: [] for facet in FACETS_SHOWN}
        for key in keys:
            each[key[0]].append(key)
        if len(each["topics"]) > 1:
            topics = self.library.subjects["topics"]
            each["topics"].sort(key=lambda key: len(topics[key[1]].items))
        chosen = [found[0] for found in each.values() if found]
        if len(chosen) < ROW_TAGS:
            chosen += [key for found in each.values() for key in found[1:]][: ROW_TAGS - len(chosen)]
        return chosen

    def _snippet(self, item: Item, about: Key | None) -> Markup:
        rights = self.rights(item)
        if rights == "link":
            return NOTHING
        if about and about[0] != "sources" and rights == "full" and (words := item.about(about).snippet):
            return markup(words)  # escaped where they were taken
        return self._openings.of(item)

    def _opening(self, item: Item) -> Markup:
        return snippets.html(self.opening(item, snippets.OPENING))
