"""A workbook -> where its cells lead to: lists of articles often have the address behind a headline, or a word.

openpyxl tells links only where it holds a whole sheet in memory. The parts have no DOCTYPE: that is seen before.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Links = dict[int, dict[int, str]]  # row -> column -> address, both counted from one
BOOK = "xl/workbook.xml"
MAX_LINKS = 200_000
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::.{1,20})?")
_PAGE = ("http://", "https://")


def of(data: bytes) -> dict[str, Links]:
    """Sheet by sheet, under its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = frozenset(archive.namelist())
        if BOOK not in names or not any(name.startswith("xl/worksheets/_rels/") for name in names):
            return {}
        sheets = _targets(archive, names, BOOK)
        found: dict[str, Links] = {}
        for element in ET.fromstring(archive.read(BOOK)).iter():  # noqa: S314 - entities are refused before
            part = sheets.get(_attribute(element, "id"), "")
            if _name(element) == "sheet" and part in names and (targets := _targets(archive, names, part)):
                found[element.get("name", "")] = _links(archive, part, targets)
        return found


def _targets(archive: zipfile.ZipFile, names: frozenset[str], part: str) -> Mapping[str, str]:
    """What a part calls other parts and pages -> where they are."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in names:
        return {}
    found: dict[str, str] = {}
    for element in ET.fromstring(archive.read(path)):  # noqa: S314 - as above
        target = element.get("Target", "")
        outside = element.get("TargetMode") == "External"
        found[element.get("Id", "")] = (
            target if outside else posixpath.normpath(posixpath.join("/", folder, target))[1:]
        )
    return found


def _links(archive: zipfile.ZipFile, part: str, targets: Mapping[str, str]) -> Links:
    found: Links = {}
    for number, (cell, to) in enumerate(_hyperlinks(archive, part)):
        match = _CELL.fullmatch(cell)
        if match and targets.get(to, "").startswith(_PAGE) and number < MAX_LINKS:
            column = 0
            for letter in match[1]:
                column = column * 26 + ord(letter) - ord("A") + 1
            found.setdefault(int(match[2]), {})[column] = targets[to]
    return found


def _hyperlinks(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str]]:
    with archive.open(part) as file:
        for _, element in ET.iterparse(file):  # noqa: S314 - as above
            if _name(element) == "hyperlink":
                yield element.get("ref", ""), _attribute(element, "id")
            elif _name(element) == "row":
                element.clear()


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: ET.Element, name: str) -> str:
    """Of the namespace of relationships, in either edition of the standard."""
    return next((value for key, value in element.items() if key.endswith(f"relationships}}{name}")), "")
