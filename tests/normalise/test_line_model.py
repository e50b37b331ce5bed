"""The facts that are worked out of lines are those that the line model has learnt to weigh."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

from dateline.normalise.body import facts, features, line_model
from dateline.normalise.lines import line as lines

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
OTHERS = "Menu\nSHARE THIS PAGE\nmenu\n5 May 2021\n+32 2 123 45 67\nnewsletter subscribe newsletter\n港が開いた"


def test_every_form_of_a_feature_is_weighed() -> None:
    weights = json.loads(files("dateline.data").joinpath("line_model.json").read_text(encoding="utf-8"))
    known = weights["first"].keys() | weights["second"].keys()
    met: set[str] = set()
    for text in [*(seed.read_text(encoding="utf-8") for seed in SEEDS), OTHERS]:
        made = lines.split(text)
        found = features.of(made, "en")
        again = line_model.again(made, [2.0 if line.prose else -1.0 for line in made])
        for fact in (fact for row in (*found, *again) for fact in row):
            met |= {form for form in facts.FORMS[fact[0]] if form.format(*fact) in known}
    assert [form for forms in facts.FORMS.values() for form in forms if form not in met] == []


def test_the_second_model_knows_where_a_line_stands_among_what_is_said() -> None:
    made = [lines.make(number, "The council said so. " * 8, 0) for number in range(1, 5)]
    found = line_model.again(made, [3.0, -3.0, -3.0, 3.0])
    assert [row[0] for row in found] == [
        ("judged", 8, 0, 3),
        ("judged", 1, 4, 3),
        ("judged", 1, 4, 3),
        ("judged", 8, 4, 3),
    ]
    assert [row[1] for row in found] == [("far", 4, 2, 8), ("far", 1, 2, 1), ("far", 2, 1, 1), ("far", 2, 4, 8)]


def test_the_second_model_weighs_again_only_what_it_was_taught() -> None:
    weights = json.loads(files("dateline.data").joinpath("line_model.json").read_text(encoding="utf-8"))
    prefixes = {form.partition("{")[0] for forms in facts.FORMS.values() for form in forms}
    assert {re.match(r"[^:]*:?", name)[0] for name in weights["second"]} <= prefixes  # type: ignore[index]
