"""Which of a text's lines are asked for what stands near the text."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.model import Seed
from dateline.normalise import Context
from dateline.normalise.texts import reading


def test_a_lone_name_counts_in_the_text_and_close_above_it() -> None:
    lines = [f"Line {number}" for number in range(1, 31)]
    read = reading.read(Seed("a.txt", "0", "\n".join(lines), 0), Context(language="en"))
    labels = [*["byline"] * 20, "", "byline", *[""] * 4, *["byline"] * 4]
    made = replace(read, layout=replace(read.layout, labels=labels))
    near = [line.number for line in made.near("byline")]
    assert near == [*range(21 - reading.NEAR, 21), 22]
    assert [line.number for line in made.near("date")] == []
