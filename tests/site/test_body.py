"""Bodies of articles: Markdown as HTML, what is taken out of it, and the short ways to the same."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import nh3
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dateline.site.prose.body import Renderer
from tests.site.rendering import LINK, mark, render

CASES = [
    ("plain", "Ada came.\n\nBo went.", ["Ada"], f"<p>{LINK}Ada</a> came.</p>\n<p>Bo went.</p>"),
    ("inside emphasis", "So *Ada Lind* came.", ["Ada Lind"], f"<p>So <em>{LINK}Ada Lind</a></em> came.</p>"),
    ("across emphasis: not marked", "So *Ada* Lind came.", ["Ada* Lind"], "<p>So <em>Ada</em> Lind came.</p>"),
    (
        "inside a link: not marked",
        "See [Ada](https://example.org/) now.",
        ["Ada"],
        '<p>See <a href="https://example.org/" rel="noopener">Ada</a> now.</p>',
    ),
    ("inside a heading: not marked", "# Ada\n\nText.", ["Ada"], "<h2>Ada</h2>\n<p>Text.</p>"),
    ("inside code: not marked", "Run `Ada` now.", ["Ada"], "<p>Run <code>Ada</code> now.</p>"),
    ("HTML that runs is taken out", "Hi <script>alert(1)</script>Ada.", ["Ada"], f"<p>Hi {LINK}Ada</a>.</p>"),
    ("attributes that run", '<b onclick="x()">Ada</b> &amp; co', ["Ada"], f"<p>{LINK}Ada</a> &amp; co</p>"),
    ("links that run", "[a](javascript:x)", [], "<p>a</p>"),
    ("relative links of nowhere", "[a](/b/c) and [d](e.html#f)", [], "<p>a and d</p>"),
    (
        "no picture is fetched",
        "![The quay](https://example.org/a.jpg)",
        [],
        '<p><a href="https://example.org/a.jpg" rel="noopener">The quay</a></p>',
    ),
    (
        "words like an attribute are words",
        "`b` ![a src=](https://example.org/?alt=)",
        [],
        '<p><code>b</code> <a href="https://example.org/?alt=" rel="noopener">a src=</a></p>',
    ),
    (
        "an abbreviation is no link",
        '<abbr title="a">b</abbr> [c](https://example.org/)',
        [],
        '<p><abbr title="a">b</abbr> <a href="https://example.org/" rel="noopener">c</a></p>',
    ),
    ("headings begin at 2 and skip none", "# A\n\n### B\n\n## C", [], "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>"),
    ("quotes stay as they are", "He said \"no\" & 'yes'.", [], "<p>He said \"no\" &amp; 'yes'.</p>"),
]


@pytest.mark.parametrize(
    ("markdown", "words", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_render(markdown: str, words: list[str], expected: str) -> None:
    assert expected == render(markdown, *words)


def test_values_of_attributes_have_no_signs_of_tags() -> None:
    """What looks for tags in cleaned HTML could be led astray by one; nh3 before 0.3.7 left them."""
    clean = nh3.clean('<abbr title="a > <b onclick=x>">c</abbr>', tags={"abbr"}, attributes={"abbr": {"title"}})
    assert clean == '<abbr title="a &gt; &lt;b onclick=x&gt;">c</abbr>'


@pytest.mark.parametrize(
    "markdown",
    [
        "![X > <b onclick=x>](http://i.example/x.png)",
        '<abbr title="b > Ada <i onclick=x>">c</abbr>',
        '<a href="https://example.org/">b <abbr title="</a> Ada <i onclick=x>">c</abbr></a>',
    ],
)
def test_nothing_runs_though_values_have_signs_of_tags(markdown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = nh3.clean

    def bare(*args: Any, **kwargs: Any) -> str:  # as nh3 before 0.3.7 writes values
        return re.sub(r'"[^"]*"', lambda value: unescape(value[0]), clean(*args, **kwargs))

    monkeypatch.setattr(nh3, "clean", bare)
    seen: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: seen.append(tag)  # type: ignore[method-assign,assignment]
    parser.feed(Renderer().render(markdown, [mark(markdown, "Ada")] if "Ada" in markdown else []).html)
    assert set(seen) <= {"p", "a", "abbr"}


def test_relative_links_lead_to_the_original() -> None:
    html = Renderer().render("[a](/b?x=1&y=2) ![](c.jpg)", base="https://example.org/d/e.html").html
    assert 'href="https://example.org/b?x=1&amp;y=2"' in html
    assert '<a href="https://example.org/d/c.jpg" rel="noopener">image</a>' in html


def test_text_with_private_characters_is_left_alone() -> None:
    assert render("Ada \U00100000 came.", "Ada") == "<p>Ada \U00100000 came.</p>"


PIECES = st.sampled_from(
    [
        "\n\n## Head\n\n",
        "\n\n### ",
        "\n\n## \\# a # b \\_ ",
        "# ",
        *(
            "word",
            "AT&T",
            "&",
            "&amp;",
            "5 * 3",
            "x*y*z",
            "“q”",
            "'",
            '"',
            ". ",
            " ",
            "  ",
            "\n",
            "\n\n",
            "1. ",
            "- ",
            "# ",
            "> ",
        ),
        *("*so*", "**so**", "*", "**", "_", "`", "\\", "[", "]", "(", ")", "!", "| ", ":", "="),
        *(
            "\\*",
            "\\*\\*",
            "\\_",
            "\\[",
            "\\]",
            "\\!",
            "\n\n\\- ",
            "\n\n\\# ",
            "\\>",
            "3\\. ",
            "&\\#38;",
            "\\`",
            "\\\\",
        ),
        "[a link](https://example.org/a_b?x=1&y=2)",
        *("[near](/a/b_c?d&e)", "[no link](c.html)", "[no link](javascript:x)", "[no link](//", "[no](mailto:a@b.c)"),
        *("![the quay](/a.jpg)", "![](https://example.org/b.png)", '![a "b"](/c.gif)', "![& c](/d)", "![", "](", "]: "),
        *("<https://example.org/a_b?c&d>", "<http://x/>", "<https:", "<a@b.org>", "<b>", "<", ">"),
        *(
            "[Ada]",
            "[Ada] [Bo]",
            "[Ada]:",
            "[]",
            "[a link]: https://example.org/",
            "\n> [Ada]: /x",
            "\n- [Ada]: /x\n\n",
        ),
        *("\n\n1. one\n1. two", "\n\n2. one\n3. two\n\n", "\n\n1. [a](/b)\n7. ![](/c)\n\n", "\n10. ten", "\n1) x"),
        *("\n\n- item", "\n- item\n- two", "\n\n> said", "\n> more", "\n\n1. one\n2. two", "\n\nword word\n\n"),
        *("\n\n\n", "\n* a\n", "\n\n+ b", "\n---\n", "\n\n---\n\n", "=====\n", "2) x\n"),
    ]
)


COUNTED = "klzzwxh"  # what Python-Markdown leaves of "*a**b*\\_", with how many signs stood before it in the text


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["", "https://example.org/d/e.html"]))
@settings(max_examples=600, deadline=None)
@example("# One\n\n### Two & *three*\n\nword\n\n## Four ##", "")
@example("word\n\n## Alone\n\n- item\n\n## Not `alone`\nword", "")
@example("one \n \ntwo\tthree", "")
@example("a & b *c d* **e** [f](https://g.h/i)", "")
@example("***\n\nword", "")
@example(
    "\\- \\*\\*a\\*\\* \\[b](https://c.de/f) \\> *g* \\_h] [i] \\![j](/k)\n\n- 1\\. l \\# &\\#38; m", "https://n.op/"
)
@example("*a **b** c*", "")
@example("word\n[a]: https://example.org/\n\n[a]", "")
@example("- a\n- *b*\n\n- c\n\n> d\n\n> e\n\n1. f\n2. g\n\n1. h", "")
@example("word [Ada], [Bo] (c)\n\n> [Ada]: /x", "")
@example("![the quay](/a.jpg)\n\n1. <https://example.org/a_b?c&d>\n2. [near](/b_c?d&e)", "https://example.org/d/")
def test_the_short_ways_equal_the_long_one(text: str, base: str) -> None:
    text = text.strip()
    renderer = Renderer()
    full = renderer._full(text, base)
    assume(COUNTED not in full)
    assert full == renderer.render(text, base=base).html
