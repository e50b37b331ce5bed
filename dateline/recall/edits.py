"""The files that differ from what the last run left -> the same corpus, with their articles worked on again."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from dateline import duplicates, shelf
from dateline.articles.changes import article_path, ledger_path
from dateline.articles.passes import Decided, Passes, unpacked
from dateline.articles.results import Found, told_keys
from dateline.articles.single import Verdict
from dateline.cards import Shared
from dateline.drafts import Drafted
from dateline.inputs import Inputs
from dateline.recall import left
from dateline.tools.clock import today
from dateline.tools.folder import ARTICLES, LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.articles.results import Stores
    from dateline.articles.single import Desk
    from dateline.cache import Cache
    from dateline.cards import Card
    from dateline.config import Config
    from dateline.recall.left import Last
    from dateline.shelf import Row, Shelf
    from dateline.tools.folder import Folder
    from dateline.tools.progress import Progress
    from dateline.workers import Workers

MISNAMED = ("C13", "C14")


def again(
    folder: Folder,
    settings: Config,
    seen: Inputs,
    last: Last,
    desk: Desk,
    stores: Stores,
    progress: Progress,
    workers: Workers,
) -> Found | None:
    """What becomes of all articles; None where more may hang on the files that differ than their own articles."""
    if left.seeds(folder, settings, seen) != last.seeds or (last.seeds and not last.days.has(today())):
        return None
    rows = stores.book.rows
    files = _differing(folder, seen, last, rows) if len(rows) == last.size else None
    if files is None:
        return None
    standing = shelf.read(folder, files, stores.book, stores.desk, progress, workers)
    drafts = _drafts(stores.cache, last, standing)
    if drafts is None or not _is_alike(standing, last, rows):
        return None
    whole = replace(standing, places={path: place for path, (place, _) in rows.items()} | standing.places)
    paths = sorted(rows.keys() - last.silent)
    run = Passes(folder, desk, shelf.pair(drafts, standing)[0], whole, stores)
    run.read(progress, workers)
    verdicts = _verdicts(run, last, rows, paths)
    others = {path: rows[path][1] for path in paths if path not in standing.places}
    if verdicts is None or not _stand_apart(run, rows, others.values()):
        return None
    shared = Shared()
    cards = {path: shared.card(card) for path, kept in others.items() if (card := kept.card)}
    if not _is_kept(stores.cache, others, cards):
        return None
    run.stand(verdicts)
    run.settle(progress, workers)
    gone = ((kept.settled, card) for path in standing.places if (card := (kept := rows[path][1]).card))
    stores.cache.hold({key for settled, card in gone for key in (settled, *told_keys(settled, card))})
    found = _found(run, last, paths, others, cards)
    left.leave(run, seen, last, found)
    return found


def _differing(folder: Folder, seen: Inputs, last: Last, rows: Mapping[str, Row]) -> dict[str, str] | None:
    """The files of places that differ, by their paths in the site folder, with their digests; None where an article or
    a ledger came or went."""
    now = left.rooms(seen)
    differ = {name for name in now.keys() | last.rooms.keys() if now.get(name) != last.rooms.get(name)}
    within = {name.removeprefix(ARTICLES).removeprefix(LEDGER) for name in differ}
    names = {f"{top}{name}".encode("utf-8", "backslashreplace") for name in within for top in (ARTICLES, LEDGER)}
    digests = Inputs(tuple(room for room in seen.rooms if room.name in names)).digests
    if any("\\" in name for name in digests) or any(problem.code in MISNAMED for problem in last.problems):
        return None  # files that are no articles for their names, and are told
    places = {place.path: place for place in shelf.places(folder, digests)}
    before = {path: place for path, (place, _) in rows.items() if f"/{path}".rpartition("/")[0] in within}
    if places.keys() != before.keys():
        return None
    changed = [path for path, place in places.items() if place != before[path]]
    wanted = [name for path in changed for name in (article_path(path), ledger_path(path))]
    return {name: digests[name] for name in wanted if name in digests}


def _is_alike(standing: Shelf, last: Last, rows: Mapping[str, Row]) -> bool:
    """Do the places that differ say the same of themselves to all others, in files that are as they were seen?"""
    before = {path: rows[path][1].standing for path in standing.places}
    same = all(standing.kept[path].standing.says_the_same(each) for path, each in before.items())
    return same and last.silent.isdisjoint(before) and not standing.torn


def _drafts(cache: Cache, last: Last, standing: Shelf) -> list[Drafted] | None:
    """The drafts of the places that differ, of which each stands beside its seed as it did; None where one does not."""
    if not last.drafts:
        return []
    (packed,) = cache.find([last.drafts], dict[str, Raw])
    if packed is None:
        return None
    found = []
    for path in standing.places:
        file, memory = standing.files.get(path), standing.ledgers.get(path)
        if not file or not memory or memory.withdrawn or not (file.seed, file.record) == memory.said == memory.origin:
            return None
        draft = msgspec.msgpack.decode(packed[path], type=Drafted) if path in packed else None
        if (draft.seed, draft.record, draft.sha256) != (*memory.origin, memory.sha256) if draft else memory.seed:
            return None
        if draft:
            found.append(draft)
    return found


def _verdicts(run: Passes, last: Last, rows: Mapping[str, Row], paths: Sequence[str]) -> list[Verdict] | None:
    """What was decided for the articles of the run, where it is sure that it would be decided again."""
    decided: Iterable[Decided] = repeat(Decided())
    if last.who:
        (each,) = run.stores.cache.find([last.who], tuple[Raw, ...])
        if each is None or len(each) != len(paths):
            return None
        of = dict(zip(paths, each, strict=True))
        decided = (msgspec.msgpack.decode(of[slot.path], type=Decided) for slot in run.live)
    verdicts = []
    for number, (slot, said) in enumerate(zip(run.live, decided, strict=False)):
        place, kept = rows[slot.path]
        card = kept.card
        verdict = Verdict(card.address if card else "", *said)
        known = run.results.was(number, place, verdict) == (kept.read, kept.settled)
        if not known or slot.path in last.rivals or not _says_the_same(kept.trail, run.trails[number]):
            return None
        verdicts.append(verdict)
    return verdicts


def _says_the_same(before: bytes, now: bytes) -> bool:
    """Does an article's trail differ in nothing but its whole text's sample, and digests, which only rivals ask for?"""
    was, trail = unpacked(before), unpacked(now)
    claim = replace(trail.claim, wish=replace(trail.claim.wish, digest=was.claim.wish.digest))
    return replace(trail, body=was.body, sample=was.sample, claim=claim) == was


def _stand_apart(run: Passes, rows: Mapping[str, Row], others: Iterable[shelf.Kept]) -> bool:
    """Do these texts, of which none was a rival's, seem as unlike each other and all others as they did?"""
    before = (_sample(rows[slot.path][1].trail) for slot in run.live)
    pairs = list(zip(before, map(_sample, run.trails), strict=True))
    if all(was == now for was, now in pairs):
        return True
    same = (now for was, now in pairs if was == now)
    return duplicates.stand_apart(
        [pair for pair in pairs if pair[0] != pair[1]], chain(same, (_sample(kept.trail) for kept in others))
    )


def _sample(trail: bytes) -> bytes:
    return unpacked(trail).sample


def _is_kept(cache: Cache, others: Mapping[str, shelf.Kept], cards: Mapping[str, Card]) -> bool:
    """Is all there that was made of these articles?"""
    keys = ((others[path].settled, card) for path, card in cards.items())
    return len(cards) == len(others) and all(cache.has(key, *told_keys(key, card)) for key, card in keys)


def _found(
    run: Passes, last: Last, paths: Sequence[str], others: Mapping[str, shelf.Kept], cards: Mapping[str, Card]
) -> Found:
    done = run.results
    anew = dict(zip((slot.path for slot in run.live), zip(done.entries, done.cards, strict=True), strict=True))
    each = [anew.get(path) or (others[path].settled, cards[path]) for path in paths]
    entries, all_cards = [key for key, _ in each], tuple([card for _, card in each])
    return Found(entries, all_cards, last.problems, done.changes(()), done.moved, 0, last.withdrawn, last.days)
