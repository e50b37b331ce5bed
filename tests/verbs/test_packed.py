"""A seed that is packed is the one that it was: what was edited stays edited, what was deleted stays away."""

import gzip
import zipfile
from pathlib import Path

import pytest

from dateline.tools.folder import Folder
from tests.verbs.conftest import BRIDGE, STORM, Run, article

TABLE = "title,date,text\n" + "".join(
    f'{place} opens,2021-01-0{day},"The {place.lower()} opened on Monday, and the council thanked its builders."\n'
    for day, place in enumerate(("Harbour", "Museum", "Bridge"), 1)
)


def titles(site: Folder) -> dict[str, str]:
    """Of each article its title and where it comes from."""
    found = {}
    for path in site.articles.rglob("*.md"):
        head = dict(line.split(": ", 1) for line in path.read_text(encoding="utf-8").splitlines() if ": " in line)
        found[head["title"]] = f"{head['seed']} {head.get('record', '')}".strip()
    return found


def edit_and_delete(site: Folder, run: Run, edited: str, deleted: str) -> None:
    run("build", "--site", site.root)
    path = article(site, edited)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", "title: Mine ", 1), encoding="utf-8")
    article(site, deleted).unlink()
    run("build", "--site", site.root)


def packed(path: Path) -> None:
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    path.unlink()


def test_a_packed_text_is_known_again(site: Folder, run: Run) -> None:
    edit_and_delete(site, run, "storm", "bridge")
    for path in list(site.seeds.iterdir()):
        packed(path)
    assert run("build", "--site", site.root).status == 0
    assert titles(site) == {"Mine Port of Pärnu opens after the storm": "storm.txt.gz"}


def test_a_packed_table_is_known_again_row_by_row(site: Folder, run: Run) -> None:
    for path in site.seeds.iterdir():
        path.unlink()
    (site.seeds / "t.csv").write_text(TABLE, encoding="utf-8")
    edit_and_delete(site, run, "bridge", "museum")
    packed(site.seeds / "t.csv")
    run("build", "--site", site.root)
    assert titles(site) == {"Harbour opens": "t.csv.gz 0", "Mine Bridge opens": "t.csv.gz 2"}


@pytest.mark.parametrize("changed", [False, True])
def test_texts_that_are_packed_together_are_known_again_but_for_those_that_changed(
    site: Folder, run: Run, changed: bool
) -> None:
    edit_and_delete(site, run, "storm", "bridge")
    with zipfile.ZipFile(site.seeds / "all.zip", "w") as pack:
        for name, text in (("bridge.txt", BRIDGE), ("storm.txt", STORM + "It rained.\n" * changed)):
            pack.writestr(name, text)
            (site.seeds / name).unlink()
    run("build", "--site", site.root)
    mine, new = "Mine Port of Pärnu opens after the storm", "Port of Pärnu opens after the storm"
    assert titles(site) == ({mine: "storm.txt", new: "all.zip 1"} if changed else {mine: "all.zip 1"})


def test_a_second_copy_that_is_packed_is_an_article_of_its_own(site: Folder, run: Run) -> None:
    edit_and_delete(site, run, "storm", "bridge")
    storm = site.seeds / "storm.txt"
    storm.with_name("storm.txt.gz").write_bytes(gzip.compress(storm.read_bytes(), mtime=0))
    run("build", "--site", site.root)
    assert titles(site)["Mine Port of Pärnu opens after the storm"] == "storm.txt"
