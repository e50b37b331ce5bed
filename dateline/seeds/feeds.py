"""RSS and Atom files -> one seed an entry. S29: no entry in it, or no feed.

Read by the standard library's parser with every DOCTYPE refused: a feed needs none, and XML bombs are made of entities.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from dateline.seeds.doctypes import has_doctype

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.seeds.raw import Item, Raw

FIELDS = {
    "title": ("title",),
    "text": ("encoded", "content", "description", "summary"),
    "date": ("pubDate", "published", "date", "issued", "updated"),
    "url": ("link", "origLink", "guid", "id"),
    "author": ("creator", "author"),
    "section": ("category",),
}
FEEDS = ("rss", "feed", "rdf", "channel")  # what the outermost element is called
NO_POSTS = frozenset((  # what WordPress calls records that are no articles
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request",
    "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family",
))  # fmt: skip
NOT_OUT = frozenset(("draft", "auto-draft", "trash", "private", "pending", "future"))
NO_FEED = "Export it as .csv, .json or .html, or take it away: of XML only feeds are read, RSS and Atom."
HINT = "Save the feed itself: an <rss> or a <feed> with its entries."


def read(raw: Raw) -> list[Item]:
    """The entries, with the feed's title as their outlet."""
    if has_doctype(raw.data):
        hint = "Take the line `<!DOCTYPE …>` out, and put the feed in again."
        return [raw.problem("S29", "has a DOCTYPE, which no feed needs", hint)]
    try:
        root = ET.fromstring(raw.data)  # noqa: S314 - entities are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        return [raw.problem("S29", f"is no feed that can be read: {error}", HINT)]
    if _name(root).casefold() not in FEEDS:
        return [raw.problem("S29", "is XML, and no feed", NO_FEED)]
    entries = [node for node in root.iter() if _name(node) in ("item", "entry") and _is_post(node)]
    channel = next((node for node in root if _name(node) == "channel"), root)
    outlet = _first(channel, ("title",))
    items: list[Item] = []
    for entry in entries:
        fields = {name: _first(entry, names) for name, names in FIELDS.items()}
        fields["date"] = _date(fields["date"])
        text = fields.pop("text")
        if text or fields["title"]:
            items.append(raw.seed(text, "export", {**fields, "source": outlet}, len(items)))
    return items or [raw.problem("S29", "has no entries", HINT)]


def _is_post(entry: ET.Element) -> bool:
    """Whether an entry is one that readers have seen: a weblog's own export holds pictures, menus and drafts too."""
    said = {_name(child): (child.text or "").strip() for child in entry if _name(child) in ("post_type", "status")}
    return said.get("post_type", "") not in NO_POSTS and said.get("status", "") not in NOT_OUT


def _first(node: ET.Element, names: Iterable[str]) -> str:
    for name in names:
        for child in node:
            if _name(child) == name and (value := _text(child)):
                return value
    return ""


def _text(node: ET.Element) -> str:
    if _name(node) == "link" and not (node.text or "").strip():
        return node.get("href", "") if node.get("rel", "alternate") == "alternate" else ""
    return "".join(node.itertext()).strip()


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _date(text: str) -> str:
    try:
        return parsedate_to_datetime(text).strftime("%Y-%m-%dT%H:%M")
    except (ValueError, TypeError, OverflowError):
        return text
