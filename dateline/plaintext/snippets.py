"""An article's Markdown -> a few of its words: its opening, or the words around a mention."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from dateline import plaintext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.model import Mention

OPENING = 170  # characters of a list's snippet; two lines of the ledger
BEFORE, AFTER = 70, 110  # characters around a mention
WINDOW = 600  # characters each way that are looked at; more than a sentence has
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*\s+(?=['\"“‘«(]*[^\W\d_a-z])")
# What a blanked address leaves between a link's words and the full stop after it.
_BEFORE_STOP = re.compile(r" (?=[.,](?: |$))")
ELLIPSIS = " …"
# What stands around paragraphs: code between fences, headings, tables.
_SCAFFOLD = re.compile(
    r"""^(?: (`{3,}|~{3,})[^\n]*\n .*? ^\1[ ]*$
        |    \#[^\n]*$
        |    [^\n]*\|[^\n]*\n [ ]*\|?[ ]*:?-+:?[ ]* (?:\|[ ]*:?-+:?[ ]*)* \|?[ ]*$ (?:\n[^\n]*\|[^\n]*)*
        )
    |   (?:\A|(?<=\n\n)) [^\n]+\n (?:=+|-+)[ ]*$""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_SCAFFOLDING = ("#", "|", "```", "~~~", "\n=", "\n-")  # one of these is in all of it
FURTHER = 8  # times as much is looked at where some of it is no paragraph


def prose(markdown: str, most: int) -> str:
    """The first `most` characters of Markdown that are words in paragraphs or lists."""
    first = markdown[:most]
    if not any([sign in first for sign in _SCAFFOLDING]):
        return first
    return _SCAFFOLD.sub("", markdown[: most * FURTHER])[:most]


def plain(markdown: str) -> str:
    """The words of a body on one line."""
    return _one_line(plaintext.mask(markdown)).strip()


def _one_line(masked: str) -> str:
    if masked.isprintable() and not any(pair in masked for pair in ("  ", " .", " ,")):
        return masked  # all its spaces are single blanks
    words = " ".join(masked.split())
    before, after = masked[:1].isspace(), words and masked[-1:].isspace()
    return _BEFORE_STOP.sub("", f"{' ' if before else ''}{words}{' ' if after else ''}")


def opening(text: str, most: int = OPENING) -> str:
    """The first `most` characters of one line of text, cut between words."""
    if len(text) <= most:
        return text
    cut = text[: most + 1].rpartition(" ")[0] or text[:most]
    return cut.rstrip(" ,;:–—-(") + ELLIPSIS


def html(text: str) -> Markup:
    """Text as it stands between tags, where quotes mean nothing."""
    return Markup(escape(text, quote=False))  # noqa: S704  escaped right here


def first(mentions: Iterable[Mention], body: str) -> Mention | None:
    """The first of the mentions that stands in the body; None where none does."""
    within = (found for found in mentions if found.part == "body" and 0 <= found.start < found.end <= len(body))
    return min(within, key=lambda mention: mention.start, default=None)


def around(body: str, mention: Mention) -> Markup:
    """A mention in the words around it, which begin with its sentence where that is near; HTML with one <mark>."""
    before = body.rfind("\n\n", 0, mention.start)
    first = max(before + 2 if before >= 0 else 0, mention.start - WINDOW)
    stop = body.find("\n\n", mention.end, mention.end + WINDOW)
    last = stop if stop >= 0 else min(len(body), mention.end + WINDOW)
    masked = plaintext.mask(body[first:last])
    start, end = mention.start - first, mention.end - first
    left = _one_line(masked[:start]).lstrip()
    right = _one_line(masked[end:]).rstrip()
    words = _one_line(masked[start:end]).strip()
    parts = (escape(part, quote=False) for part in (_tail(left), words, _lead(right)))
    return Markup("{}<mark>{}</mark>{}".format(*parts))  # noqa: S704  escaped right here


def _tail(left: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(left)]
    if ends and len(left) - ends[-1] <= BEFORE * 1.6:
        return left[ends[-1] :]
    if len(left) <= BEFORE * 1.6:
        return left
    return "… " + left[-BEFORE:].partition(" ")[2]


def _lead(right: str) -> str:
    if len(right) <= AFTER:
        return right
    near = _SENTENCE_END.search(right, AFTER // 3, AFTER + 40)
    if near:
        return right[: near.end()].rstrip()
    return right[: AFTER + 1].rpartition(" ")[0].rstrip(" ,;:–—-(") + ELLIPSIS
