"""A line that says something only a site says of itself -> the outlet's name; one such line is enough.

"Get the latest news from Lund News in your inbox"    "I agree to Lund News' Terms"    "Lund News er en del av Coast"
"Folgen Sie Lund News auf WhatsApp"    "Lund News sur Facebook"    "Datenschutzerklärung von Lund News"
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline.normalise.lines.line import key
from dateline.normalise.outlets import outlet, outlet_self, owner
from dateline.normalise.outlets.outlet import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.normalise.lines.line import Line

_NAME = outlet_self.NAME
_NETWORKS = (
    "facebook", "twitter", "instagram", "telegram", "google news", "whatsapp", "youtube", "linkedin", "tiktok",
    "bluesky", "iphone", "android",
)  # fmt: skip
_NETWORK = rf"(?i:{'|'.join(_NETWORKS)})"
_ON = r"(?:on|auf|sur|en|su|op|på|w|na|no|в|у)"
_PART_OF = (
    r"(?:er en del a[vf]|är en del av|ist (?:ein )?Teil (?:von|der|des)|fait partie d|(?:forma|es|é|è) parte d|"
    r"is onderdeel van)"
)
_FOLLOW = (
    r"(?i:follow|folg(?:e|en|t|st)(?: du schon| sie)?|suivez|sigue(?: a)?|segui|siga(?: o| a)?|volg|følg|följ|"
    r"obserwuj|читайте|подписывайтесь на)"
)
_HINTS = tuple(  # words of which a line has one in small letters, and what it says
    (signs, re.compile(pattern))
    for signs, pattern in (
        (
            ("inbox",),
            rf"\b(?i:news|stories|headlines|updates|best|latest) from {_NAME},? (?:straight |delivered |directly )?"
            r"(?:in|to) your inbox\b",
        ),
        (
            ("offers", "updates", "alerts", "emails"),
            rf"\b(?:offers|updates|alerts|emails?) from {_NAME}(?=[.,!]|$| and (?:its|our)\b)",
        ),
        (
            ("terms", "privacy", "conditions"),
            rf"\b(?i:agreed? to|accept(?:ed)?|read) {_NAME}['’]s? (?i:terms|privacy|conditions)\b",
        ),
        (
            ("fcc ",),
            rf"^\W*{_NAME}['’]?s? FCC (?i:public|inspection|applications?|eeo)\b",
        ),  # each US station has that file
        (("homepage", "home page"), rf"^\W*(?i:make|set) {_NAME} (?i:as )?(?:your|my) [Hh]ome ?page\W*$"),
        (("printed from",), rf"^{_NAME}: [Pp]rinted from\b"),
        (("konto",), rf"\b(?i:kein|ein|ihr) {_NAME}[ -](?:Benutzerkonto|Konto)\b"),
        (
            ("datenschutz", "nutzungsbedingungen", "startseite", "redaktion"),
            rf"\b(?:Datenschutz\w+|Nutzungsbedingungen|Startseite|Redaktion) (?:von|der|bei) {_NAME}(?=[\s.,;!?]|$)",
        ),
        (("vertrauen",), rf"Warum Sie (?:de[mnr] )?{_NAME} vertrauen"),
        (("whitelist",), rf"\b(?:Fügen Sie|[Aa]dd) {_NAME} (?:zu )?(?:Ihrer|to your) [Ww]hitelist\b"),
        ((" del ", " teil ", " partie ", " parte ", " onderdeel "), rf"^\W*{_NAME} {_PART_OF} "),
        (_NETWORKS, rf"^\W*{_FOLLOW} {_NAME} {_ON} {_NETWORK}\b"),
        (_NETWORKS, rf"^\W*{_NAME} (?:sur|auf|en|su|op|på|na|в) {_NETWORK}\W*$"),
    )
)
_HOST = re.compile(
    r"(?:(?:https?://)?(?:www|m)\.)?(?P<host>(?:[\w-]{2,}\.){1,3}(?:[a-z]{2,4}|info|news|media))/?(?:\s[|:–—-]\s.*)?",
    re.IGNORECASE,
)
_FILE = re.compile(  # which has an address's shape: what a picture is called
    r".*\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|pdf|mp[34]|mov|webm|docx?|xlsx?|zip|html?|php|aspx?)", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@(?P<host>(?:[\w-]+\.)+[a-z]{2,6})\b", re.IGNORECASE)
_OF_ANYBODY = re.compile(  # where anybody may have an address
    r"^(?:gmail|email|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|aol|gmx|web|t-online|mail|bk|inbox|list|yandex|rambler|"
    r"protonmail|proton|pm|mailbox|posteo|free|orange|wanadoo|laposte|libero|virgilio|seznam|wp|o2|onet|interia|online|"
    r"hot|suomi24|luukku|telia|comcast|verizon|att|btinternet|sky|bigpond)\."
)
_SKIP = re.compile(r"\W*skip to (?:main |the )?content\W*", re.IGNORECASE)
_WIRE = re.compile(
    r"(?:PR ?Newswire|Business ?Wire|Globe ?Newswire|ACCESS ?WIRE|EIN ?Presswire|PR ?Web|Marketwired|Newsfile)",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(  # of last words that say nothing else: there are guest posts, and world news
    r".+ (?:Times|Herald|Tribune|Gazette|Guardian|Chronicle|Observer|Courier|Examiner|Telegraph|Inquirer|Sentinel)"
)
_LOGO = re.compile(rf"{_NAME} (?:[Ll]ogo|LOGO)")
HEAD = 10  # lines in which a page says its own address
LONGEST = 600  # characters of a line


def find(lines: Sequence[Line]) -> Found | None:
    """The name of which most of such lines speak, where no other is named as often."""
    found: dict[str, Found] = {}
    said: Counter[str] = Counter()
    for line in lines:
        if line.length > LONGEST:
            continue
        plain = line.text.casefold()
        for signs, hint in _HINTS:
            match = hint.search(line.text) if any(sign in plain for sign in signs) else None
            if match and outlet_self.may_be(match["name"]):
                name = match["name"].removeprefix("the ")
                found.setdefault(key(name), Found(name, "source.self", line.number, line.text, weak=True))
                said[key(name)] += 1
                break
    best = said.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return found[best[0][0]]


def from_masthead(lines: Sequence[Line]) -> Found | None:
    """The bare address among the first lines of a page, where that is one."""
    found: dict[str, Found] = {}
    for line in lines[:HEAD]:
        match = _HOST.fullmatch(line.text.lstrip("*+•·- ")) if "." in line.text else None
        if match and not match["host"].replace(".", "").isdigit() and not _FILE.fullmatch(match["host"]):
            host = match["host"]
            found.setdefault(host.casefold(), Found(host, "source.self", line.number, line.text, weak=True))
    return next(iter(found.values())) if len(found) == 1 else None


def from_skip_link(lines: Sequence[Line]) -> Found | None:
    """The name below "Skip to content" at the head of a page, where another line speaks of it too."""
    at = next((i for i, line in enumerate(lines[: outlet_self.TITLE]) if _SKIP.fullmatch(line.text)), None)
    if at is None or at + 1 >= len(lines):
        return None
    line = lines[at + 1]
    if not 0 < line.words <= outlet_self.NAME_WORDS - 1 or line.ends or not outlet_self.is_name(line.text):
        return None
    again = any(line.text in other.text and other.text != line.text for other in (*lines[:at], *lines[at + 2 :]))
    return Found(line.text, "source.self", line.number, line.text) if again else None


def above_date(lines: Sequence[Line], labels: Sequence[str], headline: int) -> Found | None:
    """The paper that stands alone between the headline and the date: "Lund Guardian"."""
    for line, label, below in zip(lines[headline + 1 :], labels[headline + 1 :], labels[headline + 2 :], strict=False):
        if not label:
            break
        if below == "date" and _OF_PAPERS.fullmatch(line.text) and outlet.is_title_of_paper(line.text):
            return Found(line.text, "source.byline", line.number, line.text)
    return None


def from_wire(lines: Sequence[Line]) -> Found | None:
    """The wire of companies' news that stands alone on a line above the text."""
    found = (line for line in lines if _WIRE.fullmatch(line.text))
    return next((Found(line.text, "source.agency", line.number, line.text) for line in found), None)


def from_logo(lines: Sequence[Line]) -> Found | None:
    """Whose logo the page begins with, as its picture is described: "Lund Post Logo"."""
    match = _LOGO.fullmatch(lines[0].text) if lines else None
    if not match or not outlet_self.may_be(match["name"]):
        return None
    return Found(match["name"], "source.self", lines[0].number, lines[0].text, weak=True)


def spelled(host: Found, lines: Sequence[Line]) -> Found:
    """The name that an address spells as one word, as a line or a notice of rights has it: Lund Post, lundpost.se."""
    said = next(iter(owner.hosts(host.name) or owner.hosts(f"www.{host.name}")), "")
    for line in lines if said else ():
        names = [line.text] if line.words <= outlet_self.NAME_WORDS and not line.ends else []
        for name in (*names, *(one for owned in owner.of_notice(line.text) for one in owner.stems(owned))):
            if key(name) == said and name[:1].isupper() and "." not in name:
                return Found(name, host.rule, line.number, line.text, weak=host.weak)
    return host


def from_mail(lines: Sequence[Line]) -> Found | None:
    """The host of all addresses to write to outside the article, where that is one, and not anybody's."""
    found: dict[str, Found] = {}
    for line in lines:
        for match in _MAIL.finditer(line.text) if "@" in line.text else ():
            host = match["host"].casefold()
            if not _OF_ANYBODY.match(host):
                found.setdefault(host, Found(host, "source.addresses", line.number, line.text, weak=True))
    return next(iter(found.values())) if len(found) == 1 else None
