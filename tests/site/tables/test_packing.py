"""Files of data/ that are compressed in pieces: what gzip reads of them, and which pieces stand after an edit."""

from __future__ import annotations

import gzip
import io
import random
import shutil
import subprocess
import zlib
from typing import TYPE_CHECKING

import pytest

from dateline.site.tables.aligned import Aligned
from dateline.site.tables.former import Former, Kept
from dateline.site.tables.packing import BLOCK, MOST_BLOCKS, Packer, by_content

if TYPE_CHECKING:
    from pathlib import Path

LARGE = BLOCK * 700  # ten pieces or so


def rows(size: int, seed: int = 0) -> bytes:
    """A table of so many bytes, some of whose rows come again."""
    dice = random.Random(seed)  # noqa: S311  the same table each time
    names = [f"{dice.randrange(10**9)},Ada Õunapuu,harbour\n".encode() for _ in range(5_000)]
    lines = b"".join(dice.choice(names) for _ in range(size // 30 + 1))
    return lines[:size]


def packed(content: bytes, former: Former | None = None, at_once: int = 0) -> tuple[bytes, Packer]:
    packer = Packer(0, former.standing if former else {}, at_once)
    packer.add_file(io.BytesIO(content))
    return packer.finish(), packer


def former(content: bytes) -> Former:
    """The file with this content, as it is published."""
    made, packer = packed(content)
    return Former("rows.csv.gz", made, Kept(b"", "", None, [], [], packer.pieces), Aligned((), ()))


@pytest.mark.parametrize("size", [1, BLOCK - 1, BLOCK, BLOCK + 1, LARGE, LARGE + 70_000])
def test_it_is_read_as_one(size: int) -> None:
    content = rows(size)
    made, packer = packed(content)
    assert gzip.decompress(made) == content
    assert zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(made) == content  # in one member
    assert len(made) <= len(gzip.compress(content, 6, mtime=0)) * 1.03 + 20
    assert (len(packer.pieces) > 4) == (size >= LARGE)


def test_the_same_bytes_however_many_are_at_work() -> None:
    content = rows(LARGE)
    assert len({packed(content, at_once=at_once)[0] for at_once in (1, 2, 3, 8)}) == 1


def test_no_time_and_no_system_is_in_it() -> None:
    assert packed(b"rows")[0][:10] == bytes.fromhex("1f8b08000000000000ff")


def test_what_is_small_is_not_compressed() -> None:
    for more in (b"", b"?"):
        packer = Packer(9, {})
        packer.add(b"", b"rows,")
        packer.add(b"", b"rows" + more)
        made = packer.finish()
        assert (made == b"rows,rows") == (not more) == (not packer.compressed)
        assert len(packer.pieces) == (2 if more else 0)


def test_what_was_large_and_is_small_is_unpacked() -> None:
    last = former(b"rows")
    packer = Packer(9, last.standing)
    assert packer.take(last.kept.pieces[0].key)
    packer.add(b"", b",more")
    assert packer.finish() == b"rows,more"
    assert not packer.take(b"another key")


@pytest.mark.parametrize("at", [0, LARGE // 2, LARGE])
@pytest.mark.parametrize("more", [b"!", b"", b"?" * BLOCK, b"?" * 3 * BLOCK])
def test_most_pieces_stand_after_an_edit(at: int, more: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    content = rows(LARGE)
    cut = 1 if more == b"!" else 0 if more else BLOCK  # blocks stay whole
    new = content[:at] + more + content[at + cut :]
    last, expected, anew = former(content), packed(new)[0], []
    put = Packer.add

    def add(self: Packer, key: bytes, content: bytes) -> None:
        anew.append(content)
        put(self, key, content)

    monkeypatch.setattr(Packer, "add", add)
    made, packer = packed(new, last)
    assert made == expected
    assert gzip.decompress(made) == new
    assert len(anew) <= 2 < 5 <= len(packer.pieces)


def test_any_bytes_of_the_last_file(tmp_path: Path) -> None:
    content = rows(LARGE)
    last, dice = former(content), random.Random(1)  # noqa: S311  a sample
    starts = sorted(last.starts.values())
    places = [
        *starts,
        *(start + n for start in starts[1:] for n in (-1, 1)),
        *(dice.randrange(LARGE) for _ in range(9)),
        LARGE,
    ]
    for start in places:
        for end in places:
            if start < end:
                assert last.part(start, end) == content[start:end]
    assert last.part(5, 5) == b""
    last.write(tmp_path / "rows")
    assert (tmp_path / "rows").read_bytes() == content


def test_no_piece_is_endless() -> None:
    blocks = next(n for n in range(9) if zlib.crc32(bytes([n]) * BLOCK) % 64)
    content = bytes([blocks]) * BLOCK * (MOST_BLOCKS + 1)
    assert [len(piece) for piece in by_content(io.BytesIO(content))] == [MOST_BLOCKS * BLOCK, BLOCK]
    assert list(by_content(io.BytesIO(b""))) == [b""]


@pytest.mark.skipif(not shutil.which("gzip"), reason="no gzip here")
def test_gzip_itself_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "rows.gz").write_bytes(packed(rows(LARGE))[0])
    subprocess.run(["gzip", "-t", str(tmp_path / "rows.gz")], check=True)  # noqa: S607
