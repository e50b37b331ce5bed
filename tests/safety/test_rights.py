"""What may not be shown stands nowhere in the output: pages, search, feeds, data, packed or not, whole or in words."""

import gzip
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.content.write import render
from dateline.model import Article, When
from dateline.program import main

# Words that no dictionary and no template has; the search index keeps stems and parts of words, so these have no ending
# that a stemmer takes off, and are looked for by their beginnings too.
OPEN = ["zyqopen", "vrukopen"]  # may stand anywhere
KEPT_BACK = ["zyqwombat", "plarvungo", "quibberzok", "xylofrand"]
EXCERPT = "This excerpt begins with zyqopen words. " * 30  # longer than any excerpt that is shown
WITHHELD = (
    f"The {KEPT_BACK[0]} opened the harbour of Estonia. “We {KEPT_BACK[1]} the ships,” said Ann Lee, who met the "
    f"{KEPT_BACK[2]} in Latvia.\n\n## Heading {KEPT_BACK[3]}\n\n> Quoted {KEPT_BACK[1]}\n\nAnn Lee: {KEPT_BACK[2]}!"
)


@dataclass(frozen=True)
class Case:
    """One way to say what may be shown."""

    name: str
    article: str = ""  # rights: of the article
    source: str = ""  # rights: of its source
    site: str = ""  # rights: of the site

    @property
    def rights(self) -> str:
        return self.article or self.source or self.site


CASES = [
    Case("article-link", article="link"),
    Case("article-excerpt", article="excerpt"),
    Case("source-link", source="link"),
    Case("source-excerpt", source="excerpt"),
    Case("article-over-source", article="link", source="full"),
    Case("excerpt-over-full", article="excerpt", source="full", site="full"),
    Case("one-paragraph", article="excerpt"),
]


def body(case: Case) -> str:
    if case.name == "one-paragraph":
        return " ".join(f"{EXCERPT} {WITHHELD}".split())
    return WITHHELD if case.rights == "link" else f"{EXCERPT}\n\n{WITHHELD}"


def lay_out(folder: Path, cases: list[Case], site: str = "full", *, seeds: bool = True) -> None:
    """One article of content/ and one seed for each case."""
    (folder / "seeds").mkdir(parents=True)
    sources = []
    for number, case in enumerate(cases):
        outlet = f"Outlet {case.name}"
        sources.append(f"  - name: {outlet}\n" + (f"    rights: {case.source}\n" if case.source else ""))
        article = Article(
            title=f"Headline {case.name} vrukopen",
            body=body(case),
            date=When(2021, 5, 1 + number),
            source=outlet,
            language="en",
            people=("Ann Lee",),
            countries=("Estonia",),
            topics=("Shipping",),
            rights=case.article,
            url="https://example.org/a",
        )
        path = folder / f"content/articles/{case.name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(article), encoding="utf-8")
        if seeds and case.source and case.source != "full":
            record = {"title": f"Raw headline {case.name}", "source": outlet, "date": "2020-05-01", "text": body(case)}
            (folder / f"seeds/{case.name}.json").write_text(json.dumps(record), encoding="utf-8")
    text = f"title: A file\nrights: {site}\nbase_url: https://archive.example/\nsources:\n{''.join(sources)}"
    (folder / "content/site.yaml").write_text(text, encoding="utf-8")


def texts(public: Path) -> Iterator[tuple[str, str]]:
    """Every file of the output as text, lower case: unpacked, and of databases every value."""
    for path in sorted(public.rglob("*")):
        if not path.is_file():
            continue
        name, data = path.relative_to(public).as_posix(), path.read_bytes()
        yield name, name.casefold()
        if data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                data = b"".join(archive.read(member) for member in archive.namelist())
        if data.startswith(b"SQLite format 3\0"):
            with closing(sqlite3.connect(path)) as table:
                data += "\n".join(table.iterdump()).encode()
        yield name, data.decode("utf-8", "replace").casefold()
        yield name, re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), data.decode("latin-1").casefold())


def holding(public: Path, words: list[str]) -> set[tuple[str, str]]:
    """The files that hold one of the words, or the beginning of it that a stemmer might leave."""
    return {(name, word) for name, text in texts(public) for word in words if word[:6] in text}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rights")
    lay_out(folder, CASES)
    assert main(["build", "--site", str(folder)]) == 0
    return folder


def test_what_is_withheld_stands_nowhere(built: Path) -> None:
    assert holding(built / "public", KEPT_BACK) == set()


def test_what_may_be_shown_is(built: Path) -> None:
    """Else the test above would pass on an empty site."""
    found = {name for name, _ in holding(built / "public", OPEN)}
    assert {"index.html", "data/articles.jsonl"} <= found
    assert any(name.startswith("search/") for name in found)
    assert len([name for name in found if name.startswith("2021/")]) >= len(CASES)


def test_the_machine_read_the_withheld_text_all_the_same(built: Path) -> None:
    """The corpus is a person's own; what is published is another matter."""
    made = [path.read_text("utf-8").casefold() for path in (built / "content/articles/2020").glob("*.md")]
    assert len(made) == 2
    assert all(KEPT_BACK[0] in text for text in made)  # the other lines may look like furniture


@pytest.mark.parametrize("site", ["link", "excerpt"])
def test_the_sites_own_default_holds_too(tmp_path: Path, site: str) -> None:
    lay_out(tmp_path, [Case("by-default", site=site), Case("open", article="full")], site)
    path = tmp_path / "content/articles/open.md"
    path.write_text(path.read_text("utf-8").replace(WITHHELD, "Open zyqopen text."), encoding="utf-8")
    assert main(["build", "--site", str(tmp_path)]) == 0
    assert holding(tmp_path / "public", KEPT_BACK) == set()


def test_a_change_of_rights_takes_the_text_out_of_a_site_that_was_open(tmp_path: Path) -> None:
    lay_out(tmp_path, [Case("closing")], seeds=False)
    assert main(["build", "--site", str(tmp_path)]) == 0
    assert len(holding(tmp_path / "public", KEPT_BACK)) > 4
    settings = tmp_path / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("rights: full", "rights: link"), encoding="utf-8")
    assert main(["build", "--site", str(tmp_path)]) == 0
    assert holding(tmp_path / "public", KEPT_BACK) == set()
