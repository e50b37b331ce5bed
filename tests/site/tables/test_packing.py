"""Compressed tables: what gzip reads of them, and that nothing hangs on how many pieces are worked on."""

from __future__ import annotations

import gzip
import io
import random
import shutil
import subprocess
import zlib
from typing import TYPE_CHECKING

import pytest

from dateline.site.tables.packing import PIECE, packed

if TYPE_CHECKING:
    from pathlib import Path


def rows(size: int) -> bytes:
    """A table of so many bytes, some of whose rows come again."""
    dice = random.Random(size)  # noqa: S311  the same table each time
    names = [f"{dice.randrange(10**9)},Ada Õunapuu,harbour\n".encode() for _ in range(5_000)]
    lines = b"".join(dice.choice(names) for _ in range(size // 30 + 1))
    return lines[:size]


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 70_000])
def test_it_is_read_as_one(size: int) -> None:
    content = rows(size)
    made = packed(io.BytesIO(content))
    assert gzip.decompress(made) == content
    assert zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(made) == content  # in one member
    assert len(made) <= len(gzip.compress(content, 6, mtime=0)) * 1.01 + 20


def test_the_same_bytes_however_many_are_at_work() -> None:
    content = rows(5 * PIECE + 7)
    assert len({packed(io.BytesIO(content), at_once) for at_once in (1, 2, 3, 8)}) == 1


def test_no_time_and_no_system_is_in_it() -> None:
    assert packed(io.BytesIO(b"rows"))[:10] == bytes.fromhex("1f8b08000000000000ff")


@pytest.mark.skipif(not shutil.which("gzip"), reason="no gzip here")
def test_gzip_itself_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "rows.gz").write_bytes(packed(io.BytesIO(rows(2 * PIECE + 5))))
    subprocess.run(["gzip", "-t", str(tmp_path / "rows.gz")], check=True)  # noqa: S607
