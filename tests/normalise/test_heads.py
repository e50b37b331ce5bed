"""Which line above an article is its headline, and where the article begins, on texts of whole pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import normalise
from tests.seeds.reading import read

if TYPE_CHECKING:
    from dateline.model import Article

CONTEXT = normalise.Context(language="en")
HEADLINE = "Ferries stay in port as quay cracks"
STANDFIRST = "The harbour of Lund is closed after a storm, and the ferries to Vik stay in port"
BODY = (
    "The harbour of Lund closed on Tuesday after a storm, and ferries stayed in port for most of the day.",
    "Workers said the quay had been damaged by waves, and that repairs would take at least two weeks.",
    "The council wants to pay for them from its reserves, which the harbour master called a good idea.",
    "Nobody was hurt, but the owners of three boats told the council that they had lost all they had.",
    "A fisherman whose family has sailed from the harbour for a century said he had seen nothing like it.",
    "The last time that the quay was closed for longer than a day was in the winter of the great frost.",
    "The ferry company said that passengers would get their money back within a week, or another ticket.",
)
OTHERS = ("Board of Lund sells the old lighthouse", "Bakers win the cup of the town for a third time")
MENU = ("Home", "Weather", "Sign in", "Follow us on Twitter")
ALIKE = ("Storm closes harbour of Lund for two weeks", "Quay of Lund was damaged by waves, workers said")
SLOGAN = "Where the town meets its sea"
COOKIES = (
    "Your weather is set to Lund. You can change the place at any time, if you are in another one. The weather is "
    "that of the hour, and comes from the station that is nearest to you."
)


def article(*lines: str) -> Article:
    (seed,), _ = read("a.txt", "\n\n".join(lines))
    return normalise.normalise(seed, CONTEXT).article


@pytest.mark.parametrize(
    "above",
    [
        (HEADLINE, "By Anna Lind", "May 3, 2021", "More on:", *ALIKE, *ALIKE),  # others stand below the date
        (OTHERS[0], "LUND HARBOUR", HEADLINE, "By Anna Lind", "May 3, 2021"),
        ("Welcome to the new site of the harbour of Lund", "Sign in", "Menu", HEADLINE, "By Anna Lind", "May 3, 2021"),
        (HEADLINE, STANDFIRST, "By Anna Lind", "May 3, 2021"),
        (HEADLINE, f"{STANDFIRST}.", "By Anna Lind", "May 3, 2021"),
        (HEADLINE, "May 3, 2021", STANDFIRST),
        ("May 3, 2021", HEADLINE),
        (HEADLINE, STANDFIRST),
        (HEADLINE, "Harbour of Lund News", "May 3, 2021"),
        (f"Home News {HEADLINE} - Latest news", HEADLINE, "By Anna Lind", "May 3, 2021"),
        (f"Home {HEADLINE}", HEADLINE, "By Anna Lind", "May 3, 2021"),
    ],
)
def test_the_headline_has_its_date_right_below(above: tuple[str, ...]) -> None:
    assert article(*MENU, *above, *BODY).title == HEADLINE


def test_a_line_with_capitals_is_no_standfirst_of_those_above_it() -> None:
    capitals = "Ferries Stay in Port as Quay Cracks"
    assert article(*MENU, SLOGAN, *OTHERS, capitals, "By Anna Lind", "May 3, 2021", *BODY).title == capitals
    assert article(*MENU, HEADLINE, OTHERS[1], STANDFIRST, "By Anna Lind", *BODY).title == HEADLINE


def test_a_headline_with_none_of_the_article_s_words_above_a_standfirst_with_its_author() -> None:
    odd = "What summer guests miss out on"
    assert article(SLOGAN, *MENU, odd, f"{STANDFIRST}.", "By Anna Lind", "May 3, 2021", *BODY).title == odd
    assert article(SLOGAN, *MENU, odd, f"{STANDFIRST}.", *BODY).title_derived
    assert article(SLOGAN, *MENU, odd, "Anna Lind, Lundpost", "May 3, 2021", *BODY).title == odd


def test_a_date_is_of_another_line_than_the_headline() -> None:
    odd = "What the storm took of summer"
    above = (SLOGAN, *MENU, odd, "Lund Morning Sentinel Post", "May 3, 2021")
    assert article(*above, *BODY).title == odd  # for whom the author writes


@pytest.mark.parametrize(
    "above",
    [
        (*MENU, COOKIES, *MENU, HEADLINE, "By Anna Lind"),
        (*MENU, COOKIES, *MENU, HEADLINE, STANDFIRST, "May 3, 2021"),
        (*MENU, COOKIES, *MENU, "May 3, 2021", HEADLINE),
        (*MENU, COOKIES, "Print", "Share", HEADLINE, "By Anna Lind"),
    ],
)
def test_a_stray_paragraph_above_the_headline_is_no_article(above: tuple[str, ...]) -> None:
    made = article(*above, *BODY)
    assert made.title == HEADLINE
    assert COOKIES not in made.body
    assert made.body.endswith(BODY[-1])


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, BODY[0], *MENU, OTHERS[0], "By Bo Ek", *BODY[1:]),  # it has a headline of its own
        (*MENU, *BODY, *MENU, OTHERS[0], "By Bo Ek", "The storm was the worst in years, says the weather office."),
    ],
)
def test_a_paragraph_is_no_stray_one_where(lines: tuple[str, ...]) -> None:
    assert BODY[0] in article(*lines).body


def test_the_date_below_a_standfirst_is_the_article_s() -> None:
    made = article(
        "May 5, 2021", *MENU, HEADLINE, f"{STANDFIRST}.", "By Anna Lind", "May 3, 2021", *BODY, "May 4, 2021"
    )
    assert str(made.date) == "2021-05-03"
    made = article("May 5, 2021", *MENU, HEADLINE, *BODY[:2], "May 3, 2021", *BODY[2:])  # in the midst of the text
    assert str(made.date) == "2021-05-05"


def test_when_a_comment_was_written_is_no_date_of_the_article() -> None:
    assert article(HEADLINE, *BODY, "Comments", "Bo Ek on May 5, 2021 at 5:23 pm said:").date is None
    made = article(HEADLINE, "Posted by Anna Lind on May 3, 2021", *BODY, "Bo Ek on May 5, 2021 at 5:23 pm said:")
    assert str(made.date) == "2021-05-03"


def test_a_date_before_a_count_and_a_section() -> None:
    made = article(HEADLINE, "May 3, 2021/0 Comments/in The Harbour of Lund and Vik /by admin", *BODY)
    assert str(made.date) == "2021-05-03"


def test_the_source_of_a_quotation_is_no_mark_of_the_article() -> None:
    told = ("The harbour office of Lund", f"“{STANDFIRST}, and nobody knows for how long.”")
    made = article(
        SLOGAN, HEADLINE, "May 3, 2021", "Share", *told, "Source: Harbour Office of Lund, April 2, 2021", *BODY
    )
    assert (made.title, str(made.date)) == (HEADLINE, "2021-05-03")


def test_a_headline_may_ask_or_exclaim() -> None:
    made = article(*MENU, COOKIES, *MENU, "Ferries stay in port: and now?", "By Anna Lind", *BODY)
    assert made.title == "Ferries stay in port: and now?"


def test_what_says_that_something_was_published_is_a_date_whatever_stands_before() -> None:
    glued = "All of LundEdited by Anna Lind (with the agencies of the whole coast)Updated: May 3, 2021 03:49 pm"
    assert str(article(HEADLINE, glued, *BODY).date) == "2021-05-03T15:49"
    barred = "Anna Lind · Lund News · Posted: May 3, 2021 9:27 AM ET | Last Updated: some twenty-four minutes ago"
    assert str(article(HEADLINE, barred, *BODY).date) == "2021-05-03T09:27"
    said = "The council of Lund and its harbour master said in the report on what was lost on May 3, 2021"
    assert article(HEADLINE, said, *BODY).date is None


def test_a_button_that_opens_a_window_is_no_headline() -> None:
    share = "Click to email this to a friend (Opens in new window)"
    assert article(*MENU, share, "What summer guests miss out on", "May 3, 2021", *BODY).title != share


def test_the_only_heading_of_the_first_level() -> None:
    menu = ("* Home", "* Weather", "* Sign in", "## Sport", "Board of Lund sells the old lighthouse at last")
    odd = "What the storm took"
    assert article(*menu, f"#  {odd}", "* Print", *BODY).title == odd
    assert article(*menu, "# Lund", f"# {odd}", "* Print", *BODY).title != odd  # which of them
    assert article(*menu, "# All of the news today", f"## {HEADLINE}", "By Anna Lind", "May 3, 2021", *BODY).title != (
        "All of the news today"
    )
    assert article("# 1 in the charts of the town", *BODY).title != "1 in the charts of the town"  # no converter's


def test_a_line_that_goes_on_with_a_sentence_is_no_headline() -> None:
    above = ("Read", "the harbour of Lund and its ferries on your phone", "May 3, 2021")
    assert article(*MENU, *above, HEADLINE, *BODY).title == HEADLINE
    assert article(*MENU, "eHarbour opens as storm closes quay of Lund", "May 3, 2021", *BODY).title.startswith("eH")


def test_a_heading_that_is_said_twice_is_one() -> None:
    menu = ("* Home", "* Weather", "* Sign in", "## Sport", "Board of Lund sells the old lighthouse at last")
    odd = "What the storm took"
    assert article(*menu, f"* # {odd}", f"# {odd}", f"# {odd}", *BODY).title == odd
    lead = f"**{BODY[0]} {BODY[1]}**"  # whose stars hide that it is a sentence
    assert article(*menu, f"# {odd}", lead, "## Picture", *BODY[2:]).title == odd


def test_a_button_of_a_form_is_no_heading_of_the_page() -> None:
    page = ("# Log in", "* Weather", "* Sport", "* Harbour", *MENU, HEADLINE, "May 3, 2021", *BODY)
    assert article(*page).title == HEADLINE


def test_a_line_that_begins_in_the_middle_of_a_sentence_is_no_headline() -> None:
    slogan = "... but the ferries of Lund stay in port as the quay of the harbour"
    assert article(*MENU, slogan, "May 3, 2021", "The sea that takes away", *BODY).title == "The sea that takes away"
    assert article(*MENU, "... And the ferries stay in port", *BODY).title == "... And the ferries stay in port"


def test_the_headline_below_its_date_whatever_it_says() -> None:
    strange = "Where old people sit and sing all night"
    assert article(*MENU, "May 3, 2021", "4012", strange, *BODY).title == strange
    assert article(*MENU, "May 3, 2021", f"{strange}.", *BODY).title_derived  # a sentence
    assert article(*MENU, OTHERS[1], strange, *BODY).title != strange  # no date


def test_a_weblog_has_its_name_above_the_date_and_the_headline_below() -> None:
    strange = "Where old people sit and sing all night"
    assert article("Blue Socks", "May 3, 2021", strange, *BODY).title == strange
    assert article("Old people sing all night", "May 3, 2021", strange, *BODY).title == "Old people sing all night"


def test_the_headline_at_the_end_of_the_way_to_its_page() -> None:
    page = (f"{HEADLINE} - lundpost.example", *MENU, f"Home > News > {HEADLINE}", STANDFIRST, *BODY)
    made = article(*page)
    assert (made.title, made.source) == (HEADLINE, "lundpost.example")


def test_a_paper_at_the_end_of_the_page_s_title_that_nothing_says_again() -> None:
    made = article(f"{HEADLINE} – The Lund Times", *MENU, *BODY)
    assert (made.title, made.source) == (HEADLINE, "The Lund Times")
    made = article(f"{HEADLINE} – Lund Haven - News", *MENU, *BODY)
    assert made.source != "Lund Haven - News"
    made = article(f"{HEADLINE} – The Lund Storm", *MENU, *BODY)
    assert (made.title, made.source) == (f"{HEADLINE} – The Lund Storm", "")


def test_a_date_at_the_end_of_the_page_s_title_is_no_outlet() -> None:
    page = (f"{HEADLINE} | Lund | Lundpost | 03.05.2021", *MENU, HEADLINE, *BODY)
    assert article(*page).source == "Lundpost"


def test_the_headline_in_the_middle_of_the_page_s_title() -> None:
    title = f"Lundpost - {HEADLINE} - The voice of the coast"
    made = article(title, *MENU, HEADLINE, *BODY, "© 2021 Lundpost")
    assert (made.title, made.source) == (HEADLINE, "Lundpost")


def test_a_line_that_is_said_twice_ends_with_no_site() -> None:
    said = "Harbour of Lund - ferries stay in port for days"
    assert article("Harbour of Lund", *MENU, said, said, "By Anna Lind", *BODY).title == said


def test_marks_of_headings_are_no_part_of_the_headline() -> None:
    assert article("## Sport", f"### {HEADLINE}", "By Anna Lind", "May 3, 2021", *BODY).title == HEADLINE


def test_a_heading_right_below_the_first_is_a_standfirst() -> None:
    menu = ("* Home", "* Weather", "* Sign in", "Board of Lund sells the old lighthouse at last")
    odd = "What the great storm took of summer"
    assert article(*menu, f"# {odd}", "## Nobody was hurt, but three boats are lost", *BODY).title == odd


def test_a_section_at_the_end_of_the_page_s_title_is_no_outlet() -> None:
    assert article(f"{HEADLINE} | Health", *MENU, HEADLINE, *BODY).source == ""
    assert article(f"{HEADLINE} - Lundpost.se - ferries, weather", *MENU, HEADLINE, *BODY).source == "Lundpost.se"
    assert article(f"{HEADLINE} - Health - Lundpost", *MENU, HEADLINE, *BODY).source == "Lundpost"


def test_the_page_s_title_where_its_headline_stands_below_the_article_alone() -> None:
    made = article(f"{HEADLINE} - Lundpost", *MENU, *BODY, "Most read", HEADLINE, *OTHERS)
    assert (made.title, made.source) == (HEADLINE, "Lundpost")
    assert made.body.startswith(BODY[0])
    assert article(f"{OTHERS[0]} - {OTHERS[1]}", *MENU, *BODY).title != OTHERS[0]
