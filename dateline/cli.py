"""The verbs of the command line: `dateline VERB`, and `python3 build.py VERB` from a checkout."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline import __version__
from dateline.tools import web
from dateline.tools.folder import Folder
from dateline.tools.wording import command, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Problem

SHOWN = 100  # problems that a build prints
OK, PROBLEMS, UNUSABLE = 0, 1, 2  # exit status: done; done, but there are errors to mend; not done


class Verbs(click.Group):
    """`dateline` alone builds, so that a newcomer need not know a verb."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` before options that come without a verb."""
        if not args or (args[0].startswith("-") and args[0] not in ("--help", "-h", "--version")):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def _folder(_context: click.Context, _option: click.Parameter, value: Path) -> Folder:
    folder = Folder(value.resolve())
    folder.claim()
    return folder


def _address(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value and not web.is_page(value):
        raise click.BadParameter(f"'{value}' is not a web address; write it whole, such as https://example.org/.")
    return value


def _said(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("say why, in a few words: the ledger keeps it.")
    return value.strip()


def _site(context: click.Context, option: click.Parameter, value: Path) -> Folder:
    folder = _folder(context, option, value)
    folder.recognise()
    return folder


site_option, any_folder_option = (
    click.option(
        "--site",
        "folder",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=Path(),
        callback=callback,
        help="The site folder: seeds/, content/, public/. Default: this one.",
    )
    for callback in (_site, _folder)
)

cluster_option = click.option(
    "--cluster", default="", metavar="ADDRESS", help="Of a running Dask cluster, to work on articles there."
)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline")
def dateline() -> None:
    """Turn a folder of raw news articles into a corpus you own and a site you can browse."""


@dateline.command()
@site_option
@click.option(
    "--base-url", default="", callback=_address, help="Where the site will stand, https://…/; overrides site.yaml."
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes at work. Default: as many as there are cores.")
@cluster_option
@click.option("--timings", is_flag=True, help="Say where the time went.")
def build(folder: Folder, base_url: str, workers: int | None, cluster: str, timings: bool) -> int:
    """Read seeds/, bring content/ up to date, and build public/. (What happens without a verb, too.)"""
    from dateline import pipeline
    from dateline.workers import Workers

    progress = _progress()
    crew = Workers(workers) if workers else Workers.all()
    outcome = pipeline.build(folder, progress, base_url=base_url, workers=crew, cluster=cluster)
    _report(worth_saying(outcome.problems))
    for line in progress.timings() if timings else ():
        click.echo(line, err=True)
    for line in outcome.summary(folder):
        click.echo(line)
    if notes := sum(problem.severity == "note" for problem in outcome.problems):
        click.echo(f"Notes on what may deserve a look: {notes:,}, printed by\n  {command('check', folder.root)}")
    return PROBLEMS if outcome.errors else OK


@dateline.command()
@site_option
@click.option(
    "--fail-on",
    type=click.Choice(["warning", "error"]),
    default="warning",
    show_default=True,
    help="The least of problems for which the exit status is 1.",
)
def check(folder: Folder, fail_on: str) -> int:
    """Print every problem, and what to do about it; errors come last.

    Of seeds/ and content/ alike; neither is changed. Exit status 0: nothing but notes, and with --fail-on error
    warnings; 1: more than that; 2: could not run.
    """
    from dateline.verbs import check as checks
    from dateline.workers import Workers

    problems = checks.check(folder, _progress(), Workers.all())
    _report(sorted(problems, key=lambda it: ("note", "warning", "error").index(it.severity)), stream=sys.stdout)
    counts = {kind: sum(problem.severity == kind for problem in problems) for kind in ("error", "warning", "note")}
    click.echo(", ".join(counted(number, kind) for kind, number in counts.items()))
    return PROBLEMS if counts["error"] or (counts["warning"] and fail_on == "warning") else OK


@dateline.command()
@site_option
@click.argument("article")
def explain(folder: Folder, article: str) -> int:
    """Say where each field and each tag comes from.

    ARTICLE is a file, an address here or of the original, a seed, a headline, or a part that only one has.
    """
    from dateline.verbs import explain as explaining
    from dateline.workers import Workers

    found = explaining.explain(folder, article, _progress(), Workers.all())
    click.echo(found.text, err=not found.found)
    return OK if found.found else UNUSABLE


@dateline.command()
@site_option
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="Findings of each kind.")
def review(folder: Folder, most: int) -> int:
    """Print names and tags that deserve a look.

    Each comes with the lines to paste into the vocabulary.
    """
    from dateline.verbs import review as reviewing
    from dateline.workers import Workers

    for line in reviewing.review(folder, _progress(), most, Workers.all()):
        click.echo(line)
    return OK


@dateline.command()
@site_option
@click.argument("article")
@click.option("--why", required=True, callback=_said, help="The reason, for the record.")
def withdraw(folder: Folder, article: str, why: str) -> int:
    """Take an article out, and list what still holds it.

    ARTICLE is named as for `explain`.
    """
    from dateline.verbs import withdraw as withdrawing

    done = withdrawing.withdraw(folder, article, why, _progress())
    click.echo(done.text, err=not done.found)
    return OK if done.found else UNUSABLE


@dateline.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", default="", help="The name of the archive.")
def new(folder: Path, title: str) -> int:
    """Lay out FOLDER for a corpus of your own."""
    from dateline.verbs import scaffold

    made = scaffold.lay_out(folder, title)
    for path in made.written:
        click.echo(f"  {path}")
    click.echo(made.next_steps)
    return OK


@dateline.command()
@any_folder_option
@click.option("--body", is_flag=True, help="Leave out who is named as an author only, as a build does.")
@click.option("--canonical", is_flag=True, help="Name people as the corpus does, as a build does.")
@cluster_option
def tag(folder: Folder, body: bool, canonical: bool, cluster: str) -> int:
    """Tag JSON Lines of texts, for pipes.

    Each line of standard input is {"id", "text", "title"?, "date"?}; each line of output has its tags and mentions. The
    lines of one call are one corpus. The site folder gives the vocabulary, where it has one.

    A bare text has its byline in it: whom that, "(Reporting by …)" or an agency's signature names are people of the
    text, with the rule people.byline, people.credit or people.signature. A build takes authors from the byline and
    tags none of them; --body does likewise. "Photo: …" and "© …" never name anybody.

    People have the fullest name that their text gives; "identities" says who that is in the corpus, where the name
    differs: {"Obama": "Barack Obama"}. --canonical gives that name itself.
    """
    from dateline.verbs import tagpipe

    problems = tagpipe.run(folder, sys.stdin.buffer, sys.stdout, body=body, canonical=canonical, cluster=cluster)
    _report(problems)
    return PROBLEMS if any(problem.severity == "error" for problem in problems) else OK


@dateline.command()
@site_option
@click.option("--port", type=click.IntRange(1, 65535), default=5500, show_default=True, help="On this machine only.")
@click.option("--open/--no-open", "opens", default=False, help="Open the site in a browser.")
def serve(folder: Folder, port: int, opens: bool) -> int:
    """Preview the site; every edit rebuilds and reloads it."""
    from dateline.verbs import serve as server

    try:
        return server.serve(folder, port, _progress(), opens=opens)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        message = f"Port {port} is taken, perhaps by another preview; choose another with --port."
        raise click.ClickException(message) from None


def worth_saying(problems: Sequence[Problem]) -> list[Problem | str]:
    """What a build tells of its problems: no notes, and of very many the first."""
    serious = [problem for problem in problems if problem.severity != "note"]
    said: list[Problem | str] = [*serious[:SHOWN]]
    if len(serious) > SHOWN:
        said.append(f"… and {len(serious) - SHOWN:,} more; the verb `check` prints them all.")
    return said


def _progress() -> Any:
    from dateline.tools.progress import Progress

    return Progress(sys.stderr)


def _report(problems: Any, stream: Any = None) -> None:
    for problem in problems:
        click.echo(str(problem), file=stream or sys.stderr)
