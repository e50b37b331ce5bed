"""Text -> the stretches that name who made it: bylines, agency sign-offs, photo credits. Nobody in them is news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORK = (
    r"(?:(?:additional|further|original)[ ])?(?:reporting|reported|report|writing|written|editing|edited|compiled"
    r"|translated|translation|produced|production|graphics?|photograph(?:y|s|ed)?|photos?|pictures?|images?|video"
    r"|filmed|filming|illustrations?|illustrated|text|story|words|interview|research|credit)"
)
_AGENCY = (
    r"(?:Reuters|AP(?:[ ]Photo)?|Associated[ ]Press|AFP|EPA(?:-EFE)?|EFE|Getty(?:[ ]Images)?|(?:ITAR-)?TASS|Sputnik"
    r"|RIA[ ]Novosti|Xinhua|dpa|PA(?:[ ](?:Wire|Images|Media))?|ANSA|LaPresse|Anadolu(?:[ ]Agency)?|AA|Scanpix|TT|NTB"
    r"|Ritzau|Lehtikuva|BNS|Shutterstock|iStock(?:photo)?|NurPhoto|ZUMA(?:[ ]Press)?|Bloomberg|Alamy|Flickr"
    r"|Wikimedia(?:[ ]Commons)?|Unsplash|Pixabay|Pool|Rex(?:[ ]Features)?|Corbis|SIPA|ABACA|UPI|Kyodo|Yonhap|IMAGO"
    r"|Handout|Keystone|CTK|PAP|MTI|Ukrinform|UNIAN)"
)
# "(Reporting by …; editing by …)", "(AP Photo/…)", and the same cut off by a missing bracket
_BRACKET = re.compile(rf"\(\s*(?i:{_WORK}\b[^()\n]{{0,40}}?\bby\b|{_AGENCY}[ ]?/)[^()\n]*\)?")
# A line that says nothing but who did it: "Editing by …", "Photo: …", "By …"
_LINE = re.compile(
    rf"[ \t]*[-–—•*(]*[ \t]*"
    rf"(?:(?i:{_WORK})\b[^\n.!?\"“”]{{0,25}}?(?i:\bby\b|:)[^\n.!?]{{1,80}}"
    rf"|(?i:by)[ \t]+[^\W\d_][^\n.!?\"“”]{{2,80}})\.?$"
)
_COPYRIGHT = re.compile(r"©[^\n]*")
_SIGNED = re.compile(rf"(?<![\w/])(?i:{_AGENCY})[ ]?/[ ]?[A-Z][^\n,;()]*")


def find(text: str) -> list[tuple[int, int]]:
    """Start and end of each credit, in the order of the text."""
    return sorted(_all(text))


def _all(text: str) -> Iterator[tuple[int, int]]:
    for pattern, needs in ((_BRACKET, "("), (_COPYRIGHT, "©"), (_SIGNED, "/")):
        if needs in text:
            yield from (match.span() for match in pattern.finditer(text))
    at = 0
    for line in text.split("\n"):
        if 4 < len(line) < 140:
            match = _LINE.match(line)
            if match:
                yield at + match.start(), at + match.end()
        at += len(line) + 1
