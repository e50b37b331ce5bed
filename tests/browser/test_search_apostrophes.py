"""Names with an apostrophe are found and offered as they are typed, with and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page, expect

from dateline import site
from dateline.model import Tag
from tests.browser.conftest import Served, serving
from tests.browser.test_search import ask
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser

NAME = "Orla Raud-O'Brannigan"
TEXT = f"The harbour of Xi'andra is shut, {NAME} said. I'll go to Port L’Oriel, O’Brannigan's home. Don't worry."


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("search") / "public"
    about = replace(entry("Harbour shut", "2021-05-25", TEXT), tags=(Tag("people", NAME, "", 1.0, ()),))
    others = [entry(f"Report {i}", f"2020-01-0{i}", "An ill brannigan went into an old port.") for i in range(1, 4)]
    site.publish(site.build([about, *others], CONFIG, VOCABULARY), folder)
    with serving(folder) as root:
        yield Served(folder, root)


@pytest.mark.parametrize(
    "typed", ["obrannigan", "OBrannigan", "o'brannigan", "O’Brannigan", "xiandra", "xi'andra", "loriel"]
)
def test_found_with_and_without(page: Page, hosted: Served, typed: str) -> None:
    ask(page, hosted, f"q={typed}")
    expect(page.locator("[data-part=heading]")).to_have_text("1 result")


@pytest.mark.parametrize("typed", ["obrann", "raud+obrannigan", "orla+obrannigan", "o'brann"])
def test_the_name_offers_its_page(page: Page, hosted: Served, typed: str) -> None:
    ask(page, hosted, f"q={typed}")
    offer = page.get_by_role("group", name="Pages of names").get_by_role("link")
    expect(offer).to_have_text(NAME)


def test_what_is_short_for_two_words_is_no_other_word(page: Page, hosted: Served) -> None:
    ask(page, hosted, "q=ill+port")
    expect(page.locator("[data-part=heading]")).to_have_text("3 results")
    ask(page, hosted, "q=dont")
    expect(page.locator("[data-part=heading]")).to_have_text("No results")
