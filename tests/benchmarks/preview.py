"""N made-up articles, one edited -> how long until the preview has its page, and until all that hangs on it is there.

    python -m tests.benchmarks.preview 10000 [--runs 5] [--keep DIR]

The preview is a process of its own, and what a browser does is done here: it listens for the reload and fetches the
page again. Seconds from the saving of the file: until the reload was told, until the page with the new words was
fetched, and until the reload that follows the whole build.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.websocket import websocket_connect

from tests.benchmarks.corpora import lay_out
from tests.benchmarks.costs import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    Messages = asyncio.Queue[str | bytes | None]

PATIENCE = 3600  # seconds for the first build, and for what follows an edit
REST = 3  # seconds without a message after which a build's own changes have been dealt with


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds from the saving of a file."""

    told: float  # the browser was told to load again
    shown: float  # the page that it then fetched has the new words
    whole: float  # it was told again, after all other pages were made


async def edit(told_of: Messages, url: str, folder: Path, run: int) -> Delay:
    """Add a sentence to one article and wait for what comes of it."""
    files = sorted((folder / "content/articles").rglob("*.md"))
    file = files[len(files) * (run + 1) // 20]
    page = url + address(file, folder)
    words = f"Added in run {run} at {time.time():.3f}."
    text = f"{file.read_text(encoding='utf-8').rstrip()} {words}\n"
    began = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    await told_of.get()
    told = time.perf_counter() - began
    while words not in await asyncio.to_thread(fetch, page):
        await asyncio.sleep(0.01)
    shown = time.perf_counter() - began
    whole = shown
    if not published(folder, file, words):
        await asyncio.wait_for(told_of.get(), PATIENCE)
        whole = time.perf_counter() - began
    return Delay(told, shown, whole)


def address(file: Path, folder: Path) -> str:
    """Where an article's page stands, as its ledger says."""
    path = file.relative_to(folder / "content/articles").with_suffix(".json")
    found: str = json.loads((folder / "content/ledger" / path).read_text(encoding="utf-8"))["address"]
    return found


def published(folder: Path, file: Path, words: str) -> bool:
    """Is the page that the whole build makes there?"""
    return words in (folder / "public" / address(file, folder) / "index.html").read_text(encoding="utf-8")


def fetch(page: str) -> str:
    with urllib.request.urlopen(page, timeout=PATIENCE) as answer:  # noqa: S310  our own server
        found: bytes = answer.read()
    return found.decode("utf-8")


async def browse(url: str, folder: Path, runs: int) -> list[Delay]:
    """Be a browser with a page open, while one article after the other is edited."""
    messages: Messages = asyncio.Queue()
    line = await websocket_connect(re.sub("^http", "ws", url) + "livereload", on_message_callback=messages.put_nowait)
    for message in (
        {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]},
        {"command": "info", "url": url},
    ):
        await line.write_message(json.dumps(message))
    found = []
    for run in range(1, runs + 1):
        await quiet(messages)
        found.append(await edit(messages, url, folder, run))
        print(f"run {run}  " + "  ".join(f"{seconds:7.2f} s" for seconds in astuple(found[-1])), flush=True)
    return found


async def quiet(messages: Messages) -> None:
    """Wait until nothing more comes of what was before."""
    with suppress(asyncio.TimeoutError):
        while True:
            await asyncio.wait_for(messages.get(), REST)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("articles", type=int)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="a folder for the corpus, used again if it is there")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)) / f"content-{options.articles}"
        if not folder.exists():
            lay_out(folder, options.articles)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "dateline", "serve", "--site", str(folder), "--port", str(port)]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
            try:
                wait_for("Preview at", process)
                found = asyncio.run(browse(f"http://127.0.0.1:{port}/", folder, options.runs))
            finally:
                process.terminate()
    for name, each in zip(("told", "shown", "whole"), zip(*map(astuple, found), strict=True), strict=True):
        print(f"{name:6} {statistics.median(each):7.2f} s in the middle, {max(each):7.2f} s at most")
    return 0


def wait_for(words: str, process: subprocess.Popen[str]) -> None:
    """Until the preview says so, and from then on nobody need listen to it."""
    assert process.stderr
    for line in process.stderr:
        if words in line:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return
    sys.exit("The preview has ended.")


if __name__ == "__main__":
    sys.exit(main())
