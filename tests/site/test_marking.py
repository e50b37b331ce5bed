"""Which words of a body are marked, and where the spans of quotes stand in it."""

import pytest

from dateline.model import Mention
from dateline.site.prose.body import Renderer
from dateline.site.prose.marking import Mark, first_mentions
from tests.site.rendering import LINK, mark

SPAN = '<span id="q1">'
PLACE = '<span id="q1"></span>'  # where no element can be, its anchor stands all the same


def spanned(text: str, quote: str, *words: str) -> str:
    start = text.index(quote)
    return (
        Renderer()
        .render(text, [mark(text, part) for part in words], [Mark(start, start + len(quote), "q1", SPAN)])
        .html
    )


SPANS = [
    ("“It holds,” Ada said.", "It holds,", ["Ada"], f"<p>“{SPAN}It holds,</span>” {LINK}Ada</a> said.</p>"),
    ("“Ada is here,” he said.", "Ada is here,", ["Ada"], f"<p>“{SPAN}{LINK}Ada</a> is here,</span>” he said.</p>"),
    ("“It *holds* well.”", "It *holds* well.", [], f"<p>“{SPAN}It <em>holds</em> well.</span>”</p>"),
    ("“It *holds” well*.", "It *holds", [], f"<p>“{PLACE}It <em>holds” well</em>.</p>"),
    ("“One.\n\nTwo.”", "One.\n\nTwo.", [], f"<p>“{PLACE}One.</p>\n<p>Two.”</p>"),
    (
        "See [“It holds”](https://example.org/).",
        "It holds",
        [],
        f'<p>See <a href="https://example.org/" rel="noopener">“{SPAN}It holds</span>”</a>.</p>',
    ),
]


@pytest.mark.parametrize(("text", "quote", "words", "expected"), SPANS)
def test_spans_stand_only_where_they_nest(text: str, quote: str, words: list[str], expected: str) -> None:
    assert expected == spanned(text, quote, *words)


def test_only_anchors_that_were_set_are_reported() -> None:
    text = "# Ada\n\nBo came."
    rendered = Renderer().render(text, [mark(text, "Ada", "a"), mark(text, "Bo", "b")])
    assert rendered.anchors == {"b"}


def test_a_topic_is_marked_at_its_longest_cue() -> None:
    def cue(text: str, start: int) -> Mention:
        return Mention("topics", "Politics", text, start, start + len(text), "topics.cue")

    assert first_mentions([cue("states", 3), cue("prime minister", 20), cue("prime minister", 50)], 80) == [
        cue("prime minister", 20)
    ]


def test_first_mentions_in_the_order_of_the_text_and_never_overlapping() -> None:
    def at(name: str, start: int, end: int) -> Mention:
        return Mention("people", name, "", start, end, "")

    found = first_mentions([at("A", 20, 25), at("A", 3, 8), at("B", 5, 30), at("C", 31, 40), at("D", 90, 95)], 60)
    assert [(mention.name, mention.start) for mention in found] == [("A", 3), ("C", 31)]
