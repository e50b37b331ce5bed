"""A file that is handed on is the file that was read, though its body is not sent twice."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dateline.content.parse import parse
from dateline.shelf import Written

BODIES = st.text(st.sampled_from("a b\n\r\t#-é\ufeff\ud800")).map(lambda body: body.encode("utf-8", "replace").decode())


@given(st.sampled_from(["title: a b", "title: a\nmood: [x]", "nothing", "title: 'a", ""]), BODIES)
def test_what_is_handed_on(head: str, body: str) -> None:
    text = f"---\n{head}\n---\n{body}"
    parsed = parse(text, "a.md")
    packed = msgspec.msgpack.encode(Written.of(text, parsed))
    found = msgspec.msgpack.decode(packed, type=Written)
    assert (found.text, found.whole) == (text, parsed)
    assert found.parsed.article is None or not body.strip() or "\r" in body or not found.parsed.article.body
