"""Who wrote a text that was taken from a whole page: of all names in it those beside the headline or the date."""

from __future__ import annotations

import pytest

from dateline import normalise
from dateline.normalise.authors import author_note
from tests.seeds.reading import read

CONTEXT = normalise.Context(language="en")
BODY = (
    "The harbour of Lund closed on Tuesday after a storm, and ferries stayed in port for most of the day.",
    "Workers said the quay had been damaged by waves, and that repairs would take at least two weeks.",
    "The council wants to pay for them from its reserves, which the harbour master called a good idea.",
)
HEADLINE = "Harbour closed after the worst storm in years"


def authors(*above: str, below: tuple[str, ...] = (), headline: str = HEADLINE) -> list[str]:
    """Whom a text is found to be by, with these lines between its headline and its paragraphs, and below them."""
    (seed,), _ = read("a.txt", "\n".join([headline, *above, *BODY, *below]))
    return list(normalise.normalise(seed, CONTEXT).article.author)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["By", "Anna Lind", "-", "May 3, 2021"], ["Anna Lind"]),
        (["By", "Anna Lind", "on", "May 3, 2021"], ["Anna Lind"]),
        (["by", "Anna Lind", "on May 3, 2021", "at 8:52 AM"], ["Anna Lind"]),
        (["Paweł Lind", "Published 3 May 2021"], ["Paweł Lind"]),
        (["3 May 2021", "_Anna Lind_"], ["Anna Lind"]),
        (["São Paulo", "3 May 2021"], []),
        (["Anna Lind", "Foto Bo Ek", "3 May 2021"], ["Anna Lind"]),
        (["Photo Bo Ek", "3 May 2021"], []),
        (["Fotini Lind", "3 May 2021"], ["Fotini Lind"]),
        (["By", "Anna Lind", ", Lund Bureau|", "12 Jan, 2016, 10.34PM IST"], ["Anna Lind"]),
        (["von", "Anna Lind", ",", "Bo Ek", "3. Mai 2021"], ["Anna Lind", "Bo Ek"]),
        (["作者：", "Anna Lind", "2019年2月27日"], ["Anna Lind"]),
        (["byAnna Lind on", "April 29, 2016, 7:31 pm EDT"], ["Anna Lind"]),
        (["By Anna Lind@annalind", "Dec 15, 2016, 1:55pm EST"], ["Anna Lind"]),
        (["By Anna Lind Published in Harbours May 3, 2021 2:24 pm"], ["Anna Lind"]),
        (["byAnna LindDecember 23, 2024"], ["Anna Lind"]),
        (["Anna Lind", "Bo Ek", "Published 3 May 2021"], ["Anna Lind", "Bo Ek"]),
        (["3 May 2021", "Anna Lind", "Read Listen"], ["Anna Lind"]),
        (["Anna Lind 5 hours ago"], ["Anna Lind"]),
        (["Anna Lind – Journalist Journalist", "Bo Ek – Journalist in Narvik", "3 May 2021"], ["Anna Lind", "Bo Ek"]),
        (["Anna Lind Senior Politics Editor, The Lund Post"], ["Anna Lind"]),
        (["Anna Lind Deputy Content Hub Director", "08:39, 06 Jan 2026"], ["Anna Lind"]),
        (["Analysis by Anna Lind, Lund News Senior Analyst", "May 3, 2021"], ["Anna Lind"]),
        (["-- By Anna Lind Follow @annalind"], ["Anna Lind"]),
        (["Anna Lind@annalind", "April 21, 2016 4:30 AM"], ["Anna Lind"]),
        (["Anna Lind in San Francisco and agencies", "3 July 2017 20.17 BST"], ["Anna Lind"]),
        (["2019/02/22 17:23", "著者：林安奈"], ["林安奈"]),
        (["2019-02-22 17:23", "作者： 记者林安奈"], ["林安奈"]),
        (["By", "Anna", "Lind", "May 3, 2021"], ["Anna Lind"]),
        (["By", "Anna", "Lind Berg", "May 3, 2021"], ["Anna Lind Berg"]),
        (["By", "Anna", "Lind (Narvik)", "May 3, 2021"], ["Anna Lind"]),  # the name stands in no line as it is
        (["Anna Lind, Lund Sports Ground", "May 3, 2021"], ["Anna Lind"]),
        (["Anna Lind, The Lundpost", "May 3, 2021"], ["Anna Lind"]),
        (["Anna Lind, Bo Ek", "May 3, 2021"], ["Anna Lind", "Bo Ek"]),
        (["BYAnna Lind", "May 3, 2021"], ["Anna Lind"]),
        (["Anna LindTwitterNews & Culture Writer", "May 3, 2021"], ["Anna Lind"]),
        (["by LNB News Desk May 3, 2021"], []),
        (["By Anna LindStaff Writer", "May 3, 2021"], ["Anna Lind"]),
        (["By Anna LindLUNDPost", "May 3, 2021"], ["Anna Lind"]),
        (["By Anna McDONALD", "May 3, 2021"], ["Anna McDONALD"]),
        (["By Anna Lind, LNB Business", "May 3, 2021"], ["Anna Lind"]),
        (["Anna Lind @annalind / 2 days"], ["Anna Lind"]),
        (["Anna Lind, Lundpost", "May 3, 2021"], ["Anna Lind"]),
        (["ANNA LIND, LUNDPOST", "3 MAY 2021"], ["Anna Lind"]),
        (["Monday May 3, 2021 7:45 am PST by Anna Lind"], ["Anna Lind"]),
        (["By", "Anna Lind", "Senior Reporter, Lundpost", "and", "Bo Ek", "May 3, 2021"], ["Anna Lind", "Bo Ek"]),
        (["By", "Anna Lind", "Senior Reporter, Lundpost", "Bo Ek", "May 3, 2021"], ["Anna Lind"]),
        (["Anna Lind", ",", "Bo Ek", "May 3, 2021"], ["Anna Lind", "Bo Ek"]),
        (["Anna Lind, Bo Ek, Carl Berg | LUNDPOST", "May 3, 2021"], ["Anna Lind", "Bo Ek", "Carl Berg"]),
        (
            ["By:", "April L. Ek", "Anna Lind", ", a keeper of the harbour, wanted to go home before the storm."],
            ["April L. Ek"],
        ),
        (["By", "May Day", "May 3, 2021"], []),
        (["Par A. LIND -", "05:01"], ["A. Lind"]),
        (["Anna Lind 9 Hrs Ago"], ["Anna Lind"]),
        (["1. Januar 2016 von Anna Lind Keine Kommentare"], ["Anna Lind"]),
        (["Recueilli par Anna LIND.", "Publié le 03/05/2021"], ["Anna LIND"]),
        # of none of these the names are the author's
        (["By", "Anna", "The harbour", "May 3, 2021"], []),
        (["1. Januar 2016 von LundHafen Ein Kommentar"], []),
        (["By: LNN Wire", "3 May 2021"], []),
        (["Por Jornal Lund", "3 May 2021"], []),
        (["Über Printmedien", "3 May 2021"], []),
        (["Это Лунд", "3 May 2021"], []),
        (["* Home", "* Anna Lind", "* Weather", "3 May 2021"], []),  # an item of a menu
        (
            ["3 May 2021", "Anna Lind", ", a keeper of the harbour, wanted to go home before the storm came to town."],
            [],
        ),
        (["Bo was sacked by Anna Lind in May 2021"], []),
        (["by Lund Harbour Agency", "May 3, 2021"], []),
        (["Anna Lind, The Associated Press", "May 3, 2021"], []),  # whose picture it is
        (["Anna Lind, Lundpost"], []),
        (["Lundpost, Sweden", "May 3, 2021"], []),
        (["Anna Lind, managing director, Lund Ports"], []),
        (["House Tours", "3 May 2021"], []),
        (["Los Lundos", "3 May 2021"], []),
        (["Anna Lind", "Bo Ek", "Paul Berg", "Maria Holm", "Peter Dahl", "3 May 2021"], []),
        (["3 May 2021", "Technical Contact", "Anna Lind", "anna.lind@lund.example"], []),
        (["Text Edge Style", "3 May 2021"], []),
    ],
)
def test_names_beside_the_headline(lines: list[str], names: list[str]) -> None:
    assert authors(*lines) == names


def test_somebody_of_whom_the_text_speaks_is_its_label() -> None:
    above = ("Bo Ek", "3 May 2021", "Anna Lind")
    assert authors(
        *above, "Bo Ek, who keeps the harbour, said on Tuesday that all of the ferries would stay in port."
    ) == ["Anna Lind"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Anna Lind has received funding from the council of research of the coast and of its islands.", ["Anna Lind"]),
        (
            "Anna Lind does not work for any company that would benefit from this article about a harbour.",
            ["Anna Lind"],
        ),
        ("Anna Lind has received guests from the council of research of the coast and of its islands.", []),
    ],
)
def test_what_a_magazine_of_scholars_adds_about_its_authors(said: str, names: list[str]) -> None:
    (seed,), _ = read("a.txt", "\n".join([HEADLINE, "3 May 2021", "Anna Lind", said, *BODY]))
    assert list(normalise.normalise(seed, CONTEXT).article.author) == names


def test_the_author_whom_a_box_below_the_text_names() -> None:
    assert authors(below=("Date", "03.05.2021", "Author", "Anna Lind", "Related Subjects")) == ["Anna Lind"]
    assert authors(below=("Comment", "Name", "Author", "Email", "Website")) == []


def test_the_byline_beside_the_headline_counts_and_not_that_of_another_article() -> None:
    menu = ("Home", "News", "Bridge opens at last in Narvik", "By Bo Ek", *["Sport"] * 9, HEADLINE)
    others = ("Read more", "Ferry sinks in the bay", "By Paul Berg", "Tunnel is late again", "By Maria Holm")
    found = authors("May 3, 2021 by Anna Lind", below=others, headline="\n".join(menu))
    assert found == ["Anna Lind"]


def test_what_stands_under_other_headlines_is_none_of_its_own() -> None:
    below = ("Related Posts", "Ferry sinks in the bay", "Paul Berg", "May 27, 2014", "Tunnel is late", "Paul Berg")
    assert authors("3 May 2021", below=below) == []


def test_who_comments_is_no_author() -> None:
    below = ("See Also:", "Reader Comments", "Paul Berg · 2021-05-04T17:52:00Z", "Timing of it all?")
    assert authors("Anna Lind", "The Lund Post", "3 May 2021", below=below) == ["Anna Lind"]


def test_who_is_shown_in_the_midst_of_the_text_with_a_handle_is_none() -> None:
    (seed,), _ = read("a.txt", "\n\n".join([HEADLINE, BODY[0], "Share", "Anna Lind @annalind / 2 days", *BODY[1:]]))
    assert normalise.normalise(seed, CONTEXT).article.author == ()


def test_whom_a_list_above_the_headline_names_is_none() -> None:
    (seed,), _ = read("a.txt", "\n\n".join(["Anna Lind, Lundpost", "Home", "Weather", HEADLINE, *BODY]))
    assert normalise.normalise(seed, CONTEXT).article.author == ()


def test_a_switchboard_is_nobody() -> None:
    assert author_note.name("Main Switchboard: (812) 555-0137") == ""
    assert author_note.name("Anna Lind: (812) 555-0137") == "Anna Lind"


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ((), ("Anna Lind",), ["Anna Lind"]),
        ((), ("Андрей Линд, Ярослав Эк",), ["Андрей Линд", "Ярослав Эк"]),
        ((), ("Anna Lind/Bo Ek",), ["Anna Lind", "Bo Ek"]),
        ((), ("* Anna Lind",), ["Anna Lind"]),
        (("Anna Lind",), (), ["Anna Lind"]),
        ((), ("/ Anna Lind",), ["Anna Lind"]),
        (("Tholakele Mkhizana|Published",), (), ["Tholakele Mkhizana"]),  # the shape is enough
        ((), ("Do you have a story to tell? Email: anna.lind@lundpost.example",), ["Anna Lind"]),
        # of none of these the names are the author's
        ((), ("Zur Startseite",), []),
        ((), ("Anna Lind", "Bo Ek", "Paul Berg", "Maria Holm", "Peter Dahl"), []),
        ((), ("Contact", "Anna Lind"), []),
        ((), ("anna.lind@lund.example", "(301) 975-3258"), []),  # whom an office names
        ((), ("Do you have a story to tell? Email: stories.desk@lundpost.example",), []),
        ((), ("The council and the harbour master Anna Lind said that Anna Lind would resign.", "Anna Lind"), []),
    ],
)
def test_names_that_nothing_says_are_the_author_s(
    above: tuple[str, ...], below: tuple[str, ...], names: list[str]
) -> None:
    (seed,), _ = read("a.txt", "\n\n".join([HEADLINE, *above, *BODY, *below]))
    assert list(normalise.normalise(seed, CONTEXT).article.author) == names


def test_reporters_whom_a_text_names() -> None:
    head = "Порт закрыт после шторма, и паромы весь день стояли у причала, сообщили в порту во вторник."
    for told, names in (
        ("Как выяснил спецкор «Волны» Андрей Линд, причал чинили сорок лет назад.", ["Андрей Линд"]),
        ("Об этом рассказал начальник порта Андрей Линд, причал чинили сорок лет назад.", []),
        ("Корреспондент «Волны» Андрей Линд был в порту, журналист «Волны» Иван Эк на причале.", []),  # one of them
    ):
        (seed,), _ = read("a.txt", f"{head}\n\n{told}\n\n{head}")
        assert list(normalise.normalise(seed, CONTEXT).article.author) == names


def test_a_reporter_in_korean() -> None:
    text = "항구는 화요일 폭풍이 지나간 뒤 문을 닫았고 연락선은 하루 종일 항구에 머물렀다고 시의회가 밝혔다."
    for line, names in (
        ("임안나 기자 외 1명", ["임안나"]),
        ("순천 임안나 기자 anna@lundpost.example", ["임안나"]),
        ("기자 여러분", []),
    ):
        (seed,), _ = read("a.txt", f"항구 폐쇄 소식\n\n{text}\n\n{text}\n\n{text}\n\n{line}")
        assert list(normalise.normalise(seed, CONTEXT).article.author) == names
