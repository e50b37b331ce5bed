"""Changed files -> the page of an article at once, then the site; and what open pages are shown meanwhile."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from dateline import glance, pipeline, stamp
from dateline.blame import MistakeError, own_templates
from dateline.model import Problem
from dateline.tools import crash, files
from dateline.tools.exclusive import BusyError
from dateline.tools.folder import ForeignFolderError
from dateline.verbs.serve.answering import Showing
from dateline.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from dateline.outcome import Outcome
    from dateline.site import Workshop
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress

QUIET = 0.2  # seconds without a change after which a file counts as saved
TRIES = 20  # of waiting for that; then what is there is built, and the next change is another build


class Preview:
    """The state of one preview: what the last build found. `show` is told what open pages shall load again."""

    def __init__(self, folder: Folder, progress: Progress, show: Callable[[Showing], None] = lambda _: None) -> None:
        self.folder = folder
        self.progress = progress
        self.show = show
        self.problems: tuple[Problem, ...] = ()  # that keep the last site in its place
        self.said: frozenset[Problem] = frozenset()  # that the last build found
        self.workshop: Workshop | None = None  # of the last build
        self.glanced: dict[str, bytes] = {}  # pages that the next build will make

    def changed(self, paths: Collection[Path]) -> None:
        """Follow what changed. Of a single article, its own page comes before all else."""
        with self._going_on():
            if self.glance(paths):
                self._show()
        self.follow()

    def follow(self) -> None:
        """Build everything that depends on what changed, and show it where that is anything."""
        with self._going_on():
            if self.rebuild():
                self._show()
            self.get_ready()

    @contextmanager
    def _going_on(self) -> Iterator[None]:
        """A fault of the program itself is written down and shown; the next edit may be none to it."""
        try:
            yield
        except Exception:
            log = crash.noted()
            hint = "What happened is written there; please report it."
            self.problems = (Problem(log.name, 0, "P01", f"Dateline itself went wrong: {log.last}", hint),)
            click.echo(f"{self.problems[0]}\nThe last good site stays.", err=True)
            self._show()

    def get_ready(self) -> None:
        """Make what a glance needs, where no build has: the site may have been up to date."""
        with suppress(OSError, BusyError, MistakeError), own_templates(self.folder):
            if self.workshop is None and not self.problems:
                self.workshop = pipeline.workshop(self.folder, self.progress, Workers.all())
            if self.workshop:
                glance.get_ready(self.workshop)

    def _show(self) -> None:
        self.show(Showing(dict(self.glanced), self.problems))

    def glance(self, paths: Collection[Path]) -> bool:
        """Make the page of an article that was edited; false where something else has changed, or more."""
        root = self.folder.articles.resolve()
        edited = [path for path in paths if path.suffix == ".md" and path.is_relative_to(root)]
        if self.workshop is None or len(edited) != 1 or len(paths) > 1:
            return False
        with suppress(OSError, UnicodeDecodeError, MistakeError), own_templates(self.folder):
            text = edited[0].read_text(encoding="utf-8")
            made = glance.page(self.workshop, edited[0].relative_to(root).as_posix(), text)
            self.glanced |= dict([made]) if made else {}
            return made is not None
        return False

    def rebuild(self) -> bool:
        """Build once; true where open pages should load again. What goes wrong is shown, and the last site stays."""
        before = self.problems
        try:
            outcome = self._build()
        except (OSError, ForeignFolderError, BusyError) as error:
            what = ".\n    ".join(filter(None, files.failure(error))) if isinstance(error, OSError) else str(error)
            click.echo(f"{what}\nThe last site stays.", err=True)
            return False
        except MistakeError as error:
            self.problems = tuple(problem for problem in error.problems if problem.severity == "error")
            click.echo(f"{error}\nThe last good site stays until this is mended.", err=True)
            return self.problems != before
        self.problems = outcome.faults
        self._say([problem for problem in outcome.problems if problem.severity != "note"])
        self.workshop = outcome.workshop or self.workshop
        stale, self.glanced = bool(self.glanced), {}
        if outcome.changed:
            click.echo(f"Built: {outcome.written:,} files changed.", err=True)
        elif self.problems:
            click.echo("The last good site stays until this is mended.", err=True)
        return outcome.changed or stale or self.problems != before

    def _say(self, problems: Collection[Problem]) -> None:
        """What is to be mended and was not before."""
        for problem in problems:
            if problem not in self.said:
                click.echo(str(problem), err=True)
        self.said = frozenset(problems)

    def _build(self) -> Outcome:
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
