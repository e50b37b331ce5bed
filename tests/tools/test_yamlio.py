"""YAML that is read without libyaml reads as it does with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.tools import yamlio

SIGNS = " \n\t\r,:#[]{}'\"\\?&*!|>%@`~_-.=<\x00\x85\u2028\ufeff\xa0’é東0"
PIECES = st.lists(
    st.sampled_from([*SIGNS, "a", "b", "null", "no", "key", "key: ", "\n- ", ": ", " #", "''", "---", "..."])
)
WORDS = st.lists(st.sampled_from([*"  ,:#[]{}'?&-.’“é0ab", "''", '\\"', "null"]), max_size=6).map("".join)
SCALARS = st.one_of(WORDS, WORDS.map("'{}'".format), WORDS.map('"{}"'.format))
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=3).map(lambda items: f"[{', '.join(items)}]"))
LINES = st.lists(st.tuples(st.sampled_from(["a", "b", "c_d", "<<", "?"]), VALUES).map(": ".join), max_size=3)


@given(st.one_of(PIECES.map("".join), LINES.map("\n".join)))
def test_whatever_is_read_so(text: str) -> None:
    _same(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b: c\n", None),
        ("a:b\n", None),
        ("a: - b\n", None),
        ("a: [- b]\n", None),
        ("a: ,b\n", None),
        ("a: 'b' c\n", None),
        ("a: 'it''s b\n", None),
        ('a: "b\\n"\n', None),
        ("a: b\n c\n", None),
        ("a: b\na: c\n", None),
        ("a: b # a remark\n", None),
        ("a: b#c d:e \n\nb:\n", {"a": "b#c d:e", "b": None}),
        ("a: [b, 'c, d',e , null ]  \nb: []\n", {"a": ["b", "c, d", "e", None], "b": []}),
        ("a: '''it''''s'''\n", {"a": "'it''s'"}),
        ('a: " b: # it\'s" \nb: ["c, d", “e”]\n', {"a": " b: # it's", "b": ["c, d", "“e”"]}),
        ("a: “b”, c\n", {"a": "“b”, c"}),
        ("a: ' b: # '\nb: 'null'\nc: null \n", {"a": " b: # ", "b": "null", "c": None}),
        (
            "a: 2021-05-25\nb: no\nc: O’Brien's “Ask” & [so on]?\n",
            {"a": "2021-05-25", "b": "no", "c": "O’Brien's “Ask” & [so on]?"},
        ),
    ],
)
def test_lines_that_are(text: str, value: object) -> None:
    assert _same(text) == value


def _same(text: str) -> object:
    """What was read; None: it is left to libyaml."""
    found = yamlio._plain(text, 2)
    if found is None:
        return None
    expected = yamlio._composed(text, 2)
    assert (found.value, list(found.lines.items())) == (expected.value, list(expected.lines.items()))
    return found.value


# libyaml's binding composes as deep as the text goes: any of these ended the process.
@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? ", "a: [\n", "[? ", "[!a "])
def test_what_is_nested_without_end_is_refused(sign: str) -> None:
    with pytest.raises(yamlio.YamlError, match="nested too deeply"):
        yamlio.parse("a: b\nc:\n  " + sign * 50_000)


def test_lines_that_are_indented_ever_further_are_refused() -> None:
    with pytest.raises(yamlio.YamlError, match="nested too deeply") as refused:
        yamlio.parse("\n".join(" " * at + "a:" for at in range(3000)), first_line=2)
    assert refused.value.line == yamlio.MAX_DEPTH + 3


@pytest.mark.parametrize("signs", ["", " # " + "[" * 300, "\n#" + " " * 60])
def test_it_is_as_deep_whichever_way_it_is_counted(signs: str) -> None:
    for before, behind in (("[", "]"), ("- ", ""), ("{a: ", "}")):
        most = yamlio.MAX_DEPTH
        assert yamlio.parse(before * most + "a" + behind * most + signs).value
        with pytest.raises(yamlio.YamlError, match="nested too deeply"):
            yamlio.parse(before * (most + 1) + "a" + behind * (most + 1) + signs)


def test_many_lists_beside_each_other_are_no_nest() -> None:
    assert len(yamlio.parse("a: b # c\n" + "".join(f"k{at}: {{a: [b, c]}}\n" for at in range(1000))).value) == 1001
