"""One site of the small corpus, built once for all tests that only read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import site
from tests.site.corpus import CONFIG, VOCABULARY, corpus

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, links in the style that works from a disk."""
    folder = tmp_path_factory.mktemp("built") / "public"
    site.publish(site.build(corpus(), CONFIG, VOCABULARY), folder)
    return folder
