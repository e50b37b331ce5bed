"""A seed and its draft -> the lines of the seed that are lost: neither body, nor evidence, nor set aside."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import markdown

from dateline.normalise import export
from dateline.normalise.blocks import tree
from dateline.normalise.lines.line import fold, key
from dateline.normalise.pages import extraction

if TYPE_CHECKING:
    from dateline.model import Draft, Seed


_TAG = re.compile(r"<[^<>]*>")


def lost(seed: Seed, draft: Draft) -> list[int]:
    """1-based numbers of the lines that are not wholly accounted for; of a page, the lines that a reader sees."""
    marked = seed.format in ("page", "document") or (seed.format == "export" and export.is_markup(seed.text))
    return _lost_of_page(seed, draft) if marked else _lost_of_text(seed, draft)


def _lost_of_page(seed: Seed, draft: Draft) -> list[int]:
    """A line of a page has to be in the body, in what was set aside, or in the evidence."""
    said = [plain(draft.article.body), *(item.text for item in draft.set_aside)]
    said += [why.text for why in draft.evidence.values()]
    everything = key(" ".join(said))
    lines = extraction.visible(tree.parse(seed.text))
    return [number for number, line in lines if key(line) not in everything]


def _lost_of_text(seed: Seed, draft: Draft) -> list[int]:
    """A line is accounted for where its letters and digits are those of its evidence, its set-aside parts and a piece
    of the body, in any order. A line without letters and digits has to be set aside, or to stand in the body.
    """
    body = plain(draft.article.body)
    body_key = key(body)
    known: dict[int, list[str]] = defaultdict(list)
    for evidence in draft.evidence.values():
        if evidence.line is not None:
            known[evidence.line].append(evidence.text)
    for item in draft.set_aside:
        known[item.line].append(item.text)
    folded = "\n".join(map(fold, draft.article.body.split("\n")))
    missing: list[int] = []
    for number, raw in enumerate(seed.text.split("\n"), seed.first_line):
        line = fold(raw)
        if line and line not in folded and not _accounted(line, known[number], body, body_key):
            missing.append(number)
    return missing


def _accounted(line: str, known: list[str], body: str, body_key: str) -> bool:
    if not key(line):
        return bool(known) or line in body
    if any(key(line) in key(text) for text in known):  # of a headline in two lines the first is its evidence
        return True
    rest = [key(line)]
    for text in sorted(known, key=len, reverse=True):
        rest = [piece for part in rest for piece in part.split(key(text) or part + "\0")]
    return all(piece in body_key for piece in rest)


def plain(body: str) -> str:
    """The words of a body, as a reader of its page sees them."""
    return html.unescape(_TAG.sub("", markdown.markdown(body, extensions=["tables"])))
