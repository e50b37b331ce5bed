"""A folder with a site -> a process that serves it on this machine while another one builds.

It answers while the site is being built, and the process that builds has no thread beside it, so that it may fork.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import signal
import sys
import threading
from typing import TYPE_CHECKING, Self

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from dateline.verbs.serve.answering import HOST, Screen, application

if TYPE_CHECKING:
    import socket
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from dateline.verbs.serve.answering import Showing


class Server:
    """The serving process, for as long as this is entered. OSError where the port is taken."""

    def __init__(self, public: Path, port: int) -> None:
        self.sockets = bind_sockets(port, HOST)
        forks = sys.platform.startswith("linux")
        self.heard, self.line = multiprocessing.Pipe(duplex=False)
        arguments = (public, port, self.sockets, self.heard, self.line if forks else None)
        self.process: BaseProcess
        if forks:
            self.process = multiprocessing.get_context("fork").Process(target=_run, args=arguments, daemon=True)
        else:
            self.process = multiprocessing.get_context("spawn").Process(target=_run, args=arguments, daemon=True)

    def __enter__(self) -> Self:
        self.process.start()
        for each in self.sockets:  # that process has them now
            each.close()
        self.heard.close()
        return self

    def __exit__(self, *_: object) -> None:
        self.line.close()
        self.process.join()

    def show(self, showing: Showing) -> None:
        """Show this from now on, and have the open pages load again."""
        self.line.send(showing)

    def check(self) -> None:
        """Raise ChildProcessError where the serving process is gone."""
        if not self.process.is_alive():
            raise ChildProcessError(f"the process that serves ended with status {self.process.exitcode}")


def _run(public: Path, port: int, sockets: list[socket.socket], line: Connection, ours: Connection | None) -> None:
    """Serve until the builder closes its end of the line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the builder is interrupted too
    if ours:
        ours.close()  # a forked copy of the builder's end, which would keep the line open
    logging.getLogger("livereload").setLevel(logging.WARNING)  # nothing of every request and every reload
    logging.getLogger("tornado").setLevel(logging.ERROR)
    asyncio.run(_serve(public, port, sockets, line))


async def _serve(public: Path, port: int, sockets: list[socket.socket], line: Connection) -> None:
    screen, loop, over = Screen(public), asyncio.get_running_loop(), asyncio.Event()
    HTTPServer(application(screen, port)).add_sockets(sockets)

    def listen() -> None:
        try:
            while True:
                loop.call_soon_threadsafe(screen.show, line.recv())
        except (EOFError, OSError):
            loop.call_soon_threadsafe(over.set)

    threading.Thread(target=listen, daemon=True).start()
    await over.wait()
