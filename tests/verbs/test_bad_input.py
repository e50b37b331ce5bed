"""Bad content: one problem each, with its place and what to do; the rest is built, and nothing is lost."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.verbs.serve import Preview
from tests.verbs.conftest import STORM, Run, article


def empty(folder: Folder) -> None:
    (folder.seeds / "bad.txt").write_bytes(b"")


def blank(folder: Folder) -> None:
    (folder.seeds / "bad.txt").write_bytes(b" \n\n\t\n")


def binary(folder: Folder) -> None:
    (folder.seeds / "bad.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20)


def unsupported(folder: Folder) -> None:
    (folder.seeds / "bad.xyz").write_bytes(b"some words")


def duplicate(folder: Folder) -> None:
    (folder.seeds / "a copy.txt").write_text(STORM, encoding="utf-8")


def dangling_link(folder: Folder) -> None:
    (folder.seeds / "bad.txt").symlink_to(folder.seeds / "nothing.txt")


def link_out(folder: Folder) -> None:
    outside = folder.root.parent / "outside.txt"
    outside.write_text("A secret.\n\nIt must not be read.\n", encoding="utf-8")
    (folder.seeds / "bad.txt").symlink_to(outside)


def pipe(folder: Folder) -> None:
    os.mkfifo(folder.seeds / "bad.txt")


def bad_settings(folder: Folder) -> None:
    (folder.content).mkdir(exist_ok=True)
    folder.config.write_text("title: {A: B}\n", encoding="utf-8")


def bad_vocabulary(folder: Folder) -> None:
    folder.vocabulary.mkdir(parents=True, exist_ok=True)
    (folder.vocabulary / "people.yaml").write_text("Ann Lee:\n  alos: [Annie]\n", encoding="utf-8")


CASES: list[tuple[Callable[[Folder], None], str]] = [
    (empty, "seeds/bad.txt"),
    (blank, "seeds/bad.txt"),
    (binary, "seeds/bad.txt"),
    (unsupported, "seeds/bad.xyz"),
    (duplicate, "seeds/a copy.txt"),
    (dangling_link, "seeds/bad.txt"),
    (link_out, "seeds/bad.txt"),
    (pipe, "seeds/bad.txt"),
    (bad_settings, "content/site.yaml:1"),
    (bad_vocabulary, "content/vocabulary/people.yaml:2"),
]


@pytest.mark.parametrize(("spoil", "place"), CASES, ids=[case[0].__name__ for case in CASES])
def test_one_problem_and_the_rest_is_built(site: Folder, run: Run, spoil: Callable[[Folder], None], place: str) -> None:
    spoil(site)
    ran = run("build", "--site", site.root)
    lines = ran.err.splitlines()
    assert len(lines) == 2, ran.err
    assert lines[0].startswith(f"{place}: ")
    assert lines[1].startswith("    ")
    assert len(lines[1].strip()) > 10
    assert "Traceback" not in ran.err
    assert len(list(site.articles.rglob("*.md"))) == 2
    assert "secret" not in "".join(path.read_text(encoding="utf-8") for path in site.content.rglob("*.md"))
    assert (site.public / "index.html").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_seed(site: Folder, run: Run) -> None:
    (site.seeds / "bad.txt").write_text("words", encoding="utf-8")
    (site.seeds / "bad.txt").chmod(0)
    ran = run("build", "--site", site.root)
    assert ran.err.startswith("seeds/bad.txt: ")
    assert len(list(site.articles.rglob("*.md"))) == 2


def refuse(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make one file unreadable, for root too; as with chmod, its times tell that something was done to it."""
    path.touch()
    read, opened, builtin, low = Path.read_bytes, Path.open, open, os.open

    def check(candidate: object) -> None:
        if isinstance(candidate, str | bytes | os.PathLike) and os.fsdecode(candidate) == str(path):
            raise PermissionError(13, "Permission denied", str(path))

    def read_bytes(self: Path) -> bytes:
        check(self)
        return read(self)

    def path_open(self: Path, *arguments: object, **options: object) -> object:
        check(self)
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    def builtin_open(file: object, *arguments: object, **options: object) -> object:
        check(file)
        return builtin(file, *arguments, **options)  # type: ignore[call-overload]

    def low_open(file: str, *arguments: int, **options: int) -> int:
        check(file)
        return low(file, *arguments, **options)

    monkeypatch.setattr("os.open", low_open)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    monkeypatch.setattr(Path, "open", path_open)
    monkeypatch.setattr("builtins.open", builtin_open)


def test_a_file_that_may_not_be_read(site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    text = path.read_bytes()
    with monkeypatch.context() as patch:
        refuse(path, patch)
        ran = run("build", "--site", site.root)
    assert ran.status == 1
    assert [line.split(": ")[0] for line in ran.err.splitlines()[::2]] == [path.relative_to(site.root).as_posix()]
    assert "C08" in ran.err
    assert path.read_bytes() == text
    assert len(list(site.articles.rglob("*.md"))) == 2  # it was not made a second time
    assert run("build", "--site", site.root).err == ""


def test_a_fault_of_the_programs_own_is_one_line_and_a_log(
    site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline import corpus

    run("build", "--site", site.root)
    (site.seeds / "new.txt").write_text("A third one\n\nWith some words of its own in it.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file() and ".cache" not in path.parts}

    def fails(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(corpus, "read", fails)
    ran = run("build", "--site", site.root)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert "ZeroDivisionError: by nought" in ran.err
    log = Path(ran.err.split("written in ")[1].split(";")[0])
    assert "Traceback" in log.read_text(encoding="utf-8")
    log.unlink()
    assert {
        path: path.read_bytes() for path in site.root.rglob("*") if path.is_file() and ".cache" not in path.parts
    } == before


@pytest.mark.parametrize("place", ["dateline.corpus.read", "dateline.glance.page", "dateline.glance.get_ready"])
def test_a_preview_outlives_a_fault_of_the_programs_own(
    site: Folder, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    shown: list[Any] = []
    preview = Preview(site, Progress(None), shown.append)
    preview.follow()
    path = article(site, "storm")
    with monkeypatch.context() as fault:
        fault.setattr(place, lambda *_, **__: 1 / 0)
        path.write_text(path.read_text("utf-8").replace("title: ", "title: Edited "), "utf-8")
        preview.changed([path.resolve()])
    (problem,) = next(showing.problems for showing in shown if showing.problems)
    assert "Dateline itself went wrong: ZeroDivisionError" in str(problem)
    assert "Traceback" in Path(problem.path).read_text(encoding="utf-8")
    Path(problem.path).unlink()
    preview.changed([path.resolve()])
    assert preview.problems == ()
    assert "Edited Port" in (site.public / "index.html").read_text(encoding="utf-8")


def test_a_preview_shows_a_pile_in_which_some_files_cannot_be_read(
    site: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    preview = Preview(site, Progress(None))
    for name in ("empty.txt", "voice.m4a"):
        (site.seeds / name).write_bytes(b"" if "empty" in name else b"\x01")
    assert preview.rebuild()
    assert not preview.problems
    assert capsys.readouterr().err.count("seeds/empty.txt") == 1
    assert "Port of Pärnu" in (site.public / "index.html").read_text(encoding="utf-8")
    path = article(site, "storm")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Edited "), "utf-8")
    assert preview.rebuild()
    assert "seeds/empty.txt" not in capsys.readouterr().err  # it has been said
    assert "Edited Port" in (site.public / "index.html").read_text(encoding="utf-8")
    path.write_text(path.read_text("utf-8").replace("title: ", 'title: "'), "utf-8")
    preview.rebuild()
    assert [problem.code for problem in preview.problems] == ["C02"]
    assert "Edited Port" in (site.public / "index.html").read_text(encoding="utf-8")


def test_columns_that_the_settings_name(site: Folder, run: Run) -> None:
    table = (
        "Kop;Inhoud;Datum\nHaven open;De haven van Pärnu ging dinsdag weer open, zei Jaan Tamm in Estland.;2021-05-25\n"
    )
    (site.seeds / "table.csv").write_text(table, encoding="utf-8")
    site.content.mkdir(exist_ok=True)
    ran = run("build", "--site", site.root)
    assert "S20" in ran.err
    assert "columns:" in ran.err
    site.config.write_text("columns:\n  title: Kop\n  text: [Inhoud]\n  titel: Kop\n", encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.err.startswith("content/site.yaml:4: F14 unknown field 'titel'")
    assert len(ran.err.splitlines()) == 2
    assert "title: Haven open\ndate: 2021-05-25\n" in article(site, "haven").read_text(encoding="utf-8")


def test_somebody_elses_public_folder_is_left_alone(site: Folder, run: Run) -> None:
    site.public.mkdir()
    (site.public / "index.html").write_text("<title>My own work</title>", encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.status == 2
    assert "did not make" in ran.err
    assert "--site" in ran.err
    assert [path.name for path in site.public.iterdir()] == ["index.html"]
