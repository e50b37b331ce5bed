"""Notices of rights and web addresses -> who owns a page, and by which names that may be called.

"© 2021 Lundpost Media LLC. All rights reserved." is Lundpost Media's; where the page speaks of Lundpost, that is it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lines.line import key
from dateline.normalise.outlets.outlet import OWNER_AND_NAME, Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_NO_OWNER = re.compile(  # what a notice of rights goes on with
    r"\b(?:policy|notice|rights|rechte|droits|derechos|direitos|diritti|rechten|rettigheter|rättigheter|õigused|права)\b",
    re.IGNORECASE,
)
_SIGN = r"(?:©|\(c\)|copyright|&copy;)"
_YEARS = r"(?:\d{4}(?:\s*[-–—]\s*(?:\d{4})?)?)"
_NOTICE = re.compile(
    rf"\W*{_SIGN}(?:[\s©]|\(c\)|copyright)*{_YEARS}?(?:\s*{_SIGN})*[\s,.:©-]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^|,;©\d]{1,45}?)\s*(?:\d{4})?(?:[|,;(]|\s[/•–—-]\s|\.(?!\w)|\ball\b|\balle\b|\bunless\b|$).*",
    re.IGNORECASE,
)
_FORM = re.compile(  # legal forms at the end of a name, with what stands before them
    r"[\s,]+(?:and |& )?(?:LLC|L\.L\.C|LP|Inc|Incorporated|Ltd|Limited|Pty|Pvt|Private|plc|Corp|Corporation|Co|Company|"
    r"GmbH|AG|KG|mbH|e\.? ?V|S\.?A|S\.?L|S\.?r\.?l|SAS|B\.?V|N\.?V|AB|AS|A/S|Oy|OÜ)\.?$",
    re.IGNORECASE,
)
_TRADE = re.compile(  # words of a publisher's name behind that of its paper
    r"\s(?:media|group|holdings?|interactive|networks?|publish(?:ing|ers)|publications|communications|digital|online|"
    r"entertainment|newspapers?|international|enterprises|broadcasting|services|website|blog)$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:https?://|@|(?=www\.)|(?<![\w./@-])(?=[\w-]{3,}\.(?:com|org|net|ca|co\.[a-z]{2}|com\.[a-z]{2})\b))(?:www\.)?(?:[\w-]+\.)*?(?P<name>[\w-]{2,})(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,10}"
    r"(?![\w.]*\w)",
    re.IGNORECASE,
)
_RESERVED = re.compile(r"rights reserved", re.IGNORECASE)


def of_notice(text: str) -> list[str]:
    """Who holds the rights, as a line says; nobody where it is none that does."""
    match = _NOTICE.fullmatch(text)
    if not match or OWNER_AND_NAME.fullmatch(text) or _NO_OWNER.search(match["name"]):
        return []
    return [whole(match).strip(" .-")]


def from_notices(below: Sequence[Line], above: Sequence[Line] = ()) -> Found | None:
    """Who holds the rights after the lines below the last paragraph, where that is one; often the outlet's owner.

    Above the headline one counts that reserves all rights: others are of pictures. Of Lundpost Media Lundpost is
    left where an address is called so.
    """
    notices: dict[str, Found] = {}
    seen = {host for line in (*below, *above) for host in hosts(line.text)}
    for line in (*below, *(line for line in above if _RESERVED.search(line.text))):
        for owner in of_notice(line.text):
            names = stems(owner)
            name = next((one for one in names if key(one) in seen), names[0])
            notices.setdefault(key(name), Found(name, "source.rights-notice", line.number, line.text, weak=True))
    return next(iter(notices.values())) if len(notices) == 1 else None


def stems(owner: str) -> list[str]:
    """The owner's name without its legal form, and without the words that make it a publisher's."""
    name = owner
    while form := _FORM.search(name):
        name = name[: form.start()].rstrip(" ,")
    found = [name or owner]
    while trade := _TRADE.search(found[-1]):
        found.append(found[-1][: trade.start()])
    return found


def hosts(text: str) -> list[str]:
    """The names of the sites whose web and mail addresses a line has, as keys: lundpost of www.lund-post.co.uk."""
    return [key(match["name"]) for match in _DOMAIN.finditer(text)] if "." in text else []


def whole(notice: re.Match[str]) -> str:
    """The owner that a notice of rights names, without the legal form of which a full stop has left one letter."""
    name = " ".join(notice["name"].split())
    is_cut = name[-2:-1] == " " and name[-1:].isupper() and notice.string[notice.end("name") :][:1] == "."
    return name[:-2] if is_cut else name
