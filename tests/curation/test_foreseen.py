"""What the next run will find of an article is known without looking where nothing in it is the machine's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline import vocabulary
from dateline.articles.changes import Files
from dateline.articles.single import Desk

KEYS = """\
title: One
title: ' Two # three'
title_derived: true
title_derived: false
date: 2021-05
place: Riga
source:
source: The Ledger
author: Ann Lee
author: []
author: [Ann Lee, Bo Ek]
people: [Bo Ek]
countries: [Latvia, Latvia]
topics: []
topics: [war, ' war ']
url: https://example.org/a
rights: full
slug: a-page
seed: gone.txt
record: 3
language: en
summary: Words.
mood: [1, x]
updated: 2022
""".splitlines()
HEADS = st.lists(st.sampled_from(KEYS), unique_by=lambda line: line.partition(":")[0], max_size=9)
WORDS = vocabulary.Vocabulary()
BODIES = st.sampled_from(["", "One.", "One.\n\nTwo “three”, said Bo Ek.", "\n\n  Late. \n"])


class Thorough(Desk, frozen=True, dict=True):
    """Looks at every article as the next run would."""

    def _is_all_a_persons(self, files: Files) -> bool:  # noqa: ARG002  the signature is Desk's
        return False


@given(HEADS, BODIES)
def test_an_article_by_hand(head: list[str], body: str) -> None:
    lines = "\n".join(head if any(line.startswith("title:") for line in head) else ["title: One", *head])
    files = Files("a/b.md", f"---\n{lines}\n---\n{body}\n", None, None, None, None, "")
    quick, thorough = (kind(WORDS, tags_texts=False).foresee([(files, b"")]) for kind in (Desk, Thorough))
    assert thorough == quick
    assert quick[0][0].settled.after
