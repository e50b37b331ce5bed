"""Pieces of a file -> the file; a large one as gzip has it (RFC 1952), in one member, which any program reads.

To compress large tables takes longer than all else that an edit asks for. So each piece is compressed by itself: what
is the same as in the last file is taken from there as it stands, and of what differs several pieces are worked on at
once. One to four bytes in a hundred are lost by it. Where a file is cut hangs on what it holds, not on how far that is
from its beginning: or all that comes after an edit would be cut elsewhere.
"""

from __future__ import annotations

import os
import zlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.site.planned import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

LEVEL = 6  # 9 takes nearly twice as long for a sixtieth less
START = b"\x1f\x8b\x08" + bytes(6) + b"\xff"  # without a time and a name, of no system in particular
END = b"\x03\x00"  # a last block with nothing in it: RFC 1951
WAITING = 12  # pieces, at most, that are compressed or wait for it
WHOLE = 0xFFFF_FFFF  # the bits of a sum
BLOCK = 4096  # bytes: a page of a database, so that one more of them moves others by whole blocks
BLOCKS = 64  # in a piece, on average: a quarter of a megabyte: with 16, six in a hundred are lost
MOST_BLOCKS = 1024  # in any


class Piece(Struct, frozen=True, array_like=True):
    """A piece of a compressed file."""

    key: bytes  # digest of what it was made from
    size: int  # bytes of what it holds
    length: int  # bytes of it in the file
    sum: int  # CRC-32 of what it holds


Packed = tuple[Piece, bytes | memoryview]  # a piece, and its bytes in a file


class Packer:
    """A file in the making."""

    def __init__(self, most: int, standing: Mapping[bytes, Packed], at_once: int = 0) -> None:
        """A file of more than `most` bytes is compressed. `standing`: the last file's pieces, if it was, by their keys.

        at_once: pieces that are worked on, 0: as is best. What comes out does not hang on it.
        """
        self.size = 0  # bytes, so far
        self.pieces: list[Piece] = []  # those that are compressed
        self._most = most
        self._standing = standing
        self._at_once = at_once
        self._threads: ThreadPoolExecutor | None = None
        self._held: deque[Packed | tuple[bytes, bytes]] = deque()  # as long as it may stay small; a key with content
        self._jobs: deque[Future[Packed] | Packed] = deque()
        self._out = BytesIO()

    @property
    def compressed(self) -> bool:
        return self.size > self._most

    def take(self, key: bytes) -> bool:
        """Put the piece of this key next as it stands in the last file. False: it is not there."""
        found = self._standing.get(key)
        if found:
            self._put(found, found[0].size)
        return found is not None

    def add(self, key: bytes, content: bytes) -> None:
        """Put a piece next that is made anew."""
        self._put((key, content), len(content))

    def add_file(self, file: BinaryIO) -> None:
        """Put all of a file, which is all of this one; of a large one in pieces that are found by what they hold."""
        small = file.seek(0, os.SEEK_END) <= self._most
        file.seek(0)
        if small:
            self.add(b"", file.read())
            return
        for content in by_content(file):
            key = joined(content)
            if not self.take(key):
                self.add(key, content)

    def finish(self) -> bytes:
        """The whole file."""
        if not self.compressed:
            return b"".join([inflated(more) if isinstance(one, Piece) else more for one, more in self._held])
        self._write(waiting=0)
        if self._threads:
            self._threads.shutdown()
        sum_ = 0
        for piece in self.pieces:
            sum_ = _after(sum_, piece.size) ^ piece.sum
        self._out.write(END + sum_.to_bytes(4, "little") + (self.size % (1 << 32)).to_bytes(4, "little"))
        return self._out.getvalue()

    def _put(self, one: Packed | tuple[bytes, bytes], size: int) -> None:
        self.size += size
        self._held.append(one)
        while self.compressed and self._held:
            self._pack(self._held.popleft())

    def _pack(self, one: Packed | tuple[bytes, bytes]) -> None:
        if self._threads is None:
            self._threads = threads(self._at_once)
            self._out.write(START)
        key, content = one
        if isinstance(key, Piece):
            self._jobs.append((key, content))
        else:
            self._jobs.append(self._threads.submit(_deflated, key, content))
        self._write(waiting=WAITING)

    def _write(self, waiting: int) -> None:
        """Write what is done, in its order, until no more than so many wait."""
        while len(self._jobs) > waiting:
            job = self._jobs.popleft()
            piece, packed = job.result() if isinstance(job, Future) else job
            self.pieces.append(piece)
            self._out.write(packed)


def threads(at_once: int = 0) -> ThreadPoolExecutor:
    """To work on several pieces: zlib lets others run meanwhile. `at_once`: how many; 0: as is best."""
    return ThreadPoolExecutor(at_once or min(4, os.cpu_count() or 1))


def by_content(file: BinaryIO) -> Iterator[bytes]:
    """What is left to be read of a file, in pieces that end where a block says so; one at least."""
    blocks = [file.read(BLOCK)]
    while block := file.read(BLOCK):
        if not zlib.crc32(blocks[-1]) % BLOCKS or len(blocks) == MOST_BLOCKS:
            yield b"".join(blocks)
            blocks.clear()
        blocks.append(block)
    yield b"".join(blocks)


def inflated(packed: bytes | memoryview) -> bytes:
    """What a piece holds."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed)


def _deflated(key: bytes, content: bytes | memoryview) -> Packed:
    packer = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush(zlib.Z_SYNC_FLUSH)
    return Piece(key, len(content), len(packed), zlib.crc32(content)), packed


def _after(sum_: int, size: int) -> int:
    """What a CRC-32 adds to that of so many bytes which come after it: it without its own inversions (RFC 1952, 8)
    over so many zeros."""
    found = sum_ ^ WHOLE
    for at in range(0, size, len(_ZEROS)):
        found = zlib.crc32(_ZEROS[: min(len(_ZEROS), size - at)], found)
    return found ^ WHOLE


_ZEROS = memoryview(bytes(1 << 18))
