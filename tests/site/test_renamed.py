"""People, countries and topics that the vocabulary has put together or renamed are found at their old address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.vocabulary import Country, Person, Topic, Vocabulary
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "people": {
        "Ada Õunapuu": Person("Ada Õunapuu", also=("Ada Tamm", "Bo Lind")),
        "Bo Lind": Person("Bo Lind", also=("Robert Lind",), shipped=True),
        "Cy Nobody": Person("Cy Nobody", also=("Cyrus Nobody",)),
    },
    "countries": {"Estonia": Country("Estonia", "EE", also=("Estonian", "Maarjamaa"), formerly=("Maarjamaa",))},
    "topics": {"Shipping": Topic("Shipping", also=("Ports and docks",))},
}
ARTICLES = [entry("Talks", "2021-05-25", "Ada Õunapuu and Bo Lind of Estonia looked at the harbour.")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("renamed") / "public"
    words = replace(VOCABULARY, **NAMES)
    assert isinstance(words, Vocabulary)
    site.publish(site.build(ARTICLES, CONFIG, words), folder)
    return folder


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("people/ada-tamm", "people/ada-ounapuu/"),
        ("countries/maarjamaa", "countries/estonia/"),
        ("topics/ports-and-docks", "topics/shipping/"),
    ],
)
def test_the_old_address_leads_to_the_page(built: Path, old: str, new: str) -> None:
    page = (built / old / "index.html").read_text("utf-8")
    assert f'http-equiv="refresh" content="0; url=../{new.partition("/")[2]}' in page
    assert (built / new / "index.html").exists()


def test_an_address_in_use_stays_and_what_was_no_page_is_none(built: Path) -> None:
    assert 'http-equiv="refresh"' not in (built / "people/bo-lind/index.html").read_text("utf-8")
    for none in ("people/robert-lind", "people/cyrus-nobody", "countries/estonian"):
        assert not (built / none).exists(), none
