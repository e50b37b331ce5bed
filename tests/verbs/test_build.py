"""`build`: seeds become content and a site; what a person edits stays, and a second build writes nothing."""

import shutil
from pathlib import Path

import pytest

from dateline import pipeline
from dateline.tools.folder import Folder
from tests.verbs.conftest import Run, article, snapshot


def test_build_makes_content_and_site(site: Folder, run: Run) -> None:
    ran = run("build", "--site", site.root)
    assert (ran.status, ran.err) == (0, "")
    assert "2 articles, 2 new." in ran.out
    assert str(site.public / "index.html") in ran.out
    head = article(site, "storm").read_text(encoding="utf-8")
    assert "title: Port of Pärnu opens after the storm\ndate: 2021-05-25\nplace: Pärnu\n" in head
    assert "people: [Liis Kask, Jaan Tamm]\n" in head or "people: [Jaan Tamm, Liis Kask]\n" in head
    assert "seed: storm.txt\n" in head
    page = (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html").read_text(encoding="utf-8")
    assert "glad that the ships can sail" in page


def test_a_verb_is_not_needed(site: Folder, run: Run) -> None:
    assert run("--site", site.root).status == 0
    assert (site.public / "index.html").exists()


def test_a_second_build_writes_no_file(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    rooms = (site.seeds, site.content, site.public)
    before = [snapshot(room) for room in rooms]
    ran = run("build", "--site", site.root)
    assert "nothing had to be written" in ran.out
    assert [snapshot(room) for room in rooms] == before


def test_a_broken_cache_is_made_anew_and_said(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    before = {name: data for name, (data, _) in snapshot(site.public).items()}
    (site.cache / "work.sqlite").write_bytes(b"nonsense")
    (site.cache / "built.json").unlink()
    ran = run("build", "--site", site.root)
    assert ran.status == 0
    assert ".cache could not be read; everything is worked on again." in ran.err
    assert {name: data for name, (data, _) in snapshot(site.public).items()} == before


def test_what_somebody_did_to_the_site_is_undone(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    before = {name: data for name, (data, _) in snapshot(site.public).items()}
    home = site.public / "index.html"
    home.write_text(home.read_text(encoding="utf-8").replace("<h", "<H"), encoding="utf-8")
    (site.public / "timeline/index.html").write_text("mine", encoding="utf-8")
    (site.public / "about/index.html").unlink()
    (site.public / "more.html").write_text("mine", encoding="utf-8")
    run("build", "--site", site.root)
    assert {name: data for name, (data, _) in snapshot(site.public).items()} == before


@pytest.mark.parametrize("large", [pipeline.LARGE, 1])
def test_what_somebody_did_to_the_site_before_does_not_come_back(
    site: Folder, run: Run, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is what the next one is begun with."""
    monkeypatch.setattr(pipeline, "LARGE", large)
    for title in ("One", "Two", "Three"):
        run("build", "--site", site.root)
        path = article(site, "storm")
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(f"title: {title}\n" if line[:6] == "title:" else line for line in lines), "utf-8")
        spare = site.cache / "spare"
        if spare.exists():
            (spare / "about/index.html").unlink()
            (spare / "more.html").write_text("mine", encoding="utf-8")
    run("build", "--site", site.root)
    last = {name: data for name, (data, _) in snapshot(site.public).items()}
    shutil.rmtree(site.cache)
    run("build", "--site", site.root)
    assert {name: data for name, (data, _) in snapshot(site.public).items()} == last


def test_a_first_site_has_a_twin_for_the_build_after_it(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    linked = {path.relative_to(site.public): path.stat().st_ino for path in site.public.rglob("*") if path.is_file()}
    spare = site.cache / "spare"
    assert {path.relative_to(spare): path.stat().st_ino for path in spare.rglob("*") if path.is_file()} == linked


@pytest.mark.parametrize("large", [pipeline.LARGE, 1])
def test_a_site_after_some_edits_is_that_of_one_build(
    site: Folder, run: Run, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "LARGE", large)  # as many files as are looked at, and linked, by another process
    run("build", "--site", site.root)
    path = article(site, "storm")
    for edit in ("One more line.", "And another.", "", "The last."):
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{edit}\n", encoding="utf-8")
        if edit == "The last.":
            (site.seeds / "late.txt").write_text("A late notice\n\n3 May 2021\n\nEstonia was late.", encoding="utf-8")
        if not edit:
            (site.public / "index.html").write_text("mine", encoding="utf-8")
        assert run("build", "--site", site.root).status == 0
        assert not list(site.root.glob(".public.*"))
    made = {name: data for name, (data, _) in snapshot(site.public).items()}
    shutil.rmtree(site.cache)
    shutil.rmtree(site.public)
    run("build", "--site", site.root)
    assert {name: data for name, (data, _) in snapshot(site.public).items()} == made


def test_two_folders_give_equal_bytes(site: Folder, run: Run, tmp_path: Path) -> None:
    other = Folder(tmp_path / "elsewhere" / "another name")
    other.seeds.mkdir(parents=True)
    for path in sorted(site.seeds.iterdir(), reverse=True):
        (other.seeds / path.name).write_bytes(path.read_bytes())
    for folder in (site, other):
        assert run("build", "--site", folder.root).status == 0
    for room in ("content", "public"):
        mine, theirs = snapshot(site.root / room), snapshot(other.root / room)
        assert {name: data for name, (data, _) in mine.items()} == {name: data for name, (data, _) in theirs.items()}


def test_an_edit_reaches_the_site_and_stays(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("title: Port of Pärnu opens after the storm", "title: Pärnu is open"), encoding="utf-8"
    )
    run("build", "--site", site.root)
    page = site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html"
    assert "Pärnu is open" in page.read_text(encoding="utf-8")  # at the address that it had
    assert "title: Pärnu is open\n" in path.read_text(encoding="utf-8")


def test_a_new_slug_leaves_a_redirect_behind(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    path.write_text(path.read_text(encoding="utf-8").replace("seed:", "slug: storm\nseed:"), encoding="utf-8")
    assert run("build", "--site", site.root).status == 0
    assert (site.public / "2021/05/25/storm/index.html").exists()
    old = (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh"' in old
    assert "storm/" in old


def test_a_deleted_article_is_withdrawn(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    article(site, "storm").unlink()
    ran = run("build", "--site", site.root)
    assert "1 article, 1 withdrawn" in ran.out
    assert not (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm").exists()
    assert "1 article, 1 withdrawn" in run("build", "--site", site.root).out


def test_a_changed_vocabulary_says_which_tags_it_moved(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    site.vocabulary.mkdir(parents=True, exist_ok=True)
    text = "Harbour Pilots:\n  also: [reporters, builders]\nJaan Tamm:\n  also: [Tamm]\n"
    (site.vocabulary / "people.yaml").write_text(text, encoding="utf-8")
    assert "Tags of earlier articles: +2 −0: Harbour Pilots +2." in run("build", "--site", site.root).out
    (site.vocabulary / "people.yaml").write_text("", encoding="utf-8")
    assert "Tags of earlier articles: +0 −2: Harbour Pilots −2." in run("build", "--site", site.root).out
