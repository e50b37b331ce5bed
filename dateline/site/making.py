"""A workshop -> its site, published: the work spread over the cores, pages of the same making left as they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping  # noqa: TC003  msgspec reads the types at run time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from dateline import cache, files
from dateline.site.output import Beside, Publication, Report
from dateline.site.views import Page

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.progress import Progress
    from dateline.site.build import File, Task, Workshop
    from dateline.workers import Workers

MANY = 200  # articles, from which processes are started at once
_ENCODER = msgspec.msgpack.Encoder(
    order="deterministic", enc_hook=str
)  # sets and mappings in one order; markup is text


@dataclass(frozen=True, slots=True)
class Making:
    """What every page of a site was last made from: kept from one build to the next."""

    shared: str = ""  # digest of what all pages share: program, templates, settings, masthead
    pages: Mapping[str, bytes] = field(default_factory=dict)  # path -> digest of what its template was given


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the new site."""

    path: str
    changed: bool
    listed: str | None = None  # address of a page that search engines may list
    digest: bytes = b""  # of what a page was made from


def make(
    workshop: Workshop, folder: Path, last: Making, workers: Workers, progress: Progress, spare: Path | None = None
) -> tuple[Report, Making]:
    """Publish the site in `folder`.

    last: the making of what stands there now, empty where that is not sure. spare: where the site before is kept.
    """
    workshop.renderer.load()
    shared = _shared(workshop)
    known = last.pages if last.shared == shared else {}
    pages: dict[str, bytes] = {}
    listed: list[str] = []
    tasks = workshop.tasks()
    with Publication(folder, spare) as publication:
        work = partial(_do, workshop, publication.beside, known)
        results = workers.map(work, tasks, at_once=len(workshop.entries) >= MANY)
        for made in (made for found in progress.watch("Building the site", results, len(tasks)) for made in found):
            publication.add(made.path, changed=made.changed)
            if made.digest:
                pages[made.path] = made.digest
            if made.listed is not None:
                listed.append(made.listed)
        for path, content in workshop.rest(listed):
            publication.add(path, changed=publication.beside.put(path, content))
        return publication.finish(), Making(shared, pages)


def _shared(workshop: Workshop) -> str:
    """Everything that a page shows besides what its own template is given."""
    renderer = workshop.renderer
    return cache.key("site", cache.program(), _ENCODER.encode([renderer.site, renderer.links, renderer.sources()]))


def _do(workshop: Workshop, beside: Beside, known: Mapping[str, bytes], task: Task) -> list[Made]:
    return [_put(workshop, beside, known, made) for made in workshop.do(task)]


def _put(workshop: Workshop, beside: Beside, known: Mapping[str, bytes], made: Page | File) -> Made:
    if not isinstance(made, Page):
        path, content = made
        return Made(path, beside.put(path, content))
    head = made.context.head
    listed = head.address if head.index else None
    digest = hashlib.blake2b(_ENCODER.encode([made.kind, made.context]), digest_size=16).digest()
    if known.get(made.path) == digest:
        return Made(made.path, changed=False, listed=listed, digest=digest)
    return Made(made.path, beside.put(made.path, workshop.renderer.render(made).encode()), listed, digest)


def read(path: Path) -> Making:
    """The making of the last site; an empty one where none can be read."""
    with suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
        return msgspec.msgpack.decode(path.read_bytes(), type=Making)
    return Making()


def write(path: Path, making: Making) -> None:
    """Keep a making for the next build."""
    files.write_if_changed(path, msgspec.msgpack.encode(making))
