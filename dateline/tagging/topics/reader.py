"""Document -> topic Tags: the cue terms that stand in it, summed; nothing rather than something wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateline.model import Mention, Tag
from dateline.tagging.sparing import Sparing
from dateline.tagging.topics.choice import TERMS, choose
from dateline.tagging.topics.cues import CueBook, Hit, Says, Term
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
        self._books = Sparing(partial(CueBook, vocabulary.topics, self._above))

    def expect_many(self) -> None:
        """Many articles will come."""
        self._books.expect_many()

    def read(self, document: Document) -> tuple[Tag, ...]:
        """The article's topics, the strongest first; a broader topic follows from a narrower one."""
        find = self._books.of(document.title, document.text).find
        found = _Found(find(document.title), find(document.text))
        if not (found.title or found.body):
            return ()
        scores = score(_counts(found), self._above)
        chosen = choose(scores, self._above, len(document.text) / CHARACTERS_PER_WORD)
        shown = _Shown(chosen, self._above)
        chosen = shown.enough(found)
        mentions = _mentions(document, found, chosen, shown)
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


class _Shown:
    """Which chosen topics a term is shown for: its own, and in place of one that is not chosen what is above it."""

    def __init__(self, chosen: Mapping[str, str], above: Mapping[str, tuple[str, ...]]) -> None:
        self._chosen, self._above = chosen, above
        self._known: dict[int, tuple[str, ...]] = {}  # of what terms say, which many have in common

    def topics(self, says: Says) -> tuple[str, ...]:
        """Those of a term that says this."""
        found = self._known.get(id(says))
        if found is None:
            nearest = [self._nearest(name) for name, _ in says.weights]
            found = self._known[id(says)] = tuple(dict.fromkeys(filter(None, nearest)))
        return found

    def enough(self, found: _Found) -> dict[str, str]:
        """The chosen topics without the subjects for which one term alone is shown.

        For the first of them, another one may be that of a narrower topic which is not chosen: so a case of measles is
        about health. For further ones, such terms have led elsewhere.
        """
        own: dict[str, set[str]] = {name: set() for name in self._chosen}
        lent: dict[str, set[str]] = {name: set() for name in self._chosen}
        for _, _, term in (*found.title, *found.body):
            for name, _ in term.says.weights:
                nearest = self._nearest(name)
                for topic in (nearest, *self._above[nearest]) if nearest else ():
                    (own if nearest == name else lent)[topic].add(term.text)
        first = next(iter(self._chosen), "")
        if own.get(first):
            own[first] |= lent[first]
        return {name: rule for name, rule in self._chosen.items() if self._above[name] or len(own[name]) >= TERMS}

    def _nearest(self, name: str) -> str:
        return next(filter(self._chosen.__contains__, (name, *self._above[name])), "")


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


def _mentions(document: Document, found: _Found, chosen: Mapping[str, str], shown: _Shown) -> dict[str, list[Mention]]:
    mentions: dict[str, list[Mention]] = {name: [] for name in chosen}
    _add(mentions, shown, document.title, "title", "topics.title", found.title)
    _add(mentions, shown, document.text, "body", "topics.cue", found.body)
    return mentions


def _add(
    mentions: Mapping[str, list[Mention]],
    shown: _Shown,
    text: str,
    part: Literal["title", "body"],
    rule: str,
    hits: list[Hit],
) -> None:
    for start, end, term in hits:
        for name in shown.topics(term.says):
            if name in mentions:
                mentions[name].append(Mention("topics", name, text[start:end], start, end, rule, part))


def _above(name: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The broader topics, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    upper = topics[name].parent
    while upper in topics and upper not in found and upper != name:
        found.append(upper)
        upper = topics[upper].parent
    return tuple(found)
