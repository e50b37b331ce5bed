"""What the text shows of its outlet -> the outlet's name: credits, sign-offs, agencies, and the names in site.yaml."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.normalise.lines.line import key
from dateline.normalise.lists import gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.config import Source
    from dateline.normalise.lines.line import Line

OWNER_AND_NAME = re.compile(r"\W*©\s*(?P<owner>[^/|,©\d]{2,40}?)\s*[/|]\s*\S.*")
_STATED = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|kilde|källa|allikas|источник)\s*:\s*(?P<name>[^:]{2,60})", re.IGNORECASE
)
_SIGNED = re.compile(r"[-–—]\s*(?P<name>[^\W\d_a-z][\w.&'’ -]{1,40})")
_DOMAIN = re.compile(r"(?:https?://|@|(?=www\.))([\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})(?![\w.])", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|t|instagram|youtube|linkedin|google|telegram|whatsapp|flickr|apple)\.\w+$"
)
_OF_MACHINES = re.compile(
    r"^(?:ads?|adv|adserver|banners?|counter|stats?|pixel|cdn|img|images?|static|api|tracker)\d*\."
)
_CODE = re.compile(r"<\w+ \w+=|<!--|\bfunction ?\(|\bdocument\.|\bvar \w+ ?=|\);")
SIGNATURE = 6  # lines after the last paragraph, at most, for one of them to be who signs
SMALL = 3  # letters of a small word in a name: Voice of the Coast
OFTEN = 2  # mentions: a single address may be that of a picture or of anybody
ORGANISATION = re.compile(
    r"(?:unit|division|office|ministry|agency|news|press|times|departments?|communications?|services?|bureau|council|commission|"
    r"government|embassy|secretariat|administration|authority|committee|institute|union|parliament|presidency|chancellery|"
    r"delegation|spokesperson|radio|television|tv|post|herald|tribune|gazette|daily|weekly|journal|media|ministerium|presse|"
    r"zeitung|rundfunk|amt|ministère|ministerio|ministero|gobierno|gouvernement|regierung)",
    re.IGNORECASE,
)
_POST = re.compile(  # "Deputy Head of the Press Office", "Adviser, Press Office": of somebody who is named beside it
    r"(?:(?:deputy|acting|assistant|senior|chief|vice|executive|managing) )*"
    r"(?:head|director|chief|manager|advis[eo]r|officer|coordinator|spokes(?:person|man|woman)|secretary|editor|specialist|"
    r"counsellor|expert|representative|minister|president|chair(?:man|woman|person)?)(?:,| of\b| for\b| at\b|$)",
    re.IGNORECASE,
)
AGENCY = (
    r"(?:AP|AFP|AAP|ANI|ANP|ANSA|Adnkronos|Anadolu|APA|askanews|Belga|Bernama|BNS|BTA|CNA|ČTK|CTK|dpa|DPA|EFE|ELTA|IANS|"
    r"Interfax|IRNA|ITALPRESS|KUNA|Kyodo|LETA|Lusa|MENA|MTI|NTB|PAP|PTI|REUTERS|Reuters|Ritzau|SANA|SAPA|SID|SPA|STT|TASR|"
    r"TASS|TT|Ukrinform|UPI|WAM|Xinhua|Yonhap|ТАСС|УНН|УНИАН|УНІАН|Интерфакс|Укринформ|Укрінформ|РИА Новости)"
)
_AN_AGENCY = re.compile(AGENCY)
_AGENCY_ALONE = re.compile(rf"\(?(?P<name>{AGENCY})(?: ?/ ?[\w.-]{{2,20}})?\)?\.?")  # "PAP", "(ANP / lundpost)"
_AT_HEAD = re.compile(rf"[^\n]{{0,60}}?\((?P<name>{AGENCY})\)\.?\s*[-–—]")
_AT_END = re.compile(rf"[.!?…][\"”’“)]*\s[-–—]\s?(?P<name>{AGENCY})\.?$")
PAPER = re.compile(
    r"(?:the )?[\w.&'’ -]{1,30} (?:news|times|post|herald|tribune|gazette|daily|weekly|journal|press|media|mirror|"
    r"newspaper|standard|chronicle|observer|guardian|mail|express|courier|examiner|telegraph|inquirer|dispatch|sentinel|bulletin|"
    r"advocate|today|radio|tv|television|agency)(?: today| online)?|"
    r"(?-i:The) [\w.&'’ -]{1,30} (?:star|globe|echo|argus|independent)",
    re.IGNORECASE,
)
OF_MANY_PAPERS = re.compile(  # agencies whose names look like a paper's
    r"(?:the )?(?:associated|canadian|australian associated|united) press|press (?:association|trust of india)|"
    r"agence france[- ]presse|(?:[\w ]{2,20} )?news agency|ap [\w ]{2,20}",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"follow (?P<name>(?-i:[^\W\d_a-z])[\w.&'’]*(?: (?-i:[^\W\d_a-z])[\w.&'’]*){0,3}) on "
    r"(?:facebook|twitter|x|instagram|telegram|google news|whatsapp|youtube|linkedin)\b.*",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
A_SITE = re.compile(r"(?:www\.)?[a-z][a-z\d-]{3,}\.(?:com|org|net|info|news|[a-z]{2}|(?:co|com|org|net)\.[a-z]{2})")
MORE = re.compile(
    r"(?:other|more|latest|related|top|local|breaking|recent|all) news|(?:post|leave|add) (?:a|your) \w+|"
    r"(?:guest|sponsored|blog|full) (?:post|media|press)|"
    r"(?:next|prev|previous|older|newer|related|recent|latest|blog) (?:post|news|story|article|media|press)|"
    r"(?:terms|privacy|cookies?|conditions)\b.*",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(rf"(?<!\w){ORGANISATION.pattern} (?:of|for|des|der|de|du|van|för|für) ", re.IGNORECASE)


class Found(Struct, frozen=True):
    """A name, and the words that it was read from."""

    name: str
    rule: str
    line: int | None
    text: str
    weak: bool = False


def is_stated(text: str) -> bool:
    """Whether a line says from where something is taken: "Source: Lund News"."""
    return _STATED.fullmatch(text) is not None


def is_title_of_paper(name: str) -> bool:
    """Whether a name is a paper's by its last word: The Lund Times, LUNDPOST NEWSPAPER, but not Latest News."""
    is_one = PAPER.fullmatch(name) and not MORE.fullmatch(name) and not OF_MANY_PAPERS.fullmatch(name)
    return bool(is_one) and all(part[:1].isupper() or len(part) <= SMALL for part in name.split())


def known(lines: Sequence[Line], outlets: Sequence[Source]) -> Found | None:
    """An outlet of site.yaml that a line names alone, or that a credit line names."""
    names = {key(name): source.name for source in outlets for name in (source.name, *source.also)}
    for line in lines if names else ():
        if line.length <= 120:
            for part in (line.text, *re.split(r"[©/|:,–—]|\s-\s", line.text)):
                if name := names.get(key(part)):
                    return Found(name, "source.known", line.number, line.text)
    return None


def from_credits(lines: Sequence[Line]) -> Found | None:
    """`© Outlet / Name`: who owns the pictures of an article, where only one owner is named, mostly published it."""
    found: dict[str, Found] = {}
    for line in lines:
        if match := OWNER_AND_NAME.fullmatch(line.text):
            owner = match["owner"].strip()
            found.setdefault(key(owner), Found(owner, "source.photo-credit", line.number, line.text, weak=True))
    return next(iter(found.values())) if len(found) == 1 else None


def from_above(lines: Sequence[Line]) -> Found | None:
    """ "Source: lundnews.example" above the text, where it is no picture's: a site, a paper, an agency."""
    for line in lines:
        match = _STATED.fullmatch(line.text)
        name = match["name"].strip() if match else ""
        if name and any(pattern.fullmatch(name) for pattern in (_SITE, PAPER, _AN_AGENCY)):
            return Found(name, "source.stated", line.number, line.text)
    return None


def from_follow(lines: Sequence[Line]) -> Found | None:
    """Whom readers are asked to follow, where it is no person, and one."""
    found: dict[str, Found] = {}
    for line in lines:
        match = _FOLLOW.fullmatch(line.text)
        if match and not gazetteer.is_given_name(match["name"].split()[0]):
            name = match["name"]
            found.setdefault(key(name), Found(name, "source.follow", line.number, line.text, weak=True))
    return next(iter(found.values())) if len(found) == 1 else None


def from_agency(first: Line, last: Line) -> Found | None:
    """The agency that the first paragraph names before its first sentence, or the last one behind its end."""
    for line, match in ((first, _AT_HEAD.match(first.text)), (last, _AT_END.search(last.text))):
        if match:
            return Found(match["name"], "source.agency", line.number, match.group())
    return None


def agency_of(said: str) -> str:
    """The agency of a dateline, without its office: dpa of dpa/lno."""
    first = said.partition("/")[0]
    return first if _AN_AGENCY.fullmatch(first) else said


def is_agency(text: str) -> bool:
    """Whether a text is the name of an agency, and nothing else."""
    return _AN_AGENCY.fullmatch(text) is not None


def from_sign_off(lines: Sequence[Line]) -> Found | None:
    """What the lines after the last paragraph say: a source, an agency, an office.

    An office signs close under its text; where a whole menu follows, such words are a label.
    """
    for line in lines:
        if (match := _STATED.fullmatch(line.text)) and not _breaks_off(match["name"]):
            return Found(match["name"].strip(), "source.stated", line.number, line.text)
    if found := from_agency_alone(lines[:SIGNATURE]):
        return found
    if len(lines) <= SIGNATURE:
        for line in lines:
            if (line.text[:1].isalpha() and is_office(line)) or _is_signature(line.text):
                return Found(line.text.lstrip("-–— "), "source.sign-off", line.number, line.text)
    return None


def from_agency_alone(lines: Sequence[Line]) -> Found | None:
    """The agency that is all of a line."""
    for line in lines:
        if match := _AGENCY_ALONE.fullmatch(line.text):
            return Found(match["name"], "source.sign-off", line.number, line.text)
    return None


def _breaks_off(name: str) -> bool:
    """Whether the rest of a name was a link, on a line of its own: "Source: the page of"."""
    last = name.split()[-1]
    return last.islower() and len(last) <= SMALL


def _is_signature(text: str) -> bool:
    """Whether a line behind a dash names an outlet: no sentence of a list, and nobody who signs by name."""
    match = _SIGNED.fullmatch(text)
    parts = match["name"].split() if match else []
    if len(parts) in (2, 3) and gazetteer.is_given_name(parts[0]) and not any(map(ORGANISATION.fullmatch, parts)):
        return False
    return bool(parts) and all(part[0].isupper() or len(part) <= SMALL for part in parts)


def from_addresses(lines: Sequence[Line]) -> Found | None:
    """The domain of most web and mail addresses outside the article; a page names its own site most often."""
    seen = [
        (domain, line)
        for line in lines
        if "." in line.text and not _CODE.search(line.text)
        for match in _DOMAIN.finditer(line.text)
        if (domain := match[1].casefold().removeprefix("www."))
        and not _ELSEWHERE.search(domain)
        and not _OF_MACHINES.match(domain)
    ]
    counts = Counter(domain for domain, _ in seen)
    best = counts.most_common(2)
    if not best or best[0][1] < OFTEN or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    line = next(line for domain, line in seen if domain == best[0][0])
    return Found(best[0][0], "source.addresses", line.number, line.text, weak=True)


def is_office(line: Line) -> bool:
    """A short line of capitalised words, one of which says that it is an organisation, and not what somebody is."""
    parts = line.text.split()
    if (
        not line.text[:1].isalpha()
        or MORE.fullmatch(line.text)
        or _POST.match(line.text)
        or not 2 <= len(parts) <= 7
        or line.ends
        or any(map(str.isdigit, line.text))
        or ":" in line.text
    ):
        return False
    capitalised = all(part[:1].isupper() or len(part) <= 3 for part in parts)
    return capitalised and any(ORGANISATION.fullmatch(part.strip(",")) for part in parts)


def is_name_of_office(line: Line) -> bool:
    """Whether an office is all that a line names; "Council Approves a Radio Tower" is a headline."""
    if not is_office(line):
        return False
    *_, last = line.text.split()
    return bool(ORGANISATION.fullmatch(last)) or bool(_OFFICE_OF.search(line.text))
