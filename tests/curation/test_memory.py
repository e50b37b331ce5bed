"""What only the articles' passes needed is not held while the site is made from what they found."""

from __future__ import annotations

import gc
import io
from typing import TYPE_CHECKING

from dateline import corpus
from dateline.articles.passes import Passes
from dateline.articles.results import Results
from dateline.articles.single import Desk
from dateline.cache import Cache
from dateline.tools.progress import Progress
from dateline.workers import collector
from tests.curation.test_recall import site

if TYPE_CHECKING:
    from dateline.tools.folder import Folder

__all__ = ["site"]


def test_it_is_gone_without_a_look_for_circles(site: Folder) -> None:
    with collector.paused(), collector.taken_back():
        made = corpus.read(site, Cache(site.cache / "work.sqlite"), Progress(io.StringIO()))
        gc.unfreeze()
        held = [each for each in gc.get_objects() if isinstance(each, (Passes, Results, Desk))]
    assert made.entries
    assert not held
