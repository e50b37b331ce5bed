"""`tagging: false`: the lists in the files are all; what the machine wrote and a person did is not forgotten."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from dateline import ledger, pipeline
from dateline.content.parse import parse
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Article

SEED = """\
Bridge opens after four years

4 March 2020

RIGA, 4 March 2020 – President Ann Lee of Latvia opened the bridge. "It will bring us together," Lee said in Estonia.
"""


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.seeds.mkdir()
    (folder.seeds / "bridge.txt").write_text(SEED, encoding="utf-8")
    return folder


def build(folder: Folder, tagging: str) -> Article:
    folder.content.mkdir(exist_ok=True)
    folder.config.write_text(f"tagging: {tagging}\n", encoding="utf-8")
    assert pipeline.build(folder, Progress()).published
    (path,) = folder.articles.rglob("*.md")
    article = parse(path.read_text(encoding="utf-8"), path.name).article
    assert article
    return article


def edit(folder: Folder, old: str, new: str) -> None:
    (path,) = folder.articles.rglob("*.md")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_no_text_is_read_for_tags_until_it_is_asked_for(site: Folder) -> None:
    article = build(site, "false")
    assert (article.people, article.countries, article.topics) == ((), (), ())
    assert not (site.public / "people/ann-lee/index.html").exists()
    article = build(site, "true")
    assert ("Ann Lee" in article.people, "Latvia" in article.countries) == (True, True)
    assert (site.public / "people/ann-lee/index.html").exists()


def test_lists_that_the_machine_wrote_stay_and_remain_its_own(site: Folder) -> None:
    before = build(site, "true")
    assert build(site, "false") == before
    assert (site.public / "countries/latvia/index.html").exists()
    assert build(site, "true") == before
    edit(site, "Ann Lee of Latvia", "Ann Lee of Norway")
    after = build(site, "true")
    assert ("Latvia" in after.countries, "Norway" in after.countries) == (False, True)


def test_what_a_person_does_meanwhile_stays(site: Folder) -> None:
    build(site, "true")
    edit(site, "people: [Ann Lee]", "people: [Bo Ek]")
    assert build(site, "false").people == ("Bo Ek",)
    assert build(site, "true").people == ("Bo Ek",)
    edit(site, "Bo Ek", "Ann Lee")
    assert build(site, "false").people == ("Ann Lee",)


def test_lists_of_an_article_by_hand_are_the_persons(site: Folder) -> None:
    (site.seeds / "bridge.txt").unlink()
    site.articles.mkdir(parents=True)
    (site.articles / "own.md").write_text("---\ntitle: Own\npeople: [Cy Orr]\n---\n\nIn Latvia, Ann Lee.\n")
    assert build(site, "false").people == ("Cy Orr",)
    assert "Cy Orr" in build(site, "true").people


@pytest.mark.parametrize("tagging", ["false", "true"])
def test_a_country_or_topic_that_no_text_names_has_its_code(site: Folder, tagging: str) -> None:
    (site.seeds / "bridge.txt").unlink()
    site.articles.mkdir(parents=True)
    lists = "countries: [Sweden]\ntopics: [Transport]"
    (site.articles / "own.md").write_text(f"---\ntitle: Own\n{lists}\n---\n\nNobody came.\n")
    build(site, tagging)
    assert json.loads((site.public / "countries/sweden/index.json").read_bytes())["code"] == "SE"
    table = (site.public / "data/tags.csv").read_text(encoding="utf-8")
    assert (",SE," in table, "medtop:" in table) == (True, True)


def test_quotes_are_not_looked_for_where_the_site_leaves_them_out(site: Folder) -> None:
    for settings, there in (("", True), ("leave_out: [quotes]", False), ("", True)):
        site.content.mkdir(exist_ok=True)
        site.config.write_text(f"{settings}\n", encoding="utf-8")
        assert pipeline.build(site, Progress()).published
        pages = b"".join(path.read_bytes() for path in site.public.rglob("*.html"))
        assert (b"In their own words" in pages) is there
        assert (b'class="said-by"' in pages) is there


def test_what_was_foreseen_of_articles_that_ask_for_one_address_is_made_anew(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.articles.mkdir(parents=True)
    folder.config.write_text("tagging: false\n", encoding="utf-8")
    for name in ("a", "b", "c"):
        (folder.articles / f"{name}.md").write_text(
            f"---\ntitle: One\ndate: 2020\n---\n\nOf {name}.\n", encoding="utf-8"
        )
    first = pipeline.build(folder, Progress())
    addresses = {
        path.stem: ledger.parse(path.read_text(encoding="utf-8")).address for path in folder.ledger.rglob("*.json")
    }
    assert (len(set(addresses.values())), "2020/one/" in addresses.values()) == (3, True)
    for name, address in addresses.items():
        assert f'og:description" content="Of {name}."' in (folder.public / address / "index.html").read_text(
            encoding="utf-8"
        )
    made = {path: path.read_bytes() for path in folder.public.rglob("*.html")}
    shutil.rmtree(folder.cache)
    again = pipeline.build(folder, Progress())
    assert (first.articles, again.articles) == (3, 3)
    assert made == {path: path.read_bytes() for path in folder.public.rglob("*.html")}
