"""Notices of rights and web addresses -> who owns a page, and by which names that may be called.

"© 2021 Lundpost Media LLC. All rights reserved." is Lundpost Media's; where the page speaks of Lundpost, that is it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lines.captions import is_of_years
from dateline.normalise.lines.line import key
from dateline.normalise.lists import calendar_words
from dateline.normalise.outlets.outlet import OWNER_AND_NAME, Found, is_title_of_paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_NO_OWNER = re.compile(  # what a notice of rights goes on with
    r"\b(?:policy|notice|rights|rechte|droits|derechos|direitos|diritti|rechten|rettigheter|rättigheter|õigused|права|"
    r"prav[ao]|práva|jog|drepturile|teisės|tiesības|hakları|haki|oikeudet|hak cipta|terms|conditions)\b",
    re.IGNORECASE,
)
_SIGN = r"(?:©|\(c\)|copyright(?![a-z])|&copy;)"
_A_SIGN = re.compile(_SIGN, re.IGNORECASE)
_YEARS = r"(?:\d{4}(?:\s*[-–—]\s*(?:\d{4})?)?)"
_RIGHTS = (
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"все права защищены)"
)
_NUMBERED = r"(?:\d{1,2}(?!\d)|\d{3}(?=%))%?\s?(?=(?-i:[^\W\d_a-z]))"  # "20 Minuten", "100% Lund"
_MADE_BY = r"(?:powered|developed|designed|published|operated|hosted|created|made|built) by"
_GOES_ON = (  # what a notice says behind the name: whose part that is, whose design, its number
    r"an? (?:\w+ ){0,2}(?:member|part|division|subsidiary|brand|product|service|company)|(?:part|member) of|"
    rf"{_MADE_BY}|(?:wordpress )?themes? by|and (?:the|its|(?:its )?affiliate\w*|(?:its )?partners)|"
    r"(?-i:ABN|ACN|NIT|CIF|NIF|RUC|RUT|CNPJ|SIREN|SIRET|P\.? ?IVA|VAT)"
)
_NOTICE = re.compile(
    rf"\W*(?:{_YEARS}\s*)?{_SIGN}(?:[\s©]|\(c\)|copyright)*{_YEARS}?(?:\s*{_SIGN})*[\s,.:/|·•©«<\"“„-]*"
    rf"(?!{_MADE_BY}\b)(?:{_RIGHTS}[\s,.:]*)?(?:(?:by|para|por|von|par)\s+)?"
    rf"(?!(?:alle?|tous|todos|tutti|wszelkie|все)\b)(?P<name>(?:{_NUMBERED})?[^\W\d_][^|,;©\d]{{1,45}}?)\s*{_YEARS}?(?:[|,;(]|\s[/•–—-]\s|(?<!\b\w)(?<!\b[CS][op])(?<!\b[SMF]t)\.(?!\w)|"
    rf"\b(?:alle?|unless|tous|todos|tutti|wszelkie|все|{_GOES_ON})\b|$).*",
    re.IGNORECASE,
)
_BEFORE = re.compile(  # "Lundpost © 2021": who stands before the sign, where nobody stands behind it
    rf"(?P<name>(?-i:[^\W\d_a-z])(?:[^|,;:©\d.]|\.(?=\w)){{1,40}}?)"
    rf"(?:\s*{_SIGN}[\s,.]*{_SIGN}?\s*{_YEARS}\.?\s*(?:(?:{_RIGHTS}|{_MADE_BY}\b).*)?|"
    rf",?\s*{_YEARS}\s*{_SIGN}\W*{_RIGHTS}.*)",
    re.IGNORECASE,
)
_RESERVES = re.compile(  # «Lundpost». All rights reserved. © 2021
    rf"(?P<name>(?:[^\W\d_]+\s+){{0,4}}[«\"“„](?-i:[^\W_a-z])[^«»\"“”„]{{1,45}}[»\"”“])\.?\s+{_RIGHTS}\W*{_SIGN}?\W*{_YEARS}?\W*",
    re.IGNORECASE,
)
_BEHIND_RIGHTS = re.compile(  # "© 2021, All Rights Reserved | Lundpost Limited": a firm, and no other word of a menu
    rf"\W*{_SIGN}?\s*{_YEARS}\W*{_RIGHTS}\s*[|–—-]\s*(?P<name>(?-i:[^\W\d_a-z])[^|,;:©\d]{{2,60}})", re.IGNORECASE
)
_UNSIGNED = re.compile(  # "2021 Lundpost. All rights reserved": the sign was a picture
    rf"\W*{_YEARS}\s+(?P<name>(?-i:[^\W\d_a-z])[^|,;:©\d]{{1,40}}?)\.?\s+{_RIGHTS}\b.*", re.IGNORECASE
)
_QUOTED = re.compile(  # АО «Коммерсантъ»
    r"(?:[^\W\d_a-z]{2,4}\s+){0,2}[«\"“„<](?P<name>[^«»\"“”„<>]{2,45})[»\"”“>]?"
    r"|(?:[^\W\d_]+\s+){1,4}[«“„](?P<whole>[^«»“”„]{2,45})[»”“]?"  # Информационное агентство «Новости»
)
_RIGHTS_OF = re.compile(
    rf"\W*{_RIGHTS}\s*[-–—]\s*(?P<name>(?-i:[^\W\d_a-z])[^|,;:©\d]{{1,45}}?)\s*{_YEARS}", re.IGNORECASE
)
_FORM = re.compile(  # legal forms at the end of a name, with what stands before them
    r"[\s,]+(?:and |& )?(?:LLC|L\.L\.C|LP|Inc|Incorporated|Ltd|Limited|Pty|Pvt|Private|plc|Corp|Corporation|Co|Company|"
    r"GmbH (?:&|und|u\.) Co\.?[\w .&-]{0,14} (?:KG|KGaA|oHG)|"
    r"GmbH|AG|KG|mbH|e\.? ?V|S\.?A|S\.?L|S\.?r\.?l|SAS|B\.?V|N\.?V|AB|AS|A/S|Oy|OÜ|"
    r"S\.?p\.?A|d\.o\.o|Sp\. ?z ?o\.? ?o)\.?$",
    re.IGNORECASE,
)
_TRADE = re.compile(  # words of a publisher's name behind that of its paper
    r"\s(?:media|group|holdings?|interactive|networks?|publish(?:ing|ers)|publications|communications|digital|online|"
    r"entertainment|newspapers?|international|enterprises|broadcasting|services|website|blog|"
    r"casa editorial|editorial|editores|editora|medien|verlag)$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:https?://|@|(?=www\.)|(?<![\w./@-])(?=[\w-]{3,}\.(?:com|org|net|ca|co\.[a-z]{2}|com\.[a-z]{2})\b))(?:www\.)?(?:[\w-]+\.)*?(?P<name>[\w-]{2,})(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,10}"
    r"(?![\w.]*\w)",
    re.IGNORECASE,
)
_RESERVED_WIDE = re.compile(r"\s*(?:版[权權]所有|官方[网網]站.*)$")
_MAKER = re.compile(
    r"\W*(?:web|site|design\w*|developed|made|powered|realiz|wykonanie|дизайн|разработка)", re.IGNORECASE
)
_A_KIND = re.compile(r"(?:an?|part of|eine?|une?|una?)\s")  # "© a Lund Media company" says whose, and not what
_SMALL = frozenset(("by", "von", "par", "por", "and", "the", "all", "copyright"))
FRONT = 3  # words before the sign
PIECES = 4  # lines of which a notice may be made
SHORT = 40  # characters of each
_BARE = re.compile(rf"{_SIGN}\s*[^\d|,;:]+", re.IGNORECASE)  # "© Bo Ek"
_RESERVED = re.compile(r"rights reserved", re.IGNORECASE)


def of_notice(text: str) -> list[str]:
    """Who holds the rights, as a line says; nobody where it is none that does."""
    text = text.replace("\\", "")  # before signs of Markdown: "2021\\. All rights reserved"
    match = next((found for part in _parts(text) if (found := _said(part))), None)
    if not match or OWNER_AND_NAME.fullmatch(text) or _NO_OWNER.search(match["name"]):
        return []
    name = whole(match).strip(' .-"”“')
    quoted = _QUOTED.fullmatch(name)
    name = quoted["name"] or quoted["whole"] if quoted else name
    name = _RESERVED_WIDE.sub("", name).removeprefix("www.").removeprefix("the ").strip("«»<>")
    if _A_KIND.match(name):
        return []
    return [name] if len(name) > 1 and name.casefold() not in _SMALL and not _is_day(name) else []


def _is_day(name: str) -> bool:
    """Whether a notice goes on with a day, "© 12 May 2021", and with no name that has a number."""
    number, _, month = name.partition(" ")
    return number.isdecimal() and bool(month) and calendar_words.month(month.split()[0]) > 0


def _parts(text: str) -> list[str]:
    """A notice, and what it says behind a bar: "Made by Coastsoft | © Lundpost"."""
    between = next((bar for bar in ("|", " // ") if bar in text), "")
    return [text, *(part.strip() for part in text.split(between) if _A_SIGN.search(part))] if between else [text]


def _said(text: str) -> re.Match[str] | None:
    behind = _BEHIND_RIGHTS.fullmatch(text)
    if behind and (_FORM.search(behind["name"]) or is_title_of_paper(behind["name"])):
        return behind
    patterns = (_NOTICE, _BEFORE, _UNSIGNED, _RESERVES, _RIGHTS_OF)
    if found := next(filter(None, (pattern.fullmatch(text) for pattern in patterns)), None):
        return found
    sign = _A_SIGN.search(text)  # "Prawa autorskie © Lundpost"
    front = text[: sign.start()] if sign and not _MAKER.match(text) else ""
    return (
        _NOTICE.fullmatch(text, len(front))
        if front and len(front.split()) <= FRONT and front.replace(" ", "").isalpha()
        else None
    )


def from_notices(below: Sequence[Line], above: Sequence[Line] = (), shown: Sequence[Line] = ()) -> Found | None:
    """Who holds the rights after the lines below the last paragraph, where that is one; often the outlet's owner.

    Above the headline one counts that reserves all rights, or with which all begins: others are of pictures. Of
    Lundpost Media Lundpost is left where an address is called so. `shown`: the credits of pictures; where these begin
    with the sign, a name behind it and nothing else is one more of them, "© Bo Ek".
    """
    of_pictures = any(_BARE.fullmatch(line.text) is None and _A_SIGN.match(line.text) for line in shown)
    notices: dict[str, Found] = {}
    seen = {host for line in (*below, *above) for host in hosts(line.text)}
    heads = [line for i, line in enumerate(above) if _RESERVED.search(line.text) or (not i and is_of_years(line.text))]
    kept = [line for line in (*below, *heads) if not (of_pictures and _BARE.fullmatch(line.text))]
    for i, line in enumerate(kept):
        for owner in of_notice(line.text) or _of_pieces(kept[i : i + PIECES]):
            names = stems(owner)
            name = next((one for one in names if key(one) in seen), names[0])
            notices.setdefault(key(name), Found(name, "source.rights-notice", line.number, line.text, weak=True))
    return next(iter(notices.values())) if len(notices) == 1 else None


def _of_pieces(lines: Sequence[Line]) -> list[str]:
    """Who holds the rights, where a program has made several lines of a notice: "© 2021", "Lundpost"."""
    said = lines[0].text
    if len(said) > SHORT or not _A_SIGN.search(said):
        return []
    for line in lines[1:]:
        if len(line.text) > SHORT or line.number - lines[0].number > 2 * PIECES:
            break
        said += f" {line.text}"
        if found := of_notice(said):
            return found
    return []


def stems(owner: str) -> list[str]:
    """The owner's name without its legal form, and without the words that make it a publisher's."""
    name = owner
    while form := _FORM.search(name):
        name = name[: form.start()].rstrip(" ,")
    found = [name or owner]
    while trade := _TRADE.search(found[-1]):
        found.append(found[-1][: trade.start()])
    first, _, other = found[0].partition(" and ")  # two owners, or two papers of one
    return [*found, first] if other and " " in first else found


def hosts(text: str) -> list[str]:
    """The names of the sites whose web and mail addresses a line has, as keys: lundpost of www.lund-post.co.uk."""
    return [key(match["name"]) for match in _DOMAIN.finditer(text)] if "." in text else []


def whole(notice: re.Match[str]) -> str:
    """The owner that a notice of rights names, without the legal form of which a full stop has left one letter."""
    name = " ".join(notice["name"].split())
    is_cut = name[-2:-1] == " " and name[-1:].isupper() and notice.string[notice.end("name") :][:1] == "."
    return name[:-2] if is_cut else name
