"""What search engines may list, and what of a text is shown."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.config import Config, Source
from tests.site.corpus import CONFIG, VOCABULARY, entry

BASE = "https://harbour.example/"
OWN = entry("Our own", "2021-01-01")
THEIRS = entry("From the paper", "2021-01-02", source="Port Gazette", seed="a.txt")
LINKED = entry("By address", "2021-01-03", url="https://paper.example/a")
NOINDEX = b'<meta name="robots" content="noindex">'


def closed(config: Config) -> set[str]:
    """The titles of articles whose pages search engines may not list; the sitemap agrees."""
    built = dict(site.build([OWN, THEIRS, LINKED], replace(config, base_url=BASE), VOCABULARY))
    found = set()
    for one in (OWN, THEIRS, LINKED):
        is_closed = NOINDEX in built[f"{one.address}index.html"]
        assert is_closed != (f"<loc>{BASE}{one.address}</loc>".encode() in built["sitemap.xml"])
        found |= {one.article.title} if is_closed else set()
    return found


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (CONFIG, {"From the paper", "By address"}),
        (replace(CONFIG, index=True), set()),
        (replace(CONFIG, sources=(Source("Port Gazette", index=True),)), {"By address"}),
        (replace(CONFIG, index=True, sources=(Source("Port Gazette", index=False),)), {"From the paper"}),
    ],
)
def test_articles_of_others_are_kept_from_search_engines_unless_the_settings_open_them(
    config: Config, expected: set[str]
) -> None:
    assert closed(config) == expected


def test_the_original_is_linked_above_the_text_and_the_way_to_removal_below() -> None:
    page = dict(site.build([LINKED], CONFIG, VOCABULARY))[f"{LINKED.address}index.html"].decode()
    assert page.index('href="https://paper.example/a"') < page.index('<div class="text">')
    assert "about/index.html#corrections" in page
