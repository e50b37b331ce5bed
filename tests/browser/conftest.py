"""Chromium, and the repository's own site, built and served on this machine."""

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from dateline.cli import main

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; without one the tests are skipped, and under CI=true that is a failure."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        message = "no Chromium: install one (apt install chromium) to run the browser tests"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
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


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The repository's site under a base path, as GitHub Pages would have it."""
    top = tmp_path_factory.mktemp("browser")
    for room in ("seeds", "content"):
        shutil.copytree(ROOT / room, top / "site" / room)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(top / "www")))
    url = f"http://127.0.0.1:{server.server_port}/repo/"
    assert main(["build", "--site", str(top / "site"), "--base-url", url]) == 0
    shutil.copytree(top / "site/public", top / "www/repo")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(top / "www/repo", url)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def from_disk(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The same without a known address, to be opened from disk."""
    top = tmp_path_factory.mktemp("disk")
    for room in ("seeds", "content"):
        shutil.copytree(ROOT / room, top / room)
    assert main(["build", "--site", str(top)]) == 0
    return Served(top / "public", (top / "public").as_uri() + "/")
