"""What a page's furniture says of its own site -> the outlet's name.

"Lund News is a part of Coast Media"    "About Lund News", "Lund News Store"    "Storm closes harbour – Lund News"

A name of which one such line speaks is the outlet's where something else has it too: a notice of rights, an address,
the first line of the page, the line of the author.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dateline.normalise.lines.line import key
from dateline.normalise.lists import gazetteer
from dateline.normalise.outlets import owner
from dateline.normalise.outlets.outlet import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.normalise.lines.line import Line

_WORD = r"[^\W\d_a-z][\w.&'’+]*"
_MORE_OF_IT = rf"(?: (?:of|for|and|de|der|del|la|du|&) (?={_WORD})|[ -]?{_WORD}| \d{{1,3}}){{0,4}}"
NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}{_MORE_OF_IT})"
_PART_OF = re.compile(
    rf"\W{{0,3}}{NAME} is (?:(?:a )?part of|published by|owned by|operated by|a (?:registered )?trademark of) "
    r"[^.]{2,80}(?:\..*)?"
)
_TRADEMARK = re.compile(  # behind a notice of rights: "The Lund News", "Lund News" are registered trademarks
    rf"[\"“”]{NAME}[\"“”](?:,? (?:and )?[\"“”][^\"“”]{{2,40}}[\"“”])* (?:is a|are) registered trade ?marks?\b"
)
_DESCRIBED = re.compile(  # what a site says that it is, and no note on an author says of anybody
    rf"{NAME} is (?:an?|the) (?:[\w’'-]+ ){{0,6}}(?:newspaper|magazine|website|web site|news (?:site|portal|agency)|"
    r"portal|weblog|newsroom|publication|search engine|participant in the Amazon|(?:[\w]+ )?edition of)\b.*"
)
_EARNS = re.compile(  # what a site says of the shops that it links to, and of those who pay for it
    rf"\W*(?:Disclosure: )?{NAME} "
    r"(?:(?:and (?:its|our) partners )?may (?:earn|receive|get|collect) [\w ]{0,20}commission|"
    r"is supported by (?:its|our) (?:audience|readers|members)|values your comments|moderates comments|"
    r"reserves the right to (?:delete|remove|edit|moderate|block))\b.*"
)
_FRAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:about|contact|advertise (?:on|with|in)|jobs (?:at|bei)|careers at|work (?:at|for)|more from|"
        rf"subscribe to|sign up for|support|follow|über|discover|welcome to|get (?:even )?more from|abonnieren sie|om|"
        rf"à propos de|sobre|chi siamo|services|boutique|contacter|découvrir|search|"
        rf"(?:continue|back|return) to|(?:popular|trending|elsewhere|also) on|"
        rf"why(?: you can trust)?|write for|make|send|join(?: the)?|download(?: the)?|get(?: the)?|(?:want|read) more) "
        rf"{NAME[:-1]}?)(?i: online| feedback| (?:my|your) homepage| apps?| newsletters?| delivered to your inbox|"
        r" panel| on (?:facebook|twitter|x|instagram|youtube|google\+?|linkedin|telegram|whatsapp|tiktok)|[?…:]|"
        r"\.\.\.)?",
        rf"{NAME}['’]?s? (?i:store|shop|apps?|newsletters?|magazine|tv|radio|podcasts?|premium|plus|club|events|"
        rf"sitemap|archive|jobs|now|studios?|on (?:facebook|twitter|x|instagram|youtube|whatsapp)|e-?paper|mobile|"
        rf"live|video|home ?page|home|main menu|staff|feedback|careers|customer (?:support|service)|archives?|"
        rf"around the globe|media kit|classifieds|conference|responds|investigates|correspondent|international edition|"
        rf"channel|worldwide|on the go)!?",
    )
)
_FIRST = frozenset((  # what the first of these forms begins with, by which it is soon seen that a line has none
    "about", "contact", "advertise", "jobs", "careers", "work", "more", "subscribe", "sign", "support", "follow",
    "über", "discover", "welcome", "get", "abonnieren", "om", "à", "sobre", "chi", "services", "boutique", "contacter",
    "découvrir", "search", "continue", "back", "return", "popular", "trending", "elsewhere", "also", "why", "write",
    "make", "send", "join", "download", "want", "read",
))  # fmt: skip
_LAST = frozenset((  # and those that the second ends with
    "store", "shop", "app", "apps", "newsletter", "newsletters", "magazine", "tv", "radio", "podcast", "podcasts",
    "premium", "plus", "club", "events", "sitemap", "archive", "archives", "jobs", "now", "studio", "studios",
    "facebook", "twitter", "x", "instagram", "youtube", "whatsapp", "paper", "epaper", "e-paper", "mobile", "live",
    "video", "page", "homepage", "home", "menu", "staff", "feedback", "careers", "support", "service", "globe", "kit",
    "classifieds", "conference", "responds", "investigates", "correspondent", "edition", "channel", "worldwide", "go",
))  # fmt: skip
_WRITES = re.compile(  # what the note on an author says
    r"\b(?:editor|publisher|reporter|writer|correspondent|contributor|columnist|journalist)\b[\w -]{0,12} "
    rf"(?:at|for|of|with) {NAME}"
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
    "digital", "online", "edition", "today", "daily", "weekly", "prime", "pro", "plus", "premium", "insider",
    "membership", "member", "members", "partager", "compartir", "compartilhar", "teilen", "condividi", "delen", "dela",
    "del", "jaga", "udostępnij", "поделиться", "suivre", "seguir", "folgen", "segui", "volg",
))  # fmt: skip
_SECTIONS = frozenset((  # with those words of menus that are sections too
    "health", "lifestyle", "life", "entertainment", "science", "technology", "tech", "money", "education",
    "environment", "travel", "food", "style", "weather", "celebrity", "economy", "society", "and", "&",
    "brief", "briefs", "updates", "analysis", "explained", "explainer", "pictures", "photos", "in",
    "general", "articles", "article", "blog", "archive", "wiadomości", "sport", "politik", "wirtschaft", "kultur",
    "общество", "новости", "политика", "экономика", "здоровье", "спорт", "culture", "économie", "société", "deportes",
))  # fmt: skip
BULLETS = "*•+·-– "
OFTEN = 2  # lines in such a form that speak of one name, or one and something else that has it
NOTE = 400  # characters of a note on an author
HEAD = 3  # lines in which a page may begin with its name
TITLE = 12  # lines among which a page's title stands
TITLE_WORDS = 4  # of a headline
NAME_WORDS = 5
CLAUSE = 3  # words in small letters from which on they are a clause


def from_title(lines: Sequence[Line]) -> Found | None:
    """The name behind the headline in the first line, where a line further down is that headline and no more."""
    for line in lines[:TITLE]:
        match = _SUFFIX.search(line.text)
        said = key(line.text[: match.start()]) if match else ""
        if (
            not match
            or len(line.text[: match.start()].split()) < TITLE_WORDS
            or len(match["name"].split()) > NAME_WORDS
            or not may_end_title(match["name"])
        ):
            continue
        if any(key(other.text) == said for other in lines[1:]):
            return Found(match["name"], "source.page-title", line.number, line.text)
    return None


def from_furniture(lines: Sequence[Line], beside: Sequence[str] = ()) -> Found | None:
    """Whose part it is, as it says itself; or the name of which its lines speak most often, as of nothing else.

    `beside` are the parts of the author's line, one of which may be for whom the author writes.
    """
    for line in lines:
        may_say = any(word in line.text for word in (" is ", " are ", " commission", " comments", " reserves "))
        match = (_PART_OF.fullmatch(line.text) or _EARNS.fullmatch(line.text)) if may_say else None
        match = match or (_DESCRIBED.match(line.text) if may_say and " is " in line.text else None)
        match = match or (_TRADEMARK.search(line.text) if may_say and "registered" in line.text else None)
        if match and may_be(match["name"]):
            return Found(match["name"].removeprefix("the "), "source.self", line.number, line.text, weak=True)
    said = _said(lines)
    votes = {name: len(found) + _support(name, found, lines, beside) for name, found in said.items()}
    ranked = sorted(votes, key=lambda name: (votes[name], len(said[name])), reverse=True)
    if not ranked or votes[ranked[0]] < OFTEN:
        return None
    first = ranked[0]
    if len(ranked) > 1 and (votes[ranked[1]], len(said[ranked[1]])) == (votes[first], len(said[first])):
        return None
    name, line = next(iter(said[first].values()))
    name = _in_full(name.removeprefix("the ").removeprefix("The ").rstrip("."), lines) or name
    return Found(name.removeprefix("the ").rstrip("."), "source.self", line.number, line.text, weak=True)


def _in_full(name: str, lines: Sequence[Line]) -> str:
    """The name as a notice of rights has it, where furniture says its last word alone: Herald, Lund Herald."""
    owners = (one for line in lines for owned in owner.of_notice(line.text) for one in owner.stems(owned))
    return next((one for one in owners if one.casefold().endswith(f" {name.casefold()}")), "")


def _said(lines: Sequence[Line]) -> dict[str, dict[str, tuple[str, Line]]]:
    """Names by their keys, each with the lines that speak of it."""
    said: defaultdict[str, dict[str, tuple[str, Line]]] = defaultdict(dict)
    alone = Counter(line.text for line in lines if line.words <= NAME_WORDS)
    for i, line in enumerate(lines):
        names = [match["name"] for match in _matches(line) if may_be(match["name"])]
        if not i and alone[line.text] >= OFTEN and line.text[0].isalnum() and is_name(line.text):
            names.append(line.text)
        for name in names:
            said[_stem(name)].setdefault(key(line.text), (name, line))
    return said


def _matches(line: Line) -> Iterator[re.Match[str]]:
    """The places where a line speaks of a name as it does of an outlet's."""
    if line.words <= NAME_WORDS + 2:
        if line.tokens and (line.tokens[0] in _FIRST or line.tokens[-1] in _LAST):
            found = (frame.fullmatch(line.text.lstrip(BULLETS)) for frame in _FRAMES)
            yield from filter(None, found)
    elif " " in line.text and (match := _WRITES.search(line.text[:NOTE])):
        yield match


def is_name(text: str) -> bool:
    """Whether what stands alone at the head of a page and again below is a name: no menu's words, and no place."""
    parts = text.split()
    named = [part for part in parts if not gazetteer.is_plain_word(part.strip(".!?")) and not part.isdigit()]
    return (
        bool(named)
        and all(part[:1].isupper() or part.isdigit() for part in parts)
        and may_be(text)
        and not gazetteer.is_place(text)
    )


def _support(name: str, said: Mapping[str, object], lines: Sequence[Line], beside: Sequence[str]) -> int:
    """How many other things have a name that a line speaks of: owner, address, first line, the line of the author."""
    found = {
        "owner": any(name in map(_stem, owner.stems(one)) for line in lines for one in owner.of_notice(line.text)),
        "address": any(name == host for line in lines for host in owner.hosts(line.text)),
        "head": any(_stem(line.text) == name for line in lines[:HEAD]) and any(_stem(one) != name for one in said),
        "author": any(_stem(part) == name for part in beside),
    }
    return Counter(found.values())[True]


def _stem(name: str) -> str:
    """The key of a name without its article: The Lund News, Lund News."""
    return key(name.removeprefix("The ").removeprefix("the "))


def from_contact(lines: Sequence[Line]) -> Found | None:
    """The host of the address to which readers are asked to write, where all such addresses have one."""
    found = {
        match["host"].casefold(): line for line in lines if "@" in line.text for match in _CONTACT.finditer(line.text)
    }
    if len(found) != 1:
        return None
    ((host, line),) = found.items()
    return Found(host, "source.addresses", line.number, line.text, weak=True)


_FILE = re.compile(r"\S*/\S+\.\w{2,4}")  # of a picture, behind what it shows


def may_end_title(name: str) -> bool:
    """Whether a part of a page's title may be the outlet: no list of what is in it, no section, and no date."""
    if "," in name or not name[:1].isalnum() or not any(map(str.isalpha, name)) or _FILE.fullmatch(name):
        return False
    parts = name.split()
    if name[0].islower() and len(parts) >= CLAUSE and "." not in name:
        return False
    return not all(part in _NO_NAME or part in _SECTIONS for part in name.casefold().split())


def may_be(name: str) -> bool:
    """Whether a name may be an outlet's: not all of it are words of menus, and it is no person's."""
    parts = name.casefold().split()
    if all(part in _NO_NAME for part in parts):
        return False
    return not (len(parts) > 1 and gazetteer.is_given_to_many(parts[0]))
