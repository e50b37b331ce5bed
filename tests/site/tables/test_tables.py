"""data/: what its tables hold, that they agree with each other and with their description."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.model import Quote
from dateline.site import tables
from dateline.site.pages import data
from dateline.site.words.language import Language
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry, many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.model import Entry

HOSTED = replace(CONFIG, base_url="https://harbour.example/file/")
MARKER = "windy morning"


def made(entries: list[Entry], **more: Any) -> tuple[dict[str, bytes], list[tables.Made]]:
    noted: list[tables.Made] = []
    files = dict(tables.files(site.prepare(entries, HOSTED, VOCABULARY), noted, **more))
    return {path.removeprefix("data/"): content for path, content in files.items()}, noted


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


FILES, NOTED = made(corpus())


def test_articles() -> None:
    found = [json.loads(line) for line in FILES["articles.jsonl"].decode().splitlines()]
    assert [row["date"] for row in found] == ["2018", "2020-03", "2021-05-25", "2021-05-25T16:17", None]
    assert [row["number"] for row in found] == [1, 2, 3, 4, 5]
    assert found[3]["id"] == "2021/05/25/the-harbour-opens/"
    assert found[3]["url"] == "https://harbour.example/file/2021/05/25/the-harbour-opens/"
    assert (found[3]["countries"], found[3]["country_codes"]) == (["Estonia", "Finland"], ["EE", "FI"])
    table = rows(FILES["articles.csv"])
    assert [row["id"] for row in table] == [row["id"] for row in found]
    assert (table[3]["countries"], table[0]["author"]) == ("Estonia; Finland", "C. Writer; D. Other")
    assert (table[4]["title_derived"], table[4]["date"]) == ("true", "")


def test_tags_and_who_stands_with_whom() -> None:
    found = {row["id"]: row for row in rows(FILES["tags.csv"])}
    assert found["countries/finland"] | {"first": "", "last": ""} == {
        "id": "countries/finland",
        "facet": "countries",
        "name": "Finland",
        "code": "FI",
        "articles": "3",
        "first": "",
        "last": "",
    }
    assert (found["countries/finland"]["first"], found["countries/finland"]["last"]) == ("2018", "2021-05-25")
    assert json.loads(FILES["tags.json"])[0]["id"] == next(iter(found))
    pairs = {(row["one"], row["other"]): int(row["articles"]) for row in rows(FILES["cooccurrence.csv"])}
    assert pairs["people/ada-ounapuu", "countries/estonia"] == 2
    assert not any((other, one) in pairs for one, other in pairs)


def test_a_large_archive_leaves_single_meetings_out() -> None:
    once = entry("Once", "2019-01-01", body="Bo Lind came to Estonia.")
    pairs = [set(list(row.values())[:2]) for row in rows(made([*many(120), once])[0]["cooccurrence.csv"])]
    assert {"people/ada-ounapuu", "countries/estonia"} in pairs
    assert {"people/bo-lind", "countries/estonia"} not in pairs


def test_mentions_and_quotes_are_where_they_say() -> None:
    bodies = {
        number: item.entry.article
        for number, item in enumerate(site.prepare(corpus(), HOSTED, VOCABULARY).library.items, 1)
    }
    for row in rows(FILES["mentions.csv"]):
        article = bodies[int(row["article"])]
        text = article.title if row["part"] == "title" else article.body
        assert text[int(row["start"]) : int(row["end"])] == row["text"]
    quotes = rows(FILES["quotes.csv"])
    assert len(quotes) == 2
    for row in quotes:
        assert bodies[int(row["article"])].body[int(row["start"]) : int(row["end"])] == row["text"] == "It holds,"
        assert (row["speaker"], row["paragraph"], row["continues"]) == ("Ada Õunapuu", "2", "false")


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as found:
        found.deserialize(FILES["archive.db"])
        found.row_factory = sqlite3.Row
        yield found


def test_the_database_holds_the_tables_and_its_keys_are_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA page_size").fetchone()[0] == 4096
    for name in ("articles", "tags", "article_tags", "cooccurrence", "mentions", "quotes"):
        counted = database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  names from above
        assert counted == len(rows(FILES[f"{name}.csv"])), name
    [said] = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'quotes'").fetchone()
    assert '"rule" TEXT, -- why it is that speaker\n' in said
    [said] = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'article_tags'").fetchone()
    assert '"tag" INTEGER NOT NULL, -- tags.number\n' in said
    [said] = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'articles'").fetchone()
    assert '"author" TEXT, -- authors, with “; ” between them\n' in said
    said = database.execute(
        "SELECT tags.name, mentions FROM article_tags JOIN tags ON tags.number = tag "
        "JOIN articles ON articles.number = article "
        "WHERE articles.id LIKE '%harbour%' AND facet = 'countries' ORDER BY 1"
    )
    assert [tuple(row) for row in said] == [("Estonia", 1), ("Finland", 2)]


def test_equal_archives_make_equal_bytes_whatever_sqlite_made_them() -> None:
    assert made(corpus()[::-1])[0] == FILES
    assert int.from_bytes(FILES["archive.db"][96:100], "big") == 3_040_000


def test_the_package_describes_every_file() -> None:
    package = json.loads(FILES["datapackage.json"])
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    resources = {resource["path"]: resource for resource in package["resources"]}
    assert set(resources) == set(FILES) - {"datapackage.json"}
    assert len({resource["name"] for resource in package["resources"]}) == len(resources)
    named = {resource["name"]: resource for resource in package["resources"]}
    for path, resource in resources.items():
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert resource["bytes"] == len(FILES[path])
        assert resource["hash"] == f"sha256:{hashlib.sha256(FILES[path]).hexdigest()}"
        if path.endswith(".csv"):
            holds_to_its_schema(FILES[path], resource, named)
    assert {path for path in resources if "schema" in resources[path]} == {
        *(path for path in FILES if path.endswith(".csv")),
        "articles.jsonl",
        "tags.json",
    }


KINDS: dict[str, type | tuple[type, ...]] = {
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "string": str,
    "array": list,
}


@pytest.mark.parametrize("path", ["articles.jsonl", "tags.json"])
def test_records_of_json_hold_to_their_schema(path: str) -> None:
    package = json.loads(FILES["datapackage.json"])
    [schema] = [resource["schema"] for resource in package["resources"] if resource["path"] == path]
    text = FILES[path].decode()
    found = json.loads(text) if path.endswith(".json") else [json.loads(line) for line in text.splitlines()]
    assert found
    for row in found:
        assert list(row) == [field["name"] for field in schema["fields"]]
        for field in schema["fields"]:
            value, rules = row[field["name"]], field.get("constraints", {})
            assert value is None or isinstance(value, KINDS[field["type"]]), field
            assert not value or re.fullmatch(rules.get("pattern", r"(?s).*"), str(value)), field
            assert "between them" not in field["description"]


def test_a_list_in_one_cell_says_how_it_is_read() -> None:
    package = json.loads(FILES["datapackage.json"])
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert fields["people"]["description"] == "names, with “; ” between them"
    assert fields["place"]["description"] == "dateline"


def holds_to_its_schema(content: bytes, resource: dict[str, Any], named: dict[str, Any]) -> None:
    """As the specification of Table Schema has it: types, patterns, what is required, unique or refers elsewhere."""
    found, schema = rows(content), resource["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    assert resource["profile"] == "tabular-data-resource"
    assert resource["rows"] == len(found)
    assert content.decode("utf-8-sig").splitlines()[0].split(",") == list(fields)
    types = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?(e-?\d+)?", "boolean": "true|false", "string": r"(?s).*"}
    for row in found:
        for name, value in row.items():
            rules = fields[name].get("constraints", {})
            assert value or not rules.get("required"), (resource["path"], name)
            assert not value or re.fullmatch(types[fields[name]["type"]], value), (name, value)
            assert not value or re.fullmatch(rules.get("pattern", r"(?s).*"), value), (name, value)
    if key := schema.get("primaryKey"):
        assert len({tuple(row[name] for name in key) for row in found}) == len(found)
    for reference in schema.get("foreignKeys", ()):
        other = reference["reference"]
        there = {row[other["fields"]] for row in rows(FILES[named[other["resource"]]["path"]])}
        assert {row[reference["fields"]] for row in found} <= there


def test_what_a_spreadsheet_would_run_is_text() -> None:
    files, _ = made([entry('=HYPERLINK("x")', "2020", source="@sum")])
    assert (rows(files["articles.csv"])[0]["title"], rows(files["articles.csv"])[0]["source"]) == (
        '\'=HYPERLINK("x")',
        "'@sum",
    )
    assert json.loads(files["articles.jsonl"])["title"] == '=HYPERLINK("x")'


def test_a_file_that_git_hosts_refuse_is_compressed() -> None:
    files, noted = made(corpus(), largest=2000)
    assert gzip.decompress(files["articles.jsonl.gz"]) == FILES["articles.jsonl"]
    assert gzip.decompress(files["archive.db.gz"]) == FILES["archive.db"]
    assert files["articles.jsonl.gz"][4:8] == bytes(4)  # no time of making
    paths = {resource["path"]: resource for resource in json.loads(files["datapackage.json"])["resources"]}
    assert paths["articles.jsonl.gz"]["compression"] == "gz"
    assert (paths["articles.jsonl.gz"]["name"], paths["articles.jsonl.gz"]["format"]) == ("articles-jsonl", "jsonl")
    assert "compression" not in paths["tags.csv"]
    assert {one.name for one in noted} == set(files) - {"datapackage.json"}


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_rights_hold_in_every_file(rights: str) -> None:
    kept = entry(
        "Kept back", "2021-01-01", body=f"One line.\n\nAda Õunapuu: “A {MARKER} it is,” she said.", rights=rights
    )
    kept = replace(kept, quotes=(Quote(f"A {MARKER} it is,", 25, 45, "Ada Õunapuu", "she", "quotes.x", 1),))
    files, _ = made([kept])
    for path, content in files.items():
        assert MARKER.encode() not in content, path
    assert rows(files["mentions.csv"]) == []
    assert rows(files["quotes.csv"]) == []


def test_an_empty_archive_has_tables_without_rows() -> None:
    files, _ = made([])
    assert [path for path in files if path.endswith(".csv") and rows(files[path])] == []
    assert json.loads(files["countries.geojson"]) == {"type": "FeatureCollection", "features": []}
    assert json.loads(files["tags.json"]) == json.loads(files["articles.csl.json"]) == []


def test_the_page_says_how_large_the_files_are() -> None:
    parts = site.prepare(corpus(), HOSTED, VOCABULARY)
    shown = {file.name: file for file in data._page(parts, NOTED).context.files}  # type: ignore[attr-defined]
    assert set(shown) == set(FILES) - {"datapackage.json"}
    assert (shown["articles.csv"].rows, shown["archive.db"].rows) == ("5", "")
    sizes = [parts.language.size(n) for n in (9, 1499, 12_345, 2_560_000)]
    assert sizes == ["1 kB", "1 kB", "12 kB", "2.6 MB"]
    assert Language("ru").size(2_560_000) == "2,6 МБ"
