"""Templates compiled our way say what Jinja's own way says, byte by byte."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from dateline import site
from dateline.site import Workshop
from dateline.site.escaping import text
from dateline.site.templating.compiling import DirectTemplates, Templates
from dateline.site.templating.render import Fragments
from dateline.site.views import Page
from tests.site.corpus import CONFIG, VOCABULARY, corpus, many, pages

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model import Entry


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.floats(allow_nan=False), st.none(), st.booleans()))
def test_a_value_stands_as_it_does_escaped(value: object) -> None:
    assert text(value) == str(escape(value))


@pytest.mark.parametrize("entries", [corpus(), many(120)], ids=["few", "many"])
def test_every_page_is_what_jinja_makes_of_it(entries: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    made = list(pages(site.prepare(entries, CONFIG, VOCABULARY)))
    ours = Workshop(entries, CONFIG, VOCABULARY).renderer
    monkeypatch.setattr(DirectTemplates, "code_generator_class", CodeGenerator)
    monkeypatch.setattr(Fragments, "once", lambda _, macro, *given: macro(*given))
    plain = Workshop(entries, CONFIG, VOCABULARY).renderer
    for page in made:
        assert ours.render(page) == plain.render(page), page.path


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ join('<', *more, end='>', **named) }}", "&lt; 1 2 &gt; &amp;"),
        ("{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m('<b>') }} {{ m(1, b='&') }}", "&lt;b&gt;-2 1-&amp;"),
        ("{% macro m() %}<i>{{ caller('>') }}</i>{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}", "<i>&gt;</i>"),
        ("{% for one in more %}{{ loop.cycle('a', 'b') }}{{ range(one) | list }}{% endfor %}", "a[0]b[0, 1]"),
    ],
)
def test_calls(source: str, said: str) -> None:
    def join(*given: object, **named: object) -> str:
        return " ".join(map(str, [*given, *named.values()]))

    more = {"join": join, "more": (1, 2), "named": {"last": "&"}}
    assert Templates(autoescape=True).from_string(source).render(**more) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ 1 }}{% include 'b' %}{{ 3 }}", "1&lt;2&gt;3"),
        ("{{ 1 }}{% include 'b' without context %}{{ 3 }}", "1&lt;&gt;3"),
        ("{% for n in (1, 2) %}{{ n }}{% include 'b' without context %}{% endfor %}{{ 3 }}", "1&lt;&gt;2&lt;&gt;3"),
        ("{% if one %}{% extends 'c' %}{% endif %}a{% block d %}{{ one }}{% endblock %}", "c2."),
        (
            "{% extends 'c' %}{% block d %}{{ super() }}{{ one }}{% include 'b' without context %}{% endblock %}",
            "c-2&lt;&gt;.",
        ),
        ("{% set x %}<i>{{ one }}</i>{% endset %}{{ x }}{% filter upper %}a{{ one }}{% endfilter %}", "<i>2</i>A2"),
    ],
)
def test_templates_within_others_stand_in_their_places(source: str, said: str) -> None:
    more = DictLoader({"b": "{{ '<' }}{{ one | default('') }}{{ '>' }}", "c": "c{% block d %}-{% endblock %}."})
    for kind in (Environment, Templates, DirectTemplates):
        made = kind(autoescape=True, loader=more).from_string(source)
        assert made.render(one=2) == said, kind


@pytest.mark.parametrize("given", ["m(1)", "m(1, 2)", "m(b=2, a=1)", "m()", "m(1, 2, 3)", "m(1, c=2)", "m(1, a=2)"])
def test_a_macro_takes_what_jinjas_takes(given: str) -> None:
    source = "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ " + given + " }}"
    said = []
    for kind in (Environment, Templates):
        try:
            said.append(kind(autoescape=True, undefined=StrictUndefined).from_string(source).render())
        except (TypeError, UndefinedError) as error:
            said.append(repr(error))
    assert said[0] == said[1]


@pytest.mark.parametrize("given", ["m(1)", "m(1, b=2)", "m(b='>', a=1)", "m()", "m(1, 2, 3)", "m(1, c=2)", "m(1, a=2)"])
@pytest.mark.parametrize("takes", ["a, b='<'", "a, b='<', caller=none"])
def test_a_macro_that_is_called_around_something_takes_what_jinjas_takes(given: str, takes: str) -> None:
    macro = "{% macro m(" + takes + ") %}{{ a }}{{ b }}{{ caller('&') if caller }}{% endmacro %}"
    said = []
    for use in ("{% call(x) " + given + " %}<i>{{ x }}</i>{% endcall %}", "{{ " + given + " }}"):
        for kind in (Environment, Templates):
            try:
                said.append(kind(autoescape=True, undefined=StrictUndefined).from_string(macro + use).render())
            except (TypeError, UndefinedError) as error:
                said.append(repr(error))
    assert said[0::2] == said[1::2]


def test_what_is_not_there_is_told() -> None:
    template = Templates(autoescape=True, undefined=StrictUndefined).from_string("{{ page.nothing }}")
    with pytest.raises(UndefinedError, match="nothing"):
        template.render(page=object())


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ page.one }} {{ page.two.class }} {{ 'a'.upper() }} {{ page.one.real }}", "1 2 A 1"),
        ("{{ page.nothing is defined }} {{ page.two.items() | list }}", "False [(&#39;class&#39;, 2)]"),
        ("{{ page.two.other | default('none') }}", "none"),
    ],
)
def test_an_attribute_that_is_not_there_is_looked_for_as_jinja_does(source: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "about.html").write_text(source, encoding="utf-8")
    made = Workshop(corpus(), CONFIG, VOCABULARY, templates=[tmp_path])
    page = Page("about/index.html", "about", SimpleNamespace(one=1, two={"class": 2}))  # type: ignore[arg-type]
    assert made.renderer.render(page).decode() == said


def test_a_template_that_asks_for_what_no_page_has_is_told(tmp_path: Path) -> None:
    (tmp_path / "about.html").write_text("{{ page.nothing }}", encoding="utf-8")
    made = Workshop(corpus(), CONFIG, VOCABULARY, templates=[tmp_path])
    with pytest.raises(UndefinedError, match="nothing"):
        made.renderer.render(Page("about/index.html", "about", SimpleNamespace()))  # type: ignore[arg-type]


def test_a_fragment_is_made_once_for_what_it_is_given() -> None:
    made: list[tuple[object, ...]] = []

    def macro(*given: object) -> Markup:
        made.append(given)
        return escape(len(made))

    once = Fragments().once
    assert [once(macro, "a", (1,)), once(macro, "a", (1,)), once(macro, "a", (2,))] == ["1", "1", "2"]
    assert made == [("a", (1,)), ("a", (2,))]
