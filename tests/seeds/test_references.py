"""Exports of reference managers. A case is a file in cases/, and beside it a list of the seeds that come of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from dateline import seeds
from dateline.model import Problem, Seed

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("name", ["zotero.ris", "zotero.json", "library.csljson"])
def test_what_reference_managers_export(name: str) -> None:
    expected = yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - all text
    found = seeds.read(name, (CASES / name).read_bytes())
    seen = [
        {"record": str(seed.record), "first_line": str(seed.first_line), "text": seed.text, **seed.fields}
        for seed in found
        if isinstance(seed, Seed)
    ]
    assert expected == seen


def test_a_type_alone_makes_no_reference() -> None:
    record = {"type": "article", "title": "Harbour closes", "text": "The council closed it.", "author": "Anna Lind"}
    (seed,) = seeds.read("a.json", json.dumps([record]).encode())
    assert isinstance(seed, Seed)
    assert seed.text == "The council closed it."


@pytest.mark.parametrize("data", ["{", "[]", "7", '[{"type": "webpage"}]', "null"])
def test_no_item_is_one_problem(data: str) -> None:
    (problem,) = seeds.read("a.csljson", data.encode())
    assert isinstance(problem, Problem)
    assert problem.code == "S28"
    assert problem.hint


def test_a_table_of_references_needs_no_text() -> None:
    table = (
        '"Item Type","Publication Year","Author","Title","Publication Title","Url","Abstract Note","Date"\n'
        '"newspaperArticle","2021","Lind, Anna","Harbour closes","Lund News","https://example.org/a","It is shut.",'
        '"2021-05-25"\n'
    )
    (seed,) = seeds.read("zotero.csv", table.encode())
    assert isinstance(seed, Seed)
    assert seed.text == "It is shut."
    assert seed.fields["source"] == "Lund News"
