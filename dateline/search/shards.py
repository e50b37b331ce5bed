"""Lines under keys -> files of a capped size, each holding one stretch of the alphabet; scripts that hand them over.

Where the files are cut hangs on what is near alone: lines that begin alike stay together as long as they fit, so that a
line that grows changes its own file and at most a few beside it, not all that come after.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b32encode
from bisect import bisect_right
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CALL = "dateline.shard"  # the one function that a file of the index calls
CAP = 24_000  # characters of a file; a single longer line has a file of its own
DIGITS = 8  # of a file's name, each worth five bits
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def alphabetical(key: str) -> bytes:
    """The order in which JavaScript compares texts: by UTF-16 unit."""
    return key.encode("utf-16-be", "surrogatepass")


class Stretches(Struct, frozen=True):
    """Lines cut into files: where each begins, and what is in it."""

    firsts: tuple[str, ...]  # of each file; the file of a key is the last whose first is not after it
    lines: tuple[tuple[str, ...], ...]

    def of(self, key: str) -> int:
        """The number of the file in which a key belongs."""
        return max(0, bisect_right(self.firsts, alphabetical(key), key=alphabetical) - 1)


def cut(lines: Iterable[tuple[str, str]], cap: int = CAP) -> Stretches:
    """(key, line) -> files of at most `cap` characters, one at least. Lines of one key stay together."""
    ordered = sorted((alphabetical(key), line, key) for key, line in lines)
    keys = [key for _, _, key in ordered]
    ends = [0, *accumulate(len(line) + 1 for _, line, _ in ordered)]
    starts = list(_starts(keys, ends, 0, len(keys), 0, cap))
    firsts = [_between(keys[start - 1], keys[start]) if start else "" for start in starts]
    within = pairwise([*starts, len(keys)])
    return Stretches(tuple(firsts), tuple(tuple(line for _, line, _ in ordered[a:b]) for a, b in within))


def _starts(keys: Sequence[str], ends: Sequence[int], first: int, last: int, depth: int, cap: int) -> Iterator[int]:
    """Where a file begins among the keys from `first` to before `last`, which share their first `depth` letters."""
    if ends[last] - ends[first] <= cap or keys[first] == keys[last - 1]:
        yield first
        return
    start, at = first, first
    for _, alike in groupby(range(first, last), lambda i: keys[i][depth : depth + 1]):
        end = at + sum(1 for _ in alike)
        if ends[end] - ends[start] > cap:
            if start < at:
                yield start
            start = at
            if ends[end] - ends[at] > cap:
                yield from _starts(keys, ends, at, end, depth + 1, cap)
                start = end
        at = end
    if start < last:
        yield start


def _between(before: str, key: str) -> str:
    """The shortest opening of `key` that stands after `before`."""
    for n in range(1, len(key)):
        if alphabetical(key[:n]) > alphabetical(before):
            return key[:n]
    return key


def digest(content: str) -> str:
    """A name that no other content has had, of letters that every file system tells apart."""
    made = hashlib.blake2b(content.encode(), digest_size=DIGITS * 5 // 8).digest()
    return b32encode(made).decode().lower()


def script(name: str, content: str) -> bytes:
    """A classic script that hands over its content, which is JSON: it loads from a disk, where nothing is fetched."""
    return f"{CALL}({dump(name)},{content})\n".encode()


def dump(content: Any) -> str:
    """JSON in as few characters as may be."""
    return _ENCODER.encode(content)
