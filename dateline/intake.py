"""seeds/ -> drafts: every raw article read and normalised, each once."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from dateline import cache as work
from dateline import normalise, seeds
from dateline.model import Draft, Problem, Seed, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dateline.cache import Cache
    from dateline.config import Config
    from dateline.folder import Folder
    from dateline.progress import Progress
    from dateline.workers import Workers


EMPTY = work.digest(b"")
LAST = 4_102_444_800  # seconds: the year 2100, after which nothing here knows of a date


@dataclass(frozen=True, slots=True)
class Found:
    """What one file of seeds/ holds."""

    seeds: tuple[Seed, ...]
    traces: tuple[normalise.Trace, ...]  # of the seeds, in their order
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """All of seeds/, normalised."""

    drafts: tuple[tuple[Draft, str], ...] = ()  # each with the SHA-256 of its file, in the order of the files
    problems: tuple[Problem, ...] = ()
    skipped: frozenset[str] = frozenset()  # paths of seeds that are there but could not be read


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
    paths, files, unread = _read(folder, config, known, imported, cache, problems, progress)
    found = [pair for path in paths for pair in zip(files[path].seeds, files[path].traces, strict=True)]
    context = normalise.context(config, traces=(trace for _, trace in found))
    each = [(seed, context.of(seed, trace)) for seed, trace in found]
    made = cache.each(each, partial(work.key, "normalise", work.program()), Draft, _draft, workers)
    shas = (seed.sha256 for seed, _ in found)
    now = today()
    dated = (normalise.until(draft, now) for draft in progress.watch("Normalising", made, len(found)))
    drafts = tuple(zip(dated, shas, strict=True))
    problems += _gathered(problem for draft, _ in drafts for problem in draft.problems)
    kept = tuple(pair for pair in drafts if not pair[0].refused)
    return Intake(kept, tuple(problems), frozenset(unread))


def today() -> When:
    """The day on which nothing that is dated later can have been published: tomorrow, since it is so in Tokyo already.

    SOURCE_DATE_EPOCH (reproducible-builds.org) stands for the clock where it is set. Nothing else here asks what time
    it is, and only an article that claims the future hangs on it.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = min(int(said), LAST) if said.isdecimal() else time.time()
    return When.parse((datetime.fromtimestamp(seconds, UTC) + timedelta(days=1)).strftime("%Y-%m-%d"))


def _gathered(found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of drafts; what the records of one file have in common is said once, with how many have it."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in found:
        groups[problem.path, problem.code].append(problem)
    for group in groups.values():
        more = f" (and the like in {len(group) - 1:,} more of its records)" if len(group) > 1 else ""
        yield replace(group[0], message=group[0].message + more)


def _read(
    folder: Folder,
    config: Config,
    known: Mapping[str, str],
    imported: frozenset[str],
    cache: Cache,
    problems: list[Problem],
    progress: Progress,
) -> tuple[list[str], dict[str, Found], set[str]]:
    program, columns = work.program(), dict(config.columns)
    files: dict[str, Found] = {}
    first: dict[str, str] = {}  # digest -> the path that it was first seen at
    unread: set[str] = set()

    def look(path: str) -> tuple[str, Found | None]:
        """A file's digest, and what it holds unless it cannot be read or is the second of its kind."""
        if known[path] in first:
            return known[path], None
        (kept,) = cache.find([work.key("read", program, path, known[path], columns)], Found)
        if kept:
            return known[path], kept
        data, wrong = seeds.load(folder.seeds, path)
        problems.extend(wrong)
        if data is None:
            return "", None
        digest = work.digest(data)
        key = work.key("read", program, path, digest, columns)
        return digest, None if digest in first else cache.get(key, Found, _reader(path, data, columns))

    def read(path: str) -> None:
        digest, found = look(path)
        if digest in first:
            hint = "Delete one of the two files."
            message = f"has the same bytes as seeds/{first[digest]}, and is not imported a second time"
            problems.append(Problem(f"seeds/{path}", 0, "S90", message, hint, "warning"))
        elif found is None:
            unread.add(path)
        else:
            files[path] = found
            if digest != EMPTY:
                first[digest] = path
            problems.extend(found.problems)
            if not found.seeds:
                unread.add(path)

    # Of equal files, one that is in the corpus already comes first, so that a copy cannot take its place.
    for _ in progress.over("Reading seeds", sorted(known, key=lambda path: (path not in imported, path)), read):
        pass
    return [path for path in known if path in files], files, unread


def _draft(pair: tuple[Seed, normalise.Context]) -> Draft:
    return normalise.normalise(*pair)


def _reader(path: str, data: bytes, columns: dict[str, str]) -> Callable[[], Found]:
    def compute() -> Found:
        return _sorted(seeds.read(path, data, columns))

    return compute


def _sorted(found: Iterable[Seed | Problem]) -> Found:
    both = list(found)
    kept = tuple(item for item in both if isinstance(item, Seed))
    return Found(kept, tuple(map(normalise.trace, kept)), tuple(item for item in both if isinstance(item, Problem)))
