"""What the machine last wrote of one article, and why <-> content/ledger/**.json."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  msgspec reads the types at run time
from typing import Any

import msgspec
from msgspec import Struct, field

from dateline.model import Evidence, SetAside  # noqa: TC001

Value = str | list[str]  # a front-matter field as the file says it; for the body, its SHA-256


class Now(Struct, frozen=True):
    """Where the seed of an article that is away stands now; its file, if it comes back, names the place that it had."""

    seed: str
    sha256: str
    record: int | None = None


class Ledger(Struct, frozen=True):
    """The machine's memory of one article; all that tells a person's edit from a value of the machine's own."""

    seed: str = ""  # relative to seeds/; empty for an article written by hand
    record: int | None = None
    sha256: str = ""  # of the seed file
    program: str = ""  # the version that wrote this
    withdrawn: bool = False  # a person deleted the article; it is not made again
    why: str = ""  # a person's reason for withdrawing it
    address: str = ""  # of its page, once given; a corrected title or date does not move the page
    formerly: tuple[str, ...] = ()  # addresses that it had before
    # Digests by which it is known again in another file: of an article of no seed, of what it said last; of others, of
    # what the seed says, where that is not what was written last.
    signs: Mapping[str, str] = field(default_factory=dict)
    now: Now | None = None  # of an article that is deleted, or a draft, if its seed has changed since
    # Field -> the value that the machine wrote last; None: a person's, and never the
    # machine's before. Empty texts are left out.
    wrote: Mapping[str, Value | None] = field(default_factory=dict)
    added: Mapping[str, list[str]] = field(default_factory=dict)  # facet -> tags that a person put in
    removed: Mapping[str, list[str]] = field(default_factory=dict)  # facet -> tags that a person took away
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()


def parse(text: str) -> Ledger:
    """Read one ledger file; ValueError says what is wrong with it."""
    return msgspec.json.decode(text, type=Ledger)


def render(ledger: Ledger) -> str:
    """A ledger file in its one form: two blanks a level, the fields in their order, empty ones left out."""
    plain = _said(msgspec.to_builtins(ledger))
    if ledger.now:
        plain["now"] = _said(msgspec.to_builtins(ledger.now))
    plain["evidence"] = {name: _said(msgspec.to_builtins(why)) for name, why in ledger.evidence.items()}
    return msgspec.json.format(msgspec.json.encode(plain), indent=2).decode() + "\n"


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    """Without what says nothing; a number always says something (the first record of a file is number 0)."""
    return {name: value for name, value in fields.items() if value or (isinstance(value, int) and value is not False)}
