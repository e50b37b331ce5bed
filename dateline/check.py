"""A site folder -> every problem that a person should know of; neither seeds/ nor content/ is changed."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from dateline import addresses, corpus, stamp
from dateline.cache import Cache
from dateline.content.parse import parse
from dateline.model import Entry, Problem
from dateline.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.corpus import Corpus
    from dateline.folder import Folder
    from dateline.progress import Progress
    from dateline.vocabulary import Country, Person
    from dateline.workers import Workers

QUOTED = 60  # characters of evidence
NAMED = 5  # outlets
SHORTEST_OUTLET = 3  # letters
_PLAIN = re.compile(r"[^\W\d_][\w .’-]*\w")  # what YAML takes as it stands
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_ENDS_OF_ADDRESSES = re.compile(r"(?:\.(?:com?|org|net|ac|gov|edu))?\.[a-z]{2,7}$")  # coast.co.uk, coast.example
_WAYS = re.compile(r"[\d-]+ or [\d-]+")  # the two readings of 03/04/2021


def check(folder: Folder, progress: Progress, workers: Workers = corpus.ALONE) -> list[Problem]:
    """All problems in the order of their places: those of reading, and those that only the whole corpus shows.

    What the last build has read is not read again; where there was none, nothing is kept of what is found.
    """
    kept = folder.cache / "work.sqlite"
    made = corpus.read(folder, Cache(kept if kept.exists() else None), progress, workers, anyhow=True)
    gone = stamp.settings_gone(folder, stamp.read(folder.cache / "built.json"))
    problems = [*made.problems, *gone, *_unfinished(folder), *_empty(folder, made), *_unstated(folder, made)]
    known = _known_names(made)
    meant = {facet: _other_names(made, facet, names) for facet, names in known.items()}
    for entry in made.entries:
        problems += _undated(folder, entry)
        problems += _other_slug(folder, entry)
        problems += _unknown_tags(folder, entry, known, meant)
    problems += _called_twice(folder, made)
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


def _called_twice(folder: Folder, made: Corpus) -> Iterator[Problem]:
    """An outlet has one name, and one page: Coast News, The Coast News and coastnews.example are likely one."""
    counts = Counter(entry.article.source for entry in made.entries if entry.article.source)
    alike: dict[str, list[str]] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        alike.setdefault(_letters(name), []).append(name)
    for letters, (first, *others) in alike.items():
        if others and len(letters) >= SHORTEST_OUTLET:
            also = ", ".join(f"'{name}'" for name in others)
            message = f"one outlet may stand under several names: '{first}', {also}"
            listed = ", ".join(map(_in_yaml, others))
            hint = f"If it is one, write under `sources:` the lines `- name: {_in_yaml(first)}` and `also: [{listed}]`."
            yield Problem(folder.shown(folder.config), 0, "F26", message, hint, "note")


def _in_yaml(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _letters(source: str) -> str:
    """An outlet's name, or the name in its address, as far as it tells one from another."""
    if _ADDRESS.fullmatch(source):
        source = _ENDS_OF_ADDRESSES.sub("", source.casefold().removeprefix("www."))
    return addresses.slugify(source).removeprefix("the-").replace("-", "")


def _undated(folder: Folder, entry: Entry) -> Iterator[Problem]:
    """An article has a date, and one that rests on firm ground."""
    path = folder.shown(folder.articles / entry.path)
    if entry.article.date is None:
        hint = "Add a line such as `date: 2021-05` if you know more."
        yield Problem(path, 1, "C21", "has no date", hint, "note")
    elif (why := entry.evidence.get("date")) and "date" not in entry.by_person:
        ways = [conflict for conflict in why.conflicts if _WAYS.match(conflict)]
        if ways:
            hint = "Write the date, or `date_order: dmy` (or mdy) into content/site.yaml where all are written so."
            message = f"dated {entry.article.date}, because {_quoted(why.text)} may be {ways[0]}"
            yield Problem(path, _line(folder, entry, "date"), "C25", message, hint, "note")
        elif why.conflicts:
            offers = "; ".join(why.conflicts)
            hint = "Write another `date:` if this one is wrong; yours stays."
            message = f"dated {entry.article.date}, but the seed also offers {offers}"
            yield Problem(path, _line(folder, entry, "date"), "C22", message, hint, "note")
        elif why.weak:
            hint = "Write another `date:` if you know when it was published; yours stays."
            message = f"dated {entry.article.date} by weak evidence: {why.text!r}"
            yield Problem(path, _line(folder, entry, "date"), "C23", message, hint, "note")


def _other_slug(folder: Folder, entry: Entry) -> Iterator[Problem]:
    """A `slug:` is written as it will stand in the address."""
    said = entry.article.slug.strip("/")
    asked = addresses.address(entry.article)
    if not entry.article.slug or f"/{asked}".endswith(f"/{said}/") or addresses.wish(entry.article).is_list:
        return
    words = addresses.slugify(said, addresses.LONGEST_GIVEN)  # without what no address has: capitals, spaces, marks
    is_lost = not words or not asked.replace("/", "-").endswith(f"{words}-")
    path = folder.shown(folder.articles / entry.path)
    hint = "Write it in small letters, digits and hyphens; with slashes it is the whole address, which begins with no "
    hint += "folder of the site's own, such as people/."
    message = f"'slug' is {_quoted(entry.article.slug)}, which becomes {asked}"
    line = _line(folder, entry, "slug")
    yield Problem(path, line, "C29", message, hint, "warning" if is_lost else "note")


def _quoted(text: str) -> str:
    return repr(text if len(text) <= QUOTED else text[:QUOTED] + "…")


def _known_names(made: Corpus) -> dict[str, list[str]]:
    """Facet -> the names that a tag list may be expected to hold."""
    found = {tag.name for entry in made.entries for tag in entry.tags if tag.by == "machine" and tag.facet == "people"}
    return {
        "people": sorted({*made.vocabulary.people, *found}),
        "countries": sorted(made.vocabulary.countries),
        "topics": sorted(made.vocabulary.topics),
    }


def _other_names(made: Corpus, facet: str, known: Sequence[str]) -> dict[str, str]:
    """In small letters: what else a tag is called -> its name, where that is one. A topic's words are no names."""
    words = made.vocabulary
    called: Mapping[str, Person | Country] = {"people": words.people, "countries": words.countries}.get(facet, {})  # type: ignore[assignment]
    meant: dict[str, set[str]] = {}
    for others in (attrgetter("also"), attrgetter("weak")):  # a strong name goes before a weak one
        found: dict[str, set[str]] = {}
        for name, it in called.items():
            for other in others(it):
                found.setdefault(other.casefold(), set()).add(name)
        meant = found | meant
    return {other: min(names) for other, names in meant.items() if len(names) == 1} | {
        name.casefold(): name for name in known
    }


def _unknown_tags(
    folder: Folder, entry: Entry, known: Mapping[str, Sequence[str]], meant: Mapping[str, Mapping[str, str]]
) -> Iterator[Problem]:
    """A name that a person wrote into a tag list is one that the vocabulary, or another article, knows."""
    codes = {"people": "T11", "countries": "T12", "topics": "T13"}
    singular = {"people": "person", "countries": "country", "topics": "topic"}
    for tag in entry.tags:
        if tag.by == "machine" or tag.facet == "sources" or tag.name in known[tag.facet]:
            continue
        path = folder.shown(folder.articles / entry.path)
        line, code = _line(folder, entry, tag.facet), codes[tag.facet]
        if name := meant[tag.facet].get(tag.name.casefold()):
            hint = f"Write '{name}', so that both stand on one page."
            yield Problem(path, line, code, f"'{tag.name}' is another name of '{name}'", hint, "warning")
            continue
        near = difflib.get_close_matches(tag.name, known[tag.facet], n=1, cutoff=0.75)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        hint += f"If it is right, give it an entry in content/vocabulary/{tag.facet}.yaml."
        message = f"unknown {singular[tag.facet]} '{tag.name}'"
        severity = "warning" if near or tag.facet != "people" else "note"
        yield Problem(path, line, code, message, hint, severity)  # type: ignore[arg-type]


def _line(folder: Folder, entry: Entry, name: str) -> int:
    """The line of a key; 0 where the file does not stand yet."""
    try:
        text = (folder.articles / entry.path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return 0
    return (parse(text, entry.path).lines or {}).get(name, 1)
