"""gzip and zip files -> the files in them, each read by its own reader.

Problems: S40 broken, S41 unpacks to too much, S42 nested too deeply, S43 locked by a password.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.seeds.raw import Item, Raw

MAX_BYTES = 200_000_000  # unpacked, of one archive
MAX_RATIO = 200  # text shrinks to a tenth, repetitive HTML to a fiftieth; a bomb to a thousandth
SMALL = 10_000_000  # bytes that may be unpacked whatever the ratio
MAX_DEPTH = 2  # an archive in an archive
MAX_MEMBERS = 50_000
BROKEN = "Pack it again: it may be cut off."
BOMB = "Unpack it yourself, and put in what you need."


def gunzip(raw: Raw) -> Raw | Item:
    """The one file in a gzip file."""
    name = (raw.name or raw.path).rpartition("/")[2]
    name = name[:-4] + ".tar" if name.casefold().endswith(".tgz") else name.rpartition(".")[0]
    limit = max(SMALL, min(MAX_BYTES, len(raw.data) * MAX_RATIO))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw.data)) as file:
            data = file.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        return raw.problem("S40", f"cannot be unpacked: {error}", BROKEN)
    if len(data) > limit:
        return raw.problem("S41", "unpacks to more than any pile of articles", BOMB)
    return raw.member(name, data)


def unzip(raw: Raw) -> Iterator[Raw | Item]:
    """The files in a zip file, in the order of their names; what systems leave behind is passed over."""
    if raw.name.count("!") + bool(raw.name) >= MAX_DEPTH:
        yield raw.problem("S42", "is an archive in an archive in an archive", BOMB)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            members = sorted((info for info in archive.infolist() if _is_file(info)), key=lambda info: info.filename)
            size = sum(info.file_size for info in members)
            if size > MAX_BYTES or (size > SMALL and size > len(raw.data) * MAX_RATIO) or len(members) > MAX_MEMBERS:
                yield raw.problem("S41", "unpacks to more than any pile of articles", BOMB)
                return
            for info in members:
                yield _member(raw, archive, info)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        yield raw.problem("S40", f"cannot be unpacked: {error}", BROKEN)


def _member(raw: Raw, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Raw | Item:
    if info.flag_bits & 1:
        return raw.problem("S43", f"{info.filename} is locked by a password", "Unpack it yourself.")
    with archive.open(info) as file:
        return raw.member(info.filename, file.read(info.file_size))  # no more than it says it has


def _is_file(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.split("/")
    return not info.is_dir() and not any(
        part.startswith((".", "__MACOSX")) for part in parts if part not in (".", "..")
    )
