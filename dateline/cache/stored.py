"""Values of a cache, in an order -> each when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dateline.cache.table import BATCH, Table, cleared
from dateline.workers.demand import OnDemand

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.cache.store import Cache

T = TypeVar("T")
HELD = 200  # values that are kept for whoever asks again, twice as many as make a share of the work
AHEAD = 10  # values that are had with one that is asked for in its turn


class Stored(OnDemand[T]):
    """Values of a cache in an order, each fetched when it is asked for; the last few are held.

    near: bytes of what was fetched that stay in memory as they are stored, for values that many ask for again.
    Each process opens the file for itself. OSError where somebody has cleared the cache meanwhile.
    """

    def __init__(self, cache: Cache, keys: Sequence[str], kind: type[T], near: int = 0) -> None:
        if len(cache.new) >= BATCH:
            cache.write()
        self._path = cache.path
        self._keys = keys
        self._held = {key: cache.new[key] for key in keys if key in cache.new}  # what the file has not, or cannot take
        self._kind = kind
        self._table = Table(cache.path)
        self._last: dict[int, T] = {}  # by number
        self._near: dict[str, bytes] = {}
        self._room = self._free = near

    def __len__(self) -> int:
        return len(self._keys)

    def at(self, number: int) -> T:
        found = self._last.get(number)
        if found is None and number - 1 in self._last:  # whoever takes one after the other will go on
            self.ready(range(number, min(number + AHEAD, len(self))))
            found = self._last.get(number)
        return self._keep(number, self._value(self._keys[number])) if found is None else found

    def some(self, numbers: Sequence[int]) -> list[T]:
        keys = [self._keys[number] for number in numbers]
        found = self._found(keys)
        return [self._decoder.decode(found.get(key) or self._value(key)) for key in keys]

    def ready(self, numbers: Sequence[int]) -> None:
        lacking = {self._keys[number]: number for number in numbers if number not in self._last}
        for key, value in self._found(lacking).items():
            self._keep(lacking[key], value)

    def _found(self, keys: Collection[str]) -> dict[str, bytes]:
        found = {key: value for key in keys if (value := self._held.get(key) or self._near.get(key))}
        stored = [key for key in keys if key not in found]
        rows = self._table.rows(stored) if stored else {}  # there may be no file yet
        if self._room:
            self._free -= sum(map(len, rows.values()))
            if self._free < 0:
                self._near.clear()
                self._free = self._room
            self._near |= rows
        return found | rows

    def _keep(self, number: int, value: bytes) -> T:
        found = self._decoder.decode(value)
        if len(self._last) >= HELD:
            del self._last[next(iter(self._last))]
        self._last[number] = found
        return found

    @cached_property
    def _decoder(self) -> msgspec.msgpack.Decoder[T]:
        return msgspec.msgpack.Decoder(self._kind)

    def __getstate__(self) -> dict[str, object]:
        state = {**self.__dict__, "_last": {}, "_near": {}, "_free": self._room}
        state.pop("_decoder", None)  # it cannot be sent
        return state

    def _value(self, key: str) -> bytes:
        found = self._found([key]).get(key)
        if found is None:
            raise cleared(self._path)
        return found
