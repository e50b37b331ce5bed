"""Exports and lists of records: JSON, JSON Lines, CSV, TSV."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.seeds.reading import RECORD, TEXT, TITLE, read


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.json", json.dumps([RECORD])),
        ("a.json", json.dumps({"meta": {"total": 1}, "data": {"articles": [RECORD]}})),
        ("a.jsonl", json.dumps(RECORD) + "\n\n"),
        ("a.json", json.dumps(RECORD) + "\n" + json.dumps({"no": "article"})),
        ("a.csv", f'Title,Text,Published At,Link\n{TITLE},"{TEXT}",2021-05-25T16:17:00+03:00,https://example.org/a\n'),
        ("a.csv", f'Titel;Inhalt;Datum;URL\n{TITLE};"{TEXT}";2021-05-25T16:17:00+03:00;https://example.org/a\n'),
        ("a.tsv", f'headline\tbody\tdate\turl\n{TITLE}\t"{TEXT}"\t2021-05-25T16:17:00+03:00\thttps://example.org/a\n'),
    ],
)
def test_exports(path: str, data: str) -> None:
    (seed,), problems = read(path, data)
    assert [problem.code for problem in problems] == (["S26"] if "no" in data.split('"') else [])
    assert (seed.text, seed.record, seed.format) == (TEXT, 0, "export")
    assert seed.fields == {"title": TITLE, "date": "2021-05-25T16:17:00+03:00", "url": "https://example.org/a"}


@pytest.mark.parametrize(
    ("path", "data", "places"),
    [
        ("a.json", json.dumps([RECORD, {"title": "Two"}, 42]), [(0, "number 2"), (0, "number 3")]),
        ("a.json", json.dumps({"items": [42, RECORD], "tags": [{"name": "ice"}]}), [(0, "number 1")]),
        ("a.json", json.dumps({"items": [RECORD], "tags": ["ice"]}), []),
        ("a.json", json.dumps([RECORD, *range(9)]), [*((0, f"number {n}") for n in range(2, 7)), (0, "4 more")]),
        ("a.jsonl", "\n".join(map(json.dumps, [RECORD, {"title": "Two"}, 42])), [(2, ""), (3, "")]),
    ],
)
def test_records_without_an_article_are_said(path: str, data: str, places: list[tuple[int, str]]) -> None:
    seeds, problems = read(path, data)
    assert [seed.record for seed in seeds] == [0]
    assert [problem.line for problem in problems] == [line for line, _ in places]
    for problem, (_, number) in zip(problems, places, strict=True):
        assert (problem.code, problem.severity) == ("S26", "note")
        assert problem.message.startswith("a record without an article")
        assert number in problem.message


def test_one_object_is_no_record_of_many() -> None:
    (seed,), _ = read("a.json", json.dumps(RECORD))
    assert seed.record is None


def test_values_that_are_lists_objects_and_numbers() -> None:
    record: dict[str, Any] = {
        "headline": TITLE,
        "body": {"paragraphs": ["One.", "Two."]},
        "authors": ["Anna Lind", {"name": "Bo Ek"}],
        "source": {"id": None, "name": "Lund News"},
        "publish_date": {"$date": 1621948620000},
        "section": None,
        "scraped_at": "2024-01-01",
    }
    (seed,), _ = read("a.json", json.dumps(record))
    assert seed.text == "One.\n\nTwo."
    assert seed.fields == {
        "title": TITLE,
        "author": "Anna Lind, Bo Ek",
        "source": "Lund News",
        "date": "2021-05-25T13:17",
    }


def test_rows_say_on_which_line_they_begin() -> None:
    found, _ = read("a.csv", 'title,text\na,"one\ntwo"\nb,three\n')
    assert [(seed.first_line, seed.record, seed.text) for seed in found] == [(2, 0, "one\ntwo"), (4, 1, "three")]


@pytest.mark.parametrize("part", ["\u00b2", "9" * 5000, "\u0663", None, {}])
def test_a_part_of_a_date_that_is_no_number_is_passed_over(part: object) -> None:
    record = {"title": "One", "text": "Whole.", "date": {"date-parts": [[2021, part]]}}
    (seed,), problems = read("a.json", json.dumps(record).encode())
    assert problems == []
    assert seed.fields["date"] == "2021"


def test_a_table_that_was_written_column_by_column() -> None:
    table = {"title": {"0": TITLE, "1": "B"}, "text": {"0": TEXT, "1": "C."}, "date": {"0": "2021-05-25", "1": None}}
    found, problems = read("a.json", json.dumps(table))
    assert problems == []
    assert [(seed.text, seed.record) for seed in found] == [(TEXT, 0), ("C.", 1)]
    assert [seed.fields for seed in found] == [{"title": TITLE, "date": "2021-05-25"}, {"title": "B"}]


@pytest.mark.parametrize(
    ("around", "fields"),
    [
        (
            {"url": "https://example.org/a", "date": "2021-05-25"},
            {"url": "https://example.org/a", "date": "2021-05-25"},
        ),
        ({"webUrl": "https://example.org/a", "webTitle": "Another"}, {"url": "https://example.org/a"}),
        ({"name": "My export", "date": "2024-01-01"}, {}),
        ({"status": "ok", "pages": 3}, {}),
    ],
)
def test_an_object_around_an_article_says_what_that_does_not(around: dict[str, Any], fields: dict[str, str]) -> None:
    (seed,), _ = read("a.json", json.dumps({**around, "article": {"title": TITLE, "text": TEXT}}))
    assert (seed.text, seed.fields) == (TEXT, {"title": TITLE, **fields})


def test_an_object_around_several_says_nothing_of_each() -> None:
    (seed,), _ = read(
        "a.json", json.dumps({"url": "https://example.org/", "articles": [{"title": TITLE, "text": TEXT}]})
    )
    assert seed.fields == {"title": TITLE}


def test_a_weblog_s_interface() -> None:
    record = {"id": 1, "date": "2021-05-25T16:17:00", "link": "https://example.org/a", "title": {"rendered": TITLE}}
    (seed,), problems = read("a.json", json.dumps([record | {"content": {"rendered": TEXT, "protected": False}}]))
    assert (seed.text, seed.fields["title"], seed.fields["url"], problems) == (TEXT, TITLE, "https://example.org/a", [])


def test_a_table_without_the_names_in_its_rows() -> None:
    table = {"columns": ["title", "text"], "index": [0, 1], "data": [[TITLE, TEXT], ["Other", TEXT]]}
    found, problems = read("a.json", json.dumps(table))
    assert [(seed.fields["title"], seed.text) for seed in found] == [(TITLE, TEXT), ("Other", TEXT)]
    assert not problems
    found, _ = read("a.json", json.dumps({"columns": 3, "data": [{"title": TITLE, "text": TEXT}]}))
    assert [seed.fields["title"] for seed in found] == [TITLE]


def test_posts_of_a_channel_have_its_name() -> None:
    posts = [
        {"id": 1, "type": "message", "date": "2021-05-25T16:17:00", "text": [{"type": "bold", "text": TITLE}, TEXT]},
        {"id": 2, "type": "service", "action": "pin_message"},
    ]
    found, _ = read("a.json", json.dumps({"name": "Lund News", "type": "public_channel", "messages": posts}))
    assert [seed.fields["source"] for seed in found] == ["Lund News"]
    assert TITLE in found[0].text
    found, _ = read("a.json", json.dumps({"name": "Anna Lind", "type": "personal_chat", "messages": posts}))
    assert [seed.fields.get("source", "") for seed in found] == [""]
