"""The repository's own five articles: what is true of them, and that a build leaves what is committed as it is."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from dateline import corpus
from dateline.cache import Cache
from dateline.corpus import Corpus
from dateline.model import Entry
from dateline.program import main
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress
from tests.site import links

ROOT = Path(__file__).resolve().parent.parent
FACTS: dict[str, dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "own_corpus.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506  the base loader makes texts, lists and mappings, nothing else
)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The seeds and the settings alone, in a folder elsewhere."""
    folder = Folder(tmp_path_factory.mktemp("fresh"))
    shutil.copytree(ROOT / "seeds", folder.seeds)
    shutil.copytree(ROOT / "content/vocabulary", folder.vocabulary)
    shutil.copy(ROOT / "content/site.yaml", folder.config)
    return folder


@pytest.fixture(scope="module")
def made(fresh: Folder) -> Corpus:
    return corpus.read(fresh, Cache(None), Progress())


def entry(made: Corpus, seed: str) -> Entry:
    (found,) = [entry for entry in made.entries if entry.article.seed == seed]
    return found


def test_every_seed_is_an_article_and_nothing_is_wrong(made: Corpus) -> None:
    assert sorted(entry.article.seed for entry in made.entries) == sorted(FACTS)
    assert made.problems == ()


@pytest.mark.parametrize("seed", FACTS)
def test_fields(made: Corpus, seed: str) -> None:
    article, facts = entry(made, seed).article, FACTS[seed]
    assert str(article.date) == facts["date"]
    assert article.title_derived == ("title" not in facts)
    assert len(article.title) <= 120 or not article.title_derived
    for name in ("title", "place", "source"):
        if name in facts:
            assert getattr(article, name) == facts[name]
    assert article.source or "source" not in facts
    assert entry(made, seed).evidence["date"].weak == ("weak_date" in facts)


@pytest.mark.parametrize("facet", ["people", "countries", "topics"])
@pytest.mark.parametrize("seed", FACTS)
def test_tags(made: Corpus, seed: str, facet: str) -> None:
    tags = [tag for tag in entry(made, seed).tags if tag.facet == facet]
    names = {tag.name if facet == "people" else tag.code.removeprefix("medtop:") for tag in tags}
    must, may = set(FACTS[seed][facet]["must"]), set(FACTS[seed][facet].get("may", ()))
    assert must - names == set()
    assert names - must - may == set()


def test_every_mention_stands_where_it_says(made: Corpus) -> None:
    for each in made.entries:
        for tag in each.tags:
            assert tag.mentions or tag.rule
            for mention in tag.mentions:
                text = each.article.title if mention.part == "title" else each.article.body
                assert text[mention.start : mention.end] == mention.text


def test_what_is_committed_is_what_a_build_makes(fresh: Folder, made: Corpus) -> None:
    assert main(["build", "--site", str(fresh.root)]) == 0
    for room in ("articles", "ledger"):
        committed = {path.relative_to(ROOT / "content"): path for path in (ROOT / "content" / room).rglob("*.*")}
        built = {path.relative_to(fresh.content): path for path in (fresh.content / room).rglob("*.*")}
        assert committed.keys() == built.keys()
        for name, path in committed.items():
            assert built[name].read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    assert len(made.entries) == 5


def test_no_link_of_the_site_leads_nowhere(fresh: Folder) -> None:
    assert main(["build", "--site", str(fresh.root)]) == 0
    assert links.problems(fresh.public) == []


def test_a_build_of_the_repository_changes_nothing(tmp_path: Path) -> None:
    for room in ("seeds", "content"):
        shutil.copytree(ROOT / room, tmp_path / room)
    folder = Folder(tmp_path)
    before = {path: path.read_bytes() for path in folder.content.rglob("*.*")}
    assert main(["build", "--site", str(tmp_path)]) == 0
    assert {path: path.read_bytes() for path in folder.content.rglob("*.*")} == before
