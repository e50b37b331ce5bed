"""One stylesheet of its layers, one script of its parts, and the rule of what may run."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from dateline.folder import shipped
from dateline.site import assets

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = {
    "css/print.css": "@media print { a { color: #000 } }",
    "css/tokens.css": "/* colours; of { all } */ :root { --ink: #111;  --gap: calc(1rem + 2px); }",
    "css/aa-own.css": 'a > b , i { content: " ; { a , b } " }',
}


def test_layers_in_their_order_without_idle_space() -> None:
    assert assets.stylesheet(SHEETS) == (
        ':root{--ink: #111;--gap: calc(1rem + 2px);}@media print{a{color: #000}}a>b,i{content: " ; { a , b } "}\n'
    )


def test_files_are_named_by_what_they_hold(tmp_path: Path) -> None:
    names = []
    for colour in ("red", "blue", "red"):
        (tmp_path / "css").mkdir(exist_ok=True)
        (tmp_path / "css" / "own.css").write_text(f"h1 {{ color: {colour} }}")
        names.append(assets.gather([tmp_path, shipped("static")]).stylesheet)
    assert names[0] == names[2] != names[1]


def test_a_hidden_file_is_not_published(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / "logo.svg").write_text("<svg/>")
    found = assets.gather([tmp_path, shipped("static")])
    assert "assets/logo.svg" in found.files
    assert not any(".DS_Store" in name for name in found.files)


def test_the_one_inline_script_is_the_one_that_is_allowed(built: Path) -> None:
    digest = base64.b64encode(hashlib.sha256(assets.HEAD_SCRIPT.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in assets.policy()
    assert "unsafe-inline" not in assets.policy().split("style-src")[0]
    for path in built.rglob("*.html"):
        inline = re.findall(r"<script>(.*?)</script>", path.read_text("utf-8"), re.DOTALL)
        assert set(inline) <= {assets.HEAD_SCRIPT}
