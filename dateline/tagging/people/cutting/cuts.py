"""A run of capitalised words -> its cuts: what may be a name in it, with all that the words say by themselves."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from dateline.tagging.people import names
from dateline.tagging.people.cutting import features, segments, shown
from dateline.tagging.people.cutting.segments import Segment
from dateline.tagging.people.stretches import runs
from dateline.tagging.people.words import glued, second_look, titles
from dateline.tagging.people.words.word import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.tagging.people.lists.lexicon import Lexicon
    from dateline.tagging.people.words.word import Word

_BEFORE_A_HORSE = ("-trained", "-ridden", "-bred")
_CLOSES = re.compile(r"[])](?=[ \u00a0])")
_WIDE = "  "
_BARR = "Barr."
_OF_NAME = ("name", "initial", "acronym")  # WILLIAM H. (Bill) TAMM
REMEMBERED = 50_000  # runs whose cuts are kept: two of three runs of an article stand in an earlier one too


class Cut(NamedTuple):
    """Words that may be a name. A tuple: one is made for each new name."""

    start: int  # offset into the run, in characters
    length: int  # likewise
    words: names.Words  # folded
    core: names.Words  # those that tell people apart
    written: str  # as a tag would show it
    shouts: bool  # in capitals
    title: str  # what stands before it as one: "Prime Minister"
    shape: tuple[str, ...]  # features of the words
    fixed: tuple[str, ...]  # features of their place in the run
    begins_run: bool  # what stands before the run tells of the name
    ends_run: bool  # likewise after it
    is_possessive: bool
    has_ordinary_word: bool  # one that is written in lower case too


class Cutter:
    """Cuts runs with one lexicon, and remembers how: the same names come again and again."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._look_up = Words(lexicon).look_up
        self._features_of_last = lru_cache(REMEMBERED)(partial(features.of_last, lexicon))
        self.cut = lru_cache(REMEMBERED)(self._cut)

    def _cut(self, run: str, opens_sentence: bool, of_place: bool = False, in_list: bool = False) -> tuple[Cut, ...]:
        """`opens_sentence` says that the first word of several may have its capital from standing first; `of_place`
        that "of", "from" or "in" stands before it, `in_list` a comma."""
        parted = self._parted(run)
        if parted:
            first, start, opens_behind = parted
            behind = run[start:].lstrip()
            after = self.cut(behind, opens_behind) if behind else ()
            start = len(run) - len(behind)
            before = self.cut(first.rstrip(), opens_sentence, of_place, in_list)
            return (*before, *[cut._replace(start=cut.start + start) for cut in after])
        pieces = list(runs.pieces(run))
        words = list(self._words(pieces))
        if len(words) == 1:
            found = [Segment(0, (words[0],), first_in_run=True, last_in_run=True)] if words[0].kind == "name" else []
        else:
            # John Deere Inc, John F. Kennedy Airport
            every = segments.split(words, self._lexicon, opens_sentence, of_place, in_list)
            found = [s for s in every if s.after not in ("organisation", "place") or not self._is_called_after(s)]
        # the Jane Tamm-trained Sunny Moor
        found = [s for s in found if not (s.first and pieces[s.first - 1][0].endswith(_BEFORE_A_HORSE))]
        return tuple([self._of(_without_article(segment, pieces), pieces) for segment in found])

    def _parted(self, run: str) -> tuple[str, int, bool] | None:
        """What is before the place where no name goes on, the start of what is behind, and whether a sentence is."""
        if at := self._end_of_addition(run):
            return run[:at], at + 1, False
        if "(" in run and (at := self._first_aside(run)):
            return run[:at], run.index(")", at) + 1, False
        if _WIDE in run and (at := self._end_of_line(run)):
            return run[:at], at, True
        if _BARR in run and (at := self._end_at_barr(run)):
            return run[:at], at + 1, True
        return None

    def _end_of_line(self, run: str) -> int:
        """Where a full name begins behind two spaces that stand for a lost line end; 0 where none does."""
        at = run.index(_WIDE) + len(_WIDE)
        before, behind = [[self._look_up(word) for word in side.split()] for side in (run[:at], run[at:])]
        if len(before) < 2 or len(behind) < 2 or behind[0].given != 1:
            return 0
        return at if before[-1].given != 1 or before[-2].kind == "name" else 0  # Chairwoman Ann  Lee  Tamm

    def _end_at_barr(self, run: str) -> int:
        """Where the surname ends that is also short for barrister: William Barr. Then, not Chief Barr. Jaan Tamm."""
        at = run.index(_BARR)
        before = run[:at].split()
        name = self._look_up(before[-1]) if before else None
        return at + len(_BARR) - 1 if name and name.kind == "name" and name.given == 1 else 0

    def _words(self, pieces: Sequence[tuple[str, int]]) -> Iterator[Word]:
        """The words of a run; of the Jane Tamm-trained filly and of Jane TammRead, Tamm alone: the name ends there."""
        before: Word | None = None
        for piece, _ in pieces:
            word = self._look_up(piece)
            if before and (end := self._ends_within(before, word, piece)):
                word = self._look_up(piece[:end])._replace(possessive=True)
            before = word
            yield word

    def _ends_within(self, before: Word, word: Word, piece: str) -> int:
        """How many characters of a word are the name; 0 for all."""
        if word.kind == "function" and "-" in piece and before.kind in ("name", "initial"):
            stem, _, agent = piece.rpartition("-")
            return len(stem) if agent in self._lexicon.classes["agent of compound"] else 0
        return 0 if piece[1:].islower() else glued.end(before, word, self._lexicon)

    def _end_of_addition(self, run: str) -> int:
        """Where the first bracket closes behind which no name goes on; 0 where there is none."""
        if "]" not in run and ")" not in run:
            return 0
        for match in _CLOSES.finditer(run):
            at = match.start()
            is_open = "(" in run[:at] and run.rindex("(", 0, at) > run.rfind(")", 0, at)
            if not is_open and not self._is_added(run[:at], run[at + 1 :]):
                return at
        return 0

    def _is_added(self, inside: str, behind: str) -> bool:
        """True for a given name that is added to a surname: "[Ann] Lee", "(the former minister Ann) Lee"."""
        words = [self._look_up(piece) for piece, _ in runs.pieces(inside)][-2:]
        following = [self._look_up(piece) for piece, _ in runs.pieces(behind)][:2]
        given, surname = words[-1], following[0]
        alone = len(words) < 2 or words[0].kind in ("office", "honorific", "modifier", "organisation", "acronym")
        return (
            alone
            and given.kind == surname.kind == "name"
            and 0 < given.given <= 2
            and not (given.possessive or given.ordinary or 0 < given.place <= 2 or surname.ordinary)
            and not (surname.given and following[1:] and following[1].kind == "name")  # (Ann) Jaan Lee
        )

    def _first_aside(self, run: str) -> int:
        """Where the first bracket opens that holds no name by which somebody is called: John Tamm (Labour) Ann Lee."""
        return next((i for i, letter in enumerate(run) if letter == "(" and not self._is_by_name(run, i)), 0)

    def _is_by_name(self, run: str, at: int) -> bool:
        """True for Ted in Edward (Ted) Lind: a name between given names and another."""
        before = [self._look_up(word) for word in run[:at].split()]
        inside, _, behind = run[at + 1 :].partition(")")
        name = self._look_up(inside)
        own = list(takewhile(lambda word: word.kind in _OF_NAME, reversed(before)))
        if name.is_nickname:  # Edward (“Ted”) Lind; not Mr Lind (“Jaws”) Tom Roe
            following = [self._look_up(word) for word in behind.split()[:2]]
            goes_on = len(following) > 1 and following[0].given == 1 and following[1].kind == "name"
            return bool(own) and following[0].kind in _OF_NAME and not goes_on
        return (
            bool(own)
            and own[-1].given == 1
            and all(word.given == 1 or word.kind == "initial" for word in own)
            and name.kind == "name"
            and (name.given == 1 or (name.family > 0 and not 0 < name.place <= 2))
            and self._look_up(behind.split()[0]).kind in _OF_NAME
        )

    def _is_called_after(self, segment: Segment) -> bool:
        """True for the bearer of what follows: Jane Roe School, King Fahd University; not for President Roe House."""
        patron = segment.titles[:1] and segment.titles[0].folded in self._lexicon.classes["patron"]
        return len(segment.words) > 1 or bool(patron)

    def _of(self, segment: Segment, pieces: Sequence[tuple[str, int]]) -> Cut:
        several = segment.words
        alone = len(several) == 1
        last = several[-1]
        particles = segment.particles if alone else 0
        start = pieces[segment.first - particles][1]
        plain = several if alone else tuple([word for word in several if not word.is_nickname])
        words = tuple([word.folded for word in plain])
        return Cut(
            start=start,
            length=pieces[segment.first + len(several) - 1][1] + len(last.text) - start,
            words=words,
            core=names.core(words),
            written="".join([f"{word} " for word, _ in pieces[segment.first - particles : segment.first]])
            + shown.written(several),
            shouts=last.text.isupper(),
            title=" ".join([word.text for word in segment.titles]),
            shape=(
                *self._features_of_last(features.last_of(plain)),
                *features.of_several(plain, self._lexicon),
                *(["nickname"] if any(word.is_nickname and " " not in word.text for word in several) else []),
            ),
            fixed=tuple(_fixed(segment, self._lexicon, pieces[0][0])),
            begins_run=segment.first_in_run and not segment.titles,
            ends_run=segment.last_in_run and not last.possessive,
            is_possessive=last.possessive,
            has_ordinary_word=any(word.ordinary for word in several),
        )


def _without_article(segment: Segment, pieces: Sequence[tuple[str, int]]) -> Segment:
    """The segment of the one who trained the filly: "the" before it is that of the filly."""
    last, word = pieces[segment.first + len(segment.words) - 1][0], segment.words[-1]
    if not word.possessive or last[len(word.text) : len(word.text) + 1] != "-":
        return segment
    return segment._replace(before="" if segment.before == "function" else segment.before, first_in_run=False)


def _fixed(segment: Segment, lexicon: Lexicon, opening: str) -> Iterator[str]:
    """`opening`: the first word of the run."""
    if segment.titles:
        kinds = {titles.kind(title, lexicon) for title in segment.titles}
        if len(segment.words) == 1 and second_look.is_calling(segment.titles[-1], segment.words[0], lexicon):
            kinds.add("office")
        if segment.titles[-1].folded.rstrip(".") in lexicon.classes["sure title"]:
            yield "sure-title"
        yield next((f"{kind}-before" for kind in ("honorific", "office") if kind in kinds), "modifier-before")
    # Of a full name, what stands before its title tells nothing: Coordinating Minister Jaan Tamm
    if segment.before == "function" and segment.first == 1 and _is_full(segment.words, lexicon):
        yield _of_opening(opening.lower(), lexicon)
    elif segment.before and not (segment.titles and segment.before == "function" and len(segment.words) > 1):
        yield f"{segment.before}-before"
    if segment.after:
        yield f"{segment.after}-after"
    if segment.words[-1].possessive:
        yield "possessive"


def _is_full(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for a given name and more, which is no place's."""
    given = len(words) > 1 and words[0].given == 1 and not (words[0].ordinary and words[-1].ordinary)
    return given and not lexicon.is_place(" ".join([word.folded for word in words]))


def _of_opening(word: str, lexicon: Lexicon) -> str:
    """What a word says that opens the run before a name, as it would in small letters: In Tamm, The Tamm, When Tamm."""
    if word in lexicon.classes["place preposition"]:
        return "place-preposition"
    if word in lexicon.classes["other preposition"]:
        return f"{word}-before"
    if word in lexicon.classes["agent preposition"]:
        return "agent-preposition"
    return "opener-before" if word in lexicon.classes["conjunction"] else "function-before"
