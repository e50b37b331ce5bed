"""What is to be made: a few files that belong together, what they are made from, and how they are made."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.site.views import Page

File = tuple[str, bytes]  # path and content
SIZE = 16  # bytes of a digest: two of 10 ** 9 are alike once in 10 ** 20
_ENCODER = msgspec.msgpack.Encoder(
    order="deterministic", enc_hook=str
)  # sets and mappings in one order; markup is text


class Planned(Struct, frozen=True):
    """One thing of the plan.

    `inputs` is a digest of everything that its files say besides what all pages share (program, templates, settings,
    countries and topics of the vocabulary, masthead). Where it is the same as in the last making, the files stand as
    they are: so whatever a page shows must be declared, best as a little more than it shows.
    """

    name: str  # the address of its page, or a name that no page has; no other thing has it
    inputs: bytes
    make: Callable[[], Iterable[Page | File]]
    large: bool = False  # takes long enough to be given to a process alone


def joined(digests: bytes) -> bytes:
    """A digest of digests, one behind the other."""
    return hashlib.sha256(digests).digest()[:SIZE]


def digest(*things: object) -> bytes:
    """A digest of plain values, sequences and structs: SHA-256, which processors do twice as fast as any other."""
    return hashlib.sha256(_ENCODER.encode(things)).digest()[:SIZE]
