"""Two builds of one folder: the second waits, and says so."""

import subprocess
import sys
from pathlib import Path

import pytest

from dateline.tools.exclusive import BusyError, alone
from dateline.tools.folder import Folder
from tests.verbs.conftest import Run


def test_the_second_says_so_and_waits(tmp_path: Path) -> None:
    said: list[str] = []
    code = (
        "import sys; from pathlib import Path; from dateline.tools.exclusive import alone\n"
        "with alone(Path(sys.argv[1]), print): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match="at work in this folder"), alone(tmp_path / "lock", said.append, 0.1):
            pass
        assert said == ["Another build is at work in this folder; waiting for it to end …"]
        other.kill()  # however it ends, the lock goes with it
    with alone(tmp_path / "lock", said.append, 0.1):
        assert len(said) == 1


def test_a_build_that_finds_the_folder_taken_is_exit_2(site: Folder, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.tools.exclusive.alone.__wrapped__.__defaults__", (0.1,))
    with alone(site.cache / "lock", print):
        ran = run("build", "--site", site.root)
    assert ran.status == 2
    assert "at work in this folder" in ran.err
