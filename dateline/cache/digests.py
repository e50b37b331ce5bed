"""Whatever a result depends on -> a digest, by which it is found again."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

import msgspec

DIGITS = 40  # of a digest, hexadecimal
SUFFIXES = (".py", ".json", ".yaml", ".txt", ".tsv", ".po")  # of the program's own files


def key(stage: str, *parts: object) -> str:
    """A digest of a stage's name and everything that its result depends on."""
    return digest(msgspec.msgpack.encode((stage, parts)))


def digest(data: bytes) -> str:
    """A digest of bytes, such as those of a file: SHA-256, which processors do twice as fast as any other."""
    return hashlib.sha256(data).hexdigest()[:DIGITS]


@lru_cache(1)  # it is what this process has loaded, whatever is done to the files meanwhile
def program() -> str:
    """A digest of the program's own files, by name, size and time: what an older program found is not believed."""
    here = str(Path(__file__).resolve().parent.parent)
    stats = sorted(
        (place[len(here) :], name, (found := Path(place, name).stat()).st_size, found.st_mtime_ns)
        for place, _, names in os.walk(here)
        for name in names
        if name.endswith(SUFFIXES)
    )
    return key("program", stats)
