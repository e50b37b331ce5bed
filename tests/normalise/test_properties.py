"""What holds for any text: no line is lost, the body renders to its own words, equal seeds give equal drafts."""

from __future__ import annotations

import html
import pickle
import re

import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline import normalise
from dateline.config import Config
from dateline.model import Seed
from dateline.normalise import accounting
from dateline.normalise.blocks.markdown import Block, escape, render
from dateline.normalise.lines.line import fold

CONTEXT = normalise.Context(language="en")
PIECES = st.sampled_from(
    [
        "date 2021-05-06 ",
        "25.05.2021 | 16:17",
        "READ MORE: something else",
        "Photo: Somebody / Agency",
        "By Anna Lind",
        "The council said on Monday that the harbour would be closed for a month while divers look at the wall.",
        "Harbour closes for a month",
        "https://example.org/a",
        "- one",
        "• two",
        "***",
        "> quoted",
        "1. first",
        "# heading",
        "[a](b) [c]: d <b>e</b> &amp; `f` \\*",
        "LUND (AP) — Rain fell.",
        "",
        "   ",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.text(max_size=90), st.text("abc .,*_[]()<>&#-\t\xa0", max_size=60)), max_size=30)


def seed_of(text: str) -> Seed:
    return Seed(path="a.txt", sha256="0", text=text)


@settings(deadline=None)
@given(LINES)
def test_no_line_is_lost(lines: list[str]) -> None:
    seed = seed_of("\n".join(lines))
    assert accounting.lost(seed, normalise.normalise(seed, CONTEXT)) == []


@settings(deadline=None)
@given(st.text(max_size=200))
def test_a_paragraph_renders_to_its_own_words(text: str) -> None:
    words = fold(text)
    if words:
        assert rendered(escape(words)) == words


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["paragraph", "heading", "item", "quote"]), st.text(min_size=1, max_size=60)),
        max_size=5,
    )
)
@example([("paragraph", "<0@0>")])  # which Markdown takes for somebody's address
def test_blocks_render_to_their_words(blocks: list[tuple[str, str]]) -> None:
    kept = [Block(kind, fold(text)) for kind, text in blocks if fold(text)]  # type: ignore[arg-type]
    assert rendered(render(kept)).split() == " ".join(block.text for block in kept).split()


def test_drafts_are_the_same_in_every_process() -> None:
    seed = seed_of(
        "Harbour closes for a month\n\nThe council closed the harbour for a month on Monday, to look at the wall."
    )
    context = pickle.loads(pickle.dumps(normalise.context(Config(), [seed])))  # noqa: S301 - its own bytes
    assert context.digest() == normalise.context(Config(), [seed]).digest()
    assert normalise.normalise(pickle.loads(pickle.dumps(seed)), context) == normalise.normalise(seed, context)  # noqa: S301


def rendered(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markdown.markdown(text))).strip()
