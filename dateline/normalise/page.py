"""A seed that is a web page -> Draft."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dateline.model import Draft, Evidence, Seed, SetAside
from dateline.normalise import (
    findings,
    language,
    page_body,
    page_dates,
    page_fields,
    page_metadata,
    page_near,
    placeline,
    plain,
    stated,
)
from dateline.normalise.findings import Finding, Findings
from dateline.normalise.lines import key, make
from dateline.normalise.markdown import render
from dateline.normalise.tree import Tree, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.normalise.context import Context
    from dateline.normalise.markdown import Block
    from dateline.normalise.page_metadata import Metadata

MAX_AREA = 40  # characters of a set-aside line that may also be a piece of the body ("Sport" within "Sportler")


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of a page."""
    tree = parse(seed.text)
    about = page_metadata.read(tree)
    address = seed.fields.get("url") or about.canonical or about.first("og:url")
    blocks = page_body.article(seed.text, tree, about, address if "://" in address else "")
    lines = list(page_body.visible(tree))
    found = _fields(seed, context, tree, about, address, lines)
    titles = [str(found["title"].value), *about.headings] if "title" in found else list(about.headings)
    blocks = page_body.without_apparatus(blocks, titles)
    _from_body(seed, context, about, blocks, found)
    return findings.draft(seed, found, render(blocks), _set_aside(lines, blocks, str(found["title"].value)))


def _fields(
    seed: Seed, context: Context, tree: Tree, about: Metadata, address: str, lines: Sequence[tuple[int, str]]
) -> Findings:
    found = stated.of(seed, context)
    title = page_fields.headline(about, address, seed.path)
    near = page_near.window(lines, title.value if title else "")
    made: dict[str, Finding | None] = {
        "title": title,
        "date": page_dates.find(tree, about, address, lines, near, context.order(seed.path)),
        "source": page_fields.outlet(tree, about, address, context),
        "author": page_fields.authors(tree, about, near),
        "section": page_fields.section(about),
    }
    if address.startswith("http"):
        made["url"] = Finding(address, Evidence("url.page", address))
    for name, one in made.items():
        if one is not None and (name not in found or name == "source"):
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


def _set_aside(lines: Sequence[tuple[int, str]], blocks: Sequence[Block], title: str) -> Iterator[SetAside]:
    """What the page shows beside the article, in runs of lines."""
    body = key("".join(block.text for block in blocks))
    exact = {key(block.text) for block in blocks} | {key(title)}

    def is_kept(item: tuple[int, str]) -> bool:
        said = key(item[1])
        return said in exact or (len(said) >= MAX_AREA and said in body)

    seen = False
    for kept, run in groupby(lines, key=is_kept):
        items = list(run)
        if kept:
            seen = True
            continue
        reason = "beside the article" if seen else "above the article"
        yield SetAside(items[0][0] or 1, "\n".join(text for _, text in items), reason)
