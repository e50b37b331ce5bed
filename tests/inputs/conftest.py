"""A site folder with a few files."""

from pathlib import Path

import pytest

from dateline.tools.folder import Folder
from tests.inputs.looks import LEDGER, NAME


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for name in (NAME, LEDGER, "content/articles/2021/b.md", "content/site.yaml"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one")
    return Folder(tmp_path)
