"""A seed that is Markdown already -> Draft: its head's fields, its text as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.model import Draft, Evidence, Seed, SetAside
from dateline.normalise import findings, plain, stated
from dateline.normalise.dating.placeline import read as read_placeline
from dateline.normalise.findings import Finding, Findings
from dateline.normalise.lines import language
from dateline.normalise.lines.line import fold, key
from dateline.normalise.texts import publication

if TYPE_CHECKING:
    from dateline.normalise.context import Context

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$")
_SYNTAX = re.compile(  # of a link, brackets in brackets once: no sign is looked at from more than two others
    r"!?\[((?:[^\[\]]++|\[[^\[\]]*+\])*+)\]\((?:[^()]++|\([^()]*+\))*+\)"
    r"|[*_`]{1,3}|<[^<>]+>|^>\s?|^(?:[-*+]|\d+[.)])\s+",
    re.MULTILINE,
)


def normalise(seed: Seed, context: Context) -> Draft:
    """The article; a first heading that is the headline is taken out of the text."""
    found = stated.of(seed, context)
    lines = seed.text.split("\n")
    aside: list[SetAside] = []
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    heading = _HEADING.match(lines[start].strip()) if start < len(lines) else None
    if heading:
        number, text = seed.first_line + start, fold(_plain(heading[2]))
        if "title" not in found and len(heading[1]) == 1:
            found["title"] = Finding(text, Evidence("headline.heading", lines[start].strip(), number))
            lines = lines[start + 1 :]
        elif "title" in found and key(text) == key(found["title"].value):
            aside.append(SetAside(number, lines[start].strip(), "second copy of the headline"))
            lines = lines[start + 1 :]
    body = "\n".join(line.rstrip() for line in lines).strip("\n")
    _from_body(seed, context, body, found)
    return findings.draft(seed, found, body, aside)


def _from_body(seed: Seed, context: Context, body: str, found: Findings) -> None:
    blocks = [
        part for part in re.split(r"\n\s*\n", body) if part.strip() and not part.lstrip().startswith(("#", "|", "```"))
    ]
    opening = fold(_plain(blocks[0])) if blocks else ""
    tongue = language.detect(_plain(body), context.language)
    found.setdefault("language", Finding(tongue, Evidence("language.words")))
    order = context.order(seed.path)
    spot = read_placeline(opening, tongue, order)
    if spot:
        found.setdefault("place", Finding(spot.place, Evidence("place.dateline", spot.text)))
        opening = opening[len(spot.text) :].strip() or opening
    if "date" not in found:
        candidates = publication.of_path(seed.path) + publication.of_placeline(spot, None)
        best, conflicts = publication.decide(candidates)
        if best:
            found["date"] = Finding(best.when, Evidence(best.rule, best.text, best.line, best.weak, conflicts))
    if "title" not in found:
        found["title"] = plain.title_of_path(seed.path) or plain.from_lead(opening or seed.path)
    if (summary := plain.summary(opening, None)) is not None:
        found.setdefault("summary", summary)


def _plain(markdown: str) -> str:
    return _SYNTAX.sub(r"\1", markdown)
