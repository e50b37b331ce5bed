"""Words -> the bytes of broken and hostile files, or what makes them: archives, encodings, pages, rows, links."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TITLE = "Harbour closes for a month after the storm"
FIRST = "The council closed the harbour for a month on Monday, so that divers can look at its wall."
SECOND = "“We will keep our word,” the mayor said – nobody’s boat will be moved without leave."
GERMAN = "Über die Brücke führt kein Weg, sagte die Bürgermeisterin, bis die Mauer am großen Becken wieder dicht ist."
RUSSIAN = "Гавань закрыта на месяц, сообщил городской совет. Водолазы осмотрят стену и мол до конца недели. "


def said(number: int) -> str:
    """A paragraph that no other article has."""
    return " ".join(f"Pier {i} of ward {number} stays open until noon, said the harbour master." for i in range(9))


def mixed(number: int, count: int) -> str:
    """So many words of a small vocabulary, in an order of its own."""
    return " ".join(f"w{i * (2 * number + 1) % 2999}" for i in range(count))


def text(number: int, title: str = TITLE, date: str = "25.05.2021 | 16:17", body: str = "") -> str:
    """An article that no other one is like: every sentence has its number."""
    own = said(number)
    return f"{title}\n\n{date}\n\n{FIRST}\n\n{body or SECOND}\n\n{own}\n"


def database(number: int, title: str = TITLE) -> str:
    """An article in a text export of a news database."""
    head = f"{title}\nLund News\nMarch 5, 2021 Friday\n\nCopyright 2021 Lund News\n\nSection: NEWS\nLength: 120 words\n"
    return f"{head}\nBody\n\n{FIRST}\n\n{said(number)}\n\nLoad-Date: March 5, 2021\n\nEnd of Document\n\n"


def zipped(files: dict[str, bytes], link: str = "") -> bytes:
    """A zip file; `link` is the name of a symbolic link in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        if link:
            info = zipfile.ZipInfo(link)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def tarred(files: dict[str, bytes], *special: tarfile.TarInfo) -> bytes:
    """A tar file."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in special:
            archive.addfile(info)
    return buffer.getvalue()


def tar_entry(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    """A member that is no file."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def nested(levels: int) -> bytes:
    """Zip files in zip files."""
    data = zipped({"a.txt": text(900).encode()})
    for _ in range(levels):
        data = zipped({"a.zip": data})
    return data


def locked() -> bytes:
    """A zip file that says that its member is locked by a password."""
    data = bytearray(zipped({"a.txt": text(901).encode()}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def encoded(encoding: str, mark: bytes = b"", number: int = 0) -> bytes:
    """An article in another encoding."""
    return mark + text(number, body=GERMAN).encode(encoding, "replace")


def page(number: int, inside: str = "", head: str = "", charset: str = "utf-8") -> str:
    """A web page with an article."""
    own = said(number)
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{TITLE}</title>{head}</head><body><article>'
        f"<h1>{TITLE}</h1><p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{own}</p></article></body></html>"
    )


def record(number: int, **more: object) -> dict[str, object]:
    """One row of an export."""
    return {"title": TITLE, "text": text(number).split("\n\n", 2)[2], "date": "2021-05-25", **more}


def rows(*lines: str) -> bytes:
    """A CSV file."""
    return "\n".join(["title,text,date", *lines, ""]).encode()


def link(target: str) -> Callable[[Path], None]:
    """What makes a symbolic link."""
    return lambda path: path.symlink_to(target)


def closed_file(path: Path) -> None:
    """A file that nobody may read."""
    path.write_text(text(902), encoding="utf-8")
    path.chmod(0)


def closed_folder(path: Path) -> None:
    """A folder that nobody may look into."""
    path.mkdir()
    (path / "in.txt").write_text(text(903), encoding="utf-8")
    path.chmod(0)


def sparse(path: Path) -> None:
    """A file of 200 MB that takes no room."""
    with path.open("wb") as file:
        file.truncate(200_000_000)


WORDS = " ".join(f"w{i}" for i in range(3000))
BROKEN_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of older Office programs begin, and those that are locked
MAIL = "From: Lund News <a@example.org>\r\nSubject: {}\r\nDate: {}\r\n"
LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
YAML_LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
