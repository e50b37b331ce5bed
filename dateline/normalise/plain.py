"""A seed of plain text, alone or a row of an export -> Draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import Draft, Evidence, Seed
from dateline.normalise import findings, stated
from dateline.normalise.blocks.markdown import render
from dateline.normalise.dating import dates, file_name, placeline
from dateline.normalise.findings import Finding, Findings
from dateline.normalise.lines.captions import credited
from dateline.normalise.lists.sections import is_section
from dateline.normalise.outlets import bylined, hints, outlet, outlet_self, own_work, owner, permission
from dateline.normalise.texts import copied_from, derived, lead, publication, reading, text_authors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.blocks.markdown import Block
    from dateline.normalise.context import Context
    from dateline.normalise.dating.placeline import Placeline
    from dateline.normalise.lines.line import Line
    from dateline.normalise.texts.reading import Reading

GREETING = 35  # characters of "Thank you and good afternoon."
STANDFIRSTS = 3  # paragraphs of which one may have the dateline


def normalise(seed: Seed, context: Context) -> Draft:
    """The article of a text; what the format states comes before what the text says."""
    found = stated.of(seed, context)
    title = found["title"].value if "title" in found else ""
    read = reading.read_titled(seed, context, title) if title else reading.read(seed, context)
    blocks = reading.blocks(read)
    from_text(seed, context, read, blocks, found)
    stamp_is_evidence = "date" in found and found["date"].why.rule == "date.stamp"
    return findings.draft(seed, found, render(blocks), reading.set_aside(read, stamp_is_evidence=stamp_is_evidence))


def from_text(seed: Seed, context: Context, read: Reading, blocks: Sequence[Block], found: Findings) -> None:
    """Add to `found` what the text itself says of the fields that are not there yet."""
    first = read.first
    spot, at = _placeline(read, context.order(seed.path))
    paragraphs = [block.text for block in blocks if block.kind == "paragraph"]
    opening = _opening(paragraphs)
    if spot and at and opening == at.text:  # which may be no more than the dateline
        opening = opening[len(spot.text) :].strip() or next(iter(paragraphs[1:]), "")
    made: dict[str, Finding | None] = {
        "title": title(seed.path, read, opening),
        "date": _date(seed, context, read, spot, at) if "date" not in found else None,
        "place": Finding(spot.place, Evidence("place.dateline", spot.text, at.number))
        if spot and spot.place and at
        else None,
        "source": _source(read, context, spot),
        "author": text_authors.find(read),
        "section": _section(read),
        "image_credit": _credit(read),
        "language": Finding(read.language, Evidence("language.words")),
        "summary": summary(opening, first),
    }
    if "url" not in found and (address := copied_from.find(read.layout.lines)):
        made |= {"url": address, "source": made["source"] or copied_from.source(address)}
    elif "url" not in found and read.chosen and (address := copied_from.of_headline(read.outside(), read.chosen.text)):
        is_owner = made["source"] is None or made["source"].why.rule == "source.rights-notice"  # of many papers
        made |= {"url": address, "source": copied_from.source(address) if is_owner else made["source"]}
    for name, one in made.items():
        if one is not None and name not in found:
            found[name] = one


def _opening(paragraphs: Sequence[str]) -> str:
    """The first paragraph that says something: a speech begins with a greeting."""
    first = next(iter(paragraphs), "")
    if len(first) > GREETING:
        return first
    return next((each for each in paragraphs[1:STANDFIRSTS] if len(each) > GREETING), first)


def title(path: str, read: Reading, opening: str) -> Finding:
    """The headline of the text, else of the file's name, else one made from the lead."""
    if read.chosen:
        line = read.layout.lines[read.chosen.index]
        stamp = f"{read.stamp.text} " if read.stamp and read.stamp.line == line.number else ""
        return Finding(read.chosen.text, Evidence(read.chosen.rule, stamp + line.text, line.number))
    return title_of_path(path) or from_lead(opening or path)


def title_of_path(path: str) -> Finding | None:
    """The headline in a file's name."""
    named = file_name.headline(path)
    return Finding(named, Evidence("headline.file-name", path)) if named else None


def from_lead(opening: str) -> Finding:
    """A headline made from the first paragraph."""
    made = derived.headline(opening)
    return Finding(made, Evidence(findings.DERIVED, made, weak=True))


def summary(opening: str, first: Line | None) -> Finding | None:
    """The lead."""
    text = lead.lead([opening])
    return Finding(text, Evidence("summary.lead", text, first.number if first else None)) if text else None


def _placeline(read: Reading, order: dates.Order) -> tuple[Placeline | None, Line | None]:
    """The dateline and its line: alone, in the first paragraph, or below a standfirst or two."""
    prose = [line for line in read.body if line.prose][:STANDFIRSTS]
    for line in [*read.body[:1], *prose]:
        spot = placeline.read(line.text, read.language, order)
        if spot and spot.text.endswith(":") and _is_transcript(read, line):
            return None, None
        if spot and (line.prose or not prose or spot.text == line.text):
            return spot, line
    above = read.right_above("section label")
    for line in [*read.body[:STANDFIRSTS], *([above] if above else [])] if read.chosen else []:
        if spot := placeline.alone(line.text):
            return spot, line
    return None, None


def _is_transcript(read: Reading, opening: Line) -> bool:
    """Whether another paragraph begins with who speaks, too."""
    return any(line is not opening and placeline.is_speaker(line.text) for line in read.body)


def _date(seed: Seed, context: Context, read: Reading, spot: Placeline | None, at: Line | None) -> Finding | None:
    order = context.order(seed.path)
    candidates = publication.of_stamp(read.stamp) + publication.of_lines(read.layout, read.language, order)
    candidates += publication.of_path(seed.path)
    candidates += publication.of_placeline(spot, at.number if at else None)
    if first := read.first:
        candidates += publication.of_first_sentence(first.text, first.number, read.language, order)
    best, conflicts = publication.decide(candidates)
    return Finding(best.when, Evidence(best.rule, best.text, best.line, best.weak, conflicts)) if best else None


def _source(read: Reading, context: Context, spot: Placeline | None) -> Finding | None:
    outside = read.outside()
    found = outlet.known(outside, context.outlets)
    if found is None and read.chosen and read.chosen.site:
        line = read.layout.lines[0]
        found = outlet.Found(read.chosen.site, "source.page-title", line.number, line.text)
    found = found or outlet_self.from_title(read.layout.lines) or hints.from_skip_link(read.layout.lines)
    found = found or outlet.from_sign_off(read.after())
    signed = read.labelled("byline", "date")
    heads = (*read.labelled("headline"), *read.labelled(text_authors.COPY))
    furniture = [line for line in outside if line not in heads]
    found = found or outlet_self.from_furniture(furniture, bylined.beside(signed)) or outlet_self.from_contact(outside)
    found = found or hints.find(furniture) or hints.from_logo(read.above())
    shown = read.labelled("photo credit")
    found = found or bylined.from_bylines(signed) or owner.from_notices(read.after(), read.above(), shown)
    found = found or hints.from_masthead(read.above()) or outlet.from_above(read.above())
    found = found or hints.from_wire(read.above())
    if found is None and read.chosen:
        found = hints.above_date(read.layout.lines, read.layout.labels, read.chosen.index)
    found = found or bylined.from_agency_bylines(signed, read.labelled("section label"))
    found = found or outlet.from_agency_alone(_right_below(read)) or outlet.from_credits(outside)
    found = found or outlet.from_addresses(outside) or outlet.from_follow(outside)
    found = found or permission.find(outside)
    if found is None and spot and spot.agency:
        found = outlet.Found(outlet.agency_of(spot.agency), "source.agency", None, spot.text)
    if found is None and read.first:
        found = outlet.from_agency(read.first, read.body[-1])
    found = found or own_work.find(read.body) or hints.from_mail(outside)
    if found and found.rule == "source.addresses":
        found = hints.spelled(found, furniture)
    return Finding(found.name, Evidence(found.rule, found.text, found.line, found.weak)) if found else None


def _section(read: Reading) -> Finding | None:
    """The label above or below the headline, where sections are called so."""
    for line in [*read.labelled("section label"), *_right_above(read)]:
        if is_section(line.text):
            return Finding(line.text, Evidence("section.label", line.text, line.number, weak=True))
    return None


def _right_above(read: Reading) -> list[Line]:
    """The label right above the headline, where no other one stands above it: several are a menu."""
    at = read.chosen.index if read.chosen else 0
    lines, labels = read.layout.lines, read.layout.labels
    is_alone = at == 1 or (at > 1 and not is_section(lines[at - 2].text))
    return [lines[at - 1]] if is_alone and labels[at - 1] == "above the headline" else []


def _right_below(read: Reading) -> list[Line]:
    """The line right below the headline, where it is no picture's."""
    at = read.chosen.index + 1 if read.chosen else len(read.layout.lines)
    return [line for line in read.layout.lines[at : at + 1] if read.layout.labels[at] not in ("", "photo credit")]


def _credit(read: Reading) -> Finding | None:
    """Whose the picture is; a source by itself is that of numbers or of the whole text."""
    signed = outlet.from_agency_alone(read.after())
    for line in read.labelled("photo credit"):
        if not outlet.is_stated(line.text) and (signed is None or signed.line != line.number):
            return Finding(credited(line.text), Evidence("credit.line", line.text, line.number))
    return None
