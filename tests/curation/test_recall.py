"""What an edit leaves as it was is not looked at; whatever was edited, a run without a cache finds the same."""

from __future__ import annotations

import gc
import io
import random
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from dateline import cache, corpus, inputs, journal, recall
from dateline.cache import Cache
from dateline.cards import opened
from dateline.model import Entry
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.workers import collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from dateline.articles.results import Found
    from dateline.corpus import Corpus

SHADES = ("amber", "ivory", "ochre", "umber", "azure", "olive")
FLOOD = "On Monday men in overalls began again on every iron dam, an engineer in an inn said in an angry tone. " * 3


def article(head: str, text: str) -> str:
    """One whose text is long enough that a word more does not change its sample (`duplicates`)."""
    name = "".join(filter(str.isalpha, text))
    return f"---\n{head}\n---\n\n{text}\n\n" + "".join(f"Then {shade} {name} boats came. " for shade in SHADES) + "\n"


ARTICLES = {
    "2020/bridge.md": article("title: Bridge opens\ndate: 2020-03-04", "President Ann Lee of Latvia opened it."),
    "2020/ferry.md": article("title: Ferry stops\ndate: 2020-03-05", "Lee said in Estonia that it would stop."),
    "2020/tunnel.md": article("title: Tunnel floods\ndate: 2020-03-06", "“All wet,” said Bo Ek, a guard, in Oslo."),
    "2021/flood.md": article("title: Flood\ndate: 2021-05-01", FLOOD),
    "2021/again.md": article("title: Flood again\ndate: 2021-05-02", f"{FLOOD} So said all."),
    "one.md": article("title: Twin\ndate: 2022-01-01\nslug: twin", "The one."),
    "other.md": article("title: Twin\ndate: 2022-01-01\nslug: twin", "The other."),
    "own.md": article(
        "title: My own\ndate: 2020-03-07\npeople: [Cy Orr]\nmood: wet", "Cy Orr went to Paris in France."
    ),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    monkeypatch.setattr(cache, "program", lambda: "the program")  # somebody may be at work on it meanwhile
    folder = Folder(tmp_path)
    for name, text in ARTICLES.items():
        write(folder.articles / name, text)
    write(folder.config, "tagging: false\n")
    yield folder
    gc.collect()  # a vocabulary for each run


@pytest.fixture
def tagged(site: Folder) -> Folder:
    """The same where texts are read, which takes ten times as long."""
    site.config.unlink()
    return site


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(path: Path, old: str, new: str) -> None:
    if path.exists():
        write(path, path.read_text(encoding="utf-8").replace(old, new, 1))


def move(site: Folder, name: str, to: str) -> Path | None:
    path = site.articles / to
    path.parent.mkdir(parents=True, exist_ok=True)
    return (site.articles / name).replace(path) if (site.articles / name).exists() else None


def edit(name: str, old: str, new: str) -> Callable[[Folder], object]:
    return lambda site: change(site.articles / name, old, new)


def ledger(site: Folder, name: str) -> Path:
    return (site.ledger / name).with_suffix(".json")


SMALL: dict[str, Callable[[Folder], object]] = {  # what one article says, and nothing that all hang on
    "a word of a text": edit("2020/ferry.md", "would stop", "would never stop"),
    "a sentence more": edit("2020/ferry.md", "\n---\n\n", "\n---\n\nAn engineer in an office on an island ran away. "),
    "a sentence of two": lambda site: [
        edit(name, "\n---\n\n", f"\n---\n\nThen {name[5:8]} in an {name[5:8]} hall on {name[5:8]} sat down. ")(site)
        for name in ("2020/bridge.md", "2020/tunnel.md")
    ],
    "the same back again": edit("2020/ferry.md", "would never stop", "would stop"),
    "a word of another": edit("own.md", "to Paris", "once more to Paris"),
    "a title": edit("2020/tunnel.md", "Tunnel floods", "Tunnel is wet"),
    "two articles": lambda site: [edit(name, "came.", "came home.")(site) for name in ("2020/bridge.md", "own.md")],
    "a file that is no article": lambda site: write(site.articles / "2020" / "notes.txt", "mine"),
    "nothing": lambda _: None,
}
LARGE: dict[str, Callable[[Folder], object]] = {
    "a date": edit("2020/bridge.md", "2020-03-04", "2020-04"),
    "a text that is another's, too": edit("2021/flood.md", "Monday", "Tuesday"),
    "a text that becomes another's": lambda site: write(
        site.articles / "2020/ferry.md", ARTICLES["2021/flood.md"].replace("Flood", "Ferry")
    ),
    "a sentence that is another's": edit("2020/ferry.md", "\n---\n\n", f"\n---\n\n{FLOOD}"),
    "one of two of an address": edit("one.md", "The one.", "The one and only."),
    "a slug": edit("own.md", "date:", "slug: 2020/03/04/bridge-opens\ndate:"),
    "a slug taken away": edit("own.md", "slug: 2020/03/04/bridge-opens\n", ""),
    "a key that is wrong": edit("own.md", "mood:", "titel:"),
    "a line more above it": edit("own.md", "title:", "section: News\ntitle:"),
    "a broken head": edit("2020/ferry.md", "title: ", "title: 'a: "),
    "a mended head": edit("2020/ferry.md", "title: 'a: ", "title: "),
    "an article taken away": lambda site: (site.articles / "2020/bridge.md").unlink(missing_ok=True),
    "an article come back": lambda site: write(site.articles / "2020/bridge.md", ARTICLES["2020/bridge.md"]),
    "an article copied": lambda site: write(site.articles / "copy.md", ARTICLES["own.md"]),
    "an article in a new folder": lambda site: write(site.articles / "2023/own.md", ARTICLES["own.md"]),
    "an article renamed": lambda site: move(site, "own.md", "2023/renamed.md"),
    "the same back in its place": lambda site: move(site, "2023/renamed.md", "own.md"),
    "an article renamed and edited": lambda site: [
        move(site, "2020/tunnel.md", "2020/canal.md"),
        edit("2020/canal.md", "Tunnel", "Canal")(site),
    ],
    "two that change places": lambda site: [
        move(site, *names) for names in (("own.md", "x"), ("2020/ferry.md", "own.md"), ("x", "2020/ferry.md"))
    ],
    "one where another stood": lambda site: move(site, "2020/bridge.md", "2021/flood.md"),
    "a text for another": lambda site: write(site.articles / "2020/ferry.md", ARTICLES["own.md"].replace("C", "K")),
    "a draft": edit("2020/tunnel.md", "title:", "draft: true\ntitle:"),
    "no draft": edit("2020/tunnel.md", "draft: true\n", ""),
    "a seed that never was": edit("own.md", "mood:", "seed: a.txt\nmood:"),
    "a lost ledger": lambda site: ledger(site, "2020/ferry.md").unlink(missing_ok=True),
    "a broken ledger": lambda site: write(ledger(site, "own.md"), "{{"),
    "an address in a ledger": lambda site: change(ledger(site, "2020/tunnel.md"), "tunnel", "canal"),
    "the vocabulary": lambda site: write(site.vocabulary / "people.yaml", "Bo Ek:\n  also: [a guard]\n"),
    "another vocabulary": lambda site: write(site.vocabulary / "people.yaml", "Cy Orr: nobody\n"),
    "seeds": lambda site: write(site.seeds / "a.txt", "Bridge\n\n4 March 2020\n\nRIGA – It is a bridge.\n"),
    "no seeds": lambda site: shutil.rmtree(site.seeds, ignore_errors=True),
}
OF_TEXTS: dict[str, Callable[[Folder], object]] = {  # where they are tagged
    "somebody": edit("2020/ferry.md", "Lee said", "Prime Minister Di Fox said"),
    "nobody": edit("2020/ferry.md", "Prime Minister Di Fox said", "Lee said"),
    "the vocabulary": LARGE["the vocabulary"],
    "another vocabulary": LARGE["another vocabulary"],
    "a tag taken away": edit("own.md", "people: [Cy Orr]", "people: []"),
}


def read(folder: Folder, store: Cache) -> tuple[Corpus, bool]:
    """The corpus, and whether nothing but the articles that were edited was looked at."""
    found: list[Found | None] = []
    again = recall.again

    def noted(*given: Any) -> Found | None:
        found.append(again(*given))
        return found[-1]

    with pytest.MonkeyPatch.context() as patch, collector.taken_back():
        patch.setattr(recall, "again", noted)
        made = corpus.read(folder, store, Progress(io.StringIO()), seen=inputs.look(folder))
    return made, any(found)


def told(made: Corpus) -> list[object]:
    tells = [list(map(opened, made.told[place])) for place, card in enumerate(made.cards) if card.tells]
    planned = [group for group in made.changes if group]
    return [
        list(made.entries),
        made.cards,
        tells,
        made.problems,
        planned,
        made.moves,
        made.new,
        made.withdrawn,
        made.days,
    ]


def build(folder: Folder) -> bool:
    """One run with the cache of the last one, held against one without; was it made from the last one?"""
    store = Cache(folder.cache / "work.sqlite")
    made, recalled = read(folder, store)
    store.write()
    assert told(made) == told(read(folder, Cache(None))[0])
    journal.carry_out(made.changes, folder.root, folder.cache / "journal.json")
    corpus.clear(store)
    store.close()
    return recalled


def small_edit(site: Folder, name: str) -> None:
    """Of a site that has never been built."""
    assert not build(site)
    assert build(site)  # what the first run wrote was foreseen
    SMALL[name](site)
    assert build(site)
    SMALL["a word of another"](site)
    assert build(site)


def large_edit(site: Folder, edited: Callable[[Folder], object]) -> None:
    """Of a site that has been built: all is looked at, if any file is another."""
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    edited(site)
    after = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    assert build(site) == (before == after)
    build(site)
    build(site)


@pytest.mark.parametrize("name", SMALL)
def test_of_a_small_edit_the_rest_is_not_looked_at(site: Folder, name: str) -> None:
    small_edit(site, name)


def test_where_texts_are_tagged(tagged: Folder) -> None:
    assert not build(tagged)
    assert not build(tagged)  # for the wrong key of own.md is on another line now, below its countries
    assert build(tagged)
    SMALL["a word of a text"](tagged)
    assert build(tagged)
    OF_TEXTS["somebody"](tagged)
    assert not build(tagged)


def test_where_texts_are_tagged_and_nothing_is_wrong(tagged: Folder) -> None:
    change(tagged.articles / "own.md", "mood: wet\n", "")
    small_edit(tagged, "a word of a text")


@pytest.mark.parametrize("name", LARGE)
def test_an_edit_that_others_hang_on(site: Folder, name: str) -> None:
    for _ in range(3):
        build(site)
    large_edit(site, LARGE[name])


@pytest.mark.parametrize("seed", range(6))
def test_edits_in_any_order(site: Folder, seed: int) -> None:
    in_any_order(site, [*SMALL.values(), *LARGE.values()], seed)


def test_edits_in_any_order_where_texts_are_tagged(tagged: Folder) -> None:
    in_any_order(tagged, [*SMALL.values(), *OF_TEXTS.values()], 0, many=4)


def in_any_order(site: Folder, edits: Sequence[Callable[[Folder], object]], seed: int, many: int = 20) -> None:
    chance = random.Random(seed)  # noqa: S311  for no secret
    for _ in range(many):
        chance.choice(edits)(site)
        for _ in range(chance.randrange(1, 4)):
            build(site)


def test_a_run_that_was_killed(site: Folder) -> None:
    for _ in range(3):
        build(site)
    SMALL["a word of a text"](site)
    store = Cache(site.cache / "work.sqlite")
    read(site, store)
    del store.new[recall.NAME]
    leaves = Cache(site.cache / "work.sqlite")
    recall.take(leaves, "")
    leaves.new |= store.new
    leaves.write()  # all but the last word, as where the disk was full
    SMALL["the same back again"](site)
    assert not build(site)
    assert build(site)


def test_what_the_cache_has_lost(site: Folder) -> None:
    for _ in range(3):
        build(site)
    store = Cache(site.cache / "work.sqlite")
    made, recalled = read(site, store)
    assert recalled
    assert made.entries
    lost = Cache(site.cache / "work.sqlite")
    keys = sorted(lost.known)
    some = next(key for key, found in zip(keys, lost.find(keys, Entry), strict=True) if found)
    lost.write([some])
    assert not build(site)
    assert build(site)
