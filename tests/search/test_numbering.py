"""Lists whose numbers rise and fall are what they would be if they were written anew."""

from __future__ import annotations

import random

import pytest

from dateline.search import numbering
from dateline.search.numbering import moves
from dateline.search.postings import ENDLESS, LETTERS, decode, encode, moved


def order(dice: random.Random, size: int) -> list[bytes]:
    return [dice.randbytes(4) for _ in range(size)]


def changed(dice: random.Random, before: list[bytes], times: int) -> list[bytes]:
    """An order after documents have come, gone, moved and become others."""
    after = before[:]
    for _ in range(times):
        n, new = dice.randrange(len(after) + 1), dice.randbytes(4)
        match dice.randrange(5):
            case 0:
                after.insert(n, new)
            case 1:
                after.append(new)
            case 2 if after:
                after.insert(n, after.pop(dice.randrange(len(after))))
            case 3 if after:
                after[n % len(after)] = new
            case _:
                del after[n : n + 1]
    return after


def listed(dice: random.Random, size: int) -> list[int]:
    """Some of so many numbers: few, many, or those of a time."""
    share, first, last = dice.choice((0.002, 0.05, 0.6, 1)), dice.randrange(size + 1), dice.randrange(size + 1)
    many = range(size) if dice.random() < 0.6 else range(min(first, last), max(first, last))
    return [n for n in many if dice.random() < share]


@pytest.mark.parametrize("seed", range(150))
def test_a_line_follows_the_order(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(seed)  # noqa: S311  a sample of orders, no secret
    monkeypatch.setattr(numbering, "A_CUT", dice.choice((0, numbering.A_CUT, 1000)))  # never one by one, always
    size = dice.choice((0, 1, 5, 300, 3000, 3000, 40000))
    before = order(dice, size)
    late = dice.choice((0, size - min(size, 30)))  # only the last ones are touched
    after = before[:late] + changed(dice, before[late:], dice.choice((0, 1, 2, 3, 20)))
    if late and dice.random() < 0.5:
        after[dice.randrange(late)] = b"another"
    needed = moves(before, after)
    new = [n for _, n in needed.differ if n is not None]
    old = {o for o, _ in needed.differ if o is not None}
    number = {digest: n for n, digest in enumerate(after)}
    for _ in range(20):
        numbers = listed(dice, size)
        more = sorted(dice.sample(new, dice.randrange(len(new) + 1)))
        stay = [number[before[n]] for n in numbers if n not in old]
        lost = [n for n in numbers if n in old] if needed.anew else sorted(old)
        assert needed.line(encode(numbers), lost, more) == encode(sorted([*stay, *more]))


def test_one_that_comes_or_goes_moves_all_after_it_in_one_stretch() -> None:
    before = order(random.Random(0), 50)  # noqa: S311
    for after, stretches, differ in (
        (before, [(0, ENDLESS, 0)], []),
        ([*before, b"new"], [(0, ENDLESS, 0)], [(None, 50)]),
        ([*before[:20], b"new", *before[20:]], [(0, 20, 0), (20, ENDLESS, 1)], [(None, 20)]),
        ([*before[:20], *before[21:]], [(0, 20, 0), (21, ENDLESS, -1)], [(20, None)]),
        ([*before[:20], b"new", *before[21:]], [(0, ENDLESS, 0)], [(20, 20)]),
        (
            [*before[:20], *before[21:30], before[20], *before[30:]],
            [(0, 20, 0), (21, 30, -1), (30, ENDLESS, 0)],
            [(20, None), (None, 29)],
        ),
    ):
        needed = moves(before, after)
        assert (needed.stretches, needed.differ) == (stretches, differ)


def test_the_last_few_are_taken_out_and_put_in_again() -> None:
    before = order(random.Random(0), 500)  # noqa: S311
    needed = moves(before, [*before[:497], b"new", *before[497:]])
    assert (needed.stretches, needed.anew, needed.shift) == ([(0, 497, 0)], True, False)
    assert needed.differ == [*((n, None) for n in range(497, 500)), *((None, n) for n in range(497, 501))]
    assert needed.line(encode([3, 400, 498]), [498], [497, 499]) == encode([3, 400, 497, 499])
    assert needed.line(encode([498, 499]), [498, 499], [499, 500]) == encode([499, 500])
    assert needed.line(encode([3, 400]), [], [497]) == encode([3, 400, 497])


def test_differences_of_any_length_are_cut() -> None:
    numbers = [0, 31, 63, 95, 1119, 1120, 34000, 34001, 34002, 1200000, 1200031, 80000000]
    for at in sorted({max(0, n + d) for n in numbers for d in (-1, 0, 1)}):
        made = moved(encode(numbers), [(0, at, 0), (at, ENDLESS, 5)], [at, at + 3])
        assert decode(made) == sorted([*(n + 5 * (n >= at) for n in numbers), at, at + 3])
        assert set(made) <= set(LETTERS)
