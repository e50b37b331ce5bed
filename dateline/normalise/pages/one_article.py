"""A page, its blocks -> what speaks against its being one article: problems, and whether it is refused.

Problems, as for texts: S60 no article, S61 no article for sure but kept, S62 several articles in one page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.model import Problem
from dateline.normalise.lines import cues
from dateline.normalise.lines.line import make
from dateline.normalise.pages import metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Seed
    from dateline.normalise.blocks.markdown import Block
    from dateline.normalise.pages.metadata import Metadata
    from dateline.normalise.pages.teasers import Teasers

NOTHING = 200  # characters of text without a sentence, below which there is nothing
LITTLE = 600  # characters of sentences that an answer of a server has at most
HEADLINES, SHARE = 5, 0.6  # paragraphs below headlines that lead elsewhere, and of all: a list of teasers
MANY_HEADLINES, FEW_WORDS = 8, 400  # headlines of a page that has fewer characters of sentences: a list without teasers
CUT_OFF, CUT_SHARE = 3, 0.7  # paragraphs that break off, and of all
STORIES = 3  # headlines with a text below each: a weblog's page, a newsletter
BEGINNING = 1_200  # characters: an article of which its site shows the beginning only
LISTS = frozenset(["CollectionPage", "SearchResultsPage", "ProfilePage"])  # types of JSON-LD
_ENDS_OPEN = ("…", "...", "[…]", "[...]", "…]", "(…)")
_ANSWER = re.compile(
    r"^\W*(?:error\W*)?(?:40[0134]|410|429|50[0234])\b|\b(?:page|file|url|article) (?:was |is )?not found|"
    r"^\W*(?:not found|forbidden)|access (?:denied|to this page)|just a moment|attention required|captcha|"
    r"are you (?:a )?(?:human|robot)|before you continue|verify(?:ing)? (?:that )?you|security check|"
    r"request unsuccessful|nicht gefunden|introuvable|no encontrad[ao]|non trovat[ao]|não encontrad[ao]|niet gevonden|"
    r"hittades inte|ikke funnet|ei löyd|ei leitud|nie znalezion|не найден|bulunamadı",
    re.IGNORECASE,
)
_SAVE_AGAIN = "Open it in a browser, wait until its text is there, and save it again; or take it away."
_SAVE_OTHERS = "Save the articles that it leads to, each by itself; or take it away."


class Doubts(Struct, frozen=True):
    """What a person should know of a page."""

    problems: tuple[Problem, ...] = ()
    refused: bool = False


def of(seed: Seed, about: Metadata, blocks: Sequence[Block], teasers: Teasers) -> Doubts:
    """The doubts; what says of itself that it is an article is refused only if there is nothing in it."""
    prose = [block.text for block in blocks if block.kind != "table" and make(0, block.text, 0).prose]
    length = sum(map(len, prose))
    total = sum(len(block.text) for block in blocks)
    says_article = bool(about.articles) or "article" in about.first("og:type") or "article:published_time" in about.meta
    if not prose and total < NOTHING and not (says_article and total):
        message = "is not an article: there is no text in the page, which a script would show, or which was refused"
        return _refused(seed, message, _SAVE_AGAIN)
    if not says_article:
        called = next((name for name in (about.title, *about.headings) if _ANSWER.search(name[:80])), "")
        if (called or all(map(cues.reason, prose))) and prose and length < LITTLE:
            shown = called or prose[0][:60]
            return _refused(seed, f"is not an article but what the site answered instead: {shown!r}", _SAVE_AGAIN)
        if reason := _as_list(about, prose, length, teasers):
            return _refused(seed, f"is not an article but {reason}", _SAVE_OTHERS)
    return Doubts(tuple(_kept(seed, about, prose, total, teasers, says_article=says_article)))


def _as_list(about: Metadata, prose: Sequence[str], length: int, teasers: Teasers) -> str:
    count = teasers.below_headlines
    if count >= HEADLINES and count >= SHARE * len(prose):
        return f"a list of {teasers.headlines} headlines, each of which leads elsewhere"
    cut = sum(text.endswith(_ENDS_OPEN) for text in prose)
    if cut >= CUT_OFF and cut >= CUT_SHARE * len(prose):
        return f"a list of {cut} teasers, which break off"
    if teasers.headlines >= MANY_HEADLINES and length < FEW_WORDS:
        return f"a list of {teasers.headlines} headlines"
    if any(metadata.kind(thing) in LISTS for thing in about.others) and teasers.headlines >= HEADLINES:
        return "a list, as it says of itself"
    return ""


def _kept(
    seed: Seed, about: Metadata, prose: Sequence[str], total: int, teasers: Teasers, *, says_article: bool
) -> list[Problem]:
    if not says_article and teasers.marks.startswith("H") and teasers.stories >= max(STORIES, teasers.headlines / 4):
        message = f"seems to hold several articles, about {teasers.stories}; they are read as one"
        return [_problem(seed, "S62", message, "Save each of them by itself.")]
    if not prose:
        return [
            _problem(seed, "S61", "holds no sentence: it may be no article", "Put its text into it, or take it away.")
        ]
    closed = any(str(thing.get("isAccessibleForFree")).casefold() == "false" for thing in about.articles)
    if closed and total < BEGINNING and prose[-1].endswith(_ENDS_OPEN):
        message = "holds only the beginning of its article: the site shows the rest to subscribers"
        return [_problem(seed, "S61", message, "Save it again while you are signed in.")]
    return []


def _refused(seed: Seed, message: str, hint: str) -> Doubts:
    return Doubts((_problem(seed, "S60", message, hint),), refused=True)


def _problem(seed: Seed, code: str, message: str, hint: str) -> Problem:
    member = f"{seed.fields['member']}: " if "member" in seed.fields else ""
    return Problem(f"seeds/{seed.path}", 0, code, member + message, hint, "warning")
