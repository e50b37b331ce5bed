"""The text of a JSON-LD script -> its values, however carelessly it was written."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SCRIPT = 2_000_000  # characters
_CONTROL = re.compile(r"[\x00-\x1f]+")
_WRAPPING = re.compile(r"^[\s/*]*(?:<!--|<!\[CDATA\[)[\s/*]*|[\s/*]*(?:-->|\]\]>)[\s/*]*$")
_LINE_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")
_PAIR = re.compile(
    r'"(?P<name>@type|headline|datePublished|dateCreated|dateModified|articleSection)"\s*:\s*"(?P<value>[^"\n]{1,300})"'
)
_NAMED = re.compile(r'"(?P<name>author|publisher)"\s*:\s*\[?\s*\{[^{}]*?"name"\s*:\s*"(?P<value>[^"\n]{1,200})"')


def values(text: str) -> Iterator[Any]:
    """The documents of one script: mostly one; several without commas between; the plain pairs of a broken one."""
    if len(text) > MAX_SCRIPT:
        return
    text = _unwrapped(text)
    for attempt in (text, _LAST_COMMA.sub("", _LINE_COMMENT.sub("", text))):
        found = list(_documents(_CONTROL.sub(" ", attempt)))
        if found:
            yield from found
            return
    if pairs := _pairs(text):
        yield pairs


def _unwrapped(text: str) -> str:
    while (bare := _WRAPPING.sub("", text)) != text:
        text = bare
    return html.unescape(text) if text.lstrip(" [{\n").startswith("&quot;") else text.strip()


def _documents(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while (at := _next_start(text, at)) >= 0:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value


def _next_start(text: str, at: int) -> int:
    """Where the next document begins, if nothing but commas, semicolons and stray brackets stands before it."""
    while at < len(text) and text[at] in " ,;]}":
        at += 1
    return at if text[at : at + 1] in ("{", "[") else -1


def _pairs(text: str) -> dict[str, Any]:
    """What can be read without structure; the first of each name, since an article comes before what it mentions."""
    found: dict[str, Any] = {}
    for pattern in (_PAIR, _NAMED):
        for match in pattern.finditer(text):
            found.setdefault(match["name"], match["value"])
    return found if "@type" in found else {}
