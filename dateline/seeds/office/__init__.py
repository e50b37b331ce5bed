"""Office files (.docx, .xlsx) are zip archives of XML: what is looked at before a library reads one.

Problems: S33 locked by a password, S34 cannot be read, S36 too long, S41 unpacks to too much.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from dateline.seeds import archives
from dateline.seeds.doctypes import has_doctype

if TYPE_CHECKING:
    from dateline.model import Problem
    from dateline.seeds.raw import Raw

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of older programs begin, and those that are locked
LOCKED = "EncryptedPackage".encode("utf-16-le")
XML = (".xml", ".rels")
BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # what may stand before the first sign of XML
CONTENTS = "[Content_Types].xml"
BEGINNING = 4000  # bytes of a part
SAID = 120  # characters of what a library says
AGAIN = "Save it again in the program that wrote it, as .{}."


def fault(raw: Raw, folder: str, largest: int) -> Problem | None:
    """Why a file is not to be read; None: it may be. `folder` is where the parts of this kind of file lie, `largest`
    how many bytes of XML one of them may have."""
    if raw.data.startswith(OLD):
        if LOCKED in raw.data:
            return raw.problem("S33", "is locked by a password", "Save it without one.")
        return unreadable(raw, "it is a file of an older program")
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            return _fault_within(raw, archive, folder, largest)
    except archives.FAULTS as error:
        return unreadable(raw, archives.reason(error))


def unreadable(raw: Raw, why: str) -> Problem:
    """S34."""
    said = " ".join(why.split())[:SAID].rstrip(".")
    return raw.problem("S34", f"cannot be read: {said}", AGAIN.format(raw.suffix))


def _fault_within(raw: Raw, archive: zipfile.ZipFile, folder: str, largest: int) -> Problem | None:
    found = archive.infolist()
    if any(info.flag_bits & 1 for info in found):
        return raw.problem("S33", "is locked by a password", "Save it without one.")
    sizes = [info.file_size for info in found]
    if archives.is_bomb(raw, sizes):
        return archives.bomb(raw)
    parts = [info for info in found if _is_xml(archive, info)]
    if any(info.file_size > largest for info in parts):
        return raw.problem(
            "S36", f"has more than {largest // 1_000_000} MB of XML in one part", "Split it into smaller files."
        )
    names = {info.filename for info in found}
    if CONTENTS not in names or not any(name.startswith(folder) for name in names):
        return unreadable(raw, "its parts are not those of such a file")
    raw.allowance.take(sum(info.file_size for info in parts))  # pictures stay packed
    for info in parts:
        if "/media/" not in info.filename and has_doctype(archive.read(info)):
            return unreadable(raw, f"{info.filename} has a DOCTYPE, which no such file needs")
    return None


def _is_xml(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """By its name or its beginning: which parts are read, not their names say but what the others call them."""
    if info.filename.endswith(XML):
        return True
    with archive.open(info) as part:
        return part.read(BEGINNING).lstrip(BEFORE).startswith(b"<")
