"""An article that was written by hand keeps what is remembered of it, wherever its file goes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline import corpus, journal, ledger
from dateline.cache import Cache
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

ONE = "---\ntitle: Bridge opens\ndate: 2024-03-02\n---\n\nThe bridge was opened on Monday.\n"
OTHER = "---\ntitle: Ferry stops\ndate: 2024-03-04\n---\n\nThe ferry was stopped on Tuesday.\n"
AT_FIRST = "2024/03/01/a-bridge/"  # before its headline and its date were corrected


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    """Two articles, one of which stands at an address that it would not be given now."""
    folder = Folder(tmp_path)
    write(folder, "one.md", ONE.replace("Bridge opens", "A bridge").replace("03-02", "03-01"))
    write(folder, "other.md", OTHER)
    folder.config.write_text("tagging: false\n", encoding="utf-8")
    build(folder)
    write(folder, "one.md", ONE)
    build(folder)
    assert addresses(folder) == {"one": AT_FIRST, "other": "2024/03/04/ferry-stops/"}
    return folder


def write(folder: Folder, name: str, text: str) -> None:
    path = folder.articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def move(folder: Folder, name: str, to: str) -> None:
    (folder.articles / to).parent.mkdir(parents=True, exist_ok=True)
    (folder.articles / name).rename(folder.articles / to)


def build(folder: Folder) -> list[str]:
    """Bring content/ up to date; the codes of what there is to say but that two say the same."""
    made = corpus.read(folder, Cache(None), Progress())
    assert journal.carry_out(made.changes, folder.root, folder.journal) == 0
    assert not corpus.read(folder, Cache(None), Progress()).changes
    return [problem.code for problem in made.problems if problem.code != "C21"]


def memories(folder: Folder) -> dict[str, ledger.Ledger]:
    found = {path: ledger.parse(path.read_text(encoding="utf-8")) for path in folder.ledger.rglob("*.json")}
    return {path.relative_to(folder.ledger).with_suffix("").as_posix(): each for path, each in found.items()}


def addresses(folder: Folder) -> dict[str, str]:
    return {name: each.address for name, each in memories(folder).items() if not each.withdrawn}


EDITS = {
    "nothing else": ONE,
    "its text edited": ONE.replace("Monday", "Sunday"),
    "its headline and its date edited": ONE.replace("Bridge opens", "Bridge is open").replace("03-02", "03-03"),
    "a key more": ONE.replace("---\n\n", "place: Riga\n---\n\n"),
}


@pytest.mark.parametrize("text", EDITS.values(), ids=EDITS.keys())
@pytest.mark.parametrize("to", ["renamed.md", "2024/one.md"])
def test_one_that_is_renamed(site: Folder, to: str, text: str) -> None:
    move(site, "one.md", to)
    write(site, to, text)
    assert build(site) == []
    assert addresses(site) == {to.removesuffix(".md"): AT_FIRST, "other": "2024/03/04/ferry-stops/"}
    assert memories(site).keys() == addresses(site).keys()


def test_one_with_another_text_and_another_headline_is_another(site: Folder) -> None:
    move(site, "one.md", "new.md")
    write(site, "new.md", ONE.replace("Bridge opens", "Quay opens").replace("bridge", "quay"))
    build(site)
    assert addresses(site)["new"] == "2024/03/02/quay-opens/"
    assert memories(site)["one"].withdrawn


def test_a_copy_is_another(site: Folder) -> None:
    write(site, "copy.md", ONE)
    build(site)
    assert addresses(site)["one"] == AT_FIRST
    assert addresses(site)["copy"] == "2024/03/02/bridge-opens/"
    (site.articles / "one.md").unlink()  # and when the first one goes
    build(site)
    assert addresses(site)["copy"] == "2024/03/02/bridge-opens/"


def test_two_that_may_be_it(site: Folder) -> None:
    (site.articles / "one.md").unlink()
    for name in ("this", "that"):
        write(site, f"{name}.md", ONE.replace("Bridge opens", f"{name} opens").replace("03-02", "03-05"))
    build(site)
    assert AT_FIRST not in addresses(site).values()


def test_a_text_that_another_one_has_too(site: Folder) -> None:
    write(site, "other.md", ONE.replace("Bridge opens", "Ferry stops").replace("03-02", "03-04"))
    build(site)
    (site.articles / "one.md").unlink()
    write(site, "new.md", (site.articles / "other.md").read_text(encoding="utf-8"))
    build(site)
    assert addresses(site)["new"] != AT_FIRST


def test_one_of_two_copies_stays_it(site: Folder) -> None:
    (site.articles / "one.md").unlink()
    for name in ("2024/one.md", "a.md"):
        write(site, name, ONE)
    build(site)
    assert addresses(site)["2024/one"] == AT_FIRST  # for its name
    assert addresses(site)["a"] == "2024/03/02/bridge-opens/"


@pytest.mark.parametrize("to", ["one.md", "elsewhere.md"])
def test_one_that_was_away(site: Folder, to: str) -> None:
    text = (site.articles / "one.md").read_text(encoding="utf-8")
    (site.articles / "one.md").unlink()
    build(site)
    assert memories(site)["one"].withdrawn
    write(site, to, text)
    build(site)
    assert addresses(site)[to.removesuffix(".md")] == AT_FIRST
    assert memories(site).keys() == addresses(site).keys()


def test_the_place_of_one_that_is_gone_is_free(site: Folder) -> None:
    (site.articles / "one.md").unlink()
    build(site)
    write(site, "one.md", ONE.replace("Bridge opens", "Quay opens").replace("bridge", "quay"))
    assert build(site) == []
    assert addresses(site)["one"] == "2024/03/02/quay-opens/"
    assert not memories(site)["one"].formerly


def test_two_that_change_places(site: Folder) -> None:
    write(site, "one.md", OTHER)
    write(site, "other.md", ONE)
    assert build(site) == []
    assert addresses(site) == {"one": "2024/03/04/ferry-stops/", "other": AT_FIRST}


def test_one_goes_where_another_stood_that_goes_elsewhere(site: Folder) -> None:
    move(site, "one.md", "new.md")
    move(site, "other.md", "one.md")
    assert build(site) == []
    assert addresses(site) == {"one": "2024/03/04/ferry-stops/", "new": AT_FIRST}
    assert memories(site).keys() == addresses(site).keys()


def test_what_was_rewritten_in_its_place_is_the_same_article(site: Folder) -> None:
    write(site, "one.md", ONE.replace("Bridge opens", "Quay opens").replace("bridge", "quay"))
    build(site)
    assert addresses(site)["one"] == AT_FIRST


def test_what_stood_where_a_new_one_stands(site: Folder) -> None:
    move(site, "one.md", "2024/one.md")
    write(site, "one.md", ONE.replace("Bridge opens", "Quay opens").replace("bridge", "quay"))
    build(site)
    assert (addresses(site)["2024/one"], addresses(site)["one"]) == (AT_FIRST, "2024/03/02/quay-opens/")


def test_one_goes_where_that_of_a_seed_stood(site: Folder) -> None:
    site.seeds.mkdir()
    (site.seeds / "quay.txt").write_text("The quay was closed.\n\n2 March 2024\n\nIt opens in May.\n", encoding="utf-8")
    build(site)
    (path,) = (path for path in site.articles.rglob("*.md") if "seed: quay.txt" in path.read_text())
    (site.articles / "one.md").replace(path)
    assert build(site) == ["C31"]
    path.rename(site.articles / "new.md")
    assert build(site) == []
    assert addresses(site) == {"new": AT_FIRST, "other": "2024/03/04/ferry-stops/"}


def test_memories_of_earlier_versions_learn_what_it_says(site: Folder) -> None:
    for path in site.ledger.rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index('  "signs"')] + text[text.index('  "wrote"') :], encoding="utf-8")
    assert not any(each.signs for each in memories(site).values())
    build(site)
    move(site, "one.md", "new.md")
    build(site)
    assert addresses(site)["new"] == AT_FIRST


def test_a_sign_that_is_no_digest(site: Folder) -> None:
    path = site.ledger / "one.json"
    before = path.read_text(encoding="utf-8").replace('"title": "', '"title": "not hexadecimal, ')
    path.write_text(before, encoding="utf-8")
    assert build(site) == ["L01"]
    assert path.read_text(encoding="utf-8") == before


def tags(folder: Folder, name: str) -> str:
    text = (folder.articles / name).read_text(encoding="utf-8")
    return next(line for line in text.splitlines() if line.startswith("countries:"))


def test_tags_are_the_machine_s_still_and_what_was_taken_away_stays_away(site: Folder) -> None:
    site.config.unlink()
    at_first = ONE.replace("on Monday", "in Latvia, near Estonia")
    write(site, "one.md", at_first)
    build(site)
    text = (site.articles / "one.md").read_text(encoding="utf-8")
    assert tags(site, "one.md") == "countries: [Latvia, Estonia]"
    (site.articles / "one.md").unlink()
    write(site, "new.md", text.replace("Latvia, Estonia", "Latvia"))
    build(site)
    assert memories(site)["new"].removed == {"countries": ["Estonia"]}
    assert not memories(site)["new"].added
    (site.articles / "new.md").unlink()
    write(site, "again.md", at_first)  # as it was before there were any tags
    build(site)
    assert tags(site, "again.md") == "countries: [Latvia]"


NAMES = ("a.md", "b.md", "2024/a.md")


@settings(max_examples=40, deadline=None)
@example(
    [("e", "b.md", "a.md"), ("s", "a.md", "b.md"), ("d", "a.md", "a.md")]
)  # it is away while another has its place
@given(st.lists(st.tuples(st.sampled_from("srdeb"), st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12))
def test_whoever_goes_where(tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]) -> None:
    """Each text has the address that it was given first, in whatever file it stands."""
    folder = Folder(tmp_path_factory.mktemp("site"))
    write(folder, "a.md", ONE)
    write(folder, "b.md", OTHER)
    folder.config.write_text("tagging: false\n", encoding="utf-8")
    build(folder)
    given = {"bridge": "2024/03/02/bridge-opens/", "ferry": "2024/03/04/ferry-stops/"}
    count = 0
    for kind, name, other in steps:
        path, to = folder.articles / name, folder.articles / other
        to.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            continue
        if kind == "r" and not to.exists():
            path.rename(to)
        elif kind == "s" and to.exists() and path != to:
            texts = path.read_bytes(), to.read_bytes()
            path.write_bytes(texts[1])
            to.write_bytes(texts[0])
        elif kind == "e":  # another headline, which moves no page
            count += 1
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("title: ", f"title: {count} ", 1), encoding="utf-8")
        elif kind == "d":  # away for a while
            text = path.read_text(encoding="utf-8")
            path.unlink()
            build(folder)
            path.write_text(text, encoding="utf-8")
        if kind in "bed":
            build(folder)
    build(folder)
    stand = {name: (folder.articles / f"{name}.md").read_text(encoding="utf-8") for name in addresses(folder)}
    assert {
        ("bridge" if "The bridge" in text else "ferry"): addresses(folder)[name] for name, text in stand.items()
    } == (given)
    shutil.rmtree(folder.root)
