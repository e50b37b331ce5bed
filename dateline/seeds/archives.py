"""Packed files -> the files in them, each read by its own reader.

A compressed file (gz, bz2, xz) holds one file, a container (zip, tar) many. Nothing is unpacked to disk, so no name can
lead anywhere; one that tries is a sign of a bad archive, and its member is refused.

Problems: S40 broken, S41 unpacks to too much, S42 nested too deeply, S43 locked by a password, S44 a member that is no
file of the archive.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from itertools import islice
from typing import TYPE_CHECKING

from dateline.tools.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.model import Problem
    from dateline.seeds.raw import Item, Raw

MAX_RATIO = 200  # text shrinks to a tenth, repetitive HTML to a fiftieth; a bomb to a thousandth
SMALL = 10_000_000  # bytes that may be unpacked whatever the ratio
MAX_DEPTH = 3  # unpackings within each other: a tar.gz in a zip takes three
MAX_MEMBERS = 50_000
MAX_REFUSED = 20  # members that are named; the others are counted
XZ_MEMORY = 200_000_000  # bytes; a file may ask its reader for four gigabytes
COMPRESSED = frozenset({"gz", "bz2", "xz", "tgz", "tbz", "tbz2", "txz"})
CONTAINERS = frozenset({"zip", "tar", "wacz", "epub"})
BROKEN = "Pack it again: it may be cut off."
BOMB = "Unpack it yourself, and put in what you need."
TRICK = "Unpack it yourself, and put in the file that you mean."
_DRIVE = re.compile(r"[A-Za-z]:")
FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, NotImplementedError,
           ValueError, RuntimeError, IndexError, MemoryError)  # fmt: skip


def decompress(raw: Raw) -> Raw | Item:
    """The one file in a compressed file."""
    if raw.depth >= MAX_DEPTH:
        return _too_deep(raw)
    limit = min(raw.allowance.left, max(SMALL, len(raw.data) * MAX_RATIO))
    try:
        data = _inflated(raw.suffix, raw.data, limit + 1)
    except FAULTS as error:
        return raw.problem("S40", f"cannot be unpacked: {reason(error)}", BROKEN)
    if len(data) > limit:
        return bomb(raw)
    raw.allowance.take(len(data))
    return raw.member(_inner_name(raw), data)


def members(raw: Raw) -> Iterator[Raw | Item]:
    """The files in a container, in the order of their names; what systems leave behind is passed over."""
    if raw.depth >= MAX_DEPTH:
        yield _too_deep(raw)
        return
    try:
        yield from _few_refused(raw, _tar(raw) if raw.suffix == "tar" else _zip(raw))
    except FAULTS as error:
        yield raw.problem("S40", f"cannot be unpacked: {reason(error)}", BROKEN)


def _inflated(suffix: str, data: bytes, limit: int) -> bytes:
    if suffix.endswith("gz"):
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            return file.read(limit)
    if "b" in suffix:
        with bz2.BZ2File(io.BytesIO(data)) as packed:
            return packed.read(limit)
    return _unxz(data, limit)


def _unxz(data: bytes, limit: int) -> bytes:
    """The standard library's file object sets no bound to memory; its decompressor does."""
    found = bytearray()
    while data.strip(b"\0") and len(found) < limit:
        decompressor = lzma.LZMADecompressor(memlimit=XZ_MEMORY)
        found += decompressor.decompress(data, limit - len(found))
        if not decompressor.eof and len(found) < limit:
            raise EOFError("it ends before its end")
        data = decompressor.unused_data
    return bytes(found)


def _inner_name(raw: Raw) -> str:
    stem, _, suffix = (raw.name or raw.path).rpartition("/")[2].rpartition(".")
    return f"{stem}.tar" if suffix.casefold().startswith("t") else stem


def _zip(raw: Raw) -> Iterator[Raw | Item]:
    with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
        found = [
            info
            for info in archive.infolist()
            if info.filename and not info.is_dir() and not _is_left_behind(info.filename)
        ]
        if is_bomb(raw, [info.file_size for info in found]):
            yield bomb(raw)
            return
        for info in sorted(found, key=lambda info: info.filename):
            kind = stat.S_IFMT(info.external_attr >> 16)
            if problem := _refused(raw, info.filename, is_file=kind in (0, stat.S_IFREG)):
                yield problem
            elif info.flag_bits & 1:
                yield raw.problem("S43", f"{info.filename} is locked by a password", "Unpack it yourself.")
            else:
                yield _zipped(raw, archive, info)


def _zipped(raw: Raw, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Raw | Item:
    try:
        with archive.open(info) as file:
            data = file.read(info.file_size)  # no more than it says it has
    except FAULTS as error:
        return raw.problem("S40", f"{info.filename} cannot be unpacked: {reason(error)}", BROKEN)
    raw.allowance.take(len(data))
    return raw.member(info.filename, data)


def _tar(raw: Raw) -> Iterator[Raw | Item]:
    with tarfile.open(fileobj=io.BytesIO(raw.data), mode="r:") as archive:
        found, fault = _tar_members(archive)
        if is_bomb(raw, [info.size for info in found.values() if info.isreg()]):
            yield bomb(raw)
            return
        for name, info in sorted(found.items()):
            if problem := _refused(raw, name, is_file=info.isreg()):
                yield problem
            elif (file := archive.extractfile(info)) is not None:
                data = file.read(info.size)
                raw.allowance.take(len(data))
                yield raw.member(name, data)
    if fault:
        yield raw.problem("S40", f"cannot be unpacked further: {fault}", BROKEN)


def _tar_members(archive: tarfile.TarFile) -> tuple[dict[str, tarfile.TarInfo], str]:
    """By name, the last of each as tar itself has it; and why the list ends before the archive does."""
    found: dict[str, tarfile.TarInfo] = {}
    try:
        for info in islice(archive, MAX_MEMBERS + 1):
            if not info.isdir() and not _is_left_behind(info.name):
                found[info.name] = info
    except FAULTS as error:
        return found, reason(error)
    return found, ""


def is_bomb(raw: Raw, sizes: list[int]) -> bool:
    """Whether members of these sizes are more than any pile of articles has."""
    size = sum(sizes)
    shrunk = size > SMALL and size > len(raw.data) * MAX_RATIO
    return shrunk or size > raw.allowance.left or len(sizes) > MAX_MEMBERS


def _refused(raw: Raw, name: str, *, is_file: bool) -> Item | None:
    if ".." in _parts(name) or name.startswith(("/", "\\")) or _DRIVE.match(name):
        return raw.problem("S44", f"{name} would lie outside the archive, so it is not read", TRICK)
    if not is_file:
        return raw.problem("S44", f"{name} is a link or a device, so it is not read", TRICK)
    return None


def _few_refused(raw: Raw, found: Iterable[Raw | Item]) -> Iterator[Raw | Item]:
    refused = 0
    for item in found:
        refused += getattr(item, "code", "") == "S44"
        if refused <= MAX_REFUSED or getattr(item, "code", "") != "S44":
            yield item
    if refused > MAX_REFUSED:
        yield raw.problem("S44", f"has {counted(refused - MAX_REFUSED, 'more member')} that may not be read", TRICK)


def _is_left_behind(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in _parts(name) if part not in (".", ".."))


def _parts(name: str) -> list[str]:
    return name.replace("\\", "/").split("/")


def _too_deep(raw: Raw) -> Item:
    return raw.problem("S42", "lies in too many archives within each other", BOMB)


def bomb(raw: Raw) -> Problem:
    """S41."""
    return raw.problem("S41", "unpacks to more than any pile of articles", BOMB)


def reason(error: BaseException) -> str:
    """What an error of these says."""
    return str(error) or type(error).__name__
