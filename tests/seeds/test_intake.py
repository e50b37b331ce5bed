"""seeds/ as a whole: what is left out, what is told, and how often it is told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from dateline import inputs, seeds
from dateline.cache import Cache
from dateline.config import Config
from dateline.intake import Intake, take_in
from dateline.tools.clock import today
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.workers import Workers

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Problem

TEXT = (
    "Harbour closes for a month\n\n{}\n\nThe council closed the harbour for a month on Monday, to look at its wall.\n"
)


def taken(root: Path, files: dict[str, str], config: Config | None = None) -> Intake:
    folder = Folder(root)
    for name, text in files.items():
        (folder.seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (folder.seeds / name).write_text(text, encoding="utf-8")
    return take_in(folder, config or Config(), frozenset(), Cache(None), Progress(io.StringIO()), Workers())


def dates(found: Intake) -> list[str]:
    return [str(draft.date) for draft in found.drafts]


def test_a_date_to_come_is_refused_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.txt": TEXT.format("25 May 2021"), "b.txt": TEXT.format("1 January 2031")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1621900800")  # 25 May 2021
    found = taken(tmp_path, files)
    assert dates(found) == ["2021-05-25", "None"]
    assert [(problem.path, problem.line, problem.code) for problem in found.problems] == [("seeds/b.txt", 3, "S64")]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1924992000")  # 1 January 2031
    assert dates(taken(tmp_path, files)) == ["2021-05-25", "2031-01-01"]


@pytest.mark.parametrize(("said", "day"), [("1621900800", "2021-05-26"), ("9" * 30, "2100-01-02")])
def test_the_clock_may_be_given(said: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    assert str(today()) == day


def test_what_is_no_article_is_left_out(tmp_path: Path) -> None:
    found = taken(tmp_path, {"a.txt": TEXT.format("25 May 2021"), "menu.txt": "Home\nNews\nSports\nSign in\n"})
    assert [draft.seed for draft in found.drafts] == ["a.txt"]
    assert [(problem.path, problem.code) for problem in found.problems] == [("seeds/menu.txt", "S60")]


def test_what_many_records_share_is_said_once(tmp_path: Path) -> None:
    rows = "".join(f"Harbour {i},The harbour closes on pier {i}.,0000-00-00\n" for i in range(40))
    found = taken(tmp_path, {"a.csv": "title,text,date\n" + rows})
    (problem,) = found.problems
    assert problem.code == "S63"
    assert "39 more" in problem.message


def test_the_dates_of_a_pile_of_exports(tmp_path: Path) -> None:
    """Each file by its own rows, else by other rows of the outlet, else by site.yaml, else to the year."""
    head = "title,text,date,outlet\n"
    row = "Harbour {},The harbour closes on pier {}.,{},{}\n"
    files = {
        "1.csv": head + row.format(1, 1, "03/04/2021", "Lund News") + row.format(2, 2, "25/04/2021", "Lund News"),
        "2.csv": head + row.format(3, 3, "03/04/2021", "Boston News") + row.format(4, 4, "04/25/2021", "Boston News"),
        "3.csv": head + row.format(5, 5, "05/04/2021", "Lund News"),
        "4.csv": head + row.format(6, 6, "05/04/2021", "Other News"),
        "5.csv": head
        + row.format(7, 7, "05/04/2021", "Boston News")
        + row.format(8, 8, "26/04/2021", "Lund News")
        + row.format(9, 9, "04/26/2021", "Boston News"),
    }
    expected = ["2021-04-03", "2021-04-25", "2021-03-04", "2021-04-25", "2021-04-05", "2021"]
    expected += ["2021-05-04", "2021-04-26", "2021-04-26"]
    assert dates(taken(tmp_path, files)) == expected
    expected[5] = "2021-05-04"
    assert dates(taken(tmp_path, files, Config(date_order="mdy"))) == expected


def test_a_seed_that_stands_as_it_stood_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = Folder(tmp_path), Cache(tmp_path / "work.sqlite")
    for name, text in {"a.txt": TEXT.format("25 May 2021"), "b.txt": TEXT.format("25 May 2021"), "c.txt": ""}.items():
        (folder.seeds / name).parent.mkdir(exist_ok=True)
        (folder.seeds / name).write_text(text, encoding="utf-8")
    opened: list[str] = []
    really = seeds.load

    def load(root: Path, path: str) -> tuple[bytes | None, list[Problem]]:
        opened.append(path)
        return really(root, path)

    monkeypatch.setattr("dateline.intake.reading.seeds.load", load)

    def look() -> Intake:
        digests = inputs.look(folder).digests
        return take_in(folder, Config(), frozenset(), cache, Progress(io.StringIO()), Workers(), digests)

    first, again = look(), look()
    assert first == again
    assert [problem.code for problem in first.problems] == ["S90", "S10"]
    assert opened == ["a.txt", "c.txt"]
    (folder.seeds / "a.txt").write_text(TEXT.format("26 May 2021"), encoding="utf-8")
    assert dates(look()) == ["2021-05-26", "2021-05-25"]
    assert opened == ["a.txt", "c.txt", "a.txt", "b.txt"]


def said(folder: Path, files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        (folder / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    made = take_in(Folder(folder), Config(), frozenset(), Cache(None), Progress(io.StringIO()), Workers())
    return [f"{len(made.drafts)}", *(str(problem).split("\n")[0] for problem in sorted(made.problems))]


def test_files_of_kinds_that_are_not_read_are_said_together(tmp_path: Path) -> None:
    pictures = {f"{n}.jpg": f"{n}" for n in range(9)}
    assert said(tmp_path, {**pictures, "b.wpd": "w", "a.wpd": "x", "c.url": "u", "d.txt": TEXT}) == [
        "1",
        "seeds/0.jpg: S12 warning: is a picture, and no text is read in it "
        "(so are seeds/1.jpg, seeds/2.jpg, seeds/3.jpg, seeds/4.jpg, seeds/5.jpg and 3 more)",
        "seeds/a.wpd: S12 is of a kind that is not read (so is seeds/b.wpd)",
        "seeds/c.url: S12 warning: is a link, not what it leads to",
    ]


def test_a_copy_is_imported_where_the_other_file_cannot_be_read(tmp_path: Path) -> None:
    found = said(tmp_path, {"a.dat": TEXT, "b.txt": TEXT})
    assert (found[0], [line.split(" ")[1] for line in found[1:]]) == ("1", ["S12"])


@pytest.mark.parametrize("copy", ["Copy of storm.txt", "A/storm (1).txt", "storm - Copy.txt", "storm copy 2.txt"])
def test_of_equal_files_it_is_not_the_copy_that_is_imported(tmp_path: Path, copy: str) -> None:
    found = said(tmp_path, {copy: TEXT, "z/storm.txt": TEXT})
    message = "S90 warning: has the same bytes as seeds/z/storm.txt, and is not imported a second time"
    assert found == ["1", f"seeds/{copy}: {message}"]
