"""The raw text beside an article: every line, what was set aside and why, and only where the text may be shown."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline import site
from dateline.model import Entry, Evidence, SetAside
from dateline.site.shown import as_found, reasons
from dateline.site.views import FoundLine
from dateline.site.words.language import Language
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from pathlib import Path

RAW = "The harbour opens\n\n25 May 2021\n  © A. Photographer\nShips came in. Read also: Cranes\n"
ENGLISH = Language("en")


def sown(folder: Path, raw: str = RAW, rights: str = "") -> Entry:
    """An entry whose seed lies in the folder."""
    (folder / "a.txt").write_text(raw, "utf-8")
    return replace(
        entry("The harbour opens", "2021-05-25", seed="a.txt", rights=rights),
        sha256=hashlib.sha256(raw.encode()).hexdigest(),
        evidence={"title": Evidence("headline.first-line", line=1), "date": Evidence("date.line", line=3)},
        set_aside=(
            SetAside(3, "25 May 2021", "date"),
            SetAside(4, "© A. Photographer", "photo credit"),
            SetAside(5, "Read also: Cranes", "teaser of another article"),
        ),
    )


def test_every_line_is_there_with_its_fate(tmp_path: Path) -> None:
    found = [
        (line.number, line.text, line.note, line.out) for line in as_found.lines(tmp_path, sown(tmp_path), ENGLISH)
    ]
    assert found == [
        (1, "The harbour opens", "Title", False),
        (3, "25 May 2021", "date", True),
        (4, "© A. Photographer", "photo credit", True),
        (5, "Ships came in. Read also: Cranes", "teaser of another article", False),
    ]


def test_kept_lines_of_a_very_long_text_are_cut_short(tmp_path: Path) -> None:
    one = sown(tmp_path, RAW + "word " * 10_000)
    kept, *_, long = as_found.lines(tmp_path, one, ENGLISH)
    assert kept.text == "The harbour opens"
    assert len(long.text) < 70


def test_a_seed_that_is_gone_or_another_now_is_not_shown(tmp_path: Path) -> None:
    one = sown(tmp_path)
    (tmp_path / "a.txt").write_text("Other words")
    assert as_found.lines(tmp_path, one, ENGLISH) == ()
    (tmp_path / "a.txt").unlink()
    assert as_found.lines(tmp_path, one, ENGLISH) == ()
    assert as_found.lines(None, one, ENGLISH) == ()


def test_a_record_of_a_file_with_many_is_not_looked_up(tmp_path: Path) -> None:
    one = sown(tmp_path)
    many = replace(one, article=replace(one.article, record=0))
    assert as_found.lines(tmp_path, many, ENGLISH) == ()


def test_where_the_text_may_not_be_shown_neither_is_the_raw_one(tmp_path: Path) -> None:
    for rights in ("full", "excerpt", "link"):
        built = dict(site.build([sown(tmp_path, rights=rights)], CONFIG, VOCABULARY, seeds=tmp_path))
        page = built["2021/05/25/the-harbour-opens/index.html"].decode()
        assert ("Ships came in." in page) == ("A. Photographer" in page) == (rights == "full")


def test_many_lines_left_out_are_counted_where_the_raw_text_shows_them(tmp_path: Path) -> None:
    one = sown(tmp_path)
    parts = reasons.left_out(
        (*one.set_aside, *(SetAside(number, f"Share {number}", "share button") for number in range(6, 14))),
        ENGLISH,
        shown=True,
    )
    lines = (
        *as_found.lines(tmp_path, one, ENGLISH),
        *(FoundLine(number, f"Share {number}", "share button", out=True) for number in range(6, 14)),
    )
    told, counted = reasons.struck(parts, lines)
    assert [part.line for part in told] == [5]  # a part of a line, which the raw text does not tell from the rest
    assert counted == (("share button", 8), ("date", 1), ("photo credit", 1))
    assert reasons.struck(parts, ()) == (parts, ())  # nothing is shown below
    assert reasons.struck(parts[:5], lines) == (parts[:5], ())  # few


def test_lines_are_numbered_as_they_stand_in_the_file(tmp_path: Path) -> None:
    built = dict(site.build([sown(tmp_path)], CONFIG, VOCABULARY, seeds=tmp_path))
    page = built["2021/05/25/the-harbour-opens/index.html"].decode()
    assert re.findall(r"<li( value=\"\d+\")?[^>]*>(?:The harbour|25|©|Ships)", page.partition('id="found"')[2]) == [
        ' value="1"',
        ' value="3"',
        "",
        "",
    ]
