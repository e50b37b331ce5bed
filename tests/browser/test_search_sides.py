"""The page's script and the program agree on what a word is, and every article is found that a scan finds."""

from __future__ import annotations

import random
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from dateline import site
from dateline.search.words import runs, terms
from dateline.site.pages import search
from tests.search.corpus import Scan, entries
from tests.site.corpus import CONFIG, VOCABULARY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

CASES = Path(__file__).parents[1] / "search/words.yaml"
ASK = """async q => {
  await dateline.open();
  return (await dateline.search(q, [[], [], [], [], []])).order;
}"""


def test_both_sides_fold_every_character_alike(page: Page, from_disk: Served) -> None:
    page.goto(from_disk.url + "search/index.html")
    codes = [
        code
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs") and not 0x3500 < code < 0x9F00 and code < 0x20100
    ]
    theirs = page.evaluate("codes => codes.map(code => dateline.terms(`x${String.fromCodePoint(code)}y`))", codes)
    ours = [terms(f"x{chr(code)}y", ends=False) for code in codes]
    assert [(hex(code), a, b) for code, a, b in zip(codes, ours, theirs, strict=True) if a != b] == []


def test_both_sides_read_texts_alike(page: Page, from_disk: Served) -> None:
    page.goto(from_disk.url + "search/index.html")
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    texts = [case["text"] for case in cases] + [found.article.body for found in entries(40)]
    theirs = page.evaluate("texts => texts.map(text => dateline.terms(text))", texts)
    assert theirs == [terms(text, ends=False) for text in texts]


def test_every_article_is_found_that_a_scan_finds(page: Page, tmp_path: Path) -> None:
    found = entries(240)
    site.publish(site.build(found, CONFIG, VOCABULARY), tmp_path / "public")
    parts = site.prepare(found, CONFIG, VOCABULARY)
    documents = [search.text(parts, item) for item in parts.library.items]
    page.goto((tmp_path / "public/search/index.html").as_uri())
    scan = Scan(documents)
    dice = random.Random(3)  # noqa: S311  a sample of queries, no secret
    for _ in range(60):
        said = runs(dice.choice(documents).text)
        typed = dice.sample(said, min(len(said), dice.choice((1, 1, 2, 3))))
        if dice.random() < 0.3:
            typed[-1] = typed[-1][: max(3, len(typed[-1]) - 3)]
        query = " ".join(typed)
        words = terms(query, ends=False)
        opened = bool(words) and (len(words[-1]) >= 3 or not words[-1].isascii())
        hits = page.evaluate(ASK, query)
        assert sorted(hits) == scan.find(words, opened), query
