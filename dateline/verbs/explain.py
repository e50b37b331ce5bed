"""An article's name -> where each of its fields and tags comes from, in words."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline import corpus
from dateline.cache import Cache
from dateline.content.fields import ORDER, value_of
from dateline.meant import Explained, meant
from dateline.model import TAG_FACETS, Entry, Mention, Tag, visible
from dateline.site.words import glosses
from dateline.tools.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Evidence
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

WIDTH = 100  # characters of a line on the terminal


def explain(folder: Folder, wanted: str, progress: Progress, workers: Workers = corpus.ALONE) -> Explained:
    """Explain the article that `wanted` names: a path, an address or seed, or a part that only one of them has."""
    made = corpus.read(folder, Cache(folder.cache / "work.sqlite"), progress, workers)
    entry = meant(folder, made, wanted)
    return (
        entry
        if isinstance(entry, Explained)
        else Explained("\n".join(map(visible, _article(folder, entry))), found=True)
    )


def _article(folder: Folder, entry: Entry) -> Iterator[str]:
    article = entry.article
    yield folder.shown(folder.articles / entry.path)
    yield f"  page    {entry.address}"
    if article.seed:
        record = "" if article.record is None else f", record {article.record}"
        known = f"  (SHA-256 {entry.sha256[:16]}…)" if entry.sha256 else ", which is not there"
        yield f"  seed    seeds/{article.seed}{record}{known}"
    else:
        yield "  seed    none: written by hand"
    yield from ("", "Fields")
    for name in ORDER:
        value = value_of(article, name)
        if value and name not in (*TAG_FACETS, "seed", "record", "title_derived"):
            yield from _field(entry, name, ", ".join(value) if isinstance(value, list) else value)
    yield from _field(entry, "body", f"{len(article.body.split()):,} words")
    for facet in TAG_FACETS:
        yield from ("", facet.capitalize())
        tags = [tag for tag in entry.tags if tag.facet == facet]
        for tag in tags:
            yield from _tag(entry, tag)
        removed = entry.removed.get(facet, ())
        for name in removed:
            yield f"  {name}: a person took it away; to have it back, write it under `{facet}:` again"
        if not tags and not removed:
            yield "  none"
    yield from ("", "Set aside")
    for line in entry.set_aside:
        yield f"  seeds/{article.seed}:{line.line}  {_short(line.text, 60)}  — {line.reason}"
    if not entry.set_aside:
        yield "  nothing"
    yield from _rules(entry)


def _rules(entry: Entry) -> Iterator[str]:
    """What the names of the rules stand for."""
    names = {why.rule for name, why in entry.evidence.items() if name not in entry.by_person}
    names |= {rule for tag in entry.tags for rule in (tag.rule, *(mention.rule for mention in tag.mentions)) if rule}
    if not names:
        return
    yield from ("", "Rules")
    for name in sorted(names):
        yield f"  {name:<28}  {glosses.rule(name)}"
    yield "  (text:3 is the third line of the article's text, below its front matter.)"


def _field(entry: Entry, name: str, value: str) -> Iterator[str]:
    yield f"  {name:<12}  {_short(value, WIDTH - 16)}"
    why = entry.evidence.get(name)
    if name in entry.by_person:
        yield f"{'':16}a person set it"
    elif why is None:
        from_seed = name == "body" and entry.article.seed
        yield f"{'':16}made from the seed's text" if from_seed else f"{'':16}a person set it"
    else:
        yield from (f"{'':16}{line}" for line in _why(entry, why))


def _why(entry: Entry, why: Evidence) -> Iterator[str]:
    where = f"seeds/{entry.article.seed}:{why.line}" if why.line else f"seeds/{entry.article.seed}"
    said = f" “{_short(why.text, 60)}”" if why.text else ""
    yield f"{where}{said}  by {why.rule}{', weak evidence' if why.weak else ''}"
    yield from (f"the seed also offers {conflict}" for conflict in why.conflicts)


def _tag(entry: Entry, tag: Tag) -> Iterator[str]:
    code = f" ({tag.code})" if tag.code else ""
    if tag.by == "person":
        yield f"  {tag.name}{code}: a person added it"
    else:
        rule = f", by {tag.rule}" if tag.rule else ""
        yield f"  {tag.name}{code}: {counted(len(tag.mentions), 'mention')}{rule}"
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mention in tag.mentions:
        grouped[mention.text, mention.rule].append(_place(entry, mention))
    for (text, rule), places in grouped.items():
        where = ", ".join(dict.fromkeys(places))
        yield f"{'':6}“{text}” by {rule}, {len(places)}×: {_short(where, WIDTH - 40)}"


def _place(entry: Entry, mention: Mention) -> str:
    """`title`, or the line of the article's text."""
    if mention.part == "title":
        return "title"
    return f"text:{entry.article.body.count(chr(10), 0, mention.start) + 1}"


def _short(text: str, width: int) -> str:
    return textwrap.shorten(text, width, placeholder=" …")
