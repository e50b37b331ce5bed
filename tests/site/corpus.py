"""Small corpora of invented words, for tests of the library and the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline import addresses
from dateline.config import Config, Source
from dateline.model import TAG_FACETS, Article, Entry, Evidence, Facet, Mention, Quote, SetAside, Tag, When
from dateline.site.plan import plan
from dateline.site.views import Page
from dateline.vocabulary import Person, Role, Topic, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.site.shown.parts import Parts

CONFIG = Config(title="The Harbour File", description="Notes from a small port", sources=(Source("Port Gazette"),))
VOCABULARY = Vocabulary(
    people={"Ada Õunapuu": Person("Ada Õunapuu", roles=(Role("Harbour master", When(2019), None),))},
    topics={
        "Transport": Topic("Transport", "medtop:20000337", definition="Moving people and goods"),
        "Shipping": Topic("Shipping", "medtop:20000340", parent="Transport", cues={"harbour": 2.0, "crane": 1.0}),
    },
)
TEXT = (
    "Ada Õunapuu opened the new harbour in Estonia on a windy morning.\n\n"
    "The crane from Finland lifted its first load. “It holds,” Õunapuu said, and the harbour applauded.\n\n"
    "## What comes next\n\nShips from Finland are expected within the week."
)
WORDS: Mapping[tuple[Facet, str], tuple[str, ...]] = {
    ("people", "Ada Õunapuu"): ("Ada Õunapuu", "Õunapuu"),
    ("people", "Bo Lind"): ("Bo Lind",),
    ("countries", "Estonia"): ("Estonia",),
    ("countries", "Finland"): ("Finland",),
    ("topics", "Shipping"): ("harbour", "crane"),
}
CODES = {"Estonia": "EE", "Finland": "FI", "Shipping": "medtop:20000340"}


def mentions(facet: Facet, name: str, words: Iterable[str], title: str, body: str) -> tuple[Mention, ...]:
    """Every place of a text at which one of the words stands, the title first; longer words win."""
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
    found = [
        Mention(facet, name, m.group(), m.start(), m.end(), f"{facet}.name", "title") for m in pattern.finditer(title)
    ]
    found += [Mention(facet, name, m.group(), m.start(), m.end(), f"{facet}.name") for m in pattern.finditer(body)]
    return tuple(found)


def entry(title: str, date: str = "", body: str = TEXT, **more: object) -> Entry:
    """An article whose tags are all of WORDS that stand in it; `more` are further fields of Article."""
    tags = tuple(
        Tag(facet, name, CODES.get(name, ""), float(len(found)), found)
        for (facet, name), words in WORDS.items()
        if (found := mentions(facet, name, words, title, body))
    )
    article = Article(
        title=title,
        body=body,
        date=When.parse(date) if date else None,
        **{facet: tuple(tag.name for tag in tags if tag.facet == facet) for facet in TAG_FACETS},  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )
    said = body.find("It holds,")
    quotes = (Quote("It holds,", said, said + 9, "Ada Õunapuu", "Õunapuu", "quotes.name-said", 1),) if said >= 0 else ()
    return Entry(
        quotes=quotes,
        article=article,
        path=f"{date[:4] or 'undated'}/{addresses.slugify(title)}.md",
        address=addresses.address(article),
        tags=tags,
        evidence={"date": Evidence("date.stamp", date, 2, weak=len(date) < 10)} if date else {},
        set_aside=(SetAside(3, "© A. Photographer", "photo credit"),),
        sha256="ab" * 32,
    )


def corpus() -> list[Entry]:
    """Every precision of dates, two languages, with and without a source."""
    return [
        entry("The harbour opens", "2021-05-25T16:17", source="Port Gazette", seed="a.txt", language="en"),
        entry("A second crane", "2021-05-25", source="Port Gazette", seed="b.txt"),
        entry("Kraana ja sadam", "2020-03", body="Bo Lind tuli.\n\nSadam on avatud.", language="et", seed="c.txt"),
        entry("A year of work", "2018", body="Bo Lind went to Finland.", author=("C. Writer", "D. Other")),
        entry("No date at all", body="A short note <b>about</b> nothing & nobody.", title_derived=True, seed="e.txt"),
    ]


def many(n: int, first_year: int = 2019) -> list[Entry]:
    """`n` articles, three a day and then a day without."""
    found = []
    for i in range(n):
        day = i // 3 * 2
        year, month, number = first_year + day // 336, day % 336 // 28 + 1, day % 28 + 1
        found.append(entry(f"Notice {i} from the quay", f"{year}-{month:02}-{number:02}", source=f"Paper {i % 7}"))
    return found


def pages(parts: Parts) -> Iterator[Page]:
    """All pages, made; of what is no page, nothing is."""
    planned = (each for each in plan(parts) if not each.large)
    return (made for each in planned for made in each.make() if isinstance(made, Page))
