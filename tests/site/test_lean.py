"""Templates without white space that no browser shows, and with all that one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError

from dateline.site.templating.lean import Lean, lean
from dateline.site.templating.render import _BLANK, _LEADING, _LOOSE, _tidied


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<ul>\n<li>One</li>\n  <li class='x'>Two</li>\n</ul>\n", "<ul><li>One</li><li class='x'>Two</li></ul>"),
        ("<p>See\n<a>this</a>\n<span>or</span> that\n</p>", "<p>See\n<a>this</a>\n<span>or</span> that</p>"),
        ("<time>1</time>\n<div>\n<h3>", "<time>1</time><div><h3>"),
        ("<link rel=x>\n<picture>\n<small>\n", "<link rel=x><picture>\n<small>\n"),
        ("</li>\n<li", "</li><li"),
        ("<p>x</p>\n<pre>\n  one\n  two\n</pre>", "<p>x</p><pre>\n  one\n  two\n</pre>"),
        ("no tag\n at all\n", "no tag\n at all\n"),
    ],
)
def test_ends_of_lines_go_around_blocks_alone(text: str, expected: str) -> None:
    assert expected == lean(text)


def test_what_is_said_keeps_its_lines() -> None:
    template = Environment(extensions=[Lean], autoescape=True).from_string("<pre>{{ text }}</pre>\n<p>{{ text }}</p>\n")
    assert template.render(text="a\nb\n") == "<pre>a\nb\n</pre><p>a\nb\n</p>"


def test_an_error_has_its_line() -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        Environment(extensions=[Lean], autoescape=True).from_string("<ul>\n<li>\n</li>\n{% nothing %}")
    assert caught.value.lineno == 4


@given(st.lists(st.sampled_from([b"\n", b" ", b"\t", b"\r", b"<", b"<pre", b"a"])).map(b"".join))
def test_a_page_is_tidied_where_there_is_anything_to_tidy(said: bytes) -> None:
    untidy = _BLANK.sub(b"\n", said) != said or _LEADING.sub(b"\n", said) != said
    assert not untidy or _LOOSE.search(said)


@pytest.mark.parametrize("name", ["pre", "textarea"])
def test_code_keeps_its_blank_lines(name: str) -> None:
    code = f"<{name} tabindex=0><code>a\n\n \n   b\n\n</code></{name}>"
    page = f"<p>a\n\n{code}\n \n<pred>\n\n{code}<p>\n\n\nb\n"
    assert _tidied(page.encode()).decode() == f"<p>a\n{code}\n<pred>\n{code}<p>\nb\n"
