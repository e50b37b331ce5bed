"""JSON Lines of texts -> JSON Lines of tags: the tagger without a site, for pipes and for measuring."""

from __future__ import annotations

import json
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any

from msgspec import Struct

from dateline import config, vocabulary
from dateline.model import Problem, Tag, When
from dateline.tagging import Document, Reading, Tagger
from dateline.tagging.people.names import is_regal
from dateline.tools.wording import why_unread
from dateline.workers import cluster as clusters
from dateline.workers import collector

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.tools.folder import Folder
    from dateline.vocabulary import Vocabulary


class Reader(Struct, frozen=True, dict=True):
    """Reads texts where it is sent to; its tagger is made there, since it is too large to be sent."""

    vocabulary: Vocabulary
    authors: bool

    @cached_property
    def tagger(self) -> Tagger:
        return Tagger(self.vocabulary, self.authors)

    def __getstate__(self) -> dict[str, object]:
        return {"vocabulary": self.vocabulary, "authors": self.authors}

    def read(self, document: Document) -> Reading:
        """What one text says by itself."""
        return self.tagger.read(document)

    def read_all(self, documents: list[Document], cluster: str) -> list[Reading]:
        """The same of many, by the cluster at that address where there is one."""
        if not cluster:
            return self.tagger.read_all(documents)
        with clusters.joined(cluster) as workers:
            return list(workers.map(self.read, documents))


class Line(Struct, frozen=True):
    """One line of input."""

    id: Any  # as it was given: a text, a number
    document: Document
    problems: tuple[Problem, ...] = ()


def run(
    folder: Folder,
    lines: Iterable[bytes],
    out: IO[str],
    *,
    body: bool = False,
    canonical: bool = False,
    cluster: str = "",
) -> list[Problem]:
    """Tag every line; all lines are one corpus. A line that cannot be read is a problem, and the others go on.

    body: leave out those whom the text names as its author only, as a build does, which has the byline apart.
    canonical: name people as the corpus does, as a build does, not as each text does. cluster: the address of one that
    reads the texts; ClusterError where it is unfit.
    """
    settings, problems = config.load(folder.config, folder.shown(folder.config))
    with collector.paused():
        words, wrong = vocabulary.load(
            folder.vocabulary, folder.shown(folder.vocabulary), settings.language, cities=settings.cities
        )
    problems += wrong
    asked: list[Line] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = parse(line, number)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            asked.append(found)
            problems += found.problems
    reader = Reader(words, authors=not body)
    readings = reader.read_all([one.document for one in asked], cluster)
    for one, reading, tags in zip(asked, readings, reader.tagger.decide(readings), strict=True):
        said = {"id": one.id, **row(reading, tags, words, canonical=canonical)}
        out.write(json.dumps(said, ensure_ascii=False) + "\n")
    return problems


def parse(line: bytes, number: int) -> Line | Problem:
    """One line of input; a date that is none is left out."""
    shape = 'Each line is an object: {"id": "1", "text": "…", "title": "…", "date": "2021-05-25"}.'
    try:
        value = json.loads(line)
    except UnicodeDecodeError as error:
        return Problem("-", number, "T01", why_unread(error), shape)
    except ValueError as error:
        return Problem("-", number, "T01", f"is not JSON: {error}", shape)
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or value.get("id") is None:
        return Problem("-", number, "T02", "lacks an `id`, or a `text` that is a text", shape)
    date, problems = None, []
    try:
        date = When.parse(str(value["date"])) if value.get("date") else None
    except ValueError as error:
        hint = "Write 2021, 2021-05 or 2021-05-25; the text is tagged as if it had no date."
        problems.append(Problem("-", number, "T03", f"date: {error}", hint, "warning"))
    document = Document(str(value["id"]), value["text"], str(value.get("title") or ""), date)
    return Line(value["id"], document, tuple(problems))


def row(reading: Reading, tags: Iterable[Tag], words: Vocabulary, *, canonical: bool = False) -> dict[str, Any]:
    """One line of output, but for its id. Offsets count characters of `text`, or of `title` where `part` says so.

    A person has the fullest name that the text itself gives, unless `canonical`; `identities` says whose short name
    that is in the corpus: {"Obama": "Barack Obama"}. Names of the site's own vocabulary are always the curator's.
    """
    found = list(tags)
    people = [tag for tag in found if tag.facet == "people"]
    names = {tag.name: tag.name for tag in people} if canonical else _names(reading, people, words)
    coded = {
        facet: [{"code": tag.code, "name": tag.name} for tag in found if tag.facet == facet]
        for facet in ("countries", "topics")
    }
    mentions = [
        {
            "facet": mention.facet,
            "name": names.get(mention.name, mention.name) if mention.facet == "people" else mention.name,
            "text": mention.text,
            "start": mention.start,
            "end": mention.end,
            "rule": mention.rule,
            "part": "title" if mention.part == "title" else "text",
        }
        for tag in found
        for mention in tag.mentions
    ]
    return {
        "people": list(names.values()),
        "identities": {written: name for name, written in names.items() if written != name},
        **coded,
        "mentions": mentions,
    }


def _names(reading: Reading, people: Iterable[Tag], words: Vocabulary) -> dict[str, str]:
    """Each person's name in the corpus -> the one to show for this text; two people never share one."""
    names: dict[str, str] = {}
    for tag in people:
        known = words.people.get(tag.name)
        written = tag.name if known and not known.shipped else _as_written(reading, tag)
        names[tag.name] = tag.name if written in names.values() else written
    return names


def _as_written(reading: Reading, tag: Tag) -> str:
    """The fullest name that the text has for a person; an office's holder is not named at all."""
    if is_regal(tag.name.split()[0]):
        return tag.name  # Prince Harry: the title is a part of it
    places = {(mention.part, mention.start) for mention in tag.mentions}
    names = [
        figure.name
        for figure in reading.figures
        if any((mention.part, mention.start) in places for mention in figure.mentions)
    ]
    return max(names, key=lambda name: (len(name.split()), len(name)), default=tag.name)
