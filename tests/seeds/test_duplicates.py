"""Articles that say nearly the same are named, with what to do; a common phrase is no reason."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from hypothesis import given, target
from hypothesis import strategies as st

from dateline import duplicates
from dateline.duplicates import Text, comparing, pairs, problems, seeming, sketch, stand_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Problem

STORY = (
    "The council opened the harbour again on Monday, a year after the flood had closed it.\n\n"
    "Workers from three towns had put new stones into the wall since the spring.\n\n"
    "Fishermen who had sold their boats last winter said that they would wait another season.\n\n"
    "A bus will run from the station to the quay every hour, and the market moves to the square."
)
OTHER = (
    "The theatre reopened with a play about the river, written by two pupils of the grammar school on the hill.\n\n"
    "Its roof had leaked for years until a merchant left the house his fortune and his collection of umbrellas.\n\n"
    "The next performance, on Friday, is sold out, but a rehearsal on Thursday is open to all."
)


def found(bodies: Sequence[str]) -> list[Problem]:
    texts = [Text(f"content/articles/{i}.md", sketch(body), f"{i}.txt") for i, body in enumerate(bodies)]
    return list(problems(texts, comparing(bodies.__getitem__)))


def test_different_articles_are_not_alike() -> None:
    assert found([STORY, OTHER, "", "Short.", "Short."]) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text, "says the same as"),
        (lambda text: text.replace("\n\n", "\n").replace("harbour", "Harbour").replace(",", " ,"), "says the same as"),
        (lambda text: text.rpartition("\n\n")[0], "says little that is not in"),
        (lambda text: text.partition("\n\n")[2], "says little that is not in"),
        (lambda text: text.replace("three towns", "two towns").rpartition("\n\n")[0], "says little that is not in"),
    ],
)
def test_copies_and_parts(change: object, words: str) -> None:
    changed = change(STORY)  # type: ignore[operator]
    (problem,) = found([OTHER, STORY, changed])
    assert (problem.path, problem.code, problem.severity) == ("content/articles/2.md", "C26", "note")
    assert problem.message.startswith(words)
    assert "content/articles/1.md" in problem.message
    assert "delete its file" in problem.hint
    assert "seeds/2.txt and seeds/1.txt" in problem.hint


def test_the_fuller_one_is_named_whatever_the_order() -> None:
    (problem,) = found([STORY.rpartition("\n\n")[0], STORY])
    assert problem.path == "content/articles/0.md"
    assert "content/articles/1.md" in problem.message


def test_a_paragraph_in_common_is_not_enough() -> None:
    notice = STORY.partition("\n\n")[0]
    assert found([f"{OTHER}\n\n{notice}", STORY]) == []


def test_many_copies_are_each_named_once() -> None:
    bodies = [STORY + f"\n\nCopy {i}." for i in range(20)]
    assert len(found(bodies)) == 19


def test_work_grows_with_the_texts_and_not_with_their_pairs() -> None:
    phrase = "said the mayor of the town on Monday. "
    bodies = [phrase + " ".join(f"w{i}x{j}" for j in range(60)) for i in range(400)]
    assert list(pairs(seeming([sketch(body) for body in bodies]), comparing(bodies.__getitem__))) == []


def test_a_script_without_spaces_counts_by_the_character() -> None:
    text = "北约秘书长在布鲁塞尔举行记者会表示盟国将继续支持并讨论了未来的计划与合作"
    assert [problem.severity for problem in found([text, text + "。"])] == ["note"]


@given(st.text(st.sampled_from("aB1 _.,-\n“”’—…é東・ßİ\u00a0²\ud800")))
def test_plain_words_are_what_the_pattern_finds(text: str) -> None:
    expected = duplicates._WORD.findall(text.casefold())
    assert [word.decode() for word in duplicates._text(text).split()] == expected


@given(st.lists(st.sampled_from(["on", "a", "and", "in", "even", "the", "“I", "é", "can", "east"])))
def test_a_sample_is_of_the_words_and_not_of_how_they_are_set(words: list[str]) -> None:
    sample = sketch(" ".join(words))
    assert sample == sketch(" \n\n  ".join(words) + ".")
    assert {*memoryview(sample).cast("I")} <= duplicates._shingles(duplicates._text(" ".join(words)))


@given(st.lists(st.sampled_from(["on", "a", "and", "in", "even", "the", "i", "can", "east", "n", "une"]), max_size=80))
def test_in_a_sample_is_what_begins_with_a_vowel_behind_an_n(words: list[str]) -> None:
    size = duplicates.SHINGLE
    runs = {i: crc32(" ".join(words[i : i + size]).encode()) for i in range(len(words) - size + 1)}
    expected = {run for i, run in runs.items() if i and words[i - 1][-1] == "n" and words[i][0] in "aeiou"}
    if len(expected) < duplicates.SMALLEST:
        expected |= {run for run in runs.values() if run % duplicates.SAMPLED == 0}
        expected |= {*sorted({*runs.values()})[: duplicates.SMALLEST]}
    assert sorted(expected) == list(memoryview(sketch(" ".join(words))).cast("I"))


def test_most_of_a_text_is_not_in_its_sample() -> None:
    text = "The tin was seen again on a train, and in one open urn of an old man: even if only in June."
    chosen = (
        "again on a train|on a train and|a train and in|and in one open|one open urn of|urn of an old|of an old man"
        "|old man even if|even if only in|if only in june"
    )
    assert {crc32(run.encode()) for run in chosen.split("|")} == {*memoryview(sketch(text)).cast("I")}


SAMPLES = st.frozensets(st.integers(0, 60), max_size=8).map(lambda shingles: array("I", sorted(shingles)).tobytes())


@given(st.lists(SAMPLES, min_size=2, max_size=14), st.lists(SAMPLES, min_size=1, max_size=3))
def test_texts_that_stand_apart_leave_all_pairs_as_they_were(before: list[bytes], fresh: list[bytes]) -> None:
    changed = [pair for pair in zip(before, fresh, strict=False) if pair[0] != pair[1]]
    now = [*fresh[: len(before)], *before[len(fresh) :]]
    alike = seeming(before)
    touched = {number for number, (one, other) in enumerate(zip(before, now, strict=True)) if one != other}
    if touched.isdisjoint(chain.from_iterable(alike)):
        others = [sample for number, sample in enumerate(before) if number not in touched]
        apart = stand_apart(changed, others)
        target(float(apart))
        assert not apart or seeming(now) == alike


def test_a_smaller_sample_needs_less_in_common() -> None:
    one, other = (array("I", shingles).tobytes() for shingles in (range(12), range(10, 22)))
    small = array("I", range(6, 12)).tobytes()
    assert seeming([one, other]) == []
    assert seeming([small, other]) == [(0, 1)]
    assert not stand_apart([(one, small)], [other])
    assert not stand_apart([(one, array("I", range(13)).tobytes())], [other])
    assert stand_apart([(one, array("I", [*range(12), 99]).tobytes())], [other])
    assert stand_apart([(one, small)], [array("I", range(20, 30)).tobytes()])


def test_two_that_come_to_share_a_phrase_do_not_stand_apart() -> None:
    one, other, both = (array("I", [*shingles]).tobytes() for shingles in (range(5), range(10, 15), [50]))
    assert not stand_apart([(one, one + both), (other, other + both)], [])
    assert stand_apart([(one, one + both), (other, other)], [])
