"""N made-up articles -> a folder for Dateline, from content or from seeds, or the same articles as Hugo wants them."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.config import PARTS
from dateline.content import write
from dateline.model import Article, When
from tests.benchmarks.news import DAYS, FIRST_DAY, News, Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

THEME = Path(__file__).with_name("hugo")
EDITED = 5 / 7  # of the way through the articles stands the one that is edited
ADDED = 1_000_000  # above this are the numbers of articles that come later
ASIDE = ".aside"  # what earlier runs made
BASE = "base_url: https://news.example.com/\n"
SETTINGS = {  # site -> its site.yaml
    "full": BASE,
    "without search": f"{BASE}leave_out: [search]\n",
    "lean": f"{BASE}tagging: false\nleave_out: [{', '.join(PARTS)}]\n",  # the pages that Hugo makes
    "seeds": BASE,
}


def lay_out(folder: Path, count: int, site: str = "full") -> None:
    """Make the folder of one of SETTINGS, or of `hugo`."""
    if site == "hugo":
        shutil.copytree(THEME, folder)
        _write(folder, count, for_hugo)
        return
    _write(folder, count, seed if site == "seeds" else content)
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content/site.yaml").write_text(SETTINGS[site], encoding="utf-8")


def _write(folder: Path, count: int, form: Callable[[News], tuple[str, str]]) -> None:
    room = Newsroom()
    for number in range(count):
        _put(folder, form(room.article(number)))


def _put(folder: Path, made: tuple[str, str]) -> None:
    path, text = made
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def content(news: News) -> tuple[str, str]:
    """An article as its file in content/articles/."""
    text = write.render(
        Article(
            title=news.title,
            body=news.body,
            date=When(news.day.year, news.day.month, news.day.day),
            source=news.source,
            summary=news.summary,
            people=news.people,
            countries=news.countries,
            topics=news.topics,
        )
    )
    return f"content/articles/{news.day.year}/{news.name}.md", text


def seed(news: News) -> tuple[str, str]:
    """An article as a raw file."""
    return f"seeds/{news.name}.txt", f"{news.title}\n\n{news.day:%d %B %Y}\n\n{news.source}\n\n{news.body}\n"


def for_hugo(news: News) -> tuple[str, str]:
    """An article as Hugo wants it, with its year and month as tags."""
    head = {
        "title": news.title,
        "date": news.day.isoformat(),
        "slug": news.name[11:],
        "source": news.source,
        "summary": news.summary,
        "people": news.people,
        "countries": news.countries,
        "topics": news.topics,
        "years": [f"{news.day:%Y}"],
        "months": [f"{news.day:%Y-%m}"],
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    return f"content/articles/{news.name}.md", f"---\n{lines}---\n\n{news.body}\n"


def edit_article(folder: Path, run: int) -> None:
    """A person adds a sentence to one article."""
    files = sorted((folder / "content/articles").rglob("*.md"))
    file = files[int(len(files) * EDITED)]
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()} Added in run {run}.\n", encoding="utf-8")


def newest(run: int) -> News:
    """One more, of the day after all others."""
    return replace(Newsroom().article(ADDED + 2 * run), day=FIRST_DAY + timedelta(days=DAYS))


def older(run: int) -> News:
    """One more, of one of their days."""
    return Newsroom().article(ADDED + 2 * run + 1)


def add_article(folder: Path, of: Callable[[int], News], run: int) -> None:
    """An article comes, raw where all are."""
    _put(folder, seed(of(run)) if (folder / "seeds").exists() else content(of(run)))


def delete_article(folder: Path, of: Callable[[int], News], run: int) -> None:
    """And goes."""
    (folder / content(of(run))[0]).unlink()


def edit_vocabulary(folder: Path, run: int) -> None:
    """A person names a spelling of somebody."""
    file = folder / "content/vocabulary/people.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"Ada Andson:\n  also: [A. Andson the {run}th]\n", encoding="utf-8")


def clear(folder: Path) -> None:
    """Take away all that builds and edits left: what comes next is the first build of these articles.

    It is put aside, for `sweep` to delete once all is measured. ext4 does not use again what was freed in the last
    minutes and looks for other places: after 14,000 deletions a new file took 400 µs, and 60 otherwise.
    """
    left = ["public", ".cache", "content/ledger", "content/vocabulary"]
    if (folder / "seeds").exists():
        left.append("content/articles")
    for name in left:
        if (folder / name).exists():
            (folder / name).rename(_aside(folder))
    for raw in ("seeds", "content/articles"):
        for added in (folder / raw).rglob(f"*-{ADDED // 1000}[0-9][0-9][0-9].*"):
            added.unlink()


def _aside(folder: Path) -> Path:
    (folder / ASIDE).mkdir(exist_ok=True)
    return Path(tempfile.mkdtemp(dir=folder / ASIDE)) / "was"


def sweep(folder: Path) -> None:
    """Delete what was put aside."""
    shutil.rmtree(folder / ASIDE, ignore_errors=True)
