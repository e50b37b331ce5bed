"""A file that was moved onto another article's place inherits nothing of it; nor does a seed with another's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import corpus, journal, ledger
from dateline.cache import Cache
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The {0} was closed on Monday.\n\n2 March 2024\n\nPeople who use the {0} were told to go by bus. It opens in May.\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.content.mkdir()
    folder.seeds.mkdir()
    folder.config.write_text("tagging: false\n", encoding="utf-8")
    for name in ("bridge", "ferry"):
        (folder.seeds / f"{name}.txt").write_text(TEXT.format(name), encoding="utf-8")
    build(folder)
    return folder


def build(folder: Folder) -> list[str]:
    made = corpus.read(folder, Cache(None), Progress())
    journal.carry_out(made.changes, folder.root, folder.journal)
    assert not corpus.read(folder, Cache(None), Progress()).changes
    return [problem.code for problem in made.problems]


def file(folder: Folder, name: str) -> Path:
    (path,) = (path for path in folder.articles.rglob("*.md") if f"seed: {name}.txt" in path.read_text())
    return path


def memory(folder: Folder, article: Path) -> ledger.Ledger:
    path = folder.ledger / article.relative_to(folder.articles).with_suffix(".json")
    return ledger.parse(path.read_text(encoding="utf-8"))


def everything(folder: Folder) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.content.rglob("*.*")}


def test_one_that_stands_where_a_deleted_one_stood(site: Folder) -> None:
    bridge, ferry = file(site, "bridge"), file(site, "ferry")
    address = memory(site, ferry).address
    ferry.replace(bridge)
    before = everything(site)
    assert (build(site), everything(site)) == (["C31"], before)
    bridge.rename(bridge.with_name("by-water.md"))
    assert build(site) == []
    assert [path.name for path in site.articles.rglob("*.md")] == ["by-water.md"]
    assert memory(site, file(site, "ferry")).address == address
    assert memory(site, bridge).withdrawn
    (site.seeds / "ferry.txt").write_text(TEXT.format("ferry").replace("by bus", "on foot"), encoding="utf-8")
    build(site)
    assert "on foot" in file(site, "ferry").read_text()


def test_a_copy_is_no_article_of_the_seed_whatever_its_name(site: Folder) -> None:
    bridge = file(site, "bridge")
    copy = site.articles / "0.md"
    copy.write_bytes(bridge.read_bytes())
    assert build(site)[0] == "C10"
    (site.seeds / "bridge.txt").write_text(TEXT.format("bridge").replace("by bus", "on foot"), encoding="utf-8")
    assert build(site)[0] == "C10"
    assert ("on foot" in bridge.read_text(), "on foot" in copy.read_text()) == (True, False)
    bridge.unlink()  # one of the two, as it is said
    assert "C31" not in build(site)
    assert copy.exists()


def test_two_that_change_places(site: Folder) -> None:
    bridge, ferry = file(site, "bridge"), file(site, "ferry")
    texts = bridge.read_text(), ferry.read_text()
    bridge.write_text(texts[1], encoding="utf-8")
    ferry.write_text(texts[0], encoding="utf-8")
    before = everything(site)
    assert (build(site), everything(site)) == (["C31", "C31"], before)


def test_an_own_text_where_one_was_withdrawn(site: Folder) -> None:
    bridge = file(site, "bridge")
    bridge.unlink()
    build(site)
    bridge.write_text("---\ntitle: My own\n---\nA text of my own.\n", encoding="utf-8")
    assert build(site) == ["C31"]
    assert memory(site, bridge).withdrawn
    bridge.rename(bridge.with_name("my-own.md"))
    assert build(site) == []
    assert len([*site.articles.rglob("*.md")]) == 2


def test_a_seed_is_renamed_and_another_gets_its_name(site: Folder) -> None:
    bridge = file(site, "bridge")
    bridge.write_text(bridge.read_text().replace("title: ", "title: Mine, "), encoding="utf-8")
    (site.seeds / "bridge.txt").rename(site.seeds / "old.txt")
    (site.seeds / "bridge.txt").write_text(TEXT.format("quay"), encoding="utf-8")
    build(site)
    assert file(site, "old") == bridge
    assert "The bridge" in bridge.read_text()
    assert "Mine" in bridge.read_text()
    assert "The quay" in file(site, "bridge").read_text()


def test_one_where_another_stood_that_goes_elsewhere(site: Folder) -> None:
    bridge, ferry = file(site, "bridge"), file(site, "ferry")
    address = memory(site, ferry).address
    bridge.rename(site.articles / "new.md")
    ferry.rename(bridge)
    assert build(site) == []  # and there is nothing left to do
    assert (file(site, "ferry"), file(site, "bridge")) == (bridge, site.articles / "new.md")
    assert memory(site, bridge).address == address


def test_one_of_no_seed_that_cannot_be_written_keeps_its_memory(site: Folder) -> None:
    own, bridge = site.articles / "own.md", file(site, "bridge")
    own.write_text("---\ntitle: My own\ndate: 2024-01-01\n---\nA text of my own.\n", encoding="utf-8")
    build(site)
    own.write_text(own.read_text(encoding="utf-8").replace("My own", "Mine"), encoding="utf-8")
    build(site)
    own.replace(bridge)
    own.write_text("---\ntitle: Another\n---\nAnother text, by the same hand.\n", encoding="utf-8")
    before = everything(site)
    assert (build(site), everything(site)) == (["C31", "C31"], before)
    bridge.rename(site.articles / "new.md")
    assert build(site) == []
    assert memory(site, site.articles / "new.md").address == "2024/01/01/my-own/"
    assert memory(site, own).address == "undated/another/"
