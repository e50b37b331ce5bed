"""What a build did -> what to tell the person who started it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dateline.tools.wording import command, counted

if TYPE_CHECKING:
    from dateline.articles.changes import Moves
    from dateline.model import Problem
    from dateline.site import Workshop
    from dateline.tools.folder import Folder

NAMED = 5  # tags that the summary names on each side
OF_SEEDS = "S"  # codes of problems with raw files


class Outcome(Struct, frozen=True):
    """What a build did."""

    articles: int
    problems: tuple[Problem, ...]  # in the order of their places
    new: int = 0  # articles made from seeds in this run
    withdrawn: int = 0  # articles that a person deleted
    moves: Moves | None = None
    recovered: int = 0  # articles that an interrupted run had left half written
    published: bool = True
    overtaken: bool = False  # something changed while it was read, and nothing was written
    written: int = 0  # files of public/
    unchanged: int = 0
    removed: int = 0
    workshop: Workshop | None = None  # what the site was made with, where it was made

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """The errors by which something may be missing that the site had: those of raw files are not among them. What
        was made of such a file before stands in content/, and what was not is no page that anybody knows."""
        errors = [problem for problem in self.problems if problem.severity == "error"]
        return tuple(problem for problem in errors if not problem.code.startswith(OF_SEEDS))

    @property
    def changed(self) -> bool:
        """Is what is published another site than before?"""
        return bool(self.written or self.removed)

    def summary(self, folder: Folder) -> list[str]:
        """What to tell the person who started the build."""
        lines = []
        if self.recovered:
            lines.append(f"Finished what an interrupted build had begun: {counted(self.recovered, 'article')}.")
        facts = [counted(self.articles, "article")]
        if self.new:
            facts.append(f"{self.new:,} new")
        if self.withdrawn:
            facts.append(f"{self.withdrawn:,} withdrawn (deleted from content/articles/, and kept away)")
        lines.append(", ".join(facts) + ".")
        if self.moves and (self.moves.won or self.moves.lost):
            lines.append(_moved(self.moves))
        if not self.articles:
            lines.append("Put raw articles into seeds/ and run this again.")
        if self.errors:
            lines.append(f"{counted(self.errors, 'error')} above: what they concern is left out until it is mended.")
        if not self.published:
            lines.append("The site was left as it was.")
        else:
            lines.append(self._files())
            lines.append(f"Open {folder.public / 'index.html'} in a browser, or preview it as you edit:")
            lines.append(f"  {command('serve', folder.root, '--open')}")
        return lines

    def _files(self) -> str:
        if not self.changed:
            return "The site is up to date: nothing had to be written."
        written = counted(self.written, "file")
        return f"public/: {written} written, {self.unchanged:,} unchanged, {self.removed:,} removed."


def _moved(moves: Moves) -> str:
    """Which tags moved: `Tags of articles that were there: +12 −3: Jaan Tamm +4, Estonia +3, … Russia −2, …`."""
    won, lost = (sum(count for _, count in side) for side in (moves.won, moves.lost))
    named = [f"{name} +{count:,}" for name, count in moves.won[:NAMED]]
    named += [f"{name} −{count:,}" for name, count in moves.lost[:NAMED]]
    more = ", …" if max(len(moves.won), len(moves.lost)) > NAMED else ""
    return f"Tags of earlier articles: +{won:,} −{lost:,}: {', '.join(named)}{more}."
