"""The broken and hostile files themselves, and what is expected of each."""

# ruff: noqa: E501 - one case a line reads better than one argument a line

from __future__ import annotations

import base64
import bz2
import errno
import gzip
import json
import lzma
import os
import tarfile
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.hostile.bad_bytes import (
    BROKEN_PNG,
    FIRST,
    GERMAN,
    LAUGHS,
    MAIL,
    OLD,
    RUSSIAN,
    SECOND,
    TITLE,
    WORDS,
    YAML_LAUGHS,
    closed_file,
    closed_folder,
    database,
    encoded,
    link,
    locked,
    mixed,
    nested,
    page,
    record,
    rows,
    sparse,
    tar_entry,
    tarred,
    text,
    zipped,
)
from tests.hostile.office_files import docx, paragraph, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One file, and what the program is to make of it."""

    name: str | bytes  # under seeds/
    about: str
    data: bytes | Callable[[Path], None]  # its bytes, or what makes it
    codes: tuple[str, ...] = ()  # of all problems that are reported of it
    articles: int = 0
    title: str = ""
    date: str | None = None
    has: tuple[str, ...] = ()  # words that its body must have
    lacks: tuple[str, ...] = ()
    large: bool = False

    @property
    def shown(self) -> str:
        """The name as the program prints it."""
        return os.fsencode(self.name).decode("utf-8", "backslashreplace")


NOTHING_TO_READ = [
    Case("empty.txt", "no bytes", b"", ("S10",)),
    Case("blank.txt", "white space of all kinds", " \t\r\n\u00a0\u200b\ufeff\n".encode(), ("S13",)),
    Case("word.txt", "one word", b"Photo\n", ("S61",), 1),
    Case("menu.txt", "nothing but a menu", b"Home\nNews\nSign in\nShare\nTweet\n103\n", ("S60",)),
    Case("picture.txt", "a picture named as text", BROKEN_PNG, ("S11",)),
    Case("archive.txt", "a zip file named as text", zipped({"a.txt": b"x"}), ("S11",)),
    Case("paper.txt", "a PDF named as text", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n", ("S11",)),
    Case("random.txt", "bytes at random", bytes((i * 7919 + i // 3) % 256 for i in range(4096)), ("S11",)),
    Case("packed.html", "gzip data named as a page", gzip.compress(page(1).encode()), ("S11",)),
    Case("words.wpd", "a kind that is not read", b"\xffWPC words", ("S12",)),
    Case("README", "no suffix", b"words", ("S12",)),
    Case("broken.pdf", "a PDF that is none", b"%PDF-1.4 broken", ("S51",)),
    Case("broken.warc", "a web archive that is none", b"broken", ("S53",)),
    Case(".hidden.txt", "a hidden file is passed over", b"words"),
    Case("Thumbs.db", "what systems leave behind is passed over", b"\xd0\xcf\x11\xe0"),
]
ENCODINGS = [
    Case("utf8-mark.txt", "UTF-8 with a mark", encoded("utf-8", b"\xef\xbb\xbf", 10), (), 1, TITLE, "2021-05-25T16:17", (GERMAN,)),
    Case("utf16le.txt", "UTF-16 with a mark", encoded("utf-16-le", b"\xff\xfe", 11), (), 1, TITLE, None, (GERMAN,)),
    Case("utf16be.txt", "UTF-16 without a mark", encoded("utf-16-be", b"", 12), (), 1, TITLE, None, (GERMAN,)),
    Case("utf32.txt", "UTF-32 with a mark", encoded("utf-32-le", b"\xff\xfe\0\0", 13), (), 1, TITLE, None, (GERMAN,)),
    Case("cp1252.txt", "Windows-1252", encoded("cp1252", b"", 14), (), 1, TITLE, None, (GERMAN,)),
    Case("cp1251.txt", "Windows-1251", (RUSSIAN * 4).encode("cp1251"), (), 1, "", None, (RUSSIAN.strip(),)),
    Case("koi8.txt", "KOI8-R", (RUSSIAN * 5 + "Дом.").encode("koi8-r"), (), 1, "", None, ("Дом.",)),
    Case("lying-mark.txt", "a mark of UTF-16 before something else", b"\xff\xfe" + b"odd", ("S11",)),
    Case("mojibake.txt", "read wrongly once", text(15).encode().decode("cp1252", "ignore").encode(), (), 1, TITLE, None, ("We will keep our word",)),
    Case("few-bytes.txt", "some bytes that are no UTF-8", text(16).encode() + b"\nbroken \xc3( \xc0\xaf end.\n", (), 1, TITLE),
    Case("halves.txt", "halves of characters", text(17).encode() + b"\nsmile \xed\xa0\xbd\xed\xb8\x80 end.\n", (), 1, TITLE),
    Case("nulls.txt", "noughts between the words", text(18).replace(" ", "\0 ", 30).encode(), (), 1, TITLE, None, (), ("\0",)),
    Case("line-ends.txt", "five kinds of line end", text(19).replace("\n\n", "\r\r", 1).replace("\n", "\r\n", 2).encode() + "\u2028x\x85y\x0b\x0c".encode(), (), 1, TITLE, None, (FIRST,), ("\r",)),
    Case("controls.txt", "escape sequences of a terminal", text(20, body="\x1b[31mRed\x1b[0m and a bell\x07 rang in the harbour on Monday.").encode(), (), 1, TITLE, None, (), ("\x1b", "\x07")),
]  # fmt: skip
SHAPES = [
    Case("long-title.txt", "a headline of 300 characters", text(30, title="Harbour and market and theatre " * 9 + "close").encode(), (), 1),
    Case("one-line.txt", "everything on one line", text(31).replace("\n\n", " ").encode(), (), 1),
    Case("many-lines.txt", "20,000 lines", (text(32) + f"{FIRST}\n" * 20_000).encode(), (), 1, TITLE),
    Case("long-word.txt", "a word of a megabyte", text(33, body="a" * 1_000_000).encode(), (), 1, TITLE),
    Case("brackets.txt", "what careless patterns crawl over", text(34, body="a" * 50_000 + "! " + "(" * 2000 + " " + " ." * 5000).encode(), (), 1, TITLE),
    Case("markup.txt", "scripts in a text are words", text(35, body="<script>alert(1)</script> <img src=x onerror=alert(1)> were found on Monday.").encode(), (), 1, TITLE, None, (), ("<script>", "<img")),
    Case("template.txt", "braces of templates are words", text(36, body="{{ 7*7 }} {% include '/etc/passwd' %} ${7*7} were found on Monday, he said.").encode(), (), 1, TITLE, None, (), ("root:",)),
    Case("head.txt", "three dashes and YAML in a text", text(37, body="---\nadmin: true\nx: !!python/object/apply:os.system [id]\n---\n\nThe council closed it.").encode(), (), 1, TITLE),
    Case("teasers.txt", "a list of teasers", "\n\n".join(f"News of the town number {i}\n{FIRST[:75]} […]\nRead more" for i in range(4)).encode(), ("S60",)),
    Case("two.txt", "two articles one below the other", (text(38) + text(39, "Theatre opens again with a play about rivers", "27 May 2021")).encode(), ("S62",), 1),
    Case("impossible.txt", "a day that the calendar has not", text(40, date="31.02.2020").encode(), (), 1, TITLE, ""),
    Case("future.txt", "a day that is still to come", text(41, date="1 January 2031").encode(), ("S64",), 1, TITLE, ""),
    Case("ambiguous.txt", "a date with two readings", text(42, date="03/04/2021").encode(), (), 1, TITLE, "2021"),
]  # fmt: skip
MARKDOWN = [
    Case("unclosed.md", "a head that is not closed", f"---\ntitle: {TITLE}\n\n{text(50)}".encode(), ("S30",), 1),
    Case("broken.md", "a head that is no YAML", f'---\ntitle: "unclosed\ndate: [2021\n---\n\n{text(51)}'.encode(), ("S30",), 1),
    Case("laughs.md", "a head that grows without end", f"---\ntitle: {TITLE}\n{YAML_LAUGHS}---\n\n{text(52)}".encode(), ("S30",), 1),
    Case("object.md", "a head that would run a program", f"---\ntitle: {TITLE}\nx: !!python/object/apply:os.system [id]\n---\n\n{text(53)}".encode(), (), 1),
]  # fmt: skip
EXPORTS = [
    Case("cut-off.json", "JSON that is cut off", json.dumps([record(60), record(61)])[:-40].encode(), ("S23",)),
    Case("number.json", "JSON without a record", b"42", ("S24",)),
    Case("list.json", "an empty list", b"[]", ("S24",)),
    Case("deep.json", "50,000 brackets", b"[" * 50_000 + b"]" * 50_000, ("S23",)),
    Case("half.json", "half of a character", json.dumps(record(62)).replace("Harbour", "\\ud83d Harbour", 1).encode(), (), 1),
    Case("missing.json", "values that are missing", json.dumps(record(63, date=float("nan"), author=None)).encode(), (), 1, TITLE, ""),
    Case("epoch.json", "the zero of a clock", json.dumps(record(64, date="1970-01-01T00:00:00Z")).encode(), (), 1, TITLE, ""),
    Case("paths.json", "paths in fields", json.dumps([record(65, id="../../out", slug="../../../tmp/out")]).encode(), (), 1, TITLE),
    Case("line.jsonl", "a line that is broken", f'{json.dumps(record(66))}\n{{"title": "broken\n\n{json.dumps(record(67))}\n'.encode(), ("S25",), 2),
    Case("no-header.csv", "a table without a header", f'"{TITLE}","{FIRST}",2021-05-25\n'.encode(), ("S20",)),
    Case("no-rows.csv", "a header and no rows", rows(), ("S22",)),
    Case("ragged.csv", "too many and too few cells", rows(f"{TITLE},{FIRST.replace(',', '')} Word68x.", f'{TITLE},"{SECOND} Word69x.",2021-05-25,more'), ("S21",), 2),
    Case("unclosed.csv", "a quote that is not closed", rows(f'{TITLE},"{FIRST} Word70x.,2021-05-25', "b,c,d"), ("S21",), 1),
    Case("nulls.csv", "noughts in a table", rows(f'{TITLE},"a\0b {FIRST} Word71x.",2021-05-25'), (), 1, TITLE),
    Case("large-cell.csv", "a cell of 300 KB", rows(f'{TITLE},"{WORDS * 20}",2021-05-25'), (), 1, TITLE),
    Case("semicolons.csv", "semicolons, German names, Windows-1252", f'Titel;Text;Datum\n"{TITLE}";"{GERMAN} Word72x.";25.05.2021\n'.encode("cp1252"), (), 1, TITLE, "2021-05-25"),
    Case("formula.csv", "a formula for a title", rows(f'"=HYPERLINK(""https://example.org"")","{FIRST} Word73x.",2021-05-25'), (), 1),
    Case("no-body.eml", "a mail without a text", MAIL.format("Harbour", "Tue, 25 May 2021 16:17:00 +0300").encode() + b"\r\n", ("S27",)),
    Case("bad-header.eml", "a mail with a broken date and address", (MAIL.format(TITLE, "99 Foo 2021") + "\r\n" + text(74).split("\n\n", 2)[2]).encode(), (), 1, TITLE),
    Case("headless.txt", "an article of a news database without a head", database(75).replace("Lund News\nMarch 5, 2021 Friday\n", "", 1).encode() + database(76).encode(), ("S32",), 2),
    Case("ends.txt", "nothing but ends of documents", (text(77) + "End of Document\n" * 6000).encode(), (), 1, TITLE),
    Case("none.mbox", "a mailbox that is none", b"Subject: a\n\nb\n", ("S39",)),
    Case("blank.mbox", "a mailbox of messages without a text", b"From a Tue May 25 16:17:00 2021\nSubject: a\n\n" * 9, ("S27",)),
    Case("half.mbox", "a mailbox of which one message has no text", f"From a Tue May 25 16:17:00 2021\nSubject: a\n\n\nFrom b Tue May 25 16:17:00 2021\nSubject: {TITLE}\n\n{FIRST} Word80x.\n".encode(), ("S27",), 1, TITLE, None, (FIRST,)),
    Case("no-record.ris", "references without a record", b"no tags", ("S28",)),
    Case("no-item.csljson", "references without an item", b"[{}]", ("S28",)),
    Case("no-entry.rss", "a feed without an entry", b"<rss><channel></channel></rss>", ("S29",)),
    Case("laughs.rss", "a feed that grows without end", f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]><rss>&i;</rss>'.encode(), ("S29",)),
    Case("outside.rss", "a feed that asks for a file", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', ("S29",)),
]  # fmt: skip
DOCUMENTS = [
    Case("broken.docx", "a document that is none", b"PK broken document", ("S34",)),
    Case("old.docx", "a document of an older program", OLD + bytes(5000), ("S34",)),
    Case("locked.docx", "a document with a password", OLD + "EncryptedPackage".encode("utf-16-le"), ("S33",)),
    Case("empty.docx", "a document without a text", docx(paragraph(" ")), ("S35",)),
    Case("laughs.docx", "a document that grows without end", docx(paragraph(FIRST), before=f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]>'), ("S34",)),
    Case("deep.docx", "20,000 paragraphs in each other", docx("<w:p>" * 20_000 + "</w:p>" * 20_000), ("S14",)),
    Case("bomb.docx", "20 MB of blanks in a document", docx(paragraph(" " * 20_000_000)), ("S41",)),
    Case("broken.xlsx", "a workbook that is none", b"PK broken workbook", ("S34",)),
    Case("locked.xlsx", "a workbook with a password", OLD + "EncryptedPackage".encode("utf-16-le") + b"x", ("S33",)),
    Case("empty.xlsx", "a workbook of empty sheets", xlsx([], []), ("S37",)),
    Case("no-header.xlsx", "a workbook without a header", xlsx([[TITLE, FIRST], [TITLE, SECOND]]), ("S20",)),
    Case("laughs.xlsx", "a workbook that grows without end", xlsx([["title", "text"], [TITLE, FIRST]], before=f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]>'), ("S34",)),
    Case("formula.xlsx", "a formula is not worked out", xlsx([["title", "text"], ['=HYPERLINK("https://example.org")', f"{FIRST} Word79x."]]), (), 1, "worked out before", None, (FIRST,)),
    Case("sound.docx", "a sound document", docx(*map(paragraph, text(78).split("\n\n"))), (), 1, TITLE, "2021-05-25T16:17", (FIRST,)),
    Case("markup.docx", "scripts in a document are words", docx(paragraph(TITLE, "Title"), paragraph(FIRST), paragraph("<script>alert(1)</script> was found on Monday, he said. " + text(79)[60:])), (), 1, TITLE, None, (FIRST,), ("<script>",)),
]  # fmt: skip
PAGES = [
    Case("lying.html", "a page that lies of its encoding", page(80, f"<p>{RUSSIAN * 8}</p>", charset="utf-8").encode("cp1251", "replace"), (), 1, TITLE, None, (RUSSIAN.strip(),)),
    Case("scripts.html", "scripts and styles", page(81, "<script>var evil</script><style>p{}</style><svg onload=alert(1)></svg>").encode(), (), 1, TITLE, None, (FIRST,), ("evil", "onload")),
    Case("entities.html", "a page that grows without end", (f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(82, "<p>&i;&x;</p>")).encode(), (), 1, TITLE, None, (FIRST,), ("root:", "hahaha")),
    Case("deep.html", "6,000 divisions", page(83, "<div>" * 6000 + f"<p>{GERMAN}</p>" + "</div>" * 6000).encode(), (), 1),
    Case("picture.html", "a picture of 300 KB inside", page(84, f'<img src="data:image/png;base64,{base64.b64encode(b"x" * 300_000).decode()}">').encode(), (), 1, TITLE, None, (FIRST,), ("base64",)),
    Case("no-tags.html", "a page without tags", text(85).encode(), (), 1, TITLE, None, (FIRST,)),
    Case("page.txt", "a page named as text", page(86).encode(), (), 1, TITLE, None, (FIRST,), ("<p>",)),
    Case("no-page.mhtml", "a saved page without a page", b"Subject: a\r\n\r\ntext", ("S54",)),
]  # fmt: skip
ARCHIVES = [
    Case("cut-off.gz", "gzip that is cut off", gzip.compress(text(90).encode())[:-9], ("S40",)),
    Case("cut-off.txt.xz", "xz that is cut off", lzma.compress(text(91).encode())[:-9], ("S40",)),
    Case("broken.zip", "a zip file that is none", b"PK broken", ("S40",)),
    Case("broken.tar", "a tar file that is none", b"broken" * 200, ("S40",)),
    Case("bomb.zip", "20 MB of noughts in a zip file", zipped({"a.txt": b"0" * 20_000_000}), ("S41",)),
    Case("bomb.txt.gz", "20 MB of noughts in gzip", gzip.compress(b"0" * 20_000_000), ("S41",)),
    Case("bomb.txt.bz2", "20 MB of noughts in bzip2", bz2.compress(b"0" * 20_000_000), ("S41",)),
    Case("bomb.tar.xz", "20 MB of noughts in a tar file", lzma.compress(tarred({"a.txt": b"0" * 20_000_000})), ("S41",)),
    Case("nested.zip", "archives within archives", nested(6), ("S42",)),
    Case("locked.zip", "a password", locked(), ("S43",)),
    Case("out.zip", "names that lead out", zipped({"../out.txt": b"x", "/etc/out.txt": b"x", "in.txt": text(92).encode()}), ("S44", "S44"), 1, TITLE),
    Case("link.zip", "a link in a zip file", zipped({"in.txt": text(93).encode()}, "passwd.txt"), ("S44",), 1, TITLE, None, (), ("root:",)),
    Case("odd.tar", "links and devices in a tar file", tarred({"in.txt": text(94).encode()}, tar_entry("a.txt", tarfile.SYMTYPE, "/etc/passwd"), tar_entry("b.txt", tarfile.LNKTYPE, "in.txt"), tar_entry("c.txt", tarfile.FIFOTYPE), tar_entry("d.txt", tarfile.CHRTYPE)), ("S44",) * 4, 1, TITLE, None, (), ("root:",)),
    Case("pictures.zip", "nothing that is read", zipped({"a.png": BROKEN_PNG}), ("S12",)),
]  # fmt: skip
NAMES = [
    Case("name with  spaces & signs #1 %41 [x] (y).txt", "signs in a name", text(100).encode(), (), 1, TITLE),
    Case('quote\'s "x" $HOME `id`.txt', "what a shell would read", text(101).encode(), (), 1, TITLE),
    Case("..%2F..%2Fetc%2Fpasswd.txt", "a path in disguise", text(102).encode(), (), 1, TITLE),
    Case("..\\..\\windows.txt", "a path of another system", text(103).encode(), (), 1, TITLE),
    Case("CON.txt", "a name that is reserved elsewhere", text(104).encode(), (), 1, TITLE),
    Case("ä" * 115 + ".txt", "a name of 230 bytes", text(105).encode(), (), 1, TITLE),
    Case("🕊 peace.txt", "a picture in a name", text(106).encode(), (), 1, TITLE),
    Case("bidi_\u202etxt.exe.txt", "a name that reads from right to left", text(107).encode(), (), 1, TITLE),
    Case("-rf --help.txt", "a name like an option", text(108).encode(), (), 1, TITLE),
    Case("UPPER.TXT", "capital letters", text(109).encode(), (), 1, TITLE),
    Case("folder.txt/деталь/in.txt", "a folder named as a file", text(110).encode(), (), 1, TITLE),
    Case("line\nbreak.txt", "a line break in a name", text(111).encode(), (), 1, TITLE),
    Case(b"bad_\xff\xfe_name.txt", "a name that is not UTF-8", text(112).encode(), ("S05",)),
]
PLACES = [
    Case("loop-a.txt", "a link in a circle", link("loop-b.txt"), ("S01",)),
    Case("loop-b.txt", "its other half", link("loop-a.txt"), ("S01",)),
    Case("circle", "a folder that leads to itself", link("."), ("S01",)),
    Case("outside.txt", "a link that leads out", link("/etc/hostname"), ("S01",)),
    Case("nowhere.txt", "a link that leads nowhere", link("none.txt"), ("S01",)),
    Case("pipe.txt", "a pipe", os.mkfifo, ("S02",)),
    Case("closed.txt", "a file that may not be read", closed_file, ("S03",)),
    Case("closed", "a folder that may not be read", closed_folder, ("S03",)),
    Case("sparse.txt", "200 MB of noughts", sparse, ("S04",)),
]
LARGE = [
    Case("one-line-20MB.txt", "20 MB on one line", f"{TITLE}\n\n{f'{FIRST} {SECOND} ' * 110_000}".encode(), ("S16",), large=True),
    Case("rows-20MB.csv", "20 MB in 200 rows", rows(*(f'{TITLE} {i},"{mixed(i, 18_000)}",2021-05-25' for i in range(200))), (), 200, large=True),
]  # fmt: skip
CASES = [
    *NOTHING_TO_READ,
    *ENCODINGS,
    *SHAPES,
    *MARKDOWN,
    *EXPORTS,
    *DOCUMENTS,
    *PAGES,
    *ARCHIVES,
    *NAMES,
    *PLACES,
    *LARGE,
]


def make(root: Path, cases: list[Case]) -> list[Case]:
    """Write the files, each into a folder of its own, so that none is furniture of the others.

    Those that are returned could be made here, and may be expected to be seen; their names have the folder.
    """
    made = []
    for number, case in enumerate(cases):
        folder = "places" if case in PLACES else f"{number:03}"
        path = root / folder / os.fsdecode(case.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            if callable(case.data):
                case.data(path)
            else:
                path.write_bytes(case.data)
        except OSError as error:
            if error.errno in (errno.EILSEQ, errno.EINVAL, errno.ENAMETOOLONG, errno.EPERM):
                continue  # not on this file system
            raise
        if os.geteuid() != 0 or case.data not in (closed_file, closed_folder):  # root reads everything
            made.append(replace(case, name=f"{folder}/{os.fsdecode(case.name)}"))
    return made
