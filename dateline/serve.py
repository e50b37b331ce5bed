"""A site folder -> a preview on this machine that follows every edit.

livereload watches and tells the open pages; what is served is the built site, and a banner while something is wrong.
"""

from __future__ import annotations

import html
import logging
import os
import time
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click
from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import httputil, ioloop, web

from dateline import glance, pipeline, stamp
from dateline.exclusive import BusyError
from dateline.folder import ForeignFolderError, shipped
from dateline.site.links import file_of
from dateline.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dateline.folder import Folder
    from dateline.model import Problem
    from dateline.progress import Progress
    from dateline.site import Workshop

HOST = "127.0.0.1"
GLANCE = 0.3  # seconds in which a browser fetches the one page, before the server is busy with all others
QUIET = 0.2  # seconds without a change after which a file counts as saved
TRIES = 20  # of waiting for that; then what is there is built, and the next change is another build
BANNER_CSS = """
#dateline-banner { position: sticky; top: 0; z-index: 9; margin: 0; padding: .75rem 1rem;
  background: #9a2a1b; color: #fff;
  font: 500 .9375rem/1.5 system-ui, sans-serif; max-height: 40vh; overflow: auto; overflow-wrap: anywhere; }
#dateline-banner ul { margin: .25rem 0 0; padding-left: 1.2rem; }
@media print { #dateline-banner { display: none; } }
"""


class Preview:
    """The state of one preview: what the last build found."""

    def __init__(self, folder: Folder, progress: Progress) -> None:
        self.folder = folder
        self.progress = progress
        self.problems: tuple[Problem, ...] = ()
        self.workshop: Workshop | None = None  # of the last build
        self.glanced: dict[str, bytes] = {}  # pages that the next build will make
        self.files = _articles(folder)

    def rebuild(self) -> bool:
        """Build once; true where open pages should load again. What goes wrong is shown, and the last site stays."""
        before = self.problems
        try:
            outcome = self._build()
        except (OSError, ForeignFolderError, BusyError) as error:
            what = f"{error.filename or ''}: {error.strerror or error}" if isinstance(error, OSError) else str(error)
            click.echo(f"{what} The last site stays.", err=True)
            return False
        self.problems = tuple(problem for problem in outcome.problems if problem.severity == "error")
        if self.problems != before:
            for problem in outcome.problems:
                if problem.severity != "note":
                    click.echo(str(problem), err=True)
        self.workshop = outcome.workshop or self.workshop
        self.glanced, self.files = {}, _articles(self.folder)
        changed = outcome.changed
        if changed:
            click.echo(f"Built: {outcome.written:,} files changed.", err=True)
        elif self.problems:
            click.echo("The last good site stays until this is mended.", err=True)
        return changed or self.problems != before

    def _build(self) -> pipeline.Outcome:
        """Build from files that nobody is just writing: an editor may save one in several steps.

        A file of which half is saved and then nothing for longer than that is published only where it can be read: a
        text or a list that ends early is then no other than a short one, and stays until the rest is there. Tags that
        the short text lost count as the person's where the rest brings them back.
        """
        for _ in range(TRIES):
            self._wait_until_quiet()
            self.folder.claim()
            outcome = pipeline.build(self.folder, self.progress, strict=True, workers=Workers.all())
            if not outcome.overtaken:
                break
        return outcome

    def _wait_until_quiet(self) -> None:
        before = stamp.look(self.folder)
        for _ in range(TRIES):
            time.sleep(QUIET)
            now = stamp.look(self.folder)
            if now == before:
                return
            before = now

    def changed(self) -> None:
        """Called by the watcher when a file changed. Of a single article, its own page comes before all else."""
        if self.glance():
            LiveReloadHandler.reload_waiters("*")
            ioloop.IOLoop.current().call_later(GLANCE, self.follow)
        else:
            self.follow()

    def glance(self) -> bool:
        """Make the page of an article that was edited; false where something else has changed, or more."""
        before, self.files = self.files, _articles(self.folder)
        edited = [path for path, _ in before.items() ^ self.files.items()]
        if self.workshop is None or len(set(edited)) != 1 or edited[0] not in self.files:
            return False
        with suppress(OSError, UnicodeDecodeError):
            text = (self.folder.articles / edited[0]).read_text(encoding="utf-8")
            made = glance.page(self.workshop, edited[0], text)
            self.glanced |= dict([made]) if made else {}
            return made is not None
        return False

    def follow(self) -> None:
        """Build everything that depends on what changed."""
        if self.rebuild():
            LiveReloadHandler.reload_waiters("*")

    def banner(self) -> bytes:
        """What is wrong, for the top of a page; nothing where all is well."""
        return banner(self.problems)


def _articles(folder: Folder) -> dict[str, tuple[int, int]]:
    """Every file of an article, with its time and size."""
    found = {}
    for path in folder.articles.rglob("*.md"):
        with suppress(OSError):
            stat = path.stat()
            found[path.relative_to(folder.articles).as_posix()] = stat.st_mtime_ns, stat.st_size
    return found


def banner(problems: Sequence[Problem]) -> bytes:
    """The problems as a strip of HTML."""
    if not problems:
        return b""
    rows = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in problems[:20])
    more = f"<li>and {len(problems) - 20:,} more</li>" if len(problems) > 20 else ""
    head = "This page is the last good one. To mend:"
    return f'<aside id="dateline-banner" role="alert">{head}<ul>{rows}{more}</ul></aside>'.encode()


def inject(page: bytes, port: int, strip: bytes) -> bytes:
    """A page with the reload script, and with the banner as the first thing of its body."""
    script = f'<script src="/livereload.js?port={port}" defer></script>'.encode()
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


def application(preview: Preview, port: int) -> web.Application:
    """The preview's server: the built site, the reload socket, nothing else, and to this machine's own names only."""
    names = {f"{host}:{port}" for host in (HOST, "localhost")}

    class OwnHost(web.RequestHandler):
        """Another site's page could reach this server under a name of its own (DNS rebinding): it gets nothing."""

        def prepare(self) -> None:
            if self.request.host not in names:
                raise web.HTTPError(421)

    class Site(OwnHost, web.StaticFileHandler):
        def write_error(self, status_code: int, **_: Any) -> None:
            page = preview.folder.public / "404.html"
            found = status_code == 404 and page.is_file()
            self.finish(page.read_bytes() if found else f"{status_code} {self._reason}".encode())

        def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
            refuse_what_leads_out(absolute_path, root)
            return super().validate_absolute_path(root, absolute_path)

        async def get(self, path: str, include_body: bool = True) -> None:
            page = preview.glanced.get(file_of(path))
            self.set_extra_headers(path)
            await (self.finish(page) if page else super().get(path, include_body))

        def set_extra_headers(self, path: str) -> None:  # noqa: ARG002  the signature is tornado's
            self.set_header("Cache-Control", "no-store")

        def should_return_304(self) -> bool:
            return False

    class Script(OwnHost, LiveReloadJSHandler):  # type: ignore[misc]  # livereload ships no types
        pass

    class Style(OwnHost):
        def get(self) -> None:
            self.set_header("Content-Type", "text/css")
            self.write(BANNER_CSS)

    class Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload ships no types
        def check_origin(self, origin: str) -> bool:
            return urlsplit(origin).netloc in names and self.request.host in names

    class Injector(web.OutputTransform):
        def transform_first_chunk(
            self,
            status_code: int,
            headers: httputil.HTTPHeaders,
            chunk: bytes,
            finishing: bool,  # noqa: ARG002  the signature is tornado's
        ) -> tuple[int, httputil.HTTPHeaders, bytes]:
            if "html" in headers.get("Content-Type", ""):  # both places are in the first 64 KiB of every page
                page = inject(chunk, port, preview.banner())
                headers["Content-Length"] = str(int(headers["Content-Length"]) + len(page) - len(chunk))
                chunk = page
            return status_code, headers, chunk

    return web.Application(
        [
            ("/livereload", Socket),
            (r"/livereload\.js", Script),
            (r"/-/banner\.css", Style),
            ("/(.*)", Site, {"path": str(preview.folder.public), "default_filename": "index.html"}),
        ],
        transforms=[Injector],
    )


class _Server(Server):  # type: ignore[misc]  # livereload ships no types
    """livereload's server around our application."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview

    def application(self, port: int, host: str, **_: Any) -> None:
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = True
        application(self.preview, port).listen(port, address=host)

    def _setup_logging(self) -> None:
        """Say nothing of every request and every reload."""
        logging.getLogger("livereload").setLevel(logging.WARNING)
        logging.getLogger("tornado").setLevel(logging.ERROR)


def serve(folder: Folder, port: int, progress: Progress, *, opens: bool) -> int:
    """Build, then serve until interrupted; the exit status."""
    preview = Preview(folder, progress)
    preview.rebuild()
    folder.public.mkdir(exist_ok=True)
    server = _Server(preview)
    for path in watched(folder):
        # livereload would drop a change that follows another within three seconds; `forever` leaves reloading to us.
        server.watch(str(path), preview.changed, delay="forever")
    address = f"http://{HOST}:{port}/"
    click.echo(f"Preview at {address}  (Ctrl-C stops it)", err=True)
    if opens:
        ioloop.IOLoop.current().call_later(1, lambda: webbrowser.open(address))
    server.serve(port=port, host=HOST, root=str(folder.public))
    return 0


def watched(folder: Folder) -> list[Path]:
    """What a person may change: seeds, content, templates and static files, the program's own among them."""
    paths = [folder.seeds, folder.content, folder.templates, folder.static, shipped("templates"), shipped("static")]
    return list(dict.fromkeys(path.resolve() for path in paths if path.exists()))
