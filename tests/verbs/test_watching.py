"""The preview is told which files changed, and serves from a process that ends with the one that builds."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import pytest
import watchfiles
from tornado.websocket import websocket_connect

from dateline.tools.folder import Folder
from dateline.verbs.serve import HOST, watching
from dateline.verbs.serve.answering import Showing
from dateline.verbs.serve.serving import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def told(seen: Iterator[frozenset[Path]]) -> frozenset[Path]:
    return next(paths for paths in seen if paths)


def test_files_are_told_by_name_but_for_what_editors_keep(tmp_path: Path) -> None:
    folder = tmp_path.resolve()
    (folder / "2021").mkdir()
    seen = watching.changes(lambda: [folder])
    next(seen)
    for name in (".a.md.swp", "a.md~", "2021/a.md"):
        (folder / name).write_text("text", encoding="utf-8")
    assert told(seen) == {folder / "2021/a.md"}
    (folder / "2021/a.md").unlink()
    assert told(seen) == {folder / "2021/a.md"}


def test_a_folder_that_comes_later_or_takes_the_place_of_another_is_watched_too(tmp_path: Path) -> None:
    folder = Folder(tmp_path.resolve())
    folder.seeds.mkdir()
    seen = watching.changes(partial(watching.watched, folder))
    next(seen)
    folder.templates.mkdir()
    (folder.templates / "home.html").write_text("one", encoding="utf-8")
    assert told(seen) == {folder.templates}
    (folder.templates / "home.html").write_text("two", encoding="utf-8")
    assert told(seen) == {folder.templates / "home.html"}
    folder.templates.rename(tmp_path / "aside")
    assert folder.templates in told(seen)
    (tmp_path / "aside").rename(folder.templates)
    assert folder.templates in told(seen)
    (folder.templates / "home.html").write_text("three", encoding="utf-8")
    assert told(seen) == {folder.templates / "home.html"}


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
    assert next(watching.changes(lambda: [tmp_path])) == frozenset()
    assert tried == [None, True]


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind((HOST, 0))
        found: int = free.getsockname()[1]
        return found


def shown(port: int, words: str) -> str:
    """The first page, once it has these words."""
    page = ""
    while words not in page:
        try:
            page = urllib.request.urlopen(f"http://{HOST}:{port}/", timeout=20).read().decode()
        except urllib.error.HTTPError as error:  # there is no site, until what is shown has arrived
            page = error.read().decode()
            assert "The site is being built." in page
    return page


def answers(port: int, page: str) -> list[str]:
    """What the server tells a browser that has loaded the page."""
    with ThreadPoolExecutor(1) as other:  # this thread may have an event loop that tests with a browser left behind
        return other.submit(asyncio.run, _answers(port, page)).result()


async def _answers(port: int, page: str) -> list[str]:
    """It says hello twice, so that nothing is waited for."""
    found = re.search(r"livereload\.js\?port=\d+&amp;snipver=([\w-]+)", page)
    assert found
    hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"], "snipver": found[1]}
    line = await websocket_connect(f"ws://{HOST}:{port}/livereload")
    for message in (hello, {"command": "info", "url": f"http://{HOST}:{port}/"}, hello):
        await line.write_message(json.dumps(message))
    commands: list[str] = []
    while commands.count("hello") < 2:
        commands.append(json.loads(await line.read_message() or "{}")["command"])
    line.close()
    assert await line.read_message() is None
    return commands


def test_pages_that_no_build_has_written_yet_are_served_until_the_builder_ends(tmp_path: Path, port: int) -> None:
    with Server(tmp_path / "public", port) as server:
        server.show(Showing({"index.html": b"<html><head></head><body>edited</body></html>"}))
        shown(port, "edited")
        server.check()
    assert server.process.exitcode == 0
    with pytest.raises(ChildProcessError):
        server.check()


def test_a_page_that_was_loading_when_others_were_told_to_load_again_is_told_when_it_has(
    tmp_path: Path, port: int
) -> None:
    with Server(tmp_path / "public", port) as server:
        server.show(Showing({"index.html": b"<html><head></head><body>one</body></html>"}))
        before = shown(port, "one")
        assert answers(port, before) == ["hello", "hello"]
        server.show(Showing({"index.html": b"<html><head></head><body>two</body></html>"}))
        after = shown(port, "two")
        assert answers(port, before) == ["hello", "reload", "hello"]
        assert answers(port, after) == ["hello", "hello"]


def test_a_page_that_is_open_since_an_earlier_preview_loads_again(tmp_path: Path, port: int) -> None:
    with Server(tmp_path / "public", port):
        page = shown(port, "The site is being built.")
    with Server(tmp_path / "public", port):
        assert answers(port, page) == ["hello", "reload", "hello"]
