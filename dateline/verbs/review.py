"""A site folder -> what deserves a person's eye, each with the lines to paste into the vocabulary."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dateline import corpus
from dateline.cache import Cache
from dateline.tagging.review import findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.review import Finding
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

HEADINGS = {
    "nobody": "Names that recur and became nobody (people.yaml: the name accepts it, `nobody` ends the question)",
    "variants": "Names that may be one person (people.yaml)",
    "surname": "Surnames that stand alone (people.yaml)",
    "office": "Offices that were in more than one hand at the article's date (its `date:` or `people:`)",
    "once": "People who are named once (people.yaml)",
    "country": "Countries that rest on weak evidence (countries.yaml)",
    "topics": "Articles without a topic (topics.yaml, or `topics:` in the article)",
}
SHOWN = 3  # articles that are named with a finding


def review(folder: Folder, progress: Progress, most: int, workers: Workers = corpus.ALONE) -> Iterator[str]:
    """The lines to print; of each kind of finding at most `most`."""
    made = corpus.read(folder, Cache(folder.cache / "work.sqlite"), progress, workers, readings=True)
    found = _each_once(findings(made.readings, made.decided))
    for kind, group in groupby(sorted(found, key=lambda finding: list(HEADINGS).index(finding.kind)), lambda f: f.kind):
        rows = list(group)
        yield f"{HEADINGS[kind]}: {len(rows):,}"
        for finding in rows[:most]:
            yield from _finding(finding)
        if len(rows) > most:
            yield f"  … and {len(rows) - most:,} more; --most {len(rows)} shows all"
        yield ""
    if found:
        yield f"The files are those of {folder.shown(folder.vocabulary)}/; the next build says which tags they moved."
    else:
        yield "Nothing stands out."


def _each_once(found: Sequence[Finding]) -> list[Finding]:
    """Of whom a surname alone is known, that is asked; not also whether it is anybody."""
    asked = {finding.names[0] for finding in found if finding.kind == "surname"}
    return [finding for finding in found if finding.kind != "once" or finding.names[0] not in asked]


def _finding(finding: Finding) -> Iterator[str]:
    if not finding.names and not finding.paste:  # the heading has said it
        yield from (f"  content/articles/{key}" for key in finding.articles)
        return
    yield "  " + " · ".join(filter(None, (" / ".join(finding.names), finding.why)))
    for key in finding.articles[:SHOWN]:
        yield f"      content/articles/{key}"
    if len(finding.articles) > SHOWN:
        yield f"      and {len(finding.articles) - SHOWN:,} more"
    for number, paste in enumerate(finding.paste):
        if number:
            yield "      or"
        yield from (f"        {line}" for line in paste.splitlines())
