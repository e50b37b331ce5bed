"""A seed that is a web page -> Draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.model import Draft, Evidence, Seed
from dateline.normalise import findings, plain, stated
from dateline.normalise.blocks.markdown import render
from dateline.normalise.blocks.tree import Tree, parse, tagless, whole
from dateline.normalise.dating import placeline
from dateline.normalise.doubts import stated_badly
from dateline.normalise.findings import Finding, Findings
from dateline.normalise.lines import language
from dateline.normalise.lines.captions import credited, is_credit
from dateline.normalise.lines.line import key, make
from dateline.normalise.pages import (
    authors,
    claims,
    dates,
    extraction,
    fields,
    keepers,
    metadata,
    neighbours,
    one_article,
    publisher,
    saved_from,
    teasers,
)
from dateline.normalise.pages.place import Beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.blocks.markdown import Block
    from dateline.normalise.context import Context
    from dateline.normalise.pages.metadata import Metadata


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of a page."""
    text = whole(seed.text)
    tree = parse(text)
    about = keepers.own(metadata.read(tree), tree)
    address = saved_from.of(seed.fields.get("url", ""), about)
    blocks = extraction.article(text, tree, about, address)
    lines = list(extraction.visible(tree))
    found = _fields(seed, context, tree, about, address, lines)
    titles = [str(found["title"].value), *about.headings] if "title" in found else list(about.headings)
    blocks = extraction.without_apparatus(blocks, titles)
    teased = teasers.find(tree, blocks, address)
    doubts = one_article.of(seed, about, blocks, teased)
    blocks = extraction.without(blocks, teased.at_end())
    if not blocks:  # a page too broken for any parser has its words still
        made = plain.normalise(replace(seed, text=tagless(seed.text), format="text"), context)
        if len(made.article.body) > one_article.LITTLE:
            return made
    else:
        _from_body(seed, context, about, blocks, found)
        captions = extraction.captions(tree)
        if credit := next(filter(is_credit, captions), ""):
            found["image_credit"] = Finding(credited(credit), Evidence("credit.line", credit))
        aside = extraction.beside(lines, blocks, str(found["title"].value), frozenset(map(key, captions)))
        made = findings.draft(seed, found, render(blocks), aside)
    problems = doubts.problems
    if made.article.date is None and not doubts.refused:
        problems += (*stated_badly(seed, claims.stated_values(about), made.article.language),)
    return replace(made, problems=problems, refused=doubts.refused)


def _fields(
    seed: Seed, context: Context, tree: Tree, about: Metadata, address: str, lines: Sequence[tuple[int, str]]
) -> Findings:
    found = stated.of(seed, context)
    host = publisher.host_of(tree, about, address)
    title = fields.headline(about, address, seed.path, host)
    name = title.value if title else ""
    near = neighbours.window(lines, name)
    beside = Beside.of(tree, name)
    outlet = publisher.find(about, host, lines, name, context)
    made: dict[str, Finding | None] = {
        "title": title,
        "date": dates.find(tree, about, address, lines, near, context.order(seed.path), beside),
        "source": outlet,
        "author": authors.find(tree, about, near, beside, outlet, host),
        "section": fields.section(about),
    }
    if address:
        made["url"] = Finding(address, Evidence("url.page", address))
    for name, one in made.items():
        if one is not None and (name not in found or name in ("source", "url")):
            found[name] = one
    return found


def _from_body(seed: Seed, context: Context, about: Metadata, blocks: Sequence[Block], found: Findings) -> None:
    paragraphs = [block.text for block in blocks if block.kind in ("paragraph", "quote", "item")]
    opening = next((text for text in paragraphs if make(0, text, 0).prose), next(iter(paragraphs), ""))
    declared = about.language.partition("-")[0].casefold()
    tongue = language.detect("\n".join(paragraphs), declared or context.language)
    found.setdefault("language", Finding(tongue, Evidence("language.words")))
    if spot := placeline.read(opening, tongue, context.order(seed.path)):
        found.setdefault("place", Finding(spot.place, Evidence("place.dateline", spot.text)))
        opening = opening[len(spot.text) :].strip() or opening
    if (summary := plain.summary(opening, None)) is not None:
        found.setdefault("summary", summary)
    if not found.get("title") or not found["title"].value:
        found["title"] = plain.from_lead(opening or seed.path)
