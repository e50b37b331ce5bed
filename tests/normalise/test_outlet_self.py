"""What a text that was taken from a whole page says of its own site."""

from __future__ import annotations

import pytest

from dateline import normalise
from tests.seeds.reading import read

CONTEXT = normalise.Context(language="en")
HEADLINE = "Harbour closed after the worst storm in years"
BODY = (
    "The harbour of Lund closed on Tuesday after a storm, and ferries stayed in port for most of the day.",
    "Workers said the quay had been damaged by waves, and that repairs would take at least two weeks.",
    "The council wants to pay for them from its reserves, which the harbour master called a good idea.",
)
MENU = ("Privacy", "Weather", "Cookies", "Jobs", "Contact us")


def source(*below: str, above: tuple[str, ...] = ()) -> str:
    (seed,), _ = read("a.txt", "\n\n".join([*above, HEADLINE, *BODY, *below]))
    return normalise.normalise(seed, CONTEXT).article.source


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Terms of Use", "About Lundpost", "Lundpost Store", "© 2021 Coast Media Group"], "Lundpost"),
        (["* NRL TV", "* NRL Radio", "* Weather"], "NRL"),
        (["Lundpost is a part of Coast Media. © 2021 Lundpost, LLC. All Rights Reserved."], "Lundpost"),
        (["Send your stories to contact@news.lundpost.com.au"], "lundpost.com.au"),
        (["Write to redaktion@lundpost.de", "Impressum"], "lundpost.de"),
        (["© 2021 Coast Media Group"], "Coast Media Group"),
        (["Follow us on Twitter", "Share on Facebook", "Top Videos", "Sports Newsletter", "About Us"], ""),
        (["About Anna Lind", "Follow Anna Lind", "Privacy Policy"], ""),
        (["About Lundpost", "Coastline Store", "Privacy Policy"], ""),
        (["Write to redaktion@lundpost.de or info@coast.de", "Impressum"], ""),
        (["Copyright Policy"], ""),
        (["Search Lundpost", "© 2021 Lundpost Media LLC. All rights reserved."], "Lundpost"),
        (["Lundpost Newsletter!", "editor@lund-post.example", "www.lundpost.se"], "Lundpost"),
        (["Send Lundpost Feedback", "Make Lundpost my homepage", "© 2021 Coastsoft"], "Lundpost"),
        (["Lundpost may receive a commission", "© 2021 Coast Holdings, Inc."], "Lundpost"),
        (
            ["About the author", "Bo Ek is a staff writer at Lundpost.", "Popular on Lundpost", "© 2021 Coast Group"],
            "Lundpost",
        ),
        (["© 2021 Lundpost Company"], "Lundpost"),
        (["Search Herald", "Herald Newsletter", *MENU, "© 2021 Lund Herald."], "Lund Herald"),
        (["Search Herald", "Herald Newsletter", *MENU, "© 2021 Lundherald."], "Herald"),
        (["Lundpost is a friendly search engine for the coast", "© 2021 Coast Media Group"], "Lundpost"),
        (["Lundpost is the English edition of the paper", "© 2021 Coast Media Group"], "Lundpost"),
        (["Anna Lind is the editor of a magazine", "© 2021 Coast Media Group"], "Coast Media Group"),
        (["Join the Lundpost on Twitter", "Lundpost Newsletter", "© 2021 Coast Media Group"], "Lundpost"),
        (
            ["Partager sur Facebook", "Partager sur Twitter", "© 2021 Coast Media Group"],
            "Coast Media Group",
        ),
        (["© 2019 Copyright Lundpost Pvt. Ltd. All Rights reserved"], "Lundpost"),
        (["© 2000 - 2021 Lundpost (www.lundpost.example)"], "Lundpost"),
        (["© 2000- Lundpost.com, LLC."], "Lundpost.com"),
        (
            ['Copyright © 2021 Coast Publications. "Lundpost" is a registered trademark. All rights reserved.'],
            "Lundpost",
        ),
        (['© 2021 Coast Publications. "The Lundpost", "Lundpost" are registered trademarks.'], "The Lundpost"),
        (["Terms of Use", "Lundpost.com is part of the Coast Group", "Privacy"], "Lundpost.com"),
        (["© 2021 Lundpost Media, Inc.", "Write to us@lundpost.example"], "Lundpost"),
        (["© 2021 Lundpost Media, Inc. PO Box 9, www.lundpost.example"], "Lundpost"),
        (["Search Lundpost", "Find it all at Lundpost.com", "© 2021 Coast Group"], "Lundpost"),
        (["Join Prime", "Subscribe to Prime", "© 2021 Coast Group"], "Coast Group"),
        (["Search Lundpost", "© 2021 Coast Media"], "Coast Media"),  # one line, and nothing that has the name too
        (["Search Cars", "Cars Newsletter", "Search Boats", "Boats Newsletter"], ""),  # two, and no telling which
        (["Terms of Service Privacy Notice"], ""),
    ],
)
def test_furniture(lines: list[str], name: str) -> None:
    assert source(*lines) == name


def test_the_title_of_the_page_above_its_headline() -> None:
    assert source(above=(f"{HEADLINE} – Lundpost", "Home", "Weather")) == "Lundpost"
    assert source(above=(f"{HEADLINE} -- Lundpost", "Home", "Weather")) == "Lundpost"
    assert source(above=("Ferries stay in port – Lundpost", "Home", "Weather")) == ""


def test_the_name_at_the_head_of_the_page_that_stands_below_again() -> None:
    below = ("Sport", "Lundpost", "© 2021 Coast Group")
    assert source(*below, "info@lundpost.example", above=("Lundpost", "Sport", "Weather")) == "Lundpost"
    assert source(*below, above=("Lundpost", "Sport", "Weather")) == "Coast Group"  # it may be a section's
    assert source("Sport", "Weather", "© 2021 Coast Group", above=("Weather", "Sport")) == "Coast Group"  # of a menu
    assert source("Sport", "© 2021 Coast Group", above=("Lundpost", "Sport", "Weather")) == "Coast Group"
    assert source("+ Lundpost", "info@lundpost.se", above=("+ Lundpost", "Sport")) == "lundpost.se"


def test_rights_that_are_reserved_above_the_headline() -> None:
    assert source(above=("© Lundpost Pty Ltd. All rights reserved.", "Weather")) == "Lundpost"
    assert source(above=("© Lundpost", "Weather")) != "Lundpost"  # whose picture it is


def test_for_whom_the_author_writes_is_a_witness() -> None:
    assert source("Lundpost Store", "© 2021 Coast Group", above=("By Anna Lind | Lundpost",)) == "Lundpost"
    assert source("© 2021 Coast Group", above=("By Anna Lind | Lundpost",)) == "Coast Group"
    assert source("© 2021 Coast Group", above=("By Anna Lind | The Associated Press",)) == "Coast Group"
    assert source("© 2021 Coast Group", above=("By Anna Lind | Lund News",)) == "Lund News"


def test_the_address_that_spells_the_headline_is_the_page_s_own() -> None:
    own = "https://www.lundpost.example/2021/Harbour-closed-after-the-worst-storm-in-years-1484.php"
    (seed,), _ = read("a.txt", "\n\n".join(["Lund", own, HEADLINE, *BODY, "© 2021 Coast Group"]))
    article = normalise.normalise(seed, CONTEXT).article
    assert (article.source, article.url) == ("lundpost.example", own)
    other = own.replace("Harbour-closed-after-the-worst-storm-in-years", "Ferries-stay-in-port-after-the-storm")
    (seed,), _ = read("a.txt", "\n\n".join(["Lund", other, HEADLINE, *BODY, "© 2021 Coast Group"]))
    article = normalise.normalise(seed, CONTEXT).article
    assert (article.source, article.url) == ("Coast Group", "")


def test_a_headline_that_is_said_twice_is_no_name() -> None:
    head = "Vik Harbour Lund Closed"
    (seed,), _ = read("a.txt", "\n\n".join([head, *BODY, "Weather", head, "Read it at vikharbourlundclosed.com"]))
    made = normalise.normalise(seed, CONTEXT).article
    assert (made.title, made.source) == (head, "")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Get the latest news from Lundpost in your inbox.", "Lundpost"),
        ("Get the latest news from the harbour in your inbox.", ""),
        ("I would like to be emailed about offers, events and updates from Lund Post. Read our notice.", "Lund Post"),
        ("By signing up you have read and agree to Lund News' Terms and Conditions.", "Lund News"),
        ("By signing up you agree to our Terms and Conditions.", ""),
        ("By signing up you agree to Facebook's Terms.", ""),
        ("Sie haben noch kein LUNDPOST-Konto? Jetzt anmelden", "LUNDPOST"),
        ("Aktuell auf der Startseite von Lundpost.de", "Lundpost.de"),
        ("Die Datenschutzinformation von Lundpost können Sie hier einsehen.", "Lundpost"),
        ("Warum Sie der Lundpost vertrauen können", "Lundpost"),
        ("Lundpost er en del av Coast Media. Coast Media er ansvarlig for dine data.", "Lundpost"),
        ("Folgen Sie Lundpost auf WhatsApp", "Lundpost"),
        ("Folgen Sie uns auf WhatsApp", ""),
        ("KLUN-TV FCC Public File |", "KLUN-TV"),
        ("Lund asks the FCC public radio's question", ""),
        ("Lundpost.fr sur Facebook", "Lundpost.fr"),
        ("Anna Lind auf Instagram", ""),
        ("Retrouvez-nous sur Facebook", ""),
    ],
)
def test_a_line_that_only_a_site_says_of_itself(line: str, name: str) -> None:
    assert source("Weather", line, "Terms of Use", "Menu", "Sport", "Read more", "Sign in") == name


def test_two_names_in_such_lines_are_none() -> None:
    assert source("Follow Lundpost on WhatsApp", "Follow Coastline on WhatsApp", "Menu", "Sport") == ""


def test_the_title_of_a_page_of_several_parts_or_lines() -> None:
    head = (HEADLINE,)
    assert source(above=(f"{HEADLINE} : Ferries : Lundpost", "Home", *head)) == "Lundpost"
    assert source(above=(f"{HEADLINE} - Ferries - Lundpost", "Home", *head)) == "Lundpost"
    assert source(above=(HEADLINE, "| Lundpost", "Home", *head)) == "Lundpost"
    assert source(above=(f"{HEADLINE} — Anna Lind", "—", "Lundpost", "Home", *head)) == "Lundpost"
    assert source(above=(f"{HEADLINE}: Ferries, 3 May 2021", "Home", *head)) == ""


def test_the_site_before_its_headline_in_the_title_of_a_page() -> None:
    assert source("© 2021 Lundpost", above=(f"Lundpost: {HEADLINE}", "Home", HEADLINE)) == "Lundpost"
    assert source("© 2021 Coast Group", above=(f"Storm: {HEADLINE}", "Home", HEADLINE)) == "Coast Group"


def test_a_page_s_title_with_the_site_before_the_headline_is_not_the_headline() -> None:
    for title in (f"Lundpost - {HEADLINE}", f"{HEADLINE} : Ferries : Lundpost", f"{HEADLINE} :: Lundpost"):
        (seed,), _ = read("a.txt", "\n\n".join([title, "Home", "Weather", HEADLINE, *BODY]))
        assert normalise.normalise(seed, CONTEXT).article.title == HEADLINE


def told(*lines: str) -> str:
    (seed,), _ = read("a.txt", "\n\n".join([HEADLINE, *BODY, *lines]))
    return normalise.normalise(seed, CONTEXT).article.source


def test_the_outlet_to_which_people_speak_again_and_again() -> None:
    said = "The quay is older than all of us, the harbour master told {}, and nobody has looked at it."
    again = "“We saw it coming,” a fisherman told {} on Tuesday, and nobody in the town had listened to him."
    third = "In an interview with {} the mayor said that the town had no money for a new one this year."
    for name in ("the Lund Post", "LundPost", "Voice of Lund", "LBC News"):
        lines = [line.format(name) for line in (said, again, third)]
        assert told(*lines) == name.removeprefix("the ")
        assert told(*lines[:2]) == ""  # others are quoted so too
        assert told(*lines, f"{name.removeprefix('the ')} reported it first, and asked the council about it.") == ""
    for name in ("Parliament", "MPs", "the Harbour Committee", "Anna Lind", "Berglund"):
        assert told(*(line.format(name) for line in (said, again, third))) == ""


def test_the_outlet_of_which_a_russian_text_speaks_in_cases() -> None:
    head = "Порт закрыт после шторма, и паромы весь день стояли у причала, сообщили в порту во вторник."
    texts = (
        "Как рассказал «Волне» начальник порта, причал старше всех нас, и никто его не осматривал.",
        "По словам собеседника «Волны», денег на новый причал в этом году у города нет и не будет.",
        "«Волна» выяснила, что причал чинили в последний раз сорок лет назад, и то лишь наполовину.",
        "В разговоре с «Волной» рыбак отметил, что предупреждал об этом ещё весной, но его не слышали.",
    )
    for pair in ((0, 1), (1, 2), (2, 3), (3, 0)):
        (seed,), _ = read("a.txt", "\n\n".join([head, *(texts[i] for i in pair)]))
        assert normalise.normalise(seed, CONTEXT).article.source == "Волна"
    masculine = "На вопросы «Маяка» порт не ответил. Об этом сообщил «Маяку» начальник порта во вторник вечером."
    (seed,), _ = read("a.txt", f"{head}\n\n{masculine}")
    assert normalise.normalise(seed, CONTEXT).article.source == "Маяк"
    (seed,), _ = read("a.txt", f"{head}\n\n{texts[0]}")
    assert normalise.normalise(seed, CONTEXT).article.source == ""  # once
    (seed,), _ = read("a.txt", "\n\n".join([head, texts[0], texts[1], masculine]))
    assert normalise.normalise(seed, CONTEXT).article.source == ""  # two outlets


def test_the_address_among_the_first_lines() -> None:
    assert source("Sport", above=("m.lundpost.se", "Weather")) == "lundpost.se"
    assert source("Sport", above=("Weather", "* Lundpost.se")) == "Lundpost.se"
    assert source("Sport", above=("Lundpost.se - ferries, weather, sport", "Weather")) == "Lundpost.se"
    assert source("Sport", above=("lundpost.se", "coast.se", "Weather")) == ""  # two
    assert source("Sport", above=("10.2.2021", "Weather")) == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anna Lind: bo.ek@lundpost.se", "lundpost.se"),
        ("Anna Lind: bo.ek@gmail.com", ""),
        ("Anna Lind: bo.ek@lundpost.se, anna.lind@coast.se", ""),
    ],
)
def test_the_only_host_of_addresses_below_a_text(line: str, name: str) -> None:
    assert source("Sport", line, "Weather", "Menu", "Sign in", "Read more", "Print", "Sports") == name


def test_addresses_of_machines_and_in_code_are_no_outlets() -> None:
    ads = ("https://ads.coast.example/a.js", "https://ads.coast.example/b.js")
    assert source("Menu", *ads) == ""
    code = ("<a href='https://x.coast.example/a'>", "<a href='https://x.coast.example/b'>")
    assert source("Menu", *code) == ""


@pytest.mark.parametrize(
    ("above", "below", "name"),
    [
        (["Skip to content", "KLUN 2", "Weather"], ["KLUN 2 on the air"], "KLUN 2"),
        (["Skip to main content", "Lundhaven", "Weather"], ["Editors of Lundhaven"], "Lundhaven"),
        (["Skip to content", "Lundhaven", "Weather"], [], ""),  # nothing else speaks of it
        (["Skip to content", "All Sections", "Weather"], ["All Sections of the paper"], ""),
        (["Skip to content", "Open the menu", "Weather"], ["Open the menu again"], ""),
    ],
)
def test_the_name_below_the_link_to_the_content(above: list[str], below: list[str], name: str) -> None:
    assert source(*below, above=tuple(above)) == name


@pytest.mark.parametrize(
    ("below", "name"),
    [
        (["redaktion@lund-haven.se", "Lund Haven"], "Lund Haven"),
        (["redaktion@lundhaven.se", "© 2021 Lund Haven Ltd"], "Lund Haven"),
        (["redaktion@lundhaven.se", "Lund Harbour"], "lundhaven.se"),
    ],
)
def test_the_name_that_an_address_spells(below: list[str], name: str) -> None:
    assert source(*MENU, *below) == name


def test_a_clause_in_small_letters_ends_no_page_s_title_as_its_outlet() -> None:
    (seed,), _ = read("a.txt", "\n\n".join([f"{HEADLINE} : three boats sunk", HEADLINE, *BODY]))
    assert normalise.normalise(seed, CONTEXT).article.source == ""
    (seed,), _ = read("a.txt", "\n\n".join([f"{HEADLINE} | lund online", HEADLINE, *BODY]))
    assert normalise.normalise(seed, CONTEXT).article.source == "lund online"
