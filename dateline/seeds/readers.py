"""One file's path and bytes -> its raw articles, or the problem with it.

Problems: S10 empty, S11 not text, S12 a kind of file that is not read, S13 white space only, S14 reader failed, S15 an
encoding that had to be mended (a note), S16 too long for an article.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.model import Problem, Seed
from dateline.seeds import archives, databases, head, rtf, unread
from dateline.seeds.decoding import NotTextError, told
from dateline.seeds.raw import Item, Raw

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

READERS = {  # suffix -> module, function; imported on first use, because a pile mostly has one kind
    "html": "pages:read", "htm": "pages:read", "xhtml": "pages:read",
    "mhtml": "pages:read_mhtml", "mht": "pages:read_mhtml",
    "md": "markdown:read", "markdown": "markdown:read",
    "json": "documents:read", "jsonl": "documents:read_lines", "ndjson": "documents:read_lines",
    "csv": "tables:read", "tsv": "tables:read", "tab": "tables:read",
    "eml": "mail:read", "mbox": "mailboxes:read", "ris": "references:read", "csljson": "citations:read",
    "rss": "feeds:read", "atom": "feeds:read", "xml": "feeds:read",
    "pdf": "pdf:read", "docx": "office.word:read", "odt": "office.open_document:read",
    "xlsx": "office.workbook:read", "warc": "web_archives:read",
}  # fmt: skip
TEXTS = frozenset({"txt", "text", "rtf"})
PACKED = archives.COMPRESSED | archives.CONTAINERS
KINDS = ", ".join(f".{name}" for name in ("txt", "rtf", *sorted(READERS), *sorted(PACKED)))
MAX_TEXT = 4_000_000  # characters; the longest novels have three million
MAX_PAGE = 40_000_000  # the same of a page with its pictures inside
BLANK = "\ufeff\u200b \t\n\r\x0b\x0c\xa0"


def read(path: str, data: bytes, columns: Mapping[str, str] | None = None) -> list[Item]:
    """The seeds in one file; `path` is relative to seeds/. An unusable file gives exactly one problem.

    columns: names of columns or keys that no export is known to use -> the field of an article that they hold.
    """
    return [_bounded(item) for item in _read(Raw.of(path, data, columns or {}))]


def _bounded(item: Item) -> Item:
    """The seed, if it can be an article; what is a book or a database in one line would take minutes to read as one."""
    if isinstance(item, Problem) or len(item.text) <= (MAX_PAGE if item.format == "page" else MAX_TEXT):
        return item
    message = f"is too long for an article: {len(item.text) / 1e6:.0f} million characters"
    where = Raw(item.path, b"", item.fields.get("member", ""))
    return where.problem("S16", message, "Split it into its articles, one a file.", item.first_line)


def _read(raw: Raw) -> list[Item]:
    if not raw.data:
        return [raw.problem("S10", "is empty", "Delete it, or put the article's text into it.")]
    if raw.suffix not in TEXTS and not raw.data.strip():
        return [_blank(raw)]
    if raw.suffix in archives.COMPRESSED:
        inner = archives.decompress(raw)
        return _read(inner) if isinstance(inner, Raw) else [inner]
    if raw.suffix in archives.CONTAINERS:
        return _contained(raw)
    if raw.suffix in TEXTS or raw.data.startswith(rtf.BEGINS):  # Word reads that under any name, and writes .doc
        return _text(raw)
    if raw.suffix not in READERS:
        return [unread.problem(raw, KINDS)]
    try:
        return _reader(raw.suffix)(raw)
    except NotTextError as error:
        return [raw.problem("S11", str(error), "Save it again as UTF-8.")]
    except RecursionError:
        return [raw.problem("S14", "is nested too deeply", "Take it away, or save it again.")]


def _reader(suffix: str) -> Callable[[Raw], list[Item]]:
    module, _, function = READERS[suffix].partition(":")
    found: Callable[[Raw], list[Item]] = getattr(import_module(f"dateline.seeds.{module}"), function)
    return found


def _blank(raw: Raw) -> Problem:
    return raw.problem("S13", "holds nothing but white space", "Delete it, or put the article's text into it.")


def _text(raw: Raw) -> list[Item]:
    try:
        text, note = (rtf.text(raw.data), "") if raw.data.startswith(rtf.BEGINS) else told(raw.data)
    except NotTextError as error:
        return [raw.problem("S11", str(error), "Save it as UTF-8 text.")]
    if not text.strip(BLANK):
        return [_blank(raw)]
    if (
        "<" in text[:2000]
        and not raw.data.startswith(rtf.BEGINS)
        and (pages := import_module("dateline.seeds.pages")).looks_like_page(text)
    ):
        found: list[Item] = pages.read(raw)
        return found
    mended = [raw.problem("S15", note, "Compare it with the original.", severity="note")] if note else []
    if articles := databases.read(raw, text):
        return [*articles, *mended]
    fields, rest = head.of(text, raw.columns)
    return [raw.seed(rest, "text", fields), *mended]


def _contained(raw: Raw) -> list[Item]:
    """All members; their records are counted through, so that (path, record) stays the address of an article."""
    items: list[Item] = []
    number = 0
    for inner in archives.members(raw):
        if isinstance(inner, Raw) and raw.suffix in _WITHIN and not _WITHIN[raw.suffix](inner):
            continue
        found = _read(inner) if isinstance(inner, Raw) else [inner]
        for item in found:
            if isinstance(item, Seed):
                items.append(replace(item, record=number))
                number += 1
            elif isinstance(inner, Problem) or item.code != unread.CODE:  # an archive may hold pictures too
                items.append(item)
    return items or [raw.problem("S12", "holds nothing that is read", f"Read are {KINDS}.")]


def _is_chapter(member: Raw) -> bool:
    """The articles of an electronic book, such as a paper as readers of books have it, are pages; so are its lists."""
    stem = member.name.rpartition("!")[2].rpartition("/")[2].partition(".")[0].casefold()
    return member.suffix in ("xhtml", "html", "htm") and stem not in ("nav", "toc", "cover", "titlepage", "jacket")


def _is_archived(member: Raw) -> bool:
    """The pages of a WACZ file stand in its folder archive/; the rest are indexes of them."""
    return member.name.rpartition("!")[2].startswith("archive/")


_WITHIN: dict[str, Callable[[Raw], bool]] = {"wacz": _is_archived, "epub": _is_chapter}  # which members are read
