"""A site folder -> a preview on this machine that follows every edit.

This process watches and builds; a second one serves what is there and tells the open pages to load again, so that a
browser never waits for a build.
"""

from __future__ import annotations

import webbrowser
from functools import partial
from typing import TYPE_CHECKING

import click

from dateline.verbs.serve.answering import HOST
from dateline.verbs.serve.building import Preview
from dateline.verbs.serve.serving import Server
from dateline.verbs.serve.watching import changes, watched

if TYPE_CHECKING:
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress

__all__ = ["HOST", "Preview", "serve"]


def serve(folder: Folder, port: int, progress: Progress, *, opens: bool) -> int:
    """Build, then serve until interrupted; the exit status. OSError where the port is taken."""
    address = f"http://{HOST}:{port}/"
    with Server(folder.public, port) as server:
        preview = Preview(folder, progress, server.show)
        seen = changes(partial(watched, folder))
        next(seen)  # from here on nothing is missed
        preview.follow()
        folder.public.mkdir(exist_ok=True)
        click.echo(f"Preview at {address}  (Ctrl-C stops it)", err=True)
        if opens:
            webbrowser.open(address)
        try:
            for paths in seen:
                if paths:
                    preview.changed(paths)
                server.check()
        except KeyboardInterrupt:
            return 0
    return 0
