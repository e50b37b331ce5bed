"""A feed or a table that is saved anew: each article keeps what a person did to it, wherever its row stands now."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import corpus, journal
from dateline.cache import Cache
from dateline.content.parse import parse
from dateline.drafts import Drafted, Marks
from dateline.shelf import Memory, Origin, records
from dateline.tools.folder import Folder
from dateline.tools.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dateline.model import Article

NAMES = ("bridge", "ferry", "tunnel", "quay", "tram", "station")
TEXT = "The {0} was closed on Monday. People who use the {0} every day were told to go by bus.\n\nThe {0} opens in May."
Row = tuple[str, str, str, str]  # headline, text, date, address


def row(name: str, day: int = 1, *, address: bool = False) -> Row:
    url = f"https://news.example/{name}" if address else ""
    return f"Council closes the {name}", TEXT.format(name), f"2024-03-{day:02}", url


def save(folder: Folder, rows: Sequence[Row]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("title", "text", "date", "url"), *rows])
    folder.seeds.mkdir(exist_ok=True)
    (folder.seeds / "list.csv").write_text(out.getvalue(), encoding="utf-8")


def build(folder: Folder) -> list[str]:
    """Bring content/ up to date; the codes of what there is to say."""
    made = corpus.read(folder, Cache(None), Progress())
    journal.carry_out(made.changes, folder.root, folder.journal)
    assert not corpus.read(folder, Cache(None), Progress()).changes
    return [problem.code for problem in made.problems]


def articles(folder: Folder) -> dict[Path, Article]:
    read = {path: parse(path.read_text(encoding="utf-8"), path.name).article for path in folder.articles.rglob("*.md")}
    return {path: article for path, article in read.items() if article}


def about(folder: Folder, name: str) -> Path:
    (path,) = (path for path, article in articles(folder).items() if f"The {name} was" in article.body)
    return path


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.content.mkdir()
    folder.config.write_text("tagging: false\n", encoding="utf-8")
    return folder


def test_an_export_of_a_news_database_that_is_saved_anew(site: Folder) -> None:
    def export(*names: str) -> None:
        texts = [
            f"Council closes the {name}\nLund News\nMarch {len(name)}, 2021\n\nLength: 20 words\n\nBody\n\n"
            f"{TEXT.format(name)}\n\nEnd of Document\n"
            for name in names
        ]
        site.seeds.mkdir(exist_ok=True)
        (site.seeds / "export.txt").write_text("\n".join(texts), encoding="utf-8")

    export("tunnels", "ferry")
    assert build(site) == []
    ferry = about(site, "ferry")
    ferry.write_text(ferry.read_text().replace("Council closes the ferry", "No ferry"), encoding="utf-8")
    export("bridge", "ferry", "quay")
    assert build(site) == []
    titles = sorted(article.title for article in articles(site).values())
    assert titles == ["Council closes the bridge", "Council closes the quay", "Council closes the tunnels", "No ferry"]
    assert articles(site)[ferry].record == 1


@pytest.mark.parametrize("address", [True, False], ids=["with addresses", "without"])
def test_rows_come_and_go(site: Folder, address: bool) -> None:
    save(site, [row("bridge", 1, address=address), row("ferry", 2, address=address), row("tunnel", 3, address=address)])
    build(site)
    ferry = about(site, "ferry")
    ferry.write_text(ferry.read_text().replace("Council closes the ferry", "No ferry"), encoding="utf-8")
    about(site, "tunnel").unlink()
    build(site)
    save(site, [row("quay", 4, address=address), row("ferry", 2, address=address), row("tunnel", 3, address=address)])
    assert build(site) == []
    assert sorted(article.title for article in articles(site).values()) == [
        "Council closes the bridge",  # gone from the file, and not from here
        "Council closes the quay",
        "No ferry",
    ]
    assert about(site, "ferry") == ferry
    save(site, [row("tunnel", 3, address=address), row("bridge", 1, address=address)])
    build(site)
    assert len(articles(site)) == 3  # the one that was deleted stays away, the one that is back is no second one


def test_a_row_is_corrected(site: Folder) -> None:
    save(site, [row("bridge"), row("ferry", 2), row("tunnel", 3)])
    build(site)
    headline, text, date, url = row("ferry", 2)
    save(
        site,
        [row("bridge"), (headline.replace("closes", "shuts"), text + " So it is said.", date, url), row("tunnel", 3)],
    )
    build(site)
    corrected = articles(site)[about(site, "ferry")]
    assert (len(articles(site)), corrected.title) == (3, "Council shuts the ferry")
    assert corrected.body.endswith("So it is said.")


@pytest.mark.parametrize("how", ["deleted", "a draft"])
def test_one_that_is_away_is_followed_through_all_that_is_corrected(site: Folder, how: str) -> None:
    save(site, [row("bridge"), row("ferry", 2)])
    build(site)
    ferry = about(site, "ferry")
    mine = ferry.read_text(encoding="utf-8").replace("title: Council", "draft: true\ntitle: Council")
    ferry.unlink()
    if how == "a draft":
        ferry.write_text(mine, encoding="utf-8")
    build(site)
    headline, text, date, url = row("ferry", 2)
    for corrected in ((headline, text + " So it is said.", date, url), ("No ferry", text + " So it is said.", "", url)):
        save(site, [row("tunnel", 3), row("bridge"), corrected])
        build(site)
        assert sorted(article.title for article in articles(site).values()) == [
            "Council closes the bridge",
            "Council closes the tunnel",
        ]
    ferry.write_text(mine.replace("draft: true\n", ""), encoding="utf-8")
    assert build(site) == []
    assert articles(site)[ferry].title == "No ferry"


@pytest.mark.parametrize("order", [("edit", "rename"), ("rename", "edit")])
def test_a_deleted_article_stays_deleted_whatever_becomes_of_its_seed(site: Folder, order: tuple[str, str]) -> None:
    site.seeds.mkdir()
    seed, renamed = site.seeds / "ferry.txt", site.seeds / "boat.txt"
    seed.write_text("\n\n".join(row("ferry")[:2]), encoding="utf-8")
    build(site)
    about(site, "ferry").unlink()
    build(site)
    for what in order:
        if what == "rename":
            seed.rename(renamed)
            seed = renamed
        else:
            seed.write_text(seed.read_text(encoding="utf-8").replace("Monday", "Tuesday"), encoding="utf-8")
        build(site)
        assert not articles(site)


def test_a_row_of_which_the_article_was_edited_is_corrected_twice(site: Folder) -> None:
    headline, text, date, url = row("ferry", 2)
    save(site, [row("bridge"), (headline, text, date, url)])
    build(site)
    ferry = about(site, "ferry")
    ferry.write_text(ferry.read_text(encoding="utf-8") + "\nA note of mine.\n", encoding="utf-8")
    text += " So it is said."
    save(site, [row("bridge"), (headline, text, date, url)])
    build(site)
    save(site, [(headline, text, "2024-03-09", url), row("quay", 4), row("tunnel", 3)])
    build(site)
    assert len(articles(site)) == 4
    assert str(articles(site)[ferry].date) == "2024-03-09"


@pytest.mark.parametrize("lines", ["", "draft: true\n"])
def test_a_copy_of_one_keeps_no_other_row_away(site: Folder, lines: str) -> None:
    save(site, [row("bridge"), row("ferry", 2)])
    build(site)
    (site.articles / "copy.md").write_text(about(site, "ferry").read_text(encoding="utf-8"), encoding="utf-8")
    build(site)
    copy = (site.articles / "copy.md").read_text(encoding="utf-8").replace("title: ", f"{lines}title: ", 1)
    (site.articles / "copy.md").write_text(copy, encoding="utf-8")
    save(site, [row("bridge"), row("tunnel", 3), row("ferry", 2)])
    build(site)
    assert about(site, "tunnel")
    assert "The ferry" in (site.articles / "copy.md").read_text(encoding="utf-8")


def test_an_address_of_all_is_nobody_s(site: Folder) -> None:
    save(site, [(*row("bridge")[:3], "https://news.example/")])
    build(site)
    save(site, [(*row("ferry", 2)[:3], "https://news.example/")])
    build(site)
    assert {path.exists() for path in (about(site, "bridge"), about(site, "ferry"))} == {True}


def test_no_text_is_no_sign(site: Folder) -> None:
    links = [(f"Council meets, part {n}", "", "", f"https://news.example/{n}") for n in range(6)]
    save(site, links[:3])
    build(site)
    path = next(path for path, article in articles(site).items() if article.title == "Council meets, part 1")
    path.write_text(path.read_text().replace("Council meets, part 1", "Mine"), encoding="utf-8")
    save(site, links[3:])
    build(site)
    found = {article.url: article.title for article in articles(site).values()}
    assert found == {url: "Mine" if url.endswith("/1") else title for title, _, _, url in links}


def test_one_headline_and_day_at_two_addresses(site: Folder) -> None:
    briefs = [("News in brief", row(name)[1], "2024-03-01", f"https://news.example/{name}") for name in NAMES]
    save(site, briefs[:1])
    build(site)
    save(site, briefs[1:2])
    assert (build(site), len(articles(site))) == ([], 2)


def test_a_renamed_file_of_a_row_whose_number_a_withdrawn_one_had(site: Folder) -> None:
    rows = [row(name, 1 + number) for number, name in enumerate(NAMES)]
    save(site, rows[:3])
    build(site)
    about(site, NAMES[1]).unlink()
    save(site, [rows[4], *rows[:3]])
    build(site)
    first = about(site, NAMES[0])
    first.rename(first.with_name("renamed.md"))
    assert (build(site), about(site, NAMES[0]).name) == ([], "renamed.md")
    save(site, [rows[4], rows[0]])
    build(site)
    (site.seeds / "list.csv").unlink()
    assert build(site) == []


def test_an_older_copy_of_a_deleted_article_is_put_back(site: Folder) -> None:
    rows = [row(name, 1 + number) for number, name in enumerate(NAMES)]
    save(site, rows[:2])
    build(site)
    path = about(site, NAMES[0])
    text = path.read_text(encoding="utf-8")
    save(site, [rows[4], *rows[:2]])
    build(site)
    path.unlink()
    build(site)
    path.write_text(text, encoding="utf-8")
    assert (build(site), len(articles(site))) == ([], 3)


@settings(max_examples=200)
@given(st.data())
def test_each_row_is_one_article_s(data: st.DataObject) -> None:
    marks = st.builds(Marks, *(st.sampled_from([b"", b"a", b"b", b"c"]) for _ in range(4)))
    lost = {
        f"{number}.md": Memory("list.csv", number, data.draw(st.sampled_from(["old", "older"])), False, False, mark)
        for number, mark in enumerate(data.draw(st.lists(marks)))
    }
    free: dict[Origin, Drafted] = {
        ("list.csv", number): Drafted("", "list.csv", number, "new", "", "", "", None, (), False, mark)
        for number, mark in enumerate(data.draw(st.lists(marks)))
    }
    found = records.follow(lost, free)
    assert found.keys() <= lost.keys()
    assert sorted(found.values()) == sorted({*found.values()} & free.keys())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), min_size=2, max_size=5), st.booleans())
def test_no_text_takes_another_s_place(
    tmp_path_factory: pytest.TempPathFactory,
    versions: list[list[str]],
    address: bool,
) -> None:
    folder = Folder(tmp_path_factory.mktemp("site"))
    folder.content.mkdir()
    folder.config.write_text("tagging: false\n", encoding="utf-8")
    stood: dict[str, Path] = {}
    for names in versions:
        save(folder, [row(name, 1 + NAMES.index(name), address=address) for name in names])
        build(folder)
        stood |= {name: about(folder, name) for name in names if name not in stood}
        for name, path in stood.items():
            article = articles(folder)[path]
            assert (article.title, f"The {name} was" in article.body) == (f"Council closes the {name}", True)
        assert len(articles(folder)) == len(stood)
