"""JSON and JSON Lines exports -> one seed an object that looks like an article, however deep it lies.

Problems: S23 not JSON, S24 no article in it, S25 lines that are not JSON (each one), S26 records without an article
beside others that have one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dateline.model import Seed
from dateline.seeds import citations, columns
from dateline.seeds.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.seeds.raw import Item, Raw

MAX_DEPTH = 12
NAMED = 5  # records without an article that are named; the others are counted
WITHOUT = "a record without an article"
HINT = 'Each article is an object such as {"title": "…", "text": "…", "date": "…"}.'


def read(raw: Raw) -> list[Item]:
    """The articles of a JSON file; a file of JSON lines under this suffix is read as such."""
    text = _without_surrogates(decode(raw.data))
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.split("\n", 3) if line.strip()]
        if len(lines) > 1 and _is_object(lines[0]):
            return read_lines(raw)
        line = getattr(error, "lineno", 0)
        return [raw.problem("S23", f"is not JSON: {_reason(error)}", "Export it again: it may be cut off.", line)]
    if citations.is_csl(document) and (items := citations.of_items(raw, citations.items(document))):
        return items
    seen = list(_articles(_posts(_rows(document)), raw.columns))
    found, silent = [one for one in seen if isinstance(one, dict)], [one for one in seen if isinstance(one, int)]
    if isinstance(document, list) and not found and all(isinstance(item, str) for item in document) and document:
        found = [{"text": item} for item in document]
    if not found:
        empty = document in ([], {}, None)
        return [raw.problem("S24", "has no records" if empty else "holds no article", HINT)]
    single = isinstance(document, dict) and len(found) == 1 and found[0] is document
    items = [_seed(raw, record, None if single else number) for number, record in enumerate(found)]
    return [*items, *_without_article(raw, silent)]


def read_lines(raw: Raw) -> list[Item]:
    """One object a line; a line that is broken is a problem, and the others are read."""
    items: list[Item] = []
    number = -1
    for line_number, line in enumerate(_without_surrogates(decode(raw.data)).split("\n"), 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except (ValueError, RecursionError) as error:
            hint = "Repair the line, or take it out."
            items.append(raw.problem("S25", f"is not JSON: {_reason(error)}", hint, line_number))
            continue
        found = [one for one in _articles(document, raw.columns) if isinstance(one, dict)]
        for record in found:
            number += 1
            items.append(_seed(raw, record, number, line_number))
        if not found:
            items.append(raw.problem("S26", WITHOUT, HINT, line_number, "note"))
    if any(isinstance(item, Seed) or item.code == "S25" for item in items):
        return items
    return [raw.problem("S24", "holds no article", HINT)]


def _without_article(raw: Raw, numbers: list[int]) -> Iterator[Item]:
    """A list has no lines of its own, so records are told by their number in it."""
    for number in numbers[:NAMED]:
        yield raw.problem("S26", f"{WITHOUT}: number {number} of its list", HINT, 0, "note")
    if len(numbers) > NAMED:
        yield raw.problem("S26", f"{WITHOUT}: {len(numbers) - NAMED:,} more like these", HINT, 0, "note")


def _articles(value: Any, own: Mapping[str, str], depth: int = 0) -> Iterator[dict[str, Any] | int]:
    """Objects that look like articles, outermost first; inside one there is no other. Of a list in which some are, the
    numbers of those items that hold none."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        if columns.is_article(value, own) and not any(_is_whole(name, item, own) for name, item in value.items()):
            yield value
            return
        for item in value.values():
            for found in _articles(item, own, depth + 1):
                yield _with_head(found, value, own) if found is item else found
    elif isinstance(value, list):
        silent, has_some = [], False
        for number, item in enumerate(value, 1):
            within = list(_articles(item, own, depth + 1))
            has_some = has_some or any(one is item for one in within)
            if not within:
                silent.append(number)
            yield from within
        if has_some:
            yield from silent


def _is_whole(name: str, item: Any, own: Mapping[str, str]) -> bool:
    """Whether what has the name of a text is an article with a title: {"url": "…", "article": {"title": "…", …}}."""
    if not isinstance(item, dict) or not (known := columns.field(str(name), own)) or known[0] != "text":
        return False
    return columns.article(item, own).keys() >= {"title", "text"}


def _with_head(record: dict[str, Any], around: dict[str, Any], own: Mapping[str, str]) -> dict[str, Any]:
    """An article within an object that says where it is from, or its title: what that says of it, and it does not."""
    about = {name: value for name, value in around.items() if isinstance(value, str | int | float)}
    outer, inner = columns.article(about, own), columns.article(record, own)
    if "url" not in outer and ("title" not in outer or "title" in inner):
        return record
    return record | {name: value for name, value in outer.items() if name not in inner}


def _posts(document: Any) -> Any:
    """The posts of a channel that Telegram wrote to a file, each with the channel's name as its outlet."""
    if not isinstance(document, dict) or "channel" not in str(document.get("type")):
        return document
    name, posts = document.get("name"), document.get("messages")
    if not isinstance(name, str) or not isinstance(posts, list):
        return document
    return [{"source": name, **post} if isinstance(post, dict) else post for post in posts]


def _rows(document: Any) -> Any:
    """The rows of a table that was written column by column, or without their names, as pandas does; else all of it."""
    if not isinstance(document, dict) or len(document) < 2:
        return document
    names, rows = document.get("columns"), document.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    first, *others = document.values()
    if not isinstance(first, dict) or not first or not all(str(row).isdecimal() for row in first):
        return document
    if not all(isinstance(other, dict) and other.keys() == first.keys() for other in others):
        return document
    return [{name: cells[row] for name, cells in document.items()} for row in first]


def _seed(raw: Raw, record: dict[str, Any], number: int | None, line: int = 1) -> Item:
    found = columns.article(record, raw.columns)
    text = found.pop("text", "") or found.get("summary", "")
    return raw.seed(text, "export", found, number, line)


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _reason(error: Exception) -> str:
    return getattr(error, "msg", "") or "it is nested too deeply"
