"""Whatever a result depends on -> a digest, by which it is found again."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from functools import lru_cache
from pathlib import Path

import msgspec

from dateline import __version__
from dateline.workers import packages

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
    """A digest of all that works here: what an older program found is not believed, nor what older packages did.

    The program's own files count by name, size and time, Python and packages by their versions.
    """
    here = str(Path(__file__).resolve().parent.parent)
    stats = sorted(
        (place[len(here) :], name, (found := Path(place, name).stat()).st_size, found.st_mtime_ns)
        for place, _, names in os.walk(here)
        for name in names
        if name.endswith(SUFFIXES)
    )
    python = [sys.implementation.name, *sys.version_info, unicodedata.unidata_version]
    return key("program", __version__, stats, python, packages.installed())
