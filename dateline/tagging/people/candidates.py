"""A text -> the names it may hold, each with every place where it stands and the features of all of them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct, field

from dateline.tagging.people import names
from dateline.tagging.people.around.surroundings import NAMESAKE, Surroundings
from dateline.tagging.people.cutting.cuts import Cutter
from dateline.tagging.people.stretches import bylines, rolls, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.tagging.people.cutting.cuts import Cut
    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.stretches.foreign import Foreign

    Span = tuple[int, int]

Part = Literal["title", "body"]
HEADLINE_LENGTH = 160  # characters; a longer line is no headline
HEADLINE_SHARE = 0.75  # of the words of four letters or more that begin with a capital
_IN_LIST = {"comma-before", "comma-after"}
_ENGLISH = " the "  # in other languages "de" and "la" are mostly words of their own
_OF_PLACE = (" of ", " from ", " in ")
_LETTERS = ("A ", "I ")  # initials in a list, words elsewhere
_ITEM_BEFORE = re.compile(r"(?<!\w)[A-Z]{1,2} [A-Z][\w'’]+(?: \([^()\n]*\)| [\d-]+)?[,;] \Z")  # D Kask (3), A Tamm
_OPENING = ("“", "„", '"')
_BESIDE = "/"  # Ann Lee/Jaan Tamm, of a trainer and a jockey, or of two who play together
_REACH = 16  # characters in which the particles before a surname stand
_IN_HEADLINE = {"given-0", "first-is-word", "headline"}
_IN_CREDIT = "in-credit"
_OF_PARTY = "acronym-before"


class Candidate(Struct):
    """One spelling of a name in one article, folded, with its places."""

    words: names.Words  # folded
    core: names.Words  # those that tell people apart
    text: str  # as first written
    places: list[Place] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    titles: list[str] = field(default_factory=list)  # as written before it


class Place(NamedTuple):
    """Where a candidate stands. A tuple: two dozen are made for each article."""

    start: int  # offsets into the text, in characters
    end: int
    part: Part
    features: Sequence[str]  # of this place alone
    text: str  # as it stands there
    title: str = ""  # directly before it
    rule: str = ""  # where the place itself says it: "people.byline"


class Collector:
    """Collects the candidates of texts with one lexicon."""

    def __init__(self, lexicon: Lexicon, authors: bool = False) -> None:
        """`authors` takes in those whom bylines and credits name."""
        self._authors = authors
        self._cut = Cutter(lexicon).cut
        self._surroundings = Surroundings(lexicon)
        self._offices = lexicon.classes["bench"]
        particles = "|".join(sorted(lexicon.classes["lower particle"], key=len, reverse=True))
        self._particles = re.compile(rf"(?<![\w-])(?:(?:{particles})[ \u00a0]){{1,3}}\Z")

    def collect(self, text: str, title: str = "", language: Foreign | None = None) -> dict[names.Words, Candidate]:
        """Candidates by their folded words, in the order of the text: the title first; none knows of another yet.

        `language` is that of the text, where it is not English.
        """
        found: dict[names.Words, Candidate] = {}
        find = partial(_parts, language) if language else runs.find
        if title:
            self._read(find, title, "title", [(0, len(title))] if _is_headline(title) else [], found)
        headlines = _headlines(text)
        credited = bylines.find(text)
        self._read(find, text, "body", headlines, found, skip=[(credit.start, credit.end) for credit in credited])
        if self._authors:
            for credit in credited:
                if credit.rule:
                    self._read_credit(credit, text, found)
        return found

    def shape(self, name: str) -> Iterable[str]:
        """The features of a name's words."""
        return next((cut.shape for cut in self._cut(name, False) if cut.written == name), ())

    def _read(
        self,
        find: Callable[[str], Iterable[tuple[int, str]]],
        text: str,
        part: Part,
        headlines: Sequence[Span],
        found: dict[names.Words, Candidate],
        skip: Sequence[Span] = (),
    ) -> None:
        """Add what `text` holds to `found`."""
        english = _ENGLISH in text
        lists = rolls.find(text)
        benches: list[Span] = []
        last = -1  # where the last name ends that is no single word
        for start, words in find(text):
            if start and text[start - 1] == _BESIDE and last != start - 1:  # Producer/Director Jaan Tamm
                word, _, words = words.partition(" ")
                start += len(word) + 1
                if not words:
                    continue
            if bench := rolls.bench(text, start, words, self._offices):
                benches.append(bench)
            several = " " in words
            of_place = several and text.endswith(_OF_PLACE, max(0, start - 6), start)
            in_list = several and words.startswith(_LETTERS) and _ITEM_BEFORE.search(text, max(0, start - 40), start)
            for cut in self._cut(words, several and _opens_sentence(text, start), of_place, bool(in_list)):
                if skip and _within(start, skip):
                    break
                at = start + cut.start
                here = self._surroundings.of(cut, text, at, in_headline=bool(headlines) and _within(at, headlines))
                if NAMESAKE in here:
                    continue
                end = at + cut.length
                if english and cut.begins_run and len(cut.words) == 1:
                    at = self._with_particles(text, at, here)
                if len(cut.words) > 1:
                    last = end
                if (lists or benches) and rolls.is_item(here):
                    seated = _within(at, benches) and _OF_PARTY not in here  # R-Santa Rica
                    seated = seated and (not cut.has_ordinary_word or "family-1" in cut.shape)
                    here += [rolls.LISTED] if _within(at, lists) else [rolls.SEATED] if seated else []
                _add(cut, Place(at, end, part, here, text[at:end], cut.title), found)

    def _with_particles(self, text: str, start: int, here: list[str]) -> int:
        """Where a surname that stands at `start` begins with the particles before it: the coach van der Berg."""
        window = max(0, start - _REACH)
        before = self._particles.search(text[window:start])
        if not before or text[window + before.start() - 2 : window + before.start() - 1].isdigit():
            return start  # 21 de Mayo
        here.append("own-particle")
        return window + before.start()

    def _read_credit(self, credit: bylines.Credit, text: str, found: dict[names.Words, Candidate]) -> None:
        line = text[credit.start : credit.end].replace("/", ";")  # REUTERS/Jane Doe: two names, not a path
        for begin, words in runs.find(line):
            for cut in self._cut(words, True):
                at = begin + cut.start
                here = [*self._surroundings.of(cut, line, at, in_headline=False), _IN_CREDIT]
                start, end = credit.start + at, credit.start + at + cut.length
                _add(cut, Place(start, end, "body", here, text[start:end], rule=credit.rule), found)


def _parts(language: Foreign, text: str) -> Iterator[tuple[int, str]]:
    """The runs of a text in another language, taken apart."""
    for start, run in runs.find(text):
        before = text[max(0, start - _REACH) : start].rpartition("\n")[2].split()
        opens = _opens_sentence(text, start)
        for at, part in language.parts(run, before[-1] if before else "", opens_sentence=opens):
            yield start + at, part


def _add(cut: Cut, place: Place, found: dict[names.Words, Candidate]) -> None:
    candidate = found.get(cut.words)
    if candidate is None:
        written = place.text[: -cut.length] + cut.written  # with the particles before it
        candidate = found[cut.words] = Candidate(cut.words, cut.core, written, features=set(cut.shape))
    elif "capitals" in candidate.features and not cut.shouts:
        candidate.features.discard("capitals")
        candidate.text = cut.written
    candidate.features.update(place.features)
    candidate.places.append(place)
    if cut.title and cut.title not in candidate.titles:
        candidate.titles.append(cut.title)


def correct(found: dict[names.Words, Candidate], text: str, part: Part, named: Iterable[tuple[int, int, str]]) -> None:
    """Let `named` (start, end, a person's name; empty: nobody's) overrule what was found at the same places."""
    for start, end, name in named:
        words = names.words_of(text[start:end])
        for candidate in list(found.values()):
            if candidate.words == words and name:
                continue
            kept = [
                place for place in candidate.places if place.part != part or place.end <= start or place.start >= end
            ]
            if len(kept) < len(candidate.places):
                candidate.places = kept
                if not kept:
                    del found[candidate.words]
        if name and not any(place.start == start and place.part == part for place in _places(found.get(words))):
            candidate = found.setdefault(words, Candidate(words, names.core(words), text[start:end]))
            candidate.places.append(Place(start, end, part, (), text[start:end]))


def _places(candidate: Candidate | None) -> list[Place]:
    return candidate.places if candidate else []


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start]
    last = before.rstrip(" \u00a0\"“‘'(«„")
    return not last or last[-1] in ".!?:\n" or (last[-1] == "," and before.endswith(_OPENING))


def _within(offset: int, spans: Sequence[Span]) -> bool:
    """True where one of `spans`, in the order of the text, holds the offset."""
    if not spans:
        return False
    at = bisect_right(spans, (offset, sys.maxsize)) - 1
    return at >= 0 and offset < spans[at][1]


def _headlines(text: str) -> list[Span]:
    """Start and end of each line that capitalises its words, so that a capital says little."""
    found = []
    at = 0
    for line in text.split("\n"):
        if 10 < len(line) < HEADLINE_LENGTH and _is_headline(line):
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _is_headline(line: str) -> bool:
    if line.endswith("."):
        return False
    words = [word for word in line.split() if len(word) > 3]
    capitals = sum(1 for word in words if word[0].isupper() or not word[0].isalpha())
    return len(words) > 3 and capitals >= HEADLINE_SHARE * len(words)


def stands_in_a_headline_alone(candidate: Candidate) -> bool:
    """True for a word of no name and a surname, once, where every word has a capital: Mayor Accuses Tamm."""
    is_one = len(candidate.places) == 1 and candidate.features >= _IN_HEADLINE
    return is_one and _IN_LIST.isdisjoint(candidate.features)  # Ann Lee, Crimson Tamm, Bo Roe
