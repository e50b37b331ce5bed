"""A build killed at random moments: nothing is lost or half done, and the next build ends as if never interrupted.

    python -m tests.safety.killing --kills 200 [--seed 1]

As a program it does so many times; the test suite does it a few times.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.program import main as main_of_program

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

ROOT = Path(__file__).resolve().parents[2]
IGNORED = {".cache"}  # and the folders beside public/ that the next build clears away


@dataclass(frozen=True)
class Trial:
    """A site folder before a build with much to do, and how it and its output look after one that was let be."""

    before: Path
    after: dict[str, bytes]
    seconds: float  # that the build takes


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file that counts, by its path."""
    found = {}
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_file() and parts[0] not in IGNORED and not parts[0].startswith(".public."):
            found["/".join(parts)] = path.read_bytes()
    return found


def build(folder: Path) -> BaseProcess:
    """A build that has begun, in a process of its own; nearly all of its time is the build's, not that of imports."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dateline.program", "dateline.pipeline", "dateline.corpus", "dateline.site"])
    process = context.Process(target=run, args=(str(folder),))
    process.start()
    return process


def run(folder: str) -> None:
    with open(os.devnull, "w") as nothing, redirect_stdout(nothing), redirect_stderr(nothing):  # noqa: PTH123
        status = main_of_program(["build", "--site", folder])
    sys.exit(status)


def finished(process: BaseProcess) -> int | None:
    """Its exit status, once it has ended."""
    process.join()
    return process.exitcode


def prepare(top: Path, articles: int = 12) -> Trial:
    """A corpus that was built once, edited by hand, and whose seeds then changed, all of them."""
    folder = top / "before"
    (folder / "seeds").mkdir(parents=True)
    for number in range(articles):
        write_seed(folder, number, "the first wording")
    assert finished(build(folder)) == 0
    for number, path in enumerate(sorted((folder / "content/articles").rglob("*.md"))):
        text = path.read_text(encoding="utf-8")
        if number % 3 == 0:
            text = text.replace("title: ", "title: Edited ", 1)
        if number % 3 == 1:
            text = text.replace("countries: [", "countries: [Malta, ", 1)
        path.write_text(text, encoding="utf-8")
    for number in range(articles):
        write_seed(folder, number, "another wording, with a second sentence. It names Finland")
    whole = top / "whole"
    shutil.copytree(folder, whole)
    started = time.monotonic()
    assert finished(build(whole)) == 0
    return Trial(folder, snapshot(whole), time.monotonic() - started)


def write_seed(folder: Path, number: int, wording: str) -> None:
    head = f"Council meets for the {number + 1}th time\n\n{number + 1} May 2021\n\n"
    text = f"{head}The council of Estonia met in {wording}.\n"
    (folder / f"seeds/{number:02}.txt").write_text(text, encoding="utf-8")


def kill_once(trial: Trial, folder: Path, moment: float) -> str:
    """Kill a build after `moment` seconds; what is wrong afterwards, or nothing."""
    shutil.copytree(trial.before, folder)
    old = snapshot(folder)
    process = build(folder)
    time.sleep(moment)
    process.kill()
    process.join()
    now = snapshot(folder)
    for path in old.keys() | trial.after.keys() | now.keys():
        if path.startswith("content/") and now.get(path) not in (old.get(path), trial.after.get(path)):
            return f"{path} is neither the old nor the new one"
        if path.startswith("seeds/") and now.get(path) != old.get(path):
            return f"{path} was touched"
    public = {path: data for path, data in now.items() if path.startswith("public/")}
    if public not in [{p: d for p, d in side.items() if p.startswith("public/")} for side in (old, trial.after)]:
        return "public/ is neither the old nor the new site"
    if finished(build(folder)) != 0:
        return "the next build fails"
    if snapshot(folder) != trial.after:
        return "the next build ends otherwise than one that was never interrupted"
    left = [path.name for path in folder.iterdir() if path.name.startswith(".public.")]
    return f"left behind: {left}" if left else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311  moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        trial = prepare(Path(name))
        wrong = 0
        for number in range(arguments.kills):
            moment = chance.uniform(0, trial.seconds * 1.1)
            fault = kill_once(trial, Path(name) / f"{number}", moment)
            shutil.rmtree(Path(name) / f"{number}")
            wrong += bool(fault)
            print(f"{number + 1:4}  {moment:5.2f} s  {fault or 'ok'}", flush=True)
    print(f"{arguments.kills - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
