"""The files of the index: what is in them, what is kept out, how large they are."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from dateline import site
from dateline.config import Config, Source
from dateline.model import FACETS
from dateline.search.postings import decode
from dateline.search.shards import CAP
from dateline.search.words import terms
from dateline.site.pages import search
from tests.search.corpus import entries
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry

CALL = re.compile(r'dateline\.shard\("(\w+)",(.+)\)\n', re.DOTALL)


def built(found: list, config: Config = CONFIG) -> dict[str, bytes]:  # type: ignore[type-arg]
    return dict(search.files(site.prepare(found, config, VOCABULARY)))


def contents(files: dict[str, bytes]) -> dict[str, object]:
    """Name -> what a file hands over."""
    found = {}
    for path, content in files.items():
        match = CALL.fullmatch(content.decode())
        assert match, path
        assert path.endswith(f"/{match.group(1)}.js")
        found[match.group(1)] = json.loads(match.group(2))
    return found


def everything(files: dict[str, bytes]) -> str:
    return "\n".join(content.decode() for content in files.values())


def test_the_same_entries_in_any_order_make_the_same_files() -> None:
    found = entries(60)
    assert built(found) == built(found[::-1])


def test_another_word_makes_another_folder() -> None:
    first = contents(built(corpus()))["index"]
    second = contents(built([*corpus()[:-1], entry("No date at all", body="Another word.")]))["index"]
    assert first["folder"] != second["folder"]  # type: ignore[index]


def test_files_stay_within_their_cap() -> None:
    for name, content in contents(built(entries(300))).items():
        if name[0] in "tn" and name[1:].isdigit():
            assert len(json.dumps(content, ensure_ascii=False)) < CAP * 1.5, name


def test_an_empty_corpus_has_an_index() -> None:
    found = contents(built([]))
    assert found["index"]["size"] == 0  # type: ignore[index]


def test_each_facet_lists_its_articles() -> None:
    parts = site.prepare(corpus(), CONFIG, VOCABULARY)
    found = contents(dict(search.files(parts)))
    for facet in FACETS:
        rows = {slug: decode(line) for slug, _, line in found[facet]}  # type: ignore[attr-defined]
        expected = {s.slug: [item.number for item in s.items] for s in parts.library.subjects[facet].values()}
        assert rows == expected


def test_a_person_is_found_by_other_wordings_of_the_name() -> None:
    found = contents(built(corpus()))
    rows = {row[0]: row for row in found["n0"]}  # type: ignore[attr-defined]
    assert rows["ounapuu"][2:4] == ["ada-ounapuu", "Ada Õunapuu"]


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
    said = {form for line in str(found["t0"]).split(";") for form in terms(line.split(" ")[0])}
    assert {"quay", "bold", "lind"} <= said, said
    assert not {"hidden", "https", "path"} & said
