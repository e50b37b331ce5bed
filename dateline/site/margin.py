"""An article -> what stands in the margin of its text: why it has each tag, and who says what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline import snippets
from dateline.cards import sayings
from dateline.model import TAG_FACETS
from dateline.site import marking, reasons
from dateline.site.views import Said, Why, Wording

if TYPE_CHECKING:
    from dateline.library import Item
    from dateline.model import Entry, Tag
    from dateline.site.parts import Parts
    from dateline.site.views import TagLink

SAID = 90  # characters of a quote; the text has the rest
WORDINGS = 6  # shown of the words that stand for a tag


def why(parts: Parts, entry: Entry, places: frozenset[str]) -> tuple[tuple[str, tuple[Why, ...]], ...]:
    """Heading and tags of each kind; `places`: the anchors that the text really has."""
    groups = []
    for facet in TAG_FACETS:
        tags = [tag for tag in entry.tags if tag.facet == facet]
        if tags:
            groups.append((parts.facet_titles[facet], tuple(_reason(parts, tag, places) for tag in tags)))
    return tuple(groups)


def _reason(parts: Parts, tag: Tag, places: frozenset[str]) -> Why:
    link = parts.tag((tag.facet, tag.name))
    anchor = marking.anchor(link)
    words = [" ".join(mention.text.split()) for mention in tag.mentions]
    wordings = Counter(words).most_common(WORDINGS) if words else ()  # lists that a person wrote rest on no words
    rules = dict.fromkeys(mention.rule for mention in tag.mentions if mention.rule)
    if tag.rule:
        rules[tag.rule] = None
    return Why(
        tag=link,
        count=len(tag.mentions),
        anchor=anchor if anchor in places else "",
        wordings=tuple([Wording(found, n) for found, n in wordings]),
        rules=", ".join(dict.fromkeys(reasons.rule(rule, parts.language) for rule in rules)),
        by_person=tag.by == "person",
    )


def said(
    parts: Parts, item: Item, entry: Entry, places: frozenset[str]
) -> tuple[tuple[TagLink, tuple[Said, ...]], ...]:
    """Who says what in this article, as far as it may be shown and the speaker is sure."""
    if parts.rights(item) != "full":
        return ()
    found: dict[str, list[Said]] = {}
    known = {name for facet, name in item.keys if facet == "people"}
    for saying in sayings(entry):
        if saying.speaker in known:
            anchor = saying.anchor if saying.anchor in places else ""
            words = snippets.opening(saying.words.removesuffix(","), SAID)  # the comma is the reporter's
            found.setdefault(saying.speaker, []).append(
                Said(words, saying.said_as, reasons.rule(saying.rule, parts.language), anchor)
            )
    return tuple((parts.tag(("people", name)), tuple(said)) for name, said in found.items())
