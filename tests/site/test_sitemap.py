"""The sitemap: what it lists, and when each page last had something new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.site import sitemap
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry, many

if TYPE_CHECKING:
    from dateline.model import Entry

HOSTED = replace(CONFIG, base_url="https://harbour.example/file/", index=True)
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# The Datetime of sitemaps.org: W3C's note, as far as a day.
W3C = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def listed(content: bytes) -> dict[str, str | None]:
    return {
        found.findtext(f"{SPACE}loc", "").removeprefix(HOSTED.base_url): found.findtext(f"{SPACE}lastmod")
        for found in ET.fromstring(content)  # noqa: S314  our own bytes
    }


def made(entries: list[Entry], addresses: list[str], most: int = sitemap.MOST) -> dict[str, bytes]:
    return dict(sitemap.files(addresses, site.prepare(entries, HOSTED, VOCABULARY), most))


def test_a_page_is_as_new_as_the_newest_article_on_it() -> None:
    built = dict(site.build(corpus(), HOSTED, VOCABULARY))
    found = listed(built["sitemap.xml"])
    assert {address: found[address] for address in ("", "2020/", "2020/03/", "2018/", "people/bo-lind/", "data/")} == {
        "": "2021-05-25",
        "2020/": "2020-03",
        "2020/03/": "2020-03",
        "2018/": "2018",
        "people/bo-lind/": "2020-03",
        "data/": "2021-05-25",
    }
    assert found["2021/05/25/the-harbour-opens/"] == "2021-05-25"
    assert found["undated/no-date-at-all/"] is None
    assert found["about/"] is None
    assert all(W3C.fullmatch(when) for when in found.values() if when)


def test_a_stated_correction_is_newer_than_the_article() -> None:
    mended = entry("Old", "2018-01-02", extra={"updated": "2024-03-05T10:00", "modified": "not a date"})
    found = listed(made([mended, entry("New", "2020-01-01")], [mended.address, "2018/", "2020/", ""])["sitemap.xml"])
    assert found == {mended.address: "2024-03-05", "2018/": "2024-03-05", "2020/": "2020-01-01", "": "2024-03-05"}


def test_subjects_slices_and_pairs_have_their_own_dates() -> None:
    entries = many(200)
    parts = site.prepare(entries, HOSTED, VOCABULARY)
    known = sitemap.changed(parts)
    last = max(str(one.article.date) for one in entries)
    assert known["people/ada-ounapuu/"] == last
    assert known["people/ada-ounapuu/2019/"] == max(
        day for day in map(str, (one.article.date for one in entries)) if day < "2020"
    )
    assert all(known[address] == last for address in parts.pairs.values())
    years = {page for address in parts.pairs.values() for page in known if page.startswith(f"{address}20")}
    assert years
    assert {page for page in years if page.endswith("/2019/")} <= {page for page in years if known[page] < "2020"}


@pytest.mark.parametrize(("most", "expected"), [(5, 1), (4, 2), (2, 3)])
def test_above_the_limit_there_is_an_index(most: int, expected: int) -> None:
    addresses = ["", "2018/", "2020/", "2021/", "about/"]
    found = made(corpus(), addresses, most)
    if expected == 1:
        assert list(found) == ["sitemap.xml", "robots.txt"]
        return
    names = [f"sitemap-{i}.xml" for i in range(1, expected + 1)]
    assert list(listed(found["sitemap.xml"])) == names
    assert [address for name in names for address in listed(found[name])] == addresses
    for name in names:
        newest = max((when for when in listed(found[name]).values() if when), default=None)
        assert listed(found["sitemap.xml"])[name] == newest


def test_without_an_address_of_its_own_a_site_has_no_sitemap() -> None:
    found = dict(sitemap.files([""], site.prepare(corpus(), CONFIG, VOCABULARY)))
    assert list(found) == ["robots.txt"]
