"""An article's Markdown -> a few of its words: its opening, or the words around a mention."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

from dateline import plaintext

if TYPE_CHECKING:
    from dateline.model import Mention

OPENING = 170  # characters of a list's snippet; two lines of the ledger
BEFORE, AFTER = 70, 110  # characters around a mention
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*\s+(?=['\"“‘«(]*[^\W\d_a-z])")
_SPACES = re.compile(r"\s+")
ELLIPSIS = " …"


def plain(markdown: str) -> str:
    """The words of a body on one line."""
    return _SPACES.sub(" ", plaintext.mask(markdown)).strip()


def opening(text: str, most: int = OPENING) -> str:
    """The first `most` characters of one line of text, cut between words."""
    if len(text) <= most:
        return text
    cut = text[: most + 1].rpartition(" ")[0] or text[:most]
    return cut.rstrip(" ,;:–—-(") + ELLIPSIS


def html(text: str) -> Markup:
    """Text as it stands between tags, where quotes mean nothing."""
    return Markup(escape(text, quote=False))  # noqa: S704  escaped right here


def around(body: str, mention: Mention) -> Markup:
    """A mention in the words around it, which begin with its sentence where that is near; HTML with one <mark>."""
    masked = plaintext.mask(body)
    start = masked.rfind("\n\n", 0, mention.start) + 1
    stop = masked.find("\n\n", mention.end)
    left = _SPACES.sub(" ", masked[max(start, 0) : mention.start]).lstrip()
    right = _SPACES.sub(" ", masked[mention.end : stop if stop >= 0 else len(masked)]).rstrip()
    words = _SPACES.sub(" ", masked[mention.start : mention.end]).strip()
    return html(_tail(left)) + Markup("<mark>%s</mark>") % html(words) + html(_lead(right))


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
