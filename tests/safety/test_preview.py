"""The preview: nothing half written is published, and what changes while it is read is read again.

DATELINE_THOROUGH=1 cuts files at every byte; the suite does so at fewer.
"""

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from dateline import config, pipeline, vocabulary
from dateline.content.parse import parse
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from dateline.verbs.serve import Preview, building
from dateline.verbs.serve.answering import banner
from tests.verbs.conftest import BRIDGE, article


@pytest.fixture
def preview(site: Folder) -> Preview:
    preview = Preview(site, Progress())
    assert preview.rebuild()
    return preview


def pages(folder: Folder) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.public.rglob("index.html")))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.6])
def test_a_file_cut_within_its_head_leaves_the_last_site(preview: Preview, share: float) -> None:
    path = article(preview.folder, "storm")
    text, before = path.read_text(encoding="utf-8"), pages(preview.folder)
    head = text.index("\n---\n", 4)
    path.write_text(text[: round(head * share)], encoding="utf-8")
    preview.rebuild()
    assert preview.problems
    assert pages(preview.folder) == before
    path.write_text(text.replace("title: ", "title: Mended ", 1), encoding="utf-8")
    assert preview.rebuild()
    assert preview.problems == ()
    assert "Mended Port of" in pages(preview.folder)


PEOPLE = """\
# Who is who in Pärnu.
Jaan Tamm:
  also: ["Jaan Tamm jr", 'J. Tamm']
  roles: [{title: "Harbour Master: Pärnu", from: 2014-10-01, to: 2024-10-01}]
  wikidata: Q42
Märt Õun: nobody
"""
SETTINGS = """\
title: "Merekroonika: õnn"
base_url: https://archive.example/
language: et
rights: excerpt
sources:
  - {name: The Paper, also: [Päevaleht], rights: link, index: true}
  - name: Other
    country: EE
"""


def tree(*rooms: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for room in rooms for path in room.rglob("*") if path.is_file()}


def unreadable(folder: Folder, path: Path) -> bool:
    """Does the file's own reader find an error in it?"""
    if path.suffix == ".md":
        try:
            return parse(path.read_bytes().decode("utf-8"), "x.md").article is None
        except UnicodeDecodeError:
            return True
    return bool(config.load(folder.config, "x")[1] or vocabulary.load(folder.vocabulary)[1])


@pytest.mark.parametrize("what", ["article", "people.yaml", "site.yaml"])
def test_no_file_cut_at_any_byte_is_published_where_it_cannot_be_read(
    site: Folder, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cut that can be read is no other than a short file, and is shown as one until the rest is there."""
    monkeypatch.setattr(building, "QUIET", 0)
    site.vocabulary.mkdir(parents=True)
    site.config.write_text(SETTINGS, encoding="utf-8")
    (site.vocabulary / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    preview = Preview(site, Progress())
    assert preview.rebuild()
    assert preview.problems == ()
    named = {"people.yaml": site.vocabulary / "people.yaml", "site.yaml": site.config}
    path = named.get(what) or article(site, "storm")
    whole, first = path.read_bytes(), tree(site.content, site.public)
    cuts = range(0, len(whole), 1 if os.environ.get("DATELINE_THOROUGH") else len(whole) // 5)
    kept, rooms = 0, [site.public] if what == "article" else [site.public, site.content]
    for end in reversed(cuts):
        path.write_bytes(whole[:end])
        before = tree(*rooms)
        cut = unreadable(site, path)
        if what == "article":
            assert preview.glance({path}) is not cut
            preview.glanced.clear()
        preview.rebuild()
        assert bool(preview.problems) is cut
        if cut:
            kept += 1
            assert tree(*rooms) == before
            assert path.name.encode() in banner(preview.problems)
            assert path.read_bytes() == whole[:end]
    assert kept
    path.write_bytes(whole)
    preview.rebuild()
    assert preview.problems == ()
    now = tree(site.content, site.public)
    assert now.keys() == first.keys()
    assert path.read_bytes() == whole
    if what != "article":  # with a short text went tags, and who brings them back is a person
        assert now == first


def test_it_waits_until_an_editor_has_written_all_of_a_file(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    path = article(preview.folder, "storm")
    text = path.read_text(encoding="utf-8")
    half = text.index("Ferries")
    path.write_text(text[:half], encoding="utf-8")

    def writes_on(_: float) -> None:  # while the preview waits
        monkeypatch.setattr("time.sleep", lambda _: None)
        path.write_text(text + "\nThe last line.\n", encoding="utf-8")

    monkeypatch.setattr("time.sleep", writes_on)
    assert preview.rebuild()
    assert "Ferries" in pages(preview.folder)
    assert "The last line." in pages(preview.folder)


def test_what_changes_while_it_is_read_is_read_again(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline import corpus

    path, read = article(preview.folder, "storm"), corpus.read
    text = path.read_text(encoding="utf-8")
    seen: list[str] = []
    path.write_text(text[: text.index("Ferries")], encoding="utf-8")

    def reads(*arguments: Any, **options: Any) -> Any:
        made = read(*arguments, **options)
        if not seen:
            path.write_text(text + "\nThe last line.\n", encoding="utf-8")
        seen.append(pages(preview.folder))
        return made

    monkeypatch.setattr(corpus, "read", reads)
    assert preview.rebuild()
    assert len(seen) == 2
    assert "Ferries" in seen[1]  # the first reading came to nothing
    assert "The last line." in pages(preview.folder)


def test_two_builds_and_a_preview_at_once_corrupt_nothing(site: Folder) -> None:
    pipeline.build(site, Progress())
    whole = pages(site)
    (site.seeds / "more.txt").write_text(BRIDGE.replace("bridge", "tunnel"), encoding="utf-8")
    failed: list[BaseException] = []

    def build() -> None:
        try:
            pipeline.build(site, Progress())
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=build) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(list(site.articles.rglob("*.md"))) == 3
    assert pages(site) != whole
    assert not pipeline.build(site, Progress()).changed
