"""Packed files: everything in them that may be read is, and whatever tries a trick is one problem."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
from typing import TYPE_CHECKING, Literal

import pytest
from msgspec.structs import replace

from dateline import seeds
from dateline.model import Problem, Seed
from dateline.seeds import archives, readers
from dateline.seeds.raw import Allowance, Raw

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TEXT = "Harbour closes for a month\n\nThe council closed the harbour for a month on Monday, the mayor said."
FILES = {"b.txt": TEXT.encode(), "deep/a.txt": (TEXT + " Divers came.").encode()}
Mode = Literal["", "gz", "bz2", "xz"]


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files: Mapping[str, bytes | tarfile.TarInfo], packing: Mode = "") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=f"w:{packing}") as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            if isinstance(data, tarfile.TarInfo):
                archive.addfile(data)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def special(kind: bytes, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo("odd.txt")
    info.type, info.linkname = kind, target
    return info


def read(path: str, data: bytes) -> tuple[list[Seed], list[Problem]]:
    found = seeds.read(path, data)
    return [item for item in found if isinstance(item, Seed)], [item for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pile.zip", zipped(FILES)),
        ("pile.tar", tarred(FILES)),
        ("pile.tar.gz", tarred(FILES, "gz")),
        ("pile.tgz", tarred(FILES, "gz")),
        ("pile.tar.bz2", tarred(FILES, "bz2")),
        ("pile.TBZ2", tarred(FILES, "bz2")),
        ("pile.tar.xz", tarred(FILES, "xz")),
        ("pile.txz", tarred(FILES, "xz")),
        ("pile.zip", zipped({"inner.tar.gz": tarred(FILES, "gz"), "cover.png": b"\x89PNG"})),
    ],
)
def test_containers(name: str, data: bytes) -> None:
    found, problems = read(name, data)
    assert problems == []
    assert [(seed.record, seed.fields["member"].rpartition("!")[2], seed.text) for seed in found] == [
        (0, "b.txt", FILES["b.txt"].decode()),
        (1, "deep/a.txt", FILES["deep/a.txt"].decode()),
    ]
    assert {seed.path for seed in found} == {name}


@pytest.mark.parametrize(
    ("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.bz2", bz2.compress), ("a.txt.xz", lzma.compress)]
)
def test_compressed_files(name: str, pack: Callable[[bytes], bytes]) -> None:
    (seed,), problems = read(name, pack(TEXT.encode()))
    assert (problems, seed.text, seed.record) == ([], TEXT, None)
    cut_off = read(name, pack(TEXT.encode())[:-12])
    assert (cut_off[0], [problem.code for problem in cut_off[1]]) == ([], ["S40"])
    twice, _ = read(name, pack(TEXT[:30].encode()) + pack(TEXT[30:].encode()))
    assert twice[0].text == TEXT


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"])
@pytest.mark.parametrize(("archive", "pack"), [("pile.zip", zipped), ("pile.tar", tarred)])
def test_a_name_that_leads_out_is_refused(name: str, archive: str, pack: Callable[..., bytes]) -> None:
    found, problems = read(archive, pack({name: TEXT.encode(), "b.txt": TEXT.encode()}))
    assert [seed.fields["member"] for seed in found] == ["b.txt"]
    assert [problem.code for problem in problems] == ["S44"]
    assert "outside" in problems[0].message


@pytest.mark.parametrize(
    "odd",
    [
        special(tarfile.SYMTYPE, "/etc/passwd"),
        special(tarfile.LNKTYPE, "b.txt"),
        special(tarfile.FIFOTYPE),
        special(tarfile.CHRTYPE),
        special(tarfile.BLKTYPE),
    ],
)
def test_links_and_devices_are_refused(odd: tarfile.TarInfo) -> None:
    found, problems = read("pile.tar", tarred({"b.txt": TEXT.encode(), "odd.txt": odd}))
    assert [seed.fields["member"] for seed in found] == ["b.txt"]
    assert [problem.code for problem in problems] == ["S44"]


def test_a_link_in_a_zip_file_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    found, problems = read("pile.zip", buffer.getvalue())
    assert (found, [problem.code for problem in problems]) == ([], ["S44"])


def test_of_very_many_tricks_the_first_are_named() -> None:
    found, problems = read("pile.zip", zipped({f"../{i}.txt": b"x" for i in range(60)}))
    assert found == []
    assert len(problems) == archives.MAX_REFUSED + 1
    assert "40 more" in problems[-1].message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped({"a.txt": b"0" * 20_000_000})),
        ("a.txt.gz", gzip.compress(b"0" * 20_000_000)),
        ("a.txt.bz2", bz2.compress(b"0" * 20_000_000)),
        ("a.txt.xz", lzma.compress(b"0" * 20_000_000)),
        ("a.tar.gz", tarred({"a.txt": b"0" * 20_000_000}, "gz")),
    ],
)
def test_bombs_are_refused(name: str, data: bytes) -> None:
    assert [problem.code for problem in read(name, data)[1]] == ["S41"]


def test_many_small_bombs_are_one_large_one() -> None:
    inner = zipped({"a.txt": b"0 " * 400_000})
    raw = Raw.of("pile.zip", zipped({f"{i}.zip": inner for i in range(9)}), {})
    found = readers._read(replace(raw, allowance=Allowance(4_000_000)))
    assert [item.code for item in found if isinstance(item, Problem)] == ["S41"] * 5
    assert sum(isinstance(item, Seed) for item in found) == 4


def test_archives_in_archives_in_archives_are_refused() -> None:
    data = zipped(FILES)
    for _ in range(archives.MAX_DEPTH):
        data = zipped({"a.zip": data})
    found, problems = read("a.zip", data)
    assert (found, [problem.code for problem in problems]) == ([], ["S42"])
    data = TEXT.encode()
    for _ in range(archives.MAX_DEPTH + 1):
        data = gzip.compress(data)
    assert [problem.code for problem in read("a.txt" + ".gz" * 4, data)[1]] == ["S42"]


def test_what_is_broken_does_not_take_the_rest_with_it() -> None:
    data = bytearray(zipped({"a.txt": TEXT.encode() * 9, "b.txt": TEXT.encode()}))
    data[60] ^= 0xFF  # within the first member
    found, problems = read("pile.zip", bytes(data))
    assert [seed.fields["member"] for seed in found] == ["b.txt"]
    assert [problem.code for problem in problems] == ["S40"]
    cut_off = tarred({"a.txt": TEXT.encode(), "b.txt": TEXT.encode() * 400})[:4000]
    found, problems = read("pile.tar", cut_off)
    assert [problem.code for problem in problems] == ["S40"]
    assert [read(name, b"no archive")[1][0].code for name in ("a.tar", "a.tgz", "a.zip", "a.xz")] == ["S40"] * 4


def test_a_member_without_a_name_is_passed_over() -> None:
    data = zipped({"a.txt": TEXT.encode()}).replace(b"a.txt", b"\0.txt")
    assert read("pile.zip", data)[0] == []


def test_only_the_pages_of_a_web_archive_count() -> None:
    pages = b'{"url": "https://example.org/a", "title": "Harbour", "text": "Shut."}'
    found, problems = read("a.wacz", zipped({"pages/pages.jsonl": pages, "datapackage.json": b"{}"}))
    assert (found, [problem.code for problem in problems]) == ([], ["S12"])
