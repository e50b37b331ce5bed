"""`tag`: JSON Lines in, JSON Lines out."""

import json
from typing import Any

import pytest

from tests.verbs.conftest import Ran, Run


def tag(run: Run, monkeypatch: pytest.MonkeyPatch, *lines: str) -> Ran:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    return run("tag")


def test_tag_reads_and_writes_json_lines_and_one_call_is_one_corpus(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first: dict[str, Any] = {"id": "1", "text": "Latvian President Anna Ozola met the builders in Poland."}
    second: dict[str, Any] = {
        "id": 2,
        "text": "President Ozola will return on Friday.",
        "title": "A visit",
        "date": "2020-03-04",
    }
    ran = tag(run, monkeypatch, json.dumps(first), "", json.dumps(second))
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["id"] for row in rows] == ["1", 2]  # as they were given
    assert [row["people"] for row in rows] == [["Anna Ozola"], ["Ozola"]]
    assert rows[1]["identities"] == {"Ozola": "Anna Ozola"}
    assert {"code": "PL", "name": "Poland"} in rows[0]["countries"]
    for row, source in zip(rows, (first, second), strict=True):
        for mention in row["mentions"]:
            text = source["title" if mention["part"] == "title" else "text"]
            assert text[mention["start"] : mention["end"]] == mention["text"]
            assert mention["rule"]


def test_tag_says_which_line_it_cannot_read_and_goes_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = tag(
        run, monkeypatch, "{", '{"id": "2"}', '{"id": "3", "text": "x", "date": "May"}', '{"id": "4", "text": "x"}'
    )
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["3", "4"]
    assert ran.status == 1
    assert [line.split()[1] for line in ran.err.splitlines() if line.startswith("-:")] == ["T01", "T02", "T03"]


def test_a_date_that_is_none_costs_no_tags(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    line = {"id": 7, "text": "Latvian President Anna Ozola met the builders in Poland.", "date": "2021-13"}
    ran = tag(run, monkeypatch, json.dumps(line))
    row = json.loads(ran.out)
    assert (row["id"], row["people"], ran.status) == (7, ["Anna Ozola"], 0)
    assert "-:1: T03 warning: date: '2021-13' has no month 13" in ran.err
