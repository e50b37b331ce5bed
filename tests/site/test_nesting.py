"""Lists within lists, set in by as many blanks as people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.site.prose.nesting import widened
from tests.site.rendering import render

NESTED = "<{0}>\n<li>a<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</{0}>"
LISTS = [
    ("1. a\n   - b\n   - c\n2. d", NESTED.format("ol")),
    ("- a\n  - b\n  - c\n- d", NESTED.format("ul")),
    ("* a\n    * b\n    * c\n* d", NESTED.format("ul")),
    ("- a\n - b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("1. a\n\n   b\n\n2. c", "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ol>"),
    ("Said:\n- yes\n\n  Then he left.", "<p>Said:\n- yes</p>\n<p>Then he left.</p>"),
    ("- a\n\nb\n\n  c", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n<p>c</p>"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_nest_as_most_people_write_them(text: str, expected: str) -> None:
    assert render(text) == expected


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["- a", "- b c", "+ d"])), max_size=12), st.booleans())
def test_each_width_of_nesting_comes_to_the_same(items: list[tuple[int, str]], ends: bool) -> None:
    levels = [0]
    for level, _ in items:
        levels.append(min(level, levels[-1] + 1))  # none is skipped
    lines = list(zip(levels, ["- a", *(item for _, item in items)], strict=True))
    narrow, wide = ("\n".join(" " * (level * step) + item for level, item in lines) for step in (2, 4))
    behind = "\n\n  word" if ends else "\n\nword\n    - word"
    assert widened(narrow) == wide
    assert widened(wide + behind).startswith(wide)
    assert widened(wide) == wide


def test_code_keeps_its_blanks() -> None:
    text = "- a\n\n```\n- b\n  - c\n```\n\nword\n\n    code\n      - more"
    assert widened(text) == text
