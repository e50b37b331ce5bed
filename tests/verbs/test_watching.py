"""The preview is told which files changed, and serves from a process that ends with the one that builds."""

from __future__ import annotations

import socket
import urllib.request
from typing import TYPE_CHECKING

import pytest
import watchfiles

from dateline.serve import HOST, watching
from dateline.serve.answering import Showing
from dateline.serve.serving import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def told(seen: Iterator[frozenset[Path]]) -> frozenset[Path]:
    return next(paths for paths in seen if paths)


def test_files_are_told_by_name_but_for_what_editors_keep(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    (folder / "2021").mkdir()
    seen = watching.changes([folder])
    next(seen)
    for name in (".a.md.swp", "a.md~", "2021/a.md"):
        (folder / name).write_text("text", encoding="utf-8")
    assert told(seen) == {folder / "2021/a.md"}
    (folder / "2021/a.md").unlink()
    assert told(seen) == {folder / "2021/a.md"}


def test_where_the_system_cannot_watch_folders_are_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch, tried = watchfiles.watch, []

    def limited(*paths: Path, force_polling: bool | None, **options: object) -> object:
        tried.append(force_polling)
        if not force_polling:
            raise OSError("the limit of watches is reached")
        return watch(*paths, force_polling=force_polling, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "watch", limited)
    assert next(watching.changes([tmp_path])) == frozenset()
    assert tried == [None, True]


def test_pages_that_no_build_has_written_yet_are_served_until_the_builder_ends(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    with Server(tmp_path / "public", port) as server:
        server.show(Showing({"index.html": b"<html><head></head><body>edited</body></html>"}))
        page = b""
        while b"edited" not in page:
            try:
                page = urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=20).read()
            except urllib.error.HTTPError as error:  # there is no site, until what is shown has arrived
                page = error.read()
                assert b"The site is being built." in page
        server.check()
    assert server.process.exitcode == 0
    with pytest.raises(ChildProcessError):
        server.check()
