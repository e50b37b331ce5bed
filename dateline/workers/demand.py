"""Items that are not held: each is had when it is asked for, several at once where that is quicker."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

AT_ONCE = 16  # items that are had together where they are taken one after the other


class OnDemand(Sequence[T]):
    """Items that are had when they are asked for: while they are worked on, few of them are in memory."""

    @abstractmethod
    def at(self, number: int) -> T:
        """One of them."""

    def some(self, numbers: Sequence[int]) -> list[T]:
        """Several of them, which may be quicker had at once."""
        return [self.at(number) for number in numbers]

    def ready(self, numbers: Sequence[int]) -> None:
        """Each of these will be asked for soon: what is quicker had at once may be."""

    def __iter__(self) -> Iterator[T]:
        for start in range(0, len(self), AT_ONCE):
            yield from self[start : start + AT_ONCE]

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> list[T]: ...
    def __getitem__(self, number: int | slice) -> T | list[T]:
        if isinstance(number, slice):
            return self.some(range(*number.indices(len(self))))
        if number >= len(self):
            raise IndexError(number)
        return self.at(number)


class Lazy(OnDemand[T]):
    """So many items, each made anew by `make`; `several` makes those at some places at once, where that is quicker."""

    def __init__(
        self, count: int, make: Callable[[int], T], several: Callable[[Sequence[int]], list[T]] | None = None
    ) -> None:
        self._count = count
        self._make = make
        self._several = several

    def __len__(self) -> int:
        return self._count

    def at(self, number: int) -> T:
        return self._make(number)

    def some(self, numbers: Sequence[int]) -> list[T]:
        return self._several(numbers) if self._several else super().some(numbers)
