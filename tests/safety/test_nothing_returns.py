"""What a person took out stays out, even where the memory of it is damaged; odd names of files harm nobody."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.tools.folder import Folder
from tests.verbs.conftest import Run, article

BREAKING: dict[str, Callable[[str], str]] = {
    "cut off": lambda text: text[: len(text) // 2],
    "merged by hand": lambda text: "<<<<<<< ours\n" + text + "=======\n" + text + ">>>>>>> theirs\n",
    "emptied": lambda _: "",
}


@pytest.mark.parametrize("how", BREAKING)
def test_a_withdrawn_article_does_not_return_when_its_ledger_is_damaged(site: Folder, run: Run, how: str) -> None:
    run("build", "--site", site.root)
    path = article(site, "storm")
    path.unlink()
    run("build", "--site", site.root)
    ledger = (site.ledger / path.relative_to(site.articles)).with_suffix(".json")
    whole = ledger.read_text("utf-8")
    ledger.write_text(BREAKING[how](whole), encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert (ran.status, "L01" in ran.err) == (1, True)
    assert len(list(site.articles.rglob("*.md"))) == 1
    assert not list(site.public.rglob("port-of-parnu*"))
    ledger.write_text(whole, encoding="utf-8")
    assert run("build", "--site", site.root).status == 0


@pytest.mark.skipif(os.name != "posix", reason="names are Unicode here")
def test_names_that_are_not_utf8(site: Folder, run: Run) -> None:
    run("build", "--site", site.root)
    odd = os.fsencode(site.articles) + b"/caf\xe9.md"
    try:
        Path(os.fsdecode(odd)).write_text("---\ntitle: Odd\n---\nText.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    ran = run("build", "--site", site.root)
    assert ran.status == 1
    assert "content/articles/caf\\xe9.md: C13 has a name that is not UTF-8" in ran.err
    assert len(list(site.public.rglob("port-of-parnu*"))) >= 1


def test_what_was_withdrawn_does_not_come_back_from_another_seed(site: Folder, run: Run) -> None:
    assert run("withdraw", "storm", "--why", " ", "--site", site.root).status == 2
    assert run("withdraw", "storm", "--why", "a court's order", "--site", site.root).status == 0
    text = (site.seeds / "storm.txt").read_text("utf-8")
    (site.seeds / "storm.txt").rename(site.seeds / "again.txt")
    (site.seeds / "again.txt").write_text(text.rstrip() + " It was said on Tuesday again.\n", encoding="utf-8")
    ran = run("build", "--site", site.root)
    assert "seeds/again.txt: C32 warning: is left out" in ran.err
    assert not list(site.public.rglob("port-of-parnu*"))
    (ledger,) = (path for path in site.ledger.rglob("*.json") if '"withdrawn": true' in path.read_text("utf-8"))
    ledger.unlink()
    run("build", "--site", site.root)
    assert list(site.public.rglob("port-of-parnu*"))
