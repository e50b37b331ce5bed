"""Stylesheets of their layers, scripts of their parts, and the rule of what may run."""

from __future__ import annotations

import base64
import gzip
import hashlib
import random
import re
from typing import TYPE_CHECKING

from dateline.library import shelve
from dateline.site import assets
from dateline.site.charts.bars import outline
from dateline.site.charts.spine import HEIGHT, spine
from dateline.tools.folder import shipped
from tests.site.corpus import entry

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = (
    "/* colours; of { all } */ :root { --ink: #111;  --gap: calc(1rem + 2px); }",
    "@media print { a :is(b) { color: #000; } }",
    'a > b , i { content: "x: ; { a , b; } " }',
)


def test_layers_in_their_order_without_idle_space() -> None:
    assert assets.stylesheet(SHEETS) == (
        ':root{--ink:#111;--gap:calc(1rem + 2px)}@media print{a :is(b){color:#000}}a>b,i{content:"x: ; { a , b; } "}\n'
    )


def test_files_are_named_by_what_they_hold(tmp_path: Path) -> None:
    names = []
    for colour in ("red", "blue", "red"):
        (tmp_path / "css").mkdir(exist_ok=True)
        (tmp_path / "css" / "own.css").write_text(f"h1 {{ color: {colour} }}")
        names.append(assets.gather([tmp_path, shipped("static")]).styles["browse"])
    assert names[0] == names[2] != names[1]


def test_the_frame_of_what_is_drawn_in_them_counts_in_the_names_of_sheets() -> None:
    one, same, other = (assets.gather([shipped("static")], frame) for frame in ("12 months", "12 months", "13 months"))
    assert one == same
    assert not {*one.styles.values()} & {*other.styles.values()}
    assert one.scripts == other.scripts


def test_what_a_site_adds_stands_last_on_every_page(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "aa-own.css").write_text("h1 { color: teal }")
    found = assets.gather([tmp_path, shipped("static")])
    for name in assets.STYLES:
        assert found.files[found.styles[name]].endswith(b"h1{color:teal}\n")


def test_a_kind_of_page_has_one_sheet_and_one_script(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text("utf-8")
        assert len(re.findall(r'<link rel="stylesheet"', text)) == 1, path
        assert len(re.findall(r"<script [^>]*src=", text)) <= 1, path


def test_a_hidden_file_is_not_published(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / "logo.svg").write_text("<svg/>")
    found = assets.gather([tmp_path, shipped("static")])
    assert "assets/logo.svg" in found.files
    assert not any(".DS_Store" in name for name in found.files)


def test_the_one_inline_script_is_the_one_that_is_allowed(built: Path) -> None:
    digest = base64.b64encode(hashlib.sha256(assets.HEAD_SCRIPT.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in assets.policy()
    assert "unsafe-inline" not in assets.policy()
    for path in built.rglob("*.html"):
        text = path.read_text("utf-8")
        assert set(re.findall(r"<script>(.*?)</script>", text, re.DOTALL)) <= {assets.HEAD_SCRIPT}
        assert not re.search(r"<style\b|<[a-z][^>]* (?:style|on[a-z]+)=", text), path


def test_what_a_page_of_a_kind_asks_for_is_light(tmp_path: Path) -> None:
    found = assets.gather([tmp_path, shipped("static")])
    strip = spine(shelve([entry("Old", "2000-01-01"), entry("New", "2023-12-01")]))
    dice = random.Random(2)  # noqa: S311  24 years of months that are hard to pack, no secret
    bars = outline({month: dice.randint(1, 200) for month in range(strip.width if strip else 0)}, 200, HEIGHT)
    drawn = {address: f'{{--bars:path("{bars}")}}'.encode() for address in found.styles.values()}
    weights = {
        address: len(gzip.compress(drawn.get(address, b"") + content, 6)) for address, content in found.files.items()
    }
    assert max(weights[address] for address in found.styles.values()) <= 6 * 1024
    heavy = {name for name, address in found.scripts.items() if weights[address] > 1.2 * 1024}
    assert heavy <= {"search"}
    assert weights[found.scripts["search"]] <= 6 * 1024


def test_the_search_page_is_light(built: Path) -> None:
    assert len(gzip.compress((built / "search/index.html").read_bytes(), 6)) <= 3 * 1024


def test_every_script_has_its_short_form() -> None:
    """What the browser tests run is the short form, so that they hold it to what the long one means."""
    written = {path.stem: path.read_text("utf-8") for path in (shipped("static") / "js").glob("*.js")}
    for name in assets.SCRIPTS:
        words = assets.parts(name, written)
        said = "run `python -m dateline.data.make.scripts`"
        assert len(assets.script(words)) < 0.8 * len(assets.joined(words)), said


def test_a_script_of_the_sites_own_is_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "site.js").write_text("// mine\n  const aLongName = 1;\n")
    found = assets.gather([tmp_path, shipped("static")])
    assert found.files[found.scripts["site"]] == b"const aLongName = 1;\n"


def test_every_block_of_a_sheet_is_closed(tmp_path: Path) -> None:
    found = assets.gather([tmp_path, shipped("static")])
    for name in assets.STYLES:
        text = re.sub(r'"[^"]*"', "", found.files[found.styles[name]].decode())
        assert text.count("{") == text.count("}") > 0, name
        assert "@media" not in re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}", "", text), name
