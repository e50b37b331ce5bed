"""A workshop -> its site, published: the work spread over the cores, what is made of the same left as it stands.

Of each thing of the plan it is known from one build to the next what it was made from and which files it left. Where
its inputs are the same, it is neither made nor looked at; where they differ, it is made, and a page is rendered only
if its template is given something else than before.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from dateline import cache
from dateline.site.planned import digest
from dateline.site.publishing.last import Left, Making
from dateline.site.publishing.output import Beside, Publication, Report
from dateline.site.relating import related
from dateline.site.relating.related import Relations
from dateline.site.views import Page
from dateline.workers import collector, shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dateline.published import Rooms
    from dateline.site.build import Workshop
    from dateline.site.planned import File, Planned
    from dateline.site.publishing.spare import Begun
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

MANY = 300  # things to make, about two seconds of work: from here on it is spread over processes
SHARE = 100  # things, at most, that are handed over together: up to a second of work
RELATED = 2000  # articles, at least, whose relations are found together: each time all tags are numbered first


class Made(Struct, frozen=True):
    """One thing that was made, with the paths of those of its files that differ from what is published."""

    name: str
    left: Left
    changed: frozenset[str]


class Prepared(Struct, frozen=True):
    """A site that is planned, and what of it must be made."""

    workshop: Workshop
    last: Making
    ground: bytes  # as `Making` has them
    shared: bytes
    relations: Relations
    known: Mapping[str, Left]  # what the last making left, where it stands on the same ground
    things: dict[str, Left]  # what of that stands as it is
    lacking: Sequence[int]  # places in the plan of all else


def prepare(workshop: Workshop, last: Making, workers: Workers, progress: Progress) -> Prepared:
    """Plan the site; `last`: the making of the one that is published, empty where that is not sure."""
    with collector.making_what_lasts():
        shared = _shared(workshop)
        ground = digest(shared, workshop.ground)
        relations = _relate(workshop, last, workers, progress)
        known = last.things if last.ground == ground else {}
        if known and last.shape == _shape(workshop):
            workshop.parts.decided = dict(last.decided)
        things, lacking = _compared(workshop.plan, known)
    if len(lacking) >= MANY:
        workshop.renderer.load()  # now, so that no process need do it for itself
    return Prepared(workshop, last, ground, shared, relations, known, things, lacking)


def make(
    prepared: Prepared,
    folder: Path,
    workers: Workers,
    progress: Progress,
    spare: Path | None = None,
    rooms: Rooms | None = None,
    begun: Begun | None = None,
) -> tuple[Report, Making]:
    """Publish the site in `folder`.

    spare: where the site before is kept. rooms: the folders of what stands there now, where that is sure. begun: a
    copy of it, where one is being made.
    """
    workshop, last, known, things = prepared.workshop, prepared.last, prepared.known, prepared.things
    plan, shared, lacking = workshop.plan, prepared.shared, prepared.lacking
    many = len(lacking) >= MANY
    tasks, late = _tasks(plan, lacking, workers.size)
    before = last.paths if last.things else None
    with Publication(folder, spare, before, rooms, begun) as publication:
        given = last.things if last.shared == shared else {}
        work = partial(_do, workshop, publication.beside, given)
        spread = many or (late and workers.size > 1)
        results = workers.map(work, tasks, at_once=True, late=late) if spread else map(work, tasks)
        made = chain.from_iterable(progress.watch("Building the site", results, len(tasks)))
        changed = _taken(made, things)
        rest = tuple(workshop.rest(chain.from_iterable(left.listed for left in things.values())))
        standing, lacking = _compared(rest, known)
        things |= standing
        changed |= _taken((_make(workshop, publication.beside, given, rest[place]) for place in lacking), things)
        publication.add_all([path for left in things.values() for path, _ in left.files], changed)
        report = publication.finish()
    shape, parts = _shape(workshop), workshop.parts
    return report, Making(prepared.ground, shared, things, shape, prepared.relations, parts.pairs, parts.decided)


def _compared(plan: Sequence[Planned], known: Mapping[str, Left]) -> tuple[dict[str, Left], list[int]]:
    """What stands as it was last made, and the places in the plan of what does not."""
    standing: dict[str, Left] = {}
    lacking: list[int] = []
    if len({each.name for each in plan}) < len(plan):
        raise ValueError(f"two things of the plan have one name: {_twice(plan)}")
    for place, each in enumerate(plan):
        left = known.get(each.name)
        if left and left.inputs == each.inputs:
            standing[each.name] = left
        else:
            lacking.append(place)
    return standing, lacking


def _twice(plan: Sequence[Planned]) -> str:
    return ", ".join(name for name, count in Counter(each.name for each in plan).items() if count > 1)


def _taken(made: Iterable[Made], things: dict[str, Left]) -> set[str]:
    """Put what was made among the things; the paths of what differs from what is published."""
    changed: set[str] = set()
    for each in made:
        things[each.name] = each.left
        changed |= each.changed
    return changed


def _shared(workshop: Workshop) -> bytes:
    """Everything that a page shows besides what its own template is given."""
    renderer = workshop.renderer
    return digest(cache.program(), renderer.site, renderer.links, renderer.sources())


def _relate(workshop: Workshop, last: Making, workers: Workers, progress: Progress) -> Relations:
    """Find which articles are related and which subjects pairs, as far as dates and tags are not those of the last
    making."""
    parts, count = workshop.parts, len(workshop.parts.library.items)
    if last.shape == _shape(workshop):
        parts.related, parts.pairs = last.relations.found or [()] * count, last.pairs
        return last.relations
    if not workshop.config.has("related"):
        parts.related = [()] * count
        return Relations()

    def find(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
        size = max(RELATED, len(numbers) // 8)
        some = [numbers[first : first + size] for first in range(0, len(numbers), size)]
        found = workers.map(partial(_related, workshop), some, at_once=len(some) > 1)
        return progress.watch("Finding related articles", chain.from_iterable(found), len(numbers))

    relations = related.relations(parts.library, last.relations, cache.program(), parts.digests.tags, find)
    parts.related = relations.found
    return relations


def _shape(workshop: Workshop) -> bytes:
    """All that the relations of articles and subjects hang on."""
    config = workshop.config
    return digest(cache.program(), workshop.parts.digests.shape, config.has("related"), config.has("pairs"))


def _related(workshop: Workshop, numbers: Sequence[int]) -> list[tuple[int, ...]]:
    library = workshop.parts.library
    return list(related.related(library, map(library.items.__getitem__, numbers)))


def _tasks(plan: Sequence[Planned], lacking: Sequence[int], workers: int) -> tuple[list[Sequence[int]], int]:
    """Places in the plan, put together to what is worth handing over; and of how many the results come late.

    What is large goes alone and first. Where that is most of the work, no process is given two such: what is left
    besides takes no longer than one of them.
    """
    large = [[place] for place in lacking if plan[place].large]
    rest = [place for place in lacking if not plan[place].large]
    if len(lacking) >= MANY:
        return [*large, *(rest[each.start : each.stop] for each in shares(len(rest), SHARE, workers))], len(large)
    first = min(len(large), max(1, workers - 1))
    return [*large[:first], *([place] for place in rest), *large[first:]], first


def _do(workshop: Workshop, beside: Beside, last: Mapping[str, Left], task: Sequence[int]) -> list[Made]:
    return [_make(workshop, beside, last, workshop.plan[place]) for place in task]


def _make(workshop: Workshop, beside: Beside, last: Mapping[str, Left], planned: Planned) -> Made:
    """Make one thing; each of its files is written as soon as it is made."""
    before = last.get(planned.name)
    known = dict(before.files) if before else {}
    left: list[tuple[str, bytes]] = []
    listed: list[str] = []
    changed: set[str] = set()
    for made in planned.make():
        path, given, differs = _put(workshop, beside, known, made)
        left.append((path, given))
        if differs:
            changed.add(path)
        if isinstance(made, Page) and made.context.head.index:
            listed.append(made.context.head.address)
    return Made(planned.name, Left(planned.inputs, tuple(left), tuple(listed)), frozenset(changed))


def _put(workshop: Workshop, beside: Beside, known: Mapping[str, bytes], made: Page | File) -> tuple[str, bytes, bool]:
    """Path, digest of what a template was given, and whether the file differs from the one that is published.

    known: path -> such a digest, of what is published.
    """
    if not isinstance(made, Page):
        path, content = made
        return path, b"", beside.put(path, content)
    given = digest(made.kind, made.context)
    if known.get(made.path) == given:
        return made.path, given, False
    return made.path, given, beside.put(made.path, workshop.renderer.render(made))
