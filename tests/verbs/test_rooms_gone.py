"""The folder of the articles, or that of the ledgers, under another name: nothing is withdrawn, and nothing written."""

import shutil

import pytest

from dateline.tools.folder import Folder
from tests.verbs.conftest import Run, snapshot


@pytest.mark.parametrize("name", ["artikles", "Old", ""])
def test_without_the_folder_of_the_articles_nothing_is_withdrawn(site: Folder, run: Run, name: str) -> None:
    run("build", "--site", site.root)
    before = {**snapshot(site.ledger), **snapshot(site.public)}
    aside = site.content / name if name else site.root / "aside"
    site.articles.rename(aside)
    for verb in (["build"], ["withdraw", "storm", "--why", "asked"]):
        ran = run(*verb, "--site", site.root)
        assert (ran.status, ran.err.startswith("content/articles: F27 is gone")) == (2, True)
        assert ("Rename content/artikles/ to it" in ran.err) == (name == "artikles")
        assert {**snapshot(site.ledger), **snapshot(site.public)} == before
    assert "content/articles: F27" in run("check", "--site", site.root).out
    aside.rename(site.articles)
    assert "nothing had to be written" in run("build", "--site", site.root).out


def test_to_withdraw_all_articles_or_to_begin_anew_is_said(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    shutil.rmtree(site.articles)
    assert run("build", "--site", site.root).status == 2
    site.articles.mkdir()
    assert "0 articles, 2 withdrawn" in run("build", "--site", site.root).out
    site.articles.rmdir()  # as version control does with empty folders
    assert "0 articles, 2 withdrawn" in run("build", "--site", site.root).out
    shutil.rmtree(site.ledger)
    assert "2 articles, 2 new" in run("build", "--site", site.root).out


def test_ledgers_under_another_name_change_nothing(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    before = snapshot(site.public)
    site.ledger.rename(site.content / "ledgers")
    ran = run("build", "--site", site.root)
    assert (ran.status, ran.err.startswith("content/ledgers: F28 is not read")) == (2, True)
    assert snapshot(site.public) == before
    shutil.rmtree(site.content / "ledgers")  # that is to forget them
    assert run("build", "--site", site.root).status == 0
