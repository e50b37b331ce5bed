"""What the stylesheets must not say, because one of the browsers in use does not know it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dateline.tools.folder import shipped

if TYPE_CHECKING:
    from pathlib import Path

LAYERS = sorted((shipped("static") / "css").glob("*.css"))


@pytest.mark.parametrize("layer", LAYERS, ids=lambda path: path.stem)
def test_lines_under_words_are_said_one_by_one(layer: Path) -> None:
    """WebKit drops a `text-decoration` of more than one word: left-out lines were not struck through there."""
    text = layer.read_text("utf-8")
    assert re.findall(r"text-decoration:\s*[\w-]+\s[^;}]+", text) == []
