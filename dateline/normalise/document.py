"""A seed that is a text document -> Draft. Its text is HTML, a paragraph on a line.

What each paragraph is, its words tell, as in a plain text; how it is set, its markup. A heading above all paragraphs is
the headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.model import Evidence, SetAside
from dateline.normalise import findings, plain, stated
from dateline.normalise.blocks import markup
from dateline.normalise.blocks.markdown import Block, render
from dateline.normalise.blocks.tree import parse
from dateline.normalise.body import first_look
from dateline.normalise.findings import Finding, Findings
from dateline.normalise.lines import cues
from dateline.normalise.lines.line import key, make
from dateline.normalise.texts import reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.model import Draft, Seed
    from dateline.normalise.context import Context
    from dateline.normalise.texts.reading import Reading


BY_PLACE = (first_look.MODEL, first_look.SURELY, "after the end of the article")  # reasons that no words give
SAYING = 3  # words of a sentence
_NOTES = re.compile(r"(?:\[\d{1,4}\])+$")  # marks of notes behind it
ABOVE = 8  # paragraphs among which the headline stands


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of a document."""
    blocks = markup.blocks(parse(seed.text))
    found = stated.of(seed, context)
    heading = _heading(blocks, found["title"].value if "title" in found else "")
    lines = [block.text for block in blocks]
    if heading is not None:
        found["title"] = Finding(lines[heading], Evidence("headline.heading", lines[heading], heading + 1))
        lines[heading] = ""
    words = replace(seed, text="\n\n".join(lines), format="text", first_line=1)  # a paragraph is every other line
    titled = "title" in found
    read = reading.read_titled(words, context, found["title"].value) if titled else reading.read(words, context)
    kept = _kept(blocks, read, heading)
    known = set(found)
    said = [block for block in kept.values() if block.kind == "paragraph"]
    said = said or [replace(block, kind="paragraph") for block in kept.values()]  # a list of questions, say
    plain.from_text(words, context, read, said, found)
    for name in found.keys() - known:
        why = found[name].why
        found[name] = Finding(found[name].value, replace(why, line=why.line and _place(why.line) + 1))
    return findings.draft(seed, found, render(kept.values()), _aside(blocks, read, kept, found))


def _place(line: int) -> int:
    """Of the paragraph that a line of the words is."""
    return (line - 1) // 2


def _heading(blocks: Sequence[Block], title: str) -> int | None:
    """The place of the headline: the paragraph that is set as a title, or the first heading, with no text above it."""
    for i, block in enumerate(blocks[:ABOVE]):
        if key(block.text) == key(title) if title else block.kind == "heading":
            return i
        if not title and make(0, block.text, 0).prose:
            return None
    return None


def _kept(blocks: Sequence[Block], read: Reading, heading: int | None) -> dict[int, Block]:
    """The blocks of the body by their places. Of lists, tables, headings and quotations the words decide alone, and of
    sentences below the beginning."""
    body = {_place(number): line for line in read.body for number, _ in line.physical[:1]}
    joined = {_place(number) for line in read.body for number, _ in line.physical[1:]}
    title = _place(read.layout.lines[read.chosen.index].number) if read.chosen else heading
    opening = min((i for i in body if blocks[i].kind == "paragraph"), default=0)
    said = {i for line in read.labelled(*BY_PLACE) if _is_said(blocks[i := _place(line.number)].text)}
    kept: dict[int, Block] = {}
    for i, block in enumerate(blocks):
        if i == title or i in joined:
            continue
        if i in body:
            whole = len(body[i].physical) == 1
            kept[i] = block if whole else Block("paragraph", body[i].text)
        elif i > opening and (block.kind != "paragraph" or i in said) and not cues.reason(block.text):
            kept[i] = block
    while kept and blocks[last := next(reversed(kept))].kind == "heading":
        del kept[last]
    return kept


def _is_said(text: str) -> bool:
    """Whether a paragraph is a sentence: somebody who writes in a document has no menus below the text."""
    line = make(0, _NOTES.sub("", text), 0)
    return line.ends and line.words >= SAYING


def _aside(blocks: Sequence[Block], read: Reading, kept: Mapping[int, Block], found: Findings) -> list[SetAside]:
    by_stamp = "date" in found and found["date"].why.rule == "date.stamp"
    parts = reading.set_aside(read, stamp_is_evidence=by_stamp)
    told = [replace(part, line=_place(part.line) + 1) for part in parts if _place(part.line) not in kept]
    known = {part.line - 1 for part in told} | kept.keys()
    known |= {_place(number) for line in read.body for number, _ in line.physical[1:]}
    title = found["title"].why.line
    left = [i for i in range(len(blocks)) if i not in known and i + 1 != title]
    return [*told, *(SetAside(i + 1, blocks[i].text, cues.reason(blocks[i].text) or first_look.MODEL) for i in left)]
