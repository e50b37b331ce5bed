"""Templates are given what their first line says, and ask for nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, meta, nodes

from dateline import site
from dateline.site import views
from dateline.tools.folder import shipped
from tests.site.corpus import CONFIG, VOCABULARY, corpus, many, pages

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = shipped("templates")
PAGES = sorted(path for path in TEMPLATES.glob("*.html"))
MACROS = sorted(TEMPLATES.glob("macros/*.html"))
GIVEN = re.compile(r"\{# given: (.+?) #\}\n")
ENVIRONMENT = Environment(autoescape=True)
BUILT_IN = {"_", "ngettext", "gettext", "once"}


def promised(path: Path) -> dict[str, str]:
    """Name -> type, of a template's first line."""
    match = GIVEN.match(path.read_text("utf-8"))
    assert match, f"{path.name}: line 1 does not say what the template is given"
    return dict(part.split(": ") for part in match.group(1).split(", "))


def asked(path: Path, name: str) -> set[str]:
    """The attributes that a template takes from one of the things it is given."""
    tree = ENVIRONMENT.parse(path.read_text("utf-8"))
    return {
        node.attr
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == name
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_asks_only_for_what_it_is_given(path: Path) -> None:
    given = promised(path)
    tree = ENVIRONMENT.parse(path.read_text("utf-8"))
    imported = {node.target for node in tree.find_all(nodes.Import)}
    assert meta.find_undeclared_variables(tree) - BUILT_IN - imported <= set(given)
    for name, kind in given.items():
        if hasattr(views, kind):
            known = set(getattr(views, kind).__struct_fields__)
            assert asked(path, name) <= known, f"{path.name} asks {kind} for more than it has"


@pytest.mark.parametrize("path", MACROS, ids=lambda path: path.name)
def test_a_macro_takes_all_that_it_needs_as_arguments(path: Path) -> None:
    tree = ENVIRONMENT.parse(path.read_text("utf-8"))
    assert path.read_text("utf-8").startswith("{# given: nothing; each macro takes what it needs #}\n")
    assert meta.find_undeclared_variables(tree) <= BUILT_IN


def test_every_page_of_the_plan_gives_what_its_template_says() -> None:
    for entries in (corpus(), many(460), []):
        for page in pages(site.prepare(entries, CONFIG, VOCABULARY)):
            assert promised(TEMPLATES / page.template)["page"] == type(page.context).__name__


def test_every_field_of_a_context_is_used() -> None:
    """What no template shows need not be made."""
    texts = "\n".join(path.read_text("utf-8") for path in [*PAGES, *MACROS])
    for path in PAGES:
        kind = promised(path)["page"]
        for field in getattr(views, kind).__struct_fields__:
            assert f".{field}" in texts, f"no template shows {kind}.{field}"
