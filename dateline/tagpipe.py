"""JSON Lines of texts -> JSON Lines of tags: the tagger without a site, for pipes and for measuring."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from dateline import config, vocabulary
from dateline.model import Problem, Tag, When
from dateline.tagging import Document, Tagger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.folder import Folder


def run(folder: Folder, lines: Iterable[bytes], out: IO[str], *, credited: bool = False) -> list[Problem]:
    """Tag every line; all lines are one corpus. A line that cannot be read is a problem, and the others go on.

    credited: people of bylines and picture credits count too. A site's articles have these set aside beforehand.
    """
    settings, problems = config.load(folder.config, folder.shown(folder.config))
    words, wrong = vocabulary.load(
        folder.vocabulary, folder.shown(folder.vocabulary), settings.language, cities=settings.cities
    )
    problems += wrong
    documents: list[Document] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = parse(line, number)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents.append(found)
    tagger = Tagger(words, credited=credited)
    decided = tagger.decide([tagger.read(document) for document in documents])
    for document, tags in zip(documents, decided, strict=True):
        out.write(json.dumps(row(document.key, tags), ensure_ascii=False) + "\n")
    return problems


def parse(line: bytes, number: int) -> Document | Problem:
    """One line of input."""
    shape = 'Each line is an object: {"id": "1", "text": "…", "title": "…", "date": "2021-05-25"}.'
    try:
        value = json.loads(line)
    except ValueError as error:
        return Problem("-", number, "T01", f"is not JSON: {error}", shape)
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or "id" not in value:
        return Problem("-", number, "T02", "lacks an `id`, or a `text` that is a text", shape)
    try:
        date = When.parse(str(value["date"])) if value.get("date") else None
    except ValueError as error:
        return Problem("-", number, "T03", f"date: {error}", shape)
    return Document(str(value["id"]), value["text"], str(value.get("title") or ""), date)


def row(key: str, tags: Iterable[Tag]) -> dict[str, Any]:
    """One line of output. Offsets count characters of `text`, or of `title` where `part` says so."""
    found = list(tags)
    coded = {
        facet: [{"code": tag.code, "name": tag.name} for tag in found if tag.facet == facet]
        for facet in ("countries", "topics")
    }
    mentions = [
        {
            "facet": mention.facet,
            "name": mention.name,
            "text": mention.text,
            "start": mention.start,
            "end": mention.end,
            "rule": mention.rule,
            "part": "title" if mention.part == "title" else "text",
        }
        for tag in found
        for mention in tag.mentions
    ]
    return {"id": key, "people": [tag.name for tag in found if tag.facet == "people"], **coded, "mentions": mentions}
