"""Where articles come from seeds, an edit of one leaves the others as they were too, if the seeds stand still."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from dateline.tools import clock
from tests.curation.test_recall import SHADES, build, change, in_any_order, large_edit, site, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.tools.folder import Folder

__all__ = ["site"]


def boats(name: str) -> str:
    """A text that is like no other's, and long enough that a word more does not change its sample."""
    return "".join(f"Then {shade} {name} boats came. " for shade in SHADES)


TEXTS = {
    "bridge.txt": f"Pier opens\n\n4 March 2020\n\nRIGA – It is a bridge.\n\n{boats('amber')}\n",
    "ferry.txt": f"Barge stops\n\n5 March 2020\n\nTALLINN – It will stop.\n\n{boats('ivory')}\n",
}
ROW = '{0},2020-04-0{1},"The {0} holds. {2}",calm\n'
TABLE = "title,date,text,mood\n" + "".join(
    ROW.format(name, number, boats(name.lower())) for number, name in enumerate(("Quay", "Tram", "Canal"), 1)
)


@pytest.fixture
def seeded(site: Folder) -> Folder:
    """With articles of seeds and of none."""
    change(site.articles / "own.md", "mood: wet\n", "")
    save_all(site)
    return site


def save_all(site: Folder) -> None:
    for name, text in (*TEXTS.items(), ("list.csv", TABLE)):
        write(site.seeds / name, text)


def of(site: Folder, word: str) -> str:
    """The path of the article that came of a seed."""
    found = [path for path in sorted(site.articles.rglob("*.md")) if f" {word} boats" in path.read_text("utf-8")]
    return found[0].relative_to(site.articles).as_posix() if found else "none.md"


def rename(path: Path, name: str) -> None:
    if path.exists():
        path.rename(path.with_name(name))


def copy(path: Path, name: str) -> None:
    if path.exists():
        shutil.copy(path, path.with_name(name))


def edit(word: str, old: str, new: str) -> Callable[[Folder], object]:
    return lambda site: change(site.articles / of(site, word), old, new)


SMALL: dict[str, Callable[[Folder], object]] = {
    "a word of a text": edit("amber", "It is a bridge", "It is no bridge"),
    "the same back again": edit("amber", "It is no bridge", "It is a bridge"),
    "a headline": edit("ivory", "title: Barge stops", "title: Barge has stopped"),
    "a word of a row's": edit("tram", "The Tram holds", "The Tram held"),
    "one of no seed": lambda site: change(site.articles / "own.md", "to Paris", "once more to Paris"),
    "two": lambda site: [edit(word, "Then umber", "Later umber")(site) for word in ("quay", "ivory")],
    "nothing": lambda _: None,
}
LARGE: dict[str, Callable[[Folder], object]] = {
    "a seed": lambda site: change(site.seeds / "bridge.txt", "It is", "It was"),
    "a seed more": lambda site: write(site.seeds / "more.txt", f"More\n\n6 March 2020\n\n{boats('ochre')}\n"),
    "a copy of a seed": lambda site: write(site.seeds / "a copy.txt", TEXTS["ferry.txt"]),
    "a seed of the same headline and day": lambda site: write(
        site.seeds / "other.txt", f"Pier opens\n\n4 March 2020\n\n{boats('olive')}\n"
    ),
    "a seed of nearly the same text": lambda site: write(
        site.seeds / "again.txt", f"Bridges\n\n9 March 2020\n\nRIGA – It is a bridge.\n\n{boats('amber')}\n"
    ),
    "a seed with an address of its own": lambda site: write(
        site.seeds / "own.md", f"---\ntitle: Own\nslug: people\ndate: 2020-03-07\n---\n{boats('lemon')}\n"
    ),
    "a seed without a day": lambda site: write(site.seeds / "never.txt", f"Never\n\n{boats('khaki')}\n"),
    "a seed renamed": lambda site: (
        shutil.move(site.seeds / "ferry.txt", site.seeds / "boat.txt") if (site.seeds / "ferry.txt").exists() else None
    ),
    "a seed gone": lambda site: (site.seeds / "bridge.txt").unlink(missing_ok=True),
    "a seed back": lambda site: write(site.seeds / "bridge.txt", TEXTS["bridge.txt"]),
    "a row more": lambda site: change(site.seeds / "list.csv", "Tram,", ROW.format("Dam", 9, boats("dam")) + "Tram,"),
    "the table as it was": lambda site: write(site.seeds / "list.csv", TABLE),
    "a name of another seed": edit("ivory", "seed: ferry.txt", "seed: bridge.txt"),
    "its own name again": edit("ivory", "seed: bridge.txt", "seed: ferry.txt"),
    "another row": edit("tram", "record: 1", "record: 2"),
    "an article taken away": lambda site: (site.articles / of(site, "quay")).unlink(missing_ok=True),
    "an article renamed": lambda site: (
        (site.articles / of(site, "ivory")).rename(site.articles / "ferry.md")
        if (site.articles / of(site, "ivory")).exists()
        else None
    ),
    "an article copied": lambda site: copy(site.articles / of(site, "amber"), "copied.md"),
    "a lost ledger": lambda site: (site.ledger / of(site, "tram")).with_suffix(".json").unlink(missing_ok=True),
    "another order of dates": lambda site: write(site.config, "tagging: false\ndate_order: mdy\n"),
    "a column that has a name": lambda site: write(site.config, "tagging: false\ncolumns:\n  section: mood\n"),
    "no seeds": lambda site: shutil.rmtree(site.seeds, ignore_errors=True),
    "all seeds": save_all,
}


def settled(site: Folder) -> None:
    for _ in range(3):
        build(site)
    assert build(site)


@pytest.mark.parametrize("name", SMALL)
def test_of_a_small_edit_the_rest_is_not_looked_at(seeded: Folder, name: str) -> None:
    settled(seeded)
    SMALL[name](seeded)
    assert build(seeded)
    SMALL["a word of a row's"](seeded)
    assert build(seeded)


@pytest.mark.parametrize("name", SMALL)
def test_after_the_first_build(seeded: Folder, name: str) -> None:
    assert not build(seeded)
    SMALL[name](seeded)
    assert build(seeded)


def test_after_a_seed_more(seeded: Folder) -> None:
    settled(seeded)
    LARGE["a seed more"](seeded)
    assert not build(seeded)
    edit("ochre", "title: More", "title: Once more")(seeded)
    assert build(seeded)


@pytest.mark.parametrize(
    "name", ["a seed of the same headline and day", "a seed with an address of its own", "a seed without a day"]
)
def test_an_edit_after_a_large_one(seeded: Folder, name: str) -> None:
    """What comes of it is the same, whether it is known how the new article stands or not."""
    settled(seeded)
    for large in (LARGE[name], LARGE["a seed of nearly the same text"]):
        large(seeded)
        build(seeded)
        SMALL["a word of a text"](seeded)
        build(seeded)
        edit("olive", "Then umber", "Later umber")(seeded)
        build(seeded)
        SMALL["the same back again"](seeded)
        build(seeded)


@pytest.mark.parametrize("name", LARGE)
def test_an_edit_that_others_hang_on(seeded: Folder, name: str) -> None:
    settled(seeded)
    large_edit(seeded, LARGE[name])


@pytest.mark.parametrize("seed", range(4))
def test_edits_in_any_order(seeded: Folder, seed: int) -> None:
    in_any_order(seeded, [*SMALL.values(), *LARGE.values()], seed)


def test_a_day_that_has_come(seeded: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A date to come counts for nothing before its day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(clock.LAST // 2))  # 2035
    write(seeded.seeds / "later.txt", f"Later\n\n4 March 2040\n\n{boats('umber')}\n")
    settled(seeded)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(clock.LAST // 4 * 3))  # 2067
    assert not build(seeded)
    build(seeded)
    assert build(seeded)
