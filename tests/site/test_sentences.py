"""What pages say of articles in a sentence or a list is true, and says something."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from dateline import site
from dateline.cards import Told
from dateline.library import shelve
from dateline.model import When
from dateline.site.pages import told
from dateline.site.words.language import Language
from dateline.vocabulary import Person, Role
from tests.site.corpus import CONFIG, VOCABULARY, entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.cards import Key
    from dateline.model import Entry

ADA = "Ada Õunapuu"


def page_of(entries: Sequence[Entry], name: str) -> str:
    return dict(site.build(entries, CONFIG, VOCABULARY))[name].decode().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2021-05-25", "2021-05-25", "25 May 2021"),
        ("2021-05", "2021-05-25", "May 2021"),
        ("2021", "2021-05", "2021"),
        ("2021-05-25", "2021-05-26", "25 May 2021 to 26 May 2021"),
    ],
)
def test_a_span_that_lies_within_its_first_date_is_that_date(first: str, last: str, said: str) -> None:
    assert Language("en").span(When.parse(first), When.parse(last)).replace("\N{NO-BREAK SPACE}", " ") == said


def test_a_subject_of_undated_articles_says_so() -> None:
    page = page_of([entry("A note"), entry("Another note")], "people/ada-ounapuu/index.html")
    assert f"2 articles mention {ADA}, undated." in page


def test_what_stood_once_before_a_name_among_many_titles_is_none() -> None:
    often = "Mayor Ada Õunapuu spoke. " * 25
    noted = entry("A note", "2021-01-01", body=f"{often}Haters of Mayor Ada Õunapuu left.")
    introduced = page_of([noted], "people/ada-ounapuu/index.html").partition("Introduced as")[2].partition("</p>")[0]
    assert "Mayor" in introduced
    assert "Haters" not in introduced


def test_an_office_that_somebody_held_twice_is_said_once() -> None:
    terms = ((2001, 2003), (2009, None))
    mayor = [Role("Mayor of Lund", When(first), When(last) if last else None) for first, last in terms]
    held = Person(ADA, roles=(mayor[0], Role("Harbour master", When(2019)), mayor[1], Role("Chair")))
    pages = site.build([entry("A note", "2021-01-01")], CONFIG, replace(VOCABULARY, people={ADA: held}))
    page = dict(pages)["people/ada-ounapuu/index.html"].decode()
    assert "Mayor of Lund, 2001–2003, 2009–; Harbour master, 2019–; Chair" in page


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (["Port Gazette", "Quay News", ""], "2 sources of 2 articles; 1 article without a source"),
        (["Port Gazette"], "1 source of 1 article"),
        (["", ""], "2 articles without a source"),
    ],
)
def test_articles_that_name_no_source_are_none_of_the_sources(sources: list[str], said: str) -> None:
    entries = [entry(f"Note {n}", f"2021-01-0{n + 1}", source=source) for n, source in enumerate(sources)]
    assert f'content="Sources: {said}."' in page_of(entries, "sources/index.html")
    assert said in page_of(entries, "404.html")


def test_names_that_all_count_once_are_a_list_only_where_all_have_room() -> None:
    parts = site.prepare([entry("A note", "2021-01-01")], CONFIG, VOCABULARY)
    once: Counter[Key] = Counter({("countries", "Estonia"): 1, ("countries", "Finland"): 1})
    twice: Counter[Key] = Counter({("countries", "Estonia"): 1, ("countries", "Finland"): 2})
    assert parts.counted(once, "countries", 2) is not None
    assert parts.counted(once, "countries", 1) is None
    assert parts.counted(once, "countries", 1, ("people", ADA)) is not None
    assert parts.counted(twice, "countries", 1) is not None


def test_what_a_person_says_in_one_article_stands_together() -> None:
    note = entry("A note", "2021-01-01", body="“It holds,” Ada Õunapuu said. “It stays,” she added.")
    (first,) = note.quotes
    start = note.article.body.index("It stays,")
    second = replace(first, text="It stays,", start=start, end=start + len("It stays,"))
    page = page_of([replace(note, quotes=(first, second))], "people/ada-ounapuu/index.html")
    words = page.partition('<ol class="words">')[2].partition("</ol>")[0]
    assert (words.count("<blockquote>"), words.count("<figcaption>"), words.count("<time")) == (2, 1, 1)


def test_a_table_that_is_cut_leads_to_the_whole() -> None:
    entries = [entry(f"Of {n}", "2021-01-01", source=f"Paper {n}") for n in range(41)]
    page = page_of(entries, "about/index.html")
    assert page.count('<th scope="row"><a href="../sources/') == 40
    assert '<a href="../sources/index.html">All 41 sources</a>' in page
    assert "All 40 sources" not in page_of(entries[:40], "about/index.html")


@pytest.mark.parametrize("address", ["people/ada-ounapuu/", "2021/01/01/a-note/", "sources/port-gazette/"])
def test_a_count_stays_on_the_line_of_what_it_counts(address: str) -> None:
    notes = [entry("A note", "2021-01-01", source="Port Gazette", seed="a.txt"), entry("Other", "2021-01-02")]
    page = page_of(notes, f"{address}index.html")
    assert re.search(r"(?:</q>|\w)&nbsp;×", page)
    assert not re.search(r"(?:</q>|\w) ×", page)


def test_capitals_make_no_other_words() -> None:
    subject = shelve([entry("A note", "2021-01-01")]).subject(("people", ADA))
    said = [Told(wordings=((ADA, 3), ("Õunapuu", 2))), Told(wordings=(("ÕUNAPUU", 1), (ADA.upper(), 1), ("Ada", 1)))]
    assert [(each.text, each.count) for each in told.wordings(subject, said)] == [(ADA, 4), ("Õunapuu", 3), ("Ada", 1)]
    assert told.wordings(subject, [Told(wordings=((ADA, 3), (ADA.upper(), 1)))]) == ()
