"""The fields that a format states (a column, a key, a header) -> findings."""

from __future__ import annotations

import difflib
import html
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dateline.config import RIGHTS
from dateline.model import Evidence, When
from dateline.normalise.authors import author_list
from dateline.normalise.dating import dates
from dateline.normalise.findings import Finding, Findings
from dateline.normalise.lines import language
from dateline.normalise.lines.line import fold, key
from dateline.tools import web

if TYPE_CHECKING:
    from dateline.model import Seed
    from dateline.normalise.context import Context

_TAG = re.compile(r"<[^<>]{1,200}>")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?", re.IGNORECASE)
_SHORT = re.compile(  # hosts that make addresses short, or keep copies of pages: no outlet's
    r"(?:bit\.ly|bitly\.com|tinyurl\.com|goo\.gl|t\.co|t\.me|ow\.ly|fb\.me|buff\.ly|dlvr\.it|is\.gd|ift\.tt|trib\.al|lnkd\.in|"
    r"wp\.me|j\.mp|youtu\.be|rebrand\.ly|cutt\.ly|tiny\.cc|shorturl\.at|feedproxy\.google\.com|news\.google\.com|"
    r"webcache\.googleusercontent\.com|(?:web\.)?archive\.(?:org|is|today|ph|md|li|vn|fo))"
)
_COPY = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(?P<of>\S+)", re.IGNORECASE)
_ZERO = re.compile(r"1970-01-01(?:[T ]00:00(?::00(?:\.0+)?)?)?(?:Z|\+00:?00)?|0")
EPOCH = re.compile(r"(?P<seconds>[1-3]\d{9})(?:\d{3})?(?:\.\d+)?")  # since 1970, in UTC; also thousandths of seconds
_CLOCK = re.compile(  # as programs print times: "Mon Aug 03 12:45:00 EDT 2015"; "2015-08-03-12:45:00"
    r"(?P<day>[A-Z][a-z]{2} \d\d?) (?P<time>\d\d:\d\d(?::\d\d)?)(?: [A-Z]{1,5}| [+-]\d{4})? (?P<year>\d{4})|"
    r"(?P<iso>\d{4}-\d\d?-\d\d?)-(?P<at>\d\d:\d\d(?::\d\d)?)"
)
HELD_BACK = frozenset(["no", "none", "false"])  # rights to show anything
SAMPLE = 4000  # characters in which a text shows its language


def of(seed: Seed, context: Context) -> Findings:
    """What is stated, cleaned; nothing for what is stated badly."""
    found: Findings = {}
    for name in ("title", "section", "place", "summary"):
        if value := plain(seed.fields.get(name, "")):
            found[name] = _finding(name, value, value)
    if rights := _rights(value := plain(seed.fields.get("rights", ""))):
        found["rights"] = _finding("rights", rights, value)
    for name in ("url", "source"):  # some say where it comes from by its address
        value = seed.fields.get(name, "").strip().replace(" ", "%20")
        if "url" not in found and web.is_page(value):
            found["url"] = _finding("url", value, value)
    if (value := seed.fields.get("language", "").strip()) and (match := _LANGUAGE.fullmatch(value)):
        found["language"] = _finding("language", match[1].casefold(), value)
    if names := author_list.names(plain(seed.fields.get("author", ""))):
        found["author"] = _finding("author", names, seed.fields["author"])
    if (value := seed.fields.get("date", "")) and (date := _date(seed, context, value)):
        conflicts = (date.other,) if date.other else ()
        found["date"] = Finding(date.when, Evidence("stated.date", value, conflicts=conflicts))
    if outlet := source(seed.fields.get("source", ""), seed.fields.get("url", ""), context):
        found["source"] = outlet
    return found


def plain(value: str) -> str:
    """One line of words: no tags, no entities."""
    return fold(html.unescape(_TAG.sub(" ", value)))


def _date(seed: Seed, context: Context, value: str) -> dates.Found | None:
    """The date of a field; if 03/04/2021 is not decided by other dates of the source, its language may know."""
    found = when(value, context.order(seed.path))
    if found is None or not found.ambiguous:
        return found
    said = seed.fields.get("language", "")
    tongue = said.partition("-")[0].casefold() or language.detect(seed.text[:SAMPLE], context.language)
    return when(value, order_of(said), tongue)


def order_of(tag: str) -> dates.Order:
    """How a language writes dates in numbers in one country, after CLDR; empty for a tag without a country."""
    from babel import Locale, UnknownLocaleError  # only for the few dates that nothing else decides

    try:
        locale = Locale.parse(tag.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return ""
    pattern = str(locale.date_formats["short"].pattern) if locale.territory else ""
    if "d" not in pattern or "M" not in pattern or pattern.startswith("y"):
        return ""
    return "dmy" if pattern.index("d") < pattern.index("M") else "mdy"


def is_missing(value: str) -> bool:
    """Whether a date is the zero of a computer's clock, which programs write where they know none."""
    return bool(_ZERO.fullmatch(value.strip()))


def when(value: str, order: dates.Order, tongue: str = "") -> dates.Found | None:
    """The date of a field that holds nothing else; a bare year or month is one too."""
    text = fold(value)
    if is_missing(text):
        return None
    if match := EPOCH.fullmatch(text):
        at = datetime.fromtimestamp(int(match["seconds"]), UTC)
        return dates.Found(When(at.year, at.month, at.day, at.hour, at.minute), 0, len(text))
    if match := _CLOCK.search(text):
        text = f"{match['iso']} {match['at']}" if match["iso"] else f"{match['day']}, {match['year']} {match['time']}"
    if found := dates.find(text, tongue, order):
        return found[0]
    try:
        return dates.Found(When.parse(text), 0, len(text))
    except ValueError:
        return None


def source(value: str, url: str, context: Context) -> Finding | None:
    """The outlet: as stated, else the host of the address; under its name in site.yaml where that knows it."""
    text = plain(value)
    host = outlet_host(text) or outlet_host(url)
    known = {key(name): outlet.name for outlet in context.outlets for name in (outlet.name, *outlet.also)}
    hosts = {host_of(outlet.homepage): outlet.name for outlet in context.outlets if outlet.homepage}
    if name := known.get(key(text)) or hosts.get(host):
        return Finding(name, Evidence("source.known", text or url))
    if text and not host_of(text):
        return Finding(text, Evidence("stated.source", text))
    return Finding(host, Evidence("source.address", text or url, weak=True)) if host else None


def host_of(address: str) -> str:
    """The host of a web address, or of a bare domain, without "www."."""
    if not re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", address, re.IGNORECASE):
        return ""
    host = web.split(address if "://" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.")


def outlet_host(address: str) -> str:
    """The host of whoever published what has the address: of an archive's copy that of the page."""
    copy = _COPY.fullmatch(address)
    host = host_of(copy["of"] if copy else address)
    return "" if _SHORT.fullmatch(host) else host


def _finding(name: str, value: object, text: str) -> Finding:
    return Finding(value, Evidence(f"stated.{name}", text))


def _rights(said: str) -> str:
    """What may be shown, where that is said; most such fields name a licence, or whose the text is."""
    word = said.casefold()
    near = difflib.get_close_matches(word, RIGHTS, n=1, cutoff=0.75)
    return near[0] if near else "link" if word.startswith("link ") or word in HELD_BACK else ""
