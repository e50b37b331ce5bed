"""The preview's server: it answers with the built site and nothing else, and to this machine alone."""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from tornado.testing import bind_unused_port

from dateline.model import Problem
from dateline.tools.folder import Folder
from dateline.verbs import serve
from dateline.verbs.serve.answering import Screen, Showing, application

WRONG = Problem("content/site.yaml", 3, "F02", "is not YAML", "Mend it.")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Folder, int]]:
    """A folder with a small site, and the port at which a preview in a thread of this process serves it."""
    folder = Folder(tmp_path_factory.mktemp("served"))
    for name, text in {
        "index.html": "<html><head></head><body>storm</body></html>",
        "404.html": "<h1>lost</h1>",
    }.items():
        folder.public.mkdir(exist_ok=True)
        (folder.public / name).write_text(text, encoding="utf-8")
    (folder.public / "old.html").write_text("<html><head></head><body>as it was</body></html>", encoding="utf-8")
    showing = Showing({"old.html": b"<html><head></head><body>just edited</body></html>"}, (WRONG,))
    loop, started = asyncio.new_event_loop(), threading.Event()
    servers: list[Any] = []
    bound, number = bind_unused_port()
    bound.close()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.call_soon(
            lambda: servers.append(application(Screen(folder.public, showing), number).listen(number, "127.0.0.1"))
        )
        loop.call_soon(started.set)
        loop.run_forever()

    async def stop() -> None:
        servers[0].stop()
        await servers[0].close_all_connections()
        loop.stop()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert started.wait(20)
    yield folder, number
    asyncio.run_coroutine_threadsafe(stop(), loop)
    thread.join()
    loop.close()


def get(port: int, path: str, host: str | None = None, method: str = "GET") -> tuple[int, bytes]:
    """Status and body; the path goes out as it is, whatever it holds."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: {host or f'127.0.0.1:{port}'}\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    return int(answer.split()[1]), answer.partition(b"\r\n\r\n")[2]


def test_a_page_that_was_made_before_the_build_stands_for_the_old_one(served: tuple[Folder, int]) -> None:
    status, page = get(served[1], "/old.html")
    assert status == 200
    assert b"just edited" in page
    assert b"/livereload.js" in page
    assert b"as it was" not in page


def test_every_page_says_what_is_wrong(served: tuple[Folder, int]) -> None:
    for path in ("/index.html", "/old.html"):
        assert b"is not YAML" in get(served[1], path)[1]


SECRET = b"nobody may read this"
OUT = [
    "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/a/../../secret.txt",
    "/..%5csecret.txt", "/..\\secret.txt", "//secret.txt", "/%2fetc%2fpasswd", "//etc/passwd", "/file.txt",
    "/folder/secret.txt",
    "/..%252fsecret.txt", "/%c0%ae%c0%ae/secret.txt", "/\u2025/secret.txt", "/index.html%00.txt",
    "/.cache/journal.json",
    "/content/site.yaml", "/../public.old/secret.txt", "/%2e%2e/public-else/secret.txt", "http://127.0.0.1/../secret.txt",
]  # fmt: skip


def test_nothing_but_the_site_is_served(served: tuple[Folder, int]) -> None:
    folder, port = served
    root = folder.root
    for name in ("secret.txt", "public-else/secret.txt", "public.old/secret.txt", "elsewhere/secret.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(SECRET)
    (folder.public / "file.txt").symlink_to(root / "secret.txt")
    (folder.public / "folder").symlink_to(root / "elsewhere")
    assert get(port, "/index.html")[0] == 200
    for path in OUT:
        status, body = get(port, path)
        assert status in (301, 400, 403, 404), path
        assert SECRET not in body, path
        assert b"root:" not in body, path


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1",
        "localhost.evil.example:{port}",
        "127.0.0.1:{port}.evil.example",
        "evil@127.0.0.1:{port}",
        "0.0.0.0:{port}",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", "/livereload.js", "/-/banner.css", "/livereload"])
def test_it_answers_to_its_own_names_only(served: tuple[Folder, int], host: str, path: str) -> None:
    _, port = served
    status, body = get(port, path, host.format(port=port) or " ")
    assert status in (400, 403, 421)
    assert b"storm" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_it_takes_no_other_method(served: tuple[Folder, int], method: str) -> None:
    assert get(served[1], "/index.html", method=method)[0] == 405


def test_it_listens_on_loopback() -> None:
    assert serve.HOST == "127.0.0.1"
    assert ipaddress.ip_address(serve.HOST).is_loopback
