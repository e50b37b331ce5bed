"""What is said in turn -> the short sentences between it, which look like nothing by themselves, are said too.

"ANNA LIND, LNB ANCHOR: Good morning."    "I'm Anna Lind."    "BO EK: Good to be here."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.normalise.lines import cues

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.normalise.lines.line import Line

SPEAKER = re.compile(r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’ -]){2,40}(?:, [^:]{3,60})?(?: \([^()]{3,20}\))?: \S")
TURNS = 3  # of a transcript, or more


def keep(lines: Sequence[Line], labels: list[str], body: str, others: Collection[str]) -> None:
    """Give the sentences between the first and the last who speak the label `body`.

    One whose label is none of `others`, or that has words of furniture, is something else.
    """
    turns = [i for i, line in enumerate(lines) if labels[i] == body and ": " in line.text and SPEAKER.match(line.text)]
    if len(turns) < TURNS:
        return
    for i in range(turns[0], turns[-1]):
        if labels[i] in others and lines[i].ends and not cues.classes(lines[i].tokens):
            labels[i] = body
