"""An article -> what is made of it alone, made once for all that ask while it is still near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.library import Item

T = TypeVar("T")
MOST = 4096  # articles, of which each of a dozen tags has the newest ten in its files; some kilobytes of each


class Recent(Generic[T]):
    """What was last made, of so many articles at most."""

    def __init__(self, make: Callable[[Item], T], most: int = MOST) -> None:
        self._make = make
        self._most = most
        self._known: dict[int, T] = {}

    def of(self, item: Item) -> T:
        """What is made of an article."""
        found = self._known.get(item.number)
        if found is None:
            if len(self._known) >= self._most:
                self._known.clear()
            found = self._known[item.number] = self._make(item)
        return found
