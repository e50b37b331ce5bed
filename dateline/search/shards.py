"""Lines under keys -> files of a capped size, each holding one stretch of the alphabet."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CALL = "dateline.shard"  # the one function that a file of the index calls
CAP = 24_000  # characters of a file; a single longer line has a file of its own


def alphabetical(key: str) -> bytes:
    """The order in which JavaScript compares texts: by UTF-16 unit."""
    return key.encode("utf-16-be", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Stretches:
    """Lines cut into files: where each begins, and what is in it."""

    firsts: tuple[str, ...]  # of each file; the file of a key is the last whose first is not after it
    lines: tuple[tuple[str, ...], ...]

    def of(self, key: str) -> int:
        """The number of the file in which a key belongs."""
        return max(0, bisect_right(self.firsts, alphabetical(key), key=alphabetical) - 1)


def cut(lines: Iterable[tuple[str, str]], cap: int = CAP) -> Stretches:
    """(key, line) -> files of at most `cap` characters. Lines of one key stay together."""
    files: list[list[str]] = []
    firsts: list[str] = []
    size, last = 0, ""
    for key, line in sorted(lines, key=lambda pair: (alphabetical(pair[0]), pair[1])):
        if not files or (size + len(line) > cap and key != last):
            files.append([])
            firsts.append(_between(last, key) if firsts else "")
            size = 0
        files[-1].append(line)
        size += len(line) + 1
        last = key
    return Stretches(tuple(firsts), tuple(tuple(lines) for lines in files))


def _between(before: str, key: str) -> str:
    """The shortest opening of `key` that stands after `before`."""
    for n in range(1, len(key)):
        if alphabetical(key[:n]) > alphabetical(before):
            return key[:n]
    return key


def script(name: str, content: str) -> bytes:
    """A classic script that hands over its content, which is JSON: it loads from a disk, where nothing is fetched."""
    return f"{CALL}({dump(name)},{content})\n".encode()


def dump(content: Any) -> str:
    """JSON in as few characters as may be."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def numbered(letter: str, contents: Sequence[str]) -> Iterable[tuple[str, bytes]]:
    """t0.js, t1.js, … of the given contents."""
    for i, content in enumerate(contents):
        yield f"{letter}{i}.js", script(f"{letter}{i}", content)
