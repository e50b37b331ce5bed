"""Numbers and errors -> words for what is said to a person."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any


def counted(number: int, noun: str) -> str:
    """The number with its noun in the form that it asks for: 1 article, 1,234 articles."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def command(verb: str, site: Path, *options: str) -> str:
    """What to type where this was typed, to have the program do something with a site folder."""
    asked = Path(sys.argv[0])
    if asked.name == "build.py":
        beside = asked.resolve().parent == Path.cwd()
        program = f"python3 {shlex.quote('build.py' if beside else str(asked))}"
    else:
        program = "dateline"
    where = [] if site.resolve() == Path.cwd() else ["--site", str(site)]
    return f"{program} {shlex.join([verb, *where, *options])}"


def why_unread(error: OSError | UnicodeDecodeError) -> str:
    """Why a text file could not be read, as the rest of a sentence about it."""
    if isinstance(error, UnicodeDecodeError):
        return f"is not UTF-8: byte 0x{error.object[error.start]:02X} at offset {error.start}"
    return f"cannot be read: {(error.strerror or str(error)).lower()}"


def kind_of(value: Any) -> str:
    """What a value of YAML is, to say that it should be something else."""
    if isinstance(value, dict | list):
        return "a list"
    return "empty" if value is None else f"'{value}'"
