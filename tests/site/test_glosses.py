"""Every rule, and every reason to set a line aside, that the reading rooms can write down has its words for a reader.

The names are found in the code: string constants in the form of a rule, what is given to SetAside or to a line's
label, and the keys of the data files that name rules and reasons.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dateline
from dateline.model import TAG_FACETS, Article
from dateline.site.words import glosses
from dateline.site.words.language import Language
from dateline.tools import yamlio

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(dateline.__file__).parent
FAMILIES = {*Article.__struct_fields__, *TAG_FACETS, *(name.partition(".")[0] for name in glosses.RULES)}
RULE = re.compile(rf"(?:{'|'.join(sorted(FAMILIES))})(?:\.[a-z][a-z0-9-]*)+\.?(?<!\.yaml)(?<!\.txt)(?<!\.json)")
GIVERS = ("reason", "_by_words")  # functions that give a line its label
KINDS = ("", ".pronoun", ".role")  # of a quote's speaker, behind a rule


@cache
def modules(room: str) -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sorted((PACKAGE / room).rglob("*.py")))


def rules_in_code() -> set[str]:
    """Whole names, and the beginnings of those that are put together: date.meta. of date.meta.{name}."""
    return {
        node.value.rstrip(".")
        for room in ("normalise", "tagging", "quotes")
        for module in modules(room)
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value)
    }


def rules_of_quotes() -> set[str]:
    """The forms of the languages' files, spoken whole or in part, for each kind of speaker."""
    found = set()
    for path in (PACKAGE / "data" / "quotes").glob("*.yaml"):
        for forms in yamlio.parse(path.read_text(encoding="utf-8")).value["forms"].values():
            found |= {f"quotes.{form}{part}{kind}" for form in forms for part in ("", "-in-part") for kind in KINDS}
    return found


def reasons_in_code() -> set[str]:
    """Third arguments of SetAside, what is assigned to labels[…], what GIVERS return; names are followed."""
    found: set[str] = set()
    for module in modules("normalise"):
        known = {
            target.id: node.value
            for node in ast.walk(module)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(module):
            for value in given(node):
                found |= set(constants(value, known))
    return found - {""}


def given(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SetAside":
        yield node.args[2]
    elif isinstance(node, ast.Assign) and any(ast.unparse(target).startswith("labels[") for target in node.targets):
        yield node.value
    elif isinstance(node, ast.FunctionDef) and node.name in GIVERS:
        yield from (inner.value for inner in ast.walk(node) if isinstance(inner, ast.Return) and inner.value)


def constants(value: ast.expr, known: dict[str, ast.expr], depth: int = 0) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*constants(value.body, known, depth), *constants(value.orelse, known, depth))
    elif isinstance(value, ast.BoolOp):
        yield from (text for part in value.values for text in constants(part, known, depth))
    elif isinstance(value, ast.Name) and value.id in known and depth < 3:
        yield from constants(known[value.id], known, depth + 1)


def reasons_in_data() -> set[str]:
    return set(yamlio.parse((PACKAGE / "data" / "furniture.yaml").read_text(encoding="utf-8")).value)


def test_every_rule_has_words() -> None:
    names = rules_in_code() | rules_of_quotes()
    assert len(names) > 90, "the rules are no longer where this test looks for them"
    assert sorted(name for name in names if not glosses.known(name)) == []


def test_words_are_of_rules_that_exist() -> None:
    names = rules_in_code() | rules_of_quotes()
    assert sorted(name for name in glosses.RULES if not any(f"{one}.".startswith(f"{name}.") for one in names)) == []


def test_every_reason_has_words() -> None:
    names = reasons_in_code() | reasons_in_data()
    assert len(names) > 25, "the reasons are no longer where this test looks for them"
    assert sorted(names - glosses.REASONS.keys()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("quotes.name-said.role", "the name, then a verb of speech"),
        ("quotes.name-said-in-part.pronoun", "the name, then a verb of speech"),
        ("date.meta.article:published_time", "the page's metadata"),
        ("date.meta.dcterms.date, on the page's own clock", "the page's metadata"),
        ("date.script, on the page's own clock", "date in a script of the page"),
        ("date.no-such-rule", "no such rule"),
    ],
)
def test_a_rule_that_refines_another_has_its_words(name: str, said: str) -> None:
    assert glosses.rule(name) == said


def test_a_reason_with_a_number_is_said_in_the_language() -> None:
    name = "repeated in 5 or more articles of The Daily"
    assert glosses.reason(name, Language("en")) == name
    assert glosses.reason(name, Language("de")) == "wiederholt sich in 5 oder mehr Artikeln von The Daily"


def test_what_recurs_in_files_of_nobody_is_repeated_without_a_source() -> None:
    english = Language("en")
    assert glosses.reason("repeated in 10 or more articles of Port Gazette", english).endswith(
        "articles of Port Gazette"
    )
    for name in ("repeated in 10 or more articles", "repeated in 10 or more articles of "):  # as old ledgers have it
        assert glosses.reason(name, english) == "repeated in 10 or more articles"
