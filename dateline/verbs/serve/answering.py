"""What is shown and what is asked for -> answers to browsers of this machine; livereload's sockets tell open pages."""

from __future__ import annotations

import html
import os
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from msgspec import Struct, field
from tornado import escape, httputil, web

from dateline.site.links import file_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dateline.model import Problem

HOST = "127.0.0.1"
SHOWN = 20  # problems that the banner has
BANNER_CSS = """
#dateline-banner { position: sticky; top: 0; z-index: 9; margin: 0; padding: .75rem 1rem;
  background: #9a2a1b; color: #fff;
  font: 500 .9375rem/1.5 system-ui, sans-serif; max-height: 40vh; overflow: auto; overflow-wrap: anywhere; }
#dateline-banner ul { margin: .25rem 0 0; padding-left: 1.2rem; }
@media print { #dateline-banner { display: none; } }
"""
WAIT = b"<!doctype html><html><head><title>Building</title></head><body><p>The site is being built.</p></body></html>"


class Showing(Struct, frozen=True):
    """What is shown beside the files of the built site."""

    pages: dict[str, bytes] = field(default_factory=dict)  # by their files: made before the build that will make them
    problems: tuple[Problem, ...] = ()  # errors, which keep the last site in its place

    @property
    def banner(self) -> bytes:
        """What is wrong, for the top of a page; nothing where all is well."""
        return banner(self.problems)


class Screen(Struct):
    """What the server shows now."""

    public: Path
    showing: Showing = field(default_factory=Showing)
    started: int = field(default_factory=time.time_ns)  # a page may be open since an earlier preview
    count: int = 0  # of what was shown before

    @property
    def state(self) -> str:
        """What tells a page that is served now from one that was served before the last change."""
        return f"{self.started}-{self.count}"

    def show(self, showing: Showing) -> None:
        """Show this from now on, and have the open pages load again."""
        self.showing = showing
        self.count += 1
        LiveReloadHandler.reload_waiters("*")

    def lost(self) -> bytes:
        """What stands where there is no page: the site's own word for it, or that there is no site yet."""
        page = self.public / "404.html"
        return page.read_bytes() if page.is_file() else WAIT


def banner(problems: Sequence[Problem]) -> bytes:
    """The problems as a strip of HTML."""
    if not problems:
        return b""
    rows = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in problems[:SHOWN])
    more = f"<li>and {len(problems) - SHOWN:,} more</li>" if len(problems) > SHOWN else ""
    head = "This page is the last good one. To mend:"
    return f'<aside id="dateline-banner" role="alert">{head}<ul>{rows}{more}</ul></aside>'.encode()


def inject(page: bytes, port: int, state: str, strip: bytes) -> bytes:
    """A page with the reload script, which says of what state the page is, and the banner as its body's first thing."""
    script = f'<script src="/livereload.js?port={port}&amp;snipver={state}" defer></script>'.encode()
    style = b'<link rel="stylesheet" href="/-/banner.css">' if strip else b""
    page = page.replace(b"</head>", style + script + b"</head>", 1)
    if strip:
        start = page.find(b"<body")
        end = page.find(b">", start) + 1
        page = page[:end] + strip + page[end:] if start >= 0 and end else strip + page
    return page


def refuse_what_leads_out(path: str, root: str) -> None:
    """Raise HTTPError for a path that is no path, or that a link leads out of `root`."""
    if "\0" in path:
        raise web.HTTPError(404)
    real, site = os.path.realpath(path), os.path.realpath(root)
    if real != site and not real.startswith(site + os.sep):
        raise web.HTTPError(403)


class OwnHost(web.RequestHandler):
    """Another site's page could reach this server under a name of its own (DNS rebinding): it gets nothing."""

    def prepare(self) -> None:
        if self.request.host not in self.settings["names"]:
            raise web.HTTPError(421)


class Site(OwnHost, web.StaticFileHandler):
    """The files of the site, and pages that were made before the build that will write them."""

    def write_error(self, status_code: int, **_: Any) -> None:
        screen: Screen = self.settings["screen"]
        self.finish(screen.lost() if status_code == 404 else f"{status_code} {self._reason}".encode())

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        refuse_what_leads_out(absolute_path, root)
        return super().validate_absolute_path(root, absolute_path)

    async def get(self, path: str, include_body: bool = True) -> None:
        screen: Screen = self.settings["screen"]
        page = screen.showing.pages.get(file_of(path))
        self.set_extra_headers(path)
        await (self.finish(page) if page else super().get(path, include_body))

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002  the signature is tornado's
        self.set_header("Cache-Control", "no-store")

    def should_return_304(self) -> bool:
        return False

    def compute_etag(self) -> None:
        """None: nothing is kept, and a page that was made before its build has no file to tell one from."""


class Script(OwnHost, LiveReloadJSHandler):  # type: ignore[misc]  # livereload ships no types
    """livereload's own."""


class Style(OwnHost):
    """Of the banner."""

    def get(self) -> None:
        self.set_header("Content-Type", "text/css")
        self.write(BANNER_CSS)


class Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload ships no types
    """Tells an open page to load again, and one that was just loading when others were told."""

    state: str | None = None  # of the page as it was served; a reader that is no page has none

    def on_message(self, message: str) -> None:
        super().on_message(message)
        said, screen = escape.json_decode(message), self.settings["screen"]
        if said["command"] == "hello":
            self.state = said.get("snipver")
        elif said["command"] == "info" and self.state not in (None, screen.state):
            self.send_message({"command": "reload", "path": "*"})

    def check_origin(self, origin: str) -> bool:
        names = self.settings["names"]
        return urlsplit(origin).netloc in names and self.request.host in names


def application(screen: Screen, port: int) -> web.Application:
    """The preview's server: the built site, the reload socket, nothing else, and to this machine's own names only."""
    LiveReloadHandler.watcher, LiveReloadHandler.live_css = Watcher(), True
    return web.Application(
        [
            ("/livereload", Socket),
            (r"/livereload\.js", Script),
            (r"/-/banner\.css", Style),
            ("/(.*)", Site, {"path": str(screen.public), "default_filename": "index.html"}),
        ],
        transforms=[_injector(screen, port)],
        screen=screen,
        names={f"{host}:{port}" for host in (HOST, "localhost")},
    )


def _injector(screen: Screen, port: int) -> type[web.OutputTransform]:
    class Injector(web.OutputTransform):
        def transform_first_chunk(
            self,
            status_code: int,
            headers: httputil.HTTPHeaders,
            chunk: bytes,
            finishing: bool,  # noqa: ARG002  the signature is tornado's
        ) -> tuple[int, httputil.HTTPHeaders, bytes]:
            if "html" in headers.get("Content-Type", ""):  # both places are in the first 64 KiB of every page
                page = inject(chunk, port, screen.state, screen.showing.banner)
                headers["Content-Length"] = str(int(headers["Content-Length"]) + len(page) - len(chunk))
                chunk = page
            return status_code, headers, chunk

    return Injector
