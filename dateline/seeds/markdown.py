"""Markdown files, with the front matter of whatever wrote them -> one seed.

Problems: S30 front matter that cannot be read (a warning; the text is kept), S31 a draft.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dateline.seeds import columns
from dateline.seeds.decoding import decode
from dateline.tools import yamlio

if TYPE_CHECKING:
    from dateline.model import Severity
    from dateline.seeds.raw import Item, Raw

_YAML = re.compile(r"---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<head>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML_LINE = re.compile(r"^(\w[\w-]*)\s*=\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_LINE = re.compile(r"^(\w[\w-]*):[ \t]+[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)
_BLOCK = re.compile(r"^(\w[\w-]*):[ \t]+[>|][+-]?[ \t]*\n((?:[ \t]+\S.*(?:\n|\Z))+)", re.MULTILINE)
HINT = "Compare the head with `title: …` and `date: …` between two lines of three dashes."


def read(raw: Raw) -> list[Item]:
    """The article; its first line is the one after the head."""
    text = decode(raw.data)
    if match := _YAML.match(text):
        return _with_yaml(raw, text, match)
    if match := _TOML.match(text):
        return [_seed(raw, text, match.end(), dict(_TOML_LINE.findall(match["head"])))]
    if text.startswith("---\n"):
        problem = raw.problem("S30", "has front matter that is never closed", HINT, 1, "warning")
        return [raw.seed(text, "markdown"), problem]
    return [raw.seed(text, "markdown")]


def _with_yaml(raw: Raw, text: str, match: re.Match[str]) -> list[Item]:
    try:
        document = yamlio.parse(match["head"], first_line=2).value
    except yamlio.YamlError as error:
        pairs = _saved(match["head"])
        if "title" in pairs:
            return [_seed(raw, text, match.end(), pairs), raw.problem(*_why(error))]
        return [raw.seed(text, "markdown"), raw.problem(*_why(error))]
    return [_seed(raw, text, match.end(), document if isinstance(document, dict) else {})]


def _saved(head: str) -> dict[str, str]:
    """What can be read of a head that is no YAML: values on the line of their key, and folded ones below it."""
    blocks = {key: " ".join(value.split()) for key, value in _BLOCK.findall(head)}
    return dict(_LINE.findall(head)) | blocks


def _why(error: yamlio.YamlError) -> tuple[str, str, str, int, Severity]:
    return "S30", f"front matter {error.message}", HINT, error.line, "warning"


def _seed(raw: Raw, text: str, at: int, head: dict[str, Any]) -> Item:
    if yamlio.is_draft(head):
        return raw.problem("S31", "is a draft, and not taken in", "Take the line out when it may be shown.", 1, "note")
    fields = columns.article(head, raw.columns)
    fields.pop("text", None)
    return raw.seed(text[at:], "markdown", fields, first_line=text.count("\n", 0, at) + 1)
