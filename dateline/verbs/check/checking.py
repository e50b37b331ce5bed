"""What reading has found, and what only the whole corpus shows, in the order of their places."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline import addresses, corpus, stamp
from dateline.cache import Cache
from dateline.model import Problem
from dateline.tools.wording import counted
from dateline.verbs.check import outlets, tags
from dateline.verbs.check.file import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.corpus import Corpus
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

QUOTED = 60  # characters of evidence
NAMED = 5  # outlets
_WAYS = re.compile(r"[\d-]+ or [\d-]+")  # the two readings of 03/04/2021


def check(folder: Folder, progress: Progress, workers: Workers = corpus.ALONE) -> list[Problem]:
    """All problems in the order of their places: those of reading, and those that only the whole corpus shows.

    What the last build has read is not read again; where there was none, nothing is kept of what is found.
    """
    kept = folder.cache / "work.sqlite"
    made = corpus.read(folder, Cache(kept if kept.exists() else None), progress, workers, anyhow=True)
    gone = stamp.gone(folder, stamp.read(folder.cache / "built.json"))
    problems = [*made.problems, *gone, *_unfinished(folder), *_empty(folder, made), *_unstated(folder, made)]
    names = tags.names(made)
    for entry in made.entries:
        file = File(folder, entry)
        problems += _undated(file)
        problems += _other_slug(file)
        problems += tags.unknown(file, names)
    problems += outlets.called_twice(folder, made)
    return sorted(set(problems))


def _unfinished(folder: Folder) -> Iterator[Problem]:
    """An interrupted build is finished by the next one."""
    if folder.journal.exists():
        message = "an interrupted build left articles half written"
        yield Problem(folder.shown(folder.journal), 0, "C20", message, "Run `build`: it finishes them.", "warning")


def _empty(folder: Folder, made: Corpus) -> Iterator[Problem]:
    """A corpus has articles."""
    if not made.entries:
        hint = "Put raw articles into it, one or many a file."
        yield Problem(folder.shown(folder.seeds), 0, "S91", "holds no article", hint, "note")


def _unstated(folder: Folder, made: Corpus) -> Iterator[Problem]:
    """Of what others wrote, it is said how much of it may be shown."""
    if made.config.rights != "full":
        return
    stated = {source.name for source in made.config.sources if source.rights}
    articles = (entry.article for entry in made.entries)
    counts = Counter(a.source for a in articles if a.source and not a.rights and (a.seed or a.url))
    silent = {source: number for source, number in counts.items() if source not in stated}
    if not silent:
        return
    names = [f"'{source}'" for source in sorted(silent, key=lambda source: (-silent[source], source))]
    of = f"{', '.join(names[:NAMED])}{' and others' if len(names) > NAMED else ''}"
    message = f"says nothing of the rights in {counted(sum(silent.values()), 'article')} of {of}"
    hint = "Give each an entry under `sources:` with `rights:` full, excerpt or link; until then all is shown."
    yield Problem(folder.shown(folder.config), 0, "F15", message, hint, "note")


def _undated(file: File) -> Iterator[Problem]:
    """An article has a date, and one that rests on firm ground."""
    entry = file.entry
    if entry.article.date is None:
        hint = "Add a line such as `date: 2021-05` if you know more."
        yield Problem(file.path, 1, "C21", "has no date", hint, "note")
    elif (why := entry.evidence.get("date")) and "date" not in entry.by_person:
        ways = [conflict for conflict in why.conflicts if _WAYS.match(conflict)]
        if ways:
            hint = "Write the date, or `date_order: dmy` (or mdy) into content/site.yaml where all are written so."
            message = f"dated {entry.article.date}, because {_quoted(why.text)} may be {ways[0]}"
            yield Problem(file.path, file.line("date"), "C25", message, hint, "note")
        elif why.conflicts:
            offers = "; ".join(why.conflicts)
            hint = "Write another `date:` if this one is wrong; yours stays."
            message = f"dated {entry.article.date}, but the seed also offers {offers}"
            yield Problem(file.path, file.line("date"), "C22", message, hint, "note")
        elif why.weak:
            hint = "Write another `date:` if you know when it was published; yours stays."
            message = f"dated {entry.article.date} by weak evidence: {why.text!r}"
            yield Problem(file.path, file.line("date"), "C23", message, hint, "note")


def _other_slug(file: File) -> Iterator[Problem]:
    """A `slug:` is written as it will stand in the address."""
    entry = file.entry
    said = entry.article.slug.strip("/")
    asked = addresses.address(entry.article)
    if not entry.article.slug or f"/{asked}".endswith(f"/{said}/") or addresses.wish(entry.article).is_list:
        return
    words = addresses.slugify(said, addresses.LONGEST_GIVEN)  # without what no address has: capitals, spaces, marks
    is_lost = not words or not asked.replace("/", "-").endswith(f"{words}-")
    hint = "Write it in small letters, digits and hyphens; with slashes it is the whole address, which begins with no "
    hint += "folder of the site's own, such as people/."
    message = f"'slug' is {_quoted(entry.article.slug)}, which becomes {asked}"
    yield Problem(file.path, file.line("slug"), "C29", message, hint, "warning" if is_lost else "note")


def _quoted(text: str) -> str:
    return repr(text if len(text) <= QUOTED else text[:QUOTED] + "…")
