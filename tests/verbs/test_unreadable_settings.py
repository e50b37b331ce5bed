"""Settings or a vocabulary that cannot be read: nothing is made without them, and nothing that was changes."""

import shutil

import pytest

from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.verbs.serve import Preview
from tests.verbs.conftest import Run, article, snapshot

HELD_BACK = "rights: link\ntagging: false\nsources:\n  - name: Coast Daily\n    rights: link\n"
WORDS = b"glad that the ships can sail"


def told(folder: Folder) -> bool:
    """Is the text shown anywhere in pages?"""
    return any(WORDS in path.read_bytes() for path in folder.public.rglob("*.html"))


def room(folder: Folder) -> dict[str, tuple[bytes, int]]:
    return {**snapshot(folder.content / "articles"), **snapshot(folder.public)}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (HELD_BACK + "\tx: y\n", "F02"),
        (HELD_BACK + "- x\n", "F02"),
        ("- rights: link\n", "F03"),
        ("rights: link\nsources: {Coast Daily: {rights: link}}\n", "F09"),
        ("rights: link\nsources: [{nmae: Coast Daily, rights: link}]\n", "F10"),
        ("rights: link\nsources: [{name: Coast Daily, also: {a: b}}]\n", "F20"),
        ("rights: link\nsources: [{name: Coast Daily, rights: link, homepage: coast.example}]\n", "F22"),
        ("rights: link\nsources: [{name: Coast Daily, rigths: link}]\n", "F21"),
        ("rights: link\ntagging: nope\n", "F19"),
        ("rigths: link\n", "F21"),
        ("Rights: link\n", "F21"),
        ("rights: link\ntaging: false\n", "F21"),
    ],
)
def test_settings_that_cannot_be_read_change_nothing(site: Folder, run: Run, said: str, code: str) -> None:
    site.content.mkdir()
    site.config.write_text(HELD_BACK, encoding="utf-8")
    assert run("build", "--site", site.root).status == 0
    before = room(site)
    site.config.write_text(said, encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.status == 2
    assert f": {code} " in ran.err
    assert ran.err.endswith("Nothing was changed: neither content/ nor the site.\n")
    assert room(site) == before
    assert f": {code} " in run("check", "--site", site.root).out
    for folder in (site.public, site.cache):
        shutil.rmtree(folder)
    assert run("build", "--site", site.root).status == 2
    assert not site.public.exists()


@pytest.mark.parametrize("line", ["rights: Link", "rights: non", "rights:", "rights: [link]"])
def test_rights_that_are_none_of_ours_are_the_strictest(site: Folder, run: Run, line: str) -> None:
    site.content.mkdir()
    site.config.write_text(f"{line}\n", encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.status == (0 if line == "rights: Link" else 1)
    assert ("until then it counts as link" in ran.err) is (ran.status == 1)
    assert not told(site)


@pytest.mark.parametrize("name", ["site.yml", "Site.yaml", "site.yaml.txt", "sites.yaml"])
def test_settings_under_another_name(site: Folder, run: Run, name: str) -> None:
    site.content.mkdir()
    site.config.with_name(name).write_text("rights: link\n", encoding="utf-8")
    ran = run("build", "--site", site.root)
    if site.config.exists():
        return  # on a disk where a and A are one
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"content/{name}: F18 ")
    assert "Rename it to site.yaml" in ran.err
    assert "F18" in run("check", "--site", site.root).out
    site.config.with_name(name).rename(site.config)
    assert run("build", "--site", site.root).status == 0
    assert not told(site)


def test_settings_that_are_gone_are_asked_for(site: Folder, run: Run) -> None:
    site.content.mkdir()
    site.config.write_text("rights: link\n", encoding="utf-8")
    run("build", "--site", site.root)
    before = room(site)
    site.config.unlink()
    for _ in range(2):
        ran = run("build", "--site", site.root)
        assert ran.status == 2
        assert ran.err.startswith("content/site.yaml: F23 ")
        assert room(site) == before
    site.config.write_text("", encoding="utf-8")
    assert run("build", "--site", site.root).status == 0
    assert told(site)


@pytest.mark.parametrize(
    ("more", "code"), [(b"\tx: y\n", "V02"), (b"Jaan Tamm: nobody\n", "V02"), (b"\xff\n", "V01"), (None, "V03")]
)
def test_a_vocabulary_that_cannot_be_read_changes_nothing(
    site: Folder, run: Run, more: bytes | None, code: str
) -> None:
    people = site.vocabulary / "people.yaml"
    people.parent.mkdir(parents=True)
    mine = b"Harbour Pilots:\n  also: [reporters]\nJaan Tamm: nobody\n"
    people.write_bytes(mine)
    assert run("build", "--site", site.root).status == 0
    before = {**snapshot(site.content), **snapshot(site.public)}
    people.write_bytes(b"- Jaan Tamm\n" if more is None else mine + more)
    changed = people.stat().st_mtime_ns
    for verb in (["build"], ["build"], ["review"], ["withdraw", "storm", "--why", "asked"]):
        ran = run(*verb, "--site", site.root)
        assert ran.status == 2
        assert f": {code} " in ran.err
        assert "Nothing was changed" in ran.err
        now = {**snapshot(site.content), **snapshot(site.public)}
        assert now.pop("vocabulary/people.yaml")[1] == changed
        assert now == {name: stands for name, stands in before.items() if name != "vocabulary/people.yaml"}
    ran = run("check", "--site", site.root)
    assert ran.status == 1
    assert f": {code} " in ran.out
    people.write_bytes(mine)
    ran = run("build", "--site", site.root)
    assert ran.status == 0
    assert "Tags of earlier" not in ran.out


MINE = b"Harbour Pilots:\n  also: [reporters]\nJaan Tamm: nobody\n"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("vocabulary/people.yml", "vocabulary/people.yml: V23 "),
        ("vocabulary/People.yaml", "vocabulary/People.yaml: V23 "),
        ("vocabulary/poeple.yaml", "vocabulary/poeple.yaml: V23 "),
        ("vocabulery/people.yaml", "vocabulery: V23 "),
        ("people.yaml", "vocabulary/people.yaml: V24 "),
        ("vocabulary/mine.txt", "vocabulary/people.yaml: V24 "),
    ],
)
def test_a_vocabulary_under_another_name_changes_nothing(site: Folder, run: Run, name: str, place: str) -> None:
    people, other = site.vocabulary / "people.yaml", site.content / name
    people.parent.mkdir(parents=True)
    people.write_bytes(MINE)
    assert run("build", "--site", site.root).status == 0
    before = room(site)
    other.parent.mkdir(exist_ok=True)
    people.rename(other)
    if people.exists():
        return  # on a disk where a and A are one
    if other.parent != people.parent:
        people.parent.rmdir()
    for verb in (["build"], ["build"], ["withdraw", "storm", "--why", "asked"]):
        ran = run(*verb, "--site", site.root)
        assert ran.status == 2
        assert ran.err.startswith(f"content/{place}")
        assert "Nothing was changed" in ran.err
        assert room(site) == before
    ran = run("check", "--site", site.root)
    assert (ran.status, ran.out.count(f"content/{place}")) == (1, 1)
    assert "V22" not in ran.out
    if "V23" in place:  # a slip, whatever was built before
        shutil.rmtree(site.cache)
        assert run("build", "--site", site.root).status == 2
    people.parent.mkdir(exist_ok=True)
    people.write_bytes(b"")  # the way out
    ran = run("build", "--site", site.root)
    assert ran.status == 0
    assert "Jaan Tamm" in article(site, "storm").read_text(encoding="utf-8")


def test_a_preview_keeps_the_last_site(site: Folder) -> None:
    site.content.mkdir()
    site.config.write_text("rights: link\n", encoding="utf-8")
    preview = Preview(site, Progress(None))
    assert preview.rebuild()
    before = room(site)
    for text in ("rights: link\n\tx: y\n", "rigths: link\n"):
        site.config.write_text(text, encoding="utf-8")
        assert preview.rebuild()
        assert [problem.path for problem in preview.problems] == ["content/site.yaml"]
        assert room(site) == before
    site.config.write_text("rights: link\n", encoding="utf-8")
    assert preview.rebuild()
    assert preview.problems == ()


def test_withdraw_without_its_settings_takes_nothing_out(site: Folder, run: Run) -> None:
    site.content.mkdir(exist_ok=True)
    site.config.write_text("title: Mine\n", encoding="utf-8")
    run("build", "--site", site.root)
    site.config.unlink()
    ran = run("withdraw", "storm", "--why", "a slip", "--site", site.root)
    assert (ran.status, "F23" in ran.err) == (2, True)
    assert article(site, "storm").exists()
    assert "F23" in run("check", "--site", site.root).out


def test_withdraw_says_what_it_did_though_the_site_cannot_be_made(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    site.templates.mkdir()
    (site.templates / "article.html").write_text("{% if %}", encoding="utf-8")
    ran = run("withdraw", "storm", "--why", "a slip", "--site", site.root)
    assert ran.status == 2
    assert "What still holds it:" in ran.err
    assert ran.err.rstrip().endswith("It shows the article until it is built again.")


@pytest.mark.parametrize("left", [".site.yaml.swp", "site.yaml.bak", "site.yaml~"])
def test_what_an_editor_leaves_is_not_meant(site: Folder, run: Run, left: str) -> None:
    site.content.mkdir(exist_ok=True)
    (site.content / left).write_text("title: Mine\n", encoding="utf-8")
    assert run("build", "--site", site.root).status == 0


@pytest.mark.parametrize(
    "text", ["tagging:\n", "sources: [{name: A Times, homepage: a.example, rights: full}]\n", "resources: none\n"]
)
def test_what_holds_nothing_back_stops_nothing(site: Folder, run: Run, text: str) -> None:
    site.content.mkdir(exist_ok=True)
    site.config.write_text(text, encoding="utf-8")
    run("build", "--site", site.root)
    assert (site.public / "index.html").exists()
