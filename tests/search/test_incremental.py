"""An index that is made from the last one is the one that is made from nothing, whatever happened in between."""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline.config import Source
from dateline.model import When
from dateline.search import memory, numbering, state
from dateline.search.terms import Said, Terms
from tests.search.corpus import entries
from tests.search.test_index import built
from tests.site.corpus import CONFIG

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Entry

MANY = entries(90, seed=4)
WORDS = ["harbour", "crane", "портов", "краны", "会議", "Õunapuu", "unheard-of", "F35s", "communities", "wharf’s"]


def edited(dice: random.Random, found: list[Entry], new: list[Entry]) -> None:
    """Do one thing that a person might do to a corpus."""
    n = dice.randrange(len(found))
    article = found[n].article
    match dice.randrange(10):
        case 0 if new:
            found.append(new.pop())
        case 1 if len(found) > 3:
            new.append(found.pop(n))
        case 2:
            found[n] = replace(found[n], article=replace(article, date=None))
        case 3:
            found[n] = replace(found[n], article=replace(article, title=" ".join(dice.sample(WORDS, 3))))
        case 4:
            found[n] = replace(found[n], article=replace(article, language=dice.choice(["en", "et", "ru", "ja", ""])))
        case 5:
            found[n] = replace(found[n], tags=found[n].tags[: dice.randrange(len(found[n].tags) + 1)])
        case 6:
            found[n] = replace(found[n], article=replace(article, source=dice.choice(["", "Paper 1", "A new paper"])))
        case 7:
            found[n] = replace(found[n], article=replace(article, rights=dice.choice(["", "link", "excerpt"])))
        case 8:
            date = When(dice.randrange(2014, 2026), dice.randrange(1, 13))
            found[n] = replace(found[n], article=replace(article, date=date))
        case _:
            body = f"{article.body[dice.randrange(40) :]} {' '.join(dice.choices(WORDS, k=4))}"
            found[n] = replace(found[n], article=replace(article, body=body))


@pytest.mark.parametrize("seed", range(8))
def test_random_lives(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if seed % 2:
        monkeypatch.setattr(numbering, "A_CUT", 0)  # lines are cut, short as they are
    if seed > 3:
        monkeypatch.setattr(numbering, "A_TAIL", 2)  # and half of all documents are the last few
    dice = random.Random(seed)  # noqa: S311  a sample of lives, no secret
    new = list(MANY)
    dice.shuffle(new)
    found = [new.pop() for _ in range(40)]
    for _ in range(12):
        for _ in range(dice.choice((1, 1, 2, 30))):
            edited(dice, found, new)
        config = replace(CONFIG, sources=(Source("Paper 1", rights=dice.choice(["full", "full", "link"])),))
        assert built(found, config, tmp_path) == built(found, config)


def test_what_is_the_same_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, read, whole = entries(60), list[str](), Terms.read

    def counted(terms: Terms, title: str, text: str, language: str) -> Said:
        read.append(title)
        return whole(terms, title, text, language)

    first = built(found, cache=tmp_path)
    monkeypatch.setattr(Terms, "read", counted)
    assert built(found, cache=tmp_path) == first
    assert not read
    found[7] = replace(found[7], article=replace(found[7].article, body="One word more."))
    assert built(found, cache=tmp_path) == built(found)
    assert len(read) == 1 + len(found)


@pytest.mark.parametrize("table", ["state", "said"])
def test_a_damaged_memory_is_begun_anew(tmp_path: Path, table: str) -> None:
    found, place = entries(30), tmp_path / "search.sqlite"
    expected = built(found, cache=tmp_path)
    with sqlite3.connect(place) as connection:
        connection.execute(f"UPDATE {table} SET value = x'93'")  # noqa: S608  own names
    connection.close()
    found[3] = replace(found[3], article=replace(found[3].article, body=f"{found[3].article.body} more"))
    assert built(found, cache=tmp_path) == built(found)
    found[3] = entries(30)[3]
    assert built(found, cache=tmp_path) == expected
    kept = tmp_path / "search.state"
    kept.write_bytes(kept.read_bytes().replace(b"crane", b"crone"))
    assert built(found, cache=tmp_path) == expected
    kept.unlink()
    assert built(found, cache=tmp_path) == expected
    place.write_bytes(b"no database")
    assert built(found, cache=tmp_path) == expected
    assert built(found, cache=tmp_path) == expected


def test_a_state_that_is_not_the_one_that_was_kept_last_is_not_believed(tmp_path: Path) -> None:
    """As a run leaves them that is killed between the two files."""
    found, place = entries(30), tmp_path / "search.state"
    built(found, cache=tmp_path)
    before = place.read_bytes()
    built(found[5:], cache=tmp_path)
    place.write_bytes(before)
    assert built(found, cache=tmp_path) == built(found)


def test_where_nothing_can_be_kept_the_index_is_made_all_the_same(tmp_path: Path) -> None:
    found = entries(10)
    (tmp_path / "file").write_text("in the way")
    assert built(found, cache=tmp_path / "file") == built(found)


def test_documents_are_read_from_the_memory_in_batches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = entries(50)
    for module in (memory, state):
        monkeypatch.setattr(module, "BATCH", 7)
    built(found, cache=tmp_path)
    assert built(found[3:], cache=tmp_path) == built(found[3:])
