"""The files of the index: what is in them, what is kept out, how large they are."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dateline import site
from dateline.config import Config, Source
from dateline.model import FACETS
from dateline.search.postings import decode
from dateline.search.shards import CAP, DIGITS
from dateline.search.words import terms
from dateline.site.pages import search
from tests.search.corpus import entries
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dateline.model import Entry

CALL = re.compile(r'dateline\.shard\("([\w/]+)",(.+)\)\n', re.DOTALL)


def built(found: Sequence[Entry], config: Config = CONFIG, cache: Path | None = None) -> dict[str, bytes]:
    return dict(search.files(site.prepare(found, config, VOCABULARY, cache=cache)))


def contents(files: dict[str, bytes]) -> dict[str, Any]:
    """Name -> what a file hands over."""
    found = {}
    for path, content in files.items():
        match = CALL.fullmatch(content.decode())
        assert match, path
        assert path == f"search/{match.group(1)}.js"
        found[match.group(1)] = json.loads(match.group(2))
    return found


def kind(found: dict[str, Any], letter: str) -> list[Any]:
    """What the files of a kind hold, in their order."""
    names = textwrap.wrap(found["index"][letter], DIGITS)
    assert {name.split("/")[1] for name in found if name.startswith(f"{letter}/")} == set(names)
    return [found[f"{letter}/{name}"] for name in names]


def everything(files: dict[str, bytes]) -> str:
    return "\n".join(content.decode() for content in files.values())


def test_the_same_entries_in_any_order_make_the_same_files() -> None:
    found = entries(60)
    assert built(found) == built(found[::-1])


def test_another_word_changes_few_files() -> None:
    found = entries(300)
    first = built(found)
    body = f"{found[150].article.body} Added."
    found[150] = replace(found[150], article=replace(found[150].article, body=body))
    second = built(found)
    changed = {path for path in second if second[path] != first.get(path)}
    assert "search/index.js" in changed
    assert sum(path.startswith("search/t/") for path in changed) == 1
    assert not any(path.startswith(("search/n/", "search/f/")) for path in changed)


def test_files_stay_within_their_cap() -> None:
    found = contents(built(entries(300)))
    for content in [*kind(found, "t"), *kind(found, "n")]:
        assert len(json.dumps(content, ensure_ascii=False)) < CAP * 1.5


def test_an_empty_corpus_has_an_index() -> None:
    found = contents(built([]))
    assert found["index"]["size"] == 0


def test_each_facet_lists_its_articles() -> None:
    parts = site.prepare(corpus(), CONFIG, VOCABULARY)
    found = contents(dict(search.files(parts)))
    ((*facets, years),) = kind(found, "f")
    months = [(item.when.date[:4], item.number) for item in parts.library.items if item.when]
    assert [(year, number) for year, _, line in years[::-1] for number in decode(line)] == months
    for facet, rows in zip(FACETS, facets, strict=True):
        expected = {s.slug: [item.number for item in s.items] for s in parts.library.subjects[facet].values()}
        assert {slug: decode(line) for slug, _, line in rows} == expected


def test_each_document_stands_in_its_place() -> None:
    found = entries(300)
    files = contents(built(found))
    start = files["index"]
    parts = site.prepare(found, CONFIG, VOCABULARY)
    for item in parts.library.items:
        folder, place = divmod(item.number // start["file"], start["folder"])
        name = start["d"][folder * DIGITS : (folder + 1) * DIGITS]
        row = files[f"d/{name}/{place}"][item.number % start["file"]]
        assert row[:2] == [item.title, item.address]


def test_a_person_is_found_by_other_wordings_of_the_name() -> None:
    found = contents(built(corpus()))
    rows = {row[0]: row for row in kind(found, "n")[0]}
    assert rows["ounapuu"][1:3] == ["people/ada-ounapuu/", "Ada Õunapuu"]


def test_a_year_is_found_as_names_are() -> None:
    rows = {row[0]: row for row in kind(contents(built(corpus())), "n")[0]}
    assert rows["2021"] == ["2021", "2021/", "2021", 2]


def test_rights_decide_what_is_searched_and_shown() -> None:
    body = " ".join(["Opening"] + ["filler"] * 60) + " hiddenword\n\nSecondblock."
    sources = (Source("Excerpts", rights="excerpt"), Source("Links", rights="link"))
    config = replace(CONFIG, sources=sources)
    whole = entry("Whole", "2020-01-01", body, source="Other", summary="Summaryword.")
    part = entry("Part", "2020-01-02", body.replace("hidden", "concealed"), source="Excerpts")
    link = entry("Link", "2020-01-03", "Privateword.", source="Links", summary="Digestword.")
    own = entry("Own", "2020-01-04", "Ownword.", source="Other", rights="link")
    text = everything(built([whole, part, link, own], config)).lower()
    assert all(word in text for word in ("hiddenword", "secondblock", "summaryword", "opening", "link", "own"))
    assert not any(word in text for word in ("concealedword", "privateword", "digestword", "ownword"))


def test_markup_is_not_searched_and_names_are() -> None:
    note = entry("A note", "2021-01-01", "See [the quay](https://hidden.example/path) **bold**word.")
    note = replace(
        note, tags=(*note.tags, *[tag for other in corpus() for tag in other.tags if tag.name == "Bo Lind"][:1])
    )
    found = contents(built([note]))
    said = {form for line in str(kind(found, "t")[0]).split(";") for form in terms(line.split(" ")[0])}
    assert {"quay", "bold", "lind"} <= said, said
    assert not {"hidden", "https", "path"} & said
