"""seeds/ -> drafts: every raw article read and normalised, each once.

Seeds and drafts lie in the cache; what is held in memory of each is what others hang on.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline import normalise, seeds
from dateline.intake.drafting import draft_all
from dateline.intake.reading import read_all
from dateline.seeds import unread
from dateline.tools.clock import Span, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dateline.cache import Cache
    from dateline.config import Config
    from dateline.drafts import Drafted
    from dateline.intake.drafting import Asked
    from dateline.intake.reading import File
    from dateline.model import Problem
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

__all__ = ["Intake", "take_in"]

NAMED = 5  # files with the same problem, besides the first


class Intake(Struct, frozen=True):
    """All of seeds/, normalised."""

    drafts: tuple[Drafted, ...] = ()  # in the order of the files
    problems: tuple[Problem, ...] = ()
    days: Span = Span()  # on which these are the drafts
    as_seen: bool = True  # had the files the bytes that they were said to have?


def take_in(
    folder: Folder,
    config: Config,
    imported: frozenset[str],
    cache: Cache,
    progress: Progress,
    workers: Workers,
    digests: Mapping[str, str] | None = None,
) -> Intake:
    """Read and normalise all seeds; a file that cannot be read is a problem, and the others go on.

    imported: the seeds that the corpus has already; of two equal files it is the one of these that stays. digests: of
    the files' bytes, by their path in the site folder, where they are known: of those nothing is read twice.
    """
    paths, problems = seeds.listing(folder.seeds)
    shown = folder.shown(folder.seeds)
    known = {path: (digests or {}).get(f"{shown}/{path}", "") for path in paths}
    files, wrong = read_all(folder.seeds, known, imported, dict(config.columns), cache, progress, workers)
    asked = _asked(files, config)
    as_seen = {file.digest for file in files} == {*known.values()}
    del files  # their traces are long, and have been told
    drafts, days = draft_all(asked, cache, today(), progress, workers)
    problems += [*_alike(wrong), *_gathered(problem for draft in drafts for problem in draft.problems)]
    return Intake(tuple(draft for draft in drafts if not draft.refused), tuple(problems), days, as_seen)


def _asked(files: Sequence[File], config: Config) -> list[Asked]:
    context = normalise.context(config, traces=(trace for file in files for trace in file.traces))
    return [(key, context.told(trace)) for file in files for key, trace in zip(file.seeds, file.traces, strict=True)]


def _alike(found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of files; what is to be done with all files of kinds that are not read is said once."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in found:
        if problem.code == unread.CODE:
            groups[problem.message, problem.hint].append(problem)
        else:
            yield problem
    for group in groups.values():
        first, *others = sorted(group)
        names = [other.path for other in others[:NAMED]]
        names += [f"{len(others) - NAMED:,} more"] if len(others) > NAMED else []
        if names:
            *most, last = names
            listed = f"{', '.join(most)} and {last}" if most else last
            first = replace(first, message=f"{first.message} (so {'are' if others[1:] else 'is'} {listed})")
        yield first


def _gathered(found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of drafts; what the records of one file have in common is said once, with how many have it."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in found:
        groups[problem.path, problem.code].append(problem)
    for group in groups.values():
        more = f" (and the like in {len(group) - 1:,} more of its records)" if len(group) > 1 else ""
        yield replace(group[0], message=group[0].message + more)
