"""Document -> topic Tags: the cue terms that stand in it, summed; nothing rather than something wrong."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateline.model import Mention, Tag
from dateline.tagging.sparing import Sparing
from dateline.tagging.topics.abroad import at_home
from dateline.tagging.topics.choice import TERMS, choose
from dateline.tagging.topics.cues import CueBook, Hit, Term
from dateline.tagging.topics.scores import score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.tagging.document import Document
    from dateline.vocabulary import Topic, Vocabulary

TITLE_COUNT = 3.0  # a term in the title counts as three in the text
LEAD_COUNT = 2.5  # one in the lead as two and a half
LEAD = 250  # characters: the first sentence of a news article, or its headline and half of that
CHARACTERS_PER_WORD = 6.0  # of English news, blanks included


class _Found(NamedTuple):
    """The hits of an article, and where they stand."""

    title: list[Hit]
    body: list[Hit]


class TopicReader:
    """Reads one article at a time; built once, for all of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._topics = vocabulary.topics
        self._above = {name: _above(name, vocabulary.topics) for name in vocabulary.topics}
        self._books: dict[str, Sparing[CueBook]] = {}  # by the language of the texts
        self._many = False

    def expect_many(self) -> None:
        """Many articles will come."""
        self._many = True
        for book in self._books.values():
            book.expect_many()

    def read(self, document: Document, tongue: str = "") -> tuple[Tag, ...]:
        """The article's topics, the strongest first; a broader topic follows from a narrower one.

        `tongue`: the language of its text, where that is not English.
        """
        find = self._book(tongue).of(document.title, document.text).find
        found = _Found(find(document.title), find(document.text))
        if not (found.title or found.body):
            return ()
        scores = score(_counts(found), self._above)
        chosen, lent = self._shown(choose(scores, self._above, len(document.text) / CHARACTERS_PER_WORD), found)
        mentions = _mentions(document, found, chosen, lent)
        ranked = sorted(chosen, key=lambda name: (-scores.whole[name], len(self._above[name]), name))
        return tuple(
            Tag(
                "topics",
                name,
                self._topics[name].code,
                round(scores.whole[name], 2),
                tuple(mentions[name]),
                rule=chosen[name],
            )
            for name in ranked
        )

    def _book(self, tongue: str) -> Sparing[CueBook]:
        if tongue not in self._books:
            book = self._books[tongue] = Sparing(partial(CueBook, at_home(self._topics, tongue), self._above))
            if self._many:
                book.expect_many()
        return self._books[tongue]

    def _shown(self, chosen: Mapping[str, str], found: _Found) -> tuple[dict[str, str], str]:
        """Without the subjects for which one term alone can be shown; then the subject that others are lent to, or "".

        To the first one, where a term of its own is there, those of narrower topics that are not chosen are lent: so a
        case of measles is about health. For further subjects, such terms have led elsewhere.
        """
        lacking = {name for name in chosen if not self._above[name]}
        first = next(iter(chosen), "")
        said: dict[str, set[str]] = {name: set() for name in lacking}
        lent: set[str] = set()
        for _, _, term in chain(found.title, found.body):
            own = [name for name, _ in term.says.weights if name in chosen]
            for name in own:
                subject = self._above[name][-1] if self._above[name] else name
                if subject in lacking:
                    said[subject].add(term.text)
                    if len(said[subject]) >= TERMS:
                        lacking.remove(subject)
            if not lacking:
                return dict(chosen), ""
            if not own and first in term.says.topics:
                lent.add(term.text)
        is_lent = first in lacking and bool(said[first]) and len(said[first] | lent) >= TERMS
        if is_lent:
            lacking.remove(first)
        return {name: rule for name, rule in chosen.items() if name not in lacking}, first if is_lent else ""


def _counts(found: _Found) -> list[tuple[Term, float]]:
    terms: dict[int, Term] = {}
    counts: dict[int, float] = {}
    for _, _, term in found.title:
        terms[id(term)] = term
        counts[id(term)] = counts.get(id(term), 0.0) + TITLE_COUNT
    for start, _, term in found.body:
        key = id(term)
        if key in counts:
            counts[key] += 1.0 if start >= LEAD else LEAD_COUNT
        else:
            terms[key] = term
            counts[key] = 1.0 if start >= LEAD else LEAD_COUNT
    return [(term, counts[key]) for key, term in terms.items()]


def _mentions(document: Document, found: _Found, chosen: Mapping[str, str], lent: str) -> dict[str, list[Mention]]:
    mentions: dict[str, list[Mention]] = {name: [] for name in chosen}
    _add(mentions, lent, document.title, "title", "topics.title", found.title)
    _add(mentions, lent, document.text, "body", "topics.cue", found.body)
    return mentions


def _add(
    mentions: Mapping[str, list[Mention]],
    lent: str,
    text: str,
    part: Literal["title", "body"],
    rule: str,
    hits: list[Hit],
) -> None:
    for start, end, term in hits:
        own = False
        for name, _ in term.says.weights:
            if name in mentions:
                own = True
                mentions[name].append(Mention("topics", name, text[start:end], start, end, rule, part))
        if lent and not own and lent in term.says.topics:
            mentions[lent].append(Mention("topics", lent, text[start:end], start, end, rule, part))


def _above(name: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The broader topics, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    upper = topics[name].parent
    while upper in topics and upper not in found and upper != name:
        found.append(upper)
        upper = topics[upper].parent
    return tuple(found)
