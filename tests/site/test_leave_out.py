"""What a site leaves out is not made, and nothing leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.config import PARTS
from tests.site import links
from tests.site.corpus import CONFIG, VOCABULARY, corpus, many
from tests.site.test_as_found import sown

if TYPE_CHECKING:
    from pathlib import Path

HOSTED = replace(CONFIG, base_url="https://harbour.example/file/")
CHOICES = [*((part,) for part in PARTS), PARTS]
GONE = {  # part -> what stands in the path of a file of it, or in a page
    "search": ("search/", 'role="search"'),
    "related": ("", 'aria-labelledby="related"'),
    "data": ("index.json", "data/"),
    "tag_feeds": ("estonia/feed.", ">Feed of Estonia<"),
    "citations": ("/cite.", "cite.bib"),
    "charts": ("", 'class="density"'),
    "pairs": ("/with/", "/with/"),
    "days": ("2019/01/01/index.html", "data-days="),
    "found": ("", "As found: the raw text"),
}


@pytest.mark.parametrize("without", CHOICES, ids=lambda parts: parts[0] if len(parts) == 1 else "all")
def test_no_link_leads_to_what_is_left_out(tmp_path: Path, without: tuple[str, ...]) -> None:
    config = replace(HOSTED, leave_out=frozenset(without))
    for entries in (corpus(), many(200)) if len(without) > 1 else (corpus()[:2] + many(12),):
        site.publish(site.build(entries, config, VOCABULARY), tmp_path / "public")
        assert links.problems(tmp_path / "public", "/file/") == []


def built(folder: Path, *left_out: str) -> dict[str, bytes]:
    config = replace(CONFIG, leave_out=frozenset(left_out))
    return dict(site.build([*many(12), sown(folder)], config, VOCABULARY, seeds=folder))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("part", GONE)
def test_a_part_is_there_unless_it_is_left_out(part: str, tmp_path: Path, whole: dict[str, bytes]) -> None:
    path, words = GONE[part]
    for files, there in ((whole, True), (built(tmp_path, part), False)):
        pages = b"".join(content for name, content in files.items() if name.endswith(".html"))
        assert (words.encode() in pages) is there
        assert not path or any(path in name for name in files) is there


def test_without_pages_of_days_all_articles_of_a_month_stand_on_its_page() -> None:
    files = dict(site.build(many(12), replace(CONFIG, leave_out=frozenset({"days"})), VOCABULARY))
    page = files["2019/01/index.html"].decode()
    assert 'href="index.html#d01"' in page
    assert 'id="d01"' in page
    assert "Notice 0 from the quay" in page
    assert 'href="../../index.html#d01"' in files["2019/01/01/notice-0-from-the-quay/index.html"].decode()
