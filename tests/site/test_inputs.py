"""What pages declare to be made from is all that they are made from, and little more.

A thing whose inputs are declared too narrowly is skipped wrongly: the worst mistake that a build can make. So edits of
every kind are made one after the other, and each time the site that was brought up to date is compared, byte by byte,
with one that is made anew; in a corpus in which long lists are cut, subjects have pages for years, and pairs theirs.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.config import Source
from dateline.model import TAG_FACETS, Tag, When
from dateline.progress import Progress
from dateline.site import Workshop, build, making, tables
from dateline.site.last import Making
from dateline.site.making import make, prepare
from dateline.site.pages import search
from dateline.site.planned import digest
from dateline.site.render import Renderer
from dateline.vocabulary import Person, Role
from dateline.workers import Workers
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry
from tests.site.test_making import TEMPLATE, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.config import Config
    from dateline.model import Entry
    from dateline.vocabulary import Vocabulary

SMALLER = {"FULL_ROWS": 6, "TITLE_ROWS": 8, "RANKS": 2, "LETTER": 1, "LONG_DAY": 2, "ARTICLES": 3, "UNDATED_SHOWN": 1}
WORDS = (
    "Ada Õunapuu opened it.",
    "Bo Lind was there.",
    "Estonia paid.",
    "Finland built the crane.",
    "The harbour holds.",
)


def varied(count: int = 34) -> list[Entry]:
    """Articles of three years with every mixture of tags, several a day, some with vague dates or none."""
    found = []
    for i in range(count):
        body = "\n\n".join([f"Notice {i} says so.", *(words for bit, words in enumerate(WORDS) if (i + 1) >> bit & 1)])
        dates = (
            f"{2019 + i % 3}-{i % 4 + 1:02}-{i % 5 + 1:02}",
            f"{2019 + i % 3}-{i % 4 + 1:02}",
            f"{2019 + i % 3}",
            "",
        )
        date = dates[0 if i % 6 else i // 6 % 4]
        found.append(entry(f"Notice {i}", date, body=body, source=f"Paper {i % 3}" if i % 5 else "", seed=f"{i}.txt"))
    return found


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every bound of the site is low, and what is always made of everything is left out: another test has it."""
    lower(monkeypatch)


def lower(patch: pytest.MonkeyPatch) -> None:
    for name, module in sorted(sys.modules.items()):
        if name.startswith("dateline.site"):
            for bound, value in SMALLER.items():
                if isinstance(getattr(module, bound, None), int):
                    patch.setattr(module, bound, value)
    patch.setattr(search, "files", lambda _: iter(()))
    patch.setattr(tables, "files", lambda *_: iter(()))
    # A page is what its template is given, and what all pages share: rendering adds nothing to that.
    patch.setattr(Renderer, "render", lambda self, page: digest(page.kind, page.context, self.site).hex().encode())
    patch.setattr(Renderer, "load", lambda _: None)


class Site:
    """A site folder's state: what a person may change, and the site made of it so far."""

    def __init__(self, top: Path) -> None:
        self.folder, self.templates, self.seeds = top / "public", top / "templates", top / "seeds"
        self.templates.mkdir()
        self.seeds.mkdir()
        self.entries = {each.address: each for each in [*varied(), *corpus()]}
        self.config, self.vocabulary, self.last = CONFIG, VOCABULARY, Making()

    @property
    def workshop(self) -> Workshop:
        entries = tuple(self.entries.values())
        return Workshop(entries, self.config, self.vocabulary, (self.templates,), seeds=self.seeds)

    def anew(self) -> dict[str, bytes]:
        shop = self.workshop
        more = {"templates": shop.templates, "seeds": shop.seeds}
        return dict(build(shop.entries, shop.config, shop.vocabulary, **more))

    def make(self) -> None:
        _, self.last = make(
            prepare(self.workshop, self.last, Workers(), Progress()), self.folder, Workers(), Progress()
        )


def said(one: Entry, **article: Any) -> Entry:
    return replace(one, article=replace(one.article, **article))


def coded(one: Entry) -> tuple[Tag, ...]:
    return tuple(replace(tag, code="LV") if tag.name == "Finland" else tag for tag in one.tags)


# Kind of edit -> an article after it; the number says what is said.
OF_ARTICLES: dict[str, Callable[[Entry, int], Entry]] = {
    "title": lambda one, n: said(one, title=f"Title {n}"),
    "place": lambda one, n: said(one, place=f"Place {n}"),
    "section": lambda one, n: said(one, section=f"Section {n}"),
    "summary": lambda one, n: said(one, summary=f"Summary {n}"),
    "credit": lambda one, n: said(one, image_credit=f"Credit {n}"),
    "body": lambda one, n: said(one, body=f"{one.article.body} More {n}."),
    "source": lambda one, n: said(one, source=f"Paper {n % 4}" if n % 3 else ""),
    "author": lambda one, n: said(one, author=(f"Author {n}",)),
    "rights": lambda one, n: said(one, rights=("full", "excerpt", "link")[n % 3]),
    "url": lambda one, n: said(one, url=f"https://example.org/{n}"),
    "language": lambda one, n: said(one, language=("", "et", "ar")[n % 3]),
    "date": lambda one, n: said(one, date=When(2018 + n % 5, n % 13, 0) if n % 7 else None),
    "corrected": lambda one, n: said(one, extra={"updated": f"2022-0{n % 9 + 1}-01"}),
    "tag gone": lambda one, _: replace(one, tags=one.tags[1:]),
    "tag new": lambda one, n: replace(one, tags=(*one.tags, Tag(TAG_FACETS[n % 3], f"Newcomer {n % 4}", by="person"))),
    "tags turned": lambda one, _: replace(one, tags=one.tags[::-1]),
    "code": lambda one, _: replace(one, tags=coded(one)),
    "quotes": lambda one, _: replace(one, quotes=()),
    "evidence": lambda one, _: replace(one, evidence={}),
    "set aside": lambda one, _: replace(one, set_aside=()),
    "moved": lambda one, n: replace(one, address=f"2020/{n}-new/", formerly=(*one.formerly, one.address)),
}
OF_THE_SITE: dict[str, Callable[[Config, int], Config]] = {
    "site": lambda config, n: replace(config, title=f"Site {n}"),
    "base_url": lambda config, n: replace(config, base_url=f"https://harbour.example/{n}/" if n % 2 else ""),
    "interface": lambda config, n: replace(config, language=("en", "et", "de")[n % 3]),
    "sources": lambda config, n: replace(
        config, sources=(Source("Paper 1", rights=("full", "link")[n % 2], index=n % 2 == 0),)
    ),
}
OF_THE_VOCABULARY: dict[str, Callable[[Vocabulary, int], Vocabulary]] = {
    "people": lambda known, n: replace(
        known, people={"Bo Lind": Person("Bo Lind", roles=(Role(f"Office {n}", When(2020), None),))}
    ),
    "topics": lambda known, n: replace(
        known, topics={name: replace(topic, definition=f"Of {n}") for name, topic in known.topics.items()}
    ),
}
OTHERS = ("delete", "add", "seed", "template")
KINDS = (*OF_ARTICLES, *OF_THE_SITE, *OF_THE_VOCABULARY, *OTHERS)


def edit(site: Site, kind: str, number: int) -> None:
    """One change of a kind; `number` says which article it meets and what is said."""
    one = list(site.entries.values())[number % len(site.entries)]
    if kind in OF_ARTICLES:
        del site.entries[one.address]
        after = OF_ARTICLES[kind](one, number)
        site.entries[after.address] = after
    elif kind in OF_THE_SITE:
        site.config = OF_THE_SITE[kind](site.config, number)
    elif kind in OF_THE_VOCABULARY:
        site.vocabulary = OF_THE_VOCABULARY[kind](site.vocabulary, number)
    elif kind == "delete":
        del site.entries[one.address]
    elif kind == "add":
        new = entry(f"Added {number}", f"2021-05-{number % 27 + 1:02}", source=f"Paper {number % 4}")
        site.entries[new.address] = new
    elif kind == "seed":
        (site.seeds / "0.txt").write_text(f"Notice 0\n\nLine {number}\n", encoding="utf-8")
    else:
        (site.templates / "about.html").write_text(TEMPLATE.replace("WORDS", f"Words {number}"), encoding="utf-8")


EACH = [(kind, 5 * place + 1) for place, kind in enumerate(KINDS)]


@settings(max_examples=3, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 60)), min_size=2, max_size=6))
@example(EACH)
def test_after_any_edit_of_any_kind_it_is_the_site_made_anew(edits: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        lower(patch)
        site = Site(Path(name))
        site.make()
        for kind, number in edits:
            edit(site, kind, number)
            site.make()
            after, expected = tree(site.folder), site.anew()
            assert [path for path in expected.keys() | after.keys() if expected.get(path) != after.get(path)] == [], (
                kind
            )


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the things that were made, as they are made."""
    names: list[str] = []
    real = making._make

    def noted(workshop: Workshop, *more: Any) -> making.Made:
        found = real(workshop, *more)
        names.append(found.name)
        return found

    monkeypatch.setattr(making, "_make", noted)
    return names


def test_what_says_nothing_of_an_edited_text_is_not_made(tmp_path: Path, made: list[str]) -> None:
    site = Site(tmp_path)
    site.make()
    shop = site.workshop
    assert sorted(made) == sorted(planned.name for planned in (*shop.plan, *shop.rest(())))
    made.clear()
    site.make()
    assert made == []

    library = site.workshop.parts.library
    [item] = [item for item in library.items if item.title == "Notice 7"]
    site.entries[item.address] = said(item.entry, body=f"{item.entry.article.body} More.")
    site.make()
    related = site.workshop.parts.related
    near = {other.address for other in library.items if item.number in related[other.number]}
    tags = {library.subject(key).address for key in item.keys}
    articles = {other.address for other in library.items}
    assert {name for name in made if name in articles} == {item.address, *near}
    about = set(made) - articles
    assert {"", "about/", "search/index.js", "data/"} <= about
    allowed = ("", "about/", "search/index.js", "data/", "feed.xml", "timeline/", f"{item.when.year}/", *tags)  # type: ignore[union-attr]
    assert [
        name for name in about if not name.startswith(tuple(tags)) and name not in allowed and name[:4] != "2020"
    ] == []


def test_a_new_article_makes_few_others(tmp_path: Path, made: list[str]) -> None:
    """Its neighbours, and some to which others are related now: no page counts the articles of the archive but those
    that are about it."""
    site = Site(tmp_path)
    site.make()
    before = set(tree(site.folder))
    made.clear()
    new = entry("Quite another thing", "2020-12-30", body="Nobody is named.", source="Gazette")
    site.entries[new.address] = new
    site.make()
    library = site.workshop.parts.library
    [item] = [item for item in library.items if item.title == new.article.title]
    articles = {other.address for other in library.items}
    assert item.address in made
    assert len(articles.intersection(made)) < len(articles) / 4
    assert before < set(tree(site.folder))


def test_a_new_tag_makes_no_article_but_its_own(tmp_path: Path, made: list[str]) -> None:
    """The links of all others are as they were; what counts and ranks all tags is made, and rendered if it differs."""
    site = Site(tmp_path)
    site.make()
    library = site.workshop.parts.library
    item = next(item for item in library.items if item.title == "Notice 7")
    before = [library.items[number].address for number in site.workshop.parts.related[item.number]]
    made.clear()
    site.entries[item.address] = replace(item.entry, tags=(*item.entry.tags, Tag("people", "Newcomer")))
    site.make()
    assert item.address in made
    assert "people/newcomer/" in made
    articles = {other.address for other in library.items}
    assert len({name for name in made if name in articles} - {item.address, *before}) < len(articles) / 2
