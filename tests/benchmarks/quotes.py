"""JSON Lines of articles -> how many quotes have a speaker, by which rule, how fast, and a sample to count by hand.

    python tests/benchmarks/quotes.py ARTICLES.jsonl … [--language en] [--part dev|held] [--sample N] [--seed N]

Each line has `id` and `text`; all lines of a file are one corpus to the tagger, whose time is not counted. `--part`
takes one half of the texts, by a hash of how they begin: write rules on dev, count on held. The sample shows quotes
that have a speaker, drawn over all files, each with its surroundings: mark the wrong ones and divide.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import quotes, vocabulary
from dateline.tagging import Document, Tagger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Mention, Quote

AROUND = 250  # characters shown on either side of a quote


@dataclass(frozen=True, slots=True)
class Case:
    key: str
    text: str
    mentions: tuple[Mention, ...]


def main() -> None:
    """Print the figures and the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--part", choices=("all", "dev", "held"), default="all")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    shipped, _ = vocabulary.load(Path("/nonexistent"))
    tagger = Tagger(shipped)
    cases = [case for path in options.articles for case in tagged(path, tagger, options.part)]
    found = run(cases, options.language)
    spoken = [(case, quote) for case, quote in found if quote.speaker]
    for case, quote in random.Random(options.seed).sample(spoken, min(options.sample, len(spoken))):  # noqa: S311  a sample
        show(case, quote)


def tagged(path: Path, tagger: Tagger, part: str) -> list[Case]:
    """The articles of a file, or half of them, each with the mentions of its people."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    rows = [row for row in rows if part in ("all", half(row["text"]))]
    readings = [tagger.read(Document(str(row["id"]), row["text"], row.get("title") or "")) for row in rows]
    return [
        Case(str(row["id"]), row["text"], tuple(m for tag in tags if tag.facet == "people" for m in tag.mentions))
        for row, tags in zip(rows, tagger.decide(readings), strict=True)
    ]


def half(text: str) -> str:
    """By the beginning of the text, so that copies of an article fall into one half."""
    return "dev" if hashlib.sha256(text[:200].encode()).digest()[0] % 2 == 0 else "held"


def run(cases: Sequence[Case], language: str) -> list[tuple[Case, Quote]]:
    """All quotes; prints the figures."""
    quotes.read("“Rules are compiled once,” she said.", (), language)
    began = time.process_time()
    found = [(case, quote) for case in cases for quote in quotes.read(case.text, case.mentions, language)]
    seconds = time.process_time() - began
    words = sum(len(case.text.split()) for case in cases)
    print(f"{len(cases)} articles, {words} words, {400_000 * seconds / max(words, 1):.2f} CPU ms per 400 words")
    named = sum(bool(quote.speaker) for _, quote in found)
    print(
        f"{len(found)} quotes, {named} with a speaker, {sum(bool(q.speaker_text) for _, q in found)} with words for one"
    )
    for (rule, known), count in Counter((quote.rule, bool(quote.speaker)) for _, quote in found).most_common():
        print(f"{count:6} {rule or 'no rule'}{'' if known else ': nobody'}")
    return found


def show(case: Case, quote: Quote) -> None:
    """One quote between its surroundings."""
    before = case.text[max(0, quote.start - AROUND) : quote.start]
    behind = case.text[quote.end : quote.end + AROUND]
    print(f"\n{case.key}: {quote.speaker} <{quote.speaker_text}> {quote.rule}")
    print(f"{before}[[{quote.text}]]{behind}")


if __name__ == "__main__":
    main()
