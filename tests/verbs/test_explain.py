"""`explain`: where a value comes from, and which article is meant."""

import re

import pytest

from dateline.tools.folder import Folder
from tests.verbs.conftest import Run, article


def test_explain_says_line_phrase_and_rule(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    path.write_text(path.read_text(encoding="utf-8").replace("place: Pärnu", "place: Riga"), encoding="utf-8")
    ran = run("explain", "storm", "--site", site.root)
    assert ran.status == 0
    assert "seeds/storm.txt:3 “25 May 2021”  by date.line" in ran.out
    assert "place         Riga\n                a person set it" in ran.out
    assert "Jaan Tamm" in ran.out
    assert "“Finland” by countries.name, 1×: text:3" in ran.out
    assert "seeds/storm.txt:3  25 May 2021  — date" in ran.out


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ("seeds/storm.txt", 0),
        ("2021/05/25/port-of-parnu-opens-after-the-storm/", 0),
        ("http://127.0.0.1:5500/archive/2021/05/25/port-of-parnu-opens-after-the-storm/", 0),
        ("https://example.org/", 2),
        ("Pärnu", 0),
        ("nothing like it", 2),
        ("20", 2),  # both
    ],
)
def test_explain_finds_an_article_by_what_a_person_has_at_hand(
    site: Folder, run: Run, wanted: str, status: int
) -> None:
    run("build", "--site", site.root)
    assert run("explain", wanted, "--site", site.root).status == status


@pytest.mark.parametrize("name", ["", ".", "/", "./", "a"])
def test_nobody_means_an_article_by_next_to_nothing(site: Folder, run: Run, name: str) -> None:
    (site.seeds / "bridge.txt").unlink()
    ran = run("withdraw", name, "--why", "a slip", "--site", site.root)
    assert ran.status == 2
    assert f"No article is named by '{name}'." in ran.err


def test_an_article_is_found_by_the_address_of_its_original(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nseed:", "\nurl: https://www.coast.example/a?id=3\nseed:"), encoding="utf-8")
    assert run("explain", "http://coast.example/a/?id=3", "--site", site.root).status == 0
    assert run("explain", "http://coast.example/a/?id=4", "--site", site.root).status == 2


def test_why_a_raw_file_became_no_article(site: Folder, run: Run) -> None:
    (site.seeds / "ferry.txt").write_text("", encoding="utf-8")
    (site.seeds / "storm 2.txt").write_bytes((site.seeds / "storm.txt").read_bytes())
    for name, said in (
        ("ferry", "seeds/ferry.txt: S10 is empty\n      Delete"),
        ("storm 2.txt", "same bytes as seeds/storm.txt"),
    ):
        ran = run("explain", name, "--site", site.root)
        assert (ran.status, said in ran.err) == (2, True), ran.err


def test_that_an_article_was_withdrawn_is_said(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    run("withdraw", "storm", "--why", "asked", "--site", site.root)
    for name in ("storm.txt", "port-of-parnu", "seeds/storm.txt"):
        ran = run("explain", name, "--site", site.root)
        assert (ran.status, "delete that file to have it back" in ran.err) == (2, True)
    (place,) = re.findall(r"(content/ledger/\S+) says", ran.err)
    (site.root / place).unlink()
    run("build", "--site", site.root)
    assert run("explain", "storm.txt", "--site", site.root).status == 0


def test_the_nearest_are_offered(site: Folder, run: Run) -> None:
    ran = run("explain", "harbour of the storm", "--site", site.root)
    assert ran.err.count("content/articles/") == 1
    assert "port-of-parnu" in ran.err


def test_where_nothing_is_nothing_is_offered(site: Folder, run: Run) -> None:
    for seed in site.seeds.iterdir():
        seed.unlink()
    ran = run("explain", "storm", "--site", site.root)
    assert (ran.status, ran.err) == (2, "There are no articles yet: put raw ones into seeds/ and build.\n")


def test_names_of_files_cannot_write_on_the_terminal(site: Folder, run: Run) -> None:
    (site.seeds / "storm.txt").rename(site.seeds / "st\x1b[31morm\n.txt")
    run("build", "--site", site.root)
    ran = run("explain", "after-the-storm", "--site", site.root)
    assert r"seeds/st\x1b[31morm\n.txt:1 “Port" in ran.out
    assert "\x1b" not in ran.out


def test_explain_says_what_a_person_took_away(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    text = path.read_text(encoding="utf-8")
    (line,) = re.findall(r"^people: .*$", text, re.MULTILINE)
    assert "Jaan Tamm" in line
    path.write_text(text.replace(line, "people: []"), encoding="utf-8")
    ran = run("explain", "storm", "--site", site.root)
    assert "Jaan Tamm: a person took it away; to have it back, write it under `people:` again" in ran.out
