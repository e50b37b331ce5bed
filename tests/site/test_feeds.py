"""Feeds, held against what their formats ask for."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.site import feeds
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry, many

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.model import Entry

HOSTED = replace(CONFIG, base_url="https://harbour.example/file/")
ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
BELL = "\x07"


def made(entries: list[Entry], config: Config = HOSTED) -> dict[str, bytes]:
    parts = site.prepare(entries, config, VOCABULARY)
    found = dict(file for planned in feeds.feeds(parts) for file in planned.make() if isinstance(file, tuple))
    for subjects in parts.library.subjects.values():
        for subject in subjects.values():
            found |= feeds.of_subject(parts, subject)
    return found


ENTRIES = [
    *corpus(),
    entry("Bells & <b>whistles</b>" + BELL, "2022", author=("A & B", "C"), url="https://example.org/original"),
    entry("Kept back", "2022-02", rights="link", source="Port Gazette"),
]


@pytest.mark.parametrize("config", [CONFIG, HOSTED], ids=["local", "hosted"])
@pytest.mark.parametrize("entries", [ENTRIES, [], many(60)], ids=["few", "none", "many"])
def test_atom_is_as_rfc_4287_has_it(entries: list[Entry], config: Config) -> None:
    found = {path: content for path, content in made(entries, config).items() if path.endswith(".xml")}
    identities = set()
    for path, content in found.items():
        feed = ET.fromstring(content)  # noqa: S314  our own bytes
        assert feed.tag == f"{ATOM}feed"
        identities.add(feed.findtext(f"{ATOM}id"))
        links = {link.get("rel"): link.get("href", "") for link in feed.findall(f"{ATOM}link")}
        assert set(links) == {"self", "alternate"}
        if config.base_url:
            assert links["self"] == f"{HOSTED.base_url}{path}"
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):  # sections 4.1.1 and 4.1.2: exactly one of each
                assert len(part.findall(f"{ATOM}{name}")) == 1, (path, name)
            assert RFC3339.fullmatch(part.findtext(f"{ATOM}updated", ""))
            assert part.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        own = [part.findtext(f"{ATOM}id") for part in feed.findall(f"{ATOM}entry")]
        assert len(own) == len(set(own))
    assert len(identities) == len(found)


def json_feed(content: bytes, config: Config) -> dict[str, Any]:
    """A feed that has what version 1.1 asks for, and nothing that it does not know."""
    feed: dict[str, Any] = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert set(feed) <= {"version", "title", "home_page_url", "feed_url", "language", "items"}
    for item in feed["items"]:
        known = {"id", "url", "external_url", "title", "content_text", "date_published", "authors", "tags", "language"}
        assert set(item) <= known
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert RFC3339.fullmatch(item["date_published"])
        assert all(set(author) == {"name"} for author in item.get("authors", ()))
        assert all(isinstance(tag, str) for tag in item.get("tags", ()))
        assert item["url"].startswith(config.base_url) if config.base_url else "url" not in item
    return feed


@pytest.mark.parametrize("config", [CONFIG, HOSTED], ids=["local", "hosted"])
@pytest.mark.parametrize("entries", [ENTRIES, [], many(60)], ids=["few", "none", "many"])
def test_json_feed_says_what_atom_says(entries: list[Entry], config: Config) -> None:
    found = made(entries, config)
    for path in found:
        if path.endswith(".json"):
            feed = json_feed(found[path], config)
            atom = ET.fromstring(found[path.removesuffix("json") + "xml"])  # noqa: S314  our own bytes
            assert [item["id"] for item in feed["items"]] == [
                part.text for part in atom.findall(f"{ATOM}entry/{ATOM}id")
            ]
            if config.base_url:
                assert feed["feed_url"] == f"{config.base_url}{path}"


def test_what_feeds_say_of_an_article() -> None:
    [item] = [
        item for item in json_feed(made(ENTRIES)["feed.json"], HOSTED)["items"] if item["title"].startswith("Bells")
    ]
    assert item["date_published"] == "2022-01-01T00:00:00Z"
    assert item["authors"] == [{"name": "A & B"}, {"name": "C"}]
    assert item["external_url"] == "https://example.org/original"
    assert BELL not in made(ENTRIES)["feed.xml"].decode()


def test_an_article_of_another_language_says_so() -> None:
    two = [entry("One", "2021", language="ar"), entry("Two", "2022", language="en"), entry("Three", "2023")]
    feed = ET.fromstring(made(two)["feed.xml"])  # noqa: S314  our own bytes
    assert [part.attrib for part in feed.findall(f"{ATOM}entry")] == [
        {},
        {},
        {"{http://www.w3.org/XML/1998/namespace}lang": "ar"},
    ]


def test_no_text_is_shown_that_may_not_be() -> None:
    for path, content in made([ENTRIES[-1]]).items():
        assert b"windy" not in content, path
    [item] = json_feed(made([ENTRIES[-1]])["feed.json"], HOSTED)["items"]
    assert item["content_text"] == "Kept back"


def test_programs_find_both_feeds_from_every_page_of_a_tag() -> None:
    page = dict(site.build(corpus(), HOSTED, VOCABULARY))["people/bo-lind/index.html"].decode()
    for kind, path in (("atom+xml", "feed.xml"), ("feed+json", "feed.json")):
        assert f'<link rel="alternate" type="application/{kind}" title="Bo Lind" href="{path}">' in page
