"""Texts that are written to stop a machine are rendered at once, and all others as Python-Markdown renders them."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import fenced_code, sane_lists, tables

from dateline.site.prose import bounds
from dateline.site.prose.body import Renderer
from tests.site.test_body import COUNTED, PIECES

LONG = 100_000
MORE = st.sampled_from(
    ["![", "][", '[a](b "c (d)")', "[a](<b c> 'd')", "[a](b(c)d)", '("', "<b>", "</b>", "<!-- a -->"]
)


@given(st.lists(st.one_of(PIECES, MORE), max_size=30).map("".join))
@example("[a [b] c](d) ![e ![f](g)](h) [i][j] [j]\n\n[j]: k")
@example('[a](b "c)d") [a](b\'c "d) [a](b "c\'d") [a](b"c) e [f](g"h)')
@example("a\n=\nb\n---\nc\n\n- - -\nd\n***")
def test_what_is_bounded_is_what_it_was(text: str) -> None:
    extensions = [tables.TableExtension(), sane_lists.SaneListExtension(), fenced_code.FencedCodeExtension()]
    assume(max(text.count("["), text.count("(")) < bounds.MOST_NESTED)
    full = Markdown(extensions=extensions, output_format="html").convert(text)
    assume(COUNTED not in full)
    assert Renderer().markdown.convert(text) == full


# Each took minutes, and four times as many at twice the length.
@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "![",
        "a: [",
        "[a](",
        "[a](<",
        "[a][",
        "[](",
        "\\",
        "\\[",
        "<a ",
        '<a b="',
        "<![CDATA[",
        "a\n=\n",
        "---\n",
        "# a\n",
    ],
)
def test_long_runs_of_a_sign_are_rendered(sign: str) -> None:
    html = Renderer().render("b\n\n" + sign * (LONG // len(sign)) + "\n\nThe *end*.").html
    assert html.startswith("<p>b</p>")
    assert html.endswith("<p>The <em>end</em>.</p>")


def test_tags_of_code_are_none_however_many_they_are() -> None:
    lines = "cout << a <b \n" * (bounds.MANY + 1)
    assert Renderer().render(f"```\n{lines}```").html.count("&lt;b \n") == bounds.MANY + 1


@pytest.mark.parametrize("sign", ["1. ", "+ "])
def test_lists_in_lists_without_end_are_words_and_the_next_text_is_what_it_says(sign: str) -> None:
    renderer = Renderer()
    assert renderer.render(f"{sign * 5000}a & b\n\nc").html == f"<p>{sign * 5000}a &amp; b</p>\n<p>c</p>"
    assert renderer.render("| a | b |\n|---|---|\n| c | *d* |").html == (
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>c</td>\n<td><em>d</em></td>\n</tr>\n</tbody>\n</table>"
    )
