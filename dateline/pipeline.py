"""The whole way: seeds/ -> content/ -> public/. The one module that wires the rooms."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline import inputs, journal, published, stamp
from dateline.articles.carrying import Carrying
from dateline.blame import ALL_STAYS, MistakeError, own_templates
from dateline.cache import Cache
from dateline.outcome import Outcome
from dateline.tools.exclusive import alone
from dateline.tools.questions import meanwhile
from dateline.tools.wording import counted
from dateline.workers import Workers, collector
from dateline.workers import cluster as clusters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.corpus import Corpus
    from dateline.published import Standing
    from dateline.site import Workshop
    from dateline.site.publishing.output import Report
    from dateline.site.publishing.spare import Begun
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress

ALONE = Workers()
OF_ALL = "FV"  # codes of problems with site.yaml and the vocabulary, which every article hangs on
LARGE = 5_000  # files published, from which it pays to look at them in a process of its own


class Start(Struct):
    """What a build finds when it begins."""

    inputs: inputs.Inputs
    recovered: int  # articles that an interrupted run had left half written
    stood: Standing | None  # public/ as the last build left it, where nobody has touched it since
    begun: Begun | None = None  # a copy of it in the making, where it is worth while


def build(
    folder: Folder,
    progress: Progress,
    *,
    base_url: str = "",
    strict: bool = False,
    workers: Workers = ALONE,
    cluster: str = "",
) -> Outcome:
    """Bring content/ up to date and build public/.

    base_url overrides that of site.yaml. strict: with an error anywhere but in seeds/, the site is left as it was, and
    of one in site.yaml or the vocabulary content/ too; otherwise what the error concerns is left out; and if anything
    changes while it is read, nothing is written. cluster: the address of one that works on single articles, in place
    of `workers`, which make the site. OSError where content/ or public/ cannot be written, BusyError where another
    build does not end, ForeignFolderError where public/ is somebody else's, ClusterError where the cluster is unfit,
    MistakeError where the settings or the vocabulary cannot be read, and then nothing is changed, or a template of the
    site's own cannot be rendered.
    """
    folder.claim_public()
    with collector.taken_back(), alone(folder.cache / "lock", progress.say), own_templates(folder):
        return _build(folder, progress, base_url, workers, cluster, strict=strict)


def _build(
    folder: Folder, progress: Progress, base_url: str, workers: Workers, cluster: str, *, strict: bool
) -> Outcome:
    recovered = journal.recover(folder.root, folder.journal)
    with progress.stage("Looking for changes"):
        last = stamp.read(folder.cache / "built.json")
        if gone := stamp.gone(folder, last):
            raise MistakeError(gone, ALL_STAYS)
        stood = published.read(folder.cache / "public.msgpack") if last else None
        known = inputs.read(folder)
        still, ours, theirs = _asked(folder, stood, known)
        before = inputs.noted(folder, known, still, workers)
        if last and stood and last.holds(stamp.key(before.whole, base_url)):
            if all((ours(), theirs())):
                return _again(last)
            stood = None
        elif stood and stood.size >= LARGE:
            (ours,) = meanwhile(ours)

    # Here, since the rooms that it needs take longer to load than finding nothing to do; meanwhile the look goes on.
    with collector.making_what_lasts():
        from dateline import site

    stood = stood if stood and all((ours(), theirs())) else None
    beginning: AbstractContextManager[Begun | None] = nullcontext()
    if last and stood and stood.size >= LARGE and last.ground == stamp.key(before.ground, base_url):
        beginning = site.begun(folder.public, folder.cache / "spare", published.split(stood.files))
    start = Start(before, recovered, stood)
    del before
    with beginning as start.begun:
        return _made(folder, progress, base_url, workers, cluster, start, strict=strict)


def _made(
    folder: Folder, progress: Progress, base_url: str, workers: Workers, cluster: str, start: Start, *, strict: bool
) -> Outcome:
    """What becomes of inputs that are other ones than before."""
    from dateline import corpus

    before, recovered = start.inputs, start.recovered
    cache = Cache(folder.cache / "work.sqlite")
    if cache.was_broken:
        progress.say(f"{folder.shown(folder.cache)} could not be read; everything is worked on again.")
    elif cache.trouble:
        place = folder.shown(folder.cache / "work.sqlite")
        progress.say(f"{place} cannot be used now ({cache.trouble}); everything is worked on again.")
    with clusters.joined(cluster) if cluster else nullcontext(workers) as readers:
        made = corpus.read(folder, cache, progress, readers, before)
    cache.close()
    if strict and inputs.look(folder, before).whole != before.whole:
        return Outcome(len(made.entries), made.problems, recovered=recovered, published=False, overtaken=True)
    if strict and any(problem.severity == "error" and problem.code[0] in OF_ALL for problem in made.problems):
        return Outcome(len(made.entries), made.problems, recovered=recovered, published=False)
    key, ground = stamp.key(before.after(made.changes), base_url), stamp.key(before.ground, base_url)
    del before, start.inputs  # like the changes: no page needs it, and each process would hold it again
    outcome = Outcome(
        len(made.entries), made.problems, made.new, made.withdrawn, made.moves, recovered, published=False
    )
    with Carrying(folder, made.changes) as carrying:

        def content() -> None:
            with progress.stage("Writing content/"):
                missed = carrying.wait()
            corpus.clear(cache)
            if missed:
                what = f"{counted(missed, 'article')} changed while this was at work"
                progress.say(f"{what}; build again to take that in.")

        if strict and outcome.faults:
            content()
            return outcome
        made = replace(made, changes=(), readings=(), decided=())
        outcome = _publish(outcome, folder, made, base_url, progress, workers, start, content)
        left = stamp.Stamp(
            inputs=key,
            articles=outcome.articles,
            withdrawn=outcome.withdrawn,
            files=outcome.written + outcome.unchanged,
            problems=outcome.problems,
            ground=ground,
            has_settings=folder.config.exists(),
            vocabulary=stamp.vocabulary_of(folder),
            days=made.days,
            base_url=base_url,
        )
        stamp.write(folder.cache / "built.json", left)
        return outcome


def _asked(folder: Folder, stood: Standing | None, known: inputs.Inputs | None) -> Sequence[Callable[[], bool]]:
    """Whether the ledgers are as they were; and whether nobody has touched what is published, in two halves. Where it
    is much, another process has begun with all but the second question, which is left to this one."""
    if stood is None or known is None:
        return bool, bool, bool
    untouched = partial(published.untouched, folder.public)
    if stood.size < LARGE:
        return bool, partial(untouched, stood), lambda: True
    ledgers, others = known.sizes
    ours, theirs = stood.shared_out(others - ledgers)
    still, untouched_there = meanwhile(partial(inputs.remembered, folder, known), partial(untouched, theirs))
    return still, partial(untouched, ours), untouched_there


def _again(last: stamp.Stamp) -> Outcome:
    """What the last build did, where nothing has changed since."""
    return Outcome(last.articles, last.problems, withdrawn=last.withdrawn, unchanged=last.files)


def workshop(folder: Folder, progress: Progress, workers: Workers = ALONE) -> Workshop:
    """What the site as it stands is made with, where nothing has to be built."""
    from dateline import corpus

    cache = Cache(folder.cache / "work.sqlite")
    return _workshop(folder, replace(corpus.read(folder, cache, progress, workers), changes=()), "")


def _workshop(folder: Folder, made: Corpus, base_url: str, *, untouched: bool = False) -> Workshop:
    from dateline import site

    config = replace(made.config, base_url=base_url.rstrip("/") + "/") if base_url else made.config
    return site.Workshop(
        made.entries,
        config,
        made.vocabulary,
        templates=[folder.templates],
        static=[folder.static],
        seeds=folder.seeds,
        cache=folder.cache,
        public=folder.public,
        untouched=untouched,
        cards=made.cards,
        told=made.told,
    )


def _publish(
    outcome: Outcome,
    folder: Folder,
    made: Corpus,
    base_url: str,
    progress: Progress,
    workers: Workers,
    start: Start,
    content: Callable[[], None],
) -> Outcome:
    """Make the site; `content` is called once it is planned, and waits for content/ to be written."""
    from dateline import site

    stood = start.stood
    workshop = _workshop(folder, made, base_url, untouched=stood is not None)
    place = folder.cache / "pages.msgpack"
    last, spare = site.last.read(place) if stood else site.last.Making(), folder.cache / "spare"
    if not stood:
        shutil.rmtree(spare, ignore_errors=True)  # its files may be those that somebody else has changed
    with progress.stage("Publishing"):
        todo = site.making.prepare(workshop, last, workers, progress)
        content()
        rooms = stood.rooms if stood else None
        report, making = site.making.make(todo, folder.public, workers, progress, spare, rooms, start.begun)
        site.last.write(place, making)
        _note_public(folder, stood, report, making.paths)
    written, unchanged, removed = report.written, report.unchanged, report.removed
    return replace(outcome, published=True, written=written, unchanged=unchanged, removed=removed, workshop=workshop)


def _note_public(folder: Folder, stood: Standing | None, report: Report, names: Sequence[str]) -> None:
    """Leave for the next run how the site stands that has just been published."""
    stands = (
        published.after(folder.public, stood, report.changed, report.gone, report.rooms)
        if stood
        else published.of(folder.public, names, report.rooms)
    )
    published.write(folder.cache / "public.msgpack", stands)
