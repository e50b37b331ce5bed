"""A published folder -> all that is wrong with it, one line each: usable for any built site.

python -m tests.safety.outputs PUBLIC [BASE_URL]
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from justhtml import JustHTML

from tests.site import links

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 255  # of one name: ext4, APFS, NTFS
LONGEST = 240  # characters of a whole path below the site: Windows takes 260 with the folder above
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # no file names on Windows
UNFIT = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$')  # for Windows and for addresses
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
           "embed": "src", "object": "data", "track": "src", "input": "src", "use": "href"}  # fmt: skip
LOADING_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
POLICY = ("default-src 'self'", "object-src 'none'", "base-uri 'none'")
SCRIPT_TYPES = ("application/ld+json", "application/json")  # data, not programs
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


class Page(HTMLParser):
    """One page -> what of it could ask for something, run something, or take a reader away."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.found: list[str] = []
        self.policy = ""
        self.data: list[str] = []
        self._in_data = False
        self._inline = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        given = {name: value or "" for name, value in attrs}
        self.found += [f"<{tag} {name}>" for name in given if name.startswith("on")]
        self.found += [
            f"<{tag} {name}={value[:40]}>"
            for name, value in given.items()
            if re.match(r"\s*(javascript|vbscript|data:text)", value, re.IGNORECASE)
        ]
        if tag == "meta" and given.get("http-equiv", "").casefold() == "content-security-policy":
            self.policy = given.get("content", "")
        if tag in LOADING and _is_outside(given.get(LOADING[tag], "")):
            self.found.append(f"<{tag}> asks for {given[LOADING[tag]][:80]}")
        if "srcset" in given or (tag == "link" and _is_outside(given.get("href", ""))):
            kinds = set(given.get("rel", "").split()) & LOADING_LINKS
            self.found += [f"<link rel={kind}> asks for {given['href'][:80]}" for kind in kinds]
        if tag in ("iframe", "object", "embed", "base", "frame", "applet"):
            self.found.append(f"<{tag}>")
        if tag in ("a", "area", "form") and _is_outside(given.get("href", given.get("action", ""))):
            rel = given.get("rel", "").split()
            if "noopener" not in rel and "noreferrer" not in rel:
                self.found.append(f"<{tag} href={given.get('href', '')[:80]}> without rel=noopener")
        if tag == "script":
            self._in_data = given.get("type", "") in SCRIPT_TYPES
            self._inline += "src" not in given and not self._in_data
            if self._in_data:
                self.data.append("")

    def handle_endtag(self, tag: str) -> None:
        """The end of an element."""
        if tag == "script":
            self._in_data = False

    def handle_data(self, data: str) -> None:
        """Text: of a script that is data, kept."""
        if self._in_data:
            self.data[-1] += data

    def problems(self) -> Iterator[str]:
        """What is wrong."""
        yield from self.found
        for part in POLICY:
            if part not in self.policy:
                yield f"the Content-Security-Policy lacks {part}"
        scripts = next((part for part in self.policy.split(";") if part.strip().startswith("script-src")), "")
        if not scripts or "unsafe" in scripts or "http" in scripts or "*" in scripts or "data:" in scripts:
            yield f"scripts may come from anywhere: {scripts}"
        if self._inline > scripts.count("'sha256-"):
            yield f"{self._inline} scripts inline, of which the policy names {scripts.count(chr(39) + 'sha256-')}"
        for block in self.data:
            try:
                json.loads(block)
            except ValueError as error:
                yield f"JSON-LD: {error}"


def _is_outside(address: str) -> bool:
    return bool(re.match(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", address, re.IGNORECASE))


def problems(public: Path, base_url: str = "", html_errors: int = 10**9) -> list[str]:
    """Everything that is wrong; of pages, `html_errors` are parsed strictly, spread evenly (it takes 20 ms each)."""
    files = sorted(path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file())
    pages = [name for name in files if name.endswith(".html")]
    found = [*names(files), *links.problems(public, urlsplit(base_url).path or "/")]
    for number, name in enumerate(pages):
        text = (public / name).read_text("utf-8")
        page = Page(name)
        page.feed(text)
        found += [f"{name}: {problem}" for problem in page.problems()]
        if number % max(1, len(pages) // html_errors) == 0:
            found += [f"{name}: HTML: {error}" for error in JustHTML(text, collect_errors=True).errors]
    for name in files:
        found += [f"{name}: {problem}" for problem in _machine(public / name, name, base_url)]
    return found


def names(files: list[str]) -> Iterator[str]:
    """What a file system or a web server would stumble over."""
    for folded, count in Counter(name.casefold() for name in files).items():
        if count > 1:
            yield f"{folded}: {count} files differ in nothing but case"
    for name in files:
        for part in name.split("/"):
            if len(part.encode()) > MOST_BYTES or DEVICES.fullmatch(part) or UNFIT.search(part) or not part.isascii():
                yield f"{name}: no name for a file"
        if len(name) > LONGEST:
            yield f"{name}: a path of {len(name)} characters"


def _machine(path: Path, name: str, base_url: str) -> Iterator[str]:
    """What other programs read."""
    try:
        if name == "sitemap.xml":
            yield from sitemap(path, base_url)
        elif name.endswith(".xml"):
            yield from atom(ET.parse(path).getroot())  # noqa: S314  our own output
        elif name.rpartition("/")[2] == "feed.json":
            yield from json_feed(json.loads(path.read_text("utf-8")))
        elif name.endswith((".json", ".geojson")):
            json.loads(path.read_text("utf-8"))
        elif name.endswith(".jsonl"):
            for line in path.read_text("utf-8").split("\n"):
                _ = line and json.loads(line)
        elif name.endswith(".svg"):
            ET.parse(path)  # noqa: S314  our own output
        elif name.endswith(".db"):
            with closing(sqlite3.connect(path)) as table:
                if table.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    yield "is no sound database"
        elif name.endswith((".csv", ".bib", ".ris", ".txt", ".js", ".css")):
            path.read_text("utf-8")
    except (ValueError, ET.ParseError, sqlite3.Error) as error:
        yield f"cannot be read: {error}"


def atom(feed: ET.Element) -> Iterator[str]:
    """RFC 4287: what a feed and an entry must have, once."""
    if feed.tag != f"{ATOM}feed":
        yield f"is a {feed.tag}"
        return
    for node in [feed, *feed.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            if len(node.findall(f"{ATOM}{name}")) != 1:
                yield f"{node.tag} has not one {name}"
        for name in ("updated", "published"):
            for stamp in node.findall(f"{ATOM}{name}"):
                if not RFC3339.fullmatch(stamp.text or ""):
                    yield f"{name} is {stamp.text}"
        if not (node.findtext(f"{ATOM}id") or "").startswith(("urn:uuid:", "https:", "http:", "tag:")):
            yield "an id that is no address"
        for person in node.findall(f"{ATOM}author"):
            if not (person.findtext(f"{ATOM}name") or "").strip():
                yield "an author without a name"
    ids = Counter(entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry"))
    yield from (f"the id {name} stands {count} times" for name, count in ids.items() if count > 1)
    if feed.find(f"{ATOM}author") is None and any(
        e.find(f"{ATOM}author") is None for e in feed.findall(f"{ATOM}entry")
    ):
        yield "an entry without an author"


def json_feed(feed: dict[str, object]) -> Iterator[str]:
    """https://www.jsonfeed.org/version/1.1/: what a feed and an item must have."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
        yield "no version or no title"
    items = feed.get("items")
    if not isinstance(items, list):
        yield "no items"
        return
    for item in items:
        if not item.get("id") or not ({"content_html", "content_text"} & item.keys()):
            yield f"an item without an id or a content: {item.get('id')}"
        if not RFC3339.fullmatch(item.get("date_published", "2000-01-01T00:00:00Z")):
            yield f"date_published is {item['date_published']}"
    if len({item.get("id") for item in items}) != len(items):
        yield "an id twice"


def sitemap(path: Path, base_url: str) -> Iterator[str]:
    """sitemaps.org: at most 50,000 addresses of this site, each of a page that is there."""
    places = [node.text or "" for node in ET.parse(path).getroot().iter(f"{SITEMAP}loc")]  # noqa: S314  our own output
    if not places or len(places) > 50_000 or len(set(places)) != len(places):
        yield f"{len(places)} addresses, {len(set(places))} different"
    for place in places:
        target = path.parent / place.removeprefix(base_url)
        if not place.startswith(base_url) or not (target / "index.html" if place.endswith("/") else target).is_file():
            yield f"{place} is no page"


def main() -> int:
    wrong = problems(Path(sys.argv[1]), "".join(sys.argv[2:3]))
    for line in wrong:
        print(line)
    print(f"{len(wrong)} problems", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
