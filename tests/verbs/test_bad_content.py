"""Articles and ledgers that cannot be read, or that claim one place: they are left alone, and said."""

import shutil

import pytest

from dateline.tools.folder import Folder
from tests.verbs.conftest import Run, article


@pytest.mark.parametrize(
    ("broken", "code", "line"),
    [
        ("---\ntitle: A: B\nseed: storm.txt\n---\nMy text.\n", "C02", 2),
        ("---\ntitle: A\nseed: storm.txt\n\nMy text.\n", "C01", 1),
        ("---\ntitle: A\ndate: 31.12.2021\nseed: storm.txt\n---\nMy text.\n", "C07", 3),
        ("---\ntitle: A\npeople: {a: b}\nseed: storm.txt\n---\nMy text.\n", "C04", 3),
    ],
)
def test_a_broken_head_is_left_alone_until_it_is_mended(
    site: Folder, run: Run, broken: str, code: str, line: int
) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    ledger = (site.ledger / path.relative_to(site.articles)).with_suffix(".json")
    remembered = ledger.read_bytes()
    path.write_text(broken, encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.status == 1
    assert ran.err.startswith(f"{path.relative_to(site.root).as_posix()}:{line}: {code} ")
    assert len(ran.err.splitlines()) == 2
    assert path.read_text(encoding="utf-8") == broken
    assert ledger.read_bytes() == remembered
    assert len(list(site.articles.rglob("*.md"))) == 2
    assert (site.public / "2020/03/04").exists()  # the other article
    path.write_text("---\ntitle: Mine\nseed: storm.txt\n---\nMy text.\n", encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert (ran.status, ran.err) == (0, "")
    assert "My text." in path.read_text(encoding="utf-8")


MERGED = "<<<<<<< HEAD\n{0}=======\n{1}>>>>>>> theirs\n"


def test_both_sides_of_a_merge_are_not_published(site: Folder, run: Run) -> None:
    site.vocabulary.mkdir(parents=True)
    run("build", "--site", site.root)
    path = article(site, "storm")
    for part in ("place: Pärnu\n", "The government in Estonia"):
        text = path.read_text(encoding="utf-8")
        (line,) = [line for line in text.splitlines(keepends=True) if line.startswith(part)]
        other = MERGED.format(line, line.replace("a", "e"))
        path.write_text(text.replace(line, other), encoding="utf-8", newline="\r\n")
        ran = run("build", "--site", site.root)
        assert (ran.status, ": C35 has both sides of a merge in it" in ran.err) == (1, True)
        assert ran.err.split(": C35")[0].endswith(f".md:{text.split(line)[0].count(chr(10)) + 1}")
        path.write_text(text, encoding="utf-8")
    sides = ("a: b\n", "a: c\n")
    for name, code in (("site.yaml", "F02"), ("vocabulary/people.yaml", "V02")):
        (site.content / name).write_text(f"x:\n{MERGED.format(*sides)}", encoding="utf-8")
        ran = run("build", "--site", site.root)
        assert (ran.status, f"content/{name}:2: {code} has both sides" in ran.err) == (2, True)
        (site.content / name).write_text("", encoding="utf-8")
    memory = (site.ledger / path.relative_to(site.articles)).with_suffix(".json")
    memory.write_text(MERGED.format("{}\n", "{}\n"), encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert "json:1: L01 has both sides" in ran.err
    assert "git checkout --theirs -- content/ledger" in ran.err


def test_a_merge_that_an_article_shows_is_its_text(site: Folder, run: Run) -> None:
    indented = MERGED.replace("\n", "\n    ")
    texts = (f"```\n{MERGED}```\n", "A sign:\n\n<<<<<<< HEAD\n\nand >>>>>>> theirs\n", f"    {indented}")
    for number, shown in enumerate(texts):
        path = site.articles / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: Merging {number}\n---\n{shown}", encoding="utf-8")
    assert "C35" not in run("build", "--site", site.root).err


def test_a_broken_ledger_is_not_overwritten(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    ledger = (site.ledger / path.relative_to(site.articles)).with_suffix(".json")
    ledger.write_text("{", encoding="utf-8")
    text = path.read_bytes()
    ran = run("build", "--site", site.root)
    assert ran.status == 1
    assert ran.err.startswith(f"{ledger.relative_to(site.root).as_posix()}: L01 ")
    assert (ledger.read_text(encoding="utf-8"), path.read_bytes()) == ("{", text)
    assert (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html").exists()


def test_two_articles_with_one_slug(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    for name in ("one", "two"):
        text = f"---\ntitle: {name.title()}\ndate: 2021-05-25\nslug: storm\n---\nText of {name}.\n"
        (site.articles / f"{name}.md").write_text(text, encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.status == 0
    assert len(ran.err.splitlines()) == 2
    assert "C24 warning: has the slug of content/articles/" in ran.err
    pages = [path.parent.name for path in (site.public / "2021/05/25").glob("storm*/index.html")]
    assert len(pages) == 2
    assert run("build", "--site", site.root).err == ran.err


def test_a_draft_is_not_on_the_site_and_stays_as_it_is(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path, page = article(site, "storm"), site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    assert run("build", "--site", site.root).status == 0
    assert not page.exists()
    assert "C34 note: is a draft" in run("check", "--site", site.root).out
    path.write_text(text.replace("---\n", "---\ndraft: false\n", 1), encoding="utf-8")
    run("build", "--site", site.root)
    assert page.exists()
    assert "draft: false" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("slug", "place"), [("2021/05/25", "2021/05/no-25/"), ("2021/05", "2021/no-05/")])
def test_a_slug_at_which_the_site_has_a_list(site: Folder, run: Run, slug: str, place: str) -> None:
    run("build", "--site", site.root)
    text = f"---\ntitle: One\ndate: 2019-01-01\nslug: {slug}\n---\nText of one.\n"
    (site.articles / "one.md").write_text(text, encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.err.startswith("content/articles/one.md:4: C30 warning: ")
    assert f"its page stands at {place} instead" in ran.err
    assert "Text of one." in (site.public / place / "index.html").read_text(encoding="utf-8")
    assert "Port of Pärnu opens" in (site.public / slug / "index.html").read_text(encoding="utf-8")
    (site.articles / "one.md").write_text(text.replace("slug", "language: en\nslug"), encoding="utf-8")
    assert run("build", "--site", site.root).err.startswith("content/articles/one.md:5: C30 ")


@pytest.mark.parametrize(("name", "kept"), [("a\\b/c.md", True), ("b\\c.md", False)])
def test_a_name_with_a_backslash(site: Folder, run: Run, name: str, kept: bool) -> None:
    run("build", "--site", site.root)
    if not kept:  # as where only what changed is looked at
        shutil.rmtree(site.seeds)
        run("build", "--site", site.root)
    path = site.articles / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("---\ntitle: One\n---\nText of one.\n", encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.status == 1
    assert ran.err.splitlines()[0] == f"content/articles/{name}: C14 has a backslash in its name"
    assert "2 articles." in ran.out
    path.unlink()
    ran = run("build", "--site", site.root)
    assert (ran.status, ran.err) == (0, "")


def test_two_articles_of_one_seed(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    copy = path.with_name("my copy.md")
    copy.write_bytes(path.read_bytes())
    ran = run("build", "--site", site.root)
    assert ran.err.startswith(f"{copy.relative_to(site.root).as_posix()}:")
    assert "C10 warning: comes from the same seed" in ran.err
    assert len(ran.err.splitlines()) == 2
    assert copy.exists()
    assert path.exists()


def test_an_article_that_names_a_seed_that_never_was(site: Folder, run: Run) -> None:
    own = site.articles / "mine.md"
    own.parent.mkdir(parents=True)
    own.write_text("---\ntitle: Mine\nseed: storn.txt\n---\n\nMy own text.\n", encoding="utf-8")
    for _ in range(2):
        ran = run("build", "--site", site.root)
        assert "content/articles/mine.md:3: C27 warning: names a seed that is not there" in ran.err
        assert "seeds/storn.txt" in ran.err
    (site.seeds / "storn.txt").write_text("A notice\n\n3 May 2021\n\nEstonia was there.", encoding="utf-8")
    assert "C27" not in run("build", "--site", site.root).err


def test_a_seed_that_vanished_takes_nothing_with_it(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    text = article(site, "storm").read_bytes()
    (site.seeds / "storm.txt").unlink()
    ran = run("build", "--site", site.root)
    assert (ran.status, article(site, "storm").read_bytes()) == (0, text)
    assert (site.public / "2021/05/25/port-of-parnu-opens-after-the-storm/index.html").exists()
