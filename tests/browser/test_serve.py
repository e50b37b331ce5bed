"""The preview: what is edited is seen, what is wrong is said, and the last good site stays."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser
PATIENCE = 30_000  # milliseconds; the machine may be busy, and what is awaited is an event, not a time


@dataclass(frozen=True)
class Preview:
    """A running `serve`."""

    root: Path
    url: str
    log: Path

    def article(self, part: str) -> Path:
        (found,) = [path for path in (self.root / "content/articles").rglob("*.md") if part in path.name]
        return found


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("serve")
    for room in ("seeds", "content"):
        shutil.copytree(ROOT / room, root / room)
    (root / "templates").mkdir()
    (root / "static").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root / "serve.log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "dateline", "serve", "--site", str(root), "--port", str(port)]
        process = subprocess.Popen(
            command, stdout=out, stderr=out, cwd=ROOT, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        url = f"http://127.0.0.1:{port}/"
        for _ in range(1200):
            try:
                urllib.request.urlopen(url, timeout=1).close()
                break
            except OSError:
                assert process.poll() is None, log.read_text()
                time.sleep(0.1)
        yield Preview(root, url, log)
        process.terminate()
        process.wait(20)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def connected(page: Page, preview: Preview, address: str) -> None:
    """Open a page and wait until the server has heard from it."""
    with page.expect_websocket() as socket_info:
        page.goto(preview.url + address)
    with socket_info.value.expect_event("framereceived"):
        pass


def test_an_edited_article_reloads_the_open_page(page: Page, preview: Preview) -> None:
    connected(page, preview, "index.html")
    edit(
        preview.article("kallas-and"), "title: Kallas and Stoltenberg", "title: Edited by hand, Kallas and Stoltenberg"
    )
    expect(page.get_by_text("Edited by hand").first).to_be_visible(timeout=PATIENCE)


def test_an_edit_right_after_another_is_not_missed(page: Page, preview: Preview) -> None:
    connected(page, preview, "index.html")
    edit(preview.root / "content/site.yaml", "title: The Alliance File", "title: First Name")
    expect(page.get_by_text("First Name").first).to_be_visible(timeout=PATIENCE)
    edit(preview.root / "content/site.yaml", "title: First Name", "title: Second Name")
    expect(page.get_by_text("Second Name").first).to_be_visible(timeout=PATIENCE)


def test_a_seed_that_is_dropped_in_appears(page: Page, preview: Preview) -> None:
    connected(page, preview, "index.html")
    text = "A dropped seed makes an article\n\n2 March 2024\n\nSome words of its own, said by nobody in particular.\n"
    (preview.root / "seeds/dropped.txt").write_text(text, encoding="utf-8")
    expect(page.get_by_text("A dropped seed makes an article").first).to_be_visible(timeout=PATIENCE)


def test_a_template_of_the_sites_own(page: Page, preview: Preview) -> None:
    connected(page, preview, "404.html")
    template = (ROOT / "templates/404.html").read_text(encoding="utf-8")
    own = template.replace("<h1>", "<h1>Own: ")
    assert own != template
    (preview.root / "templates/404.html").write_text(own, encoding="utf-8")
    expect(page.get_by_text("Own: ").first).to_be_visible(timeout=PATIENCE)


def test_a_stylesheet_of_the_sites_own(page: Page, preview: Preview) -> None:
    connected(page, preview, "about/index.html")
    tokens = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
    own = preview.root / "static/css/tokens.css"
    own.parent.mkdir(parents=True)
    own.write_text(tokens.replace("#faf8f2", "#abcdef"), encoding="utf-8")
    expect(page.locator("body")).to_have_css("background-color", "rgb(171, 205, 239)", timeout=PATIENCE)


def test_the_vocabulary(page: Page, preview: Preview) -> None:
    connected(page, preview, "people/index.html")
    (preview.root / "content/vocabulary/people.yaml").write_text("The Allies:\n  also: [allies]\n", encoding="utf-8")
    expect(page.get_by_role("main").get_by_text("The Allies").first).to_be_visible(timeout=PATIENCE)


def test_bad_content_is_said_and_the_last_good_site_stays(page: Page, preview: Preview) -> None:
    path = preview.article("strengthening")
    good = path.read_text(encoding="utf-8")
    connected(page, preview, "index.html")
    path.write_text(good.replace("title: ", "title: A: ", 1).replace("'", ""), encoding="utf-8")
    banner = page.get_by_role("alert")
    expect(banner).to_be_visible(timeout=PATIENCE)
    expect(banner).to_contain_text("strengthening")
    expect(page.get_by_text("Strengthening Alliances").first).to_be_visible()
    assert "C02" in preview.log.read_text()
    path.write_text(good, encoding="utf-8")
    expect(banner).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("", None, 200),
        ("nowhere/", None, 404),
        ("..%2fcontent/site.yaml", None, 403),
        ("", "evil.example", 421),
        ("livereload.js", "evil.example", 421),
    ],
)
def test_only_the_site_and_only_to_this_machine(preview: Preview, path: str, host: str | None, status: int) -> None:
    connection = http.client.HTTPConnection(urlsplit(preview.url).netloc)
    connection.request("GET", "/" + path, headers={"Host": host} if host else {})
    assert connection.getresponse().status == status
    connection.close()
