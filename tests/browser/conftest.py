"""Chromium, and the repository's own site, built and served on this machine."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dateline.program import main

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Debian's build runs as root only without its sandbox; the rest keeps it from calling its maker.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """Where it is; without one the tests are skipped, and under CI=true that is a failure."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        message = "no Chromium: install one (apt install chromium) to run the browser tests"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    path = chromium()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


@dataclass(frozen=True)
class Served:
    """A built site, and where it stands."""

    folder: Path
    url: str  # ends with a slash

    def pages(self) -> list[str]:
        """The addresses of all pages, relative to `url`."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *request: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # a page that is left loads no further
            super().handle_error(*request)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; its address, with a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The repository's site under a base path, as GitHub Pages would have it."""
    top = tmp_path_factory.mktemp("browser")
    for room in ("seeds", "content"):
        shutil.copytree(ROOT / room, top / "site" / room)
    (top / "www").mkdir()
    with serving(top / "www") as root:
        assert main(["build", "--site", str(top / "site"), "--base-url", f"{root}repo/"]) == 0
        shutil.copytree(top / "site/public", top / "www/repo")
        yield Served(top / "www/repo", f"{root}repo/")


@pytest.fixture(scope="session")
def from_disk(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The same without a known address, to be opened from disk."""
    top = tmp_path_factory.mktemp("disk")
    for room in ("seeds", "content"):
        shutil.copytree(ROOT / room, top / room)
    assert main(["build", "--site", str(top)]) == 0
    return Served(top / "public", (top / "public").as_uri() + "/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a window of its own; modules that need another size or patience have their own."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
