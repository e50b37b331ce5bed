"""Text -> the stretches that name who made it, or what it cites: bylines, agency sign-offs, photo credits, references.

Nobody in them is news.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT_WORK = (
    r"(?:reporting|reported|report|writing|written|editing|edited|compiled|translated|translation|text|story|words"
    r"|interview|research)"
)
_PICTURE_WORK = (
    r"(?:photograph(?:y|s|ed)?|photos?|pictures?|images?|video|filmed|filming|illustrations?|illustrated|graphics?"
    r"|produced|production|credit)"
)
_KIND = r"(?:additional|further|original|courtesy|U\.?S\.?(?:[ ]\w+){1,4}?)"  # U.S. Army photo
_WORK = rf"(?:{_KIND}[ ])?(?:(?P<picture>{_PICTURE_WORK})|{_TEXT_WORK})"
_AGENCY = (
    r"(?:Reuters|AP(?:[ ]Photo)?|Associated[ ]Press|AFP|EPA(?:-EFE)?|EFE|Getty(?:[ ]Images)?|(?:ITAR-)?TASS|Sputnik"
    r"|RIA[ ]Novosti|Xinhua|dpa|PA(?:[ ](?:Wire|Images|Media))?|ANSA|LaPresse|Anadolu(?:[ ]Agency)?|AA|Scanpix|TT|NTB"
    r"|Ritzau|Lehtikuva|BNS|Shutterstock|iStock(?:photo)?|NurPhoto|ZUMA(?:[ ]Press)?|Bloomberg|Alamy|Flickr"
    r"|Wikimedia(?:[ ]Commons)?|Unsplash|Pixabay|Pool|Rex(?:[ ]Features)?|Corbis|SIPA|ABACA|UPI|Kyodo|Yonhap|IMAGO"
    r"|Handout|Keystone|CTK|PAP|MTI|Ukrinform|UNIAN)"
)
# "(Reporting by …; editing by …)", "(AP Photo/…)", and the same cut off by a missing bracket
_BRACKET = re.compile(rf"\(\s*(?i:{_WORK}\b[^()\n]{{0,40}}?\bby\b|(?P<agency>{_AGENCY})[ ]?/)[^()\n]*\)?")
# What a full stop may stand after in a name: an initial, a rank
_RANKS = ("Sgt", "Spc", "Cpl", "Pfc", "Pvt", "Capt", "Maj", "Col", "Gen", "Adm", "Cmdr", "Lt", "Dr", "Jr", "Tech", "St")
_STOP = "(?:" + "|".join(rf"(?<=\b{rank})" for rank in ("[A-Z]", *_RANKS)) + r")\."
# A line that says nothing but who did it: "Editing by …", "Photo: …", "By …"
_LINE = re.compile(
    rf"[ \t]*[-–—•*(]*[ \t]*"
    rf"(?:(?i:{_WORK})\b[^\n.!?\"“”]{{0,25}}?(?i:\bby\b|:)(?:[^\n.!?]|{_STOP}){{1,80}}"
    rf"|(?P<by>(?i:by))[ \t]+[^\W\d_](?:[^\n.!?\"“”]|{_STOP}){{2,80}})\.?$"
)
_NAME_ABROAD = r"[^\W\d_a-z][\w.'’-]*(?:[ ](?:van|von|de[rnl]?|la|le|di|da)(?=[ ]))?(?:[ ][^\W\d_a-z][\w.'’-]*){1,3}"
# The same in other languages, and with nothing but names: "Von Ann Lee und Bo Roe", but "Von der Stadt" and more
_LINE_ABROAD = re.compile(
    rf"[ \t]*[-–—•*(]*[ \t]*(?:Von|Par|Por|Door|Av|Af)[ ]{_NAME_ABROAD}"
    rf"(?:(?:,|[ ](?:und|et|y|e|en|og|och))[ ]{_NAME_ABROAD})*$"
)
_SHORTEST, _LONGEST = 5, 140  # characters of such a line
_LONGEST_REFERENCE = 1500  # characters, with the addresses of its links; a longer line has a text before it
_COPYRIGHT = re.compile(r"©[^\n]*")
# A line of a list of what is cited: "Lee J, Roe AB. On harbours. J Harb. 2019;12(3):4-9", "Retrieved 3 May 2021."
_ISSUE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[a-z]|[ ][A-Z][a-z]{2}(?:[ ]\d{1,2})?)?;[ ]?\d+[(:]")
_AUTHORS = re.compile(r"\W*(?:\d{1,3}[.\])]?[ ]*)?[^\W\d_][\w'’-]+,?[ ](?:[A-Z]\.?[ -]?){1,3}(?:[,.:;&(]|et[ ]al)")
_SEEN = re.compile(
    r"(?:Retrieved|Accessed|Archived[ ]from[ ]the[ ]original|[Aa]bgerufen[ ]am|[Cc]onsulté[ ]le|[Cc]onsultado[ ]el"
    r"|Дата[ ]обращения)[^\n]{0,40}\d{4}[^\n]{0,12}$"
)
_AGENCY_BEFORE = re.compile(rf"(?<![\w/])(?i:{_AGENCY})[ ]?\Z")
_LONGEST_AGENCY = 24  # characters, with the one before it
_PHOTOGRAPHER = re.compile(r"/[ ]?[A-Z][^\n,;()]*")
_AGENCY_AFTER = re.compile(rf"/[ ]?{_AGENCY}\b")
# In brackets, what is no agency's name: (Jane Doe/The Harbour Times)
_OUTLET_AFTER = re.compile(
    r"/[ ]?(?:The[ ][A-Z][^()\n/]{2,40}|[^()\n/]{0,30}\b(?:Images|Photos?|Pictures|Press|News(?:papers)?|Times|Post"
    r"|Herald|Tribune|Gazette|Media|Sportswire))(?=\)|[ ]via[ ])"
)
_NAME_BEFORE = re.compile(r"(?:[A-Z](?:\.|[\w'’-]*)[ ]){1,3}[A-Z][\w'’-]+\Z")
_LONGEST_NAME = 60  # characters
# A caption's last words: "Fans cheer in the rain. Photograph: Jane Roe/Agency"
_LABELS = ("Photograph: ", "Photo: ", "Picture: ", "Image: ", "Illustration: ", "Composite: ")
_ENDS = tuple('.!?)]"”’\n')  # of a sentence
_LABELLED = re.compile(r"[A-Z][^\n.;()]{2,80}")


class Credit(NamedTuple):
    """A stretch of text that names who made the text, its pictures, or what it cites."""

    start: int  # offsets into the text, in characters
    end: int
    rule: str  # people.byline, people.credit, people.signature; empty: "Photo: …", "© …", references: no author


def find(text: str) -> list[Credit]:
    """Each credit, in the order of the text; none overlaps another."""
    found: list[Credit] = []
    for credit in sorted(_all(text), key=lambda credit: (credit.start, -credit.end)):
        if not found or credit.start >= found[-1].end:
            found.append(credit)
    return found


def _all(text: str) -> Iterator[Credit]:
    if "(" in text:
        for match in _BRACKET.finditer(text):
            yield Credit(*match.span(), _rule(match))
    if "©" in text:
        yield from (Credit(*match.span(), "") for match in _COPYRIGHT.finditer(text))
    yield from _signed(text)
    for label in _LABELS:
        if label in text:
            yield from _labelled(text, label)
    at = 0
    for line in text.split("\n"):
        if _is_reference(line):
            yield Credit(at, at + len(line), "")
        elif _SHORTEST <= len(line) < _LONGEST:
            only = _LINE.match(line) or _LINE_ABROAD.match(line)
            if only:
                yield Credit(at + only.start(), at + only.end(), _rule(only))
        at += len(line) + 1


def _is_reference(line: str) -> bool:
    """True for a line of a list of what an article cites: nobody in it is news either."""
    if len(line) > _LONGEST_REFERENCE:
        return False
    if ";" in line and _ISSUE.search(line):
        return True
    if "doi" in line and ("doi.org/10." in line or "doi:" in line) and _AUTHORS.match(line):
        return True
    end = line[-14:]
    return any(map(str.isdigit, end)) and _SEEN.search(line) is not None


def _signed(text: str) -> Iterator[Credit]:
    """REUTERS/Jane Doe, Jane Doe/Reuters. The slash is looked for first: to look for every agency takes a fifth of a
    millisecond.
    """
    slash = text.find("/")
    while slash >= 0:
        before = max(0, slash - _LONGEST_AGENCY)
        agency = _AGENCY_BEFORE.search(text[before:slash])
        name = _PHOTOGRAPHER.match(text, slash) if agency else None
        if agency and name:
            yield Credit(before + agency.start(), name.end(), "people.signature")
        elif after := _AGENCY_AFTER.match(text, slash) or _OUTLET_AFTER.match(text, slash):
            named = _NAME_BEFORE.search(text[max(0, slash - _LONGEST_NAME) : slash])
            in_brackets = named and text[slash - len(named[0]) - 1] == "("
            if named and (in_brackets or after.re is _AGENCY_AFTER):
                yield Credit(slash - len(named[0]), after.end(), "people.signature")
        slash = text.find("/", slash + 1)


def _labelled(text: str, label: str) -> Iterator[Credit]:
    start = text.find(label)
    while start >= 0:
        name = _LABELLED.match(text, start + len(label))
        if name and text[max(0, start - 2) : start].rstrip(" ")[-1:] in _ENDS:
            yield Credit(start, name.end(), "")
        start = text.find(label, start + 1)


def _rule(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("picture"):
        return ""
    if groups.get("agency"):
        return "people.signature"
    return "people.byline" if groups.get("by") or match.re is _LINE_ABROAD else "people.credit"
