"""An article -> what stands in the margin of its text: why it has each tag, and who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import TAG_FACETS
from dateline.plaintext import snippets
from dateline.site.prose import marking
from dateline.site.shown import reasons
from dateline.site.views import Said, Why, Wording

if TYPE_CHECKING:
    from dateline.site.shown.opened import Basis, Opened
    from dateline.site.shown.parts import Parts
    from dateline.site.views import TagLink

SAID = 90  # characters of a quote; the text has the rest
WORDINGS = 6  # shown of the words that stand for a tag


def why(parts: Parts, opened: Opened, places: frozenset[str]) -> tuple[tuple[str, tuple[Why, ...]], ...]:
    """Heading and tags of each kind; `places`: the anchors that the text really has."""
    groups = []
    for facet in TAG_FACETS:
        tags = [basis for basis in opened.tags if basis.tag.facet == facet]
        if tags:
            groups.append((parts.facet_titles[facet], tuple(_reason(parts, basis, places) for basis in tags)))
    return tuple(groups)


def _reason(parts: Parts, basis: Basis, places: frozenset[str]) -> Why:
    tag = basis.tag
    link = parts.tag((tag.facet, tag.name))
    anchor = marking.anchor(link)
    return Why(
        tag=link,
        count=len(tag.mentions),
        anchor=anchor if anchor in places else "",
        wordings=tuple([Wording(words, n) for words, n in basis.wordings[:WORDINGS]]),
        rules=", ".join(dict.fromkeys(reasons.rule(rule, parts.language) for rule in basis.rules)),
        by_person=tag.by == "person",
    )


def said(parts: Parts, opened: Opened, places: frozenset[str]) -> tuple[tuple[TagLink, tuple[Said, ...]], ...]:
    """Who says what in this article, as far as it may be shown and the speaker is sure."""
    item = opened.item
    if parts.rights(item) != "full":
        return ()
    found: dict[str, list[Said]] = {}
    known = {name for facet, name in item.keys if facet == "people"}
    for saying in opened.sayings:
        if saying.speaker in known:
            anchor = saying.anchor if saying.anchor in places else ""
            words = snippets.opening(saying.words, SAID)
            found.setdefault(saying.speaker, []).append(
                Said(words, saying.said_as, reasons.rule(saying.rule, parts.language), anchor)
            )
    return tuple((parts.tag(("people", name)), tuple(said)) for name, said in found.items())
