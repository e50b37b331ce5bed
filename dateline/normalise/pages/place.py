"""A page's tree -> which of its elements stand near the headline, and which belong to something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.normalise.lines.line import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.normalise.blocks.tree import Tree

HEADINGS = ("h1", "h2", "h3")
ELSEWHERE = frozenset(["aside", "nav", "footer", "form"])
_ELSEWHERE = re.compile(
    r"comment|kommentar|coment|related|teaser|recommend|latest|popular|footer|sidebar|widget|promo|trending|most-?read",
    re.IGNORECASE,
)
ABOUT = 4  # ancestors whose class tells what an element is for


class Beside(Struct, frozen=True):
    """The places of all elements, in the order of the page, and that of the headline; -1: it has none."""

    places: Mapping[Tree, int]
    headline: int

    @classmethod
    def of(cls, tree: Tree, title: str) -> Beside:
        """Of the first heading that says the headline."""
        said = key(title)
        places = {node: place for place, node in enumerate(tree.iter())}
        headings = tree.iter(*HEADINGS) if said else ()
        at = next((places[node] for node in headings if key(node.text_content()) == said), -1)
        return cls(places, at)

    def distance(self, node: Tree) -> int:
        """Elements between a node and the headline; those above it count double."""
        place = self.places[node]
        return place - self.headline if place > self.headline else 2 * (self.headline - place)

    def nearest(self, nodes: Iterable[Tree]) -> Iterator[Tree]:
        """Those that are the article's own, the nearest to the headline first; in their order where there is none."""
        own = [node for node in nodes if not is_elsewhere(node)]
        yield from sorted(own, key=self.distance) if self.headline >= 0 else own


def is_elsewhere(node: Tree) -> bool:
    """Whether an element is in a comment, a margin, or a box about other articles."""
    for depth, up in enumerate((node, *node.iterancestors())):
        if up.tag in ELSEWHERE or (
            depth <= ABOUT and _ELSEWHERE.search(f"{up.get('class') or ''} {up.get('id') or ''}")
        ):
            return True
    return False
