"""Tables that take what is published are those that are made from nothing, whatever happened in between."""

from __future__ import annotations

import random
import shutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.config import Source
from dateline.library import Open
from dateline.site import tables
from dateline.site.tables import packing, visited
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry, many

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dateline.config import Config
    from dateline.library import Item
    from dateline.model import Entry

BODIES = (
    "Bo Lind left Estonia.",
    "A “quoted”, line\r\n\r\n=with, commas; and “It holds,” Bo Lind said of the crane.",
    "Nothing that a table names.",
    "Ada Õunapuu, Bo Lind, Estonia, Finland: the harbour 🚢 has a crane.",
)


def made(
    entries: Sequence[Entry],
    folder: Path | None = None,
    config: Config = CONFIG,
    *,
    untouched: bool = False,
    largest: int = 50_000_000,
) -> dict[str, bytes]:
    """Every file; with a folder, from what stands there, which is then published."""
    more: dict[str, Any] = {"cache": folder / "cache", "public": folder / "public"} if folder else {}
    more["untouched"] = untouched
    files = dict(tables.files(site.prepare(entries, config, VOCABULARY, **more), [], largest))
    if folder:
        shutil.rmtree(folder / "public", ignore_errors=True)
        (folder / "public/data").mkdir(parents=True)
        for path, content in files.items():
            (folder / "public" / path).write_bytes(content)
    return files


def edited(dice: random.Random, found: list[Entry]) -> None:
    """Do one thing that a person might do to a corpus."""
    n = dice.randrange(len(found))
    old = found[n].article
    match dice.randrange(7):
        case 0:
            found.append(entry(f"Another {dice.random()}", "2019-02-03", dice.choice(BODIES)))
        case 1:
            del found[n]
        case 2:
            found[n] = replace(found[n], article=replace(old, title=f"Title {dice.random()}"))
        case 3:
            found[n] = replace(found[n], tags=found[n].tags[:-1])
        case 4:
            found[n] = replace(found[n], article=replace(old, rights=dice.choice(["", "link"])))
        case _:
            new = entry(old.title, str(old.date) if old.date else "", dice.choice(BODIES), source=old.source)
            found[n] = replace(new, tags=found[n].tags) if dice.random() < 0.5 else new


@pytest.mark.parametrize("seed", range(3))
def test_random_lives(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("dateline.site.tables.files"), "MOST_CITED", 24_000)  # now above it, now below
    monkeypatch.setattr(import_module("dateline.site.tables.spliced"), "A_PIECE", 8)
    dice = random.Random(seed)  # noqa: S311  a sample of lives, no secret
    largest = (50_000_000, 50_000_000, 10_000)[seed]
    found = [*many(60), *corpus()]
    for _ in range(12):
        for _ in range(dice.choice((1, 1, 1, 2, 9))):
            edited(dice, found)
        source = dice.choice([Source("Paper 1"), Source("Paper 1"), Source("Paper 1", rights="excerpt")])
        config = replace(CONFIG, sources=(source,))
        expected = made(found, config=config, largest=largest)
        assert made(found, tmp_path, config, untouched=dice.random() < 0.5, largest=largest) == expected


def test_what_is_compressed_is_taken_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("dateline.site.tables.files")
    monkeypatch.setattr(module, "MOST_CITED", 1)
    expected = made(many(9), tmp_path)
    assert "data/articles.ris.gz" in expected
    monkeypatch.setattr(import_module("dateline.site.citing"), "record", None)  # it is not made
    assert made(many(9), tmp_path) == expected


def test_an_edit_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, written = many(60), list[int]()
    made(found, tmp_path)

    def counted(items: Sequence[Item], takers: Sequence[visited.Taker], places: Iterable[int]) -> None:
        written.extend(places := list(places))
        visit(items, takers, places)

    visit = visited.visit
    monkeypatch.setattr(visited, "visit", counted)
    found[40] = replace(found[40], article=replace(found[40].article, body=f"{found[40].article.body} More."))
    new = made(found, tmp_path)
    assert written == [40, 40]  # for tables and for the database, which is brought up to date
    monkeypatch.undo()
    assert new == made(found)


def test_an_edit_is_compressed_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, anew = many(60), list[int]()
    monkeypatch.setattr(import_module("dateline.site.tables.spliced"), "A_PIECE", 4)
    made(found, tmp_path, largest=2000)
    deflated = packing._deflated

    def counted(key: bytes, content: bytes) -> packing.Packed:
        anew.append(0 if content.startswith(b"SQLite") else len(content))
        return deflated(key, content)

    monkeypatch.setattr(packing, "_deflated", counted)
    old = found[40].article
    found[40] = replace(found[40], article=replace(old, body=f"{old.body} More."))
    found.append(entry("The newest", "2030-01-01", source="Paper 1"))
    new = made(found, tmp_path, largest=2000)
    gone = sum(anew)
    assert new == made(found, largest=2000)
    assert gone * 3 < sum(anew) - gone
    monkeypatch.undo()


def test_an_article_is_fetched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = []

    class Door(Open, frozen=True):
        def entry(self, number: int) -> Entry:
            fetched.append(number)
            return super().entry(number)

    parts = site.prepare(many(9), CONFIG, VOCABULARY)
    items = [replace(item, door=Door(item.entry)) for item in parts.library.items]
    monkeypatch.setattr(parts, "library", replace(parts.library, items=tuple(items)))
    assert dict(tables.files(parts, [])) == made(many(9))
    assert fetched == list(range(9))


def test_a_build_that_published_nothing_is_not_taken_for_one_that_did(tmp_path: Path) -> None:
    found = many(60)
    made(found, tmp_path)
    stood = {path: path.read_bytes() for path in (tmp_path / "public/data").iterdir()}
    edited_twice = [[*found[:n], entry("Another", "2019-02-03", BODIES[0]), *found[n + 1 :]] for n in (20, 40)]
    made(edited_twice[0], tmp_path)
    for path, content in stood.items():
        path.write_bytes(content)
    assert made(edited_twice[1], tmp_path, untouched=True) == made(edited_twice[1])


def test_what_is_surely_untouched_is_not_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = made(many(60), tmp_path)
    monkeypatch.setattr(import_module("dateline.site.tables.last"), "hashlib", None)
    monkeypatch.setattr(import_module("dateline.site.tables.files"), "hashlib", None)
    assert made(many(60), tmp_path, untouched=True) == expected


def test_what_somebody_touched_is_made_anew(tmp_path: Path) -> None:
    found = many(60)
    expected = made(found, tmp_path)
    for path in expected:
        place = tmp_path / "public" / path
        place.write_bytes(place.read_bytes()[:-1] + b"?")
    assert made(found, tmp_path) == expected
    (tmp_path / "public/data/mentions.csv").unlink()
    (tmp_path / "cache/tables.msgpack").write_bytes(b"\x93")
    assert made(found, tmp_path) == expected
