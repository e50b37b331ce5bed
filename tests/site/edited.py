"""A site of articles with every mixture of tags, and edits of every kind that a person may make to it.

Every bound of the site is low there, so that long lists are cut, subjects have pages for years, and pairs theirs.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from dateline.config import Source
from dateline.model import TAG_FACETS, Tag, When
from dateline.site import Workshop, build, tables
from dateline.site.making import make, prepare
from dateline.site.pages import search
from dateline.site.planned import digest
from dateline.site.publishing.last import Making
from dateline.site.templating.render import Renderer
from dateline.tools.progress import Progress
from dateline.vocabulary import Person, Role
from dateline.workers import Workers
from tests.site.corpus import CONFIG, VOCABULARY, corpus, entry
from tests.site.test_making import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

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
