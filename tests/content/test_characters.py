"""What is no character stands in no text; typographic marks give way to blanks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.characters import apart, sound, spaced


@pytest.mark.parametrize("code", [0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF])
def test_what_is_no_character_gives_way(code: int) -> None:
    assert sound(f"“a{chr(code)}b”") == "“a\ufffdb”"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")))
def test_what_is_one_stays(text: str) -> None:
    kept = "".join("\ufffd" if 0xFDD0 <= ord(c) <= 0xFDEF or ord(c) & 0xFFFE == 0xFFFE else c for c in text)
    assert sound(text) == kept


def test_of_marks_an_apostrophe_stays() -> None:
    assert spaced("“Isn’t it?”\u00a0– ‘No’…") == " Isn’t it?     No’ "


@given(st.text(st.sampled_from("aZ9é_ß\n .-’“„•€²½ªłжひ北،\ud800\u0301\u00a0")) | st.text())
def test_words_stand_apart_at_their_places(text: str) -> None:
    assert apart(text) == re.sub(r"[\W_]", " ", text)
