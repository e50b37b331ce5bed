"""A small site folder, and a way to run a verb on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.program import main
from dateline.tools.folder import Folder

STORM = """\
Port of Pärnu opens after the storm

25 May 2021

PÄRNU, 25 May 2021 – The port of Pärnu opened on Tuesday, two days after the storm, Harbour Master Jaan Tamm said.

"We are glad that the ships can sail to Finland again," Tamm told reporters. Ferries to Sweden will follow on Friday.

The government in Estonia will pay for the repairs, Prime Minister Liis Kask said. Kask visited the port on Monday.
"""
BRIDGE = """\
date 2020-03-04 Latvian President Anna Ozola opened the new bridge over the river on Tuesday, after four years of work.

Ozola thanked the builders, who came from Lithuania and Poland. "The bridge will bring our towns together," she said.
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a verb left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "site")
    folder.seeds.mkdir(parents=True)
    (folder.seeds / "storm.txt").write_text(STORM, encoding="utf-8")
    (folder.seeds / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def verb(*arguments: object) -> Ran:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return verb


def article(folder: Folder, part: str) -> Path:
    """The one article file whose name has `part`."""
    (found,) = [path for path in folder.articles.rglob("*.md") if part in path.name]
    return found


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }
