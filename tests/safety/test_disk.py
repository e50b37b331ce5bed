"""A disk that is full, folders that may not be written or read, seeds that vanish: said, and nothing is lost by it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from dateline import seeds
from dateline.tools.folder import Folder
from tests.safety.killing import ROOT, snapshot
from tests.verbs.conftest import STORM, Ran, Run, article

# Root may read and write everything, unless it gives up the two capabilities that say so (capabilities(7)).
LESS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
CODE = "import resource, sys; from dateline.program import main\n"
LIMIT = "resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))\n"


T = TypeVar("T")


def thorough(few: list[T], more: list[T]) -> list[T]:
    """The suite tries a few of what DATELINE_THOROUGH=1 tries: each is two builds in processes of their own."""
    return [*few, *more] if os.environ.get("DATELINE_THOROUGH") else few


def build(folder: Folder, *, limit: int | None = None, before: list[str] | None = None) -> Ran:
    """A build in a process of its own, in which no file may grow beyond `limit` bytes."""
    code = CODE + (LIMIT.format(limit) if limit is not None else "") + "sys.exit(main(sys.argv[1:]))"
    command = [*(before or []), sys.executable, "-c", code, "build", "--site", str(folder.root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def as_somebody() -> list[str]:
    """What to put before a command so that permissions hold for it."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may do everything here, and there is no setpriv")
    return LESS


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folder, dict[str, bytes]]:
    """A site with an edited article and a new seed, and what the next build makes of it."""
    folder = Folder(tmp_path_factory.mktemp("disk") / "site")
    folder.seeds.mkdir(parents=True)
    (folder.seeds / "storm.txt").write_text(STORM, encoding="utf-8")
    assert build(folder).status == 0
    path = article(folder, "storm")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Edited ", 1), encoding="utf-8")
    (folder.seeds / "more.txt").write_text(
        STORM.replace("storm", "flood").replace("25 May", "26 May"), encoding="utf-8"
    )
    whole = folder.root.with_name("whole")
    shutil.copytree(folder.root, whole)
    assert build(Folder(whole)).status == 0
    return folder, snapshot(whole)


@pytest.fixture
def begun(two: tuple[Folder, dict[str, bytes]], tmp_path: Path) -> Folder:
    shutil.copytree(two[0].root, tmp_path / "site")
    return Folder(tmp_path / "site")


def nothing_is_lost(folder: Folder, old: dict[str, bytes], whole: dict[str, bytes]) -> None:
    """Every file is the old or the new one, the site is the old one, and the next build ends as if nothing had been."""
    now = snapshot(folder.root)
    for path in old.keys() | now.keys():
        if path.startswith("public/"):
            assert now.get(path) == old.get(path), path
        else:
            assert now.get(path) in (old.get(path), whole.get(path)), path
    assert [path.name for path in folder.root.iterdir() if path.name.startswith(".public.")] == []
    ran = build(folder)
    assert ran.status == 0, ran.err
    assert snapshot(folder.root) == whole


@pytest.mark.parametrize("limit", thorough([300, 5_000], [0, 1_500, 20_000]))
def test_a_full_disk(two: tuple[Folder, dict[str, bytes]], begun: Folder, limit: int) -> None:
    old = snapshot(begun.root)
    ran = build(begun, limit=limit)
    assert ran.status == 2, ran.out + ran.err
    assert "Traceback" not in ran.err
    assert "Nothing that was published has been changed." in ran.err
    nothing_is_lost(begun, old, two[1])


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A file system of its own in memory."""
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk")
    yield
    subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S607


@pytest.mark.parametrize("free", thorough([40], [0, 150, 400]))  # kilobytes
def test_a_disk_that_really_is_full(two: tuple[Folder, dict[str, bytes]], tmp_path: Path, free: int) -> None:
    with small_disk(tmp_path / "small", "64m"):
        begun = Folder(tmp_path / "small/site")
        shutil.copytree(two[0].root, begun.root)
        old = snapshot(begun.root)
        room = os.statvfs(begun.root)
        ballast = begun.root.parent / "ballast"
        with ballast.open("wb") as file:
            file.write(b"\0" * (room.f_bavail * room.f_frsize - free * 1_000))
        ran = build(begun)
        assert ran.status == 2, ran.out + ran.err
        assert "No space left on device" in ran.err
        assert "Traceback" not in ran.err
        ballast.unlink()
        nothing_is_lost(begun, old, two[1])


@pytest.mark.parametrize("room", thorough(["", "content/articles/2021"], ["content", "content/ledger/2021"]))
def test_a_folder_that_may_not_be_written(two: tuple[Folder, dict[str, bytes]], begun: Folder, room: str) -> None:
    old = snapshot(begun.root)
    folder = begun.root / room
    shut = [path for path in (folder, *folder.rglob("*")) if path.is_dir()]
    for path in shut:
        path.chmod(0o555)
    ran = build(begun, before=as_somebody())
    for path in shut:
        path.chmod(0o755)
    assert ran.status == 2, ran.out + ran.err
    assert "Permission denied" in ran.err
    assert ".part" not in ran.err
    assert f"chmod u+rwX {folder}" in ran.err
    assert "Traceback" not in ran.err
    nothing_is_lost(begun, old, two[1])


@pytest.mark.parametrize("name", ["public", ".cache"])
def test_a_file_in_place_of_a_folder(site: Folder, run: Run, name: str) -> None:
    (site.root / name).write_text("mine", encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert ran.status == 2
    assert f"{site.root / name} is a file, and a folder belongs there: move it away.\n" in ran.err


@pytest.mark.parametrize(
    "room",
    thorough(["content/articles/2021", "content/ledger"], ["content", "content/articles", "content/ledger/2021"]),
)
def test_a_folder_that_may_not_be_read(two: tuple[Folder, dict[str, bytes]], begun: Folder, room: str) -> None:
    """What it holds would else be taken for deleted."""
    old = snapshot(begun.root)
    (begun.root / room).chmod(0)
    ran = build(begun, before=as_somebody())
    (begun.root / room).chmod(0o755)
    assert ran.status == 2, ran.out + ran.err
    assert f"{room}: Permission denied" in ran.err
    assert "Traceback" not in ran.err
    nothing_is_lost(begun, old, two[1])


def test_seeds_that_may_not_be_read_take_nothing_with_them(begun: Folder) -> None:
    old = snapshot(begun.root)
    begun.seeds.chmod(0)
    ran = build(begun, before=as_somebody())
    begun.seeds.chmod(0o755)
    assert (ran.status, "seeds: S03 cannot be read" in ran.err) == (1, True)
    now = snapshot(begun.root)
    assert {path: now[path] for path in old if path.startswith("content/articles")} == {
        path: data for path, data in old.items() if path.startswith("content/articles")
    }
    assert any(path.endswith("storm/index.html") for path in now)


def test_a_folder_of_seeds_that_may_not_be_read_is_said_for_as_long_as_it_is_there(begun: Folder) -> None:
    assert build(begun).status == 0
    closed = begun.seeds / "closed"
    closed.mkdir()
    closed.chmod(0)
    ran = build(begun, before=as_somebody())
    assert (ran.status, "seeds/closed: S03 cannot be read" in ran.err) == (1, True)
    closed.rmdir()
    ran = build(begun, before=as_somebody())
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize("becomes", ["nothing", "empty", "a folder", "other words"])
def test_a_seed_that_vanishes_while_it_is_read(
    site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch, becomes: str
) -> None:
    run("build", "--site", site.root)
    path, text = article(site, "storm"), article(site, "storm").read_bytes()
    listing: Callable[[Path], object] = seeds.listing

    def listed(root: Path) -> object:
        found = listing(root)
        (site.seeds / "storm.txt").unlink(missing_ok=True)
        if becomes == "empty":
            (site.seeds / "storm.txt").write_bytes(b"")
        elif becomes == "a folder":
            (site.seeds / "storm.txt").mkdir(exist_ok=True)
        elif becomes == "other words":
            (site.seeds / "storm.txt").write_text("A new headline\n\nAnd other words below it.\n", encoding="utf-8")
        return found

    (site.seeds / "third.txt").write_text("A third one\n\nWith some words of its own in it.\n", encoding="utf-8")
    storm = site.seeds / "storm.txt"
    storm.write_text(storm.read_text(encoding="utf-8") + "\nIt was changed.\n", encoding="utf-8")  # so it is opened
    monkeypatch.setattr(seeds, "listing", listed)
    ran = run("build", "--site", site.root)
    assert "Traceback" not in ran.err
    assert len(list(site.articles.rglob("*.md"))) == 3
    if becomes == "other words":
        assert ran.status == 0
        return
    assert ran.status == 1
    assert ran.err.startswith("seeds/storm.txt: S")
    assert path.read_bytes() == text
    assert list(site.public.rglob("port-of-parnu-opens-after-the-storm/index.html"))


def test_a_known_seed_that_vanishes_meanwhile_is_missed_by_the_next_build(
    site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found when the build began is what it builds; it was not opened, for it is known."""
    run("build", "--site", site.root)
    (site.seeds / "third.txt").write_text("A third one\n\nWith some words of its own in it.\n", encoding="utf-8")
    listing: Callable[[Path], object] = seeds.listing

    def listed(root: Path) -> object:
        found = listing(root)
        (site.seeds / "storm.txt").write_bytes(b"")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(seeds, "listing", listed)
        assert run("build", "--site", site.root).status == 0
    ran = run("build", "--site", site.root)
    assert (ran.status, ran.err.startswith("seeds/storm.txt: S10")) == (1, True)
    assert list(site.public.rglob("port-of-parnu-opens-after-the-storm/index.html"))
