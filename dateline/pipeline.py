"""The whole way: seeds/ -> content/ -> public/. The one module that wires the rooms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline import corpus, journal, site
from dateline.cache import Cache
from dateline.site.output import Report, publish

if TYPE_CHECKING:
    from dateline.corpus import Corpus
    from dateline.folder import Folder
    from dateline.model import Problem
    from dateline.progress import Progress


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    corpus: Corpus
    report: Report | None  # None: nothing was published
    recovered: int = 0  # articles that an interrupted run had left half written

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of their places."""
        return self.corpus.problems

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    def summary(self, folder: Folder) -> list[str]:
        """What to tell the person who started the build."""
        made = self.corpus
        lines = []
        if self.recovered:
            lines.append(f"Finished what an interrupted build had begun: {_count(self.recovered, 'article')}.")
        facts = [_count(len(made.entries), "article")]
        if made.new:
            facts.append(f"{made.new:,} new")
        if made.withdrawn:
            facts.append(f"{made.withdrawn:,} withdrawn (deleted from content/articles/, and kept away)")
        lines.append(", ".join(facts) + ".")
        if not made.entries:
            lines.append("Put raw articles into seeds/ and run this again.")
        if self.errors:
            lines.append(f"{_count(self.errors, 'error')} above: what they concern is left out until it is mended.")
        if self.report is None:
            lines.append("The site was left as it was.")
        else:
            lines.append(_published(self.report))
            lines.append(f"Open {folder.public / 'index.html'} in a browser, or run the verb `serve`.")
        return lines


def build(folder: Folder, progress: Progress, *, base_url: str = "", strict: bool = False) -> Outcome:
    """Bring content/ up to date and build public/.

    base_url overrides that of site.yaml. strict: with an error anywhere, the site is left as it was; otherwise what the
    error concerns is left out. OSError where content/ or public/ cannot be written.
    """
    recovered = journal.recover(folder.root, folder.cache / "journal.json")
    cache = Cache(folder.cache / "work.sqlite")
    made = corpus.read(folder, cache, progress)
    if base_url:
        made = replace(made, config=replace(made.config, base_url=base_url.rstrip("/") + "/"))
    journal.carry_out(made.changes, folder.root, folder.cache / "journal.json")
    outcome = Outcome(made, None, recovered)
    if not (strict and outcome.errors):
        files = site.build(
            made.entries,
            made.config,
            made.vocabulary,
            templates=[folder.templates],
            static=[folder.static],
        )
        outcome = replace(outcome, report=publish(files, folder.public))
    cache.close()
    return outcome


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _published(report: Report) -> str:
    if not (report.written or report.removed):
        return "The site is up to date: nothing had to be written."
    written = _count(report.written, "file")
    return f"public/: {written} written, {report.unchanged:,} unchanged, {report.removed:,} removed."
