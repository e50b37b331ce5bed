"""A seed of plain text -> Draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Article, Draft, Evidence, Seed, SetAside, When
from dateline.normalise import (
    byline,
    cues,
    derived,
    file_name,
    headline,
    language,
    lead,
    outlet,
    placeline,
    publication,
    stamp,
    zones,
)
from dateline.normalise.lines import split
from dateline.normalise.markdown import Block, render
from dateline.normalise.unwrapping import unwrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.normalise.context import Context
    from dateline.normalise.lines import Line

BULLETS = ("•", "‣", "▪", "◦", "●", "* ", "· ")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as far as it is understood: its layout, its headline, its stamp."""

    layout: zones.Layout
    title: int | None  # index of the headline's line
    chosen: headline.Candidate | None
    stamp: stamp.Stamp | None
    language: str


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of a seed of plain text."""
    reading = read(seed, context)
    blocks = _blocks(reading)
    evidence: dict[str, Evidence] = {}
    article = _article(seed, context, reading, blocks, evidence)
    return Draft(article, evidence, tuple(_set_aside(reading, evidence)))


def read(seed: Seed, context: Context) -> Reading:
    """What each line of the text is."""
    found, lines = stamp.take(split(seed.text, seed.first_line))
    lines = unwrap(lines)
    tongue = language.detect(seed.text, context.language)
    labels = zones.by_line(lines, tongue, context.date_order)
    opening, closing = zones.span(lines, labels)
    if opening == 0 and headline.stands_apart(lines):
        opening = 1
    chosen = headline.choose(lines, opening, labels, (zones.BODY, zones.MODEL))
    title = chosen.index if chosen else None
    if title is not None and title >= opening:
        opening = next((i for i in range(title + 1, closing) if lines[i].prose and not labels[i]), closing)
    layout = zones.settle(lines, labels, opening, closing, title)
    return Reading(layout, title, chosen, found, tongue)


def _article(
    seed: Seed, context: Context, reading: Reading, blocks: Sequence[Block], evidence: dict[str, Evidence]
) -> Article:
    layout = reading.layout
    body = [line for line, label in zip(layout.lines, layout.labels, strict=True) if not label]
    first = next((line for line in body if line.prose), body[0] if body else None)
    spot = placeline.read(first.text, reading.language, context.date_order) if first else None
    if spot and first:
        evidence["place"] = Evidence("place.dateline", spot.text, first.number)
    paragraphs = [block.text for block in blocks if block.kind == "paragraph"]
    text = paragraphs[0][len(spot.text) :].strip() if spot and paragraphs[:1] == [first and first.text] else ""
    summary = lead.lead([text or next(iter(paragraphs), "")])
    if summary and first:
        evidence["summary"] = Evidence("summary.lead", summary, first.number)
    if reading.language:
        evidence["language"] = Evidence("language.words")
    date = _date(seed, context, reading, first, spot, evidence)
    return Article(
        title=_title(seed.path, reading, text or next(iter(paragraphs), "") or seed.path, evidence),
        body=render(blocks),
        date=date,
        place=spot.place if spot else "",
        source=_source(reading, context, spot, evidence),
        author=_authors(layout, evidence),
        section=_section(layout, evidence),
        language=reading.language,
        summary=summary,
        seed=seed.path,
        record=seed.record,
        title_derived=evidence["title"].rule == "headline.from-lead",
        image_credit=_credit(layout, evidence),
    )


def _title(path: str, reading: Reading, text: str, evidence: dict[str, Evidence]) -> str:
    if reading.title is None or reading.chosen is None:
        if named := file_name.headline(path):
            evidence["title"] = Evidence("headline.file-name", path)
            return named
        title = derived.headline(text)
        evidence["title"] = Evidence("headline.from-lead", title, weak=True)
        return title
    line = reading.layout.lines[reading.title]
    evidence["title"] = Evidence(reading.chosen.rule, line.text, line.number)
    return reading.chosen.text


def _date(
    seed: Seed,
    context: Context,
    reading: Reading,
    first: Line | None,
    spot: placeline.Placeline | None,
    evidence: dict[str, Evidence],
) -> When | None:
    order = context.date_order
    candidates = publication.of_stamp(reading.stamp) + publication.of_lines(reading.layout, reading.language, order)
    candidates += publication.of_path(seed.path)
    if first:
        candidates += publication.of_placeline(spot, first.number)
        candidates += publication.of_first_sentence(first.text, first.number, reading.language, order)
    best, conflicts = publication.decide(candidates)
    if best:
        evidence["date"] = Evidence(best.rule, best.text, best.line, best.weak, conflicts)
    return best.when if best else None


def _source(reading: Reading, context: Context, spot: placeline.Placeline | None, evidence: dict[str, Evidence]) -> str:
    lines, labels = reading.layout.lines, reading.layout.labels
    outside = [line for line, label in zip(lines, labels, strict=True) if label]
    after = [line for i, line in enumerate(lines) if labels[i] and i > reading.layout.closing]
    found = outlet.known(outside, context.outlets) or outlet.from_sign_off(after) or outlet.from_credits(outside)
    if found is None and spot and spot.agency:
        found = outlet.Found(spot.agency, "source.agency", None, spot.text)
    if found is None:
        return ""
    evidence["source"] = Evidence(found.rule, found.text, found.line, found.weak)
    return found.name


def _authors(layout: zones.Layout, evidence: dict[str, Evidence]) -> tuple[str, ...]:
    for line, label in zip(layout.lines, layout.labels, strict=True):
        if label == "byline" and (names := byline.names(line.text)):
            evidence["author"] = Evidence("author.byline", line.text, line.number)
            return names
    return ()


def _section(layout: zones.Layout, evidence: dict[str, Evidence]) -> str:
    for line, label in zip(layout.lines, layout.labels, strict=True):
        if label == "section label":
            evidence["section"] = Evidence("section.label", line.text, line.number, weak=True)
            return line.text
    return ""


def _credit(layout: zones.Layout, evidence: dict[str, Evidence]) -> str:
    for line, label in zip(layout.lines, layout.labels, strict=True):
        if label == "photo credit":
            evidence["image_credit"] = Evidence("credit.line", line.text, line.number)
            return cues.credited(line.text)
    return ""


def _blocks(reading: Reading) -> list[Block]:
    lines, labels = reading.layout.lines, reading.layout.labels
    body = [i for i, label in enumerate(labels) if not label]
    blocks: list[Block] = []
    for place, i in enumerate(body):
        following = lines[body[place + 1]] if place + 1 < len(body) else None
        blocks.append(_block(lines[i], following, is_first=not blocks))
    return blocks


def _block(line: Line, following: Line | None, *, is_first: bool) -> Block:
    if line.text.startswith(BULLETS) and len(line.text) > 2:
        return Block("item", line.text.lstrip("•‣▪◦●*· "))
    short = line.length <= 110 and line.words <= 16 and not line.text.endswith((".", "…", ",", ";", ":", '"', "”", "»"))
    if (
        short
        and not is_first
        and following
        and (following.prose or following.ends)
        and line.words >= 1
        and not line.ends
    ):
        return Block("heading", line.text)
    return Block("paragraph", line.text)


def _set_aside(reading: Reading, evidence: Mapping[str, Evidence]) -> list[SetAside]:
    found: list[SetAside] = []
    mark = reading.stamp
    if mark and evidence["date"].rule != "date.stamp":  # another date is as good, and finer
        found.append(SetAside(mark.line, mark.text, "date"))
    for i, (line, label) in enumerate(zip(reading.layout.lines, reading.layout.labels, strict=True)):
        if label and i != reading.title:
            found += [SetAside(number, text, label) for number, text in line.physical]
    return found
