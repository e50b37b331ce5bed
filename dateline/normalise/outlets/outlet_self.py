"""What a page's furniture says of its own site -> the outlet's name.

"Lund News is a part of Coast Media"    "About Lund News", "Lund News Store"    "Storm closes harbour – Lund News"
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dateline.normalise.lines.line import key
from dateline.normalise.lists import gazetteer
from dateline.normalise.outlets.outlet import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_WORD = r"[^\W\d_a-z][\w.&'’+]*"
_NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:of|for|and|de|der|del|la|du|&) (?={_WORD})|[ -]?{_WORD}){{0,4}})"
_PART_OF = re.compile(
    rf"\W{{0,3}}{_NAME} is (?:(?:a )?part of|published by|owned by|operated by|a (?:registered )?trademark of) "
    r"[^.]{2,80}\..*"
)
_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:about|contact|advertise (?:on|with|in)|jobs (?:at|bei)|careers at|work (?:at|for)|more from|"
        rf"subscribe to|sign up for|support|follow|über|discover|welcome to|get (?:even )?more from|abonnieren sie|om|"
        rf"à propos de|sobre|chi siamo) {_NAME}",
        rf"{_NAME}['’]?s? (?i:store|shop|apps?|newsletters?|magazine|tv|radio|podcasts?|premium|plus|club|events|"
        rf"sitemap|archive|jobs|now|studios?|on (?:facebook|twitter|x|instagram|youtube|whatsapp)|e-?paper|mobile|"
        rf"live|video)",
    )
)
_CONTACT = re.compile(
    r"(?:contact|news|newsdesk|redaktion|redaktionen|redactie|redaccion|redazione|redaction|editor|editors|editorial|"
    r"info|tips|stories|letters|feedback)@(?:[\w-]+\.)*?(?P<host>[\w-]+(?:\.(?:com?|org|net|gov|ac))?\.[a-z]{2,4})\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s+(?:[|–—-]|--)\s+(?P<name>(?:(?! -- )[^|–—]){2,40})$")
_NO_NAME = frozenset((  # words of menus, in place of a name: "Follow us", "Sports TV"
    "us", "me", "our", "your", "this", "my", "the", "a", "an", "it", "we", "here", "now", "more", "all", "facebook",
    "twitter", "youtube", "instagram", "whatsapp", "google", "apple", "android", "amazon", "linkedin", "telegram",
    "pinterest", "tiktok", "reddit", "flipboard", "rss", "email", "mail", "app", "apps", "ios", "iphone", "windows",
    "newsletter", "newsletters", "podcast", "podcasts", "video", "videos", "live", "news", "sport", "sports",
    "music", "magazine", "tv", "radio", "shop", "store", "help", "terms", "privacy", "cookies", "follow", "share",
    "tweet", "like", "save", "print", "read", "watch", "listen", "search", "menu", "close", "open", "skip", "back",
    "next", "view", "see", "get", "join", "support", "discover", "latest", "breaking", "top", "most", "popular",
    "trending", "related", "local", "national", "international", "politics", "business", "world", "opinion",
    "culture", "author", "authors", "team", "staff", "home", "contact", "login", "subscribe", "subscription",
    "digital", "online", "edition", "today", "daily", "weekly",
))  # fmt: skip
BULLETS = "*•+·-– "
OFTEN = 2  # lines in such a form that speak of one name
TITLE_WORDS = 4  # of a headline
NAME_WORDS = 5


def from_title(lines: Sequence[Line]) -> Found | None:
    """The name behind the headline in the first line, where a line further down is that headline and no more."""
    for line in lines[:2]:
        match = _SUFFIX.search(line.text)
        said = key(line.text[: match.start()]) if match else ""
        if (
            not match
            or len(line.text[: match.start()].split()) < TITLE_WORDS
            or len(match["name"].split()) > NAME_WORDS
        ):
            continue
        if any(key(other.text) == said for other in lines[1:]):
            return Found(match["name"], "source.page-title", line.number, line.text)
    return None


def from_furniture(lines: Sequence[Line]) -> Found | None:
    """What it says whose part it is; or the name of which several of its lines speak, as of nothing else."""
    for line in lines:
        if " is " in line.text and (match := _PART_OF.fullmatch(line.text)) and _may_be(match["name"]):
            return Found(match["name"], "source.self", line.number, line.text, weak=True)
    said: defaultdict[str, dict[str, tuple[str, Line]]] = defaultdict(dict)
    for line in lines:
        if line.words <= NAME_WORDS + 2:
            for frame in _FRAMES:
                if (match := frame.fullmatch(line.text.lstrip(BULLETS))) and _may_be(match["name"]):
                    said[key(match["name"])].setdefault(key(line.text), (match["name"], line))
    ranked = sorted(said.values(), key=len, reverse=True)
    if not ranked or len(ranked[0]) < OFTEN or (len(ranked) > 1 and len(ranked[1]) == len(ranked[0])):
        return None
    name, line = next(iter(ranked[0].values()))
    return Found(name, "source.self", line.number, line.text, weak=True)


def from_contact(lines: Sequence[Line]) -> Found | None:
    """The host of the address to which readers are asked to write, where all such addresses have one."""
    found = {
        match["host"].casefold(): line for line in lines if "@" in line.text for match in _CONTACT.finditer(line.text)
    }
    if len(found) != 1:
        return None
    ((host, line),) = found.items()
    return Found(host, "source.addresses", line.number, line.text, weak=True)


def _may_be(name: str) -> bool:
    """Whether a name may be an outlet's: not all of it are words of menus, and it is no person's."""
    parts = name.casefold().split()
    if all(part in _NO_NAME for part in parts):
        return False
    return not (len(parts) > 1 and gazetteer.is_given_to_many(parts[0]))
