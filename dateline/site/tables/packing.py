"""Bytes -> the same as gzip has them (RFC 1952), several pieces at once: of large tables it takes longer than all else.

Each piece is compressed with the end of the one before it at hand: so the whole is no larger than if it were made in
one go, and any program reads it as one. What comes out does not hang on how many are at work.
"""

from __future__ import annotations

import io
import os
import zlib
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

PIECE = 1 << 20  # bytes that are compressed together
WINDOW = 1 << 15  # bytes that a repetition may lie back: RFC 1951
LEVEL = 6  # 9 takes nearly twice as long for a sixtieth less
START = b"\x1f\x8b\x08" + bytes(6) + b"\xff"  # without a time and a name, of no system in particular


def packed(file: BinaryIO, at_once: int = 0) -> bytes:
    """What is left to be read of a file, compressed; `at_once`: pieces that are held and worked on, 0: as is best."""
    at_once = at_once or min(4, os.cpu_count() or 1)  # threads: zlib lets others run meanwhile
    out, sum_, size = io.BytesIO(), 0, 0
    out.write(START)
    with ThreadPoolExecutor(at_once) as threads:
        pieces = _pieces(file)
        while some := list(islice(pieces, 2 * at_once)):
            for made in threads.map(_deflated, some):
                out.write(made)
            for _, piece, _ in some:
                sum_, size = zlib.crc32(piece, sum_), size + len(piece)
    out.write(sum_.to_bytes(4, "little") + (size % (1 << 32)).to_bytes(4, "little"))
    return out.getvalue()


def _pieces(file: BinaryIO) -> Iterator[tuple[bytes, bytes, bool]]:
    """Each piece with the end of the one before it, and whether it is the last; one at least."""
    before, piece = b"", file.read(PIECE)
    while True:
        after = file.read(PIECE)
        yield before, piece, not after
        if not after:
            return
        before, piece = piece[-WINDOW:], after


def _deflated(part: tuple[bytes, bytes, bool]) -> bytes:
    before, piece, last = part
    packer = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS, zdict=before)
    return packer.compress(piece) + packer.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)
