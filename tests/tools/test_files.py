"""Files are read many at a time, each as it is, and what cannot be read says why."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from dateline.tools import files


def test_each_is_what_reading_it_alone_gives(tmp_path: Path) -> None:
    paths = []
    for number, data in enumerate((b"one", b"", bytes(range(256)) * 20_000)):
        paths.append(tmp_path / str(number))
        paths[-1].write_bytes(data)
    assert list(files.read_all(paths)) == [files.read(path) for path in paths] == [path.read_bytes() for path in paths]


def test_what_cannot_be_read_says_why_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"one")
    found = list(files.read_all([tmp_path / "gone", tmp_path / "file", tmp_path / "folder", tmp_path / "file"]))
    assert found[1] == found[3] == b"one"
    assert [each.errno for each in found if isinstance(each, OSError)] == [errno.ENOENT, errno.EINVAL]


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (found,) = files.read_all([os.fsencode(tmp_path / "pipe")])
    assert isinstance(found, OSError)


def test_all_are_open_before_the_first_is_read_and_none_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / name).write_text(name)
    opened, closed, opens, closes = list[int](), list[int](), os.open, os.close

    def noted(path: Path, flags: int) -> int:
        opened.append(opens(path, flags))
        return opened[-1]

    def gone(file: int) -> None:
        closed.append(file)
        closes(file)

    monkeypatch.setattr(os, "open", noted)
    monkeypatch.setattr(os, "close", gone)
    found = files.read_all([tmp_path / name for name in "abc"])
    assert next(found) == b"a"
    assert len(opened) == 3
    assert list(found) == [b"b", b"c"]
    assert closed == opened


def test_of_what_stands_in_a_shut_folder_the_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(path: Path, **_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "stat", shut)  # root, who may run this, enters any folder
    for code in (errno.EACCES, errno.ENOTDIR):
        said, remedy = files.failure(OSError(code, os.strerror(code), str(tmp_path / "room" / "lock")))
        assert said == f"{tmp_path}/room/lock: {os.strerror(code)}"
        assert remedy == (f"Give yourself the right to it: chmod u+rwX {tmp_path}/room" if code == errno.EACCES else "")
