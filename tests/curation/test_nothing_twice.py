"""A run with a cache finds what one without finds, whatever was edited; and works only on what hangs on the edit."""

from __future__ import annotations

import gc
import io
from typing import TYPE_CHECKING

import pytest

from dateline import cache, corpus, inputs, journal
from dateline.articles.single import Desk
from dateline.cache import Cache
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.workers import collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from dateline.articles.changes import Files
    from dateline.corpus import Corpus

SEEDS = {
    "bridge.txt": "Bridge opens\n\n4 March 2020\n\nRIGA, 4 March 2020 – President Ann Lee of Latvia opened it.\n",
    "ferry.txt": "Ferry stops\n\n5 March 2020\n\nTALLINN – Lee said in Estonia that the ferry to Latvia would stop.\n",
    "tunnel.txt": "Tunnel floods\n\n6 March 2020\n\nOSLO – “It is full of water,” said Bo Ek, a guard, in Norway.\n",
}
OWN = "---\ntitle: My own\ndate: 2020-03-07\npeople: [Cy Orr]\n---\n\nCy Orr went to Paris, where it rained all day.\n"


@pytest.fixture(autouse=True)
def _let_go() -> Iterator[None]:
    """Each run here loads a vocabulary of its own, 90 MB: without this, a hundred of them stay till the end."""
    with collector.taken_back():
        yield
    gc.collect()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setattr(cache, "program", lambda: "the program")  # somebody may be at work on it meanwhile
    folder = Folder(tmp_path)
    for name, text in SEEDS.items():
        path = folder.seeds / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    folder.articles.mkdir(parents=True)
    (folder.articles / "own.md").write_text(OWN, encoding="utf-8")
    return folder


def of(folder: Folder, name: str) -> Path:
    """The article of that name."""
    (path,) = folder.articles.rglob(f"*{name}*.md")
    return path


def memory_of(folder: Folder, name: str) -> Path:
    (path,) = folder.ledger.rglob(f"*{name}*.json")
    return path


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def words(folder: Folder, text: str) -> None:
    folder.vocabulary.mkdir(exist_ok=True)
    (folder.vocabulary / "people.yaml").write_text(text, encoding="utf-8")


EDITS: dict[str, Callable[[Folder], object]] = {
    "a name in the body": lambda site: changed(of(site, "ferry"), "Lee said", "Prime Minister Di Fox said"),
    "the text of one's own": lambda site: changed(of(site, "own"), "rained", "snowed, said Foreign Minister Al Fay"),
    "a title": lambda site: changed(of(site, "tunnel"), "Tunnel floods", "Tunnel is dry"),
    "a date": lambda site: changed(of(site, "bridge"), "2020-03-04", "2020-04"),
    "a tag taken away": lambda site: changed(of(site, "bridge"), "Ann Lee", ""),
    "a seed": lambda site: changed(site.seeds / "tunnel.txt", "a guard", "a guard and poet"),
    "a seed taken away": lambda site: (site.seeds / "ferry.txt").unlink(),
    "a seed renamed": lambda site: (site.seeds / "ferry.txt").rename(site.seeds / "boat.txt"),
    "an article taken away": lambda site: of(site, "bridge").unlink(),
    "an article renamed": lambda site: of(site, "bridge").rename(site.articles / "renamed.md"),
    "an article copied": lambda site: (site.articles / "copy.md").write_bytes(of(site, "bridge").read_bytes()),
    "one's own copied": lambda site: (site.articles / "copy.md").write_bytes(of(site, "own").read_bytes()),
    "one's own renamed": lambda site: of(site, "own").rename(site.articles / "renamed.md"),
    "one's own and another change places": lambda site: [
        path.write_bytes(data)
        for path, data in zip(
            (of(site, "own"), of(site, "bridge")),
            (of(site, "bridge").read_bytes(), of(site, "own").read_bytes()),
            strict=True,
        )
    ],
    "a slug that is taken": lambda site: changed(of(site, "own"), "date:", "slug: 2020/03/04/bridge-opens\ndate:"),
    "a broken head": lambda site: changed(of(site, "ferry"), "title: ", "title: 'a: "),
    "a broken ledger": lambda site: changed(memory_of(site, "ferry"), "{", "{{"),
    "a lost ledger": lambda site: memory_of(site, "ferry").unlink(),
    "a name in the vocabulary": lambda site: words(site, "Ann Mary Lee:\n  also: [Ann Lee]\n"),
    "nobody": lambda site: words(site, "Bo Ek:\n  nobody: true\n"),
    "the settings": lambda site: site.config.write_text("tagging: false\n", encoding="utf-8"),
    "nothing": lambda _: None,
}


def run(folder: Folder, store: Cache) -> Corpus:
    return corpus.read(folder, store, Progress(io.StringIO()), seen=inputs.look(folder))


def told(made: Corpus) -> list[object]:
    planned = [group for group in made.changes if group]
    return [list(made.entries), made.cards, made.problems, planned, made.moves, made.new, made.withdrawn]


def build(folder: Folder) -> int:
    """One run with the cache of the last one, held against one without; how many articles it worked on."""
    at_work: list[object] = []

    def counted(desk: Desk, items: Sequence[tuple[Files, bytes]]) -> list[tuple[bytes, bytes]]:
        at_work.extend(items)
        return read(desk, items)

    store = Cache(folder.cache / "work.sqlite")
    read = Desk.read
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "read", counted)
        made = run(folder, store)
    assert told(made) == told(run(folder, Cache(None)))
    journal.carry_out(made.changes, folder.root, folder.cache / "journal.json")
    corpus.clear(store)
    store.close()
    return len(at_work)


@pytest.mark.parametrize("edit", EDITS)
def test_with_and_without_a_cache(site: Folder, edit: str) -> None:
    assert build(site) == len(SEEDS) + 1
    assert build(site) == 0  # what the first run wrote was foreseen
    EDITS[edit](site)
    build(site)
    assert build(site) == 0


PEOPLE = {  # states of people.yaml
    "an alias that no text has": "Bo Ek:\n  also: [Boris Eklund]\n",
    "an alias that a text has": "Boris Eklund:\n  also: [Bo Ek]\n",
    "one that is the end of another's": "Lee:\n  weak: [Lee]\nBoris Eklund:\n  also: [Bo Ek]\n",
    "accents and apostrophes": "Änn Leé:\n  also: [Ann O’Lee]\nCy Orr:\n  wikidata: Q7\n",
    "words that are no names": "The Guard:\n  also: [a guard]\nAll Day:\n  weak: [day]\n",
    "what is not meant": "Ann Lee:\n  not: [Ann Lee of Latvia]\n",
    "an office": "Zoe Fox:\n  roles: [{title: President of Latvia, from: 2019, to: 2021}]\n",
    "an office of the one who is named": "Ann Lee:\n  roles: [{title: Prime Minister of Estonia, from: 2019}]\n",
    "nobody": "Ann Lee: nobody\nCy Orr: off\n",
    "nothing that is shipped": "shipped: off\nCy Orr:\n  also: [Cyrus Orr]\n",
    "called like a country": "Norway:\n  also: [Bo Ek]\n",
    "in another order": "Cy Orr:\n  also: [Bo Ek]\nBo Ek:\n",
    "in this order": "Bo Ek:\nCy Orr:\n  also: [Bo Ek]\n",
    "a mistake": "Bo Ek: words\nAnn Lee:\n",
    "none": "",
}


def test_with_and_without_a_cache_whatever_the_vocabulary_says_of_people(site: Folder) -> None:
    build(site)
    changed(of(site, "tunnel"), "Bo Ek", "")  # taken off the list
    changed(of(site, "bridge"), "people: [", "people: [Boris Eklund, ")
    build(site)
    for text in PEOPLE.values():
        words(site, text)
        build(site)
        assert build(site) == 0


def test_a_name_in_the_vocabulary_is_work_on_the_articles_that_have_its_words(site: Folder) -> None:
    words(site, "Cyrus Orr:\n")
    build(site)
    words(site, "Cyrus Orr:\n  also: [Cy Orr]\n")
    assert build(site) == 1
    words(site, "Cyrus Orr:\n  also: [Cy Orr]\nDi Fox:\n  also: [Diana Fox]\n")
    assert build(site) == 0
    words(site, "Di Fox:\n")
    assert build(site) == 1
    words(site, "Di Fox:\nCyrus Stone: nobody\nAnn Lee: nobody\n")
    assert build(site) == 1
    for place, articles in (("Norway", 0), ("Latvia", 1)):  # no text names both the office and the first one
        words(site, f"Di Fox:\nZoe Fox:\n  roles: [{{title: President of {place}, from: 2019}}]\nAnn Lee: nobody\n")
        assert build(site) == articles


def test_one_edit_is_work_on_one_article(site: Folder) -> None:
    build(site)
    changed(of(site, "own"), "rained", "snowed")
    assert build(site) == 1


def test_what_the_corpus_decides_anew_is_worked_on_again(site: Folder) -> None:
    """Ann Lee's own article goes: the other one that names Lee alone loses her, though nobody touched it."""
    build(site)
    of(site, "bridge").unlink()
    build(site)
    assert "Ann Lee" not in of(site, "ferry").read_text(encoding="utf-8")


def test_a_run_whose_changes_were_not_made_is_run_again(site: Folder) -> None:
    store = Cache(site.cache / "work.sqlite")
    run(site, store)
    corpus.clear(store)
    store.close()
    build(site)
    assert build(site) == 0


def test_changes_that_were_not_made_are_planned_again(site: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "_after", lambda *_: None)  # where it cannot be told how an article will stand
    store = Cache(site.cache / "work.sqlite")
    planned = len(run(site, store).changes)
    corpus.clear(store)
    store.close()
    assert planned == len(run(site, Cache(site.cache / "work.sqlite")).changes) == len(SEEDS) + 1
