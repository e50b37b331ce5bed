"""Texts of OpenOffice and LibreOffice (.odt) -> one seed each, its text the HTML of its paragraphs, one on a line.

A zip archive of XML, which the standard library reads (OASIS OpenDocument 1.3). As of Word documents: what was deleted,
comments, pictures and the lines at the edges of pages are not read, notes stand behind the text, and what the file says
of who saved it, and when, is not taken.

Problems: S33, S34 and S36 as for all Office files, S35 no text, S50 a package is not installed.
"""

from __future__ import annotations

import html
import io
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from dateline.seeds import archives, office
from dateline.seeds.doctypes import has_doctype

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Problem
    from dateline.seeds.raw import Item, Raw

CONTENT = "content.xml"
MAX_XML = 40_000_000  # bytes
_NOT_READ = frozenset(
    ["annotation", "annotation-end", "forms", "note-citation", "ruby-text", "sequence-decls", "tracked-changes"]
)
_ROOMS = frozenset(
    ["body", "text", "section", "frame", "text-box", "note-body", "g", "list-header", "numbered-paragraph"]
)


def read(raw: Raw) -> list[Item]:
    """The document; a paragraph in the style Title is its headline."""
    if find_spec("lxml") is None:  # what the HTML is read with
        hint = "Install what documents need with: pip install 'dateline[docx]'"
        return [raw.problem("S50", "needs the package lxml", hint)]
    found = _content(raw)
    if not isinstance(found, ET.Element):
        return [found]
    document = _Document(found)
    page = "\n".join(document.blocks())
    if not any(map(str.isalnum, html.unescape("".join(found.itertext())))):
        return [raw.problem("S35", "holds no text", "Put the article's text into it, or take it away.")]
    return [raw.seed(page, "document", {"title": document.title})]


def _content(raw: Raw) -> ET.Element | Problem:
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
            if CONTENT not in sizes:
                return office.unreadable(raw, "its parts are not those of such a file")
            if archives.is_bomb(raw, [sizes[CONTENT]]):
                return archives.bomb(raw)
            if sizes[CONTENT] > MAX_XML:
                message = f"has more than {MAX_XML // 1_000_000} MB of XML in one part"
                return raw.problem("S36", message, "Split it into smaller files.")
            manifest = "META-INF/manifest.xml"
            if manifest in sizes and sizes[manifest] < MAX_XML and b"encryption-data" in archive.read(manifest):
                return raw.problem("S33", "is locked by a password", "Save it without one.")
            raw.allowance.take(sizes[CONTENT])
            data = archive.read(CONTENT)
    except archives.FAULTS as error:
        return office.unreadable(raw, archives.reason(error))
    if has_doctype(data):
        return office.unreadable(raw, f"{CONTENT} has a DOCTYPE, which no such file needs")
    try:
        return ET.fromstring(data)  # noqa: S314 - entities are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        return office.unreadable(raw, str(error))


class _Document:
    """Its elements -> lines of HTML."""

    def __init__(self, root: ET.Element) -> None:
        self.body = next((node for node in root if _name(node) == "body"), root)
        self.titles = {"Title"} | {
            _said(node, "name")
            for node in root.iter()
            if _name(node) == "style" and _said(node, "parent-style-name") == "Title"
        }
        self.title = ""
        self.notes: list[str] = []

    def blocks(self) -> Iterator[str]:
        """Everything in it; what stood beside the text comes behind it."""
        yield from self.within(self.body)
        while self.notes:
            yield self.notes.pop(0)

    def within(self, node: ET.Element) -> Iterator[str]:
        for child in node:
            kind = _name(child)
            if kind == "h":
                level = _said(child, "outline-level")
                level = level if level in ("1", "2", "3", "4", "5", "6") else "1"
                yield f"<h{level}>{self.line(child)}</h{level}>"
            elif kind == "p":
                yield self.paragraph(child)
            elif kind == "list":
                items = (
                    f"<li>{' '.join(self.within(item))}</li>"
                    for item in child
                    if _name(item) in ("list-item", "list-header")
                )
                yield f"<ul>{''.join(items)}</ul>"
            elif kind == "table":
                rows = (self.row(row) for row in child.iter() if _name(row) == "table-row")
                yield f"<table>{''.join(rows)}</table>"
            elif kind in _ROOMS:
                yield from self.within(child)

    def paragraph(self, node: ET.Element) -> str:
        line = self.line(node)
        if _said(node, "style-name") in self.titles and line.strip():
            self.title = self.title or " ".join("".join(node.itertext()).split())
            return f'<h1 class="title">{line}</h1>'
        return f"<p>{line}</p>" if line.strip() else ""

    def row(self, node: ET.Element) -> str:
        cells = (f"<td>{' '.join(self.within(cell))}</td>" for cell in node if _name(cell) == "table-cell")
        return f"<tr>{''.join(cells)}</tr>"

    def line(self, node: ET.Element) -> str:
        """What stands in a paragraph."""
        return " ".join(_sound(node.text).split("\n")) + "".join(
            self.part(child) + " ".join(_sound(child.tail).split("\n")) for child in node
        )

    def part(self, node: ET.Element) -> str:
        kind = _name(node)
        if kind in _NOT_READ:
            return ""
        if kind in ("s", "tab"):
            return " "
        if kind == "line-break":
            return "<br>"
        if kind in ("note", "frame", "g", "custom-shape"):
            self.notes += filter(None, self.within(node))
            return ""
        address = _said(node, "href")
        if kind == "a" and address.startswith(("https://", "http://")):
            return f'<a href="{html.escape(address)}">{self.line(node)}</a>'
        return self.line(node)


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _said(node: ET.Element, name: str) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")


def _sound(text: str | None) -> str:
    return html.escape(text or "", quote=False)
