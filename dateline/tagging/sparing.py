"""For the first articles, what finds terms is made of those that may stand in each; for all others once, of all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
FEW = 4  # articles: to make a finder of all terms takes as long as those of half a dozen, and an edit is one article


class Sparing(Generic[T]):
    """Finders, which must find the same in a text whether they are made for it or for all."""

    def __init__(self, make: Callable[[Iterable[str] | None], T]) -> None:
        """`make`: the texts of which alone a finder will be asked, or None -> the finder."""
        self._make = make
        self._asked = 0

    def of(self, *texts: str) -> T:
        """The finder for the texts of an article."""
        if self._asked >= FEW:
            return self._whole
        self._asked += 1
        return self._make(texts)

    def expect_many(self) -> None:
        """More articles will come than it pays to make finders for."""
        self._asked = FEW

    @cached_property
    def _whole(self) -> T:
        return self._make(None)
